//! The dateline: city and date before the summary of a press release.

use super::date::month;
use crate::text::slice;

/// A dateline at the head of a visible text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Bytes up to and with the last dash; the length of the text where nothing follows.
    pub len: usize,
    /// The date as written, where there is one.
    pub date: Option<String>,
    /// Whether anything follows.
    pub alone: bool,
}

/// Longest dateline, in bytes; two cities with states, a wire service and a date fit.
const LONGEST: usize = 110;

/// Finds a dateline such as `SEATTLE, Wash. — Nov. 5, 2027 —`, `Tokyo, Japan – July 2026` or `[City, Date] —`.
pub(super) fn find(text: &str) -> Option<Found> {
    let dashes = dashes(text);
    let all = text.trim_end_matches([' ', ':']);
    let whole = text.len() <= LONGEST && is_dateline(all, !dashes.is_empty());
    let alone = || whole.then(|| Found { len: text.len(), date: date(text), alone: true });
    let before_dash = || dashes.iter().rev().find_map(|(start, end)| dateline(text, *start, *end));
    // A date at the very end is the dateline's own; anything else behind the last dash is the first sentence.
    if all.ends_with(|c: char| c.is_ascii_digit()) {
        alone().or_else(before_dash)
    } else {
        before_dash().or_else(alone)
    }
}

fn dateline(text: &str, start: usize, end: usize) -> Option<Found> {
    let head = slice(text, 0..start).trim_end();
    if !is_dateline(head, true) {
        return None;
    }
    let alone = slice(text, end..text.len()).trim().is_empty();
    Some(Found { len: end, date: date(head), alone })
}

/// Dashes within reach, as (start, end with the spaces behind).
fn dashes(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, ch) in text.char_indices().take_while(|(at, _)| *at <= LONGEST) {
        let wide = matches!(ch, '—' | '–' | '―');
        let spaced = ch == '-' && slice(text, 0..at).ends_with(' ');
        let rest = slice(text, at + ch.len_utf8()..text.len());
        let after = rest.trim_start_matches('-');
        if wide || (spaced && (after.starts_with(' ') || after.is_empty())) {
            found.push((at, text.len() - after.trim_start().len()));
        }
    }
    found
}

/// A place, then a date; either may carry the other's part, but a place alone has to stand in capitals.
fn is_dateline(head: &str, dashed: bool) -> bool {
    let head = head.trim_matches(['(', ')', '*', '_']);
    if head.starts_with('[') && head.to_lowercase().contains("date") {
        return true;
    }
    let words: Vec<&str> = head.split(|c: char| c.is_whitespace() || "—–―/,()".contains(c)).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
    let dated = date(head).is_some();
    let named = words.iter().all(|word| is_place_word(word) || is_date_word(word));
    let place = words.first().is_some_and(|word| !is_date_word(word));
    let capitals = words
        .iter()
        .any(|word| word.len() > 2 && !word.chars().any(char::is_lowercase) && is_place_word(word));
    let complete = place && ((dated && words.len() >= 3) || (dashed && (dated || capitals)));
    // "May 2027 — " without a place; a year alone may be anything.
    let date_alone = dashed && dated && !place && words.iter().any(|word| is_month(word) || is_iso(word));
    named && words.len() <= 14 && (complete || date_alone)
}

fn is_place_word(word: &str) -> bool {
    const SMALL: [&str; 12] =
        ["of", "the", "on", "in", "de", "la", "le", "del", "am", "upon", "and", "somewhere"];
    word.starts_with(|c: char| c.is_uppercase() || c == '[') || SMALL.contains(&word.to_lowercase().as_str())
}

fn is_date_word(word: &str) -> bool {
    is_month(word)
        || word
            .trim_end_matches(['.', ']'])
            .trim_end_matches(['s', 't', 'h', 'n', 'd', 'r'])
            .parse::<u16>()
            .is_ok()
        || is_iso(word)
        || is_short(word)
}

fn is_month(word: &str) -> bool {
    month(word.trim_matches(|c: char| !c.is_alphanumeric())).is_some()
}

/// `28-Nov-2021`
fn is_short(word: &str) -> bool {
    let mut pieces = word.split('-');
    let digits = |piece: Option<&str>| piece.is_some_and(|piece| piece.parse::<u16>().is_ok());
    digits(pieces.next()) && pieces.next().is_some_and(is_month) && digits(pieces.next())
}

fn is_iso(word: &str) -> bool {
    let mut pieces = word.split('-');
    let whole =
        pieces.by_ref().take(3).all(|piece| !piece.is_empty() && piece.bytes().all(|b| b.is_ascii_digit()));
    whole && pieces.next().is_none() && word.len() == 10
}

/// The date in `head` as written: from its first month or figure to its last.
fn date(head: &str) -> Option<String> {
    let mut spans = words_with_places(head).filter(|(_, word)| is_month(word) || is_date_word(word));
    let (start, first) = spans.next()?;
    let (end, last) = spans.last().unwrap_or((start, first));
    let year = first.chars().chain(last.chars()).filter(char::is_ascii_digit).count() >= 4;
    let text = slice(head, start..end + last.len()).trim_matches(|c: char| !c.is_alphanumeric());
    year.then(|| text.to_owned())
}

fn words_with_places(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, rest: &str, date: Option<&str>) {
        let found = find(text).unwrap_or_else(|| panic!("no dateline in {text}"));
        assert_eq!(slice(text, found.len..text.len()), rest, "{text}");
        assert_eq!(found.date.as_deref(), date, "{text}");
    }

    #[test]
    fn datelines_of_many_shapes() {
        check("SEATTLE, Wash. — Nov. 21, 2026 — Acme today", "Acme today", Some("Nov. 21, 2026"));
        check("Seattle, WA — August 12, 2025 — Today, we", "Today, we", Some("August 12, 2025"));
        check("Tokyo, Japan — July 2026", "", Some("July 2026"));
        check("Princeton, NJ, April 25, 2025 - The team", "The team", Some("April 25, 2025"));
        check("LEEDS, UK — 5 May 2027", "", Some("5 May 2027"));
        check("[City, Date] — Today we launch", "Today we launch", None);
        check("LONDON (Business Wire) — December 1, 2016 — Today", "Today", Some("December 1, 2016"));
        check("SAN FRANCISCO — Dossier is a layer", "Dossier is a layer", None);
        check("July 2026 - The team", "The team", Some("July 2026"));
        check("London, England - 28-Nov-2021 – Until now", "Until now", Some("28-Nov-2021"));
        check("Bristol, 2027-11-05 – Kettle", "Kettle", Some("2027-11-05"));
    }

    #[test]
    fn sentences_are_no_datelines() {
        for text in [
            "On December 11, 2021, we released it.",
            "Kettle — the one that lasts — ships in May 2027.",
            "2027 — a year to forget.",
            "The team built a thing - it works.",
            "Most people file their taxes — and forget.",
            "FAQ",
            "",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
