//! What a document defines in one place and uses in another: targets of links, and notes.

use std::collections::HashMap;
use std::fmt::Write as _;

/// The names that a piece of a document defines and uses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Known {
    /// Names of links with their targets.
    pub(super) links: Vec<(String, String)>,
    /// Names of notes that are defined.
    pub(super) notes: Vec<String>,
    /// Names of notes in the order in which they are used or defined.
    pub(super) marks: Vec<String>,
}

/// All names that a document defines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Definitions {
    links: HashMap<String, String>,
    /// Notes with their numbers.
    notes: HashMap<String, usize>,
}

impl Definitions {
    /// What `pieces`, in the order of the document, define. Of two definitions of a link the first holds; notes are numbered
    /// in the order in which they are used.
    pub(super) fn of<'a>(pieces: impl Iterator<Item = &'a Known> + Clone) -> Self {
        let mut links = HashMap::new();
        for (name, target) in pieces.clone().flat_map(|known| &known.links) {
            links.entry(folded(name)).or_insert_with(|| target.clone());
        }
        let defined: Vec<String> =
            pieces.clone().flat_map(|known| &known.notes).map(|name| folded(name)).collect();
        let mut notes = HashMap::new();
        for name in pieces.flat_map(|known| &known.marks).map(|name| folded(name)) {
            let next = notes.len() + 1;
            if defined.contains(&name) {
                notes.entry(name).or_insert(next);
            }
        }
        Self { links, notes }
    }

    /// Where the link called `name` leads.
    pub fn link(&self, name: &str) -> Option<&str> {
        self.links.get(&folded(name)).map(String::as_str)
    }

    /// The number of the note called `name`, or its name where nobody knows it.
    pub fn note(&self, name: &str) -> String {
        self.notes.get(&folded(name)).map_or_else(|| name.to_owned(), ToString::to_string)
    }

    /// A text that defines all notes, to be put in front of `source` where that may use one, and its length. Markdown takes
    /// for a note only what is defined.
    pub fn notes_for(&self, source: &str) -> (String, usize) {
        let mut text = String::new();
        if source.contains("[^") && !self.notes.is_empty() {
            for name in self.notes.keys() {
                let _ = writeln!(text, "[^{name}]: x");
            }
            text.push_str("\n***\n\n");
        }
        let length = text.len();
        (text, length)
    }
}

/// The names of the notes that `text` uses or defines.
pub(super) fn marks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("[^").filter_map(|(at, mark)| {
        let (name, _) = text.get(at + mark.len()..)?.split_once(']')?;
        let is_name = !name.is_empty() && !name.contains(['\n', '\r', '[']);
        is_name.then_some((at, name))
    })
}

// Names are the same however they are capitalised and spaced.
fn folded(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
