//! What is new of what came back: a document may be read twice, and holds what was sent out with it.

use std::collections::HashMap;

use super::records::wording;
use crate::document::Document;
use crate::review::{Anchor, Ground, Id, Kind, Record, Reviews, Status, Thread, is_same_name};

/// What the reviews of a draft do not hold yet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fresh {
    /// Anchored in the draft where their words stand there, else in the Markdown that was sent out.
    pub records: Vec<Record>,
    /// How many were there already.
    pub known: usize,
}

/// Those of `records` that `reviews`, the reviews of `draft`, do not hold, anchored there; `document` was parsed from it.
pub fn fresh(records: &[Record], reviews: &Reviews, draft: &str, document: &Document) -> Fresh {
    let ground = Ground::new(draft, document);
    let threads = reviews.threads(&ground);
    let is_open = |id: &Id| threads.iter().find(|thread| thread.root.id == *id).is_none_or(Thread::is_open);
    let mut all = reviews.clone();
    let mut out = Fresh::default();
    // A record that is there may have another id than the one that was made of it.
    let mut ids: HashMap<Id, Id> = HashMap::new();
    for record in records {
        let mut record = record.clone();
        record.re = record.re.map(|re| ids.get(&re).cloned().unwrap_or(re));
        if let Some(anchor) = &record.anchor
            && let Some(place) = ground.place(anchor).filter(|place| place.exact)
        {
            record.anchor = Some(Anchor::of(draft, document, place.span));
        }
        let known = all.records().find(|other| is_same(&record, other)).map(|other| other.id.clone());
        let is_closed =
            record.status == Some(Status::Resolved) && record.re.as_ref().is_some_and(|re| !is_open(re));
        if let Some(known) = known {
            ids.insert(record.id, known);
            out.known += 1;
            continue;
        }
        if is_closed {
            continue;
        }
        let own = record.id.clone();
        record.id = unused(&record.id, &all);
        ids.insert(own, record.id.clone());
        all.add(record.clone());
        out.records.push(record);
    }
    out
}

/// `id`, or one like it that no record has.
fn unused(id: &Id, all: &Reviews) -> Id {
    let is_taken = |id: &Id| all.records().any(|record| record.id == *id);
    let others = (2..).map_while(|nth: usize| Id::parse(&format!("{id}-{nth}")));
    std::iter::once(id.clone()).chain(others).find(|id| !is_taken(id)).unwrap_or_else(|| id.clone())
}

/// Whether two records are one: the same person said the same, of the same words or at the same moment.
fn is_same(new: &Record, old: &Record) -> bool {
    if !is_same_name(&new.by, &old.by) {
        return false;
    }
    if new.re.is_some() || old.re.is_some() {
        let says = new.text == old.text || new.at == old.at;
        return new.re == old.re && says && (new.status.is_none() || new.status == old.status);
    }
    let quote =
        |record: &Record| record.anchor.as_ref().map(|anchor| (anchor.quote.clone(), anchor.before.clone()));
    let words = |record: &Record| record.anchor.as_ref().map(|anchor| bare(&anchor.quote));
    let same_place = quote(new) == quote(old);
    match (&new.kind, &old.kind) {
        (Kind::Suggestion { .. }, Kind::Suggestion { .. }) => {
            let to = |record: &Record| wording(&record.kind).map(bare);
            to(new) == to(old) && (same_place || (new.at == old.at && words(new) == words(old)))
        }
        (one, two) => one == two && new.text == old.text && (same_place || new.at == old.at),
    }
}

/// `text` without the marks of emphasis, which a quotation may or may not take in.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '*' | '_' | '~' | '`')).collect::<String>().trim().to_owned()
}
