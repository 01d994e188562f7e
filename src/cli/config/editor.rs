//! `prfaq config --editor`: the user's own settings of the editor, as an `editor.yml` to begin with.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::cli::own::Own;
use crate::config::editor::{self, MEASURE};
use crate::storage::Shown;
use crate::tui::command::{Command, GROUPS};
use crate::tui::geometry;
use crate::tui::look::Tone;

/// Columns of the widest setting.
const SETTING: usize = 22;
/// Columns of a command with its keys, up to which what it does stands under each other.
const COMMAND: usize = 44;

/// Where the user's file is, and what is wrong with it.
pub(super) struct Place {
    pub path: PathBuf,
    pub trouble: Option<String>,
}

impl Place {
    /// `None` where there is no file.
    pub fn of(own: &Own) -> Option<Self> {
        let path = editor::path().filter(|path| path.symlink_metadata().is_ok())?;
        Some(Self { path, trouble: own.trouble.as_ref().map(editor::Mistakes::without_path) })
    }
}

/// Prints what holds, every other key behind a `#`.
///
/// # Errors
///
/// The user's file is wrong.
pub(super) fn print(mut own: Own, out: &mut dyn Write) -> anyhow::Result<()> {
    if let Some(error) = own.trouble.take() {
        return Err(error.into());
    }
    if let Some(path) = editor::path() {
        writeln!(out, "# {}", Shown(&path))?;
    }
    writeln!(
        out,
        "# How the editor is to look and to work for you. What is left out is as it is written here.\n"
    )?;
    looks(&own, out)?;
    writeln!(
        out,
        "\n# A key such as Ctrl-S, Alt-Enter, Shift-F8 or PgUp; several in [], or none: [].\nkeys:"
    )?;
    for group in GROUPS {
        writeln!(out, "  # {}", group.title)?;
        for command in group.commands {
            writeln!(out, "  {}", line(&own, command))?;
        }
    }
    Ok(())
}

fn looks(own: &Own, out: &mut dyn Write) -> io::Result<()> {
    let settings = &own.settings;
    let (least, most) = MEASURE;
    let measure = match settings.measure {
        Some(measure) => format!("measure: {measure}"),
        None => format!("#measure: {}", geometry::MEASURE),
    };
    for (setting, what) in [
        (
            format!("theme: {}", settings.theme.map_or("auto", Tone::name)),
            "auto | dark | light | high-contrast | colourless; PRFAQ_THEME and NO_COLOR stand above it"
                .to_owned(),
        ),
        (
            format!("strike: {}", settings.strike.name()),
            "auto | crossed-out | brackets, for terminals that cross nothing out".to_owned(),
        ),
        (
            format!("mouse: {}", settings.mouse),
            "false leaves it to the terminal, which selects with it".to_owned(),
        ),
        (measure, format!("the widest line of the text, {least} to {most} cells; else what suits the text")),
        (format!("margin: {}", settings.margin), "replacements of struck words in the margin".to_owned()),
        (format!("pen: {}", settings.pen), "false begins with the red pen put away".to_owned()),
        (
            format!("focus: {}", settings.focus.name()),
            "off | sentence | paragraph: all but that is dimmed".to_owned(),
        ),
        (
            format!("typewriter: {}", settings.typewriter),
            "true keeps the row of the cursor in the middle".to_owned(),
        ),
    ] {
        writeln!(out, "{setting:SETTING$} # {what}")?;
    }
    Ok(())
}

fn line(own: &Own, command: &Command) -> String {
    let keys = own.keymap.quoted(command);
    let is_one = own.keymap.keys(command).len() == 1;
    let keys = if is_one { keys } else { format!("[{keys}]") };
    let sign = if own.settings.keys.contains_key(command.name) { "" } else { "#" };
    format!("{:COMMAND$} # {}", format!("{sign}{}: {keys}", command.name), command.doc)
}
