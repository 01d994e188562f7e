//! The author's walk: from one open record to the next, deciding.

use super::command::Context;
use super::compose::{Compose, Purpose};
use super::deed::{self, Deed};
use super::model::Model;
use super::overlay::Overlay;
use super::say::{looked_at, summary};
use super::update::Effect;
use crate::review::{Id, Kind, Record, Refusal, Thread};
use crate::text::Edit;
use crate::tui::widget::paint;

/// The threads of the walk, in the order of the document, those without a place at the end: the open ones, and those that
/// were dealt with in it.
pub fn list(model: &Model) -> impl Iterator<Item = &Thread> {
    model.threads.iter().filter(|thread| model.is_due(thread) || model.handled.contains(&thread.root.id))
}

/// Where in the list one is, from 1, how many there are, and how many of them are open.
pub fn progress(model: &Model) -> (Option<usize>, usize, usize) {
    let at = list(model).position(|thread| Some(&thread.root.id) == model.focus.as_ref());
    (at.map(|at| at + 1), list(model).count(), list(model).filter(|thread| model.is_due(thread)).count())
}

/// Begins the walk.
pub fn begin(model: &mut Model) {
    model.mode = Context::Walk;
    model.chosen = None;
    let here = model.focus.clone().filter(|id| list(model).any(|thread| thread.root.id == *id));
    let first = list(model).find(|thread| model.is_due(thread)).map(|thread| thread.root.id.clone());
    match here.or(first) {
        Some(id) => look_at(model, id),
        None => model.say("nothing is open"),
    }
}

/// Goes back to reading, at the sentence that was looked at.
pub fn end(model: &mut Model) {
    model.mode = Context::Reading;
    model.handled.clear();
}

/// Looks at thread `id`, and at its sentence.
pub fn look_at(model: &mut Model, id: Id) {
    if let Some(place) = model.place_of(&id) {
        model.go(model.draft.page.stop_at(place.start));
    } else if model.threads.iter().any(|thread| thread.root.id == id && thread.place.is_some())
        && model.draft.is_from_chair()
    {
        // What it is about is not what the customer reads.
        model.draft.sit_in_chair(false);
        model.refresh();
        return look_at(model, id);
    }
    model.follows = true;
    model.focus = Some(id);
}

/// Notes that thread `id` was dealt with.
pub fn handled(model: &mut Model, id: &Id) {
    model.handled.insert(id.clone());
}

/// Goes to the next record that is shown, or the one before; round at the ends.
pub fn step(model: &mut Model, forward: bool) -> Vec<Effect> {
    let ids: Vec<Id> = match model.mode {
        // What is dealt with is behind one.
        Context::Walk => list(model)
            .filter(|thread| model.is_due(thread) || Some(&thread.root.id) == model.focus.as_ref())
            .map(|thread| thread.root.id.clone())
            .collect(),
        _ => model
            .threads
            .iter()
            .filter(|thread| model.shows(thread))
            .map(|thread| thread.root.id.clone())
            .collect(),
    };
    let current = model.thread().map(|thread| thread.root.id.clone());
    let at = current.as_ref().and_then(|id| ids.iter().position(|known| known == id));
    let before = at.unwrap_or_else(|| before_cursor(model, &ids));
    let next = match (forward, at.is_some()) {
        (true, true) => before + 1,
        (true, false) => before,
        (false, _) => before.checked_sub(1).unwrap_or(ids.len().saturating_sub(1)),
    };
    let Some(id) = ids.get(next).or_else(|| ids.first()).cloned() else {
        model.say(if model.mode == Context::Walk { "nothing is open" } else { "nothing is said yet" });
        return Vec::new();
    };
    model.notice = None;
    if ids.len() == 1 && current.as_ref() == Some(&id) {
        model.say("there is no other");
    } else if (forward && next >= ids.len()) || (!forward && before == 0) {
        model.say(if forward { "from the first record again" } else { "from the last record again" });
    }
    look_at(model, id);
    Vec::new()
}

/// How many of the threads `ids` stand before the cursor.
fn before_cursor(model: &Model, ids: &[Id]) -> usize {
    let start = model.stop().map_or(0, |stop| stop.page.start);
    ids.iter().take_while(|id| model.place_of(id).is_some_and(|place| place.start < start)).count()
}

/// The threads behind the one that is looked at, then those before it: where the walk goes on. Once that is dealt with its
/// own place may be gone.
fn behind(model: &Model) -> Vec<Id> {
    let ids: Vec<Id> = list(model).map(|thread| thread.root.id.clone()).collect();
    let at = ids.iter().position(|id| Some(id) == model.focus.as_ref()).unwrap_or(0);
    let (before, behind) = ids.split_at(at.min(ids.len()));
    behind.iter().skip(1).chain(before).cloned().collect()
}

/// Goes to the first of the threads `next` that is open.
pub fn advance(model: &mut Model, next: &[Id]) {
    let is_due = |id: &&Id| model.threads.iter().any(|thread| thread.root.id == **id && model.is_due(thread));
    if let Some(id) = next.iter().find(is_due).cloned() {
        look_at(model, id);
    }
}

/// The thread that is looked at, by value: what is done to it changes the model.
fn current(model: &mut Model) -> Option<Thread> {
    let id = looked_at(model)?;
    model.threads.iter().find(|thread| thread.root.id == id).cloned()
}

/// Takes the suggestion that is looked at into the document, or begins to answer the question.
pub fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(thread) = current(model) else { return Vec::new() };
    match &thread.root.kind {
        Kind::Question => return ask_answer(model, &thread),
        Kind::Comment => {
            model.say("a comment is not accepted; d resolves it, r replies");
            return Vec::new();
        }
        Kind::Suggestion { .. } => {}
    }
    match model.reviews.accept(&model.sign(), model.draft.source(), &thread, "") {
        Ok((edit, record)) => decided(model, &thread, record, "accepted", Some(edit)),
        Err(refusal) => {
            model.complain(refusal.to_string());
            Vec::new()
        }
    }
}

fn ask_answer(model: &mut Model, thread: &Thread) -> Vec<Effect> {
    if !thread.wants_answer(model.today()) {
        model.say("it is answered; u takes that back");
        return Vec::new();
    }
    let title = if thread.root.text.is_empty() { "?".to_owned() } else { thread.root.text.clone() };
    let hint = "yes, no, a number, or: I don't know, by 2027-01-15; then more words";
    model.overlay = Some(Overlay::Compose(Box::new(Compose::new(
        Purpose::Answer(thread.root.id.clone()),
        title,
        hint,
        "",
    ))));
    Vec::new()
}

/// Asks why the suggestion that is looked at is refused.
pub fn ask_why_not(model: &mut Model) -> Vec<Effect> {
    let Some(thread) = current(model) else { return Vec::new() };
    if !matches!(thread.root.kind, Kind::Suggestion { .. }) {
        model.complain(Refusal::NoSuggestion.to_string());
        return Vec::new();
    }
    let hint = "why; Enter rejects it, Esc does not";
    let compose = Compose::new(Purpose::Reject(thread.root.id), "Reject the suggestion", hint, "");
    model.overlay = Some(Overlay::Compose(Box::new(compose)));
    Vec::new()
}

/// Refuses the suggestion that is looked at.
pub fn reject(model: &mut Model) -> Vec<Effect> {
    looked_at(model).map_or_else(Vec::new, |id| reject_with(model, &id, ""))
}

/// Refuses the suggestion `id`, for the reason `why`.
pub fn reject_with(model: &mut Model, id: &Id, why: &str) -> Vec<Effect> {
    let thread = model.threads.iter().find(|thread| thread.root.id == *id).cloned();
    let Some(thread) = thread else { return Vec::new() };
    match model.reviews.reject(&model.sign(), &thread, why) {
        Ok(record) => decided(model, &thread, record, "rejected", None),
        Err(refusal) => {
            model.complain(refusal.to_string());
            Vec::new()
        }
    }
}

/// Closes the thread that is looked at, or opens a closed one again.
pub fn resolve(model: &mut Model) -> Vec<Effect> {
    let Some(thread) = current(model) else { return Vec::new() };
    if thread.root.kind == Kind::Question && thread.is_open() {
        model.say("a question is not resolved but answered: a");
        return Vec::new();
    }
    let sign = model.sign();
    if thread.is_open() {
        let record = model.reviews.resolve(&sign, &thread, "");
        decided(model, &thread, record, "resolved", None)
    } else {
        let record = model.reviews.reopen(&sign, &thread, "");
        super::say::add(model, record, "opened again")
    }
}

fn decided(
    model: &mut Model,
    thread: &Thread,
    record: Record,
    what: &'static str,
    edit: Option<Edit>,
) -> Vec<Effect> {
    handled(model, &thread.root.id);
    // The next record is on the screen by then: the message says which it is about.
    let words: Vec<String> = summary(thread).split_whitespace().map(str::to_owned).collect();
    let about = paint::fit(&words.join(" "), 24, model.theme.glyphs.ellipsis);
    let by = if thread.root.by == model.me { "your" } else { &format!("{}'s", thread.root.by) };
    let said = format!("{what} {by} \u{201c}{about}\u{201d}; u takes it back");
    model.tell(crate::tui::widget::banner::Kind::Done, said);
    let next = if model.mode == Context::Walk { behind(model) } else { Vec::new() };
    let deed = Deed { next, ..Deed::say(what, record, thread.root.id.clone()) };
    deed::perform(model, deed, edit)
}
