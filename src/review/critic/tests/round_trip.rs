//! Out and in again is the identity.

use proptest::prelude::*;

use super::*;
use crate::review::{Anchor, Answer, Decision, Ground, Record, Reviews, Thread, Verdict};
use crate::text::Span;

fn threads(reviews: &Reviews, text: &str) -> Vec<Thread> {
    reviews.threads(&Ground::new(text, &parse(text)))
}

fn sorted(records: impl IntoIterator<Item = Record>) -> Vec<Record> {
    let mut records: Vec<Record> = records.into_iter().collect();
    records.sort_by(|one, two| one.id.cmp(&two.id));
    records
}

/// The marked text, after it came back as it went.
fn round(reviews: &Reviews, text: &str) -> String {
    let marked = export(text, &threads(reviews, text), reviews, parse).unwrap();
    let back = read(&marked);
    assert_eq!(back.text, text, "{marked}");
    assert_eq!(sorted(back.records), sorted(reviews.records().cloned()), "{marked}");
    marked
}

fn at(text: &str, quote: &str) -> Anchor {
    let start = text.find(quote).unwrap();
    Anchor::of(text, &parse(text), Span::new(start, start + quote.len()))
}

const TEXT: &str =
    "# Melinda\n\nMany customers wait for a parcel. It costs $15.\n\n| a | b |\n| - | - |\n| 1|2 | x |\n";

#[test]
fn a_review_travels_whole() {
    let mut reviews = Reviews::default();
    let (ann, bo) = (sign(), Signature { by: "Bo Ek".to_owned(), ..sign() });
    reviews.add(reviews.comment(&ann, Some(at(TEXT, "Many customers wait for a parcel.")), "Who <<}?"));
    reviews.add(reviews.suggest(&bo, at(TEXT, "Many customers"), "42% of {~~us~>~~}", "Say how many."));
    reviews.add(reviews.suggest(&ann, at(TEXT, "customers wait"), "people wait", "overlaps"));
    reviews.add(reviews.ask(&ann, Some(at(TEXT, "It costs $15.")), ""));
    reviews.add(reviews.suggest(&ann, at(TEXT, "1|2"), "", "gone"));
    reviews.add(reviews.comment(&bo, None, "Too long.\n\nMuch."));
    reviews.add(reviews.comment(&bo, Some(Anchor { quote: "nowhere".into(), ..Anchor::default() }), "Lost."));
    let question =
        threads(&reviews, TEXT).into_iter().find(|one| one.root.kind.name() == "question").unwrap();
    reviews.add(reviews.answer(&bo, &question, Answer::Number("3 months".into()), "Or: 4").unwrap());
    let (at, text) = (ann.at, "Price is missing: see FAQ.".to_owned());
    let verdict = Verdict { decision: Decision::Iterate, at, text };
    reviews.change("Ann", |sidecar| sidecar.verdict = Some(verdict.clone()));

    let marked = round(&reviews, TEXT);
    assert_eq!(read(&marked).verdicts, [("Ann".to_owned(), verdict)]);
    assert!(
        marked.contains("{=={~~Many customers~>42% of {~~us~\\>~\\~}~~}{>>@Bo Ek 2026-11-09T10:30:00Z s_"),
        "{marked}"
    );
    assert!(marked.contains("wait for a parcel.==}{>>@Ann 2026-11-09T10:30:00Z c_"), "{marked}");
    assert!(marked.contains("| {--1|2--}{>>@Ann"), "{marked}");
    // Another program saved it without the line break at the end, or with one more.
    assert_eq!(read(marked.trim_end()).text, TEXT);
}

#[test]
fn a_text_with_marks_or_without_an_end_is_refused() {
    let said = |text: &str| export(text, &[], &Reviews::default(), parse);
    assert_eq!(said("a {++b++}"), Err(Refused::Marked(2)));
    assert_eq!(said("a {== b"), Err(Refused::Marked(2)));
    assert_eq!(said("a `{++b++}`"), Ok("a `{++b++}`".to_owned()));
    let mut reviews = Reviews::default();
    reviews.add(reviews.comment(&sign(), None, "x"));
    let open = "```\ncode";
    assert_eq!(export(open, &threads(&reviews, open), &reviews, parse), Err(Refused::Unfinished));
}

/// What a person does in a review: kind, from, to, text.
type Act = (u8, usize, usize, String);

fn review(text: &str, acts: &[Act]) -> Reviews {
    let document = parse(text);
    let mut reviews = Reviews::default();
    for (nth, (kind, from, to, said)) in acts.iter().enumerate() {
        let by = ["Ann", "Bo Ek", "Zo\u{eb} <z@b>"][nth % 3].to_owned();
        let at = format!("2026-11-09T10:{:02}:00Z", nth % 60).parse().unwrap();
        let sign = Signature { by, at };
        let size = text.len() + 1;
        let (from, to) = (from % size, to % size);
        let anchor = Anchor::of(text, &document, Span::new(from.min(to), from.max(to)));
        // Only fresh anchors come back as they are.
        let ground = Ground::new(text, &document);
        let anchor = match ground.place(&anchor) {
            Some(place) => Anchor::of(text, &document, place.span),
            None => anchor,
        };
        let last = threads(&reviews, text).pop();
        let record = match (kind % 7, last) {
            (0, _) => reviews.suggest(&sign, anchor, said, ""),
            (1, _) => reviews.suggest(&sign, anchor, "", said),
            (2, _) => reviews.ask(&sign, Some(anchor), said),
            (3, Some(last)) => reviews.reply(&sign, &last.root.id, said),
            (4, Some(last)) => reviews.resolve(&sign, &last, said),
            (5, _) => reviews.comment(&sign, None, said),
            _ => reviews.comment(&sign, Some(anchor), said),
        };
        reviews.add(record);
    }
    reviews
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is said about whatever text, it comes back as it went.
    #[test]
    fn out_and_in_is_the_identity(
        words in prop::collection::vec(prop::sample::select(vec![
            "parcel", "many", "x", "$15.", "\n\n", "\n", "- item", "| a |", "`code`", "**b**", "\u{e9}", "==}", "~>", "\\", "> q", "`",
        ]), 1..40),
        acts in prop::collection::vec(
            (any::<u8>(), any::<usize>(), any::<usize>(), "[-+~=<>}{\\\\a `|:?@\n]{0,8}|\\PC{0,12}"), 0..9),
    ) {
        let text = words.join(" ");
        let reviews = review(&text, &acts);
        let all = threads(&reviews, &text);
        if let Ok(marked) = export(&text, &all, &reviews, parse) {
            let back = read(&marked);
            prop_assert_eq!(&back.text, &text);
            prop_assert_eq!(sorted(back.records), sorted(reviews.records().cloned()), "{}", marked);
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in "([-+~=<>}{`\n a]|\\PC){0,60}") {
        let read = read(&text);
        prop_assert!(read.text.len() <= text.len());
    }
}
