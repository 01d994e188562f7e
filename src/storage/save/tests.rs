use std::cell::Cell;
use std::ffi::OsStr;
use std::os::unix::fs::{PermissionsExt as _, symlink};

use tempfile::{NamedTempFile, TempDir};

use super::*;
use crate::storage::faulty::Faulty;
use crate::storage::read;

pub(super) const OLD: &str = "the old text\r\n";
pub(super) const NEW: &str = "\u{feff}the new text, longer than the old";

pub(super) fn draft() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draft.md");
    fs::write(&path, OLD).unwrap();
    (folder, path)
}

pub(super) fn names(folder: &TempDir) -> Vec<String> {
    let names =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn a_failure_at_any_step_leaves_the_old_text_and_nothing_else() {
    use rustix::io::Errno;
    for (error, links) in [(Errno::NOSPC, 1), (Errno::IO, 1), (Errno::ROFS, 1), (Errno::NOSPC, 2)] {
        let mut steps = 0;
        loop {
            let (folder, path) = draft();
            let expected = read(&path).unwrap().identity;
            let other = folder.path().join("other.md");
            if links == 2 {
                fs::hard_link(&path, &other).unwrap();
            }
            let before = names(&folder);
            let disk = Faulty::at(steps + 1, error);
            let result = save_on(&disk, &path, NEW, Some(&expected));
            assert_eq!(names(&folder), before);
            if result.is_ok() {
                assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
                break;
            }
            assert_eq!(fs::read_to_string(&path).unwrap(), OLD, "step {steps}, {error}");
            assert!(expected.is_current(&path));
            steps += 1;
        }
        assert!(steps >= 5, "{steps}");
    }
}

#[test]
fn a_failure_that_lasts_leaves_the_old_text_in_a_named_backup() {
    let (folder, path) = draft();
    fs::hard_link(&path, folder.path().join("other.md")).unwrap();
    let disk = Faulty { lasting: true, ..Faulty::at(5, rustix::io::Errno::IO) };
    match save_on(&disk, &path, NEW, None) {
        Err(SaveProblem::Torn(backup)) => assert_eq!(fs::read_to_string(backup).unwrap(), OLD),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_full_disk_is_named() {
    let (_folder, path) = draft();
    let problem = save_on(&Faulty::at(3, rustix::io::Errno::NOSPC), &path, NEW, None).unwrap_err();
    let error = SaveError::new(Path::new("draft.md"), problem).to_string();
    assert_eq!(error, "draft.md: the disk is full; make room or choose another folder");
}

#[test]
fn a_new_file_that_cannot_be_written_is_not_there() {
    for step in 1..=4 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new.md");
        assert!(save_on(&Faulty::at(step, rustix::io::Errno::IO), &path, NEW, None).is_err());
        assert!(names(&folder).is_empty());
    }
}

#[test]
fn mode_and_symbolic_link_stay() {
    let (folder, path) = draft();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.md");
    symlink("draft.md", &link).unwrap();
    let saved = save(&link, NEW, None).unwrap();
    assert_eq!(saved.in_place, None);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o640);
    assert_eq!(names(&folder), ["draft.md", "link.md"]);
}

#[test]
fn a_link_to_nothing_makes_the_file_it_names() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("link.md");
    symlink("later.md", &link).unwrap();
    save(&link, NEW, None).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("later.md")).unwrap(), NEW);

    let round = folder.path().join("round.md");
    symlink("round.md", &round).unwrap();
    assert!(save(&round, NEW, None).is_err());
}

#[test]
fn hard_links_all_get_the_new_text() {
    let (folder, path) = draft();
    let other = folder.path().join("other.md");
    fs::hard_link(&path, &other).unwrap();
    let saved = save(&path, NEW, Some(&read(&path).unwrap().identity)).unwrap();
    assert_eq!(saved.in_place, Some(InPlace::HardLinks));
    assert_eq!(fs::read_to_string(&other).unwrap(), NEW);
    assert_eq!(names(&folder), ["draft.md", "other.md"]);
}

#[test]
fn a_folder_that_takes_no_files_is_written_around() {
    struct Closed(Cell<usize>);
    impl Disk for Closed {
        fn create(
            &self,
            folder: &Path,
            prefix: &OsStr,
            suffix: &str,
            mode: u32,
        ) -> io::Result<NamedTempFile> {
            self.0.set(self.0.get() + 1);
            if self.0.get() == 1 {
                Err(rustix::io::Errno::ACCESS.into())
            } else {
                Real.create(folder, prefix, suffix, mode)
            }
        }
    }
    let (_folder, path) = draft();
    let saved = save_on(&Closed(Cell::new(0)), &path, NEW, None).unwrap();
    assert_eq!(saved.in_place, Some(InPlace::Folder));
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
}

#[test]
fn an_owner_that_cannot_be_kept_is_kept_by_writing_in_place() {
    struct Strangers;
    impl Disk for Strangers {
        fn dress(&self, _: &fs::File, _: &Metadata) -> io::Result<()> {
            Err(rustix::io::Errno::PERM.into())
        }
    }
    let (folder, path) = draft();
    let inode = fs::metadata(&path).unwrap().ino();
    assert_eq!(save_on(&Strangers, &path, "short", None).unwrap().in_place, Some(InPlace::Owner));
    assert_eq!(fs::metadata(&path).unwrap().ino(), inode);
    assert_eq!(fs::read_to_string(&path).unwrap(), "short");
    assert_eq!(names(&folder), ["draft.md"]);
}

#[test]
fn what_another_program_wrote_is_not_overwritten_unless_told() {
    let (_folder, path) = draft();
    let mine = read(&path).unwrap().identity;
    fs::write(&path, "theirs").unwrap();
    let error = save(&path, NEW, Some(&mine)).unwrap_err();
    assert!(matches!(error.problem, SaveProblem::Changed));
    assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");

    let saved = save(&path, NEW, None).unwrap();
    save(&path, OLD, Some(&saved.identity)).unwrap();
    fs::remove_file(&path).unwrap();
    save(&path, NEW, Some(&saved.identity)).unwrap();
    assert_eq!(read(&path).unwrap().text, NEW);
}

#[test]
fn a_name_that_is_no_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let said = |path: &Path| save(path, NEW, None).unwrap_err().to_string();
    assert!(said(folder.path()).contains("this is a folder"));
    assert!(said(Path::new("/dev/full")).contains("this is a device"));
    assert!(said(&folder.path().join("none/draft.md")).contains("does not exist; make it first"));
    assert!(
        said(Path::new("")).contains("cannot be written") || said(Path::new("")).contains("does not exist")
    );
}

#[test]
fn a_new_file_never_takes_the_place_of_another_unless_told() {
    let (folder, path) = draft();
    let error = write_new(&path, b"export", false).unwrap_err();
    assert!(matches!(error.problem, SaveProblem::Exists));
    symlink("nowhere", folder.path().join("link")).unwrap();
    assert!(write_new(&folder.path().join("link"), b"export", false).is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), OLD);

    write_new(&path, b"export", true).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"export");
    let fresh = folder.path().join("fresh.html");
    write_new(&fresh, b"export", false).unwrap();
    assert_ne!(fs::metadata(&fresh).unwrap().mode() & 0o600, 0);
    assert_eq!(names(&folder), ["draft.md", "fresh.html", "link"]);
}

#[test]
fn the_longest_name_can_be_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a".repeat(255));
    save(&path, OLD, None).unwrap();
    save(&path, NEW, None).unwrap();
    assert_eq!(names(&folder).len(), 1);
}
