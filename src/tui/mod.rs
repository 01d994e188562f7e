//! The editor in the terminal.
//!
//! [`update`](update::update) takes a message and changes the [`Model`](model::Model), [`view`](view::view) draws it; both
//! are pure, and tested without a terminal. [`run`] waits for the terminal and does what the model asks for. [`terminal`]
//! takes the terminal and gives it back, whatever happens; it alone writes escape sequences here.

pub mod chair;
pub mod clipboard;
pub mod command;
mod differing;
mod disk;
pub mod editor;
pub mod export;
mod finding;
pub mod focus;
pub mod geometry;
pub mod glyphs;
mod insert;
mod interview;
mod keeper;
pub mod key;
pub mod keymap;
mod link;
pub mod look;
pub mod markdown;
pub mod message;
mod missing;
pub mod model;
mod mouse;
pub mod notice;
pub mod overlay;
pub mod pen;
pub mod preview;
pub mod redline;
pub mod replace;
pub mod review;
pub mod run;
mod saving;
pub mod services;
#[cfg(test)]
mod snapshot;
pub mod start;
pub mod strike;
pub mod terminal;
#[cfg(test)]
mod tests;
pub mod theme;
pub mod update;
pub mod view;
pub mod walk;
pub mod widget;
mod worker;

pub use run::{End, Options, edit, start};
