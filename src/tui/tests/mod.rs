//! The editor as a person uses it: keys pressed, text and screens looked at.

mod answers;
mod chair;
pub(crate) mod driver;
mod editing;
mod files;
mod focus;
mod interview;
mod leftovers;
pub(crate) mod picture;
mod pointer;
mod preview;
mod screens;
mod settings;
mod strikes;
pub(crate) mod svg;
mod tiny;
mod walk;
mod writing;
