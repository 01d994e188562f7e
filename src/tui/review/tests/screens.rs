//! Whole screens with their styles.

use super::driver::{Driver, TEXT, said};
use crate::tui::look::{Look, Tone};
use crate::tui::review::Options;

#[test]
fn reading_is_calm() {
    let mut driver = Driver::new();
    driver.press("jj?A month?<enter>jj").tick(247);
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn a_box_to_type_in() {
    let mut driver = Driver::new();
    driver.press("jv<right><s-right>cWhose boat? We said in May that the city owns the boat and the piers, and nobody told them.");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn wide_screens_have_the_same_measure() {
    let options = Options { look: Look { tone: Tone::Light, ..Look::default() }, walk: false };
    let mut driver = Driver::of(TEXT, &said(), options, 120, 40);
    driver.press("Onn").tick(60);
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn the_walk_shows_what_would_change() {
    let mut driver = Driver::walk(80, 24, Look::default());
    driver.press("n");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn without_colours_the_change_stands_in_brackets() {
    let look = Look { tone: Tone::Colourless, ascii: true, ..Look::default() };
    let mut driver = Driver::walk(120, 40, look);
    driver.press("n");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn the_verdict_is_asked_for() {
    let mut driver = Driver::new();
    driver.press("jj?A month?<enter>jx<end>?<enter>cGood.<enter>q");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn a_thread_is_shown_whole() {
    let mut driver = Driver::walk(80, 24, Look::default());
    driver.press("rNobody asked that before.<enter><enter>");
    insta::assert_snapshot!(driver.screen());
}
