//! Changes and comments as records.

use std::collections::HashMap;
use std::ops::Range;

use jiff::Timestamp;

use super::edit::{Base, Edit};
use super::flow::{Flow, What};
use super::same::{Place, Same};
use super::silent::grouped;
use super::{Change, Found, Returned, Who};
use crate::document::Document;
use crate::review::{
    Anchor, Id, Kind, MOVED, Record, Reviews, Rewording, Signature, Status, file_name, whole,
};
use crate::text::{Span, slice};
use crate::word::model::Comment;

/// What is said of a change that nobody tracked.
pub const UNTRACKED: &str = "Changed in Word without tracking.";

/// What is said of a change that leaves the words as they are.
const SET: &str = "Set otherwise; the words are the same.";

/// Longest name of a reviewer, in characters.
const MAX_NAME: usize = 60;

/// The records as far as they are made.
pub(super) struct Records<'r, 'd> {
    base: Base<'r>,
    document: &'r Document,
    flow: &'r Flow<'d>,
    same: &'r Same,
    sign: &'r Signature,
    /// Tells which ids are given.
    reviews: Reviews,
    out: Returned,
    /// The records of comments.
    roots: HashMap<usize, Id>,
}

/// A suggestion and the atoms that it is about.
struct Suggested {
    id: Id,
    sign: Signature,
    span: Span,
    atoms: Option<(usize, usize)>,
    /// Whether it is one half of a move.
    moved: bool,
}

impl<'r, 'd> Records<'r, 'd> {
    pub fn new(
        base: Base<'r>,
        document: &'r Document,
        flow: &'r Flow<'d>,
        same: &'r Same,
        sign: &'r Signature,
    ) -> Self {
        let (reviews, out, roots) = Default::default();
        Self { base, document, flow, same, sign, reviews, out, roots }
    }

    /// The records of what was `found`, and of the comments.
    pub fn all(mut self, found: &Found) -> Returned {
        self.out.silent_by = self.silent().by;
        let mut suggested = self.suggestions(found, &found.before, true);
        suggested.extend(self.suggestions(found, &found.edits, false));
        for at in 0..self.flow.docx.comments.len() {
            self.comment(at, &suggested);
        }
        for at in 0..self.flow.docx.comments.len() {
            self.reply(at);
        }
        self.close();
        self.out
    }

    /// The suggestions that `edits` are; those alone that somebody else changed after, where only they are `before` that.
    fn suggestions(&mut self, found: &Found, edits: &[Edit], before: bool) -> Vec<Suggested> {
        let source = self.base.source;
        let of = |at: &usize| edits.get(*at).and_then(|edit| found.changes.get(edit.of));
        let is_silent = |at: usize| of(&at).is_some_and(|change| change.who == Who::Silent);
        let (groups, halves) = grouped(source, self.document.front_matter.span.end, edits, is_silent);
        let single = |group: Rewording| match (group.of.as_slice(), edits) {
            ([at], edits) if !is_silent(*at) => {
                edits.get(*at).map_or(group.clone(), |edit| before_word(source, edit, *at))
            }
            _ => group,
        };
        let mut out = Vec::new();
        for wording in whole(source, groups.into_iter().map(single).collect()) {
            let own: Vec<&Change> = wording.of.iter().filter_map(of).collect();
            let over = own.iter().find_map(|change| change.over);
            let Some(first) = own.first().filter(|_| !before || over.is_some()) else { continue };
            let moved =
                wording.of.iter().any(|at| halves.contains(at)) || own.iter().any(|change| change.moved);
            let mut why = self.why(&own, moved);
            let mut sign = self.author(first.who);
            if let Some(over) = over.filter(|_| !before) {
                let by = &sign.by;
                why = if why.is_empty() {
                    format!("In place of what {by} suggests.")
                } else {
                    format!("In place of what {by} suggests. {why}")
                };
                sign = self.author(Who::Tracked(over));
            }
            let anchor = Anchor::of(self.base.source, self.document, wording.span);
            let why = self.said(&sign, reach(&own)).unwrap_or(why);
            let record = self.reviews.suggest(&sign, anchor, &wording.to, &why);
            match first.who {
                Who::Silent => self.out.silent += 1,
                Who::Tracked(_) => self.out.tracked += 1,
            }
            let (span, atoms) = (wording.span, reach(&own));
            out.push(Suggested { id: record.id.clone(), sign, span, atoms, moved });
            self.add(record);
        }
        out
    }

    /// What is to be said of a suggestion that these changes make.
    fn why(&self, own: &[&Change], moved: bool) -> String {
        let mut said: Vec<String> = Vec::new();
        if own.iter().any(|change| change.who == Who::Silent) {
            said.push(UNTRACKED.to_owned());
        }
        if own.iter().all(|change| change.is_set) {
            said.push(SET.to_owned());
        }
        if moved {
            said.push(MOVED.to_owned());
        }
        let mut names: Vec<String> = own.iter().map(|change| self.author(change.who).by).collect();
        names.dedup();
        if own.iter().all(|change| change.over.is_none())
            && let [_, others @ ..] = names.as_slice()
            && !others.is_empty()
        {
            said.push(format!("Also by {}.", others.join(", ")));
        }
        said.join(" ")
    }

    /// What the author of a suggestion said of it in a comment around all of it, at the same moment.
    fn said(&mut self, sign: &Signature, atoms: Option<(usize, usize)>) -> Option<String> {
        let (first, last) = atoms?;
        let comments = self.flow.docx.comments.iter().enumerate();
        let (_, comment) = comments.into_iter().find(|(at, comment)| {
            self.flow.is_around(*at, (first, last))
                && comment.parent.is_none()
                && self.signed(comment) == *sign
                && comment.at.is_some()
        })?;
        Some(comment.text.clone())
    }

    /// Comment number `at`, where it is no reply.
    fn comment(&mut self, at: usize, suggested: &[Suggested]) {
        let Some(comment) = self.flow.docx.comments.get(at) else { return };
        if comment.parent.is_some() || comment.is_of_pen() {
            return;
        }
        let sign = self.signed(comment);
        let range = self.flow.ranges.get(at).copied().flatten();
        let own = suggested.iter().find(|suggested| {
            suggested.atoms.is_some_and(|atoms| self.flow.is_around(at, atoms))
                && suggested.sign == sign
                && comment.at.is_some()
        });
        if let Some(own) = own {
            self.roots.insert(at, own.id.clone());
            return;
        }
        let span = range.and_then(|range| self.span(range, suggested));
        let anchor = span.map(|span| Anchor::of(self.base.source, self.document, span));
        let record = match comment.text.strip_prefix('?') {
            Some(question) if question.is_empty() || question.starts_with(char::is_whitespace) => {
                self.reviews.ask(&sign, anchor, question.trim_start())
            }
            _ => self.reviews.comment(&sign, anchor, &comment.text),
        };
        self.roots.insert(at, record.id.clone());
        self.out.comments += 1;
        self.add(record);
    }

    /// The bytes of the base that the atoms `range` are about: those that stand in it; what is suggested there; the word before.
    fn span(&self, (start, end): (usize, usize), suggested: &[Suggested]) -> Option<Span> {
        let places = self.same.places.get(start..end).unwrap_or(&[]).iter();
        let mut shown =
            places.filter_map(|place| if let Place::At(shown) = place { Some(shown.clone()) } else { None });
        let text = &self.base.visible.text;
        if let Some(first) = shown.next() {
            let last = shown.next_back().map_or(first.end, |last| last.end);
            let words = slice(text, first.start..last);
            let lead = words.len() - words.trim_start().len();
            let own = first.start + lead..first.start + lead.max(words.trim_end().len());
            if !own.is_empty() {
                return Some(self.quoted(&own));
            }
        }
        let touches = |suggested: &&Suggested| {
            suggested.atoms.is_some_and(|(first, last)| first < end.max(start + 1) && start <= last)
        };
        if let Some(suggested) = suggested.iter().find(touches) {
            // Words that were moved stand elsewhere yet.
            let words = if suggested.moved { self.words(start, end) } else { None };
            return words.map(|words| self.quoted(&words)).or(Some(suggested.span));
        }
        let before = self.same.places.get(..start).unwrap_or(&[]).iter().rev();
        let mut ends =
            before.filter_map(|place| if let Place::At(shown) = place { Some(shown.end) } else { None });
        let head = slice(text, 0..ends.next().unwrap_or(0)).trim_end();
        let word = head.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        (word < head.len()).then(|| self.quoted(&(word..head.len())))
    }

    /// Where the words of the atoms from `start` to `end` stand in the text, which has them once.
    fn words(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let atoms = self.flow.atoms.get(start..end).unwrap_or(&[]).iter();
        let words: String =
            atoms.filter(|atom| atom.what != What::End).map(|atom| atom.what.character()).collect();
        let (words, text) = (words.trim(), &self.base.visible.text);
        let at = text.find(words).filter(|at| !words.is_empty() && text.rfind(words) == Some(*at))?;
        Some(at..at + words.len())
    }

    /// The bytes of the source that show the bytes `shown` of the text, with the marks of what is quoted as a whole with more.
    fn quoted(&self, shown: &Range<usize>) -> Span {
        let visible = self.base.visible;
        let mut span = visible.prose.source_span(shown.start, shown.end);
        for element in &visible.elements {
            let within = shown.start <= element.shown.start && element.shown.end <= shown.end;
            if within && *shown != element.shown {
                span = Span::new(span.start.min(element.outer.start), span.end.max(element.outer.end));
            }
        }
        span
    }

    /// Comment number `at`, where it replies to another.
    fn reply(&mut self, at: usize) {
        let comments = &self.flow.docx.comments;
        let Some(comment) = comments.get(at) else { return };
        // Word's threads are flat, those of others may not be, or go round in a circle.
        let mut root = comment.parent;
        for _ in 0..comments.len() {
            match root.and_then(|at| comments.get(at)).and_then(|parent| parent.parent) {
                Some(next) => root = Some(next),
                None => break,
            }
        }
        let Some(root) = root else { return };
        if comment.is_of_pen() {
            return;
        }
        let sign = self.signed(comment);
        let record = match self.roots.get(&root).cloned() {
            Some(re) => self.reviews.reply(&sign, &re, &comment.text),
            None => self.reviews.comment(&sign, None, &comment.text),
        };
        self.out.comments += 1;
        self.add(record);
    }

    /// Threads that somebody closed in Word, by whoever spoke last in them.
    fn close(&mut self) {
        let comments = &self.flow.docx.comments;
        for (at, comment) in comments.iter().enumerate() {
            let Some(id) = self.roots.get(&at).filter(|_| comment.done).cloned() else { continue };
            let thread = comments.iter().filter(|other| other.parent == Some(at)).chain([comment]);
            let last = thread.max_by_key(|comment| comment.at).unwrap_or(comment);
            let sign = self.signed(last);
            let said = Reviews::default();
            let mut record = said.reply(&sign, &id, "");
            record.status = Some(Status::Resolved);
            if let Some(new) = Id::parse(&format!("{}_done", id.as_str())) {
                record.id = new;
            }
            self.out.records.push(record);
        }
    }

    fn add(&mut self, record: Record) {
        self.reviews.add(record.clone());
        self.out.records.push(record);
    }

    /// Who made a change, and when.
    fn author(&self, who: Who) -> Signature {
        match who {
            Who::Silent => self.silent(),
            Who::Tracked(author) => match self.flow.authors.get(author) {
                Some(author) => self.signature(&author.by, author.at),
                None => self.sign.clone(),
            },
        }
    }

    fn silent(&self) -> Signature {
        let properties = &self.flow.docx.properties;
        self.signature(properties.modified_by.as_deref().unwrap_or(""), properties.modified)
    }

    fn signed(&self, comment: &Comment) -> Signature {
        self.signature(&comment.by, comment.at)
    }

    fn signature(&self, by: &str, at: Option<Timestamp>) -> Signature {
        let by = name(by).unwrap_or_else(|| self.sign.by.clone());
        let at = at.or(self.flow.docx.properties.modified).unwrap_or(self.sign.at);
        Signature { by, at }
    }
}

/// The edit with this number as another wording; what comes between a mark and a word takes in the word.
fn before_word(source: &str, edit: &Edit, at: usize) -> Rewording {
    let (before, behind) = (slice(source, 0..edit.span.start), slice(source, edit.span.end..source.len()));
    let is_mark = before.chars().next_back().is_some_and(|c| "*_~[`".contains(c));
    let word = behind.len() - behind.trim_start_matches(char::is_alphanumeric).len();
    let word = if edit.span.is_empty() && is_mark { slice(behind, 0..word) } else { "" };
    let span = Span::new(edit.span.start, edit.span.end + word.len());
    Rewording { span, to: [edit.to.as_str(), word].concat(), of: vec![at] }
}

/// The first and last of the atoms of `own`.
fn reach(own: &[&Change]) -> Option<(usize, usize)> {
    let atoms = || own.iter().filter_map(|change| change.atoms);
    Some((atoms().map(|(first, _)| first).min()?, atoms().map(|(_, last)| last).max()?))
}

/// `by` as the name of a reviewer; nothing where there is no name in it.
fn name(by: &str) -> Option<String> {
    let plain: String =
        by.chars().map(|c| if c.is_control() || matches!(c, '/' | '\\') { ' ' } else { c }).collect();
    let name: String =
        plain.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MAX_NAME).collect();
    let name = name.trim().to_owned();
    file_name(&name).is_ok().then_some(name)
}

/// What a kind of record is compared by.
pub(super) fn wording(kind: &Kind) -> Option<&str> {
    if let Kind::Suggestion { to } = kind { Some(to) } else { None }
}
