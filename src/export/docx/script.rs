//! Which bytes of one text are those of another: where glyphs of the two are the same, and which are to be tracked.

use crate::redline::{Class, Op, Redline, Text};
use crate::text::{Span, slice};

use super::read::line_end;

/// Bytes that are the same in both texts; where the lengths differ, white space that is read as the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    old: Span,
    new: Span,
}

impl Piece {
    fn is_exact(&self) -> bool {
        self.old.len() == self.new.len()
    }
}

/// What is the same in two texts, in the order of both.
#[derive(Debug, Clone, Default)]
pub(super) struct Script {
    pieces: Vec<Piece>,
}

/// Other words for a stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub span: Span,
    pub text: String,
    /// Who says so, as a number of the caller's.
    pub who: usize,
}

impl Script {
    /// A text of `len` bytes and itself.
    pub fn same(len: usize) -> Self {
        Self { pieces: vec![Piece { old: Span::new(0, len), new: Span::new(0, len) }] }
    }

    /// `source` and what `edits` make of it; these are in order, do not overlap, and are [`settled`].
    pub fn of_edits(source: &str, edits: &[Edit]) -> (Self, String) {
        let mut script = Self::default();
        let mut text = String::with_capacity(source.len());
        let mut at = 0;
        for edit in edits {
            script.copy(source, Span::new(at, edit.span.start), &mut text);
            text.push_str(&edit.text);
            at = edit.span.end;
        }
        script.copy(source, Span::new(at, source.len()), &mut text);
        (script, text)
    }

    fn copy(&mut self, source: &str, old: Span, text: &mut String) {
        let start = text.len();
        text.push_str(slice(source, old));
        self.push(old, Span::new(start, text.len()));
    }

    /// What `redline` found to be the same; what moved is not.
    pub fn of_redline(redline: &Redline<'_>) -> Self {
        let mut script = Self::default();
        for row in &redline.rows {
            let (Some(one), Some(two)) = (row.block_before(), row.block_after()) else { continue };
            if matches!(row, crate::redline::Row::MovedTo { .. }) {
                continue;
            }
            script.blocks(redline, (one, two), row.ops());
        }
        script
    }

    fn blocks(&mut self, redline: &Redline<'_>, (one, two): (usize, usize), ops: &[Op]) {
        let (old, new) = (&redline.old, &redline.new);
        let (a, b) = (old.tokens_of(one), new.tokens_of(two));
        let whole = [Op { class: Class::Same, old: a.clone(), new: b.clone() }];
        let ops = if ops.is_empty() { &whole } else { ops };
        let same = ops.iter().filter(|op| op.class != Class::Changed);
        let pairs = same.flat_map(|op| op.old.clone().zip(op.new.clone()));
        let mut before: Option<(usize, usize)> = None;
        for (i, j) in pairs {
            let (here, there) = (token(old, i), token(new, j));
            if let Some((p, q)) = before
                && p + 1 == i
                && q + 1 == j
            {
                let gaps =
                    (Span::new(token(old, p).end, here.start), Span::new(token(new, q).end, there.start));
                self.gap(old.source, new.source, gaps);
            }
            if slice(old.source, here) == slice(new.source, there) {
                self.push(here, there);
            } else {
                self.letters(old.source, new.source, (here, there));
            }
            before = Some((i, j));
        }
        let end = |text: &Text<'_>, tokens: &std::ops::Range<usize>, block: usize| {
            let last = tokens.end.checked_sub(1).filter(|_| !tokens.is_empty());
            let mark = || text.blocks.get(block).map_or(0, |block| block.mark.end);
            let end = line_end(text.source, last.map_or_else(mark, |last| token(text, last).end));
            Span::new(end, (end + 1).min(text.source.len()))
        };
        self.push(end(old, &a, one), end(new, &b, two));
    }

    /// White space, and the marks of emphasis beside it.
    fn gap(&mut self, old: &str, new: &str, (one, two): (Span, Span)) {
        let (a, b) = (slice(old, one), slice(new, two));
        if a == b {
            return self.push(one, two);
        }
        let blank = |text: &str| !text.is_empty() && text.chars().all(char::is_whitespace);
        if blank(a) && blank(b) {
            return self.push(one, two);
        }
        let head = common(a.chars(), b.chars());
        self.push(Span::new(one.start, one.start + head), Span::new(two.start, two.start + head));
        let (a, b) = (slice(a, head..a.len()), slice(b, head..b.len()));
        let tail = common(a.chars().rev(), b.chars().rev());
        self.push(Span::new(one.end - tail, one.end), Span::new(two.end - tail, two.end));
    }

    /// Words that differ in the kind of their quotation marks only.
    fn letters(&mut self, old: &str, new: &str, (one, two): (Span, Span)) {
        let (mut i, mut j) = (one.start, two.start);
        for (a, b) in slice(old, one).chars().zip(slice(new, two).chars()) {
            let (to_i, to_j) = (i + a.len_utf8(), j + b.len_utf8());
            self.push(Span::new(i, to_i), Span::new(j, to_j));
            (i, j) = (to_i, to_j);
        }
    }

    fn push(&mut self, old: Span, new: Span) {
        if old.is_empty() || new.is_empty() {
            return;
        }
        let piece = Piece { old, new };
        if let Some(last) = self.pieces.last_mut()
            && last.is_exact()
            && piece.is_exact()
            && (last.old.end, last.new.end) == (old.start, new.start)
        {
            (last.old.end, last.new.end) = (old.end, new.end);
            return;
        }
        self.pieces.push(piece);
    }

    /// What is the same in the text before this script and the text after `next`.
    pub fn then(&self, next: &Self) -> Self {
        let mut out = Self::default();
        for piece in &self.pieces {
            if !piece.is_exact() {
                let start = next.forward(Span::at(piece.new.start));
                let end = next.forward(Span::new(piece.new.end - 1, piece.new.end));
                if let (Some(start), Some(end)) = (start, end) {
                    out.push(piece.old, Span::new(start, end + 1));
                }
                continue;
            }
            let first = next.pieces.partition_point(|other| other.old.end <= piece.new.start);
            for other in next.pieces.iter().skip(first).take_while(|other| other.old.start < piece.new.end) {
                let (from, to) = (other.old.start.max(piece.new.start), other.old.end.min(piece.new.end));
                let old = |at: usize| at - piece.new.start + piece.old.start;
                let new = |at: usize| at - other.old.start + other.new.start;
                out.push(Span::new(old(from), old(to)), Span::new(new(from), new(to)));
            }
        }
        out
    }

    /// Where `span` of the text before stands in the text after; nothing where not all of it does. White space that is only
    /// read as the same begins where all of it does.
    pub fn forward(&self, span: Span) -> Option<usize> {
        let at = self.pieces.partition_point(|piece| piece.old.end <= span.start);
        let piece = self.pieces.get(at).filter(|piece| piece.old.start <= span.start)?;
        if !piece.is_exact() {
            return Some(piece.new.start);
        }
        (span.end <= piece.old.end).then(|| span.start - piece.old.start + piece.new.start)
    }

    /// Where `span` of the text after stands in the text before.
    pub fn backward(&self, span: Span) -> Option<usize> {
        let piece = self.after(span.start)?;
        if !piece.is_exact() {
            return Some(piece.old.start);
        }
        (span.end <= piece.new.end).then(|| span.start - piece.new.start + piece.old.start)
    }

    /// Byte `at` of the text after as [`Self::forward`] would give it.
    pub fn canonical(&self, at: usize) -> usize {
        self.after(at).filter(|piece| !piece.is_exact()).map_or(at, |piece| piece.new.start)
    }

    fn after(&self, at: usize) -> Option<&Piece> {
        let found = self.pieces.partition_point(|piece| piece.new.end <= at);
        self.pieces.get(found).filter(|piece| piece.new.start <= at)
    }
}

fn token(text: &Text<'_>, at: usize) -> Span {
    text.tokens.get(at).map_or(Span::at(0), |token| Span::new(token.start as usize, token.end as usize))
}

/// How many bytes two texts have in common.
fn common(one: impl Iterator<Item = char>, two: impl Iterator<Item = char>) -> usize {
    one.zip(two).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

/// `edits` of `source`, which are in order and do not overlap, moved over line breaks so that what comes or goes is whole
/// paragraphs where it can be: to take out "\n\nTwo." is to take out "Two.\n\n".
pub(super) fn settled(source: &str, edits: Vec<Edit>) -> Vec<Edit> {
    let next: Vec<usize> = edits.iter().skip(1).map(|edit| edit.span.start).chain([source.len()]).collect();
    edits.into_iter().zip(next).map(|(edit, room)| slid(source, edit, room)).collect()
}

fn slid(source: &str, mut edit: Edit, room: usize) -> Edit {
    // What stands on both sides is no change.
    while edit.text.starts_with('\n') && slice(source, edit.span).starts_with('\n') {
        edit.text.remove(0);
        edit.span.start += 1;
    }
    while edit.span.end < room && slice(source, edit.span.end..edit.span.end + 1) == "\n" {
        let old = slice(source, edit.span);
        if edit.text.is_empty() && old.starts_with('\n') {
            edit.span = Span::new(edit.span.start + 1, edit.span.end + 1);
        } else if old.is_empty() && edit.text.starts_with('\n') {
            edit.text.remove(0);
            edit.text.push('\n');
            edit.span = Span::at(edit.span.end + 1);
        } else {
            break;
        }
    }
    edit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(span: (usize, usize), text: &str) -> Edit {
        Edit { span: Span::new(span.0, span.1), text: text.to_owned(), who: 0 }
    }

    #[test]
    fn paragraphs_come_and_go_whole() {
        let source = "One.\n\nTwo.\n\nThree.\n";
        for (before, after) in [
            (edit((4, 10), ""), edit((6, 12), "")),
            (edit((4, 4), "\n\nNew."), edit((6, 6), "New.\n\n")),
            (edit((4, 6), "\n\nNew.\n\n"), edit((6, 6), "New.\n\n")),
            (edit((12, 18), ""), edit((12, 18), "")),
            (edit((10, 18), ""), edit((11, 19), "")),
            (edit((0, 4), "Uno."), edit((0, 4), "Uno.")),
        ] {
            let settled = settled(source, vec![before.clone()]);
            assert_eq!(settled, [after]);
            assert_eq!(Script::of_edits(source, &settled).1, Script::of_edits(source, &[before]).1);
        }
    }

    #[test]
    fn bytes_find_their_way_through_two_scripts() {
        let (one, mid) = Script::of_edits("a b c", &[edit((2, 3), "xx")]);
        let (two, new) = Script::of_edits(&mid, &[edit((5, 6), "")]);
        assert_eq!(new, "a xx ");
        let both = one.then(&two);
        let at = |at: usize| both.forward(Span::new(at, at + 1));
        assert_eq!([at(0), at(1), at(2), at(3), at(4)], [Some(0), Some(1), None, Some(4), None]);
        assert_eq!(both.backward(Span::new(4, 5)), Some(3));
        assert_eq!(both.backward(Span::new(2, 3)), None);
    }

    #[test]
    fn a_wrapped_paragraph_is_the_same_and_other_emphasis_keeps_its_words() {
        let (old, new) = ("One two\nthree four.\n", "One two three **four** five.\n");
        let redline = Redline::of(old, new, crate::redline::Effort::default());
        let script = Script::of_redline(&redline);
        let find =
            |word: &str| script.forward(Span::new(old.find(word).unwrap(), old.find(word).unwrap() + 1));
        assert_eq!(find("three"), new.find("three"));
        assert_eq!(script.forward(Span::new(7, 8)), Some(7), "the line break is the space");
        assert_eq!(find("four"), new.find("four"));
        assert_eq!(script.forward(Span::new(19, 20)), Some(new.len() - 1), "the paragraph ends in both");
    }
}
