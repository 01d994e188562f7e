//! From a document and its reviews to one text with marks.

use std::fmt;

use super::escape::escaped;
use super::read::import;
use super::{header, lex};
use crate::document::Document;
use crate::review::{Anchor, Kind, Record, Reviews, Signature, Thread};
use crate::text::{Position, Span, slice};

/// Why a document cannot be written with marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is a mark, or what looks like one, in it already.
    Marked(usize),
    /// It ends in code that is not closed: nothing can stand behind it.
    Unfinished,
}

impl Refused {
    /// What to say of it; `position` knows where bytes are.
    pub fn told(self, position: impl Fn(usize) -> Position) -> String {
        match self {
            Self::Marked(at) => {
                let at = position(at);
                format!(
                    "{}:{}: a CriticMarkup mark begins here already; import it first (prfaq review import), \
                     or put it between backticks",
                    at.line, at.column
                )
            }
            Self::Unfinished => {
                "1:1: a block of code, or a mark, is not closed before the end; close it first".to_owned()
            }
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Marked(_) => "there are marks in it already",
            Self::Unfinished => "it ends in code that is not closed",
        })
    }
}

/// `source`, which `document` was parsed from, with `threads` as marks and the verdicts of `reviews` behind the text.
/// Importing it gives the same text, records and verdicts again: what would not come back so where it stands is written
/// behind the end. `parse` reads a text as `document` was read.
///
/// # Errors
///
/// There are marks in `source` already, or nothing can stand behind its end.
pub fn export(
    source: &str,
    threads: &[Thread],
    reviews: &Reviews,
    parse: impl Fn(&str) -> Document,
) -> Result<String, Refused> {
    let (marks, unclosed) = lex(source);
    let first =
        marks.first().map(|mark| mark.span.start).into_iter().chain(unclosed.first().map(|it| it.0)).min();
    if let Some(at) = first {
        return Err(Refused::Marked(at));
    }
    let document = parse(source);
    let comes_back = |text: &str| {
        let sign = Signature { by: "nobody".to_owned(), at: jiff::Timestamp::UNIX_EPOCH };
        let back = import(text, &sign, &parse);
        back.text == source && same(&back.records, threads, source, &document)
    };
    // One mark that Markdown or another mark disturbs must not drive the others from their places.
    let fits = |threads: &[Thread], inline: &dyn Fn(&Thread) -> bool| {
        let text = written(source, threads, reviews, inline);
        comes_back(&text).then_some(text)
    };
    if let Some(text) = fits(threads, &|_| true) {
        return Ok(text);
    }
    fits(threads, &|_| false).ok_or(Refused::Unfinished)
}

/// Whether `back` says what `threads` say.
fn same(back: &[Record], threads: &[Thread], source: &str, document: &Document) -> bool {
    let is_back = |record: &Record, anchor: Option<Anchor>| {
        let found = back.iter().find(|other| other.id == record.id && other.by == record.by);
        found.is_some_and(|found| {
            // Fresh anchors stand for the same place, with the surroundings of today.
            let same_place = found.anchor == record.anchor || found.anchor == anchor;
            same_place && *found == Record { anchor: found.anchor.clone(), ..record.clone() }
        })
    };
    threads.iter().all(|thread| {
        let fresh = thread.place.map(|place| Anchor::of(source, document, place.span));
        is_back(&thread.root, fresh) && thread.replies.iter().all(|reply| is_back(reply, None))
    })
}

fn written(source: &str, threads: &[Thread], reviews: &Reviews, inline: &dyn Fn(&Thread) -> bool) -> String {
    let may = |thread: &&Thread| inline(thread) && thread.place.is_some_and(|place| place.exact);
    let (mut inside, mut behind): (Vec<&Thread>, Vec<&Thread>) = threads.iter().partition(may);
    // The longer comes first, so that it is around the shorter; remarks around suggestions.
    inside.sort_by_key(|thread| (span(thread).start, usize::MAX - span(thread).end, is_suggestion(thread)));
    let mut page = Page { source, out: String::new(), behind: Vec::new() };
    page.stretch(&inside, Span::new(0, source.len()));
    behind.append(&mut page.behind);
    let verdicts = reviews.sidecars().iter().filter_map(|sidecar| {
        sidecar.verdict.as_ref().map(|verdict| header::verdict(&sidecar.reviewer, verdict))
    });
    let tail: Vec<String> =
        behind.iter().map(|thread| comments(thread, false, "\n")).chain(verdicts).collect();
    if tail.is_empty() { page.out } else { format!("{}\n\n{}\n", page.out, tail.join("\n")) }
}

fn span(thread: &Thread) -> Span {
    thread.place.map(|place| place.span).unwrap_or_default()
}

fn is_suggestion(thread: &Thread) -> bool {
    matches!(thread.root.kind, Kind::Suggestion { .. })
}

/// The comments of a thread: the root's, then those of its replies.
fn comments(thread: &Thread, here: bool, between: &str) -> String {
    let replies = thread.replies.iter().map(|reply| header::comment(reply, false));
    let all: Vec<String> = std::iter::once(header::comment(&thread.root, here)).chain(replies).collect();
    all.join(between)
}

struct Page<'s, 't> {
    source: &'s str,
    out: String,
    /// What found no place of its own.
    behind: Vec<&'t Thread>,
}

impl<'t> Page<'_, 't> {
    /// Writes `within` with the marks of `threads`, which are sorted and begin in it.
    fn stretch(&mut self, threads: &[&'t Thread], within: Span) {
        let mut at = within.start;
        let mut rest = threads;
        while let Some((thread, others)) = rest.split_first() {
            let own = span(thread);
            // Marks cannot overlap.
            if own.start < at || own.end > within.end || nothing(thread) {
                self.behind.push(thread);
                rest = others;
                continue;
            }
            self.out.push_str(slice(self.source, at..own.start));
            let end = others.iter().position(|other| span(other).start >= own.end && span(other) != own);
            let (inner, next) = others.split_at(end.unwrap_or(others.len()));
            self.mark(thread, inner, own);
            (at, rest) = (own.end, next);
            // A comment on the place just behind a mark would be taken for one on the mark.
            while let Some((point, others)) = rest.split_first().filter(|(next, _)| is_bare_point(next, own))
            {
                self.behind.push(point);
                rest = others;
            }
        }
        self.out.push_str(slice(self.source, at..within.end));
    }

    /// Writes the mark of `thread` around `own`, with the marks of `inner` in it where it is a highlight.
    fn mark(&mut self, thread: &'t Thread, inner: &[&'t Thread], own: Span) {
        let old = slice(self.source, own);
        let (same, inner): (Vec<&Thread>, Vec<&Thread>) =
            inner.iter().partition(|other| span(other) == own && !is_suggestion(other));
        match &thread.root.kind {
            Kind::Suggestion { to } => {
                let (old, to) = (escaped(old), escaped(to));
                let mark = match (old.is_empty(), to.is_empty()) {
                    (true, _) => format!("{{++{to}++}}"),
                    (false, true) => format!("{{--{old}--}}"),
                    (false, false) => format!("{{~~{old}~>{to}~~}}"),
                };
                self.out.push_str(&mark);
                self.behind.extend(inner);
            }
            _ if own.is_empty() => self.behind.extend(inner),
            _ => {
                self.out.push_str("{==");
                self.stretch(&inner, own);
                self.out.push_str("==}");
            }
        }
        for thread in std::iter::once(thread).chain(same) {
            self.out.push_str(&comments(thread, true, ""));
        }
    }
}

/// Whether a thread has neither words to mark nor words to add, and is no remark on a place.
fn nothing(thread: &Thread) -> bool {
    let adds = matches!(&thread.root.kind, Kind::Suggestion { to } if !to.is_empty());
    is_suggestion(thread) && span(thread).is_empty() && !adds
}

/// Whether a thread is a remark on the place right behind `own`.
fn is_bare_point(thread: &Thread, own: Span) -> bool {
    span(thread) == Span::at(own.end) && !own.is_empty() && !is_suggestion(thread)
}
