//! Marks as people and other programs write them.

use super::*;
use crate::review::{Kind, Record, Status};

/// The text without marks, and each record as `author kind quote -> to: text`.
fn told(text: &str) -> (String, Vec<String>) {
    let read = read(text);
    let say = |record: &Record| {
        let to = match &record.kind {
            Kind::Suggestion { to } => format!(" -> {to}"),
            _ => String::new(),
        };
        let quote = record.anchor.as_ref().map_or("-", |anchor| anchor.quote.as_str());
        format!("{} {} {quote:?}{to}: {}", record.by, record.kind.name(), record.text)
    };
    (read.text, read.records.iter().map(say).collect())
}

#[test]
fn the_five_marks_say_what_they_say() {
    let text = "A{++ new++} b{-- old--} {~~many~>42~~}{>>how many?<<} {==it costs==}{>>? a month<<} end{>>@bo: so<<}.\n";
    let (base, records) = told(text);
    assert_eq!(base, "A b old many it costs end.\n");
    assert_eq!(
        records,
        [
            r#"Ann suggestion "A" -> A new: "#,
            r#"Ann suggestion "b old" -> b: "#,
            r#"Ann suggestion "many" -> 42: how many?"#,
            r#"Ann question "it costs": a month"#,
            r#"bo comment "": so"#,
        ]
    );
}

#[test]
fn a_bare_question_mark_is_a_question() {
    let (_, records) = told("{==It is fast.==}{>>?<<}");
    assert_eq!(records, [r#"Ann question "It is fast.": "#]);
}

#[test]
fn what_stands_behind_a_plain_comment_replies_to_it() {
    let read = read("{==box==}{>>@bo: Why?<<}{>>@cy: Because.<<}");
    let [one, two] = read.records.as_slice() else { panic!("{read:?}") };
    assert_eq!((two.re.as_ref(), two.anchor.as_ref()), (Some(&one.id), None));
}

#[test]
fn a_bar_in_a_mark_does_not_end_its_table_cell() {
    let (base, records) = told("| a | b |\n| - | - |\n| {++2|3++} | {~~x|y~>z~~} |\n");
    assert_eq!(base, "| a | b |\n| - | - |\n|  | x|y |\n");
    assert_eq!(records, [r#"Ann suggestion "| |" -> | 2|3 |: "#, r#"Ann suggestion "x|y" -> z: "#]);
}

#[test]
fn a_mark_with_a_blank_line_is_one_mark() {
    let (base, records) = told("One.{++\n\nTwo -- \"quoted\".++}\n\n{--Three.\n\nFour.--}\n");
    assert_eq!(base, "One.\n\nThree.\n\nFour.\n");
    assert_eq!(records.len(), 2);
    assert!(records[0].contains("\n\nTwo -- \"quoted\"."), "{records:?}");
}

#[test]
fn code_and_front_matter_hold_no_marks() {
    for text in [
        "---\ntitle: '{++x++}'\n---\nText.\n",
        "Write `{++x++}` or ``a ` {--b--}`` here.\n",
        "```\n{++x++}\n```\n",
        "> ~~~ text\n> {++x++}\n> ~~~\n",
        "Text.\n\n    {++x++}\n\n    {--y--}\n",
        "\u{feff}---\na: {++b++}\n---\n",
    ] {
        assert_eq!(told(text), (text.to_owned(), Vec::new()), "{text}");
    }
    // No code: a lone backtick, a list's own paragraph, a line that begins with a mark of two tildes.
    for text in ["a ` b {++x++}\n", "- item\n\n    {++x++}\n", "{~~a~>b~~}\n", "a ` b\n\nc ` {++x++}\n"] {
        assert_eq!(told(text).1.len(), 1, "{text}");
    }
}

#[test]
fn marks_without_an_end_stay_text_and_are_told() {
    for (text, at) in [("a {++b", 2), ("{~~a~~} b", 0), ("{==a {>>b", 0), ("x {-- y\n", 2), ("{==\n\na", 0)] {
        let read = read(text);
        assert_eq!(read.text, text);
        assert_eq!(read.unclosed.first(), Some(&Unclosed(at)), "{text}");
    }
    // What stands in a highlight without an end is still read.
    let (base, records) = told("{==a {++b++} c");
    assert_eq!((base.as_str(), records.len()), ("{==a  c", 1));
}

#[test]
fn highlights_hold_other_marks() {
    let (base, records) = told("{==Many {~~customers~>people~~}{>>who?<<} wait.==}{>>Good.<<}");
    assert_eq!(base, "Many customers wait.");
    assert_eq!(
        records,
        [r#"Ann suggestion "customers" -> people: who?"#, r#"Ann comment "Many customers wait.": Good."#]
    );
}

#[test]
fn hostile_texts_are_read_in_good_time() {
    for text in ["{==", "{~~", "{++", "{>>", "{==a==}{>>", "`{++", "{~~a~~}"] {
        let many = text.repeat(1_000);
        let read = read(&many);
        assert!(read.text.len() <= many.len());
    }
}

#[test]
fn author_time_and_name_are_read() {
    let text = "{==x==}{>>@Ana & Bob <pm> 2026-11-09T10:30:00+01:00 c_8f3a re q_1 answered \"I don't know, by 2027-01-15\": \
                so: it <\\<} is<<}";
    let read = read(text);
    let record = read.records.iter().find(|record| record.id.as_str() == "c_8f3a").unwrap();
    assert_eq!(record.by, "Ana & Bob <pm>");
    assert_eq!(record.at.to_string(), "2026-11-09T09:30:00Z");
    assert_eq!(record.text, "so: it <<} is");
    assert!(matches!(record.status, Some(Status::Answered(_))));
}
