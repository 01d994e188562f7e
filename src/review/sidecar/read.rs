//! Reading a reviewer's file: first its form, then what the values mean.

use jiff::Timestamp;
use serde::Deserialize;

use super::{Decision, Read, Sidecar, Verdict};
use crate::review::{Anchor, Answer, Id, Kind, Record, Status};
use crate::yaml::{self, Error, Step};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    version: u32,
    reviewer: String,
    #[serde(default)]
    read: Option<ReadForm>,
    #[serde(default)]
    verdict: Option<VerdictForm>,
    #[serde(default)]
    records: Option<Vec<RecordForm>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadForm {
    at: String,
    text: String,
    #[serde(default)]
    revision: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerdictForm {
    decision: String,
    at: String,
    #[serde(default)]
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordForm {
    id: String,
    #[serde(default)]
    by: Option<String>,
    at: String,
    kind: String,
    #[serde(default)]
    part: Option<String>,
    #[serde(default)]
    quote: Option<String>,
    #[serde(default)]
    before: Option<String>,
    #[serde(default)]
    after: Option<String>,
    #[serde(default)]
    to: Option<String>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    answer: Option<Scalar>,
    #[serde(default)]
    re: Option<String>,
}

/// `answer: 42` is a number to YAML, and an answer to us.
#[derive(Deserialize)]
#[serde(untagged)]
enum Scalar {
    Text(String),
    Whole(i64),
    Decimal(f64),
}

impl Scalar {
    fn text(&self) -> String {
        match self {
            Scalar::Text(text) => text.clone(),
            Scalar::Whole(number) => number.to_string(),
            Scalar::Decimal(number) => number.to_string(),
        }
    }
}

/// A file, so that errors know their place in it.
struct Source<'t>(&'t str);

pub(super) fn read(text: &str) -> Result<Sidecar, Error> {
    let form: Form = yaml::from_long_str(text)?;
    let source = Source(text);
    if form.version != 1 {
        return Err(super::conflict::newer(text, form.version));
    }
    if let Err(bad) = crate::review::file_name(&form.reviewer) {
        return Err(source.at(&[Step::Key("reviewer")], bad.to_string()));
    }
    let read = form.read.map(|read| source.read(read)).transpose()?;
    let verdict = form.verdict.map(|verdict| source.verdict(verdict)).transpose()?;
    let mut records: Vec<Record> = Vec::new();
    for (nth, record) in form.records.unwrap_or_default().into_iter().enumerate() {
        let record = InList { source: &source, nth }.record(record, &form.reviewer)?;
        if records.iter().any(|other| other.id == record.id) {
            let said =
                format!("there are two records `{}`; take one of them out, or give it another id", record.id);
            return Err(InList { source: &source, nth }.at("id", said));
        }
        records.push(record);
    }
    Ok(Sidecar { reviewer: form.reviewer, read, verdict, records })
}

impl Source<'_> {
    fn at(&self, path: &[Step<'_>], message: impl Into<String>) -> Error {
        Error::at_value(self.0, path, message)
    }

    fn time(&self, path: &[Step<'_>], text: &str) -> Result<Timestamp, Error> {
        text.trim().parse().map_err(|_| self.at(path, "no point in time; it looks like 2026-11-09T10:30:00Z"))
    }

    fn read(&self, form: ReadForm) -> Result<Read, Error> {
        let at = self.time(&[Step::Key("read"), Step::Key("at")], &form.at)?;
        let is_hex = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        for (key, value) in [("text", Some(&form.text)), ("revision", form.revision.as_ref())] {
            if value.is_some_and(|value| !is_hex(value) || value.len() > 64) {
                return Err(self.at(&[Step::Key("read"), Step::Key(key)], "no hash in hexadecimal digits"));
            }
        }
        Ok(Read { at, text: form.text, revision: form.revision })
    }

    fn verdict(&self, form: VerdictForm) -> Result<Verdict, Error> {
        let at = self.time(&[Step::Key("verdict"), Step::Key("at")], &form.at)?;
        let decision = Decision::ALL.into_iter().find(|decision| decision.name() == form.decision);
        let path = [Step::Key("verdict"), Step::Key("decision")];
        let decision = decision.ok_or_else(|| self.at(&path, "it is one of approve, iterate, reject"))?;
        Ok(Verdict { decision, at, text: form.text })
    }
}

/// The record at one place of the list.
struct InList<'s, 't> {
    source: &'s Source<'t>,
    nth: usize,
}

impl InList<'_, '_> {
    fn at(&self, key: &str, message: impl Into<String>) -> Error {
        self.source.at(&[Step::Key("records"), Step::Entry(self.nth), Step::Key(key)], message)
    }

    fn record(&self, form: RecordForm, reviewer: &str) -> Result<Record, Error> {
        let id = self.id("id", &form.id)?;
        let at = [Step::Key("records"), Step::Entry(self.nth), Step::Key("at")];
        let at = self.source.time(&at, &form.at)?;
        let re = form.re.as_deref().map(|re| self.id("re", re)).transpose()?;
        let (kind, status, anchor) = (self.kind(&form)?, self.status(&form)?, self.anchor(&form)?);
        if let Some(re) = &re {
            if *re == id {
                return Err(self.at("re", "a record cannot reply to itself"));
            }
            if kind != Kind::Comment || anchor.is_some() {
                return Err(
                    self.at("re", "a reply is a comment and quotes nothing; leave `re` out for a new one")
                );
            }
        }
        let by = form.by.unwrap_or_else(|| reviewer.to_owned());
        crate::review::file_name(&by).map_err(|bad| self.at("by", bad.to_string()))?;
        Ok(Record { id, by, at, kind, anchor, text: form.text.unwrap_or_default(), status, re })
    }

    fn id(&self, key: &str, text: &str) -> Result<Id, Error> {
        Id::parse(text)
            .ok_or_else(|| self.at(key, "an id has letters, digits, `_` and `-`, at most 40 of them"))
    }

    fn kind(&self, form: &RecordForm) -> Result<Kind, Error> {
        let kind = match form.kind.as_str() {
            "comment" => Kind::Comment,
            "question" => Kind::Question,
            "suggestion" | "suggest" => {
                let to = form.to.clone();
                let to =
                    to.ok_or_else(|| self.at("kind", "a suggestion needs `to`: what to write instead"))?;
                return Ok(Kind::Suggestion { to });
            }
            _ => return Err(self.at("kind", "it is one of comment, suggestion, question")),
        };
        if form.to.is_some() { Err(self.at("to", "only a suggestion has `to`")) } else { Ok(kind) }
    }

    fn status(&self, form: &RecordForm) -> Result<Option<Status>, Error> {
        let status = match form.status.as_deref() {
            None => None,
            Some("open") => Some(Status::Open),
            Some("accepted") => Some(Status::Accepted),
            Some("rejected") => Some(Status::Rejected),
            Some("resolved") => Some(Status::Resolved),
            Some("answered") => {
                let answer = form.answer.as_ref().ok_or_else(|| {
                    self.at(
                        "status",
                        "what is the answer? Add `answer`: yes, no, a number, or \"I don't know, by DATE\"",
                    )
                })?;
                let answer =
                    Answer::parse(&answer.text()).map_err(|none| self.at("answer", none.to_string()))?;
                return Ok(Some(Status::Answered(answer)));
            }
            Some(_) => {
                return Err(self.at("status", "it is one of open, accepted, rejected, resolved, answered"));
            }
        };
        if form.answer.is_some() {
            return Err(self.at("answer", "an answer needs `status: answered`"));
        }
        Ok(status)
    }

    fn anchor(&self, form: &RecordForm) -> Result<Option<Anchor>, Error> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let around = form.before.is_some() || form.after.is_some();
        match &form.quote {
            Some(quote) => Ok(Some(Anchor {
                part: text(&form.part),
                quote: super::super::place::folded(quote.trim()),
                before: text(&form.before),
                after: text(&form.after),
            })),
            None if around || form.part.is_some() => {
                let key = if form.part.is_some() {
                    "part"
                } else if form.before.is_some() {
                    "before"
                } else {
                    "after"
                };
                Err(self.at(key, "this stands beside a `quote`, and there is none"))
            }
            None => Ok(None),
        }
    }
}
