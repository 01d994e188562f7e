//! The viewer as a person uses it: keys pressed, clicks, screens looked at.

mod driver;
mod keys;
mod picture;
mod screens;
mod tiny;
