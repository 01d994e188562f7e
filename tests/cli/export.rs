//! `prfaq export` and `prfaq gate`: the score, the verdict, and nothing written while the gate is closed.

use std::fs;

use crate::desk::Desk;

/// A flawed draft: its gate is closed.
const DRAFT: &str = "waitback-draft.md";
/// The finished version: its gate is open.
const FINISHED: &str = "waitback.md";

#[test]
fn the_gate_says_yes_or_no_and_why() {
    let said = Desk::with_example(DRAFT).run("gate waitback-draft.md");
    assert_eq!(said.code, 1);
    assert!(said.out.contains("missing: customer-quote"), "{}", said.out);
    assert!(said.out.ends_with("waitback-draft.md: the gate is closed\n"), "{}", said.out);
    let said = Desk::with_example(FINISHED).run("gate waitback.md");
    assert_eq!(said.code, 0);
    assert!(said.out.ends_with("waitback.md: the gate is open\n"), "{}", said.out);
    assert_eq!(Desk::with_example(FINISHED).run("-q gate waitback.md").out, "");
}

#[test]
fn a_closed_gate_writes_nothing() {
    let desk = Desk::with_example(DRAFT);
    for line in ["--to html", "--to md,json", "-o page.html", "--to html -o -"] {
        let said = desk.run(&format!("export {DRAFT} {line}"));
        assert_eq!(said.code, 1, "{line}");
        assert!(said.err.contains("--waive all --by NAME --reason TEXT"), "{}", said.err);
        assert!(!said.out.contains("<html") && !said.out.contains("written"), "{}", said.out);
    }
    let files = fs::read_dir(desk.path("")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut files: Vec<_> = files.collect();
    files.sort();
    assert_eq!(files, [".git", DRAFT]);
}

#[test]
fn a_waiver_that_lifts_nothing_is_refused() {
    let desk = Desk::with_example(DRAFT);
    let said = desk.run(&format!("export {DRAFT} --to html --waive erors --by Ann --reason why"));
    assert_eq!(said.code, 2);
    assert!(said.err.contains("did you mean `errors`? The checks are all, "), "{}", said.err);
    let said = desk.run(&format!("export {DRAFT} --to html --waive nonsense --by Ann --reason why"));
    assert!(said.err.contains("`prfaq rules` lists what there is. The checks are all, "), "{}", said.err);
    let said = desk.run(&format!("export {DRAFT} --to html --waive all --by= --reason=why"));
    assert_eq!(said.code, 2);
    assert!(said.err.contains("--by and --reason must say who and why"), "{}", said.err);
}

#[test]
fn a_named_person_lifts_the_gate_and_that_is_recorded() {
    let desk = Desk::with_example(DRAFT);
    let mut command = desk.command();
    command.args(["export", DRAFT, "--to", "html,md,json", "--waive", "all"]);
    command.args(["--by", "Ann <Lee>", "--reason", "board: \"at nine\" --> now"]);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.contains("waitback-draft.md: the gate is lifted\n"), "{out}");
    let page = desk.read("waitback-draft.html");
    assert!(
        page.contains("Ann &lt;Lee&gt;") && page.contains("now"),
        "the page does not say who lifted the gate"
    );
    assert!(!page.contains("Ann <Lee>"));
    assert!(desk.read("waitback-draft.export.md").contains("Ann <Lee>"));
    let model: serde_json::Value = serde_json::from_str(&desk.read("waitback-draft.json")).unwrap();
    let waiver = &model["gate"]["waivers"][0];
    assert_eq!((&waiver["by"], &waiver["waive"]), (&"Ann <Lee>".into(), &"all".into()));
    assert_eq!(waiver["reason"], "board: \"at nine\" --> now");
}

#[test]
fn lifting_takes_a_name_and_a_reason() {
    let desk = Desk::with_example(DRAFT);
    for line in ["--waive all", "--waive all --by Ann", "--waive all --reason late", "--by Ann --reason late"]
    {
        let said = desk.run(&format!("export {DRAFT} --to html {line}"));
        assert_eq!(said.code, 2, "{line}");
        assert!(!desk.has("waitback-draft.html"), "{line}");
    }
}

#[test]
fn an_open_gate_writes_beside_the_document() {
    let desk = Desk::with_example(FINISHED);
    let source = desk.read(FINISHED);
    let said = desk.run("export waitback.md --to html,md,json");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for name in ["waitback.html", "waitback.export.md", "waitback.json"] {
        assert!(said.out.contains(&format!("{name}: written\n")), "{}", said.out);
        assert!(desk.has(name), "{name}");
    }
    assert_eq!(desk.read(FINISHED), source);
    desk.run("-q export waitback.md --to html")
        .refused("waitback.html: exists already; choose another name, or add --overwrite");
    assert_eq!(desk.run("export waitback.md --to html --overwrite").code, 0);
}

#[test]
fn nothing_is_said_of_a_gate_where_nothing_can_be_written() {
    let desk = Desk::with_example("waitback-draft.md");
    desk.write("page.html", "mine");
    fs::create_dir(desk.path("folder.html")).unwrap();
    let lifted = "--waive all --by Ann --reason meeting";
    for (output, problem) in [
        ("page.html", "page.html: exists already"),
        ("folder.html", "folder.html: this is a folder"),
        ("none/page.html", "none/page.html: the folder none does not exist; make it first"),
    ] {
        let said = desk.run(&format!("export waitback-draft.md -o {output} {lifted}"));
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{output}");
        assert!(said.err.contains(problem) && !said.err.contains("lift"), "{}", said.err);
    }
    assert_eq!(desk.read("page.html"), "mine");
}

#[test]
fn what_is_public_has_nothing_for_colleagues_in_any_format() {
    let secret = "# Questions colleagues ask\n\n## What do we earn?\n\nSECRET TBD £4[^s] of [each](https://a.example/SECRET), see [ours].\n\n\
        <!-- prfaq-disable-next-line hype -- SECRET -->\n\n[^s]: SECRET note.\n\n[ours]: https://b.example/SECRET\n\n";
    let desk = Desk::with_example(FINISHED);
    let text = desk.read(FINISHED).replace("terms: [", "terms: [SECRET, ");
    desk.write(FINISHED, format!("{}\n\n{secret}", text.trim_end()));
    let waive = "--waive all --by SECRET --reason SECRET --no-record";
    let said = desk.run(&format!("export waitback.md --to html,md,wiki,txt,json --public {waive}"));
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("left out: ") && said.out.contains("internal-faq"), "{}", said.out);
    for name in
        ["waitback.html", "waitback.export.md", "waitback.wiki.md", "waitback.export.txt", "waitback.json"]
    {
        let written = desk.read(name);
        assert!(!written.contains("SECRET"), "{name}: {}", &written[written.find("SECRET").unwrap() - 80..]);
        assert!(written.contains("Waitback"), "{name}");
    }
    let page = desk.read("waitback.html");
    assert!(!page.contains("<footer>") && !page.contains("prfaq:"), "{page}");
    let model: serde_json::Value = serde_json::from_str(&desk.read("waitback.json")).unwrap();
    assert!(model["score"].is_null() && model["parts"][0]["flesch_reading_ease"].is_null(), "{model:#}");
}

#[test]
fn parts_are_chosen_by_name() {
    let desk = Desk::with_example(FINISHED);
    let run = |parts: &str| desk.run(&format!("-q export waitback.md --to md -o - --parts {parts}"));
    let problem = run("problem").out;
    assert!(problem.contains("## Problem") && !problem.contains("## Solution"), "{problem}");
    let release = run("release").out;
    assert!(release.contains("## Solution") && !release.contains("Questions"), "{release}");
    run("problm").refused("--parts: the document has no part `problm`; did you mean `problem`?");
    let both = run("headline,external-faq").out;
    assert!(both.contains("# Waitback") || both.starts_with("---"), "{both}");
    assert!(both.contains('?') && !both.contains("## Problem"), "{both}");
}

#[test]
fn a_press_release_has_no_working_headings_and_an_end() {
    let desk = Desk::with_example(FINISHED);
    let run = |to: &str| desk.run(&format!("-q export waitback.md --to {to} -o - --press-release"));
    for to in ["md", "html", "txt"] {
        let out = run(to).out;
        assert!(!out.contains("Problem") && !out.contains("Solution"), "{to}: {out}");
        assert!(out.replace('\\', "").contains("###"), "{to}: {out}");
        assert!(!out.contains("colleagues"), "a release with questions: {out}");
    }
    let with =
        desk.run("-q export waitback.md --to txt -o - --press-release --parts release,external-faq").out;
    assert!(with.contains("###") && with.contains("What does it cost?"), "{with}");
    let text = run("txt").out;
    assert!(text.trim_end().ends_with("\n###"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 72 || line.contains("://")), "{text}");
    assert!(text.lines().nth(1).is_some_and(|line| line.starts_with("====")), "{text}");
}

#[test]
fn a_verdict_tells_figures_thresholds_and_what_helps_most() {
    let desk = Desk::with_example("waitback-draft.md");
    let said = desk.run("gate waitback-draft.md");
    for line in [
        "  note   flesch-kincaid-grade         8.1  at most 12, better 8\n",
        "  closed errors ",
        "  closed missing-part             9 of 10  all\n",
        "  what would help most:\n",
        "write the part that is missing: customer-quote",
    ] {
        assert!(said.out.contains(line), "{line}\n{}", said.out);
    }
    assert!(said.out.contains("\n  3. ") && !said.out.contains("\n  4. "), "{}", said.out);
    desk.write("short.md", "---\ntemplate: one-pager\n---\n# Box\n\nThe box is red. It is by the door.\n");
    let short = desk.run("gate short.md").out;
    assert!(
        short.contains("few") && short.contains("Under 200 words reading ease and grade close nothing"),
        "{short}"
    );
}

#[test]
fn a_waiver_is_kept_in_the_front_matter() {
    let desk = Desk::with_example("waitback-draft.md");
    let run = |more: &str| {
        let mut command = desk.command();
        command.args([
            "export",
            "waitback-draft.md",
            "--to",
            "html",
            "--overwrite",
            "--waive",
            "all",
            "--by",
            "Ann Lee",
        ]);
        command.args(["--reason", "board: at nine"]).args(more.split_whitespace());
        crate::desk::Said::from(command.output().unwrap())
    };
    let before = desk.read("waitback-draft.md");
    assert_eq!(run("--no-record").code, 0);
    assert_eq!(desk.read("waitback-draft.md"), before);
    let said = run("");
    assert!(said.out.contains("the waiver is kept in its front matter"), "{}{}", said.out, said.err);
    let after = desk.read("waitback-draft.md");
    assert!(
        after.contains("  - waive: placeholder\n    by: Ann Lee\n    reason: \"board: at nine\"\n"),
        "{after}"
    );
    assert!(!after.contains("waive: all"), "only what was there: {after}");
    assert!(!run("").out.contains("kept"), "once is enough");
    assert_eq!(desk.read("waitback-draft.md"), after);
    assert_eq!(desk.run("gate waitback-draft.md").code, 0);
}

#[test]
fn the_document_itself_is_never_overwritten() {
    let desk = Desk::with_example(FINISHED);
    desk.run("export waitback.md -o waitback.md --overwrite")
        .refused("waitback.md: this is the document itself; choose another name");
}

#[test]
fn standard_output_gets_the_document_and_nothing_else() {
    let desk = Desk::with_example(FINISHED);
    let said = desk.run("export waitback.md --to html -o -");
    assert_eq!(said.code, 0);
    assert!(said.out.starts_with("<!DOCTYPE html>") && said.out.trim_end().ends_with("</html>"));
    assert!(said.err.contains("the gate is open"), "{}", said.err);
    let piped = desk.pipe(desk.read(FINISHED), "-q export - --to json");
    assert!(serde_json::from_str::<serde_json::Value>(&piped.out).is_ok());
    assert_eq!(piped.err, "");
}

#[test]
fn the_ending_names_the_format() {
    let desk = Desk::with_example(FINISHED);
    assert_eq!(desk.run("export waitback.md -o page.HTML").code, 0);
    assert!(desk.read("page.HTML").starts_with("<!DOCTYPE html>"));
    desk.run("export waitback.md").refused("which format? Add --to with docx, html, md, wiki, txt or json");
    desk.run("export waitback.md -o page.pdf")
        .refused("page.pdf: PDF is not written here; write html or docx, and print that");
    desk.run("export waitback.md -o page.odt")
        .refused("page.odt: its ending names no format; add --to with docx, html, md, wiki, txt or json");
    desk.run("export waitback.md --to html -o page.docx")
        .refused("page.docx: the name says docx, --to says html");
    assert!(!desk.has("page.docx"));
    assert_eq!(desk.run("export waitback.md --to wiki -o page.md").code, 0);
    desk.run("export waitback.md --to html,md -o page")
        .refused("--output takes one format; leave it out to write several");
}

#[test]
fn a_page_runs_nothing_and_loads_nothing() {
    let text = "# Notes\n\nA <b onclick=\"x()\">b</b> <script>alert(1)</script> [a](javascript:alert(1)) \
        [d](data:text/html,x) ![p](https://example.com/p.png) [ok](https://example.com).\n\n\
        <iframe src=\"https://example.com\"></iframe>\n";
    let page = Desk::with("notes.md", text).run("-q export notes.md --to html -o -").out;
    for bad in ["<script", "<iframe", "<b onclick", "href=\"javascript", "href=\"data:", "<img", "src=\"http"]
    {
        assert!(!page.contains(bad), "{bad}");
    }
    assert!(page.contains("&lt;script&gt;") && page.contains("href=\"https://example.com\""), "{page}");
}

#[test]
fn wikis_get_what_they_know_and_who_lifted_the_gate_at_the_end() {
    let desk = Desk::with_example(DRAFT);
    let mut command = desk.command();
    command.args(["export", DRAFT, "--to", "wiki", "--waive", "all"]);
    command.args(["--by", "Ann Lee", "--reason", "board *meets*"]);
    assert_eq!(command.output().unwrap().status.code(), Some(0));
    let page = desk.read("waitback-draft.wiki.md");
    assert!(page.starts_with("# Northmoor Buses"), "{page}");
    assert!(
        page.contains("Ann Lee waived every check on ") && page.ends_with(": board \\*meets\\*\n"),
        "{page}"
    );
    assert!(!page.contains("<!--") && !page.contains("waivers:"), "{page}");
}
