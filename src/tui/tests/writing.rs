//! Writing: Markdown's comforts, the clipboard, what is put in; and that all of it can be undone.

use proptest::prelude::*;

use super::driver::Driver;
use crate::tui::command;
use crate::tui::look::Look;
use crate::tui::message::Msg;
use crate::tui::model::Model;
use crate::tui::pen::RedPen;

#[track_caller]
fn check(before: &str, keys: &str, after: &str) {
    let mut driver = Driver::new(before);
    driver.press(keys);
    assert_eq!(driver.text(), after, "after {keys}: {}", driver.notice());
}

#[test]
fn lists_go_on_end_and_go_deeper() {
    check("- one|", "<enter>two<enter><enter>three", "- one\n- two\n\nthree|");
    check("1. one|", "<enter>two<tab><enter>x", "1. one\n   2. two\n   3. x|");
    check("- a\n  - b|", "<s-tab>", "- a\n- b|");
    check("word|", "<tab>", "word\t|");
    check("- a|", "<enter>b<c-z><c-z>", "- a|");
    let mut driver = Driver::new("- a|");
    driver.press("<tab>");
    assert_eq!((driver.text().as_str(), driver.notice()), ("- a|", "no item above to put it under"));
}

#[test]
fn words_are_made_bold_italic_and_links_and_not() {
    check("so fa|st", "<c-b>", "so **fa|st**");
    check("so fast|", "<c-b><c-b>", "so fast|");
    check("by {{ci|ty}} now", "<c-e>", "by *{{ci|ty}}* now");
    check("the [page|]", "<c-k>u.v<enter>", "the [[page|]](u.v)");
    check("[page|]", "<c-k>v<esc>", "[page|]");
    check("so [fast|]", "<c-b><c-z>", "so [fast|]");
    check("say [yes|]", "\"", "say \"[yes|]\"");
    check("[{{quote}}|]", "\"", "\"|");
}

#[test]
fn a_link_is_changed_and_taken_away() {
    for (keys, expected) in [("<c-k>v<enter>", "the [page](v)"), ("<c-k><backspace><enter>", "the page")] {
        let mut driver = Driver::of(Model::new("the [page](u)", None, Look::default()), 80, 24);
        driver.press("<c-right><c-right>").press(keys);
        assert_eq!(driver.model.editor.buffer().text(), expected);
    }
}

#[test]
fn headings_and_paragraphs_are_moved_about() {
    check("He|ad", "<a-2>", "## He|ad");
    check("# He|ad", "<c-p>heading down<enter>", "## He|ad");
    check("one\n\nt|wo", "<a-s-up>", "t|wo\n\none");
    check("one|\n\ntwo", "<a-s-down><c-z>", "one|\n\ntwo");
    check("One. T|wo. Three.", "<c-p>delete sentence<enter>", "One. |Three.");
    check("One. T|wo. Three.", "<c-p>select sentence<enter>", "One. [Two.|] Three.");
    check("One. T|wo.\n\nThree.", "<a-x><a-x><a-x>", "[One. Two.|]\n\nThree.");
    check("a\nb\n|c", "<c-p>go to line<enter>2<enter>", "a\n|b\nc");
    check("a\nb|", "<c-p>go to line<enter>x<enter><backspace>99<enter>", "a\n|b");
}

#[test]
fn the_date_is_written_as_the_document_writes_it() {
    let date = "<c-p>insert date<enter>";
    check("|", date, "22 November 2026|");
    check("**York, September 6, 2027** and |", date, "**York, September 6, 2027** and November 22, 2026|");
    check("---\nlaunch: |\n---\n", date, "---\nlaunch: 2026-11-22|\n---\n");
}

const FAQ: &str = "---\ntemplate: prfaq\n---\n# Ferry runs Nightboat until 2 a.m.\n\n# Questions customers ask\n\n\
    ## What does it cost?\n\nTwo pounds.\n\n## Is it safe?\n\nYes.\n\n# Questions colleagues ask\n\n## Why now?\n\nThe bus stopped.\n";

fn with_faq(find: &str) -> Driver {
    let mut driver = Driver::of_reader(Model::new(FAQ, None, Look::default()), 80, 24, RedPen::default());
    driver.press(&format!("<c-f>{find}<esc>"));
    driver
}

#[test]
fn a_question_is_put_in_behind_the_one_at_the_cursor() {
    for (find, before, after) in [
        ("pounds", "Two pounds.\n\n", "\n\n## Is it"),
        ("Is it", "Yes.\n\n", "\n\n# Questions colleagues"),
        ("stopped", "The bus stopped.\n\n", "\n|"),
        ("runs", "Yes.\n\n", "\n\n# Questions colleagues"),
    ] {
        let mut driver = with_faq(find);
        driver.press("<c-p>insert question<enter>");
        let text = driver.text() + "|";
        let expected = format!("{before}## [{{{{question}}}}|]\n\n{{{{answer}}}}{after}");
        assert!(text.contains(&expected), "{find}: {text}");
        driver.press("<c-z>");
        assert_eq!(driver.model.editor.buffer().text(), FAQ);
    }
    let mut driver = Driver::new("no questions|");
    driver.press("<c-p>insert question<enter>");
    assert!(driver.notice().contains("no FAQ yet"), "{}", driver.notice());
}

#[test]
fn an_entry_moves_with_its_answer() {
    let mut driver = with_faq("Is it");
    driver.press("<a-s-up>");
    let text = driver.model.editor.buffer().text();
    assert!(
        text.contains("ask\n\n## Is it safe?\n\nYes.\n\n## What does it cost?\n\nTwo pounds.\n\n# Q"),
        "{text}"
    );
}

#[test]
fn the_system_clipboard_comes_before_the_register() {
    let mut driver = Driver::new("[one|]");
    driver.press("<c-c>");
    assert!(driver.notice().contains("clipboard of the terminal"), "{}", driver.notice());
    driver.clipboard = Some("two".into());
    driver.press("<right><c-v>");
    assert_eq!(driver.text(), "onetwo|");
    driver.clipboard = None;
    driver.press("<c-v>");
    assert_eq!(driver.text(), "onetwoone|");
    driver.press("<c-f><c-v>");
    assert!(driver.screen().contains("Find: one"), "{}", driver.screen());
}

#[test]
fn a_long_paste_is_asked_about() {
    let long = "word ".repeat(250_000);
    let mut driver = Driver::new("a|");
    driver.tell(Msg::Paste(long.clone()));
    assert!(driver.screen().contains("1.2 MB of text"), "{}", driver.screen());
    driver.press("<enter>");
    assert_eq!(driver.text(), "a|");
    driver.tell(Msg::Paste(long.clone()));
    driver.press("p");
    assert_eq!(driver.model.editor.buffer().len(), 1 + long.len());
    driver.press("<c-z>");
    assert_eq!(driver.text(), "a|");
}

/// Commands that change the text and ask for nothing.
const CHANGES: [&str; 22] = [
    "tab",
    "outdent",
    "new-line",
    "bold",
    "italic",
    "heading-one",
    "heading-two",
    "heading-up",
    "heading-down",
    "move-up",
    "move-down",
    "join-paragraphs",
    "split-paragraph",
    "delete-sentence",
    "delete-paragraph",
    "delete-word-left",
    "insert-date",
    "insert-question",
    "cut",
    "paste",
    "take-strike",
    "undo",
];

const MOVES: [&str; 8] = [
    "left",
    "up",
    "word-right",
    "paragraph-down",
    "select-sentence",
    "expand-selection",
    "text-end",
    "select-all",
];

const PIECES: [&str; 16] = [
    "- ",
    "1. ",
    "> ",
    "\n",
    "\n\n",
    "\r\n",
    "# ",
    "**",
    "word. ",
    "e\u{301}",
    "👨‍👩‍👧‍👦",
    "```\n",
    "  ",
    "{{blank}}",
    "---\n",
    "very [x](y) ",
];

#[derive(Debug, Clone)]
enum Act {
    Run(&'static str, bool),
    Type(&'static str),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => prop::sample::select(&CHANGES[..]).prop_map(|name| Act::Run(name, false)),
        2 => (prop::sample::select(&MOVES[..]), any::<bool>()).prop_map(|(name, extend)| Act::Run(name, extend)),
        2 => prop::sample::select(&PIECES[..]).prop_map(Act::Type),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_command_can_be_undone_and_done_again(
        start in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24),
        acts in prop::collection::vec(act(), 0..30),
    ) {
        let start = start.concat();
        let mut driver = Driver::of(Model::new(start.as_str(), None, Look::default()), 60, 20);
        let stands = |driver: &Driver| {
            let (editor, selection) = (&driver.model.editor, driver.model.editor.selection());
            [selection.anchor, selection.head].iter().all(|at| editor.buffer().is_grapheme_boundary(*at))
        };
        for (at, act) in acts.iter().enumerate() {
            driver.tick(at as u64 * 90);
            match act {
                Act::Run(name, extend) => driver.run(command::named(name).unwrap(), *extend),
                Act::Type(text) => driver.tell(Msg::Paste((*text).to_owned())),
            }
            prop_assert!(stands(&driver), "{act:?} in {:?}", driver.text());
        }
        while driver.model.editor.redo().is_some() {}
        let last = driver.model.editor.buffer().text().to_owned();
        while driver.model.editor.undo().is_some() {
            prop_assert!(stands(&driver), "{:?}", driver.text());
        }
        prop_assert_eq!(driver.model.editor.buffer().text(), start);
        prop_assert!(driver.model.editor.history().is_saved());
        while driver.model.editor.redo().is_some() {}
        prop_assert_eq!(driver.model.editor.buffer().text(), last);
    }
}
