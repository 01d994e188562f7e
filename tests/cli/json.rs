//! Version 1 of the JSON contract: every key with its type, and spans that index the source exactly.

use serde_json::Value;

use crate::desk::Desk;

/// What begins every line differently for bytes and characters: a byte order mark, CRLF, letters of two to four bytes.
const ODD: &str = "\u{feff}---\r\nproduct: Melinda\r\n---\r\n# Melinda 📬 leverages é\u{301}clairs\r\n\r\n\
    Zürich — 👩‍👩‍👧 we leverage it.\r\nIn order to 한국어 win, we\r\nleverage\r\n\r\n> quoted 📦 synergy of many\r\n> kinds is TBD\r\n";

fn json(said: &crate::desk::Said) -> Value {
    serde_json::from_str(&said.out).expect(&said.out)
}

fn diagnostics(report: &Value) -> &Vec<Value> {
    report["files"][0]["diagnostics"].as_array().unwrap()
}

#[test]
fn every_key_of_the_contract_is_there_with_its_type() {
    let report = json(&Desk::with_example("waitback-draft.md").run("lint waitback-draft.md --format json"));
    assert_eq!(report["version"], 1);
    let file = &report["files"][0];
    assert_eq!(file["path"], "waitback-draft.md");
    for key in ["words", "sentences"] {
        assert!(file["score"][key].is_u64(), "{key}");
    }
    for key in [
        "flesch_reading_ease",
        "flesch_kincaid_grade",
        "words_per_sentence",
        "strikes_per_100_words",
        "customer_focus",
    ] {
        assert!(file["score"][key].is_f64(), "{key}");
    }
    assert_eq!(file["gate"]["pass"], false);
    assert!(file["gate"]["reasons"].as_array().unwrap().iter().all(Value::is_string));
    for found in diagnostics(&report) {
        is_diagnostic(found);
    }
    let actions: Vec<&str> =
        diagnostics(&report).iter().filter_map(|found| found["fix"]["action"].as_str()).collect();
    assert!(["delete", "replace", "rewrite"].iter().all(|action| actions.contains(action)), "{actions:?}");
}

/// Asserts that `found` has what the contract says of a diagnostic.
fn is_diagnostic(found: &Value) {
    const CATEGORIES: &str = "jargon weasel hype filler long-sentence passive company-focus competitor-focus \
        technology-focus business-focus unsupported-claim placeholder structure readability consistency suppression";
    for key in ["rule", "part", "text", "message", "why"] {
        assert!(found[key].is_string(), "{key}: {found}");
    }
    let one_of = |key: &str, names: &str| names.split_whitespace().any(|name| found[key] == name);
    assert!(one_of("category", CATEGORIES), "{found}");
    assert!(one_of("severity", "error warning note"), "{found}");
    for end in ["start", "end"] {
        for key in ["line", "column", "byte"] {
            assert!(found["span"][end][key].is_u64(), "{end}.{key}: {found}");
        }
    }
    let fix = found.get("fix").expect("the key `fix` is there, even if it is null");
    if fix.is_null() {
        return;
    }
    assert!(["delete", "replace", "rewrite"].iter().any(|action| fix["action"] == *action), "{fix}");
    assert!(fix["replacement"].is_string() && fix["safe"].is_boolean(), "{fix}");
}

#[test]
fn spans_index_the_source_exactly() {
    let report = json(&Desk::with("odd-prfaq.md", ODD).run("lint odd-prfaq.md --format json"));
    let found = diagnostics(&report);
    assert!(found.len() >= 6, "{found:#?}");
    for one in found {
        let (start, end) = (&one["span"]["start"], &one["span"]["end"]);
        let bytes = |place: &Value| usize::try_from(place["byte"].as_u64().unwrap()).unwrap();
        assert_eq!(ODD.get(bytes(start)..bytes(end)), one["text"].as_str(), "{one}");
        for place in [start, end] {
            let before = &ODD[..bytes(place)];
            let line = before.matches('\n').count() + 1;
            let column =
                before.rsplit('\n').next().unwrap().trim_start_matches('\u{feff}').chars().count() + 1;
            assert_eq!((&place["line"], &place["column"]), (&line.into(), &column.into()), "{one}");
        }
        assert!(!one["text"].as_str().unwrap().ends_with('\r'), "{one}");
    }
}

#[test]
fn an_edit_of_a_fix_can_be_applied_as_it_is() {
    let report = json(&Desk::with("notes.md", ODD).run("lint notes.md --format json"));
    let filler = diagnostics(&report).iter().find(|found| found["rule"] == "filler").unwrap();
    let edit = &filler["fix"]["edit"];
    let byte = |end: &str| usize::try_from(edit["span"][end]["byte"].as_u64().unwrap()).unwrap();
    let mended =
        format!("{}{}{}", &ODD[..byte("start")], edit["text"].as_str().unwrap(), &ODD[byte("end")..]);
    assert!(mended.contains("\r\nTo 한국어 win"), "{mended}");
}

#[test]
fn the_report_is_whole_whatever_the_files_are() {
    let desk = Desk::with("empty.md", "");
    desk.write("bad.md", b"\xff");
    let files = |line: &str| json(&desk.run(line))["files"].as_array().unwrap().len();
    assert_eq!(files("lint --format json empty.md"), 1);
    assert_eq!(files("lint --format json bad.md"), 0);
    assert_eq!(files("lint --format json empty.md bad.md none.md empty.md"), 2);
    assert_eq!(files("score --format json empty.md bad.md"), 1);
    let empty = json(&desk.run("lint --format json empty.md"));
    assert!(empty["files"][0]["score"]["flesch_reading_ease"].is_null());
    assert_eq!(empty["files"][0]["diagnostics"], serde_json::json!([]));
}

#[test]
fn score_says_the_same_figures() {
    let desk = Desk::with_example("waitback-draft.md");
    let linted = json(&desk.run("lint waitback-draft.md --format json"));
    let scored = json(&desk.run("score waitback-draft.md --format json"));
    for key in ["path", "score", "gate"] {
        assert_eq!(linted["files"][0][key], scored["files"][0][key], "{key}");
    }
    let human = desk.run("score waitback-draft.md");
    assert_eq!(human.code, 0);
    for name in
        ["reading ease", "grade", "words per sentence", "strikes per 100 words", "customer focus", "gate"]
    {
        assert!(human.out.contains(name), "{name}");
    }
}

#[test]
fn every_way_out_gives_the_same_figures() {
    let desk = Desk::with_example("waitback-draft.md");
    let json = desk.run("score --format json waitback-draft.md").out;
    let score = serde_json::from_str::<serde_json::Value>(&json).unwrap()["files"][0]["score"].clone();
    let human = desk.run("score waitback-draft.md").out;
    let lint = desk.run("lint waitback-draft.md").out;
    let page = desk
        .command()
        .args(["export", "waitback-draft.md", "--to", "html", "-o", "-"])
        .args(["--waive", "all", "--by", "Bo", "--reason", "test"])
        .output()
        .unwrap();
    let page = String::from_utf8(page.stdout).unwrap();
    let figure = |name: &str| format!("{:.1}", score[name].as_f64().unwrap());
    for name in ["flesch_reading_ease", "flesch_kincaid_grade", "words_per_sentence", "strikes_per_100_words"]
    {
        assert!(human.contains(&format!(" {}", figure(name))), "{name}: {human}");
        assert!(page.contains(&figure(name)), "{name}");
    }
    assert!(lint.contains(&format!("; {} strikes per 100 words", figure("strikes_per_100_words"))), "{lint}");
    assert!(desk.run("gate waitback-draft.md").out.contains(&figure("flesch_kincaid_grade")));
}
