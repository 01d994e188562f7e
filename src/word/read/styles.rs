//! What the styles of a document mean: headings, quotations, code, lists; whatever the program or the language.
//!
//! The built-in styles of Word have English names in every language, and only their ids are translated. A style that is
//! none of these means what the style means that it is based on.

use std::collections::HashMap;

use roxmltree::Node;

use super::xml::{attribute, child, children, switch, value};
use crate::word::model::Look;

/// What a paragraph is for its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The title of the document.
    Title,
    /// From 1 to 6.
    Heading(u8),
    /// A quotation of several lines.
    Quote,
    /// A line of code.
    Code,
    /// A line across the page.
    Rule,
    /// A line of a table of contents: no text of the document.
    Contents,
}

/// One style, as it is written.
#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    /// `w:outlineLvl`: 0 is a heading of level 1, 9 is text.
    outline: Option<u8>,
    list: Option<(String, u8)>,
    look: Look,
}

/// All styles of a document, by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
}

/// A style that goes back to itself is followed no further than this.
const MOST_BASES: usize = 20;

impl Styles {
    /// Reads the part that begins with `root`.
    pub fn read(root: Node<'_, '_>) -> Self {
        let mut styles = Self::default();
        for node in children(root, "style") {
            let Some(id) = attribute(node, "styleId") else { continue };
            let name = value(node, &["name"]).unwrap_or(id).trim().to_lowercase();
            let paragraph = child(node, "pPr");
            let outline = paragraph.and_then(outline);
            let look = if attribute(node, "type") == Some("character") {
                Look { code: is_code(&name), ..child(node, "rPr").map(look).unwrap_or_default() }
            } else {
                Look::default()
            };
            let based_on = value(node, &["basedOn"]).map(str::to_owned);
            let list = paragraph.and_then(list);
            styles.by_id.insert(id.to_owned(), Style { name, based_on, outline, list, look });
        }
        styles
    }

    /// What the style with this id makes of a paragraph.
    pub fn role(&self, id: &str) -> Option<Role> {
        for style in self.chain(id) {
            if let Some(role) = named(&style.name) {
                return Some(role);
            }
            if let Some(level) = style.outline {
                return heading(level);
            }
        }
        // Some programs write no styles at all.
        if self.by_id.contains_key(id) {
            None
        } else {
            named(&id.to_lowercase().replace("heading", "heading "))
        }
    }

    /// The list that the style with this id makes a paragraph an item of.
    pub fn list(&self, id: &str) -> Option<(String, u8)> {
        self.chain(id).find_map(|style| style.list.clone())
    }

    /// What the character style with this id makes of text.
    pub fn look(&self, id: &str) -> Look {
        let looks = self.chain(id).map(|style| style.look);
        looks.fold(Look::default(), Look::with)
    }

    /// Whether the character style with this id is that of the marks of notes.
    pub fn is_note(&self, id: &str) -> bool {
        self.chain(id).any(|style| matches!(style.name.as_str(), "footnote reference" | "footnote anchor"))
    }

    /// The style with this id and those that it is based on.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let next = |style: &&Style| style.based_on.as_ref().and_then(|base| self.by_id.get(base));
        std::iter::successors(self.by_id.get(id), next).take(MOST_BASES)
    }
}

/// The level of the outline that the paragraph properties `node` give.
pub(super) fn outline(node: Node<'_, '_>) -> Option<u8> {
    value(node, &["outlineLvl"])?.parse().ok()
}

/// The list and the level in it that the paragraph properties `node` give; list 0 is none.
pub(super) fn list(node: Node<'_, '_>) -> Option<(String, u8)> {
    let list = value(node, &["numPr", "numId"])?.to_owned();
    let level = value(node, &["numPr", "ilvl"]).and_then(|level| level.parse().ok()).unwrap_or(0);
    Some((list, level))
}

/// The heading that a level of the outline makes.
pub(super) fn heading(outline: u8) -> Option<Role> {
    (outline < 9).then(|| Role::Heading((outline + 1).min(6)))
}

/// What the run properties `node` make of text, the style aside.
pub(super) fn look(node: Node<'_, '_>) -> Look {
    let on = |names: [&str; 2]| names.iter().any(|name| switch(node, name) == Some(true));
    let font = child(node, "rFonts").and_then(|fonts| attribute(fonts, "ascii")).unwrap_or("");
    Look {
        bold: on(["b", "bCs"]) && switch(node, "b") != Some(false),
        italic: on(["i", "iCs"]) && switch(node, "i") != Some(false),
        struck: on(["strike", "dstrike"]),
        code: is_monospaced(font),
    }
}

fn is_monospaced(font: &str) -> bool {
    const FONTS: [&str; 10] = [
        "courier",
        "consolas",
        "menlo",
        "monaco",
        "mono",
        "fixed",
        "cascadia",
        "source code",
        "fira code",
        "jetbrains",
    ];
    let font = font.to_lowercase();
    FONTS.iter().any(|name| font.contains(name)) && !font.contains("monotype")
}

/// What the built-in style of this name, in small letters, makes of a paragraph.
fn named(name: &str) -> Option<Role> {
    if let Some(level) = name.strip_prefix("heading ") {
        return level
            .trim()
            .parse()
            .ok()
            .filter(|level| (1..=9).contains(level))
            .map(|level: u8| Role::Heading(level.min(6)));
    }
    match name {
        "title" => Some(Role::Title),
        "horizontal line" => Some(Role::Rule),
        "quote" | "intense quote" | "block text" | "quotations" | "block quotation" => Some(Role::Quote),
        _ if name.starts_with("toc ") || name == "toc heading" => Some(Role::Contents),
        _ if is_code(name) => Some(Role::Code),
        _ => None,
    }
}

/// Whether a style of this name, in small letters, is for code.
fn is_code(name: &str) -> bool {
    const NAMES: [&str; 10] = [
        "source code",
        "code",
        "code block",
        "html preformatted",
        "preformatted text",
        "macro text",
        "verbatim char",
        "html code",
        "source text",
        "inline code",
    ];
    NAMES.contains(&name) || name == "code char"
}
