//! Links: the one at the cursor, and words made one.

use super::Done;
use crate::document::{MarkedAs, marked};
use crate::text::{Buffer, Edit, Selection, Span};

/// A link in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// All of it, `[words](address)`.
    pub span: Span,
    /// Its words.
    pub words: Span,
    /// Its address.
    pub address: String,
}

/// The link that `selection` is in.
pub fn link_at(buffer: &Buffer, selection: Selection) -> Option<Link> {
    let lines = super::around(buffer, selection.span());
    let mut links = marked(buffer.slice(lines)).into_iter().filter_map(|one| match one.kind {
        MarkedAs::Link(address) => Some((one.span.shifted(lines.start), address)),
        _ => None,
    });
    let (span, address) = links.find(|(span, _)| span.covers(selection.span()))?;
    let words = buffer.slice(span).rfind("](")?;
    Some(Link { span, words: Span::new(span.start + 1, span.start + words), address })
}

/// Makes `words` a link to `address`, or gives `link` another one; an empty address leaves the words alone. Without
/// words the cursor stands where they go.
pub fn link_to(words: Span, link: Option<&Link>, selection: Selection, address: &str) -> Done {
    let address = escaped(address.trim());
    let edits = match link {
        Some(link) if address.is_empty() => {
            vec![Edit::delete(link.span.start..link.words.start), Edit::delete(link.words.end..link.span.end)]
        }
        Some(link) => vec![Edit::replace(link.words.end..link.span.end, format!("]({address})"))],
        None if address.is_empty() => Vec::new(),
        None => vec![Edit::insert(words.start, "["), Edit::insert(words.end, format!("]({address})"))],
    };
    if link.is_none() && words.is_empty() && !address.is_empty() {
        let edit = Edit::insert(words.start, format!("[]({address})"));
        return Done { change: edit.into(), after: Selection::cursor(words.start + 1) };
    }
    Done::new(edits, selection)
}

// Markdown wants no space and no lone bracket in an address.
fn escaped(address: &str) -> String {
    let mut out = String::new();
    for char in address.chars() {
        match char {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            char if char.is_control() => {}
            char => out.push(char),
        }
    }
    out
}
