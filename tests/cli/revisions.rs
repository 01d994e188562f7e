//! `prfaq redline` in real repositories: what a document was at a revision, in the index, under another name.

use std::fs;

use crate::desk::{PROGRAM, Said};
use crate::repo::Repo;

/// A draft of `price` a month.
fn draft(price: &str) -> String {
    format!(
        "# The box\n\nThe box opens for every parcel that comes to the door.\n\n## Price\n\nIt costs {price} a month.\n"
    )
}

/// A repository whose `main` has a draft of £4.50 and whose branch `work` one of £4.90.
fn branched() -> Repo {
    let repo = Repo::begun();
    repo.stage("draft.md", draft("£4.50"));
    repo.git("commit -q -m draft");
    repo.git("switch -q -c work");
    repo.stage("draft.md", draft("£4.90"));
    repo.git("commit -q -m price");
    repo
}

impl Repo {
    /// The heads and the changed paragraph of `redline LINE`, all on one line: `old → new: It costs ...`.
    #[track_caller]
    fn redline(&self, line: &str) -> String {
        let said = self.redline_with(&line.split_whitespace().collect::<Vec<_>>());
        said.out
    }

    #[track_caller]
    fn redline_with(&self, args: &[&str]) -> Said {
        let mut command = self.command(PROGRAM);
        let said: Said =
            command.args(["redline", "-q", "--format", "words"]).args(args).output().unwrap().into();
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{args:?}");
        let id = regex::Regex::new(r"\b[0-9a-f]{7}\b").unwrap();
        let lines = said.out.lines().filter(|line| line.contains(['→', '{', '[']));
        let lines = lines.map(|line| id.replace_all(line, "ID").into_owned()).collect::<Vec<_>>();
        Said { out: lines.join(": "), ..said }
    }
}

const CHANGED: &str = "It costs [-£4.50-]{+£4.90+} a month.";

#[test]
fn a_document_alone_is_compared_with_where_its_branch_began() {
    let repo = branched();
    assert_eq!(
        repo.redline("draft.md"),
        format!("draft.md at ID, merge base with main → draft.md: {CHANGED}")
    );
    // What others commit to the main branch meanwhile is not ours.
    repo.git("switch -q main");
    repo.stage("draft.md", draft("£9"));
    repo.git("commit -q -m other");
    repo.git("switch -q work");
    assert_eq!(
        repo.redline("draft.md"),
        format!("draft.md at ID, merge base with main → draft.md: {CHANGED}")
    );
    // The work tree counts, committed or not.
    repo.write("draft.md", draft("£5"));
    assert!(repo.redline("draft.md").ends_with("[-£4.50-]{+£5+} a month."));
}

#[test]
fn what_says_the_same_as_its_base_is_compared_with_the_last_commit() {
    let repo = branched();
    repo.write("draft.md", draft("£4.50"));
    assert_eq!(
        repo.redline("draft.md"),
        "draft.md at HEAD (ID) → draft.md: It costs [-£4.90-]{+£4.50+} a month."
    );
    repo.git("commit -q -a -m back");
    let said = repo.run("redline draft.md");
    let (id, base) = (repo.git("rev-parse --short=7 HEAD"), repo.git("rev-parse --short=7 main"));
    let told = format!(
        "draft.md at {}, merge base with main → draft.md: nothing changed in 2 paragraphs\n",
        base.trim()
    );
    assert_eq!((said.code, said.out), (0, told));
    let told = format!(
        "prfaq: note: draft.md is as it was; to see its last change: prfaq redline draft.md --from {}^\n",
        id.trim()
    );
    assert_eq!(said.err, told);
    assert!(repo.redline(&format!("draft.md --from {}^", id.trim())).contains("[-£4.90-]"));
}

#[test]
fn revisions_are_named_as_git_names_them() {
    let repo = branched();
    repo.git("tag v2");
    repo.write("draft.md", draft("£5"));
    for (options, head, changed) in [
        ("--from main", "draft.md at main (ID) → draft.md", "[-£4.50-]{+£5+}"),
        ("--from HEAD", "draft.md at HEAD (ID) → draft.md", "[-£4.90-]{+£5+}"),
        ("--from HEAD~1 --to HEAD", "draft.md at HEAD~1 (ID) → draft.md at HEAD (ID)", "[-£4.50-]{+£4.90+}"),
        ("--from main..v2", "draft.md at main (ID) → draft.md at v2 (ID)", "[-£4.50-]{+£4.90+}"),
        (
            "--from main...v2",
            "draft.md at ID, merge base with main → draft.md at v2 (ID)",
            "[-£4.50-]{+£4.90+}",
        ),
        ("--from main...", "draft.md at ID, merge base with main → draft.md", "[-£4.50-]{+£5+}"),
        ("--from v2 --to main", "draft.md at v2 (ID) → draft.md at main (ID)", "[-£4.90-]{+£4.50+}"),
    ] {
        let wanted = format!("{head}: It costs {changed} a month.");
        assert_eq!(repo.redline(&format!("draft.md {options}")), wanted, "{options}");
    }
}

#[test]
fn revisions_that_are_none_are_refused_and_no_option_of_gits() {
    let repo = branched();
    for (options, message) in [
        ("--from nope", "git: there is no revision `nope`"),
        ("--from --upload-pack=x", "git: there is no revision `--upload-pack=x`"),
        ("--from main..nope", "git: there is no revision `nope`"),
        ("--from HEAD:draft.md", "git: there is no revision `HEAD:draft.md`"),
        ("--from main..HEAD --to v1", "git: --from names both ends already; leave --to out"),
        (
            "--from main..HEAD --staged",
            "git: --staged is where the comparison ends; --from takes one revision",
        ),
    ] {
        let options = options.replacen("--from ", "--from=", 1);
        repo.run(&format!("redline draft.md {options}")).refused(message);
    }
    repo.run("redline none.md --from main").refused("none.md: no such file, neither before nor after");
    repo.run("redline ../else.md --from main").refused("../else.md: no such file");
}

#[test]
fn the_index_beside_the_last_commit() {
    let repo = branched();
    repo.stage("draft.md", draft("£5"));
    repo.write("draft.md", draft("£6"));
    let head = "draft.md at HEAD (ID) → draft.md, staged";
    assert_eq!(repo.redline("draft.md --staged"), format!("{head}: It costs [-£4.90-]{{+£5+}} a month."));
    assert!(repo.redline("--staged --from main draft.md").ends_with("[-£4.50-]{+£5+} a month."));
    // Every staged document where none is named; other files are passed over.
    repo.stage("code.rs", "fn main() {}\n");
    repo.stage("new.md", "Here.\n");
    let all = repo.redline("--staged");
    assert_eq!(
        all,
        format!(
            "{head}: It costs [-£4.90-]{{+£5+}} a month.: no file at HEAD (ID) → new.md, staged: {{+Here.+}}"
        )
    );
}

#[test]
fn new_and_deleted_files_have_nothing_on_the_other_side() {
    let repo = branched();
    repo.write("new.md", "Here.\n");
    assert_eq!(repo.redline("new.md"), "no file at ID, merge base with main → new.md: {+Here.+}");
    repo.git("rm -q draft.md");
    let gone = repo.redline("draft.md --from main");
    assert!(gone.starts_with("draft.md at main (ID) → no file: # [-The box-]"), "{gone}");
    assert!(
        repo.redline("draft.md --staged")
            .starts_with("draft.md at HEAD (ID) → no file, staged: # [-The box-]")
    );
}

#[test]
fn a_renamed_file_keeps_its_past() {
    let repo = branched();
    repo.git("mv draft.md box.md");
    // Renamed in the work only, then with what was committed.
    assert_eq!(repo.redline("box.md"), format!("draft.md at ID, merge base with main → box.md: {CHANGED}"));
    repo.git("commit -q -m rename");
    assert_eq!(
        repo.redline("draft.md --from main --to work"),
        format!("draft.md at main (ID) → box.md at work (ID): {CHANGED}")
    );
    // Rewritten so that git sees no likeness from end to end.
    repo.stage("box.md", "Every word of it is another one now, and there are more of them.\n");
    repo.git("commit -q -m rewrite");
    repo.git("mv box.md crate.md");
    let said = repo.redline("crate.md --from main");
    assert!(said.starts_with("draft.md at main (ID) → crate.md: "), "{said}");
}

#[test]
fn any_name_is_a_name() {
    let repo = Repo::begun();
    let names =
        ["two words.md", "größe.md", "line\nbreak.md", "-dash.md", ":(top)x.md", "star*.md", "sub/a b/c.md"];
    for name in names {
        repo.write(name, draft("£4.50"));
    }
    repo.git("add -A");
    repo.git("commit -q -m names");
    for name in names {
        repo.write(name, draft("£4.90"));
        let said = repo.redline_with(&["--from", "HEAD", "--", name]).out;
        assert!(said.ends_with(CHANGED), "{name:?}: {said}");
        assert!(!said.contains("\nbreak"), "{said}");
    }
    assert_eq!(repo.redline("--from HEAD").matches(CHANGED).count(), names.len());
}

#[test]
fn a_folder_stands_for_the_documents_in_it_and_names_are_those_of_the_current_folder() {
    let repo = branched();
    repo.stage("docs/a.md", draft("£4.50"));
    repo.stage("docs/b.md", draft("£4.50"));
    repo.git("commit -q -m docs");
    repo.write("docs/a.md", draft("£4.90"));
    repo.write("draft.md", draft("£5"));
    assert_eq!(repo.redline("docs --from HEAD"), format!("docs/a.md at HEAD (ID) → docs/a.md: {CHANGED}"));
    let repo = repo.seen_from("house/docs");
    assert_eq!(repo.redline("a.md --from HEAD"), format!("a.md at HEAD (ID) → a.md: {CHANGED}"));
    assert!(repo.redline("../draft.md --from HEAD").starts_with("../draft.md at HEAD (ID) → ../draft.md: "));
    let said = repo.run("redline b.md --from HEAD --exit-code");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let none = repo.run("redline . --from HEAD --to HEAD");
    assert_eq!((none.code, none.err.as_str()), (0, "prfaq: note: no document changed\n"));
}

#[test]
fn before_the_first_commit_everything_is_new() {
    let repo = Repo::new();
    repo.stage("draft.md", "Here.\n");
    assert_eq!(repo.redline("draft.md"), "no file at the beginning → draft.md: {+Here.+}");
    assert_eq!(repo.redline("draft.md --staged"), "no file at the beginning → draft.md, staged: {+Here.+}");
}

#[test]
fn outside_a_repository_there_is_nothing_to_compare_with() {
    let desk = crate::desk::Desk::with("draft.md", draft("£4.50"));
    desk.run("redline draft.md").refused(
        "draft.md is in no git repository, so there is nothing to compare it with; name two documents: prfaq redline OLD NEW",
    );
    desk.run("redline none.md").refused("none.md: no such file");
    assert_eq!(desk.run("redline").code, 2);
}

#[test]
fn linked_work_trees_submodules_and_links_on_the_way() {
    let repo = branched();
    repo.git("worktree add -q ../linked -b linked main");
    let module = fs::canonicalize(repo.path("")).unwrap();
    let linked = repo.seen_from("linked");
    linked.write("draft.md", draft("£4.90"));
    assert_eq!(
        linked.redline("draft.md"),
        format!("draft.md at ID, merge base with main → draft.md: {CHANGED}")
    );
    linked.git("add draft.md");
    assert!(linked.redline("--staged").ends_with(CHANGED));

    let whole = Repo::begun();
    whole.git_with(&[
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        module.to_str().unwrap(),
        "box",
    ]);
    whole.git("commit -q -m module");
    whole.write("box/draft.md", draft("£5"));
    // The file belongs to the submodule's repository, wherever we stand.
    assert_eq!(
        whole.redline("box/draft.md --from HEAD"),
        "box/draft.md at HEAD (ID) → box/draft.md: It costs [-£4.90-]{+£5+} a month."
    );
    whole.run("redline box --from HEAD~1 --exit-code -q");
    std::os::unix::fs::symlink("box", whole.path("way")).unwrap();
    assert!(whole.redline("way/draft.md --from HEAD").ends_with("[-£4.90-]{+£5+} a month."));
}

#[test]
fn git_dir_and_work_tree_apart() {
    let repo = branched();
    fs::rename(repo.path(".git"), repo.path("../bare.git")).unwrap();
    repo.write("draft.md", draft("£5"));
    for (git_dir, work_tree, folder) in [("../bare.git", ".", ""), ("../../bare.git", "..", "deep")] {
        fs::create_dir_all(repo.path("deep")).unwrap();
        let file = if folder.is_empty() { "draft.md" } else { "../draft.md" };
        let mut command = repo.command(PROGRAM);
        command.current_dir(repo.path(folder)).env("GIT_DIR", git_dir).env("GIT_WORK_TREE", work_tree);
        let said: Said = command.args(["redline", "--format", "words", file]).output().unwrap().into();
        assert!(said.out.contains("[-£4.50-]{+£5+}"), "{}{}", said.out, said.err);
    }
}

#[test]
fn blobs_are_read_as_a_checkout_writes_them() {
    let repo = Repo::begun();
    repo.stage(".gitattributes", "*.md text eol=crlf\n");
    repo.stage("draft.md", draft("£4.50"));
    repo.git("commit -q -m crlf");
    repo.write("draft.md", draft("£4.90").replace('\n', "\r\n"));
    assert_eq!(repo.redline("draft.md --from HEAD"), format!("draft.md at HEAD (ID) → draft.md: {CHANGED}"));
    repo.write("draft.md", draft("£4.50").replace('\n', "\r\n"));
    assert_eq!(repo.run("redline draft.md --from HEAD").err, "");
}

#[test]
fn a_shallow_clone_says_what_is_missing() {
    let repo = branched();
    let from = format!("file://{}", repo.path("").display());
    repo.git_with(&["clone", "-q", "--depth", "1", "--branch", "work", &from, "../shallow"]);
    let shallow = repo.seen_from("shallow");
    let said = shallow.run("redline draft.md --from HEAD~1");
    said.refused("git: there is no revision `HEAD~1`; this clone is shallow: fetch the history (in CI, `fetch-depth: 0`)");
}

#[test]
fn links_folders_and_conflicts_are_said_to_be_none() {
    let repo = branched();
    std::os::unix::fs::symlink("draft.md", repo.path("link.md")).unwrap();
    repo.git("add link.md");
    repo.git("commit -q -m link");
    let said = repo.run("redline link.md --from HEAD");
    assert_eq!(said.code, 2, "{}", said.err);
    repo.git("switch -q main");
    repo.stage("draft.md", draft("£9"));
    repo.git("commit -q -m other");
    assert_ne!(repo.try_git("merge -q work").code, 0);
    let said = repo.run("redline draft.md --staged");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("in conflict"), "{}", said.err);
    // On the disk there are both.
    assert_eq!(repo.run("redline draft.md --from HEAD --exit-code -q").code, 1);
}

#[test]
fn nothing_in_the_repository_is_written() {
    let repo = branched();
    repo.write("draft.md", draft("£5"));
    let index = fs::read(repo.path(".git/index")).unwrap();
    repo.run("redline draft.md");
    repo.run("redline draft.md --staged");
    repo.run("redline --from main");
    assert_eq!(fs::read(repo.path(".git/index")).unwrap(), index);
}

#[test]
fn what_cannot_be_read_keeps_nothing_else_back() {
    let repo = branched();
    repo.stage("bin.md", b"a\xff\x00b");
    repo.stage("zoo.md", draft("£4.50"));
    repo.git("commit -q -m more");
    repo.write("bin.md", b"b\xff\x00b");
    repo.write("draft.md", draft("£5"));
    repo.write("zoo.md", draft("£6"));
    for options in ["", "-o page.json --overwrite"] {
        let said = repo.run(&format!("redline --from HEAD --format json {options}"));
        assert_eq!((said.code, said.err.matches("bin.md").count()), (2, 1), "{}", said.err);
        let text = if options.is_empty() { said.out } else { repo.read("page.json") };
        let record: serde_json::Value = serde_json::from_str(&text).unwrap();
        let names: Vec<_> =
            record["files"].as_array().unwrap().iter().map(|file| file["name"].clone()).collect();
        assert_eq!(names, ["draft.md", "zoo.md"]);
    }
    repo.git("add -A");
    let said = repo.run("redline --staged --format words");
    assert!(said.code == 2 && said.out.contains("{+£5+}") && said.out.contains("{+£6+}"), "{}", said.out);
    let said = repo.run("redline draft.md none.md --from HEAD --format words");
    assert!(said.code == 2 && said.out.contains("{+£5+}") && said.err.contains("none.md"), "{}", said.err);
}

#[test]
fn what_git_does_not_know_is_left_out_and_said_to_be() {
    let repo = branched();
    repo.write("secret.md", b"\xff\x00");
    repo.write("docs/new.md", "Here.\n");
    repo.write("draft.md", draft("£5"));
    let said = repo.run("redline --from HEAD --format words");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("{+£5+}") && !said.out.contains("Here"), "{}", said.out);
    assert_eq!(
        said.err,
        "prfaq: note: docs/new.md and another document that git does not know yet are left out; to see one, name it\n"
    );
    let said = repo.run("redline docs --from HEAD");
    assert!(
        said.err.contains("no document changed") && said.err.contains("docs/new.md, which git does not"),
        "{}",
        said.err
    );
    assert!(repo.redline("docs/new.md --from HEAD").contains("{+Here.+}"));
    assert_eq!(repo.run("redline --staged").err, "prfaq: note: no document changed\n");
}

#[test]
fn comments_stand_beside_each_of_several_documents() {
    let repo = branched();
    repo.stage("zoo.md", draft("£4.50"));
    repo.git("commit -q -m zoo");
    repo.write("draft.md", draft("£5"));
    repo.write("zoo.md", draft("£6"));
    for (name, said) in [("draft.md", "Why five?"), ("zoo.md", "Why six?")] {
        let mut command = repo.command(PROGRAM);
        command.args(["review", name, "--as", "Ann", "--comment", said, "--on", "a month"]);
        assert_eq!(Said::from(command.output().unwrap()).code, 0);
    }
    let page = repo.run("redline --from HEAD --format html").out;
    assert!(page.contains("Why five?") && page.contains("Why six?"), "{page}");
    let before = repo.run("redline --from main --to HEAD --format html").out;
    assert!(!before.contains("Why five?"), "{before}");
}
