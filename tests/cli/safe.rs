//! Nothing from a document, a file name or an argument steers the terminal.

use std::process::Output;

use crate::desk::Desk;

/// Sets a title, clears the screen, rings, erases, turns the reading direction; ESC, CSI and OSC in both forms.
const EVIL: &str = "x\u{1b}]0;title\u{7}\u{1b}[2J\u{9b}31m\u{9d}52;c;\u{9c}\u{8}\u{7f}\u{202e}y\u{2066}";

/// What is in `bytes` that a terminal might obey; the program's own colours, as `style` writes them, aside.
fn obeyed(bytes: &[u8]) -> Vec<char> {
    let mut text = std::str::from_utf8(bytes).unwrap().to_owned();
    let colour = regex::Regex::new("\u{1b}\\[[0-9;]*m").unwrap();
    text = colour.replace_all(&text, "").into_owned();
    let direction =
        |c: char| matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|&c| (c.is_control() && c != '\n') || direction(c)).collect()
}

#[track_caller]
fn is_safe(output: &Output, what: &str) {
    assert_eq!((obeyed(&output.stdout), obeyed(&output.stderr)), (Vec::new(), Vec::new()), "{what}");
    assert!(!(output.stdout.is_empty() && output.stderr.is_empty()), "{what} says nothing");
}

/// A document that brings [`EVIL`] into every message that quotes it.
fn document() -> String {
    format!(
        "---\ntemplate: prfaq\nproduct: Box\ncompetitors: [Boxly]\n---\n# We leverage {EVIL}\n\n\
         In order {EVIL} to help, we leverage {EVIL} synergy {EVIL}. Boxly{EVIL} is worse, TBD [{EVIL}].\n\n\
         # FAQ\n\n## Is{EVIL} it safe?\n\nAbsolutely{EVIL}.\n\n<!-- prfaq-disable {EVIL} -->\n"
    )
}

#[test]
fn text_of_a_document_is_written_out() {
    let desk = Desk::with("draft.md", document());
    for line in [
        "draft.md",
        "lint draft.md",
        "lint draft.md --color always",
        "lint draft.md --format json",
        "score draft.md",
        "score draft.md --format json",
        "gate draft.md",
        "fix draft.md --diff --color always",
        "fix draft.md --ask",
        "fix draft.md",
        "export draft.md --to json -o - --waive all --by Ann --reason late",
        "export draft.md --to html -o - --waive all --by Ann --reason late",
    ] {
        let output = desk.command().args(line.split_whitespace()).output().unwrap();
        is_safe(&output, line);
    }
}

#[test]
fn names_and_arguments_are_written_out() {
    let name = format!("{}.md", EVIL.replace('/', ""));
    let desk = Desk::with(&name, document());
    let broken = format!("broken{name}");
    desk.write(&broken, b"\xff");
    for line in [
        vec!["lint", "@"],
        vec!["lint", "@", "--format", "json"],
        vec!["lint", "."],
        vec!["lint", "broken@", "none@"],
        vec!["score", "@", "broken@"],
        vec!["gate", "@"],
        vec!["@"],
        vec!["export", "@", "--to", "html", "--waive", "all", "--by", "@", "--reason", "@"],
        vec!["export", "@", "--to", "@"],
        vec!["export", "none@", "-o", "@"],
        vec!["new", "prfaq", "-o", "@"],
        vec!["new", "@"],
        vec!["new", "prfaq", "--set", "@=x"],
        vec!["new", "prfaq", "--set", "@"],
        vec!["rules", "@"],
        vec!["templates", "@"],
        vec!["completions", "@"],
        vec!["fix", "@"],
        vec!["fix", "@", "--ask"],
        vec!["fix", "@", "none@", "--rule", "@"],
        vec!["lint", "--template", "@"],
        vec!["lint", "--config", "@", "@"],
        vec!["lint", "--config", "none@", "@"],
        vec!["lint", "--@"],
        vec!["--color", "@"],
        vec!["-@"],
    ] {
        let arguments = line.iter().map(|argument| argument.replace('@', &name));
        is_safe(&desk.command().args(arguments).output().unwrap(), &line.join(" "));
    }
}

#[test]
fn a_configuration_is_quoted_safely() {
    let desk = Desk::with("draft.md", "Words.\n");
    let configurations = [
        format!("{EVIL}: 1\n"),
        "rules:\n  \"jar\\egon\\u009b\": off\n".to_owned(),
        format!("packs: [\"{EVIL}\"]\n"),
    ];
    for text in configurations {
        desk.write("prfaq.yml", &text);
        let output = desk.command().args(["lint", "draft.md"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{text:?}");
        is_safe(&output, &text);
    }
}

#[test]
fn json_still_means_what_the_document_says() {
    let desk = Desk::with(
        "notes.md",
        "In order\u{9b}2J to win, in order \u{7f}\u{202e} to win, in order\u{a0}to win.\n",
    );
    let said = desk.run("export notes.md --to json -o -");
    let value: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        value["blocks"][0]["text"],
        "In order\u{9b}2J to win, in order \u{7f}\u{202e} to win, in order\u{a0}to win."
    );
}
