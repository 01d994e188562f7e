//! The snapshots that saves in the editor left: `prfaq redline --from s3`, `prfaq score --history`, `prfaq history prune`.

use std::time::{Duration, UNIX_EPOCH};

use prfaq::storage::State;

use crate::desk::{Desk, Said};

const DRAFTS: [&str; 3] =
    ["# Box\n\nThe box is red.\n", "# Box\n\nThe box is green.\n", "# Box\n\nThe box is blue.\n"];

/// A desk without git, whose `draft.md` was saved once for each of the drafts.
fn desk() -> Desk {
    let desk = Desk::new();
    std::fs::remove_dir_all(desk.path(".git")).unwrap();
    let state = State::at(&desk.path("state/prfaq"));
    for (file, count) in [("draft.md", 3), ("other.md", 2)] {
        for (at, text) in DRAFTS.iter().enumerate().take(count) {
            desk.write(file, text);
            let when = UNIX_EPOCH + Duration::from_secs(1_700_000_000 + at as u64 * 60);
            state.take_snapshot(&desk.path(file), text, when).unwrap();
        }
    }
    desk
}

fn run(desk: &Desk, line: &str) -> Said {
    let mut command = desk.command();
    command.env("XDG_STATE_HOME", desk.path("state")).args(line.split(' '));
    command.output().unwrap().into()
}

/// What the drafts of `file` are called.
fn names(desk: &Desk, file: &str) -> Vec<String> {
    let said = run(desk, &format!("score --history {file} --format json"));
    let value: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let drafts = value["files"][0]["drafts"].as_array().unwrap();
    drafts.iter().map(|draft| draft["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_document_is_compared_with_what_it_was_when_it_was_saved() {
    let desk = desk();
    let said = run(&desk, "redline draft.md --from s1");
    assert!(
        said.code <= 1 && said.out.contains("red") && said.out.contains("blue"),
        "{} {}",
        said.out,
        said.err
    );
    assert!(said.out.contains("draft.md, s1"), "{}", said.out);
    let between = run(&desk, "redline draft.md --from s1 --to s2");
    assert!(between.out.contains("green") && !between.out.contains("blue"), "{}", between.out);
    let same = run(&desk, "redline draft.md --from s3");
    assert!(!same.out.contains("red") && !same.out.contains("green"), "{}", same.out);
    let none = run(&desk, "redline draft.md --from s9");
    assert!(
        none.code == 2 && none.err.contains("there is no snapshot s9; there are s1 to s3"),
        "{}",
        none.err
    );
}

#[test]
fn snapshots_are_pruned_but_for_the_last() {
    let desk = desk();
    assert_eq!(names(&desk, "draft.md").len(), 3);
    let said = run(&desk, "history prune draft.md --keep 1");
    assert_eq!((said.code, said.out.as_str()), (0, "2 snapshots removed\n"), "{}", said.err);
    assert_eq!(names(&desk, "draft.md"), ["s3"]);
    assert_eq!(run(&desk, "redline draft.md --from s1").code, 2);
    assert_eq!(names(&desk, "other.md").len(), 2, "those of another document stay");
    assert_eq!(run(&desk, "history prune").out, "3 snapshots removed\n");
    assert_eq!(run(&desk, "history prune").out, "0 snapshots removed\n");
    assert_eq!(desk.read("draft.md"), DRAFTS[2], "the document itself stays");
}
