//! Finding text while it is typed, and again afterwards.

use crossterm::event::{KeyCode, KeyEvent};

use super::message::Effect;
use super::model::Model;
use super::overlay::{Asked, Overlay};
use super::replace;
use super::widget::Outcome;
use super::widget::prompt::Prompt;
use crate::lint::Severity;
use crate::text::{Search, Selection, Span};

/// Asks what to find, beginning with what is selected or was searched for last.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let selected = model.editor.selected();
    let is_word = !selected.is_empty() && !selected.contains('\n');
    let begin = if is_word { selected.to_owned() } else { model.needle.clone() };
    let from = model.editor.selection().span().start;
    let hint = format!("Enter or Down next, Up before, {} replace, Esc done", model.key("replace"));
    let mut prompt = Prompt::new("Find", &begin).with_hint(hint).selected();
    model.search = Search::new(&begin);
    model.needle = begin;
    count(model, &mut prompt);
    model.overlay = Some(Overlay::Ask(prompt, Asked::Find { from }));
    Vec::new()
}

/// Gives a key to the line being typed.
pub fn key(model: &mut Model, mut prompt: Prompt, from: usize, key: KeyEvent) -> Vec<Effect> {
    if model.keymap.is(key, "find") {
        prompt.select();
        model.overlay = Some(Overlay::Ask(prompt, Asked::Find { from }));
        return Vec::new();
    }
    if model.keymap.is(key, "replace") {
        return replace::open_with(model, prompt.text());
    }
    let is_again = |code| matches!(code, KeyCode::Enter | KeyCode::Down | KeyCode::Up);
    if is_again(key.code) && model.search.is_some() {
        again(model, key.code != KeyCode::Up);
        count(model, &mut prompt);
        model.overlay = Some(Overlay::Ask(prompt, Asked::Find { from }));
        return Vec::new();
    }
    match prompt.key(key) {
        Outcome::Cancel | Outcome::Chosen(_) => return Vec::new(),
        Outcome::Changed => {
            follow(model, prompt.text(), from);
            count(model, &mut prompt);
        }
        _ => {}
    }
    model.overlay = Some(Overlay::Ask(prompt, Asked::Find { from }));
    Vec::new()
}

/// Says in `prompt` how many matches there are, and which of them is selected.
pub fn count(model: &Model, prompt: &mut Prompt) {
    let Some(search) = &model.search else { return };
    let here = model.editor.selection().span();
    let (mut all, mut at) = (0, None);
    for found in search.find_all(model.editor.buffer()) {
        all += 1;
        if found == here {
            at = Some(all);
        }
    }
    let said = match (at, all) {
        (_, 0) => "not found".to_owned(),
        (Some(at), _) => format!("{at} of {all}"),
        (None, 1) => "1 match".to_owned(),
        (None, _) => format!("{all} matches"),
    };
    let said = if all > 0 { format!("{said}; {}", prompt.hint) } else { said };
    prompt.notice = Some((Severity::Note, said));
}

/// As [`count`], in the prompt that is open.
pub fn recount(model: &mut Model) {
    if let Some(Overlay::Ask(mut prompt, asked)) = model.overlay.take() {
        count(model, &mut prompt);
        model.overlay = Some(Overlay::Ask(prompt, asked));
    }
}

/// Looks for `needle` from byte `from` on; whether it is there. An empty needle is no search.
pub fn follow(model: &mut Model, needle: &str, from: usize) -> bool {
    model.search = Search::new(needle);
    needle.clone_into(&mut model.needle);
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
