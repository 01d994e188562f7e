//! Gaps in brackets: `[City, Date]`, `[Describe the benefit]`, `{{product}}`, `{Name}`, `<price>`.

use std::ops::Range;

use super::is_asked_for;
use crate::document::{Block, Prose};
use crate::text::slice;

/// Characters of the longest prompt that a template writes in brackets.
const LONGEST: usize = 400;
/// Words of the longest name for a gap; what is longer and does not tell to write something is a remark.
const NAME: usize = 10;
/// Words that tell a writer what to put in.
const PROMPTS: &[&str] = &[
    "add",
    "create",
    "define",
    "describe",
    "enter",
    "explain",
    "fill",
    "give",
    "include",
    "insert",
    "lay",
    "list",
    "pick",
    "provide",
    "put",
    "replace",
    "specify",
    "state",
    "summarize",
    "tell",
    "write",
];
/// What stands in square brackets and is meant: remarks of an editor, states of a thing.
const REMARKS: &[&str] = &[
    "alpha",
    "applause",
    "archived",
    "beta",
    "closed",
    "confidential",
    "deprecated",
    "done",
    "draft",
    "edited",
    "emphasis",
    "experimental",
    "internal",
    "laughs",
    "laughter",
    "new",
    "note",
    "open",
    "optional",
    "preview",
    "redacted",
    "required",
    "resolved",
    "sic",
    "updated",
    "warning",
];
/// Words that begin a remark wherever it stands: `[see details below]`.
const REMARKING: &[&str] = &["and", "as", "because", "but", "for", "in", "not", "or", "see", "which", "who"];
/// Words that begin one in a quotation: `"It [the box] works"`.
const EDITING: &[&str] = &[
    "a", "an", "her", "his", "i", "it", "its", "my", "our", "she", "he", "that", "the", "their", "these",
    "they", "this", "those", "we",
];

/// Adds the gaps of `block` that stand in brackets.
pub(super) fn find(block: &Block, out: &mut Vec<Range<usize>>) {
    let text = block.prose.text.as_str();
    let braced = text.contains('{');
    if braced {
        double(text, out);
    }
    if text.contains('[') {
        each(text, '[', ']', out, |start, inner| is_square_gap(block, start, inner));
    }
    if text.contains('<') {
        each(text, '<', '>', out, |start, inner| !follows_name(text, start) && is_angle_gap(inner));
    }
    if braced {
        each(text, '{', '}', out, |start, inner| !follows_name(text, start) && is_brace_gap(inner));
    }
}

/// `{{name}}`, as our templates have them.
fn double(text: &str, out: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while let Some(open) = slice(text, at..text.len()).find("{{").map(|found| at + found) {
        let Some(close) = slice(text, open..text.len()).find("}}").map(|found| open + found + 2) else {
            return;
        };
        // What a site generator fills in is code: `{{ "/a" | url }}`, `{{< figure >}}`.
        if !slice(text, open..close).contains(['"', '|', '<', '%', '=']) {
            out.push(open..close);
        }
        at = close;
    }
}

/// Adds every pair of brackets without others between them that `is_gap`, told its start and what it holds.
fn each(
    text: &str,
    open: char,
    close: char,
    out: &mut Vec<Range<usize>>,
    is_gap: impl Fn(usize, &str) -> bool,
) {
    let mut at = 0;
    while let Some(start) = slice(text, at..text.len()).find(open).map(|found| at + found) {
        at = start + 1;
        let Some(inner) = inner(text, at, open, close) else { continue };
        let end = at + inner.len() + 1;
        if is_gap(start, inner) {
            out.push(start..end);
            at = end;
        }
    }
}

/// What stands between the bracket before `at` and the one that closes it, where it is short and holds none itself.
fn inner(text: &str, at: usize, open: char, close: char) -> Option<&str> {
    let rest = slice(text, at..text.len());
    let mut reach = rest.char_indices().take_while(|(at, _)| *at <= LONGEST);
    let (end, found) = reach.find(|(_, c)| *c == open || *c == close)?;
    (found == close).then(|| slice(rest, 0..end))
}

/// Whether a letter, a figure or another bracket stands before `start`: `Vec<Date>`, `/users/{name}`, `${x}`.
fn follows_name(text: &str, start: usize) -> bool {
    let before = slice(text, 0..start).chars().next_back();
    before.is_some_and(|c| c.is_alphanumeric() || ['/', '\\', '{', '#', '%'].contains(&c))
}

fn is_square_gap(block: &Block, start: usize, inner: &str) -> bool {
    let text = block.prose.text.as_str();
    let end = start + inner.len() + 2;
    let linked = || block.prose.links.iter().any(|link| (link.0 as usize) < end && (link.1 as usize) > start);
    let target = slice(text, end..text.len()).starts_with('(');
    // `[[Page]]` is a link of a wiki.
    let wiki = slice(text, 0..start).ends_with('[') && !is_asked_for(inner);
    let marked = inner.starts_with(['/', '@', '!', '#', '^']) || inner.contains(Prose::OBJECT);
    if letters(inner) < 2 || marked || wiki || target {
        return false;
    }
    let mut words = inner.split_whitespace();
    let first = words.next().unwrap_or("").trim_end_matches([',', ':', '.']);
    let is_one = |list: &[&str]| list.iter().any(|word| first.eq_ignore_ascii_case(word));
    let count = words.count() + 1;
    let remark = is_one(REMARKING) || (is_one(EDITING) && is_quoted(text, start));
    let named = count <= NAME && is_asked_for(inner) && !remark;
    let prompt = count > 1 && is_one(PROMPTS);
    let title = inner.len() > 3
        && is_title(inner)
        && !is_one(REMARKS)
        && !inner.contains(|c: char| c.is_ascii_digit());
    (named || prompt || title) && !linked()
}

/// Whether an odd number of quotation marks stands before `start`.
fn is_quoted(text: &str, start: usize) -> bool {
    let before = slice(text, 0..start);
    let straight = before.matches('"').count() % 2 == 1;
    straight || before.matches('“').count() > before.matches('”').count()
}

fn is_angle_gap(inner: &str) -> bool {
    let closed = inner.starts_with([' ', '/', '!', '-', '=']) || inner.ends_with(' ');
    letters(inner) > 1 && !closed && !inner.contains(['@', '=', Prose::OBJECT]) && is_asked_for(inner)
}

/// `{Name}`, `{product_name}`; no `{id}`, `{.class}`, `{++added++}` or `{a, b}`.
fn is_brace_gap(inner: &str) -> bool {
    const WORDS: usize = 5;
    let named = inner.chars().all(|c| c.is_alphanumeric() || [' ', '_', '-', '\''].contains(&c));
    let words = inner.split_whitespace().count();
    named
        && inner.starts_with(char::is_alphabetic)
        && letters(inner) > 2
        && words <= WORDS
        && (is_asked_for(inner) || is_title(inner))
}

fn letters(inner: &str) -> usize {
    inner.chars().filter(|c| c.is_alphabetic()).count()
}

/// Whether every word begins with a capital.
fn is_title(inner: &str) -> bool {
    inner
        .split_whitespace()
        .all(|word| word.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphabetic()))
}
