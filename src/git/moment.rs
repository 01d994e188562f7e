//! When a file read as it does in a copy that says nothing of it, as `git difftool` hands them out.

use std::path::Path;

use super::revision::called;
use super::run::output;
use super::{Repository, Tree};

impl Repository {
    /// When the file at `path` below the top read as the one at `copy` does: ` at HEAD (0123456)`, `, staged`, or ` at` the
    /// last commit of ours, or the one before it, that held it so. Nothing where none did under that name, or where git
    /// does not say.
    pub fn moment(&self, path: &Path, copy: &Path) -> Option<String> {
        let mut command = self.at_top();
        let mut filters = std::ffi::OsString::from("--path=");
        filters.push(path);
        command.arg("hash-object").arg(filters).arg("--").arg(copy);
        let id = String::from_utf8(output(&mut command).ok()?).ok()?.trim().to_owned();
        let holds = |tree: &Tree| {
            let entry = self.held(tree, path).ok().flatten();
            entry.is_some_and(|entry| entry.id == id)
        };
        let head = self.revision("HEAD").ok()?;
        let name = head.name.clone();
        if holds(&Tree::Commit(head)) {
            return Some(format!(" at {name}"));
        }
        if holds(&Tree::Index) {
            return Some(", staged".to_owned());
        }
        let mut command = self.at_top();
        command.args(["--literal-pathspecs", "log", "-1", "--format=%H", "--no-show-signature"]);
        command.arg(format!("--find-object={id}")).arg("--").arg(path);
        let last = String::from_utf8(output(&mut command).ok()?).ok()?.trim().to_owned();
        // It came with that commit, or it went with it.
        let name = called(&last, &last);
        [name.clone(), format!("{name}^")].into_iter().find_map(|name| {
            let base = self.revision(&name).ok()?;
            holds(&Tree::Commit(base)).then(|| format!(" at {name}"))
        })
    }
}
