//! What a document was when it was saved: `--from s3`, a snapshot that the editor left.

use std::path::{Path, PathBuf};

use super::pair::{Pair, Side, text};
use crate::cli::args::RedlineArgs;
use crate::drafts;
use crate::storage::{Shown, Snapshot, State};

/// The one document of `files` compared with the snapshot that `--from` names; nothing where it names none.
pub(super) fn pairs(args: &RedlineArgs, files: &[PathBuf]) -> Option<Vec<Result<Pair, String>>> {
    let ([file], Some(from), false) = (files, &args.from, args.staged) else { return None };
    let old = side(file, from).or_else(|| missing(file, from))?;
    let new = match &args.to {
        Some(to) => {
            side(file, to).unwrap_or_else(|| Err(format!("{}: there is no snapshot {to}", Shown(file))))
        }
        None => text(file).map(|text| Side { head: Shown(file).to_string(), text }),
    };
    Some(vec![old.and_then(|old| Ok(Pair::new(Shown(file).to_string(), old, new?)))])
}

/// That there is no snapshot called `name`, where it is called as one and there are others.
fn missing(file: &Path, name: &str) -> Option<Result<Side, String>> {
    let number = name.strip_prefix('s').filter(|number| !number.is_empty())?;
    let names: Vec<String> = State::locate()?.snapshots(file).iter().map(Snapshot::name).collect();
    let (first, last) = (names.first()?, names.last()?);
    let is_name = number.bytes().all(|byte| byte.is_ascii_digit());
    let told = format!("{}: there is no snapshot {name}; there are {first} to {last}", Shown(file));
    is_name.then_some(Err(told))
}

/// The snapshot `name` of `file`, if there is one.
fn side(file: &Path, name: &str) -> Option<Result<Side, String>> {
    let snapshot = drafts::snapshot(file, name, State::locate().as_ref())?;
    Some(text(&snapshot.file).map(|text| Side { head: format!("{}, {name}", Shown(file)), text }))
}
