//! `prfaq git`: redlines as a tool of git's, in real repositories, with git running it.

use std::fs;

use crate::desk::{PROGRAM, Said};
use crate::repo::Repo;

const OLD: &str = "# The box\n\nThe box opens for every parcel.\n\n## Price\n\nIt costs £4.50 a month.\n";
const CHANGED: &str = "It costs [-£4.50-]{+£4.90+} a month.";

/// A repository with a draft that was changed in the work tree.
fn edited() -> Repo {
    let repo = Repo::begun();
    repo.stage("draft.md", OLD);
    repo.stage("notes.txt", "One.\n");
    repo.git("commit -q -m draft");
    repo.write("draft.md", OLD.replace("4.50", "4.90"));
    repo.write("notes.txt", "Two.\n");
    repo
}

/// Git's own settings and attributes of a repository.
fn settings(repo: &Repo) -> (String, Option<String>) {
    (repo.read(".git/config"), fs::read_to_string(repo.path(".git/info/attributes")).ok())
}

#[test]
fn installing_twice_changes_nothing_and_uninstalling_restores_every_byte() {
    let repo = edited();
    for attributes in [None, Some("*.png binary"), Some("*.md text\n")] {
        match attributes {
            Some(text) => repo.write(".git/info/attributes", text),
            None => drop(fs::remove_file(repo.path(".git/info/attributes"))),
        }
        let before = settings(&repo);
        for options in ["", " --diff", " --words", " --diff --files *.md --files docs/*.txt"] {
            let said = repo.run(&format!("git install{options}"));
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{options}");
            let installed = settings(&repo);
            let again = repo.run(&format!("git install{options}"));
            assert_eq!(again.out, "nothing to do: this repository has it already\n", "{options}");
            assert_eq!(settings(&repo), installed);
            assert_eq!(installed.1 == before.1, options.is_empty(), "{options}");
            assert_eq!(repo.run("git status").code, 0);
            let said = repo.run("git uninstall");
            assert_eq!(
                (said.code, said.out.as_str()),
                (0, "prfaq is no longer a tool of git's in this repository\n")
            );
            assert_eq!(settings(&repo), before, "{options}");
        }
    }
    let said = repo.run("git uninstall");
    assert_eq!(said.out, "nothing to take away: prfaq is no tool of git's in this repository\n");
    let said = repo.run("git status");
    assert_eq!(
        (said.code, said.out.as_str()),
        (1, "prfaq is no tool of git's in this repository; `prfaq git install` makes it one\n")
    );
}

#[test]
fn settings_of_others_stay() {
    let repo = edited();
    repo.git_with(&["config", "difftool.prfaq.cmd", "my own tool"]);
    let before = settings(&repo);
    let said = repo.run("git install --diff");
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("difftool.prfaq.cmd is set already, and not by prfaq: my own tool"),
        "{}",
        said.err
    );
    assert_eq!(settings(&repo), before);
    let said = repo.run("git uninstall");
    assert_eq!(said.err, "prfaq: note: difftool.prfaq.cmd is not prfaq's and stays\n");
    assert_eq!(settings(&repo), before);
    assert_eq!(repo.run("git status").code, 1);
    assert_eq!(repo.run("git install --overwrite -q").code, 0);
    assert_eq!(repo.run("git status").code, 0);
    // One of ours that names a program elsewhere is brought up to date without a word.
    repo.git_with(&[
        "config",
        "difftool.prfaq.cmd",
        "'/gone/prfaq' redline \"$LOCAL\" \"$REMOTE\" --name \"$MERGED\"",
    ]);
    assert!(repo.run("git status").out.contains("set up for a program elsewhere"));
    assert_eq!(repo.run("git install -q").code, 0);
    assert!(repo.git("config difftool.prfaq.cmd").contains(PROGRAM));
}

#[test]
fn the_users_own_settings_and_shared_attributes() {
    let repo = edited();
    let global = repo.path("../home.gitconfig");
    fs::write(&global, "[user]\n\tname = Ann\n").unwrap();
    let run = |line: &str| -> Said {
        let mut command = repo.command(PROGRAM);
        command.env("GIT_CONFIG_GLOBAL", &global).env_remove("XDG_CONFIG_HOME");
        command.args(line.split_whitespace()).output().unwrap().into()
    };
    let local = settings(&repo);
    assert_eq!(run("git install --global --diff").code, 0);
    assert!(fs::read_to_string(&global).unwrap().contains("prfaq"));
    let attributes = repo.desk.path(".config/git/attributes");
    assert!(fs::read_to_string(&attributes).unwrap().contains("*.md diff=prfaq\n"));
    assert_eq!(settings(&repo), local);
    assert_eq!(run("git uninstall --global").code, 0);
    assert_eq!(fs::read_to_string(&global).unwrap(), "[user]\n\tname = Ann\n");
    assert!(!attributes.exists());

    assert_eq!(run("git install --words --shared").code, 0);
    assert!(repo.read(".gitattributes").contains("*.md diff=prfaq\n"));
    assert_eq!(settings(&repo).1, local.1);
    assert_eq!(run("git uninstall").code, 0);
    assert!(!repo.path(".gitattributes").exists());
    for pattern in ["a\tb", "!x", "\"x\""] {
        let mut command = repo.command(PROGRAM);
        let said: Said =
            command.args(["git", "install", "--diff", "--files", pattern]).output().unwrap().into();
        assert_eq!(said.code, 2, "{pattern}");
    }
}

#[test]
fn git_difftool_shows_a_redline() {
    let repo = edited();
    repo.run("git install");
    repo.stage("two words é.md", OLD);
    repo.git("add -A");
    let said = repo.try_git("difftool -t prfaq -y --cached");
    assert_eq!(said.code, 0, "{}", said.err);
    let id = repo.git("rev-parse --short=7 HEAD").trim().to_owned();
    assert!(said.out.contains(&format!("draft.md at HEAD ({id}) ")), "{}", said.out);
    // What is staged is what lies there, so git hands out the document itself.
    assert!(said.out.contains("│ draft.md\n"), "{}", said.out);
    assert!(said.out.contains("£4.50-]") && said.out.contains("no file"), "{}", said.out);
    assert!(said.out.contains("│ two words é.md\n"), "{}", said.out);
    // `git diff` is as it was.
    let plain = repo.git("diff --cached draft.md");
    assert!(plain.starts_with("diff --git a/draft.md") && plain.contains("+It costs £4.90"), "{plain}");
    let linked = repo;
    linked.git("commit -q -m all");
    linked.git("worktree add -q ../linked");
    let linked = linked.seen_from("linked");
    linked.write("draft.md", OLD.replace("4.50", "5"));
    let said = linked.try_git("difftool -t prfaq -y");
    assert!(said.out.contains("{+£5+}"), "{}{}", said.out, said.err);
}

#[test]
fn git_difftool_runs_the_tool_it_was_asked_for_where_git_diff_shows_redlines() {
    let repo = edited();
    repo.stage("two words é.md", OLD);
    repo.git("commit -q -m more");
    repo.write("two words é.md", OLD.replace("4.50", "5"));
    repo.run("git install --diff");
    // Ours is called for every file, by its whole name, and is not the driver of `git diff`.
    let said = repo.git("difftool -t prfaq -y HEAD");
    assert!(!said.contains("redline draft.md"), "{said}");
    assert!(
        said.contains("{+£4.90+}") && said.contains("two words é.md") && said.contains("{+£5+}"),
        "{said}"
    );
    // Others too, set up or named on the spot: with the two files and nothing of ours.
    let tool = "difftool.other.cmd=echo other $LOCAL $REMOTE";
    let said = repo.git_with(&["-c", tool, "difftool", "-t", "other", "-y", "draft.md"]);
    assert!(
        said.starts_with("other ") && said.ends_with(" draft.md\n") && said.lines().count() == 1,
        "{said}"
    );
    let said = repo.git("difftool -y -x echo draft.md");
    assert!(said.ends_with("draft.md draft.md\n") && said.lines().count() == 1, "{said}");
    // A tool that fails is git's business, as it is without us.
    let trusted =
        ["-c", "difftool.other.cmd=false", "difftool", "--trust-exit-code", "-t", "other", "-y", "draft.md"];
    let failed: Said = repo.command("git").args(trusted).output().unwrap().into();
    assert_ne!(failed.code, 0, "{}{}", failed.out, failed.err);
    assert!(repo.git("diff draft.md").starts_with("redline draft.md\n"));
}

#[test]
fn git_difftool_names_the_revisions_that_it_compares() {
    let repo = edited();
    repo.run("git install");
    repo.git("commit -q -a -m price");
    repo.write("draft.md", OLD.replace("4.50", "5"));
    repo.git("commit -q -a -m five");
    repo.write("draft.md", OLD.replace("4.50", "6"));
    let id = |name: &str| repo.git(&format!("rev-parse --short=7 {name}")).trim().to_owned();
    let (second, third) = (id("HEAD~1"), id("HEAD"));
    // The first text was the file's until the second commit, the second until the third.
    for (from, heads) in [
        ("", format!("draft.md at HEAD ({third}) ")),
        ("HEAD~1", format!("draft.md at {third}^ ")),
        ("HEAD~2", format!("draft.md at {second}^ ")),
        ("HEAD~2 HEAD~1", format!("│ draft.md at {third}^\n")),
    ] {
        let said = repo.git(&format!("difftool -t prfaq -y {from} -- draft.md"));
        assert!(said.contains(&heads), "{from}: {heads}\n{said}");
    }
    let said = repo.git("difftool -t prfaq -y draft.md");
    assert!(said.contains("│ draft.md\n"), "{said}");
    // What no commit held is before and after, as anything else is that has a name.
    let (old, new) = (repo.path("../one.md"), repo.path("../two.md"));
    fs::write(&old, "One.\n").unwrap();
    fs::write(&new, "Two.\n").unwrap();
    let said = repo.run("redline ../one.md ../two.md --name draft.md --format list");
    assert!(said.out.starts_with("draft.md, after compared with draft.md, before."), "{}", said.out);
}

#[test]
fn git_status_says_how_words_are_seen_beside_redlines() {
    let repo = edited();
    let said = repo.run("git install --words").out;
    assert!(said.contains("git diff --word-diff ") && !said.contains("--no-ext-diff"), "{said}");
    let said = repo.run("git install --diff --words").out;
    assert!(said.contains("git diff --no-ext-diff --word-diff  diff.prfaq.wordRegex (set up)\n"), "{said}");
    let plain = repo.git("diff --no-ext-diff --word-diff draft.md");
    assert!(plain.contains("It costs [-£4.50-]{+£4.90+} a month."), "{plain}");
}

#[test]
fn git_diff_shows_a_redline_where_that_is_asked_for() {
    let repo = edited();
    repo.run("git install --diff");
    let said = repo.git("diff");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[..2], ["redline draft.md", "draft.md, before → draft.md, after"], "{said}");
    assert!(said.contains(CHANGED) && !said.contains('\u{1b}'), "{said}");
    // Other files are git's business.
    assert!(said.contains("diff --git a/notes.txt b/notes.txt"), "{said}");
    assert!(repo.git("diff --no-ext-diff draft.md").starts_with("diff --git"));
    assert!(repo.git("diff -- draft.md").ends_with("1 word out, 1 word in\n\n"));
    repo.git("commit -q -a -m price");
    assert!(repo.git("show --ext-diff HEAD").contains(CHANGED));
    assert!(repo.git("log -p --ext-diff -1").contains(CHANGED));
    assert!(repo.git("log -p -1").contains("+It costs £4.90"));
}

#[test]
fn new_deleted_renamed_odd_and_conflicting_files() {
    let repo = edited();
    repo.run("git install --diff");
    repo.git("commit -q -a -m price");
    repo.git("mv draft.md box.md");
    repo.write("box.md", OLD.replace("4.50", "5"));
    repo.stage("sub/größe \"x\".md", "Here.\n");
    repo.stage("odd.md", b"\xff\xfe\x00");
    repo.git("add -A");
    let said = repo.git("diff --cached -M10%");
    assert!(said.contains("redline draft.md → box.md\n") && said.contains("[-£4.90-]{+£5+}"), "{said}");
    assert!(
        said.contains("redline sub/größe \"x\".md\nnew file, mode 100644\nno file → sub/größe"),
        "{said}"
    );
    assert!(said.contains("redline odd.md\nnew file, mode 100644\nThis is not text"), "{said}");
    repo.git("commit -q -m more");
    repo.git("rm -q box.md");
    repo.program("odd.md", "x");
    let said = repo.git("diff HEAD");
    assert!(said.contains("redline box.md\ndeleted file, mode 100644\nbox.md, before → no file"), "{said}");
    assert!(said.contains("mode 100644 → 100755"), "{said}");

    let repo = edited();
    repo.run("git install --diff");
    repo.git("stash -q");
    repo.git("switch -q -c other");
    repo.stage("draft.md", OLD.replace("4.50", "6"));
    repo.git("commit -q -m six");
    repo.git("switch -q main");
    repo.stage("draft.md", OLD.replace("4.50", "7"));
    repo.git("commit -q -m seven");
    assert_ne!(repo.try_git("merge -q other").code, 0);
    let said = repo.git("diff HEAD");
    assert!(said.contains("redline draft.md") && said.contains("<<<<"), "{said}");
    let said = repo.try_git("diff");
    assert_eq!(said.code, 0, "{}", said.err);
    // A re-wrap is none.
    let repo = edited();
    repo.run("git install --diff");
    repo.write("draft.md", OLD.replace("opens for", "opens\nfor"));
    assert!(repo.git("diff draft.md").contains("nothing that is read differs"));
}

#[test]
fn a_pager_gets_the_colours_that_git_gives_it() {
    let repo = edited();
    repo.run("git install --diff");
    let diff = |variables: &[(&str, &str)], options: &[&str]| -> String {
        let mut command = repo.command("git");
        command.envs(variables.iter().copied()).env("TERM", "xterm");
        let said: Said = command.args(options).args(["diff", "draft.md"]).output().unwrap().into();
        assert_eq!(said.code, 0, "{}", said.err);
        said.out
    };
    let pager = ("GIT_PAGER_IN_USE", "true");
    assert!(diff(&[pager], &[]).contains("\u{1b}["));
    for (variables, options) in [
        (vec![], vec![]),
        (vec![pager, ("NO_COLOR", "1")], vec![]),
        (vec![pager], vec!["-c", "color.ui=never"]),
    ] {
        assert!(!diff(&variables, &options).contains('\u{1b}'), "{variables:?} {options:?}");
    }
    let wide = diff(&[("COLUMNS", "140")], &[]);
    assert!(wide.contains(" │ It costs {+£4.90+} a month."), "{wide}");
}

#[test]
fn words_of_prose_in_gits_own_diff() {
    let repo = edited();
    repo.write("draft.md", OLD.replace("£4.50 a month", "$4.90, peer-to-peer"));
    repo.run("git install --words");
    let said = repo.git("diff --word-diff draft.md");
    assert!(said.contains("It costs [-£4.50 a month-]{+$4.90, peer-to-peer+}."), "{said}");
    assert!(said.contains("@@ ## Price") || said.contains("## Price"), "{said}");
    assert!(repo.git("diff draft.md").starts_with("diff --git"));
}

#[test]
fn git_dir_and_work_tree_apart() {
    let repo = edited();
    fs::rename(repo.path(".git"), repo.path("../bare.git")).unwrap();
    let run = |program: &str, line: &str| -> Said {
        let mut command = repo.command(program);
        command.env("GIT_DIR", "../bare.git").env("GIT_WORK_TREE", ".");
        command.args(line.split_whitespace()).output().unwrap().into()
    };
    let said = run(PROGRAM, "git install --diff");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(run("git", "diff draft.md").out.contains(CHANGED));
    assert!(run("git", "difftool -t prfaq -y draft.md").out.contains("£4.50-]"));
    assert!(repo.path("../bare.git/info/attributes").exists());
    assert_eq!(run(PROGRAM, "git uninstall").code, 0);
    assert!(!repo.path("../bare.git/info/attributes").exists());
}

#[test]
fn outside_a_repository_only_the_users_own() {
    let desk = crate::desk::Desk::new();
    assert_eq!(desk.run("git install").code, 2);
    assert_eq!(desk.run("git diff-driver").code, 2);
    assert_eq!(desk.run("git diff-driver a.md").out, "* Unmerged path a.md\n");
    assert!(!desk.run("git --help").out.contains("diff-driver"));
}
