//! What is on the screen.

use crossterm::event::{KeyCode, KeyEvent};

use super::{Command, Context};
use crate::text::Selection;
use crate::tui::geometry::Shown;
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::widget::Outcome;
use crate::tui::widget::outline::Pick;
use crate::tui::{missing, overlay};

pub(super) const COMMANDS: &[Command] = &[
    Context::Always.command("help", "Show every command and its keys", &[Key::f(1)], "Help", overlay::help),
    Context::Always.command(
        "palette",
        "Find a command by typing",
        &[Key::ctrl('p')],
        "Commands",
        overlay::palette,
    ),
    Context::Always.command(
        "go-to-part",
        "Go to a part of the document by name",
        &[Key::ctrl('t')],
        "",
        overlay::parts,
    ),
    Context::Always.command(
        "outline",
        "Show the list of parts and go to it, or put it away",
        &[Key::f(5)],
        "",
        outline,
    ),
    Context::Always.command("score", "Show the figures, or put them away", &[Key::f(6)], "", score),
    Context::Outline.command(
        "open-part",
        "Go to the chosen part",
        &[Key::plain(KeyCode::Enter)],
        "Go there",
        open_part,
    ),
    Context::Outline.command(
        "back-to-text",
        "Back to the text",
        &[Key::plain(KeyCode::Esc), Key::plain(KeyCode::Tab)],
        "Back",
        back,
    ),
    Context::Always.command(
        "theme",
        "Go on to the next of dark, light, high-contrast and colourless",
        &[],
        "",
        theme,
    ),
    Context::Always.command(
        "mouse",
        "Leave the mouse to the terminal, to select and copy with it, or take it back",
        &[],
        "",
        mouse,
    ),
];

fn outline(model: &mut Model) -> Vec<Effect> {
    let is_shown = model.geometry().outline.width > 0;
    if is_shown && model.outline.is_focused() {
        model.outline_pane = Shown::No;
        model.outline.focus(false);
        return Vec::new();
    }
    if !is_shown {
        model.outline_pane = Shown::Yes;
        if model.geometry().outline.width == 0 {
            return overlay::parts(model);
        }
    }
    model.outline.focus(true);
    Vec::new()
}

fn score(model: &mut Model) -> Vec<Effect> {
    let is_shown = model.geometry().score.width > 0;
    model.score_pane = if is_shown { Shown::No } else { Shown::Yes };
    if !is_shown && model.geometry().score.width == 0 {
        model.say("the screen is too narrow for the figures");
    }
    Vec::new()
}

fn open_part(model: &mut Model) -> Vec<Effect> {
    outline_key(model, KeyCode::Enter.into())
}

fn back(model: &mut Model) -> Vec<Effect> {
    model.outline.focus(false);
    Vec::new()
}

/// Gives a key to the list of parts.
pub fn outline_key(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    match model.outline.key(key) {
        Outcome::Chosen(pick) => go_to(model, pick),
        Outcome::Cancel => model.outline.focus(false),
        _ => {}
    }
    Vec::new()
}

fn theme(model: &mut Model) -> Vec<Effect> {
    model.look = model.look.next();
    model.theme = model.look.theme();
    let name = model.look.tone.name();
    model.say(format!("the {name} theme; \"theme: {name}\" in editor.yml keeps it"));
    Vec::new()
}

fn mouse(model: &mut Model) -> Vec<Effect> {
    model.mouse = !model.mouse;
    model.say(if model.mouse { "the mouse is ours again" } else { "the mouse is the terminal's now" });
    vec![Effect::Mouse(model.mouse)]
}

/// Puts the cursor to what was picked in the outline, and that to the top of the window. A part that is missing is put
/// in.
pub fn go_to(model: &mut Model, pick: Pick) {
    let Some(part) = model.pen.rest().parts.get(pick.part) else { return };
    let question = pick.question.and_then(|question| part.questions.get(question));
    let at = question.copied().unwrap_or(part.at);
    if part.is_missing() {
        model.outline.focus(false);
        if missing::put_in(model, pick.part) {
            return;
        }
        let Some(part) = model.pen.rest().parts.get(pick.part) else { return };
        let text = format!("there is no part \"{}\" yet; it would stand here", part.item.title);
        model.say(text);
    }
    model.outline.focus(false);
    model.editor.select(Selection::cursor(at));
    model.editor.scroll_to(at);
}
