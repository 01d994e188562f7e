//! Where the comments of a document are, and what has to stand in their place so that nothing else changes.
//!
//! Mostly that is nothing. An empty comment (`<!-- -->`) is left where taking it out would make Markdown read what
//! stands beside it in another way.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::cut::Cut;
use crate::text::{Span, slice};

/// The cuts for all comments among `events`, by place.
pub(super) fn cuts(source: &str, events: &[(Event<'_>, Span)]) -> Vec<Cut> {
    let mut finder = Finder { source, cuts: Vec::new(), open: false, alone: true };
    for (event, span) in events {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                finder.open = false;
                // A block that begins with a comment ends with it; in any other a blank line would end the block.
                finder.alone = slice(source, *span).trim_start().starts_with("<!--");
            }
            Event::End(TagEnd::HtmlBlock) => finder.open = false,
            Event::Html(_) => finder.line(*span),
            Event::InlineHtml(html) if html.starts_with("<!--") && !is_empty(html) => finder.inline(*span),
            _ => {}
        }
    }
    finder.cuts
}

struct Finder<'a> {
    source: &'a str,
    cuts: Vec<Cut>,
    /// Whether a comment of this block began on a line before.
    open: bool,
    /// Whether the block is nothing but a comment.
    alone: bool,
}

impl Finder<'_> {
    /// The comments, or pieces of one, in a line of an HTML block.
    fn line(&mut self, span: Span) {
        let line_end = span.start + slice(self.source, span).trim_end_matches(['\r', '\n']).len();
        let mut at = span.start;
        while at < line_end {
            let continued = self.open;
            let start = if continued { Some(0) } else { slice(self.source, at..line_end).find("<!--") };
            let Some(start) = start.map(|start| at + start) else { return };
            // "<!-->" is a whole comment: its dashes count twice.
            let inner = if continued { start } else { start + 2 };
            let close = slice(self.source, inner..line_end).find("-->").map(|found| inner + found + 3);
            self.open = close.is_none();
            at = close.unwrap_or(line_end);
            let piece = Span::new(start, at);
            if continued || self.open || !is_empty(slice(self.source, piece)) {
                self.piece(piece, line_end);
            }
        }
    }

    /// A piece with its line to itself goes; in a list item's first line, or before text, it leaves a hollow comment.
    fn piece(&mut self, span: Span, line_end: usize) {
        let before = slice(self.source, 0..span.start);
        let line = before.rsplit('\n').next().unwrap_or(before);
        let first = line.split_once("<!--").map_or(line, |(first, _)| first);
        let own_line = first.chars().all(|c| matches!(c, ' ' | '\t' | '>' | '\u{feff}'))
            && without_comments(slice(self.source, span.end..line_end));
        self.cuts.push(if self.alone && own_line { Cut::block(span) } else { Cut::hollow(span) });
    }

    /// A comment between words goes, with one of the spaces beside it; one that touches markup leaves a hollow one.
    fn inline(&mut self, span: Span) {
        let before = slice(self.source, 0..span.start);
        let line = before.rsplit('\n').next().unwrap_or(before);
        let after = slice(self.source, span.end..self.source.len()).chars().next();
        let ends = after.is_none_or(char::is_whitespace);
        let follows = line.ends_with(|c: char| c.is_alphanumeric() || " .,;:!?)\"'”’".contains(c));
        if line.trim().is_empty() || !ends || !follows {
            self.cuts.push(Cut::hollow(span));
            return;
        }
        let spaces = line.len() - line.trim_end_matches(' ').len();
        self.cuts.push(Cut::inline(span, spaces));
    }
}

/// Whether a whole comment says nothing. It can stay; it is how people part two lists.
fn is_empty(comment: &str) -> bool {
    let inner = comment.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    inner.is_some_and(|inner| inner.trim().is_empty())
}

/// Whether nothing but whole comments stands in `text`.
fn without_comments(text: &str) -> bool {
    let mut rest = text.trim_start();
    while let Some(comment) = rest.strip_prefix("<!--") {
        let Some((_, behind)) = comment.split_once("-->") else { return true };
        rest = behind.trim_start();
    }
    rest.is_empty()
}
