//! Finding text while it is typed, and again afterwards.

use crossterm::event::{KeyCode, KeyEvent};

use super::message::Effect;
use super::model::Model;
use super::overlay::{Asked, Overlay};
use super::widget::Outcome;
use super::widget::prompt::Prompt;
use crate::lint::Severity;
use crate::text::{Search, Selection, Span};

/// Asks what to find, beginning with what is selected.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let selected = model.editor.selected();
    let begin = if selected.contains('\n') { String::new() } else { selected.to_owned() };
    let from = model.editor.selection().span().start;
    let prompt = Prompt::new("Find", &begin).with_hint("Enter or Down next, Up before, Esc done");
    model.overlay = Some(Overlay::Ask(prompt, Asked::Find { from }));
    Vec::new()
}

/// Gives a key to the line being typed.
pub fn key(model: &mut Model, mut prompt: Prompt, from: usize, key: KeyEvent) -> Vec<Effect> {
    let is_again = |code| matches!(code, KeyCode::Enter | KeyCode::Down | KeyCode::Up);
    if is_again(key.code) && model.search.is_some() {
        again(model, key.code != KeyCode::Up);
        model.overlay = Some(Overlay::Ask(prompt, Asked::Find { from }));
        return Vec::new();
    }
    match prompt.key(key) {
        Outcome::Cancel | Outcome::Chosen(_) => return Vec::new(),
        Outcome::Changed if !follow(model, prompt.text(), from) => {
            prompt.notice = Some((Severity::Note, "not found".to_owned()));
        }
        _ => {}
    }
    model.overlay = Some(Overlay::Ask(prompt, Asked::Find { from }));
    Vec::new()
}

/// Looks for `needle` from byte `from` on; whether it is there. An empty needle is no search.
pub fn follow(model: &mut Model, needle: &str, from: usize) -> bool {
    model.search = Search::new(needle);
    let Some(search) = &model.search else { return true };
    let found = search.next(model.editor.buffer(), from);
    select(model, found);
    found.is_some()
}

/// Goes to the next match, or the one before.
pub fn again(model: &mut Model, forward: bool) -> Vec<Effect> {
    let Some(search) = &model.search else { return ask(model) };
    let here = model.editor.selection().span();
    let from = if here.is_empty() { here.start } else { here.start + 1 };
    let buffer = model.editor.buffer();
    let found = if forward { search.next(buffer, from) } else { search.previous(buffer, here.start) };
    match found {
        None => model.say("not found"),
        Some(span) if (span.start < here.start) == forward && span.start != here.start => {
            model.say(if forward { "from the start again" } else { "from the end again" });
        }
        Some(_) => {}
    }
    select(model, found);
    Vec::new()
}

fn select(model: &mut Model, found: Option<Span>) {
    if let Some(Span { start, end }) = found {
        model.editor.select(Selection::new(start, end));
    }
}
