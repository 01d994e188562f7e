//! A document as others get it: Markdown, HTML, JSON. Pure: what is written comes out as text; who may have it is the
//! gate's business, where it goes is the command line's.
//!
//! - [`markdown()`]: the document without prompts, suppressions and other comments, and with the part of its front
//!   matter that is fit to leave.
//! - [`wiki()`]: the same for Confluence and Notion, which know less of Markdown.
//! - [`html()`]: one self-contained, printable page in which nothing is executed and nothing is loaded.
//! - [`docx()`](docx::docx): a Word document, with tracked changes and comments.
//! - [`json()`]: the whole model for programs.
//! - [`text()`]: plain text, wrapped for a mail.
//! - [`redline()`]: two versions compared, as such a page.
//! - [`rich()`]: a piece of it for the clipboard.
//!
//! Waivers that lifted a closed gate are recorded in each of them.

pub mod docx;
mod html;
mod json;
mod markdown;
mod redline;
mod rich;
mod selection;
#[cfg(test)]
mod tests;
mod text;

pub use html::html;
pub(crate) use html::without_comments;
pub use json::json;
pub use markdown::{markdown, wiki};
pub use redline::redline;
pub use rich::{Rich, rich};
pub use selection::{Chosen, Selection, is_internal, is_of_release};
pub use text::text;

use crate::analysis::Analysis;
use crate::document::Document;
use crate::lint::Diagnostic;
use crate::score::Score;
use crate::score::gate::Verdict;

/// A document with all that is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Manuscript<'a> {
    /// Its text.
    pub source: &'a str,
    /// What was parsed from it.
    pub document: &'a Document,
    /// Its figures.
    pub score: &'a Score,
    /// What the gate says.
    pub verdict: &'a Verdict,
    /// What the red pen found, by place.
    pub diagnostics: &'a [Diagnostic],
}

impl<'a> Manuscript<'a> {
    /// The manuscript of `source`, which was analysed as `analysis`.
    pub fn of(source: &'a str, analysis: &'a Analysis) -> Self {
        Self {
            source,
            document: &analysis.document,
            score: &analysis.score,
            verdict: &analysis.verdict,
            diagnostics: &analysis.diagnostics,
        }
    }
}
