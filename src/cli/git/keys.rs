//! The settings of git's that make redlines one of its tools, and telling ours from others'.

use std::path::Path;

use anyhow::Context;

use crate::cli::hook::quoted;

/// What the tool is run with: <https://git-scm.com/docs/git-difftool> names the variables.
const TOOL: &str = " redline \"$LOCAL\" \"$REMOTE\" --name \"$MERGED\"";
/// What the driver is run with; git puts its own arguments behind.
const DRIVER: &str = " git diff-driver";
/// What git takes for words: figures and joined words in one piece, other marks for themselves.
const WORDS: &str = "[$]?[^[:space:][:punct:]]+([-'.,:/][^[:space:][:punct:]]+)*%?|[^[:space:]]";
/// How git shows words where it shows redlines as well.
pub(super) const WORDS_BESIDE_REDLINES: &str = "git diff --no-ext-diff --word-diff";
/// What git names a hunk by.
const HEADINGS: &str = "^(#{1,6} .*)$";

/// One setting.
pub(super) struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it does, for people.
    pub what: &'static str,
    /// What we set it to.
    pub value: String,
    /// What every value of ours ends with, whatever program it names.
    tail: &'static str,
}

impl Key {
    /// Whether it makes `git diff` show redlines.
    pub fn is_driver(&self) -> bool {
        self.tail == DRIVER
    }

    /// Whether it tells git what words are.
    pub fn is_words(&self) -> bool {
        self.tail == WORDS
    }

    /// Whether we set `value`, this version or one that was installed elsewhere.
    pub fn is_ours(&self, value: &str) -> bool {
        let program = value.strip_suffix(self.tail);
        let is_program = |program: &str| program.starts_with('\'') && program.ends_with('\'');
        value == self.value || program.is_some_and(is_program)
    }
}

/// Which settings are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wanted {
    pub diff: bool,
    pub words: bool,
}

/// All settings that `wanted` names; `git difftool` always.
pub(super) fn keys(wanted: Wanted) -> anyhow::Result<Vec<Key>> {
    let program = std::env::current_exe().context("this program does not know where it is")?;
    let program = quoted(path(&program)?);
    let mut keys = vec![Key {
        name: "difftool.prfaq.cmd",
        what: "git difftool -t prfaq",
        value: format!("{program}{TOOL}"),
        tail: TOOL,
    }];
    if wanted.diff {
        keys.push(Key {
            name: "diff.prfaq.command",
            what: "git diff",
            value: format!("{program}{DRIVER}"),
            tail: DRIVER,
        });
    }
    if wanted.words || wanted.diff {
        let plain =
            |name, what, value: &'static str| Key { name, what, value: value.to_owned(), tail: value };
        keys.push(plain("diff.prfaq.wordRegex", "git diff --word-diff", WORDS));
        keys.push(plain("diff.prfaq.xfuncname", "names of hunks", HEADINGS));
    }
    Ok(keys)
}

/// Every setting that we may have written.
pub(super) fn all() -> anyhow::Result<Vec<Key>> {
    keys(Wanted { diff: true, words: true })
}

fn path(program: &Path) -> anyhow::Result<&str> {
    program.to_str().context("the path of this program is not UTF-8, and git's settings are")
}
