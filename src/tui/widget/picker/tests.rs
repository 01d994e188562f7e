use proptest::prelude::*;

use super::*;
use crate::tui::snapshot;
use crate::tui::theme::Theme;
use crate::tui::widget::testing::{keys, places, stays_inside};

fn row(title: &str, doc: &str, preview: Option<&str>) -> Row {
    Row { title: title.to_owned(), doc: doc.to_owned(), preview: preview.map(str::to_owned) }
}

fn start() -> Picker {
    let skeleton = "# {{company}} announces {{product}}\n\nWho is the customer, and what do they get that they did not have?";
    let groups = vec![
        Group {
            title: "New from a template".to_owned(),
            rows: vec![
                row("prfaq", "One page as if it shipped today, then the questions", Some(skeleton)),
                row("press-release", "One page", None),
            ],
        },
        Group { title: "Recent files".to_owned(), rows: Vec::new() },
        Group {
            title: "Recovered".to_owned(),
            rows: vec![row(
                "/home/ann/plans/of/many/years/dra\u{1b}ft.md",
                "12 changes from yesterday",
                None,
            )],
        },
    ];
    Picker::new("prfaq", groups, "New here? Press Enter: the template tells you what to write.")
}

fn pick(group: usize, row: usize) -> Outcome<Pick> {
    Outcome::Chosen(Pick { group, row })
}

#[test]
fn keys_move_over_groups_and_empty_ones_are_passed_by() {
    for (script, expected) in [
        ("<enter>", pick(0, 0)),
        ("<down><down><enter>", pick(2, 0)),
        ("<tab><enter>", pick(2, 0)),
        ("<tab><tab><enter>", pick(0, 0)),
        ("<up><enter>", pick(2, 0)),
        ("<esc>", Outcome::Cancel),
        ("x", Outcome::Ignored),
    ] {
        let mut picker = start();
        assert_eq!(keys(script).into_iter().map(|key| picker.key(key)).last(), Some(expected), "{script}");
    }
    let mut none = Picker::new("", Vec::new(), "");
    assert_eq!(none.key(KeyCode::Enter.into()), Outcome::Stay);
    assert_eq!(none.key(KeyCode::Tab.into()), Outcome::Stay);
}

#[test]
fn a_click_chooses_the_row_it_hits() {
    let area = Rect::new(0, 0, 80, 24);
    let top = start().areas(area).list;
    assert_eq!(start().click(top.x, top.y, area), Outcome::Stay);
    assert_eq!(start().click(top.x, top.y + 2, area), pick(0, 1));
    assert_eq!(start().click(top.x, top.y + 5, area), pick(2, 0));
    assert_eq!(start().click(top.x, 0, area), Outcome::Stay);
}

#[test]
fn screens() {
    for (name, width, height, theme) in [
        ("picker_wide", 100, 14, Theme::dark()),
        ("picker_60", 60, 12, Theme::light()),
        ("picker_low", 30, 4, Theme::colourless().with_ascii()),
    ] {
        let screen =
            snapshot::draw(width, height, |frame| start().render(frame.area(), frame.buffer_mut(), &theme));
        insta::assert_snapshot!(name, screen);
    }
}

proptest! {
    #[test]
    fn any_size_will_do((screen, area) in places(), at in (0u16..200, 0u16..200), downs in 0usize..4) {
        let mut picker = start();
        for _ in 0..downs {
            picker.key(KeyCode::Down.into());
        }
        picker.click(at.0, at.1, area);
        prop_assert!(stays_inside(screen, area, |buffer, theme| picker.render(area, buffer, theme)));
    }
}
