//! Files of reviewers: what is written reads back, what is wrong is said with its place.

use proptest::prelude::*;

use super::*;

fn problem(text: &str) -> (usize, usize, String) {
    let error = Sidecar::parse(text).unwrap_err();
    let at = error.at.map_or((0, 0), |at| (at.line, at.column));
    (at.0, at.1, error.message)
}

const HEAD: &str = "version: 1\nreviewer: Ann\n";

#[test]
fn a_file_reads_back_as_it_was_written() {
    let mut reviews = Reviews::default();
    let ann = sign("Ann Lee", 0);
    reviews.add(reviews.suggest(
        &ann,
        anchor(DRAFT, "Many customers", 1),
        "42% of members",
        "Say how many:\n\"who\"?",
    ));
    reviews.add(reviews.ask(&ann, None, ""));
    let asked = threads(&reviews, DRAFT);
    let question = asked.iter().find(|thread| thread.root.kind == Kind::Question).unwrap();
    reviews.add(reviews.answer(&ann, question, Answer::Number("42".into()), "").unwrap());
    let mut sidecar = reviews.of("Ann Lee").unwrap().clone();
    sidecar.read =
        Some(Read { at: ann.at, text: "0000000000000012".into(), revision: Some("1234567".into()) });
    sidecar.verdict = Some(Verdict { decision: Decision::Iterate, at: ann.at, text: "no: price".into() });
    let text = sidecar.render();
    assert_eq!(Sidecar::parse(&text), Ok(sidecar), "{text}");
    assert!(
        text.starts_with("version: 1\nreviewer: Ann Lee\nread:\n  at: \"2026-11-09T10:00:00Z\"\n"),
        "{text}"
    );
    assert!(text.contains("    status: answered\n    answer: \"42\"\n"), "{text}");
}

#[test]
fn a_file_written_by_hand_may_be_short() {
    let text = format!(
        "{HEAD}records:\n- {{id: q1, at: 2026-11-09T10:00:00Z, kind: question, quote: 'some  words', text: Why?}}\n\
         - {{id: r1, at: 2026-11-09T10:00:00+01:00, kind: comment, re: q1, status: answered, answer: 42}}\n"
    );
    let sidecar = Sidecar::parse(&text).unwrap();
    let [question, reply] = sidecar.records.as_slice() else { panic!() };
    assert_eq!(
        (question.by.as_str(), question.anchor.as_ref().unwrap().quote.as_str()),
        ("Ann", "some words")
    );
    assert_eq!(reply.status, Some(Status::Answered(Answer::Number("42".into()))));
    assert_eq!(reply.at.to_string(), "2026-11-09T09:00:00Z");
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let record = |rest: &str| format!("{HEAD}records:\n  - id: c_1\n    at: 2026-11-09T10:00:00Z\n{rest}");
    for (text, line, column, said) in [
        ("version: 2\nreviewer: Ann\n".to_owned(), 1, 10, "version 2"),
        ("version: 1\nreviewer: ../x\n".to_owned(), 2, 11, "no reviewer's name"),
        (format!("{HEAD}colour: red\n"), 3, 1, "colour"),
        (format!("{HEAD}records: yes\n"), 3, 10, "list"),
        (format!("{HEAD}read: {{at: noon, text: ab}}\n"), 3, 12, "point in time"),
        (record("    kind: praise\n"), 6, 11, "comment, suggestion, question"),
        (record("    kind: suggestion\n"), 6, 11, "`to`"),
        (record("    kind: comment\n    status: done\n"), 7, 13, "resolved"),
        (record("    kind: comment\n    status: answered\n    answer: maybe\n"), 8, 13, "four answers"),
        (record("    kind: comment\n    before: x\n"), 7, 13, "`quote`"),
        (record("    kind: comment\n    re: c_1\n"), 7, 9, "itself"),
        (
            record("    kind: comment\n  - id: c_1\n    at: 2026-11-09T10:00:00Z\n    kind: comment\n"),
            7,
            9,
            "two records",
        ),
        (record("    kind: comment\n    text: [a]\n"), 7, 11, "text"),
    ] {
        let found = problem(&text);
        assert_eq!((found.0, found.1), (line, column), "{text}\n{found:?}");
        assert!(found.2.contains(said), "{found:?}");
    }
}

#[test]
fn a_hostile_file_is_refused() {
    let bomb = format!("{HEAD}records: [{}]\n", "{id: a, at: b, kind: c},".repeat(9_000));
    assert!(problem(&bomb).2.contains("20,000"));
    let huge = format!("{HEAD}{}", "# x\n".repeat(300_000));
    assert!(problem(&huge).2.contains("limit is 1024 KiB"));
    let alias =
        format!("{HEAD}records: &r [&e {{id: a, at: b, kind: c, text: {}}}, *e, *r]\n", "x".repeat(1000));
    assert!(Sidecar::parse(&alias).is_err());
}

proptest! {
    #[test]
    fn whatever_is_said_reads_back(
        name in "[A-Za-z\u{e9}][A-Za-z '.&<>@#:-]{0,20}", text in "\\PC{0,40}|[ a:#'\"\n\r\t]{0,20}",
        to in "\\PC{0,40}", quote in "\\PC{0,20}",
    ) {
        let name = name.trim();
        let mut reviews = Reviews::default();
        let anchor = Anchor { quote: place::folded(quote.trim()), before: text.clone(), ..Anchor::default() };
        let sign = sign(name, 1);
        reviews.add(reviews.suggest(&sign, anchor, &to, &text));
        let id = reviews.records().next().unwrap().id.clone();
        reviews.add(reviews.reply(&sign, &id, &text));
        let sidecar = reviews.of(name).unwrap();
        prop_assert_eq!(Sidecar::parse(&sidecar.render()), Ok(sidecar.clone()));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "(version: 1\nreviewer: a\n)?\\PC{0,60}") {
        let _ = Sidecar::parse(&text);
    }
}
