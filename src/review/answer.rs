//! The four answers that a question may have.

use std::fmt;

use jiff::civil;

use super::said;
use crate::document::Date;

/// An answer: yes, no, a number, or "I don't know, by DATE" ("Write like an Amazonian", 2018). Whatever else there is to
/// say stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// A number, as it was written: `42`, `$1.2 million`, `11% of orders`.
    Number(String),
    /// I don't know, and shall by this day.
    Unknown {
        /// The day.
        by: civil::Date,
    },
}

/// Why what was said is none of the four answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAnswer {
    /// It begins with none.
    Other,
    /// It says that nobody knows, but not until when.
    Undated,
    /// It takes back at once what it says: "yes, but we are not sure".
    Hedged,
    /// The day by which somebody wants to know is over; this is today.
    Over(civil::Date),
}

/// The most words that a number may have around it to be one.
const MAX_WORDS: usize = 5;

impl Answer {
    /// Reads one of the four answers with nothing beside it. Days are written as people do, but whole: `2027-01-15`,
    /// `15 January 2027`. A day may be over: it was an answer once.
    ///
    /// # Errors
    ///
    /// It is none, or a "don't know" without a day.
    pub fn parse(text: &str) -> Result<Self, NoAnswer> {
        let plain = text.trim().trim_end_matches(['.', '!']);
        let lower = plain.to_lowercase();
        match lower.as_str() {
            "yes" | "y" => return Ok(Self::Yes),
            "no" | "n" => return Ok(Self::No),
            _ => {}
        }
        if let Some(tail) = said::unknown(&lower) {
            let day = tail.split_once("by ").and_then(|(_, day)| day_of(day));
            return day.map(|by| Self::Unknown { by }).ok_or(NoAnswer::Undated);
        }
        let is_one = is_number(plain) && plain.split_whitespace().count() <= MAX_WORDS;
        if is_one { Ok(Self::Number(plain.to_owned())) } else { Err(NoAnswer::Other) }
    }

    /// Reads what somebody typed on `today`: one of the four answers first, then whatever else there is to say. The
    /// second is that, to be kept beside the answer: see [`Answer::sentence`].
    ///
    /// # Errors
    ///
    /// It is none of the four, it is hedged, or its day is over.
    pub fn said(text: &str, today: civil::Date) -> Result<(Self, String), NoAnswer> {
        let (answer, beside) = said::read(text)?;
        match answer {
            Self::Unknown { by } if by < today => Err(NoAnswer::Over(today)),
            answer => Ok((answer, beside)),
        }
    }

    /// It with `beside`, what was kept beside it, as whole sentences: as they were typed, with a capital letter.
    pub fn sentence(&self, beside: &str) -> String {
        let beside = capital(beside.trim());
        if said::read(&beside).is_ok_and(|(answer, _)| answer == *self) {
            return beside;
        }
        let answer = capital(&self.to_string());
        if beside.is_empty() { format!("{answer}.") } else { format!("{answer}. {beside}") }
    }

    /// Whether it still holds on `today`: a promise to know by a day that is over is no answer any more.
    pub fn holds_on(&self, today: civil::Date) -> bool {
        !matches!(self, Self::Unknown { by } if *by < today)
    }
}

/// `text` with a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Whether `text` begins with a number: "about 40" and "forty" say less than they seem.
pub(super) fn is_number(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| "+-\u{2212}~<>=$€£¥ ".contains(c));
    !text.contains(char::is_control) && bare.starts_with(|c: char| c.is_ascii_digit())
}

/// The day that `text` is.
pub(super) fn day_of(text: &str) -> Option<civil::Date> {
    let Date { year, month: Some(month), day: Some(day) } = Date::parse(text)? else { return None };
    let (year, month, day) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    civil::Date::new(year, month, day).ok()
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yes => f.write_str("yes"),
            Self::No => f.write_str("no"),
            Self::Number(number) => f.write_str(number),
            Self::Unknown { by } => write!(f, "I don't know, by {by}"),
        }
    }
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undated => f.write_str("until when? Say it with a whole date: I don't know, by 2027-01-15"),
            Self::Other => f.write_str(
                "a question has four answers: yes, no, a number that comes first (42, $1.2 million), \
                 or \"I don't know, by DATE\"; more words may follow it",
            ),
            Self::Hedged => f.write_str(
                "yes or no first, without a hedge: whoever is not sure says \"I don't know, by DATE\"",
            ),
            Self::Over(today) => {
                write!(f, "that day is over: today is {today}; say a day that is still to come")
            }
        }
    }
}

impl std::error::Error for NoAnswer {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_four_answers_and_each_reads_back() {
        for (said, meant) in [
            (" Yes.", "yes"),
            ("n", "no"),
            ("$1.2 million", "$1.2 million"),
            ("11% of orders", "11% of orders"),
            ("0", "0"),
            ("I don\u{2019}t know, by 15 January 2027", "I don't know, by 2027-01-15"),
            ("i dont know by 2027-01-15", "I don't know, by 2027-01-15"),
            ("by 2027-01-15", "I don't know, by 2027-01-15"),
        ] {
            let answer = Answer::parse(said).unwrap();
            assert_eq!(answer.to_string(), meant);
            assert_eq!(Answer::parse(meant), Ok(answer), "{meant}");
        }
    }

    #[test]
    fn anything_else_is_none() {
        for said in ["", "maybe", "about 40", "forty", "3 is what we think it could be some day", "4\n5"] {
            assert_eq!(Answer::parse(said), Err(NoAnswer::Other), "{said}");
        }
        for said in ["I don't know", "I don't know, by May 2027", "I don't know by 2027-02-30"] {
            assert_eq!(Answer::parse(said), Err(NoAnswer::Undated), "{said}");
        }
    }

    #[test]
    fn a_promise_ends_with_its_day_and_none_is_made_for_a_day_that_is_over() {
        let (before, day, behind) =
            (civil::date(2027, 1, 14), civil::date(2027, 1, 15), civil::date(2027, 1, 16));
        let answer = Answer::parse("by 2027-01-15").unwrap();
        assert!(answer.holds_on(day));
        assert!(!answer.holds_on(behind));
        assert_eq!(Answer::said("I don't know, by 2027-01-15", before), Ok((answer.clone(), String::new())));
        assert_eq!(Answer::said("I don't know, by 2027-01-15", day), Ok((answer, String::new())));
        assert_eq!(Answer::said("I don't know, by 2027-01-15", behind), Err(NoAnswer::Over(behind)));
    }

    #[test]
    fn what_was_typed_is_said_as_it_was_typed() {
        for (typed, sentence) in [
            ("yes", "Yes."),
            ("yes, from our own survey of workplaces.", "Yes, from our own survey of workplaces."),
            ("3,100 riders a day, by our count.", "3,100 riders a day, by our count."),
            ("yes. 26 of 40, by phone", "Yes. 26 of 40, by phone"),
            (
                "I dont know, by 2027-01-15. we ask the depot.",
                "I don't know, by 2027-01-15. We ask the depot.",
            ),
        ] {
            let (answer, beside) = Answer::said(typed, civil::date(2026, 11, 22)).unwrap();
            assert_eq!(answer.sentence(&beside), sentence);
        }
        // As it was kept before: the answer by itself, the rest beside it.
        assert_eq!(Answer::Yes.sentence("from our survey."), "Yes. From our survey.");
    }
}
