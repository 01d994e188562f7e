//! What is said beside the text: in the margin of a wide screen, under its paragraph elsewhere.

use std::fmt::Write as _;

use crate::export::html::escape::escape;
use crate::redline::{Redline, Row};
use crate::report::changes::Note;
use crate::text::slice;

/// The notes of a document.
pub(super) struct Notes<'a> {
    redline: &'a Redline<'a>,
    all: &'a [Note],
    scope: &'a str,
}

impl<'a> Notes<'a> {
    pub fn new(redline: &'a Redline<'a>, all: &'a [Note], scope: &'a str) -> Self {
        Self { redline, all, scope }
    }

    /// The notes about the blocks of `row`, each with its number from 1. Of a moved block those about the text before
    /// stand where it is now.
    fn about(&self, row: &Row) -> impl Iterator<Item = (usize, &Note)> {
        let moved_away = matches!(row, Row::MovedFrom { .. });
        let old = row.block_before().filter(|_| !moved_away).map(|at| self.redline.old.span_of(at));
        let new = row.block_after().map(|at| self.redline.new.span_of(at));
        let numbered = self.all.iter().enumerate().map(|(at, note)| (at + 1, note));
        numbered.filter(move |(_, note)| {
            let block = if note.after { new } else { old };
            block.is_some_and(|block| block.start <= note.span.start && note.span.start < block.end)
        })
    }

    /// The numbers that stand behind the words of `row`.
    pub fn references(&self, row: &Row) -> String {
        let scope = self.scope;
        let mut out = String::new();
        for (number, _) in self.about(row) {
            let _ = write!(
                out,
                "<sup class=\"r\"><a id=\"{scope}r{number}\" href=\"#{scope}n{number}\" \
                 aria-label=\"note {number}\">[{number}]</a></sup>"
            );
        }
        out
    }

    /// The notes about `row`.
    pub fn asides(&self, row: &Row) -> String {
        let scope = self.scope;
        let mut out = String::new();
        for (number, note) in self.about(row) {
            let source = if note.after { self.redline.new.source } else { self.redline.old.source };
            let quote: Vec<&str> = slice(source, note.span).split_whitespace().collect();
            let _ = write!(
                out,
                "<aside id=\"{scope}n{number}\" aria-label=\"note {number}\"><a href=\"#{scope}r{number}\">[{number}]</a> "
            );
            if !note.head.is_empty() {
                let _ = write!(out, "<b>{}</b> ", escape(&note.head));
            }
            if !quote.is_empty() {
                let _ = write!(out, "<q>{}</q> ", escape(&quote.join(" ")));
            }
            let _ = writeln!(out, "{}</aside>", escape(&note.text));
        }
        out
    }
}
