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

/// A template of a house's own.
const MEMO: &str = "---\ntemplate: memo\ntitle: Memo\nsummary: News for the team\nparts:\n  - {id: news, kind: news, heading: News, \
    required: true, ask: What is new?, tests: [has-number]}\nseverities: {jargon: error}\nfront-matter: [product]\n---\n\n# {{title}}\n\n\
    ## News\n\n{{news}}\n";

#[test]
fn a_project_has_templates_of_its_own() {
    let desk = Desk::with("templates/memo.md", MEMO);
    desk.write("templates/mail.html", "<p>{{ name }}</p>");
    desk.write("templates/notes.md", "# {{ no template }}\n");
    desk.write("prfaq.yml", "template: memo\n");
    let line = desk.run("templates");
    assert!(
        line.out.contains("\nmemo ") && line.out.contains("(project: templates/memo.md)"),
        "{}",
        line.out
    );
    assert_eq!((line.code, line.err.as_str()), (0, ""));
    assert!(desk.run("templates memo").out.contains("What is new?"));
    assert_eq!(desk.run("new memo --set news=None -o docs-memo.md").code, 0);
    desk.write("docs/a.md", "---\ntemplate: memo\n---\n# Box\n\n## News\n\nWe leverage the box.\n");
    for line in ["lint docs/a.md", "lint --template memo docs/a.md"] {
        let linted = desk.run(line);
        assert!(linted.out.contains("error[jargon]"), "{}", linted.out);
        assert!(linted.out.contains("[part-test] no number"), "{}", linted.out);
    }
    assert_eq!(desk.run("gate docs/a.md").code, 1);
    desk.write("docs/b.md", "---\ntemplate: memmo\n---\n# Box\n\n## News\n\nThe box has 2 lids.\n");
    let near = desk.run("lint docs/b.md");
    assert!(
        format!("{}{}", near.out, near.err).contains("did you mean \"memo\"?"),
        "{}{}",
        near.out,
        near.err
    );
}

#[test]
fn the_user_has_templates_too_and_the_project_stands_above_them() {
    let desk = Desk::new();
    desk.write("home/prfaq/templates/memo.md", MEMO);
    let run = |line: &str| {
        let mut command = desk.command();
        command.env("XDG_CONFIG_HOME", desk.path("home")).args(line.split(' '));
        let output = command.output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(run("templates").contains("(yours: home/prfaq/templates/memo.md)"), "{}", run("templates"));
    assert!(run("new memo").starts_with("---\ntemplate: memo\n"));
    desk.write("templates/memo.md", MEMO.replace("What is new?", "What is old?"));
    assert!(run("templates memo").contains("What is old?"));
}

#[test]
fn a_broken_template_is_refused_and_stops_nobody_else() {
    let desk = Desk::with("templates/memo.md", MEMO.replace("kind: news", "knid: news"));
    let said = desk.run("new memo");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("templates/memo.md:6:") && said.err.contains("knid"), "{}", said.err);
    assert!(said.err.contains('^'), "{}", said.err);
    let list = desk.run("templates");
    assert!(list.code == 2 && list.out.contains("prfaq ") && list.err.contains("templates/memo.md:6:"));
    desk.write("a.md", "# Box\n\nThe box opens.\n");
    assert_eq!(desk.run("lint a.md").code, 0);
    desk.write("b.md", "---\ntemplate: memo\n---\n# Box\n");
    let refused = desk.run("lint a.md b.md");
    let all = format!("{}{}", refused.out, refused.err);
    assert!(
        refused.code == 1
            && all.contains("error[front-matter] its template cannot be used: templates/memo.md:6:"),
        "{all}"
    );
}

/// What `prfaq` with the words of `line` says where `input` is typed.
fn typed(desk: &Desk, line: &str, input: &str) -> (Option<i32>, String, String) {
    let mut command = desk.command();
    let output = command.args(line.split(' ')).write_stdin(input).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn an_interview_fills_the_document() {
    let desk = Desk::new();
    let (code, out, err) =
        typed(&desk, "new one-pager --ask", "Nurses\n<\nNurses on nights\ncannot come\n.\n");
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("\ncustomer: Nurses on nights\n"), "{out}");
    assert!(out.contains("\nThey cannot come.\n") && out.contains("{{data}}"), "{out}");
    assert!(err.contains("1 of 8  Who is the customer") && err.contains("now: Nurses"), "{err}");
    let (code, _, _) = typed(&desk, "new --ask -o draft.md --set product=Lidd", "nurses\n");
    assert_eq!(code, Some(0));
    let draft = desk.read("draft.md");
    assert!(draft.contains("\nproduct: Lidd\n") && draft.contains("\ncustomer: nurses\n"), "{draft}");
    assert!(draft.starts_with("---\ntemplate: prfaq\n"));
}

#[test]
fn answers_are_not_lost_where_the_file_cannot_be_written() {
    let desk = Desk::new();
    let (code, out, err) = typed(&desk, "new prfaq --ask -o none/draft.md", "nurses\n");
    assert_eq!(code, Some(2));
    assert!(
        out.contains("\ncustomer: nurses\n") && err.contains("the folder none does not exist"),
        "{out}{err}"
    );
    desk.write("draft.md", "mine\n");
    let (code, out, err) = typed(&desk, "new prfaq --ask -o draft.md", "nurses\n");
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.contains("exists already") && !err.contains("1 of"), "asked before it was refused: {err}");
}
