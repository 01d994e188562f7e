//! Notes and their marks: where a mark went and came again, a document holds its note twice; where a mark is new, so is its
//! note, whether that says so or not.

use std::collections::HashMap;
use std::sync::Arc;

use crate::word::model::{Block, Inline, Revision};

/// What becomes of the marks of a note.
#[derive(Clone, Copy)]
struct Marks {
    all_gone: bool,
    all_new: bool,
}

/// Makes one of two notes with the same words, where all marks of one went and all of the other came.
pub(super) fn join(blocks: &mut Vec<Block>) {
    let mut marks: HashMap<usize, Marks> = HashMap::new();
    for piece in blocks.iter().flat_map(|block| &block.pieces) {
        if let Inline::Note(note) = piece.inline {
            let own = marks.entry(note).or_insert(Marks { all_gone: true, all_new: true });
            own.all_gone &= piece.tracked.deleted.is_some();
            own.all_new &= piece.tracked.inserted.is_some() && piece.tracked.deleted.is_none();
        }
    }
    let is = |note: &usize, what: fn(&Marks) -> bool| marks.get(note).is_some_and(what);
    let mut gone: HashMap<String, usize> = HashMap::new();
    let mut notes: Vec<usize> = marks.keys().copied().collect();
    notes.sort_unstable();
    for note in notes.iter().filter(|note| is(note, |own| own.all_gone)) {
        gone.entry(words(blocks, *note)).or_insert(*note);
    }
    let mut same: HashMap<usize, usize> = HashMap::new();
    if !gone.is_empty() {
        for note in notes.iter().filter(|note| is(note, |own| own.all_new)) {
            if let Some(other) = gone.remove(&words(blocks, *note)) {
                same.insert(*note, other);
            }
        }
    }
    if same.is_empty() {
        return;
    }
    blocks.retain(|block| block.note.is_none_or(|note| !same.contains_key(&note)));
    for piece in blocks.iter_mut().flat_map(|block| &mut block.pieces) {
        if let Inline::Note(note) = &mut piece.inline
            && let Some(other) = same.get(note)
        {
            *note = *other;
        }
    }
}

/// Makes all of a note new that has no mark but new ones: programs track the mark, and the words or not.
pub(super) fn come(blocks: &mut [Block]) {
    let mut new: HashMap<usize, Option<Arc<Revision>>> = HashMap::new();
    for piece in blocks.iter().flat_map(|block| &block.pieces) {
        if let Inline::Note(note) = piece.inline {
            let by = piece.tracked.inserted.clone().filter(|_| piece.tracked.deleted.is_none());
            let known = new.entry(note).or_insert_with(|| by.clone());
            if by.is_none() {
                *known = None;
            }
        }
    }
    for block in blocks {
        let Some(by) = block.note.and_then(|note| new.get(&note).cloned().flatten()) else { continue };
        let tracked = block.pieces.iter_mut().map(|piece| &mut piece.tracked).chain([&mut block.mark]);
        for tracked in tracked {
            tracked.inserted.get_or_insert_with(|| by.clone());
        }
    }
}

/// The text of `note`, its paragraphs apart.
fn words(blocks: &[Block], note: usize) -> String {
    let mut out = String::new();
    for block in blocks.iter().filter(|block| block.note == Some(note)) {
        for piece in &block.pieces {
            if let Inline::Text { text, .. } = &piece.inline {
                out.push_str(text);
            }
        }
        out.push('\n');
    }
    out
}
