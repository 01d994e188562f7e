//! Cutting a text where its top-level blocks begin.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::chunk::Chunk;
use super::definitions::{Known, marks};
use crate::document::markdown_options;
use crate::text::{Span, slice};

/// The pieces of `text` at `span`, each of which begins with a block that stands in no other. Text before the first block
/// belongs to none.
pub(super) fn cut(text: &str, span: Span) -> Vec<Chunk> {
    let body = slice(text, span);
    let events = Parser::new_ext(body, markdown_options()).into_offset_iter();
    let mut links: Vec<Link> = events
        .reference_definitions()
        .iter()
        .map(|(name, link)| Link {
            span: link.span.clone().into(),
            name: name.to_owned(),
            target: link.dest.to_string(),
        })
        .collect();
    links.sort_by_key(|link| link.span);
    let mut blocks: Vec<(usize, usize)> = Vec::new();
    let mut notes: Vec<(usize, String)> = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in events {
        if depth == 0 && !is_set_in(body, &event, range.start) {
            blocks.push((range.start, range.start));
        }
        if let Some((_, end)) = blocks.last_mut().filter(|_| is_of_words(&event)) {
            *end = range.end.max(*end);
        }
        match event {
            Event::Start(tag) => {
                depth += 1;
                if let Tag::FootnoteDefinition(name) = tag {
                    notes.push((range.start, name.into_string()));
                }
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    let starts = starts(body, &blocks);
    let mut chunks: Vec<Chunk> = starts.iter().map(|start| Chunk::new(span.start + start)).collect();
    tell(&mut chunks, &starts, body, &links, &notes);
    chunks
}

/// A definition of a link.
struct Link {
    span: Span,
    name: String,
    target: String,
}

/// Whether `event` begins a note so far to the right that it would be code if it stood for itself: one within another note.
fn is_set_in(body: &str, event: &Event<'_>, start: usize) -> bool {
    let indent = slice(body, line_start(body, start)..start);
    matches!(event, Event::Start(Tag::FootnoteDefinition(_))) && (indent.len() > 3 || indent.contains('\t'))
}

/// Whether `event` says where words are; what holds blocks may end anywhere behind them.
fn is_of_words(event: &Event<'_>) -> bool {
    let holds = matches!(
        event,
        Event::Start(_)
            | Event::End(TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition)
    );
    !holds
}

/// Where the lines begin on which `blocks` do, each of which is given with the end of its words. Links that are defined
/// right above go with the block: Markdown reads on from there.
fn starts(body: &str, blocks: &[(usize, usize)]) -> Vec<usize> {
    let mut starts: Vec<usize> = Vec::new();
    let mut floor = 0;
    for (start, end) in blocks {
        let mut line = line_start(body, *start);
        let mut at = line;
        while let Some(above) = line_above(body, at) {
            let words = slice(body, above..at).trim();
            if above < floor || words.is_empty() {
                break;
            }
            at = above;
            line = if words.starts_with('[') { at } else { line };
        }
        floor = floor.max(*end);
        if starts.last().is_none_or(|last| *last < line) {
            starts.push(line);
        }
    }
    starts
}

/// Where the line above the one that begins at `line` does.
fn line_above(body: &str, line: usize) -> Option<usize> {
    let above = slice(body, 0..line);
    let content = above.strip_suffix('\n').unwrap_or(above);
    let content = content.strip_suffix('\r').unwrap_or(content);
    (content.len() < line).then(|| line_start(body, content.len()))
}

fn line_start(body: &str, offset: usize) -> usize {
    slice(body, 0..offset).rfind(['\n', '\r']).map_or(0, |at| at + 1)
}

/// Tells each of `chunks` which names it defines and uses. What stands before the first is the first one's.
fn tell(chunks: &mut [Chunk], starts: &[usize], body: &str, links: &[Link], notes: &[(usize, String)]) {
    let mut tell = |at: usize, with: &dyn Fn(&mut Known)| {
        let nth = starts.partition_point(|start| *start <= at).saturating_sub(1);
        if let Some(chunk) = chunks.get_mut(nth) {
            with(chunk.known.get_or_insert_default());
        }
    };
    for link in links {
        tell(link.span.start, &|known| known.links.push((link.name.clone(), link.target.clone())));
    }
    for (at, name) in notes {
        tell(*at, &|known| known.notes.push(name.clone()));
    }
    for (at, name) in marks(body) {
        tell(at, &|known| known.marks.push(name.to_owned()));
    }
}
