//! A question that was answered becomes an entry of the FAQ.

use super::answer::capital;
use super::{Answer, Kind, Status, Thread};
use crate::document::{BlockKind, Document, Entry, PartKind, Zone};
use crate::text::{Edit, Span, slice};

/// Whose FAQ an entry stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faq {
    /// The customers'.
    External,
    /// The colleagues'.
    Internal,
}

impl Faq {
    /// The FAQ that an entry of `thread` belongs in: the customers' where it is about what they read, else the
    /// colleagues'; the only one where `document` has one.
    pub fn of(thread: &Thread, document: &Document) -> Self {
        let block = thread.place.and_then(|place| document.blocks.get(document.block_at(place.span.start)?));
        let part = block.and_then(|block| document.part_of(block));
        let meant = match part {
            Some(part) if part.zone != Zone::Internal && part.kind != PartKind::Appendix => Self::External,
            _ => Self::Internal,
        };
        if meant.is_in(document) || !meant.other().is_in(document) { meant } else { meant.other() }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::External => Self::Internal,
            Self::Internal => Self::External,
        }
    }

    /// Its name, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::External => "external FAQ",
            Self::Internal => "internal FAQ",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::External => "External FAQ",
            Self::Internal => "Internal FAQ",
        }
    }

    fn kind(self) -> PartKind {
        match self {
            Self::External => PartKind::ExternalFaq,
            Self::Internal => PartKind::InternalFaq,
        }
    }

    fn is_in(self, document: &Document) -> bool {
        document
            .blocks
            .iter()
            .any(|block| document.part_of(block).is_some_and(|part| part.kind == self.kind()))
    }
}

/// The edit of `source`, which `document` was parsed from, that puts the question of `thread` and its answer behind the
/// last entry of `faq`; that is made, before an appendix, where there is no list of questions at all or only the other
/// one. Nothing where the thread is no answered question.
pub fn faq_entry(thread: &Thread, source: &str, document: &Document, faq: Faq) -> Option<Edit> {
    let Status::Answered(answer) = &thread.status else { return None };
    if thread.root.kind != Kind::Question {
        return None;
    }
    let (question, answer) = (question(thread), told(answer, thread));
    let (at, text) = match neighbour(document, source, faq) {
        Some(entry) => {
            let last = entry.answer.end.max(entry.question + 1) - 1;
            let end = document.blocks.get(last).map_or(source.len(), |block| block.span.end);
            (line_end(source, end), as_in(&entry, source, document, &question, &answer))
        }
        None => section(document, source, faq, &question, &answer),
    };
    let behind = if at == source.len() { "\n" } else { "" };
    let before = if at == 0 { "" } else { "\n\n" };
    Some(Edit::insert(at, format!("{before}{text}{behind}")))
}

/// The last entry of `faq`; where no part of `document` is known as a FAQ, the last heading that asks, and what stands
/// under it.
fn neighbour(document: &Document, source: &str, faq: Faq) -> Option<Entry> {
    let kind = |entry: &&Entry| document.parts.get(entry.part).map(|part| &part.kind);
    let own = document.entries.iter().rfind(|entry| kind(entry) == Some(&faq.kind()));
    if own.is_some() || faq.is_in(document) || faq.other().is_in(document) {
        return own.cloned();
    }
    if let Some(entry) = document.entries.last() {
        return Some(entry.clone());
    }
    let is_heading = |at: usize| level(document, at).is_some();
    let asks = |at: &usize| {
        let block = document.blocks.get(*at);
        let text = block.map_or("", |block| slice(source, block.span));
        let is_appendix = block.and_then(|block| document.part_of(block));
        let is_appendix = is_appendix.is_some_and(|part| part.kind == PartKind::Appendix);
        is_heading(*at) && !is_appendix && text.trim_end_matches(['#', '*', ' ', '\n', '\r']).ends_with('?')
    };
    let question = (0..document.blocks.len()).rev().find(asks)?;
    let end =
        (question + 1..document.blocks.len()).find(|at| is_heading(*at)).unwrap_or(document.blocks.len());
    let part = document.blocks.get(question)?.part;
    Some(Entry { question, answer: question + 1..end, part })
}

/// Where an entry goes that is the first of `faq`, and how it reads there: below the heading of the FAQ, or below one of
/// its own, behind the other FAQ, before an appendix, or at the end.
fn section(document: &Document, source: &str, faq: Faq, question: &str, answer: &str) -> (usize, String) {
    let of = |kind: &PartKind| {
        let is_it = |at: &usize| {
            let block = document.blocks.get(*at);
            block.and_then(|block| document.part_of(block)).is_some_and(|part| part.kind == *kind)
        };
        (0..document.blocks.len()).filter(is_it).collect::<Vec<_>>()
    };
    let behind =
        |at: usize| document.blocks.get(at).map_or(source.len(), |block| line_end(source, block.span.end));
    let entry = |level: usize| format!("{} {question}\n\n{answer}", "#".repeat((level + 1).min(6)));
    let own = of(&faq.kind());
    if let (Some(first), Some(last)) = (own.first(), own.last()) {
        return (behind(*last), entry(level(document, *first).unwrap_or(2)));
    }
    let (other, appendix) = (of(&faq.other().kind()), of(&PartKind::Appendix));
    let level = [&other, &appendix].into_iter().find_map(|part| level(document, *part.first()?)).unwrap_or(2);
    let text = format!("{} {}\n\n{}", "#".repeat(level), faq.title(), entry(level));
    let at = match (other.last(), appendix.first()) {
        (Some(last), _) => behind(*last),
        (None, Some(0)) => 0,
        (None, Some(first)) => behind(first - 1),
        (None, None) => source.trim_end().len(),
    };
    (at, if at == 0 && !appendix.is_empty() { format!("{text}\n\n") } else { text })
}

/// The level of the heading that block `at` is.
fn level(document: &Document, at: usize) -> Option<usize> {
    match document.blocks.get(at)?.kind {
        BlockKind::Heading(level) => Some(usize::from(level)),
        _ => None,
    }
}

/// Where the FAQ of `document`, parsed from `source`, asks the question of `thread` already: a byte of `source`.
pub fn has_faq_entry(thread: &Thread, source: &str, document: &Document) -> Option<usize> {
    let words = |text: &str| {
        let bare = text.to_lowercase();
        let bare = bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "q");
        bare.map(str::to_owned).collect::<Vec<_>>()
    };
    let asked = words(&question(thread));
    let mut asking = document.entries.iter().filter_map(|entry| document.blocks.get(entry.question));
    asking.find(|block| words(slice(source, block.span)) == asked).map(|block| block.span.start)
}

/// The end of the line that holds byte `at`, its break excluded.
fn line_end(source: &str, at: usize) -> usize {
    let rest = slice(source, at..source.len());
    let line = rest.split('\n').next().unwrap_or("");
    at + line.trim_end().len()
}

/// The question as a whole sentence: what was asked, or what was quoted.
fn question(thread: &Thread) -> String {
    let quote = thread.root.anchor.as_ref().map_or("", |anchor| anchor.quote.as_str());
    let asked = thread.root.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let asked = asked.trim_end_matches(['?', '.', ' ']).to_owned();
    if asked.is_empty() {
        format!("Is it so: \u{201c}{quote}\u{201d}?")
    } else {
        format!("{}?", capital(&asked))
    }
}

/// The answer, and what was said beside it.
fn told(answer: &Answer, thread: &Thread) -> String {
    let last = thread.replies.iter().rfind(|reply| reply.status.is_some());
    let beside = last.map_or("", |reply| reply.text.trim());
    match answer {
        Answer::Unknown { by } => {
            format!("We do not know yet. We shall by {by}. {}", capital(beside)).trim_end().to_owned()
        }
        answer => answer.sentence(beside),
    }
}

/// An entry written as `entry` is: under a heading, in bold, or behind `Q:` and `A:`.
fn as_in(entry: &Entry, source: &str, document: &Document, question: &str, answer: &str) -> String {
    let Some(block) = document.blocks.get(entry.question) else {
        return format!("### {question}\n\n{answer}");
    };
    if let BlockKind::Heading(level) = block.kind {
        return format!("{} {question}\n\n{answer}", "#".repeat(usize::from(level)));
    }
    let start = slice(source, 0..block.span.start).rfind('\n').map_or(0, |at| at + 1);
    let line = slice(source, Span::new(start, block.span.end));
    let bare = line.trim_start_matches(['*', '_', ' ']);
    let bold = if line.trim_start().starts_with("**") { "**" } else { "" };
    if bare.starts_with("Q:") || bare.starts_with("Q.") {
        let mark = bare.get(1..2).unwrap_or(":");
        return format!("{bold}Q{mark} {question}{bold}\n\nA{mark} {answer}");
    }
    if bold.is_empty() {
        format!("### {question}\n\n{answer}")
    } else {
        format!("**{question}**\n\n{answer}")
    }
}
