//! What is on the screen.

use crossterm::event::KeyCode;

use super::{Command, Context, Run};
use crate::text::Selection;
use crate::tui::geometry::Shown;
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::{Focus, Model};
use crate::tui::overlay;

const fn view(
    name: &'static str,
    doc: &'static str,
    keys: &'static [Key],
    context: Context,
    label: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { name, doc, keys, context, label, run: Run::Do(run) }
}

pub(super) const COMMANDS: &[Command] = &[
    view("help", "Show every command and its keys", &[Key::f(1)], Context::Always, "Help", overlay::help),
    view(
        "palette",
        "Find a command by typing",
        &[Key::ctrl('p')],
        Context::Always,
        "Commands",
        overlay::palette,
    ),
    view(
        "go-to-part",
        "Go to a part of the document by name",
        &[Key::ctrl('t')],
        Context::Always,
        "",
        overlay::parts,
    ),
    view(
        "outline",
        "Show the list of parts and go to it, or put it away",
        &[Key::f(5)],
        Context::Always,
        "",
        outline,
    ),
    view("score", "Show the figures, or put them away", &[Key::f(6)], Context::Always, "", score),
    view("part-up", "The part before", &[Key::plain(KeyCode::Up)], Context::Outline, "", |model| {
        row(model, -1)
    }),
    view("part-down", "The next part", &[Key::plain(KeyCode::Down)], Context::Outline, "", |model| {
        row(model, 1)
    }),
    view(
        "open-part",
        "Go to the chosen part",
        &[Key::plain(KeyCode::Enter)],
        Context::Outline,
        "Go there",
        open_part,
    ),
    view(
        "back-to-text",
        "Back to the text",
        &[Key::plain(KeyCode::Esc), Key::plain(KeyCode::Tab)],
        Context::Outline,
        "Back",
        back,
    ),
    view(
        "mouse",
        "Leave the mouse to the terminal, to select and copy with it, or take it back",
        &[],
        Context::Always,
        "",
        mouse,
    ),
];

fn outline(model: &mut Model) -> Vec<Effect> {
    let is_shown = model.geometry().outline.width > 0;
    match (is_shown, model.focus) {
        (true, Focus::Outline) => {
            model.outline = Shown::No;
            model.focus = Focus::Text;
        }
        (true, Focus::Text) => enter_outline(model),
        (false, _) => {
            model.outline = Shown::Yes;
            if model.geometry().outline.width == 0 {
                return overlay::parts(model);
            }
            enter_outline(model);
        }
    }
    Vec::new()
}

fn enter_outline(model: &mut Model) {
    model.focus = Focus::Outline;
    model.outline_row = model.pen.rest().part_at(model.editor.selection().head).unwrap_or(0);
}

fn score(model: &mut Model) -> Vec<Effect> {
    let is_shown = model.geometry().score.width > 0;
    model.score = if is_shown { Shown::No } else { Shown::Yes };
    if !is_shown && model.geometry().score.width == 0 {
        model.say("the screen is too narrow for the figures");
    }
    Vec::new()
}

fn row(model: &mut Model, by: isize) -> Vec<Effect> {
    let last = model.pen.rest().parts.len().saturating_sub(1);
    model.outline_row = model.outline_row.saturating_add_signed(by).min(last);
    Vec::new()
}

fn open_part(model: &mut Model) -> Vec<Effect> {
    go_to_part(model, model.outline_row);
    Vec::new()
}

fn back(model: &mut Model) -> Vec<Effect> {
    model.focus = Focus::Text;
    Vec::new()
}

fn mouse(model: &mut Model) -> Vec<Effect> {
    model.mouse = !model.mouse;
    model.say(if model.mouse { "the mouse is ours again" } else { "the mouse is the terminal's now" });
    vec![Effect::Mouse(model.mouse)]
}

/// Puts the cursor to part `index` of the outline, and the part to the top of the window.
pub fn go_to_part(model: &mut Model, index: usize) {
    if let Some(at) = model.pen.rest().parts.get(index).map(|part| part.at) {
        model.outline_row = index;
        model.focus = Focus::Text;
        model.editor.select(Selection::cursor(at));
        model.editor.scroll_to(at);
    }
}
