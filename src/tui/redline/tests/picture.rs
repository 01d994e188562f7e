//! The README's pictures of the viewer, drawn from the real thing.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Position;

use super::driver::{Driver, input};
use crate::tui::redline::view::view;
use crate::tui::redline::{Input, Options, Source};
use crate::tui::tests::picture::keep;
use crate::tui::tests::svg::svg;

const OLD: &str = include_str!("../../../../examples/waitback-draft.md");
const NEW: &str = include_str!("../../../../examples/waitback.md");

#[test]
fn the_pictures_of_the_viewer_are_up_to_date() {
    for (name, width, height, script, title) in [
        ("redline-wide", 200, 50, "nnnnn", "two drafts side by side, and beside them what got better"),
        (
            "redline",
            120,
            40,
            "nnnnn",
            "two drafts side by side: what is gone is struck, what is new underlined",
        ),
        ("redline-narrow", 80, 24, "nnnnn", "two drafts as one text"),
    ] {
        let source = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
        let input = Input {
            old: source("examples/waitback-draft.md", OLD),
            new: source("examples/waitback.md", NEW),
            ..input("", "")
        };
        let mut driver = Driver::of(input, Options::default(), width, height);
        driver.score().press(script);
        let Ok(mut screen) = Terminal::new(TestBackend::new(width, height));
        let Ok(_) = screen.draw(|frame| view(&driver.model, frame));
        // There is no cursor; one outside the picture is drawn by nobody.
        let nowhere = Position::new(width + 9, height + 9);
        keep(
            &format!("{name}.svg"),
            &svg(screen.backend().buffer(), nowhere, &format!("prfaq redline: {title}")),
        );
    }
}
