//! `prfaq export --to docx`, read by the programs that people have: pandoc and LibreOffice, each where it is installed.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use crate::desk::Desk;
use crate::programs::said_by;
use crate::repo::Repo;

/// Its gate is open.
const FINISHED: &str = "waitback.md";

/// A part of the Word document `name`.
fn part(path: &Path, name: &str) -> Option<String> {
    let mut zip = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    zip.by_name(name).ok()?.read_to_string(&mut text).unwrap();
    Some(text)
}

fn pandoc(folder: &Path, file: &str, changes: &str, to: &str) -> Option<String> {
    said_by("pandoc", folder, &[&format!("--track-changes={changes}"), "--wrap=none", "-t", to, file])
}

/// The lines of a text with something in them: pandoc leaves the bullet of an item that is not there.
fn said_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !["", "-"].contains(&line.trim()))
}

#[test]
fn the_ending_or_an_option_of_its_own_makes_a_word_document() {
    let desk = Desk::with_example(FINISHED);
    assert_eq!(desk.run("export waitback.md -o page.DOCX --by Ann").code, 0);
    assert_eq!(desk.run("export waitback.md --no-embed --by Ann").code, 0);
    assert_eq!(desk.run("export waitback.md --to docx,html --by Ann --overwrite").code, 0);
    let core = part(&desk.path("page.DOCX"), "docProps/core.xml").unwrap();
    assert!(core.contains("<dc:creator>Ann</dc:creator>"), "{core}");
    assert!(part(&desk.path("page.DOCX"), "customXml/item1.xml").is_some());
    desk.run("export waitback.md --to html --pen --overwrite")
        .refused("--pen is for Word documents: add --to docx");
    desk.run("export waitback.md -o x.docx --reference-doc no.docx")
        .refused("--reference-doc no.docx: no such file");
    desk.run("export waitback.md -o x.docx --reference-doc waitback.md")
        .refused("--reference-doc waitback.md: no Word document (.docx)");
    assert!(!desk.has("x.docx"));
}

#[test]
fn the_same_document_is_written_in_the_same_bytes() {
    let desk = Desk::with_example(FINISHED);
    assert_eq!(desk.run("export waitback.md -o a.docx --by Ann").code, 0);
    assert_eq!(desk.run("export waitback.md -o b.docx --by Ann").code, 0);
    assert_eq!(fs::read(desk.path("a.docx")).unwrap(), fs::read(desk.path("b.docx")).unwrap());
}

#[test]
fn pandoc_reads_every_paragraph_heading_and_table() {
    let desk = Desk::with_example(FINISHED);
    assert_eq!(desk.run("export waitback.md -o a.docx --by Ann").code, 0);
    let Some(back) = pandoc(&desk.path(""), "a.docx", "all", "plain") else { return };
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let source = desk.read(FINISHED);
    let body = source.splitn(3, "---\n").last().unwrap();
    let missing: Vec<String> = words(body).into_iter().filter(|word| !words(&back).contains(word)).collect();
    assert!(missing.len() <= 3, "{missing:?}");
    let headings = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
    assert_eq!(headings(&pandoc(&desk.path(""), "a.docx", "all", "commonmark").unwrap()), headings(body));
}

/// A document in a repository, changed since its commit, with what two reviewers say.
fn reviewed() -> Repo {
    let repo = Repo::begun();
    let draft = "# Kettle boils tea\n\nCommuters wait for tea.\n\nIt costs $40 today.\n\n- one\n- two\n\nLast words.\n";
    repo.stage("draft.md", draft);
    repo.git("commit -q -m draft");
    let marked = "# Kettle boils tea\n\nCommuters wait {~~for~>in vain for~~}{>>@Bo Li 2027-02-01T10:00:00Z s_000001: Is it so?<<} \
        {==tea==}{>>@Cy 2027-02-01T11:00:00Z q_000002 question: Which?<<}{>>@Bo Li 2027-02-01T12:00:00Z c_000003 re q_000002: \
        Green.<<}.\n\nIt costs $45 today.\n\n- one\n- two\n- three\n";
    repo.write("marked.md", marked);
    repo.write(
        "draft.md",
        "# Kettle boils tea\n\nCommuters wait for tea.\n\nIt costs $45 today.\n\n- one\n- two\n- three\n",
    );
    let said = repo.run("review import marked.md --into draft.md --as Ann");
    assert_eq!(said.code, 0, "{}", said.err);
    repo
}

fn export(repo: &Repo, options: &str) {
    let line = format!("export draft.md -o a.docx --overwrite --waive all --by Ann --reason test {options}");
    let said = repo.run(&line);
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn pandoc_reads_back_every_change_and_comment() {
    let repo = reviewed();
    export(&repo, "--redline HEAD");
    let folder = repo.path("");
    let Some(all) = pandoc(&folder, "a.docx", "all", "markdown") else { return };
    for mark in [
        "[for]{.deletion author=\"Bo Li\" date=\"2027-02-01T10:00:00Z\"}",
        "[in vain for]{.insertion author=\"Bo Li\" date=\"2027-02-01T10:00:00Z\"}",
        "[Is it so?]{.comment-start id=\"0\" author=\"Bo Li\" date=\"2027-02-01T10:00:00Z\"}",
        "[? Which?]{.comment-start id=\"1\" author=\"Cy\"",
        "[Green.]{.comment-start id=\"2\" author=\"Bo Li\"",
        "[\\$40]{.deletion author=\"Ann\" ",
        "[\\$45]{.insertion author=\"Ann\" ",
        "[three]{.insertion author=\"Ann\" ",
        "[Last words.]{.deletion author=\"Ann\" ",
        "{.paragraph-insertion author=\"Ann\" ",
        "{.paragraph-deletion author=\"Ann\" ",
    ] {
        assert!(all.contains(mark), "{mark} in {all}");
    }
    let plain = |changes: &str| pandoc(&folder, "a.docx", changes, "plain").unwrap();
    let lines = |text: &str| -> Vec<String> { said_lines(text).map(str::to_owned).collect() };
    assert_eq!(
        lines(&plain("reject")),
        [
            "Kettle boils tea",
            "Commuters wait for tea.",
            "It costs $40 today.",
            "-   one",
            "-   two",
            "Last words."
        ]
    );
    assert_eq!(
        lines(&plain("accept")),
        [
            "Kettle boils tea",
            "Commuters wait in vain for tea.",
            "It costs $45 today.",
            "-   one",
            "-   two",
            "-   three"
        ]
    );
    assert!(part(&repo.path("a.docx"), "word/settings.xml").unwrap().contains("<w:trackRevisions/>"));
}

#[test]
fn a_committed_change_is_its_committers() {
    let repo = reviewed();
    repo.git_with(&["-c", "user.name=x", "commit", "-q", "-a", "-m", "two", "--author=Dee <d@example.com>"]);
    export(&repo, "--redline HEAD~1 --no-reviews");
    let body = part(&repo.path("a.docx"), "word/document.xml").unwrap();
    assert!(body.contains("w:author=\"Dee\"") && !body.contains("Bo Li"), "{body}");
    assert!(part(&repo.path("a.docx"), "word/comments.xml").is_none());
    repo.write("old.md", "# Kettle boils tea\n");
    export(&repo, "--redline old.md");
    let Some(back) = pandoc(&repo.path(""), "a.docx", "reject", "plain") else { return };
    assert_eq!(said_lines(&back).collect::<Vec<_>>(), ["Kettle boils tea"]);
    let said = repo.run("export draft.md -o b.docx --redline nonsense --waive all --by A --reason b");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("nonsense"), "{}", said.err);
}

#[test]
fn libreoffice_opens_it_and_keeps_changes_comments_and_markdown() {
    let repo = reviewed();
    export(&repo, "--redline HEAD");
    let (folder, convert) = (repo.path(""), ["--headless", "--norestore", "--convert-to"]);
    let to = |format: &str, out: &str| {
        let args: Vec<&str> = convert.into_iter().chain([format, "--outdir", out, "a.docx"]).collect();
        said_by("soffice", &folder, &args)
    };
    if to("fodt", ".").is_none() {
        return;
    }
    let flat = repo.read("a.fodt");
    let count = |what: &str| flat.matches(what).count();
    // for, $40, Last words; in vain for, $45, three: some with their paragraph.
    assert!(count("<text:deletion>") >= 3 && count("<text:insertion>") >= 3, "{flat}");
    assert_eq!(count("<office:annotation "), 3);
    assert!(flat.contains("text:outline-level=\"1\""));
    to("docx", "back");
    let path = folder.join("back/a.docx");
    let body = part(&path, "word/document.xml").unwrap();
    assert_eq!(body.matches("<w:commentRangeStart ").count(), 3);
    for words in ["in vain for", "$45", "three"] {
        assert!(body.contains(words), "{words}");
    }
    assert!(body.matches("<w:del ").count() >= 3 && body.matches("<w:ins ").count() >= 3);
    let embedded = part(&path, "customXml/item1.xml").unwrap();
    assert!(
        embedded.contains("urn:prfaq:export:1") && embedded.contains("It costs $40 today."),
        "{embedded}"
    );
}

#[test]
fn a_house_document_lends_its_styles() {
    let desk = Desk::with_example(FINISHED);
    let made = said_by(
        "pandoc",
        &desk.path(""),
        &["-o", "house.docx", "--print-default-data-file", "reference.docx"],
    );
    if made.is_none() {
        return;
    }
    let said = desk.run("export waitback.md -o a.docx --by Ann --reference-doc house.docx");
    assert_eq!(said.code, 0, "{}", said.err);
    let (styles, body) = (
        part(&desk.path("a.docx"), "word/styles.xml").unwrap(),
        part(&desk.path("a.docx"), "word/document.xml").unwrap(),
    );
    assert!(styles.contains("w:styleId=\"Abstract\""), "the house's own");
    assert!(styles.contains("w:styleId=\"TableContents\""), "and ours");
    for used in body.split("Style w:val=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert_eq!(styles.matches(&format!("w:styleId=\"{used}\"")).count(), 1, "{used}");
    }
    assert!(part(&desk.path("a.docx"), "word/theme/theme1.xml").is_some());
    let back = pandoc(&desk.path(""), "a.docx", "all", "commonmark").unwrap();
    assert!(back.lines().any(|line| line.starts_with("# ")), "{back}");
}
