//! Two flows in one, each glyph and paragraph mark the same, deleted or inserted.

use super::model::{Block, Glyph, Para, Row, Shape};
use super::script::Script;
use crate::text::Span;

/// What became of a glyph or a paragraph mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum State {
    Same,
    /// By the author of that number.
    Deleted(usize),
    /// By the author of that number.
    Inserted(usize),
}

/// A glyph, what became of it, and its bytes in the text that reviewers read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub glyph: Glyph,
    pub state: State,
    pub mid: Option<Span>,
}

#[derive(Debug)]
pub(super) struct MergedPara {
    pub shape: Shape,
    pub glyphs: Vec<Placed>,
    /// What became of its paragraph mark.
    pub mark: State,
    /// Where it begins in the text after, where it is there.
    pub start: Option<usize>,
}

#[derive(Debug)]
pub(super) struct MergedRow {
    /// The row as it is now; as it was, where it is gone.
    pub row: Row,
    pub cells: Vec<Vec<Placed>>,
    pub state: State,
    /// The number of its table in the text before, where it stood there.
    pub old_table: Option<usize>,
}

#[derive(Debug)]
pub(super) enum Merged {
    Para(MergedPara),
    Row(MergedRow),
}

/// Two texts, and the one between them that reviewers read.
pub(super) struct Sides<'s> {
    /// From the text before to the one between.
    pub to_mid: &'s Script,
    /// From there to the text after.
    pub from_mid: &'s Script,
    /// From the text before to the one after.
    pub across: &'s Script,
    /// Who deleted these bytes of the text before, or inserted these of the text after.
    pub who: &'s dyn Fn(Side, Span) -> usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Old,
    New,
}

/// What is compared as a whole.
#[derive(Clone, Copy)]
enum Atom<'f> {
    Glyph(&'f Glyph, &'f Shape),
    End(&'f Para),
    Row(&'f Row),
}

impl Atom<'_> {
    fn span(&self) -> Span {
        match self {
            Atom::Glyph(glyph, _) => glyph.span,
            Atom::End(para) => Span::new(para.end, para.end + 1),
            Atom::Row(row) => Span::new(row.end, row.end + 1),
        }
    }

    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Atom::Glyph(one, shape), Atom::Glyph(two, other)) => {
                one.ink.reads_as(two.ink) && one.marks == two.marks && shape.looks_like(other)
            }
            (Atom::End(one), Atom::End(two)) => one.shape.looks_like(&two.shape),
            (Atom::Row(one), Atom::Row(two)) => (one.cells.len(), one.head) == (two.cells.len(), two.head),
            _ => false,
        }
    }

    fn is_space(&self) -> bool {
        matches!(self, Atom::Glyph(glyph, _) if glyph.ink.is_space())
    }
}

/// An atom with what became of it; one that is the same as it was and as it is.
enum Step<'f> {
    Same(Atom<'f>, Atom<'f>),
    Deleted(Atom<'f>),
    Inserted(Atom<'f>),
}

/// `old` and `new` in one.
pub(super) fn merged(old: &[Block], new: &[Block], sides: &Sides<'_>) -> Vec<Merged> {
    let steps = aligned(&atoms(old), &atoms(new), sides);
    let mut out = Vec::new();
    let mut glyphs = Vec::new();
    for step in steps {
        match step {
            Step::Same(_, Atom::Glyph(..))
            | Step::Deleted(Atom::Glyph(..))
            | Step::Inserted(Atom::Glyph(..)) => {
                glyphs.extend(placed(&step, sides));
            }
            Step::Same(Atom::Row(one), Atom::Row(two)) => out.push(Merged::Row(same_row(one, two, sides))),
            Step::Deleted(Atom::Row(row)) => out.push(Merged::Row(whole_row(row, Side::Old, sides))),
            Step::Inserted(Atom::Row(row)) => out.push(Merged::Row(whole_row(row, Side::New, sides))),
            Step::Same(_, Atom::End(para))
            | Step::Deleted(Atom::End(para))
            | Step::Inserted(Atom::End(para)) => {
                let mark = state(&step, sides);
                let start = (!matches!(mark, State::Deleted(_))).then_some(para.start);
                let glyphs = std::mem::take(&mut glyphs);
                out.push(Merged::Para(MergedPara { shape: para.shape, glyphs, mark, start }));
            }
            Step::Same(..) => {}
        }
    }
    out
}

/// `blocks` with nothing tracked.
pub(super) fn plain(blocks: &[Block]) -> Vec<Merged> {
    let same = |para: &Para| -> Vec<Placed> {
        para.glyphs.iter().map(|glyph| Placed { glyph: *glyph, state: State::Same, mid: None }).collect()
    };
    let block = |block: &Block| match block {
        Block::Para(para) => {
            Merged::Para(MergedPara { shape: para.shape, glyphs: same(para), mark: State::Same, start: None })
        }
        Block::Row(row) => {
            let cells = row.cells.iter().map(same).collect();
            Merged::Row(MergedRow { row: row.clone(), cells, state: State::Same, old_table: Some(row.table) })
        }
    };
    blocks.iter().map(block).collect()
}

fn atoms(blocks: &[Block]) -> Vec<Atom<'_>> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Para(para) => {
                out.extend(para.glyphs.iter().map(|glyph| Atom::Glyph(glyph, &para.shape)));
                out.push(Atom::End(para));
            }
            Block::Row(row) => out.push(Atom::Row(row)),
        }
    }
    out
}

/// What is the same in both, in order; between two such atoms first what is gone, then what is new.
fn aligned<'f>(old: &[Atom<'f>], new: &[Atom<'f>], sides: &Sides<'_>) -> Vec<Step<'f>> {
    let mut out = Vec::with_capacity(old.len().max(new.len()));
    let mut gone: Vec<Atom<'f>> = Vec::new();
    // The first of `new` that was not put out, and the first that may still be the same as one of `old`.
    let (mut next, mut look) = (0, 0);
    for atom in old {
        let place = sides.across.forward(atom.span());
        let found = place.and_then(|place| {
            let at = |other: &Atom<'f>| sides.across.canonical(other.span().start);
            while new.get(look).is_some_and(|other| at(other) < place) {
                look += 1;
            }
            new.get(look).filter(|other| at(other) == place && atom.is_like(other))
        });
        let Some(same) = found else {
            gone.push(*atom);
            continue;
        };
        between(std::mem::take(&mut gone), new.get(next..look).unwrap_or(&[]), &mut out);
        out.push(Step::Same(*atom, *same));
        look += 1;
        next = look;
    }
    between(gone, new.get(next..).unwrap_or(&[]), &mut out);
    out
}

/// Puts out what stands between two atoms that are the same. White space that is written in another way is the same.
fn between<'f>(gone: Vec<Atom<'f>>, come: &[Atom<'f>], out: &mut Vec<Step<'f>>) {
    let spaces = gone.len() == come.len()
        && gone.iter().zip(come).all(|(one, two)| one.is_space() && one.is_like(two));
    if spaces {
        out.extend(gone.into_iter().zip(come).map(|(one, two)| Step::Same(one, *two)));
        return;
    }
    out.extend(gone.into_iter().map(Step::Deleted));
    out.extend(come.iter().copied().map(Step::Inserted));
}

fn state(step: &Step<'_>, sides: &Sides<'_>) -> State {
    match step {
        Step::Same(..) => State::Same,
        Step::Deleted(atom) => State::Deleted((sides.who)(Side::Old, atom.span())),
        Step::Inserted(atom) => State::Inserted((sides.who)(Side::New, atom.span())),
    }
}

fn placed(step: &Step<'_>, sides: &Sides<'_>) -> Option<Placed> {
    let (atom, start) = match step {
        Step::Same(old, new) => (new, sides.to_mid.forward(old.span())),
        Step::Deleted(atom) => (atom, sides.to_mid.forward(atom.span())),
        Step::Inserted(atom) => (atom, sides.from_mid.backward(atom.span())),
    };
    let Atom::Glyph(glyph, _) = atom else { return None };
    let mid = start.map(|start| Span::new(start, start + glyph.span.len()));
    Some(Placed { glyph: **glyph, state: state(step, sides), mid })
}

fn same_row(old: &Row, new: &Row, sides: &Sides<'_>) -> MergedRow {
    let cells = old.cells.iter().zip(&new.cells).map(|(one, two)| {
        let (one, two) = (glyphs(one), glyphs(two));
        aligned(&one, &two, sides).iter().filter_map(|step| placed(step, sides)).collect()
    });
    MergedRow { cells: cells.collect(), row: new.clone(), state: State::Same, old_table: Some(old.table) }
}

fn whole_row(row: &Row, side: Side, sides: &Sides<'_>) -> MergedRow {
    let step = |atom| if side == Side::Old { Step::Deleted(atom) } else { Step::Inserted(atom) };
    let cells = row
        .cells
        .iter()
        .map(|cell| glyphs(cell).into_iter().filter_map(|atom| placed(&step(atom), sides)).collect());
    let old_table = (side == Side::Old).then_some(row.table);
    MergedRow {
        cells: cells.collect(),
        row: row.clone(),
        state: state(&step(Atom::Row(row)), sides),
        old_table,
    }
}

fn glyphs(cell: &Para) -> Vec<Atom<'_>> {
    cell.glyphs.iter().map(|glyph| Atom::Glyph(glyph, &cell.shape)).collect()
}
