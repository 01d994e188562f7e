//! A sentence as the search for its joints reads it: words, what stands between them, and how deep in brackets.

use std::ops::Range;

use super::clause;
use crate::document::{Prose, Word};
use crate::text::slice;

/// One sentence.
#[derive(Debug)]
pub(super) struct Line<'a> {
    text: &'a str,
    words: &'a [Word],
    span: Range<usize>,
    /// Brackets and quotation marks that are open before each word.
    depths: Vec<usize>,
    /// Whether each word is a finite verb.
    finite: Vec<bool>,
}

/// Most words that are looked at: whoever writes more has to cut the first of them first.
const MOST: usize = 120;

/// How many words of each half the advice shows.
const SHOWN: usize = 4;

impl<'a> Line<'a> {
    /// The sentence at `span` of `text`, of which `words` count: an attribution behind it does not.
    pub fn new(text: &'a str, words: &'a [Word], span: Range<usize>) -> Self {
        let words = words.get(..MOST).unwrap_or(words);
        let mut line =
            Self { text, words, span, depths: Vec::with_capacity(words.len()), finite: Vec::new() };
        let (mut depth, mut straight) = (0_usize, false);
        for at in 0..words.len() {
            for c in line.gap(at).chars() {
                match c {
                    '(' | '[' | '“' | '„' => depth += 1,
                    ')' | ']' | '”' => depth = depth.saturating_sub(1),
                    '"' => {
                        depth = if straight { depth.saturating_sub(1) } else { depth + 1 };
                        straight = !straight;
                    }
                    _ => {}
                }
            }
            line.depths.push(depth);
        }
        line.finite = (0..words.len()).map(|at| clause::is_finite(&line, at)).collect();
        line
    }

    /// Whether word `at` is a finite verb whatever its subject.
    pub fn is_finite(&self, at: usize) -> bool {
        self.finite.get(at).is_some_and(|finite| *finite)
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Word `at`; empty behind the last.
    pub fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| slice(self.text, word.start as usize..word.end as usize))
    }

    /// What stands before word `at`: space, punctuation, brackets. For the first word, from the start of the sentence.
    pub fn gap(&self, at: usize) -> &'a str {
        let before = at.checked_sub(1).and_then(|at| self.words.get(at));
        let start = before.map_or(self.span.start, |word| word.end as usize);
        let end = self.words.get(at).map_or(self.span.end, |word| word.start as usize);
        slice(self.text, start..end)
    }

    /// Whether word `at` is one of `list`, which is lower-case.
    pub fn is(&self, at: usize, list: &[&str]) -> bool {
        let word = self.word(at);
        list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
    }

    /// Whether a comma stands before word `at`.
    pub fn comma(&self, at: usize) -> bool {
        at > 0 && self.gap(at).trim_start_matches(['”', '"', ')', ']']).starts_with(',')
    }

    /// Whether a dash that stands for a pause stands before word `at`.
    pub fn dash(&self, at: usize) -> bool {
        let gap = self.gap(at);
        at > 0 && (gap.contains(['—', '–']) || gap.contains(" - ") || gap.contains("--"))
    }

    /// Whether word `at` stands as deep in brackets and quotation marks as the first: only there a sentence can end.
    pub fn is_level(&self, at: usize) -> bool {
        self.depths.get(at) == self.depths.first()
    }

    /// Whether the sentence asks.
    pub fn asks(&self) -> bool {
        self.gap(self.len()).starts_with('?') && self.is_level(self.len().saturating_sub(1))
    }

    /// The last words before word `at`, to be shown.
    pub fn tail(&self, at: usize) -> String {
        let from = at.saturating_sub(SHOWN);
        let mark = if from > 0 { "…" } else { "" };
        let gap = self.gap(at);
        let closers = gap.len() - gap.trim_start_matches([')', ']', '”', '"']).len();
        format!("{mark}{}{}", self.shown(from..at), slice(gap, 0..closers).replace(['"', '”'], "'"))
    }

    /// The first words from word `at` on, at most up to `end`, to be shown.
    pub fn head(&self, at: usize, end: usize) -> String {
        let to = (at + SHOWN).min(end);
        let mark = if to < end { " …" } else { "" };
        format!("{}{mark}", self.shown(at..to))
    }

    fn shown(&self, words: Range<usize>) -> String {
        let start = self.words.get(words.start).map_or(0, |word| word.start as usize);
        let end =
            words.end.checked_sub(1).and_then(|at| self.words.get(at)).map_or(0, |word| word.end as usize);
        let text = slice(self.text, start..end.max(start));
        text.replace(['"', '“', '”'], "'").replace(Prose::OBJECT, "…")
    }
}
