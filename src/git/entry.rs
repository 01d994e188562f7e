//! A file as the index or a tree holds it, and what becomes of files in the next commit.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use super::Error;

/// A regular file in the index.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Below the top of the work tree.
    pub path: PathBuf,
    /// Name of its blob.
    pub id: String,
    /// Its mode as git writes it, `100644` or `100755`.
    pub mode: String,
}

/// What the next commit does to files, each kind by path, which is below the top of the work tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Regular files that it adds or changes, as the index holds them. Links and submodules are none.
    pub files: Vec<Entry>,
    /// Files that it deletes.
    pub deleted: Vec<PathBuf>,
    /// Files that a merge left in conflict: nothing of them can be committed yet.
    pub unmerged: Vec<PathBuf>,
}

impl Changes {
    /// The answer of `git diff --raw -z --no-renames`.
    pub(super) fn of_raw(answer: &[u8]) -> Result<Self, Error> {
        const WHAT: &str = "a list of differences";
        let mut fields = answer.split(|byte| *byte == 0).filter(|field| !field.is_empty());
        let mut changes = Self::default();
        while let Some(about) = fields.next() {
            let path = path_of(fields.next().ok_or(Error::Odd(WHAT))?);
            let about = str::from_utf8(about).map_err(|_| Error::Odd(WHAT))?;
            let mut words = about.strip_prefix(':').ok_or(Error::Odd(WHAT))?.split(' ');
            let (mode, id, status) = (words.nth(1), words.nth(1), words.next());
            let (Some(mode), Some(id), Some(status)) = (mode, id, status) else {
                return Err(Error::Odd(WHAT));
            };
            match status.chars().next() {
                Some('D') => changes.deleted.push(path),
                Some('U') => changes.unmerged.push(path),
                _ => changes.files.extend(Entry::regular(mode, id, path)),
            }
        }
        changes.files.sort();
        changes.deleted.sort();
        changes.unmerged.sort();
        changes.unmerged.dedup();
        Ok(changes)
    }

    /// Whether the file at `path` is among them, or one below it.
    pub fn touch(&self, path: &Path) -> bool {
        let files = self.files.iter().map(|entry| &entry.path);
        files.chain(&self.deleted).chain(&self.unmerged).any(|file| file.starts_with(path))
    }
}

impl Entry {
    /// Names of the empty blob, in SHA-1 and in SHA-256.
    const EMPTY: [&str; 2] = [
        "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
        "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
    ];

    /// The regular files in the answer of `git ls-files -s -z` (mode, id, stage), conflicting stages left out.
    pub(super) fn of_stage(answer: &[u8]) -> Result<Vec<Self>, Error> {
        listed(answer, |[mode, id, stage], path| (stage == "0").then(|| Self::regular(mode, id, path))?)
    }

    /// The regular files in the answer of `git ls-tree -z` (mode, type, id).
    pub(super) fn of_tree(answer: &[u8]) -> Result<Vec<Self>, Error> {
        listed(answer, |[mode, _, id], path| Self::regular(mode, id, path))
    }

    /// Whether nothing is in it. So seems a file that is only meant to be added some day.
    pub(super) fn is_empty(&self) -> bool {
        Self::EMPTY.contains(&self.id.as_str())
    }

    fn regular(mode: &str, id: &str, path: PathBuf) -> Option<Self> {
        mode.starts_with("100").then(|| Self { path, id: id.to_owned(), mode: mode.to_owned() })
    }
}

/// What `entry` makes of the lines of `answer`: three words, a tab and a path each, with a NUL at its end.
fn listed(answer: &[u8], entry: impl Fn([&str; 3], PathBuf) -> Option<Entry>) -> Result<Vec<Entry>, Error> {
    let line = |field: &[u8]| {
        let tab = field.iter().position(|byte| *byte == b'\t')?;
        let (about, path) = field.split_at(tab);
        let mut words = str::from_utf8(about).ok()?.split(' ');
        let words = [words.next()?, words.next()?, words.next()?];
        Some(entry(words, path_of(path.get(1..).unwrap_or_default())))
    };
    let lines = answer.split(|byte| *byte == 0).filter(|field| !field.is_empty());
    let entries: Option<Vec<Option<Entry>>> = lines.map(line).collect();
    entries.map(|entries| entries.into_iter().flatten().collect()).ok_or(Error::Odd("a list of files"))
}

/// A path as git prints it with `-z`.
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";

    #[test]
    fn every_status_has_its_place() {
        let zero = "0".repeat(40);
        let answer = format!(
            ":000000 100644 {zero} {ID} A\0b new.md\0:100644 000000 {ID} {zero} D\0gone.md\0\
             :000000 000000 {zero} {zero} U\0both.md\0:100644 000000 {ID} {zero} U\0both.md\0\
             :120000 100755 {zero} {ID} T\0a.sh\0:100644 120000 {zero} {ID} M\0link.md\0\
             :160000 160000 {zero} {ID} M\0module\0"
        );
        let changes = Changes::of_raw(answer.as_bytes()).unwrap();
        let files: Vec<_> = changes.files.iter().map(|entry| (&*entry.path, &*entry.mode)).collect();
        assert_eq!(files, [(Path::new("a.sh"), "100755"), (Path::new("b new.md"), "100644")]);
        assert!(changes.files.iter().all(Entry::is_empty));
        assert_eq!(
            (&*changes.deleted, &*changes.unmerged),
            (&["gone.md".into()][..], &["both.md".into()][..])
        );
        assert!(changes.touch(Path::new("gone.md")) && !changes.touch(Path::new("gone")));
    }

    #[test]
    fn an_answer_that_nobody_expects_is_an_error() {
        for answer in ["M a.md", ":100644", ":100644 100644 a b M\0", ":1 2 3\0a.md\0"] {
            assert!(Changes::of_raw(answer.as_bytes()).is_err(), "{answer:?}");
        }
        assert!(Entry::of_stage(b"100644 abc 0 a.md").is_err());
        assert_eq!(Changes::of_raw(b"").unwrap(), Changes::default());
        assert_eq!(Entry::of_stage(format!("100644 {ID} 2\ta.md\0").as_bytes()).unwrap(), []);
    }
}
