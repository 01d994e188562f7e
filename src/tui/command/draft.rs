//! Coming to a first draft.

use super::{Command, always};
use crate::tui::interview;

pub(super) const COMMANDS: &[Command] = &[always(
    "interview",
    "Interview first: who is the customer, what do they struggle with; the answers fill the document",
    &[],
    "",
    interview::begin,
)];
