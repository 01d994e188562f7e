//! Files by pattern: the lists `documents:`, `include:`, `exclude:` and `files:`.

use std::path::Path;

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// Folders and globs, read as lines of a `.gitignore` in the configuration's folder.
#[derive(Debug, Clone, Default)]
pub struct Patterns {
    lines: Vec<String>,
    matcher: Option<Gitignore>,
}

impl Patterns {
    /// The files under `folder`, which is absolute, that `patterns` name.
    ///
    /// # Errors
    ///
    /// The index of the pattern that cannot be read, and why.
    pub(super) fn new(folder: &Path, patterns: &[String]) -> Result<Self, (usize, String)> {
        if patterns.is_empty() {
            return Ok(Self::default());
        }
        let mut builder = GitignoreBuilder::new(folder);
        builder.allow_unclosed_class(false);
        let mut lines = Vec::new();
        for (index, pattern) in patterns.iter().enumerate() {
            let line = pattern.strip_prefix("./").unwrap_or(pattern);
            if line.trim().is_empty() {
                return Err((index, "expected a folder or a pattern such as `docs/*.md`".to_owned()));
            }
            builder.add_line(None, line).map_err(|error| (index, error.to_string()))?;
            lines.push(line.to_owned());
        }
        let last = patterns.len() - 1;
        let matcher = builder.build().map_err(|error| (last, error.to_string()))?;
        Ok(Self { lines, matcher: Some(matcher) })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The patterns.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Whether the file at `path` is one of them.
    pub fn contains(&self, path: &Path) -> bool {
        self.find(path).is_some()
    }

    /// The index of the pattern that the file at `path` is one of them by.
    pub fn find(&self, path: &Path) -> Option<usize> {
        let matcher = self.matcher.as_ref()?;
        let path = std::path::absolute(path).ok()?;
        let inside = path.strip_prefix(matcher.path()).ok()?;
        let matched = matcher.matched_path_or_any_parents(inside, false);
        let glob = matched.inner().filter(|_| matched.is_ignore())?;
        self.lines.iter().rposition(|line| line.trim_end() == glob.original().trim_end())
    }
}
