//! Input nobody wishes for: a clear message, exit code 2, and it never hangs.

use std::fs::{self, File};

use rustix::fs::{CWD, FileType, Mode, mknodat};

use crate::desk::Desk;

/// Every command that reads a document.
const READERS: [&str; 7] = ["", "edit", "lint", "score", "gate", "export --to html", "redline --pen"];

/// Runs every reader on `name` and asserts that each refuses it with `message`.
#[track_caller]
fn all_refuse(desk: &Desk, name: &str, message: &str) {
    for reader in READERS {
        let said = desk.run(&format!("-q {reader} {name}"));
        assert_eq!((reader, said.code, said.out.as_str()), (reader, 2, ""));
        assert_eq!(said.err, format!("prfaq: error: {message}\n"), "{reader}");
    }
}

#[test]
fn a_missing_file() {
    all_refuse(&Desk::new(), "none.md", "none.md: no such file");
    let desk = Desk::with("file", "");
    assert_eq!(desk.run("lint file/none.md").code, 2);
}

#[test]
fn a_folder_where_a_document_is_wanted() {
    let desk = Desk::with("folder/notes.md", "Words.\n");
    for reader in ["gate", "export --to html"] {
        desk.run(&format!("{reader} folder")).refused("folder: this is a folder, not a file");
    }
}

#[test]
fn a_pipe_with_nobody_at_the_other_end() {
    let desk = Desk::new();
    mknodat(CWD, desk.path("pipe.md"), FileType::Fifo, Mode::from(0o600), 0).unwrap();
    all_refuse(
        &desk,
        "pipe.md",
        "pipe.md: this is a pipe, not a file; pipe into standard input and name `-`",
    );
}

#[test]
fn more_than_64_mib() {
    let desk = Desk::new();
    File::create(desk.path("large.md")).unwrap().set_len((64 << 20) + 1).unwrap();
    all_refuse(&desk, "large.md", "large.md: more than 64 MiB; no document is that long");
}

#[test]
fn bytes_that_are_no_text() {
    let desk = Desk::with("latin.md", b"# Caf\xc3\xa9\n\nCaf\xe9 au lait\n");
    all_refuse(&desk, "latin.md", "latin.md:3:4: this byte is not UTF-8; save the document as UTF-8");
    desk.write("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    all_refuse(
        &desk,
        "picture.md",
        "picture.md: this is not text; save the document as plain text or Markdown",
    );
    desk.write("wide.md", b"\xff\xfeh\0i\0");
    all_refuse(&desk, "wide.md", "wide.md: this is UTF-16; save it as UTF-8");
    desk.pipe(b"ok\n\xff", "lint -").refused("-:2:1: this byte is not UTF-8; save the document as UTF-8");
}

#[test]
fn a_file_nobody_may_read() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("secret.md", "Words.\n");
    fs::set_permissions(desk.path("secret.md"), fs::Permissions::from_mode(0o000)).unwrap();
    // Root reads everything.
    if fs::read(desk.path("secret.md")).is_err() {
        all_refuse(&desk, "secret.md", "secret.md: no permission to read it");
    }
}

#[test]
fn front_matter_that_is_no_yaml() {
    let desk = Desk::with("draft.md", "---\nproduct: Melinda\ncompetitors: [Boxly\n---\n# Melinda\n");
    for reader in READERS {
        let said = desk.run(&format!("-q {reader} draft.md"));
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{reader}");
        let lines: Vec<&str> = said.err.lines().collect();
        assert!(lines[0].starts_with("prfaq: error: draft.md:"), "{}", said.err);
        assert!(lines[0].contains(": front matter: "), "{}", said.err);
        assert!(lines.last().unwrap().trim_end().ends_with('^'), "{}", said.err);
    }
}

#[test]
fn an_alias_bomb_is_refused() {
    let level = |level: usize| {
        let below = if level == 0 { "x".to_owned() } else { format!("*a{}", level - 1) };
        format!("a{level}: &a{level} [{}]\n", vec![below; 9].join(", "))
    };
    let bomb: String = (0..30).map(level).collect();
    let desk = Desk::with("draft.md", format!("---\n{bomb}terms: *a29\n---\n# Melinda\n"));
    // Keys that are not ours are skipped, not expanded.
    desk.write("theirs.md", format!("---\n{bomb}---\n# Melinda\n"));
    assert_eq!(desk.run("lint theirs.md").code, 0);
    desk.write("sub/prfaq.yml", &bomb);
    desk.write("sub/draft.md", "Words.\n");
    desk.write("pack/prfaq.yml", "packs: [words.yml]\n");
    desk.write("pack/words.yml", &bomb);
    desk.write("pack/draft.md", "Words.\n");
    for name in ["draft.md", "sub/draft.md", "pack/draft.md"] {
        let said = desk.run(&format!("lint {name}"));
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{name}: {}", said.err);
        assert!(said.err.len() < 2_000, "{}", said.err);
    }
}

#[test]
fn one_endless_line() {
    let said = Desk::with("line.md", "leverage ".repeat(20_000)).run("lint line.md --fail-on never");
    assert_eq!(said.code, 0);
    assert!(said.out.lines().all(|line| line.chars().count() < 400));
}
