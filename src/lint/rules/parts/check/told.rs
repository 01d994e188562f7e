//! What a part tells: a day, a length of time, a line of code, three bills, what a figure means, whose gain it is.

use super::super::Written;
use super::super::lexicon::{is_number, is_you};
use super::super::written::place_of;
use crate::document::{BlockKind, WordKind, month};
use crate::lint::Finding;
use crate::text::WordSet;

/// Words before a month that is one: "by March", not "you may".
const BEFORE: &[&str] =
    &["in", "by", "from", "until", "since", "of", "on", "before", "after", "mid", "early", "late"];

/// Whether `text` names a day or a month.
pub(super) fn names_day(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().map(bare).collect();
    let digit = |at: Option<&&str>| at.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let is_month = word.starts_with(char::is_uppercase) && month(word).is_some();
        let led = before.is_some_and(|before| BEFORE.iter().any(|of| before.eq_ignore_ascii_case(of)));
        is_iso(word) || (is_month && (led || digit(before) || digit(words.get(at + 1))))
    })
}

/// `2027-05-01`.
fn is_iso(word: &str) -> bool {
    let mut pieces =
        word.split('-').map(|piece| (piece.len(), piece.bytes().all(|byte| byte.is_ascii_digit())));
    [4, 2, 2].into_iter().all(|long| pieces.next() == Some((long, true))) && pieces.next().is_none()
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

pub(super) fn has_date(part: &Written<'_>) -> Option<Finding> {
    if part.blocks.iter().any(|block| names_day(&block.prose.text)) {
        return None;
    }
    part.lacks("no date", "say on which day, or by which")
}

static TIMES: WordSet = WordSet::new(
    "\
    second seconds minute minutes min hour hours day days night nights week weeks month months year years",
);

/// Whether `text` says how long: "4 minutes", "one day", "a 10-minute call".
pub(super) fn names_duration(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c == '-').map(bare).collect();
    let counts = |word: &str| {
        is_number(word, WordKind::Plain) || ["an", "one"].iter().any(|one| word.eq_ignore_ascii_case(one))
    };
    words.windows(2).any(|pair| matches!(pair, [count, unit] if counts(count) && TIMES.has(unit)))
}

pub(super) fn has_duration(part: &Written<'_>) -> Option<Finding> {
    if part.blocks.iter().any(|block| names_duration(&block.prose.text)) {
        return None;
    }
    part.lacks("does not say how long", "time it with a watch: minutes, hours, days")
}

pub(super) fn has_code(part: &Written<'_>) -> Option<Finding> {
    if part.blocks.iter().any(|block| block.kind == BlockKind::Code) {
        return None;
    }
    part.lacks("no line of code", "show the lines that a developer types, in a code block")
}

pub(super) fn three_amounts(part: &Written<'_>) -> Option<Finding> {
    let signs = ['£', '$', '€', '¥', '₹'];
    let codes = [" EUR", " USD", " GBP", " euro", " dollar", " pound", " cent"];
    let amounts: usize = part
        .blocks
        .iter()
        .map(|block| block.prose.text.as_str())
        .map(|text| {
            text.matches(signs).count() + codes.iter().map(|code| text.matches(code).count()).sum::<usize>()
        })
        .sum();
    if amounts >= 3 {
        return None;
    }
    let message = match amounts {
        1 => "one amount of money, not three or more".to_owned(),
        _ => format!("{amounts} amounts of money, not three or more"),
    };
    part.lacks(message, "work out the bill of a small, a usual and a large customer")
}

/// What a company saves, and its customers never see.
const GAINS: &[&str] = &[
    "saves the company",
    "save the company",
    "saves us",
    "save us",
    "saving us",
    "cuts our cost",
    "cut our cost",
    "lowers our cost",
    "lower our cost",
    "reduces our cost",
    "reduce our cost",
    "reduces cost",
    "cost saving",
    "saves money for the",
    "headcount",
    "head count reduction",
    "fewer staff",
    "return on investment",
];

pub(super) fn no_company_gain(part: &Written<'_>) -> Option<Finding> {
    let company = part.context.document.front_matter.company.as_deref().unwrap_or_default().to_lowercase();
    let own = |text: &str| {
        !company.is_empty()
            && ["saves ", "save "].iter().any(|verb| text.contains(&format!("{verb}{company}")))
    };
    let (block, sentence) = part.sentences().take(Written::SAMPLE).find(|(block, sentence)| {
        let text = block.text_of(sentence).to_lowercase();
        GAINS.iter().any(|gain| text.contains(gain)) || own(&text)
    })?;
    Some(part.fault(
        place_of(block, sentence),
        "tells the company's gain",
        "say what the person gets back who uses it; the company's gain belongs to the sponsors' questions",
    ))
}

/// Units that only a data sheet has.
const UNITS: &[&str] = &[
    "mAh",
    "Ah",
    "Wh",
    "kWh",
    "GHz",
    "MHz",
    "GB",
    "TB",
    "MB",
    "dpi",
    "ppi",
    "lm",
    "lumen",
    "lumens",
    "lux",
    "nits",
    "dB",
    "dBA",
    "Mbps",
    "Gbps",
    "MP",
    "megapixel",
    "megapixels",
    "rpm",
    "psi",
    "hPa",
    "W",
    "watts",
    "V",
    "volts",
    "Nm",
];
/// Words that say what follows from a figure, or what it is like.
const MEANINGS: &[&str] =
    &["so", "enough", "which", "like", "about", "than", "means", "lasts", "last", "fits", "fit", "as"];

pub(super) fn specs_explained(part: &Written<'_>) -> Option<Finding> {
    let (place, unit) = part.sentences().take(Written::SAMPLE).find_map(|(block, sentence)| {
        let text = block.text_of(sentence);
        let unit = unit_of(text)?;
        let mut words = text.split_whitespace().map(bare);
        let told = words.any(|word| is_you(word) || MEANINGS.iter().any(|of| word.eq_ignore_ascii_case(of)));
        (!told && !names_duration(text)).then(|| (place_of(block, sentence), unit.to_owned()))
    })?;
    let message = format!("\"{unit}\" tells this customer nothing");
    Some(part.fault(place, message, "say what it means for them: how long, how far, how many, like what"))
}

/// The technical figure in `text`: "5,000 mAh", "5000mAh", "IP67".
fn unit_of(text: &str) -> Option<&str> {
    let words: Vec<&str> = text.split_whitespace().map(bare).collect();
    let digits = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let glued = |word: &str| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || [',', '.'].contains(&c));
        digits(word) && UNITS.contains(&unit)
    };
    let is_ip = |word: &str| {
        word.strip_prefix("IP")
            .is_some_and(|rest| rest.len() == 2 && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let pair = words.windows(2).find_map(|pair| match pair {
        [count, unit] if digits(count) && UNITS.contains(unit) => Some(*unit),
        _ => None,
    });
    pair.or_else(|| words.into_iter().find(|word| glued(word) || is_ip(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::tests::lint;

    #[test]
    fn days_and_lengths_of_time_are_told_from_other_words() {
        for day in ["by March", "on 1 May 2027", "May 3rd", "2027-05-01", "until Sept. 30"] {
            assert!(names_day(day), "{day}");
        }
        for other in ["you may 3 times", "It may rain.", "March on", "2027", "12-34"] {
            assert!(!names_day(other), "{other}");
        }
        assert!(names_duration("It takes 4 minutes.") && names_duration("a 10-minute call"));
        assert!(!names_duration("in a few minutes") && !names_duration("5 boxes"));
    }

    fn said(template: &str, body: &str) -> Vec<String> {
        let text = format!("---\ntemplate: {template}\ncompany: Blue Corp\n---\n# Boxly is here\n\n{body}\n");
        let of = lint(&text).into_iter().filter(|found| ["part-test", "solution"].contains(&found.rule));
        of.map(|found| found.message.into_owned()).collect()
    }

    #[test]
    fn a_specification_says_what_it_means() {
        let size = |text: &str| said("hardware", &format!("## Size and battery\n\n{text}"));
        assert_eq!(size("The battery has 5,000 mAh."), ["\"mAh\" tells this customer nothing"]);
        assert_eq!(size("It is IP67 and 3 cm high."), ["\"IP67\" tells this customer nothing"]);
        for fine in [
            "The battery has 5,000 mAh and runs for 3 days.",
            "It is IP67, so 3 days of rain do not hurt it.",
            "It weighs 300 g.",
        ] {
            assert_eq!(size(fine), [""; 0], "{fine}");
        }
    }

    #[test]
    fn colleagues_are_not_told_what_the_company_saves() {
        let minutes = |text: &str| said("internal-tool", &format!("## What you get back\n\n{text}"));
        let gain = "tells the company's gain";
        assert_eq!(minutes("It saves the company 40 hours a week."), [gain]);
        assert_eq!(minutes("It saves Blue Corp 40 hours a week."), [gain]);
        assert_eq!(minutes("It saves you 4 minutes a call."), [""; 0]);
        assert_eq!(minutes("You get back some time, 40% of it."), ["does not say how long"]);
    }

    #[test]
    fn developers_see_code_and_customers_three_bills() {
        let call = "## Your first call\n\nThe answer comes in 4 minutes.";
        assert_eq!(said("api-platform", call), ["no line of code"]);
        assert_eq!(said("api-platform", &format!("{call}\n\n    curl box.example\n")), [""; 0]);
        let bills = |text: &str| said("pricing-change", &format!("## Three bills\n\n{text}"));
        assert_eq!(bills("You pay £9."), ["one amount of money, not three or more"]);
        assert_eq!(bills("- Ann pays £9.\n- Bo pays 4 euros.\n- Al pays $40."), [""; 0]);
    }
}
