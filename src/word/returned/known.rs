//! What is new of what came back: a document may be read twice, and holds what was sent out with it.

use std::collections::HashMap;

use super::records::wording;
use crate::document::Document;
use crate::review::{Anchor, Ground, Id, Kind, Record, Reviews, Status, Thread, is_same_name, tidied};
use crate::text::{Edit, Span, slice};
use crate::word::visible::Visible;

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
        let is_known = |other: &&Record| is_same(&record, other) || does_same(&record, other, draft, &ground);
        let known = reviews.records().find(is_known).map(|other| other.id.clone());
        // The same words said twice are two; the very same record is one.
        let is_twin = |other: &&Record| other.at == record.at && is_same(&record, other);
        let known = known.or_else(|| out.records.iter().find(is_twin).map(|other| other.id.clone()));
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

/// Whether two suggestions of one person at one moment do the same to `draft`, whatever they quote: a word that goes with
/// the space behind it, or with its neighbour put in again.
fn does_same(new: &Record, old: &Record, draft: &str, ground: &Ground<'_>) -> bool {
    let placed = |record: &Record| {
        let place =
            record.anchor.as_ref().and_then(|anchor| ground.place(anchor)).filter(|place| place.exact);
        place.map(|place| place.span).zip(wording(&record.kind).map(str::to_owned))
    };
    if new.at != old.at || !is_same_name(&new.by, &old.by) {
        return false;
    }
    let (Some((one, to)), Some((two, other))) = (placed(new), placed(old)) else { return false };
    if one.start > two.end || two.start > one.end {
        return false;
    }
    let (one, two) = (tidied(draft, Edit::replace(one, to)), tidied(draft, Edit::replace(two, other)));
    let reach = Span::new(one.span.start.min(two.span.start), one.span.end.max(two.span.end));
    let around = paragraphs(draft, reach);
    let is_definition = |line: &&str| line.trim_start().starts_with('[') && line.contains("]:");
    let definitions = draft.lines().filter(is_definition).collect::<Vec<_>>().join("\n\n");
    let made = |Edit { span, insert }: &Edit| -> String {
        let (head, tail) = (slice(draft, around.start..span.start), slice(draft, span.end..around.end));
        let shown = Visible::of(&[head, insert, tail, "\n\n", &definitions].concat(), 0);
        shown.text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    made(&one) == made(&two)
}

/// The paragraphs that `span` reaches into.
fn paragraphs(draft: &str, span: Span) -> Span {
    let start = slice(draft, 0..span.start).rfind("\n\n").map_or(0, |at| at + 2);
    let end = slice(draft, span.end..draft.len()).find("\n\n").map_or(draft.len(), |at| span.end + at);
    Span::new(start, end)
}

/// `text` without the marks of emphasis, which a quotation may or may not take in.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '*' | '_' | '~' | '`')).collect::<String>().trim().to_owned()
}
