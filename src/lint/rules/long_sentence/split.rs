//! Where to cut a long sentence, and the advice that shows both halves.
//!
//! A place is good where what stands before it is a whole sentence and what comes behind it has its own subject and
//! verb, or gets one ("which pays" becomes "It pays"). Of the good places the one that leaves the shorter longest half
//! wins. Nothing is split inside brackets or quotation marks, at "so that", or at an "and" that joins two nouns.

use super::clause::is_condition;
use super::joint::{Joint, joint};
use super::line::Line;
use super::listing;

/// Fewest words of a half.
pub(super) const LEAST: usize = 5;

/// What to do about `line`, in one line.
pub(super) fn advice(line: &Line<'_>) -> String {
    if line.asks() {
        return "no good place to split a question: ask one thing at a time".to_owned();
    }
    let joints = (LEAST..line.len()).filter(|at| line.is_level(*at)).filter_map(|at| joint(line, at));
    let fair = joints.filter(|joint| joint.end >= LEAST && joint.start + LEAST <= line.len());
    let longest = |joint: &Joint| joint.end.max(line.len() - joint.start) + joint.cost;
    let best = fair.min_by_key(longest);
    let listing = listing::find(line).filter(|list| list.items > 2);
    let listed =
        listing.as_ref().map_or(0, |list| list.rest.iter().map(ExactSizeIterator::len).sum::<usize>());
    match (best, listing) {
        (Some(_), Some(list)) if list.items > 3 && listed * 2 >= line.len() => as_list(line, &list),
        (Some(best), _) => show(line, &best),
        (None, Some(list)) if listed * 4 >= line.len() => as_list(line, &list),
        _ => reason(line),
    }
}

fn show(line: &Line<'_>, joint: &Joint) -> String {
    let head = line.head(joint.start, line.len());
    let second = if joint.opening.is_empty() { capital(&head) } else { format!("{} {head}", joint.opening) };
    let drop = joint.dropped.map_or(String::new(), |at| format!("drop \"{}\" and ", line.word(at)));
    format!("{drop}split after \"{}\": \"{second}\"", line.tail(joint.end))
}

fn as_list(line: &Line<'_>, list: &listing::Listing) -> String {
    let items = list.rest.iter().take(3).map(|item| format!("\"{}\"", line.head(item.start, item.end)));
    let more = if list.rest.len() > 3 { "; …" } else { "" };
    format!("make a list of the {}: …; {}{more}", list.items, items.collect::<Vec<_>>().join("; "))
}

/// Why there is no place, and what helps instead.
fn reason(line: &Line<'_>) -> String {
    let bracketed = (0..line.len()).filter(|at| !line.is_level(*at)).count();
    if bracketed >= 8 {
        return format!(
            "no good place to split: say the {bracketed} words in brackets or quotation marks apart"
        );
    }
    if is_condition(line) {
        return format!("no good place to split: say what follows \"{}\" first, or elsewhere", line.word(0));
    }
    if (1..line.len()).filter(|at| line.is_finite(*at)).count() > 1 {
        return "no good place to split: its clauses hang on each other; say the main one first".to_owned();
    }
    "no good place to split: it is one clause; cut words".to_owned()
}

/// `text` with a capital, unless its first word is written in its own way (`iPhone`).
fn capital(text: &str) -> String {
    let word = text.split(' ').next().unwrap_or("");
    let own = word.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit());
    let mut letters = text.chars();
    match letters.next().filter(|_| !own) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text.to_owned(),
    }
}
