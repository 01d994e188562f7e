//! Finding the parts: which piece of a press release or FAQ every block belongs to.
//!
//! Headings decide where they say something; where they do not, shape and order decide as a reader would: the first
//! heading is the headline, a dateline opens the summary, a paragraph in quotation marks is a quote, a line that ends
//! in `?` under "FAQ" is a question. Nothing is judged here.

mod evidence;
mod faq;
mod release;
mod walker;

pub use evidence::Evidence;
pub(super) use walker::{Outline, Place, walk};
