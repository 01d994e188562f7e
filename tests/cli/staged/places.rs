//! Where one stands, what is named, and what the environment says.

use crate::desk::{Desk, PROGRAM};
use crate::repo::{RIGHT, Repo, WRONG};

fn spread() -> Repo {
    let repo = Repo::begun();
    repo.stage("prfaq.md", WRONG);
    repo.stage("docs/prfaq.md", WRONG);
    repo.stage("docs/deep/prfaq.md", WRONG);
    repo
}

#[test]
fn everything_is_checked_from_every_folder_and_called_from_there() {
    let repo = spread().seen_from("house/docs");
    assert_eq!(repo.staged(""), ["deep/prfaq.md:1", "prfaq.md:1", "../prfaq.md:1"]);
    let repo = repo.seen_from("house/docs/deep");
    assert_eq!(repo.staged(""), ["prfaq.md:1", "../prfaq.md:1", "../../prfaq.md:1"]);
}

#[test]
fn paths_restrict_what_is_checked() {
    let repo = spread();
    for (paths, wanted) in [
        ("docs", &["docs/deep/prfaq.md:1", "docs/prfaq.md:1"][..]),
        ("docs/prfaq.md prfaq.md", &["docs/prfaq.md:1", "prfaq.md:1"]),
        ("docs/*.md", &["docs/prfaq.md:1"]),
        ("docs/**/*.md", &["docs/deep/prfaq.md:1", "docs/prfaq.md:1"]),
        ("*.txt", &[]),
    ] {
        assert_eq!(repo.staged(paths), wanted, "{paths}");
    }
    let repo = repo.seen_from("house/docs");
    assert_eq!(repo.staged("."), ["deep/prfaq.md:1", "prfaq.md:1"]);
    assert_eq!(repo.staged("../prfaq.md"), ["../prfaq.md:1"]);
}

#[test]
fn a_path_that_is_nowhere_is_an_error() {
    let repo = spread();
    let said = repo.run("lint --staged none.md prfaq.md");
    assert_eq!(said.code, 2);
    assert_eq!(said.err, "prfaq: error: none.md: no such file, neither on the disk nor staged\n");
    assert!(said.out.contains("prfaq.md:1:12:"));
    assert!(repo.run("lint --staged ../elsewhere.md").err.contains("outside repository"));
    repo.run("lint --staged -").refused("standard input is never staged; leave `-` or --staged out");
}

#[test]
fn other_documents_fail_nothing_unless_they_are_named() {
    let repo = Repo::begun();
    repo.stage("docs/notes.md", "We keep a copy in order to help.\n");
    repo.stage("docs/notes.rst", "We keep a copy in order to help.\n");
    for (line, code) in [
        ("lint --staged --fail-on warning", 0),
        ("lint --staged --fail-on warning docs", 0),
        ("lint --staged --fail-on warning docs/notes.md", 1),
        ("lint --staged --fail-on warning docs/notes.rst", 1),
        ("lint --staged --fail-on warning --only-prfaqs docs/notes.md", 0),
    ] {
        assert_eq!(repo.run(line).code, code, "{line}");
    }
    assert!(repo.run("lint --staged").out.contains("docs/notes.md:1:16: warning[filler]"));
    let said = repo.run("lint --staged --only-prfaqs --quiet");
    assert_eq!((said.out.as_str(), said.err.as_str()), ("", ""));
    // The flag is for every lint.
    assert_eq!(repo.run("lint --only-prfaqs --quiet docs").out, "");
}

#[test]
fn an_index_that_the_environment_names_is_the_one_that_counts() {
    let repo = Repo::begun();
    repo.stage("prfaq.md", WRONG);
    std::fs::copy(repo.path(".git/index"), repo.path(".git/other")).unwrap();
    repo.stage("prfaq.md", RIGHT);
    let absolute = repo.path(".git/other").display().to_string();
    for index in [".git/other", &absolute] {
        let done = repo.command(PROGRAM).args(["lint", "--staged"]).env("GIT_INDEX_FILE", index).output();
        assert_eq!(done.unwrap().status.code(), Some(1), "{index}");
    }
    assert_eq!(repo.run("lint --staged").code, 0);
}

#[test]
fn a_repository_that_the_environment_names_is_the_one_that_counts() {
    let repo = spread();
    let (git, tree) = (repo.path(".git"), repo.path(""));
    let outside = repo.seen_from("");
    let mut command = outside.command(PROGRAM);
    command.args(["lint", "--staged", "--quiet"]).env("GIT_DIR", &git).env("GIT_WORK_TREE", &tree);
    let said = String::from_utf8(command.output().unwrap().stdout).unwrap();
    // From outside, only whole paths lead to the files.
    assert!(said.contains("house/docs/prfaq.md:1:12: error[placeholder]"), "{said}");
    assert!(!said.contains("missing-part"), "{said}");
}

#[test]
fn switches_for_patterns_in_the_environment_change_nothing() {
    let repo = spread();
    repo.stage("docs/prfaq.yml", "rules: {missing-part: off, placeholder: off}\n");
    std::fs::remove_file(repo.path("docs/prfaq.yml")).unwrap();
    let mut command = repo.command(PROGRAM);
    command.args(["lint", "--staged", "docs"]).env("GIT_LITERAL_PATHSPECS", "1");
    assert_eq!(command.output().unwrap().status.code(), Some(0));
}

#[test]
fn where_there_is_no_work_tree_it_says_so() {
    const NOWHERE: &str =
        "this folder is in no git repository with a work tree; go into one, or name the files";
    let desk = Desk::new();
    std::fs::remove_dir(desk.path(".git")).unwrap();
    desk.run("lint --staged").refused(NOWHERE);
    let repo = Repo::begun();
    repo.git("init -q --bare ../bare");
    let repo = repo.seen_from("house/.git");
    repo.run("lint --staged").refused(NOWHERE);
    repo.seen_from("bare").run("lint --staged").refused(NOWHERE);
}

#[test]
fn without_git_it_says_so() {
    let repo = spread();
    let done = repo.command(PROGRAM).args(["lint", "--staged"]).env("PATH", repo.path("")).output().unwrap();
    crate::desk::Said::from(done).refused("git is not installed, or not where PATH leads");
}
