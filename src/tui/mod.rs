//! The editor in the terminal.
//!
//! [`terminal`] takes the terminal and gives it back, whatever happens; it alone writes escape sequences here.
//! [`theme`] and [`glyphs`] say how things look, [`widget`] has the pieces of the screen around the text.

pub mod glyphs;
#[cfg(test)]
mod snapshot;
pub mod terminal;
pub mod theme;
pub mod widget;
