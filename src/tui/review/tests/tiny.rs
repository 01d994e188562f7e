//! Screens that are much too small: nothing panics, and a bigger one shows the same place.

use super::driver::Driver;
use crate::tui::look::Look;
use crate::tui::review::update::Msg;

/// Everything that can be shown while one reads, and how one gets there.
const READING: [&str; 7] = ["", "jj", "jc", "jcWho says so?", "/boat", "<f1>", "q"];

fn survives(mut driver: Driver, keys: &str) {
    driver.press(keys);
    let (chosen, typing) = (driver.chosen().to_owned(), driver.typing().to_owned());
    for (width, height) in [1, 2, 3, 5, 8, 12].into_iter().flat_map(|w| [1, 2, 3, 6, 12].map(|h| (w, h))) {
        driver.tell(Msg::Resize(width, height));
        driver.screen();
    }
    driver.tell(Msg::Resize(80, 24));
    assert_eq!((driver.chosen(), driver.typing()), (chosen.as_str(), typing.as_str()), "{keys}");
    for (width, height) in [(1, 1), (4, 2), (12, 5)] {
        driver.tell(Msg::Resize(width, height)).press("<down><pgdn><up>").screen();
    }
}

#[test]
fn nothing_panics_while_one_reads() {
    for keys in READING {
        survives(Driver::new(), keys);
    }
}

#[test]
fn nothing_panics_in_the_walk() {
    for keys in ["", "n", "<f1>", "q"] {
        survives(Driver::walk(80, 24, Look::default()), keys);
    }
}
