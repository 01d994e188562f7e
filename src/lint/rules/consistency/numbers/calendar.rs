//! Dates as people write them in a press release.

use crate::document;
use crate::text::Span;

/// A date, as far as it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lint::rules::consistency) struct Date {
    /// The year, four digits.
    pub year: Option<u16>,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: Option<u8>,
}

impl Date {
    /// Whether both can be the same day: what one leaves out, the other may say.
    pub fn agrees(self, other: Self) -> bool {
        let may = |one: Option<u16>, two: Option<u16>| one.is_none() || two.is_none() || one == two;
        self.month == other.month
            && may(self.year, other.year)
            && may(self.day.map(u16::from), other.day.map(u16::from))
    }
}

/// The dates in `text`, with their bytes: `2027-09-06`, `6 September 2027`, `Sept. 6, 2027`, `May 2027`, `6 May`. A
/// month alone is none.
pub(in crate::lint::rules::consistency) fn dates(text: &str) -> Vec<(Span, Date)> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if let Some(date) = iso(word) {
            found.push((Span::new(place(word), place(word) + word.len()), date));
            continue;
        }
        let Some(month) = month(word) else { continue };
        let near = |at: Option<usize>| at.and_then(|at| words.get(at)).copied();
        let before = near(at.checked_sub(1)).filter(|word| day(word).is_some());
        let after = near(Some(at + 1));
        let behind = after.filter(|word| before.is_none() && day(word).is_some());
        let year =
            if behind.is_some() { near(Some(at + 2)) } else { after }.filter(|word| year(word).is_some());
        if before.is_none() && behind.is_none() && year.is_none() {
            continue;
        }
        let first = before.unwrap_or(word);
        let last = year.or(behind).unwrap_or(word);
        let date = Date { year: year.and_then(self::year), month, day: before.or(behind).and_then(day) };
        found.push((Span::new(place(first), place(last) + last.len()), date));
    }
    found
}

fn iso(word: &str) -> Option<Date> {
    let mut pieces = word.split('-');
    let (year, month, day) = (pieces.next()?, pieces.next()?, pieces.next()?);
    let whole = word.len() == 10 && pieces.next().is_none();
    let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    whole.then_some(Date { year: Some(self::year(year)?), month, day: Some(self::day(day)?) })
}

/// 1 to 12 for "September", "Sept", "Sep"; "may" and "march" in small letters are verbs.
fn month(word: &str) -> Option<u8> {
    document::month(word).filter(|_| word.starts_with(|c: char| c.is_ascii_uppercase()))
}

fn day(word: &str) -> Option<u8> {
    let figures = word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
    figures.parse().ok().filter(|day| (1..=31).contains(day) && figures.len() <= 2)
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| (1900..2200).contains(year) && word.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only_date(text: &str) -> Option<Date> {
        let found = dates(text);
        found.first().filter(|_| found.len() == 1).map(|(_, date)| *date)
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let date = |year, month, day| Date { year, month, day };
        for (text, expected) in [
            ("From 6 September 2027 on", date(Some(2027), 9, Some(6))),
            ("on Sept. 6, 2027.", date(Some(2027), 9, Some(6))),
            ("launch 2027-09-06", date(Some(2027), 9, Some(6))),
            ("in May 2027", date(Some(2027), 5, None)),
            ("by 3 May", date(None, 5, Some(3))),
            ("on the 1st March", date(None, 3, Some(1))),
        ] {
            assert_eq!(only_date(text), Some(expected), "{text}");
        }
        for none in ["You may 3 times", "March on", "In May we", "2027", "section 2027-90-06"] {
            assert_eq!(only_date(none), None, "{none}");
        }
        let (span, _) = dates("Now: 6 September 2027.")[0];
        assert_eq!(span, Span::new(5, 21));
    }

    #[test]
    fn what_is_left_out_agrees() {
        let of = |text| only_date(text).unwrap();
        assert!(of("6 May").agrees(of("6 May 2027")) && of("May 2027").agrees(of("2027-05-30")));
        assert!(!of("6 May").agrees(of("7 May")) && !of("May 2027").agrees(of("May 2028")));
    }
}
