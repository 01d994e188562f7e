//! `prfaq import`: Word documents of other programs as drafts, and back into the reviews of the draft they came from.

use std::fs;
use std::path::Path;

use crate::desk::Desk;

/// A desk with the Word document `name` of another program on it, as `theirs.docx`.
fn desk(name: &str) -> Desk {
    let desk = Desk::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/word").join(name);
    fs::copy(from, desk.path("theirs.docx")).unwrap();
    desk
}

#[test]
fn a_document_of_another_hand_becomes_a_draft_and_none_is_written_over() {
    let desk = desk("pandoc-plain.docx");
    let said = desk.run("import theirs.docx");
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "theirs.md: written; open it with `prfaq theirs.md`\n"),
        "{}",
        said.err
    );
    let draft = desk.read("theirs.md");
    assert!(draft.starts_with("---\ntitle: \"Kettle One\"\n---\n\n# Kettle One\n"), "{draft}");
    assert_eq!(desk.run("import theirs.docx -o -").out, draft);
    desk.run("import theirs.docx")
        .refused("theirs.md: exists already; choose another name, or add --overwrite");
    assert_eq!(desk.run("-q import theirs.docx --overwrite").out, "");
}

#[test]
fn what_is_no_word_document_is_refused_in_words() {
    let desk = Desk::with("draft.md", "# Text\n");
    desk.run("import draft.md")
        .refused("draft.md: this is no Word document (.docx), or the end of it is missing");
    desk.run("import none.docx").refused("none.docx: no such file");
    fs::write(desk.path("old.doc"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").unwrap();
    assert!(desk.run("import old.doc").err.contains("Word before 2007"));
}
