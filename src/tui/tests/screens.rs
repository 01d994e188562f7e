//! Whole screens with their styles.

use super::driver::Driver;
use crate::tui::look::{Look, Tone};
use crate::tui::message::Msg;
use crate::tui::model::Model;
use crate::tui::start::Starts;

/// Prose with a strike of each kind, long enough to wrap, wide letters and a control character in it.
const TEXT: &str = "# Ferry announces Nightboat\n\n\
    Ferry is very proud of a boat that lets people who work late leverage the river to get home. It is a synergy of \
    boat and bus, and it runs until 2 a.m. every night of the year.\n\n\
    ## Problem\n\n\
    The last bus goes at 11 p.m. 한국어 \u{1b}[31m and 👨‍👩‍👧‍👦.\n";

fn driver(look: Look, width: u16, height: u16) -> Driver {
    Driver::of(Model::new(TEXT, Some("nightboat.md".into()), look), width, height)
}

#[test]
fn the_strike_under_the_cursor_is_explained() {
    let mut driver = driver(Look::default(), 80, 24);
    driver.press("<f8><f8>");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn wide_screens_show_parts_and_figures() {
    let mut driver = driver(Look { tone: Tone::Light, ..Look::default() }, 120, 40);
    driver.press("<f8><f5>");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn small_screens_show_the_text_and_the_strike() {
    let mut driver = driver(Look { ascii: true, ..Look::default() }, 40, 10);
    driver.press("<f8><f8><f8>");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn without_colours_the_strike_has_brackets_and_is_still_crossed_out() {
    let mut driver = driver(Look { tone: Tone::Colourless, ..Look::default() }, 80, 12);
    driver.press("<f8><f8>");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn in_high_contrast_nothing_is_faint() {
    let mut driver = driver(Look { tone: Tone::HighContrast, ..Look::default() }, 120, 30);
    driver.press("<f8><f8>");
    insta::assert_snapshot!(driver.screen());
    for keys in ["", "<a-v>", "<a-v><esc><f10>", "<esc><esc><a-r><a-r>", "<esc><c-p>", "<esc><f1>"] {
        driver.press(keys);
        assert!(!driver.screen().contains("dim"), "{keys}\n{}", driver.screen());
    }
}

#[test]
fn matches_are_marked_while_one_searches() {
    let mut driver = driver(Look::default(), 60, 14);
    driver.press("<c-f>bo");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn quitting_asks() {
    let mut driver = driver(Look::default(), 80, 20);
    driver.press("x<c-q>");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn the_start_screen_offers_templates_and_examples() {
    let mut driver = driver(Look::default(), 80, 24);
    driver.tell(Msg::Start { starts: Starts::default(), is_first: true });
    insta::assert_snapshot!(driver.screen());
    driver.press("<f1>");
    assert!(driver.screen().contains("Esc closes"), "{}", driver.screen());
    assert!(!driver.press("<esc>").has_quit);
    assert!(driver.press("<c-q>").has_quit);
}
