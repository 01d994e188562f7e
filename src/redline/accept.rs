//! Changes taken one by one: the text before with some of them made.

use rustc_hash::FxHashMap;

use super::splice::Splice;
use super::{Change, ChangeId, ChangeKind, Kind, Redline, Row, Text};
use crate::text::{Span, slice};

impl Redline<'_> {
    /// The text before with the changes that are `taken`. With all it is the text after byte for byte, with none the text
    /// before. Layout is no change: it goes with the last change that is taken. Where nothing but layout differs, `taken` is asked
    /// once, about both texts as a whole, as change number 0.
    pub fn accept(&self, taken: impl Fn(&Change) -> bool) -> String {
        let changes = self.changes();
        let marks: Vec<bool> = changes.iter().map(&taken).collect();
        let all = marks.iter().all(|taken| *taken);
        if (changes.is_empty() && taken(&self.layout())) || (all && !changes.is_empty()) {
            return self.new.source.to_owned();
        }
        apply(self.old.source, &self.edits(&changes, &marks))
    }

    /// What all changes together do to the text before, as edits in order that do not overlap; layout is left as it is but
    /// beside blocks that come and go.
    pub fn all_edits(&self, changes: &[Change]) -> Vec<(Span, String)> {
        self.edits(changes, &vec![true; changes.len()])
    }

    /// What `change` alone does to the text before, as edits in order that do not overlap.
    pub fn edit_of(&self, change: &Change) -> Vec<(Span, String)> {
        let changes = self.changes();
        let marks: Vec<bool> = changes.iter().map(|other| other.number == change.number).collect();
        self.edits(&changes, &marks)
    }

    /// What the changes that are `taken` do to the text before, in order.
    pub(super) fn edits(&self, changes: &[Change], taken: &[bool]) -> Vec<(Span, String)> {
        let mut writer = Writer::new(self, changes, taken);
        for (at, row) in self.rows.iter().enumerate() {
            writer.row(at, row);
        }
        writer.finish()
    }

    /// All that differs where no word does.
    fn layout(&self) -> Change {
        let span = |text: &Text<'_>| Span::new(0, text.source.len());
        Change {
            id: ChangeId(0),
            number: 0,
            row: 0,
            kind: ChangeKind::Replaced,
            old: span(&self.old),
            new: span(&self.new),
        }
    }
}

/// `source` with `edits` made, which are by their start; what two of them take out is gone once.
pub(super) fn apply(source: &str, edits: &[(Span, String)]) -> String {
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    for (span, text) in edits {
        out.push_str(slice(source, at..span.start.max(at)));
        out.push_str(text);
        at = span.end.max(at);
    }
    out.push_str(slice(source, at..source.len()));
    out
}

/// A block that was put out: where it stands in the two texts, and what it is.
#[derive(Clone, Copy)]
struct Placed {
    old: Option<usize>,
    new: Option<usize>,
    kind: Kind,
    quoted: bool,
}

/// The walk over the rows, with what has to be done to the text before.
struct Writer<'r, 'a> {
    redline: &'r Redline<'a>,
    changes: &'r [Change],
    taken: &'r [bool],
    /// The rows that moved blocks stand in now.
    targets: FxHashMap<usize, usize>,
    /// The changes that move blocks, in the order of [`Redline::moves`].
    moves: Vec<usize>,
    /// The first change that was not come to.
    next: usize,
    /// Whether the last change of whole blocks was taken.
    whole: bool,
    edits: Vec<(Span, String)>,
    /// How far the text before is dealt with.
    cursor: usize,
    /// What is to stand there.
    pending: String,
    before: Option<Placed>,
}

impl<'r, 'a> Writer<'r, 'a> {
    fn new(redline: &'r Redline<'a>, changes: &'r [Change], taken: &'r [bool]) -> Self {
        let cursor = redline.old.span_of(0).start;
        let (pending, edits) = (String::new(), Vec::new());
        let target = |(at, row): (usize, &Row)| match row {
            Row::MovedTo { old, .. } => Some((*old, at)),
            _ => None,
        };
        let targets = redline.rows.iter().enumerate().filter_map(target).collect();
        let moving = changes.iter().enumerate().filter(|(_, change)| change.kind == ChangeKind::Moved);
        let moves = moving.map(|(at, _)| at).collect();
        Self {
            redline,
            changes,
            taken,
            targets,
            moves,
            next: 0,
            whole: false,
            edits,
            cursor,
            pending,
            before: None,
        }
    }

    fn row(&mut self, at: usize, row: &Row) {
        match *row {
            Row::Same { old, new } => self.keep(old, Some(new)),
            Row::Edited { old, new, .. } => {
                self.keep(old, Some(new));
                let inner = self.inner(at, row);
                self.edits.extend(inner);
            }
            Row::Deleted(old) => {
                self.block_change(at);
                if !self.whole {
                    self.keep(old, None);
                }
            }
            Row::Inserted(new) => {
                self.block_change(at);
                if self.whole {
                    self.put(new, slice(self.redline.new.source, self.redline.new.span_of(new)));
                }
            }
            Row::MovedFrom { old, moved } => {
                let Some((at, row, number)) = self.target(old, moved) else { return };
                if !self.taken.get(number).copied().unwrap_or(false) {
                    self.keep(old, None);
                    let inner = self.inner_from(at, row, number);
                    self.edits.extend(inner);
                }
            }
            Row::MovedTo { old, new, .. } => {
                if self.is_at(at, |kind| kind == ChangeKind::Moved) {
                    self.whole = self.taken.get(self.next).copied().unwrap_or(false);
                    self.next += 1;
                }
                let inner = self.inner(at, row);
                if self.whole {
                    let text = self.rewritten(old, &inner);
                    self.put(new, &text);
                }
            }
        }
    }

    /// Whether the next change stands in row `at` and is such a one.
    fn is_at(&self, at: usize, such: impl Fn(ChangeKind) -> bool) -> bool {
        self.changes.get(self.next).is_some_and(|change| change.row == at && such(change.kind))
    }

    /// Comes to a row that is gone or new: its own change, or that of the table before.
    fn block_change(&mut self, at: usize) {
        if self.is_at(at, |_| true) {
            self.whole = self.taken.get(self.next).copied().unwrap_or(false);
            self.next += 1;
        }
    }

    /// The edits of the changes within row `at`.
    fn inner(&mut self, at: usize, row: &Row) -> Vec<(Span, String)> {
        let edits = self.inner_from(at, row, self.next);
        while self.is_at(at, |_| true) {
            self.next += 1;
        }
        edits
    }

    /// As [`Self::inner`], where the changes of the row are not before `first`.
    fn inner_from(&self, at: usize, row: &Row, first: usize) -> Vec<(Span, String)> {
        let Some(splice) = Splice::new(self.redline, row) else { return Vec::new() };
        let here = self.changes.partition_point(|change| change.row < at).max(first);
        let changes = self.changes.iter().zip(self.taken).skip(here);
        let mut taken = changes
            .filter(|(change, _)| change.kind != ChangeKind::Moved)
            .take_while(|(change, _)| change.row == at)
            .map(|(_, taken)| *taken);
        let mut edits = Vec::new();
        for (op, _) in row.ops().iter().enumerate().filter(|(_, op)| !op.is_same()) {
            if taken.next() == Some(true) {
                edits.extend(splice.edits(op));
            }
        }
        edits
    }

    /// The row that a moved block stands in now, and the number of the change that moved it, less one.
    fn target(&self, block: usize, moved: usize) -> Option<(usize, &'r Row, usize)> {
        let at = *self.targets.get(&block)?;
        Some((at, self.redline.rows.get(at)?, *self.moves.get(moved)?))
    }

    /// Block `old` with `edits` made.
    fn rewritten(&self, old: usize, edits: &[(Span, String)]) -> String {
        let (source, span) = (self.redline.old.source, self.redline.old.span_of(old));
        let mut out = String::new();
        let mut at = span.start;
        for (edit, text) in edits {
            out.push_str(slice(source, at..edit.start.max(at)));
            out.push_str(text);
            at = edit.end.max(at);
        }
        out.push_str(slice(source, at..span.end.max(at)));
        out
    }

    /// Leaves block `old` where it is.
    fn keep(&mut self, old: usize, new: Option<usize>) {
        let text = &self.redline.old;
        let Some(block) = text.blocks.get(old) else { return };
        let here = Placed { old: Some(old), new, kind: block.kind, quoted: block.quoted };
        let follows =
            self.before.map_or(old == 0, |before| before.old.is_some_and(|before| before + 1 == old));
        if !(follows && self.pending.is_empty()) {
            let gap = self.gap(here);
            self.pending.push_str(&gap);
            let text = std::mem::take(&mut self.pending);
            self.edits.push((Span::new(self.cursor, block.mark.start), text));
        }
        self.cursor = block.end;
        self.before = Some(here);
    }

    /// Puts `text` out as block `new`.
    fn put(&mut self, new: usize, text: &str) {
        let Some(block) = self.redline.new.blocks.get(new) else { return };
        let here = Placed { old: None, new: Some(new), kind: block.kind, quoted: block.quoted };
        let gap = self.gap(here);
        self.pending.push_str(&gap);
        self.pending.push_str(text);
        self.before = Some(here);
    }

    /// What stands between the last block and `here`.
    fn gap(&self, here: Placed) -> String {
        let Some(before) = self.before else { return String::new() };
        let between =
            |text: &Text<'a>, at: usize| slice(text.source, text.span_of(at).end..text.span_of(at + 1).start);
        let next = |one: Option<usize>, two: Option<usize>| one.filter(|one| Some(one + 1) == two);
        let (old, new) = (&self.redline.old, &self.redline.new);
        if let Some(at) = next(before.new, here.new) {
            return between(new, at).to_owned();
        }
        if let Some(at) = next(before.old, here.old) {
            return between(old, at).to_owned();
        }
        let behind = |text: &Text<'a>, at: Option<usize>| {
            at.filter(|at| at + 1 < text.blocks.len()).map(|at| between(text, at))
        };
        let ahead = |text: &Text<'a>, at: Option<usize>| {
            at.and_then(|at| at.checked_sub(1)).map(|at| between(text, at))
        };
        let known =
            [behind(old, before.old), behind(new, before.new), ahead(old, here.old), ahead(new, here.new)];
        let lines = |gap: &str| gap.matches('\n').count();
        let widest = known.into_iter().flatten().max_by_key(|gap| lines(gap)).unwrap_or("");
        let least = if parts(before, here) { 2 } else { 1 };
        if lines(widest) >= least && (widest.trim().is_empty() || (before.quoted && here.quoted)) {
            return widest.to_owned();
        }
        "\n".repeat(least.max(lines(widest)))
    }

    fn finish(mut self) -> Vec<(Span, String)> {
        let last = self.redline.old.blocks.last().map_or(0, |block| block.end);
        if self.cursor < last || !self.pending.is_empty() {
            self.edits.push((Span::new(self.cursor.min(last), last), self.pending));
        }
        self.edits.sort_by_key(|(span, _)| (span.start, span.end));
        self.edits
    }
}

/// Whether a blank line has to stand between two blocks so that they stay two.
fn parts(one: Placed, two: Placed) -> bool {
    let together = matches!(
        (one.kind.as_read(), two.kind.as_read()),
        (Kind::Bullet, Kind::Bullet) | (Kind::Row, Kind::Row) | (Kind::Field | Kind::Heading(_), _)
    );
    !together || one.quoted != two.quoted
}
