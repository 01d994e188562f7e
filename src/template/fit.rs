//! How an answer of the interview fits the sentence that the template has begun for it.
//!
//! "With {{product}}, you {{solution}}." wants a verb, and people answer as they speak: "know what is in the tank", "to
//! know it", "knowing it", "a text each morning", "They know it at nine". What fits goes in, its capital seen to; what
//! does not is a sentence of its own in the place of the one that was begun.

use std::collections::BTreeMap;

use super::placeholder::{Mark, marks};
use crate::document::Date;
use crate::text::slice;

/// Placeholders that a sentence may lose: the front matter asks for them too.
const NAMES: [&str; 2] = ["product", "company"];

/// Days as prose has them, `6 September 2027`; front matter has `2027-09-06`.
pub(super) fn spell_days(answers: &mut BTreeMap<&'static str, String>) {
    for answer in answers.values_mut() {
        let is_iso = answer.len() == 10 && answer.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if let Some(day) = Date::day(answer).filter(|_| is_iso) {
            *answer = day.to_string();
        }
    }
}

/// `body` made ready for `answers`, and they for it: "They {{struggle}}." and "Nurses cannot come." A line with something
/// else to fill in stays, and so does one in which two answers meet: neither pushes the other out.
pub(super) fn fitted(body: &str, answers: &mut BTreeMap<&'static str, String>) -> String {
    let mut out = String::with_capacity(body.len());
    for line in body.split_inclusive('\n') {
        let marks = marks(line);
        let is_begun = line.starts_with(char::is_alphabetic) || line.starts_with("{{");
        let is_whole = is_begun
            && marks.iter().all(|mark| answers.contains_key(mark.name) || NAMES.contains(&mark.name));
        let told: Vec<Mark<'_>> = marks
            .into_iter()
            .filter(|mark| !NAMES.contains(&mark.name) && answers.contains_key(mark.name))
            .collect();
        let fit = match told.as_slice() {
            [mark] => answers.get(mark.name).map(|answer| (*mark, fit(line, *mark, answer, is_whole))),
            several => {
                for mark in several {
                    let head = slice(line, 0..mark.span.start);
                    if let Some(answer) = answers.get_mut(mark.name) {
                        *answer = cased(head, answer);
                    }
                }
                None
            }
        };
        match fit {
            Some((mark, Fit::Gap(words))) => {
                answers.insert(known(answers, mark.name), words);
                out.push_str(line);
            }
            Some((mark, Fit::Line(sentence))) => {
                answers.insert(known(answers, mark.name), sentence);
                out.push_str(slice(line, mark.span));
                out.push('\n');
            }
            None => out.push_str(line),
        }
    }
    out
}

/// The key of `answers` that is called `name`, which it has.
fn known(answers: &BTreeMap<&'static str, String>, name: &str) -> &'static str {
    answers.get_key_value(name).map_or("", |(key, _)| *key)
}

/// What becomes of an answer.
#[derive(Debug, PartialEq, Eq)]
enum Fit {
    /// These words go into the gap.
    Gap(String),
    /// This sentence takes the place of the one that was begun.
    Line(String),
}

/// `answer` in the gap at `mark` of `line`; `is_whole` is whether nothing else is to be filled in there.
fn fit(line: &str, mark: Mark<'_>, answer: &str, is_whole: bool) -> Fit {
    let head = slice(line, 0..mark.span.start);
    let whole = |sentence: &str| Fit::Line(sentence_of(sentence));
    if head.is_empty() {
        return if is_sentence(answer) && is_whole { whole(answer) } else { Fit::Gap(opening(answer)) };
    }
    if !is_whole {
        return Fit::Gap(cased(head, answer));
    }
    let form = Form::of(answer);
    match (Slot::of(head), form) {
        (_, Form::Thing) if head == "They " && mark.name == "struggle" => {
            let with = if is_gerund(answer) { "They struggle with" } else { "They struggle:" };
            whole(&format!("{with} {}", cased(head, answer)))
        }
        (Slot::Verb, Form::Thing) => whole(&format!("It means {}", cased(head, answer))),
        (Slot::Clause, Form::Thing) => Fit::Gap(format!("there is {}", cased(head, answer))),
        // "You no longer ..." asks for what is gone, and the answer says what is there.
        (Slot::Verb, Form::Verb) if head.ends_with(" no longer ") => {
            whole(&format!("{}{}", head.trim_end_matches("no longer "), lowered(answer)))
        }
        (Slot::Verb, Form::Infinitive) => Fit::Gap(slice(answer, 3..answer.len()).to_owned()),
        (Slot::Verb, Form::Verb) => Fit::Gap(lowered(answer)),
        (_, Form::Sentence) | (Slot::Verb, Form::Clause | Form::Other) => whole(answer),
        (Slot::Often, _) if !is_often(answer) => whole(answer),
        _ => Fit::Gap(cased(head, answer)),
    }
}

/// What a sentence that was begun goes on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// A verb: "you", "they", "we".
    Verb,
    /// A sentence of its own: "When it goes wrong,".
    Clause,
    /// How often: "It happens".
    Often,
    /// Anything.
    Other,
}

impl Slot {
    fn of(head: &str) -> Self {
        let lower = head.to_lowercase();
        let last = lower.split_whitespace().next_back().unwrap_or("");
        match last {
            "you" | "they" | "we" | "longer" => Self::Verb,
            "happens" => Self::Often,
            _ if last.ends_with(',') => Self::Clause,
            _ => Self::Other,
        }
    }
}

/// What an answer is, as far as its first words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A sentence, capital and all.
    Sentence,
    /// One without its capital: "they know it".
    Clause,
    /// Something that a verb is missing before: "a text", "knowing it".
    Thing,
    /// "to know it".
    Infinitive,
    /// "know it".
    Verb,
    /// "when it rains", "texts each morning".
    Other,
}

const SUBJECTS: [&str; 12] =
    ["they", "you", "she", "he", "we", "i", "it", "there", "nobody", "everybody", "everyone", "people"];
const DETERMINERS: [&str; 35] = [
    "a",
    "an",
    "the",
    "no",
    "more",
    "less",
    "fewer",
    "better",
    "one",
    "two",
    "three",
    "half",
    "their",
    "your",
    "his",
    "her",
    "its",
    "our",
    "my",
    "this",
    "that",
    "these",
    "those",
    "each",
    "every",
    "some",
    "any",
    "all",
    "both",
    "only",
    "just",
    "nothing",
    "something",
    "everything",
    "another",
];
const LEADS: [&str; 25] = [
    "in", "on", "at", "by", "with", "without", "from", "after", "before", "when", "if", "once", "while",
    "because", "as", "for", "during", "until", "since", "where", "how", "what", "who", "whenever", "so",
];
/// Words that end as gerunds do and are none.
const NO_GERUNDS: [&str; 9] =
    ["bring", "sing", "ring", "spring", "swing", "string", "fling", "cling", "evening"];

impl Form {
    fn of(answer: &str) -> Self {
        let mut words = answer.split_whitespace().map(str::to_lowercase);
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let is_one_of = |words: &[&str]| words.contains(&first.as_str());
        let is_many = first.ends_with('s') && first.len() > 3 && !first.ends_with("ss");
        if is_gerund(answer) {
            Self::Thing
        } else if is_sentence(answer) {
            Self::Sentence
        } else if is_one_of(&SUBJECTS) {
            Self::Clause
        } else if first == "no" && second == "longer" {
            Self::Verb
        } else if is_one_of(&DETERMINERS) || first.starts_with(|c: char| !c.is_alphabetic()) {
            Self::Thing
        } else if first == "to" && !second.is_empty() {
            Self::Infinitive
        } else if is_one_of(&LEADS) || is_many {
            Self::Other
        } else {
            Self::Verb
        }
    }
}

fn is_gerund(answer: &str) -> bool {
    let first = answer.split_whitespace().next().unwrap_or("").to_lowercase();
    first.len() > 4
        && first.ends_with("ing")
        && !NO_GERUNDS.contains(&first.as_str())
        && !first.ends_with("thing")
}

fn is_often(answer: &str) -> bool {
    const WORDS: [&str; 12] = [
        "every", "each", "once", "twice", "daily", "weekly", "monthly", "often", "always", "about", "on",
        "at",
    ];
    let mut words = answer.split_whitespace();
    let first = words.next().unwrap_or("").to_lowercase();
    WORDS.contains(&first.as_str()) || words.any(|word| word.trim_matches(',') == "times")
}

/// `answer` behind `head`: in mid-sentence a word that is no name loses its capital.
fn cased(head: &str, answer: &str) -> String {
    if head.is_empty() {
        return opening(answer);
    }
    let is_mid = head.trim_end().ends_with(|c: char| c.is_alphabetic() || c == ',');
    let first = answer.split_whitespace().next().unwrap_or("").to_lowercase();
    let common = [SUBJECTS.as_slice(), &DETERMINERS, &LEADS, &["to", "not", "and", "or", "call", "about"]];
    let is_common = first != "i" && common.iter().any(|words| words.contains(&first.as_str()));
    if is_mid && (is_common || is_gerund(answer)) { lowered(answer) } else { answer.to_owned() }
}

/// `answer` with a small first letter, unless its first word is written in capitals or has one inside.
fn lowered(answer: &str) -> String {
    let is_name =
        answer.split_whitespace().next().is_some_and(|word| word.chars().skip(1).any(char::is_uppercase));
    let mut letters = answer.chars();
    match letters.next() {
        Some(first) if !is_name => first.to_lowercase().chain(letters).collect(),
        _ => answer.to_owned(),
    }
}

/// `answer` as a sentence begins, its first letter a capital; a name with one inside ("gRPC") stays as it is.
fn opening(answer: &str) -> String {
    let named = answer.split_whitespace().next().is_some_and(|word| word.contains(char::is_uppercase));
    let mut letters = answer.chars();
    match letters.next() {
        Some(first) if !named => first.to_uppercase().chain(letters).collect(),
        _ => answer.to_owned(),
    }
}

fn sentence_of(words: &str) -> String {
    let mut sentence = opening(words);
    if !sentence.ends_with(['.', '!', '?', '"', ':']) {
        sentence.push('.');
    }
    sentence
}

/// Whether `answer` begins as a sentence and has as many words as one.
fn is_sentence(answer: &str) -> bool {
    answer.starts_with(char::is_uppercase) && answer.split_whitespace().nth(3).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(line: &str, name: &'static str, answer: &str) -> String {
        let mut answers = BTreeMap::from([(name, answer.to_owned())]);
        let body = fitted(&format!("{line}\n"), &mut answers);
        let text = body.replace(&format!("{{{{{name}}}}}"), answers.get(name).unwrap());
        text.trim_end().replace("..", ".")
    }

    #[test]
    fn every_way_to_say_what_they_do_makes_a_sentence() {
        for (answer, sentence) in [
            ("know what is in the tank", "With {{product}}, you know what is in the tank."),
            ("Know it", "With {{product}}, you know it."),
            ("to know what is in the tank", "With {{product}}, you know what is in the tank."),
            ("knowing what is in the tank", "It means knowing what is in the tank."),
            ("Knowing by nine that she is up", "It means knowing by nine that she is up."),
            ("a text each morning", "It means a text each morning."),
            ("A text", "It means a text."),
            ("they know what is in the tank", "They know what is in the tank."),
            ("Nurses know what is in the tank.", "Nurses know what is in the tank."),
            ("when it rains they stay in", "When it rains they stay in."),
            ("no longer wait", "With {{product}}, you no longer wait."),
            ("26 minutes of sleep", "It means 26 minutes of sleep."),
        ] {
            assert_eq!(filled("With {{product}}, you {{solution}}.", "solution", answer), sentence);
        }
    }

    #[test]
    fn what_they_struggle_with_is_told_in_a_sentence() {
        for (answer, sentence) in [
            ("cannot come by day", "They cannot come by day."),
            ("Finding a book at night", "They struggle with finding a book at night."),
            ("no library that is open", "They struggle: no library that is open."),
            ("they sleep by day", "They sleep by day."),
        ] {
            assert_eq!(filled("They {{struggle}}.", "struggle", answer), sentence);
        }
    }

    #[test]
    fn in_mid_sentence_no_word_but_a_name_has_a_capital() {
        let wrong = |answer| filled("When it goes wrong, {{when-it-breaks}}.", "when-it-breaks", answer);
        assert_eq!(wrong("They call us"), "When it goes wrong, they call us.");
        assert_eq!(wrong("a refund"), "When it goes wrong, there is a refund.");
        assert_eq!(wrong("Anna calls back"), "When it goes wrong, Anna calls back.");
        assert_eq!(wrong("We pay within one day"), "We pay within one day.");
        let often = |answer| filled("It happens {{how-often}}.", "how-often", answer);
        assert_eq!(often("Every night"), "It happens every night.");
        assert_eq!(often("26 of 40 nurses said so"), "26 of 40 nurses said so.");
        let gone = |answer| filled("You no longer {{no-longer}}.", "no-longer", answer);
        assert_eq!(gone("sleep through the night"), "You sleep through the night.");
    }
}
