//! Find and replace as it is used, and as it looks.

use crate::tui::look::{Look, Tone};
use crate::tui::message::Msg;
use crate::tui::model::Model;
use crate::tui::tests::driver::Driver;

#[track_caller]
fn check(before: &str, keys: &str, after: &str) {
    let mut driver = Driver::new(before);
    driver.press(keys);
    assert_eq!(driver.text(), after, "after {keys}: {}", driver.screen());
}

#[test]
fn all_are_replaced_as_one_step() {
    let mut driver = Driver::new("|a bus, a Bus, a busy bus");
    driver.press("<c-r>bus<tab>tram<a-a>");
    assert_eq!(
        driver.text(),
        "a |tram, a tram, a tramy tram".replace('|', "").replacen("a tram", "a tram|", 1)
    );
    assert_eq!(driver.notice(), "replaced 4; Ctrl-Z takes it back");
    driver.press("<c-z>");
    assert_eq!(driver.model.editor.buffer().text(), "a bus, a Bus, a busy bus");
}

#[test]
fn one_is_replaced_one_is_skipped_and_one_is_taken_back() {
    check("|bus bus bus", "<c-r>bus<tab>tram<enter><down><enter><esc>", "tram [bus|] tram");
    check("|bus bus bus", "<c-r>bus<tab>tram<enter><enter><c-z><esc>", "tram [bus|] bus");
    check("|bus bus", "<c-r>bus<enter><esc>", "bus [bus|]");
}

#[test]
fn options_narrow_what_is_replaced() {
    check("|Bus bus busy", "<c-r>bus<tab>x<a-c><a-a>", "Bus x| xy");
    check("|Bus bus busy", "<c-r>bus<a-w><tab>x<a-a>", "x| x busy");
    check("|9 May, 7 June", "<c-r>(\\d) (\\w+)<a-r><tab>$2 $1<a-a>", "May 9|, June 7");
    check("bus [bus\nbus|] bus", "<c-r>bus<tab>x<a-a>", "bus x|\nx bus");
    check("|bus", "<c-r>bus<tab><tab> <tab> <tab><tab><tab><tab><enter>", "|");
}

#[test]
fn front_matter_and_code_are_left_out_unless_asked_for() {
    let text = "---\nproduct: bus\n---\nbus `bus`\n\n```\nbus\n```\n";
    let mut driver = Driver::new(&format!("|{text}"));
    driver.press("<c-r>bus");
    assert!(driver.screen().contains("1 of 1, 3 left out in code"), "{}", driver.screen());
    driver.press("<tab>tram<a-a>");
    assert_eq!(driver.model.editor.buffer().text(), text.replacen("\nbus", "\ntram", 1));
    driver.press("<c-z><c-r><a-d>");
    assert!(driver.screen().contains("of 4"), "{}", driver.screen());
    driver.press("<a-a>");
    assert_eq!(driver.model.editor.buffer().text(), text.replace("bus", "tram"));
}

#[test]
fn a_bad_pattern_is_said_and_changes_nothing() {
    let mut driver = Driver::new("|a (b");
    driver.press("<c-r>(b<a-r>");
    assert!(driver.screen().contains("no such pattern: unclosed group"), "{}", driver.screen());
    driver.press("<tab>x<enter><a-a><esc>");
    assert_eq!(driver.model.editor.buffer().text(), "a (b");
}

#[test]
fn it_is_reached_from_the_line_that_finds_and_remembers() {
    check("|one two", "<c-f>two<c-r><tab>three<enter><esc><c-home><c-r>one<a-a>", "three| three");
    let mut driver = Driver::new("[one|] two");
    driver.press("<c-r><tab>x<tab><tab>");
    driver.tell(Msg::Paste("ignored".into()));
    driver.press("<tab><tab><tab><tab><tab>");
    driver.tell(Msg::Paste("two".into()));
    driver.press("<a-a>");
    assert_eq!(driver.text(), "one x|");
}

const TEXT: &str = "# Ferry announces Nightboat\n\nPeople who work late leverage the river. They leverage it at night, when \
    no bus goes, and they leverage it cheaply.\n\nTo leverage is to use.\n";

#[test]
fn screens() {
    for (name, width, height, look) in [
        ("replace_80", 80, 24, Look::default()),
        ("replace_120", 120, 40, Look { tone: Tone::Light, ..Look::default() }),
        ("replace_40", 40, 10, Look { tone: Tone::Colourless, ascii: true, ..Look::default() }),
    ] {
        let mut driver = Driver::of(Model::new(TEXT, Some("nightboat.md".into()), look), width, height);
        driver.press("<c-r>leverage<tab>use<down>");
        insta::assert_snapshot!(name, driver.screen());
    }
}

#[test]
fn no_screen_is_too_small() {
    for (width, height) in [(1, 1), (2, 2), (10, 3), (3, 10), (200, 1), (1, 60), (40, 5)] {
        let mut driver = Driver::new("some words|");
        driver.tell(Msg::Resize(width, height));
        driver.press("<c-r>word<tab>x<tab><tab>").screen();
        driver.press("<tab><tab><tab><tab>").screen();
        driver.press("<enter>").screen();
    }
}
