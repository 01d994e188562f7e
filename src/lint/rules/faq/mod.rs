//! Rules on questions and answers, and the reading that they share: what was asked, and how the answer begins.
//!
//! Which blocks are questions is decided in [`crate::document`]; nothing here looks for them.

pub(super) mod answer;
mod asks;
pub(super) mod duplicate;
pub(super) mod missing_topic;
pub(super) mod softball;
mod spoken;
mod synonyms;
mod told;
mod topics;

use crate::document::{Block, BlockKind, Role};
use crate::lint::DocumentContext;
use crate::text::{Firsts, slice};

/// A question and the blocks that answer it.
struct Exchange<'a> {
    /// The block that asks.
    question: &'a Block,
    /// What it asks, its label gone, in small letters and with straight apostrophes.
    asked: String,
    /// The blocks of the answer that say something, in order; empty where nobody answers.
    answer: Vec<&'a Block>,
    /// Index of the part it stands in.
    part: usize,
}

/// The questions of the document with their answers, in order.
fn exchanges<'a>(context: &DocumentContext<'a>) -> impl Iterator<Item = Exchange<'a>> {
    let document = context.document;
    document.entries.iter().filter_map(|entry| {
        let question = document.blocks.get(entry.question)?;
        let blocks = document.blocks.get(entry.answer.clone())?.iter();
        let says = |block: &&Block| block.kind == BlockKind::Code || !block.prose.text.trim().is_empty();
        let answer = blocks.filter(|block| block.role != Role::Heading).filter(says).collect();
        Some(Exchange { question, asked: plain(own_text(question)), answer, part: entry.part })
    })
}

/// The visible text of `block` behind its label.
fn own_text(block: &Block) -> &str {
    slice(&block.prose.text, block.lead..block.prose.text.len())
}

/// `text` in small letters, with straight apostrophes.
fn plain(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

/// The words of `plain` text: letters and figures, with apostrophes inside.
fn words(plain: &str) -> impl Iterator<Item = &str> {
    plain
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
}

/// Whether `phrase` stands in `plain` text as whole words.
fn says(plain: &str, phrase: &str) -> bool {
    says_any(plain, &[phrase])
}

/// Whether one of `phrases` stands in `plain` text as whole words.
fn says_any(plain: &str, phrases: &[&str]) -> bool {
    Firsts::of(phrases.iter().copied()).starts(plain).any(|at| {
        let rest = slice(plain, at..plain.len());
        phrases.iter().any(|phrase| begins_with(rest, phrase))
    })
}

/// The first of `phrases`, in their order, that stands in `plain` text as whole words.
fn first_said<'p>(plain: &str, phrases: &[&'p str]) -> Option<&'p str> {
    // Mostly there is none, and one look tells.
    let any = says_any(plain, phrases);
    phrases.iter().find(|phrase| any && says(plain, phrase)).copied()
}

/// Whether `text` begins with `phrase` and no longer word.
fn begins_with(text: &str, phrase: &str) -> bool {
    // The first byte decides nearly always.
    text.as_bytes().first() == phrase.as_bytes().first()
        && text.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

impl<'a> Exchange<'a> {
    /// The first two sentences of the answer, and the list, table or code that they introduce, as [`plain`] text.
    fn opening(&self) -> String {
        /// Sentences that an answer may take to come to the point.
        const SENTENCES: usize = 2;
        /// Items or cells that are looked at.
        const ITEMS: usize = 12;
        let (mut text, mut left, mut items) = (String::new(), SENTENCES, ITEMS);
        for block in &self.answer {
            match block.kind {
                BlockKind::Item | BlockKind::Cell | BlockKind::Code if items > 0 => {
                    items -= 1;
                    // Code may hold the number that was asked for.
                    let code = block.kind == BlockKind::Code;
                    text.push_str(if code { "\u{FFFC}" } else { own_text(block) });
                    text.push(' ');
                }
                _ if left == 0 || items < ITEMS => break,
                _ => {
                    for sentence in block.sentences.iter().take(left) {
                        text.push_str(block.text_of(sentence));
                        text.push(' ');
                    }
                    left = left.saturating_sub(block.sentences.len());
                    let introduces = own_text(block).trim_end().ends_with(':');
                    if left == 0 && !introduces {
                        break;
                    }
                }
            }
        }
        plain(&text)
    }

    /// The sentences of the answer as [`plain`] text; what has none (code, a table) is one.
    fn sentences(&self) -> impl Iterator<Item = String> {
        let of = |block: &&'a Block| {
            let block = *block;
            let bare = block.kind == BlockKind::Code || block.sentences.is_empty();
            let sentences = if bare { &[][..] } else { block.sentences.as_slice() };
            let object = bare.then(|| "\u{FFFC}".to_owned());
            object.into_iter().chain(sentences.iter().map(|sentence| plain(block.text_of(sentence))))
        };
        self.answer.iter().flat_map(of)
    }

    /// The first sentence of the answer, in bytes of the source.
    fn first_sentence(&self) -> Option<crate::text::Span> {
        let (block, first) = self.answer.iter().find_map(|block| Some((block, block.sentences.first()?)))?;
        Some(block.source_span(first.start as usize, first.end as usize))
    }

    /// Whether a placeholder stands in the question or at the head of the answer: there is no answer yet, and the rule
    /// on placeholders says so.
    fn is_gap(&self) -> bool {
        const GAPS: &[&str] =
            &["{{", "[", "...", "…", "TBD", "TBC", "To be de", "to be de", "To be co", "to be co"];
        let begins = |block: &&'a Block| {
            let text = own_text(block).trim_start_matches(['(', ' ']);
            GAPS.iter().any(|gap| text.starts_with(gap)) || text.contains("{{")
        };
        self.question.prose.text.contains("{{") || self.answer.first().is_some_and(begins)
    }
}
