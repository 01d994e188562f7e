//! What the program says of itself: rules, templates, completions, help, version.

use prfaq::lint::{Category, RULES, phrases};
use prfaq::template;

use crate::desk::Desk;

/// Every subcommand.
const COMMANDS: [&str; 10] =
    ["new", "edit", "lint", "score", "redline", "export", "gate", "rules", "templates", "completions"];

#[test]
fn every_rule_is_listed_and_explained() {
    let desk = Desk::new();
    let list = desk.run("rules");
    assert_eq!(list.code, 0);
    for rule in RULES {
        assert!(list.out.lines().any(|line| line.starts_with(rule.name) && line.ends_with(rule.what)));
        let said = desk.run(&format!("rules {}", rule.name));
        assert_eq!(said.code, 0, "{}", rule.name);
        let examples = [rule.bad, rule.good].into_iter().flat_map(str::lines);
        for text in examples
            .chain(rule.spares.iter().flat_map(|(what, example)| [*what, *example]).flat_map(str::lines))
        {
            assert!(said.out.contains(text), "{}: {text}", rule.name);
        }
        let flowing = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
        for text in [rule.what, rule.why, rule.source] {
            assert!(flowing.contains(text), "{}: {text}", rule.name);
        }
        for setting in rule.settings {
            assert!(
                said.out.contains(&format!("{{{}: {}}}", setting.name, setting.default)),
                "{}",
                rule.name
            );
        }
    }
}

#[test]
fn the_phrases_of_a_rule_are_listed() {
    let desk = Desk::new();
    let said = desk.run("rules jargon --phrases");
    let lines: Vec<&str> = said.out.lines().collect();
    assert!(said.code == 0 && lines.contains(&"leverage  write \"use\""), "{}", said.out);
    let entries = || phrases::builtin().iter().filter(|pack| pack.category == Category::Jargon);
    let safe = entries().flat_map(|pack| pack.entries.iter()).filter(|entry| entry.safe).count();
    let marked = lines.iter().filter(|line| line.ends_with(" (safe)")).count();
    assert_eq!(marked, safe, "{}", said.out);
    assert!(
        safe > 0 && lines.last().is_some_and(|last| last.starts_with("(safe): `prfaq fix`")),
        "{}",
        said.out
    );
    desk.run("rules long-sentence --phrases")
        .refused("long-sentence strikes no phrases; `prfaq rules long-sentence` explains it");
}

#[test]
fn a_pack_is_put_to_its_own_examples() {
    let head = "pack: house\ncategory: jargon\nrules:\n- {phrase: synergy, delete: true, bad: Pure synergy., good: Joy.}\n";
    let desk = Desk::with("good.yml", head);
    let said = desk.run("rules --test good.yml");
    let line = "good.yml: house: 1 of 1 entries passed, 0 failed, 0 without examples\n";
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, line, ""));
    desk.write(
        "bad.yml",
        format!(
            "{head}- {{phrase: box, delete: true, bad: Boxes., good: B.}}\n- {{phrase: x, delete: true}}\n"
        ),
    );
    let said = desk.run("rules --test bad.yml");
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines[0], "bad.yml:5:36: \"box\" is not found in its bad example");
    assert_eq!(lines[3], "bad.yml:6:3: \"x\" has no bad example to try");
    assert_eq!(lines[6], "bad.yml: house: 1 of 3 entries passed, 1 failed, 1 without examples");
    assert_eq!(said.code, 1);
    desk.write("worse.yml", "pack: house\n");
    desk.write(
        "form.yml",
        "pack: house\ncategory: jargon\nrules:\n- phrase: box\n  delete: true\n  forms: nuon\n",
    );
    let said = desk.run("rules --test form.yml");
    assert!(said.err.contains("form.yml:6:10: rules[0].forms: unknown value `nuon`"), "{}", said.err);
    assert_eq!(desk.run("rules --test worse.yml").code, 2);
    assert_eq!(desk.run("rules --test none.yml").code, 2);
}

#[test]
fn every_template_is_shown_with_its_parts() {
    for builtin in template::builtin() {
        let said = Desk::new().run(&format!("templates {}", builtin.name));
        assert_eq!(said.code, 0);
        let template = builtin.parse().unwrap();
        for spec in template.part_specs() {
            assert!(said.out.contains(&spec.id) && said.out.contains(&spec.ask), "{}", spec.id);
        }
    }
}

#[test]
fn quiet_lists_leave_the_advice_out() {
    let desk = Desk::new();
    assert_eq!(desk.run("-q rules").out.lines().count(), RULES.len());
    assert_eq!(desk.run("-q templates").out.lines().count(), template::builtin().len());
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish"] {
        let said = Desk::new().run(&format!("completions {shell}"));
        assert_eq!(said.code, 0);
        for command in COMMANDS {
            assert!(said.out.contains(command), "{shell}: {command}");
        }
        assert!(said.out.contains("fail-on") && said.out.contains("stdin-filename"), "{shell}");
    }
    assert_eq!(Desk::new().run("completions tcsh").code, 2);
}

#[test]
fn every_help_has_examples() {
    let desk = Desk::new();
    for line in COMMANDS.map(|command| format!("{command} --help")).into_iter().chain(["--help".to_owned()]) {
        let said = desk.run(&line);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{line}");
        assert!(said.out.contains("Example"), "{line}");
    }
    assert_eq!(desk.run("--version").out, concat!("prfaq ", env!("CARGO_PKG_VERSION"), "\n"));
    let wrong = desk.run("lint --no-such-option");
    assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
}

#[test]
fn help_for_a_mistyped_command_guesses_it() {
    let said = Desk::new().run("help lnt");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("there is no command `lnt`; did you mean `lint`?"), "{}", said.err);
}

#[test]
fn completions_know_rules_and_templates() {
    for shell in ["bash", "zsh", "fish"] {
        let said = Desk::new().run(&format!("completions {shell}")).out;
        assert!(said.contains("five-questions"), "{shell}");
        // What is made for fish completes options only.
        assert!(shell == "fish" || said.contains("undefined-acronym"), "{shell}");
    }
    Desk::new().run("rules jargn").refused("unknown rule `jargn`; did you mean `jargon`?");
}
