//! What an edit does to the visible text of a block: strokes of the pen, in order, and whether English is surely left.

use super::article;
use super::words::{first_word, last_word, same};
use crate::text::{Span, slice};

/// One stroke: visible bytes go, words come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stroke {
    pub span: Span,
    pub text: String,
}

impl Stroke {
    pub fn new(span: impl Into<Span>, text: impl Into<String>) -> Self {
        Self { span: span.into(), text: text.into() }
    }

    pub fn delete(start: usize, end: usize) -> Self {
        Self::new(start..end, "")
    }
}

/// Strokes in order, apart, and whether the sentence surely reads as English after them.
#[derive(Debug)]
pub(super) struct Plan {
    pub strokes: Vec<Stroke>,
    pub sure: bool,
}

impl Plan {
    pub fn new(strokes: Vec<Stroke>, sure: bool) -> Self {
        Self { strokes, sure }
    }

    /// Takes out `start..end` and nothing else.
    pub fn delete(start: usize, end: usize, sure: bool) -> Self {
        Self::new(vec![Stroke::delete(start, end)], sure)
    }

    /// What stands from the first stroke on after all are made, as far as repairs have to look.
    fn after(&self, text: &str) -> String {
        const REACH: usize = 64;
        let (mut out, mut at) = (String::new(), self.start().unwrap_or(text.len()));
        for stroke in &self.strokes {
            out.push_str(slice(text, at..stroke.span.start));
            out.push_str(&stroke.text);
            at = stroke.span.end;
        }
        out.extend(slice(text, at..text.len()).chars().take(REACH));
        out
    }

    fn start(&self) -> Option<usize> {
        self.strokes.first().map(|stroke| stroke.span.start)
    }

    /// Mends the article before the first stroke where it no longer fits: "an extremely large" without "extremely".
    pub fn with_article(mut self, text: &str) -> Self {
        let Some(start) = self.start() else { return self };
        let before = slice(text, 0..start);
        let head = before.trim_end();
        let Some(written) = article::at_end(head).filter(|_| before.len() > head.len()) else { return self };
        let after = self.after(text);
        let next = after.trim_start_matches([' ', '(', '"', '“', '‘']);
        let Some(fitting) = article::fitting(written, next) else {
            self.sure = false;
            return self;
        };
        // The next word may be cut as well, and then the article has to fit the one behind it.
        let word = first_word(next);
        self.sure &= !word.ends_with("ly") && !same(word, "very");
        if fitting != written {
            self.strokes.insert(0, Stroke::new(head.len() - written.len()..head.len(), fitting));
        }
        self
    }

    /// Nothing, where the same word would stand twice in a row after the strokes: "to in order to", "the very the".
    pub fn without_doubles(self, text: &str) -> Option<Self> {
        let start = self.start()?;
        let after = self.after(text);
        let (before, rest) = (slice(text, 0..start), after.as_str());
        let seam = before.ends_with(' ') || rest.starts_with(' ');
        let (last, next) = (last_word(before.trim_end()), first_word(rest.trim_start()));
        let inserted = self.strokes.first().map_or("", |stroke| stroke.text.as_str());
        let twice = seam && !last.is_empty() && same(last, next);
        let tail = slice(&after, inserted.len()..after.len());
        let again = !inserted.trim().is_empty()
            && tail.starts_with(' ')
            && same(last_word(inserted.trim_end()), first_word(tail.trim_start()));
        (!twice && !again).then_some(self)
    }
}
