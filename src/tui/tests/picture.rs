//! The README's picture of the editor, drawn from the real thing, and how such pictures are kept.

use std::fs;
use std::path::Path;

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::driver::Driver;
use super::svg::svg;
use crate::lint::Action;
use crate::text::{Selection, Span};
use crate::tui::look::Look;
use crate::tui::model::Model;
use crate::tui::pen::{Found, RedPen};
use crate::tui::view::view;

#[test]
fn the_picture_of_the_editor_is_up_to_date() {
    let text = include_str!("../../../examples/waitback-draft.md");
    let model = Model::new(text, Some("examples/waitback-draft.md".into()), Look::default());
    let mut driver = Driver::of_reader(model, 100, 30, RedPen::default());
    let headline = text.find("# ").unwrap();
    let strike = first_replacement(&driver, headline);
    driver.model.editor.select(Selection::cursor(strike.start));
    driver.model.editor.scroll_to(headline);
    driver.tick(1);
    let Ok(mut screen) = Terminal::new(TestBackend::new(100, 30));
    let Ok(_) = screen.draw(|frame| view(&driver.model, frame));
    let cursor = screen.backend().cursor_position();
    let picture = svg(
        screen.backend().buffer(),
        cursor,
        "prfaq with a draft: struck words, the parts, the reason of a strike",
    );
    keep("editor.svg", &picture);
}

/// Holds `picture` against the one that is kept as `name`; with `UPDATE_SCREENS` it is kept from now on.
pub fn keep(name: &str, picture: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/screens").join(name);
    if std::env::var_os("UPDATE_SCREENS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, picture).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    assert!(stored == picture, "examples/screens/{name} is stale: run this test with UPDATE_SCREENS=1");
}

fn first_replacement(driver: &Driver, from: usize) -> Span {
    let model = &driver.model;
    let is_replaced = |found: &Found<'_>| {
        let fix = found.diagnostic.fix.as_ref();
        found.can_be_taken() && fix.is_some_and(|fix| fix.action == Action::Replace)
    };
    let all = Span::new(from, model.editor.buffer().len());
    model.pen.over(all).find(is_replaced).unwrap().span
}
