//! Which files are read: folders, patterns, `include`, `exclude`, `.prfaqignore`, and what is named all the same.

use crate::desk::{Desk, Said};
use crate::repo::Repo;

/// One warning, whatever the file is.
const WARNED: &str = "We keep a copy in order to help.\n";

/// The files in which something was found, in order.
fn files(said: &Said) -> Vec<String> {
    let heads = said.out.lines().filter(|line| line.contains("warning[filler]"));
    heads.map(|line| line.split(':').next().unwrap().to_owned()).collect()
}

fn desk(names: &[&str]) -> Desk {
    let desk = Desk::new();
    for name in names {
        desk.write(name, WARNED);
    }
    desk
}

#[test]
fn a_pattern_that_no_shell_expanded_is_expanded() {
    let desk = desk(&["docs/a.md", "docs/deep/b.md", "docs/c.txt", "docs/d.rs", "docs/.e.md", "f.md"]);
    for (line, wanted) in [
        ("lint docs/**/*.md", &["docs/a.md", "docs/deep/b.md"][..]),
        ("lint docs/*.md", &["docs/a.md"]),
        ("lint docs/*", &["docs/a.md", "docs/c.txt", "docs/deep/b.md"]),
        ("lint docs/*.rs", &["docs/d.rs"]),
        ("lint *.md", &["f.md"]),
        ("lint **/b.md f.md", &["docs/deep/b.md", "f.md"]),
        ("lint docs/{a,c}.*", &["docs/a.md", "docs/c.txt"]),
        ("lint docs/[ab].md", &["docs/a.md"]),
        ("lint ./docs/deep/?.md", &["docs/deep/b.md"]),
        ("lint docs/.*.md", &["docs/.e.md"]),
        ("lint d*", &["docs/a.md", "docs/c.txt", "docs/deep/b.md"]),
    ] {
        let said = desk.run(line);
        assert_eq!(files(&said), wanted, "{line}: {}", said.err);
        assert_eq!(said.code, 0, "{line}");
    }
    desk.write("notes [old].md", WARNED);
    let said: Said = desk.command().args(["lint", "notes [old].md"]).output().unwrap().into();
    assert_eq!(files(&said), ["notes [old].md"], "what is there is itself");
    let above: Said =
        desk.command().current_dir(desk.path("docs/deep")).args(["lint", "../*.md"]).output().unwrap().into();
    assert_eq!(files(&above), ["../a.md"]);
    let whole = desk.path("docs").join("*.md");
    assert_eq!(desk.run(&format!("lint {}", whole.display())).code, 0);
}

#[test]
fn a_pattern_that_matches_nothing_is_an_error_and_the_rest_is_done() {
    let desk = desk(&["docs/a.md"]);
    let said = desk.run("lint docs/*.txt docs none/*.md docs/[z-a].md");
    assert_eq!((said.code, files(&said)), (2, vec!["docs/a.md".to_owned()]));
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(lines[0], "prfaq: error: docs/*.txt: matches nothing");
    assert_eq!(lines[1], "prfaq: error: none/*.md: matches nothing");
    assert!(lines[2].starts_with("prfaq: error: docs/[z-a].md: "), "{}", lines[2]);
}

#[test]
fn excluded_files_are_read_only_where_they_are_named() {
    let desk = desk(&["a.md", "old/b.md", "old/deep/c.md"]);
    desk.write("prfaq.yml", "exclude: [/old/, '!/old/deep/']\n");
    assert_eq!(files(&desk.run("lint")), ["a.md", "old/deep/c.md"]);
    assert_eq!(files(&desk.run("lint **/*.md")), ["a.md", "old/deep/c.md"]);
    assert_eq!(files(&desk.run("lint old")), ["old/deep/c.md"]);
    let said = desk.run("lint a.md old/b.md");
    assert_eq!(files(&said), ["a.md", "old/b.md"]);
    assert_eq!(
        said.err,
        "prfaq: note: old/b.md is excluded by prfaq.yml (`exclude: /old/`); read because it is named, which \
         --force-exclude changes\n"
    );
    let said = desk.run("lint --force-exclude a.md old/b.md");
    assert_eq!((files(&said), said.err.as_str()), (vec!["a.md".to_owned()], ""));
    let said = desk.run("lint --force-exclude old/b.md");
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    assert_eq!(desk.pipe(WARNED, "lint --force-exclude - --stdin-filename old/b.md").out, "");
    assert_eq!(files(&desk.pipe(WARNED, "lint - --stdin-filename old/b.md")), ["old/b.md"]);
}

#[test]
fn an_ignore_file_of_our_own_is_honoured_in_every_folder() {
    let desk = desk(&["a.md", "docs/b.md", "docs/c.md", "docs/old/d.md"]);
    desk.write(".prfaqignore", "# notes\nold/\nb.md\n");
    assert_eq!(files(&desk.run("lint")), ["a.md", "docs/c.md"]);
    desk.write("docs/.prfaqignore", "!b.md\nc.md\n");
    assert_eq!(files(&desk.run("lint")), ["a.md", "docs/b.md"]);
    let said = desk.run("lint docs/c.md");
    assert!(
        said.err.contains("docs/c.md is ignored by docs/.prfaqignore (`c.md`); read because"),
        "{}",
        said.err
    );
    assert_eq!(files(&desk.run("lint --force-exclude docs/b.md docs/c.md docs/old/d.md")), ["docs/b.md"]);
}

#[test]
fn only_what_is_included_is_read_and_it_may_have_another_ending() {
    let desk = desk(&["a.md", "docs/b.md", "docs/c.adoc", "docs/d.rs", "e.adoc"]);
    desk.write("prfaq.yml", "include: [docs/, '*.adoc']\nexclude: [e.adoc]\n");
    assert_eq!(files(&desk.run("lint")), ["docs/b.md", "docs/c.adoc"]);
    assert_eq!(files(&desk.run("lint a.md")), ["a.md"]);
    assert_eq!(files(&desk.run("lint --force-exclude a.md docs/b.md docs/d.rs")), ["docs/b.md", "docs/d.rs"]);
}

#[test]
fn overrides_hold_for_their_files() {
    let desk = desk(&["a.md", "docs/b.md", "docs/launch/c.md"]);
    desk.write(
        "prfaq.yml",
        "rules: {filler: warning}\noverrides:\n- {files: [docs/], rules: {filler: off}}\n\
         - {files: ['**/launch/*.md'], rules: {filler: warning}, fail-on: warning}\n",
    );
    assert_eq!(files(&desk.run("lint")), ["a.md", "docs/launch/c.md"]);
    assert_eq!((desk.run("lint").code, desk.run("lint a.md docs/b.md").code), (1, 0));
    assert_eq!(files(&desk.pipe(WARNED, "lint - --stdin-filename docs/x.md")), [""; 0]);
}

#[test]
fn an_override_may_name_its_template_terms_and_packs() {
    let desk = Desk::with("a.md", "The frobnicator uses synergy.\n");
    desk.write("docs/a.md", "The frobnicator uses synergy.\n");
    desk.write("docs/prfaq.md", "# Box\n");
    desk.write(
        "prfaq.yml",
        "overrides: [{files: [docs/], terms: [synergy], packs: [words.yml], template: press-release}]\n",
    );
    desk.write(
        "words.yml",
        "pack: house\ncategory: jargon\nrules:\n- {phrase: frobnicator, rewrite: say handle}\n",
    );
    assert!(
        desk.run("lint a.md").out.contains("synergy")
            && !desk.run("lint a.md").out.contains("\"frobnicator\"")
    );
    let said = desk.run("lint docs/a.md").out;
    assert!(said.contains("\"frobnicator\"") && !said.contains("\"synergy\""), "{said}");
    let said: serde_json::Value =
        serde_json::from_str(&desk.run("lint --format json docs/prfaq.md").out).unwrap();
    assert_eq!(said["files"][0]["template"], "press-release");
    desk.write("words.yml", "pack: house\ncategory: jargon\nrules: 1\n");
    let said = desk.run("lint a.md");
    assert_eq!(said.code, 2, "a list that is wrong is wrong for everybody: {}", said.err);
}

#[test]
fn what_a_hook_finds_is_left_out_too() {
    let repo = Repo::new();
    repo.stage("prfaq.yml", "rules: {missing-part: off}\nexclude: [old/]\n");
    repo.stage("docs/.prfaqignore", "b.md\n");
    for name in ["a.md", "docs/b.md", "docs/c.md", "old/d.md"] {
        repo.stage(name, WARNED);
    }
    assert_eq!(files(&repo.run("lint --staged")), ["a.md", "docs/c.md"]);
    let named = repo.run("lint --staged old/d.md");
    assert_eq!(files(&named), ["old/d.md"]);
    assert!(named.err.contains("old/d.md is excluded by prfaq.yml"), "{}", named.err);
    assert_eq!(files(&repo.run("lint --staged --force-exclude old/d.md a.md")), ["a.md"]);
    // The staged configuration holds, not the one on the disk.
    repo.write("prfaq.yml", "exclude: [a.md]\n");
    repo.write("docs/.prfaqignore", "");
    assert_eq!(files(&repo.run("lint --staged")), ["a.md", "docs/c.md"]);
    repo.git("checkout -q prfaq.yml docs/.prfaqignore");
    repo.git("commit -q -m begin");
    for name in ["a.md", "docs/b.md", "docs/c.md", "old/d.md"] {
        repo.write(name, format!("{WARNED}\nWe do so in order to win.\n"));
    }
    let changed = files(&repo.run("lint --changed HEAD"));
    assert_eq!(changed, ["a.md", "docs/c.md"]);
}

#[test]
fn a_fix_leaves_excluded_files_alone() {
    let desk = desk(&["a-prfaq.md", "old/b-prfaq.md"]);
    desk.write("prfaq.yml", "exclude: [old/]\n");
    assert_eq!(desk.run("fix .").code, 0);
    assert_eq!(desk.read("old/b-prfaq.md"), WARNED);
    assert_ne!(desk.read("a-prfaq.md"), WARNED);
    desk.run("fix --force-exclude old/b-prfaq.md");
    assert_eq!(desk.read("old/b-prfaq.md"), WARNED);
    let said = desk.run("fix old/b-prfaq.md");
    assert!(said.err.contains("old/b-prfaq.md is excluded by prfaq.yml"), "{}", said.err);
    assert_ne!(desk.read("old/b-prfaq.md"), WARNED);
}

#[test]
fn the_old_name_of_the_option_still_works() {
    let desk = Desk::with("docs/prfaq.yml", "rules: {filler: off}\n");
    for name in ["stdin-filename", "stdin-name"] {
        assert_eq!(files(&desk.pipe(WARNED, &format!("lint - --{name} docs/x.md"))), [""; 0]);
        assert_eq!(desk.pipe(WARNED, &format!("fix - --{name} docs/x.md")).out, WARNED);
    }
    assert!(!desk.run("lint --help").out.contains("stdin-name"));
}

#[test]
fn exports_beside_their_document_are_not_read_with_it() {
    let desk = Desk::with_example("waitback.md");
    assert_eq!(desk.run("-q export waitback.md --to md,wiki,txt").code, 0);
    // Somebody's own, whatever it is called.
    desk.write("notes.wiki.md", "# Notes\n\nWe leverage it.\n");
    let said = desk.run("score --format csv .").out;
    let names: Vec<&str> = said.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(names, ["notes.wiki.md", "waitback.md"]);
    let named = desk.run("score --format csv waitback.export.md").out;
    assert_eq!(named.lines().count(), 2, "{named}");
}

#[test]
fn a_word_document_is_sent_to_import() {
    let desk = Desk::with_example("waitback.md");
    assert_eq!(desk.run("-q export waitback.md --to docx").code, 0);
    let said = desk.run("lint waitback.docx");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("this is a Word document; `prfaq import` makes a draft of it"), "{}", said.err);
}
