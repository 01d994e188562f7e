//! What has to stand in the first words of a part: the amount, the day, how many it concerns, the way out.

use super::super::Written;
use super::super::lexicon::{is_crowd, is_number, is_person};
use super::facts::is_priced;
use super::told::names_day;
use crate::document::WordKind;
use crate::lint::Finding;
use crate::text::slice;

/// Words of a part that somebody in a hurry reads.
const OPENING: usize = 60;

/// The text of the first [`OPENING`] words of `part`.
fn opening(part: &Written<'_>) -> String {
    let (mut out, mut left) = (String::new(), OPENING);
    for block in part.prose() {
        let mut read = block.words.iter().take(left);
        left -= read.len();
        let Some(end) = read.next_back().map(|word| word.end as usize) else { continue };
        // What is glued to the last word belongs to it: "%", a bracket.
        let rest = slice(&block.prose.text, end..block.prose.text.len());
        let glued = rest.find(char::is_whitespace).unwrap_or(rest.len());
        out.push_str(slice(&block.prose.text, block.lead..end + glued));
        out.push('\n');
    }
    out
}

pub(super) fn amount(part: &Written<'_>) -> Option<Finding> {
    if is_priced(&opening(part)) {
        return None;
    }
    part.lacks("no amount in the first 60 words", "begin with the new price, as a number with a currency")
}

pub(super) fn date(part: &Written<'_>) -> Option<Finding> {
    if names_day(&opening(part)) {
        return None;
    }
    part.lacks("no date in the first 60 words", "begin with the day from which it holds")
}

/// Words that say for how many it holds.
const SHARES: &[&str] = &[
    "%",
    "percent",
    "all",
    "both",
    "every",
    "everybody",
    "everyone",
    "each",
    "nobody",
    "none",
    "half",
    "third",
    "thirds",
    "quarter",
    "quarters",
];

pub(super) fn share(part: &Written<'_>) -> Option<Finding> {
    let opening = opening(part);
    let words: Vec<&str> = opening.split_whitespace().map(bare).collect();
    let said =
        words.iter().any(|word| word.ends_with('%') || SHARES.iter().any(|of| word.eq_ignore_ascii_case(of)));
    let counted = words.iter().enumerate().any(|(at, first)| {
        let counts = is_number(first, WordKind::Plain) || *first == "one" || *first == "One";
        let among = |word: &&str| ["in", "of"].contains(word) || is_person(word) || is_crowd(word);
        counts && words.iter().skip(at + 1).take(3).any(among)
    });
    if said || counted {
        return None;
    }
    part.lacks(
        "the first 60 words do not say how many it concerns",
        "say for which share of customers it holds: all, 8%, 1 in 12",
    )
}

/// Words that lead out: what to use, where to go.
const WAYS: &[&str] = &[
    "instead",
    "alternative",
    "alternatives",
    "move",
    "moves",
    "moving",
    "switch",
    "switching",
    "replace",
    "replaced",
    "replaces",
    "replacement",
    "successor",
    "export",
    "use",
    "using",
    "goes",
];

pub(super) fn alternative(part: &Written<'_>) -> Option<Finding> {
    let opening = opening(part);
    let leads = |word: &str| WAYS.iter().any(|way| bare(word).eq_ignore_ascii_case(way));
    if opening.split_whitespace().any(leads) {
        return None;
    }
    part.lacks(
        "the first 60 words do not say what to use instead",
        "say what takes its place, also where it is not ours",
    )
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%')
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::lint;

    fn said(template: &str, summary: &str) -> Vec<String> {
        let text = format!(
            "---\ntemplate: {template}\n---\n# Boxly ends on 1 May\n\n{summary}\n\n## Why\n\nRain.\n"
        );
        let of = lint(&text).into_iter().filter(|found| found.rule == "summary");
        of.map(|found| found.message.into_owned()).filter(|message| message.contains("60 words")).collect()
    }

    #[test]
    fn a_change_of_prices_opens_with_amount_day_and_share() {
        let all = [
            "no amount in the first 60 words",
            "no date in the first 60 words",
            "the first 60 words do not say how many it concerns",
        ];
        assert_eq!(said("pricing-change", "We change our plans. They may be dearer."), all);
        for fine in [
            "From 1 May 2027 the box costs £9 for 8% of you.",
            "On May 3rd, 1 in 12 boxes will cost 4 euros, up from 3 EUR.",
            "From 2027-05-01 the box costs $9 a month for 1,200 customers.",
            "From May 2027 the box is free for everybody.",
        ] {
            assert_eq!(said("pricing-change", fine), [""; 0], "{fine}");
        }
        let late = format!("{} It costs £9 from 1 May 2027 for all.", "The box is red. ".repeat(20));
        assert_eq!(said("pricing-change", &late), all);
    }

    #[test]
    fn an_end_opens_with_its_day_and_the_way_out() {
        let all = ["no date in the first 60 words", "the first 60 words do not say what to use instead"];
        assert_eq!(said("sunset", "After much thought, the box may end."), all);
        assert_eq!(said("sunset", "The box ends on 1 May 2027. Use the shelf."), [""; 0]);
    }
}
