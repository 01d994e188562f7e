//! `prfaq fix --staged`: the index and the file together, or neither.

use crate::desk::{PROGRAM, Said};
use crate::repo::Repo;

const WORDY: &str = "We keep a copy in order to help.\n\nThe box is open.\n";
const FIXED: &str = "We keep a copy to help.\n\nThe box is open.\n";

fn crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

/// Hands `patch` to `git apply --cached`.
#[track_caller]
fn apply(repo: &Repo, patch: &str) {
    let mut command = repo.command("git");
    let said: Said =
        command.args(["apply", "--cached"]).write_stdin(patch.as_bytes()).output().unwrap().into();
    assert_eq!(said.code, 0, "{}{patch}", said.err);
}

fn staged(repo: &Repo, name: &str) -> String {
    repo.git_with(&["show", &format!(":{name}")])
}

#[test]
fn a_file_that_is_staged_as_it_is_gets_fixed_in_both_places() {
    let repo = Repo::begun();
    repo.program("prfaq.md", WORDY);
    repo.git("add prfaq.md");
    let said = repo.run("fix --staged");
    assert_eq!(
        said.out, "prfaq.md:1: filler [-in order to-]{+to+}\n1 fix in 1 file, staged and on the disk\n",
        "{}",
        said.err
    );
    assert_eq!(said.code, 0);
    assert_eq!((staged(&repo, "prfaq.md").as_str(), repo.read("prfaq.md").as_str()), (FIXED, FIXED));
    // Nothing is left unstaged, and it can still be run.
    assert_eq!(repo.git("status --short"), "A  prfaq.md\n");
    assert!(repo.git("ls-files -s prfaq.md").starts_with("100755 "));
    assert_eq!(repo.run("fix --staged").out, "nothing changed in 1 file\n");
}

#[test]
fn a_file_that_differs_is_left_alone_and_the_patch_fixes_the_index() {
    let repo = Repo::begun();
    repo.stage("docs/prfaq.md", WORDY);
    let mine = format!("{WORDY}\nNot yet.\n");
    repo.write("docs/prfaq.md", &mine);
    let said = repo.run("fix --staged");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("docs/prfaq.md: the file differs from what is staged"), "{}", said.err);
    assert!(
        said.out.starts_with("diff --git a/docs/prfaq.md b/docs/prfaq.md\n--- a/docs/prfaq.md\n"),
        "{}",
        said.out
    );
    assert_eq!((staged(&repo, "docs/prfaq.md").as_str(), &repo.read("docs/prfaq.md")), (WORDY, &mine));

    apply(&repo, &said.out);
    assert_eq!((staged(&repo, "docs/prfaq.md").as_str(), &repo.read("docs/prfaq.md")), (FIXED, &mine));
}

#[test]
fn a_file_that_is_gone_from_the_disk_is_not_brought_back() {
    let repo = Repo::begun();
    repo.stage("prfaq.md", WORDY);
    std::fs::remove_file(repo.path("prfaq.md")).unwrap();
    assert_eq!(repo.run("fix --staged").code, 1);
    assert!(!repo.path("prfaq.md").exists());
    assert_eq!(staged(&repo, "prfaq.md"), WORDY);
}

#[test]
fn a_diff_shows_only_and_applies_from_every_folder() {
    const NAMES: [&str; 4] =
        ["docs/a b prfaq.md", "docs/tab\tprfaq.md", "docs/préfäce prfaq.md", "docs/\"q\" \\prfaq.md"];
    let repo = Repo::begun();
    for name in NAMES {
        // The last line has no line break.
        repo.stage(name, WORDY.trim_end());
    }
    let repo = repo.seen_from("house/docs");
    let said = repo.run("fix --staged --diff");
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    for name in NAMES {
        assert_eq!(staged(&repo, name), WORDY.trim_end());
    }
    apply(&repo, &said.out);
    for name in NAMES {
        assert_eq!(staged(&repo, name), FIXED.trim_end());
        assert_eq!(repo.read(name.trim_start_matches("docs/")), WORDY.trim_end());
    }
    assert_eq!(repo.run("fix --staged --diff").code, 0);
}

#[test]
fn line_endings_stay_what_they_are_in_both_places() {
    let repo = Repo::begun();
    repo.stage(".gitattributes", "*.md text eol=crlf\n");
    for name in ["docs/a-prfaq.md", "docs/b-prfaq.md"] {
        repo.stage(name, crlf(WORDY));
    }
    repo.write("docs/b-prfaq.md", crlf(&format!("{WORDY}Mine.\n")));
    let repo = repo.seen_from("house/docs");
    assert_eq!(repo.run("fix --staged a-prfaq.md").code, 0);
    assert_eq!((staged(&repo, "docs/a-prfaq.md").as_str(), repo.read("a-prfaq.md")), (FIXED, crlf(FIXED)));
    apply(&repo, &repo.run("fix --staged --diff b-prfaq.md").out);
    assert_eq!(staged(&repo, "docs/b-prfaq.md"), FIXED);
    // A file that git takes for the same though its bytes differ is the same.
    repo.stage("c-prfaq.md", crlf(WORDY));
    repo.write("c-prfaq.md", WORDY);
    assert_eq!(repo.run("fix --staged c-prfaq.md").code, 0);
    assert_eq!((staged(&repo, "docs/c-prfaq.md").as_str(), repo.read("c-prfaq.md").as_str()), (FIXED, FIXED));
}

#[test]
fn a_hook_may_fix_commit_a() {
    let repo = Repo::begun();
    repo.stage("prfaq.md", "Hi.\n");
    repo.git("commit -q -m draft");
    repo.hook(&format!("exec '{PROGRAM}' fix --staged"));
    repo.write("prfaq.md", WORDY);
    repo.commits("commit -a -m words");
    assert_eq!((repo.git("show HEAD:prfaq.md").as_str(), repo.read("prfaq.md").as_str()), (FIXED, FIXED));
    assert_eq!(repo.git("status --short"), "");
    repo.stage("other-prfaq.md", WORDY);
    repo.commits("commit -m more");
    assert_eq!(repo.git("show HEAD:other-prfaq.md"), FIXED);
    assert_eq!(repo.git("status --short"), "");
}

#[test]
fn a_hook_cannot_fix_commit_of_a_path_and_says_so() {
    let repo = Repo::begun();
    repo.stage("prfaq.md", WORDY);
    repo.hook(&format!("exec '{PROGRAM}' fix --staged"));
    let said = repo.is_stopped("commit -m words -- prfaq.md");
    assert!(said.contains("`git commit PATH` makes an index of its own"), "{said}");
    assert_eq!((staged(&repo, "prfaq.md").as_str(), repo.read("prfaq.md").as_str()), (WORDY, WORDY));
}

#[test]
fn an_index_that_is_locked_leaves_the_file_as_it_is() {
    let repo = Repo::begun();
    repo.stage("prfaq.md", WORDY);
    repo.write(".git/index.lock", "");
    let said = repo.run("fix --staged");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("index.lock"), "{}", said.err);
    assert_eq!(repo.read("prfaq.md"), WORDY);
}

#[test]
fn other_documents_are_fixed_only_by_name() {
    let repo = Repo::begun();
    repo.stage("README.md", WORDY);
    assert_eq!(repo.run("fix --staged").code, 0);
    assert_eq!(staged(&repo, "README.md"), WORDY);
    assert_eq!(repo.run("fix --staged README.md").code, 0);
    assert_eq!((staged(&repo, "README.md").as_str(), repo.read("README.md").as_str()), (FIXED, FIXED));
    assert_eq!(repo.run("fix --staged --ask").code, 2);
    assert_eq!(repo.run("fix").code, 2);
}
