//! The book of counting rules, a row each, and the faults that other programs have.

use super::count_all;
use crate::document::Document;
use crate::score::formulas::Surface;

/// Words, sentences, syllables by Flesch's rules, letters.
type Figures = (usize, usize, usize, usize);

/// A row of the book: what it is about, a document, and what is counted in it.
type Row = (&'static str, &'static str, Figures);

fn read(source: &str) -> Figures {
    let blocks = Document::parse(source, &[]).blocks;
    let (counts, surface) = (count_all(&blocks), Surface::of(&blocks));
    assert_eq!((counts.words, counts.sentences), (surface.words, surface.sentences), "{source}");
    (counts.words, counts.sentences, counts.syllables, surface.letters)
}

/// What is no running text, between two paragraphs of which the first is a press release's lead.
const UNREAD: &[(&str, &str)] = &[
    ("a heading", "## The box that waits for you"),
    ("an underlined heading", "The box that waits for you\n---"),
    ("a table", "| A table | has cells. |\n| --- | --- |\n| They count | nothing at all. |"),
    ("fenced code", "```\nlet it = \"no prose. None at all.\";\n```"),
    ("indented code", "    It is no prose. None at all."),
    ("a comment", "<!-- It is a comment. Nobody sees it. -->"),
    ("a definition of a link", "[box]: https://example.com/box \"It is a title. Nobody reads it.\""),
    ("a rule", "***"),
    ("a question", "## FAQ\n\n**Q: Who opens the box for the courier when nobody is at home?**"),
    ("a heading that asks", "## FAQ\n\n### Who opens the box for the courier when nobody is at home?"),
    ("a list of labels", "- Two words\n- Three more words\n- Seven words are not read as one"),
    ("an attribution", "> — Ann Lee, head of boxes and of everything that goes into them"),
];

/// Every element that is read.
#[rustfmt::skip] // one row a line
const READ: &[Row] = &[
    ("a sentence", "The box opens.", (3, 1, 4, 11)),
    ("a quotation", "> The box opens.", (3, 1, 4, 11)),
    ("an item with its stop", "- The box opens.", (3, 1, 4, 11)),
    ("a long item without", "- The box opens for you and for me", (8, 1, 9, 25)),
    ("the label of an answer", "A: The box opens.", (3, 1, 4, 11)),
    ("a link", "The [box](https://example.com/a.b \"title\") opens.", (3, 1, 4, 11)),
    ("emphasis", "The **box** *opens*.", (3, 1, 4, 11)),
    ("a footnote mark", "The box opens.[^1]\n\n[^1]: The source", (3, 1, 4, 11)),
    ("an image", "The box ![a picture of it](box.png) opens.", (4, 1, 5, 11)),
    ("inline code", "The `box.information()` opens.", (3, 1, 4, 8)),
    ("a URL", "The https://example.com/information opens.", (3, 1, 4, 8)),
    ("an e-mail address", "The ann.lee@example.com opens.", (3, 1, 4, 8)),
    ("a path", "The src/information.rs opens.", (3, 1, 4, 8)),
    ("a version", "The 2.0.17 opens.", (3, 1, 4, 8)),
    ("a figure", "The 1,234 opens.", (3, 1, 4, 12)),
    ("a decimal", "The 2.5 opens.", (3, 1, 4, 10)),
    ("money", "The $15 opens.", (3, 1, 4, 10)),
    ("a percentage", "The 7% opens.", (3, 1, 4, 9)),
    ("an acronym", "The FAQ opens.", (3, 1, 4, 11)),
    ("acronyms", "The APIs opens.", (3, 1, 4, 12)),
    ("a hyphen", "The state-of-the-art opens.", (3, 1, 7, 21)),
    ("an em dash", "The box—really—opens.", (4, 1, 6, 17)),
    ("a slash", "The box/crate opens.", (4, 1, 5, 16)),
    ("a contraction", "The box wouldn't open.", (4, 1, 6, 17)),
    ("accents", "The café opens.", (3, 1, 5, 12)),
];

/// What other programs get wrong.
const FAULTS: &[Row] = &[
    ("sentences of one word are dropped", "Really? Yes. No.", (3, 3, 4, 11)),
    ("every stop ends a sentence", "It grew 2.5 times in the U.S. last year.", (9, 1, 9, 28)),
    ("a URL's stops end sentences", "See www.example.com/a.b.c now.", (3, 1, 3, 6)),
    ("blank lines swallow the end of a sentence", "It opens.\n\n\n\nIt closes.", (4, 2, 6, 15)),
    ("a new line needs a capital", "It opens.\nIt closes.", (4, 2, 6, 15)),
    ("a word without its final e has no syllable", "The ale the ole be.", (5, 1, 5, 14)),
    ("a heading is a sentence", "# The box\n\nIt opens.", (2, 1, 3, 7)),
];

#[test]
fn every_row_of_the_book_counts_what_it_says() {
    for (what, source, expected) in READ {
        assert_eq!(read(source), *expected, "{what}: {source}");
    }
}

#[test]
fn what_is_no_running_text_counts_nothing() {
    let plain = "The courier opens the box at noon.\n\nIt locks again behind him.\n";
    let counted = read(plain);
    assert_eq!((counted.0, counted.1), (12, 2));
    for (what, source) in UNREAD {
        assert_eq!(read(&plain.replace("\n\n", &format!("\n\n{source}\n\n"))), counted, "{what}");
    }
    assert_eq!(read(&format!("---\nproduct: The box. It opens.\n---\n{plain}")), counted, "front matter");
}

#[test]
fn a_dateline_is_not_read() {
    let lead = "Blue today opened a box that waits for you.";
    let release =
        |dateline: &str| format!("# Blue opens a box\n\n{dateline}{lead}\n\n## What is it?\n\nA box.\n");
    assert_eq!(read(&release("SEATTLE, Wash. — Nov. 5, 2027 — ")), read(&release("")));
}

#[test]
fn the_faults_of_others_are_not_ours() {
    for (what, source, expected) in FAULTS {
        assert_eq!(read(source), *expected, "{what}: {source}");
    }
}
