//! Outlines as text, one block a line, so that a test shows at a glance what was recognised:
//!
//! ```text
//! summary            The box is here.
//! external-faq ?     Why? <1>
//! ```
//!
//! The part's id, a mark for the role (`!` headline, `#` heading, `?` question, `@` attribution, `~` label, none for
//! prose), the text behind the label or dateline, and behind a question how many blocks answer it.

use crate::document::{Document, PartSpec, Role};
use crate::template;
use crate::text::slice;

/// Longer texts are cut in outlines.
const SHOWN: usize = 40;

/// The outline of `source`, read without a template.
pub(super) fn outline(source: &str) -> String {
    outline_of(&Document::parse(source, &[]))
}

/// The outline of `source`, read by the template called `name`.
pub(super) fn outline_by(name: &str, source: &str) -> String {
    outline_of(&Document::parse(source, &specs(name)))
}

/// The parts that the template called `name` asks for.
pub(super) fn specs(name: &str) -> Vec<PartSpec> {
    template::find(name).expect("a built-in template").part_specs()
}

/// Asserts that the outline of `source` is `expected`, indentation and empty lines aside.
#[track_caller]
pub(super) fn assert_outline(source: &str, expected: &str) {
    assert_eq!(outline(source), tidy(expected), "\n{source}");
}

/// The lines of `expected`, white space squeezed as the writer of an outline pleases.
pub(super) fn tidy(expected: &str) -> String {
    let lines = expected.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn outline_of(document: &Document) -> String {
    let lines = document.blocks.iter().enumerate().map(|(at, block)| {
        let part = document.part_of(block).map_or("-", |part| part.id.as_str());
        let answers = document.entries.iter().find(|entry| entry.question == at);
        let answers = answers.map(|entry| format!("<{}>", entry.answer.len())).unwrap_or_default();
        let text = slice(&block.prose.text, block.lead..block.prose.text.len());
        let shown: String = text.chars().take(SHOWN).collect();
        format!("{part} {} {shown} {answers}", mark(block.role))
    });
    tidy(&lines.collect::<Vec<_>>().join("\n"))
}

fn mark(role: Role) -> &'static str {
    match role {
        Role::Prose => "",
        Role::Headline => "!",
        Role::Heading => "#",
        Role::Question => "?",
        Role::Attribution => "@",
        Role::Label => "~",
    }
}
