//! Files and the program.

use super::{Command, Context, Run};
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::saving;

const fn file(
    name: &'static str,
    doc: &'static str,
    keys: &'static [Key],
    label: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { name, doc, keys, context: Context::Always, label, run: Run::Do(run) }
}

pub(super) const COMMANDS: &[Command] = &[
    file("save", "Save the document", &[Key::ctrl('s')], "Save", saving::save),
    file(
        "save-as",
        "Save the document under another name",
        &[Key::f(12), Key::alt('s')],
        "",
        saving::ask_name,
    ),
    file("open", "Open another document", &[Key::ctrl('o')], "", saving::ask_open),
    file("start", "Show templates, recent files and examples", &[Key::alt('o')], "", saving::start),
    file("quit", "End; asks where something is not saved", &[Key::ctrl('q')], "Quit", saving::quit),
    file("suspend", "Stop until the shell continues the program with fg", &[], "", |_: &mut Model| {
        vec![Effect::Suspend]
    }),
];
