//! `prfaq review`: records beside the document, from the command line, from plain lines, and through git.

use serde_json::Value;

use crate::desk::{Desk, PROGRAM, Said};
use crate::repo::Repo;

pub(super) const DRAFT: &str = "\
# Blue Corp announces Melinda

## Problem

Many customers wait at home for a parcel. They miss work. Work is lost, and time is.

## Internal FAQ

### What does it cost?

It costs $15 to make.
";

/// Runs the program with `arguments`, spaces and all.
pub(super) fn run(desk: &Desk, arguments: &[&str]) -> Said {
    desk.command().args(arguments).output().unwrap().into()
}

/// As [`run`], in a repository.
pub(super) fn go(repo: &Repo, arguments: &[&str]) -> Said {
    repo.command(PROGRAM).args(arguments).output().unwrap().into()
}

pub(super) fn review(desk: &Desk, arguments: &[&str]) -> Said {
    run(desk, &[&["review", "draft.md", "--as", "Ann Lee"], arguments].concat())
}

pub(super) fn listed(desk: &Desk) -> Value {
    let said = review(desk, &["--list", "--format", "json"]);
    assert_eq!(said.code, 0, "{}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

/// The id that a run said.
fn id(said: &Said) -> String {
    assert_eq!(said.code, 0, "{}", said.err);
    said.out.split_whitespace().nth(1).unwrap().to_owned()
}

#[test]
fn a_suggestion_is_made_listed_and_taken() {
    let desk = Desk::with("draft.md", DRAFT);
    let made =
        review(&desk, &["--suggest", "42% of members", "--on", "many\n customers", "--why", "How many?"]);
    assert_eq!(made.code, 2, "capitals count: {}", made.out);
    let made =
        review(&desk, &["--suggest", "42% of members", "--on", "Many customers", "--why", "How many?"]);
    let id = id(&made);
    assert!(made.out.starts_with("draft.md:5:1: s_"), "{}", made.out);
    assert_eq!(desk.read("draft.md"), DRAFT, "the document stays clean");
    let list = listed(&desk);
    assert_eq!(list["version"], 1);
    let record = &list["records"][0];
    assert_eq!(record["id"], id.as_str());
    assert_eq!(record["span"]["start"]["line"], 5);
    assert_eq!((record["part"].as_str(), record["placed"].as_bool()), (Some("problem"), Some(true)));

    let taken = run(&desk, &["review", "draft.md", "--as", "Bo", "--accept", &id]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    assert!(taken.out.starts_with("draft.md:5:1: "), "{}", taken.out);
    assert_eq!(desk.read("draft.md"), DRAFT.replace("Many customers", "42% of members"));
    assert!(desk.read("draft.reviews/bo.yml").contains("status: accepted"));
    assert_eq!(listed(&desk)["records"][0]["status"], "accepted");
}

#[test]
fn an_open_question_closes_the_gate_until_it_has_its_answer() {
    let desk = Desk::with_example("waitback.md");
    let gate = || run(&desk, &["gate", "waitback.md"]);
    assert_eq!(gate().code, 0, "{}", gate().out);
    let ask = run(&desk, &["review", "waitback.md", "--as", "Ann Lee", "--ask", "Who says so?"]);
    let id = id(&ask);
    let closed = gate();
    assert_eq!(closed.code, 1);
    assert!(closed.out.contains(&format!("Ann Lee asks: Who says so? ({id})")), "{}", closed.out);
    let export = run(&desk, &["export", "waitback.md", "--to", "md"]);
    assert_eq!(export.code, 1, "{}", export.out);
    let lifted = ["--waive", "open-question", "--by", "Bo", "--reason", "known", "--no-record"];
    let export = run(&desk, &[&["export", "waitback.md", "--to", "html"][..], &lifted].concat());
    assert_eq!(export.code, 0, "{}", export.err);

    let maybe = run(&desk, &["review", "waitback.md", "--as", "Bo", "--answer", &id, "maybe"]);
    assert_eq!(maybe.code, 2);
    assert!(maybe.err.contains("four answers"), "{}", maybe.err);
    let past =
        run(&desk, &["review", "waitback.md", "--as", "Bo", "--answer", &id, "I don't know, by 2020-01-01"]);
    assert_eq!((past.code, gate().code), (2, 1), "a promise that is over is no answer");
    assert!(past.err.contains("that day is over"), "{}", past.err);
    // One that was given in time, and is over by now.
    desk.write(
        "waitback.reviews/bo.yml",
        format!(
            "version: 1\nreviewer: Bo\nrecords:\n- {{id: c_1, at: 2020-01-01T10:00:00Z, kind: comment, re: {id}, \
             status: answered, answer: \"I don't know, by 2020-02-01\"}}\n"
        ),
    );
    assert!(gate().out.contains("the answer was due by 2020-02-01"), "{}", gate().out);
    let open = run(&desk, &["review", "waitback.md", "--list", "--open"]);
    assert!(open.out.contains("(open again: the answer was due by 2020-02-01)"), "{}", open.out);
    let open = run(&desk, &["review", "waitback.md", "--list", "--open", "--format", "json"]);
    let list: Value = serde_json::from_str(&open.out).unwrap();
    assert_eq!(
        (&list["records"][0]["status"], &list["records"][0]["overdue"]),
        (&"open".into(), &"2020-02-01".into())
    );
    let hedge =
        ["review", "waitback.md", "--as", "Bo", "--answer", &id, "Yes, but only partly, we are not sure"];
    assert!(run(&desk, &hedge).err.contains("without a hedge"));
    let answer = run(
        &desk,
        &[
            "review",
            "waitback.md",
            "--as",
            "Bo",
            "--answer",
            &id,
            "yes, from our survey.",
            "--why",
            "We asked 40.",
        ],
    );
    assert_eq!((answer.code, gate().code), (0, 0), "{}", answer.err);
}

#[test]
fn an_answered_question_becomes_an_entry_of_the_faq() {
    let desk = Desk::with("draft.md", DRAFT);
    let id = id(&review(&desk, &["--ask", "Is that a month", "--on", "It costs $15 to make."]));
    assert_eq!(review(&desk, &["--to-faq", &id]).code, 2, "there is no answer yet");
    assert_eq!(review(&desk, &["--answer", &id, "no", "--why", "It is paid once."]).code, 0);
    assert_eq!(review(&desk, &["--to-faq", &id]).code, 0);
    assert_eq!(desk.read("draft.md"), format!("{DRAFT}\n### Is that a month?\n\nNo. It is paid once.\n"));
}

#[test]
fn an_entry_goes_to_those_who_read_what_was_asked_about_and_never_into_an_appendix() {
    let text = "# Melinda\n\n## Problem\n\nThe bus goes.\n\n# Questions customers ask\n\n## How?\n\nSo.\n\n# Appendix\n\nNotes.\n";
    let asked = |text: &str, on: &str, more: &[&str]| {
        let desk = Desk::with("draft.md", text);
        let id = id(&review(&desk, &["--ask", "is it late?", "--on", on]));
        let answer = review(&desk, &["--answer", &id, "yes, at night."]);
        assert_eq!(answer.code, 0, "{}", answer.err);
        let done = review(&desk, &[&["--to-faq", &id][..], more].concat());
        assert_eq!(done.code, 0, "{}", done.err);
        let again = review(&desk, &["--to-faq", &id]);
        assert!(again.code == 2 && again.err.contains("in the FAQ already, line "), "{}", again.err);
        desk.read("draft.md")
    };
    let entry = "\n\n## Is it late?\n\nYes, at night.\n";
    assert_eq!(asked(text, "The bus goes.", &[]), text.replace("So.\n", &format!("So.{entry}")));
    let both = text.replace("# Appendix", "# Internal FAQ\n\n## Who?\n\nWe.\n\n# Appendix");
    assert_eq!(asked(&both, "The bus goes.", &[]), both.replace("So.\n", &format!("So.{entry}")));
    assert_eq!(asked(&both, "We.", &[]), both.replace("We.\n", &format!("We.{entry}")));
    let internal = asked(&both, "The bus goes.", &["--faq", "internal"]);
    assert_eq!(internal, both.replace("We.\n", &format!("We.{entry}")));
    let made = asked(text, "The bus goes.", &["--faq", "internal"]);
    assert_eq!(made, text.replace("So.\n", &format!("So.\n\n# Internal FAQ{entry}")));
    let none = "# Melinda\n\n## Problem\n\nThe bus goes.\n\n## Appendix\n\nNotes.\n";
    let made = asked(none, "The bus goes.", &[]);
    let faq = "goes.\n\n## External FAQ\n\n### Is it late?\n\nYes, at night.\n";
    assert_eq!(made, none.replace("goes.\n", faq));
}

#[test]
fn what_lost_its_place_is_listed() {
    let desk = Desk::with("draft.md", DRAFT);
    review(&desk, &["--comment", "Who?", "--on", "They miss work."]);
    desk.write("draft.md", "# Something else\n\nIt is short.\n");
    assert_eq!(listed(&desk)["records"][0]["placed"], false);
    let list = review(&desk, &["--list"]);
    assert!(
        list.out.contains("No place any more") && list.out.contains("\"They miss work.\""),
        "{}",
        list.out
    );
}

#[test]
fn wrong_usage_says_what_to_do() {
    let desk = Desk::with("draft.md", DRAFT);
    for (arguments, said) in [
        (&["--comment", "x", "--on", "nowhere"][..], "these words are not there"),
        (&["--comment", "x", "--on", "is"], "these words stand 2 times in line 5"),
        (&["--reply", "c_1", "x"], "there is no record `c_1`"),
        (&["--as", "../x", "--comment", "y"], "no `/`"),
    ] {
        let name = ["--as", "Ann Lee"];
        let name = if arguments.contains(&"--as") { &[][..] } else { &name[..] };
        let run = run(&desk, &[&["review", "draft.md"], name, arguments].concat());
        assert_eq!(run.code, 2, "{arguments:?} {}", run.out);
        assert!(run.err.contains(said), "{arguments:?}: {}", run.err);
    }
    assert!(!desk.path("draft.reviews").exists(), "nothing was written");
    desk.write("draft.reviews/bo.yml", "version: 1\nreviewer: Bo\nrecords:\n  - {id: 1, kind: x}\n");
    let list = review(&desk, &["--list"]);
    assert_eq!(list.code, 2);
    assert!(list.err.contains("draft.reviews/bo.yml:4:"), "{}", list.err);
    let gate = run(&desk, &["gate", "draft.md"]);
    assert_eq!(gate.code, 2, "what cannot be read may hold a question");
    let mine = run(&desk, &["review", "draft.md", "--as", "Bo", "--comment", "x"]);
    assert_eq!(mine.code, 2, "what cannot be read is not written over");
    assert!(desk.read("draft.reviews/bo.yml").contains("kind: x"));
}

#[test]
fn a_draft_is_read_line_by_line() {
    let desk = Desk::with("draft.md", DRAFT);
    let answers =
        "n\nc 3 Who counts them?\n? 4\ns 3 42% of members wait.\nc 99 x\nn\n\nn\nn\niterate\nThe price.\n";
    let said = desk
        .command()
        .args(["review", "draft.md", "--plain", "--as", "Ann Lee"])
        .write_stdin(answers)
        .output()
        .unwrap();
    let said: Said = said.into();
    assert_eq!(said.code, 0, "{}", said.err);
    let file = desk.read("draft.reviews/ann-lee.yml");
    assert!(file.contains("decision: iterate") && file.contains("read:\n  at:"), "{file}\n{}", said.out);
    assert!(said.out.contains("What Ann Lee asks for: "), "{}", said.out);
}

#[test]
fn a_review_goes_out_and_comes_back() {
    let desk = Desk::with("draft.md", DRAFT);
    review(&desk, &["--suggest", "42% of members", "--on", "Many customers"]);
    review(&desk, &["--comment", "All too long."]);
    review(&desk, &["--verdict", "iterate", "--why", "Price."]);
    let out = run(&desk, &["review", "export", "draft.md", "-o", "draft.critic.md"]);
    assert_eq!(out.code, 0, "{}", out.err);
    assert!(desk.read("draft.critic.md").contains("{~~Many customers~>42% of members~~}{>>@Ann Lee "));
    let before = desk.read("draft.reviews/ann-lee.yml");
    let again = run(&desk, &["review", "import", "draft.critic.md", "--as", "Bo"]);
    assert!(again.out.contains("0 new of 2"), "{}{}", again.out, again.err);
    assert_eq!(desk.read("draft.reviews/ann-lee.yml"), before);
    let elsewhere = run(&desk, &["review", "import", "draft.critic.md", "--into", "copy.md", "--as", "Bo"]);
    assert_eq!(elsewhere.code, 0, "{}", elsewhere.err);
    assert_eq!(desk.read("copy.md"), DRAFT);
    // What somebody has read is their own; all they said travels.
    let said = |text: &str| text.split_once("verdict:").map(|(_, said)| said.to_owned());
    assert_eq!(said(&desk.read("copy.reviews/ann-lee.yml")), said(&before));
    assert!(before.contains("read:") && !desk.read("copy.reviews/ann-lee.yml").contains("read:"));
}

#[test]
fn a_verdict_closes_the_reading() {
    let desk = Desk::with("draft.md", DRAFT);
    review(&desk, &["--verdict", "iterate", "--why", "Price."]);
    desk.write("draft.md", DRAFT.replace("$15", "$14"));
    let since = run(&desk, &["redline", "draft.md", "--since-read", "--as", "Ann Lee", "--format", "list"]);
    assert!(since.out.contains("replaced \"$15\" with \"$14\""), "{}{}", since.out, since.err);
}

#[test]
fn an_accepted_deletion_leaves_no_mark() {
    let desk = Desk::with("draft.md", "# Melinda\n\n- One.\n- Two.\n- It is very, very good, really.\n");
    for words in ["Two.", "very,", "really"] {
        let id = id(&review(&desk, &["--suggest", "", "--on", words]));
        assert_eq!(review(&desk, &["--accept", &id]).code, 0);
    }
    assert_eq!(desk.read("draft.md"), "# Melinda\n\n- One.\n- It is very good.\n");
    assert!(!review(&desk, &["--list"]).out.contains("No place any more"));
}

#[test]
fn comments_in_a_reviewers_file_stay() {
    let desk = Desk::with("draft.md", DRAFT);
    let file = "# Mine\nversion: 1\nreviewer: Ann Lee\nrecords:\n# ask Bo\n- id: c_1 # first\n  at: 2026-11-09T10:00:00Z\n  kind: comment\n";
    desk.write("draft.reviews/ann-lee.yml", file);
    assert_eq!(review(&desk, &["--comment", "More."]).code, 0);
    assert!(
        desk.read("draft.reviews/ann-lee.yml").starts_with(file),
        "{}",
        desk.read("draft.reviews/ann-lee.yml")
    );
}

#[test]
fn a_conflict_is_named_and_nothing_is_lost() {
    let desk = Desk::with("draft.md", DRAFT);
    let file = "version: 1\nreviewer: Ann Lee\n<<<<<<< HEAD\nrecords: []\n=======\nrecords:\n>>>>>>> two\n";
    desk.write("draft.reviews/ann-lee.yml", file);
    let list = review(&desk, &["--list"]);
    assert_eq!(list.code, 2);
    assert!(list.err.contains("ann-lee.yml:3:1: git left a merge conflict here"), "{}", list.err);
    assert_eq!(review(&desk, &["--comment", "More."]).code, 2);
    assert_eq!(desk.read("draft.reviews/ann-lee.yml"), file);
}

#[test]
fn reviews_left_behind_by_a_new_name_are_told_of() {
    let desk = Desk::with("draft.md", DRAFT);
    review(&desk, &["--ask", "Why?"]);
    std::fs::rename(desk.path("draft.md"), desk.path("final.md")).unwrap();
    for arguments in [&["review", "final.md", "--list"][..], &["gate", "final.md"]] {
        let said = run(&desk, arguments);
        assert!(said.err.contains("draft.reviews") && said.err.contains("final.reviews"), "{}", said.err);
    }
}

#[test]
fn two_reviewers_in_two_branches_never_conflict() {
    let repo = Repo::new();
    repo.stage("draft.md", DRAFT);
    repo.git("commit -q -m draft");
    for (branch, name) in [("one", "Ann Lee"), ("two", "Bo Ek")] {
        repo.git(&format!("checkout -q -b {branch} main"));
        for (act, quote) in
            [("--comment", "They miss work."), ("--ask", "They miss work."), ("--suggest", "Many customers")]
        {
            let said = go(&repo, &["review", "draft.md", "--as", name, act, "Why?", "--on", quote]);
            assert_eq!(said.code, 0, "{}", said.err);
        }
        repo.git("add -A");
        repo.git("commit -q -m review");
    }
    repo.git("checkout -q main");
    repo.git("merge -q --no-edit one");
    repo.git("merge -q --no-edit two");
    let list = go(&repo, &["review", "draft.md", "--list", "--format", "json"]);
    let list: Value = serde_json::from_str(&list.out).unwrap();
    assert_eq!(list["records"].as_array().unwrap().len(), 6);
    // Without --as it is git's user who speaks.
    repo.git_with(&["config", "user.name", "Cy Doe"]);
    assert_eq!(go(&repo, &["review", "draft.md", "--comment", "Good."]).code, 0);
    assert!(repo.read("draft.reviews/cy-doe.yml").contains("reviewer: Cy Doe"));
}

#[test]
fn a_redline_shows_what_changed_since_a_reader_closed_it_and_what_was_said() {
    let desk = Desk::with("draft.md", DRAFT);
    let since = |who: &str| desk.run(&format!("redline draft.md --since-read --as {who} --format list"));
    since("Ann").refused("draft.md: Ann never closed it in `prfaq review`; --as NAME names another reader");
    let said =
        run(&desk, &["review", "draft.md", "--as", "Ann", "--ask", "How many?", "--on", "Many customers"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let stopped = desk.pipe("q\n", "review draft.md --plain --as Ann");
    assert_eq!(stopped.code, 0, "{}", stopped.err);
    assert!(!desk.read("draft.reviews/ann.yml").contains("read:"), "who stops has not read it");
    let closed = desk.pipe("v\n\n", "review draft.md --plain --as Ann");
    assert_eq!(closed.code, 0, "{}", closed.err);
    desk.write("draft.md", DRAFT.replace("$15", "$14"));
    let said = since("Ann");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.out.contains("replaced \"$15\" with \"$14\"") && said.out.contains(" 1 change: "),
        "{}",
        said.out
    );
    let page = desk.run("redline draft.md --since-read --as Ann --format html").out;
    assert!(page.contains("Ann, question, open") && page.contains("How many?"), "{page}");
    since("Bob").refused("draft.md: Bob never closed it in `prfaq review`; --as NAME names another reader");
}

#[test]
fn another_spelling_of_a_name_is_the_same_reviewer_and_another_name_never_takes_the_file() {
    let desk = Desk::with("draft.md", DRAFT);
    review(&desk, &["--comment", "One."]);
    review(&desk, &["--verdict", "iterate", "--why", "Price."]);
    for name in ["ANN LEE", "ann-lee", "Ann.Lee", "Ann  Lee"] {
        let said = run(&desk, &["review", "draft.md", "--as", name, "--comment", "More."]);
        assert_eq!(said.code, 0, "{}", said.err);
    }
    let file = desk.read("draft.reviews/ann-lee.yml");
    assert_eq!(
        (file.matches("kind: comment").count(), file.matches("by: Ann Lee").count()),
        (5, 5),
        "{file}"
    );
    assert!(file.contains("reviewer: Ann Lee") && file.contains("decision: iterate"), "{file}");
    let other = run(&desk, &["review", "draft.md", "--as", "Ann & Lee", "--comment", "Mine."]);
    assert_eq!(other.code, 2);
    assert!(other.err.contains("ann-lee.yml: this file belongs to Ann Lee"), "{}", other.err);
    assert_eq!(desk.read("draft.reviews/ann-lee.yml"), file);
    let closed = desk.pipe("q\n", "review draft.md --plain --as ann.lee");
    assert_eq!(closed.code, 0, "{}", closed.err);
    assert!(desk.read("draft.reviews/ann-lee.yml").contains("decision: iterate"));
}

#[test]
fn marks_of_another_program_are_taken_in_any_order() {
    let marked = "# Melinda\n\nThere is {--no--}{++a++} form. It costs {~~little~>\u{a3}4~~} money{++ each month++}.\n";
    for backwards in [false, true] {
        let desk = Desk::with("d.critic.md", marked);
        let refused = run(&desk, &["review", "import", "d.critic.md", "--as", "Bo"]);
        assert!(refused.code == 2 && refused.err.contains("--into d.md"), "{}", refused.err);
        assert!(!desk.path("d.md").exists());
        assert_eq!(run(&desk, &["review", "import", "d.critic.md", "--as", "Bo", "--into", "d.md"]).code, 0);
        assert_eq!(desk.read("d.md"), "# Melinda\n\nThere is no form. It costs little money.\n");
        let list = run(&desk, &["review", "d.md", "--list", "--format", "json"]);
        let list: Value = serde_json::from_str(&list.out).unwrap();
        let ids =
            list["records"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned());
        let mut ids: Vec<String> = ids.collect();
        if backwards {
            ids.reverse();
        }
        for id in ids {
            let taken = run(&desk, &["review", "d.md", "--as", "Ann", "--accept", &id]);
            assert_eq!(taken.code, 0, "{}", taken.err);
        }
        assert_eq!(desk.read("d.md"), "# Melinda\n\nThere is a form. It costs \u{a3}4 money each month.\n");
    }
    let desk = Desk::with("d.critic.md", "Only {++ half a mark.\n");
    assert_eq!(run(&desk, &["review", "import", "d.critic.md", "--as", "Bo", "--into", "d.md"]).code, 2);
    assert!(!desk.path("d.md").exists() && !desk.path("d.reviews").exists());
}

#[test]
fn a_quotation_is_told_apart_as_far_as_it_can_be() {
    let desk = Desk::with("draft.md", "---\nproduct: bus\n---\n# Lines\n\nA bus and a bus.\n\nOne bus.\n");
    let said =
        |arguments: &[&str]| review(&desk, &[&["--comment", "which?", "--on", "bus"], arguments].concat());
    assert!(said(&[]).err.contains("stand in lines 6, 8; quote more"), "{}", said(&[]).err);
    assert!(
        said(&["--line", "6"]).err.contains("2 times in line 6; quote more"),
        "{}",
        said(&["--line", "6"]).err
    );
    assert!(said(&["--line", "2"]).err.contains("do not begin in line 2"), "{}", said(&["--line", "2"]).err);
    assert_eq!(said(&["--line", "8"]).code, 0);
}

#[test]
fn several_threads_are_closed_at_once_or_none_and_an_empty_draft_is_not_reviewed() {
    let desk = Desk::with("draft.md", DRAFT);
    let one = id(&review(&desk, &["--comment", "One."]));
    let two = id(&review(&desk, &["--comment", "Two."]));
    assert_eq!(review(&desk, &["--resolve", &format!("{one},c_nothing")]).code, 2);
    assert!(listed(&desk)["records"].as_array().unwrap().iter().all(|one| one["status"] == "open"));
    let done = review(&desk, &["--resolve", &format!("{one},{two}"), "--why", "Done."]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(listed(&desk)["records"].as_array().unwrap().iter().all(|one| one["status"] == "resolved"));
    // git knows nothing of ids.
    desk.write(
        "draft.reviews/bo.yml",
        format!(
            "version: 1\nreviewer: Bo\nrecords:\n- {{id: {one}, at: 2026-11-09T10:00:00Z, kind: comment}}\n"
        ),
    );
    assert!(review(&desk, &["--list"]).err.contains("records of Ann Lee, Bo"));
    desk.write("empty.md", "");
    let empty = run(&desk, &["review", "empty.md", "--as", "Bo", "--verdict", "approve"]);
    assert!(empty.code == 2 && empty.err.contains("nothing in it yet"), "{}", empty.err);
    assert!(!desk.path("empty.reviews").exists());
}

#[test]
fn the_author_walks_in_plain_lines() {
    let desk = Desk::with("draft.md", DRAFT);
    review(&desk, &["--suggest", "42% of members", "--on", "Many customers"]);
    review(&desk, &["--suggest", "gone", "--on", "They miss work."]);
    review(&desk, &["--comment", "All too long."]);
    review(&desk, &["--ask", "A month?", "--on", "It costs $15"]);
    let walk = |answers: &str| -> Said {
        let arguments = ["review", "draft.md", "--as", "Bo", "--walk", "--plain"];
        desk.command().args(arguments).write_stdin(answers.to_owned()).output().unwrap().into()
    };
    // The records stand in the order of the document, the one on all of it at the end.
    let said = walk("a\nx It is true.\nd\na maybe\na yes, a month\nf\nr Sure?\nd\n");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(desk.read("draft.md").contains("42% of members wait"), "{}", said.out);
    assert!(desk.read("draft.md").contains("### A month?"), "{}", desk.read("draft.md"));
    assert!(said.err.contains("four answers"), "{}", said.err);
    assert!(said.out.contains("not resolved but answered"), "{}", said.out);
    assert!(said.out.ends_with("Nothing is open.\n"), "{}", said.out);
    assert!(desk.read("draft.reviews/bo.yml").contains("It is true."));
    assert!(walk("").out.ends_with("Nothing is open.\n"));
}
