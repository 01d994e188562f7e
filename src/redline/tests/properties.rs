//! What holds for all texts, on noise and on generated Markdown.

use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::*;

const PIECES: &[&str] = &[
    "the box ",
    "opens. ",
    "It costs £4.50, ",
    "87% ",
    "— ",
    "(never) ",
    "\n",
    "\n\n",
    "## ",
    "- ",
    "> ",
    "1. ",
    "```\n",
    "| a | b |\n",
    "|---|---|\n",
    "**bold** ",
    "**",
    "*",
    "_",
    "`",
    "[link](https://a.b) ",
    "<b>",
    "<!-- ",
    " -->",
    "---\n",
    "é 👨‍👩‍👧 ",
    "a ",
    "b ",
    "c ",
    "\r\n",
    "It’s 5 p.m. now. ",
    "漢字",
    "===\n",
    "![i](u)",
    "\\*",
    "~~x~~",
];

/// Noise: anything may stand beside anything.
fn noise() -> impl Strategy<Value = String> {
    let piece = prop_oneof![prop::sample::select(PIECES).prop_map(str::to_owned), "\\PC{0,3}"];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

const WORDS: &[&str] = &[
    "parcel",
    "driver",
    "depot",
    "late",
    "claims",
    "£4.50",
    "87%",
    "peer-to-peer",
    "the",
    "of",
    "and",
    "station",
    "bus",
    "opens",
    "today",
    "people",
    "money",
    "city",
    "café",
    "字",
    "**two words**",
    "*so*",
    "[the form](https://a.b)",
    "[other](https://c.d)",
    "`run it`",
    "**bold *and so* on**",
    "~~gone~~",
];

/// A sentence of five words and more.
fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 5..12)
        .prop_map(|words| format!("{}.", words.join(" ")))
}

fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(sentence(), 1..4).prop_map(|sentences| sentences.join(" "))
}

/// A block of Markdown.
fn block() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => paragraph(),
        1 => sentence().prop_map(|text| format!("## {text}")),
        2 => prop::collection::vec(sentence(), 1..4).prop_map(|items| {
            items.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n")
        }),
        1 => paragraph().prop_map(|text| format!("> {text}")),
        1 => sentence().prop_map(|text| format!("### {text}?\n\nYes, {text}")),
        1 => (sentence(), sentence()).prop_map(|(a, b)| format!("| a | b |\n|---|---|\n| {a} | {b} |")),
        1 => sentence().prop_map(|text| format!("```\n{text}\nend\n```")),
    ]
}

/// What can happen to a document.
#[derive(Debug, Clone)]
enum Edit {
    Delete(usize),
    Insert(usize, String),
    Swap(usize, usize),
    Word(usize, usize, &'static str),
    Drop(usize, usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (0_usize..9).prop_map(Edit::Delete),
        (0_usize..9, block()).prop_map(|(at, block)| Edit::Insert(at, block)),
        (0_usize..9, 0_usize..9).prop_map(|(one, two)| Edit::Swap(one, two)),
        (0_usize..9, 0_usize..40, prop::sample::select(WORDS))
            .prop_map(|(at, word, new)| Edit::Word(at, word, new)),
        (0_usize..9, 0_usize..40).prop_map(|(at, word)| Edit::Drop(at, word)),
    ]
}

/// `blocks` with `edits` made, as far as they are there.
fn edited(mut blocks: Vec<String>, edits: &[Edit]) -> Vec<String> {
    for edit in edits {
        let len = blocks.len().max(1);
        match edit {
            Edit::Delete(at) if !blocks.is_empty() => drop(blocks.remove(at % len)),
            Edit::Insert(at, block) => blocks.insert(at % len, block.clone()),
            Edit::Swap(one, two) if !blocks.is_empty() => blocks.swap(one % len, two % len),
            Edit::Word(at, word, new) if !blocks.is_empty() => reword(&mut blocks[at % len], *word, new),
            Edit::Drop(at, word) if !blocks.is_empty() => reword(&mut blocks[at % len], *word, ""),
            _ => {}
        }
    }
    blocks
}

/// Puts `new` in the place of a plain word.
fn reword(block: &mut String, at: usize, new: &str) {
    let plain = |word: &&str| WORDS.contains(word) && word.chars().all(char::is_alphanumeric);
    let words: Vec<&str> = block.split(' ').filter(plain).collect();
    if let Some(word) = words.get(at % words.len().max(1)) {
        *block = block.replacen(&format!(" {word} "), &format!(" {new} ").replace("  ", " "), 1);
    }
}

fn document() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(block(), 1..9)
}

/// A document and one that somebody made of it.
fn versions() -> impl Strategy<Value = (String, String)> {
    (document(), prop::collection::vec(edit(), 0..6))
        .prop_map(|(blocks, edits)| (blocks.join("\n\n") + "\n", edited(blocks, &edits).join("\n\n") + "\n"))
}

/// The text of `source` that Markdown shows; of prose only, or of code too.
fn visible(source: &str, code: bool) -> String {
    let mut out = String::new();
    let mut fenced = false;
    for event in Parser::new_ext(source, crate::document::markdown_options()) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => fenced = true,
            Event::End(TagEnd::CodeBlock) => fenced = false,
            Event::Text(text) if code || !fenced => out.push_str(&text),
            Event::Code(text) => out.push_str(&text),
            _ => {}
        }
    }
    out
}

/// Whether the text that Markdown shows has a delimiter in it: then one was left without its other half.
fn has_lost_delimiter(source: &str) -> bool {
    visible(source, false).contains(['*', '`', '~', '[', ']'])
}

/// What a redline shows, without what is layout.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_sides_of_noise_come_out_again(old in noise(), new in noise(), steps in 0_usize..3000, some in any::<u64>()) {
        let redline = Redline::of(&old, &new, Effort::steps(steps));
        assert_sides(&redline, &old, &new);
        prop_assert_eq!(redline.accept(|_| true), new.as_str());
        prop_assert_eq!(redline.accept(|_| false), old.as_str());
        redline.accept(|change| some >> (change.number % 64) & 1 == 1);
        for change in redline.changes() {
            redline.accept_alone(&change);
        }
    }

    #[test]
    fn all_but_layout_comes_with_all_changes((old, new) in versions()) {
        let redline = redline(&old, &new);
        assert_sides(&redline, &old, &new);
        let again = super::redline(&old, &new);
        prop_assert_eq!(redline.changes(), again.changes());
        let changes = redline.changes();
        let edits = redline.edits(&changes, &vec![true; changes.len()]);
        let made = super::super::accept::apply(&old, &edits);
        prop_assert_eq!(bare(&visible(&made, true)), bare(&visible(&new, true)), "{}\n{}\n{}", old, new, shown(&redline));
    }

    #[test]
    fn any_changes_can_be_taken((old, new) in versions(), some in any::<u64>()) {
        let redline = redline(&old, &new);
        let taken = |change: &Change| some >> (change.number % 64) & 1 == 1;
        let made = redline.accept(taken);
        prop_assert!(!has_lost_delimiter(&made), "{}\n--\n{}\n--\n{}\n{}", old, new, made, shown(&redline));
        for change in redline.changes() {
            let alone = redline.accept_alone(&change);
            prop_assert!(!has_lost_delimiter(&alone), "{}\n--\n{}\n--\n{}\n{:?}", old, new, alone, change);
        }
    }

    #[test]
    fn no_word_and_no_grapheme_is_cut((old, new) in versions()) {
        use unicode_segmentation::UnicodeSegmentation;
        let redline = redline(&old, &new);
        let ends = |text: &str| text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect::<Vec<_>>();
        let (ends_old, ends_new) = (ends(&old), ends(&new));
        for change in redline.changes() {
            for (span, text, ends) in [(change.old, &old, &ends_old), (change.new, &new, &ends_new)] {
                for at in [span.start, span.end] {
                    prop_assert!(ends.binary_search(&at).is_ok());
                    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c.is_ascii());
                    let (before, behind) = text.split_at(at);
                    prop_assert!(!(letter(before.chars().last()) && letter(behind.chars().next())));
                }
            }
        }
    }

    #[test]
    fn a_new_wrapping_is_no_change(blocks in document(), every in 2_usize..9) {
        let old = blocks.join("\n\n");
        let wrap = |block: &String| {
            if block.starts_with(['#', '|', '`']) {
                return block.clone();
            }
            let mark = if block.starts_with("> ") { "\n> " } else { "\n" };
            let mut out = String::new();
            for line in block.lines() {
                for (at, word) in line.split(' ').enumerate() {
                    out += if at == 0 { if out.is_empty() { "" } else { "\n" } } else if at % every == 0 { mark } else { " " };
                    out += word;
                }
            }
            out
        };
        let new = blocks.iter().map(wrap).collect::<Vec<_>>().join("\n\n\n");
        let redline = redline(&old, &new);
        prop_assert_eq!(redline.changes(), [], "{}\n{}", old, new);
    }

    #[test]
    fn two_blocks_swapped_are_one_move(blocks in prop::collection::vec(paragraph(), 3..8), at in 0_usize..7) {
        let mut swapped = blocks.clone();
        let at = at % (blocks.len() - 1);
        swapped.swap(at, at + 1);
        let unique: std::collections::BTreeSet<&String> = blocks.iter().collect();
        prop_assume!(unique.len() == blocks.len());
        let (old, new) = (blocks.join("\n\n"), swapped.join("\n\n"));
        let kinds: Vec<ChangeKind> = redline(&old, &new).changes().iter().map(|change| change.kind).collect();
        prop_assert_eq!(kinds, [ChangeKind::Moved]);
    }

    #[test]
    fn ids_outlive_changes_in_other_blocks(blocks in prop::collection::vec(paragraph(), 3..8), one in 0_usize..8, two in 0_usize..8) {
        let (one, two) = (one % blocks.len(), two % blocks.len());
        prop_assume!(one != two);
        let mut changed = blocks.clone();
        changed[one] = format!("Zebra {}", blocks[one]);
        changed[two] = format!("Yonder {}", blocks[two]);
        let (old, new) = (blocks.join("\n\n"), changed.join("\n\n"));
        let whole = redline(&old, &new);
        let changes = whole.changes();
        for taken in &changes {
            let part = whole.accept(|change| change.id == taken.id);
            let rest: Vec<ChangeId> = redline(&part, &new).changes().iter().map(|change| change.id).collect();
            let wanted: Vec<ChangeId> = changes.iter().map(|change| change.id).filter(|id| *id != taken.id).collect();
            prop_assert_eq!(rest, wanted);
        }
    }
}
