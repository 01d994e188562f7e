//! Where an export cannot be written: what is said, and that nothing is left behind.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::desk::{Desk, PROGRAM, Said};

/// A finished document: its gate is open.
const FINISHED: &str = "waitback.md";
/// Every format, by the ending of the file.
const ENDINGS: [&str; 5] = ["docx", "html", "md", "txt", "json"];

#[test]
fn a_full_disk_leaves_no_half_file() {
    let desk = Desk::with_example(FINISHED);
    for ending in ENDINGS {
        let said = short_of_room(&desk, &format!("-q export {FINISHED} -o page.{ending}"));
        said.refused(&format!("page.{ending}: the disk is full; make room or choose another folder"));
        assert_eq!(names(&desk, ""), [".git", FINISHED], "{ending}");
    }
}

#[test]
fn a_full_disk_leaves_the_export_that_was_there() {
    let desk = Desk::with_example(FINISHED);
    for ending in ENDINGS {
        let name = format!("page.{ending}");
        desk.write(&name, "the one of yesterday");
        let said = short_of_room(&desk, &format!("-q export {FINISHED} -o {name} --overwrite"));
        said.refused(&format!("{name}: the disk is full; make room or choose another folder"));
        assert_eq!(desk.read(&name), "the one of yesterday");
    }
    assert_eq!(names(&desk, "").len(), ENDINGS.len() + 2, "something was left behind");
}

#[test]
fn a_folder_that_nobody_may_write_to_is_said() {
    let desk = Desk::with_example(FINISHED);
    let folder = desk.path("shelf");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let line = format!("-q export {FINISHED} -o shelf/page.html");
    // Nothing is forbidden to root: the program is run as somebody else.
    let as_root = fs::write(folder.join("mark"), "").is_ok();
    let said = if as_root {
        let _ = fs::remove_file(folder.join("mark"));
        fs::set_permissions(desk.path(""), fs::Permissions::from_mode(0o755)).unwrap();
        let mut command = desk.command_of("setpriv");
        command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups", PROGRAM]);
        Said::from(command.args(line.split_whitespace()).output().unwrap())
    } else {
        desk.run(&line)
    };
    said.refused("shelf/page.html: no permission to write it; choose another name or folder");
    assert!(names(&desk, "shelf").is_empty());
}

/// The program, where no file may grow to more than a block; a write beyond it fails as on a full disk.
fn short_of_room(desk: &Desk, line: &str) -> Said {
    let mut command = desk.command_of("sh");
    let script = format!("trap '' XFSZ; ulimit -f 1; exec \"$0\" {line}");
    Said::from(command.args(["-c", &script, PROGRAM]).output().unwrap())
}

/// What lies in the folder, by name.
fn names(desk: &Desk, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(desk.path(folder)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
