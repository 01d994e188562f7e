//! Which configuration holds for what is staged.

use crate::repo::{Repo, WRONG};

const SILENT: &str = "rules: {missing-part: off, placeholder: off}\n";
const LOUD: &str = "rules: {missing-part: off}\n";

#[test]
fn the_staged_one_holds_not_the_one_on_the_disk() {
    let repo = Repo::begun();
    repo.stage("prfaq.md", WRONG);
    repo.stage("prfaq.yml", SILENT);
    repo.write("prfaq.yml", LOUD);
    assert_eq!(repo.run("lint --staged").code, 0);
    repo.stage("prfaq.yml", LOUD);
    repo.write("prfaq.yml", "nonsense: [");
    assert_eq!(repo.staged(""), ["prfaq.md:1"]);
    std::fs::remove_file(repo.path("prfaq.yml")).unwrap();
    assert_eq!(repo.run("lint --staged").code, 1);
    repo.stage("docs/prfaq.yml", SILENT);
    repo.stage("docs/prfaq.md", WRONG);
    assert_eq!(repo.staged(""), ["prfaq.md:1"]);
}

#[test]
fn one_that_the_commit_deletes_does_not_hold_though_it_is_on_the_disk() {
    let repo = Repo::begun();
    repo.stage("docs/prfaq.yml", SILENT);
    repo.git("commit -q -m silent");
    repo.stage("docs/prfaq.md", WRONG);
    assert_eq!(repo.run("lint --staged").code, 0);
    repo.git("rm -q --cached docs/prfaq.yml");
    assert_eq!(repo.staged(""), ["docs/prfaq.md:1"]);
    assert!(repo.path("docs/prfaq.yml").exists());
}

#[test]
fn one_that_git_does_not_know_is_read_from_the_disk() {
    let repo = Repo::begun();
    repo.stage("docs/prfaq.md", WRONG);
    repo.write("docs/prfaq.yml", SILENT);
    assert_eq!(repo.run("lint --staged").code, 0);
    repo.git("add -N docs/prfaq.yml");
    assert_eq!(repo.run("lint --staged").code, 0);
    // An empty one that is staged does hold.
    repo.write("docs/prfaq.yml", "");
    repo.git("add docs/prfaq.yml");
    repo.write("docs/prfaq.yml", SILENT);
    assert_eq!(repo.staged(""), ["docs/prfaq.md:1"]);
}

#[test]
fn its_word_lists_are_the_staged_ones_too() {
    let pack = |word: &str| {
        format!(
            "pack: house\ncategory: jargon\nrules:\n  - phrase: {word}\n    rewrite: say what it does\n    why: Nobody says so.\n"
        )
    };
    let repo = Repo::begun();
    repo.stage("prfaq.md", "The gizmo opens the box.\n");
    repo.stage("prfaq.yml", format!("{LOUD}packs: [./words.yml]\n"));
    repo.stage("words.yml", pack("gizmo"));
    repo.write("words.yml", pack("gadget"));
    let said = repo.run("lint --staged");
    assert!(said.out.contains("\"gizmo\""), "{}{}", said.out, said.err);
    repo.git("rm -q -f --cached words.yml");
    let said = repo.run("lint --staged");
    // It was never committed: git knows nothing of it any more.
    assert!(!said.out.contains("\"gizmo\"") && said.err.is_empty(), "{}", said.err);
    repo.stage("words.yml", pack("gizmo"));
    repo.git("commit -q -m words");
    repo.stage("prfaq.md", "The gizmo opens the door.\n");
    repo.git("rm -q -f --cached words.yml");
    let said = repo.run("lint --staged");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("words.yml: no such file"), "{}", said.err);
}

#[test]
fn a_configuration_that_is_named_is_read_as_it_is_staged() {
    let repo = Repo::begun();
    repo.stage("prfaq.md", WRONG);
    repo.stage("strict.yml", LOUD);
    repo.write("strict.yml", SILENT);
    assert_eq!(repo.staged("--config strict.yml"), ["prfaq.md:1"]);
}

#[test]
fn a_broken_one_stops_the_commit_that_brings_it() {
    let repo = Repo::begun();
    repo.stage("prfaq.yml", "fial-on: never\n");
    let said = repo.run("lint --staged --only-prfaqs --quiet");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("prfaq.yml:1:1: unknown key `fial-on`"), "{}", said.err);
}
