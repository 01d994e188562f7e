//! What a file may be to the index.

use std::os::unix::fs::symlink;

use crate::desk::PROGRAM;
use crate::repo::{RIGHT, Repo, WRONG};

#[test]
fn an_intent_to_add_is_not_in_the_commit() {
    let repo = Repo::hooked();
    repo.write("prfaq.md", WRONG);
    repo.git("add -N prfaq.md");
    assert_eq!(repo.staged(""), [""; 0]);
    repo.stage("notes.txt", "Hi.\n");
    repo.commits("commit -m notes");
}

#[test]
fn a_renamed_file_goes_by_its_new_name() {
    let repo = Repo::begun();
    repo.stage("old-prfaq.md", format!("{RIGHT}\n{WRONG}"));
    repo.git("commit -q -m draft");
    repo.git("mv old-prfaq.md new-prfaq.md");
    assert_eq!(repo.staged(""), ["new-prfaq.md:3"]);
}

#[test]
fn a_deleted_file_is_nothing_to_check() {
    let repo = Repo::hooked();
    repo.stage("prfaq.md", WRONG);
    repo.git("commit -q --no-verify -m draft");
    repo.git("rm -q --cached prfaq.md");
    let said = repo.run("lint --staged");
    assert_eq!((said.code, said.err.as_str()), (0, "prfaq: note: no documents are staged\n"));
    repo.commits("commit -m without");
    repo.stage("prfaq.md", WRONG);
    std::fs::remove_file(repo.path("prfaq.md")).unwrap();
    assert_eq!(repo.staged(""), ["prfaq.md:1"]);
    assert_eq!(repo.staged("prfaq.md"), ["prfaq.md:1"]);
}

#[test]
fn line_endings_are_those_of_a_checkout() {
    let repo = Repo::begun();
    repo.stage(".gitattributes", "*.md text eol=crlf\n");
    for name in ["prfaq.md", "break\nprfaq.md"] {
        repo.stage(name, "One.\r\n\r\nTwo, TBD.\r\n");
        assert_eq!(repo.git_with(&["show", &format!(":{name}")]), "One.\n\nTwo, TBD.\n");
    }
    assert_eq!(repo.staged("prfaq.md"), ["prfaq.md:3"]);
    let json = |more: &[&str]| {
        let mut command = repo.command(PROGRAM);
        command.args(["lint", "--format=json", "break\nprfaq.md"]).args(more).output().unwrap().stdout
    };
    assert_eq!(json(&["--staged"]), json(&[]));
    assert_eq!(
        repo.run("lint --format=json prfaq.md").out,
        repo.run("lint --format=json --staged prfaq.md").out
    );
}

#[test]
fn a_filter_that_fails_is_trouble_with_that_file_only() {
    let repo = Repo::begun();
    repo.stage("a-prfaq.md", WRONG);
    repo.stage("b-prfaq.md", WRONG);
    repo.write(".gitattributes", "a-prfaq.md filter=broken\n");
    repo.git("config filter.broken.smudge false");
    repo.git("config filter.broken.required true");
    let said = repo.run("lint --staged");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("a-prfaq.md: ") && said.err.contains("broken"), "{}", said.err);
    assert!(said.out.contains("b-prfaq.md:1:12: error[placeholder]"), "{}", said.out);
}

#[test]
fn links_and_submodules_are_no_documents() {
    let repo = Repo::begun();
    let other = Repo::begun();
    other.stage("prfaq.md", WRONG);
    other.git("commit -q -m draft");
    let url = other.path("").display().to_string();
    repo.git_with(&[
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        &url,
        "part-prfaq.md",
    ]);
    repo.write("elsewhere.txt", WRONG);
    symlink("elsewhere.txt", repo.path("link-prfaq.md")).unwrap();
    repo.git("add link-prfaq.md");
    assert!(repo.git("diff --cached --name-only").contains("link-prfaq.md\npart-prfaq.md\n"));
    assert_eq!(repo.staged(""), [""; 0]);
    // In the submodule its own index counts.
    let inside = repo.seen_from("house/part-prfaq.md");
    assert_eq!(inside.staged(""), [""; 0]);
    inside.stage("new-prfaq.md", WRONG);
    assert_eq!(inside.staged(""), ["new-prfaq.md:1"]);
}

#[test]
fn a_link_that_becomes_a_file_is_a_change() {
    let repo = Repo::begun();
    symlink("elsewhere.txt", repo.path("prfaq.md")).unwrap();
    repo.git("add prfaq.md");
    repo.git("commit -q -m link");
    std::fs::remove_file(repo.path("prfaq.md")).unwrap();
    repo.stage("prfaq.md", WRONG);
    assert_eq!(repo.staged(""), ["prfaq.md:1"]);
}

#[test]
fn an_unread_file_does_not_stop_the_others() {
    let repo = Repo::begun();
    repo.stage("a-prfaq.md", b"na\xefve\n");
    repo.stage("b-prfaq.md", WRONG);
    let said = repo.run("lint --staged");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("a-prfaq.md:1:3: this byte is not UTF-8"), "{}", said.err);
    assert!(said.out.contains("b-prfaq.md:1:12: error[placeholder]"));
}

#[test]
fn a_hundred_drafts_are_reported_in_order() {
    let repo = Repo::begun();
    let names: Vec<String> = (0..120).map(|number| format!("draft-{number:03}-prfaq.md")).collect();
    for name in &names {
        repo.write(name, WRONG);
    }
    repo.git("add -A");
    let wanted: Vec<String> = names.iter().map(|name| format!("{name}:1")).collect();
    assert_eq!(repo.staged(""), wanted);
}
