//! Reading an answer as people type it: one of the four first, then more words.

use super::answer::{Answer, NoAnswer, capital, day_of, is_number};
use crate::text::slice;

/// How people say that they do not know; a `'` is left out.
const UNKNOWN: [&str; 8] = [
    "i dont know",
    "we dont know",
    "dont know",
    "i do not know",
    "we do not know",
    "do not know",
    "unknown",
    "by ",
];

/// Words that take back what was said before them.
const HEDGES: [&str; 10] = [
    "not sure",
    "not certain",
    "unsure",
    "maybe",
    "perhaps",
    "probably",
    "possibly",
    "depends",
    "dont know",
    "do not know",
];

/// What ends a clause, where white space follows.
const ENDS: [char; 8] = [',', ';', ':', '.', '!', '(', '\u{2014}', '\u{2013}'];

/// Words behind a number that belong to it.
const UNITS: [&str; 6] = ["million", "billion", "thousand", "percent", "per", "%"];

/// The answer that `text` begins with, and what is to be kept beside it: nothing where it says no more, all of it where
/// more words follow a yes, a no or a number, and what stands behind the day.
///
/// # Errors
///
/// It begins with none, or it is hedged.
pub fn read(text: &str) -> Result<(Answer, String), NoAnswer> {
    let text = text.trim();
    if unknown(&text.to_lowercase()).is_some() {
        return dated(text);
    }
    let answer = first(text).ok_or(NoAnswer::Other)?;
    if is_hedged(text) {
        return Err(NoAnswer::Hedged);
    }
    let is_all = Answer::parse(text).is_ok_and(|all| all == answer);
    Ok((answer, if is_all { String::new() } else { capital(text) }))
}

/// What follows the words that say that nobody knows; nothing where `lower`, in small letters, does not begin with them.
pub fn unknown(lower: &str) -> Option<String> {
    let bare = lower.replace(['\'', '\u{2019}'], "");
    let start = UNKNOWN.iter().find(|start| bare.starts_with(**start))?;
    Some(if *start == "by " { bare } else { slice(&bare, start.len()..bare.len()).to_owned() })
}

/// The yes, the no or the number that `text` begins with.
fn first(text: &str) -> Option<Answer> {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    match word.to_lowercase().as_str() {
        "yes" | "y" => return Some(Answer::Yes),
        "no" | "n" => return Some(Answer::No),
        _ => {}
    }
    let clause = text.lines().next().map_or("", clause);
    match Answer::parse(clause) {
        Ok(number) => Some(number),
        // "3,100 of the 5,200 people who live there": the number alone, and all of it beside.
        Err(_) if is_number(clause) => {
            let mut words = clause.split_whitespace();
            let number = words.next()?;
            let unit = words.next().filter(|unit| UNITS.contains(unit) && *unit != "per");
            Some(Answer::Number(unit.map_or_else(|| number.to_owned(), |unit| format!("{number} {unit}"))))
        }
        Err(_) => None,
    }
}

/// `line` up to where its first clause ends.
fn clause(line: &str) -> &str {
    let ends = |(at, c): &(usize, char)| {
        let rest = slice(line, at + c.len_utf8()..line.len());
        ENDS.contains(c) && (rest.is_empty() || rest.starts_with(char::is_whitespace) || *c == '(')
    };
    line.char_indices().find(ends).map_or(line, |(at, _)| slice(line, 0..at)).trim()
}

/// Whether the first sentence takes back what it begins with: "yes, maybe", "yes, but only partly, we are not sure".
fn is_hedged(text: &str) -> bool {
    let sentence = text.split_inclusive(['.', '!', '\n']).next().unwrap_or(text);
    let bare = sentence.to_lowercase().replace(['\'', '\u{2019}'], "");
    let words: Vec<&str> =
        bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let rest = words.get(1..).unwrap_or_default();
    let hedges = |words: &[&str]| {
        let spaced = format!(" {} ", words.join(" "));
        HEDGES.iter().any(|hedge| spaced.contains(&format!(" {hedge} ")))
    };
    let but = rest.iter().position(|word| ["but", "though", "although"].contains(word));
    // "No idea", "yes and no" and "yes, it depends" are no more sure.
    let head = rest.get(..rest.len().min(3)).unwrap_or_default();
    hedges(head)
        || matches!(rest, ["idea" | "clue", ..] | ["and" | "or", "no" | "yes", ..])
        || but.is_some_and(|at| hedges(rest.get(at..).unwrap_or_default()))
}

/// Reads "I don't know, by DATE", and what stands behind the day.
fn dated(text: &str) -> Result<(Answer, String), NoAnswer> {
    /// Words that a day is written with: `15 January 2027`, `the 15th of January 2027`.
    const MOST: usize = 5;
    let lower = text.to_lowercase();
    for (at, _) in lower.match_indices("by ") {
        let Some(tail) = text.get(at + 3..) else { continue };
        let ends = tail.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
        let ends: Vec<usize> = ends.chain([tail.len()]).take(MOST).collect();
        // The fewest words that are a day: more may hold another number.
        for end in ends {
            if let Some(by) = day_of(slice(tail, 0..end)) {
                let rest = slice(tail, end..tail.len()).trim_start_matches([' ', ',', ';', '.', ':']);
                return Ok((Answer::Unknown { by }, capital(rest.trim())));
            }
        }
    }
    Err(NoAnswer::Undated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (String, String) {
        let (answer, beside) = read(text).unwrap_or_else(|no| panic!("{text}: {no}"));
        (answer.to_string(), beside)
    }

    #[test]
    fn an_answer_comes_first_and_more_words_may_follow() {
        for (text, answer, beside) in [
            ("yes", "yes", ""),
            ("Yes!", "yes", ""),
            ("Yes, from our own survey.", "yes", "Yes, from our own survey."),
            ("yes we asked 40 of them", "yes", "Yes we asked 40 of them"),
            ("No, not before May.", "no", "No, not before May."),
            ("yes. 26 of 40, by phone", "yes", "Yes. 26 of 40, by phone"),
            ("3,100 riders a day, by our count.", "3,100 riders a day", "3,100 riders a day, by our count."),
            ("1,200 a month; from our survey", "1,200 a month", "1,200 a month; from our survey"),
            ("$1.2 million. It was $1 million.", "$1.2 million", "$1.2 million. It was $1 million."),
            ("40 of the 52 depots that we asked", "40", "40 of the 52 depots that we asked"),
            ("42\nAs the count says.", "42", "42\nAs the count says."),
            ("I dont know by 2027-03-01", "I don't know, by 2027-03-01", ""),
            ("I don\u{2019}t know yet, by 1 March 2027.", "I don't know, by 2027-03-01", ""),
            (
                "I don't know, by 2027-01-15. Ann asks 4 depots.",
                "I don't know, by 2027-01-15",
                "Ann asks 4 depots.",
            ),
            ("We do not know; decided by Bo by March 1, 2027", "I don't know, by 2027-03-01", ""),
        ] {
            assert_eq!(told(text), (answer.to_owned(), beside.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_says_nothing_first_or_takes_it_back_is_none() {
        for (text, no) in [
            ("", NoAnswer::Other),
            ("maybe", NoAnswer::Other),
            ("about 40", NoAnswer::Other),
            ("nobody knows", NoAnswer::Other),
            ("I don't know", NoAnswer::Undated),
            ("I don't know, by May 2027", NoAnswer::Undated),
            ("Yes, but only partly, we are not sure", NoAnswer::Hedged),
            ("yes but it depends", NoAnswer::Hedged),
            ("Yes, probably.", NoAnswer::Hedged),
            ("Yes, I don't know", NoAnswer::Hedged),
            ("no idea", NoAnswer::Hedged),
            ("yes and no", NoAnswer::Hedged),
            ("40, but maybe 50", NoAnswer::Hedged),
        ] {
            assert_eq!(read(text), Err(no), "{text}");
        }
        assert!(read("Yes, but not in May. Maybe in June.").is_ok());
    }
}
