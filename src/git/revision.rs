//! A file as it was: at a commit, in the index, under the name that it had there.

use std::path::{Path, PathBuf};

use super::base::Base;
use super::entry::path_of;
use super::run::output;
use super::{Entry, Error, Repository};

/// A tree of files that another is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// A commit's.
    Commit(Base),
    /// What the next commit will hold.
    Index,
    /// The files as they lie in the work tree.
    Disk,
}

/// A file in two trees, by its paths below the top; one that is new or gone has one path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Paired {
    /// What it is called after.
    pub new: Option<PathBuf>,
    /// What it is called before.
    pub old: Option<PathBuf>,
}

impl Repository {
    /// The commit that `name` names; before the first one `HEAD` is the tree with nothing in it.
    ///
    /// # Errors
    ///
    /// There is no such commit.
    pub fn revision(&self, name: &str) -> Result<Base, Error> {
        match self.commit(name) {
            Some(id) => Ok(Base { name: called(name, &id), id }),
            None if name == "HEAD" => self.beginning(),
            None => Err(self.no_revision(name)),
        }
    }

    /// The two ends of `name`: one commit, `A..B`, or `A...B`, which is from where B left A. An end that is left out is
    /// no commit (`A..`), a beginning that is left out is `HEAD`.
    ///
    /// # Errors
    ///
    /// There is no such commit, or A and B have none in common.
    pub fn range(&self, name: &str) -> Result<(Base, Option<Base>), Error> {
        let Some((start, end)) = name.split_once("..") else { return Ok((self.revision(name)?, None)) };
        let start = if start.is_empty() { "HEAD" } else { start };
        let (fork, end) = end.strip_prefix('.').map_or((false, end), |end| (true, end));
        let to = if end.is_empty() { None } else { Some(self.revision(end)?) };
        if !fork {
            return Ok((self.revision(start)?, to));
        }
        self.revision(start)?;
        let tip = to.as_ref().map_or("HEAD", |to| &to.id);
        let fork = self.left(start, tip).ok_or_else(|| self.no_common(start))?;
        Ok((at_merge_base(fork, start), to))
    }

    /// Where our branch left its upstream, else the default branch; `HEAD` where there is neither.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn fork(&self) -> Result<Base, Error> {
        let Some(base) = self.left_default().filter(|_| self.commit("HEAD").is_some()) else {
            return self.revision("HEAD");
        };
        let branch = base.name.rsplit_once(" (").map_or_else(String::new, |(branch, _)| branch.to_owned());
        Ok(at_merge_base(base, &branch))
    }

    /// The file at `path` below the top as `tree` holds it; nothing where it holds none. The work tree is not asked.
    ///
    /// # Errors
    ///
    /// It is a folder, a link or a submodule there, or in conflict, or what git says.
    pub fn held(&self, tree: &Tree, path: &Path) -> Result<Option<Entry>, Error> {
        let mut command = self.at_top();
        command.arg("--literal-pathspecs");
        match tree {
            Tree::Commit(base) => command.args(["ls-tree", "-z", "--full-tree", &base.id, "--"]),
            Tree::Index | Tree::Disk => command.args(["ls-files", "--stage", "-z", "--full-name", "--"]),
        };
        let answer = output(command.arg(path))?;
        if answer.is_empty() {
            return Ok(None);
        }
        let found = match tree {
            Tree::Commit(_) => Entry::of_tree(&answer)?,
            Tree::Index | Tree::Disk => Entry::of_stage(&answer)?,
        };
        match found.into_iter().find(|entry| entry.path == path) {
            Some(entry)
                if entry.is_empty() && *tree == Tree::Index && self.intended()?.contains(&entry.path) =>
            {
                Ok(None)
            }
            Some(entry) => Ok(Some(entry)),
            None => {
                Err(Error::Said("it is a folder, a link or a submodule there, or in conflict".to_owned()))
            }
        }
    }

    /// The files that differ between `from` and `to` by path, renamed ones as one; in the work tree, those that git
    /// knows.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn between(&self, from: &Base, to: &Tree) -> Result<Vec<Paired>, Error> {
        let mut found = self.differing(from, to)?;
        found.sort();
        Ok(found)
    }

    /// The files of the work tree that git neither knows nor ignores, by path below the top.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn untracked(&self) -> Result<Vec<PathBuf>, Error> {
        let mut found: Vec<PathBuf> = self.unknown(&[])?.into_iter().map(|new| new.path).collect();
        found.sort();
        Ok(found)
    }

    fn differing(&self, from: &Base, to: &Tree) -> Result<Vec<Paired>, Error> {
        let mut command = self.at_top();
        command.args(["diff", "--raw", "-z", "--no-abbrev", "--find-renames", "--no-ext-diff", "--no-color"]);
        command.args(["--no-relative", "--ita-invisible-in-index"]);
        match to {
            Tree::Commit(to) => command.args([&from.id, &to.id]),
            Tree::Index => command.args(["--cached", &from.id]),
            Tree::Disk => command.arg(&from.id),
        };
        paired(&output(command.arg("--"))?)
    }

    /// What the file that is `path` in `to` was called in `from`, or, where it is in `from` only, what it is called in
    /// `to`: the pair of both names. Renames in single commits count too, however much was written since.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn names(&self, from: &Base, to: &Tree, path: &Path) -> Result<Paired, Error> {
        let same = |here: bool| here.then(|| path.to_owned());
        let old = self.held(&Tree::Commit(from.clone()), path)?.is_some();
        let new = match to {
            Tree::Disk => self.top().join(path).symlink_metadata().is_ok(),
            tree => self.held(tree, path)?.is_some(),
        };
        if old == new {
            return Ok(Paired { old: same(old), new: same(new) });
        }
        let differing = self.differing(from, to)?;
        let renamed = differing.into_iter().find(|pair| {
            let path = Some(path.to_owned());
            pair.old.is_some() && pair.new.is_some() && (pair.old == path || pair.new == path)
        });
        match renamed {
            Some(pair) => Ok(pair),
            None if new => Ok(Paired { old: self.followed(from, to, path)?, new: same(true) }),
            None => Ok(Paired { old: same(true), new: None }),
        }
    }

    /// What the file that is `path` in `to` was called in `from`, by the renames of the commits between.
    fn followed(&self, from: &Base, to: &Tree, path: &Path) -> Result<Option<PathBuf>, Error> {
        let (tip, path) = match to {
            Tree::Commit(to) => (to.clone(), path.to_owned()),
            Tree::Index | Tree::Disk => {
                let head = self.revision("HEAD")?;
                let since = self.differing(&head, to)?;
                let was = since.into_iter().find(|pair| pair.new.as_deref() == Some(path));
                (head, was.map_or_else(|| Some(path.to_owned()), |pair| pair.old).unwrap_or_default())
            }
        };
        if path.as_os_str().is_empty() || self.commit(&tip.id).is_none() {
            return Ok(None);
        }
        let mut command = self.at_top();
        command.args(["--literal-pathspecs", "log", "--follow", "--find-renames", "--diff-filter=R"]);
        command.args(["--name-status", "-z", "--format=", "--no-show-signature", "--no-ext-diff"]);
        command.args([&format!("^{}", from.id), &tip.id, "--"]).arg(&path);
        let name = oldest(&output(&mut command)?).unwrap_or(path);
        let there = self.held(&Tree::Commit(from.clone()), &name)?.is_some();
        Ok(there.then_some(name))
    }

    /// Who made the last commit up to `tip` that changed the file at `path` below the top.
    pub fn last_author(&self, tip: &Base, path: &Path) -> Option<String> {
        self.last("%an", &tip.id, path)
    }

    /// The last commit that changed the file at `path` below the top, in short; nothing where that was the first of all.
    pub fn last_change(&self, path: &Path) -> Option<String> {
        let id = self.last("%h", "HEAD", path)?;
        self.commit(&format!("{id}^")).map(|_| id)
    }

    /// What git's `format` says of the last commit up to `tip` that changed the file at `path` below the top.
    fn last(&self, format: &str, tip: &str, path: &Path) -> Option<String> {
        let mut command = self.at_top();
        command.args([
            "--literal-pathspecs",
            "log",
            "-1",
            &format!("--format={format}"),
            "--no-show-signature",
        ]);
        let answer = output(command.args(["--end-of-options", tip, "--"]).arg(path)).ok()?;
        let said = String::from_utf8(answer).ok()?.trim().to_owned();
        (!said.is_empty()).then_some(said)
    }
}

/// How a person calls the commit `id` that they named `name`.
pub(super) fn called(name: &str, id: &str) -> String {
    let short = id.get(..7).unwrap_or(id);
    if id.starts_with(name) { short.to_owned() } else { format!("{name} ({short})") }
}

fn at_merge_base(base: Base, branch: &str) -> Base {
    let short = base.id.get(..7).unwrap_or(&base.id);
    Base { name: format!("{short}, merge base with {branch}"), ..base }
}

/// The regular files in the answer of `git diff --raw -z`.
fn paired(answer: &[u8]) -> Result<Vec<Paired>, Error> {
    const WHAT: Error = Error::Odd("a list of differences");
    let mut fields = answer.split(|byte| *byte == 0).filter(|field| !field.is_empty());
    let mut found = Vec::new();
    while let Some(about) = fields.next() {
        let about = str::from_utf8(about).map_err(|_| WHAT)?;
        let words: Vec<&str> = about.trim_start_matches(':').split(' ').collect();
        let [old_mode, new_mode, _, _, status] = words[..] else { return Err(WHAT) };
        let old = path_of(fields.next().ok_or(WHAT)?);
        let new = if status.starts_with('R') { path_of(fields.next().ok_or(WHAT)?) } else { old.clone() };
        let regular = |mode: &str, path| mode.starts_with("100").then_some(path);
        let pair = Paired { old: regular(old_mode, old), new: regular(new_mode, new) };
        if pair.old.is_some() || pair.new.is_some() {
            found.push(pair);
        }
    }
    Ok(found)
}

/// The first name in the answer of `git log --follow --name-status -z`, in which the newest rename comes first.
fn oldest(answer: &[u8]) -> Option<PathBuf> {
    let mut fields = answer.split(|byte| *byte == 0);
    let mut oldest = None;
    while let Some(field) = fields.next() {
        // Commits are parted by what `--format=` left of them.
        if field.trim_ascii_start().starts_with(b"R") {
            oldest = fields.next().map(path_of);
            fields.next();
        }
    }
    oldest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_names() {
        let zero = "0".repeat(40);
        let answer = format!(
            ":000000 100644 {zero} {zero} A\0b new.md\0:100644 000000 {zero} {zero} D\0gone.md\0\
             :100644 100644 {zero} {zero} R090\0old.md\0new\n.md\0:160000 160000 {zero} {zero} M\0module\0\
             :120000 100644 {zero} {zero} T\0link.md\0"
        );
        let names: Vec<_> = paired(answer.as_bytes()).unwrap();
        let name = |old: Option<&str>, new: Option<&str>| Paired {
            old: old.map(PathBuf::from),
            new: new.map(PathBuf::from),
        };
        let wanted = [
            name(None, Some("b new.md")),
            name(Some("gone.md"), None),
            name(Some("old.md"), Some("new\n.md")),
            name(None, Some("link.md")),
        ];
        assert_eq!(names, wanted);
        assert!(paired(b":1 2 3\0a.md\0").is_err());
    }

    #[test]
    fn the_oldest_name_is_the_last_that_is_told() {
        assert_eq!(oldest(b"R100\0b.md\0c.md\0\nR087\0a.md\0b.md\0"), Some("a.md".into()));
        assert_eq!(oldest(b""), None);
    }

    #[test]
    fn a_commit_is_called_as_it_was_named() {
        assert_eq!(called("HEAD~2", "0123456789"), "HEAD~2 (0123456)");
        assert_eq!(called("01234567", "0123456789"), "0123456");
    }
}
