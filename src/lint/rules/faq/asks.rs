//! What a question asks for: yes or no, an amount, a date, or an explanation.

use super::{says, says_any, words};

/// What answers a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// Yes or no.
    YesNo,
    /// A number: how many, how much, how long, what price.
    Number,
    /// A date, or what comes before.
    Date,
    /// An explanation, a name, a choice: no short answer can be asked for.
    Open,
}

/// Words that open a question to be answered with yes or no.
const CLOSED: &[&str] = &[
    "does",
    "do",
    "did",
    "is",
    "are",
    "was",
    "were",
    "can",
    "could",
    "will",
    "would",
    "should",
    "has",
    "have",
    "may",
    "am",
    "must",
    "doesn't",
    "don't",
    "didn't",
    "isn't",
    "aren't",
    "wasn't",
    "can't",
    "couldn't",
    "won't",
    "wouldn't",
    "shouldn't",
    "hasn't",
    "haven't",
];
/// What a polite question begins with that asks for more than a yes.
const REQUESTS: &[&str] = &[
    "is there a way",
    "is there any way",
    "is there a list",
    "is there an example",
    "can you tell",
    "can you explain",
    "can you remind",
    "can you describe",
    "can you show",
    "can you give",
    "can you share",
    "can you walk",
    "could you",
    "have you considered",
    "have we considered",
    "can i see",
    "can i get an example",
    "do you have any tutorials",
    "do you have examples",
    "do you have an example",
    "do we know what",
    "do we know how",
    "do we know why",
    "do you know what",
];
/// What follows "how" where a number answers.
const MEASURES: &[&str] = &[
    "many",
    "much",
    "long",
    "big",
    "large",
    "small",
    "heavy",
    "far",
    "fast",
    "quickly",
    "soon",
    "often",
    "old",
    "tall",
    "wide",
    "deep",
    "expensive",
    "cheap",
];
/// Words for money that somebody asks for with "what".
const MONEY: &[&str] = &["cost", "costs", "price", "prices", "pay", "fee", "fees"];
/// Verbs behind a "when" that asks for a date; behind others it is a condition ("when should I use it?").
const DATED: &[&str] = &["will", "is", "are", "can", "do", "does", "did", "was", "were"];

/// What the question with this plain text asks for.
pub(super) fn of(asked: &str) -> Asks {
    let clause = clause(asked);
    let mut words = words(clause);
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    // "Is it free or paid?" asks for one of the two.
    let choice = (says(clause, "or") && !says(clause, "or not")) || asked.contains("? or ");
    match first {
        "how" if MEASURES.contains(&second) => Asks::Number,
        "what" | "what's" if asks_for_money(clause) => Asks::Number,
        "when" if DATED.contains(&second) => Asks::Date,
        _ if CLOSED.contains(&first) && !choice && !REQUESTS.iter().any(|open| clause.starts_with(open)) => {
            Asks::YesNo
        }
        _ => Asks::Open,
    }
}

/// "What does it cost?", "What is the price for schools?"; not "what costs and challenges do you see?".
fn asks_for_money(clause: &str) -> bool {
    let last = words(clause).last().unwrap_or("");
    MONEY.contains(&last)
        || says_any(
            clause,
            &["the price", "does it cost", "do i pay", "will i pay", "must i pay", "do we pay"],
        )
}

/// The clause that asks: the first sentence with a question mark, without "If it breaks, " before it.
fn clause(asked: &str) -> &str {
    let sentence = asked.split_inclusive(['.', '?', '!']).find(|sentence| sentence.ends_with('?'));
    let sentence = sentence.unwrap_or(asked).trim_start();
    let sentence = ["and ", "so ", "but ", "then ", "ok, "]
        .iter()
        .find_map(|lead| sentence.strip_prefix(lead))
        .unwrap_or(sentence);
    if opens(sentence) {
        return sentence;
    }
    let commas = sentence.match_indices(", ").map(|(at, comma)| at + comma.len());
    commas.filter_map(|at| sentence.get(at..)).find(|rest| opens(rest)).unwrap_or(sentence)
}

/// Whether `clause` begins as a question does, and no condition: "when will it" asks, "when it rains" does not.
fn opens(clause: &str) -> bool {
    let mut words = words(clause);
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    match first {
        "when" => DATED.contains(&second) || second == "should",
        "how" | "what" | "what's" | "why" | "who" | "who's" | "where" | "which" => true,
        _ => CLOSED.contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_question_asks_for() {
        for (question, asks) in [
            ("does it work in the rain?", Asks::YesNo),
            ("if it breaks, will you mend it?", Asks::YesNo),
            ("i am not certified. can i help?", Asks::YesNo),
            ("won't it grow?", Asks::YesNo),
            ("how many people have this problem?", Asks::Number),
            ("what does it cost?", Asks::Number),
            ("what do i pay in the first year, all in?", Asks::Number),
            ("how long does it take?", Asks::Number),
            ("when will it come?", Asks::Date),
            ("when it rains, will it come?", Asks::YesNo),
            ("when should i use it?", Asks::Open),
            ("is it free or paid?", Asks::Open),
            ("will it come at once? or do i wait?", Asks::Open),
            ("can you tell me more?", Asks::Open),
            ("is there a way to see it?", Asks::Open),
            ("how does it work?", Asks::Open),
            ("how do we keep costs low?", Asks::Open),
            ("what costs and risks do you see?", Asks::Open),
            ("why is it needed? don't we have one?", Asks::Open),
        ] {
            assert_eq!(of(question), asks, "{question}");
        }
    }
}
