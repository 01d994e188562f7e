//! What the parts of a press release have to have: the tests that templates list, carried out.
//!
//! One rule speaks for each part, and its template's list decides which tests it puts ([`check`] knows them by name);
//! rules that no list can name (order, length, the dateline's date) stand beside them. A part that still has template
//! placeholders in it is not written yet and is left to `placeholder`; one that is not there is left to `missing-part`.
//! The words of a part are struck by the packs; nothing here strikes words.

mod check;
pub(super) mod dateline;
pub(super) mod getting_started;
pub(super) mod headline;
mod lexicon;
pub(super) mod part_length;
pub(super) mod part_order;
pub(super) mod part_test;
pub(super) mod problem;
pub(super) mod quote;
pub(super) mod solution;
pub(super) mod subheading;
pub(super) mod summary;
#[cfg(test)]
mod tests;
mod written;

pub(super) use lexicon::is_doing;
use written::Written;

use crate::document::PartKind;
use crate::lint::{DocumentContext, Finding};

/// Puts the tests of the template to every part of one of `kinds`.
fn carry_out(context: &DocumentContext<'_>, kinds: &[PartKind], out: &mut Vec<Finding>) {
    for part in Written::all(context, |kind| kinds.contains(kind)) {
        check::carry_out(&part, out);
    }
}
