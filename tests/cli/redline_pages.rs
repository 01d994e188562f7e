//! The formats of `prfaq redline` that are files: HTML, JSON, a list; and its exit codes.

use crate::desk::{Desk, PROGRAM, Said};

const OLD: &str = "# The box\n\nIt opens.\n\n## Price\n\nIt costs £4.50 a month.\n";
const NEW: &str = "# The box\n\nIt opens.\n\n## Price\n\nIt costs £4.90 a month.\n\nThat is all.\n";

fn desk() -> Desk {
    let desk = Desk::with("old.md", OLD);
    desk.write("new.md", NEW);
    desk.write("wrapped.md", OLD.replace("It costs £4.50", "It costs\n£4.50"));
    desk
}

#[test]
fn a_list_is_read_line_by_line() {
    let said = desk().run("redline old.md new.md --format list");
    let list = "new.md compared with old.md. 2 changes: 1 replaced, 1 inserted.\n\
                Change 1 of 2, Price, paragraph 1: replaced \"£4.50\" with \"£4.90\".\n\
                Change 2 of 2, Price, paragraph 2: inserted a paragraph \"That is all.\"\n";
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, list, ""));
    let narrow = desk().run("redline old.md new.md --format list --width 40").out;
    assert!(narrow.lines().all(|line| line.chars().count() <= 40) && narrow.contains("\n  "), "{narrow}");
}

#[test]
fn json_is_whole_and_versioned() {
    let said = desk().run("redline old.md new.md --format json --name draft.md");
    let record: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(record["version"], 1);
    let file = &record["files"][0];
    assert_eq!(file["name"], "draft.md");
    assert_eq!(file["old"]["name"], "draft.md, before");
    assert_eq!(file["changes"][0]["old"]["text"], "£4.50");
    assert_eq!(file["changes"][1]["kind"], "inserted");
}

#[test]
fn a_page_is_written_once_and_replaced_only_when_told() {
    let desk = desk();
    let said = desk.run("redline old.md new.md -o page.html");
    assert_eq!((said.code, said.out.as_str()), (0, "page.html: written\n"));
    let page = desk.read("page.html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<title>new.md: what changed</title>"));
    assert_eq!(desk.run("redline old.md old.md -o page.html").code, 2);
    assert_eq!(desk.read("page.html"), page);
    assert_eq!(desk.run("-q redline old.md old.md -o page.html --overwrite").out, "");
    assert!(desk.read("page.html").contains("Nothing changed"));
    desk.run("redline old.md new.md -o page.txt")
        .refused("which format? Add --format html, or another that --help names");
    assert_eq!(desk.run("redline old.md new.md -o list.txt --format list").code, 0);
    assert!(desk.read("list.txt").starts_with("new.md compared with old.md."));
    assert_eq!(desk.run("redline old.md new.md --format html").out, page);
    assert_eq!(desk.run("redline old.md new.md --format html -o -").out, page);
}

#[test]
fn a_page_has_what_the_pen_leaves_to_people_as_notes() {
    let desk = Desk::with_example("waitback-draft.md");
    assert_eq!(desk.run("-q redline waitback-draft.md --pen -o page.html").code, 0);
    let page = desk.read("page.html");
    assert!(page.contains("<aside id=\"n1\"") && page.contains("href=\"#n1\""));
    let mut parser = html5gum::Tokenizer::new(page.as_str());
    let trouble = parser.find(|token| matches!(token, Ok(html5gum::Token::Error { .. })));
    assert!(trouble.is_none(), "{trouble:?}");
}

#[test]
fn the_exit_code_is_gits_where_it_is_asked_for() {
    let desk = desk();
    for (line, code) in [
        ("redline old.md new.md", 0),
        ("redline old.md new.md --exit-code", 1),
        ("redline old.md old.md --exit-code", 0),
        ("redline old.md wrapped.md --exit-code", 0),
        ("redline old.md none.md --exit-code", 2),
        ("redline old.md new.md --exit-code --format json", 1),
    ] {
        assert_eq!(desk.run(line).code, code, "{line}");
    }
    let said = desk.run("-q redline old.md new.md --exit-code");
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (1, "", ""));
    assert!(!desk.run("-q redline old.md new.md --exit-code --format list").out.is_empty());
    let said = desk.run("redline old.md wrapped.md");
    assert_eq!(
        said.err,
        "prfaq: note: nothing that is read differs, only line breaks, list marks or blank lines\n"
    );
}

#[test]
fn a_side_may_be_nothing_or_standard_input() {
    let desk = desk();
    let new = desk.run("redline /dev/null new.md --format list");
    assert!(new.out.starts_with("new.md compared with no file. "), "{}", new.out);
    let gone = desk.run("redline old.md /dev/null --exit-code -q");
    assert_eq!(gone.code, 1);
    let piped = desk.pipe(OLD, "redline - new.md --format list --name draft.md");
    assert!(
        piped.out.starts_with("draft.md, after compared with draft.md, before. 2 changes"),
        "{}",
        piped.out
    );
    desk.pipe(OLD, "redline - -").refused("standard input can be one of the two documents, not both");
    desk.pipe(OLD, "redline -").refused(
        "standard input was never another: name two documents (prfaq redline OLD NEW), or one in a git repository",
    );
    assert_eq!(desk.run("redline old.md new.md wrapped.md").code, 2);
}

#[test]
fn comments_say_what_they_are_about_and_suggestions_in_place_of_what() {
    let desk = desk();
    for act in [
        &["--suggest", "£3.90", "--on", "£4.90"][..],
        &["--suggest", "", "--on", "That is all."],
        &["--comment", "Who says so?", "--on", "It opens."],
    ] {
        let mut command = desk.command_of(PROGRAM);
        let said: Said =
            command.args(["review", "new.md", "--as", "Carl"]).args(act).output().unwrap().into();
        assert_eq!(said.code, 0, "{act:?}: {}", said.err);
    }
    let page = desk.run("redline old.md new.md --format html").out;
    for wanted in
        ["write \"£3.90\" in place of \"£4.90\"", "strike \"That is all.\"", "on \"It opens.\": Who says so?"]
    {
        assert!(page.replace("&quot;", "\"").contains(wanted), "{wanted}: {page}");
    }
}
