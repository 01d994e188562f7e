use proptest::prelude::*;

use super::*;
use crate::tui::snapshot;
use crate::tui::theme::Theme;
use crate::tui::widget::testing::{keys, places, stays_inside};

fn item(title: &str, state: State, words: usize, budget: Option<usize>, strikes: usize) -> Item {
    Item { title: title.to_owned(), state, words, budget, strikes, questions: Vec::new() }
}

fn questions(count: usize) -> Vec<String> {
    (1..=count).map(|nth| format!("What about \u{1b}[31mthing number {nth}, is it safe?")).collect()
}

fn outline() -> Outline {
    let mut outline = Outline::default();
    let items = vec![
        item("Headline", State::Filled, 11, Some(12), 0),
        item("Problem", State::Filled, 104, Some(90), 3),
        item("Solution", State::Placeholder, 0, None, 0),
        item("Customer quote", State::Missing, 0, None, 0),
        Item { questions: questions(2), ..item("Customer FAQ", State::Filled, 230, None, 12) },
        Item { questions: questions(9), ..item("Internal FAQ", State::Empty, 0, None, 0) },
    ];
    outline.set(items, Some(1));
    outline
}

fn run(script: &str) -> (Outline, Outcome<Pick>) {
    let mut outline = outline();
    outline.focus(true);
    let outcome = keys(script).into_iter().map(|key| outline.key(key)).last().unwrap();
    (outline, outcome)
}

fn part(part: usize) -> Outcome<Pick> {
    Outcome::Chosen(Pick { part, question: None })
}

fn question(part: usize, question: usize) -> Outcome<Pick> {
    Outcome::Chosen(Pick { part, question: Some(question) })
}

#[test]
fn keys_walk_over_parts_and_questions_from_the_current_part() {
    for (script, expected) in [
        ("<enter>", part(1)),
        ("<up><enter>", part(0)),
        ("<down><down><down><down><enter>", question(4, 0)),
        ("<end><enter>", Outcome::Stay),
        ("<end><enter><enter>", question(5, 8)),
        ("<end><up><right><down><enter>", question(5, 0)),
        ("<end><up><right><down><left><enter>", Outcome::Stay),
        ("<end><up><right><left><enter>", part(5)),
        ("<esc>", Outcome::Cancel),
        ("x", Outcome::Ignored),
    ] {
        assert_eq!(run(script).1, expected, "{script}");
    }
}

#[test]
fn the_choice_stays_on_its_part_when_the_document_changes() {
    let (mut outline, _) = run("<down><down>");
    let mut items = outline.items.clone();
    items[0].questions = questions(3);
    outline.set(items, Some(1));
    assert_eq!(outline.key(keys("<enter>").remove(0)), part(3));
    outline.set(Vec::new(), None);
    assert_eq!(outline.key(keys("<enter>").remove(0)), Outcome::Stay);
}

#[test]
fn a_click_goes_to_what_it_hits() {
    let area = Rect::new(4, 2, 28, 12);
    assert_eq!(outline().click(10, 3, area), part(0));
    assert_eq!(outline().click(10, 9, area), question(4, 1));
    assert_eq!(outline().click(10, 2, area), Outcome::Stay);
    assert_eq!(outline().click(10, 13, area), Outcome::Stay);
    assert_eq!(outline().click(3, 3, area), Outcome::Ignored);
    let mut folded = outline();
    assert_eq!(folded.click(10, 11, area), Outcome::Stay);
    assert_eq!(folded.unfolded, Some(5));
}

#[test]
fn screens() {
    let (focused, _) = run("<end><up><right>");
    for (name, outline, width, height, theme) in [
        ("outline_dark", &outline(), 30, 11, Theme::dark()),
        ("outline_focused", &focused, 28, 8, Theme::light()),
        ("outline_plain", &outline(), 16, 5, Theme::colourless().with_ascii()),
    ] {
        let screen =
            snapshot::draw(width, height, |frame| outline.render(frame.area(), frame.buffer_mut(), &theme));
        insta::assert_snapshot!(name, screen);
    }
}

proptest! {
    #[test]
    fn any_size_will_do((screen, area) in places(), at in (0u16..200, 0u16..200), is_focused: bool) {
        let mut outline = outline();
        outline.focus(is_focused);
        outline.click(at.0, at.1, area);
        prop_assert!(stays_inside(screen, area, |buffer, theme| outline.render(area, buffer, theme)));
    }
}

#[test]
fn names_are_read_in_full_before_anything_else_is_said() {
    let mut outline = Outline::default();
    let items = vec![
        item("Getting started", State::Placeholder, 20, Some(70), 2),
        item("Customer quote", State::Filled, 104, Some(90), 3),
        item("External FAQ", State::Filled, 104, Some(900), 0),
    ];
    outline.set(items, None);
    outline.required = Some((9, 10));
    let screen = |width| {
        snapshot::draw(width, 4, |frame| outline.render(frame.area(), frame.buffer_mut(), &Theme::dark()))
    };
    let (wide, narrow) = (screen(29), screen(21));
    for text in ["9 of 10", "Getting started", "20/70 2✗", "Customer quote", "! 3✗", "104/900"] {
        assert!(wide.contains(text), "{text}: {wide}");
    }
    for text in ["! 3✗", "External FAQ", "104"] {
        assert!(narrow.contains(text), "{text}: {narrow}");
    }
}

#[test]
fn figures_stay_beside_a_placeholder_and_too_long_is_not_done() {
    let mut outline = Outline::default();
    let items = vec![
        item("Internal FAQ", State::Placeholder, 472, Some(1800), 0),
        item("Summary", State::Placeholder, 90, Some(80), 0),
        item("Headline", State::Filled, 15, Some(12), 0),
        item("Solution", State::Placeholder, 0, Some(120), 0),
    ];
    outline.set(items, None);
    let screen = |width| {
        snapshot::draw(width, 5, |frame| outline.render(frame.area(), frame.buffer_mut(), &Theme::dark()))
    };
    let (wide, narrow) = (screen(34), screen(25));
    for text in ["? Internal FAQ", "fill in 472/1800", "fill in 90/80!", "! Headline", "15/12!", "to fill in"]
    {
        assert!(wide.contains(text), "{text}: {wide}");
    }
    for text in ["? Internal FAQ", "472/1800", "90/80!"] {
        assert!(narrow.contains(text), "{text}: {narrow}");
    }
    assert!(!wide.contains(Theme::dark().glyphs.done), "{wide}");
}
