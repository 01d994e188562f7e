//! What a change of the text does to its figures: markup and what nobody reads nothing, a full stop more a lower grade.

use super::{Counts, count, count_all};
use crate::document::Document;
use crate::score::Score;
use crate::score::formulas::{Formulas, Surface};
use crate::template;

const TEXT: &str = "\
The courier opens the box at noon, and it locks again behind him, because nobody else has the code.

The parcel is safe inside. You get a message on your telephone, and you can look at a photograph.

- It holds three parcels of the usual size, and it keeps them dry.
- It runs for a year on one battery and tells you when to change it.
";

fn counts(source: &str) -> (Counts, Surface) {
    let blocks = Document::parse(source, &[]).blocks;
    (count_all(&blocks), Surface::of(&blocks))
}

/// The places between the blocks of [`TEXT`], where a block may be put.
fn gaps() -> impl Iterator<Item = usize> {
    TEXT.match_indices("\n\n").map(|(at, _)| at).chain([0, TEXT.len()])
}

#[test]
fn what_nobody_reads_changes_nothing_wherever_it_stands() {
    let plain = counts(TEXT);
    assert_eq!((plain.0.sentences, plain.1.words), (5, plain.0.words));
    for block in [
        "## A heading that is not read",
        "```\nlet code = \"is no prose. None at all.\";\n```",
        "| a table | has cells. |\n| --- | --- |\n| they count | nothing at all. |",
        "<!-- A comment. Nobody sees it. -->",
        "[there]: https://example.com/information",
        "- Two words\n- Another fragment",
    ] {
        for at in gaps() {
            let (before, after) = TEXT.split_at(at);
            assert_eq!(counts(&format!("{before}\n\n{block}\n\n{after}")), plain, "{block} at {at}");
        }
    }
}

#[test]
fn emphasis_and_links_on_any_word_change_nothing() {
    let plain = counts(TEXT);
    for (at, word) in TEXT.match_indices(char::is_alphabetic).filter(|(at, _)| starts_a_word(*at)) {
        let (before, rest) = TEXT.split_at(at);
        let (whole, after) = rest.split_at(rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()));
        for (open, close) in [("*", "*"), ("**", "**"), ("[", "](https://example.com/a.b?c=d)"), ("~~", "~~")]
        {
            let marked = format!("{before}{open}{whole}{close}{after}");
            assert_eq!(counts(&marked), plain, "{open}{word} at {at}");
        }
    }
}

fn starts_a_word(at: usize) -> bool {
    at == 0 || !TEXT.as_bytes()[at - 1].is_ascii_alphabetic()
}

#[test]
fn a_sentence_split_in_two_lowers_the_grade() {
    let (whole, surface) = counts(TEXT);
    for (at, _) in TEXT.match_indices(", and ") {
        let (before, after) = TEXT.split_at(at);
        let split = format!("{before}{}", after.replacen(", and ", ". And ", 1));
        let (two, two_surface) = counts(&split);
        assert_eq!((two.words, two.sentences), (whole.words, whole.sentences + 1), "{split}");
        assert!(two.grade() < whole.grade() && two.reading_ease() > whole.reading_ease(), "{split}");
        assert!(two_surface.gunning_fog() < surface.gunning_fog() && two_surface.lix() < surface.lix());
        assert!(two_surface.automated_readability() < surface.automated_readability());
    }
}

#[test]
fn a_final_stop_left_out_of_an_item_gains_nothing() {
    let (with, _) = counts(TEXT);
    for (at, _) in TEXT.match_indices(".\n") {
        let (before, after) = TEXT.split_at(at);
        let (without, _) = counts(&format!("{before}{}", after.replacen('.', "", 1)));
        assert_eq!(without, with, "at {at}");
    }
}

#[test]
fn a_document_is_the_sum_of_its_blocks_and_of_its_parts() {
    let specs = template::find("prfaq").unwrap().part_specs();
    for source in [
        include_str!("../../../../examples/waitback.md"),
        include_str!("../../../../examples/waitback-draft.md"),
        TEXT,
    ] {
        let document = Document::parse(source, &specs);
        let whole = count_all(&document.blocks);
        assert_eq!(document.blocks.iter().map(count).sum::<Counts>(), whole);
        assert_eq!(
            Score::of(&document, &specs, &[]).parts.iter().map(|part| part.counts).sum::<Counts>(),
            whole
        );
        assert_eq!(Score::of(&document, &specs, &[]).counts, whole);
        let blocks = document.blocks.iter().map(Surface::of_block).sum::<Surface>();
        assert_eq!(blocks, Surface::of(&document.blocks));
        assert_ne!(Formulas::from(&blocks), Formulas::default());
    }
}
