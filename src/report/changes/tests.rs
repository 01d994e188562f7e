//! What is told of changes, to people and to programs.

use super::*;
use crate::redline::Effort;

const OLD: &str = "# The box\n\nIt opens for parcels.\n\n## Price\n\nIt costs £4.50 a month, with no contract at all.\n\n\
    Pay by card, or by invoice.\n\n- One key.\n- Two keys for the house.\n";
const NEW: &str = "# The box\n\nIt opens for parcels.\n\n## Price\n\nIt costs £4.90 a month, with no contract.\n\n\
    Pay by card, by phone, or by invoice.\n\n- One key.\n- Three cats sat on mats.\n\nThat is all there is.\n";

fn told(old: &str, new: &str, columns: Option<usize>) -> String {
    let redline = Redline::of(old, new, Effort::default());
    let compared =
        Compared { name: "a.md", heads: ("a.md at HEAD", "a.md"), redline: &redline, both: None, notes: &[] };
    let mut out = Vec::new();
    list(&compared, columns, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn record(old: &str, new: &str) -> serde_json::Value {
    let redline = Redline::of(old, new, Effort::default());
    let compared =
        Compared { name: "a.md", heads: ("a.md at HEAD", "a.md"), redline: &redline, both: None, notes: &[] };
    let mut out = Vec::new();
    json(&[compared], &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn every_change_is_a_sentence_with_its_place() {
    let said = told(OLD, NEW, None);
    let lines: Vec<&str> = said.lines().collect();
    for wanted in [
        "Price, paragraph 1: replaced \"£4.50\" with \"£4.90\".",
        "Price, paragraph 1: deleted \"at all\" after \"with no contract\".",
        "Price, paragraph 2: inserted \"by phone,\" after \"Pay by card,\".",
        "Price, paragraph 3: inserted a paragraph \"That is all there is.\"",
    ] {
        assert!(lines.iter().any(|line| line.ends_with(wanted)), "{wanted}\n{said}");
    }
    assert!(lines[0].starts_with("a.md compared with a.md at HEAD. "), "{said}");
    assert!(lines[1].starts_with("Change 1 of "), "{said}");
}

#[test]
fn nothing_is_told_in_one_line_and_lines_are_wrapped_and_never_cut() {
    assert_eq!(told(OLD, OLD, None), "a.md compared with a.md at HEAD. Nothing changed.\n");
    let (wide, narrow) = (told(OLD, NEW, None), told(OLD, NEW, Some(40)));
    assert!(narrow.lines().all(|line| line.chars().count() <= 40), "{narrow}");
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&wide), words(&narrow));
}

#[test]
fn text_cannot_steer_a_terminal() {
    let said = told("One \u{1b}[2J end.\n", "One \u{9b}31m end\u{202e}.\n", None);
    assert!(!said.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'), "{said:?}");
}

#[test]
fn the_record_has_the_bytes_of_both_texts() {
    let record = record(OLD, NEW);
    assert_eq!(record["version"], 1);
    let file = &record["files"][0];
    assert_eq!((&file["name"], &file["detail"]), (&"a.md".into(), &"words".into()));
    let changes = file["changes"].as_array().unwrap();
    assert_eq!(file["counts"]["changes"], changes.len());
    for (at, change) in changes.iter().enumerate() {
        assert_eq!(change["number"], at + 1);
        assert_eq!(change["id"].as_str().unwrap().len(), 8);
        for (side, source) in [("old", OLD), ("new", NEW)] {
            let span = &change[side]["span"];
            let [start, end] =
                ["start", "end"].map(|end| usize::try_from(span[end]["byte"].as_u64().unwrap()).unwrap());
            assert_eq!(change[side]["text"].as_str().unwrap(), source.get(start..end).unwrap());
        }
    }
    let price = &changes[0];
    assert_eq!((&price["old"]["text"], &price["new"]["text"]), (&"£4.50".into(), &"£4.90".into()));
    assert_eq!(price["headings"], serde_json::json!(["The box", "Price"]));
    assert_eq!(price["old"]["span"]["start"], serde_json::json!({"line": 7, "column": 10, "byte": 53}));
    let rows = file["rows"].as_array().unwrap();
    let numbers: Vec<_> = rows.iter().flat_map(|row| row["changes"].as_array().unwrap().clone()).collect();
    assert_eq!(numbers, (1..=changes.len()).map(serde_json::Value::from).collect::<Vec<_>>());
}

#[test]
fn what_moved_says_where_it_is_now_and_a_new_heading_after_which() {
    let entry = |question: &str, answer: &str| format!("## {question}\n\n{answer}\n\n");
    let (one, two) =
        (entry("What does it cost?", "It costs £4 a month."), entry("Is it safe?", "It has two locks."));
    let three = entry("Who brings it?", "The driver of the van does.");
    let old = format!("# Questions\n\n{one}{two}{three}");
    let down = told(&old, &format!("# Questions\n\n{two}{three}{one}"), None);
    assert!(down.contains(" down, after \"Who brings it?\"\n"), "{down}");
    let up = told(&old, &format!("# Questions\n\n{three}{one}{two}"), None);
    assert!(up.contains(" up, at the beginning of \"Questions\".\n"), "{up}");
    let help = entry("Help", "Call us.");
    let new = told(&old, &format!("# Questions\n\n{one}{help}{two}{three}"), None);
    assert!(new.contains("inserted a heading \"Help\" after \"What does it cost?\"\n"), "{new}");
    let first = told(&old, &format!("# Questions\n\n{help}{one}{two}{three}"), None);
    assert!(first.contains("inserted a heading \"Help\" at the beginning of \"Questions\".\n"), "{first}");
    let gone = told(&format!("# Questions\n\n{one}{help}{two}{three}"), &old, None);
    assert!(gone.contains("deleted a heading \"Help\" after \"What does it cost?\"\n"), "{gone}");
}

#[test]
fn headings_are_told_by_their_words() {
    let (old, new) = (
        "# Title\n\n## Price ##\n\nIt is £4.\n",
        "# Title\n\n## Price ##\n\nIt is £5.\n\n## Help\n\nCall.\n",
    );
    let said = told(old, new, None);
    assert!(said.contains(": Price, paragraph 1: ") || said.contains(", Price, paragraph 1: "), "{said}");
    assert!(said.contains(", heading: inserted a heading \"Help\"") && !said.contains('#'), "{said}");
    assert!(!said.contains("Title, heading"), "{said}");
}

/// A PR/FAQ, before and after: both texts as they were read.
const DRAFT: &str = "---\ntemplate: prfaq\nproduct: Melinda\n---\n# Melinda keeps your parcel safe\n\n## The box at your door\n\n\
    SEATTLE — Nov. 5, 2027 — You get your parcel today.\n\n## Problem\n\nYou wait at home.\n\nThe van is late.\n\n\
    ## External FAQ\n\n### What does it cost?\n\nIt costs $5 a month.\n\n### Is it safe?\n\nYes, it has a lock.\n\nWe test it.\n\n\
    ## Appendix\n\nThese are the sums.\n\n### Rent\n\n- One box is $2.\n- One lock is $1.\n";

fn spoken(old: &str, new: &str) -> (String, serde_json::Value) {
    let read = crate::report::testing::analysed;
    let both = Both::new(read(old), read(new));
    let redline = Redline::of(old, new, Effort::default());
    let compared = Compared {
        name: "a.md",
        heads: ("a.md at HEAD", "a.md"),
        redline: &redline,
        both: Some(&both),
        notes: &[],
    };
    let (mut said, mut record) = (Vec::new(), Vec::new());
    list(&compared, None, &mut said).unwrap();
    json(&[compared], &mut record).unwrap();
    (String::from_utf8(said).unwrap(), serde_json::from_slice(&record).unwrap())
}

#[test]
fn changes_of_a_prfaq_are_told_by_its_parts() {
    for (old, new, wanted) in [
        ("parcel safe", "parcels safe", "headline: replaced \"parcel\" with \"parcels\"."),
        ("The box at", "A box at", "subheading: replaced \"The\" with \"A\"."),
        ("parcel today", "parcel now", "summary: replaced \"today\" with \"now\"."),
        ("is late", "is slow", "problem, paragraph 2: replaced \"late\" with \"slow\"."),
        ("## Problem", "## The problem", "problem, heading: "),
        ("cost?", "cost me?", "external FAQ, question 1: inserted \"me\""),
        ("a month", "a year", "external FAQ, question 1, answer: replaced"),
        ("We test it", "They test it", "external FAQ, question 2, answer, paragraph 2: replaced"),
        ("the sums", "our sums", "appendix: replaced"),
        // What no part is known of is told by its heading.
        ("is $1", "is $3", "Rent, item 2: replaced \"$1\" with \"$3\"."),
        ("product: Melinda", "product: Linda", "front matter line 3: replaced"),
    ] {
        let said = spoken(DRAFT, &DRAFT.replace(old, new)).0;
        assert!(
            said.lines().nth(2).unwrap().contains(&format!("Change 1 of 1, {wanted}")),
            "{wanted}\n{said}"
        );
    }
}

#[test]
fn questions_that_are_gone_have_the_number_that_they_had() {
    let new = DRAFT.replace("### What does it cost?\n\nIt costs $5 a month.\n\n", "");
    let said = spoken(DRAFT, &new).0;
    assert!(
        said.contains(", external FAQ, old question 1: deleted a question \"What does it cost?\"\n"),
        "{said}"
    );
    assert!(said.contains(", external FAQ, old question 1, answer: deleted a paragraph"), "{said}");
    let moved =
        DRAFT.replace("You wait at home.\n\n", "").replace("Yes, it has", "You wait at home.\n\nYes, it has");
    let said = spoken(DRAFT, &moved).0;
    assert!(!said.contains("moved") || said.contains(" here from problem, "), "{said}");
}

#[test]
fn a_prfaq_says_whether_it_got_better_before_its_changes() {
    let (said, record) =
        spoken(DRAFT, &DRAFT.replace("You wait at home.", "We basically leverage synergies."));
    let scores = said.lines().nth(1).unwrap();
    assert!(
        scores.starts_with("Worse: ") && scores.contains(" Strikes per 100 words 0.0 before, "),
        "{said}"
    );
    let file = &record["files"][0];
    assert_eq!(file["scores"]["trend"], "worse");
    assert_eq!(file["scores"]["old"]["strikes_per_100_words"], 0.0);
    let parts = file["scores"]["parts"].as_array().unwrap();
    let problem = parts.iter().find(|part| part["part"] == "problem").unwrap();
    assert_eq!(
        problem["old"],
        serde_json::json!({"words": 8, "flesch_reading_ease": null, "strikes_per_100_words": 0.0})
    );
    assert!(problem["new"]["strikes_per_100_words"].as_f64().unwrap() > 10.0);
    assert_eq!(
        (&file["changes"][0]["part"], &file["changes"][0]["question"]),
        (&"problem".into(), &serde_json::Value::Null)
    );
    let other = spoken(DRAFT, &DRAFT.replace("a lock", "two locks")).1;
    let change = &other["files"][0]["changes"][0];
    assert_eq!((&change["part"], &change["question"]), (&"external-faq".into(), &2.into()));
}

#[test]
fn other_texts_have_no_parts_and_no_scores() {
    let record = record(OLD, NEW);
    assert!(record["files"][0]["scores"].is_null() && record["files"][0]["changes"][0]["part"].is_null());
}
