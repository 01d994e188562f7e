//! Where in a document a block stands, in words.

use super::piece::word;
use crate::redline::{Kind, Redline, Row, Text};

/// Block `at` as one line, without its mark.
pub fn plain(text: &Text<'_>, at: usize) -> String {
    let mut out = String::new();
    for at in text.tokens_of(at) {
        if !out.is_empty() && text.tokens.get(at).is_some_and(|token| token.spaced) {
            out.push(' ');
        }
        out.push_str(&word(text, at));
    }
    out
}

/// The heading that block `at` stands under: of a heading, the one above it in level.
pub fn section(text: &Text<'_>, at: usize) -> Option<usize> {
    let block = text.blocks.get(at)?;
    let own = level(block.kind);
    let mut above = block.heading;
    while let Some(heading) = above {
        let block = text.blocks.get(heading)?;
        if own.is_none_or(|own| level(block.kind).is_some_and(|level| level < own)) {
            return Some(heading);
        }
        above = block.heading;
    }
    None
}

fn level(kind: Kind) -> Option<u8> {
    if let Kind::Heading(level) = kind { Some(level) } else { None }
}

/// Where the block that is `new` now and was `old` comes from: `from "Price"`, `from further up`.
pub(super) fn from(redline: &Redline<'_>, old: usize, new: usize) -> String {
    let name = |text: &Text<'_>, at| section(text, at).map(|heading| plain(text, heading));
    let (was, is) = (name(&redline.old, old), name(&redline.new, new));
    was.filter(|was| is.as_ref() != Some(was))
        .map_or_else(|| further(redline, old, true), |was| format!("from \"{was}\""))
}

/// Where the block that was `old` and is `new` now went: `to "Price"`, `further down`.
pub(super) fn to(redline: &Redline<'_>, old: usize, new: usize) -> String {
    let name = |text: &Text<'_>, at| section(text, at).map(|heading| plain(text, heading));
    let (was, is) = (name(&redline.old, old), name(&redline.new, new));
    is.filter(|is| was.as_ref() != Some(is))
        .map_or_else(|| further(redline, old, false), |is| format!("to \"{is}\""))
}

/// Where it stands that moved under the same heading, seen from where it is now or else from where it was.
fn further(redline: &Redline<'_>, block: usize, from: bool) -> String {
    let mut ends = redline.rows.iter().filter_map(|row| match row {
        Row::MovedFrom { old, .. } if *old == block => Some(true),
        Row::MovedTo { old, .. } if *old == block => Some(false),
        _ => None,
    });
    let is_origin_first = ends.next().unwrap_or(true);
    let place = if is_origin_first == from { "further up" } else { "further down" };
    if from { format!("from {place}") } else { place.to_owned() }
}
