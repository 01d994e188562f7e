//! What people do in a review, and what comes of it.

use jiff::civil::date;

use super::*;
use crate::text::Change;

/// Ann suggests, asks and remarks; Bo has said nothing yet.
fn reviews() -> Reviews {
    let mut reviews = Reviews::default();
    let ann = |minute| sign("Ann", minute);
    reviews.add(reviews.ask(&ann(1), Some(anchor(DRAFT, "It costs $15.", 0)), "A month?"));
    reviews.add(reviews.suggest(&ann(2), anchor(DRAFT, "Many customers", 1), "42% of members", ""));
    reviews.add(reviews.comment(&ann(3), None, "Too long."));
    reviews.add(reviews.comment(&ann(4), Some(anchor("Lost text stood here.", "text stood", 0)), "Gone."));
    reviews
}

fn by_kind(reviews: &Reviews, kind: &str) -> Thread {
    threads(reviews, DRAFT).into_iter().find(|thread| thread.root.kind.name() == kind).unwrap()
}

#[test]
fn threads_stand_as_in_the_document_and_none_is_dropped() {
    let found = threads(&reviews(), DRAFT);
    let texts: Vec<_> = found.iter().map(|thread| thread.root.text.as_str()).collect();
    assert_eq!(texts, ["", "A month?", "Too long.", "Gone."]);
    assert_eq!(found.iter().map(Thread::is_unplaced).collect::<Vec<_>>(), [false, false, false, true]);
}

#[test]
fn accepting_edits_the_document_once() {
    let mut reviews = reviews();
    let thread = by_kind(&reviews, "suggestion");
    let (edit, record) = reviews.accept(&sign("Bo", 5), DRAFT, &thread, "").unwrap();
    let edited = Change::from(edit).applied(DRAFT);
    assert_eq!(edited, DRAFT.replace("Many customers will", "42% of members will"));
    reviews.add(record);
    assert_eq!(by_kind(&reviews, "suggestion").status, Status::Accepted);
    assert_eq!(reviews.of("Ann").unwrap().records.len(), 4, "nobody writes in another's file");
    let again = by_kind(&reviews, "suggestion");
    assert_eq!(reviews.accept(&sign("Bo", 6), DRAFT, &again, "").unwrap_err(), Refusal::Accepted);
}

#[test]
fn accepting_a_deletion_leaves_nothing_behind() {
    let mut reviews = Reviews::default();
    let miss = anchor(DRAFT, "They miss work.", 0);
    reviews.add(reviews.suggest(&sign("Ann", 1), miss, "", ""));
    let (edit, _) = reviews.accept(&sign("Bo", 2), DRAFT, &by_kind(&reviews, "suggestion"), "").unwrap();
    assert_eq!(Change::from(edit).applied(DRAFT), DRAFT.replace(" They miss work.", ""));
}

#[test]
fn an_edited_text_is_not_overwritten() {
    let reviews = reviews();
    let edited = DRAFT.replace("Many customers will", "Many busy customers will");
    let thread = threads(&reviews, &edited).remove(0);
    assert_eq!(reviews.accept(&sign("Bo", 5), &edited, &thread, "").unwrap_err(), Refusal::Edited);
    let question = by_kind(&reviews, "question");
    assert_eq!(reviews.accept(&sign("Bo", 5), DRAFT, &question, "").unwrap_err(), Refusal::NoSuggestion);
    assert!(reviews.answer(&sign("Bo", 5), &by_kind(&reviews, "suggestion"), Answer::Yes, "").is_err());
}

#[test]
fn a_question_is_open_until_it_is_answered_and_again_when_a_promise_is_broken() {
    let mut reviews = reviews();
    let wants = |reviews: &Reviews, day| by_kind(reviews, "question").wants_answer(day);
    let today = date(2026, 11, 10);
    assert!(wants(&reviews, today));
    let by = Answer::parse("I don't know, by 2026-11-20").unwrap();
    reviews.add(reviews.answer(&sign("Bo", 5), &by_kind(&reviews, "question"), by, "Ask finance.").unwrap());
    assert!(!wants(&reviews, today));
    assert!(wants(&reviews, date(2026, 11, 21)));
    reviews.add(reviews.answer(&sign("Bo", 6), &by_kind(&reviews, "question"), Answer::No, "").unwrap());
    assert!(!wants(&reviews, date(2026, 11, 21)));
    reviews.add(reviews.reopen(&sign("Ann", 7), &by_kind(&reviews, "question"), "Really?"));
    assert!(wants(&reviews, today));
    let question = by_kind(&reviews, "question");
    assert_eq!(
        question.replies.iter().map(|reply| reply.by.as_str()).collect::<Vec<_>>(),
        ["Bo", "Bo", "Ann"]
    );
}

#[test]
fn replies_to_replies_join_the_thread_and_lost_ones_stay_visible() {
    let mut reviews = reviews();
    let question = by_kind(&reviews, "question").root.id;
    reviews.add(reviews.reply(&sign("Bo", 5), &question, "one"));
    let one = reviews.of("Bo").unwrap().records[0].id.clone();
    reviews.add(reviews.reply(&sign("Cy", 6), &one, "two"));
    assert_eq!(by_kind(&reviews, "question").replies.len(), 2);
    // The question is withdrawn; what was said to it is not.
    reviews.change("Ann", |sidecar| sidecar.records.retain(|record| record.id != question));
    let found = threads(&reviews, DRAFT);
    let lost = found.iter().find(|thread| thread.root.text == "one").unwrap();
    assert!(lost.is_unplaced());
    assert_eq!(lost.replies.len(), 1);
}

#[test]
fn replies_in_a_circle_are_shown_all_the_same() {
    let text = |by: &str, id: &str, re: &str| {
        format!(
            "version: 1\nreviewer: {by}\nrecords: [{{id: {id}, at: 2026-11-09T10:00:00Z, kind: comment, re: {re}}}]"
        )
    };
    let files = [text("Ann", "a", "b"), text("Bo", "b", "a")].map(|text| Sidecar::parse(&text).unwrap());
    assert_eq!(threads(&Reviews::new(files.to_vec()), DRAFT).len(), 2);
}

#[test]
fn ids_are_short_unique_and_found_by_their_beginning() {
    let mut reviews = Reviews::default();
    let ann = sign("Ann", 1);
    for _ in 0..3 {
        reviews.add(reviews.comment(&ann, None, "The same words in the same second."));
    }
    let ids: Vec<String> = reviews.records().map(|record| record.id.to_string()).collect();
    assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
    assert!(ids.iter().all(|id| id.len() == 8 && id.starts_with("c_")), "{ids:?}");
    for short in [0..8, 0..6, 2..8].map(|range| ids[1].get(range).unwrap()) {
        let Found::One(found) = reviews.find(short) else { panic!("{short}") };
        assert_eq!(found.id.as_str(), ids[1]);
    }
    assert!(matches!(reviews.find("c_"), Found::Several(found) if found.len() == 3));
    assert_eq!(reviews.find("zz"), Found::None);
}
