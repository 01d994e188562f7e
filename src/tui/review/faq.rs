//! A FAQ entry of an answered question.
//!
//! It goes behind the last entry of the FAQ that colleagues read, else of the one that customers read, in the shape of that
//! entry; where there is none, a FAQ is begun at the end.

use super::act::Act;
use super::compose::{Compose, Purpose};
use super::deed::{self, Deed};
use super::model::Model;
use super::overlay::Overlay;
use super::say::looked_at;
use super::update::Effect;
use super::walk;
use crate::document::{BlockKind, Document, PartKind};
use crate::review::{Answer, Id, Kind, Record, Status, Thread};
use crate::text::{Edit, slice};

/// Makes an entry of the answered question that is looked at; a bare `?` is put into words first.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(id) = looked_at(model) else { return Vec::new() };
    let Some(thread) = model.threads.iter().find(|thread| thread.root.id == id) else { return Vec::new() };
    if thread.root.kind != Kind::Question || !matches!(thread.status, Status::Answered(_)) {
        model.say("an entry is made of an answered question; a answers");
        return Vec::new();
    }
    let question = thread.root.text.trim().to_owned();
    if question.is_empty() {
        let title = "The question as the reader of the FAQ would ask it";
        let compose = Compose::new(Purpose::Entry(id), title, "Enter makes the entry, Esc does not", "");
        model.overlay = Some(Overlay::Compose(Box::new(compose)));
        return Vec::new();
    }
    make(model, &id, &question)
}

/// Makes an entry that asks `question` and gives the answer of thread `id`.
pub fn make(model: &mut Model, id: &Id, question: &str) -> Vec<Effect> {
    let Some(thread) = model.threads.iter().find(|thread| thread.root.id == *id).cloned() else {
        return Vec::new();
    };
    let Some(answer) = answer(&thread) else { return Vec::new() };
    let mut question = question.split_whitespace().collect::<Vec<_>>().join(" ");
    if !question.ends_with('?') {
        question.push('?');
    }
    let edit = entry(model.draft.source(), &model.draft.document, &question, &answer);
    let record = model.reviews.reply(&model.sign(), id, "It is in the FAQ now.");
    walk::handled(model, id);
    model.tell(crate::tui::widget::banner::Kind::Done, "it is in the FAQ now; u takes it out again");
    let deed = Deed {
        what: "put into the FAQ",
        back: vec![Act::Remove(record.id.clone())],
        done: vec![Act::Add(record)],
        edited: false,
    };
    deed::perform(model, deed, Some(edit))
}

/// The answer of `thread` as the FAQ gives it.
fn answer(thread: &Thread) -> Option<String> {
    let record: &Record =
        thread.replies.iter().rev().find(|reply| matches!(reply.status, Some(Status::Answered(_))))?;
    let Some(Status::Answered(answer)) = &record.status else { return None };
    let first = match answer {
        Answer::Yes => "Yes.".to_owned(),
        Answer::No => "No.".to_owned(),
        Answer::Number(number) => format!("{number}."),
        Answer::Unknown { by } => format!("We do not know yet. We will by {by}."),
    };
    let beside = record.text.trim();
    Some(if beside.is_empty() { first } else { format!("{first} {beside}") })
}

/// The edit of `source` that puts an entry in.
fn entry(source: &str, document: &Document, question: &str, answer: &str) -> Edit {
    let kind_of = |part: usize| document.parts.get(part).map(|part| &part.kind);
    let last = [PartKind::InternalFaq, PartKind::ExternalFaq]
        .into_iter()
        .find_map(|kind| document.entries.iter().rev().find(|entry| kind_of(entry.part) == Some(&kind)));
    if let Some(last) = last {
        let asked = document.blocks.get(last.question);
        let end = document
            .blocks
            .get(last.question..last.answer.end.max(last.question + 1))
            .unwrap_or_default()
            .last();
        let shape = asked.map_or(BlockKind::Heading(2), |block| block.kind);
        let at = line_end(source, end.map_or(source.len(), |block| block.span.end));
        return Edit::insert(at, format!("\n\n{}\n\n{answer}", shaped(shape, question)));
    }
    let faq = document
        .blocks
        .iter()
        .rev()
        .find(|block| matches!(kind_of(block.part), Some(PartKind::InternalFaq | PartKind::ExternalFaq)));
    if let Some(faq) = faq {
        let level = if let BlockKind::Heading(level) = faq.kind { level + 1 } else { 2 };
        let at = line_end(source, faq.span.end);
        return Edit::insert(at, format!("\n\n{}\n\n{answer}", shaped(BlockKind::Heading(level), question)));
    }
    let end = source.trim_end().len();
    let entry = format!("\n\n# Internal FAQ\n\n## {question}\n\n{answer}\n");
    Edit::replace(end..source.len(), entry)
}

/// `question` as a question of this kind is written.
fn shaped(kind: BlockKind, question: &str) -> String {
    match kind {
        BlockKind::Heading(level) => format!("{} {question}", "#".repeat(usize::from(level.clamp(1, 6)))),
        _ => format!("**{question}**"),
    }
}

/// The end of the line that byte `at` stands in, its break excluded.
fn line_end(source: &str, at: usize) -> usize {
    let rest = slice(source, at..source.len());
    let line = rest.find('\n').map_or(rest, |end| slice(rest, 0..end));
    at + line.trim_end_matches('\r').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_entry(source: &str) -> String {
        let edit = entry(source, &Document::parse(source, &[]), "Who pays?", "Yes. The city.");
        crate::text::Change::from(edit).applied(source)
    }

    #[test]
    fn an_entry_goes_behind_the_last_one_in_its_shape() {
        assert_eq!(
            with_entry(
                "# N\n\nText.\n\n# Internal FAQ\n\n### Is it safe?\n\nYes.\nVery.\n\n# Appendix\n\nx\n"
            ),
            "# N\n\nText.\n\n# Internal FAQ\n\n### Is it safe?\n\nYes.\nVery.\n\n### Who pays?\n\nYes. The city.\n\n# Appendix\n\nx\n"
        );
        assert!(
            with_entry("# N\n\nText.\n\n# FAQ\n\n**Is it safe?**\n\nYes.\n")
                .ends_with("Yes.\n\n**Who pays?**\n\nYes. The city.\n")
        );
        assert!(
            with_entry("# N\n\nText.")
                .ends_with("Text.\n\n# Internal FAQ\n\n## Who pays?\n\nYes. The city.\n")
        );
        assert!(
            with_entry("# N\n\nText.\n\n# Internal FAQ\n")
                .ends_with("# Internal FAQ\n\n## Who pays?\n\nYes. The city.\n")
        );
    }
}
