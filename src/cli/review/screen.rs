//! `prfaq review FILE` in a terminal: reading and walking in the whole of it.

use std::io::{self, IsTerminal};

use anyhow::anyhow;

use super::open::Opened;
use crate::cli::exit::Exit;
use crate::cli::out::Out;
use crate::sidecars;
use crate::storage::File;
use crate::tui::look::Look;
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
    let input = Input {
        path: read.path,
        file: File { text: read.source, identity },
        specs: specs.to_vec(),
        sidecars,
        reviewer,
        now: sidecars::now(),
        today: jiff::Zoned::now().date(),
    };
    let look = Look::of(|name| std::env::var_os(name));
    let end = review::show(input, Options { look, walk })?;
    if let Some(message) = &end.message {
        out.error(message);
    }
    Ok(if end.code == 0 { Exit::Clean } else { Exit::Signal(end.code) })
}
