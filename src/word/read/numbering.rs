//! Which lists of a document have numbers, and which have no marks at all.

use std::collections::HashMap;

use roxmltree::Node;

use super::xml::{attribute, child, children, value};

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// By list and level.
    marks: HashMap<(String, u8), Mark>,
}

/// What stands before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet,
    Number,
    /// Nothing: programs write the further paragraphs of an item as items of a list without marks.
    None,
}

impl Numbering {
    /// Reads the part that begins with `root`.
    pub fn read(root: Node<'_, '_>) -> Self {
        let mut kinds: HashMap<&str, Vec<(u8, Mark)>> = HashMap::new();
        for kind in children(root, "abstractNum") {
            let Some(id) = attribute(kind, "abstractNumId") else { continue };
            kinds.insert(id, levels(kind));
        }
        let mut marks = HashMap::new();
        for list in children(root, "num") {
            let Some(id) = attribute(list, "numId") else { continue };
            let own = value(list, &["abstractNumId"]).and_then(|kind| kinds.get(kind));
            let over = children(list, "lvlOverride").flat_map(levels);
            for (level, mark) in own.into_iter().flatten().copied().chain(over) {
                marks.insert((id.to_owned(), level), mark);
            }
        }
        Self { marks }
    }

    /// What stands before the items of `list` at `level`; bullets where nobody says.
    pub fn mark(&self, list: &str, level: u8) -> Mark {
        self.marks.get(&(list.to_owned(), level)).copied().unwrap_or(Mark::Bullet)
    }
}

/// The levels that `node` describes, each with what stands before its items.
fn levels(node: Node<'_, '_>) -> Vec<(u8, Mark)> {
    let level = |level: Node<'_, '_>| {
        let at = attribute(level, "ilvl")?.parse().ok()?;
        let format = value(level, &["numFmt"]).unwrap_or("decimal");
        let is_blank = value(level, &["lvlText"]).is_some_and(|text| text.trim().is_empty());
        Some((
            at,
            match format {
                "bullet" | "none" if is_blank => Mark::None,
                "bullet" | "none" => Mark::Bullet,
                _ => Mark::Number,
            },
        ))
    };
    children(node, "lvl").filter_map(level).collect()
}

/// Whether there is a numbering at all in `node`: a list 0 takes a paragraph out of the list of its style.
pub(super) fn is_taken_out(node: Node<'_, '_>) -> bool {
    child(node, "numPr").is_some_and(|list| value(list, &["numId"]) == Some("0"))
}
