//! Figures by which a reader can check a claim: what each measures, and which claims that is evidence for. A price is no
//! proof that a camera is the best, nor is a date.

use crate::document::{Block, Word, WordKind};

use super::evidence::is_one_of;

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// How long it takes or lasts.
    Time,
    /// How many steps, clicks or lines it takes.
    Steps,
    /// Weight, length, room.
    Size,
    /// Decibels.
    Sound,
    /// Per cent, so many of so many, a factor, a mark: what compares by itself.
    Share,
    /// What it costs.
    Money,
    /// Things, people.
    Count,
}

/// Which measures are evidence for a claim. Shares are for every claim.
pub(super) type Proof = &'static [Measure];

/// Every figure but a price.
pub(super) const ANY: Proof = &[Measure::Time, Measure::Steps, Measure::Size, Measure::Sound, Measure::Count];
/// Prices as well, where the claim is about money.
pub(super) const ANY_OR_PRICE: Proof =
    &[Measure::Time, Measure::Steps, Measure::Size, Measure::Sound, Measure::Count, Measure::Money];
/// Shares alone.
pub(super) const SHARES: Proof = &[];

/// Claims by what measures them; anything else ("best", "coolest") only shares do.
const MEASURED: &[(Proof, &[&str])] = &[
    (
        &[Measure::Time, Measure::Steps],
        &[
            "fastest",
            "quickest",
            "easiest",
            "simplest",
            "smoothest",
            "efficient",
            "responsive",
            "performant",
            "convenient",
            "effective",
        ],
    ),
    (
        &[Measure::Size],
        &["lightest", "thinnest", "slimmest", "leanest", "compact", "portable", "lightweight"],
    ),
    (&[Measure::Sound], &["quietest"]),
    (
        &[Measure::Time, Measure::Size, Measure::Count],
        &[
            "longest-lasting",
            "strongest",
            "sturdiest",
            "toughest",
            "durable",
            "reliable",
            "dependable",
            "safest",
            "secure",
            "robust",
            "powerful",
            "accurate",
            "precise",
        ],
    ),
    (
        &[Measure::Count, Measure::Size],
        &[
            "biggest",
            "largest",
            "widest",
            "broadest",
            "popular",
            "loved",
            "trusted",
            "extensive",
            "comprehensive",
            "complete",
            "detailed",
            "leading",
            "experienced",
        ],
    ),
    (&[Measure::Money], PRICED),
];

/// Claims about money.
const PRICED: &[&str] = &[
    "cheapest",
    "affordable",
    "cost-effective",
    "economical",
    "cheaper",
    "price",
    "prices",
    "cost",
    "costs",
    "fee",
    "fees",
    "fare",
    "fares",
    "bill",
    "bills",
    "money",
    "savings",
    "value",
    "profitable",
];

/// Number words that count something ("three seconds"); "one" is a pronoun more often than not.
const COUNTS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    "thirty",
];

/// What a word behind a figure says that it measures.
const UNITS: &[(Measure, &[&str])] = &[
    (
        Measure::Time,
        &[
            "ms",
            "millisecond",
            "milliseconds",
            "second",
            "seconds",
            "minute",
            "minutes",
            "min",
            "mins",
            "hour",
            "hours",
            "day",
            "days",
            "week",
            "weeks",
            "month",
            "months",
            "year",
            "years",
            "mph",
            "km/h",
        ],
    ),
    (
        Measure::Steps,
        &["step", "steps", "click", "clicks", "tap", "taps", "lines", "questions", "screens", "words"],
    ),
    (
        Measure::Size,
        &[
            "mm", "cm", "m", "km", "metre", "metres", "meter", "meters", "mile", "miles", "inch", "inches",
            "feet", "g", "kg", "gram", "grams", "kilos", "tonnes", "pounds", "oz", "lb", "litre", "litres",
            "liter", "liters", "mb", "gb", "tb", "watt", "watts", "degrees",
        ],
    ),
    (Measure::Sound, &["db", "decibel", "decibels"]),
    (Measure::Share, &["percent", "per", "times", "of", "in", "out", "stars", "points"]),
    (Measure::Money, &["euro", "euros", "dollar", "dollars", "cents", "pence", "francs", "crowns", "quid"]),
];

/// Words that no figure measures.
const NO_UNIT: &[&str] = &[
    "a", "am", "and", "as", "at", "but", "by", "for", "from", "is", "on", "or", "pm", "that", "the", "to",
    "was", "we", "will", "with", "you",
];

/// What is evidence for the claim `word` makes: "fastest", "popular", "best".
pub(super) fn proof_of(word: &str) -> Proof {
    let known = MEASURED.iter().find(|(_, words)| is_one_of(word, words));
    known.map_or(SHARES, |(proof, _)| proof)
}

/// Whether `word` has to do with money.
pub(super) fn is_priced(word: &str) -> bool {
    is_one_of(word, PRICED)
}

/// Whether `words` hold a figure outside of `but`, a range of their indices, that is evidence by `proof`.
pub(super) fn has_figure(block: &Block, words: &[Word], but: std::ops::Range<usize>, proof: Proof) -> bool {
    (0..words.len())
        .filter(|at| !but.contains(at))
        .filter_map(|at| measure(block, words, at))
        .any(|measure| measure == Measure::Share || proof.contains(&measure))
}

/// What the word `at` measures, where it is a figure that measures something.
fn measure(block: &Block, words: &[Word], at: usize) -> Option<Measure> {
    let word = words.get(at)?;
    let text = block.word(word);
    let next = words.get(at + 1).map_or("", |next| block.word(next));
    match word.kind {
        WordKind::Number if has_sign(text) => Some(Measure::Money),
        WordKind::Number => of_figure(text, next, words.get(at + 2).map_or("", |word| block.word(word))),
        WordKind::Plain if is_one_of(text, COUNTS) => {
            unit(next).filter(|unit| matches!(unit, Measure::Time | Measure::Steps) || next == "times")
        }
        _ => None,
    }
}

fn has_sign(figure: &str) -> bool {
    figure.contains(['£', '$', '€', '¥', '₹'])
}

/// What `figure` measures before the words `next` and `after`. A year, a day and an hour of the clock measure nothing.
fn of_figure(figure: &str, next: &str, after: &str) -> Option<Measure> {
    let digit = |byte: &u8| byte.is_ascii_digit();
    let glued = figure.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let tail = glued.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
    if !tail.is_empty() {
        let clock = tail.starts_with([':', '/']) || is_one_of(tail, &["am", "pm", "st", "nd", "rd", "th"]);
        let date = figure.bytes().filter(|byte| *byte == b'-').count() == 2;
        let named = unit(tail).or_else(|| tail.starts_with('-').then(|| unit(tail.get(1..)?)).flatten());
        return (!clock && !date).then(|| named.unwrap_or(Measure::Share));
    }
    let year = figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"));
    let known = unit(next);
    // "2 in Leeds" is no share of anything.
    if known == Some(Measure::Share) && is_one_of(next, &["of", "in", "out"]) {
        let whole =
            after.bytes().any(|byte| digit(&byte)) || is_one_of(after, &["the", "of", "every", "all"]);
        return (whole && !year).then_some(Measure::Share);
    }
    let counts = next.starts_with(|c: char| c.is_ascii_lowercase()) && !is_one_of(next, NO_UNIT);
    known.or_else(|| counts.then_some(Measure::Count)).filter(|_| !year)
}

fn unit(word: &str) -> Option<Measure> {
    UNITS.iter().find(|(_, words)| is_one_of(word, words)).map(|(measure, _)| *measure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn first(source: &str) -> Block {
        Document::parse(source, &[]).blocks.into_iter().next().unwrap()
    }

    #[test]
    fn figures_measure_something() {
        use Measure::{Count, Money, Share, Size, Sound, Steps, Time};
        for (text, wanted) in [
            ("It opens in 3 seconds.", Some(Time)),
            ("It opens in three seconds.", Some(Time)),
            ("It opens in 10ms.", Some(Time)),
            ("It costs £5.", Some(Money)),
            ("It costs 5 euros.", Some(Money)),
            ("It holds 40%.", Some(Share)),
            ("It is 3x as fast.", Some(Share)),
            ("9 of 10 riders use it.", Some(Share)),
            ("It weighs 2 kg.", Some(Size)),
            ("It hums at 20 dB.", Some(Sound)),
            ("It takes 2 taps.", Some(Steps)),
            ("It has 40 shops.", Some(Count)),
            ("It was made in 2026.", None),
            ("It opens at 9:00.", None),
            ("It opens at 9 am on 2027-05-04.", None),
            ("It ships on May 5th.", None),
            ("We opened it in 2026 and closed it.", None),
            ("Two of us opened it.", None),
            ("Press 2.", None),
        ] {
            let block = first(text);
            let found = (0..block.words.len()).find_map(|at| measure(&block, &block.words, at));
            assert_eq!(found, wanted, "{text}");
        }
        let block = first("It is 20% lighter.");
        assert!(!has_figure(&block, &block.words, 2..4, ANY));
    }

    #[test]
    fn a_price_proves_what_is_cheap_and_nothing_else() {
        let block = first("It costs £49.");
        let proves = |claim: &str| has_figure(&block, &block.words, 0..0, proof_of(claim));
        assert!(proves("cheapest") && !proves("best") && !proves("fastest"));
    }
}
