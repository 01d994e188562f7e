//! What somebody did, so that it can be undone: changes to their own file, and perhaps an edit of the document.
//!
//! An edit is saved first; only then is it said in the file that it was made. Where it cannot be saved it is taken back.

use super::act::Act;
use super::model::Model;
use super::overlay::{Overlay, Question};
use super::update::Effect;
use super::walk;
use crate::review::{Id, Record};
use crate::storage::{SaveError, SaveProblem, Saved};
use crate::text::Edit;
use crate::tui::message::Over;
use crate::tui::widget::confirm::{Choice, Confirm};

/// Something done.
#[derive(Debug, Clone, PartialEq)]
pub struct Deed {
    /// What it was, for people: `accepted`.
    pub what: &'static str,
    /// What it changed in one's own file.
    pub done: Vec<Act>,
    /// What changes that back.
    pub back: Vec<Act>,
    /// The thread that it is about.
    pub about: Option<Id>,
    /// The threads that the walk goes on to once it is done: to the first that is open then.
    pub next: Vec<Id>,
    /// Whether the document was edited too.
    pub edited: bool,
}

impl Deed {
    /// Says `record`, which is of the thread `about` or begins it.
    pub fn say(what: &'static str, record: Record, about: Id) -> Self {
        let back = vec![Act::Remove(record.id.clone())];
        Self { what, done: vec![Act::Add(record)], back, about: Some(about), next: Vec::new(), edited: false }
    }
}

/// Which way a deed goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Done for the first time.
    Do,
    /// Taken back.
    Undo,
    /// Done again.
    Redo,
}

/// A deed whose edit is being saved.
#[derive(Debug)]
pub struct Awaited {
    way: Way,
    deed: Deed,
}

/// Does `deed`, with `edit` of the document.
pub fn perform(model: &mut Model, mut deed: Deed, edit: Option<Edit>) -> Vec<Effect> {
    deed.edited = edit.is_some();
    model.undone.clear();
    match edit {
        None => finish(model, Way::Do, deed),
        Some(edit) => {
            model.draft.edit(edit, model.now);
            await_save(model, Way::Do, deed)
        }
    }
}

/// Takes the last deed back.
pub fn undo(model: &mut Model) -> Vec<Effect> {
    let Some(deed) = model.done.pop() else {
        model.say("nothing to undo");
        return Vec::new();
    };
    if !deed.edited {
        return finish(model, Way::Undo, deed);
    }
    model.draft.undo();
    await_save(model, Way::Undo, deed)
}

/// Does the last deed taken back again.
pub fn redo(model: &mut Model) -> Vec<Effect> {
    let Some(deed) = model.undone.pop() else {
        model.say("nothing to redo");
        return Vec::new();
    };
    if !deed.edited {
        return finish(model, Way::Redo, deed);
    }
    model.draft.redo();
    await_save(model, Way::Redo, deed)
}

fn await_save(model: &mut Model, way: Way, deed: Deed) -> Vec<Effect> {
    model.awaited = Some(Awaited { way, deed });
    model.is_stale = true;
    vec![save(model, Over::Known(model.draft.identity.clone()))]
}

fn save(model: &Model, over: Over) -> Effect {
    Effect::Save { text: model.draft.source().to_owned(), over }
}

/// The edit is on the disk, or there is none: what was done is said and kept.
fn finish(model: &mut Model, way: Way, deed: Deed) -> Vec<Effect> {
    let acts = if way == Way::Undo { deed.back.clone() } else { deed.done.clone() };
    match way {
        Way::Do => {}
        Way::Undo => model.say(format!("undone: {}", deed.what)),
        Way::Redo => model.say(format!("done again: {}", deed.what)),
    }
    let effects = model.keep(acts);
    model.refresh();
    if way == Way::Do {
        walk::advance(model, &deed.next);
    } else if let Some(about) = deed.about.clone() {
        // What comes and goes is looked at, not something else somewhere.
        let is_there = model.threads.iter().any(|thread| thread.root.id == about);
        if is_there { walk::look_at(model, about) } else { model.focus = None }
    }
    let list = if way == Way::Undo { &mut model.undone } else { &mut model.done };
    list.push(deed);
    effects
}

/// A save came to its end.
pub fn saved(model: &mut Model, result: Result<Saved, SaveError>) -> Vec<Effect> {
    let Some(awaited) = model.awaited.take() else { return Vec::new() };
    match result {
        Ok(saved) => {
            model.draft.identity = saved.identity;
            return finish(model, awaited.way, awaited.deed);
        }
        Err(SaveError { problem: SaveProblem::Changed, .. }) => {
            model.awaited = Some(awaited);
            ask(model);
        }
        Err(error) => {
            take_back(model, awaited);
            model.complain(format!("nothing was changed: {error}"));
        }
    }
    Vec::new()
}

fn ask(model: &mut Model) {
    let text = format!(
        "{} was changed by another program since it was read here. Nothing is saved yet.",
        model.name
    );
    let choices = vec![
        Choice::new('r', "Read it again; what was just done here is not done"),
        Choice::new('o', "Overwrite it with the text here"),
        Choice::new('c', "Cancel: nothing is done, nothing is read"),
    ];
    model.overlay =
        Some(Overlay::Confirm(Confirm::new("Changed on disk", text, choices, 2), Question::Changed));
}

/// What was decided about a document that another program changed.
pub fn answered(model: &mut Model, choice: usize) -> Vec<Effect> {
    match choice {
        0 => {
            if let Some(awaited) = model.awaited.take() {
                take_back(model, awaited);
            }
            vec![Effect::Open]
        }
        1 => vec![save(model, Over::Anything)],
        _ => {
            if let Some(awaited) = model.awaited.take() {
                take_back(model, awaited);
            }
            Vec::new()
        }
    }
}

/// The document as it was before a deed that could not be saved.
fn take_back(model: &mut Model, Awaited { way, deed }: Awaited) {
    match way {
        Way::Do => model.draft.undo(),
        Way::Undo => {
            model.draft.redo();
            model.done.push(deed);
        }
        Way::Redo => {
            model.draft.undo();
            model.undone.push(deed);
        }
    }
    model.is_stale = true;
}
