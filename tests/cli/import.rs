//! `prfaq import`: Word documents of other programs as drafts, and back into the reviews of the draft they came from.

use std::fs;
use std::path::Path;

use crate::desk::Desk;

/// A desk with the Word document `name` of another program on it, as `theirs.docx`.
fn desk(name: &str) -> Desk {
    let desk = Desk::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/word").join(name);
    fs::copy(from, desk.path("theirs.docx")).unwrap();
    desk
}

#[test]
fn a_document_of_another_hand_becomes_a_draft_and_none_is_written_over() {
    let desk = desk("pandoc-plain.docx");
    let said = desk.run("import theirs.docx");
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "theirs.md: written; open it with `prfaq theirs.md`\n"),
        "{}",
        said.err
    );
    let draft = desk.read("theirs.md");
    assert!(draft.starts_with("---\ntitle: \"Kettle One\"\n---\n\n# Kettle One\n"), "{draft}");
    assert_eq!(desk.run("import theirs.docx -o -").out, draft);
    desk.run("import theirs.docx")
        .refused("theirs.md: exists already; choose another name, or add --overwrite");
    assert_eq!(desk.run("-q import theirs.docx --overwrite").out, "");
}

#[test]
fn what_is_no_word_document_is_refused_in_words() {
    let desk = Desk::with("draft.md", "# Text\n");
    desk.run("import draft.md")
        .refused("draft.md: this is no Word document (.docx), or the end of it is missing");
    desk.run("import none.docx").refused("none.docx: no such file");
    fs::write(desk.path("old.doc"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").unwrap();
    assert!(desk.run("import old.doc").err.contains("Word before 2007"));
}

#[test]
fn changes_and_comments_stand_beside_a_new_draft() {
    let desk = desk("libreoffice-tracked.docx");
    let said = desk.run("import theirs.docx -o draft.md");
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(
        said.out,
        "draft.md: written; open it with `prfaq draft.md`\n\
         draft.md: 6 suggestions, 2 comments, 0 silent edits; `prfaq review draft.md --walk` goes through them\n"
    );
    assert!(desk.read("draft.md").contains("It costs little money and boils a cup."));
    let bo = desk.read("draft.reviews/bo-berg.yml");
    assert!(
        bo.contains("kind: question") && bo.contains("Who counted?") && bo.contains("status: resolved"),
        "{bo}"
    );
    let listed = desk.run("review draft.md --list").out;
    assert!(listed.contains("£29"), "{listed}");
    assert!(desk.run("import theirs.docx -o -").err.contains("not kept"));
}

#[test]
fn a_returned_document_is_read_into_the_reviews_and_only_once() {
    let desk = desk("pandoc-tracked.docx");
    let draft = "---\nproduct: Kettle\n---\n# Kettle One\n\n<!-- a remark that stays -->\nIt costs little and boils a cup of\nwater.\n\n\
        Nothing much else is hard here.\n\nThe end is quite near.\n\n[ref]: https://a.example\n";
    desk.write("draft.md", draft);
    let said = desk.run("import theirs.docx --into draft.md");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("no copy of the Markdown"), "{}", said.err);
    assert!(
        said.out.starts_with("draft.md: 3 suggestions, 2 comments, 1 silent edit (saved last by "),
        "{}",
        said.out
    );
    assert_eq!(desk.read("draft.md"), draft, "the draft itself stays as it is");
    let again = desk.run("import theirs.docx --into draft.md");
    assert_eq!(again.out, "draft.md: nothing new came back; 6 are there already\n", "{}", again.err);
    let taken = desk.read("draft.reviews/ann-lee.yml");
    let id = taken.lines().find(|line| line.contains("id: s_")).unwrap().split(": ").nth(1).unwrap().trim();
    assert_eq!(desk.run(&format!("review draft.md --accept {id} --as Ann")).code, 0);
    assert!(
        desk.read("draft.md").contains("It costs £29 and boils a cup of\nwater."),
        "{}",
        desk.read("draft.md")
    );
}

#[test]
fn word_documents_are_compared_by_their_markdown() {
    let desk = desk("pandoc-plain.docx");
    fs::copy(desk.path("theirs.docx"), desk.path("same.docx")).unwrap();
    assert_eq!(desk.run("redline theirs.docx same.docx --exit-code").code, 0);
    desk.run("import theirs.docx -o draft.md");
    assert_eq!(desk.run("redline theirs.docx draft.md --exit-code").code, 0);
    desk.write("draft.md", desk.read("draft.md").replace("forty seconds", "a minute"));
    let said = desk.run("redline theirs.docx draft.md --format list");
    assert!(said.out.contains("a minute"), "{} {}", said.out, said.err);
}

/// A draft that Word has no words for: front matter, a comment, a link by reference, a table, a note.
const DRAFT: &str = "---\nproduct: Kettle One\n---\n# Kettle One boils a cup in forty seconds\n\n<!-- a remark that stays -->\n\
    **LEEDS, UK — 5 May 2027** — Kettle One heats one *cup* of water, and nothing\nelse. It costs little money.\n\n\
    ## Problem\n\nMany people who live alone boil a litre to drink a quarter[^1]. See [our count][c].\n\n\
    - One thing\n- Two things\n\n| Cup | Seconds |\n|---|---|\n| Small | 30 |\n\n[^1]: Counted in 40 homes.\n\n[c]: https://a.example/count\n";

/// A desk with the draft, what two people say of it, and the Word document made of both.
fn sent() -> Desk {
    let desk = Desk::with("draft.md", DRAFT);
    for line in [
        "review draft.md --as Ann --suggest £29 --on |little money| --why |Say how much.|",
        "review draft.md --as Bo --suggest |Those| --on |Many people|",
        "review draft.md --as Bo --ask |Who counted?| --on |boil a litre|",
        "review draft.md --as Ann --comment |Which two?| --on |Two things|",
    ] {
        let mut command = desk.command();
        let quoted = line.split('|').enumerate();
        for (nth, piece) in quoted {
            if nth % 2 == 1 {
                command.arg(piece);
            } else {
                command.args(piece.split_whitespace());
            }
        }
        let said = command.output().unwrap();
        assert!(said.status.success(), "{line}: {}", String::from_utf8_lossy(&said.stderr));
    }
    let listed = desk.run("review draft.md --list").out;
    let question = listed.split_whitespace().find(|word| word.starts_with("q_")).unwrap();
    let said = desk.run(&format!("review draft.md --as Ann --reply {question} Everybody."));
    assert_eq!(said.code, 0, "{}", said.err);
    let said = desk.run("export draft.md -o sent.docx --waive all --by Ann --reason test");
    assert_eq!(said.code, 0, "{}", said.err);
    desk
}

/// Imports `file` twice into the draft without its reviews: what was sent out comes back, once.
fn comes_back(desk: &Desk, file: &str) {
    let draft = desk.read("draft.md");
    let before = desk.run("review draft.md --list").out;
    let known = desk.run(&format!("import {file} --into draft.md"));
    assert!(known.out.contains("nothing new came back"), "{}{}", known.out, known.err);
    fs::rename(desk.path("draft.reviews"), desk.path("old.reviews")).unwrap();
    let said = desk.run(&format!("import {file} --into draft.md"));
    assert!(
        said.out.starts_with("draft.md: 2 suggestions, 3 comments, 0 silent edits"),
        "{}{}",
        said.out,
        said.err
    );
    assert_eq!(desk.read("draft.md"), draft);
    let lines = |listed: &str| -> Vec<String> {
        let without_id =
            |line: &str| line.split(' ').filter(|word| !word.contains('_')).collect::<Vec<_>>().join(" ");
        listed.lines().map(without_id).collect()
    };
    assert_eq!(lines(&desk.run("review draft.md --list").out), lines(&before));
}

#[test]
fn parts_that_were_never_sent_do_not_look_deleted() {
    let draft = "# Kettle One boils a cup in forty seconds\n\nKettle One heats one cup of water, and nothing else at all.\n\n\
        ## Problem\n\nMany people who live alone boil a litre to drink a quarter.\n\n## Internal FAQ\n\n\
        ### What does it cost us?\n\nThe margin is eleven per cent at ten thousand pieces.\n";
    let desk = Desk::with("draft.md", draft);
    let part = "export draft.md -o sent.docx --no-embed --parts release --waive all --by Ann --reason test";
    let said = desk.run(part);
    assert_eq!(said.code, 0, "{}", said.err);
    let said = desk.run("import sent.docx --into draft.md");
    assert!(said.out.contains("nothing new came back"), "{}{}", said.out, said.err);
    assert!(said.err.contains("left as it is in the draft: internal FAQ"), "{}", said.err);
    // What is there is still compared.
    let whole = desk.read("draft.md").replace("a litre", "a whole litre");
    desk.write("draft.md", whole);
    let said = desk.run("import sent.docx --into draft.md");
    assert!(said.out.contains("1 silent edit"), "{}{}", said.out, said.err);
}

#[test]
fn what_was_sent_out_comes_back_as_it_was() {
    let desk = sent();
    comes_back(&desk, "sent.docx");
}

#[test]
fn what_was_sent_out_comes_back_through_libreoffice() {
    let desk = sent();
    let made = std::process::Command::new("soffice")
        .args(["--headless", "--convert-to", "docx", "--outdir", "back", "sent.docx"])
        .arg(format!("-env:UserInstallation=file://{}", desk.path("profile").display()))
        .current_dir(desk.path(""))
        .output();
    if made.is_err() {
        eprintln!("note: LibreOffice is not here; what it saves is not read");
        return;
    }
    fs::rename(desk.path("back/sent.docx"), desk.path("returned.docx")).unwrap();
    comes_back(&desk, "returned.docx");
}

#[test]
fn what_was_made_from_another_draft_is_not_taken_in() {
    let desk = Desk::with_example("waitback.md");
    assert_eq!(desk.run("-q export waitback.md --to docx").code, 0);
    let other = include_str!("../../examples/fivescrew.md");
    desk.write("other.md", other);
    let said = desk.run("import waitback.docx --into other.md");
    said.refused(
        "other.md: hardly any words of the document stand in it; name the draft that it was made from, or leave out --into",
    );
    let mut names: Vec<_> =
        fs::read_dir(desk.path("")).unwrap().map(|one| one.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, [".git", "other.md", "waitback.docx", "waitback.md"]);
    assert_eq!(desk.run("import waitback.docx --into waitback.md").code, 0);
}
