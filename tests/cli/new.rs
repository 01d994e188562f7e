//! `prfaq new`: a document from a template, and never over another one.

use prfaq::template;

use crate::desk::Desk;

#[test]
fn without_a_template_they_are_listed() {
    let desk = Desk::new();
    let said = desk.run("new");
    assert_eq!((said.code, &said.out), (0, &desk.run("templates").out));
    for builtin in template::builtin() {
        assert!(said.out.lines().any(|line| line.starts_with(builtin.name)), "{}", builtin.name);
    }
    assert_eq!(desk.run("new -o x.md").code, 2);
}

#[test]
fn every_template_makes_a_document_that_is_judged_by_it() {
    for builtin in template::builtin() {
        let desk = Desk::new();
        let name = builtin.name;
        let said = desk.run(&format!("new {name} -o draft.md"));
        assert_eq!(said.code, 0, "{}", said.err);
        assert_eq!(
            said.out,
            format!("draft.md: written from the template {name}; open it with `prfaq draft.md`\n")
        );
        assert_eq!(desk.run(&format!("new {name}")).out, desk.read("draft.md"));
        let linted = desk.run("lint draft.md");
        assert_eq!(linted.code, 1, "{name}");
        assert!(linted.out.contains("error[placeholder]"), "{}", linted.out);
        assert!(!linted.out.contains("[missing-part]"), "{}", linted.out);
        assert_eq!(desk.run("gate draft.md").code, 1);
    }
}

#[test]
fn answers_fill_placeholders() {
    let desk = Desk::new();
    let mut command = desk.command();
    command.args(["new", "prfaq", "--set", "product=Melinda", "--set", "company=Blue Corp"]);
    let text = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert!(
        text.contains("Melinda") && text.contains("Blue Corp") && !text.contains("{{product}}"),
        "{text}"
    );
}

#[test]
fn a_file_is_never_written_over_unasked() {
    let desk = Desk::with("draft.md", "mine\n");
    desk.run("new prfaq -o draft.md")
        .refused("draft.md: exists already; choose another name, or add --overwrite");
    assert_eq!(desk.read("draft.md"), "mine\n");
    assert_eq!(desk.run("-q new prfaq -o draft.md --overwrite").out, "");
    assert!(desk.read("draft.md").starts_with("---\n"));
    desk.run("new prfaq -o none/draft.md")
        .refused("none/draft.md: the folder none does not exist; make it first");
}

#[test]
fn wrong_names_are_guessed() {
    let desk = Desk::new();
    desk.run("new prfqa").refused("unknown template `prfqa`; did you mean `prfaq`?");
    desk.run("templates novel").refused("unknown template `novel`; `prfaq templates` lists what there is");
    desk.run("lint --template press-realese x.md")
        .refused("unknown template `press-realese`; did you mean `press-release`?");
    desk.run("new prfaq --set prodcut=Box")
        .refused("--set prodcut: there is no such placeholder; did you mean `product`?");
    desk.run("new prfaq --set product").refused("--set product: write NAME=TEXT");
    desk.run("rules weasle").refused("unknown rule `weasle`; did you mean `weasel`?");
    desk.run("rules spelling").refused("unknown rule `spelling`; `prfaq rules` lists what there is");
    for line in ["lnit", "lnit x.md", "-q lnit x.md y.md"] {
        assert!(
            desk.run(line).err.starts_with("error: there is no command `lnit`; did you mean `lint`?"),
            "{line}"
        );
    }
    assert!(desk.run("lint --formt json").err.contains("--format"));
}
