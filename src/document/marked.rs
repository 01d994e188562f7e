//! Which words of a text Markdown marks, and how: bold, italic, links and code, with the marks around them.

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use super::markdown_options;
use crate::text::Span;

/// Words that are marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Their bytes, the marks included.
    pub span: Span,
    /// What the marks make of them.
    pub kind: MarkedAs,
}

/// What marks make of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkedAs {
    /// `**bold**`
    Bold,
    /// `*italic*`
    Italic,
    /// `[words](address)`; the address.
    Link(String),
    /// Code, of words or of lines.
    Code,
}

/// What is marked in `text`, which has no front matter; outer before inner.
pub fn marked(text: &str) -> Vec<Marked> {
    let as_what = |event| match event {
        Event::Start(Tag::Strong) => Some(MarkedAs::Bold),
        Event::Start(Tag::Emphasis) => Some(MarkedAs::Italic),
        Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) => {
            Some(MarkedAs::Link(dest_url.into_string()))
        }
        Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => Some(MarkedAs::Code),
        _ => None,
    };
    let events = Parser::new_ext(text, markdown_options()).into_offset_iter();
    events.filter_map(|(event, range)| Some(Marked { span: range.into(), kind: as_what(event)? })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::slice;

    #[test]
    fn marks_are_told_with_their_places() {
        let text = "a ***b*** [c](d) `e`\n\n    f\n";
        let found = marked(text);
        let words: Vec<_> = found.iter().map(|one| slice(text, one.span)).collect();
        assert_eq!(words, ["***b***", "**b**", "[c](d)", "`e`", "f\n"]);
        assert_eq!(found[0].kind, MarkedAs::Italic);
        assert_eq!(found[2].kind, MarkedAs::Link("d".into()));
        assert!(marked("\\*a\\* snake_case_word").is_empty());
    }
}
