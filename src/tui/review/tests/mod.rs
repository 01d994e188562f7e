//! The review as a person uses it: keys pressed, clicks, screens looked at.

mod driver;
mod files;
mod reading;
mod screens;
mod tiny;
mod walking;
