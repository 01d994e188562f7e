//! One round: edits of findings made together, those that stand too close to another left for the next.

use super::Words;
use crate::lint::Diagnostic;
use crate::text::{Change, Edit, Positions, Span, slice};

/// A text after one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// The text now.
    pub text: String,
    /// What was done, by place.
    pub taken: Vec<Taken>,
}

/// One fix that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The rule that struck.
    pub rule: &'static str,
    /// The words it struck.
    pub struck: String,
    /// The bytes that were replaced, in the text before the round.
    pub span: Span,
    /// What stands there now.
    pub after: String,
    /// The line they begin in, from 1, in the text before the round.
    pub line: usize,
    /// The whole words that went.
    pub gone: String,
    /// The whole words that came.
    pub put: String,
}

/// Makes the edits of `chosen`, findings in `source`. Of two with less than [`CLEAR`] words between them, and of two that
/// overlap, the first is made; one that would change nothing is none.
pub fn round<'a>(source: &str, chosen: impl IntoIterator<Item = &'a Diagnostic>) -> Round {
    let mut edits: Vec<(&Diagnostic, Span, &str)> = chosen
        .into_iter()
        .filter_map(|found| {
            found.fix.as_ref()?.edit.as_deref().map(|(span, text)| (found, *span, text.as_str()))
        })
        .filter(|(_, span, text)| slice(source, *span) != *text)
        .collect();
    edits.sort_by_key(|(_, span, _)| (span.start, span.end));
    let mut end = None;
    edits.retain(|(_, span, _)| {
        let clear = end.is_none_or(|end| stands_clear(source, end, span.start));
        end = if clear { Some(span.end) } else { end };
        clear
    });
    let positions = Positions::new(source);
    let taken = edits.iter().map(|(found, span, text)| {
        let words = Words::of(source, *span, text);
        Taken {
            rule: found.rule,
            struck: slice(source, found.span).to_owned(),
            span: *span,
            after: (*text).to_owned(),
            line: positions.of(words.span.start).line,
            gone: words.gone(source).to_owned(),
            put: words.put,
        }
    });
    let taken = taken.collect();
    let change = Change::new(edits.iter().map(|(_, span, text)| Edit::replace(*span, *text)).collect());
    Round { text: change.applied(source), taken }
}

/// How many words have to stand between two edits of one round, so that no repair reads what another writes.
const CLEAR: usize = 3;

fn stands_clear(source: &str, end: usize, start: usize) -> bool {
    let between = slice(source, end..start.max(end));
    start >= end
        && between
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphanumeric))
            .nth(CLEAR - 1)
            .is_some()
}
