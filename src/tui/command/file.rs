//! Files and the program.

use super::{Command, Context};
use crate::tui::export;
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::overlay::Overlay;
use crate::tui::saving;
use crate::tui::widget::trend::Trend;

pub(super) const COMMANDS: &[Command] = &[
    Context::Always.command("save", "Save the document", &[Key::ctrl('s')], "Save", saving::save),
    Context::Always.command(
        "save-as",
        "Save the document under another name",
        &[Key::f(12), Key::alt('s')],
        "",
        saving::ask_name,
    ),
    Context::Always.command(
        "export",
        "Ask the gate, and write files for others: HTML, Word, Markdown, text, JSON",
        &[Key::alt('m')],
        "",
        export::open,
    ),
    Context::Always.command("open", "Open another document", &[Key::ctrl('o')], "", saving::ask_open),
    Context::Always.command(
        "start",
        "Show templates, recent files and examples",
        &[Key::alt('o')],
        "",
        saving::start,
    ),
    Context::Always.command(
        "trend",
        "Show how strikes, reading ease and words went over the drafts",
        &[],
        "",
        trend,
    ),
    Context::Always.command(
        "quit",
        "End; asks where something is not saved",
        &[Key::ctrl('q')],
        "Quit",
        saving::quit,
    ),
    Context::Always.command(
        "suspend",
        "Stop until the shell continues the program with fg",
        &[],
        "",
        |_: &mut Model| vec![Effect::Suspend],
    ),
];

fn trend(model: &mut Model) -> Vec<Effect> {
    let Some(path) = model.path.clone().filter(|_| model.identity.is_some()) else {
        model.say("there are no drafts of it yet: save it first");
        return Vec::new();
    };
    model.overlay = Some(Overlay::Trend(Trend::Loading { done: 0, of: 0 }));
    vec![Effect::Trend(path)]
}
