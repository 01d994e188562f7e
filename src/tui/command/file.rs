//! Files and the program.

use super::{Command, always};
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::saving;

pub(super) const COMMANDS: &[Command] = &[
    always("save", "Save the document", &[Key::ctrl('s')], "Save", saving::save),
    always(
        "save-as",
        "Save the document under another name",
        &[Key::f(12), Key::alt('s')],
        "",
        saving::ask_name,
    ),
    always("open", "Open another document", &[Key::ctrl('o')], "", saving::ask_open),
    always("start", "Show templates, recent files and examples", &[Key::alt('o')], "", saving::start),
    always("quit", "End; asks where something is not saved", &[Key::ctrl('q')], "Quit", saving::quit),
    always("suspend", "Stop until the shell continues the program with fg", &[], "", |_: &mut Model| {
        vec![Effect::Suspend]
    }),
];
