//! What holds for every text: spans are exact, ordered and apart; what is no prose is in no sentence.

use proptest::prelude::*;

use crate::document::{Block, Document, Prose};
use crate::text::slice;

/// Pieces of documents that meet each other in every order.
const PIECES: &[&str] = &[
    "# ",
    "## Problem\n\n",
    "# Press release\n\n",
    "# FAQ\n\n",
    "**Q: Why?**\n",
    "**Why?** ",
    "A: ",
    "We *leave* **it**. ",
    "Dr. Ek left. ",
    "\n\n",
    "\n",
    "\r\n",
    "- ",
    "  ",
    "> ",
    "1. ",
    "\t•\tone ",
    "`SECRET` ",
    "```\nSECRET\n```\n",
    "![SECRET](SECRET.png) ",
    "[link](https://SECRET.example/SECRET) ",
    "<https://SECRET.example> ",
    "https://SECRET.example/a?b=c, ",
    "ann@SECRET.example ",
    "<!-- SECRET -->\n",
    "a <!-- SECRET --> b ",
    "<b title=\"SECRET\">it</b> ",
    "[1]: https://SECRET.example\n\n",
    "[^1] ",
    "{{x}} ",
    "&amp; &eacute; ",
    "\\* ",
    "LEEDS, 5 May 2027 — ",
    "“It works,” said Bo.\n",
    "— Ann Lee, CEO\n",
    "é 👨‍👩‍👧 e\u{301} ",
    "| a | b |\n|---|---|\n| c | d |\n",
    "---\n",
    "product: SECRET\n",
    "\u{feff}",
    "$5.50 ",
];

fn documents() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,4}",
    ];
    prop::collection::vec(piece, 0..28).prop_map(|pieces| pieces.concat())
}

/// Every literal run stands byte for byte where the model says, and the runs tile the visible text.
fn assert_runs(source: &str, block: &Block) {
    let prose = &block.prose;
    let mut at = 0;
    for (index, run) in prose.segments.iter().enumerate() {
        assert_eq!(run.visible as usize, at, "runs tile the text of {source:?}");
        at = prose.segments.get(index + 1).map_or(prose.text.len(), |next| next.visible as usize);
        let from = run.source as usize;
        let written = source.get(from..from + run.source_len as usize).expect("character boundaries");
        if run.literal {
            assert_eq!(written, slice(&prose.text, run.visible as usize..at), "in {source:?}");
        }
    }
    assert_eq!(at, prose.text.len());
}

/// Sentences and words are ordered, apart, within each other, and their source places follow in the same order.
fn assert_order(source: &str, block: &Block) {
    let mut done = block.lead;
    for sentence in &block.sentences {
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        assert!(done <= start && start < end && end <= block.prose.text.len(), "{source:?}");
        let place = block.source_span(start, end);
        assert!(source.get(place.range()).is_some() && block.span.covers(place), "{source:?}");
        let mut before = start;
        for word in block.words_of(sentence) {
            let (from, to) = (word.start as usize, word.end as usize);
            assert!(before <= from && from < to && to <= end, "{source:?}");
            assert!(block.prose.text.is_char_boundary(from) && block.prose.text.is_char_boundary(to));
            assert!(place.covers(block.source_span(from, to)), "{source:?}");
            before = to;
        }
        done = end;
    }
    let counted: usize = block.sentences.iter().map(|sentence| block.words_of(sentence).len()).sum();
    assert_eq!(counted, block.words.len(), "every word is in one sentence of {source:?}");
}

fn assert_sound(source: &str) {
    let document = Document::parse(source, &[]);
    let mut end = document.front_matter.span.end;
    for block in &document.blocks {
        assert!(source.get(block.span.range()).is_some(), "{source:?}");
        assert!(end <= block.span.start, "blocks are apart in {source:?}");
        end = block.span.end;
        assert!(document.part_of(block).is_some());
        assert_runs(source, block);
        assert_order(source, block);
    }
    let mut asked = 0;
    for entry in &document.entries {
        assert!(asked <= entry.question && entry.question < entry.answer.start, "{source:?}");
        assert!(entry.answer.end <= document.blocks.len());
        asked = entry.answer.end;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn spans_are_exact_ordered_and_apart(source in documents()) {
        assert_sound(&source);
    }

    #[test]
    fn any_bytes_make_a_document(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        assert_sound(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_text_makes_a_document(source in "[ -~\n\r\té—“”\u{feff}]{0,200}") {
        assert_sound(&source);
    }

    #[test]
    fn what_is_no_prose_is_in_no_sentence(source in whole_pieces()) {
        let document = Document::parse(&source, &[]);
        for block in &document.blocks {
            for sentence in &block.sentences {
                let text = block.text_of(sentence);
                prop_assert!(!text.contains("SECRET"), "{text:?} of {source:?}");
            }
        }
    }
}

/// Documents of pieces that hide their secret whatever stands around them: no fence that another one closes, no
/// escape, no front matter or definition that only the right place makes one.
fn whole_pieces() -> impl Strategy<Value = String> {
    let torn =
        |piece: &&str| ["```", "product:", "[1]:", "\\", "---"].iter().any(|mark| piece.contains(mark));
    let whole: Vec<&str> = PIECES.iter().copied().filter(|piece| !torn(piece)).collect();
    prop::collection::vec(prop::sample::select(whole), 0..28).prop_map(|pieces| pieces.concat())
}

#[test]
fn code_links_comments_and_addresses_are_hidden_but_keep_their_place() {
    let source = "See [our site](https://a.example \"home\") <!-- b --> or `c --d`, ![e](f.png), <https://g.example>, h@i.example \
                  and https://j.example/k. Now.";
    let document = Document::parse(source, &[]);
    let block = &document.blocks[0];
    let shown = block.prose.text.replace(Prose::OBJECT, "@");
    assert_eq!(shown, "See our site  or @, @, @, @ and @. Now.");
    let sentences: Vec<&str> = block
        .sentences
        .iter()
        .map(|s| slice(source, block.source_span(s.start as usize, s.end as usize)))
        .collect();
    assert_eq!(sentences.len(), 2);
    assert!(
        sentences[0].starts_with("See [our site](") || sentences[0].starts_with("See [our"),
        "{sentences:?}"
    );
    assert_eq!(sentences[1], "Now.");
}

#[test]
fn the_runs_of_a_text_are_as_many_as_its_marks_need() {
    // Twice the text makes at most twice the runs: no piece is visited again for each that follows.
    for piece in ["[", "*a* ", "> ", "- a\n", "<!-- a -->", "&amp; ", "a|b\n-|-\n", "https://a.b ", "`a` "] {
        let runs = |times: usize| {
            let document = Document::parse(&piece.repeat(times), &[]);
            document.blocks.iter().map(|block| block.prose.segments.len() + block.words.len()).sum::<usize>()
        };
        assert!(runs(400) <= 2 * runs(200) + 2, "{piece:?}");
    }
}
