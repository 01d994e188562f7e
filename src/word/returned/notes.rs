//! Which note of a document is which of its base: by their words, wherever their marks stand.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::text::slice;
use crate::word::model::{Block, Docx, Inline, Side};
use crate::word::visible::Visible;

/// The notes of a document that are notes of its base.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The names of the notes of the base, in its order.
    names: Vec<String>,
    /// By note of the document: which of the base it is.
    of: HashMap<usize, usize>,
}

impl Notes {
    /// Finds the notes of `base` in `docx`, and puts them into its order there: a paragraph that was moved takes the mark of
    /// its note with it, which is no change of the notes.
    pub fn of<'d>(docx: &'d Docx, base: &Visible) -> (Cow<'d, Docx>, Self) {
        let wanted = notes_of(base);
        let mut order: Vec<usize> = docx.blocks.iter().filter_map(|block| block.note).collect();
        order.dedup();
        let mut found =
            Self { names: wanted.iter().map(|(name, _)| name.clone()).collect(), ..Self::default() };
        for least in [1.0, 0.5] {
            for note in &order {
                if found.of.contains_key(note) {
                    continue;
                }
                let sides = [Side::Before, Side::After].map(|side| words_of(&docx.blocks, *note, side));
                let free = (0..wanted.len()).filter(|at| !found.of.values().any(|taken| taken == at));
                let like = |at: usize| {
                    let known = wanted.get(at).map_or(&[][..], |(_, words)| words);
                    (at, sides.iter().map(|words| likeness(words, known)).fold(0.0, f32::max))
                };
                let best = free.map(like).reduce(|one, two| if two.1 > one.1 { two } else { one });
                if let Some((at, _)) = best.filter(|(_, like)| *like >= least) {
                    found.of.insert(*note, at);
                }
            }
        }
        (found.ordered(docx, &order), found)
    }

    /// The name of `note` in the base.
    pub fn name(&self, note: usize) -> Option<&str> {
        self.of.get(&note).and_then(|at| self.names.get(*at)).map(String::as_str)
    }

    /// What tells `note` of the document from others.
    pub fn key(&self, note: usize) -> Option<usize> {
        self.of.get(&note).copied()
    }

    /// What tells the note called `name` in the base from others; nothing where it is not in the document.
    pub fn key_of(&self, name: &str) -> Option<usize> {
        let at = self.names.iter().position(|own| own == name)?;
        self.of.values().any(|found| *found == at).then_some(at)
    }

    /// `docx`, whose notes stand in this `order`, with those that are known in the order of the base.
    fn ordered<'d>(&self, docx: &'d Docx, order: &[usize]) -> Cow<'d, Docx> {
        let mut known: Vec<usize> = order.iter().copied().filter(|note| self.of.contains_key(note)).collect();
        known.sort_by_key(|note| self.of.get(note));
        let mut known = known.into_iter();
        let wanted: Vec<usize> = order
            .iter()
            .map(|note| if self.of.contains_key(note) { known.next().unwrap_or(*note) } else { *note })
            .collect();
        if wanted == order {
            return Cow::Borrowed(docx);
        }
        let place = |block: &Block| block.note.map(|note| wanted.iter().position(|own| *own == note));
        let mut docx = docx.clone();
        docx.blocks.sort_by_key(place);
        Cow::Owned(docx)
    }
}

/// The notes of `base`, each with its words.
fn notes_of(base: &Visible) -> Vec<(String, Vec<String>)> {
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    for block in &base.blocks {
        let Some(name) = &block.note else { continue };
        let own = words(slice(&base.text, block.shown.clone()));
        match out.last_mut().filter(|(last, _)| last == name) {
            Some((_, all)) => all.extend(own),
            None => out.push((name.clone(), own)),
        }
    }
    out
}

/// The words of `note` in the text of `side`; a note that came with its mark has none before.
fn words_of(blocks: &[Block], note: usize, side: Side) -> Vec<String> {
    let mut text = String::new();
    for block in blocks.iter().filter(|block| block.note == Some(note)) {
        for piece in block.pieces.iter().filter(|piece| piece.tracked.is_in(side)) {
            match &piece.inline {
                Inline::Text { text: own, .. } => text.push_str(own),
                _ => text.push(' '),
            }
        }
        text.push('\n');
    }
    words(&text)
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// How much two lists of words have in common: 1 where they are the same, 0 where no word is in both.
fn likeness(one: &[String], two: &[String]) -> f32 {
    if one == two {
        return if one.is_empty() { 0.0 } else { 1.0 };
    }
    let mut rest: Vec<&String> = two.iter().collect();
    let mut shared = 0;
    for word in one {
        if let Some(at) = rest.iter().position(|other| *other == word) {
            rest.swap_remove(at);
            shared += 1;
        }
    }
    // The same words in another order are not the same.
    (shared as f32 / one.len().max(two.len()).max(1) as f32).min(0.99)
}
