//! A walk through the strikes, one by one: which were answered, and which comes next.

use super::{Found, Pen};
use crate::text::{Bias, Change, Span};

/// What was done about a strike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Its words were taken.
    Taken,
    /// It was left as it is.
    Left,
    /// It is silenced in the document.
    Silenced,
    /// Somebody found other words.
    Rewritten,
}

impl Answer {
    /// Every answer, in the order they are told.
    pub const ALL: [Self; 4] = [Self::Taken, Self::Rewritten, Self::Silenced, Self::Left];

    /// What was done, in a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Left => "left",
            Self::Silenced => "ignored",
            Self::Rewritten => "rewritten",
        }
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    answer: Answer,
    /// How many strikes it answered.
    count: usize,
    /// How far the walk had come before it.
    before: Place,
    /// The depth of the history before it.
    depth: usize,
}

/// Where a finding stands among the others: they are gone through by place, those of one place by their ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Place(usize, usize, &'static str);

/// How far a walk has come.
#[derive(Debug, Clone, Default)]
pub struct Steps {
    /// All up to here is answered; at the start nothing is.
    done: Option<Place>,
    log: Vec<Step>,
}

impl Steps {
    /// How many strikes got this answer.
    pub fn count(&self, answer: Answer) -> usize {
        self.log.iter().filter(|step| step.answer == answer).map(|step| step.count).sum()
    }

    /// How many strikes were answered.
    pub fn answered(&self) -> usize {
        self.log.iter().map(|step| step.count).sum()
    }

    /// Answers `count` strikes anywhere; the walk goes on where it is.
    pub fn record(&mut self, answer: Answer, count: usize, depth: usize) {
        self.log.push(Step { answer, count, before: self.done.unwrap_or_default(), depth });
    }

    /// All up to byte `end` is answered: what was put in is not asked about again.
    pub fn pass(&mut self, end: usize) {
        self.done = Some(Place(end, end, ""));
    }

    /// The depth of the history before the last answer, to which it has to go back first.
    pub fn depth_before(&self) -> Option<usize> {
        self.log.last().map(|step| step.depth)
    }

    /// Takes the last answer back: the walk stands where it stood before.
    pub fn back(&mut self) {
        self.done = self.log.pop().map_or(self.done, |step| Some(step.before));
    }

    pub(super) fn edited(&mut self, change: &Change) {
        if let Some(Place(start, end, _)) = &mut self.done {
            let now = change.map_span(Span::new(*start, (*end).max(*start)));
            let start_now = if start == end { change.map(*start, Bias::Before) } else { now.start };
            (*start, *end) = (start_now, now.end.max(start_now));
        }
    }
}

fn place(span: Span, rule: &'static str) -> Place {
    Place(span.start, span.end, rule)
}

impl Pen {
    /// Begins a walk from the head of the text.
    pub fn begin_steps(&mut self) {
        self.steps = Some(Steps::default());
    }

    /// The walk, if there is one.
    pub fn steps(&self) -> Option<&Steps> {
        self.steps.as_ref()
    }

    /// The same, to go on with.
    pub fn steps_mut(&mut self) -> Option<&mut Steps> {
        self.steps.as_mut()
    }

    /// Ends the walk.
    pub fn end_steps(&mut self) {
        self.steps = None;
    }

    /// Answers the first strike that is not answered; `depth` is that of the history before that is carried out.
    pub fn answer(&mut self, answer: Answer, depth: usize) {
        let here = self.unanswered().map(|found| place(found.span, found.diagnostic.rule));
        if let Some(steps) = &mut self.steps {
            steps.record(answer, 1, depth);
            steps.done = here.or(steps.done);
        }
    }

    /// The first strike of the walk that is not answered.
    pub fn unanswered(&self) -> Option<Found<'_>> {
        self.left().min_by_key(|found| place(found.span, found.diagnostic.rule))
    }

    /// How many strikes of the walk are not answered.
    pub fn unanswered_count(&self) -> usize {
        self.left().count()
    }

    /// How many findings there are to look at that strike no words, which the walk passes over.
    pub fn others(&self) -> usize {
        let others = self.stops().filter_map(|(span, index)| self.shown(span, index));
        others.filter(|found| !found.diagnostic.is_strike()).count()
    }

    fn left(&self) -> impl Iterator<Item = Found<'_>> {
        let done = self.steps.as_ref().and_then(|steps| steps.done);
        let all = self.found.marks.as_slice().iter().filter_map(|mark| self.shown(mark.span, mark.mark));
        all.filter(|found| found.diagnostic.is_strike())
            .filter(move |found| done.is_none_or(|done| place(found.span, found.diagnostic.rule) > done))
    }
}
