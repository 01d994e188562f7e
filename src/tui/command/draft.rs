//! Coming to a first draft.

use super::{Command, Context};
use crate::tui::interview;

pub(super) const COMMANDS: &[Command] = &[Context::Always.command(
    "interview",
    "Interview first: who is the customer, what do they struggle with; the answers fill the document",
    &[],
    "",
    interview::begin,
)];
