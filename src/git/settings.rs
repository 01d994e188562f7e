//! Git's own settings: single keys of its configuration, and where its attributes are kept.

use std::path::PathBuf;

use super::entry::path_of;
use super::run::{git, output};
use super::{Error, Repository};

/// Whose settings they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Those of one repository and its linked work trees.
    Repository(Repository),
    /// Those of the user, in every repository.
    Global,
}

/// The settings of a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    scope: Scope,
}

impl Settings {
    /// The settings of `scope`.
    pub fn of(scope: Scope) -> Self {
        Self { scope }
    }

    /// The values of `key`, as the scope itself holds them: what other scopes say of it is left out.
    ///
    /// # Errors
    ///
    /// What git says, for example that its configuration cannot be read.
    pub fn get(&self, key: &str) -> Result<Vec<String>, Error> {
        let mut command = self.config();
        let done = command.args(["-z", "--get-all", key]).output()?;
        // Git ends with 1 where there is no such key.
        if done.status.code() == Some(1) {
            return Ok(Vec::new());
        }
        if !done.status.success() {
            let said = String::from_utf8_lossy(&done.stderr);
            return Err(Error::Said(said.trim().trim_start_matches("fatal: ").to_owned()));
        }
        let values = done.stdout.split(|byte| *byte == 0);
        let mut values: Vec<String> =
            values.map(|value| String::from_utf8_lossy(value).into_owned()).collect();
        // Every value ends with a NUL.
        values.pop();
        Ok(values)
    }

    /// Makes `value` the only one of `key`.
    ///
    /// # Errors
    ///
    /// What git says, for example that somebody else is changing its configuration.
    pub fn set(&self, key: &str, value: &str) -> Result<(), Error> {
        output(self.config().args(["--replace-all", key, value])).map(drop)
    }

    /// Leaves `key` without a value, which it must have one of.
    ///
    /// # Errors
    ///
    /// As [`Self::set`].
    pub fn unset(&self, key: &str) -> Result<(), Error> {
        output(self.config().args(["--unset-all", key])).map(drop)
    }

    /// The file of attributes that belongs to the scope and is shared with nobody; it need not exist.
    ///
    /// # Errors
    ///
    /// What git says; no home for the user's file.
    pub fn attributes(&self) -> Result<PathBuf, Error> {
        match &self.scope {
            Scope::Repository(repository) => Ok(repository.git_folder()?.join("info/attributes")),
            Scope::Global => {
                let named = output(self.config().args(["--type=path", "--get", "core.attributesFile"]));
                if let Ok(named) = named {
                    return Ok(path_of(named.trim_ascii_end()));
                }
                let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
                let folder = set("XDG_CONFIG_HOME").or_else(|| set("HOME").map(|home| home.join(".config")));
                folder
                    .map(|folder| folder.join("git/attributes"))
                    .ok_or_else(|| Error::Said("there is no home for the user's attributes".to_owned()))
            }
        }
    }

    fn config(&self) -> std::process::Command {
        let (mut command, scope) = match &self.scope {
            Scope::Repository(repository) => (repository.git(), "--local"),
            Scope::Global => (git(), "--global"),
        };
        command.args(["config", scope]);
        command
    }
}

/// Whether git colours diffs that go to a terminal or a pager.
pub fn colours_diffs() -> bool {
    let answer = output(git().args(["config", "--get-colorbool", "color.diff", "true"]));
    answer.is_ok_and(|answer| answer.trim_ascii() == b"true")
}
