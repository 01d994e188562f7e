//! The four answers that a question may have.

use std::fmt;

use jiff::civil;

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

/// What was said is none of the four answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoAnswer {
    /// Whether it says that nobody knows, but not until when.
    pub undated: bool,
}

/// The most words that a number may have around it to be one.
const MAX_WORDS: usize = 5;

impl Answer {
    /// Reads one of the four answers. Days are written as people do, but whole: `2027-01-15`, `15 January 2027`.
    ///
    /// # Errors
    ///
    /// It is none, or a "don't know" without a day.
    pub fn parse(text: &str) -> Result<Self, NoAnswer> {
        let plain = text.trim().trim_end_matches(['.', '!']).replace('\u{2019}', "'");
        let lower = plain.to_lowercase();
        match lower.as_str() {
            "yes" | "y" => return Ok(Self::Yes),
            "no" | "n" => return Ok(Self::No),
            _ => {}
        }
        if ["i don't know", "don't know", "dont know", "i do not know", "unknown", "by "]
            .iter()
            .any(|start| lower.starts_with(start))
        {
            let day = lower.split_once("by ").and_then(|(_, day)| day_of(day));
            return day.map(|by| Self::Unknown { by }).ok_or(NoAnswer { undated: true });
        }
        if is_number(&plain) { Ok(Self::Number(plain)) } else { Err(NoAnswer { undated: false }) }
    }

    /// Whether it still holds on `today`: a promise to know by a day that is over is no answer any more.
    pub fn holds_on(&self, today: civil::Date) -> bool {
        !matches!(self, Self::Unknown { by } if *by < today)
    }
}

/// Whether `text` is a number with little around it, and begins with it: "about 40" and "forty" say less than they seem.
fn is_number(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| "+-\u{2212}~<>=$€£¥ ".contains(c));
    let one_line = !text.contains(char::is_control);
    one_line && bare.starts_with(|c: char| c.is_ascii_digit()) && text.split_whitespace().count() <= MAX_WORDS
}

fn day_of(text: &str) -> Option<civil::Date> {
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
        f.write_str(if self.undated {
            "until when? Say it with a whole date: I don't know, by 2027-01-15"
        } else {
            "a question has four answers: yes, no, a number that comes first (42, $1.2 million), \
             or \"I don't know, by DATE\"; more words go beside it"
        })
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
            assert_eq!(Answer::parse(said), Err(NoAnswer { undated: false }), "{said}");
        }
        for said in ["I don't know", "I don't know, by May 2027", "I don't know by 2027-02-30"] {
            assert_eq!(Answer::parse(said), Err(NoAnswer { undated: true }), "{said}");
        }
    }

    #[test]
    fn a_promise_ends_with_its_day() {
        let answer = Answer::parse("by 2027-01-15").unwrap();
        assert!(answer.holds_on(civil::date(2027, 1, 15)));
        assert!(!answer.holds_on(civil::date(2027, 1, 16)));
    }
}
