//! The document as it is read: its visible text, a line for each block, and the way between that and the source.
//!
//! Markup is gone, a paragraph is one line however it was broken by hand, and what is said of words on the page is said of
//! the bytes of the source that they come from.

use crate::document::{Block, BlockKind, Document, Prose, Role, Zone};
use crate::text::{Buffer, Span, slice};

/// A text to be read, and where it comes from.
#[derive(Debug)]
pub struct Page {
    buffer: Buffer,
    /// In the order of the page, which is that of the source.
    runs: Vec<Run>,
    stops: Vec<Stop>,
    words: Vec<Span>,
    hangs: Vec<(usize, usize)>,
}

/// A piece of the page and where it comes from. A literal one stands byte for byte in the source; any other (a line break
/// shown as a space, inline code) is all or nothing.
#[derive(Debug, Clone, Copy)]
struct Run {
    page: Span,
    source: Span,
    literal: bool,
}

/// What the cursor stops at: a sentence, or a block that has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// Its bytes on the page.
    pub page: Span,
    /// Its bytes in the source.
    pub source: Span,
    /// Index of its part.
    pub part: usize,
    /// Its look.
    pub face: Face,
}

/// What the words of a block look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Prose.
    Plain,
    /// A headline or heading.
    Heading,
    /// Code, tables' rulers, labels.
    Aside,
}

/// Whether a customer is given `block` of `document` to read: all but what colleagues ask.
pub fn is_for_customer(document: &Document, block: &Block) -> bool {
    document.parts.get(block.part).is_none_or(|part| part.zone != Zone::Internal)
}

impl Page {
    /// The page of the blocks of `document` that are `shown`; `source` is what it was parsed from.
    pub fn of(source: &str, document: &Document, shown: impl Fn(&Block) -> bool) -> Self {
        let mut writer =
            Writer { source, text: String::new(), runs: Vec::new(), stops: Vec::new(), hangs: Vec::new() };
        let mut before: Option<&Block> = None;
        for block in document.blocks.iter().filter(|block| shown(block)) {
            if block.prose.text.is_empty() && block.kind != BlockKind::Code {
                continue;
            }
            writer.lead_in(before, block);
            writer.block(block);
            before = Some(block);
        }
        let Writer { text, runs, stops, hangs, .. } = writer;
        let buffer = Buffer::new(text);
        let hangs = hangs.into_iter().map(|(at, cells)| (buffer.line_of(at), cells)).collect();
        Self { words: words(buffer.text(), &runs), runs, stops, buffer, hangs }
    }

    /// What is read.
    pub fn buffer(&self) -> &Buffer {
        &self.buffer
    }

    /// Everything the cursor stops at, in order.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// The words, without the punctuation around them, as bytes of the page.
    pub fn words(&self) -> &[Span] {
        &self.words
    }

    /// The lines that begin with a mark, and how many cells it takes: the text behind it hangs there.
    pub fn hangs(&self) -> &[(usize, usize)] {
        &self.hangs
    }

    /// The stop at byte `offset` of the page, or the nearest on its line, or the last before it.
    pub fn stop_at(&self, offset: usize) -> usize {
        let line = self.buffer.line_content(self.buffer.line_of(offset));
        let behind = self.stops.partition_point(|stop| stop.page.start <= offset);
        let before = behind.checked_sub(1);
        let is_on_line = |at: usize| {
            self.stops
                .get(at)
                .is_some_and(|stop| line.touches(stop.page.end) || line.contains(stop.page.start))
        };
        match before {
            Some(at) if is_on_line(at) || !is_on_line(behind) => at,
            _ => behind.min(self.stops.len().saturating_sub(1)),
        }
    }

    /// The word at byte `offset` of the page, or the first behind it, or the last.
    pub fn word_at(&self, offset: usize) -> usize {
        self.words.partition_point(|word| word.end <= offset).min(self.words.len().saturating_sub(1))
    }

    /// The bytes of the page from one word to another, either of which may come first; whole sentences with their full
    /// stops.
    pub fn chosen(&self, one: usize, other: usize) -> Option<Span> {
        let (first, last) = (one.min(other), one.max(other));
        let span = Span::new(self.words.get(first)?.start, self.words.get(last)?.end);
        let at = |offset: usize| self.stops.iter().find(|stop| stop.page.contains(offset));
        let (Some(head), Some(tail)) = (at(span.start), at(span.end.saturating_sub(1))) else {
            return Some(span);
        };
        let begins = first.checked_sub(1).and_then(|at| self.words.get(at));
        let ends = self.words.get(last + 1);
        let is_whole = begins.is_none_or(|word| word.start < head.page.start)
            && ends.is_none_or(|word| word.start >= tail.page.end);
        Some(if is_whole { Span::new(head.page.start, tail.page.end) } else { span })
    }

    /// The bytes of the source that show as `span` of the page.
    pub fn source_span(&self, span: Span) -> Span {
        let first = self.runs.iter().find(|run| run.page.end > span.start);
        let last = self.runs.iter().rev().find(|run| run.page.start < span.end);
        let (Some(first), Some(last)) = (first, last) else { return Span::default() };
        let start = if first.literal { span.start.saturating_sub(first.page.start) } else { 0 };
        let end =
            if last.literal { span.end.min(last.page.end) - last.page.start } else { last.source.len() };
        Span::new(first.source.start + start, last.source.start + end)
    }

    /// The bytes of the page that show `span` of the source; `None` where it is not shown.
    pub fn page_span(&self, span: Span) -> Option<Span> {
        let meets =
            |run: &&Run| run.source.overlaps(span) || (span.is_empty() && run.source.touches(span.start));
        let first = self.runs.iter().find(meets)?;
        let last = self.runs.iter().rev().find(meets)?;
        let start = if first.literal { span.start.saturating_sub(first.source.start) } else { 0 };
        let end =
            if last.literal { span.end.min(last.source.end) - last.source.start } else { last.page.len() };
        Some(Span::new(first.page.start + start, last.page.start + end))
    }
}

/// A page being written.
struct Writer<'a> {
    source: &'a str,
    text: String,
    runs: Vec<Run>,
    stops: Vec<Stop>,
    /// Where lines with a mark begin, and its cells.
    hangs: Vec<(usize, usize)>,
}

impl Writer<'_> {
    /// What stands between `block` and the one before it, and in front of it.
    fn lead_in(&mut self, before: Option<&Block>, block: &Block) {
        if let Some(before) = before {
            let gap = slice(self.source, before.span.end..block.span.start);
            let lines = gap.matches('\n').count();
            let blank = gap
                .split('\n')
                .skip(1)
                .take(lines.saturating_sub(1))
                .any(|line| line.trim_matches(|c: char| c.is_whitespace() || c == '>').is_empty());
            let apart = [before, block]
                .iter()
                .any(|block| matches!(block.kind, BlockKind::Heading(_) | BlockKind::Code));
            let is_table = before.kind == BlockKind::Cell && block.kind == BlockKind::Cell;
            self.text.push_str(match lines {
                0 if is_table => "  |  ",
                _ if is_table => "\n",
                _ if blank || apart => "\n\n",
                _ => "\n",
            });
        }
        let line = self.text.len();
        if block.kind == BlockKind::Item {
            let start = slice(self.source, 0..block.span.start).rfind('\n').map_or(0, |at| at + 1);
            let marker = slice(self.source, start..block.span.start);
            let indent = marker.len() - marker.trim_start().len();
            let number = marker.trim().trim_end_matches(['.', ')']);
            let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            let sign = if is_number { format!("{number}. ") } else { "- ".to_owned() };
            self.text.push_str(&" ".repeat(indent.min(12)));
            self.text.push_str(&sign);
        } else if block.quoted && block.role != Role::Question {
            self.text.push_str("> ");
        }
        if self.text.len() > line {
            self.hangs.push((line, self.text.len() - line));
        }
    }

    fn block(&mut self, block: &Block) {
        let face = match (block.kind, block.role) {
            (BlockKind::Heading(_), _) | (_, Role::Headline | Role::Heading | Role::Question) => {
                Face::Heading
            }
            (BlockKind::Code, _) | (_, Role::Label) => Face::Aside,
            _ => Face::Plain,
        };
        let from = self.text.len();
        if block.kind == BlockKind::Code {
            let source = inside_fences(self.source, block.span);
            self.push(slice(self.source, source), source, true);
            let page = Span::new(from, self.text.len());
            self.stops.push(Stop { page, source, part: block.part, face });
            return;
        }
        let places = self.prose(&block.prose);
        let place = |visible: u32| place(&places, visible as usize);
        if block.sentences.is_empty() {
            let source = block.source_span(0, block.prose.text.len());
            self.stops.push(Stop { page: Span::new(from, self.text.len()), source, part: block.part, face });
        }
        for sentence in &block.sentences {
            let page = Span::new(place(sentence.start), place(sentence.end));
            let source = block.source_span(sentence.start as usize, sentence.end as usize);
            self.stops.push(Stop { page, source, part: block.part, face });
        }
    }

    /// Writes visible text; gives where each run of it begins: in the visible text, on the page, and whether it is literal.
    fn prose(&mut self, prose: &Prose) -> Vec<(usize, Span, bool)> {
        let ends = prose.segments.iter().skip(1).map(|segment| segment.visible as usize);
        let ends = ends.chain([prose.text.len()]);
        let mut places = Vec::with_capacity(prose.segments.len());
        for (segment, end) in prose.segments.iter().zip(ends) {
            let visible = slice(&prose.text, segment.visible as usize..end);
            let source = Span::new(segment.source as usize, (segment.source + segment.source_len) as usize);
            let at = self.text.len();
            if visible.contains(Prose::OBJECT) {
                let written = slice(self.source, source).trim_matches('`').replace(['\n', '\r'], " ");
                self.push(&written, source, false);
            } else {
                self.push(visible, source, segment.literal);
            }
            places.push((segment.visible as usize, Span::new(at, self.text.len()), segment.literal));
        }
        places
    }

    fn push(&mut self, text: &str, source: Span, literal: bool) {
        let start = self.text.len();
        self.text.push_str(text);
        self.runs.push(Run { page: Span::new(start, self.text.len()), source, literal });
    }
}

/// The code of a block, without the lines that open and close it.
fn inside_fences(source: &str, block: Span) -> Span {
    let text = slice(source, block).trim_end();
    let end = block.start + text.len();
    let Some(fence) = ["```", "~~~"].into_iter().find(|fence| text.starts_with(fence)) else {
        return Span::new(block.start, end);
    };
    let start = block.start + text.find('\n').map_or(text.len(), |at| at + 1);
    let last = slice(source, start..end).rfind('\n').map_or(start, |at| start + at);
    let closes = slice(source, last..end).trim_start().starts_with(fence);
    Span::new(start, if closes { last } else { end })
}

/// Where byte `visible` of a text stands on the page.
fn place(places: &[(usize, Span, bool)], visible: usize) -> usize {
    let at = places.partition_point(|(start, ..)| *start <= visible).saturating_sub(1);
    let Some((start, page, literal)) = places.get(at) else { return 0 };
    match visible.saturating_sub(*start) {
        within if *literal => (page.start + within).min(page.end),
        0 => page.start,
        _ => page.end,
    }
}

/// Marks that stand around words and are none.
const AROUND: &[char] = &[
    '.', ',', ';', ':', '!', '?', '"', '\'', '(', ')', '[', ']', '“', '”', '‘', '’', '…', '*', '_', '—', '–',
    '-', '|', '>',
];

/// The words of `text` that come from a source; what the page puts in by itself (signs of items) is none.
fn words(text: &str, runs: &[Run]) -> Vec<Span> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split(char::is_whitespace) {
        let bare = piece.trim_start_matches(AROUND);
        let start = at + piece.len() - bare.len();
        let word = Span::new(start, start + bare.trim_end_matches(AROUND).len());
        at += piece.len();
        at += slice(text, at..text.len()).chars().next().map_or(0, char::len_utf8);
        let near = runs.partition_point(|run| run.page.end <= word.start);
        if !word.is_empty() && runs.get(near).is_some_and(|run| run.page.overlaps(word)) {
            words.push(word);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn page(source: &str) -> Page {
        Page::of(source, &Document::parse(source, &[]), |_| true)
    }

    const TEXT: &str = "---\ntemplate: prfaq\n---\n# **Big** news\n\nOne `two` [three](x://y). Four\nfive &amp; six.\n\n1. seven\n2. eight\n\n> nine\n\n```\nten\n  eleven\n```\n\n| a | b |\n|---|---|\n| c | d |\n";

    #[test]
    fn markup_is_gone_and_paragraphs_are_one_line() {
        let expected = "Big news\n\nOne two three. Four five & six.\n\n1. seven\n2. eight\n\n> nine\n\nten\n  eleven\n\na  |  b\nc  |  d";
        assert_eq!(page(TEXT).buffer().text(), expected);
    }

    #[test]
    fn sentences_and_words_know_where_they_come_from() {
        let page = page(TEXT);
        let sources: Vec<&str> = page.stops().iter().map(|stop| slice(TEXT, stop.source)).collect();
        assert_eq!(
            sources.get(1..3),
            Some(["One `two` [three](x://y).", "Four\nfive &amp; six."].as_slice())
        );
        let words: Vec<&str> = page.words().iter().map(|word| page.buffer().slice(*word)).collect();
        assert_eq!(
            words.get(..9),
            Some(["Big", "news", "One", "two", "three", "Four", "five", "&", "six"].as_slice())
        );
        assert!(!words.contains(&"1"));
        let two = page.words()[3];
        assert_eq!(slice(TEXT, page.source_span(two)), "`two`");
        assert_eq!(page.page_span(page.source_span(two)), Some(two));
    }

    #[test]
    fn a_place_between_two_sentences_belongs_to_one_on_its_line() {
        let page = page("One. Two.\n\nA: three.\n");
        assert_eq!((page.stop_at(4), page.stop_at(5)), (0, 1));
        assert_eq!((page.stop_at(11), page.stop_at(99)), (2, 2));
        assert_eq!(Page::of("", &Document::default(), |_| true).stop_at(3), 0);
    }

    proptest! {
        /// Every stop of any text is words of the source, and is found again on the page.
        #[test]
        fn the_way_back_is_the_way_there(source in "([a-c.é한]{1,4}|[ \n*_`>&#|-]|&amp;|\n\n|- |\\[x\\]\\(y\\)){0,30}") {
            let page = page(&source);
            for stop in page.stops() {
                prop_assert!(source.get(stop.source.range()).is_some());
                prop_assert!(page.buffer().text().get(stop.page.range()).is_some());
                let back = page.page_span(stop.source);
                prop_assert!(stop.source.is_empty() || back.is_some_and(|back| back.overlaps(stop.page) || stop.page.is_empty()));
            }
            for word in page.words() {
                prop_assert!(source.get(page.source_span(*word).range()).is_some());
            }
        }
    }
}
