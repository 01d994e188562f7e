//! Which files are taken for a PR/FAQ because the configuration says so.

use std::path::Path;

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// The `documents:` list: folders and globs, read as lines of a `.gitignore` in the configuration's folder.
#[derive(Debug, Clone, Default)]
pub struct Documents(Option<Gitignore>);

impl Documents {
    /// The files under `folder` that `patterns` name.
    ///
    /// # Errors
    ///
    /// The index of the pattern that cannot be read, and why.
    pub(super) fn new(folder: &Path, patterns: &[String]) -> Result<Self, (usize, String)> {
        if patterns.is_empty() {
            return Ok(Self(None));
        }
        let mut builder = GitignoreBuilder::new(folder);
        builder.allow_unclosed_class(false);
        for (index, pattern) in patterns.iter().enumerate() {
            let line = pattern.strip_prefix("./").unwrap_or(pattern);
            if line.trim().is_empty() {
                return Err((index, "expected a folder or a pattern such as `docs/*.md`".to_owned()));
            }
            builder.add_line(None, line).map_err(|error| (index, error.to_string()))?;
        }
        let last = patterns.len() - 1;
        builder.build().map(|matcher| Self(Some(matcher))).map_err(|error| (last, error.to_string()))
    }

    /// Whether the file at `path` is one of them.
    pub fn contains(&self, path: &Path) -> bool {
        let Some(matcher) = &self.0 else { return false };
        let Ok(path) = std::path::absolute(path) else { return false };
        path.strip_prefix(matcher.path())
            .is_ok_and(|inside| matcher.matched_path_or_any_parents(inside, false).is_ignore())
    }
}
