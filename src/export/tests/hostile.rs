//! What a page may consist of, checked by a tokenizer that reads as browsers do.

use html5gum::{StartTag, Token, Tokenizer};

use super::payloads::PAYLOADS;
use super::*;
use crate::export::rich;
use crate::text::Span;

const ELEMENTS: &[&str] = &[
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "footer",
    "section",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "br",
    "hr",
    "blockquote",
    "pre",
    "code",
    "em",
    "strong",
    "del",
    "sup",
    "a",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
];
const ATTRIBUTES: &[(&str, &str)] = &[
    ("html", "lang"),
    ("meta", "charset"),
    ("meta", "http-equiv"),
    ("meta", "name"),
    ("meta", "content"),
    ("a", "href"),
    ("a", "id"),
    ("a", "class"),
    ("ol", "start"),
    ("li", "id"),
    ("li", "value"),
    ("section", "class"),
    ("pre", "class"),
    ("th", "class"),
    ("td", "class"),
    ("h1", "id"),
    ("h2", "id"),
    ("h3", "id"),
    ("h4", "id"),
    ("h5", "id"),
    ("h6", "id"),
];

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Fails unless `page` has only elements, attributes and addresses that were meant, one head and one body, no comment
/// and no error that a browser would have to mend.
pub(super) fn assert_safe(page: &str) {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (style, body) = rest.split_once("</style>").unwrap();
    assert_eq!(style.trim(), include_str!("../html/style.css").trim());
    assert_elements(&format!("{head}{body}"));
    for once in ["<body>", "<style>", "<title>", "</footer>"] {
        assert_eq!(page.matches(once).count(), 1, "{once} in {page}");
    }
    assert!(!page.chars().any(|c| crate::text::is_unsafe(c) && !matches!(c, '\n' | '\t')), "{page:?}");
}

/// Fails unless `html` has only elements, attributes and addresses that were meant, each closed in its turn.
fn assert_elements(html: &str) {
    let mut open: Vec<String> = Vec::new();
    for token in Tokenizer::new(html) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                assert_tag(&tag, html);
                let name = text(&tag.name).to_owned();
                if !matches!(name.as_str(), "meta" | "br" | "hr") {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => assert_eq!(open.pop().as_deref(), Some(text(&tag.name)), "{html}"),
            Token::Comment(_) => panic!("a comment in {html}"),
            Token::Error(error) => panic!("{error:?} in {html}"),
            Token::Doctype(_) | Token::String(_) => {}
        }
    }
    assert!(open.is_empty(), "{open:?} in {html}");
}

fn assert_tag(tag: &StartTag<()>, page: &str) {
    let name = text(&tag.name);
    assert!(ELEMENTS.contains(&name), "<{name}> in {page}");
    for (attribute, value) in &tag.attributes {
        let (attribute, value) = (text(attribute), text(value));
        assert!(ATTRIBUTES.contains(&(name, attribute)), "<{name} {attribute}> in {page}");
        if attribute == "href" {
            let allowed = ["http://", "https://", "mailto:", "#"];
            let lower = value.to_ascii_lowercase();
            assert!(allowed.iter().any(|scheme| lower.starts_with(scheme)), "{value:?} in {page}");
            assert!(!value.chars().any(|c| c.is_whitespace() || c.is_control()), "{value:?} in {page}");
        }
        if attribute == "http-equiv" {
            assert_eq!(value, "Content-Security-Policy");
        }
    }
}

#[test]
fn payloads_stay_text() {
    assert!(PAYLOADS.len() >= 150, "{}", PAYLOADS.len());
    for payload in PAYLOADS {
        assert_safe(&Desk::bare(payload).html());
    }
}

/// The same of what is copied: all of it, and from or to the middle.
fn assert_pieces_safe(source: &str) {
    let middle = (source.len() / 2..=source.len()).find(|at| source.is_char_boundary(*at)).unwrap();
    for (start, end) in [(0, source.len()), (middle, source.len()), (0, middle)] {
        if let Some(rich) = rich(source, Span::new(start, end)) {
            assert_elements(&rich.html);
            assert!(rich.html.is_ascii() && !rich.html.contains("<body"), "{}", rich.html);
        }
    }
}

#[test]
fn payloads_stay_text_wherever_they_stand() {
    let specs = specs();
    for payload in PAYLOADS {
        let line = payload.replace('\n', " ");
        let quoted = crate::yaml::scalar(payload);
        for source in [
            format!("# {line}\n\ntext\n"),
            format!("- {payload}\n"),
            format!("> {payload}\n"),
            format!("| a | b |\n|---|---|\n| {line} | x |\n"),
            format!("**{payload}** [x]({line}) ![{line}]({line} \"{line}\")\n"),
            format!("text[^1]\n\n[^1]: {payload}\n"),
            format!("```{line}\n{payload}\n```\n"),
            format!("[x][{line}]\n\n[{line}]: {line} '{line}'\n"),
            format!(
                "---\nproduct: {quoted}\ncompany: {quoted}\nwaivers:\n- {{waive: all, by: {quoted}, reason: {quoted}, date: {quoted}}}\n---\ntext {{{{x}}}}\n"
            ),
        ] {
            let desk = Desk::bare(&source);
            assert_safe(&desk.html());
            assert_pieces_safe(&source);
            desk.json();
        }
        let signed = Waiver { by: (*payload).to_owned(), reason: (*payload).to_owned(), ..waiver() };
        let desk = Desk::waived("text", &specs, signed);
        assert!(desk.html().contains("Gate: waived"));
        assert_safe(&desk.html());
    }
}
