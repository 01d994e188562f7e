//! `prfaq hook`: written, run by real commits, and taken away without a trace.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use crate::desk::{PROGRAM, Said};
use crate::repo::{RIGHT, Repo, WRONG};

const HOOK: &str = ".git/hooks/pre-commit";
const BEFORE: &str = ".git/hooks/pre-commit.before-prfaq";
/// A hook that somebody else wrote: it says that it ran, and with which arguments.
const THEIRS: &str = "#!/bin/sh\necho \"theirs: $0 $*\" >&2\n";

fn installed() -> Repo {
    let repo = Repo::begun();
    let said = repo.run("hook install");
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    repo
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

#[test]
fn commits_are_checked_and_nothing_is_said_where_all_is_well() {
    let repo = installed();
    repo.stage("prfaq.md", WRONG);
    let said = repo.is_stopped("commit -q -m wrong");
    assert!(said.contains("prfaq.md:1:12: error[placeholder]"), "{said}");
    assert!(
        said.contains("prfaq: the commit is stopped; `git commit --no-verify` makes it all the same.\n"),
        "{said}"
    );
    assert!(said.contains("prfaq hook install -- --changed HEAD"), "{said}");
    repo.stage("prfaq.md", RIGHT);
    repo.stage("README.md", format!("We leverage synergy.\n\n{WRONG}"));
    let said = repo.try_git("commit -q -m right");
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
    repo.stage("prfaq.md", WRONG);
    repo.commits("commit --no-verify -m wrong");
}

#[test]
fn installing_twice_changes_nothing() {
    let repo = installed();
    let (text, before) = (repo.read(HOOK), fs::metadata(repo.path(HOOK)).unwrap());
    let said = repo.run("hook install");
    assert!(said.code == 0 && said.out.starts_with("the hook is there already: "), "{}", said.out);
    let after = fs::metadata(repo.path(HOOK)).unwrap();
    assert_eq!((repo.read(HOOK), after.ino(), after.mode()), (text, before.ino(), before.mode()));
    // With other arguments it is written anew, and again nothing is chained.
    let said = repo.run("hook install -- --fail-on warning");
    assert!(said.err.contains("--quiet` until now, and runs `prfaq lint "), "{}", said.err);
    assert!(repo.run("hook status").out.ends_with("--quiet '--fail-on' 'warning'`\n"));
    assert!(repo.read(HOOK).contains("--quiet '--fail-on' 'warning'\n"));
    assert!(!repo.path(BEFORE).exists());
}

#[test]
fn a_commit_that_passes_says_nothing_of_what_stops_none() {
    let repo = installed();
    repo.stage("prfaq.yml", "rules: {missing-part: off}\n");
    repo.stage("prfaq.md", "We keep a copy to help.\n");
    assert_ne!(repo.run("lint prfaq.md --format short").out, "");
    let said = repo.try_git("commit -q -m passes");
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
    let said = repo.run("hook install -- --write-baseline known.json");
    assert!(said.code == 2 && said.err.contains("--baseline FILE"), "{}", said.err);
}

#[test]
fn uninstalling_leaves_nothing_behind() {
    let repo = Repo::begun();
    let listed = || {
        let names = fs::read_dir(repo.path(".git/hooks")).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    };
    let before = listed();
    repo.run("hook install");
    assert_ne!(listed(), before);
    assert_eq!(repo.run("hook uninstall").out, "commits are no longer checked\n");
    assert_eq!(listed(), before);
    let said = repo.run("hook uninstall");
    assert!(said.code == 0 && said.out.starts_with("nothing to take away: "), "{}", said.out);
}

#[test]
fn a_hook_that_is_there_runs_first_and_comes_back() {
    let repo = Repo::begun();
    repo.program(HOOK, THEIRS);
    fs::set_permissions(repo.path(HOOK), fs::Permissions::from_mode(0o750)).unwrap();
    let said = repo.run("hook install");
    assert!(said.err.contains("the hook that was there runs first"), "{}", said.err);
    repo.stage("prfaq.md", WRONG);
    let said = repo.is_stopped("commit -q -m wrong");
    assert!(said.contains("theirs: .git/hooks/pre-commit.before-prfaq \n") && said.contains("[placeholder]"));
    // Installing once more does not take ours for theirs.
    repo.run("hook install -- --fail-on warning");
    assert_eq!(repo.read(BEFORE), THEIRS);
    assert_eq!(repo.run("hook uninstall").code, 0);
    assert_eq!((repo.read(HOOK).as_str(), mode(&repo.path(HOOK))), (THEIRS, 0o750));
    assert!(!repo.path(BEFORE).exists());
}

#[test]
fn where_the_first_hook_fails_the_commit_is_stopped() {
    let repo = Repo::begun();
    repo.program(HOOK, "#!/bin/sh\nexit 3\n");
    repo.run("hook install");
    repo.stage("prfaq.md", RIGHT);
    assert!(!repo.is_stopped("commit -q -m right").contains("prfaq:"));
    repo.program(BEFORE, "#!/bin/sh\nexit 0\n");
    repo.commits("commit -q -m right");
}

#[test]
fn a_hook_that_git_would_not_run_is_kept_and_not_run() {
    let repo = Repo::begun();
    repo.write(HOOK, "#!/bin/sh\nexit 1\n");
    fs::set_permissions(repo.path(HOOK), fs::Permissions::from_mode(0o644)).unwrap();
    repo.run("hook install");
    repo.stage("prfaq.md", RIGHT);
    repo.commits("commit -q -m right");
    repo.run("hook uninstall");
    assert_eq!(mode(&repo.path(HOOK)), 0o644);
}

#[test]
fn nothing_is_written_through_a_link() {
    let repo = Repo::begun();
    repo.program("scripts/check", THEIRS);
    fs::create_dir_all(repo.path(".git/hooks")).unwrap();
    symlink("../../scripts/check", repo.path(HOOK)).unwrap();
    repo.run("hook install");
    assert_eq!(repo.read("scripts/check"), THEIRS);
    repo.stage("prfaq.md", WRONG);
    assert!(repo.is_stopped("commit -q -m wrong").contains("theirs: "));
    repo.run("hook uninstall");
    assert_eq!(fs::read_link(repo.path(HOOK)).unwrap(), Path::new("../../scripts/check"));
    assert_eq!(repo.read("scripts/check"), THEIRS);
}

#[test]
fn a_hook_that_somebody_edited_is_left_alone() {
    let repo = installed();
    let edited = repo.read(HOOK) + "echo mine\n";
    repo.program(HOOK, &edited);
    for command in ["install", "uninstall"] {
        let said = repo.run(&format!("hook {command}"));
        assert_eq!(said.code, 2);
        assert!(said.err.contains("was edited since prfaq wrote it, and is left alone"), "{}", said.err);
    }
    assert!(repo.run("hook status").out.contains(", edited since it was written\n"));
    assert_eq!(repo.read(HOOK), edited);
}

#[test]
fn two_hooks_of_others_are_too_many() {
    let repo = Repo::begun();
    repo.program(HOOK, THEIRS);
    repo.program(BEFORE, "#!/bin/sh\n");
    let said = repo.run("hook install");
    assert!(said.code == 2 && said.err.contains("is there already; move one of them away"), "{}", said.err);
    assert_eq!(repo.read(HOOK), THEIRS);
}

#[test]
fn the_status_says_whether_it_is_there() {
    let repo = Repo::begun();
    let status = || {
        let said = repo.run("hook status");
        (said.code, said.out.split(' ').take(3).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(status(), (1, "no hook: ".to_owned() + &repo.path(HOOK).display().to_string()));
    repo.program(HOOK, THEIRS);
    assert_eq!(status(), (1, "no hook of".to_owned()));
    repo.run("hook install");
    assert_eq!(status(), (0, "commits are checked".to_owned()));
    assert!(repo.run("hook status").out.contains("pre-commit.before-prfaq runs first\n"));
}

#[test]
fn it_goes_where_core_hooks_path_leads() {
    let repo = Repo::begun();
    repo.git("config core.hooksPath tools/hooks");
    repo.write("docs/deep/a.txt", "");
    let repo = repo.seen_from("house/docs/deep");
    let said = repo.run("hook install");
    assert_eq!(said.code, 0);
    assert!(
        said.err.contains("it is in the work tree: where it is committed others get the hook"),
        "{}",
        said.err
    );
    let repo = repo.seen_from("house");
    assert!(repo.path("tools/hooks/pre-commit").exists() && !repo.path(HOOK).exists());
    repo.stage("docs/prfaq.md", WRONG);
    repo.is_stopped("commit -q -m wrong");

    let shared = repo.desk.path("shared");
    repo.git_with(&["config", "core.hooksPath", shared.to_str().unwrap()]);
    assert!(repo.run("hook install").err.contains("every repository that uses it gets the hook"));
    repo.is_stopped("commit -q -m wrong");
    repo.run("hook uninstall");
    assert!(!shared.join("pre-commit").exists());
}

#[test]
fn husky_writes_its_own() {
    let repo = Repo::begun();
    repo.git("config core.hooksPath .husky/_");
    let said = repo.run("hook install");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("husky writes the hooks of this repository"), "{}", said.err);
    assert!(
        said.err.contains("/.husky/pre-commit: prfaq lint --staged --only-prfaqs --show failing --quiet\n")
    );
    assert!(!repo.path(".husky").exists());
}

#[test]
fn a_hook_that_pre_commit_renamed_is_still_ours() {
    const LEGACY: &str = ".git/hooks/pre-commit.legacy";
    let repo = installed();
    let ours = repo.read(HOOK);
    fs::rename(repo.path(HOOK), repo.path(LEGACY)).unwrap();
    repo.program(HOOK, "#!/bin/sh\nexec \"$0.legacy\" \"$@\"\n");
    assert!(repo.run("hook install").out.starts_with("the hook is there already: "));
    assert_eq!(repo.read(LEGACY), ours);
    repo.stage("prfaq.md", WRONG);
    repo.is_stopped("commit -q -m wrong");
    repo.run("hook uninstall");
    assert!(!repo.path(LEGACY).exists() && repo.path(HOOK).exists());
}

#[test]
fn a_submodule_has_one_of_its_own() {
    let (repo, other) = (Repo::begun(), Repo::begun());
    let url = other.path("").display().to_string();
    repo.git_with(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &url, "part"]);
    let part = repo.seen_from("house/part");
    assert_eq!(part.run("hook install").err, "");
    part.stage("prfaq.md", WRONG);
    part.is_stopped("commit -q -m wrong");
    let repo = part.seen_from("house");
    assert!(repo.path(".git/modules/part/hooks/pre-commit").exists() && !repo.path(HOOK).exists());
}

#[test]
fn linked_work_trees_share_it() {
    let repo = Repo::begun();
    repo.git("worktree add -q ../linked -b other");
    let linked = repo.seen_from("linked");
    assert_eq!(linked.run("hook install").err, "");
    linked.stage("prfaq.md", WRONG);
    assert!(linked.is_stopped("commit -q -m wrong").contains("prfaq.md:1:12:"));
    let repo = linked.seen_from("house");
    assert!(repo.path(HOOK).exists());
    repo.stage("other-prfaq.md", WRONG);
    assert!(repo.is_stopped("commit -q -m wrong").contains("other-prfaq.md:1:12:"));
}

#[test]
fn arguments_are_put_into_it_if_lint_takes_them() {
    let repo = Repo::begun();
    assert_eq!(repo.run("hook install -- --fail-on warning").code, 0);
    repo.stage("prfaq.md", "We keep a copy in order to help.\n");
    repo.is_stopped("commit -q -m warned");
    let said = repo.run("hook install -- --fail-on sometimes");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("`prfaq lint` does not take this in the hook: "), "{}", said.err);
    assert_eq!(repo.run("hook install -- --quiet").code, 2);
}

/// A copy of the program that can go away.
fn fleeting(repo: &Repo) -> std::path::PathBuf {
    let folder = repo.desk.path("it's here");
    fs::create_dir(&folder).unwrap();
    let program = folder.join("prfaq");
    fs::hard_link(PROGRAM, &program).or_else(|_| fs::copy(PROGRAM, &program).map(drop)).unwrap();
    program
}

#[test]
fn where_the_program_is_gone_the_one_on_the_path_is_taken() {
    let repo = Repo::begun();
    let program = fleeting(&repo);
    let said: Said =
        repo.command(program.to_str().unwrap()).args(["hook", "install"]).output().unwrap().into();
    assert_eq!(said.code, 0, "{}", said.err);
    repo.stage("prfaq.md", WRONG);
    assert!(repo.is_stopped("commit -q -m wrong").contains("[placeholder]"));

    fs::remove_file(&program).unwrap();
    let bin = repo.desk.path("bin");
    fs::create_dir(&bin).unwrap();
    symlink(found_on_path("git"), bin.join("git")).unwrap();
    let commit = || -> Said {
        let mut command = repo.command("git");
        command.args(["commit", "-q", "-m", "wrong"]).env("PATH", &bin).output().unwrap().into()
    };
    let said = commit();
    assert_eq!(said.code, 1);
    for what in
        ["program is gone", "cargo install --path .", "git commit --no-verify", "  .git/hooks/pre-commit\n"]
    {
        assert!(said.err.contains(what), "{}", said.err);
    }

    symlink(PROGRAM, bin.join("prfaq")).unwrap();
    let said = commit();
    assert!(said.code == 1 && said.err.contains("[placeholder]"), "{}{}", said.out, said.err);
}

fn found_on_path(name: &str) -> std::path::PathBuf {
    let path = std::env::var_os("PATH").unwrap();
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()).unwrap()
}

#[test]
fn without_a_repository_there_is_no_hook() {
    let repo = Repo::begun();
    fs::remove_dir(repo.desk.path(".git")).unwrap();
    let repo = repo.seen_from("");
    let said = repo.run("hook install");
    assert!(said.code == 2 && said.err.contains("no git repository"), "{}", said.err);
}
