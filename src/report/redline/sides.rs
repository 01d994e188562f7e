//! From a row of a redline to the words of its two sides, and of the one text that has both.

use std::ops::Range;

use super::numbers::Numbers;
use super::piece::{Mark, Piece, bracket, word};
use super::{Remark, place};
use crate::redline::{Block, Change, ChangeKind, Class, Kind, Op, Redline, Row, Text, Token};
use crate::text::{printable, shown, slice};

/// One paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph<'t> {
    /// What the page says of it, on lines of its own before it.
    pub note: Vec<Piece<'t>>,
    /// What stands before its first line: the mark of a heading, an item, a quote.
    pub lead: Vec<Piece<'t>>,
    /// Its words.
    pub pieces: Vec<Piece<'t>>,
    /// Whether every piece is a line, as in code.
    pub verbatim: bool,
}

/// One row, as its two sides and as one text.
#[derive(Debug, Default)]
pub(super) struct Sides<'t> {
    pub old: Paragraph<'t>,
    pub new: Paragraph<'t>,
    pub both: Paragraph<'t>,
}

/// Most words of a remark's span that are marked one by one; of a longer one only the end is.
const MARKED: usize = 14;

/// Words of a moved block that are shown where it stood, in one text with both sides: it is drawn once.
const GLIMPSE: usize = 6;

/// Builds the sides of rows.
pub(super) struct Build<'r, 't> {
    pub redline: &'r Redline<'t>,
    pub numbers: &'r Numbers,
    pub changes: &'r [Change],
    pub brackets: bool,
}

impl<'t> Build<'_, 't> {
    /// The sides of `row`, whose `remarks` are numbered from 1.
    pub fn sides(&self, row: &Row, remarks: &[Remark]) -> Sides<'t> {
        let mut sides = Sides::default();
        if let Row::MovedFrom { old, moved } = *row {
            self.origin(old, moved, &mut sides);
        } else {
            self.ops(row, remarks, &mut sides);
        }
        self.leads(row, &mut sides);
        if let Row::MovedTo { old, new, moved, .. } = *row {
            let note = self.note(moved, self.is_first(moved, new), || place::from(self.redline, old, new));
            sides.old = Paragraph { note: note.clone(), ..Paragraph::default() };
            sides.both.note = note;
        }
        if self.brackets {
            for paragraph in [&mut sides.old, &mut sides.new, &mut sides.both] {
                bracket(&mut paragraph.lead);
                bracket(&mut paragraph.pieces);
            }
        }
        sides
    }

    fn ops(&self, row: &Row, remarks: &[Remark], sides: &mut Sides<'t>) {
        let tokens = |text: &Text<'t>, at: Option<usize>| at.map_or(0..0, |at| text.tokens_of(at));
        let (old, new) =
            (tokens(&self.redline.old, row.block_before()), tokens(&self.redline.new, row.block_after()));
        let class = if matches!(row, Row::Same { .. }) { Class::Same } else { Class::Changed };
        let whole = [Op { class, old, new }];
        let ops = if matches!(row, Row::Edited { .. } | Row::MovedTo { .. }) { row.ops() } else { &whole };
        let moved = if let Row::MovedTo { moved, .. } = *row { Some(moved) } else { None };
        for op in ops {
            let one = self.before(op, moved, remarks);
            let mut two = self.after(op, moved);
            sides.old.pieces.extend(one.iter().cloned());
            sides.new.pieces.extend(two.iter().cloned());
            match op.class {
                Class::Same => sides.both.pieces.extend(one),
                Class::Marked => sides.both.pieces.extend(two),
                Class::Changed => {
                    // "[-old-]{+new+}" needs no space between; two colours do.
                    if let (Some(first), false) = (two.first_mut(), one.is_empty()) {
                        first.spaced = !self.brackets;
                    }
                    sides.both.pieces.extend(one);
                    sides.both.pieces.extend(two);
                }
            }
        }
    }

    /// Where a moved block stood: there in full, in one text a glimpse of it.
    fn origin(&self, old: usize, moved: usize, sides: &mut Sides<'t>) {
        let text = &self.redline.old;
        let tokens = text.tokens_of(old);
        let number = self.numbers.of_move(moved);
        let piece = |at: usize| Piece {
            old: Some(text.outer(at)),
            change: number,
            spaced: text.tokens.get(at).is_some_and(|token| token.spaced),
            ..Piece::new(word(text, at), Mark::Moved)
        };
        // What was taken out of it on the way is shown here, for it is nowhere else.
        let edited = |at: usize| {
            let inner = text.tokens.get(at).and_then(|token| self.numbers.in_old(token.start as usize));
            let kind = inner.and_then(|number| self.changes.get(number - 1)).map(|change| change.kind);
            let mark = match kind {
                None => Mark::Moved,
                Some(ChangeKind::Marked) => Mark::Restyled,
                Some(_) => Mark::Gone,
            };
            Piece { mark, change: inner.or(number), ..piece(at) }
        };
        sides.old.pieces = tokens.clone().map(edited).collect();
        let place = self.redline.moves.get(moved);
        let is_first = place.is_some_and(|place| place.old.start == old);
        let new = place.map_or(0, |place| place.new.start);
        let note = self.note(moved, is_first, || place::to(self.redline, old, new));
        sides.new.note.clone_from(&note);
        sides.both.note = note;
        let end = glimpse(text, old);
        sides.both.pieces = (tokens.start..end).map(piece).collect();
        if end < tokens.end {
            let more = Piece { change: number, ..Piece::new("…", Mark::Moved) };
            sides.both.pieces.push(more.tight());
        }
    }

    /// What is said of a moved block, once for all that moved together.
    fn note(&self, moved: usize, is_first: bool, place: impl Fn() -> String) -> Vec<Piece<'t>> {
        if !is_first {
            return Vec::new();
        }
        let number = self.numbers.of_move(moved);
        let mut note = Piece::words(&format!("(moved {})", place()), Mark::Aside);
        for piece in &mut note {
            piece.change = number;
        }
        note
    }

    fn is_first(&self, moved: usize, new: usize) -> bool {
        self.redline.moves.get(moved).is_some_and(|place| place.new.start == new)
    }

    fn before(&self, op: &Op, moved: Option<usize>, remarks: &[Remark]) -> Vec<Piece<'t>> {
        let (text, other) = (&self.redline.old, &self.redline.new);
        let tokens = text.tokens.get(op.old.clone()).unwrap_or(&[]);
        let mut out = Vec::with_capacity(tokens.len());
        for (at, token) in op.old.clone().zip(tokens) {
            let pair = op.is_same().then(|| op.new.start + at - op.old.start);
            let change = self.change(op, moved, || self.numbers.in_old(token.start as usize));
            let piece = Piece {
                spaced: token.spaced,
                old: Some(text.outer(at)),
                new: pair.map(|pair| other.outer(pair)),
                change,
                ..Piece::new(word(text, at), self.mark(op, Mark::Gone, moved))
            };
            if remarks.is_empty() {
                out.push(piece);
            } else {
                self.remark(piece, token, remarks, &mut out);
            }
        }
        out
    }

    fn after(&self, op: &Op, moved: Option<usize>) -> Vec<Piece<'t>> {
        let (text, other) = (&self.redline.new, &self.redline.old);
        let tokens = text.tokens.get(op.new.clone()).unwrap_or(&[]);
        let piece = |(at, token): (usize, &Token)| Piece {
            spaced: token.spaced,
            old: op.is_same().then(|| other.outer(op.old.start + at - op.new.start)),
            new: Some(text.outer(at)),
            change: self.change(op, moved, || self.numbers.in_new(token.start as usize)),
            ..Piece::new(word(text, at), self.mark(op, Mark::New, moved))
        };
        op.new.clone().zip(tokens).map(piece).collect()
    }

    fn change(&self, op: &Op, moved: Option<usize>, find: impl Fn() -> Option<usize>) -> Option<usize> {
        if op.is_same() { moved.and_then(|moved| self.numbers.of_move(moved)) } else { find() }
    }

    /// What the words of `op` are, whose own side is `changed`.
    fn mark(&self, op: &Op, changed: Mark, moved: Option<usize>) -> Mark {
        match op.class {
            // Only the mark of the block differs, and is marked itself.
            Class::Marked if self.is_told_by_its_lead(op) => Mark::Same,
            Class::Same if moved.is_some() => Mark::Moved,
            Class::Same => Mark::Same,
            Class::Changed => changed,
            Class::Marked => Mark::Restyled,
        }
    }

    /// Whether the words of `op` are written the same on both sides, so that what differs is a heading's level.
    fn is_told_by_its_lead(&self, op: &Op) -> bool {
        let ids = |text: &Text<'t>, range: &Range<usize>| -> Vec<(u32, u32)> {
            let tokens = text.tokens.get(range.clone()).unwrap_or(&[]);
            tokens.iter().map(|token| (token.id, token.marks)).collect()
        };
        ids(&self.redline.old, &op.old) == ids(&self.redline.new, &op.new)
    }

    /// Puts `piece` out, marked where a remark is about it, with the numbers of the remarks whose words end with it.
    fn remark(&self, mut piece: Piece<'t>, token: &Token, remarks: &[Remark], out: &mut Vec<Piece<'t>>) {
        let (start, end) = (token.start as usize, token.end as usize);
        let short = |remark: &Remark| {
            slice(self.redline.old.source, remark.span).split_whitespace().take(MARKED + 1).count() <= MARKED
        };
        let about = |remark: &&Remark| remark.span.start < end && start < remark.span.end && short(remark);
        if piece.mark == Mark::Same && token.word && remarks.iter().any(|remark| about(&remark)) {
            piece.mark = Mark::Noted;
        }
        out.push(piece);
        for (at, remark) in remarks.iter().enumerate() {
            let last = remark.span.end.max(remark.span.start + 1);
            if start < last && last <= end {
                out.push(Piece::new(format!("[{}]", at + 1), Mark::Number).tight());
            }
        }
    }

    /// What stands before the first line: the marks of headings, items and quotes.
    fn leads(&self, row: &Row, sides: &mut Sides<'t>) {
        let (old, new) = (&self.redline.old, &self.redline.new);
        let block = |text: &'_ Text<'t>, at: Option<usize>| at.and_then(|at| text.blocks.get(at).cloned());
        let (one, two) = (block(old, row.block_before()), block(new, row.block_after()));
        let code = one.as_ref().or(two.as_ref()).is_some_and(|block| block.kind == Kind::Code);
        for paragraph in [&mut sides.old, &mut sides.new, &mut sides.both] {
            paragraph.verbatim = code;
        }
        let kind = |block: &Block| (block.kind.as_read(), block.quoted);
        let same = match (&one, &two) {
            (Some(one), Some(two)) => kind(one) == kind(two),
            // What is gone or new as a whole has its brackets around the words.
            _ => true,
        };
        let lead =
            |text: &Text<'t>, block: Option<&Block>, mark, change: fn(&Numbers, usize) -> Option<usize>| {
                block.map_or_else(Vec::new, |block| {
                    let mark = if same { Mark::Same } else { mark };
                    let first = text
                        .tokens
                        .get(block.tokens.start)
                        .map_or(block.mark.start, |token| token.start as usize);
                    let number = if same { None } else { change(self.numbers, first) };
                    lead(slice(text.source, block.mark), block.kind, mark, number)
                })
            };
        sides.old.lead = lead(old, one.as_ref(), Mark::Gone, Numbers::in_old);
        sides.new.lead = lead(new, two.as_ref(), Mark::New, Numbers::in_new);
        sides.both.lead = if two.is_some() && same { sides.new.lead.clone() } else { sides.old.lead.clone() };
        if !same {
            sides.both.lead.extend(sides.new.lead.iter().cloned());
        }
    }
}

/// Where the glimpse of block `at` ends: a heading is shown as a whole, and so is what has hardly more words.
fn glimpse(text: &Text<'_>, at: usize) -> usize {
    let tokens = text.tokens_of(at);
    let is_heading = text.blocks.get(at).is_some_and(|block| matches!(block.kind, Kind::Heading(_)));
    let is_word = |at: &usize| text.tokens.get(*at).is_some_and(|token| token.word);
    if is_heading || tokens.clone().filter(is_word).count() <= GLIMPSE + 2 {
        return tokens.end;
    }
    tokens.clone().filter(is_word).nth(GLIMPSE - 1).map_or(tokens.end, |last| last + 1)
}

/// The mark of a block as it is shown, with its indent.
fn lead<'t>(written: &str, kind: Kind, mark: Mark, change: Option<usize>) -> Vec<Piece<'t>> {
    let written = written.replace('\t', " ");
    let indent = written.len() - written.trim_start_matches(' ').len();
    let bare = written.trim();
    let mut out = Vec::new();
    if indent > 0 && kind != Kind::Paragraph {
        out.push(Piece::new(" ".repeat(indent.min(8)), Mark::Same).tight());
    }
    if !bare.is_empty() {
        let piece = Piece::new(shown(&printable(bare)).into_owned(), mark).tight();
        out.push(Piece { change, ..piece });
    }
    out
}
