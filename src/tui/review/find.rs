//! Finding words on the page while they are typed, and again afterwards.

use crossterm::event::{KeyCode, KeyEvent};

use super::model::Model;
use super::overlay::Overlay;
use crate::lint::Severity;
use crate::text::{Search, Span};
use crate::tui::widget::Outcome;
use crate::tui::widget::prompt::Prompt;

/// Asks what to find.
pub fn ask(model: &mut Model) {
    let begin = model.search.as_ref().map_or("", |(_, typed)| typed.as_str());
    let mut prompt =
        Prompt::new("Find", begin).with_hint("Enter or Down next, Up before, Esc done").selected();
    count(model, &mut prompt);
    model.overlay = Some(Overlay::Find(prompt));
}

/// Gives a key to the line being typed.
pub fn key(model: &mut Model, mut prompt: Prompt, event: KeyEvent) {
    let is_again = matches!(event.code, KeyCode::Enter | KeyCode::Down | KeyCode::Up);
    if is_again && model.search.is_some() {
        again(model, event.code != KeyCode::Up);
        count(model, &mut prompt);
    } else {
        match prompt.key(event) {
            Outcome::Cancel | Outcome::Chosen(_) => {
                // What was found is seen, not chosen: the next remark is on the sentence.
                model.chosen = None;
                return;
            }
            Outcome::Changed => follow(model, &mut prompt),
            _ => {}
        }
    }
    model.overlay = Some(Overlay::Find(prompt));
}

/// Pastes into the line being typed.
pub fn paste(model: &mut Model, text: &str) {
    if let Some(Overlay::Find(mut prompt)) = model.overlay.take() {
        prompt.paste(text);
        follow(model, &mut prompt);
        model.overlay = Some(Overlay::Find(prompt));
    }
}

fn follow(model: &mut Model, prompt: &mut Prompt) {
    model.search = Search::new(prompt.text()).map(|search| (search, prompt.text().to_owned()));
    let from = model.stop().map_or(0, |stop| stop.page.start);
    let found = model.search.as_ref().and_then(|(search, _)| search.next(model.draft.page.buffer(), from));
    if let Some(found) = found {
        go(model, found);
    }
    count(model, prompt);
}

/// Goes to the next match, or the one before.
pub fn again(model: &mut Model, forward: bool) {
    let Some((search, _)) = &model.search else { return ask(model) };
    let here = model.stop().map(|stop| stop.page).unwrap_or_default();
    let buffer = model.draft.page.buffer();
    let last = model.found.filter(|found| here.contains(*found));
    let from = last.map_or(here.start, |found| found + 1);
    let found =
        if forward { search.next(buffer, from) } else { search.previous(buffer, last.unwrap_or(here.start)) };
    let is_typing = model.chosen.is_some();
    match found {
        Some(found) => {
            go(model, found);
            model.chosen = model.chosen.filter(|_| is_typing);
        }
        None => model.say("not found"),
    }
}

/// Goes to the sentence of a match; its words are chosen, so that the next step goes on from them.
fn go(model: &mut Model, found: Span) {
    model.go(model.draft.page.stop_at(found.start));
    let page = &model.draft.page;
    let (first, last) = (page.word_at(found.start), page.word_at(found.end.saturating_sub(1)));
    model.chosen = Some((first, last));
    model.found = Some(found.start);
}

fn count(model: &Model, prompt: &mut Prompt) {
    let Some((search, _)) = &model.search else { return };
    let here = model.selection().unwrap_or_default();
    let spans: Vec<Span> = search.find_all(model.draft.page.buffer()).collect();
    let said = match spans.iter().position(|span| here.overlaps(*span)) {
        _ if spans.is_empty() => "not found".to_owned(),
        Some(at) => format!("{} of {}; {}", at + 1, spans.len(), prompt.hint),
        None => format!("{} found; {}", spans.len(), prompt.hint),
    };
    prompt.notice = Some((Severity::Note, said));
}
