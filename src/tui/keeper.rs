//! What the journal is to be told: every edit of an unsaved text, before the frame that shows it is drawn.

use std::path::PathBuf;

use super::message::{Effect, Entry};
use super::model::Model;
use super::overlay::Overlay;
use crate::text::Change;

/// After so many bytes of edits the whole text is noted anew, so that the journal does not grow for ever.
const LONG: usize = 8 * 1024 * 1024;

/// What the journal knows.
#[derive(Debug, Default)]
pub(super) struct Keeper {
    /// Whether it has the text as it is.
    has_text: bool,
    /// The document it has it of.
    path: Option<PathBuf>,
    /// How much it was told since it has the whole text, in bytes.
    told: usize,
    /// Whether another document was begun since.
    is_outdated: bool,
    /// Whether it could not be written; it is tried again with the next edit.
    is_broken: bool,
}

impl Keeper {
    /// Another text is edited from now on: what the journal has belongs to the one before.
    pub(super) fn outdate(&mut self) {
        self.is_outdated = true;
    }

    /// The journal could not be written.
    pub(super) fn broke(&mut self) {
        self.is_broken = true;
    }
}

/// What the journal is to be told now.
pub(super) fn settle(model: &mut Model) -> Option<Effect> {
    // Answers come into the text when all are given; until then they are nowhere but in the journal.
    if let Some(Overlay::Interview(screen)) = &mut model.overlay {
        let entry = Entry::Whole(screen.news()?);
        model.copy.outdate();
        return Some(Effect::Log { path: model.path.clone(), entry });
    }
    let changes = model.editor.take_changes();
    let path = model.path.clone();
    let is_modified = model.is_modified();
    let keeper = &mut model.copy;
    if !is_modified {
        let was_told = keeper.has_text || keeper.is_outdated;
        *keeper = Keeper::default();
        return was_told.then_some(Effect::Settled(path));
    }
    if keeper.is_broken && changes.is_empty() {
        return None;
    }
    let follows = keeper.has_text && !keeper.is_outdated && !keeper.is_broken && keeper.path == path;
    if !follows || keeper.told > LONG {
        *keeper = Keeper { has_text: true, path: path.clone(), ..Keeper::default() };
        return Some(Effect::Log { path, entry: Entry::Whole(model.editor.buffer().text().to_owned()) });
    }
    if changes.is_empty() {
        return None;
    }
    keeper.told += changes.iter().flat_map(Change::edits).map(|edit| edit.insert.len() + 20).sum::<usize>();
    Some(Effect::Log { path, entry: Entry::Edits(changes) })
}
