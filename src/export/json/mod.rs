//! The whole model as JSON, for programs.
//!
//! One object, version 1; keys may be added, none changes its meaning:
//!
//! | key | what it holds |
//! | --- | --- |
//! | `version` | 1 |
//! | `front_matter` | `template`, `product`, `company`, `customer`, `launch`, `competitors`, `terms`, `waivers` |
//! | `parts` | what the template asks for and what was found: `id`, `kind`, `required`, `present`, `words`, `max_words`, `flesch_reading_ease`, `flesch_kincaid_grade` |
//! | `blocks` | the text, by place: `kind` (with `level` for headings), `role`, `part`, `zone`, `quoted`, `text`, `span`, `sentences` (each with its `text` and `words`) |
//! | `entries` | questions: `part`, `question` and `answer` as indices into `blocks` |
//! | `dateline` | `text` and `date`, or null |
//! | `score` | as in the findings of `prfaq lint`; null where anybody may read it |
//! | `gate` | `pass`, `reasons`, `checks`, `waivers` |
//! | `diagnostics` | as in the findings of `prfaq lint` |
//!
//! Spans are bytes of the source, from 0; lines and columns are in `diagnostics`.

mod blocks;
mod model;

use super::{Manuscript, Selection};
use crate::text::printable_json;

/// The parts of `manuscript` that `selection` names, as JSON of several lines.
pub fn json(manuscript: &Manuscript<'_>, selection: &Selection) -> String {
    let text = serde_json::to_string_pretty(&model::of(manuscript, selection)).unwrap_or_default();
    let mut text = printable_json(&text).into_owned();
    text.push('\n');
    text
}
