//! All that is wrong in an `editor.yml`, and not only the first of it.
//!
//! What cannot be read is blanked out, entry by entry, until the rest can: whoever mends the file does it once.

use std::fmt;

use super::{File, Settings};
use crate::config::Error;
use crate::yaml;

/// So many are told at most.
const MOST: usize = 20;

/// Why an `editor.yml` cannot be used: at least one mistake, by line.
#[derive(Debug)]
pub struct Mistakes {
    /// What is wrong.
    pub errors: Vec<Error>,
    /// What the file says beside that.
    pub file: Box<File>,
}

impl From<Error> for Mistakes {
    fn from(error: Error) -> Self {
        Self { errors: vec![error], file: Box::default() }
    }
}

impl Mistakes {
    /// With more of them, by line.
    #[must_use]
    pub fn with(mut self, more: Vec<Error>) -> Self {
        self.errors.extend(more);
        self.errors.sort_by_key(Error::line);
        self
    }

    /// All of them in one line, each with its place in the file.
    pub fn without_path(&self) -> String {
        self.errors.iter().map(Error::without_path).collect::<Vec<_>>().join("; ")
    }

    /// All of them in one line: the file's full path once, then each with its place in it.
    pub fn in_one_line(&self) -> String {
        let mut errors = self.errors.iter();
        let Some(first) = errors.next() else { return String::new() };
        let rest = errors.map(|error| format!("; {}", error.without_path()));
        first.without_snippet() + &rest.collect::<String>()
    }
}

/// Each with its line, as it stands there.
impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.errors.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}

/// What `text` says but for what is wrong in it; the text without that, line for line; and what that is.
pub(super) fn read_in_spite(text: &str) -> (Settings, String, Vec<yaml::Error>) {
    let mut legible = text.to_owned();
    let mut errors = Vec::new();
    loop {
        let error = match yaml::from_str(&legible) {
            Ok(settings) => return (settings, legible, errors),
            Err(error) => error,
        };
        let is_yaml = yaml::from_str::<serde::de::IgnoredAny>(&legible).is_ok();
        let line = error.at.map(|at| at.line);
        errors.push(error);
        // Where it is no YAML, what else is wrong cannot be told; nor where nothing is left to blank out.
        let next = line.filter(|_| is_yaml && errors.len() < MOST).map(|line| without_entry(&legible, line));
        match next {
            Some(next) if next != legible => legible = next,
            _ => return (Settings::default(), String::new(), errors),
        }
    }
}

/// `text` with the entry that line `at` belongs to, counted from 1, as blank lines: from its key to the next that is not
/// further in.
fn without_entry(text: &str, at: usize) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_item = |line: &&str| line.trim_start().starts_with(['-', ']', '}']) || line.trim().is_empty();
    let mut first = at.saturating_sub(1).min(lines.len().saturating_sub(1));
    while first > 0 && lines.get(first).is_some_and(is_item) {
        first -= 1;
    }
    let own = lines.get(first).map_or(0, |line| indent(line));
    let belongs = |line: &&&str| indent(line) > own || is_item(line);
    let rest = lines.iter().skip(first + 1).take_while(belongs).count();
    let blank = first..=first + rest;
    let kept = |(at, line): (usize, &&str)| {
        if !blank.contains(&at) {
            (*line).to_owned()
        } else if line.ends_with('\n') {
            "\n".to_owned()
        } else {
            String::new()
        }
    };
    lines.iter().enumerate().map(kept).collect()
}
