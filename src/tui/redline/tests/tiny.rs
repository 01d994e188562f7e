//! Screens that are much too small: nothing panics, and a bigger one shows the same place.

use super::driver::{Driver, commented};
use crate::tui::redline::Options;
use crate::tui::redline::update::Msg;

/// Everything that can be shown, and how one gets there.
const SCREENS: [&str; 9] = ["nn", "n2", "n3", "a4", "nt", "/boat", "/boat<enter>m", "s", "<f1>"];

#[test]
fn nothing_panics_whatever_is_shown_and_the_change_looked_at_stays() {
    for keys in SCREENS {
        let mut driver = Driver::of(commented(), Options::default(), 80, 24);
        driver.score().press(keys);
        let change = driver.change();
        for (width, height) in [1, 2, 3, 5, 8, 12].into_iter().flat_map(|w| [1, 2, 3, 6, 12].map(|h| (w, h)))
        {
            driver.tell(Msg::Resize(width, height));
            driver.screen();
        }
        driver.tell(Msg::Resize(80, 24));
        assert_eq!(driver.change(), change, "{keys}");
        for (width, height) in [(1, 1), (4, 2), (12, 5)] {
            driver.tell(Msg::Resize(width, height)).press("<down><pgdn><up>").screen();
        }
        driver.tell(Msg::Resize(80, 24));
        assert!(driver.rows().iter().any(|row| row.chars().any(char::is_alphabetic)), "{keys}");
    }
}
