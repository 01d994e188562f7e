//! What the program says of itself: rules, templates, completions, help, version.

use prfaq::lint::RULES;
use prfaq::template;

use crate::desk::Desk;

/// Every subcommand.
const COMMANDS: [&str; 9] =
    ["new", "edit", "lint", "score", "export", "gate", "rules", "templates", "completions"];

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
        for text in [rule.what, rule.why].into_iter().chain(examples) {
            assert!(said.out.contains(text), "{}: {text}", rule.name);
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
        assert!(said.out.contains("fail-on") && said.out.contains("stdin-name"), "{shell}");
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
