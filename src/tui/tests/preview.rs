//! The preview beside the text and in its place.

use std::fmt::Write as _;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::driver::Driver;
use crate::text::Selection;
use crate::tui::look::{Look, Tone};
use crate::tui::message::Msg;
use crate::tui::model::Model;

/// Everything that Markdown has.
const TEXT: &str = "---\ntemplate: prfaq\nproduct: Nightboat\ncompany: Ferry\ncustomer: people who work late\nlaunch: 2027-11-05\n---\n\
    # Ferry runs Nightboat until 2 a.m.\n\n\
    ## Problem\n\n\
    The last bus goes at *11 p.m.*, and those who **miss** it walk ~~home~~ or pay; see [the timetable](https://ferry.example/times).[^1]\n\
    Few do `both`. 한국어 e\u{301}.\n\n\
    <!-- Say what it costs them. -->\n\n\
    > \"I walk,\" said Ann Lee, a nurse.\n\n\
    1. Buy a ticket\n2. Get on\n   - with a bike\n   - [x] with a dog\n\n\
    ### Prices\n\n\
    | ticket | price |\n| --- | --: |\n| one way | 2 |\n| a month of nights | **30** |\n\n\
    ```sh\nferry --night\n```\n\n\
    ![A boat at night](boat.png)\n\n\
    ---\n\n\
    [^1]: Counted in May.\n";

fn driver(text: &str, look: Look, width: u16, height: u16) -> Driver {
    Driver::of(Model::new(text, Some("nightboat.md".into()), look), width, height)
}

/// A paragraph for each number, with what is not shown and a list between some of them.
fn long() -> String {
    let mut text = String::from("---\nproduct: Nightboat\n---\n# Nightboat\n\n");
    for number in 100..200 {
        let words = "goes on over the river and back again ".repeat(number % 7);
        let _ = write!(text, "No{number} {words}\n\n");
        if number % 5 == 0 {
            text.push_str("<!--\nnobody\nsees\nthis\n-->\n\n- one\n- two\n\n");
        }
    }
    text
}

/// The rows of the screen, without the legend.
fn rows(driver: &Driver) -> Vec<String> {
    let screen = driver.screen();
    let rows = screen.lines().take_while(|line| *line != "--- styles");
    rows.map(|line| line.trim_matches('|').to_owned()).collect()
}

/// How high `words` stand left and right of the middle of the screen.
fn heights(driver: &Driver, words: &str) -> (Option<usize>, Option<usize>) {
    let split = usize::from(driver.model.geometry().preview.x);
    let rows = rows(driver);
    let side = |is_left: bool| {
        rows.iter().position(|row| {
            let column = row.split_once(words).map(|(before, _)| before.chars().count());
            column.is_some_and(|column| {
                (column < split) == is_left || (!is_left && row.matches(words).count() > 1)
            })
        })
    };
    (side(true), side(false))
}

fn wheel(driver: &mut Driver, kind: MouseEventKind, column: u16, row: u16) {
    driver.tell(Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
}

fn put_cursor(driver: &mut Driver, before: &str) {
    let at = driver.model.editor.buffer().text().find(before).unwrap();
    driver.model.editor.select(Selection::cursor(at));
    driver.tick(1);
}

#[test]
fn it_is_beside_the_text_where_there_is_room_and_else_in_its_place() {
    let mut narrow = driver(TEXT, Look::default(), 80, 24);
    put_cursor(&mut narrow, "The last bus");
    narrow.press("<a-v>");
    insta::assert_snapshot!("preview_80x24", narrow.screen());
    narrow.press("<a-v>");
    assert!(!narrow.model.is_previewing() && narrow.screen().contains("## Problem"));

    let mut wide = driver(TEXT, Look { tone: Tone::Light, ..Look::default() }, 120, 40);
    put_cursor(&mut wide, "The last bus");
    wide.press("<a-v>");
    insta::assert_snapshot!("preview_120x40", wide.screen());
    wide.press("<a-v>");
    assert!(wide.model.is_previewing() && !wide.screen().contains("## Problem"));
    wide.press("<a-v>");
    assert!(wide.model.preview.is_none());

    let mut widest = driver(TEXT, Look { tone: Tone::Colourless, ascii: true, ..Look::default() }, 200, 50);
    widest.press("<a-v>");
    insta::assert_snapshot!("preview_200x50", widest.screen());
}

#[test]
fn what_the_cursor_is_in_stands_as_high_in_the_preview() {
    for width in [100, 130, 200] {
        let mut driver = driver(&long(), Look::default(), width, 30);
        driver.press("<a-v>");
        let mut seen = 0;
        for _ in 0..60 {
            driver.press("<a-down><down>");
            let buffer = driver.model.editor.buffer();
            let line = buffer.line(buffer.line_of(driver.model.editor.selection().head));
            let Some(name) = line.get(..5).filter(|name| name.starts_with("No")) else { continue };
            let (text, preview) = heights(&driver, name);
            assert!(text.is_some() && text == preview, "{name} {text:?} {preview:?}\n{}", driver.screen());
            seen += 1;
        }
        assert!(seen > 30, "{seen}");
    }
}

#[test]
fn the_wheel_scrolls_both() {
    let mut driver = driver(&long(), Look::default(), 130, 30);
    driver.press("<a-v>");
    let preview = driver.model.geometry().preview;
    for _ in 0..40 {
        wheel(&mut driver, MouseEventKind::ScrollDown, preview.x + 3, 4);
        let top = rows(&driver)[1].trim().get(..5).map(str::to_owned);
        if let Some(name) = top.filter(|top| top.starts_with("No")) {
            assert_eq!(heights(&driver, &name), (Some(1), Some(1)), "{}", driver.screen());
        }
    }
    assert!(driver.model.editor.top() > 2500, "{}", driver.model.editor.top());
}

#[test]
fn what_is_typed_is_set_at_once() {
    let mut driver = driver("# Tea\n\none\n\nfour\n", Look::default(), 130, 20);
    driver.is_slow = true;
    put_cursor(&mut driver, "one");
    driver.press("<a-v><end> **two** three");
    let row = rows(&driver)[2].clone();
    assert!(row.contains("one **two** three") && row.contains("one two three"), "{row}");
    driver.press("<enter><enter># New");
    let row = rows(&driver)[4].clone();
    assert!(row.contains("# New") && row.matches("New").count() == 2, "{row}");
    driver.press("<c-z><c-z><c-z><c-z><c-z>");
    assert!(driver.screen().contains("four"));
}

#[test]
fn a_click_goes_to_the_words_in_the_text() {
    let text = long().replace("No110 ", "No110 **here** ");
    for width in [80, 130] {
        let mut driver = driver(&text, Look::default(), width, 30);
        put_cursor(&mut driver, "No112");
        driver.press("<a-v>");
        let is_instead = driver.model.is_previewing();
        let rows = rows(&driver);
        let (y, row) = rows.iter().enumerate().find(|(_, row)| row.contains("No110 here")).unwrap();
        let x = row.split_once("No110 here").unwrap().0.chars().count() + 7;
        wheel(&mut driver, MouseEventKind::Down(MouseButton::Left), x as u16, y as u16);
        assert!(driver.text().contains("**h|ere**"), "{}", driver.screen());
        let shown = self::rows(&driver);
        assert!(shown[y].contains("No110 **here**"), "{is_instead} {y} {shown:#?}");
        assert!(!driver.model.is_previewing());
        wheel(&mut driver, MouseEventKind::Drag(MouseButton::Left), 30, 3);
        assert!(driver.model.editor.selection().is_empty());
    }
}

#[test]
fn one_comes_back_to_where_one_has_read() {
    let mut driver = driver(&long(), Look::default(), 80, 24);
    put_cursor(&mut driver, "No105");
    driver.press("<down>");
    let (before, top) = (driver.text(), driver.model.editor.top());
    driver.press("<a-v>q");
    assert_eq!((driver.text(), driver.model.editor.top()), (before.clone(), top));
    driver.press("<a-v><down><down><esc>");
    assert_eq!(driver.text(), before);
    driver.press("<a-v> <pgdn> ");
    let first = rows(&driver)
        .into_iter()
        .find_map(|row| row.trim().get(..5).map(str::to_owned).filter(|row| row.starts_with("No")));
    driver.press("xyz<esc>");
    let first = first.unwrap();
    let text = driver.text();
    let (_, cursor) = text.split_once('|').unwrap();
    assert!(
        [first.as_str(), "- ", "one"].iter().any(|start| cursor.starts_with(start)),
        "{first}: {cursor:.20}"
    );
    assert!(rows(&driver).iter().take(10).any(|row| row.contains(&first)), "{}", driver.screen());
    assert_eq!(driver.model.editor.buffer().text(), long());
}

#[test]
fn it_scrolls_to_both_ends_and_a_resize_keeps_the_place() {
    let mut driver = driver(&long(), Look::default(), 80, 24);
    driver.press("<a-v><end>");
    assert!(driver.screen().contains("No199"), "{}", driver.screen());
    driver.press("<home>");
    assert!(rows(&driver)[2].contains("Nightboat"), "{}", driver.screen());
    driver.press(" <down><pgdn><pgup><up> ");
    let name = rows(&driver)
        .iter()
        .find_map(|row| Some(format!("No1{}", row.split_once("No1")?.1.get(..2)?)))
        .unwrap();
    for (width, height) in [(40, 12), (1, 1), (200, 50), (80, 24)] {
        driver.tell(Msg::Resize(width, height));
        assert!(width == 1 || driver.screen().contains(&name), "{name}: {}", driver.screen());
    }
    driver.tell(Msg::Resize(120, 30));
    driver.press("<esc><a-v>");
    assert!(driver.model.geometry().preview.width > 0);
    driver.tell(Msg::Resize(60, 30));
    assert!(driver.model.geometry().preview.width == 0 && !driver.model.is_previewing());
    driver.tell(Msg::Resize(120, 30));
    assert!(driver.model.geometry().preview.width > 0);
}

#[test]
fn any_size_and_look_will_do() {
    let plain = Look { tone: Tone::Colourless, ascii: true, ..Look::default() };
    for (width, height) in [(1, 1), (2, 3), (5, 2), (20, 5), (30, 8), (95, 3), (96, 16), (300, 80)] {
        let mut driver = driver(TEXT, plain, width, height);
        for _ in 0..4 {
            driver.press("<a-v><pgdn><down><end><up> <home>").screen();
        }
        driver.press("<c-a>x<c-z>").screen();
        let mut empty = self::driver("", plain, width, height);
        empty.press("<a-v><end><pgdn><a-v> <home><a-v>#").screen();
    }
}

#[test]
fn commands_that_go_somewhere_lead_back_to_the_text() {
    let mut driver = driver(&format!("{}very big\n", long()), Look::default(), 80, 24);
    driver.press("<a-v><c-p>next strike<enter>");
    assert!(!driver.model.is_previewing() && driver.screen().contains("very"), "{}", driver.screen());
    driver.press("<a-v><a-r>");
    assert!(driver.model.chair.is_some());
    driver.press("q");
    assert!(driver.model.chair.is_none() && driver.model.is_previewing());
    driver.press("q<f10><a-v>");
    assert!(driver.notice().contains("go back"), "{}", driver.notice());
}
