//! Dates as people write them in a dateline or in front matter. There is no clock here: today is handed in.

use std::cmp::Ordering;
use std::fmt;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The days of a month of the Gregorian calendar; 0 for a month that there is not.
fn days_of(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// A day, a month or a year of the Gregorian calendar, as exact as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// 1000 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; only with a month.
    pub day: Option<u8>,
}

impl Date {
    /// A day. Parts out of their range are left out.
    pub fn new(year: u16, month: u8, day: u8) -> Self {
        let month = Some(month).filter(|month| (1..=12).contains(month));
        Self { year, month, day: month.and(Some(day).filter(|day| (1..=31).contains(day))) }
    }

    /// Reads `Nov. 21, 2026`, `5th of May 2027`, `28-Nov-2021`, `2027-11-05`, `July 2026`, `2027`. `None` without a year
    /// of four digits. In `5/11/2027` only the year is sure.
    pub fn parse(text: &str) -> Option<Self> {
        let pieces = || text.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty());
        let numbers: Vec<&str> = pieces().filter_map(number).collect();
        let year_at = numbers.iter().position(|digits| digits.len() == 4)?;
        let year = numbers.get(year_at)?.parse().ok().filter(|year| *year >= 1000)?;
        if let (Some(month), Some(day), None) = (numbers.get(1), numbers.get(2), numbers.get(3))
            && year_at == 0
            && pieces().next().is_some_and(|piece| piece.len() == 4)
        {
            return Some(Self::new(year, month.parse().ok()?, day.parse().ok()?));
        }
        let month = pieces().find_map(month);
        let mut others = numbers.iter().enumerate().filter(|(at, _)| *at != year_at);
        let day = others.next().and_then(|(_, digits)| digits.parse().ok());
        Some(Self::new(year, month.unwrap_or(0), day.unwrap_or(0)))
    }

    /// The one day that all of `text` says: `2027-11-05`, `Nov 5, 2027`, `Friday, 5th of November 2027`. `None` where it
    /// says less or more than that, or a day that no calendar has; `5/11/2027` is two days.
    pub fn day(text: &str) -> Option<Self> {
        let pieces = || text.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty());
        let is_small = |piece: &str| ["of", "the", "on"].iter().any(|word| piece.eq_ignore_ascii_case(word));
        let is_weekday = |piece: &str| {
            let head = |name: &&str| piece.len() >= 3 && name.starts_with(&piece.to_lowercase());
            DAYS.iter().any(head)
        };
        let numbers = pieces().filter(|piece| number(piece).is_some()).count();
        let months = pieces().filter(|piece| month(piece).is_some()).count();
        let rest = pieces().filter(|piece| number(piece).is_none() && month(piece).is_none());
        let is_all = rest.into_iter().all(|piece| is_small(piece) || is_weekday(piece));
        let date = Self::parse(text).filter(|_| is_all && matches!((numbers, months), (2, 1) | (3, 0)))?;
        date.day.filter(|day| *day <= days_of(date.year, date.month.unwrap_or(0)))?;
        Some(date)
    }

    /// The day as programs write it, `2027-11-05`; a month or a year as exactly as it is known.
    pub fn iso(self) -> String {
        let two = |part: Option<u8>| part.map(|part| format!("-{part:02}")).unwrap_or_default();
        format!("{:04}{}{}", self.year, two(self.month), two(self.month.and(self.day)))
    }

    /// Earlier or later, as far as both are exact: a month is neither before nor after its days.
    pub fn compare(self, other: Self) -> Ordering {
        let both = |one: Option<u8>, two: Option<u8>| {
            one.zip(two).map_or(Ordering::Equal, |(one, two)| one.cmp(&two))
        };
        self.year
            .cmp(&other.year)
            .then_with(|| both(self.month, other.month))
            .then_with(|| both(self.month.and(self.day), other.month.and(other.day)))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{day} ")?;
        }
        let name = self.month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
        if let Some(name) = name {
            write!(f, "{name} ")?;
        }
        write!(f, "{}", self.year)
    }
}

/// The digits of a year or a day: `2027`, `5`, `5th`.
fn number(piece: &str) -> Option<&str> {
    let digits = piece.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = piece.strip_prefix(digits)?;
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    (plain && ["", "st", "nd", "rd", "th"].contains(&ending)).then_some(digits)
}

/// The month, 1 to 12, that `word` names, in full or shortened to three or four letters, in any case: `May`, `sept`.
/// In small letters "may" and "march" are verbs more often: that is for the caller to know.
pub fn month(word: &str) -> Option<u8> {
    let is = |name: &&str| {
        let head = name.get(..word.len()).filter(|_| word.len() >= 3);
        head.is_some_and(|head| head.eq_ignore_ascii_case(word))
            && (word.len() <= 4 || name.len() == word.len())
    };
    MONTHS.iter().position(is).and_then(|at| u8::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        let shown = |text| Date::parse(text).map(|date| date.to_string());
        for (text, date) in [
            ("Nov. 21, 2026", "21 November 2026"),
            ("August 12, 2025", "12 August 2025"),
            ("5th of May 2027", "5 May 2027"),
            ("28-Nov-2021", "28 November 2021"),
            ("2027-11-05", "5 November 2027"),
            ("July 2026", "July 2026"),
            ("Q1 2026", "2026"),
            ("5/11/2027", "2027"),
            ("Sept 3, 2027", "3 September 2027"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(date), "{text}");
        }
        assert_eq!(shown("soon"), None);
        assert_eq!(shown("5 May"), None);
    }

    #[test]
    fn a_day_is_all_that_is_said() {
        let iso = |text| Date::day(text).map(Date::iso);
        for (text, day) in [
            ("2027-11-05", "2027-11-05"),
            ("Nov 5, 2027", "2027-11-05"),
            ("Friday, 5th of November 2027", "2027-11-05"),
            ("28-Feb-2028", "2028-02-28"),
            ("2028/2/29", "2028-02-29"),
        ] {
            assert_eq!(iso(text).as_deref(), Some(day), "{text}");
        }
        for text in [
            "next spring",
            "spring 2027",
            "November 2027",
            "2027",
            "5/11/2027",
            "31 April 2027",
            "2027-02-29",
        ] {
            assert_eq!(iso(text), None, "{text}");
        }
        assert_eq!(iso("not before 5 November 2027"), None);
        assert_eq!(Date::parse("May 2027").map(Date::iso).as_deref(), Some("2027-05"));
    }

    #[test]
    fn dates_are_compared_as_far_as_both_are_exact() {
        let today = Date::new(2026, 11, 21);
        let of = |text| Date::parse(text).map(|date| date.compare(today));
        assert_eq!(of("20 November 2026"), Some(Ordering::Less));
        assert_eq!(of("November 2026"), Some(Ordering::Equal));
        assert_eq!(of("2026"), Some(Ordering::Equal));
        assert_eq!(of("December 2026"), Some(Ordering::Greater));
        assert_eq!(of("2025-12-24"), Some(Ordering::Less));
    }
}
