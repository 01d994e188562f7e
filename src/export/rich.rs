//! What of a text is put on the clipboard for mail and word processors: HTML, and Markdown for whoever takes only text.

use std::fmt::Write as _;

use pulldown_cmark::Parser;

use super::{Selection, html, markdown};
use crate::document::{Document, markdown_options};
use crate::text::{Span, slice};

/// A text in two forms, neither with comments, prompts or suppressions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rich {
    /// Elements that belong into the body of a page; nothing in it is executed or loaded. All of it is ASCII: some programs
    /// take what is on the clipboard for Latin-1.
    pub html: String,
    /// The same as Markdown.
    pub markdown: String,
}

/// What stands at `span` of `source`, without front matter; `None` where nothing of that is left for readers.
pub fn rich(source: &str, span: Span) -> Option<Rich> {
    let from = span.start.max(Document::front_matter(source).span.end);
    let picked = slice(source, from..span.end.max(from));
    // A line of dashes at its start is no front matter: that is behind us.
    let body = format!("\n{picked}");
    let clean = markdown::body(&body, &Document::parse(&body, &[]));
    let markdown = clean.strip_prefix('\n').unwrap_or(&clean).to_owned();
    if markdown.trim().is_empty() {
        return None;
    }
    // Where its links lead may be written elsewhere.
    let whole = format!("{body}\n\n{}", definitions(source));
    let elements = html::fragment(&whole, &Document::parse(&whole, &[]), &Selection::All);
    Some(Rich { html: ascii(&elements), markdown })
}

/// The definitions of links in `source`.
fn definitions(source: &str) -> String {
    let body = slice(source, Document::front_matter(source).span.end..source.len());
    let parser = Parser::new_ext(body, markdown_options());
    let spans = parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone());
    let mut spans: Vec<_> = spans.collect();
    spans.sort_by_key(|span| span.start);
    spans.into_iter().map(|span| slice(body, span).trim()).collect::<Vec<_>>().join("\n")
}

fn ascii(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for c in html.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "&#{};", u32::from(c));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "---\nproduct: Nightboat\n---\n\n# Night ferry\n\n<!-- prompt: SECRET -->\n\nIt is *late* – \
        see [us].\n\n<!-- prfaq-disable-next-line hype -- SECRET -->\n\n- <script>alert(1)</script>\n- [no](javascript:x)\n\n[us]: \
        https://a.example/é\n";

    fn at(words: &str) -> Span {
        let start = SOURCE.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    #[test]
    fn all_of_it_leaves_without_front_matter_and_comments_and_runs_nothing() {
        let rich = rich(SOURCE, Span::new(0, SOURCE.len())).unwrap();
        for text in [&rich.html, &rich.markdown] {
            assert!(text.contains("Night ferry") && text.contains("late"), "{text}");
            assert!(
                !text.contains("SECRET") && !text.contains("product:") && !text.contains("<!--"),
                "{text}"
            );
        }
        let html = &rich.html;
        assert!(html.contains("<h1") && html.contains("<em>late</em> &#8211; see <a href="), "{html}");
        assert!(html.is_ascii() && !html.contains("<script") && !html.contains("javascript:"), "{html}");
        assert!(!html.contains("<body") && !html.contains("<style"), "{html}");
        assert!(rich.markdown.starts_with("# Night ferry\n"), "{}", rich.markdown);
    }

    #[test]
    fn what_is_selected_is_all_that_leaves_and_its_links_lead_somewhere() {
        let some = rich(SOURCE, at("*late* – see [us]")).unwrap();
        assert_eq!(some.markdown, "*late* – see [us]");
        let html = "<p><em>late</em> &#8211; see <a href=\"https://a.example/&#233;\">us</a></p>\n";
        assert_eq!(some.html, html);
        // Selected from within the front matter on: the rest of that stays behind.
        let from = Span::new(at("Nightboat").start, at("ferry").end);
        assert_eq!(rich(SOURCE, from).unwrap().markdown.trim(), "# Night ferry");
        assert_eq!(rich(SOURCE, at("product: Nightboat")), None);
        assert_eq!(rich(SOURCE, at("<!-- prompt: SECRET -->")), None);
        let ruled = "One\n\n---\n\nkey: two\n\n---\n";
        let two = rich(ruled, Span::new(5, ruled.len())).unwrap();
        assert!(two.html.starts_with("<hr>\n<p>key: two</p>"), "{}", two.html);
    }
}
