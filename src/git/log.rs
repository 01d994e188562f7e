//! The commits that changed a file, through its renames.

use std::path::{Path, PathBuf};

use super::entry::path_of;
use super::run::output;
use super::{Error, Repository};

/// A file as a commit left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The commit, in full.
    pub commit: String,
    /// When it was made, in seconds since 1970.
    pub when: i64,
    /// What the file was called there, below the top.
    pub path: PathBuf,
    /// Name of its blob.
    pub blob: String,
}

impl Repository {
    /// The last `most` revisions of the file at `path` below the top, the oldest first, through its renames; those that
    /// only a merge made, and those that took it away, are left out.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn revisions(&self, path: &Path, most: usize) -> Result<Vec<Revision>, Error> {
        if self.revision("HEAD").is_err() {
            return Ok(Vec::new());
        }
        let mut command = self.at_top();
        command.args([
            "--literal-pathspecs",
            "log",
            "--follow",
            "--find-renames",
            "--raw",
            "--no-abbrev",
            "-z",
        ]);
        command.args(["--format=%x01%H %ct", "--no-show-signature", "--no-ext-diff", "--no-color"]);
        command.arg(format!("--max-count={most}")).arg("--").arg(path);
        let answer = output(&mut command)?;
        let commits = answer.split(|byte| *byte == 1).filter(|commit| !commit.is_empty());
        let found: Result<Vec<Option<Revision>>, Error> = commits.map(revision).collect();
        let mut found: Vec<Revision> = found?.into_iter().flatten().collect();
        found.reverse();
        Ok(found)
    }
}

/// A commit in the answer of `git log --raw -z`: `ID SECONDS`, then `:MODES BLOBS STATUS` and one path or two.
fn revision(commit: &[u8]) -> Result<Option<Revision>, Error> {
    const WHAT: Error = Error::Odd("a list of commits");
    let mut fields =
        commit.split(|byte| *byte == 0).map(<[u8]>::trim_ascii).filter(|field| !field.is_empty());
    let head = str::from_utf8(fields.next().ok_or(WHAT)?).map_err(|_| WHAT)?;
    let (id, seconds) = head.split_once(' ').ok_or(WHAT)?;
    let Some(about) = fields.next() else { return Ok(None) };
    let about = str::from_utf8(about).map_err(|_| WHAT)?;
    let words: Vec<&str> = about.trim_start_matches(':').split(' ').collect();
    let [_, mode, _, blob, status] = words[..] else { return Err(WHAT) };
    let first = fields.next().ok_or(WHAT)?;
    let path = path_of(if status.starts_with(['R', 'C']) { fields.next().ok_or(WHAT)? } else { first });
    if !mode.starts_with("100") || status.starts_with('D') {
        return Ok(None);
    }
    let when = seconds.parse().map_err(|_| WHAT)?;
    Ok(Some(Revision { commit: id.to_owned(), when, path, blob: blob.to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_has_its_name_its_time_and_what_the_file_was() {
        let (one, two) = ("1".repeat(40), "2".repeat(40));
        let raw = |status: &str, paths: &str| {
            revision(format!("abc 1700000000\0\n:100644 100644 {one} {two} {status}\0{paths}\0").as_bytes())
                .unwrap()
        };
        let found = raw("M", "a b.md").unwrap();
        assert_eq!(
            (found.when, found.path.to_str(), found.blob.as_str()),
            (1_700_000_000, Some("a b.md"), &*two)
        );
        assert_eq!(raw("R087", "old.md\0new.md").unwrap().path, Path::new("new.md"));
        assert_eq!(raw("D", "gone.md"), None);
        assert_eq!(revision(b"abc 1\0").unwrap(), None);
        assert!(revision(b"nonsense").is_err());
    }
}
