//! From rows to pieces of text with marks, safe to show.

use std::ops::Range;

use super::Remark;
use crate::redline::{Class, Kind, Op, Redline, Row, Text, Token};
use crate::text::{printable, slice};

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// On both sides.
    Same,
    /// Only before.
    Gone,
    /// Only after.
    New,
    /// To be rewritten.
    Noted,
    /// The number of a remark.
    Number,
}

/// A word or a mark, safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub text: String,
    pub mark: Mark,
    /// Whether a space stands before it.
    pub spaced: bool,
}

impl Piece {
    pub fn new(text: impl Into<String>, mark: Mark) -> Self {
        Self { text: text.into(), mark, spaced: true }
    }
}

/// One paragraph: what stands before its first line, and its pieces.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub lead: Vec<Piece>,
    pub pieces: Vec<Piece>,
}

/// One row, as its two sides and as one text.
#[derive(Debug, Default)]
pub(super) struct Sides {
    pub old: Paragraph,
    pub new: Paragraph,
    pub both: Paragraph,
}

/// Most words of a remark's span that are marked one by one; of a longer one only the end is.
const MARKED: usize = 14;

/// Builds the sides of `row`. With `brackets`, changes stand in them.
pub(super) fn sides(redline: &Redline<'_>, row: &Row, remarks: &[Remark], brackets: bool) -> Sides {
    let build = Build { redline, remarks };
    let whole = |class, old: Range<usize>, new: Range<usize>| vec![Op { class, old, new }];
    let (old, new) = (&redline.old, &redline.new);
    let (ops, before, after) = match row {
        Row::Same { old: i, new: j } => {
            (whole(Class::Same, old.tokens_of(*i), new.tokens_of(*j)), Some(*i), Some(*j))
        }
        Row::Edited { old: i, new: j, ops } | Row::MovedTo { old: i, new: j, ops, .. } => {
            (ops.clone(), Some(*i), Some(*j))
        }
        Row::Deleted(i) | Row::MovedFrom { old: i, .. } => {
            (whole(Class::Changed, old.tokens_of(*i), 0..0), Some(*i), None)
        }
        Row::Inserted(j) => (whole(Class::Changed, 0..0, new.tokens_of(*j)), None, Some(*j)),
    };
    let mut sides = Sides::default();
    build.leads(before, after, &mut sides);
    for op in &ops {
        let one = build.before(op);
        let two = build.after(op);
        sides.both.pieces.extend(one.iter().cloned());
        if op.class == Class::Changed {
            let mut two = two.clone();
            // "[-old-]{+new+}" needs no space between; two colours do.
            if let (Some(first), false) = (two.first_mut(), one.is_empty()) {
                first.spaced = !brackets;
            }
            sides.both.pieces.extend(two);
        }
        sides.old.pieces.extend(one);
        sides.new.pieces.extend(two);
    }
    if brackets {
        for paragraph in [&mut sides.old, &mut sides.new, &mut sides.both] {
            bracket(&mut paragraph.lead);
            bracket(&mut paragraph.pieces);
        }
    }
    sides
}

/// Block `at` as one line, its mark included.
pub(super) fn plain(text: &Text<'_>, at: usize) -> String {
    let tokens = text.tokens.get(text.tokens_of(at)).unwrap_or(&[]);
    let first = text.tokens_of(at).start;
    let mut out = String::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.spaced && at > 0 {
            out.push(' ');
        }
        out.push_str(&printable(text.written(first + at)));
    }
    out
}

struct Build<'r, 't> {
    redline: &'r Redline<'t>,
    remarks: &'r [Remark],
}

impl Build<'_, '_> {
    fn before(&self, op: &Op) -> Vec<Piece> {
        let text = &self.redline.old;
        let tokens = text.tokens.get(op.old.clone()).unwrap_or(&[]);
        let mark = if op.class == Class::Changed { Mark::Gone } else { Mark::Same };
        let out = pieces(text, &op.old, mark);
        if self.remarks.is_empty() {
            return out;
        }
        let mut noted = Vec::with_capacity(out.len());
        for (piece, token) in out.into_iter().zip(tokens) {
            self.note(piece, token, &mut noted);
        }
        noted
    }

    fn after(&self, op: &Op) -> Vec<Piece> {
        let text = &self.redline.new;
        let mark = if op.class == Class::Changed { Mark::New } else { Mark::Same };
        pieces(text, &op.new, mark)
    }

    /// Puts `piece` out, marked where a remark is about it, with the numbers of the remarks whose words end with it.
    fn note(&self, mut piece: Piece, token: &Token, out: &mut Vec<Piece>) {
        let (start, end) = (token.start as usize, token.end as usize);
        let short = |remark: &Remark| {
            slice(self.redline.old.source, remark.span).split_whitespace().take(MARKED + 1).count() <= MARKED
        };
        let about = |remark: &&Remark| remark.span.start < end && start < remark.span.end && short(remark);
        if piece.mark == Mark::Same && token.word && self.remarks.iter().any(|remark| about(&remark)) {
            piece.mark = Mark::Noted;
        }
        out.push(piece);
        for (at, remark) in self.remarks.iter().enumerate() {
            let last = remark.span.end.max(remark.span.start + 1);
            if start < last && last <= end {
                let text = format!("[{}]", at + 1);
                out.push(Piece { text, mark: Mark::Number, spaced: false });
            }
        }
    }

    /// What stands before the first line: the marks of headings, items and quotes.
    fn leads(&self, old: Option<usize>, new: Option<usize>, sides: &mut Sides) {
        let block = |text: &Text<'_>, at: Option<usize>| at.and_then(|at| text.blocks.get(at).cloned());
        let (one, two) = (block(&self.redline.old, old), block(&self.redline.new, new));
        let kind = |block: &crate::redline::Block| (block.kind.as_read(), block.quoted);
        let same = match (&one, &two) {
            (Some(one), Some(two)) => kind(one) == kind(two),
            // What is gone or new as a whole has its brackets around the words.
            _ => true,
        };
        let lead = |text: &Text<'_>, block: Option<&crate::redline::Block>, mark| {
            let Some(block) = block else { return Vec::new() };
            let written = slice(text.source, block.mark).replace('\t', " ");
            let indent = written.len() - written.trim_start_matches(' ').len();
            let bare = written.trim();
            let mut out = Vec::new();
            if indent > 0 && block.kind != Kind::Paragraph {
                out.push(Piece::new(" ".repeat(indent.min(8)), Mark::Same));
            }
            if !bare.is_empty() {
                let mut piece =
                    Piece::new(printable(bare).into_owned(), if same { Mark::Same } else { mark });
                piece.spaced = false;
                out.push(piece);
            }
            out
        };
        sides.old.lead = lead(&self.redline.old, one.as_ref(), Mark::Gone);
        sides.new.lead = lead(&self.redline.new, two.as_ref(), Mark::New);
        sides.both.lead = if two.is_some() && same { sides.new.lead.clone() } else { sides.old.lead.clone() };
        if !same {
            sides.both.lead.extend(sides.new.lead.iter().cloned());
        }
    }
}

fn pieces(text: &Text<'_>, range: &Range<usize>, mark: Mark) -> Vec<Piece> {
    let tokens = text.tokens.get(range.clone()).unwrap_or(&[]);
    let piece = |(token, at): (&Token, usize)| Piece {
        text: printable(text.written(at)).into_owned(),
        mark,
        spaced: token.spaced,
    };
    tokens.iter().zip(range.clone()).map(piece).collect()
}

/// Puts every run of what is gone or new in brackets.
fn bracket(pieces: &mut [Piece]) {
    for run in pieces.chunk_by_mut(|one, two| one.mark == two.mark) {
        let (open, close) = match run.first().map(|piece| piece.mark) {
            Some(Mark::Gone) => ("[-", "-]"),
            Some(Mark::New) => ("{+", "+}"),
            _ => continue,
        };
        if let Some(first) = run.first_mut() {
            first.text.insert_str(0, open);
        }
        if let Some(last) = run.last_mut() {
            last.text.push_str(close);
        }
    }
}
