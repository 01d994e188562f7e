//! What people do in a review. Everything makes a new record; accepting makes an edit of the document as well.

use std::fmt;

use jiff::Timestamp;

use super::tidy::tidied;
use super::{Anchor, Answer, Id, Kind, Record, Reviews, Status, Thread};
use crate::text::Edit;

/// Who does something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The reviewer's name.
    pub by: String,
    /// The time, in whole seconds.
    pub at: Timestamp,
}

/// Why something cannot be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Only a suggestion can be accepted or rejected.
    NoSuggestion,
    /// Only a question can be answered.
    NoQuestion,
    /// The suggestion is accepted already.
    Accepted,
    /// The quoted text is gone.
    Unplaced,
    /// The quoted text was edited since.
    Edited,
}

impl Reviews {
    /// A remark on `anchor`, or on the whole document.
    pub fn comment(&self, sign: &Signature, anchor: Option<Anchor>, text: &str) -> Record {
        self.record(sign, Kind::Comment, anchor, text)
    }

    /// `to` instead of what `anchor` quotes; `why` may be empty.
    pub fn suggest(&self, sign: &Signature, anchor: Anchor, to: &str, why: &str) -> Record {
        self.record(sign, Kind::Suggestion { to: to.to_owned() }, Some(anchor), why)
    }

    /// A question about what `anchor` quotes, or about the whole document; `text` may be empty: a bare `?`.
    pub fn ask(&self, sign: &Signature, anchor: Option<Anchor>, text: &str) -> Record {
        self.record(sign, Kind::Question, anchor, text)
    }

    /// A word to the record `re`.
    pub fn reply(&self, sign: &Signature, re: &Id, text: &str) -> Record {
        self.decide(sign, re, None, text)
    }

    /// Refuses a suggestion.
    ///
    /// # Errors
    ///
    /// It is none.
    pub fn reject(&self, sign: &Signature, thread: &Thread, why: &str) -> Result<Record, Refusal> {
        suggestion(thread)?;
        Ok(self.decide(sign, &thread.root.id, Some(Status::Rejected), why))
    }

    /// Closes a thread in which nothing is left to say.
    pub fn resolve(&self, sign: &Signature, thread: &Thread, text: &str) -> Record {
        self.decide(sign, &thread.root.id, Some(Status::Resolved), text)
    }

    /// Opens a thread again.
    pub fn reopen(&self, sign: &Signature, thread: &Thread, text: &str) -> Record {
        self.decide(sign, &thread.root.id, Some(Status::Open), text)
    }

    /// Answers a question; `text` is what there is to say beside the answer.
    ///
    /// # Errors
    ///
    /// It is no question.
    pub fn answer(
        &self,
        sign: &Signature,
        thread: &Thread,
        answer: Answer,
        text: &str,
    ) -> Result<Record, Refusal> {
        if thread.root.kind != Kind::Question {
            return Err(Refusal::NoQuestion);
        }
        Ok(self.decide(sign, &thread.root.id, Some(Status::Answered(answer)), text))
    }

    /// Takes a suggestion: the edit that puts its words into `source`, in which `thread` was placed, and the record that
    /// says so. Where words go for nothing, the edit takes along the space or the mark that would stay behind.
    ///
    /// # Errors
    ///
    /// It is no suggestion, it was taken before, or the text it is about is not there any more as it was.
    pub fn accept(
        &self,
        sign: &Signature,
        source: &str,
        thread: &Thread,
        text: &str,
    ) -> Result<(Edit, Record), Refusal> {
        let to = suggestion(thread)?;
        if thread.status == Status::Accepted {
            return Err(Refusal::Accepted);
        }
        let place = thread.place.ok_or(Refusal::Unplaced)?;
        if !place.exact {
            return Err(Refusal::Edited);
        }
        let record = self.decide(sign, &thread.root.id, Some(Status::Accepted), text);
        Ok((tidied(source, Edit::replace(place.span, to)), record))
    }

    fn decide(&self, sign: &Signature, re: &Id, status: Option<Status>, text: &str) -> Record {
        let said = status.as_ref().map(Status::to_string).unwrap_or_default();
        let id = Id::new(&Kind::Comment, sign, &[re.as_str(), &said, text], |id| self.is_taken(id));
        let (by, at) = (sign.by.clone(), sign.at);
        Record {
            id,
            by,
            at,
            kind: Kind::Comment,
            anchor: None,
            text: text.to_owned(),
            status,
            re: Some(re.clone()),
        }
    }

    fn record(&self, sign: &Signature, kind: Kind, anchor: Option<Anchor>, text: &str) -> Record {
        Record::new(sign.clone(), kind, anchor, text.to_owned(), |id| self.is_taken(id))
    }

    fn is_taken(&self, id: &Id) -> bool {
        self.records().any(|record| record.id == *id)
    }
}

fn suggestion(thread: &Thread) -> Result<&str, Refusal> {
    match &thread.root.kind {
        Kind::Suggestion { to } => Ok(to),
        _ => Err(Refusal::NoSuggestion),
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuggestion => "this is no suggestion; only a suggestion can be accepted or rejected",
            Self::NoQuestion => "this is no question; only a question has an answer",
            Self::Accepted => "this suggestion is in the document already",
            Self::Unplaced => "the text that it quotes is gone; put the words in by hand, then resolve it",
            Self::Edited => {
                "the text that it quotes was edited since; put the words in by hand, then resolve it"
            }
        })
    }
}

impl std::error::Error for Refusal {}
