//! `prfaq.yml`: where it is found, what it changes, and what is said when it is wrong.

use serde_json::Value;

use crate::desk::Desk;

const WARNED: &str = "# Notes\n\nWe keep a copy in order to help.\n";

#[test]
fn it_is_found_from_the_document_upwards() {
    let desk = Desk::with("prfaq.yml", "rules: {filler: off}\n");
    desk.write("docs/deep/notes.md", WARNED);
    assert!(desk.run("lint docs/deep/notes.md").out.starts_with("nothing to strike"));
    desk.write("docs/prfaq.yml", "fail-on: warning\n");
    assert_eq!(desk.run("lint docs/deep/notes.md").code, 1);
    assert_eq!(desk.run("lint docs/deep/notes.md --fail-on error").code, 0);
    assert_eq!(desk.run("lint docs/deep/notes.md --config prfaq.yml").code, 0);
    desk.run("lint docs/deep/notes.md --config none.yml").refused("none.yml: no such file");
}

#[test]
fn its_rules_terms_and_packs_are_used() {
    let desk = Desk::with("notes.md", "The frobnicator uses gRPC synergy.\n");
    desk.write(
        "prfaq.yml",
        "documents: [notes.md]\ntemplate: press-release\nterms: [synergy]\npacks: [words.yml]\n\
         rules: {missing-part: off, undefined-acronym: off}\n",
    );
    desk.write(
        "words.yml",
        "pack: house\ncategory: jargon\nseverity: {lead: error, release: error, body: error}\nrules:\n\
         - phrase: frobnicator\n  replace: [handle]\n  why: Nobody says so.\n  source: house\n  \
         bad: A frobnicator.\n  good: A handle.\n",
    );
    let said = desk.run("lint notes.md");
    assert!(said.out.contains("[jargon] \"frobnicator\": write \"handle\""), "{}{}", said.out, said.err);
    assert!(!said.out.contains("synergy\":"), "{}", said.out);
    assert_eq!(said.code, 1);
}

#[test]
fn what_is_wrong_in_it_is_said_with_its_line() {
    for (text, message) in [
        ("rules:\n  jargn: error\n", "prfaq.yml:2:3: unknown rule `jargn`; did you mean `jargon`?"),
        ("template: pr-faq\n", "prfaq.yml:1:11: unknown template `pr-faq`; did you mean `prfaq`?"),
        ("rules:\n  jargon: loud\n", "prfaq.yml:2:11: "),
        (
            "rules:\n  jargon: {severity: {sumary: off}}\n",
            "prfaq.yml:2:23: unknown part `sumary`; did you mean `summary`?",
        ),
        (
            "rules:\n  jargon: {severity: {summary: loud}}\n",
            "prfaq.yml:2:22: rules.jargon.severity: unknown value `loud`",
        ),
        ("colour: red\n", "prfaq.yml:1:1: "),
        ("rules: [\n", "prfaq.yml:"),
        ("packs: [none.yml]\n", "prfaq.yml:1:9: "),
    ] {
        let desk = Desk::with("notes.md", WARNED);
        desk.write("prfaq.yml", text);
        let said = desk.run("lint notes.md");
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{text}");
        let lines: Vec<&str> = said.err.lines().collect();
        assert!(lines[0].contains(message), "{}", said.err);
        assert!(lines[1].trim_start().starts_with(|c: char| c.is_ascii_digit()), "{}", said.err);
        assert!(lines.last().unwrap().trim_end().ends_with('^'), "{}", said.err);
    }
}

#[test]
fn a_wrong_one_is_said_once_and_stops_only_its_own_documents() {
    let desk = Desk::with("bad/prfaq.yml", "colour: red\n");
    for name in ["bad/a.md", "bad/b.md", "bad/c.md", "good/d.md"] {
        desk.write(name, WARNED);
    }
    let said = desk.run("lint .");
    assert_eq!(said.code, 2);
    assert_eq!(said.err.matches("prfaq: error:").count(), 1, "{}", said.err);
    assert!(said.out.contains("\ngood/d.md:3:16:"), "{}", said.out);
    assert!(said.out.contains("; 3 files not read\n"), "{}", said.out);
}

#[test]
fn severities_are_set_part_by_part() {
    let release = "---\ntemplate: press-release\n---\n# Box\n\nLEEDS, 5 May 2027 — We leverage it.\n\n\
                   ## Problem\n\nThey leverage it.\n\n## Solution\n\nYou utilize it.\n";
    let desk = Desk::with("release.md", release);
    // As JSON, where nothing is summed up.
    let levels = |desk: &Desk| -> Vec<String> {
        let said: Value = serde_json::from_str(&desk.run("lint --format json release.md").out).unwrap();
        let found = said["files"][0]["diagnostics"].as_array().unwrap();
        let jargon = found.iter().filter(|found| found["rule"] == "jargon");
        jargon.map(|found| found["severity"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(levels(&desk), ["error", "warning", "warning"]);
    desk.write("prfaq.yml", "rules: {jargon: {severity: {all: note, summary: warning, problem: off}}}\n");
    assert_eq!(levels(&desk), ["warning", "note"]);
    desk.write("prfaq.yml", "rules: {jargon: {severity: {release: error}}}\n");
    assert_eq!(levels(&desk), ["error", "error", "error"]);
    desk.write("prfaq.yml", "packs: [words.yml]\n");
    desk.write(
        "words.yml",
        "pack: house\ncategory: jargon\nseverity: {solution: note, lead: off}\nrules:\n\
         - {phrase: utilize, delete: true}\n",
    );
    assert_eq!(levels(&desk), ["error", "warning", "warning"], "the stricter of two findings stays");
    desk.write("prfaq.yml", "rules: {jargon: {severity: {summary: off}}}\npacks: [words.yml]\n");
    desk.write("words.yml", "pack: house\ncategory: jargon\nseverity: {led: off}\nrules: []\n");
    let said = desk.run("lint release.md");
    assert!(
        said.err.contains("words.yml:3:11: there is no part or zone `led`; the zones are lead, "),
        "{}",
        said.err
    );
    assert_eq!(said.code, 2);
}

#[test]
fn what_is_wrong_in_a_pack_is_said_with_its_line() {
    for (entry, message) in [
        ("{pattern: \"(\", delete: true}", "words.yml:5:13: bad pattern: unclosed group"),
        ("{pattern: 'big(\\w{300}){300}', delete: true}", "words.yml:5:13: this pattern grows too big"),
        ("{pattern: x*, delete: true}", "words.yml:5:13: this pattern matches nothing"),
        ("{phrase: x, delete: true, rewrite: y}", "words.yml:5:3: an entry has one of"),
        ("{phrase: x, forms: [xs], replace: [y]}", "words.yml:5:37: 1 replacements for 2 forms"),
        ("{phrase: \" \", delete: true}", "words.yml:5:12: the phrase is empty"),
        ("{phrase: x, replace: \"\"}", "words.yml:5:24: a replacement is empty"),
    ] {
        let desk = Desk::with("notes.md", WARNED);
        desk.write("prfaq.yml", "packs: [words.yml]\n");
        let head = "pack: house\ncategory: jargon\nrules:\n- {phrase: a, delete: true}\n";
        desk.write("words.yml", format!("{head}- {entry}\n"));
        let said = desk.run("lint notes.md");
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{entry}");
        assert!(said.err.contains(message), "{}", said.err);
        assert_eq!(said.err.lines().count(), 3, "{}", said.err);
    }
}

#[test]
fn a_misnamed_one_is_noted_and_never_is_never() {
    let desk = Desk::with("prfaq.yaml", "fail-on: note\n");
    desk.write("notes.md", WARNED);
    let said = desk.run("lint notes.md");
    assert_eq!(said.code, 0);
    assert!(
        said.err.contains("prfaq.yaml is not read; the configuration is called prfaq.yml"),
        "{}",
        said.err
    );
    desk.write("prfaq.yml", "fail-on: never\n");
    desk.write("prfaq.md", "# Box\n\nTBD.\n");
    let said = desk.run("lint prfaq.md");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}
