//! Markdown for wikis.

use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag};

use crate::document::markdown_options;
use crate::export::tests::Desk;
use crate::export::{Chosen, Selection, wiki};

fn page(source: &str) -> String {
    wiki(&Desk::bare(source).manuscript(), &Selection::All)
}

#[test]
fn what_wikis_do_not_know_is_put_in_other_words() {
    for (source, wanted) in [
        ("---\nproduct: Waitback\n---\n\n# Waitback\n", "# Waitback\n"),
        ("A <!-- not this --> day.\n\n<!-- nor this -->\n\nEnd.\n", "A day.\n\nEnd.\n"),
        ("#### Deep\n\n##### *Deeper*\n\n###### **Bold**\n", "**Deep**\n\n***Deeper***\n\n**Bold**\n"),
        ("a\n#### b\nc\n", "a\n\n**b**\n\nc\n"),
        ("> a\n> #### b\n> c\n", "> a\n> \n> **b**\n>\n> c\n"),
        ("- #### b\n  c\n", "- **b**\n\n  c\n"),
        ("### Third ###\n", "### Third ###\n"),
        (
            "See [the *plan*][p], [P] and [p][].\n\n[p]: https://a.example/x \"The \\\"plan\\\"\"\n",
            "See [the *plan*](https://a.example/x \"The \\\"plan\\\"\"), [P](https://a.example/x \"The \\\"plan\\\"\") and \
             [p](https://a.example/x \"The \\\"plan\\\"\").\n",
        ),
        (
            "[in place](https://a.example) and <https://b.example>\n",
            "[in place](https://a.example) and <https://b.example>\n",
        ),
        ("[a][x]\n\n[x]: <https://a.example/a b>\n", "[a](<https://a.example/a b>)\n"),
        (
            "Two[^b], one[^a].\n\n[^a]: First <!-- no -->*note*.\n\n    Goes on.\n\n[^b]: See [it][x].\n\n[x]: https://a.example\n",
            "Two[1], one[2].\n\n**Notes**\n\n1. See [it](https://a.example).\n2. First *note*.\n\n    Goes on.\n",
        ),
        (
            "One.\r\n\r\n<!-- no -->\r\n\r\nTwo[^1].\r\n\r\n[^1]: Three.\r\n",
            "One.\r\n\r\nTwo[1].\r\n\r\n**Notes**\r\n\r\n1. Three.\r\n",
        ),
        ("```\n<!-- code -->[^1]\n#### no\n```\n", "```\n<!-- code -->[^1]\n#### no\n```\n"),
    ] {
        assert_eq!(page(source), wanted, "{source}");
    }
}

#[test]
fn the_end_mark_of_a_release_is_in_its_place_and_notes_are_behind_it() {
    let source = "# Waitback\n\nLondon[^1].\n\n[^1]: A city.\n";
    let desk = Desk::whole(source, None);
    let chosen = Chosen { parts: None, is_public: true, is_release: true };
    let page = wiki(&desk.manuscript(), &Selection::Chosen(chosen));
    assert_eq!(page, "# Waitback\n\nLondon[1].\n\n\\#\\#\\#\n\n**Notes**\n\n1. A city.\n");
}

/// Pieces of Markdown that meet each other in every order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "text ",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "#### ",
        "**",
        "*",
        "`",
        "[a][ref]",
        "[ref]",
        "[^1]",
        "[^b]",
        "\n\n[ref]: /u 't'\n\n",
        "\n\n[^1]: note ",
        "\n\n[^b]: other\n\n    more ",
        "so <!-- c --> on ",
        "\n\n<!-- c -->\n\n",
        "![p][ref]",
        "\n\n```\ncode\n```\n\n",
        "| a | b |\n| - | - |\n",
        "é",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_that_wikis_do_not_know_is_left_and_no_word_is_lost(source in pieces()) {
        let page = page(&source);
        let (mut before, mut after) = (shown(&source), shown(&page));
        before.sort();
        after.retain(|word| word != "Notes");
        after.sort();
        prop_assert_eq!(before, after, "{}", page);
        for event in Parser::new_ext(&page, markdown_options()) {
            let unknown = match &event {
                Event::Start(Tag::Heading { level, .. }) => *level as usize > 3,
                Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) => true,
                Event::InlineHtml(html) | Event::Html(html) => html.contains("-->"),
                _ => false,
            };
            prop_assert!(!unknown, "{event:?} in {page}");
        }
    }
}

/// The words of prose, of notes that are referred to only.
fn shown(source: &str) -> Vec<String> {
    let mut words = Vec::new();
    for event in Parser::new_ext(source, markdown_options()) {
        if let Event::Text(text) | Event::Code(text) = event {
            let plain = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            words.extend(plain.map(str::to_owned));
        }
    }
    words
}
