//! The words of one row: what stayed, what is gone, what is new, each said as well as shown.

use std::fmt::Write as _;
use std::ops::Range;

use super::inline::{Inline, is_raw};
use crate::export::html::escape::escape;
use crate::redline::{Change, ChangeKind, Class, Op, Redline, Row, Text};
use crate::text::{Span, slice};

/// Writes rows as HTML.
pub(super) struct Words<'a> {
    pub redline: &'a Redline<'a>,
    /// What names within the page begin with.
    pub scope: &'a str,
}

impl Words<'_> {
    /// The words of `row`, in which `changes` are.
    pub fn of(&self, row: &Row, changes: &[Change]) -> String {
        let (old, new) = (&self.redline.old, &self.redline.new);
        match row {
            Row::Same { new: at, .. } => whole(new, *at),
            Row::Deleted(at) => gone(&whole(old, *at)) + &self.number(changes.first()),
            Row::Inserted(at) => added(&whole(new, *at)) + &self.number(changes.first()),
            Row::MovedFrom { old: at, .. } => {
                format!("<span class=\"away\">{}</span>", whole(old, *at))
            }
            Row::Edited { old: one, new: two, ops } | Row::MovedTo { old: one, new: two, ops, .. } => {
                let inner = changes.iter().filter(|change| change.kind != ChangeKind::Moved);
                self.ops((*one, *two), ops, inner)
            }
        }
    }

    fn ops<'c>(
        &self,
        (one, two): (usize, usize),
        ops: &[Op],
        mut changes: impl Iterator<Item = &'c Change>,
    ) -> String {
        let (old, new) = (Inline::of(&self.redline.old, one), Inline::of(&self.redline.new, two));
        let before = |range: &Range<usize>| part(&self.redline.old, &old, range);
        let after = |range: &Range<usize>| part(&self.redline.new, &new, range);
        let raw = self.redline.new.blocks.get(two).is_some_and(|block| is_raw(block.kind));
        let mut out = String::new();
        for op in ops {
            if !out.is_empty() {
                out.push_str(&gap(self.redline, op, raw));
            }
            match op.class {
                Class::Same => out.push_str(&after(&op.new)),
                Class::Marked => {
                    let words = after(&op.new);
                    let _ = write!(
                        out,
                        "<span class=\"fmt\" title=\"other formatting\">{}{words}{}</span>",
                        hidden("[other formatting: "),
                        hidden("]")
                    );
                }
                Class::Changed => {
                    if !op.old.is_empty() {
                        out.push_str(&gone(&before(&op.old)));
                    }
                    if !op.old.is_empty() && !op.new.is_empty() {
                        out.push_str(between(&self.redline.new, &op.new));
                    }
                    if !op.new.is_empty() {
                        out.push_str(&added(&after(&op.new)));
                    }
                }
            }
            if op.class != Class::Same {
                out.push_str(&self.number(changes.next()));
            }
        }
        out
    }

    /// The number of `change`, which leads to where it is told in words.
    pub fn number(&self, change: Option<&Change>) -> String {
        let Some(Change { number, .. }) = change else { return String::new() };
        let scope = self.scope;
        format!(
            "<sup class=\"c\"><a id=\"{scope}c{number}\" href=\"#{scope}l{number}\" \
             aria-label=\"change {number}\">{number}</a></sup>"
        )
    }
}

fn whole(text: &Text<'_>, at: usize) -> String {
    let span = text.span_of(at);
    let start = text.blocks.get(at).filter(|block| !is_raw(block.kind));
    let start = start.map_or(span.start, |block| block.mark.end.min(span.end));
    Inline::of(text, at).html(text.source, Span::new(start, span.end))
}

fn part(text: &Text<'_>, inline: &Inline, range: &Range<usize>) -> String {
    inline.html(text.source, text.span_of_tokens(range))
}

/// What stands before the words of `op`: white space is one space, but where text is shown as it is written.
fn gap(redline: &Redline<'_>, op: &Op, raw: bool) -> String {
    let (text, range) = if op.old.is_empty() || op.class != Class::Changed {
        (&redline.new, &op.new)
    } else {
        (&redline.old, &op.old)
    };
    if !starts_spaced(text, range) {
        return String::new();
    }
    let before = range.start.checked_sub(1).and_then(|at| text.tokens.get(at));
    match (before, text.tokens.get(range.start)) {
        (Some(before), Some(first)) if raw => {
            escape(slice(text.source, before.end as usize..first.start as usize))
        }
        _ => " ".to_owned(),
    }
}

/// What keeps what is gone apart from what is new, whose words are `range`: marks need nothing.
fn between(text: &Text<'_>, range: &Range<usize>) -> &'static str {
    let is_word = text.tokens.get(range.start).is_some_and(|token| token.word);
    if is_word || starts_spaced(text, range) { " " } else { "" }
}

fn starts_spaced(text: &Text<'_>, range: &Range<usize>) -> bool {
    text.tokens.get(range.start).is_some_and(|token| token.spaced)
}

fn gone(html: &str) -> String {
    format!("<del>{}{html}{}</del>", hidden("[deleted: "), hidden("]"))
}

fn added(html: &str) -> String {
    format!("<ins>{}{html}{}</ins>", hidden("[inserted: "), hidden("]"))
}

/// Words for those who do not see the style.
pub(super) fn hidden(text: &str) -> String {
    format!("<span class=\"vh\">{text}</span>")
}
