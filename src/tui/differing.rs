//! What the disk holds is not what is here: another program changed the file, another one edits it, or a text was left
//! that was never saved. The writer sees what differs, and decides.

use std::time::Duration;

use crossterm::event::KeyEvent;

use super::key::Key;
use super::message::{Effect, Holder, Over, Unsaved};
use super::model::Model;
use super::overlay::{Overlay, Question};
use super::redline::Source;
use super::saving;
use super::start::moment;
use super::update::type_text;
use super::widget::banner::Kind;
use super::widget::confirm::{Choice, Confirm};
use crate::redline::{Effort, Redline};
use crate::storage::{File, ReadError, ReadProblem};

/// How often the file is looked at while somebody writes.
const CHECK: Duration = Duration::from_secs(2);

/// Changes are counted in texts up to this length, in bytes; in longer ones that takes too long for a question.
const COUNTED: usize = 256 * 1024;

/// A box that comes up under the keys of somebody who writes is seen after this long without one.
const UNSEEN: Duration = Duration::from_secs(1);

/// Asks whether the file still is what it was.
pub(super) fn check(model: &mut Model) -> Option<Effect> {
    (model.checked, model.is_checked_by_key) = (model.now, false);
    let known = model.identity.iter().chain(&model.asked).cloned().collect();
    let path = model.path.clone().filter(|_| model.identity.is_some())?;
    Some(Effect::Check { path, known })
}

/// As [`check`], if it was not asked for a while.
pub(super) fn check_now_and_then(model: &mut Model) -> Option<Effect> {
    if model.now < model.checked + CHECK {
        return None;
    }
    let asked = check(model);
    model.is_checked_by_key = true;
    asked
}

/// The file on disk is not the one that was read.
pub(super) fn changed(model: &mut Model, theirs: Result<File, ReadError>) {
    match theirs {
        Ok(file) if file.text == model.editor.buffer().text() => model.reload(file),
        // It is asked for again soon.
        Ok(_) if model.overlay.is_some() => {}
        Ok(file) if !model.is_modified() => {
            model.reload(file);
            model.say("read again: it was changed on disk");
        }
        Ok(file) => {
            ask_about_change(model, file, false);
            let now = model.now;
            if let Some(Overlay::Confirm(_, Question::Changed { typed, .. })) = &mut model.overlay {
                *typed = model.is_checked_by_key.then_some(now);
            }
        }
        Err(error) if matches!(error.problem, ReadProblem::Missing) => {
            model.identity = None;
            model.is_new = true;
            model.complain(format!("{} is gone from the disk; saving writes it anew", model.name()));
        }
        Err(error) => model.complain(crate::text::printable(&error.to_string()).into_owned()),
    }
}

/// Asks what is to become of `theirs`, the file as another program wrote it, and of what is here.
pub(super) fn ask_about_change(model: &mut Model, theirs: File, is_saving: bool) {
    model.asked = Some(theirs.identity.clone());
    let text = format!(
        "{} was changed by another program since it was opened, and has changes here that are not saved.",
        model.name()
    );
    let mine = if is_saving {
        Choice::new('o', "Overwrite theirs with what is here")
    } else {
        Choice::new('k', "Keep mine: the next save overwrites theirs")
    };
    let choices = vec![
        Choice::new('d', "Show what differs"),
        Choice::new('r', "Reload theirs; undo brings mine back"),
        mine,
        Choice::new('c', "Cancel: decide later, and keep writing"),
    ];
    let confirm = Confirm::new("Changed on disk", text, choices, 3);
    let question = Question::Changed { theirs: Box::new(theirs), is_saving, typed: None };
    model.overlay = Some(Overlay::Confirm(confirm, question));
}

/// Takes `key` for the text where the writer cannot have seen yet that a box came up: no letter of a sentence answers it.
pub(super) fn typed_on(model: &mut Model, key: KeyEvent) -> Option<Vec<Effect>> {
    let now = model.now;
    let Some(Overlay::Confirm(_, Question::Changed { typed: Some(typed), .. })) = &mut model.overlay else {
        return None;
    };
    let text = Key::from(key).text().filter(|_| now < *typed + UNSEEN)?;
    *typed = now;
    Some(type_text(model, text.encode_utf8(&mut [0; 4])))
}

/// What was decided about `theirs`.
pub(super) fn answer_changed(
    model: &mut Model,
    theirs: &File,
    is_saving: bool,
    answer: usize,
) -> Vec<Effect> {
    match answer {
        0 => {
            ask_about_change(model, theirs.clone(), is_saving);
            let old = Source { name: format!("{}, on disk", model.name()), text: theirs.text.clone() };
            return vec![Effect::Compare { old, new: here(model) }];
        }
        1 => {
            model.after_save = None;
            model.reload(theirs.clone());
            model.say(format!("theirs is here; {} brings mine back", model.key("undo")));
        }
        // What was looked at is overwritten, and nothing that came after it.
        2 if is_saving => {
            let Some(path) = model.path.clone() else { return Vec::new() };
            return saving::write(model, path, Over::Known(theirs.identity.clone()));
        }
        2 => {
            model.identity = Some(theirs.identity.clone());
            model.asked = None;
        }
        _ => model.after_save = None,
    }
    Vec::new()
}

fn here(model: &Model) -> Source {
    Source { name: format!("{}, here", model.name()), text: model.editor.buffer().text().to_owned() }
}

/// Asks what is to become of a text that was not saved.
pub(super) fn ask_about_unsaved(model: &mut Model, unsaved: Unsaved) {
    let when = moment(unsaved.rescued.when);
    let count = counted(model.editor.buffer().text(), &unsaved.text);
    let text = format!("{} has {count} that were not saved when the program ended on {when}.", model.name());
    let choices = vec![
        Choice::new('v', "View them as a redline"),
        Choice::new('r', "Recover them; undo goes back to what is saved"),
        Choice::new('k', "Keep both: open them as a new document"),
        Choice::new('d', "Discard them"),
        Choice::new('l', "Later: they stay on the start screen"),
    ];
    let confirm = Confirm::new("Not saved", text, choices, 4);
    model.overlay = Some(Overlay::Confirm(confirm, Question::Unsaved(Box::new(unsaved))));
}

fn counted(old: &str, new: &str) -> String {
    if old.len().max(new.len()) > COUNTED {
        return "many changes".to_owned();
    }
    match Redline::of(old, new, Effort::default()).counts().changed {
        0 | 1 => "changes".to_owned(),
        count => format!("{count} changes"),
    }
}

/// What was decided about a text that was not saved.
pub(super) fn answer_unsaved(model: &mut Model, unsaved: &Unsaved, answer: usize) -> Vec<Effect> {
    let Unsaved { rescued, text } = unsaved.clone();
    match answer {
        0 => {
            let old = Source { name: format!("{}, on disk", model.name()), ..here(model) };
            let new = Source { name: "not saved".to_owned(), text };
            ask_about_unsaved(model, unsaved.clone());
            return vec![Effect::Compare { old, new }];
        }
        1 => {
            let applied = model.editor.take_over(&text, model.now);
            model.pen.edited(&applied);
            model.rescued = Some(rescued);
            let (save, undo) = (model.key("save"), model.key("undo"));
            model.tell(
                Kind::Warning,
                format!("recovered; {save} saves it, {undo} goes back to what is saved"),
            );
        }
        2 => {
            model.begin(text, None);
            model.is_new = true;
            model.rescued = Some(rescued);
            let said = format!("recovered as a new document; {} asks for its name", model.key("save"));
            model.tell(Kind::Warning, said);
        }
        3 => {
            model.say("discarded");
            return vec![Effect::Forget(rescued)];
        }
        _ => model.say(format!("{} shows it again, under \"Not saved\"", model.key("start"))),
    }
    Vec::new()
}

/// The document is edited by another program.
pub(super) fn held(model: &mut Model, holder: Holder) {
    let who = holder.pid.map_or_else(|| "another program".to_owned(), |pid| format!("process {pid}"));
    let key = model.key("save-as");
    model.complain(format!("only read here: {who} edits {}; {key} saves a copy", model.name()));
}

/// Tries to become the one who edits, once somebody wrote into a document that is only read here.
pub(super) fn claim(model: &mut Model) -> Option<Effect> {
    if !model.editor.take_refused() {
        return None;
    }
    model.path.clone().map(Effect::Claim)
}
