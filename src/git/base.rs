//! What the work is compared with: a revision, or where it left the branch it will go back to.

use std::path::PathBuf;

use super::entry::path_of;
use super::run::output;
use super::{Error, Repository};

/// A revision that exists, by the name of its commit or tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    pub(super) id: String,
    /// How a person calls it: what they wrote, or the branch with a short commit.
    pub name: String,
}

/// A regular file that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// Below the top of the work tree.
    pub path: PathBuf,
    /// The blob that it was, and where it was then; nothing for a new file.
    pub before: Option<(String, PathBuf)>,
}

/// Names that a default branch goes by where nobody says which it is.
const DEFAULTS: [&str; 4] = ["origin/main", "origin/master", "main", "master"];

impl Repository {
    /// The revision `named`; `A...` and `A...HEAD` are where our branch left A. Without a name, where it left its
    /// upstream, else the default branch; before the first commit, nothing at all. An upstream that is only our own
    /// branch on another machine is no answer: after a push nothing would be changed.
    ///
    /// # Errors
    ///
    /// There is no such revision, or nothing to compare with.
    pub fn base(&self, named: Option<&str>) -> Result<Base, Error> {
        if matches!(named, None | Some("HEAD")) && self.commit("HEAD").is_none() {
            return self.beginning();
        }
        match named {
            Some(name) => self.since(name),
            None => self.left_default().ok_or_else(|| {
                Error::Said("there is no upstream and no default branch to compare with; name a revision: --changed HEAD".to_owned())
            }),
        }
    }

    /// Where our branch left its upstream, else the default branch; nothing where there is neither.
    pub(super) fn left_default(&self) -> Option<Base> {
        self.default_branches().iter().find_map(|branch| self.left(branch, "HEAD"))
    }

    /// The tree with nothing in it, which git knows without storing it.
    pub(super) fn beginning(&self) -> Result<Base, Error> {
        let id = self.line(&["hash-object", "-t", "tree", "/dev/null"]).ok_or(Error::Odd("a tree"))?;
        Ok(Base { id, name: "the beginning".to_owned() })
    }

    /// The regular files that changed since `base` below `paths`, by path: in the index if `staged`, else in the work
    /// tree, where files that git does not know yet are new ones. Deleted files are none.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn changed(&self, base: &Base, staged: bool, paths: &[PathBuf]) -> Result<Vec<Change>, Error> {
        let mut command = self.git();
        command.args(["--literal-pathspecs", "diff", "--raw", "-z", "--no-abbrev", "--find-renames"]);
        command.args(["--no-ext-diff", "--no-color", "--no-relative", "--diff-filter=AMR"]);
        if staged {
            command.arg("--cached");
        }
        let mut changes = of_raw(&output(command.args([base.id.as_str(), "--"]).args(paths))?)?;
        if !staged {
            changes.extend(self.unknown(paths)?);
        }
        changes.sort();
        Ok(changes)
    }

    /// The files that git neither knows nor ignores.
    pub(super) fn unknown(&self, paths: &[PathBuf]) -> Result<Vec<Change>, Error> {
        let mut command = self.git();
        command.args([
            "--literal-pathspecs",
            "ls-files",
            "--others",
            "--exclude-standard",
            "-z",
            "--full-name",
        ]);
        command.arg("--").args(paths);
        if paths.is_empty() {
            // Without a path it would list the current folder only.
            command.current_dir(self.top());
        }
        let answer = output(&mut command)?;
        let names = answer.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(|name| Change { path: path_of(name), before: None }).collect())
    }

    /// The revision that `name` means.
    fn since(&self, name: &str) -> Result<Base, Error> {
        let (start, end) = name.split_once("..").unwrap_or((name, ""));
        let (branch, end) = match end.strip_prefix('.') {
            Some(end) => (Some(start), end),
            None => (None, end),
        };
        if !matches!(end, "" | "HEAD") {
            let message =
                format!("the work is compared with one revision, not with a range: --changed {start}");
            return Err(Error::Said(message));
        }
        if let Some(branch) = branch {
            return self.left(branch, "HEAD").ok_or_else(|| self.no_common(branch));
        }
        let id = self.commit(start).ok_or_else(|| self.no_revision(start))?;
        Ok(Base { id, name: start.to_owned() })
    }

    /// The commit that `name` names.
    pub(super) fn commit(&self, name: &str) -> Option<String> {
        let name = format!("{name}^{{commit}}");
        self.line(&["rev-parse", "--verify", "--quiet", "--end-of-options", &name])
    }

    /// Where `tip` left `branch`.
    pub(super) fn left(&self, branch: &str, tip: &str) -> Option<Base> {
        let id = self.line(&["merge-base", "--end-of-options", branch, tip])?;
        let short = id.get(..7).unwrap_or(&id);
        Some(Base { name: format!("{branch} ({short})"), id })
    }

    /// The branches that our work may go back to, the likeliest first.
    fn default_branches(&self) -> Vec<String> {
        let line = |arguments: &[&str]| self.line(arguments);
        let upstream = line(&["rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}"]);
        let remote = line(&["rev-parse", "--abbrev-ref", "origin/HEAD"]).filter(|name| name != "origin/HEAD");
        let named = line(&["config", "init.defaultBranch"]);
        let ours = line(&["symbolic-ref", "--quiet", "--short", "HEAD"]).map(|branch| format!("/{branch}"));
        let is_ours = |upstream: &String| ours.as_ref().is_some_and(|ours| upstream.ends_with(ours.as_str()));
        let (copy, upstream) =
            if upstream.as_ref().is_some_and(is_ours) { (upstream, None) } else { (None, upstream) };
        let defaults = remote.into_iter().chain(DEFAULTS.map(str::to_owned)).chain(named);
        upstream.into_iter().chain(defaults).chain(copy).collect()
    }

    /// The one line that git answers, if it does.
    pub(super) fn line(&self, arguments: &[&str]) -> Option<String> {
        let answer = output(self.git().args(arguments)).ok()?;
        let text = String::from_utf8(answer).ok()?;
        text.lines().next().filter(|line| !line.is_empty()).map(str::to_owned)
    }

    pub(super) fn no_revision(&self, name: &str) -> Error {
        Error::Said(format!("there is no revision `{name}`{}", self.shallow()))
    }

    pub(super) fn no_common(&self, branch: &str) -> Error {
        Error::Said(format!("no commit is in both `{branch}` and our branch{}", self.shallow()))
    }

    /// What is usually wrong in CI.
    fn shallow(&self) -> &'static str {
        match self.line(&["rev-parse", "--is-shallow-repository"]).as_deref() {
            Some("true") => "; this clone is shallow: fetch the history (in CI, `fetch-depth: 0`)",
            _ => "",
        }
    }
}

/// The answer of `git diff --raw -z`, in which renamed files have two names.
fn of_raw(answer: &[u8]) -> Result<Vec<Change>, Error> {
    const WHAT: Error = Error::Odd("a list of differences");
    let mut fields = answer.split(|byte| *byte == 0).filter(|field| !field.is_empty());
    let mut changes = Vec::new();
    while let Some(about) = fields.next() {
        let about = str::from_utf8(about).map_err(|_| WHAT)?;
        let words: Vec<&str> = about.trim_start_matches(':').split(' ').collect();
        let [old_mode, mode, id, _, status] = words[..] else { return Err(WHAT) };
        let first = path_of(fields.next().ok_or(WHAT)?);
        let path = if status.starts_with('R') { path_of(fields.next().ok_or(WHAT)?) } else { first.clone() };
        if mode.starts_with("100") {
            let before = old_mode.starts_with("100").then(|| (id.to_owned(), first));
            changes.push(Change { path, before });
        }
    }
    Ok(changes)
}
