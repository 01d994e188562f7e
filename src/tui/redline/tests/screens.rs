//! Whole screens with their styles.

use super::driver::{Driver, NEW, OLD, commented, input};
use crate::report::redline::Remark;
use crate::tui::look::{Look, Tone};
use crate::tui::redline::Options;

fn look(look: Look) -> Options {
    Options { look, ..Options::default() }
}

#[test]
fn wide_screens_have_two_columns_and_the_figures() {
    let mut driver = Driver::new(200, 50);
    driver.score().press("nnnn");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn two_columns_meet_again_at_every_paragraph() {
    let mut driver = Driver::of(commented(), look(Look { tone: Tone::Light, ..Look::default() }), 120, 40);
    driver.press("n");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn narrow_screens_have_one_text() {
    let mut driver = Driver::new(80, 24);
    driver.press("nn");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn without_colours_changes_stand_in_brackets() {
    let colourless = Look { tone: Tone::Colourless, ascii: true, ..Look::default() };
    let mut driver = Driver::of(commented(), look(colourless), 80, 24);
    driver.press("1nnn");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn matches_are_marked_in_both_columns() {
    let mut driver = Driver::new(120, 24);
    driver.press("/people");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn the_figures_on_top() {
    let mut driver = Driver::new(80, 24);
    driver.score().press("s");
    insta::assert_snapshot!(driver.screen());
}

#[test]
fn one_of_the_two_texts_alone() {
    let mut driver = Driver::new(80, 16);
    driver.press("3<end>");
    insta::assert_snapshot!("before_only", driver.screen());
    driver.press("4<end>");
    insta::assert_snapshot!("after_only", driver.screen());
}

#[test]
fn what_the_pen_leaves_to_a_person_stands_under_its_paragraph() {
    let at = OLD.find("synergy").unwrap();
    let remark = Remark { span: (at..at + 7).into(), text: "jargon: say who does what".to_owned() };
    let mut driver = Driver::of(
        crate::tui::redline::Input { remarks: vec![remark], ..input(OLD, NEW) },
        Options::default(),
        110,
        16,
    );
    insta::assert_snapshot!(driver.press("n").screen());
}
