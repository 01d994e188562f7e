//! One message in, the model changed, effects out. No input or output, no clock.

use crossterm::event::KeyEvent;

use super::command::{Context, view};
use super::key::Key;
use super::message::{Effect, Msg};
use super::model::Model;
use super::overlay::{Overlay, Question};
use super::widget::confirm::{Choice, Confirm};
use super::{clipboard, differing, export, insert, keeper, markdown, mouse, overlay, saving, start, strike};
use crate::text::{Applied, StepKind};
use ratatui::layout::Size;

/// A paste longer than this, in bytes, is not taken: it is hardly text for a press release.
const MAX_PASTE: usize = 4 * 1024 * 1024;

/// A paste longer than this, in bytes, is asked about: it may not be what one meant to paste.
const LONG_PASTE: usize = 1024 * 1024;

/// Brings `model` up to date with `msg`; what is to be done outside is handed back.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let before = (model.pen.generation(), model.notice.clone());
    let is_active = matches!(msg, Msg::Key(_) | Msg::Mouse(_) | Msg::Paste(_));
    let mut effects = handle(model, msg);
    // What was said is about the text before it was changed.
    if model.pen.generation() != before.0 && model.notice == before.1 {
        model.notice = None;
    }
    if model.overlay.is_none() {
        model.overlay = model.beneath.take();
    }
    model.settle();
    effects.extend(keeper::settle(model));
    effects.extend(differing::claim(model));
    if is_active {
        effects.extend(differing::check_now_and_then(model));
    }
    if model.size.is_some() {
        effects.extend(model.pen.ask().map(|generation| Effect::Read {
            generation,
            text: model.editor.buffer().text().to_owned(),
            path: model.path.clone(),
        }));
    }
    effects
}

fn handle(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(event) => return key(model, event),
        Msg::Mouse(event) => return mouse::mouse(model, event),
        Msg::Paste(text) if model.overlay.is_some() => overlay::paste(model, &text),
        Msg::Paste(_) if !model.is_writing() => {}
        Msg::Paste(text) => return paste(model, &text),
        Msg::Resize(width, height) => model.size = Some(Size::new(width, height)),
        Msg::FocusGained => return differing::check(model).into_iter().collect(),
        Msg::Tick(now) => {
            model.now = now;
            mouse::go_on(model);
        }
        Msg::Fixed { generation, text, count } => {
            strike::take_all::taken(model, generation, &text, count);
        }
        Msg::Copied(copied) => clipboard::tell(model, copied),
        Msg::Pasted(text) => return clipboard::pasted(model, text),
        Msg::Today(date) => return insert::date(model, date),
        Msg::Read { generation, reading } => {
            return vec![Effect::Free(model.pen.hear(generation, reading, model.editor.buffer()))];
        }
        Msg::Saved { path, result, theirs } => return saving::saved(model, path, result, theirs),
        Msg::Opened { path, result, hold, unsaved } => {
            return saving::opened(model, path, result, &hold, unsaved);
        }
        Msg::Start { starts, is_first } => start::show(model, starts, is_first),
        Msg::Recovered { rescued, result } => saving::recovered(model, rescued, result),
        Msg::Changed(theirs) => differing::changed(model, *theirs),
        Msg::Judged { generation, result } => export::judged(model, generation, result),
        Msg::Exported(outcome) => export::finished(model, *outcome),
        Msg::Trend(trend) => {
            // Put away in the meantime, nobody waits for it.
            if let Some(Overlay::Trend(shown)) = &mut model.overlay {
                *shown = trend;
            }
        }
        Msg::Held(holder) => differing::held(model, holder),
        Msg::Unkept(why) => {
            model.copy.broke();
            model.complain(format!("no copy of the unsaved text is kept: {why}"));
        }
        Msg::Trouble(text) => {
            // It hides the line that it would be said on.
            if let Some(Overlay::Start { picker, .. }) = &mut model.overlay {
                picker.set_hint(&text);
            }
            model.complain(text);
        }
    }
    Vec::new()
}

fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let key = Key::from(event);
    if model.overlay.is_some() && model.keymap.is(key, "paste") {
        return vec![Effect::Paste];
    }
    if model.overlay.is_some() {
        return overlay::key(model, event);
    }
    let context = model.context();
    if let Some((command, extend)) = model.keymap.bound(key, context) {
        return command.run(model, extend);
    }
    if let Some(command) = model.keymap.moved(key, context) {
        let (name, how) = (command.name.replace('-', " "), model.keymap.how(command));
        model.say(format!("{key}: {name} is on {how}"));
        return Vec::new();
    }
    match context {
        Context::Outline => return view::outline_key(model, event),
        Context::Walk | Context::Chair => return Vec::new(),
        Context::Text | Context::Always => {}
    }
    let is_alt_gr =
        event.modifiers == crossterm::event::KeyModifiers::CONTROL | crossterm::event::KeyModifiers::ALT;
    let typed = match event.code {
        crossterm::event::KeyCode::Char(char) if is_alt_gr => Some(char),
        _ => key.text(),
    };
    let wrapped =
        typed.and_then(|char| markdown::wrap(model.editor.buffer(), model.editor.selection(), char));
    if let Some(done) = wrapped {
        let applied = model.editor.change(done.change, done.after, StepKind::Alone, model.now);
        return self::typed(model, &applied);
    }
    match typed {
        Some(char) => type_text(model, char.encode_utf8(&mut [0; 4])),
        None => Vec::new(),
    }
}

/// Types `text` at the cursor; `"\n"` is the document's own line ending.
pub fn type_text(model: &mut Model, text: &str) -> Vec<Effect> {
    let applied = model.editor.type_text(text, model.now);
    typed(model, &applied)
}

/// Something was typed or deleted by hand: the sentence it was in is left alone for a while.
pub fn typed(model: &mut Model, applied: &Applied) -> Vec<Effect> {
    if !applied.change.is_empty() {
        model.pen.edited(applied);
        model.pen.typed(model.editor.buffer(), model.editor.selection().head, model.now);
    }
    Vec::new()
}

/// Pastes `text` at the cursor.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if text.len() > MAX_PASTE {
        model.complain("not pasted: more than 4 MB; open it as a file instead");
        return Vec::new();
    }
    if text.len() > LONG_PASTE {
        let question = format!("{:.1} MB of text are to be pasted.", text.len() as f64 / 1_048_576.0);
        let choices = vec![Choice::new('p', "Paste them"), Choice::new('c', "Cancel: paste nothing")];
        let confirm = Confirm::new("Paste", question, choices, 1);
        model.overlay = Some(Overlay::Confirm(confirm, Question::Paste(text.to_owned())));
        return Vec::new();
    }
    put(model, text)
}

/// Puts `text` in at the cursor, as one step.
pub fn put(model: &mut Model, text: &str) -> Vec<Effect> {
    let applied = model.editor.paste(text, model.now);
    if !applied.change.is_empty() {
        model.pen.edited(&applied);
    }
    model.outline.focus(false);
    Vec::new()
}
