//! Reviews: what readers say of a document, beside the document.
//!
//! Every reviewer has one file, a [`Sidecar`], and writes in nobody else's: two reviewers on two branches never
//! conflict. So nothing is ever changed in a [`Record`]; accepting a suggestion, answering a question or opening a
//! thread again is one more record, of whoever did it, that replies to the first. [`Reviews`] puts the sidecars of a
//! document together into [`Thread`]s.
//!
//! Records hold on to the text by quotation ([`Anchor`]); [`Ground::place`] finds the place again after edits. No file
//! is read or written here, and nobody asks for the time: a [`Signature`] is handed in.

mod act;
mod anchor;
mod answer;
pub mod critic;
mod edited;
mod faq;
mod id;
mod name;
mod place;
mod record;
mod reviews;
mod said;
mod sidecar;
mod thread;
mod tidy;

#[cfg(test)]
mod tests;

pub use act::{Refusal, Signature};
pub use anchor::Anchor;
pub use answer::{Answer, NoAnswer};
pub(crate) use critic::{Change as Rewording, whole};
pub use edited::suggestions;
pub(crate) use edited::{MOVED, rewordings};
pub use faq::{Faq, faq_entry, has_faq_entry};
pub use id::Id;
pub use name::{BadName, file_name, is_same_name};
pub use place::{Ground, Place};
pub use record::{Kind, Record, Status};
pub use reviews::{Found, Reviews};
pub use sidecar::{Decision, Read, Sidecar, Verdict};
pub use thread::Thread;
pub(crate) use tidy::tidied;
