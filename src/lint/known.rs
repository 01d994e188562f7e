//! Findings that were there before, by fingerprint: what a baseline holds, and what the text of an earlier revision
//! had.

use std::collections::{BTreeSet, HashMap};

use super::{Diagnostic, Fingerprint};
use crate::document::{Block, Document};
use crate::text::{Span, slice};

/// Which blocks of a text are not in an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched(Vec<bool>);

impl Touched {
    /// The blocks of `new`, parsed from `source`, whose words are not a block of `old`. A block that was only moved or
    /// wrapped anew is not touched; one that stands there twice has to have stood there twice.
    pub fn of(old: &Document, old_source: &str, new: &Document, source: &str) -> Self {
        let mut left: HashMap<String, usize> = HashMap::new();
        for block in &old.blocks {
            *left.entry(words(block, old_source)).or_default() += 1;
        }
        let is_new = |block: &Block| match left.get_mut(&words(block, source)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        Self(new.blocks.iter().map(is_new).collect())
    }

    /// Whether `finding` is about words in a touched block of `document`.
    fn meets(&self, finding: &Diagnostic, document: &Document) -> bool {
        let mut places =
            std::iter::once(finding.span).chain(finding.related.iter().map(|related| related.span));
        places.any(|span| !span.is_empty() && self.holds(span, document))
    }

    fn holds(&self, span: Span, document: &Document) -> bool {
        let first = document.block_at(span.start).unwrap_or(0);
        let blocks = document.blocks.iter().enumerate().skip(first);
        let mut met = blocks.take_while(|(_, block)| block.span.start < span.end);
        met.any(|(at, block)| block.span.end > span.start && self.0.get(at).is_some_and(|touched| *touched))
    }
}

fn words(block: &Block, source: &str) -> String {
    slice(source, block.span).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which of `findings`, whose fingerprints are `prints`, an earlier text had: those that meet no touched block of
/// `document` and whose fingerprint is among those of `before`.
pub fn are_old(
    findings: &[Diagnostic],
    prints: &[Fingerprint],
    document: &Document,
    touched: &Touched,
    before: &BTreeSet<Fingerprint>,
) -> Vec<bool> {
    let is_old = |(finding, print)| before.contains(print) && !touched.meets(finding, document);
    findings.iter().zip(prints).map(is_old).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::phrases::Matcher;
    use crate::lint::{Input, Linter, Settings};

    /// The words found in `new` that are reported after `old`, and how many are old.
    fn after(old: &str, new: &str) -> (Vec<String>, usize) {
        let lint = |source: &str| {
            let document = Document::parse(source, &[]);
            let mut linter = Linter::new(Settings::default(), Matcher::builtin());
            let found = linter.lint(Input { source, document: &document, specs: &[], judged: false });
            (document, found)
        };
        let ((before, had), (document, found)) = (lint(old), lint(new));
        let touched = Touched::of(&before, old, &document, new);
        let had = Fingerprint::all(&had, old, &before).into_iter().collect();
        let prints = Fingerprint::all(&found, new, &document);
        let old = are_old(&found, &prints, &document, &touched, &had);
        let fresh = found.iter().zip(&old).filter(|(_, old)| !**old);
        let words = fresh.map(|(one, _)| slice(new, one.span).to_owned()).collect();
        (words, old.iter().filter(|old| **old).count())
    }

    const OLD: &str = "We leverage the cloud.\n\nThey utilize a lamp and a very good chair.\n";

    #[test]
    fn a_paragraph_that_only_moved_or_was_wrapped_is_held_back() {
        let (found, held) =
            after(OLD, "They utilize a lamp\nand a very good chair.\n\nWe leverage the cloud.\n");
        assert_eq!(found, Vec::<String>::new());
        assert!(held >= 2, "{held}");
    }

    #[test]
    fn everything_in_a_changed_paragraph_is_reported_old_or_new() {
        let (found, held) = after(OLD, &OLD.replace("the cloud", "the sky"));
        assert_eq!(found, ["leverage"]);
        assert!(held > 0);
    }

    #[test]
    fn a_paragraph_said_once_more_is_new_once() {
        let (found, _) = after(OLD, &format!("{OLD}\nWe leverage the cloud.\n"));
        assert_eq!(found, ["leverage"]);
    }

    #[test]
    fn nothing_before_holds_nothing_back() {
        let (found, held) = after("", OLD);
        assert!(found.contains(&"leverage".to_owned()));
        assert_eq!(held, 0);
    }
}
