//! `prfaq review import` of what somebody edited without leaving a mark, on a branch or in a copy.

use serde_json::Value;

use crate::desk::Desk;
use crate::repo::Repo;
use crate::review::{DRAFT, go, listed, review, run};

#[test]
fn what_somebody_edited_on_a_branch_becomes_suggestions() {
    let repo = Repo::begun();
    repo.stage("draft.md", DRAFT);
    repo.git("commit -q -m draft");
    repo.git("switch -q -c bo");
    repo.write("draft.md", DRAFT.replace("Many customers wait", "Four members in ten wait"));
    repo.git_with(&["commit", "-q", "-a", "-m", "edit", "--author", "Bo Ek <bo@example.com>"]);
    repo.git("switch -q main");
    // What was changed here meanwhile is not undone by it.
    repo.write("draft.md", DRAFT.replace("$15", "$14"));
    let said = go(&repo, &["review", "import", "draft.md", "--from", "bo"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(said.out.contains("1 new of 1 records"), "{}", said.out);
    let list = go(&repo, &["review", "draft.md", "--list", "--format", "json"]);
    let list: Value = serde_json::from_str(&list.out).unwrap();
    let thread = &list["records"][0];
    assert_eq!((&thread["by"], &thread["to"]), (&"Bo Ek".into(), &"Four members in ten".into()), "{list:#}");
    let id = thread["id"].as_str().unwrap();
    assert_eq!(go(&repo, &["review", "draft.md", "--as", "Ann Lee", "--accept", id]).code, 0);
    let wanted = DRAFT.replace("Many customers wait", "Four members in ten wait").replace("$15", "$14");
    assert_eq!(repo.read("draft.md"), wanted);
    let again = go(&repo, &["review", "import", "draft.md", "--from", "bo"]);
    assert!(again.out.contains("0 new of 1 records"), "{}{}", again.out, again.err);
    let none = go(&repo, &["review", "import", "draft.md", "--from", "HEAD"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("HEAD changed no words of it"), "{}", none.err);
    let nowhere = go(&repo, &["review", "import", "draft.md", "--from", "no-such"]);
    assert!(nowhere.code == 2 && nowhere.err.contains("no-such"), "{}", nowhere.err);
}

#[test]
fn what_somebody_edited_in_a_copy_becomes_suggestions() {
    let desk = Desk::with("draft.md", DRAFT);
    let copy = DRAFT.replace("They miss work. ", "").replace("It costs $15", "Each box costs $15");
    desk.write("from-bo.md", format!("---\ntitle: Other\n---\n\n{copy}"));
    let import = ["review", "import", "from-bo.md", "--into", "draft.md", "--as", "Bo Ek"];
    let said = run(&desk, &import);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("2 new of 2 records"), "{}", said.out);
    assert!(said.err.contains("the front matter differs too"), "{}", said.err);
    let list = listed(&desk);
    let ids: Vec<&str> =
        list["records"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    for id in ids {
        assert_eq!(review(&desk, &["--accept", id]).code, 0);
    }
    assert_eq!(desk.read("draft.md"), copy);
    desk.write("from-bo.md", &copy);
    let same = run(&desk, &import);
    assert!(same.code == 2 && same.err.contains("no words that draft.md has not"), "{}", same.err);
}
