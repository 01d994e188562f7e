//! The pieces of the screen around the text, each a plain struct fed with plain data.
//!
//! A widget knows nothing of the editor: it draws itself into whatever area it is given (none at all is fine), takes
//! keys and clicks, and says with an [`Outcome`] what they meant. Widgets on top of the text (palette, help, confirm)
//! are given the whole screen and place themselves. All text goes through [`paint`], which lets nothing reach the
//! terminal as a command.

pub mod banner;
pub mod card;
pub mod confirm;
pub mod fuzzy;
pub mod help;
pub mod input;
pub mod keybar;
pub(super) mod list;
pub mod outline;
pub mod paint;
pub mod palette;
pub mod picker;
pub mod popup;
pub mod prompt;
pub mod prose;
pub mod scores;
#[cfg(test)]
pub(crate) mod testing;
pub mod trend;

/// What a key or a click meant to a widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome<T> {
    /// Nothing; somebody else may want it.
    Ignored,
    /// The widget has dealt with it.
    Stay,
    /// The text being typed has changed, which a search may want to follow.
    Changed,
    /// Close the widget and do nothing.
    Cancel,
    /// Close the widget and do this.
    Chosen(T),
}
