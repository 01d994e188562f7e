//! The Markdown that a Word document was made from, carried inside it.
//!
//! It travels as a custom XML part, which Word and LibreOffice keep when they save:
//!
//! ```xml
//! <prfaq xmlns="urn:prfaq:export:1" version="1" hash="1f0c9a5b7d3e2468"><markdown>…</markdown></prfaq>
//! ```
//!
//! It is what was exported and no more, so that nothing leaves that was left out. Reviews are not in it: they are the
//! tracked changes and comments of the document.

use std::fmt::Write as _;
use std::hash::Hasher as _;

use fnv::FnvHasher;
use roxmltree::{Document, ParsingOptions};

use crate::text::slice;

/// The namespace of the part.
const NAMESPACE: &str = "urn:prfaq:export:1";

/// What is known of [`Embedded`]; a later version may hold more.
const VERSION: &str = "1";

/// The part has three nodes; whatever has many more is none.
const MOST_NODES: u32 = 64;

/// What a document carries beside what Word shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedded {
    /// The Markdown of the parts that were exported, front matter as it may leave included.
    pub markdown: String,
}

impl Embedded {
    /// Where the part stands in the package.
    pub const PATH: &'static str = "customXml/item1.xml";

    /// The part; the same text always gives the same bytes.
    pub fn to_xml(&self) -> String {
        let hash = hash(&self.markdown);
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
            <prfaq xmlns=\"{NAMESPACE}\" version=\"{VERSION}\" hash=\"{hash}\"><markdown xml:space=\"preserve\">"
        );
        escape(&self.markdown, &mut out);
        out.push_str("</markdown></prfaq>");
        out
    }

    /// What `xml` carries; nothing where it is another part, of a later version, or no longer the text that was put in.
    pub fn from_xml(xml: &str) -> Option<Self> {
        let options =
            ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        let tree = Document::parse_with_options(xml, options).ok()?;
        let root = tree.root_element();
        if !root.has_tag_name((NAMESPACE, "prfaq")) || root.attribute("version") != Some(VERSION) {
            return None;
        }
        let element = root.children().find(|child| child.has_tag_name((NAMESPACE, "markdown")))?;
        let text: String = element.children().filter_map(|child| child.text()).collect();
        let markdown = unescaped(&text);
        (root.attribute("hash") == Some(hash(&markdown).as_str())).then_some(Self { markdown })
    }
}

/// FNV-1a, 64 bits: it tells whether a program in between changed the text, no more.
fn hash(text: &str) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(text.as_bytes());
    format!("{:016x}", hasher.finish())
}

/// Writes `text` as XML. What XML 1.0 cannot hold is written as Office does (ECMA-376 part 1, 22.9.2.19): `_x001B_`.
fn escape(text: &str, out: &mut String) {
    for (at, character) in text.char_indices() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A bare one would be read as a line break.
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(character),
            '_' if code(slice(text, at..text.len())).is_some() => out.push_str("_x005F_"),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "_x{:04X}_", u32::from(character));
            }
            _ => out.push(character),
        }
    }
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(slice(rest, 0..at));
        let tail = slice(rest, at..rest.len());
        let (character, taken) = code(tail).map_or(('_', 1), |character| (character, CODE));
        out.push(character);
        rest = slice(tail, taken..tail.len());
    }
    out.push_str(rest);
    out
}

/// Bytes of `_x001B_`.
const CODE: usize = 7;

/// The character whose code `text` begins with.
fn code(text: &str) -> Option<char> {
    let digits = text.get(..CODE)?.strip_prefix("_x")?.strip_suffix('_')?;
    let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| hex).and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn embedded(markdown: &str) -> Embedded {
        Embedded { markdown: markdown.to_owned() }
    }

    #[test]
    fn what_xml_cannot_hold_comes_back() {
        let text = "---\ntitle: a & b\n---\n\r\n<!-- x --> ]]> _x001B_ _x_ _x005F_ \0\u{1b}[2J\u{ffff}\t\r";
        let xml = embedded(text).to_xml();
        assert!(xml.contains("_x005F_x001B_"), "{xml}");
        assert_eq!(Embedded::from_xml(&xml), Some(embedded(text)));
    }

    #[test]
    fn another_part_another_version_and_a_changed_text_are_none() {
        let xml = embedded("One two.\n").to_xml();
        for (from, to) in [("urn:prfaq", "urn:other"), ("version=\"1\" h", "version=\"2\" h"), ("two", "tow")]
        {
            assert!(xml.contains(from));
            assert_eq!(Embedded::from_xml(&xml.replace(from, to)), None, "{from}");
        }
        assert_eq!(Embedded::from_xml("no XML"), None);
        let laughs = xml.replace("<prfaq", "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><prfaq");
        assert_eq!(Embedded::from_xml(&laughs), None);
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text: String, pieces in prop::collection::vec("_|x|0|_x00|41_|\r|\n|&", 0..12)) {
            for text in [text, pieces.concat()] {
                prop_assert_eq!(Embedded::from_xml(&embedded(&text).to_xml()), Some(embedded(&text)));
            }
        }
    }
}
