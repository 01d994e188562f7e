//! Two texts that are compared, and what they are called.

use std::path::{Path, PathBuf};

use crate::cli::import;
use crate::cli::inputs::{self, Read};
use crate::git::Repository;
use crate::report::changes::Note;
use crate::report::redline::Remark;
use crate::storage::Shown;

/// What is not there: the other side of a new or deleted file, as git calls it.
pub(in crate::cli) const NOWHERE: &str = "/dev/null";

/// Two texts that are compared.
pub(in crate::cli) struct Pair {
    /// What the document is called, safe to show.
    pub name: String,
    /// The file that the text after is, or will be with the next commit, where it is one.
    pub file: Option<PathBuf>,
    /// Before.
    pub old: Side,
    /// After.
    pub new: Side,
    /// What is said beside the text before.
    pub remarks: Vec<Remark>,
    /// What reviewers say of the text after.
    pub comments: Vec<Note>,
    /// What stands above the page, written already; it has the tone of the page.
    pub above: Vec<u8>,
}

/// One of them.
pub(in crate::cli) struct Side {
    /// What stands above it, safe to show.
    pub head: String,
    pub text: String,
}

impl Side {
    /// The other side of a file that is new or gone.
    pub fn nothing(head: String) -> Self {
        Self { head, text: String::new() }
    }
}

impl Pair {
    pub fn new(name: String, old: Side, new: Side) -> Self {
        Self { name, file: None, old, new, remarks: Vec::new(), comments: Vec::new(), above: Vec::new() }
    }
}

/// The documents at `old` and `new`, two versions of the one called `name` if that is given. Any text can be compared:
/// front matter that cannot be read is text as well.
pub(super) fn of_files(old: &Path, new: &Path, name: Option<&Path>) -> Vec<Result<Pair, String>> {
    if [old, new].iter().all(|path| *path == Path::new("-")) {
        return vec![Err("standard input can be one of the two documents, not both".to_owned())];
    }
    let shown = name.map_or_else(|| if is_nowhere(new) { Shown(old) } else { Shown(new) }, Shown).to_string();
    let head = |path: &Path, when: &str| match name {
        _ if is_nowhere(path) => "no file".to_owned(),
        Some(name) => format!("{shown}{}", moment(name, path).unwrap_or_else(|| format!(", {when}"))),
        None => Shown(path).to_string(),
    };
    let new_file = (!import::is_word(new)).then(|| new.to_owned());
    match (text(old), text(new)) {
        (Ok(one), Ok(two)) => {
            let old = Side { head: head(old, "before"), text: one };
            let new = Side { head: head(new, "after"), text: two };
            vec![Ok(Pair { file: new_file, ..Pair::new(shown.clone(), old, new) })]
        }
        (Err(one), Err(two)) if one != two => vec![Err(one), Err(two)],
        (Err(message), _) | (_, Err(message)) => vec![Err(message)],
    }
}

/// When the document called `name` read as `copy` does, where git knows: of the document itself there is nothing to say.
fn moment(name: &Path, copy: &Path) -> Option<String> {
    let (repository, copy) = (Repository::around(name).ok()?, copy.canonicalize().ok()?);
    if name.canonicalize().is_ok_and(|name| name == copy) {
        return Some(String::new());
    }
    repository.moment(&repository.inside(name)?, &copy)
}

/// The text at `path`, which may be no file at all.
pub(in crate::cli) fn text(path: &Path) -> Result<String, String> {
    if is_nowhere(path) {
        return Ok(String::new());
    }
    if import::is_word(path) {
        return import::read(path).map(|docx| docx.text());
    }
    inputs::read_text(path, None).map(|Read { source, .. }| source)
}

fn is_nowhere(path: &Path) -> bool {
    path == Path::new(NOWHERE)
}
