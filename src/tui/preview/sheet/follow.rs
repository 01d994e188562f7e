//! Keeping a sheet up to date while its text is edited.
//!
//! Where a top-level block begins, nothing else is open: what comes after depends on nothing before. So only a window around
//! the edit is cut anew, wide enough that one of the new blocks begins where an old one did; from there on all is as it was.

use super::chunk::Chunk;
use super::cut::cut;
use super::{Sheet, body};
use crate::text::{Change, Span};

/// Front matter that stands behind something else begins and ends within so many lines.
const HEAD: usize = 220;

/// Whether byte `at` of `text` may be in front matter that stands behind something else.
fn is_near_head(text: &str, at: usize) -> bool {
    at <= text.split_inclusive('\n').take(HEAD).map(str::len).sum()
}

/// What edits did to a text: bytes `start..old` became `start..new`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touched {
    pub(super) start: usize,
    pub(super) old: usize,
    pub(super) new: usize,
}

impl Touched {
    /// What `changes` touched, made one after the other; nothing where there are none.
    pub fn by<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Option<Self> {
        changes.into_iter().fold(None, |touched: Option<Self>, change| {
            let Some(hull) = change.hull() else { return touched };
            let grown: usize = change.edits().iter().map(|edit| edit.insert.len()).sum();
            let gone: usize = change.edits().iter().map(|edit| edit.span.len()).sum();
            let new = hull.end + grown - gone;
            let Some(before) = touched else { return Some(Self { start: hull.start, old: hull.end, new }) };
            let past = hull.end.saturating_sub(before.new);
            Some(Self {
                start: before.start.min(hull.start),
                old: before.old + past,
                new: before.new.max(hull.end) + grown - gone,
            })
        })
    }

    /// Where byte `offset`, which is not before the edits' end, stands now.
    fn moved(self, offset: usize) -> usize {
        offset + self.new - self.old
    }

    /// Where byte `offset`, which is not before the edits' end, stood before.
    fn before(self, offset: usize) -> Option<usize> {
        (offset >= self.new).then(|| offset - self.new + self.old)
    }
}

impl Sheet {
    /// Follows edits; `text` is the text after them.
    pub fn follow(&mut self, text: &str, touched: Touched) {
        let is_known = touched.old <= self.len && touched.moved(self.len) == text.len();
        if !is_known || !self.follow_head(text, touched) {
            self.read(text);
        }
    }

    /// Follows edits in the front matter, and goes on; whether that could be done.
    fn follow_head(&mut self, text: &str, touched: Touched) -> bool {
        let has_head = text.trim_start_matches('\u{feff}').starts_with("---");
        if touched.start > self.body || (touched.start == self.body && !has_head) {
            // Somewhere below, the line that ends a front matter may just have been written.
            let had_head = self.chunks.get(1).is_none_or(|first| first.start > "\u{feff}".len());
            let is_written = has_head && !had_head;
            let is_head = (is_written || is_near_head(text, touched.start)) && body(text) != self.body;
            return !is_head && self.follow_body(text, touched);
        }
        if touched.old >= self.body || body(text) != touched.moved(self.body) {
            return false;
        }
        self.body = touched.moved(self.body);
        self.len = text.len();
        for chunk in self.chunks.iter_mut().skip(1) {
            chunk.start = touched.moved(chunk.start);
        }
        if let Some(head) = self.chunks.first_mut() {
            head.leaves.take();
        }
        true
    }

    fn follow_body(&mut self, text: &str, touched: Touched) -> bool {
        // A block may take in what stood behind it, so the one before is looked at too.
        let mut first =
            self.chunks.partition_point(|chunk| chunk.start <= touched.start).saturating_sub(2).max(1);
        let mut end = self.chunks.partition_point(|chunk| chunk.start <= touched.old) + 1;
        while let Some(from) = self.chunks.get(first).map(|chunk| chunk.start) {
            let to = self.chunks.get(end).map_or(text.len(), |chunk| touched.moved(chunk.start));
            let mut new = cut(text, Span::new(from, to));
            if first == 1 {
                if let Some(first) = new.first_mut() {
                    first.start = from;
                }
            } else if new.first().is_none_or(|chunk| chunk.start > from) {
                // No block begins there any more.
                first -= 1;
                continue;
            }
            if let Some((keep, old)) = self.meeting(&new, first, to < text.len(), touched) {
                new.truncate(keep);
                return self.splice(first, old, new, touched, text.len());
            }
            end = first + 2 * (end - first);
        }
        false
    }

    /// Where new blocks and old ones begin at the same place: how many of `new` to take, and up to which old one. The last
    /// of a window that was cut off may be something else in full.
    fn meeting(&self, new: &[Chunk], first: usize, is_cut: bool, touched: Touched) -> Option<(usize, usize)> {
        let sure = new.len().saturating_sub(usize::from(is_cut));
        let meet = new.iter().take(sure).enumerate().find_map(|(at, chunk)| {
            let old = touched.before(chunk.start).filter(|old| *old >= touched.old)?;
            let old = self.chunks.binary_search_by_key(&old, |chunk| chunk.start).ok()?;
            (old > first && at > 0).then_some((at, old))
        });
        meet.or_else(|| (!is_cut).then_some((new.len(), self.chunks.len())))
    }

    /// Puts `new` in the place of blocks `first..old`; whether that is all there is to do.
    fn splice(&mut self, first: usize, old: usize, new: Vec<Chunk>, touched: Touched, len: usize) -> bool {
        for chunk in self.chunks.iter_mut().skip(old) {
            chunk.start = touched.moved(chunk.start);
        }
        let gone = self.chunks.get(first..old).unwrap_or_default();
        if links(gone) != links(&new) {
            // Another definition of the same name may hold now.
            return false;
        }
        let is_naming = gone.iter().chain(&new).any(|chunk| chunk.known.is_some());
        self.chunks.splice(first..old, new);
        self.len = len;
        if is_naming {
            self.define();
        }
        true
    }
}

fn links(chunks: &[Chunk]) -> Vec<&(String, String)> {
    chunks.iter().filter_map(|chunk| chunk.known.as_deref()).flat_map(|known| &known.links).collect()
}
