//! The words of every block, with what stands around and on them: delimiters are no words.

use std::borrow::Cow;

use super::inline::{Element, Mark};
use super::token::{self, Interner, Token};
use super::{Block, Kind};
use crate::text::{Span, slice};

/// A place where words stop being read: a delimiter, or a thing that is one token.
#[derive(Clone, Copy)]
enum Stop {
    Open(usize),
    Close(usize),
    Thing,
}

/// Reads the words of all `blocks` from their `lines`; returns them with those of the `elements` that lie within one block
/// and hold a word.
pub(super) fn read<'a>(
    source: &'a str,
    blocks: &mut [Block],
    lines: &[(usize, Span)],
    mut elements: Vec<Element>,
    interner: &mut Interner<'a>,
) -> (Vec<Token>, Vec<Element>) {
    // English prose has a token every five bytes or so.
    let mut reader = Reader {
        source,
        tokens: Vec::with_capacity(source.len() / 5),
        interner,
        stops: Vec::new(),
        open: Vec::new(),
        marks: 0,
    };
    let mut first = 0;
    for lines in lines.chunk_by(|one, two| one.0 == two.0) {
        let Some(block) = lines.first().and_then(|line| blocks.get_mut(line.0)) else { continue };
        let start = reader.tokens.len();
        if block.kind == Kind::Code {
            reader.code(lines);
        } else {
            let rest = elements.get_mut(first..).unwrap_or(&mut []);
            let skip = rest.iter().take_while(|element| element.outer.start < block.mark.end).count();
            let here = rest.iter().skip(skip).take_while(|element| element.outer.start < block.end).count();
            first += skip + here;
            reader.prose(lines, rest.get_mut(skip..skip + here).unwrap_or(&mut []), block.end);
        }
        block.tokens = start..reader.tokens.len();
    }
    let tokens = reader.tokens;
    place(blocks);
    elements.retain(|element| !element.tokens.is_empty() && element.mark.is_some());
    (tokens, elements)
}

/// Blocks without a line have their tokens, which are none, in order too.
fn place(blocks: &mut [Block]) {
    let mut end = 0;
    for block in blocks {
        if block.tokens.is_empty() {
            block.tokens = end..end;
        }
        end = block.tokens.end;
    }
}

struct Reader<'r, 'a> {
    source: &'a str,
    tokens: Vec<Token>,
    interner: &'r mut Interner<'a>,
    stops: Vec<(Span, Stop)>,
    open: Vec<Mark>,
    marks: u32,
}

impl Reader<'_, '_> {
    /// Reads lines of prose, with the `elements` of their block.
    fn prose(&mut self, lines: &[(usize, Span)], elements: &mut [Element], end: usize) {
        self.stops_of(elements, end);
        let mut stops = std::mem::take(&mut self.stops);
        let mut next = stops.iter().peekable();
        let mut at = 0;
        for (_, line) in lines {
            at = line.start.max(at);
            let mut spaced = true;
            while let Some((span, stop)) = next.next_if(|(span, _)| span.start < line.end) {
                spaced = self.words(at..span.start.max(at), spaced);
                at = span.end.max(at);
                spaced = self.stop(*span, *stop, elements, spaced);
            }
            self.words(at..line.end.max(at), spaced);
            at = line.end.max(at);
        }
        stops.clear();
        self.stops = stops;
        self.open.clear();
        self.marks = 0;
    }

    /// Where reading stops in a block that ends at `end`, in order.
    fn stops_of(&mut self, elements: &[Element], end: usize) {
        let mut inside = 0;
        for (at, element) in elements.iter().enumerate() {
            let (outer, inner) = (element.outer, element.inner);
            // Within a thing nothing is read, and what the block ends within is none of its elements.
            if outer.end > end || outer.start < inside {
                continue;
            }
            if element.mark.is_none() {
                inside = outer.end;
                self.stops.push((outer, Stop::Thing));
                continue;
            }
            self.stops.push((Span::new(outer.start, inner.start), Stop::Open(at)));
            self.stops.push((Span::new(inner.end, outer.end), Stop::Close(at)));
        }
        self.stops.sort_by_key(|(span, _)| (span.start, span.end));
    }

    fn stop(&mut self, span: Span, stop: Stop, elements: &mut [Element], spaced: bool) -> bool {
        let here = self.tokens.len();
        match stop {
            Stop::Thing => {
                self.thing(span, spaced);
                return false;
            }
            Stop::Open(at) => {
                if let Some(element) = elements.get_mut(at) {
                    element.tokens = here..here;
                    self.open.extend(element.mark);
                }
            }
            Stop::Close(at) => {
                self.open.pop();
                if let Some(element) = elements.get_mut(at) {
                    if element.tokens.start == here {
                        // Delimiters around nothing are a thing themselves.
                        self.thing(element.outer, spaced);
                        self.remark();
                        return false;
                    }
                    element.tokens.end = here;
                }
            }
        }
        self.remark();
        spaced
    }

    fn remark(&mut self) {
        self.marks = if self.open.is_empty() { 0 } else { self.interner.marks(self.open.clone()) };
    }

    /// One token, whatever is in it.
    fn thing(&mut self, span: Span, spaced: bool) {
        let text = slice(self.source, span);
        let word = text.contains(char::is_alphanumeric);
        let id = self.interner.id(text);
        let (start, end) = (span.start as u32, span.end as u32);
        self.tokens.push(Token { start, end, id, marks: self.marks, spaced, word });
    }

    fn words(&mut self, range: std::ops::Range<usize>, spaced: bool) -> bool {
        token::read(self.source, range, (spaced, self.marks), self.interner, &mut self.tokens)
    }

    /// Reads lines of code: one token each. How a fence is written is no matter.
    fn code(&mut self, lines: &[(usize, Span)]) {
        let last = lines.len() - 1;
        for (at, (_, span)) in lines.iter().enumerate() {
            let text = slice(self.source, *span);
            let bare = text.trim_start_matches(['`', '~']);
            let fence = at == 0 || (at == last && bare.is_empty());
            let id = if fence {
                self.interner.id_of(Cow::Owned(format!("```{}", bare.trim())))
            } else {
                self.interner.id(text)
            };
            let (start, end) = (span.start as u32, span.end as u32);
            self.tokens.push(Token { start, end, id, marks: 0, spaced: true, word: !fence });
        }
    }
}
