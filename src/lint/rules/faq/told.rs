//! How an answer begins: with a yes or no, a number, a date, an honest "I don't know", or with nothing at all.
//!
//! All text here is plain: small letters, straight apostrophes (see [`super::plain`]).

use super::{says_any, words};

/// How an answer to a yes-or-no question may begin.
const STRAIGHT: &[&str] = &[
    "yes",
    "no",
    "not",
    "never",
    "always",
    "don't",
    "only",
    "nothing",
    "nobody",
    "none",
    "absolutely",
    "definitely",
    "certainly",
    "of course",
    "sure",
    "correct",
    "you're right",
    "you are right",
    "partly",
    "in part",
    "mostly",
    "soon",
    "both",
    "sometimes",
    "every",
    "all",
    "any",
    "most",
    "neither",
    "up",
    "until",
    "it depends",
    "there is no",
    "there are no",
    "there isn't",
    "there aren't",
    "unfortunately not",
    "currently not",
    "currently no",
    "right now, no",
    "today, no",
    "for now, no",
    "unfortunately, no",
    "at launch, yes",
    "at launch, no",
];
/// Subjects that a short answer echoes: "You can.", "It does, ...".
const ECHOED: &[&str] = &["you", "it", "we", "they", "there", "i"];
/// Verbs of such an echo that answer even where the sentence goes on: "You can pay in cash".
const MODAL: &[&str] =
    &["can", "can't", "cannot", "could", "don't", "doesn't", "isn't", "aren't", "won't", "must", "may"];
/// Number words, and words that do for a number.
const COUNTS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "dozen",
    "twenty",
    "thirty",
    "fifty",
    "hundred",
    "thousand",
    "million",
    "billion",
    "half",
    "third",
    "quarter",
    "once",
    "twice",
    "zero",
    "none",
    "no",
    "nothing",
    "nobody",
    "never",
    "free",
    "all",
    "every",
    "each",
    "everybody",
    "everyone",
    "unlimited",
    "any",
    "same",
    "daily",
    "weekly",
    "monthly",
    "yearly",
    "hourly",
    "annually",
    "instantly",
    "immediately",
    "instant",
    "overnight",
    "today",
    "a second",
    "a minute",
    "an hour",
    "a day",
    "a week",
    "a month",
    "a year",
    "a penny",
    "at once",
    "real time",
    "as long as",
    "as much as",
    "as many as",
];
/// Words that place something in time.
const DATES: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "christmas",
    "easter",
    "today",
    "tomorrow",
    "tonight",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "quarter",
    "year",
    "years",
    "q1",
    "q2",
    "q3",
    "q4",
];
/// Words that answer a "when" without a date.
const TIMES: &[&str] = &[
    "now",
    "already",
    "never",
    "after",
    "before",
    "until",
    "once",
    "when",
    "whenever",
    "any time",
    "anytime",
    "always",
    "as soon as",
    "immediately",
    "instantly",
    "at launch",
    "night",
    "evening",
    "morning",
    "hour",
    "hours",
    "minute",
    "minutes",
    "second",
    "seconds",
    "every",
];
/// Whole answers that answer nothing, or how they begin.
const EMPTY: &[&str] = &[
    "it depends",
    "no comment",
    "we are working on it",
    "we're working on it",
    "watch this space",
    "stay tuned",
    "coming soon",
];
/// Openings that only begin what follows them: "It depends on the size: ..." goes on to answer.
const UNFINISHED: &[&str] = &["it depends", "coming soon"];
/// Comfort that stands where an answer should.
const COMFORT: &[&str] = &[
    "very seriously",
    "extremely seriously",
    "is our top priority",
    "is our highest priority",
    "is important to us",
    "is very important to us",
    "great question",
    "good question",
    "glad you asked",
    "always looking at ways",
    "always looking for ways",
];
/// What comes with such comfort and adds no fact to it.
const FILLING: &[&str] = &[
    "we are committed",
    "we're committed",
    "we care",
    "we understand",
    "we value",
    "we work hard",
    "we are working hard",
    "we're working hard",
    "we do our best",
    "we will do our best",
    "work tirelessly",
    "every day to",
    "earn your trust",
    "trust us",
    "rest assured",
    "you can count on us",
    "matters to us",
    "great care",
    "best practices",
    "thank you",
    "are rare",
    "is rare",
    "contact us",
    "contact our",
    "customer service",
    "support team",
    "look into",
    "happy to help",
    "reach out",
];
/// How somebody says that they do not know.
const UNKNOWN: &[&str] = &[
    "i don't know",
    "i do not know",
    "we don't know",
    "we do not know",
    "i am not sure",
    "i'm not sure",
    "we are not sure",
    "we're not sure",
    "nobody knows",
    "not yet known",
    "not known yet",
    "not decided yet",
    "not yet decided",
    "haven't decided",
    "have not decided",
    "yet to decide",
];

/// Whether the `opening` of an answer says yes or no, or what does for it.
pub(super) fn yes_or_no(opening: &str) -> bool {
    let start = trimmed(opening);
    let begins = |answer: &&'static str| {
        start
            .strip_prefix(*answer)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\''))
    };
    let first = start.split(['.', '!', '?', ';']).next().unwrap_or(start);
    STRAIGHT.iter().any(begins)
        // A number answers as well: "Will it get full?" "It holds 900 letters."
        || has_figure(first)
        || [", yes", ", no", "— yes", "— no", "– yes", "– no", ": yes", ": no"].iter().any(|turn| {
            first.find(turn).is_some_and(|at| {
                !first.get(at + turn.len()..).unwrap_or("").starts_with(char::is_alphabetic)
            })
        })
        || echoes(first)
        || is_unknown(opening)
}

/// "You can.", "It does, since March.", "You cannot pay in cash".
fn echoes(sentence: &str) -> bool {
    let mut words = sentence.split_whitespace();
    let (Some(subject), Some(verb)) = (words.next(), words.next()) else { return false };
    let bare = verb.trim_end_matches([',', ':', '—']);
    let ends =
        bare.len() < verb.len() || words.next().is_none_or(|next| ["not", "—", "–", "no"].contains(&next));
    ECHOED.contains(&subject) && (MODAL.contains(&bare) || (ends && AUXILIARY.contains(&bare)))
}

/// Verbs of an echo that answer where the sentence ends behind them, or denies.
const AUXILIARY: &[&str] =
    &["is", "are", "does", "do", "did", "will", "would", "should", "has", "have", "was", "were"];

/// Whether the `opening` has a number, or a word that does for one. Code and links may hold one.
pub(super) fn number(opening: &str) -> bool {
    opening.contains('\u{FFFC}')
        || has_figure(opening)
        || words(opening).any(|word| COUNTS.contains(&word))
        || COUNTS.iter().any(|count| count.contains(' ') && says_any(opening, &[count]))
}

/// Currencies that people write right before the figure.
const CURRENCIES: &[&str] = &["usd", "eur", "gbp", "chf", "cad", "aud", "nzd", "inr", "jpy", "rs", "kr", "r"];
/// Names that begin with a figure.
const NAMES: &[&str] = &["2d", "3d", "2g", "3g", "4g", "5g", "6g", "2fa"];

/// Whether `plain` has a figure: the digit of "IPv6", "MP3" and "5G" is part of a name.
pub(super) fn has_figure(plain: &str) -> bool {
    plain.split(|c: char| !c.is_alphanumeric()).any(|word| {
        let before = word.split(|c: char| c.is_ascii_digit()).next().unwrap_or("");
        before.len() < word.len()
            && (before.is_empty() || CURRENCIES.contains(&before))
            && !NAMES.contains(&word)
    })
}

/// Whether `text` says when.
pub(super) fn date(text: &str) -> bool {
    opening_has_year(text) || words(text).any(|word| DATES.contains(&word))
}

/// Whether the `opening` answers a "when".
pub(super) fn time(opening: &str) -> bool {
    opening.contains('\u{FFFC}') || has_figure(opening) || date(opening) || says_any(opening, TIMES)
}

fn opening_has_year(text: &str) -> bool {
    words(text).any(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the `opening` says that somebody does not know.
pub(super) fn is_unknown(opening: &str) -> bool {
    says_any(opening, UNKNOWN)
}

/// Whether `sentences` answer nothing, all of them: one that says nothing does not undo the facts behind it.
pub(super) fn is_empty(mut sentences: impl Iterator<Item: AsRef<str>>) -> bool {
    let mut any = false;
    sentences.all(|sentence| {
        let sentence = sentence.as_ref();
        let nothing = says_nothing(sentence);
        any |= nothing;
        nothing || (!opening_has_figure(sentence) && says_any(sentence, FILLING))
    }) && any
}

fn opening_has_figure(sentence: &str) -> bool {
    sentence.contains(|c: char| c.is_ascii_digit() || c == '\u{FFFC}')
}

/// Whether a `sentence` says nothing.
fn says_nothing(sentence: &str) -> bool {
    let start = trimmed(sentence);
    let empty = EMPTY.iter().any(|empty| {
        start.strip_prefix(empty).is_some_and(|rest| {
            let rest = rest.trim_end_matches(['.', '!', '…', ' ', ')']);
            rest.is_empty() || (!UNFINISHED.contains(empty) && !rest.starts_with(char::is_alphanumeric))
        })
    });
    empty || (says_any(sentence, COMFORT) && !opening_has_figure(sentence))
}

/// `text` from its first letter, figure or currency sign.
fn trimmed(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric() && !"$£€".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yes_may_stand_behind_its_condition_and_an_echo_does_for_one() {
        for straight in [
            "yes.",
            "no, it does not.",
            "when the agent shows one, yes — as a file.",
            "you can. ask for it.",
            "you can pay in cash.",
            "it does, since may.",
            "it is not.",
            "there are no fees.",
            "30 days, no questions.",
            "i don't know; we will say by 3 may.",
        ] {
            assert!(yes_or_no(straight), "{straight}");
        }
        for dodge in [
            "it is designed for people who travel.",
            "our engineers thought hard about rain.",
            "currently, it runs on phones.",
            "nothingness is a thing, nobody told us.",
        ] {
            assert!(!yes_or_no(dodge), "{dodge}");
        }
    }

    #[test]
    fn numbers_and_dates_come_in_words_too() {
        for some in ["nothing: it is free.", "two of them.", "about an hour.", "see \u{FFFC}."] {
            assert!(number(some), "{some}");
        }
        assert!(number("£49.") && number("usd49.") && number("5 of them."));
        for none in
            ["a lot of people.", "ipv6 support depends on your router.", "it plays mp3 files over 5g."]
        {
            assert!(!number(none) && !yes_or_no(none), "{none}");
        }
        for when in ["on monday.", "in 2027.", "that night.", "as soon as the bank agrees."] {
            assert!(time(when), "{when}");
        }
        assert!(!time("we want to ship it to everybody."));
    }

    #[test]
    fn an_empty_answer_may_be_long() {
        for empty in [
            &["watch this space."][..],
            &["we take privacy very seriously."],
            &["it depends."],
            &["we take privacy very seriously.", "we work hard every day to earn your trust."],
        ] {
            assert!(is_empty(empty.iter().copied()), "{empty:?}");
        }
        for full in [
            &["it depends on the size: a small one holds two."][..],
            &["we take 3 steps very seriously."],
            &["yes.", "security is our top priority.", "photos are encrypted on your phone."],
            &["yes.", "security is our top priority."],
            &["it depends.", "a small one holds two."],
        ] {
            assert!(!is_empty(full.iter().copied()), "{full:?}");
        }
    }
}
