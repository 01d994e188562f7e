//! Figures that nobody put in: `£NN`, `$X`, `XX%`, `XX minutes`, `20XX`, `DD/MM/YYYY`.

use std::ops::Range;

use super::{Token, marks};
use crate::text::slice;

/// What a single letter counts in a template: "N minutes". "N users" is as often meant.
const TIMES: &[&str] = &[
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
    "months", "year", "years", "percent", "dollars", "pounds", "euros",
];
/// What two letters count besides.
const COUNTED: &[&str] = &[
    "customers",
    "users",
    "people",
    "employees",
    "companies",
    "countries",
    "cities",
    "stores",
    "million",
    "billion",
    "thousand",
    "times",
    "points",
    "steps",
    "clicks",
    "questions",
    "miles",
    "kilometers",
    "kg",
    "gb",
    "mb",
    "ms",
];
const CURRENCIES: &[char] = &['$', '£', '€', '¥'];

/// The gap that `token` is, with the words around it.
pub(super) fn gap(token: Token<'_>, last: &str, next: &str) -> Option<Range<usize>> {
    // Most words have none of these letters, and begin as no stand-in does.
    let marked = |byte| matches!(byte, b'X' | b'N' | b'Y' | b'#');
    let stands_in = || token.text.starts_with(['T', 'F']) || token.text.starts_with("tb");
    if !stands_in() && !token.text.bytes().any(marked) {
        return None;
    }
    marks::stand_in(token, next).or_else(|| {
        let whole = is_amount(token.text, last, next)
            || is_year(token.text)
            || is_phone(token.text)
            || is_date(token.text, last);
        whole.then(|| token.whole())
    })
}

/// `$X`, `£NN.NN`, `$XM`, `XX%`, `XX-year-old`, `XXX`, and `XX` or `N` before what it counts.
fn is_amount(text: &str, last: &str, next: &str) -> bool {
    let bare = text.trim_start_matches(['~', '+', '-', '<', '>', '≈']);
    let priced = bare.starts_with(CURRENCIES);
    let body = bare.trim_start_matches(CURRENCIES);
    let letters = body.chars().take_while(|c| ['X', 'N', 'Y', '#', '.', ','].contains(c)).count();
    let (figure, tail) = (slice(body, 0..letters), slice(body, letters..body.len()));
    let count = figure.chars().filter(|c| c.is_alphabetic() || *c == '#').count();
    let alike = figure.chars().filter(char::is_ascii_uppercase).all(|c| figure.starts_with(c))
        && !figure.starts_with('#');
    let scaled = || {
        let tail = tail.trim_end_matches('+');
        tail.is_empty()
            || tail.starts_with(['/', '-', '–'])
            || ["k", "K", "m", "M", "bn", "B", "million"].contains(&tail)
    };
    if count == 0 || count > 6 {
        return false;
    }
    if priced {
        return scaled() && (alike || count == 1 || figure.starts_with("##"));
    }
    if !alike {
        return false;
    }
    let unit = next.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_unit = |units: &[&str]| units.iter().any(|known| known.eq_ignore_ascii_case(unit));
    match tail {
        "%" => true,
        "" if count >= 3 && figure.starts_with('X') => true,
        "" if count == 2 => is_unit(TIMES) || is_unit(COUNTED),
        // "Model X minutes" is a name.
        "" => is_unit(TIMES) && !last.starts_with(char::is_uppercase) && figure != "Y",
        _ => {
            count == 2
                && figure.starts_with('X')
                && ["-minute", "-hour", "-day", "-week", "-month", "-year"]
                    .iter()
                    .any(|unit| tail.starts_with(unit))
        }
    }
}

/// `20XX`, `202X`.
fn is_year(text: &str) -> bool {
    let rest = text.strip_prefix("20").or_else(|| text.strip_prefix("19"));
    let rest =
        rest.filter(|rest| rest.len() == 2).map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c == 'X'))
}

/// `555-XXX-XXXX`.
fn is_phone(text: &str) -> bool {
    text.contains("XXX")
        && text.contains('-')
        && text.chars().all(|c| c == 'X' || c.is_ascii_digit() || "+-().".contains(c))
}

/// `DD/MM/YYYY`, and the `YYYY` of "Month DD, YYYY". `YYYY-MM-DD` is how formats are named.
fn is_date(text: &str, last: &str) -> bool {
    matches!(text, "DD/MM/YYYY" | "MM/DD/YYYY" | "DD.MM.YYYY")
        || (text == "YYYY" && matches!(last, "DD" | "Month" | "MM"))
}
