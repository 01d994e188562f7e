//! What a number counts or measures.

use crate::document::{Block, Word, WordKind};
use crate::lint::rules::claims::evidence::is_one_of;
use crate::lint::rules::consistency::stems::{Stem, of, stem};
use crate::text::slice;

/// What a number counts or measures. Numbers of different units are never compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::lint::rules::consistency) enum Unit {
    /// Money in this currency, for one of this ("a month", "per box") where it says so.
    Money(char, Option<Stem>),
    /// Time; the value is in minutes.
    Time,
    /// Per cents.
    Share,
    /// Things of this kind.
    Things(Stem),
}

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::lint::rules::consistency) struct Measure {
    /// The value, in units of `unit`.
    pub value: f64,
    /// The value as it is written.
    pub figure: f64,
    /// What it counts or measures.
    pub unit: Unit,
    /// One past the last word that belongs to it.
    pub end: usize,
}

/// Units of time in minutes.
const TIMES: &[(&str, f64)] = &[
    ("second", 1.0 / 60.0),
    ("seconds", 1.0 / 60.0),
    ("minute", 1.0),
    ("minutes", 1.0),
    ("min", 1.0),
    ("hour", 60.0),
    ("hours", 60.0),
    ("day", 1_440.0),
    ("days", 1_440.0),
    ("week", 10_080.0),
    ("weeks", 10_080.0),
    ("month", 43_830.0),
    ("months", 43_830.0),
    ("year", 525_960.0),
    ("years", 525_960.0),
];
const NUMBERS: &[(&str, f64)] = &[
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("twelve", 12.0),
    ("fourteen", 14.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("sixty", 60.0),
    ("ninety", 90.0),
];
const SCALES: &[(&str, f64)] = &[("thousand", 1e3), ("million", 1e6), ("billion", 1e9)];
/// Before these the figure is a name: "route 22".
const NAMES: &[&str] = &[
    "chapter", "figure", "level", "line", "no", "number", "page", "part", "phase", "question", "route",
    "routes", "rule", "section", "step", "table", "type", "version",
];
/// Plural nouns without an s.
const PLURALS: &[&str] = &["people", "children", "men", "women", "staff"];

/// The measure that begins with the word `at` of a sentence.
pub(in crate::lint::rules::consistency) fn measure(
    block: &Block,
    words: &[Word],
    at: usize,
) -> Option<Measure> {
    let word = words.get(at)?;
    let text = |at: usize| words.get(at).map_or("", |word| block.word(word));
    if word.kind == WordKind::Plain {
        // Number words begin with few letters.
        if !block.word(word).starts_with(['t', 'f', 's', 'e', 'n', 'T', 'F', 'S', 'E', 'N']) {
            return None;
        }
        let value = lookup(NUMBERS, block.word(word))?;
        let (_, minutes) = TIMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text(at + 1)))?;
        return Some(Measure { value: value * minutes, figure: value, unit: Unit::Time, end: at + 2 });
    }
    if word.kind != WordKind::Number || is_name(block, words, at) {
        return None;
    }
    let figure = Figure::read(block.word(word))?;
    let scale = lookup(SCALES, text(at + 1));
    let value = figure.value * scale.unwrap_or(1.0);
    let end = at + 1 + usize::from(scale.is_some());
    if let Some(currency) = figure.currency {
        return Some(Measure { figure: figure.value, ..money(&text, value, currency, end) });
    }
    if figure.per_cent || text(end) == "percent" || (text(end) == "per" && text(end + 1) == "cent") {
        return Some(Measure { value, figure: figure.value, unit: Unit::Share, end });
    }
    // A year, a price without its sign, a code: a bare figure needs a noun right behind it.
    let gap = words.get(end - 1).zip(words.get(end)).map(|(one, two)| (one.end as usize, two.start as usize));
    let joined = gap.is_some_and(|(from, to)| matches!(slice(&block.prose.text, from..to), " " | "-"));
    if !joined {
        return None;
    }
    if let Some(minutes) = lookup(TIMES, text(end)) {
        return Some(Measure {
            value: value * minutes,
            figure: figure.value,
            unit: Unit::Time,
            end: end + 1,
        });
    }
    let year = figure.plain && (1900.0..2100.0).contains(&value) && scale.is_none();
    let noun = noun(block, words, end)?;
    let unit = Unit::Things(of(text(noun)));
    (!year).then_some(Measure { value, figure: figure.value, unit, end: noun + 1 })
}

fn lookup(table: &[(&str, f64)], word: &str) -> Option<f64> {
    table.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, value)| *value)
}

/// "£59 a box", "$9 per month"; a price of one of something is another than the price of all.
fn money<'a>(text: &impl Fn(usize) -> &'a str, value: f64, currency: char, end: usize) -> Measure {
    let of_one = is_one_of(text(end), &["a", "an", "per", "each", "every"]);
    let what = if of_one { stem(text(end + 1)) } else { period(text(end)) };
    Measure { value, figure: value, unit: Unit::Money(currency, what), end: end + if of_one { 2 } else { 0 } }
}

/// "£9 monthly" is £9 a month.
fn period(word: &str) -> Option<Stem> {
    match () {
        () if word.eq_ignore_ascii_case("monthly") => Some(of("month")),
        () if is_one_of(word, &["yearly", "annually"]) => Some(of("year")),
        () if word.eq_ignore_ascii_case("weekly") => Some(of("week")),
        () if word.eq_ignore_ascii_case("daily") => Some(of("day")),
        () => None,
    }
}

/// A figure right behind a capitalised word or a word that counts places is a name: "Windows 11", "route 22".
fn is_name(block: &Block, words: &[Word], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| words.get(at)) else { return false };
    let text = block.word(before);
    let gap =
        words.get(at).map_or("", |word| slice(&block.prose.text, before.end as usize..word.start as usize));
    if gap != " " {
        return false;
    }
    let capital = text.starts_with(char::is_uppercase) && text != "I" && (at > 1 || stem(text).is_some());
    capital || is_one_of(text, NAMES) || before.kind == WordKind::Number
}

fn is_noun_like(block: &Block, words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let gap = at.checked_sub(1).and_then(|at| words.get(at)).map_or(0, |before| before.end as usize);
    let joined = matches!(slice(&block.prose.text, gap..word.start as usize), " " | "-");
    joined && word.kind == WordKind::Plain && stem(block.word(word)).is_some()
}

/// The index of what a figure before the word `at` counts: "riders", "daily riders", "GB".
fn noun(block: &Block, words: &[Word], at: usize) -> Option<usize> {
    if words.get(at)?.kind == WordKind::Acronym {
        return Some(at);
    }
    let verb = |at: usize| words.get(at).is_some_and(|word| is_one_of(block.word(word), VERBS));
    let near = (at..at + 3).take_while(|at| is_noun_like(block, words, *at) && !verb(*at));
    near.into_iter().find(|at| words.get(*at).is_some_and(|word| is_plural(block.word(word))))
}

/// Verbs that look like plurals: "a town of 50,000 hears of it".
const VERBS: &[&str] = &[
    "arrives", "asks", "becomes", "begins", "brings", "comes", "feels", "finds", "gets", "gives", "goes",
    "happens", "hears", "keeps", "knows", "learns", "leaves", "lets", "loses", "makes", "meets", "pays",
    "receives", "says", "sees", "sends", "takes", "tells", "thinks", "wants",
];

fn is_plural(word: &str) -> bool {
    (word.ends_with('s') && !word.ends_with("ss") && word.len() > 3) || is_one_of(word, PLURALS)
}

/// A figure, as written.
struct Figure {
    value: f64,
    currency: Option<char>,
    per_cent: bool,
    /// Figures alone, without a separator.
    plain: bool,
}

impl Figure {
    /// `None` for ranges, times, ratios, ordinals and anything else that is no plain figure.
    fn read(word: &str) -> Option<Self> {
        let currency = word.chars().next().filter(|c| matches!(c, '$' | '£' | '€'));
        let rest = word.trim_start_matches(['$', '£', '€']);
        let per_cent = rest.ends_with('%');
        let rest = rest.trim_end_matches('%');
        let (rest, scale) = match rest.as_bytes().last()? {
            b'k' | b'K' => (rest.trim_end_matches(['k', 'K']), 1e3),
            b'm' | b'M' if currency.is_some() => (rest.trim_end_matches(['m', 'M']), 1e6),
            _ => (rest, 1.0),
        };
        let grouped = rest.contains(',');
        let value: f64 = if grouped { rest.replace(',', "").parse() } else { rest.parse() }.ok()?;
        let figures = rest.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        figures.then_some(Self { value: value * scale, currency, per_cent, plain: !grouped && !per_cent })
    }
}
