//! From a text with marks to the text without them, and what the marks say.

use std::collections::HashSet;

use super::escape::unescaped;
use super::header::{self, Signed};
use super::lex::{Mark, MarkKind, Unclosed, lex};
use super::whole::{Change, whole};
use crate::document::Document;
use crate::review::{Anchor, Id, Kind, Record, Signature, Verdict};
use crate::text::{Span, slice};

/// A text with marks, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The text as it was before anybody put a mark into it: suggestions not taken.
    pub text: String,
    /// What the marks say, by the place where they stand.
    pub records: Vec<Record>,
    /// What people think of the document, by name.
    pub verdicts: Vec<(String, Verdict)>,
    /// What begins like a mark and has no end, in the marked text; it stays in the text.
    pub unclosed: Vec<Unclosed>,
}

/// Takes `source` apart. Marks that do not say who made them when are `sign`'s; a comment that is a `?`, or begins with
/// one, is a question. `parse` reads the text as a document, for the parts that the marks stand in.
pub fn import(source: &str, sign: &Signature, parse: impl Fn(&str) -> Document) -> Imported {
    let (marks, unclosed) = lex(source);
    let (body, tail) = without_tail(source, &marks);
    let mut reader = Reader { source, text: String::new(), found: Vec::new(), verdicts: Vec::new() };
    let (inside, behind) = marks.split_at(marks.len() - tail);
    reader.walk(inside, Span::new(0, body));
    for mark in behind {
        reader.comment(mark, None);
    }
    let Reader { text, found, verdicts, .. } = reader;
    let document = parse(&text);
    let records = finished(separate(found, &text), &text, &document, sign);
    Imported { text, records, verdicts, unclosed }
}

/// Where the text ends before the marks that stand behind it, and how many these are.
fn without_tail(source: &str, marks: &[Mark]) -> (usize, usize) {
    let mut end = source.len();
    let mut tail = 0;
    for mark in marks.iter().rev() {
        let gap = slice(source, mark.span.end..end);
        let is_detached = || match header::parse(slice(source, mark.body)) {
            Some(Signed::Record { here, .. }) => !here,
            Some(Signed::Verdict(..)) => true,
            None => false,
        };
        let joined = matches!(gap, "\n" | "\r\n") || (gap.is_empty() && tail == 0);
        if !joined || mark.kind != MarkKind::Comment || !is_detached() {
            break;
        }
        (end, tail) = (mark.span.start, tail + 1);
    }
    match slice(source, 0..end).strip_suffix("\n\n") {
        Some(body) if tail > 0 => (body.len(), tail),
        _ => (source.len(), 0),
    }
}

/// A record whose anchor, and maybe name, is still to be made.
struct Found {
    record: Option<Record>,
    kind: Kind,
    by: Option<String>,
    said: String,
    span: Option<Span>,
    /// The one before that it replies to, or that it went into.
    re: Option<usize>,
    /// Whether it went into another, and has nothing to say beside that.
    gone: bool,
}

struct Reader<'s> {
    source: &'s str,
    text: String,
    found: Vec<Found>,
    verdicts: Vec<(String, Verdict)>,
}

impl Reader<'_> {
    /// Copies `within` without its `marks`.
    fn walk(&mut self, marks: &[Mark], within: Span) {
        let mut at = within.start;
        let mut rest = marks;
        while let Some((mark, behind)) = rest.split_first() {
            self.text.push_str(slice(self.source, at..mark.span.start));
            at = mark.span.end;
            rest = behind;
            if mark.kind == MarkKind::Comment {
                self.comment(mark, Some(Span::at(self.text.len())));
                continue;
            }
            let mut comments = 0;
            for next in rest.iter().take_while(|next| next.kind == MarkKind::Comment) {
                if next.span.start != at {
                    break;
                }
                at = next.span.end;
                comments += 1;
            }
            let (own, behind) = rest.split_at(comments);
            rest = behind;
            self.marked(mark, own);
        }
        self.text.push_str(slice(self.source, at..within.end));
    }

    /// A mark and the comments that follow it.
    fn marked(&mut self, mark: &Mark, comments: &[Mark]) {
        let signed = comments.first().map(|first| header::parse(slice(self.source, first.body)));
        let ours = matches!(signed, Some(Some(_)));
        // A reply is no explanation of the mark before it.
        let own = matches!(signed, Some(None | Some(Signed::Record { here: true, .. })));
        let words = |span: Span| {
            let words = slice(self.source, span);
            if ours { unescaped(words) } else { words.to_owned() }
        };
        let start = self.text.len();
        let kind = match mark.kind {
            MarkKind::Highlight | MarkKind::Comment => {
                self.walk(&mark.inner, mark.body);
                Kind::Comment
            }
            MarkKind::Addition => Kind::Suggestion { to: words(mark.body) },
            MarkKind::Deletion | MarkKind::Substitution => {
                self.text.push_str(&words(mark.body));
                Kind::Suggestion { to: mark.new.map(words).unwrap_or_default() }
            }
        };
        let span = Span::new(start, self.text.len());
        let mut rest = comments;
        if kind != Kind::Comment || comments.is_empty() {
            let first = self.found.len();
            match comments.split_first().filter(|_| own) {
                Some((comment, behind)) => {
                    self.comment(comment, Some(span));
                    rest = behind;
                }
                None => self.plain("", Some(span)),
            }
            if let Some(found) = self.found.get_mut(first) {
                // A comment that is a question is one still where it explains a suggestion.
                found.kind = kind.clone();
                if let Some(record) = &mut found.record {
                    record.kind = kind;
                }
            }
        }
        let root = self.found.len();
        for comment in rest {
            let nth = self.found.len();
            self.comment(comment, Some(span));
            let is_plain = |at: usize| self.found.get(at).is_some_and(|found| found.record.is_none());
            // What people write behind a plain comment is said to it.
            if nth > root && is_plain(nth) && is_plain(root) {
                let Some(found) = self.found.get_mut(nth) else { continue };
                (found.re, found.span, found.kind) = (Some(root), None, Kind::Comment);
            }
        }
    }

    /// A comment on `span`, if it is not about something else.
    fn comment(&mut self, mark: &Mark, span: Option<Span>) {
        let body = slice(self.source, mark.body);
        match header::parse(body) {
            Some(Signed::Verdict(by, verdict)) => self.verdicts.push((by, verdict)),
            Some(Signed::Record { record, here }) => {
                let (kind, said, span) = (record.kind.clone(), record.text.clone(), span.filter(|_| here));
                self.found.push(Found {
                    record: Some(record),
                    kind,
                    by: None,
                    said,
                    span,
                    re: None,
                    gone: false,
                });
            }
            None => self.plain(body, span),
        }
    }

    fn plain(&mut self, body: &str, span: Option<Span>) {
        let named = body.strip_prefix('@').and_then(|rest| rest.split_once(": "));
        let named = named.filter(|(name, _)| crate::review::file_name(name).is_ok());
        let (by, said) = named.map_or((None, body), |(name, said)| (Some(name.to_owned()), said));
        let said = said.trim();
        let (kind, said) = match said.strip_prefix('?') {
            Some(question) => (Kind::Question, question.trim_start()),
            None => (Kind::Comment, said),
        };
        let said = said.to_owned();
        self.found.push(Found { record: None, kind, by, said, span, re: None, gone: false });
    }
}

/// What was `found` in `text`, with the suggestions of other programs so that each can be taken by itself.
fn separate(mut found: Vec<Found>, text: &str) -> Vec<Found> {
    let change = |(at, found): (usize, &Found)| match (&found.record, &found.kind, found.span) {
        (None, Kind::Suggestion { to }, Some(span)) => Some(Change { span, to: to.clone(), of: vec![at] }),
        _ => None,
    };
    for change in whole(text, found.iter().enumerate().filter_map(change).collect()) {
        let Some((first, others)) = change.of.split_first() else { continue };
        let mut by = None;
        for at in others {
            let Some(other) = found.get_mut(*at) else { continue };
            by = by.or(other.by.clone());
            (other.re, other.span, other.kind) = (Some(*first), None, Kind::Comment);
            other.gone = other.said.is_empty();
        }
        if let Some(found) = found.get_mut(*first) {
            found.by = found.by.take().or(by);
            (found.span, found.kind) = (Some(change.span), Kind::Suggestion { to: change.to });
        }
    }
    found
}

/// The records of what was `found`, with their anchors in `text`.
fn finished(found: Vec<Found>, text: &str, document: &Document, sign: &Signature) -> Vec<Record> {
    let mut records: Vec<Option<Record>> = Vec::new();
    let mut into: Vec<usize> = Vec::new();
    let mut taken: HashSet<Id> = HashSet::new();
    for (at, one) in found.into_iter().enumerate() {
        let re = one.re.map(|at| into.get(at).copied().unwrap_or(at));
        into.push(re.filter(|_| one.gone).unwrap_or(at));
        if one.gone {
            records.push(None);
            continue;
        }
        let anchor = one.span.map(|span| Anchor::of(text, document, span));
        let record = if let Some(record) = one.record {
            Record { anchor: anchor.or(record.anchor.clone()), ..record }
        } else {
            let sign = Signature { by: one.by.unwrap_or_else(|| sign.by.clone()), at: sign.at };
            let re = re.and_then(|at| records.get(at)?.as_ref()).map(|root| root.id.clone());
            Record { re, ..Record::new(sign, one.kind, anchor, one.said, |id| taken.contains(id)) }
        };
        taken.insert(record.id.clone());
        records.push(Some(record));
    }
    records.into_iter().flatten().collect()
}
