//! The sentences that make a text hard to read: what each adds to the grade.

use super::readability::{Counts, count_one_remembered};
use super::syllables::Counter;
use crate::document::Document;
use crate::text::Span;

/// A sentence and what it costs.
#[derive(Debug, Clone, PartialEq)]
pub struct Dear {
    /// Its bytes in the source.
    pub span: Span,
    /// The document's grade minus the grade without it, in years of school.
    pub adds: f64,
    /// Its words.
    pub words: usize,
    /// As a reader sees it.
    pub text: String,
}

/// The sentences of `document` that add most to its grade, which is that of `all`: the dearest first, at most `most`.
pub fn dearest(document: &Document, all: Counts, most: usize) -> Vec<Dear> {
    let mut counter = Counter::new();
    let mut found = Vec::new();
    for block in document.blocks.iter().filter(|block| block.is_judged()) {
        for sentence in &block.sentences {
            let counts = count_one_remembered(block, sentence, &mut counter);
            let Some(adds) = all.added_by(counts).filter(|adds| *adds > 0.0) else { continue };
            found.push((adds, counts.words, block, sentence));
        }
    }
    found.sort_by(|one, other| other.0.total_cmp(&one.0));
    found.truncate(most);
    let dear = found.into_iter().map(|(adds, words, block, sentence)| Dear {
        span: block.source_span(sentence.start as usize, sentence.end as usize),
        adds,
        words,
        text: block.text_of(sentence).to_owned(),
    });
    dear.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::readability::count_all;
    use crate::text::slice;

    #[test]
    fn the_dearest_stands_first_and_what_helps_is_left_out() {
        let source = "# A box\n\nYou open it. The interoperability of communication infrastructure is considerable \
            nowadays. It costs a little more than you thought it would.\n";
        let document = Document::parse(source, &[]);
        let found = dearest(&document, count_all(&document.blocks), 5);
        let texts: Vec<&str> = found.iter().map(|dear| slice(source, dear.span)).collect();
        assert_eq!(texts, ["The interoperability of communication infrastructure is considerable nowadays."]);
        assert!(found[0].adds > 1.0 && found[0].words == 8, "{found:?}");
        assert!(dearest(&document, count_all(&document.blocks), 0).is_empty());
    }
}
