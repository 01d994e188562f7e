//! What is new of what came back: a document may be read twice, and holds what was sent out with it.

use std::collections::HashMap;

use super::records::{UNTRACKED, wording};
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
    /// The open suggestions whose words stand in the document with no trace of a change: somebody accepted them there.
    pub accepted: Vec<Record>,
}

/// Those of `records` that `reviews`, the reviews of `draft`, do not hold, anchored there; `document` was parsed from it.
pub fn fresh(records: &[Record], reviews: &Reviews, draft: &str, document: &Document) -> Fresh {
    let ground = Ground::new(draft, document);
    let threads = reviews.threads(&ground);
    let is_open = |id: &Id| threads.iter().find(|thread| thread.root.id == *id).is_none_or(Thread::is_open);
    let parted = parted(records, reviews, draft, &ground);
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
        let known = known.or_else(|| parted.get(&record.id).cloned());
        if known.is_none()
            && let Some(accepted) = accepted(&record, &threads, draft, &ground)
        {
            out.known += 1;
            out.accepted.extend(accepted);
            continue;
        }
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
        // The reason of a suggestion travels as a comment, which stays where the suggestion goes.
        (Kind::Comment, Kind::Suggestion { .. }) => new.at == old.at && new.text == old.text,
        (one, two) => one == two && new.text == old.text && (same_place || new.at == old.at),
    }
}

/// Whether two suggestions of one person at one moment do the same to `draft`, whatever they quote: a word that goes with
/// the space behind it, or with its neighbour put in again.
fn does_same(new: &Record, old: &Record, draft: &str, ground: &Ground<'_>) -> bool {
    if new.at != old.at || !is_same_name(&new.by, &old.by) {
        return false;
    }
    let (Some(one), Some(two)) = (edit(new, ground), edit(old, ground)) else { return false };
    touch(&one, &two) && make_same(draft, &[one], &[two])
}

/// What one suggestion of `reviews` became where it is several of `records`: a note and its mark stand in two places.
fn parted(records: &[Record], reviews: &Reviews, draft: &str, ground: &Ground<'_>) -> HashMap<Id, Id> {
    let mut out = HashMap::new();
    for old in reviews.records() {
        let Some(own) = edit(old, ground) else { continue };
        let is_part = |new: &&Record| new.at == old.at && is_same_name(&new.by, &old.by);
        let mut parts: Vec<(Edit, &Id)> =
            records.iter().filter(is_part).filter_map(|new| Some((edit(new, ground)?, &new.id))).collect();
        parts.sort_by_key(|(edit, _)| (edit.span.start, edit.span.end));
        let (edits, ids): (Vec<Edit>, Vec<&Id>) = parts.into_iter().unzip();
        if edits.len() > 1 && are_apart(&edits) && make_same(draft, &edits, &[own]) {
            out.extend(ids.into_iter().map(|id| (id.clone(), old.id.clone())));
        }
    }
    out
}

fn are_apart(edits: &[Edit]) -> bool {
    edits.windows(2).all(|pair| matches!(pair, [one, two] if one.span.end <= two.span.start))
}

/// The open suggestions that the edit `new`, which nobody tracked, comes from: one of them or all that it touches do the
/// same.
fn accepted(new: &Record, threads: &[Thread], draft: &str, ground: &Ground<'_>) -> Option<Vec<Record>> {
    let made = edit(new, ground).filter(|_| new.text.starts_with(UNTRACKED))?;
    let mut near: Vec<(Edit, &Record)> = threads
        .iter()
        .filter(|thread| thread.is_open())
        .filter_map(|thread| Some((edit(&thread.root, ground)?, &thread.root)))
        .filter(|(edit, _)| touch(edit, &made))
        .collect();
    let own = [made];
    if let Some(at) = near.iter().position(|(edit, _)| make_same(draft, &own, std::slice::from_ref(edit))) {
        return Some(vec![near.swap_remove(at).1.clone()]);
    }
    near.sort_by_key(|(edit, _)| (edit.span.start, edit.span.end));
    let (edits, records): (Vec<Edit>, Vec<&Record>) = near.into_iter().unzip();
    (are_apart(&edits) && edits.len() > 1 && make_same(draft, &own, &edits))
        .then(|| records.into_iter().cloned().collect())
}

/// What `record`, a suggestion that stands in the text of `ground`, does to it.
fn edit(record: &Record, ground: &Ground<'_>) -> Option<Edit> {
    let place = record.anchor.as_ref().and_then(|anchor| ground.place(anchor)).filter(|place| place.exact)?;
    Some(Edit::replace(place.span, wording(&record.kind)?.to_owned()))
}

fn touch(one: &Edit, two: &Edit) -> bool {
    one.span.start <= two.span.end && two.span.start <= one.span.end
}

/// Whether `one` and `two`, edits in order that do not overlap, make the same of the paragraphs of `draft` that they reach.
fn make_same(draft: &str, one: &[Edit], two: &[Edit]) -> bool {
    let tidy = |edits: &[Edit]| edits.iter().map(|edit| tidied(draft, edit.clone())).collect::<Vec<_>>();
    let (one, two) = (tidy(one), tidy(two));
    let all = || one.iter().chain(&two);
    let start = all().map(|edit| edit.span.start).min().unwrap_or(0);
    let end = all().map(|edit| edit.span.end).max().unwrap_or(start);
    let around = paragraphs(draft, Span::new(start, end));
    let is_definition = |line: &&str| line.trim_start().starts_with('[') && line.contains("]:");
    let definitions = draft.lines().filter(is_definition).collect::<Vec<_>>().join("\n\n");
    let made = |edits: &[Edit]| -> String {
        let (mut out, mut at) = (String::new(), around.start);
        for Edit { span, insert } in edits {
            out.push_str(slice(draft, at..span.start.max(at)));
            out.push_str(insert);
            at = span.end.max(at);
        }
        out.extend([slice(draft, at..around.end), "\n\n", &definitions]);
        Visible::of(&out, 0).text.split_whitespace().collect::<Vec<_>>().join(" ")
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
