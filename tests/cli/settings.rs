//! `prfaq config` and `prfaq init`.

use serde_json::Value;

use crate::desk::{Desk, Said};

const HOUSE: &str = "template: prfaq
rules:
  jargon: note
  long-sentence: {severity: {all: note, summary: error}, max-words: 25}
terms: [gRPC]
min-score: {flesch_kincaid_grade: 10}
documents: [launch/]
exclude: [old/]
overrides:
- files: [docs/]
  fail-on: never
  rules: {jargon: off}
- files: [docs/deep/]
  rules:
    long-sentence: {max-words: 40}
  terms: [Kafka]
";

/// What is said behind the value that `key` begins the line of.
fn origin<'a>(text: &'a str, key: &str) -> (&'a str, &'a str) {
    let line = text.lines().find(|line| line.trim_start().starts_with(key));
    assert!(line.is_some(), "{key}\n{text}");
    let (value, origin) = line.unwrap().split_once("  # ").unwrap();
    (value.trim(), origin)
}

#[test]
fn every_value_says_where_it_comes_from() {
    let desk = Desk::with("prfaq.yml", HOUSE);
    desk.write("docs/deep/a.md", "Hello.\n");
    let said = desk.run("config docs/deep/a.md --max-warnings 3");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let text = said.out;
    assert!(
        text.starts_with("# docs/deep/a.md\n# configuration: prfaq.yml\n# read: yes\n# PR/FAQ: no: "),
        "{text}"
    );
    for (key, value, from) in [
        ("template:", "template: prfaq", "prfaq.yml:1"),
        ("fail-on:", "fail-on: never", "prfaq.yml:11, override 1"),
        ("max-warnings:", "max-warnings: 3", "command line"),
        ("flesch-kincaid", "flesch-kincaid-grade: 10", "prfaq.yml:6"),
        ("severity:", "severity: off", "prfaq.yml:12, override 1"),
        ("summary:", "summary: error", "prfaq.yml:4"),
        ("max-words:", "max-words: 40", "prfaq.yml:15, override 2"),
        ("- gRPC", "- gRPC", "prfaq.yml:5"),
        ("- Kafka", "- Kafka", "prfaq.yml:16, override 2"),
        ("gate:", "gate: default", "default"),
        ("#baseline:", "#baseline:", "default: none"),
        ("- \"old/\"", "- \"old/\"", "prfaq.yml:8"),
    ] {
        // A plain scalar may end in a slash.
        let key = if key.contains("old/") && text.contains("- old/") { "- old/" } else { key };
        let (found, origin) = origin(&text, key);
        assert_eq!((found.replace('"', ""), origin), (value.replace('"', ""), from), "{text}");
    }
}

#[test]
fn what_is_printed_is_a_configuration_that_says_the_same() {
    let desk = Desk::with("prfaq.yml", HOUSE);
    desk.write("docs/deep/a.md", "Hello.\n");
    let text = desk.run("config docs/deep/a.md").out;
    assert!(text.contains("  - Kafka"), "{text}");
    desk.write("flat/prfaq.yml", &text);
    let again = desk.run("config flat/a.md");
    assert_eq!((again.code, again.err.as_str()), (0, ""), "{text}");
    let values = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.split("  # ").next().unwrap().trim_end().to_owned()).collect()
    };
    assert_eq!(values(&again.out), values(&text));
}

#[test]
fn it_says_what_becomes_of_a_document_and_why() {
    let desk = Desk::with("prfaq.yml", HOUSE);
    desk.write("named.md", "---\ntemplate: press-release\n---\n# Box\n");
    desk.write(".prfaqignore", "ignored.md\n");
    desk.write(".gitignore", "built/\n");
    for (path, read, prfaq) in [
        ("my-prfaq.md", "yes", "yes, a prfaq: its name says so"),
        ("launch/a.md", "yes", "yes, a prfaq: `documents: launch/` says so"),
        ("named.md", "yes", "yes, a press-release: its front matter names the template press-release"),
        ("later.md", "yes", "not known yet: its name does not say so; its front matter or its shape may"),
        ("a.rs", "only where it is named: it does not end in .md, .markdown or .txt", "not known yet"),
        ("old/a.md", "only where it is named: it is excluded by prfaq.yml (`exclude: old/`)", "not known"),
        ("ignored.md", "only where it is named: it is ignored by .prfaqignore (`ignored.md`)", "not known"),
        ("built/a.md", "not in folders: it is ignored by .gitignore (`built/`)", "not known"),
    ] {
        if let Some((folder, _)) = path.split_once('/') {
            std::fs::create_dir_all(desk.path(folder)).unwrap();
        }
        let text = desk.run(&format!("config {path}")).out;
        assert!(text.contains(&format!("\n# read: {read}\n")), "{path}\n{text}");
        assert!(text.contains(&format!("\n# PR/FAQ: {prfaq}")), "{path}\n{text}");
    }
}

#[test]
fn without_a_file_the_defaults_hold_and_a_named_one_is_named() {
    let desk = Desk::with("other/house.yml", "fail-on: note\n");
    let text = desk.run("config").out;
    assert!(text.starts_with("# .\n# configuration: none; these are the defaults\n"), "{text}");
    assert!(!text.contains("PR/FAQ") && text.contains("\nfail-on: error"), "{text}");
    let text = desk.run("config --config other/house.yml --fail-on warning").out;
    assert!(text.contains("# configuration: other/house.yml, named on the command line\n"), "{text}");
    assert_eq!(origin(&text, "fail-on:"), ("fail-on: warning", "command line"));
    desk.write("prfaq.yml", "colour: red\n");
    let said = desk.run("config a.md");
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("prfaq.yml:1:1: unknown key `colour`"), "{}", said.err);
    assert_eq!(desk.run("config none/a.md").code, 2);
}

#[test]
fn programs_read_it_as_json() {
    let desk = Desk::with("prfaq.yml", HOUSE);
    desk.write("old/prfaq.md", "# Box\n");
    let said: Value = serde_json::from_str(&desk.run("config old/prfaq.md --format json").out).unwrap();
    assert_eq!((&said["version"], &said["configuration"]), (&1.into(), &"prfaq.yml".into()));
    assert_eq!((&said["read"], &said["prfaq"]["taken"]), (&false.into(), &true.into()));
    assert_eq!(said["passed_over"], "is excluded by prfaq.yml (`exclude: old/`)");
    let settings = said["settings"].as_array().unwrap();
    let jargon =
        settings.iter().find(|one| one["key"] == serde_json::json!(["rules", "jargon", "severity"])).unwrap();
    assert_eq!(
        (&jargon["value"], &jargon["from"], &jargon["line"]),
        (&"note".into(), &"file".into(), &3.into())
    );
}

#[test]
fn init_writes_a_file_that_holds_as_it_is_and_with_every_key_set() {
    let desk = Desk::new();
    desk.write("a.md", "We keep a copy in order to help.\n");
    let said = desk.run("init");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let text = desk.read("prfaq.yml");
    assert_eq!(desk.run("lint a.md").code, 0);
    desk.run("init").refused("prfaq.yml: exists already; choose another name, or add --overwrite");

    let live = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    assert_eq!(live(&text), ["fail-on: error", "gate: default"]);
    desk.write("prfaq.yml", live(&text).join("\n"));
    assert_eq!(desk.run("lint a.md").code, 0);

    // Prose stands behind "# ", keys behind "#".
    let set: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with("# "))
        .map(|line| line.trim_start_matches('#'))
        .collect();
    desk.write("prfaq.yml", set.join("\n"));
    desk.run("lint --write-baseline prfaq-baseline.json a.md");
    let said = desk.run("lint a.md");
    assert_eq!(said.code, 0, "{}", said.err);

    // The examples in the prose hold too.
    for example in ["rules", "overrides"] {
        let lines = text.lines().skip_while(|line| *line != format!("# {example}:"));
        let lines = lines.take_while(|line| line.starts_with("# ")).map(|line| line.trim_start_matches("# "));
        assert!(lines.clone().count() > 2, "{example}");
        let yaml: Vec<String> = text
            .lines()
            .skip_while(|line| *line != format!("# {example}:"))
            .take_while(|line| line.starts_with("# "))
            .map(|line| line[2..].to_owned())
            .collect();
        desk.write("prfaq.yml", yaml.join("\n"));
        assert_eq!(desk.run("lint a.md").code, 0, "{example}: {}", desk.run("lint a.md").err);
    }

    assert_eq!(desk.run("init --overwrite").code, 0);
    assert_eq!(desk.read("prfaq.yml"), text);
}

#[test]
fn init_knows_every_key_there_is() {
    let desk = Desk::new();
    desk.run("init");
    let text = desk.read("prfaq.yml");
    desk.write("prfaq.yml", "nonsense: 1\n");
    let said = desk.run("lint prfaq.yml").err;
    let (_, keys) = said.lines().next().unwrap().split_once("the keys here are ").unwrap();
    let keys: Vec<&str> = keys.split('`').skip(1).step_by(2).collect();
    assert!(keys.len() > 10, "{said}");
    for key in keys {
        let there = |line: &str| line.trim_start_matches('#').starts_with(&format!("{key}:"));
        assert!(text.lines().any(there), "{key}");
    }
}

/// The program with `editor.yml` in the folder `home/prfaq`.
fn with_home(desk: &Desk, line: &str) -> Said {
    let mut command = desk.command();
    command.env("XDG_CONFIG_HOME", desk.path("home")).args(line.split(' '));
    command.output().unwrap().into()
}

#[test]
fn the_editor_s_settings_are_printed_so_that_they_can_be_used() {
    const FILE: &str = "home/prfaq/editor.yml";
    let desk = Desk::new();
    let usual = with_home(&desk, "config --editor");
    assert_eq!((usual.code, usual.err.as_str()), (0, ""));
    assert!(
        usual.out.contains("\n  #save: Ctrl-S ") && usual.out.contains("\n  #trend: [] "),
        "{}",
        usual.out
    );
    desk.write(FILE, &usual.out);
    assert_eq!(with_home(&desk, "config --editor").out, usual.out);

    // A setting stands right behind its #, prose does not.
    let is_off = |line: &&str| line.trim_start().starts_with('#') && !line.trim_start().starts_with("# ");
    assert!(usual.out.lines().filter(is_off).count() > 100);
    let on = |line| if is_off(&line) { line.replacen('#', "", 1) } else { line.to_owned() };
    desk.write(FILE, usual.out.lines().map(on).collect::<Vec<_>>().join("\n"));
    let said = with_home(&desk, "config --editor");
    assert_eq!((said.code, said.err.as_str()), (0, ""));

    desk.write(FILE, "theme: light\nkeys:\n  save: [F11, Alt-S]\n  save-as: []\n");
    let own = with_home(&desk, "config --editor").out;
    assert!(own.contains("\ntheme: light ") && own.contains("\n  save: [F11, Alt-S] "), "{own}");
}

#[test]
fn what_is_wrong_in_the_editor_s_settings_is_told() {
    let desk = Desk::new();
    assert!(!with_home(&desk, "config").out.contains("# editor:"));
    desk.write("home/prfaq/editor.yml", "keys:\n  save: F8\n");
    let said = with_home(&desk, "config");
    let told = "# editor: home/prfaq/editor.yml, not used: 2:9: `F8` does `next-strike` already; ";
    assert!(said.code == 0 && said.out.contains(told), "{}", said.out);
    let said = with_home(&desk, "config --format json");
    let value: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(value["editor"]["path"], "home/prfaq/editor.yml");
    assert!(value["editor"]["error"].as_str().unwrap().starts_with("2:9: "));

    desk.write("home/prfaq/editor.yml", "theme: blue\nkeys:\n  save: F8\n  sav: F2\nmouse: off\n");
    let all = with_home(&desk, "config --editor").err;
    for place in [":1:8: theme: ", ":3:9: `F8` does", ":4:3: unknown command `sav`", ":5:8: mouse: "] {
        assert!(all.contains(&format!("home/prfaq/editor.yml{place}")), "{place}: {all}");
    }
    desk.write("home/prfaq/editor.yml", "keys:\n  save: F8\n");
    let said = with_home(&desk, "config --editor");
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("editor.yml:2:9: ") && said.err.contains("2 |   save: F8"), "{}", said.err);
}
