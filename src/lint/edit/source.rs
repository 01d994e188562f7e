//! From strokes in the visible text to one edit in the source: markup between them stays, marks around words that are
//! gone go along, line breaks stay where the lines were broken.

use super::plan::{Plan, Stroke};
use crate::document::{Block, Segment};
use crate::text::{Span, slice};

/// The edit that makes the strokes of `plan` in `source`, from the first to the last; `None` where markup would be torn
/// or the line become something else than text.
pub(super) fn edit(block: &Block, source: &str, plan: &Plan) -> Option<(Span, String)> {
    let mut pieces: Vec<(Span, String)> = Vec::new();
    for stroke in &plan.strokes {
        pieces.push(piece(block, source, stroke)?);
    }
    let (first, last) = (pieces.first()?.0, pieces.last()?.0);
    let span = Span::new(first.start, last.end);
    let (mut text, mut at) = (String::new(), span.start);
    for (piece, words) in &pieces {
        if piece.start < at {
            return None;
        }
        text.push_str(slice(source, at..piece.start));
        text.push_str(words);
        at = piece.end;
    }
    (keeps_its_line(source, span, &text) && stays_plain(block, source, span, &text)).then_some((span, text))
}

/// One stroke in source bytes.
fn piece(block: &Block, source: &str, stroke: &Stroke) -> Option<(Span, String)> {
    let prose = &block.prose;
    let stroke = before_the_break(block, stroke);
    let Span { start, end } = stroke.span;
    let mut span = prose.source_span(start, end);
    let passage = Passage::read(&prose.segments, source, &stroke)?;
    span.end = passage.end.unwrap_or(span.end);
    if !passage.marks.is_empty() {
        // Words with marks inside them are put in without these: only a whole emphasised stretch may go.
        span = emptied(source, span, &passage.marks)?;
    }
    let mut text = stroke.text;
    if let Some(line_break) = passage.line_break.filter(|_| !text.is_empty()) {
        let ahead = start.checked_sub(1).map(|ahead| prose.source_span(ahead, start));
        let spaced = ahead.is_some_and(|ahead| ahead.end == span.start && slice(source, ahead) == " ");
        if spaced {
            span.start -= 1;
            text = format!("{}{text}", slice(source, line_break));
        }
    }
    Some((span, text))
}

/// Where a cut ends in a line break, the space before it goes instead, so that the lines stay as they are.
fn before_the_break(block: &Block, stroke: &Stroke) -> Stroke {
    let text = &block.prose.text;
    let Span { start, end } = stroke.span;
    let last =
        block.prose.segments.partition_point(|segment| (segment.visible as usize) < end).checked_sub(1);
    let last = last.and_then(|at| block.prose.segments.get(at));
    let breaks = |segment: &Segment| !segment.literal && (segment.visible as usize) + 1 == end;
    let at_break = stroke.text.is_empty()
        && slice(text, start..end).ends_with(' ')
        && slice(text, 0..start).ends_with(' ')
        && last.is_some_and(breaks);
    if at_break { Stroke::delete(start - 1, end - 1) } else { stroke.clone() }
}

/// What a stroke runs over in the source.
#[derive(Default)]
struct Passage<'a> {
    /// Emphasis that opens or closes in it and does not do both, in order.
    marks: Vec<&'a str>,
    /// The first line break in it, with what begins the next line (`> `).
    line_break: Option<Span>,
    /// Where the next line begins, where it ends in a line break.
    end: Option<usize>,
}

impl<'a> Passage<'a> {
    /// `None` where it runs over anything but text, soft line breaks and emphasis.
    fn read(segments: &[Segment], source: &'a str, stroke: &Stroke) -> Option<Self> {
        let mut passage = Self::default();
        let after = |at: usize| segments.get(at + 1);
        let mut marked = false;
        let first = segments.partition_point(|segment| segment.visible as usize <= stroke.span.start);
        for (at, segment) in segments.iter().enumerate().skip(first.saturating_sub(1)) {
            let begins = segment.visible as usize;
            let ends = after(at).map_or(usize::MAX, |next| next.visible as usize);
            if begins >= stroke.span.end {
                break;
            }
            let own = segment.source as usize..(segment.source + segment.source_len) as usize;
            let shown = slice(source, own.clone());
            let breaks = !segment.literal && shown.ends_with(['\n', '\r']);
            let soft = matches!(shown, "\n" | "\r\n" | "\r");
            let cut = !segment.literal && begins < stroke.span.start;
            if !soft && (breaks || cut) {
                return None;
            }
            let Some(next) = after(at).filter(|_| ends <= stroke.span.end) else { continue };
            let gap = slice(source, own.end..next.source as usize);
            if ends == stroke.span.end {
                let prefix = gap.len() - gap.trim_start_matches([' ', '\t', '>']).len();
                passage.end = breaks.then_some(own.end + prefix);
            } else if breaks {
                passage.line_break.get_or_insert(Span::new(own.start, next.source as usize));
                if !gap.chars().all(|c| matches!(c, ' ' | '\t' | '>')) {
                    return None;
                }
            } else {
                marked |= !gap.is_empty();
                passage.note(gap)?;
            }
        }
        // Words would lose their emphasis; a comma or an "and" has none.
        (!marked || stroke.text.is_empty() || stroke.text.starts_with([' ', ','])).then_some(passage)
    }

    /// Takes note of the marks in `gap`; a mark that closes what opened in the passage is gone with it.
    fn note(&mut self, gap: &'a str) -> Option<()> {
        let mut rest = gap;
        while let Some(mark) = rest.chars().next() {
            if !matches!(mark, '*' | '_' | '~') {
                return None;
            }
            let length = rest.len() - rest.trim_start_matches(mark).len();
            let run = slice(rest, 0..length);
            if self.marks.last() == Some(&run) {
                self.marks.pop();
            } else {
                self.marks.push(run);
            }
            rest = slice(rest, length..rest.len());
        }
        Some(())
    }
}

/// `span` with the other half of each of `marks`, which stand right before it or right behind it.
fn emptied(source: &str, span: Span, marks: &[&str]) -> Option<Span> {
    let mut left = span;
    let opened = marks.iter().all(|mark| {
        let opens = slice(source, 0..left.start).ends_with(mark);
        left.start -= if opens { mark.len() } else { 0 };
        opens
    });
    let mut right = span;
    let closed = marks.iter().rev().all(|mark| {
        let closes = slice(source, right.end..source.len()).starts_with(mark);
        right.end += if closes { mark.len() } else { 0 };
        closes
    });
    if opened { Some(left) } else { closed.then_some(right) }
}

/// Whether the line that `text` begins, where it begins one, is still read as text: no list mark, no heading.
fn keeps_its_line(source: &str, span: Span, text: &str) -> bool {
    const REACH: usize = 32;
    let before = slice(source, 0..span.start).chars().rev().take_while(|c| !matches!(c, '\n' | '\r'));
    // Words before it are text already; the number of a list item is not.
    if before.into_iter().any(char::is_alphabetic) {
        return true;
    }
    let rest = slice(source, span.end..source.len()).chars().take(REACH);
    let line: String = text.chars().chain(rest).take_while(|c| !matches!(c, '\n' | '\r')).collect();
    let line = line.trim_start().trim_start_matches(['*', '_']);
    let first = line.chars().next();
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    match first {
        Some(c) if c.is_ascii_digit() => !digits.starts_with(['.', ')']),
        Some(c) => {
            c.is_alphabetic() || matches!(c, '"' | '“' | '‘' | '\'' | '(' | '`' | '[' | '$' | '€' | '£' | ',')
        }
        // An empty line ends a paragraph.
        None => false,
    }
}

/// Whether the block is not emphasised as a whole after the edit, as headings are, where it was not before.
fn stays_plain(block: &Block, source: &str, span: Span, text: &str) -> bool {
    if span.start > block.span.start && span.end < block.span.end {
        return true;
    }
    let before = slice(source, 0..block.span.start.min(span.start));
    let head = slice(source, block.span.start.min(span.start)..span.start);
    let tail = slice(source, span.end..block.span.end.max(span.end));
    let left = [head, text, tail].concat();
    let left = left.trim();
    ["**", "__", "*", "_"].iter().all(|mark| {
        let within = left.strip_prefix(mark).or(before.ends_with(mark).then_some(left));
        within.is_none_or(|within| within.find(mark).is_some_and(|at| at + mark.len() < within.len()))
    })
}
