//! Moving the cursor. With Shift each of these selects.

use crossterm::event::KeyCode;

use super::{Command, Context, Run};
use crate::text::Motion;
use crate::tui::editor::Go;
use crate::tui::insert;
use crate::tui::key::Key;

const fn go(name: &'static str, doc: &'static str, keys: &'static [Key], go: Go) -> Command {
    Command { name, doc, keys, context: Context::Text, label: "", run: Run::Go(go) }
}

pub(super) const COMMANDS: &[Command] = &[
    go("left", "One character to the left", &[Key::plain(KeyCode::Left)], Go::Text(Motion::Left)),
    go("right", "One character to the right", &[Key::plain(KeyCode::Right)], Go::Text(Motion::Right)),
    go("up", "One row up on the screen", &[Key::plain(KeyCode::Up)], Go::Rows(-1)),
    go("down", "One row down on the screen", &[Key::plain(KeyCode::Down)], Go::Rows(1)),
    go(
        "word-left",
        "To the start of the word",
        &[Key::with_ctrl(KeyCode::Left), Key::with_alt(KeyCode::Left), Key::alt('b')],
        Go::Text(Motion::WordLeft),
    ),
    go(
        "word-right",
        "To the end of the word",
        &[Key::with_ctrl(KeyCode::Right), Key::with_alt(KeyCode::Right), Key::alt('f')],
        Go::Text(Motion::WordRight),
    ),
    go("row-start", "To the start of the row", &[Key::plain(KeyCode::Home)], Go::RowStart),
    go("row-end", "To the end of the row", &[Key::plain(KeyCode::End)], Go::RowEnd),
    go(
        "paragraph-up",
        "To the paragraph above",
        &[Key::with_ctrl(KeyCode::Up), Key::with_alt(KeyCode::Up)],
        Go::Text(Motion::ParagraphUp),
    ),
    go(
        "paragraph-down",
        "To the paragraph below",
        &[Key::with_ctrl(KeyCode::Down), Key::with_alt(KeyCode::Down)],
        Go::Text(Motion::ParagraphDown),
    ),
    go("page-up", "One screen up", &[Key::plain(KeyCode::PageUp)], Go::Pages(-1)),
    go("page-down", "One screen down", &[Key::plain(KeyCode::PageDown)], Go::Pages(1)),
    go(
        "text-start",
        "To the start of the document",
        &[Key::with_ctrl(KeyCode::Home)],
        Go::Text(Motion::TextStart),
    ),
    super::text("go-to-line", "To a line by its number", &[], insert::ask_line),
    go("text-end", "To the end of the document", &[Key::with_ctrl(KeyCode::End)], Go::Text(Motion::TextEnd)),
];
