//! Which files are meant, and reading them.

mod walk;

use std::io;
use std::path::{Path, PathBuf};

use crate::document::Document;
pub(super) use crate::report::FOREIGN;
use crate::storage::{self, Shown};
use crate::yaml;
pub(super) use walk::{Found, admitted, collect};

/// Endings of the files that are read in a folder.
const ENDINGS: [&str; 3] = ["md", "markdown", "txt"];

/// What to say where folders hold no document.
pub(super) const NOTHING: &str = "no documents here: nothing ends in .md, .markdown or .txt";

/// Whether the name of the file at `path` is one of a document.
pub(super) fn is_document(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// A document and the name it goes by.
pub(super) struct Read {
    /// As the user gave it.
    pub path: PathBuf,
    /// As a person calls it in the current folder.
    pub name: PathBuf,
    /// That name, safe to show.
    pub shown: String,
    /// Its text.
    pub source: String,
    /// What the file was when it was read; `None` for standard input.
    pub identity: Option<storage::Identity>,
}

impl Read {
    /// Whether its front matter can be read.
    ///
    /// # Errors
    ///
    /// It is no YAML: what is wrong with it, with its place.
    pub fn check_front_matter(&self) -> Result<(), String> {
        match Document::front_matter(&self.source).problem {
            Some(problem) => Err(in_front_matter(&self.shown, &self.source, &problem)),
            None => Ok(()),
        }
    }
}

/// Reads the document at `path`, `-` being standard input; `stdin_name` is what that is called.
///
/// # Errors
///
/// What a person should read: no such file, not text, front matter that is no YAML, each with its place.
pub(super) fn read(path: &Path, stdin_name: Option<&Path>) -> Result<Read, String> {
    let read = read_text(path, stdin_name)?;
    read.check_front_matter()?;
    Ok(read)
}

/// As [`read`], but whatever the front matter says: for what takes the text as it is.
///
/// # Errors
///
/// No such file, not text.
pub(super) fn read_text(path: &Path, stdin_name: Option<&Path>) -> Result<Read, String> {
    let stdin = path == Path::new("-");
    let name = if stdin { stdin_name.unwrap_or(Path::new("-")) } else { path };
    let text = if stdin {
        storage::read_from(io::stdin().lock(), name).map(|text| (text, None))
    } else {
        storage::read(path).map(|file| (file.text, Some(file.identity)))
    };
    let (source, identity) = text.map_err(|error| error.to_string())?;
    let shown = Shown(name).to_string();
    Ok(Read { path: name.to_owned(), name: name.to_owned(), shown, source, identity })
}

fn in_front_matter(shown: &str, source: &str, problem: &yaml::Error) -> String {
    let Some(at) = problem.at else { return format!("{shown}: front matter: {problem}") };
    format!("{shown}:{}:{}: front matter: {problem}\n{}", at.line, at.column, yaml::snippet(source, at))
}
