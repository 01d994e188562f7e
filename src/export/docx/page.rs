//! What is known while a document is written: styles, links, footnotes, lists, and where comments stand.

use std::collections::{HashMap, HashSet};

use super::lists::Lists;
use super::merge::State;
use super::model::{Block, Flow, Ink, Kind, Names};
use super::styles::Styles;
use super::tracked::Author;
use crate::export::html::Slugs;

/// The document as far as it is written.
pub(super) struct Page<'a> {
    pub names: &'a Names,
    pub authors: &'a [Author],
    pub styles: &'a Styles,
    pub ranges: &'a Ranges,
    pub bookmarks: Bookmarks,
    pub relations: Relations,
    pub notes: NoteIds,
    pub lists: Lists,
    /// The next glyph of the text.
    pub place: usize,
    /// How many paragraphs there are.
    pub paragraphs: usize,
    /// Between the margins, in twentieths of a point.
    pub width: usize,
}

impl Page<'_> {
    /// The id of the next paragraph.
    pub fn paragraph_id(&mut self) -> String {
        self.paragraphs += 1;
        format!("{:08X}", self.paragraphs)
    }
}

/// Comments by the glyphs of the text that they begin and end with.
#[derive(Debug, Default)]
pub(super) struct Ranges {
    starts: HashMap<usize, Vec<usize>>,
    ends: HashMap<usize, Vec<usize>>,
}

impl Ranges {
    pub fn add(&mut self, id: usize, first: usize, last: usize) {
        self.starts.entry(first).or_default().push(id);
        self.ends.entry(last).or_default().push(id);
    }

    pub fn starting(&self, place: usize) -> &[usize] {
        self.starts.get(&place).map_or(&[], Vec::as_slice)
    }

    pub fn ending(&self, place: usize) -> &[usize] {
        self.ends.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Whether a comment begins at `place` or ends right before it.
    pub fn breaks(&self, place: usize) -> bool {
        self.starts.contains_key(&place)
            || place.checked_sub(1).is_some_and(|last| self.ends.contains_key(&last))
    }
}

/// Addresses outside, each with the id of its relation.
#[derive(Debug, Default)]
pub(super) struct Relations {
    pub links: Vec<String>,
}

impl Relations {
    pub fn link(&mut self, address: &str) -> String {
        let at = self.links.iter().position(|one| one == address).unwrap_or_else(|| {
            self.links.push(address.to_owned());
            self.links.len() - 1
        });
        Self::id(at)
    }

    pub fn id(at: usize) -> String {
        format!("rIdLink{}", at + 1)
    }
}

/// Footnotes in the order they are referred to, each with whether every reference is gone: one that comes must not be lost
/// with one that goes.
#[derive(Debug, Default)]
pub(super) struct NoteIds {
    pub order: Vec<(usize, bool)>,
    by_note: HashMap<(usize, bool), usize>,
    /// Those whose one real reference is written.
    placed: HashSet<usize>,
    /// Those that a reference stays of, whatever becomes of the changes: it is the real one.
    kept: HashSet<usize>,
}

impl NoteIds {
    /// None yet; of the notes `kept` a reference stays.
    pub fn keeping(kept: HashSet<usize>) -> Self {
        Self { kept, ..Self::default() }
    }

    /// The id of `note`, and whether the reference in this state is the real one: Word knows one of each note.
    pub fn id(&mut self, note: usize, state: State) -> (usize, bool) {
        let is_kept = self.kept.contains(&note);
        let key = (note, !is_kept && matches!(state, State::Deleted(_)));
        let order = &mut self.order;
        let at = *self.by_note.entry(key).or_insert_with(|| {
            order.push(key);
            order.len() - 1
        });
        let may = !is_kept || state == State::Same;
        (at + 1, may && self.placed.insert(at))
    }
}

/// Headings that links within the document lead to.
#[derive(Debug, Default)]
pub(super) struct Bookmarks {
    /// By `#slug`.
    names: HashMap<String, usize>,
    /// By where the heading begins.
    places: HashMap<usize, usize>,
}

impl Bookmarks {
    /// The headings of `flow`, named as in every export.
    pub fn of(flow: &Flow) -> Self {
        let mut out = Self::default();
        let mut slugs = Slugs::default();
        for block in &flow.blocks {
            let Block::Para(para) = block else { continue };
            if !matches!(para.shape.kind, Kind::Heading(_)) {
                continue;
            }
            let inks = para.glyphs.iter().filter_map(|glyph| match glyph.ink {
                Ink::Char(character) => Some(character),
                _ => None,
            });
            let number = out.places.len() + 1;
            out.names.insert(format!("#{}", slugs.name(&inks.collect::<String>())), number);
            out.places.insert(para.start, number);
        }
        out
    }

    /// The bookmark that `address` leads to.
    pub fn name_of(&self, address: &str) -> Option<String> {
        self.names.get(address).map(|number| Self::name(*number))
    }

    /// The number of the heading that begins at byte `start`.
    pub fn at(&self, start: usize) -> Option<usize> {
        self.places.get(&start).copied()
    }

    pub fn name(number: usize) -> String {
        format!("_heading{number}")
    }
}
