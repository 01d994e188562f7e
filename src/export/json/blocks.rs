//! Blocks and questions as JSON.

use serde::Serialize;

use crate::document::{Block, BlockKind, Document, Role, Sentence, Zone};
use crate::text::Span;

#[derive(Serialize)]
pub(super) struct BlockJson<'a> {
    kind: &'static str,
    level: Option<u8>,
    role: &'static str,
    part: &'a str,
    zone: Zone,
    quoted: bool,
    text: &'a str,
    span: SpanJson,
    sentences: Vec<SentenceJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct SpanJson {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct SentenceJson<'a> {
    text: &'a str,
    words: usize,
    span: SpanJson,
}

#[derive(Serialize)]
pub(super) struct EntryJson<'a> {
    part: &'a str,
    question: usize,
    answer: Vec<usize>,
}

impl From<Span> for SpanJson {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

pub(super) fn block<'a>(block: &'a Block, document: &'a Document) -> BlockJson<'a> {
    let (kind, level) = kind(block.kind);
    BlockJson {
        kind,
        level,
        role: role(block.role),
        part: part_id(document, block.part),
        zone: block.zone,
        quoted: block.quoted,
        text: &block.prose.text,
        span: block.span.into(),
        sentences: block.sentences.iter().map(|one| sentence(one, block)).collect(),
    }
}

fn sentence<'a>(sentence: &Sentence, block: &'a Block) -> SentenceJson<'a> {
    SentenceJson {
        text: block.text_of(sentence),
        words: block.words_of(sentence).len(),
        span: block.source_span(sentence.start as usize, sentence.end as usize).into(),
    }
}

/// The questions whose block is among `kept`, the indices of the blocks that are written.
pub(super) fn entries<'a>(document: &'a Document, kept: &[usize]) -> Vec<EntryJson<'a>> {
    let place = |block: usize| kept.binary_search(&block).ok();
    let entries = document.entries.iter().filter_map(|entry| {
        Some(EntryJson {
            part: part_id(document, entry.part),
            question: place(entry.question)?,
            answer: entry.answer.clone().filter_map(place).collect(),
        })
    });
    entries.collect()
}

pub(super) fn part_id(document: &Document, part: usize) -> &str {
    document.parts.get(part).map_or("", |part| part.id.as_str())
}

fn kind(kind: BlockKind) -> (&'static str, Option<u8>) {
    match kind {
        BlockKind::Heading(level) => ("heading", Some(level)),
        BlockKind::Paragraph => ("paragraph", None),
        BlockKind::Item => ("item", None),
        BlockKind::Cell => ("cell", None),
        BlockKind::Code => ("code", None),
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Prose => "prose",
        Role::Headline => "headline",
        Role::Heading => "heading",
        Role::Question => "question",
        Role::Attribution => "attribution",
        Role::Label => "label",
    }
}
