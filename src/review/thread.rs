//! A record, what was said to it, and what became of it.

use jiff::civil;

use super::{Answer, Kind, Place, Record, Status};

/// A record with its replies.
#[derive(Debug, Clone, PartialEq)]
pub struct Thread {
    /// The record that began it.
    pub root: Record,
    /// The replies and decisions, the oldest first.
    pub replies: Vec<Record>,
    /// What the last decision made of it.
    pub status: Status,
    /// Where it stands; nothing where it is about the whole document or its place is gone.
    pub place: Option<Place>,
    /// The day by which somebody wanted to know, where that is over: see [`Thread::as_of`].
    pub overdue: Option<civil::Date>,
}

impl Thread {
    /// Whether its place is gone: it quotes a text that is no longer there, or replies to a record that is none. A
    /// suggestion that was accepted is not lost because its words went.
    pub fn is_unplaced(&self) -> bool {
        self.place.is_none()
            && self.status != Status::Accepted
            && (self.root.anchor.is_some() || self.root.re.is_some())
    }

    /// Whether somebody still has to do something about it.
    pub fn is_open(&self) -> bool {
        self.status == Status::Open
    }

    /// It as it stands on `today`: where somebody wanted to know by a day that is over, it is open again.
    #[must_use]
    pub fn as_of(mut self, today: civil::Date) -> Self {
        if let Status::Answered(Answer::Unknown { by }) = self.status
            && by < today
        {
            (self.status, self.overdue) = (Status::Open, Some(by));
        }
        self
    }

    /// What became of it, for people: `open`, `answered: yes`.
    pub fn standing(&self) -> String {
        match self.overdue {
            Some(by) => format!("open again: the answer was due by {by}"),
            None => self.status.to_string(),
        }
    }

    /// Whether it is a question that wants an answer on `today`.
    pub fn wants_answer(&self, today: civil::Date) -> bool {
        let answered = match &self.status {
            Status::Answered(answer) => answer.holds_on(today),
            status => *status != Status::Open,
        };
        self.root.kind == Kind::Question && !answered
    }
}
