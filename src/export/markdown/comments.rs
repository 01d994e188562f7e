//! Where the comments of a document are, and what has to stand in their place so that nothing else changes.
//!
//! Mostly that is nothing. An empty comment (`<!-- -->`) is left where taking it out would make Markdown read what
//! stands beside it in another way; and where there is one already, unless it is asked for too.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::cut::Cut;
use crate::text::{Span, slice};

/// The cuts for all comments among `events` that say something, by place.
pub(super) fn cuts(source: &str, events: &[(Event<'_>, Span)]) -> Vec<Cut> {
    found(Finder { source, cuts: Vec::new(), open: false, alone: true, with_empty: false }, events)
}

/// The cuts for all comments, empty ones too.
pub(super) fn all_cuts(source: &str, events: &[(Event<'_>, Span)]) -> Vec<Cut> {
    found(Finder { source, cuts: Vec::new(), open: false, alone: true, with_empty: true }, events)
}

fn found(mut finder: Finder<'_>, events: &[(Event<'_>, Span)]) -> Vec<Cut> {
    for (event, span) in events {
        match event {
            Event::Start(Tag::HtmlBlock) => {
                finder.open = false;
                // A block that begins with a comment ends with it; in any other a blank line would end the block.
                finder.alone = slice(finder.source, *span).trim_start().starts_with("<!--");
            }
            Event::End(TagEnd::HtmlBlock) => finder.open = false,
            Event::Html(_) => finder.line(*span),
            Event::InlineHtml(html) if html.starts_with("<!--") && finder.goes(html) => finder.inline(*span),
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
    /// Whether those that say nothing go too.
    with_empty: bool,
}

impl Finder<'_> {
    fn goes(&self, comment: &str) -> bool {
        self.with_empty || !is_empty(comment)
    }

    /// The comments, or pieces of one, in a line of an HTML block. What has its line to itself goes; in the first line
    /// of a list item, before text and inside other HTML it leaves an empty comment.
    fn line(&mut self, span: Span) {
        let end = span.start + slice(self.source, span).trim_end_matches(['\r', '\n']).len();
        let (pieces, blank) = self.pieces(span.start, end);
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let line = slice(self.source, 0..span.start).rsplit('\n').next().unwrap_or("");
        let bare = blank && line.chars().all(|c| matches!(c, ' ' | '\t' | '>' | '\u{feff}'));
        if self.alone && bare {
            self.cuts.push(Cut::block(Span::new(first.start, last.end)));
        } else {
            self.cuts.extend(pieces.into_iter().map(Cut::hollow));
        }
    }

    /// What is to be cut from the line at `at..end`, and whether nothing but comments stands there.
    fn pieces(&mut self, mut at: usize, end: usize) -> (Vec<Span>, bool) {
        let (mut pieces, mut blank) = (Vec::new(), true);
        while at < end {
            let continued = self.open;
            let found = if continued { Some(0) } else { slice(self.source, at..end).find("<!--") };
            let start = found.map_or(end, |found| at + found);
            blank &= slice(self.source, at..start).trim().is_empty();
            if start == end {
                break;
            }
            // "<!-->" is a whole comment: its dashes count twice.
            let inner = if continued { start } else { start + 2 };
            let close = slice(self.source, inner..end).find("-->").map(|found| inner + found + 3);
            self.open = close.is_none();
            at = close.unwrap_or(end);
            let piece = Span::new(start, at);
            if continued || self.open || self.goes(slice(self.source, piece)) {
                pieces.push(piece);
            }
        }
        (pieces, blank)
    }

    /// A comment between words goes, with the spaces before it; one that touches markup leaves an empty one.
    fn inline(&mut self, span: Span) {
        let before = slice(self.source, 0..span.start);
        let stem = before.trim_end_matches([' ', '\t']);
        let follows = stem.ends_with(|c: char| c.is_alphanumeric() || ".,;:!?)\"'”’".contains(c));
        let after = slice(self.source, span.end..self.source.len()).chars().next();
        let spaces = before.len() - before.trim_end_matches(' ').len();
        let goes = follows && after.is_none_or(char::is_whitespace);
        self.cuts.push(if goes { Cut::inline(span, spaces) } else { Cut::hollow(span) });
    }
}

/// Whether a whole comment says nothing. It can stay; it is how people part two lists.
fn is_empty(comment: &str) -> bool {
    let inner = comment.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    inner.is_some_and(|inner| inner.trim().is_empty())
}
