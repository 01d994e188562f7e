//! Finding the configuration that holds for a document.

use std::path::{Path, PathBuf};

use crate::storage::Files;

/// The configuration's file name.
pub const FILE_NAME: &str = "prfaq.yml";

/// The file that names what is not read, in the form of a `.gitignore`.
pub const IGNORE_NAME: &str = ".prfaqignore";

/// Both names: those of the files that are looked for in every folder.
pub const NAMES: &[&str] = &[FILE_NAME, IGNORE_NAME];

/// The `prfaq.yml` among `files` that holds for a document in `folder`: the first one from there upwards.
///
/// The search ends at the first folder with a `.git` in it, that one included, so that a repository is judged alike on
/// every machine; without one it ends at the root.
pub fn find(folder: &Path, files: &dyn Files) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    for folder in folder.ancestors() {
        let file = folder.join(FILE_NAME);
        if files.is_there(&file) {
            return Some(file);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}

/// A `prfaq.yaml` beside which no [`FILE_NAME`] is found, from `folder` upwards: it is not read, and its author thinks
/// it is.
pub fn misnamed(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    for folder in folder.ancestors() {
        let file = folder.join(FILE_NAME).with_extension("yaml");
        if file.is_file() {
            return Some(file);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Disk;
    use std::fs;

    fn found(folder: &Path) -> Option<PathBuf> {
        find(folder, &Disk)
    }

    #[test]
    fn the_first_file_upwards_holds_and_a_repository_is_a_world_of_its_own() {
        let root = tempfile::tempdir().unwrap();
        let deep = root.path().join("house/repo/docs/drafts");
        fs::create_dir_all(&deep).unwrap();
        let outer = root.path().join("house").join(FILE_NAME);
        fs::write(&outer, "").unwrap();
        assert_eq!(found(&deep), Some(outer));

        fs::create_dir(root.path().join("house/repo/.git")).unwrap();
        assert_eq!(found(&deep), None);
        let inner = root.path().join("house/repo").join(FILE_NAME);
        fs::write(&inner, "").unwrap();
        assert_eq!(found(&deep), Some(inner));
    }
}
