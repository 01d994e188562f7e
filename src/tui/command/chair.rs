//! The empty chair: who the customer is, and reading as that customer. The preview is read with the same keys.

use crossterm::event::KeyCode;

use super::{Command, Context};
use crate::tui::chair::{self, Scroll};
use crate::tui::key::Key;

pub(super) const COMMANDS: &[Command] = &[
    Context::Always.command(
        "reading-view",
        "Read what the customer would read, strikes carried out; again: dim what speaks of somebody else",
        &[Key::alt('r'), Key::with_shift(KeyCode::F(6))],
        "",
        chair::toggle,
    ),
    Context::Always.command(
        "name-customer",
        "Say who sits in the empty chair, or go to where that is said",
        &[Key::alt('k')],
        "",
        chair::ask,
    ),
    Context::Chair.command(
        "leave-reading-view",
        "Back from the reading view or the preview to the text",
        &[Key::plain(KeyCode::Char('q')), Key::plain(KeyCode::Esc)],
        "Back",
        chair::close,
    ),
    Context::Chair.command(
        "read-on",
        "In the reading view or the preview: a screen on",
        PAGE_DOWN,
        "On",
        |model| chair::scroll(model, Scroll::Pages(1)),
    ),
    Context::Chair.command(
        "read-back",
        "In the reading view or the preview: a screen back",
        &[Key::plain(KeyCode::PageUp)],
        "",
        |model| chair::scroll(model, Scroll::Pages(-1)),
    ),
    Context::Chair.command(
        "read-down",
        "In the reading view or the preview: a row down",
        &[Key::plain(KeyCode::Down)],
        "",
        |model| chair::scroll(model, Scroll::Rows(1)),
    ),
    Context::Chair.command(
        "read-up",
        "In the reading view or the preview: a row up",
        &[Key::plain(KeyCode::Up)],
        "",
        |model| chair::scroll(model, Scroll::Rows(-1)),
    ),
    Context::Chair.command(
        "read-head",
        "In the reading view or the preview: to the head",
        &[Key::plain(KeyCode::Home)],
        "",
        |model| chair::scroll(model, Scroll::End(-1)),
    ),
    Context::Chair.command(
        "read-end",
        "In the reading view or the preview: to the end",
        &[Key::plain(KeyCode::End)],
        "",
        |model| chair::scroll(model, Scroll::End(1)),
    ),
];

const PAGE_DOWN: &[Key] = &[Key::plain(KeyCode::Char(' ')), Key::plain(KeyCode::PageDown)];
