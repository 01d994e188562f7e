//! Where answers go, and that none is lost.

use super::super::{builtin, known};
use super::*;

fn skeleton(name: &str) -> String {
    known(name).unwrap().render(&BTreeMap::new())
}

fn interview(name: &str) -> Interview {
    Interview::new(skeleton(name))
}

/// The document of the template called `name` where every question is answered by `answer`.
fn answered(name: &str, answer: impl Fn(&Question) -> String) -> String {
    let mut interview = interview(name);
    while let Some(question) = interview.question().copied() {
        interview.set(&answer(&question)).unwrap();
        interview.next();
    }
    interview.document()
}

/// As [`answered`], where only the question `key` is.
fn one_answer(name: &str, key: &str, answer: &str) -> String {
    answered(name, |question| if question.key == key { answer.to_owned() } else { String::new() })
}

#[test]
fn every_answer_is_in_the_document_of_every_template() {
    for builtin in builtin() {
        let is_day = |key: &str| ["launch", "effective"].contains(&key);
        let text = answered(builtin.name, |question| match question.key {
            key if is_day(key) => "2027-11-05".to_owned(),
            key => format!("answer to {key}"),
        });
        let questions = interview(builtin.name).questions;
        for question in &questions {
            let answer = match question.key {
                key if is_day(key) => "2027-11-05".to_owned(),
                key => format!("nswer to {key}"),
            };
            assert!(text.contains(&answer), "{}: {answer}", builtin.name);
        }
        assert!(questions.len() >= 8, "{}", builtin.name);
    }
}

#[test]
fn what_is_not_answered_stays_a_prompt() {
    for builtin in builtin() {
        assert_eq!(answered(builtin.name, |_| " ".to_owned()), skeleton(builtin.name));
    }
}

#[test]
fn answers_go_to_their_places() {
    let text = answered("prfaq", |question| match question.key {
        "launch" => "Nov 5, 2027".to_owned(),
        "improve" => "know it".to_owned(),
        key => format!("my {key}"),
    });
    for place in [
        "\ncustomer: my customer\n",
        "\nlaunch: \"2027-11-05\"\n",
        "\n## my benefit\n",
        " you know it.\n",
        "\nMy struggle.\n",
        "\nMy trouble\n",
        "\nMy win\n",
    ] {
        assert!(text.contains(place), "{place}: {text}");
    }
    assert!(!text.contains("From the interview"), "{text}");
}

#[test]
fn a_whole_sentence_takes_the_place_of_the_one_that_was_begun() {
    let says = |struggle: &str| one_answer("five-questions", "struggle", struggle);
    assert!(says("cannot come by day").contains("\nThey cannot come by day.\n"));
    assert!(says("Nurses cannot come by day").contains("\nNurses cannot come by day.\n"));
    let kept = one_answer("prfaq", "improve", "They keep the book for ten days");
    assert!(kept.contains("\nThey keep the book for ten days.\n"), "{kept}");
    let both = answered("press-release", |question| match question.key {
        "improve" => "They go to work and find the parcel at home".to_owned(),
        "product" => "Porchbox".to_owned(),
        _ => String::new(),
    });
    assert!(both.contains("\nThey go to work and find the parcel at home.\n"), "{both}");
}

#[test]
fn a_name_of_many_words_pushes_no_answer_out() {
    for improve in ["knowing by nine that she had her tea", "Knowing by nine that she had her tea"] {
        let text = answered("press-release", |question| match question.key {
            "improve" => improve.to_owned(),
            "product" => "Kettlewatch: The Morning Text".to_owned(),
            _ => String::new(),
        });
        assert!(text.contains("nowing by nine that she had her tea"), "{text}");
        assert!(text.contains("product: "), "{text}");
    }
}

#[test]
fn where_a_day_is_asked_for_nothing_else_is_taken() {
    let mut interview = interview("press-release");
    while interview.question().is_some_and(|question| question.key != "launch") {
        interview.next();
    }
    for wrong in ["next spring", "2027", "5/11/2027", "31 April 2027"] {
        assert!(interview.set(wrong).is_err_and(|wanted| wanted.contains("2027-11-05")), "{wrong}");
        assert_eq!(interview.answer(), "");
    }
    assert!(interview.question().is_some_and(|question| question.why.contains("2027-11-05")));
    interview.set(" 5th of November 2027").unwrap();
    assert_eq!(interview.answer(), "2027-11-05");
    interview.set("").unwrap();
    assert_eq!(interview.answered(), 0);
}

#[test]
fn a_day_is_spelt_out_in_prose() {
    let text = one_answer("press-release", "launch", "2027-09-06");
    assert!(text.contains("launch: 2027-09-06\n") || text.contains("launch: \"2027-09-06\"\n"), "{text}");
    assert!(text.contains(", 6 September 2027** "), "{text}");
}

#[test]
fn an_answer_without_a_place_stands_in_a_comment_that_it_cannot_end() {
    let text = one_answer("press-release", "win", "It pays --> twice");
    let end = "\nHow does the customer's win become the company's?\nIt pays - -> twice\n-->\n";
    assert!(text.ends_with(end), "{text}");
}

#[test]
fn one_goes_back_to_what_was_said() {
    let mut interview = interview("one-pager");
    assert!(!interview.back());
    interview.set(" nurses \n").unwrap();
    interview.next();
    assert_eq!((interview.answer(), interview.progress()), ("", (2, 8)));
    assert!(interview.back());
    assert_eq!((interview.answer(), interview.answered()), ("nurses", 1));
}

#[test]
fn what_the_text_says_already_is_not_asked() {
    let given = BTreeMap::from([("customer".to_owned(), "nurses".to_owned())]);
    let interview = Interview::new(known("one-pager").unwrap().render(&given));
    assert_eq!(interview.question().map(|question| question.key), Some("struggle"));
    assert!(interview.questions.iter().all(|question| question.key != "company"));
    let bare = Interview::new("Some text without gaps.\n");
    assert_eq!((bare.progress(), bare.document().as_str()), ((1, 7), "Some text without gaps.\n"));
}
