//! One self-contained page of HTML.
//!
//! Safe by construction: markup is written from a fixed set of elements and attributes, and every text of the document
//! goes through [`escape`]. Raw HTML is shown as text, links lead only to `http`, `https`, `mailto` and `#`, pictures
//! become their description, and a content security policy forbids whatever might have slipped through.

pub(super) mod escape;
pub(super) mod foot;
pub(super) mod link;
mod notes;
mod slug;
mod table;
mod title;
mod writer;

use super::{Manuscript, Selection};
use escape::escape;
pub(super) use foot::{score_line, state, waiver_line};
pub(super) use slug::Slugs;
pub(super) use title::of as title;
pub(super) use writer::fragment;
pub(crate) use writer::without_comments;

/// What a browser may load or run: nothing but the style in the page.
pub(super) const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE: &str = include_str!("style.css");

/// The parts of `manuscript` that `selection` names, as a page: in the browser, on paper, light and dark.
pub fn html(manuscript: &Manuscript<'_>, selection: &Selection) -> String {
    let body = fragment(manuscript.source, manuscript.document, selection);
    let title = escape(&title(manuscript.document));
    // What the house thinks of it is not for everybody, nor who lifted its gate.
    let (metas, foot) = if selection.is_public() {
        Default::default()
    } else {
        (foot::metas(manuscript), foot::footer(manuscript, selection))
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"prfaq\">\n{metas}\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n{foot}</body>\n</html>\n"
    )
}
