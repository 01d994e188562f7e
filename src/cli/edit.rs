//! `prfaq edit FILE`, `prfaq FILE` and `prfaq` alone: the editor, or its report where there is no terminal.

use std::io::IsTerminal;
use std::path::Path;

use super::args::{FailOn, Lint};
use super::exit::Exit;
use super::lint;
use super::out::Out;
use crate::report::Human;

pub(super) fn run(file: Option<&Path>, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let terminal = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    match file {
        Some(path) if !terminal => report(path, config, out),
        None if !terminal => anyhow::bail!("the start screen needs a terminal; try `prfaq --help`"),
        _ => anyhow::bail!("the editor comes next"),
    }
}

/// What the red pen says, for a command that meant to open the editor. Findings are no failure here: nobody asked.
fn report(path: &Path, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    out.note(
        "no terminal here, so this is the red pen's report; in a terminal the same command opens the editor",
    );
    let style = out.style;
    let args = Lint::of(path, FailOn::Never);
    lint::lint(&args, config, &mut Human::new(&style, out.quiet), out)
}
