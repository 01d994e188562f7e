//! Which edits that nobody tracked are one suggestion: as a redline of both texts groups them.

use std::collections::HashSet;

use super::edit::{Edit, applied};
use crate::review::{Rewording, rewordings};

/// `edits` of `source`, whose front matter ends at byte `start`, grouped where they are silent, and those that are of a move.
///
/// The silent edits alone make a text, and what a redline finds between it and `source` takes their place: a sentence with
/// few words left is one change, and a paragraph that stands elsewhere is a move. Where a tracked edit stands among
/// them, and where the redline does not make the same text, they stay as they are.
pub(super) fn grouped(
    source: &str,
    start: usize,
    edits: &[Edit],
    is_silent: impl Fn(usize) -> bool,
) -> (Vec<Rewording>, HashSet<usize>) {
    let as_they_are = || edits.iter().enumerate().map(|(at, edit)| rewording(edit, at)).collect::<Vec<_>>();
    let silent: Vec<usize> = (0..edits.len()).filter(|at| is_silent(*at)).collect();
    let own: Vec<Edit> = silent.iter().filter_map(|at| edits.get(*at).cloned()).collect();
    if own.is_empty() {
        return (as_they_are(), HashSet::new());
    }
    let edited = applied(source, &own);
    let mut groups: Vec<(Rewording, bool)> = rewordings(source, start, &edited);
    for (group, _) in &mut groups {
        let touches = |at: &&usize| edits.get(**at).is_some_and(|edit| touches(edit, group));
        group.of = silent.iter().filter(touches).copied().collect();
    }
    let tracked: Vec<&Edit> =
        (0..edits.len()).filter(|at| !is_silent(*at)).filter_map(|at| edits.get(at)).collect();
    let among = |group: &Rewording| tracked.iter().any(|edit| touches(edit, group));
    let mut left: HashSet<usize> = HashSet::new();
    loop {
        let before = groups.len();
        groups.retain(|(group, _)| {
            let goes = among(group) || group.of.iter().any(|at| left.contains(at));
            if goes {
                left.extend(&group.of);
            }
            !goes
        });
        if groups.len() == before {
            break;
        }
    }
    let covered: HashSet<usize> = groups.iter().flat_map(|(group, _)| group.of.iter().copied()).collect();
    let halves =
        groups.iter().filter(|(_, moved)| *moved).flat_map(|(group, _)| group.of.iter().copied()).collect();
    let singles = edits.iter().enumerate().filter(|(at, _)| !covered.contains(at));
    let mut all: Vec<Rewording> = groups.into_iter().map(|(group, _)| group).collect();
    all.extend(singles.map(|(at, edit)| rewording(edit, at)));
    all.sort_by_key(|group| (group.span.start, group.span.end));
    let made = |all: &[Rewording]| {
        let edit = |group: &Rewording| Edit { span: group.span, to: group.to.clone(), of: 0 };
        let text = applied(source, &all.iter().map(edit).collect::<Vec<_>>());
        text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let is_apart = all.windows(2).all(|pair| matches!(pair, [one, two] if one.span.end <= two.span.start));
    if !is_apart || all.iter().any(|group| group.of.is_empty()) || made(&all) != made(&as_they_are()) {
        return (as_they_are(), HashSet::new());
    }
    (all, halves)
}

fn rewording(edit: &Edit, at: usize) -> Rewording {
    Rewording { span: edit.span, to: edit.to.clone(), of: vec![at] }
}

fn touches(edit: &Edit, group: &Rewording) -> bool {
    edit.span.start <= group.span.end && group.span.start <= edit.span.end
}
