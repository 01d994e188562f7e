//! What stands back so that one can write.

use super::{Command, Context};
use crate::tui::focus::Lit;
use crate::tui::geometry::Shown;
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;

pub(super) const COMMANDS: &[Command] = &[
    // Its key is shown while the pen is away.
    Context::Always.command(
        "write-mode",
        "Put the pen away to write in peace, or take it up again",
        &[Key::alt('q')],
        "The pen is away: take it up",
        pen,
    ),
    Context::Always.command(
        "focus",
        "Dim all but the sentence at the cursor; again: all but the paragraph; again: nothing",
        &[Key::alt('u')],
        "",
        focus,
    ),
    Context::Always.command(
        "typewriter",
        "Keep the row of the cursor in the middle of the screen, or let it move again",
        &[Key::alt('y')],
        "",
        typewriter,
    ),
];

fn pen(model: &mut Model) -> Vec<Effect> {
    model.focus.is_pen_away = !model.focus.is_pen_away;
    let key = model.key("write-mode");
    if model.focus.is_pen_away {
        model.outline.focus(false);
        model.outline_pane = Shown::Auto;
    }
    model.say(if model.focus.is_pen_away {
        format!("the pen is put away; {key} takes it up again")
    } else {
        "the pen is back".to_owned()
    });
    Vec::new()
}

fn focus(model: &mut Model) -> Vec<Effect> {
    model.focus.lit = model.focus.lit.next();
    model.say(match model.focus.lit {
        Lit::Off => "nothing is dimmed",
        Lit::Sentence => "all but the sentence is dimmed",
        Lit::Paragraph => "all but the paragraph is dimmed",
    });
    Vec::new()
}

fn typewriter(model: &mut Model) -> Vec<Effect> {
    model.focus.is_typewriter = !model.focus.is_typewriter;
    model.say(if model.focus.is_typewriter {
        "the row of the cursor stays in the middle"
    } else {
        "the row of the cursor moves over the screen again"
    });
    Vec::new()
}
