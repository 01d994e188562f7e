//! Where in a text a block stands, in words: under which headings, the how manieth paragraph there.

use super::parts::{Parts, Spot};
use super::told::beginning;
use crate::document::Document;
use crate::redline::{Kind, Text};
use crate::text::{printable, slice};

/// Where the blocks of a text stand.
#[derive(Debug)]
pub(super) struct Places<'t, 'a> {
    text: &'t Text<'a>,
    /// For each block, the how manieth of its kind it is since the last heading, from 1.
    numbers: Vec<usize>,
    /// The parts they stand in, where the text is a PR/FAQ.
    parts: Option<Parts>,
    /// What a question of this text is called beside one of the other: `old `, or nothing.
    when: &'static str,
}

impl<'t, 'a> Places<'t, 'a> {
    pub fn of(text: &'t Text<'a>, document: Option<&Document>, when: &'static str) -> Self {
        let mut counts = [0; 6];
        let number = |block: &crate::redline::Block| {
            let count = match block.kind {
                Kind::Heading(_) => {
                    counts = [0; 6];
                    return 0;
                }
                Kind::Paragraph => counts.first_mut(),
                Kind::Bullet | Kind::Number => counts.get_mut(1),
                Kind::Line => counts.get_mut(2),
                Kind::Row => counts.get_mut(3),
                Kind::Code => counts.get_mut(4),
                Kind::Field => counts.get_mut(5),
            };
            count.map_or(0, |count| {
                *count += 1;
                *count
            })
        };
        let parts = document.map(|document| Parts::of(text, document));
        Self { text, numbers: text.blocks.iter().map(number).collect(), parts, when }
    }

    /// `problem, paragraph 2`, where the part is known; else `Price, paragraph 2`, and of a heading, the one that it
    /// stands under, then `heading`.
    pub fn place(&self, at: usize) -> String {
        let part = self.parts.as_ref();
        if let Some(place) = part.and_then(|parts| parts.place(self.text, at, self.when)) {
            return place;
        }
        let noun = self.noun(at);
        let own = match self.numbers.get(at) {
            Some(0) | None => noun.to_owned(),
            Some(number) => format!("{noun} {number}"),
        };
        let mut above = self.headings(at);
        // That a heading stands under the title says nothing.
        if matches!(self.text.blocks.get(at).map(|block| block.kind), Some(Kind::Heading(_)))
            && above.len() == 1
        {
            above.clear();
        }
        match above.pop() {
            Some(heading) => format!("{}, {own}", heading.trim_end_matches('.')),
            None => own,
        }
    }

    /// What block `at` is called.
    pub fn noun(&self, at: usize) -> &'static str {
        if self.spot(at).is_some_and(Spot::asks) {
            return "question";
        }
        noun(self.text.blocks.get(at).map(|block| block.kind))
    }

    /// Where block `at` stands among the parts of a PR/FAQ; nothing in other texts.
    pub fn spot(&self, at: usize) -> Option<&Spot> {
        self.parts.as_ref()?.spot(at)
    }

    /// The headings that block `at` stands under, the outermost first.
    pub fn headings(&self, at: usize) -> Vec<String> {
        let mut path = Vec::new();
        let block = self.text.blocks.get(at);
        let own = block.map(|block| block.kind);
        let mut level = if let Some(Kind::Heading(level)) = own { level } else { u8::MAX };
        let mut above = block.and_then(|block| block.heading);
        while let Some((at, block)) = above.and_then(|at| Some((at, self.text.blocks.get(at)?))) {
            if let Kind::Heading(own) = block.kind
                && own < level
            {
                level = own;
                path.push(self.words(at));
            }
            above = block.heading;
        }
        path.reverse();
        path
    }

    /// The words of block `at` on one line, without its mark.
    pub fn words(&self, at: usize) -> String {
        let Some(block) = self.text.blocks.get(at) else { return String::new() };
        let span = self.text.span_of(at);
        let words = one_line(slice(self.text.source, block.mark.end.min(span.end)..span.end));
        let is_heading = matches!(block.kind, Kind::Heading(_));
        let open = Some(words.trim_end_matches('#')).filter(|open| is_heading && open.ends_with(' '));
        open.map_or_else(|| words.clone(), |open| open.trim_end().to_owned())
    }

    /// Behind which of its kind block `at` stands, under the same heading: `after "Price"`, else `at the beginning of
    /// "Questions"`, `at the beginning`.
    pub fn behind(&self, at: usize) -> String {
        let (noun, parent) = (self.noun(at), self.parent(at));
        let is_sibling = |other: &usize| {
            let is_its_parent = parent == Some(*other);
            !is_its_parent && self.noun(*other) == noun && self.parent(*other) == parent
        };
        if let Some(other) = (0..at).rev().find(is_sibling) {
            return format!("after \"{}\"", beginning(&self.words(other)));
        }
        match parent {
            Some(parent) => format!("at the beginning of \"{}\"", beginning(&self.words(parent))),
            None => "at the beginning".to_owned(),
        }
    }

    /// The heading that block `at` stands under; of a heading, that of a level above it.
    fn parent(&self, at: usize) -> Option<usize> {
        let level = |at: usize| match self.text.blocks.get(at).map(|block| block.kind) {
            Some(Kind::Heading(level)) => Some(level),
            _ => None,
        };
        let own = level(at).unwrap_or(u8::MAX);
        let mut above = self.text.blocks.get(at)?.heading;
        while let Some(heading) = above.filter(|heading| level(*heading).is_some_and(|level| level >= own)) {
            above = self.text.blocks.get(heading)?.heading;
        }
        above
    }

    /// The last words before byte `at` of the block that it stands in; nothing at its beginning.
    pub fn before(&self, at: usize) -> String {
        /// So many are enough to find the place.
        const WORDS: usize = 3;
        let block = self.text.blocks.partition_point(|block| block.mark.start <= at).saturating_sub(1);
        let tokens = self.text.tokens_of(block);
        let end = self.text.tokens.partition_point(|token| (token.end as usize) <= at).min(tokens.end);
        let words = self.text.tokens.get(tokens.start..end).unwrap_or(&[]);
        let mut spaced = words.iter().enumerate().rev().filter(|(_, token)| token.spaced);
        let first = spaced.nth(WORDS - 1).map_or(0, |(first, _)| first);
        match (words.get(first), words.last()) {
            (Some(first), Some(last)) => {
                one_line(slice(self.text.source, first.start as usize..last.end as usize))
            }
            _ => String::new(),
        }
    }
}

/// What a block of `kind` is called.
pub(super) fn noun(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Heading(_)) => "heading",
        Some(Kind::Bullet | Kind::Number) => "item",
        Some(Kind::Line) => "line",
        Some(Kind::Row) => "table row",
        Some(Kind::Code) => "code block",
        Some(Kind::Field) => "front matter line",
        Some(Kind::Paragraph) | None => "paragraph",
    }
}

/// `text` on one line, safe to show.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    printable(&words.join(" ")).into_owned()
}
