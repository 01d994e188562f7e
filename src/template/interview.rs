//! The interview before the first draft: what is asked, why, and where in a document the answers belong.
//!
//! It is about a text with gaps, mostly one just made of a template: `{{placeholder}}`s and keys of the front matter
//! without a value. Who asks, a line at a time or on a screen, is not known here. No answer is lost: one that has no place
//! stands in a comment at the end.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::fit::{fitted, spell_days};
use super::placeholder::{ask_for_key, marks};
use super::render::{fill, front_matter_line};
use crate::document::Date;
use crate::text::slice;

/// One question of the interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Its key, kebab-case.
    pub key: &'static str,
    /// The question; empty where the front matter's own is asked.
    ask: &'static str,
    /// Why it is asked, one line.
    pub why: &'static str,
    /// Placeholders that its answer may fill, beside the one with its key; the first that is there is filled.
    places: &'static [&'static str],
    /// Whether it is only asked where the front matter has a gap for it.
    is_key: bool,
}

const fn key(key: &'static str, why: &'static str) -> Question {
    Question { key, ask: "", why, places: &[], is_key: true }
}

/// The questions in the order in which they are asked: the seven that every draft has to answer, then the names.
const QUESTIONS: [Question; 11] = [
    Question {
        key: "customer",
        ask: "Who is the customer: one kind of person, in one situation?",
        why: "They sit in the empty chair; every sentence is read to them.",
        places: &[],
        is_key: false,
    },
    Question {
        key: "struggle",
        ask: "What do they want, need and struggle with?",
        why: "Customers are never quite content; what is missing is what you write about.",
        places: &["problem", "story", "today", "customer-today", "who-is-affected", "pays-more"],
        is_key: false,
    },
    Question {
        key: "evidence",
        ask: "How do we know: who was asked or counted, how many, when?",
        why: "What nobody counted may be nobody's problem.",
        places: &["data", "proof", "figures", "how-often", "reason"],
        is_key: false,
    },
    Question {
        key: "improve",
        ask: "What can they do from now on that would improve their day, or delight them?",
        why: "The solution is told by what they do, not by what it is made of.",
        places: &[
            "solution",
            "proposal",
            "what-changes",
            "what-you-get",
            "what-to-do",
            "change",
            "priorities",
            "next-steps",
        ],
        is_key: false,
    },
    Question {
        key: "benefit",
        ask: "What is the one benefit? If you may promise only one thing, which?",
        why: "Two benefits are none: this is the line under the headline.",
        places: &["one-benefit", "subheading", "what-it-is", "goal-customer", "no-longer"],
        is_key: false,
    },
    Question {
        key: "trouble",
        ask: "What happens when it goes wrong: whom do they reach, how fast, who pays?",
        why: "Whoever can give it back without stress dares to begin.",
        places: &["when-it-breaks", "if-nothing", "help"],
        is_key: false,
    },
    Question {
        key: "win",
        ask: "How does the customer's win become the company's?",
        why: "What does not pay is not made for long.",
        places: &["our-win"],
        is_key: false,
    },
    key("product", "The headline names it, so that this customer understands what it is."),
    key("company", "It stands behind the leader's name, and hardly anywhere else."),
    key("launch", "A day such as 2027-11-05: it makes everybody agree on what will be true by then."),
    key("effective", "A day such as 2027-11-05: it is the first thing that everybody looks for."),
];

/// The questions that ask for a day.
const DAYS: [&str; 2] = ["launch", "effective"];
/// What is said where one is asked for and none is given.
const DAY_WANTED: &str = "a day is wanted here, such as 2027-11-05 or Nov 5, 2027";

impl Question {
    /// What is asked.
    pub fn ask(&self) -> &'static str {
        if self.ask.is_empty() { ask_for_key(self.key).unwrap_or(self.key) } else { self.ask }
    }

    /// The place in `text` that the answer fills.
    fn place(&self, text: &str) -> Option<&'static str> {
        let (head, body) = halves(text);
        let marks = marks(body);
        let is_there = |name: &str| {
            head.lines().any(|line| empty_key(line) == Some(name))
                || marks.iter().any(|mark| mark.name == name)
        };
        std::iter::once(self.key).chain(self.places.iter().copied()).find(|name| is_there(name))
    }
}

/// An interview about one text: what is asked, and the answers so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Interview {
    text: String,
    questions: Vec<Question>,
    answers: Vec<String>,
    at: usize,
}

impl Interview {
    /// An interview about `text`. Names that its front matter has no gap for are not asked, nor the customer where it
    /// says who that is.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let (head, _) = halves(&text);
        let is_known = |key: &str| {
            head.lines().any(|line| line.starts_with(&format!("{key}:")) && empty_key(line).is_none())
        };
        let asked = |question: &&Question| {
            if question.is_key { question.place(&text).is_some() } else { !is_known(question.key) }
        };
        let questions: Vec<Question> = QUESTIONS.iter().filter(asked).copied().collect();
        Self { answers: vec![String::new(); questions.len()], questions, text, at: 0 }
    }

    /// The question at hand; `None` behind the last.
    pub fn question(&self) -> Option<&Question> {
        self.questions.get(self.at)
    }

    /// What was answered to it so far.
    pub fn answer(&self) -> &str {
        self.answers.get(self.at).map_or("", String::as_str)
    }

    /// Which question it is, counted from 1, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        ((self.at + 1).min(self.questions.len()), self.questions.len())
    }

    /// How many are answered.
    pub fn answered(&self) -> usize {
        self.answers.iter().filter(|answer| !answer.is_empty()).count()
    }

    /// Takes `answer` for the question at hand; nothing is no answer. A day is kept as `2027-11-05`, however it is
    /// written.
    ///
    /// # Errors
    ///
    /// What is wanted, where it is no answer to the question; the one that was there stays.
    pub fn set(&mut self, answer: &str) -> Result<(), &'static str> {
        let is_day = self.question().is_some_and(|question| DAYS.contains(&question.key));
        let answer = answer.trim();
        let answer = if is_day && !answer.is_empty() {
            Date::day(answer).ok_or(DAY_WANTED)?.iso()
        } else {
            answer.to_owned()
        };
        if let Some(of) = self.answers.get_mut(self.at) {
            *of = answer;
        }
        Ok(())
    }

    /// Goes on to the next question, or behind the last.
    pub fn next(&mut self) {
        self.at = (self.at + 1).min(self.questions.len());
    }

    /// Goes back to the question before; whether there is one.
    pub fn back(&mut self) -> bool {
        let before = self.at.checked_sub(1);
        self.at = before.unwrap_or(0);
        before.is_some()
    }

    /// The text with the answers in their places, what has none in a comment at the end. What was not answered stays
    /// as a prompt.
    pub fn document(&self) -> String {
        let (mut filled, mut left) = (BTreeMap::new(), String::new());
        let answered = self.questions.iter().zip(&self.answers).filter(|(_, answer)| !answer.is_empty());
        for (question, answer) in answered {
            if let Some(place) = question.place(&self.text) {
                filled.insert(place, answer.clone());
                continue;
            }
            // Nothing in an answer ends the comment.
            let answer = answer.replace("--", "- -");
            let _ = write!(left, "\n{}\n{answer}\n", question.ask());
        }
        let (head, body) = halves(&self.text);
        let mut out = with_keys(head, &filled);
        spell_days(&mut filled);
        let body = fitted(body, &mut filled);
        let filled: BTreeMap<&str, &str> =
            filled.iter().map(|(name, answer)| (*name, answer.as_str())).collect();
        fill(&body, &filled, &mut out);
        if !left.is_empty() {
            let _ = write!(out, "\n<!-- From the interview; there is no place for it above.\n{left}-->\n");
        }
        out
    }
}

/// The front matter of `text`, both its lines of hyphens included, and the rest.
fn halves(text: &str) -> (&str, &str) {
    let end = text.strip_prefix("---\n").and_then(|rest| rest.find("\n---\n")).map_or(0, |at| at + 9);
    (slice(text, 0..end), slice(text, end..text.len()))
}

/// The key of a line of YAML that has no value.
fn empty_key(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let value = value.trim();
    (value.is_empty() || value.starts_with('#')).then_some(key)
}

/// `head` with the values of `answers` where a key has none.
fn with_keys(head: &str, answers: &BTreeMap<&'static str, String>) -> String {
    let line = |line: &str| match empty_key(line).and_then(|key| answers.get_key_value(key)) {
        Some((key, answer)) => front_matter_line(key, Some(answer)),
        None => line.to_owned(),
    };
    head.split_inclusive('\n').map(line).collect()
}

#[cfg(test)]
#[path = "interview_tests.rs"]
mod tests;
