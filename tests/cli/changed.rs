//! `lint --changed` and baselines, in real repositories.

use std::process::Command as Process;

use crate::desk::Desk;

/// A repository in the folder of `desk`, untouched by the settings of whoever runs the tests.
fn git(desk: &Desk, arguments: &[&str]) {
    let none = "/dev/null";
    let done = Process::new("git")
        .args(["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "init.defaultBranch=main"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", none)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .current_dir(desk.path(""))
        .output()
        .unwrap();
    assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

const OLD: &str = "We leverage the cloud.\n\nThey utilize a lamp.\n";

/// A repository with one committed draft.
fn repository() -> Desk {
    let desk = Desk::new();
    git(&desk, &["init", "-q"]);
    desk.write("draft.md", OLD);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-qm", "First"]);
    desk
}

#[test]
fn only_changed_paragraphs_are_reported_and_the_rest_is_counted() {
    let desk = repository();
    desk.write("draft.md", "Before.\n\nWe leverage the\ncloud.\n\nThey utilize a green lamp.\n");
    let said = desk.run("lint --changed HEAD --format json");
    assert!(said.out.contains("\"utilize\"") && !said.out.contains("\"leverage\""), "{}", said.out);
    assert!(
        said.err.contains("held back 1 finding in paragraphs of 1 document that did not change since HEAD"),
        "{}",
        said.err
    );
}

#[test]
fn documents_that_did_not_change_are_not_looked_at() {
    let desk = repository();
    let said = desk.run("lint --changed");
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert!(said.err.starts_with("prfaq: note: no documents changed since main ("), "{}", said.err);
}

#[test]
fn a_new_document_is_changed_throughout_and_a_renamed_one_is_not() {
    let desk = repository();
    git(&desk, &["mv", "draft.md", "other.md"]);
    desk.write("new.md", OLD);
    let said = desk.run("lint --changed --fail-on never");
    assert!(said.out.contains("new.md:1:4: warning[jargon]"), "{}", said.out);
    assert!(!said.out.contains("other.md"), "{}", said.out);
    assert!(said.err.contains("held back 2 findings"), "{}", said.err);
}

#[test]
fn the_base_is_where_the_branch_was_left() {
    let desk = repository();
    git(&desk, &["checkout", "-qb", "work"]);
    desk.write("mine.md", OLD);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-qm", "Mine"]);
    git(&desk, &["checkout", "-q", "main"]);
    desk.write("theirs.md", OLD);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-qm", "Theirs"]);
    git(&desk, &["checkout", "-q", "work"]);
    for base in ["", "=main..."] {
        let said = desk.run(&format!("lint --changed{base}"));
        assert!(said.out.contains("mine.md") && !said.out.contains("draft.md"), "{}", said.out);
    }
}

#[test]
fn before_the_first_commit_everything_is_new() {
    let desk = Desk::new();
    git(&desk, &["init", "-q"]);
    desk.write("draft.md", OLD);
    let said = desk.run("lint --changed");
    assert!(said.out.contains("draft.md:1:4"), "{} {}", said.out, said.err);
}

#[test]
fn what_is_staged_is_compared_with_what_was_committed() {
    let desk = repository();
    desk.write("draft.md", OLD.replace("lamp", "green lamp"));
    git(&desk, &["add", "."]);
    desk.write("draft.md", OLD.replace("cloud", "sky"));
    let said = desk.run("lint --staged --changed HEAD");
    assert!(said.out.contains("utilize") && !said.out.contains("leverage"), "{}", said.out);
}

#[test]
fn a_path_behind_the_option_is_a_path() {
    let desk = repository();
    desk.write("other.md", OLD);
    desk.write("draft.md", OLD.replace("lamp", "green lamp"));
    let said = desk.run("lint --changed draft.md");
    assert!(said.out.contains("draft.md") && !said.out.contains("other.md"), "{} {}", said.out, said.err);
}

#[test]
fn a_revision_that_is_not_there_is_an_error() {
    let said = repository().run("lint --changed nonsense");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("there is no revision `nonsense`"), "{}", said.err);
    let said = Desk::with("a.md", OLD).run("lint --changed");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("no git repository"), "{}", said.err);
}

#[test]
fn a_copy_of_our_own_branch_is_nothing_to_compare_with() {
    let desk = repository();
    git(&desk, &["init", "-q", "--bare", "remote.git"]);
    git(&desk, &["remote", "add", "origin", "remote.git"]);
    git(&desk, &["push", "-q", "origin", "main"]);
    git(&desk, &["checkout", "-qb", "work"]);
    desk.write("mine.md", OLD);
    git(&desk, &["add", "mine.md"]);
    git(&desk, &["commit", "-qm", "Mine"]);
    git(&desk, &["push", "-qu", "origin", "work"]);
    let said = desk.run("lint --changed");
    assert!(said.out.contains("mine.md") && !said.out.contains("draft.md"), "{} {}", said.out, said.err);
}

#[test]
fn a_range_is_read_as_git_diff_reads_it() {
    let desk = repository();
    desk.write("mine.md", OLD);
    for range in ["HEAD", "main...HEAD", "main..HEAD", "main..", "main..."] {
        let said = desk.run(&format!("lint --changed {range}"));
        assert!(said.out.contains("mine.md"), "{range}: {}", said.err);
    }
    let said = desk.run("lint --changed HEAD..main");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("--changed HEAD"), "{}", said.err);
}

#[test]
fn head_before_the_first_commit_is_nothing_at_all() {
    let desk = Desk::new();
    git(&desk, &["init", "-q"]);
    desk.write("draft.md", OLD);
    git(&desk, &["add", "."]);
    assert!(desk.run("lint --staged --changed HEAD").out.contains("draft.md:1:4"));
}

#[test]
fn standard_input_never_changed() {
    for arguments in ["lint - --changed HEAD", "lint --changed -"] {
        let said = repository().run(arguments);
        assert_eq!(said.code, 2);
        assert!(said.err.contains("leave `-` or --changed out"), "{}", said.err);
    }
}
