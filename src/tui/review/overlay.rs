//! What can lie on top of the page.

use super::close::Closing;
use super::compose::Compose;
use crate::tui::widget::confirm::Confirm;
use crate::tui::widget::help::Help;
use crate::tui::widget::prompt::Prompt;

/// Something on top of the page that takes the keys.
#[derive(Debug)]
pub enum Overlay {
    /// A page of text: help, or a whole thread.
    Page(Help),
    /// Text to find, being typed.
    Find(Prompt),
    /// What one has to say, being typed.
    Compose(Box<Compose>),
    /// Whether what was typed is to go.
    Discard(Confirm, Box<Compose>),
    /// The list of asks and the verdict.
    Closing(Closing),
    /// Something to be decided.
    Confirm(Confirm, Question),
}

/// What is to be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// The document on the disk is another by now: save over it, or take that one?
    Changed,
    /// Something that was said could not be kept: leave it behind?
    Unkept,
}
