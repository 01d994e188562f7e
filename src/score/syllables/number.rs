//! Figures, units and signs as they are read aloud in American English.

/// Syllables of zero to nineteen.
const SMALL: [u32; 20] = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2];
/// "hundred", and every name of a power of a thousand.
const SCALE: u32 = 2;
/// More figures than this are read one by one.
const READ_AS_ONE: usize = 15;

/// Syllables of `run`, figures with commas, points and colons in them. Four figures without a comma are read as a
/// year, in pairs, unless they are `money`; two decimals of money are read as one number: "five pounds thirty".
pub(super) fn figures(run: &str, money: bool) -> u32 {
    let (whole, decimals) = run.split_once('.').unwrap_or((run, ""));
    let read = whole.split(':').map(|piece| integer(piece, money)).sum::<u32>();
    match decimals.len() {
        0 => read,
        2 if money && decimals == "00" => read,
        2 if money && whole == "0" => integer(decimals, money),
        2 if money => read + integer(decimals, money),
        _ => read + POINT + one_by_one(decimals),
    }
}

/// "point".
const POINT: u32 = 1;

fn integer(piece: &str, money: bool) -> u32 {
    let commas = piece.contains(',');
    let digits = piece.bytes().filter(u8::is_ascii_digit).count();
    let value = piece
        .bytes()
        .filter(u8::is_ascii_digit)
        .fold(0_u64, |value, digit| value.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
    if digits > READ_AS_ONE || (piece.len() > 2 && piece.starts_with('0')) {
        return one_by_one(piece);
    }
    let year = digits == 4 && !commas && !money && matches!(value, 1100..=1999 | 2010..=2099);
    match value {
        // "nine o'clock" leaves the minutes out, or nearly.
        0 if digits == 2 => 1,
        _ if year && value % 100 == 0 => below_hundred(value / 100) + SCALE,
        _ if year => below_hundred(value / 100) + below_hundred(value % 100),
        _ => cardinal(value),
    }
}

fn one_by_one(figures: &str) -> u32 {
    let digits = figures.bytes().filter(u8::is_ascii_digit);
    digits.filter_map(|digit| SMALL.get(usize::from(digit - b'0'))).sum()
}

fn cardinal(value: u64) -> u32 {
    let (mut rest, mut count, mut scale) = (value, 0, 0);
    while rest > 0 {
        let group = rest % 1000;
        count += if group > 0 { below_thousand(group) + scale } else { 0 };
        (rest, scale) = (rest / 1000, SCALE);
    }
    if value == 0 { below_hundred(0) } else { count }
}

fn below_thousand(value: u64) -> u32 {
    let hundreds = if value >= 100 { below_hundred(value / 100) + SCALE } else { 0 };
    if value.is_multiple_of(100) { hundreds } else { hundreds + below_hundred(value % 100) }
}

/// Of twenty to ninety only "seventy" has three syllables.
fn below_hundred(value: u64) -> u32 {
    if let Some(count) = SMALL.get(value as usize) {
        return *count;
    }
    let tens = if value / 10 == 7 { 3 } else { 2 };
    if value.is_multiple_of(10) { tens } else { tens + SMALL.get((value % 10) as usize).unwrap_or(&1) }
}

/// Syllables of letters right behind figures, where they are a unit or an ending.
pub(super) fn unit(letters: &str) -> Option<u32> {
    Some(match letters {
        "st" | "nd" | "rd" | "th" | "s" => 0,
        "x" | "ft" => 1,
        "k" | "K" | "M" | "m" | "B" | "b" | "bn" | "T" | "am" | "pm" | "AM" | "PM" | "MP" | "min" => 2,
        "kb" | "KB" | "mb" | "MB" | "gb" | "GB" | "tb" | "TB" | "kg" | "cm" | "px" => 3,
        "ms" | "km" | "mm" => 4,
        _ => return None,
    })
}

/// Syllables of one sign; `behind` tells whether it stands behind others. Hyphens, slashes and the like are silent.
pub(super) fn sign(sign: &str, behind: bool) -> u32 {
    match sign {
        "%" | "$" | "€" | "=" | "°" => 2,
        "&" | "£" | "¥" | "+" | "@" | "×" | "§" => 1,
        "#" => {
            if behind {
                1
            } else {
                2
            }
        }
        "–" if behind => 1,
        _ => 0,
    }
}
