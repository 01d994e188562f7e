//! Gaps in words: "Lorem ipsum", "your text here", "Company X", "Jane Doe", "City, State", "(to be determined)".

use std::ops::Range;

use super::Token;
use crate::document::{Block, BlockKind};
use crate::text::slice;

/// What a template asks to be put "here".
const CONTENT: &[&str] = &[
    "name",
    "quote",
    "text",
    "answer",
    "headline",
    "subheading",
    "summary",
    "price",
    "date",
    "title",
    "logo",
    "image",
    "link",
    "url",
    "number",
    "content",
    "description",
    "product",
    "company",
    "customer",
    "problem",
    "solution",
];
/// Two words with capitals that name nobody. A letter behind a noun ("Company X") is found without them.
const NOBODY: &[(&str, &str)] = &[
    ("Your", "Name"),
    ("Your", "Company"),
    ("Your", "Product"),
    ("Your", "City"),
    ("Your", "Title"),
    ("Company", "Name"),
    ("Product", "Name"),
    ("Customer", "Name"),
    ("Spokesperson", "Name"),
    ("Firstname", "Lastname"),
    ("First", "Last"),
    ("Sample", "Person"),
    ("Member", "Organization"),
    ("John", "Doe"),
    ("Jane", "Doe"),
    ("Joe", "Bloggs"),
];
/// Nouns that a letter behind them leaves open.
const OPEN: &[&str] =
    &["Company", "Product", "Customer", "Partner", "City", "Country", "Person", "Competitor"];
/// What nobody has done yet: "(to be determined)".
const UNDONE: &[&str] = &[
    "determined",
    "confirmed",
    "announced",
    "decided",
    "defined",
    "added",
    "provided",
    "completed",
    "filled",
];

/// The gap in words that begins with `token`, before the token `next`.
pub(super) fn gap(block: &Block, token: Token<'_>, next: &str) -> Option<Range<usize>> {
    let word = token.text;
    match word.as_bytes().first()? {
        b'L' | b'l' if word.eq_ignore_ascii_case("lorem") && next.eq_ignore_ascii_case("ipsum") => {
            Some(reach(block, token, 2))
        }
        b'T' | b't' if word.eq_ignore_ascii_case("to") && next == "be" => undone(block, token),
        b'I' | b'i' if word.eq_ignore_ascii_case("insert") => here(block, token, 1),
        b'Y' | b'y' if word.eq_ignore_ascii_case("your") && !next.starts_with(char::is_uppercase) => {
            here(block, token, 0)
        }
        first if first.is_ascii_uppercase() && next.starts_with(char::is_uppercase) => {
            nobody(block, token, next)
        }
        first if first.is_ascii_alphabetic() && next == "goes" => goes_here(block, token),
        _ => None,
    }
}

/// `token` and what follows it, `count` words in all, as bytes of the block's text.
fn reach(block: &Block, token: Token<'_>, count: usize) -> Range<usize> {
    let rest = slice(&block.prose.text, token.start..block.prose.text.len());
    let last = super::tokens(rest).nth(count - 1);
    token.start
        ..last.map_or(token.start + token.text.len(), |last| token.start + last.start + last.text.len())
}

/// "insert quote here", "your text here": few words, one of which a template asks for, up to "here".
fn here(block: &Block, token: Token<'_>, skipped: usize) -> Option<Range<usize>> {
    const WORDS: usize = 5;
    let rest = slice(&block.prose.text, token.start..block.prose.text.len());
    let mut asked = false;
    for (at, word) in super::tokens(rest).enumerate().skip(1).take(WORDS + skipped) {
        if word.text.eq_ignore_ascii_case("here") {
            return asked.then(|| reach(block, token, at + 1));
        }
        asked |= CONTENT.iter().any(|known| word.text.eq_ignore_ascii_case(known));
    }
    None
}

/// "Quote goes here".
fn goes_here(block: &Block, token: Token<'_>) -> Option<Range<usize>> {
    let asked = CONTENT.iter().any(|known| token.text.eq_ignore_ascii_case(known));
    let rest = slice(&block.prose.text, token.start..block.prose.text.len());
    let third = super::tokens(rest).nth(2)?;
    (asked && third.text.eq_ignore_ascii_case("here")).then(|| reach(block, token, 3))
}

/// "Company X", "Your Name", "City, State". Cells and labels name fields.
fn nobody(block: &Block, token: Token<'_>, next: &str) -> Option<Range<usize>> {
    let text = block.prose.text.as_str();
    let letter = OPEN.contains(&token.text) && matches!(next, "X" | "Y" | "Z" | "XYZ" | "ABC");
    let known = NOBODY.iter().any(|(first, second)| *first == token.text && *second == next);
    // Where the release begins, before its date.
    let dateline = token.start <= block.lead + 4
        && token.text.eq_ignore_ascii_case("city")
        && ["State", "STATE", "Date", "DATE", "Country", "ST"].contains(&next);
    if !(letter || known || dateline) {
        return None;
    }
    let range = reach(block, token, 2);
    let after = slice(text, range.end..text.len()).trim_start_matches(['"', '”', '*']);
    let field =
        block.kind == BlockKind::Cell || after.starts_with(':') || after.trim_start().starts_with("field");
    (!field).then_some(range)
}

/// "(to be determined)", "Price: to be confirmed", and a block that begins so.
fn undone(block: &Block, token: Token<'_>) -> Option<Range<usize>> {
    let text = block.prose.text.as_str();
    let before = slice(text, 0..token.start);
    let first = token.start <= block.lead || before.trim_end().ends_with(':') || before.ends_with('(');
    let rest = slice(text, token.start..text.len());
    let third = super::tokens(rest).nth(2)?;
    (first && UNDONE.contains(&third.text)).then(|| reach(block, token, 3))
}
