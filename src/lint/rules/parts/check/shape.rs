//! How many lines and sentences.

use crate::document::Role;
use crate::lint::Finding;
use crate::text::Span;

use super::super::Written;

/// A headline of two lines is two headlines.
pub(super) fn one_line(part: &Written<'_>) -> Option<Finding> {
    let mut lines = part.blocks.iter().filter(|block| block.role == Role::Headline);
    let more = lines.nth(1)?;
    Some(part.fault(more.span, "more than one line", "keep the line that names the product and one benefit"))
}

pub(super) fn one_sentence(part: &Written<'_>) -> Option<Finding> {
    let count = part.sentences().count();
    let second = part.sentences().nth(1)?;
    let place = super::super::written::place_of(second.0, second.1);
    Some(part.fault(
        place,
        format!("{count} sentences, not one"),
        "say who it is for and what they get, in one sentence",
    ))
}

pub(super) fn two_to_four_sentences(part: &Written<'_>) -> Option<Finding> {
    let count = part.sentences().count();
    match count {
        1 => part.lacks(
            "one sentence, not two to four",
            "say what it is, for whom, and what it changes: two to four sentences",
        ),
        0 | 2..=4 => None,
        _ => {
            let (block, sentence) = part.sentences().nth(4)?;
            let start = super::super::written::place_of(block, sentence).start;
            let place = Span::new(start, block.span.end.max(start));
            let advice =
                "say what it is, for whom, and what it changes; the rest belongs to problem and solution";
            Some(part.fault(place, format!("{count} sentences, not two to four"), advice))
        }
    }
}
