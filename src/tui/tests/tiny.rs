//! Screens that are much too small: nothing panics whatever lies on top, and a bigger one shows all as it was.

use super::driver::{Driver, SmallPen};
use crate::tui::look::Look;
use crate::tui::message::Msg;
use crate::tui::model::Model;
use crate::tui::start::Starts;

/// Widths and heights from one cell on, at which something folds or goes.
const SIZES: [u16; 6] = [1, 2, 3, 5, 8, 12];

fn document() -> String {
    let paragraph = "Ferry is very proud of a boat that people leverage to get home. 한국어 👨‍👩‍👧‍👦 synergy.\n\n";
    format!(
        "---\ncustomer: people who work late\n---\n\n# Ferry\n\n{}# FAQ\n\n## Why?\n\nNo.\n",
        paragraph.repeat(20)
    )
}

/// In the middle of a document that is longer than the screen.
fn driver() -> Driver {
    let mut driver = Driver::of_reader(Model::new(document(), None, Look::default()), 80, 24, SmallPen);
    driver.press("<pgdn><pgdn><down><f8>");
    driver
}

/// Everything that can lie on top of the text or stand in its place, and how one gets there.
const SCREENS: [(&str, &str); 18] = [
    ("the text", ""),
    ("a selection", "<s-down><s-right>"),
    ("the list of parts", "<f5>"),
    ("the figures", "<f6>"),
    ("the palette", "<c-p>"),
    ("the palette, searched", "<c-p>strike"),
    ("help", "<f1>"),
    ("parts by name", "<c-t>"),
    ("find", "<c-f>boat"),
    ("replace", "<c-r>boat<enter>ship"),
    ("a name to save under", "<f12>draft.md"),
    ("a question", "x<c-q>"),
    ("the walk", "<f10>"),
    ("the reading view", "<a-r>"),
    ("the reading view, dimmed", "<a-r><a-r>"),
    ("the preview", "<a-v>"),
    ("the preview alone", "<a-v><a-v>"),
    ("the interview", "<c-p>interview<enter>"),
];

/// Keys that mean something in most of them and leave the place alone.
const KEYS: &str = "<down><pgup>";

fn draw_at_all_sizes(driver: &mut Driver, keys: &str) {
    for width in SIZES {
        for height in SIZES {
            driver.tell(Msg::Resize(width, height));
            driver.press(keys);
            driver.screen();
        }
    }
    for (width, height) in [(0, 0), (200, 1), (1, 60), (0, 24)] {
        driver.tell(Msg::Resize(width, height));
        driver.press(keys);
    }
    driver.tell(Msg::Resize(80, 24));
}

#[test]
fn nothing_panics_whatever_is_shown() {
    for (name, keys) in SCREENS {
        let mut driver = driver();
        driver.press(keys);
        draw_at_all_sizes(&mut driver, KEYS);
        assert!(driver.screen().lines().count() > 24, "{name}");
    }
    let mut driver = driver();
    driver.tell(Msg::Start { starts: Starts::default(), is_first: false });
    draw_at_all_sizes(&mut driver, "<down><tab>");
}

#[test]
fn a_screen_that_was_too_small_for_a_while_shows_the_same_place() {
    for (name, keys) in SCREENS {
        let mut driver = driver();
        driver.press(keys);
        let before = driver.text();
        for size in [1, 3, 7] {
            driver.tell(Msg::Resize(size, size));
        }
        driver.tell(Msg::Resize(80, 24));
        assert_eq!(driver.text(), before, "{name}");
        let has_cursor = |driver: &Driver| driver.screen().contains("cursor: ");
        let mut never_small = self::driver();
        never_small.press(keys);
        // What folds gives the keys back to the text, which has a cursor.
        assert!(has_cursor(&driver) || !has_cursor(&never_small), "{name}:\n{}", driver.screen());
    }
}

#[test]
fn a_resize_keeps_the_first_row_where_the_cursor_has_room() {
    for (name, keys) in [("the text", ""), ("the reading view", "<a-r> "), ("help", "<f1><pgdn>")] {
        let mut driver = driver();
        driver.press(keys);
        let before = driver.screen();
        for (width, height) in [(60, 20), (120, 40), (78, 16)] {
            driver.tell(Msg::Resize(width, height));
            driver.tell(Msg::Resize(80, 24));
            assert_eq!(driver.screen(), before, "{name} at {width}x{height}");
        }
    }
}

#[test]
fn the_text_takes_keys_on_the_smallest_screen() {
    let mut driver = Driver::new("one| two");
    driver.tell(Msg::Resize(1, 1));
    driver.press("!<enter><left><backspace>X<c-z><end>?");
    driver.tell(Msg::Resize(80, 24));
    assert!(driver.text().contains("?|"), "{}", driver.text());
}
