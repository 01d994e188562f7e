//! What the named contexts of `not-when` mean. Each is a small question about the place of a match; none is grammar,
//! all err on the side of excusing.

use super::condition::{Condition, Context};
use super::place::{Place, in_word, is_capitalised, one_of};
use crate::document::{Role, Zone};
use crate::text::{Firsts, slice};

/// Whether one of `conditions` excuses the match at `place`.
pub(super) fn excuse(conditions: &[Condition], place: &Place<'_>) -> bool {
    let holds = |condition: &Condition| matches!(condition, Condition::In(context) if context.holds(place));
    conditions.iter().any(holds) || phrase_excuses(conditions, place)
}

impl Context {
    /// Whether the match at `place` stands in this context.
    pub fn holds(self, place: &Place<'_>) -> bool {
        match self {
            Context::Noun => noun(place),
            Context::Name => name(place),
            Context::Unnamed => !is_capitalised(place.word_before()),
            Context::Measured => measured(place.sentence()),
            Context::Cited => cited(place),
            Context::Question => question(place),
            Context::Heading => place.in_heading(),
            Context::Quote => place.zone() == Zone::CustomerQuote,
            Context::LeaderQuote => place.zone() == Zone::LeaderQuote,
            Context::Internal => place.zone() == Zone::Internal,
            Context::Boilerplate => place.zone() == Zone::Boilerplate,
            Context::HowMany => how_many(place),
            Context::Negated => negated(place),
            Context::Definition => definition(place),
            Context::Last => !place.after().chars().any(char::is_alphanumeric),
            Context::Counted => counted(place),
            Context::Followed => !place.word_after().is_empty(),
            Context::Apart => !place.original().contains(super::fold::is_hyphen),
        }
    }
}

/// Words after which a noun stands: determiners, possessives, prepositions, quantities.
const BEFORE_NOUN: &[&str] = &[
    "a",
    "an",
    "the",
    "this",
    "that",
    "these",
    "those",
    "my",
    "your",
    "our",
    "their",
    "its",
    "his",
    "her",
    "whose",
    "of",
    "with",
    "by",
    "on",
    "in",
    "for",
    "from",
    "without",
    "at",
    "under",
    "no",
    "any",
    "some",
    "more",
    "less",
    "much",
    "high",
    "higher",
    "low",
    "lower",
    "financial",
    "operating",
    "negotiating",
];

/// The word before says that a noun follows. "that leverage" may be a clause; a doubt excuses. "that leverages" and
/// "that leveraged" can be nothing else.
fn noun(place: &Place<'_>) -> bool {
    let before = place.word_before();
    let clause = before == "that" && place.matched().ends_with(['s', 'd']);
    !clause && (one_of(before, BEFORE_NOUN) || before.ends_with("'s") || before.ends_with("s'"))
}

/// A capital inside a sentence, or a capital followed by another at its start. Title case proves nothing.
fn name(place: &Place<'_>) -> bool {
    let capital = place.matched().chars().next().is_some_and(char::is_uppercase);
    if !capital || place.in_heading() || title_case(place.sentence()) {
        return false;
    }
    let opens = !place.before().chars().any(char::is_alphanumeric);
    !opens || is_capitalised(place.word_after())
}

/// Whether most longer words of the sentence begin with a capital.
fn title_case(sentence: &str) -> bool {
    let (mut long, mut capital) = (0, 0);
    for word in sentence.split(|c| !in_word(c)).filter(|word| word.len() > 3) {
        long += 1;
        capital += usize::from(is_capitalised(word));
    }
    long >= 4 && capital * 4 >= long * 3
}

/// Units that make a number a measurement.
const UNITS: &[&str] = &[
    "%",
    "percent",
    "per",
    "ms",
    "s",
    "sec",
    "second",
    "seconds",
    "minute",
    "minutes",
    "min",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "times",
    "x",
    "kb",
    "mb",
    "gb",
    "tb",
    "kib",
    "mib",
    "gib",
    "kg",
    "g",
    "km",
    "m",
    "mm",
    "cm",
    "miles",
    "feet",
    "kw",
    "kwh",
    "w",
    "v",
    "mah",
    "hz",
    "khz",
    "mhz",
    "ghz",
    "fps",
    "mbps",
    "gbps",
    "dollars",
    "euros",
    "pounds",
    "cents",
    "users",
    "customers",
    "people",
    "companies",
    "teams",
    "requests",
    "clicks",
    "steps",
    "taps",
    "lines",
    "points",
    "basis",
    "of",
    "in",
    "out",
    "°c",
    "°f",
];

/// A number with a unit, a per cent or an amount of money.
fn measured(sentence: &str) -> bool {
    let mut rest = sentence;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let before = slice(rest, 0..at);
        let number = slice(rest, at..rest.len());
        let end = number.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(number.len());
        let after = slice(number, end..number.len());
        if measures(before, after) {
            return true;
        }
        rest = after;
    }
    false
}

fn measures(before: &str, after: &str) -> bool {
    if before.ends_with(['$', '€', '£', '¥']) {
        return true;
    }
    if before.ends_with(|c: char| c.is_alphabetic()) {
        return false;
    }
    // "100s of codes" counts nothing.
    if after.starts_with("s of ") {
        return false;
    }
    let after = after.strip_prefix(' ').unwrap_or(after);
    let unit = after.split(|c: char| !c.is_alphabetic() && c != '%' && c != '°').next().unwrap_or("");
    unit.starts_with('%') || one_of(unit, UNITS)
}

/// Bytes of source that a link target takes at least; bold, italics and code take fewer.
const SHORTEST_LINK: usize = 10;

/// A link, a footnote mark, or words that name the source.
fn cited(place: &Place<'_>) -> bool {
    const SAID: &[&str] =
        &["according to", "source:", "measured by", "published by", "ranked by", "reported by", "[^"];
    let sentence = place.sentence().to_ascii_lowercase();
    if SAID.iter().any(|words| sentence.contains(words)) {
        return true;
    }
    let footnote = |at: usize| {
        let rest = slice(&sentence, at + 1..sentence.len());
        rest.split(']')
            .next()
            .is_some_and(|mark| !mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit()))
    };
    sentence.match_indices('[').any(|(at, _)| footnote(at)) || has_link(place)
}

/// Whether the source of the sentence holds a link target: a longer stretch between two runs of visible text.
fn has_link(place: &Place<'_>) -> bool {
    let segments = &place.block.prose.segments;
    segments.windows(2).any(|pair| {
        let [one, two] = pair else { return false };
        let inside =
            place.visible.touches(two.visible as usize) && place.visible.start < two.visible as usize;
        let end = one.source as usize + one.source_len as usize;
        inside && (two.source as usize).saturating_sub(end) >= SHORTEST_LINK
    })
}

fn question(place: &Place<'_>) -> bool {
    place.block.role == Role::Question
        || place.sentence().trim_end_matches(['"', '\'', ')', ' ', '*']).ends_with('?')
}

/// "how many users", "as many as", "so many", "too many": asked or counted elsewhere.
fn how_many(place: &Place<'_>) -> bool {
    let before = place.word_before();
    one_of(before, &["how", "as", "so", "too", "however", "this", "that"])
}

fn negated(place: &Place<'_>) -> bool {
    const NO: &[&str] =
        &["not", "no", "never", "without", "cannot", "nor", "neither", "none", "nobody", "nothing"];
    let words = place.before().rsplit(|c| !in_word(c)).filter(|word| !word.is_empty());
    words.take(3).any(|word| one_of(word, NO) || word.to_ascii_lowercase().ends_with("n't"))
}

/// `"GA" means`, "GA stands for", "GA is short for": in quotation marks or not.
fn definition(place: &Place<'_>) -> bool {
    let after = place.after().trim_start_matches(['"', '\'', ')', ' ', '*']);
    ["means ", "stands for ", "is short for ", "is defined as ", "refers to "]
        .iter()
        .any(|words| after.starts_with(words))
}

/// "80 unique kinds": a number or number word right before.
fn counted(place: &Place<'_>) -> bool {
    const NUMBERS: &[&str] = &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "hundred",
    ];
    let before = place.word_before();
    before.starts_with(|c: char| c.is_ascii_digit()) || one_of(before, NUMBERS)
}

/// Whether a phrase among `conditions` excuses the match. One that holds the matched words has to lie over them, any
/// other may stand anywhere in the sentence.
fn phrase_excuses(conditions: &[Condition], place: &Place<'_>) -> bool {
    let phrases = || {
        conditions.iter().filter_map(|condition| match condition {
            Condition::Phrase(phrase) => Some(phrase.as_ref()),
            Condition::In(_) => None,
        })
    };
    phrases().next().is_some()
        && Firsts::of(phrases())
            .starts(place.sentence())
            .any(|at| phrases().any(|phrase| excuses_at(phrase, at, place)))
}

/// Whether `phrase` stands at `start`, where a word may begin, of the sentence and excuses the match from there.
fn excuses_at(phrase: &str, start: usize, place: &Place<'_>) -> bool {
    let (sentence, end) = (place.sentence(), start + phrase.len());
    let bytes = sentence.as_bytes();
    // The first byte decides nearly always.
    let alike = |one: Option<&u8>, other: Option<&u8>| {
        one.zip(other).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
    };
    if !alike(bytes.get(start), phrase.as_bytes().first())
        || !bytes.get(start..end).is_some_and(|there| there.eq_ignore_ascii_case(phrase.as_bytes()))
        || !ends_word(sentence, end)
    {
        return false;
    }
    let around = find_ignoring_case(phrase, place.matched()).is_some();
    let span = crate::text::Span::new(place.sentence.start + start, place.sentence.start + end);
    !around || span.overlaps(place.at)
}

/// Where `needle` first stands in `hay`, ASCII capitals aside.
fn find_ignoring_case(hay: &str, needle: &str) -> Option<usize> {
    let (hay, needle) = (hay.as_bytes(), needle.as_bytes());
    let first = needle.first()?.to_ascii_lowercase();
    let mut windows = hay.windows(needle.len());
    // The first byte decides nearly always.
    windows.position(|window| {
        window.first().is_some_and(|byte| byte.to_ascii_lowercase() == first)
            && window.eq_ignore_ascii_case(needle)
    })
}

/// Whether no longer word goes on at `end`; a plural s is allowed.
fn ends_word(sentence: &str, end: usize) -> bool {
    let mut after = slice(sentence, end..sentence.len()).chars();
    let first = after.next();
    let follows = if first == Some('s') { after.next() } else { first };
    !follows.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
#[path = "context_tests.rs"]
mod tests;
