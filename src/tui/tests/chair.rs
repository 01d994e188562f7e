//! The empty chair.

use super::driver::Driver;
use crate::tui::look::{Look, Tone};
use crate::tui::model::Model;
use crate::tui::pen::RedPen;

const TEXT: &str = "---\ntemplate: prfaq\ncustomer: people who work late\n---\n# Ferry runs Nightboat until 2 a.m.\n\n\
    ## Problem\n\nThe last bus goes at 11 p.m., and in the event that you miss it you **walk**. Ferry is proud of its \
    boats.\n\n# Questions customers ask\n\n## What does it cost?\n\nTwo pounds.\n\n# Questions colleagues ask\n\n\
    ## What can go wrong?\n\nThe tide.\n";

fn driver(text: &str, look: Look, width: u16, height: u16) -> Driver {
    let model = Model::new(text, Some("nightboat.md".into()), look);
    let mut driver = Driver::of_reader(model, width, height, RedPen::default());
    driver.tick(0);
    driver
}

fn wide(text: &str) -> Driver {
    driver(text, Look::default(), 80, 24)
}

#[test]
fn the_reading_view_is_what_the_customer_reads_with_the_strikes_carried_out() {
    let mut driver = wide(TEXT);
    driver.press("<a-r>");
    let screen = driver.screen();
    assert!(screen.contains("and if you miss it you walk."), "{screen}");
    assert!(screen.contains("Two pounds.") && !screen.contains("The tide."), "{screen}");
    insta::assert_snapshot!("chair", screen);
    driver.press("x<a-r>").tick(20_000);
    insta::assert_snapshot!("chair_dimmed", driver.screen());
    driver.press("q");
    assert_eq!(driver.model.editor.buffer().text(), TEXT);
    assert!(driver.screen().contains("## Problem"));
}

#[test]
fn it_scrolls_and_fits_any_screen() {
    let text = TEXT.replace("Two pounds.", &"Two pounds.\n\n".repeat(30));
    let plain = Look { tone: Tone::Colourless, ascii: true, ..Look::default() };
    for (width, height) in [(1, 1), (3, 2), (30, 8), (80, 24), (200, 60)] {
        let mut driver = driver(&text, plain, width, height);
        driver.press("<a-r><pgdn><up><down> <end><home>").screen();
        driver.press("<end>");
        assert!(height < 8 || driver.screen().contains("Two pounds."), "{}", driver.screen());
    }
}

#[test]
fn the_pinned_line_says_who_the_customer_is_and_one_key_names_one() {
    assert!(wide(TEXT).screen().contains("in the empty chair: people who work late"));
    let text = TEXT.replace("customer: people who work late\n", "");
    let mut driver = wide(&text);
    assert!(driver.screen().contains("nobody sits in the empty chair; Alt-K names"), "{}", driver.screen());
    driver.press("<a-k>people who wait<enter>");
    assert!(driver.text().contains("template: prfaq\ncustomer: people who wait\n---\n"), "{}", driver.text());
    assert!(driver.screen().contains("in the empty chair: people who wait"), "{}", driver.screen());
    driver.press("<a-k>");
    assert!(driver.text().contains("\n|customer: people who wait\n"), "{}", driver.text());
    driver.press("<c-z>");
    assert_eq!(driver.model.editor.buffer().text(), text);
    assert!(!wide("Just a note.\n").screen().contains("empty chair"));
}
