//! `prfaq review FILE` in a terminal: reading and walking in the whole of it.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use anyhow::anyhow;

use super::open::Opened;
use crate::cli::exit::Exit;
use crate::cli::out::Out;
use crate::cli::own::Own;
use crate::review::{Sidecar, file_name};
use crate::sidecars::{self, Sidecars};
use crate::storage::{File, Shown};
use crate::text::printable;
use crate::tui::review::{self, Input, Options};

/// Whether there is a terminal at both ends that a screen can be drawn on.
pub(super) fn has_one() -> bool {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    !is_dumb && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Lets `reviewer` read `opened`, or walk through what is open in it.
pub(super) fn show(opened: Opened, reviewer: String, walk: bool, out: &mut Out) -> anyhow::Result<Exit> {
    let Opened { read, specs, sidecars, .. } = opened;
    let identity = read.identity.ok_or_else(|| anyhow!("{}: not a file", read.shown))?;
    let before = sidecars.reviews().of(&reviewer).cloned();
    let (path, shown, name) = (read.path.clone(), read.shown, reviewer.clone());
    let input = Input {
        unsaid: sidecars::unsaid(&path, &reviewer),
        path: read.path,
        file: File { text: read.source, identity },
        specs: specs.to_vec(),
        sidecars,
        reviewer,
        now: sidecars::now(),
        today: jiff::Zoned::now().date(),
    };
    let own = Own::told(out);
    let end = review::show(input, Options { look: own.look, walk }, own.settings.mouse)?;
    if let Some(message) = &end.message {
        out.error(message);
    }
    if let Some(said) = told(&path, &shown, &name, before.as_ref()).filter(|_| !out.quiet) {
        writeln!(out, "{said}")?;
    }
    Ok(if end.code == 0 { Exit::Clean } else { Exit::Signal(end.code) })
}

/// What `name` decided on `document` and where all they said is, where that is not what it was `before`.
fn told(document: &Path, shown: &str, name: &str, before: Option<&Sidecar>) -> Option<String> {
    let now = Sidecars::open(document);
    let own = now.reviews().of(name).filter(|own| Some(*own) != before)?;
    let verdict =
        own.verdict.as_ref().filter(|verdict| before.and_then(|it| it.verdict.as_ref()) != Some(*verdict));
    let decided =
        verdict.map(|verdict| format!("{shown}: {}, says {}; ", verdict.decision.name(), printable(name)));
    let file = now.folder().join(file_name(name).ok()?);
    Some(format!("{}saved in {}; commit it for the others", decided.unwrap_or_default(), Shown(&file)))
}
