//! In a real pre-commit hook, for every way to make a commit.

use crate::desk::Said;
use crate::repo::{RIGHT, Repo, WRONG};

/// Two places that git sees as two, with `first` and `last` in them.
fn two_hunks(first: &str, last: &str) -> String {
    format!("{first}{}{last}", "\nThe box is open.\n".repeat(9))
}

fn add_first_hunk(repo: &Repo) {
    let said: Said = repo.command("git").args(["add", "-p"]).write_stdin("y\nn\n").output().unwrap().into();
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn after_add_p_the_hunks_left_out_are_not_checked() {
    let repo = Repo::hooked();
    repo.stage("prfaq.md", two_hunks("One.\n", "Two.\n"));
    repo.commits("commit -m draft");
    repo.write("prfaq.md", two_hunks(RIGHT, WRONG));
    add_first_hunk(&repo);
    repo.commits("commit -m right");
    assert_eq!(repo.read("prfaq.md"), two_hunks(RIGHT, WRONG));
}

#[test]
fn after_add_p_the_hunks_put_in_are_checked() {
    let repo = Repo::hooked();
    repo.stage("prfaq.md", two_hunks("One.\n", "Two.\n"));
    repo.commits("commit -m draft");
    repo.write("prfaq.md", two_hunks(WRONG, RIGHT));
    add_first_hunk(&repo);
    // Mended since, but not staged.
    repo.write("prfaq.md", two_hunks(RIGHT, RIGHT));
    assert!(repo.is_stopped("commit -m wrong").contains("prfaq.md:1:12: error[placeholder]"));
}

#[test]
fn commit_a_is_checked_with_what_it_adds_itself() {
    let repo = Repo::hooked();
    repo.stage("prfaq.md", RIGHT);
    repo.commits("commit -m draft");
    repo.write("prfaq.md", WRONG);
    assert_eq!(repo.staged(""), [""; 0]);
    assert!(repo.is_stopped("commit -a -m wrong").contains("prfaq.md:1:12: error[placeholder]"));
    repo.write("prfaq.md", format!("{RIGHT}\n{RIGHT}"));
    repo.commits("commit -a -m right");
}

#[test]
fn commit_of_a_path_is_not_checked_for_what_else_is_staged() {
    let repo = Repo::hooked();
    repo.stage("a-prfaq.md", RIGHT);
    repo.stage("b-prfaq.md", WRONG);
    let said = repo.is_stopped("commit -m wrong -- b-prfaq.md");
    assert!(said.contains("b-prfaq.md:1:12: error[placeholder]") && !said.contains("a-prfaq.md"), "{said}");
    repo.commits("commit -m right -- a-prfaq.md");
    assert_eq!(repo.git("diff --cached --name-only"), "b-prfaq.md\n");
}

#[test]
fn a_commit_in_a_linked_work_tree() {
    let repo = Repo::hooked();
    repo.stage("prfaq.md", WRONG);
    repo.git("worktree add -q ../linked -b other");
    let linked = repo.seen_from("linked");
    linked.stage("docs/other-prfaq.md", WRONG);
    let said = linked.is_stopped("commit -m wrong");
    assert!(said.contains("docs/other-prfaq.md:1:12: error[placeholder]"), "{said}");
    // What is staged in the other tree is not in this commit.
    assert_eq!(linked.staged(""), ["docs/other-prfaq.md:1"]);
    linked.stage("docs/other-prfaq.md", RIGHT);
    linked.commits("commit -m right");
}

#[test]
fn the_first_commit() {
    let repo = Repo::new();
    repo.stage("prfaq.md", WRONG);
    assert_eq!(repo.staged(""), ["prfaq.md:1"]);
    repo.hook(&format!("exec '{}' lint --staged --only-prfaqs -q", crate::desk::PROGRAM));
    repo.is_stopped("commit -m wrong");
    repo.stage("prfaq.md", RIGHT);
    repo.commits("commit -m right");
}

#[test]
fn a_merge_with_conflicts_and_the_commit_that_ends_it() {
    let repo = Repo::hooked();
    repo.stage("prfaq.md", "One.\n");
    repo.commits("commit -m one");
    repo.git("checkout -q -b other");
    repo.write("prfaq.md", "Another.\n");
    repo.commits("commit -a -m another");
    repo.git("checkout -q main");
    repo.write("prfaq.md", "Two.\n");
    repo.commits("commit -a -m two");
    assert_eq!(repo.try_git("merge other").code, 1);

    let said = repo.run("lint --staged");
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert!(said.err.contains("prfaq: note: 1 file with conflicts is not checked\n"), "{}", said.err);

    repo.stage("prfaq.md", WRONG);
    assert!(repo.is_stopped("commit --no-edit").contains("prfaq.md:1:12: error[placeholder]"));
    repo.stage("prfaq.md", RIGHT);
    repo.commits("commit --no-edit");
    assert_eq!(repo.git("log -1 --format=%P").split_whitespace().count(), 2);
}

#[test]
fn other_markdown_never_stops_a_commit() {
    let repo = Repo::hooked();
    repo.stage("README.md", format!("We leverage synergy.\n\n{WRONG}"));
    repo.stage("latin.md", b"na\xefve\n");
    repo.stage("page.md", "---\ntitle: {{ page.title }}\n---\nHi.\n");
    let said = repo.try_git("commit -m docs");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(!said.err.contains("prfaq"), "{}", said.err);
}
