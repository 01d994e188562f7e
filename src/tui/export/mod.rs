//! The way out of the editor: what the gate says of the text as it stands on the screen, which files are to be made of it,
//! and, where the gate is closed, who lifts it and why.
//!
//! The dialog asks; what it asks for is done beside the keys by [`work`], with the same [`publish`](crate::publish) that
//! `prfaq export` uses.

mod act;
mod dialog;
mod draw;
mod layout;
mod order;
#[cfg(test)]
mod tests;
pub(super) mod work;

pub use act::{click, finished, judged, key, open, overwrite};
pub use dialog::Dialog;
pub use order::{Choice, Judgement, Lift, Order, Outcome};
