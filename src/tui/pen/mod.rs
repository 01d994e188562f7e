//! The red pen in the editor: what the last reading found, where that stands by now, and what of it is shown.
//!
//! A copy of the text is read somewhere else, and the answer comes back later; its findings are then mapped through the
//! edits made since. One reading is under way at a time.

mod filter;
mod findings;
mod found;
mod ignored;
mod reading;
mod red_pen;
mod sentence;
mod steps;
mod trail;
mod walk;
mod wanted;

pub use filter::Filter;
pub use findings::Findings;
pub use found::Found;
pub use ignored::Ignored;
pub use reading::{Part, Reading};
pub use red_pen::{Analysts, Reader, RedPen};
pub use steps::{Answer, Steps};
pub use trail::Trail;
pub use wanted::Wanted;

use std::time::Duration;

use crate::text::{Applied, Buffer, Change, Span};

/// A sentence is left alone while it is being typed, until the typing has paused for so long.
pub const PAUSE: Duration = Duration::from_millis(1200);

/// More edits than this made since the text was read: the answer is thrown away, and the text read again.
const MAX_BEHIND: usize = 64;

/// An edit that the reading under way does not know of, and how many words it added.
#[derive(Debug)]
struct Behind {
    change: Change,
    words: isize,
}

impl Behind {
    /// Takes in what was typed on; whether that is what `applied` is.
    fn join(&mut self, applied: &Applied) -> bool {
        let is_joined = self.change.join(&applied.change);
        self.words += if is_joined { applied.words } else { 0 };
        is_joined
    }
}

/// The findings of one text.
#[derive(Debug, Default)]
pub struct Pen {
    found: Findings,
    /// Those that are held.
    held: Vec<usize>,
    /// The rest of the last reading, its offsets kept up to date.
    rest: Reading,
    ignored: Ignored,
    filter: Filter,
    /// A walk through the strikes, one by one.
    steps: Option<Steps>,
    /// The sentence being typed, and when its last key was pressed.
    typing: Option<(Span, Duration)>,
    generation: u64,
    /// What was read when the reading under way began, and the edits since; what is typed in one go is one of them.
    asked: Option<u64>,
    behind: Vec<Behind>,
    /// What the findings are of.
    heard: Option<u64>,
}

impl Pen {
    /// The text was changed.
    pub fn edited(&mut self, applied: &Applied) {
        let change = &applied.change;
        self.generation += 1;
        self.found.mark_stale(change);
        self.follow(change, applied.words);
        self.ignored.forget_undone();
        if self.asked.is_none() || self.behind.len() > MAX_BEHIND {
            return;
        }
        if !self.behind.last_mut().is_some_and(|last| last.join(applied)) {
            self.behind.push(Behind { change: change.clone(), words: applied.words });
        }
    }

    fn follow(&mut self, change: &Change, words: isize) {
        self.found.follow(change);
        self.rest.edited(change, words);
        if let Some(steps) = &mut self.steps {
            steps.edited(change);
        }
        self.typing = self.typing.map(|(span, since)| (change.map_span(span), since));
    }

    /// The text to read next, by its generation; `None` where nothing is new or a reading is under way.
    pub fn ask(&mut self) -> Option<u64> {
        if self.asked.is_some() || self.heard == Some(self.generation) {
            return None;
        }
        self.behind.clear();
        self.asked = Some(self.generation);
        self.asked
    }

    /// Whether a reading is under way.
    pub fn is_reading(&self) -> bool {
        self.asked.is_some()
    }

    /// Which text the findings are of, as it was told by [`Pen::ask`].
    pub fn heard(&self) -> Option<u64> {
        self.heard
    }

    /// Counts the changes of the text.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Whether what was read last is the text as it is now.
    pub fn is_current(&self) -> bool {
        self.heard == Some(self.generation)
    }

    /// Whether the text was read at least once.
    pub fn has_read(&self) -> bool {
        self.heard.is_some()
    }

    /// Takes the reading of the text as it was at `generation`. Gives what is of no use any more: of a long text it is so
    /// much that freeing it is better done where no key waits.
    pub fn hear(&mut self, generation: u64, mut reading: Box<Reading>, buffer: &Buffer) -> Box<Reading> {
        if self.asked != Some(generation) {
            return reading;
        }
        self.asked = None;
        let behind = std::mem::take(&mut self.behind);
        if behind.len() > MAX_BEHIND {
            return reading;
        }
        self.heard = Some(generation);
        let shown = self.shown_while_typing();
        std::mem::swap(&mut self.found, &mut reading.findings);
        std::mem::swap(&mut self.rest, &mut *reading);
        self.held.clear();
        // These two have followed the edits already.
        let (typing, steps) = (self.typing, self.steps.take());
        for Behind { change, words } in &behind {
            self.found.mark_stale(change);
            self.follow(change, *words);
        }
        (self.typing, self.steps) = (typing, steps);
        self.hold(&shown);
        self.ignore_again(buffer);
        self.filter_again();
        reading
    }

    // Rule and start of what is shown in the sentence being typed: it does not go away while one types.
    fn shown_while_typing(&self) -> Vec<(&'static str, usize)> {
        let Some((typing, _)) = self.typing else { return Vec::new() };
        let here = self.over(typing);
        here.map(|found| (found.diagnostic.rule, found.span.start)).collect()
    }

    fn hold(&mut self, shown: &[(&'static str, usize)]) {
        let Some((typing, _)) = self.typing else { return };
        let Findings { diagnostics, states, marks, .. } = &mut self.found;
        for mark in marks.over(typing) {
            let Some(diagnostic) = diagnostics.get(mark.mark) else { continue };
            let was_shown = shown.contains(&(diagnostic.rule, mark.span.start));
            if let Some(state) = states.get_mut(mark.mark).filter(|_| !was_shown) {
                state.held = true;
                self.held.push(mark.mark);
            }
        }
    }

    /// Typing went on at `offset`, at the time `now`: leaves the sentence there alone if it has not ended.
    pub fn typed(&mut self, buffer: &Buffer, offset: usize, now: Duration) {
        self.typing = sentence::open_at(buffer, offset).map(|span| (span, now));
        if self.typing.is_none() {
            self.release();
        }
    }

    /// The cursor stands at `offset` and it is `now`: ends the leave of the sentence being typed if it has left it, or
    /// paused.
    pub fn look(&mut self, offset: usize, now: Duration) {
        let is_over =
            |(span, since): (Span, Duration)| !span.touches(offset) || now.saturating_sub(since) >= PAUSE;
        if self.typing.is_some_and(is_over) {
            self.release();
        }
    }

    /// When the sentence being typed has been left alone for long enough.
    pub fn deadline(&self) -> Option<Duration> {
        self.typing.map(|(_, since)| since + PAUSE)
    }

    fn release(&mut self) {
        self.typing = None;
        for index in self.held.drain(..) {
            if let Some(state) = self.found.states.get_mut(index) {
                state.held = false;
            }
        }
    }

    /// The sentence that is left alone.
    pub fn left_alone(&self) -> Option<Span> {
        self.typing.map(|(span, _)| span)
    }

    /// What is shown of the findings that share a byte with `span`, by where they begin.
    pub fn over(&self, span: Span) -> impl Iterator<Item = Found<'_>> {
        self.found.marks.over(span).filter_map(|mark| self.shown(mark.span, mark.mark))
    }

    /// What is shown of the findings without text in `span`, its end included.
    pub fn points(&self, span: Span) -> impl Iterator<Item = Found<'_>> {
        let first = self.found.points.partition_point(|(at, _)| *at < span.start);
        let here = self.found.points.iter().skip(first).take_while(move |(at, _)| *at <= span.end);
        here.filter_map(|(at, index)| self.shown(Span::at(*at), *index))
    }

    fn shown(&self, span: Span, index: usize) -> Option<Found<'_>> {
        let state = self.found.states.get(index).filter(|state| state.is_shown())?;
        Some(Found { span, diagnostic: self.found.diagnostics.get(index)?, is_stale: state.stale })
    }

    /// What the cursor at `offset` stands on: the worst, and of those the shortest.
    pub fn at(&self, offset: usize) -> Option<Found<'_>> {
        let around = Span::new(offset.saturating_sub(1), offset + 1);
        let touching = self.over(around).filter(|found| found.span.touches(offset));
        let rank = |found: &Found<'_>| {
            (!found.diagnostic.is_strike(), std::cmp::Reverse(found.diagnostic.severity), found.span.len())
        };
        touching.chain(self.points(Span::at(offset))).min_by_key(rank)
    }

    /// The rest of the last reading: outline and figures.
    pub fn rest(&self) -> &Reading {
        &self.rest
    }
}
