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
        ("version: 2\nreviewer: Ann\n".to_owned(), 1, 10, "version 2 is newer"),
        ("version: 2\nreviewer: Ann\nthreads: {a: b}\n".to_owned(), 1, 10, "version 2 is newer"),
        (format!("{HEAD}records:\n<<<<<<< HEAD\n  - {{}}\n=======\n>>>>>>> bo\n"), 4, 1, "merge conflict"),
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

/// A file as people write them.
const BY_HAND: &str = "\
# My notes of the meeting
version: 1   # do not change
reviewer: Ann

# what I decided
verdict: {decision: reject, at: 2026-11-09T10:00:00Z}  # for now
records: # the oldest first

# ask Bo about this one
- {id: c_1, at: 2026-11-09T10:00:00Z, kind: comment, text: 'It is # 1.'} # really

- id: q_1
  # from the call
  at: 2026-11-09T10:01:00Z
  kind: question
  text: |
    # Price?

    And who pays?
# the end
";

#[test]
fn saving_keeps_what_was_written_by_hand() {
    let was = Sidecar::parse(BY_HAND).unwrap();
    assert_eq!(was.render_over(BY_HAND), BY_HAND);
    let mut more = Reviews::new(vec![was.clone()]);
    more.add(more.comment(&sign("Ann", 5), None, "New."));
    let sidecar = more.of("Ann").unwrap();
    let text = sidecar.render_over(BY_HAND);
    assert_eq!(Sidecar::parse(&text).as_ref(), Ok(sidecar));
    let (before, added) = text.split_once("- id: c_").unwrap();
    assert_eq!(format!("{before}# the end\n"), BY_HAND);
    assert!(
        added.ends_with("    text: New.\n# the end\n") || added.ends_with("  text: New.\n# the end\n"),
        "{text}"
    );
}

#[test]
fn comments_on_what_changes_stay_above_it() {
    let mut sidecar = Sidecar::parse(BY_HAND).unwrap();
    sidecar.verdict = None;
    sidecar.read = Some(Read { at: sidecar.records[0].at, text: "ab".into(), revision: None });
    sidecar.records[1].text = "Who pays?".into();
    sidecar.records.remove(0);
    let text = sidecar.render_over(BY_HAND);
    assert_eq!(Sidecar::parse(&text).as_ref(), Ok(&sidecar), "{text}");
    let comments: Vec<&str> =
        text.lines().filter_map(|line| line.find('#').and_then(|at| line.get(at..))).collect();
    assert_eq!(
        comments,
        [
            "# My notes of the meeting",
            "# do not change",
            "# what I decided",
            "# for now",
            "# the oldest first",
            "# ask Bo about this one",
            "# really",
            "# from the call",
            "# the end"
        ]
    );
}

#[test]
fn a_form_of_its_own_keeps_its_comments_too() {
    let old = "{version: 1, # one\n reviewer: Ann, records: [ # two\n]}\n# three\n";
    let mut sidecar = Sidecar::parse(old).unwrap();
    sidecar.verdict = Some(Verdict {
        decision: Decision::Approve,
        at: "2026-11-09T10:00:00Z".parse().unwrap(),
        text: String::new(),
    });
    let text = sidecar.render_over(old);
    assert_eq!(Sidecar::parse(&text), Ok(sidecar.clone()));
    assert_eq!(text, format!("# one\n# two\n# three\n{}", sidecar.render()));
}

proptest! {
    /// Whatever stood there and whatever is to stand there: it reads back, and no comment line is lost.
    #[test]
    fn writing_over_loses_nothing(
        lines in prop::collection::vec(prop::sample::select(vec!["# a comment", "  # deeper", "", "    # deepest"]), 0..12),
        places in prop::collection::vec(0_usize..20, 12), keep in 0_usize..4, said in "[a-z#: ]{0,12}",
    ) {
        let mut reviews = Reviews::default();
        for minute in 0..3 {
            reviews.add(reviews.comment(&sign("Ann", minute), None, &said));
        }
        let mut old: Vec<String> = reviews.of("Ann").unwrap().render().lines().map(str::to_owned).collect();
        for (line, place) in lines.iter().zip(&places) {
            old.insert(place % (old.len() + 1), (*line).to_owned());
        }
        let old = old.join("\n");
        let mut sidecar = Sidecar::parse(&old).unwrap();
        let same = sidecar.render_over(&old);
        prop_assert_eq!(same.trim_end(), old.trim_end());
        sidecar.records.truncate(keep);
        let text = sidecar.render_over(&old);
        prop_assert_eq!(Sidecar::parse(&text), Ok(sidecar));
        let count = |text: &str, what: &str| text.lines().filter(|line| line.trim() == what).count();
        for comment in ["# a comment", "# deeper", "# deepest"] {
            prop_assert_eq!(count(&text, comment), count(&old, comment), "{}", text);
        }
    }

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
