//! Reviews whose document is not there: it was renamed, and they were left behind.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The most entries of a folder that are looked at.
const MOST: usize = 2000;

/// Folders of reviews beside `document` that have no document of their own, where `document` has no reviews: perhaps they
/// are about it, and it was called otherwise when they were written.
pub fn left_behind(document: &Path) -> Vec<PathBuf> {
    let parent = match document.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    if super::folder(document).exists() {
        return Vec::new();
    }
    let entries = fs::read_dir(parent).into_iter().flatten().flatten().take(MOST);
    let paths: Vec<PathBuf> = entries.map(|entry| document.with_file_name(entry.file_name())).collect();
    let is_review = |path: &&PathBuf| path.extension() == Some(OsStr::new("reviews"));
    let has_document = |folder: &PathBuf| {
        paths.iter().any(|path| !is_review(&path) && path.file_stem() == folder.file_stem())
    };
    let mut found: Vec<PathBuf> =
        paths.iter().filter(is_review).filter(|path| !has_document(path)).cloned().collect();
    found.retain(|folder| has_review(folder));
    found.sort();
    found
}

/// Whether a reviewer's file is in `folder`.
fn has_review(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST);
    entries.map(|entry| entry.path()).any(|path| path.extension().is_some_and(|ending| ending == "yml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reviews_without_a_document_are_found_by_one_without_reviews() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["draft.reviews", "other.reviews", "empty.reviews"] {
            fs::create_dir(at(name)).unwrap();
        }
        for name in ["final.md", "other.md", "draft.reviews/ann.yml", "other.reviews/bo.yml"] {
            fs::write(at(name), "").unwrap();
        }
        assert_eq!(left_behind(&at("final.md")), [at("draft.reviews")]);
        assert!(left_behind(&at("other.md")).is_empty());
        fs::create_dir(at("final.reviews")).unwrap();
        assert!(left_behind(&at("final.md")).is_empty());
    }
}
