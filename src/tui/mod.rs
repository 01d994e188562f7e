//! The editor in the terminal.
//!
//! [`terminal`] takes the terminal and gives it back, whatever happens; it alone writes escape sequences here.

pub mod terminal;
