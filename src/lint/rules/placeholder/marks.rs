//! Gaps made of signs: `____`, `???`, `@@price@@`, `%NAME%`, an answer of three dots; and stand-ins such as TBD.

use std::ops::Range;

use super::{Token, is_asked_for};
use crate::document::{Block, BlockKind, Role};
use crate::text::slice;

/// Words in capitals that stand for what is still to be found.
const STAND_INS: &[&str] = &["TBD", "TBC", "TBA", "TODO", "FIXME", "TKTK", "TK", "T.B.D", "T.B.C", "T.B.A"];
/// The same in small letters, which are no words of English.
const SMALL: &[&str] = &["tbd", "tbc", "Tbd", "Tbc"];
/// Things that are called after a stand-in: "a TODO list".
const THINGS: &[&str] =
    &["app", "apps", "list", "lists", "item", "items", "comment", "comments", "task", "tasks"];

/// The gap that `token` is or holds.
pub(super) fn gap(token: Token<'_>) -> Option<Range<usize>> {
    let text = token.text;
    if text.bytes().any(|byte| matches!(byte, b'_' | b'?')) {
        return blank(token).or_else(|| asking(token));
    }
    None
}

/// The stand-in that `token` is, before `next`.
pub(super) fn stand_in(token: Token<'_>, next: &str) -> Option<Range<usize>> {
    let text = token.text.trim_end_matches(['?', '.', '…']);
    let is = |word: &&&str| **word == text;
    let thing = THINGS.contains(&next.trim_end_matches(|c: char| !c.is_alphanumeric()));
    // "TK Maxx" is a name.
    let name = text == "TK" && next.starts_with(char::is_uppercase);
    let found = STAND_INS.iter().chain(SMALL).find(is).is_some();
    (found && !thing && !name).then(|| token.range(0..text.len()))
}

/// Three or more `_` that stand for a word: no letter beside them, as in `snake___case`.
fn blank(token: Token<'_>) -> Option<Range<usize>> {
    const LEAST: usize = 3;
    let text = token.text;
    let start = text.find("___")?;
    let length = slice(text, start..text.len()).bytes().take_while(|byte| *byte == b'_').count();
    let end = start + length;
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let beside = letter(slice(text, 0..start).chars().next_back())
        || letter(slice(text, end..text.len()).chars().next());
    (length >= LEAST && !beside).then(|| token.range(start..end))
}

/// `???`, `£??`: question marks behind no word.
fn asking(token: Token<'_>) -> Option<Range<usize>> {
    let text = token.text;
    let start = text.find("??")?;
    let before = slice(text, 0..start);
    let only = slice(text, start..text.len()).trim_matches('?').chars().all(|c| !c.is_alphabetic());
    let signs =
        before.chars().all(|c| !c.is_alphanumeric() && c != '!' && c != crate::document::Prose::OBJECT);
    (only && signs).then(|| token.whole())
}

/// Adds what stands between doubled signs (`@@price@@`, `%%name%%`), and `%NAME%` where templates ask for it.
pub(super) fn delimited(text: &str, out: &mut Vec<Range<usize>>) {
    if !text.as_bytes().contains(&b'@') && !text.as_bytes().contains(&b'%') {
        return;
    }
    for sign in ["@@", "%%", "%"] {
        let mut at = 0;
        while let Some(start) = slice(text, at..text.len()).find(sign).map(|found| at + found) {
            at = start + sign.len();
            let rest = slice(text, at..text.len());
            let inner = rest.find(sign).map(|end| slice(rest, 0..end)).filter(|inner| is_name(inner, sign));
            if let Some(inner) = inner {
                let end = at + inner.len() + sign.len();
                out.push(start..end);
                at = end;
            }
        }
    }
}

/// Whether `inner` is a name between two `sign`s. `%PATH%` is a variable of a shell, `5% of 10%` none at all.
fn is_name(inner: &str, sign: &str) -> bool {
    const LONGEST: usize = 40;
    let named = inner.starts_with(char::is_alphabetic)
        && inner.len() <= LONGEST
        && inner.chars().all(|c| c.is_alphanumeric() || ['_', '-', ' ', '.'].contains(&c));
    let capitals =
        || !inner.contains(char::is_whitespace) && !inner.contains(char::is_lowercase) && is_asked_for(inner);
    named && (sign != "%" || capitals())
}

/// The whole block, where it is nothing but dots: an answer that somebody meant to write.
pub(super) fn ellipsis(block: &Block) -> Option<Range<usize>> {
    let text = slice(&block.prose.text, block.lead..block.prose.text.len());
    let dots = text.trim();
    let prose = block.kind == BlockKind::Paragraph && block.role != Role::Heading && !block.quoted;
    let gap = prose && (dots == "…" || (dots.len() > 2 && dots.bytes().all(|byte| byte == b'.')));
    let start = block.lead + (text.len() - text.trim_start().len());
    gap.then(|| start..start + dots.len())
}
