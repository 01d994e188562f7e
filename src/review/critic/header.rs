//! What stands at the head of a comment: who, when, which record, and what it is.

use std::fmt::Write as _;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::escape::{escaped, unescaped};
use crate::review::{Anchor, Answer, Decision, Id, Kind, Record, Status, Verdict};

/// The anchor of a record that has no place in the text, and the words that it suggests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Detached {
    part: String,
    quote: String,
    before: String,
    after: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

/// What a comment that this program wrote holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Signed {
    /// A record. It has an anchor where it stands for itself, and none where the mark before it is its anchor or it has
    /// none.
    Record {
        /// The record; its kind is that of the mark where it has one.
        record: Record,
        /// Whether the mark, or place, before it is what it is about.
        here: bool,
    },
    /// What somebody thinks of the document.
    Verdict(String, Verdict),
}

/// The comment of `record`, whose anchor is the mark before it where `here` says so.
pub fn comment(record: &Record, here: bool) -> String {
    let mut head = format!("@{} {} {}", record.by, record.at, record.id);
    if let Some(re) = &record.re {
        let _ = write!(head, " re {re}");
    }
    if record.kind == Kind::Question {
        head.push_str(" question");
    }
    if let Some(status) = &record.status {
        let _ = write!(head, " {}", status.name());
        if let Status::Answered(answer) = status {
            let _ = write!(head, " {}", json(&answer.to_string()));
        }
    }
    if let (false, Some(anchor)) = (here, &record.anchor) {
        let Anchor { part, quote, before, after } = anchor.clone();
        let to = match &record.kind {
            Kind::Suggestion { to } => Some(to.clone()),
            _ => None,
        };
        let _ = write!(head, " at {}", json(&Detached { part, quote, before, after, to }));
    } else if !here && record.re.is_none() {
        head.push_str(" document");
    }
    finished(head, &record.text)
}

/// The comment that holds what `by` thinks of the document.
pub fn verdict(by: &str, verdict: &Verdict) -> String {
    finished(format!("@{by} {} verdict {}", verdict.at, verdict.decision.name()), &verdict.text)
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn finished(mut head: String, text: &str) -> String {
    if !text.is_empty() {
        let _ = write!(head, ": {text}");
    }
    format!("{{>>{}<<}}", escaped(&head))
}

/// What `body`, the text of a comment, holds where this program wrote it.
pub fn parse(body: &str) -> Option<Signed> {
    let body = unescaped(body);
    let rest = body.strip_prefix('@')?;
    let (by, at, rest) = signature(rest)?;
    let mut words = Words(rest);
    let first = words.next()?;
    if first == "verdict" {
        let name = words.next()?;
        let decision = Decision::ALL.into_iter().find(|decision| decision.name() == name)?;
        return Some(Signed::Verdict(by, Verdict { decision, at, text: words.text()? }));
    }
    let id = Id::parse(first)?;
    let (kind, anchor) = (Kind::Comment, None);
    let mut record = Record { id, by, at, kind, anchor, text: String::new(), status: None, re: None };
    let mut here = true;
    while let Some(word) = words.next() {
        match word {
            "re" => {
                record.re = Some(Id::parse(words.next()?)?);
                here = false;
            }
            "question" => record.kind = Kind::Question,
            "document" => here = false,
            "at" => {
                let Detached { part, quote, before, after, to } = words.json()?;
                record.anchor = Some(Anchor { part, quote, before, after });
                record.kind = to.map_or(record.kind, |to| Kind::Suggestion { to });
                here = false;
            }
            "open" => record.status = Some(Status::Open),
            "accepted" => record.status = Some(Status::Accepted),
            "rejected" => record.status = Some(Status::Rejected),
            "resolved" => record.status = Some(Status::Resolved),
            "answered" => {
                let answer: String = words.json()?;
                record.status = Some(Status::Answered(Answer::parse(&answer).ok()?));
            }
            _ => return None,
        }
    }
    record.text = words.text()?;
    Some(Signed::Record { record, here })
}

/// Name and time at the head of `text`, and the rest.
fn signature(text: &str) -> Option<(String, Timestamp, &str)> {
    let ends = text.match_indices(' ').map(|(at, _)| at);
    ends.into_iter().find_map(|space| {
        let (name, rest) = (text.get(..space)?, text.get(space + 1..)?);
        let (time, rest) = rest.split_once(' ')?;
        // A bare date is no point in time.
        let at = time.contains('T').then(|| time.parse().ok()).flatten()?;
        Some((name.to_owned(), at, rest))
    })
}

/// The words of a head, up to the colon; then the text.
struct Words<'t>(&'t str);

impl<'t> Words<'t> {
    /// The next word of the head.
    fn next(&mut self) -> Option<&'t str> {
        let rest = self.0.strip_prefix(' ').unwrap_or(self.0);
        let end = rest.find([' ', ':']).unwrap_or(rest.len());
        let (word, rest) = (rest.get(..end)?, rest.get(end..)?);
        if word.is_empty() {
            return None;
        }
        self.0 = rest;
        Some(word)
    }

    /// The JSON value that comes next.
    fn json<T: for<'de> Deserialize<'de>>(&mut self) -> Option<T> {
        let rest = self.0.strip_prefix(' ')?;
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<T>();
        let value = values.next()?.ok()?;
        self.0 = rest.get(values.byte_offset()..)?;
        Some(value)
    }

    /// The text behind the head: none, or what a colon announces.
    fn text(self) -> Option<String> {
        if self.0.is_empty() { Some(String::new()) } else { self.0.strip_prefix(": ").map(str::to_owned) }
    }
}
