//! Which comment answers which, where the program that saved the document left it out.
//!
//! What was sent out with threads carries them (see [`Replies`]). Of what came in since, a comment about the very words of
//! an earlier one answers that: so Word, Google Docs and LibreOffice set replies; LibreOffice also begins them with
//! "Reply to NAME (".

use std::cmp::Reverse;
use std::collections::HashMap;

use super::comments::Comments;
use crate::word::model::{Block, Comment, Inline};
use crate::word::replies::{Replies, key};

/// Finds parents for `comments` that stand in `blocks`, where none has one and Word's list says nothing of them; how many were
/// found by their place alone.
pub(super) fn rejoin(comments: &mut Comments, blocks: &[Block], replies: &Replies) -> usize {
    let Comments { all: comments, listed, .. } = comments;
    if comments.len() < 2 || comments.iter().any(|comment| comment.parent.is_some()) {
        return 0;
    }
    let keys: Vec<String> =
        comments.iter().map(|comment| key(&comment.by, comment.at, &comment.text)).collect();
    let mut by_key: HashMap<&str, usize> = HashMap::new();
    for (at, key) in keys.iter().enumerate() {
        by_key.entry(key).or_insert(at);
    }
    let known: Vec<Option<Option<&str>>> = keys.iter().map(|key| replies.find(key)).collect();
    let ranges = ranges(comments.len(), blocks);
    // The oldest first: who is answered spoke before.
    let mut order: Vec<usize> = (0..comments.len()).collect();
    order.sort_by_key(|at| (comments.get(*at).and_then(|comment| comment.at), *at));
    let mut found = 0;
    for (nth, at) in order.iter().copied().enumerate() {
        let told = known.get(at).copied().flatten().or_else(|| listed.contains(&at).then_some(None));
        let parent = match told {
            Some(re) => re.and_then(|re| by_key.get(re)).copied().filter(|parent| *parent != at),
            None => by_place(at, order.get(..nth).unwrap_or(&[]), comments, &ranges),
        };
        found += usize::from(told.is_none() && parent.is_some());
        if let Some(comment) = comments.get_mut(at) {
            comment.parent = parent;
        }
    }
    found
}

/// The comment among the `earlier` ones that comment number `at` answers.
fn by_place(
    at: usize,
    earlier: &[usize],
    comments: &[Comment],
    ranges: &[Option<(usize, usize)>],
) -> Option<usize> {
    let own = comments.get(at).filter(|own| !own.is_of_pen())?;
    let (start, end) = ranges.get(at).copied().flatten()?;
    let range = |other: usize| ranges.get(other).copied().flatten();
    let person =
        |other: &usize| comments.get(*other).is_some_and(|other| !other.is_of_pen() && other.at < own.at);
    // Whatever program wrote them, who is answered stands first.
    let earlier: Vec<usize> = earlier.iter().copied().filter(|other| *other < at).collect();
    let root = |other: usize| comments.get(other).and_then(|comment| comment.parent).unwrap_or(other);
    let same = |other: &&usize| start < end && range(**other) == Some((start, end)) && person(other);
    if let Some(other) = earlier.iter().find(same) {
        return Some(root(*other));
    }
    let named = own.text.strip_prefix("Reply to ")?;
    let is_named = |other: &&usize| {
        let by = comments.get(**other).map_or("", |other| other.by.as_str());
        let touches =
            range(**other).is_some_and(|(from, to)| from <= start && end <= to.max(end) && start <= to);
        !by.is_empty()
            && touches
            && person(other)
            && named.strip_prefix(by).is_some_and(|rest| rest.starts_with(" ("))
    };
    let found = earlier.iter().filter(is_named).min_by_key(|other| Reverse(range(**other)))?;
    Some(root(*found))
}

/// Where each comment begins and ends, in characters of the document.
fn ranges(count: usize, blocks: &[Block]) -> Vec<Option<(usize, usize)>> {
    let mut out = vec![None; count];
    let mut at = 0;
    for block in blocks {
        for piece in &block.pieces {
            match &piece.inline {
                Inline::Text { text, .. } => at += text.chars().count(),
                Inline::Break | Inline::Note(_) => at += 1,
                Inline::Start(comment) => {
                    if let Some(range) = out.get_mut(*comment) {
                        *range = Some((at, at));
                    }
                }
                Inline::End(comment) => {
                    if let Some(Some((_, end))) = out.get_mut(*comment) {
                        *end = at;
                    }
                }
            }
        }
        at += 1;
    }
    out
}
