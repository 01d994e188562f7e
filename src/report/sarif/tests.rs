//! SARIF is what its schema says, and its places are those of the findings.

use serde_json::{Value, json};

use super::*;
use crate::report::testing::{HOSTILE, HOSTILE_PATH, all, analysed};
use crate::text::slice;

fn run(files: &[(&str, &str)], unread: &[&str]) -> Value {
    let report: Value = serde_json::from_str(&all(&mut Sarif::default(), files, None, unread)).unwrap();
    report["runs"][0].clone()
}

/// The words that `region` names, found as a reader does who knows lines and characters.
fn words(region: &Value) -> String {
    let figure = |name: &str| usize::try_from(region[name].as_u64().unwrap()).unwrap();
    let offset = |line: usize, column: usize| {
        let before: usize =
            HOSTILE.split_inclusive('\n').take(line - 1).map(|line| line.chars().count()).sum();
        before + column - 1
    };
    let (start, end) =
        (offset(figure("startLine"), figure("startColumn")), offset(figure("endLine"), figure("endColumn")));
    HOSTILE.chars().skip(start).take(end - start).collect()
}

#[test]
fn results_have_rules_places_fixes_and_fingerprints() {
    let run = run(&[(HOSTILE_PATH, HOSTILE)], &[]);
    let found = analysed(HOSTILE).diagnostics;
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), found.len());
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for (result, found) in results.iter().zip(&found) {
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!((&result["ruleId"], &rules[rule]["id"]), (&json!(found.rule), &json!(found.rule)));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(
            place["artifactLocation"]["uri"],
            "a%20b%2Cc%250A%0A%3A%3Aerror%3A%3A%26%3C%C3%A9%3E%22%27%5D%5D%3E.md"
        );
        assert_eq!(words(&place["region"]), slice(HOSTILE, found.span));
        assert_eq!(place["region"]["snippet"]["text"].as_str().unwrap_or(""), slice(HOSTILE, found.span));
        assert_eq!(result["partialFingerprints"][FINGERPRINT].as_str().map(str::len), Some(16));
        if let Some((span, text)) = found.fix.as_ref().and_then(|fix| fix.edit.as_deref()) {
            let change = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
            assert_eq!(words(&change["deletedRegion"]), slice(HOSTILE, *span));
            assert_eq!(change["insertedContent"]["text"], text.as_str());
        }
    }
    assert!(results.iter().any(|result| result.get("fixes").is_some()));
    assert_eq!(run["invocations"], json!([{"executionSuccessful": true}]));
}

#[test]
fn other_places_of_a_finding_are_related() {
    let source = "---\ntemplate: prfaq\nlaunch: 2027-09-06\n---\n# A box\n\nLEEDS, 4 October 2027 — You open the box.\n";
    let run = run(&[("a.md", source)], &[]);
    let results = run["results"].as_array().unwrap();
    let related = results.iter().find_map(|result| result.get("relatedLocations")).unwrap();
    assert_eq!(
        (&related[0]["id"], &related[0]["physicalLocation"]["region"]["startLine"]),
        (&json!(1), &json!(3))
    );
}

#[test]
fn files_that_were_not_read_are_told_once() {
    let run = run(&[], &["prfaq.yml:1:1: no", "prfaq.yml:1:1: no", "b.md: no such file"]);
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["toolExecutionNotifications"].as_array().unwrap().len(), 2);
    assert_eq!(run["results"], json!([]));
}
