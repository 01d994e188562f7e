//! What is tracked: changes since a revision, suggestions of reviewers, strikes of the pen; and what is said beside them.

use std::collections::{BTreeSet, HashSet};

use jiff::Timestamp;

use super::script::{Edit, Script, settled};
use crate::export::Manuscript;
use crate::fix;
use crate::lint::Diagnostic;
use crate::review::{Kind, Record, Status, Thread, tidied};
use crate::text::Span;

/// What the pen is called in a document.
pub(super) const PEN: &str = "prfaq";

/// Whose a change is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The name.
    pub by: String,
    /// When, where that is known.
    pub at: Option<Timestamp>,
}

impl Author {
    fn of(record: &Record) -> Self {
        Self { by: record.by.clone(), at: Some(record.at) }
    }

    /// The first letters of the words of the name.
    pub(super) fn initials(&self) -> String {
        let words = self.by.split(|c: char| c.is_whitespace() || c == '-');
        words
            .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
            .flat_map(char::to_uppercase)
            .collect()
    }

    /// The moment as Word writes it; empty where it is not known.
    pub(super) fn date(&self) -> String {
        self.at.map(|at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()
    }
}

/// What is said of a stretch of the text, with what was said to that.
#[derive(Debug)]
pub(super) struct Remark {
    pub said: Vec<(Author, String)>,
    /// Of the text that reviewers read; nothing where it is about the whole of it.
    pub span: Option<Span>,
    /// The number of the change that it is about.
    pub change: Option<usize>,
    pub done: bool,
    /// Whether it has to be in the document, wherever.
    pub is_of_reader: bool,
}

/// All of it. The first author is that of the changes since a revision, the others are those of the edits.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub authors: Vec<Author>,
    pub edits: Vec<Edit>,
    pub remarks: Vec<Remark>,
    /// Where edits stand: first and last byte.
    taken: BTreeSet<(usize, usize)>,
}

impl Plan {
    /// What `threads` and, where `pen`, the strikes make of the text of `manuscript`, which `known` tells from the text
    /// before: what was changed since that revision can be commented on, but not changed again.
    pub fn new(
        manuscript: &Manuscript<'_>,
        since: Option<&Author>,
        known: &Script,
        threads: &[Thread],
        pen: bool,
    ) -> Self {
        let mut plan = Self { authors: vec![since.cloned().unwrap_or_else(pen_author)], ..Self::default() };
        for thread in threads {
            plan.thread(manuscript.source, thread, known);
        }
        if pen {
            plan.pen(manuscript, known);
        }
        plan.edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        plan.edits = settled(manuscript.source, std::mem::take(&mut plan.edits));
        plan
    }

    pub fn is_tracking(&self, since: Option<&Author>) -> bool {
        since.is_some() || !self.edits.is_empty()
    }

    fn thread(&mut self, source: &str, thread: &Thread, known: &Script) {
        let span = thread.place.map(|place| place.span);
        let mut said = said(thread);
        let mut change = None;
        if let Kind::Suggestion { to } = &thread.root.kind {
            if !thread.is_open() {
                return;
            }
            let author = || Author::of(&thread.root);
            // As it is taken: a word that goes does so with its space, a line with its end.
            let tidy = |span| tidied(source, crate::text::Edit::replace(span, to.as_str())).span;
            change = span.and_then(|span| {
                let whole = self.edit(tidy(span), to, author(), known);
                whole.or_else(|| self.edit(span, to, author(), known))
            });
            if change.is_none() {
                // It cannot be taken here, but must not be lost.
                let wish = if to.is_empty() { "(delete)".to_owned() } else { format!("→ {to}") };
                if let Some((_, text)) = said.first_mut() {
                    *text = [text.as_str(), &wish]
                        .into_iter()
                        .filter(|it| !it.is_empty())
                        .collect::<Vec<_>>()
                        .join(" ");
                }
            } else if said.len() == 1 && thread.root.text.trim().is_empty() {
                return;
            }
        }
        let done = !thread.is_open();
        self.remarks.push(Remark { said, span, change, done, is_of_reader: true });
    }

    fn pen(&mut self, manuscript: &Manuscript<'_>, known: &Script) {
        let strikes = || manuscript.diagnostics.iter().filter(|found| found.is_strike());
        let taken = fix::round(manuscript.source, strikes()).taken;
        let taken: HashSet<(Span, &str)> = taken.iter().map(|taken| (taken.span, taken.rule)).collect();
        for strike in strikes() {
            let edit = strike.fix.as_ref().and_then(|fix| fix.edit.as_deref());
            let edit = edit.filter(|(span, _)| taken.contains(&(*span, strike.rule)));
            let change = edit.and_then(|(span, text)| self.edit(*span, text, pen_author(), known));
            let said = vec![(pen_author(), why(strike))];
            let remark = Remark { said, span: Some(strike.span), change, done: false, is_of_reader: false };
            self.remarks.push(remark);
        }
    }

    /// Makes an edit of it, unless another stands there; its number.
    fn edit(&mut self, span: Span, text: &str, author: Author, known: &Script) -> Option<usize> {
        let is_taken = |(start, end): &(usize, usize)| {
            let edit = Span::new(*start, *end);
            edit.overlaps(span) || edit == span || edit.touches(span.start) && span.is_empty()
        };
        // Those that are there do not overlap: none but the last before the end can reach in.
        let near = self.taken.range(..=(span.end, usize::MAX)).rev().take(3);
        // What is new since the revision is marked already.
        let is_old =
            known.backward(span).is_some() && (!span.is_empty() || known.backward(before(span)).is_some());
        if !is_old || near.into_iter().any(is_taken) {
            return None;
        }
        let who = self.authors.len();
        self.authors.push(author);
        self.taken.insert((span.start, span.end));
        self.edits.push(Edit { span, text: text.to_owned(), who });
        Some(who)
    }
}

/// The byte before an empty span.
fn before(span: Span) -> Span {
    Span::new(span.start.saturating_sub(1), span.start)
}

fn pen_author() -> Author {
    Author { by: PEN.to_owned(), at: None }
}

fn why(strike: &Diagnostic) -> String {
    let mut text = format!("{}: {}", strike.rule, strike.message);
    if !strike.why.is_empty() {
        text.push('\n');
        text.push_str(&strike.why);
    }
    text
}

/// What is said in `thread`, the oldest first; decisions without words are left out.
fn said(thread: &Thread) -> Vec<(Author, String)> {
    let root = &thread.root;
    let text = match root.kind {
        Kind::Question => format!("? {}", root.text).trim_end().to_owned(),
        _ => root.text.clone(),
    };
    let replies = thread.replies.iter().map(|reply| (Author::of(reply), reply_text(reply)));
    let replies = replies.filter(|(_, text)| !text.is_empty());
    std::iter::once((Author::of(root), text)).chain(replies).collect()
}

fn reply_text(reply: &Record) -> String {
    let text = reply.text.trim();
    match &reply.status {
        Some(Status::Answered(answer)) => {
            let answer = answer.to_string();
            if text.is_empty() {
                answer
            } else if text.to_lowercase().starts_with(&answer.to_lowercase()) {
                text.to_owned()
            } else {
                format!("{answer}: {text}")
            }
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_the_first_letters() {
        for (name, initials) in
            [("Ann Lee", "AL"), ("jean-luc picard", "JLP"), ("  ", ""), ("Ö. (x) 3m", "ÖX3")]
        {
            assert_eq!(Author { by: name.to_owned(), at: None }.initials(), initials, "{name}");
        }
    }
}
