use std::fs;
use std::process::Command;
use std::time::Duration;

use super::*;

fn texts(drafts: &mut Drafts) -> Vec<(String, String)> {
    let list = drafts.list.clone();
    list.iter().map(|draft| (draft.id.clone(), drafts.text(draft).unwrap())).collect()
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder).args(arguments);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    for who in ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"] {
        command.env(who, "ann");
    }
    assert!(command.status().unwrap().success());
}

#[test]
fn without_git_drafts_are_snapshots_and_the_file_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let state = State::at(&folder.path().join("state"));
    let path = folder.path().join("draft.md");
    fs::write(&path, "three").unwrap();
    let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
    state.take_snapshot(&path, "one", at(1)).unwrap();
    state.take_snapshot(&path, "two", at(2)).unwrap();
    let mut drafts = Drafts::of(&path, Some(&state)).unwrap();
    let named = |id: &str, text: &str| (id.to_owned(), text.to_owned());
    assert_eq!(texts(&mut drafts), [named("s1", "one"), named("s2", "two"), named("now", "three")]);
    assert_eq!((drafts.kind, drafts.list[1].when), (Kind::Snapshots, 2));
    state.take_snapshot(&path, "three", at(3)).unwrap();
    assert_eq!(Drafts::of(&path, Some(&state)).unwrap().list.last().unwrap().id, "s3");
    assert_eq!(Drafts::of(&path, None).unwrap().list.len(), 1);
    assert_eq!(snapshot(&path, "s2", Some(&state)).unwrap().number, 2);
    assert!(snapshot(&path, "s9", Some(&state)).is_none());
}

#[test]
fn with_git_drafts_are_commits_through_renames() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    git(folder.path(), &["init", "--quiet"]);
    let text = "a line that stays\n".repeat(5);
    for (name, text) in [("old.md", format!("{text}one\n")), ("old.md", format!("{text}two\n"))] {
        fs::write(at(name), text).unwrap();
        git(folder.path(), &["add", "-A"]);
        git(folder.path(), &["commit", "--quiet", "-m", "x"]);
    }
    git(folder.path(), &["mv", "old.md", "new.md"]);
    git(folder.path(), &["commit", "--quiet", "-m", "x"]);
    fs::write(at("new.md"), "now").unwrap();
    let mut drafts = Drafts::of(&at("new.md"), None).unwrap();
    let found = texts(&mut drafts);
    assert_eq!(drafts.kind, Kind::Git);
    assert_eq!(found.len(), 4);
    assert!(found[0].1.ends_with("one\n") && found[1].1 == found[2].1 && found[3].0 == NOW);
}
