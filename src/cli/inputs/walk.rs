//! Which files are meant: those named, those in folders, those that a pattern finds.

use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::cli::desk::{Admitted, Desk, PassedOver};
use crate::config::IGNORE_NAME;
use crate::publish::is_export;
use crate::storage::Shown;

/// A file that is meant.
pub(in crate::cli) struct Found {
    /// Where it is, or why nothing can be found there.
    pub path: Result<PathBuf, String>,
    /// Whether it was named itself, not only its folder.
    pub named: bool,
}

/// As [`collect`], without the files that are named and excluded where `force` says so, and with what to say of them
/// where it does not. Standard input is called `stdin`, where that is given.
pub(in crate::cli) fn admitted(
    paths: &[PathBuf],
    stdin: Option<&Path>,
    force: bool,
    desk: &Desk,
) -> (Vec<Found>, Vec<String>) {
    let mut notes = Vec::new();
    let mut found = collect(paths, desk);
    found.retain(|one| {
        let (Ok(path), true) = (&one.path, one.named) else { return true };
        let name = if path == Path::new("-") { stdin } else { Some(path.as_path()) };
        match name.map(|name| desk.admits(name, name, true, force)) {
            None | Some(Admitted::Yes) => true,
            Some(Admitted::No) => false,
            Some(Admitted::Noted(note)) => {
                notes.push(note);
                true
            }
        }
    });
    (found, notes)
}

/// The files that `paths` mean: a file is itself whatever its ending; a folder is every document in it, in order; what
/// is not there and has a `*`, `?`, `[` or `{` in it is a pattern as a shell reads it, `**` being any folders. In
/// folders and under patterns, hidden files are left out, ignored ones, what `desk` passes over, and exports beside their
/// document. What cannot be read is an error in its place.
pub(in crate::cli) fn collect(paths: &[PathBuf], desk: &Desk) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, false, &|_| false, desk, &mut found);
        } else if is_pattern(path) && path.symlink_metadata().is_err() {
            glob(path, desk, &mut found);
        } else {
            found.push(Found { path: Ok(path.clone()), named: true });
        }
    }
    found
}

/// Adds the documents in `folder`; a file that `names` is one whatever its ending.
fn walk(folder: &Path, hidden: bool, names: &dyn Fn(&Path) -> bool, desk: &Desk, found: &mut Vec<Found>) {
    let mut walk = ignore::WalkBuilder::new(folder);
    walk.sort_by_file_path(Path::cmp).require_git(false).hidden(!hidden);
    walk.add_custom_ignore_filename(IGNORE_NAME);
    for entry in walk.build() {
        let path = match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => Ok(plain(entry.into_path())),
            Ok(_) => continue,
            Err(error) => Err(error.to_string()),
        };
        let is_meant = path.as_ref().map_or(true, |path| match desk.passed_over(path) {
            None => true,
            Some(PassedOver::Ending) => names(path),
            Some(_) => false,
        });
        let is_export = path.as_ref().is_ok_and(|path| is_export(path));
        if is_meant && !is_export {
            found.push(Found { path, named: false });
        }
    }
}

/// Whether `path` has a character in it that means something in a pattern.
fn is_pattern(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().iter().any(|byte| b"*?[{".contains(byte))
}

/// Adds what the pattern `path` finds; that it finds nothing is an error.
fn glob(path: &Path, desk: &Desk, found: &mut Vec<Found>) {
    let before = found.len();
    let path = &plain(path.to_owned());
    let is_plain = |step: &std::path::Component<'_>| !is_pattern(Path::new(step.as_os_str()));
    let folder: PathBuf = path.components().take_while(is_plain).collect();
    let pattern: PathBuf = path.components().skip_while(is_plain).collect();
    match matcher(&pattern) {
        Err(error) => {
            return found.push(Found { path: Err(format!("{}: {error}", Shown(path))), named: true });
        }
        Ok(matcher) => {
            let mut all = Vec::new();
            let ending = Path::new(&pattern).extension();
            let names = |file: &Path| file.extension() == ending && ending.is_some();
            let from = if folder.as_os_str().is_empty() { Path::new(".") } else { &folder };
            if from.is_dir() {
                walk(from, asks_for_hidden(&pattern), &names, desk, &mut all);
            }
            found.extend(all.into_iter().filter(|one| {
                one.path.as_ref().map_or(true, |file| {
                    let inside = file.strip_prefix(&folder);
                    inside.is_ok_and(|inside| matcher.matched_path_or_any_parents(inside, false).is_ignore())
                })
            }));
        }
    }
    if found.len() == before {
        found.push(Found { path: Err(format!("{}: matches nothing", Shown(path))), named: true });
    }
}

/// `pattern` with the meaning that a line of a `.gitignore` has, for paths from where that is.
fn matcher(pattern: &Path) -> Result<Gitignore, String> {
    let line = pattern.to_str().ok_or("a pattern has to be UTF-8")?;
    let mut builder = GitignoreBuilder::new("/");
    builder.allow_unclosed_class(false);
    builder.add_line(None, &format!("/{line}")).map_err(|error| error.to_string())?;
    builder.build().map_err(|error| error.to_string())
}

fn asks_for_hidden(pattern: &Path) -> bool {
    pattern.components().any(|step| step.as_os_str().as_encoded_bytes().starts_with(b"."))
}

/// `path` without `./` before it.
fn plain(path: PathBuf) -> PathBuf {
    path.strip_prefix("./").map(Path::to_owned).unwrap_or(path)
}
