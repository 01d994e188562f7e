//! What stands back while one writes: focus, the typewriter, the pen put away; and the counts that go on meanwhile.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::driver::Driver;
use crate::text::Selection;
use crate::tui::focus::{Focus, Lit};
use crate::tui::look::Look;
use crate::tui::message::Msg;
use crate::tui::model::Model;
use crate::tui::pen::RedPen;

/// Strikes in the sentence of the cursor, beside it and in another paragraph; marks of every kind.
const TEXT: &str = "# Ferry announces Nightboat\n\n\
    Ferry is very proud. A boat lets people who work late leverage the river to get home, which is **very** good for \
    them. It is a synergy of boat and bus.\n\n\
    ## Problem ##\n\n\
    > The last bus goes at *11 p.m.*\n\n\
    - People walk, very slowly.\n";

fn driver(width: u16, height: u16, focus: Focus) -> Driver {
    let mut driver =
        Driver::of(Model::new(TEXT, Some("nightboat.md".into()), Look::default()), width, height);
    driver.model.focus = focus;
    let late = TEXT.find("late").unwrap();
    driver.model.editor.select(Selection::cursor(late));
    driver.tick(1);
    driver
}

fn row_of_cursor(driver: &Driver) -> usize {
    let screen = driver.screen();
    let row = screen.rsplit_once("row ").unwrap().1.trim();
    row.parse().unwrap()
}

fn status(driver: &Driver) -> String {
    let screen = driver.screen();
    let rows: Vec<&str> = screen.lines().take_while(|line| *line != "--- styles").collect();
    rows[rows.len() - 2].trim_matches('|').trim().to_owned()
}

fn wheel(driver: &mut Driver, kind: MouseEventKind, row: u16) {
    let column = driver.model.geometry().text.x;
    driver.tell(Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
}

#[test]
fn all_but_the_sentence_is_dim_and_not_struck() {
    insta::assert_snapshot!(
        "focus_sentence",
        driver(80, 24, Focus::new(Lit::Sentence, false, false)).screen()
    );
}

#[test]
fn all_but_the_paragraph_is_dim_and_not_struck() {
    let driver = driver(120, 40, Focus::new(Lit::Paragraph, true, false));
    insta::assert_snapshot!("focus_paragraph", driver.screen());
}

#[test]
fn nothing_of_the_pen_is_seen_in_write_mode() {
    insta::assert_snapshot!("write_mode", driver(80, 24, Focus::new(Lit::Off, false, true)).screen());
    insta::assert_snapshot!("write_mode_wide", driver(120, 40, Focus::new(Lit::Off, false, true)).screen());
}

#[test]
fn in_write_mode_there_is_nothing_but_the_text_and_the_way_back() {
    let mut driver = driver(120, 40, Focus::default());
    assert!(driver.screen().contains("Parts") && status(&driver).contains("words"), "{}", driver.screen());
    driver.press("<a-q>");
    driver.press("<right>");
    let screen = driver.screen();
    for gone in ["Parts", "Score", "words", "3:", "F8", "Ctrl-S"] {
        assert!(!screen.split("--- styles").next().unwrap().contains(gone), "{gone}: {screen}");
    }
    assert!(screen.contains("Alt-Q The pen is away: take it up"), "{screen}");
    driver.press("<s-right>");
    assert!(status(&driver).ends_with("1 word selected"), "{}", status(&driver));
    driver.press("<a-q>");
    assert!(driver.screen().contains("Parts"), "{}", driver.screen());
}

#[test]
fn one_key_goes_through_what_is_dimmed() {
    let mut driver = Driver::new("One. T|wo.\n\nThree.");
    let mut bright = Vec::new();
    for _ in 0..3 {
        driver.press("<a-u>");
        let span = driver.model.focus.bright();
        bright.push(span.map(|span| driver.model.editor.buffer().slice(span).to_owned()));
    }
    assert_eq!(bright, [Some("Two.".to_owned()), Some("One. Two.".to_owned()), None]);
}

#[test]
fn another_document_is_opened_in_focus() {
    let mut driver = Driver::new("|One. Two.");
    driver.press("<a-u>");
    driver.model.begin("Another one. Two.", None);
    driver.tick(1);
    let span = driver.model.focus.bright().unwrap();
    assert_eq!(driver.model.editor.buffer().slice(span), "Another one.");
}

#[test]
fn the_focus_goes_along_with_keys_that_nobody_has_read_yet() {
    let mut driver = Driver::new("Ann is very late|");
    driver.is_slow = true;
    driver.press("<a-u>. She leverage");
    let bright = driver.model.focus.bright().unwrap();
    assert_eq!(driver.model.editor.buffer().slice(bright), "She leverage");
    assert!(!driver.screen().contains("struck"), "{}", driver.screen());
}

#[test]
fn what_is_selected_or_looked_for_is_seen_out_of_focus() {
    let mut driver = Driver::new("|One boat.\n\nTwo boats.");
    driver.press("<a-u><c-f>boat");
    assert!(driver.screen().contains("= bold underlined\n"), "{}", driver.screen());
    driver.press("<esc><c-a>");
    assert!(driver.screen().contains("|aaaaaaaaaa.") || driver.screen().contains("= reversed\n"));
    assert!(!driver.screen().contains("dim reversed"), "{}", driver.screen());
}

#[test]
fn the_row_of_the_cursor_stays_where_it_is_at_the_head_and_at_the_end() {
    let mut driver = Driver::new("|");
    driver.press("<a-y>");
    let middle = row_of_cursor(&driver);
    assert_eq!(middle, usize::from(driver.model.geometry().text.height - 1) / 2);
    for keys in
        ["one<enter>two", "<enter>x<enter>x<enter>x<enter>x<enter>x<enter>x<enter>x<enter>x<enter>x<enter>x"]
    {
        driver.press(keys);
        assert_eq!(row_of_cursor(&driver), middle, "{keys}");
    }
    driver.press("<up><up><up>");
    assert_eq!(row_of_cursor(&driver), middle);
    driver.press("<c-home>");
    assert_eq!((row_of_cursor(&driver), driver.model.editor.lead()), (middle, middle));
    driver.press("<pgdn><pgdn>");
    assert_eq!((row_of_cursor(&driver), driver.model.editor.lead()), (middle, 0));
    driver.press("<c-home><a-y>");
    assert_eq!((row_of_cursor(&driver), driver.model.editor.lead()), (0, 0));
}

#[test]
fn the_wheel_turns_the_text_freely_and_a_key_brings_the_row_back() {
    let mut driver = Driver::new(&format!("|{}", "line\n".repeat(100)));
    driver.press("<a-y>");
    let middle = driver.model.editor.lead();
    wheel(&mut driver, MouseEventKind::ScrollDown, 3);
    assert_eq!((driver.model.editor.lead(), driver.model.editor.top()), (middle - 3, 0));
    for _ in 0..5 {
        wheel(&mut driver, MouseEventKind::ScrollDown, 3);
    }
    assert_eq!((driver.model.editor.lead(), driver.model.editor.top()), (0, (18 - middle) * "line\n".len()));
    driver.tick(5000);
    assert_eq!(driver.model.editor.lead(), 0);
    for _ in 0..9 {
        wheel(&mut driver, MouseEventKind::ScrollUp, 3);
    }
    assert_eq!((driver.model.editor.lead(), driver.model.editor.top()), (middle, 0));
    wheel(&mut driver, MouseEventKind::ScrollDown, 3);
    driver.press("x");
    assert_eq!((driver.model.editor.lead(), row_of_cursor(&driver)), (middle, middle));
}

#[test]
fn what_one_clicks_on_does_not_move_away() {
    let mut driver = Driver::new(&format!("|{}", "one two\n".repeat(100)));
    driver.press("<a-y>");
    let row = (driver.model.editor.lead() + 5) as u16;
    for _ in 0..2 {
        wheel(&mut driver, MouseEventKind::Down(MouseButton::Left), row);
    }
    assert_eq!(driver.model.editor.selected(), "one");
    assert_eq!(row_of_cursor(&driver), usize::from(row));
    driver.press("<right>");
    assert_eq!(row_of_cursor(&driver), usize::from(driver.model.geometry().text.height - 1) / 2);
    wheel(&mut driver, MouseEventKind::Down(MouseButton::Left), 0);
    assert_eq!(
        row_of_cursor(&driver),
        driver.model.editor.lead(),
        "the first row is the nearest to a blank one"
    );
}

#[test]
fn the_pen_is_put_away_and_comes_back_when_it_is_asked_for() {
    let mut driver = Driver::new("very |nice and very late");
    driver.press("<a-q>");
    assert_eq!(driver.notice(), "the pen is put away; Alt-Q takes it up again");
    let screen = driver.screen();
    assert!(!screen.contains("struck") && screen.contains("Alt-Q The pen is away: take it up"), "{screen}");
    driver.press("<f2>");
    assert_eq!((driver.notice(), driver.text().as_str()), ("the pen is back", "very |nice and very late"));
    driver.press("<a-q><f8>");
    assert!(!driver.model.focus.is_pen_away);
    assert_eq!(driver.text(), "very nice and |very late");
    driver.press("<a-q>").press("<a-q>");
    assert!(driver.screen().contains("struck"));
}

#[test]
fn the_figures_come_back_with_the_pen() {
    let mut driver = driver(120, 30, Focus::new(Lit::Off, false, true));
    assert_eq!(driver.model.geometry().score.width, 0);
    driver.press("<f6>");
    assert!(driver.model.geometry().score.width > 0);
    driver.press("<f6>");
    assert_eq!(driver.model.geometry().score.width, 0);
    driver.press("<a-q><f6>");
    assert!(driver.model.geometry().score.width > 0);
}

#[test]
fn words_are_counted_before_they_are_read() {
    let mut driver = Driver::new("# One\n\ntwo three|");
    assert!(status(&driver).contains("4 words, 1 min"), "{}", status(&driver));
    driver.is_slow = true;
    driver.press(" four five");
    assert!(status(&driver).contains("One 12 words  6 words, 1 min"), "{}", status(&driver));
    driver.press("<c-w><c-w>");
    assert!(status(&driver).contains("4 words, 1 min"), "{}", status(&driver));
    driver.finish_reading();
    driver.finish_reading();
    assert!(status(&driver).contains("4 words, 1 min"), "{}", status(&driver));
    driver.press("<c-a>");
    assert!(status(&driver).contains("3 words selected"), "{}", status(&driver));
    driver.tell(Msg::Paste("word ".repeat(300)));
    driver.press("<c-a>");
    assert!(status(&driver).contains("300 words, 2 min selected"), "{}", status(&driver));
}

#[test]
fn the_part_at_the_cursor_is_held_against_its_budget() {
    let text = "---\ntemplate: prfaq\n---\n# Ferry runs Nightboat until 2 a.m.\n\n## Problem\n\nThe last bus goes at 11.\n";
    let model = Model::new(text, Some("boat.md".into()), Look::default());
    let mut driver = Driver::of_reader(model, 120, 24, RedPen::default());
    driver.press("<c-end><left>");
    assert!(status(&driver).contains("Problem 6/90 words"), "{}", status(&driver));
    driver.tell(Msg::Paste(" People walk home in the rain.".repeat(15)));
    assert!(status(&driver).contains("Problem 96/90 words, 6 over"), "{}", status(&driver));
}

#[test]
fn no_screen_is_too_small_for_any_of_it() {
    for (width, height) in [(0, 0), (1, 1), (2, 2), (10, 3), (3, 10), (200, 1), (1, 60), (40, 7)] {
        for lit in [Lit::Sentence, Lit::Paragraph] {
            let mut driver = driver(width, height, Focus::new(lit, true, false));
            driver.press("x<enter><a-q>y<c-home><pgdn>").screen();
            driver.press("<a-q><c-a><a-y>z").screen();
        }
    }
}
