//! A question that was answered becomes an entry of the FAQ.

use super::{Answer, Kind, Status, Thread};
use crate::document::{BlockKind, Document, Entry, Part, PartKind};
use crate::text::{Edit, Span, slice};

/// The edit of `source`, which `document` was parsed from, that appends the question of `thread` and its answer to the
/// FAQ: the external one where it was asked there, else the internal one, made where there is none. Nothing where the
/// thread is no answered question.
pub fn faq_entry(thread: &Thread, source: &str, document: &Document) -> Option<Edit> {
    let Status::Answered(answer) = &thread.status else { return None };
    if thread.root.kind != Kind::Question {
        return None;
    }
    let (question, answer) = (question(thread), told(answer, thread));
    let external =
        thread.root.anchor.as_ref().is_some_and(|anchor| anchor.part == PartKind::ExternalFaq.name());
    let kind = if external { PartKind::ExternalFaq } else { PartKind::InternalFaq };
    let is_meant = |part: &Part| part.kind == kind;
    let of_part = |entry: &&Entry| document.parts.get(entry.part).is_some_and(is_meant);
    let (at, text) = if let Some(entry) = document.entries.iter().rfind(of_part) {
        let last = entry.answer.end.max(entry.question + 1) - 1;
        let end = document.blocks.get(last).map_or(source.len(), |block| block.span.end);
        (line_end(source, end), as_in(entry, source, document, &question, &answer))
    } else {
        let heading = document.blocks.iter().rfind(|block| document.part_of(block).is_some_and(is_meant));
        let at = heading.map_or(source.trim_end().len(), |block| line_end(source, block.span.end));
        let title = if heading.is_some() {
            ""
        } else if external {
            "## External FAQ\n\n"
        } else {
            "## Internal FAQ\n\n"
        };
        (at, format!("{title}### {question}\n\n{answer}"))
    };
    let behind = if at == source.len() { "\n" } else { "" };
    Some(Edit::insert(at, format!("\n\n{text}{behind}")))
}

/// Whether the question of `thread` is asked in the FAQ of `document` already, parsed from `source`.
pub fn has_faq_entry(thread: &Thread, source: &str, document: &Document) -> bool {
    let words = |text: &str| {
        let bare = text.to_lowercase();
        let bare = bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "q");
        bare.map(str::to_owned).collect::<Vec<_>>()
    };
    let asked = words(&question(thread));
    let of =
        |entry: &Entry| document.blocks.get(entry.question).map(|block| words(slice(source, block.span)));
    document.entries.iter().filter_map(of).any(|entry| entry == asked)
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
    if asked.is_empty() { format!("Is it so: \u{201c}{quote}\u{201d}?") } else { format!("{asked}?") }
}

/// The answer, and what was said beside it.
fn told(answer: &Answer, thread: &Thread) -> String {
    let answer = match answer {
        Answer::Yes => "Yes.".to_owned(),
        Answer::No => "No.".to_owned(),
        Answer::Number(number) => format!("{number}."),
        Answer::Unknown { by } => format!("We do not know yet. We shall by {by}."),
    };
    let last = thread.replies.iter().rfind(|reply| reply.status.is_some());
    match last.map(|reply| reply.text.trim()).filter(|text| !text.is_empty()) {
        Some(beside) => format!("{answer} {beside}"),
        None => answer,
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
