//! A change within a block as edits of the text before: words with their delimiters, and the space around them.

use std::ops::Range;

use super::inline::{Element, Mark};
use super::{Kind, Op, Redline, Row, Text};
use crate::text::{Span, slice};

impl<'a> Text<'a> {
    /// The elements with a token in `tokens`, the tokens of one block.
    pub(super) fn elements_in(&self, tokens: &Range<usize>) -> &[Element] {
        let start = self.elements.partition_point(|element| element.tokens.start < tokens.start);
        let end = self.elements.partition_point(|element| element.tokens.start < tokens.end);
        self.elements.get(start..end.max(start)).unwrap_or(&[])
    }

    /// The bytes of the tokens in `range`, with the delimiters of what is in it as a whole; of none, where they would stand:
    /// behind the word before, or at the start of the block that begins there.
    pub fn span_of_tokens(&self, range: &Range<usize>) -> Span {
        let here = |at: usize| self.tokens.get(at);
        if range.is_empty() {
            let begins = self.blocks.binary_search_by_key(&range.start, |block| block.tokens.start).is_ok();
            let start = here(range.start).filter(|_| begins).map(|_| self.outer(range.start).start);
            let end = || range.start.checked_sub(1).map(|last| self.outer(last).end);
            return Span::at(start.or_else(end).unwrap_or(0));
        }
        let first = here(range.start).map_or(0, |token| token.start as usize);
        let last = here(range.end - 1).map_or(first, |token| token.end as usize);
        let opening = self.opening(range.start).find(|element| element.tokens.end <= range.end);
        let mut closing = self.ending(range.end).filter(|element| element.tokens.start >= range.start);
        let start = opening.map_or(first, |element| element.outer.start.min(first));
        Span::new(start, closing.by_ref().map(|element| element.outer.end).max().unwrap_or(last).max(last))
    }

    /// Token `at` as it is written, with the delimiters that stand at it: `**so`, `form](https://a.b)`.
    pub fn written(&self, at: usize) -> &'a str {
        slice(self.source, self.outer(at))
    }

    /// Token `at` with all delimiters that stand at it.
    pub fn outer(&self, at: usize) -> Span {
        let (start, end) =
            self.tokens.get(at).map_or((0, 0), |token| (token.start as usize, token.end as usize));
        let first = self.opening(at).next().map_or(start, |element| element.outer.start);
        Span::new(
            first.min(start),
            self.ending(at + 1).map(|element| element.outer.end).max().unwrap_or(end).max(end),
        )
    }

    /// The elements that begin with token `at`, outer ones first.
    fn opening(&self, at: usize) -> impl Iterator<Item = &Element> {
        let first = self.elements.partition_point(|element| element.tokens.start < at);
        self.elements.iter().skip(first).take_while(move |element| element.tokens.start == at)
    }

    /// The elements that end before token `at`.
    fn ending(&self, at: usize) -> impl Iterator<Item = &Element> {
        let end_of = |index: &u32| self.elements.get(*index as usize).map_or(0, |element| element.tokens.end);
        let first = self.closing.partition_point(|index| end_of(index) < at);
        let from = self.closing.iter().skip(first).filter_map(|index| self.elements.get(*index as usize));
        from.take_while(move |element| element.tokens.end == at)
    }

    /// The space before token `at`, which is not the first of its block.
    fn gap(&self, at: usize) -> Span {
        let start = at.checked_sub(1).map_or(0, |before| self.outer(before).end);
        Span::new(start, self.outer(at).start.max(start))
    }

    fn spaced(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.spaced)
    }
}

/// A row in which something is taken.
pub(super) struct Splice<'r, 'a> {
    old: &'r Text<'a>,
    new: &'r Text<'a>,
    ops: &'r [Op],
    blocks: (usize, usize),
}

impl<'r, 'a> Splice<'r, 'a> {
    pub(super) fn new(redline: &'r Redline<'a>, row: &'r Row) -> Option<Self> {
        let blocks = (row.block_before()?, row.block_after()?);
        Some(Self { old: &redline.old, new: &redline.new, ops: row.ops(), blocks })
    }

    /// What taking op `at` does to the text before.
    pub(super) fn edits(&self, at: usize) -> Vec<(Span, String)> {
        let Some(op) = self.ops.get(at) else { return Vec::new() };
        if self.ops.len() == 1 {
            return vec![self.block()];
        }
        match (op.old.is_empty(), op.new.is_empty()) {
            (false, false) => self.replace(op, at),
            (true, _) => self.insert(op, at),
            (false, true) => self.delete(op, at),
        }
    }

    /// All of a block: what is layout goes with it where it tells what the block is.
    fn block(&self) -> (Span, String) {
        let (Some(one), Some(two)) = (self.old.blocks.get(self.blocks.0), self.new.blocks.get(self.blocks.1))
        else {
            return (Span::default(), String::new());
        };
        // The mark of an empty heading has no space behind it: no text can stand there.
        let mark = slice(self.old.source, one.mark);
        let open = mark.is_empty() || mark.ends_with(char::is_whitespace);
        let same = (one.kind.as_read(), one.quoted) == (two.kind.as_read(), two.quoted)
            && one.kind != Kind::Code
            && open;
        let from = |mark: Span| if same { mark.end } else { mark.start };
        let text = slice(self.new.source, from(two.mark)..two.end);
        (Span::new(from(one.mark), one.end), text.to_owned())
    }

    /// The space before a token of the text after; one where it begins its block.
    fn space(&self, at: usize) -> &str {
        let block = self.new.tokens_of(self.blocks.1);
        if block.start < at && at < block.end { slice(self.new.source, self.new.gap(at)) } else { " " }
    }

    /// Whether the words behind op `at` are on both sides.
    fn same_behind(&self, at: usize) -> bool {
        self.ops.get(at + 1).is_some_and(Op::is_same)
    }

    /// Makes the space before `token` as it is before `wanted` in the text after.
    fn respace(&self, token: usize, wanted: usize, out: &mut Vec<(Span, String)>) {
        if self.old.spaced(token) != self.new.spaced(wanted) {
            out.push((self.old.gap(token), self.space(wanted).to_owned()));
        }
    }

    fn replace(&self, op: &Op, at: usize) -> Vec<(Span, String)> {
        let (one, two) = (self.old.tokens_of(self.blocks.0), self.new.tokens_of(self.blocks.1));
        let mut out = Vec::new();
        if op.old.start > one.start && op.new.start > two.start {
            self.respace(op.old.start, op.new.start, &mut out);
        }
        let text = slice(self.new.source, self.new.span_of_tokens(&op.new));
        out.push((self.old.span_of_tokens(&op.old), text.to_owned()));
        if self.same_behind(at) {
            self.respace(op.old.end, op.new.end, &mut out);
        }
        out
    }

    fn insert(&self, op: &Op, at: usize) -> Vec<(Span, String)> {
        let (block, here) = (self.old.tokens_of(self.blocks.0), op.old.start);
        let text = slice(self.new.source, self.new.span_of_tokens(&op.new));
        let marks = |range: &Range<usize>| -> Vec<Option<Mark>> {
            let holds = |one: &Range<usize>| {
                one.start <= range.start && range.end <= one.end && one.len() > range.len()
            };
            let elements = self.new.elements_in(&self.new.tokens_of(self.blocks.1));
            elements.iter().filter(|element| holds(&element.tokens)).map(|element| element.mark).collect()
        };
        let wanted = marks(&op.new);
        if here > block.start
            && let Some(place) = self.behind(here - 1, &wanted)
        {
            let mut out = vec![(Span::at(place), format!("{}{text}", self.space(op.new.start)))];
            if self.same_behind(at) {
                self.respace(here, op.new.end, &mut out);
            }
            return out;
        }
        let place = self.before(here, &wanted);
        vec![(Span::at(place), format!("{text}{}", self.space(op.new.end)))]
    }

    /// Where behind token `at` a word has the marks `wanted`.
    fn behind(&self, at: usize, wanted: &[Option<Mark>]) -> Option<usize> {
        let block = self.old.tokens_of(self.blocks.0);
        let around: Vec<&Element> =
            self.old.elements_in(&block).iter().filter(|element| element.tokens.contains(&at)).collect();
        let open = around.iter().filter(|element| element.tokens.end > at + 1).count();
        let marks: Vec<Option<Mark>> = around.iter().map(|element| element.mark).collect();
        if wanted.len() < open || marks.get(..wanted.len()) != Some(wanted) {
            return None;
        }
        // Behind the delimiter of the first element that it does not stand in.
        let left = around.get(wanted.len()).map(|element| element.outer.end);
        let end = self.old.tokens.get(at).map(|token| token.end as usize);
        left.or(end)
    }

    /// Where before token `at` a word has the marks `wanted`.
    fn before(&self, at: usize, wanted: &[Option<Mark>]) -> usize {
        let block = self.old.tokens_of(self.blocks.0);
        if block.is_empty() {
            return self.old.blocks.get(self.blocks.0).map_or(0, |block| block.mark.end);
        }
        let around = self.old.elements_in(&block).iter().filter(|element| element.tokens.contains(&at));
        let entered = around.skip(wanted.len()).find(|element| element.tokens.start == at);
        let start = self.old.tokens.get(at).map_or(0, |token| token.start as usize);
        entered.map_or(start, |element| element.outer.start)
    }

    fn delete(&self, op: &Op, at: usize) -> Vec<(Span, String)> {
        let (block, two) = (self.old.tokens_of(self.blocks.0), self.new.tokens_of(self.blocks.1));
        let words = self.old.span_of_tokens(&op.old);
        let (leads, trails) = (op.old.start > block.start, op.old.end < block.end);
        let (first, last) = (self.old.outer(op.old.start), self.old.outer(op.old.end - 1));
        if leads && first.start == words.start {
            let mut out = vec![(Span::new(self.old.gap(op.old.start).start, words.end), String::new())];
            if trails && self.same_behind(at) && op.new.start > two.start {
                self.respace(op.old.end, op.new.start, &mut out);
            }
            return out;
        }
        let end = if trails && last.end == words.end { self.old.gap(op.old.end).end } else { words.end };
        vec![(Span::new(words.start, end), String::new())]
    }
}
