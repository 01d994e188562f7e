//! The mouse: clicks, drags, and what they select.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::driver::Driver;
use crate::tui::message::Msg;

const PRESS: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);
const RELEASE: MouseEventKind = MouseEventKind::Up(MouseButton::Left);

/// At a cell of the text, counted from its first one.
fn mouse(driver: &mut Driver, kind: MouseEventKind, column: u16, row: u16, modifiers: KeyModifiers) {
    let column = driver.model.geometry().text.x + column;
    driver.tell(Msg::Mouse(MouseEvent { kind, column, row, modifiers }));
}

fn clicks(driver: &mut Driver, count: usize, column: u16, row: u16) {
    for _ in 0..count {
        mouse(driver, PRESS, column, row, KeyModifiers::NONE);
    }
}

#[test]
fn two_clicks_select_a_word_three_a_paragraph_four_nothing() {
    let mut driver = Driver::new("|one two. three\nfour\n\nfive");
    for (count, expected) in [
        (1, "one t|wo. three\nfour\n\nfive"),
        (2, "one [two|]. three\nfour\n\nfive"),
        (3, "[one two. three\nfour|]\n\nfive"),
        (4, "one t|wo. three\nfour\n\nfive"),
    ] {
        let now = driver.model.now.as_millis() as u64;
        driver.tick(now + 1000);
        clicks(&mut driver, count, 5, 0);
        assert_eq!(driver.text(), expected, "{count}");
    }
}

#[test]
fn after_a_double_click_a_drag_selects_by_words() {
    let mut driver = Driver::new("|one two three four");
    clicks(&mut driver, 2, 5, 0);
    mouse(&mut driver, DRAG, 9, 0, KeyModifiers::NONE);
    assert_eq!(driver.text(), "one [two three|] four");
    mouse(&mut driver, DRAG, 1, 0, KeyModifiers::NONE);
    assert_eq!(driver.text(), "[|one two] three four");
}

#[test]
fn after_three_clicks_a_drag_selects_by_paragraphs() {
    let mut driver = Driver::new("|one\n\ntwo words\n\nthree");
    clicks(&mut driver, 3, 1, 2);
    mouse(&mut driver, DRAG, 1, 4, KeyModifiers::NONE);
    assert_eq!(driver.text(), "one\n\n[two words\n\nthree|]");
    mouse(&mut driver, DRAG, 1, 0, KeyModifiers::NONE);
    assert_eq!(driver.text(), "[|one\n\ntwo words]\n\nthree");
}

#[test]
fn a_click_with_shift_extends() {
    let mut driver = Driver::new("|one two three");
    clicks(&mut driver, 1, 4, 0);
    mouse(&mut driver, PRESS, 7, 0, KeyModifiers::SHIFT);
    assert_eq!(driver.text(), "one [two|] three");
    mouse(&mut driver, PRESS, 0, 0, KeyModifiers::SHIFT);
    assert_eq!(driver.text(), "[|one ]two three");
}

#[test]
fn while_the_pointer_is_held_past_the_edge_the_text_turns() {
    let mut driver = Driver::new(&format!("|{}", "line\n".repeat(100)));
    let below = driver.model.geometry().text.bottom() + 2;
    clicks(&mut driver, 1, 0, 3);
    mouse(&mut driver, DRAG, 0, below, KeyModifiers::NONE);
    let line = |driver: &Driver| driver.model.editor.buffer().line_of(driver.model.editor.selection().head);
    let first = line(&driver);
    assert!(driver.model.deadline().is_some());
    for turn in 1..=10 {
        driver.tick(turn * 100);
    }
    let turned = line(&driver);
    assert!(turned >= first + 10, "{first} {turned}");
    mouse(&mut driver, RELEASE, 0, below, KeyModifiers::NONE);
    driver.tick(5000);
    assert_eq!((line(&driver), driver.model.clicked.as_ref().unwrap().deadline()), (turned, None));
}
