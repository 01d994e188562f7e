//! Whether a document is English; others are not judged.

use crate::document::Document;

/// The commonest English function words; together about a quarter of running English.
const COMMON: &[&str] = &[
    "the", "of", "and", "to", "a", "in", "is", "that", "for", "it", "with", "on", "you", "be", "are", "as",
    "we", "your", "this", "by", "or", "an", "will", "from", "can", "at", "not", "have", "what", "how", "i",
];
/// Fewer words say nothing of the language.
const ENOUGH: usize = 40;
/// Words that are looked at.
const SAMPLE: usize = 600;

/// Whether `document` is long enough to tell and has hardly any English function words: fewer than one in twelve.
pub(super) fn is_foreign(document: &Document) -> bool {
    let words = document.blocks.iter().flat_map(|block| block.words.iter().map(move |word| block.word(word)));
    let (mut seen, mut common) = (0, 0);
    for word in words.take(SAMPLE) {
        seen += 1;
        common += usize::from(COMMON.iter().any(|known| word.eq_ignore_ascii_case(known)));
    }
    seen >= ENOUGH && common * 12 < seen
}
