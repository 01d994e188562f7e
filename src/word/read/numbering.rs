//! Which lists of a document have numbers.

use std::collections::HashMap;

use roxmltree::Node;

use super::xml::{attribute, child, children, value};

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// By list and level: whether its items are counted.
    counted: HashMap<(String, u8), bool>,
}

impl Numbering {
    /// Reads the part that begins with `root`.
    pub fn read(root: Node<'_, '_>) -> Self {
        let mut kinds: HashMap<&str, Vec<(u8, bool)>> = HashMap::new();
        for kind in children(root, "abstractNum") {
            let Some(id) = attribute(kind, "abstractNumId") else { continue };
            kinds.insert(id, levels(kind));
        }
        let mut counted = HashMap::new();
        for list in children(root, "num") {
            let Some(id) = attribute(list, "numId") else { continue };
            let own = value(list, &["abstractNumId"]).and_then(|kind| kinds.get(kind));
            let over = children(list, "lvlOverride").flat_map(levels);
            for (level, is_counted) in own.into_iter().flatten().copied().chain(over) {
                counted.insert((id.to_owned(), level), is_counted);
            }
        }
        Self { counted }
    }

    /// Whether the items of `list` at `level` are counted; they have bullets where nobody says.
    pub fn is_counted(&self, list: &str, level: u8) -> bool {
        self.counted.get(&(list.to_owned(), level)).copied().unwrap_or(false)
    }
}

/// The levels that `node` describes, each with whether its items are counted.
fn levels(node: Node<'_, '_>) -> Vec<(u8, bool)> {
    let level = |level: Node<'_, '_>| {
        let at = attribute(level, "ilvl")?.parse().ok()?;
        let format = value(level, &["numFmt"]).unwrap_or("decimal");
        Some((at, !matches!(format, "bullet" | "none")))
    };
    children(node, "lvl").filter_map(level).collect()
}

/// Whether there is a numbering at all in `node`: a list 0 takes a paragraph out of the list of its style.
pub(super) fn is_taken_out(node: Node<'_, '_>) -> bool {
    child(node, "numPr").is_some_and(|list| value(list, &["numId"]) == Some("0"))
}
