//! The formats for other programs: valid by their own schemas whatever the documents hold, several in one run, and files
//! that are whole or not there.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};

use boon::{Compiler, Schemas};
use roxmltree::Document;
use serde_json::Value;

use crate::desk::{Desk, PROGRAM};

/// A name and a document with all that some format gives a meaning to.
const NAME: &str = "a b,c%0A\n::error::&<é>\"']]>.md";
const HOSTILE: &str = "---\ntemplate: prfaq\nlaunch: 2027-09-06\n---\n# \"We\" leverage `x` 👩‍👩‍👧\r\n\r\n\
    ZÜRICH, 4 October 2027 — we leverage it. In order to 한국어 win, we\r\nleverage \"]]>\" <b>synergy</b> & so on.\r\n\r\n\
    It is [TBD %0A ::error::]]> <x@y.z> #1 @ann | \\ {0}](http://a.b) \u{1b}[2J\u{9b}\u{202e} ] now.\r\n\r\n\
    Many riders, “often”, wait for <price> and {{a|b%0D<!--]]>}} of it.\r\n";

fn desk() -> Desk {
    let desk = Desk::with(NAME, HOSTILE);
    desk.write("clean.md", "The box opens.\n");
    desk.write("bad.md", b"\xff");
    desk
}

/// What `schema` in `tests/data/schemas` says of `text`.
#[track_caller]
fn is_valid(schema: &str, text: &str) -> Value {
    let path = format!("{}/tests/data/schemas/{schema}", env!("CARGO_MANIFEST_DIR"));
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    compiler.add_resource("schema.json", schema).unwrap();
    let mut schemas = Schemas::new();
    let index = compiler.compile("schema.json", &mut schemas).unwrap();
    let value: Value = serde_json::from_str(text).unwrap();
    let verdict = schemas.validate(&value, index).map_err(|error| format!("{error:#}"));
    assert_eq!(verdict, Ok(()), "{text}");
    value
}

#[test]
fn sarif_is_what_its_schema_says() {
    let said = desk().run("lint . --format sarif");
    assert_eq!(said.code, 2);
    let report = is_valid("sarif-2.1.0.json", &said.out);
    let run = &report["runs"][0];
    assert!(run["results"].as_array().unwrap().len() > 8);
    assert!(said.out.contains("\"fixes\"") && said.out.contains("\"relatedLocations\""));
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    let notification = &run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    assert!(notification.as_str().unwrap().starts_with("bad.md:1:1: "), "{notification}");
    is_valid("sarif-2.1.0.json", &Desk::new().run("lint . --format sarif").out);
}

#[test]
fn rdjson_is_what_reviewdog_says() {
    let report = is_valid("rdjson.json", &desk().run("lint . --format rdjson").out);
    let found = report["diagnostics"].as_array().unwrap();
    assert!(found.len() > 8);
    for one in found {
        // The schema asks for nothing; the format's description does.
        assert_eq!(one["location"]["path"], format!("./{NAME}").trim_start_matches("./"));
        for end in ["start", "end"] {
            for figure in ["line", "column"] {
                assert!(one["location"]["range"][end][figure].as_u64().unwrap() >= 1, "{one}");
            }
        }
        assert!(["ERROR", "WARNING", "INFO"].contains(&one["severity"].as_str().unwrap()));
    }
    is_valid("rdjson.json", &Desk::new().run("lint . --format rdjson").out);
}

#[test]
fn the_xml_of_each_is_well_formed_and_holds_every_file() {
    for (format, element) in [("checkstyle", "file"), ("junit", "testsuite")] {
        let out = desk().run(&format!("lint . --format {format}")).out;
        let tree = Document::parse(&out).unwrap();
        let named = tree.descendants().filter(|node| node.has_tag_name(element));
        let names: Vec<&str> = named.filter_map(|node| node.attribute("name")).collect();
        assert!(names.starts_with(&[NAME, "clean.md"]), "{format}: {names:?}");
    }
}

#[test]
fn every_format_steers_no_terminal_and_has_the_same_code() {
    let formats = prfaq::report::Format::ALL.map(prfaq::report::Format::name);
    let desk = desk();
    for format in formats {
        let said = desk.run(&format!("lint . --format {format}"));
        assert_eq!(said.code, 2, "{format}");
        assert!(!said.out.chars().any(|c| c != '\n' && prfaq::text::is_unsafe(c)), "{format}: {}", said.out);
        assert!(said.err.contains("bad.md:1:1: "), "{format}: {}", said.err);
    }
}

#[test]
fn several_formats_are_written_in_one_run() {
    let desk = desk();
    let alone = |format: &str| desk.run(&format!("lint . --format {format}")).out;
    let formats = ["human", "jsonl", "sarif", "markdown", "junit"];
    let expected: Vec<String> = formats.iter().map(|format| alone(format)).collect();
    let files: Vec<String> = formats.iter().map(|format| format!("--output {format}=out-{format}")).collect();
    let said = desk.run(&format!("lint . --format short {}", files.join(" ")));
    assert_eq!((said.code, said.out), (2, alone("short")));
    for (format, expected) in formats.iter().zip(&expected) {
        assert_eq!(&desk.read(&format!("out-{format}")), expected, "{format}");
    }
    // A second run replaces them, and `-` is standard output.
    let said = desk.run("lint clean.md --output sarif=out-sarif --output json=-");
    assert_eq!(said.code, 0);
    assert!(said.out.starts_with("{\"version\": 1"), "{}", said.out);
    assert_eq!(
        is_valid("sarif-2.1.0.json", &desk.read("out-sarif"))["runs"][0]["results"],
        Value::Array(Vec::new())
    );
    let names = fs::read_dir(desk.path(".")).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(
        names.into_iter().all(|name| !name.to_string_lossy().contains("prfaq-")),
        "nothing is left behind"
    );
}

#[test]
fn a_report_never_takes_the_place_of_a_document() {
    let desk = Desk::with("draft.md", "We leverage it.\n");
    desk.write("sub/notes.md", "Notes.\n");
    symlink("draft.md", desk.path("link")).unwrap();
    fs::hard_link(desk.path("draft.md"), desk.path("other-name")).unwrap();
    for path in ["draft.md", "./sub/../draft.md", "link", "other-name"] {
        let said = desk.run(&format!("lint . --output markdown={path}"));
        said.refused(&format!("{path}: the report would take the place of a document; choose another name"));
        assert_eq!(said.out, "");
    }
    assert_eq!(desk.read("draft.md"), "We leverage it.\n");
}

#[test]
fn what_cannot_be_written_is_said_before_anything_is_linted() {
    let desk = Desk::with("draft.md", "We leverage it.\n");
    let refused = |outputs: &str, message: &str| {
        let said = desk.run(&format!("lint draft.md {outputs}"));
        said.refused(message);
        assert_eq!(said.out, "");
        assert_eq!(
            fs::read_dir(desk.path(".")).unwrap().count(),
            2 + usize::from(desk.has("locked")),
            "{outputs}"
        );
    };
    refused("--output sarif=none/out", "none/out: the folder none does not exist; make it first");
    refused("--output sarif=.", ".: this is a folder, not a file; choose another name");
    refused("--output json=out --output sarif=./out", "./out: takes one format; give the other another file");
    let twice = "standard output takes one format; give the others a file: --output FORMAT=FILE";
    refused("--output json=- --output sarif=-", twice);
    refused("--format json --output sarif=-", twice);
    desk.write("locked", "");
    fs::set_permissions(desk.path("locked"), Permissions::from_mode(0o400)).unwrap();
    // Root writes everywhere.
    if fs::OpenOptions::new().write(true).open(desk.path("locked")).is_err() {
        refused("--output sarif=locked", "locked: no permission to write it; choose another name or folder");
    }
}

#[test]
fn unknown_formats_are_guessed() {
    let desk = Desk::with("draft.md", "");
    for line in ["lint draft.md --format sarfi", "lint draft.md --output sarfi=out"] {
        let said = desk.run(line);
        assert_eq!(said.code, 2);
        assert!(said.err.contains("sarif") && said.err.contains("sarfi"), "{}", said.err);
    }
    assert_eq!(desk.run("score draft.md --format sarif").code, 2);
    assert_eq!(desk.run("score draft.md --format json").code, 0);
}

#[test]
fn files_are_whole_though_nobody_reads_standard_output() {
    let desk = Desk::with("draft.md", "We leverage it.\n\n".repeat(2_000));
    let mut child = Command::new(PROGRAM)
        .args(["lint", "draft.md", "--format", "json", "--output", "jsonl=out"])
        .current_dir(desk.path("."))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.wait().unwrap();
    assert_eq!(desk.read("out").lines().count(), 2_000);
}

#[test]
fn fingerprints_stay_while_the_text_moves() {
    let prints = |source: &str| -> Vec<Value> {
        let out = Desk::with("draft.md", source).run("lint draft.md --format jsonl").out;
        out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["fingerprint"].clone()).collect()
    };
    let print = prints("We leverage it.\n");
    assert_eq!((print.len(), print), (1, prints("# Box\n\nIt opens.\n\nWe\nleverage it.\n")));
}
