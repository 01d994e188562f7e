//! The preview. Reading in it goes as in the reading view of the empty chair.

use crossterm::event::KeyCode;

use super::{Command, Context};
use crate::tui::key::Key;
use crate::tui::preview;

pub(super) const COMMANDS: &[Command] = &[Context::Always.command(
    "preview",
    "Show the document as it will be read, beside the text; again: in place of the text; again: put it away",
    &[Key::alt('v'), Key::with_shift(KeyCode::F(5))],
    "",
    preview::toggle,
)];
