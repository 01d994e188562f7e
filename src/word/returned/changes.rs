//! What a document changes in the text that it was made from, by whom, tracked or not.

use std::ops::Range;

use super::flow::{Flow, What};
use super::same::{Place, Same};
use crate::text::slice;
use crate::word::visible::Visible;

/// Who made a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// The author with this number, while changes were tracked.
    Tracked(usize),
    /// Whoever saved the document, without a trace.
    Silent,
}

/// A change of a stretch of the base.
#[derive(Debug, Clone)]
pub(super) struct Change {
    /// What goes, in the text of the base; may be empty.
    pub shown: Range<usize>,
    /// The atoms that come.
    pub put: Vec<usize>,
    pub who: Who,
    /// Whether it is one half of a move.
    pub moved: bool,
    /// The first and the last of the atoms that it is about, those that go included.
    pub atoms: Option<(usize, usize)>,
    /// Whether the words stay and are set otherwise.
    pub is_set: bool,
    /// Who changed words that are new in it.
    pub over: Option<usize>,
    /// The atoms that came, and that `over` took out again.
    pub gone: Vec<usize>,
}

/// The changes in the order of the base; those of authors whom `is_left_out` names are none.
pub(super) fn changes(
    base: &Visible,
    flow: &Flow<'_>,
    same: &Same,
    is_left_out: impl Fn(usize) -> bool,
) -> Vec<Change> {
    let mut walk = Walk { flow, out: Vec::new(), open: false, cursor: 0 };
    for (at, atom) in flow.atoms.iter().enumerate() {
        let place = same.places.get(at).unwrap_or(&Place::None);
        let stays = atom.deleted.is_none_or(&is_left_out);
        let was = atom.is_in(&same.taken);
        match place {
            Place::At(shown) if was => {
                walk.skipped(shown.start);
                walk.cursor = shown.end;
                match atom.deleted.filter(|_| !stays) {
                    Some(author) => walk.delete(shown.clone(), Who::Tracked(author), Some(at)),
                    None => walk.open = false,
                }
            }
            Place::None if was && stays => walk.insert(at, Who::Silent),
            Place::Layout if was && stays => walk.separate(at),
            _ if !was => match (atom.inserted.filter(|author| !is_left_out(*author)), atom.deleted) {
                (Some(author), None) => walk.insert(at, Who::Tracked(author)),
                (Some(author), Some(over)) if !is_left_out(over) => walk.overwrite(at, author, over),
                _ => {}
            },
            _ => {}
        }
    }
    let end = base.text.trim_end().len();
    walk.skipped(end);
    let mut out = walk.out;
    if let Some(last) = out.last_mut() {
        behind_all(flow, end, last);
    }
    out.retain(|change| change.who != Who::Silent || !is_layout(base, flow, change));
    out
}

/// What comes behind all of the base begins with the end of the block before it, not with its own: that one may be new too.
fn behind_all(flow: &Flow<'_>, end: usize, change: &mut Change) {
    let is_end = |at: usize| flow.atoms.get(at).is_some_and(|atom| atom.what == What::End);
    let first = change.put.first().and_then(|first| first.checked_sub(1)).filter(|before| is_end(*before));
    if change.shown == (end..end)
        && let Some(before) = first
        && change.put.last().is_some_and(|last| is_end(*last))
    {
        change.put.pop();
        change.put.insert(0, before);
    }
}

/// Whether nothing but white space differs.
fn is_layout(base: &Visible, flow: &Flow<'_>, change: &Change) -> bool {
    let put = change.put.iter().filter_map(|at| flow.atoms.get(*at));
    let put: String = put.map(|atom| atom.what.character()).collect();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let gone = slice(&base.text, change.shown.clone());
    let breaks = |text: &str| text.trim().is_empty() && text.contains('\n');
    words(gone) == words(&put) && breaks(gone) == breaks(&put)
}

struct Walk<'w, 'd> {
    flow: &'w Flow<'d>,
    out: Vec<Change>,
    /// Whether the last change may go on.
    open: bool,
    /// How far the base is dealt with.
    cursor: usize,
}

impl Walk<'_, '_> {
    /// The base goes on at `to`: what stands before is gone without a trace.
    fn skipped(&mut self, to: usize) {
        if self.cursor < to {
            let shown = self.cursor..to;
            self.cursor = to;
            self.delete(shown, Who::Silent, None);
        }
    }

    fn delete(&mut self, shown: Range<usize>, who: Who, atom: Option<usize>) {
        let moved = atom.and_then(|at| self.flow.atoms.get(at)).is_some_and(|atom| atom.moved);
        self.change(who, shown.start, |change| {
            change.shown.end = change.shown.end.max(shown.end);
            change.reach(atom, moved);
        });
    }

    fn insert(&mut self, at: usize, who: Who) {
        let moved = self.flow.atoms.get(at).is_some_and(|atom| atom.moved && atom.what != What::End);
        self.change(who, self.cursor, |change| {
            change.put.push(at);
            change.reach(Some(at), moved);
        });
    }

    /// Atom number `at`, which `author` put in, was taken out by somebody else.
    fn overwrite(&mut self, at: usize, author: usize, over: usize) {
        if !self.is_same(Who::Tracked(author), Who::Tracked(over)) {
            self.change(Who::Tracked(author), self.cursor, |change| {
                change.gone.push(at);
                change.over = Some(over);
                change.reach(Some(at), false);
            });
        }
    }

    /// White space that was one with what stands before it: where something came between the two, it is needed.
    fn separate(&mut self, at: usize) {
        let is_space = |at: &usize| {
            let atom = self.flow.atoms.get(*at);
            atom.is_none_or(|atom| atom.what == What::End || atom.what.character().is_whitespace())
        };
        if let Some(last) = self.out.last_mut().filter(|_| self.open)
            && last.put.last().is_some_and(|last| !is_space(last))
        {
            last.put.push(at);
        }
    }

    /// Does it to the last change where that goes on, else to a new one at `shown`.
    fn change(&mut self, who: Who, shown: usize, edit: impl FnOnce(&mut Change)) {
        let goes_on = self.open
            && self.out.last().is_some_and(|last| {
                let over = last.over.map(Who::Tracked);
                self.is_same(last.who, who) || over.is_some_and(|over| self.is_same(over, who))
            });
        if !goes_on {
            self.out.push(Change::new(shown..shown, who));
        }
        self.open = true;
        if let Some(last) = self.out.last_mut() {
            edit(last);
        }
    }

    /// Whether two changes that touch are one: the same person's.
    fn is_same(&self, one: Who, two: Who) -> bool {
        let by = |who: Who| match who {
            Who::Tracked(author) => self.flow.authors.get(author).map(|author| author.by.as_str()),
            Who::Silent => None,
        };
        by(one) == by(two)
    }
}

impl Change {
    pub fn new(shown: Range<usize>, who: Who) -> Self {
        let (put, gone, atoms) = Default::default();
        Self { shown, put, who, moved: false, atoms, is_set: false, over: None, gone }
    }

    /// It as its author made it, before somebody else changed words that are new in it.
    pub fn before(&self, flow: &Flow<'_>) -> Self {
        let Some(over) = self.over else { return self.clone() };
        let by = |author: usize| flow.authors.get(author).map(|author| author.by.as_str());
        let is_own = |at: &&usize| {
            let inserted = flow.atoms.get(**at).and_then(|atom| atom.inserted);
            inserted.is_none_or(|author| by(author) != by(over))
        };
        let mut put: Vec<usize> = self.put.iter().filter(is_own).chain(&self.gone).copied().collect();
        put.sort_unstable();
        Self { put, gone: Vec::new(), ..self.clone() }
    }

    fn reach(&mut self, atom: Option<usize>, moved: bool) {
        self.moved |= moved;
        if let Some(at) = atom {
            let (first, last) = self.atoms.unwrap_or((at, at));
            self.atoms = Some((first.min(at), last.max(at)));
        }
    }
}
