//! What is wrong with a reviewer's file, in words with a place.

use std::path::Path;

use crate::storage::Shown;
use crate::yaml;

/// `error` in the file at `path`, which holds `text`: file, line, column, and the line itself.
pub fn told(path: &Path, text: &str, error: &yaml::Error) -> String {
    let path = Shown(path);
    match error.at {
        Some(at) => format!("{path}:{}:{}: {error}\n{}", at.line, at.column, yaml::snippet(text, at)),
        None => format!("{path}: {error}"),
    }
}
