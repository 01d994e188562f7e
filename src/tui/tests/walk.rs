//! The pen walk.

use super::driver::Driver;
use crate::tui::look::{Look, Tone};
use crate::tui::model::Model;
use crate::tui::pen::RedPen;

const TEXT: &str = "# A\n\n|We leverage a very big synergy. We leverage it.";

#[test]
fn strikes_are_answered_one_by_one_and_the_walk_says_what_came_of_it() {
    let mut driver = Driver::new(TEXT);
    driver.press("<f10>");
    assert!(driver.screen().contains("1 of 4"), "{}", driver.screen());
    driver.press("y");
    assert_eq!(driver.text(), "# A\n\nWe use a |very big synergy. We leverage it.");
    assert!(driver.screen().contains("2 of 4"), "{}", driver.screen());
    driver.press("n");
    assert_eq!(driver.text(), "# A\n\nWe use a very big |synergy. We leverage it.");
    driver.press("y");
    assert_eq!(driver.notice(), "these words are for you to rewrite; E goes there");
    driver.press("ny");
    let screen = driver.screen();
    assert!(screen.contains("2 taken, 2 left"), "{screen}");
    assert!(screen.contains("Strikes per 100"), "{screen}");
    driver.press("q");
    assert!(!driver.model.is_walking());
    assert_eq!(driver.text(), "# A\n\nWe use a very big synergy. We use| it.");
}

#[test]
fn back_takes_each_answer_back() {
    let mut driver = Driver::new(TEXT);
    driver.press("<f10>ynb");
    assert_eq!(driver.text(), "# A\n\nWe use a |very big synergy. We leverage it.");
    driver.press("b");
    assert_eq!(driver.text(), "# A\n\nWe |leverage a very big synergy. We leverage it.");
    assert!(driver.screen().contains("1 of 4"), "{}", driver.screen());
    driver.press("b");
    assert_eq!(driver.notice(), "this is where the walk began");
    driver.press("nnnn");
    assert!(driver.screen().contains("4 left"), "{}", driver.screen());
    driver.press("<c-z>");
    assert!(driver.screen().contains("4 of 4"), "{}", driver.screen());
}

#[test]
fn one_goes_to_the_text_and_comes_back() {
    let mut driver = Driver::new(TEXT);
    driver.press("<f10>nne");
    assert_eq!(driver.text(), "# A\n\nWe leverage a very big [synergy|]. We leverage it.");
    driver.press("boat<f10>");
    assert!(driver.screen().contains("4 of 4"), "{}", driver.screen());
    assert_eq!(driver.text(), "# A\n\nWe leverage a very big boat. We |leverage it.");
    driver.press("b");
    assert_eq!(driver.text(), "# A\n\nWe leverage a very big |synergy. We leverage it.");
    assert!(driver.screen().contains("3 of 4"), "{}", driver.screen());
}

#[test]
fn a_strike_is_silenced_or_its_words_kept_and_the_walk_goes_on() {
    let mut driver = Driver::new(TEXT);
    driver.press("<f10>nihers<enter>");
    let comment = "<!-- prfaq-disable-next-line weasel -- hers -->";
    assert_eq!(driver.text(), format!("# A\n\n{comment}\nWe leverage a very big |synergy. We leverage it."));
    driver.press("w");
    assert!(driver.text().starts_with("---\nterms: [synergy]\n---\n"), "{}", driver.text());
    assert!(driver.screen().contains("4 of 4"), "{}", driver.screen());
    driver.press("bbb");
    assert_eq!(driver.text(), "# A\n\nWe |leverage a very big synergy. We leverage it.");
}

#[test]
fn all_of_a_rule_are_taken_within_the_walk_and_taken_back() {
    let mut driver = Driver::new(TEXT);
    driver.press("<f10>ay");
    assert_eq!(driver.text(), "# A\n\nWe use a |very big synergy. We use it.");
    assert!(driver.screen().contains("3 of 4"), "{}", driver.screen());
    driver.press("b");
    assert_eq!(driver.text(), "# A\n\nWe |leverage a very big synergy. We leverage it.");
}

#[test]
fn keys_of_the_text_do_nothing_in_the_walk_and_the_other_way_round() {
    let mut driver = Driver::new("we leverage it|");
    driver.press("y<f10>");
    driver.press("x<enter><backspace><f5>");
    assert_eq!(driver.text(), "we |leverage ity");
    driver.press("qq");
    let mut driver = Driver::new("fine|");
    driver.press("<c-p>walk take<enter>");
    assert_eq!(driver.notice(), "this answers a strike of the pen walk; F10 begins one");
    let mut driver = Driver::new("# fine|");
    driver.press("<f10>");
    assert_eq!(driver.notice(), "nothing is struck");
}

#[test]
fn a_strike_that_is_still_read_is_not_taken() {
    let mut driver = Driver::new("# A\n\n|very very leverage");
    driver.press("<f10>");
    driver.is_slow = true;
    driver.press("y");
    assert_eq!(driver.text(), "# A\n\n|very leverage");
    driver.press("y");
    assert_eq!(driver.notice(), "just changed; still reading");
    driver.finish_reading();
    driver.press("y");
    assert_eq!(driver.text(), "# A\n\n|leverage");
}

/// A release with strikes of several kinds, read by the real pen.
const RELEASE: &str = "---\ntemplate: prfaq\n---\n# Ferry runs Nightboat until 2 a.m.\n\n## Problem\n\n\
    The last bus goes at 11 p.m., and in the event that you work late you basically have to walk home along a very dark \
    road for an hour, which nobody who has done it twice wants to do again.\n\n## Solution\n\n\
    You leverage the river.\n";

fn screen(look: Look, width: u16, height: u16, keys: &str) -> String {
    let model = Model::new(RELEASE, Some("nightboat.md".into()), look);
    let mut driver = Driver::of_reader(model, width, height, RedPen::default());
    driver.tick(0).press(keys).tick(20_000);
    driver.screen()
}

#[test]
fn screens() {
    insta::assert_snapshot!("walk", screen(Look::default(), 80, 24, "<f10>"));
    insta::assert_snapshot!("walk_rewrite", screen(Look::default(), 120, 40, "<f10>n"));
    let plain = Look { tone: Tone::Colourless, ascii: true, ..Look::default() };
    insta::assert_snapshot!("walk_small", screen(plain, 40, 10, "<f10>"));
    insta::assert_snapshot!("walk_over", screen(Look::default(), 80, 24, "<f10>ynq"));
}

#[test]
fn any_size_will_do() {
    for (width, height) in [(1, 1), (3, 2), (10, 3), (20, 5), (200, 1), (1, 60)] {
        screen(Look::default(), width, height, "<f10>yq");
        screen(Look::default(), width, height, "<f10>");
    }
}
