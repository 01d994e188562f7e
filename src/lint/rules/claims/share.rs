//! `bare-share`: "95% of people", "nine in ten", "most riders": of how many, and who says so?
//!
//! "Most customers" and the like are a pack's.

use super::evidence::{has_source, is_one_of, is_question, with_next};
use super::sight::Sight;
use crate::document::{Role, Word, WordKind, Zone};
use crate::lint::{BlockContext, Category, Check, Finding, Rule, Severities, Severity};
use crate::text::slice;

const N: Option<Severity> = Some(Severity::Note);
const W: Option<Severity> = Some(Severity::Warning);
const E: Option<Severity> = Some(Severity::Error);

pub(in crate::lint::rules) const RULE: Rule = Rule {
    name: "bare-share",
    category: Category::UnsupportedClaim,
    // A share is half a figure: worse in what everybody reads, a note among colleagues, who have the table.
    severity: Severities([E, W, W, None, W, N, N, W, None]),
    what: "Shares without a base and a source: \"95% of people\", \"nine in ten\", \"half of all riders\"",
    why: "Nine in ten of how many, and who asked them? A share without its base is a number that nobody can check.",
    bad: "95% of people miss their parcels.",
    good: "95% of 1,200 people asked by the post office in 2026 missed a parcel.",
    spares: &[
        ("a share with its base", "Of 412 riders, 61% lost pay."),
        ("a source in the next sentence", "95% of people lost time. We asked them in May."),
        ("what is yours", "You get half of your fare back, and 20% of the price."),
        ("a rate", "14 in 100 buses are late."),
    ],
    source: "Amazon writing guidance: \"nearly all customers\" is 87% of Prime members",
    settings: &[],
    check: Check::Block(check),
};

/// People and homes: what shares are claimed of. The pack has customers, users, people, companies, teams and more.
const FOLK: &[&str] = &[
    "adults",
    "americans",
    "buyers",
    "children",
    "citizens",
    "commuters",
    "doctors",
    "drivers",
    "employees",
    "families",
    "farmers",
    "founders",
    "guests",
    "homeowners",
    "households",
    "managers",
    "members",
    "nurses",
    "owners",
    "parents",
    "passengers",
    "patients",
    "pupils",
    "readers",
    "renters",
    "residents",
    "respondents",
    "riders",
    "schools",
    "shops",
    "stores",
    "students",
    "subscribers",
    "teachers",
    "tenants",
    "travellers",
    "travelers",
    "viewers",
    "visitors",
    "voters",
    "workers",
];
/// The pack strikes "most" of these; with a number word before they are a share like any other.
const PACKED: &[&str] = &[
    "businesses",
    "companies",
    "customers",
    "developers",
    "homes",
    "merchants",
    "organisations",
    "organizations",
    "people",
    "retailers",
    "shoppers",
    "teams",
    "time",
    "users",
];
const COUNTS: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty"];
const PARTS: &[&str] = &["half", "third", "thirds", "quarter", "quarters", "fifths", "tenths", "majority"];
/// Where the reader's own is shared, nobody claims anything of others.
const OWN: &[&str] = &["your", "his", "her", "it", "them", "this", "that", "what", "which"];
const AMOUNTS: &[&str] = &[
    "fare", "price", "cost", "fee", "bill", "refund", "total", "amount", "money", "catalog", "budget", "day",
    "way", "week", "month", "year",
];
/// What a product does to a part of what passes through it: "samples 1% of requests" tells how it is set.
const HANDLES: &[&str] = &[
    "sample", "samples", "sampling", "use", "uses", "take", "takes", "keep", "keeps", "log", "logs",
    "record", "records", "store", "stores", "drop", "drops",
];
/// What passes through it.
const TRAFFIC: &[&str] = &[
    "bandwidth",
    "calls",
    "cpu",
    "data",
    "disk",
    "events",
    "frames",
    "lines",
    "logs",
    "memory",
    "messages",
    "packets",
    "queries",
    "ram",
    "records",
    "requests",
    "rows",
    "space",
    "spans",
    "storage",
    "traces",
    "traffic",
    "transactions",
];
/// What a share is a share of, between "of" and the noun.
const BETWEEN: &[&str] = &[
    "all", "each", "every", "the", "our", "their", "us", "online", "shift", "local", "small", "young",
    "older",
];

fn check(context: &BlockContext<'_>, out: &mut Vec<Finding>) {
    let block = context.block;
    if !matches!(block.role, Role::Prose | Role::Headline) {
        return;
    }
    // An answer with several figures is a count of one's own.
    if matches!(block.zone, Zone::ExternalFaq | Zone::Internal) && figures(&block.words) > 1 {
        return;
    }
    for (at, sentence) in block.sentences.iter().enumerate() {
        let words = block.words_of(sentence);
        // A sentence with another figure says of how many.
        let figures = figures(words);
        if figures > 1 {
            continue;
        }
        let sight = Sight { block, words };
        let found = (0..words.len()).find_map(|at| Some(at).zip(sight.share(at, figures)));
        let Some((from, end)) = found else { continue };
        if !is_question(block, sentence) && !with_next(block, at).any(|near| has_source(block, near)) {
            out.extend(sight.finding(from, end));
        }
    }
}

fn figures(words: &[Word]) -> usize {
    words.iter().filter(|word| word.kind == WordKind::Number).count()
}

impl Sight<'_> {
    /// The end of the share that begins with the word `at`, where one does. A sentence with figures has its base.
    fn share(&self, at: usize, figures: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        let text = self.block.word(word);
        if word.kind == WordKind::Number {
            return self.per_cent(at, text).or_else(|| self.ratio(at));
        }
        if word.kind != WordKind::Plain || figures > 0 {
            return None;
        }
        if text.eq_ignore_ascii_case("most") {
            return self
                .is(at + 1, FOLK)
                .then_some(at + 2)
                .filter(|_| !self.is(at.wrapping_sub(1), &["the", "at"]));
        }
        if is_one_of(text, COUNTS) {
            return self.ratio(at);
        }
        is_one_of(text, PARTS).then(|| self.part_of(at)).flatten()
    }

    /// "95% of people", "70 percent of our time".
    fn per_cent(&self, at: usize, text: &str) -> Option<usize> {
        let behind = if self.is(at + 1, &["percent"]) {
            1
        } else if self.is(at + 1, &["per"]) && self.is(at + 2, &["cent"]) {
            2
        } else {
            0
        };
        let of = at + 1 + behind;
        let claimed = (text.ends_with('%') || behind > 0) && self.is(of, &["of"]);
        let rest = self
            .words
            .get(of)
            .map_or("", |of| slice(&self.block.prose.text, of.end as usize..self.block.prose.text.len()));
        // "70% of [persona]" is not written yet.
        (claimed && !self.is_own(of + 1) && !self.is_setting(at, of + 1) && !rest.starts_with(" ["))
            .then_some(of + 1)
    }

    /// Whether the product handles the share that begins with the word `at`, of what stands at `whole`.
    fn is_setting(&self, at: usize, whole: usize) -> bool {
        let handled = at.checked_sub(1).is_some_and(|verb| self.is(verb, HANDLES));
        handled && (whole..whole + 4).any(|at| self.is(at, TRAFFIC))
    }

    /// Whether what is shared is the reader's, or an amount of money.
    fn is_own(&self, at: usize) -> bool {
        self.is(at, OWN) || (at..at + 3).any(|at| self.is(at, AMOUNTS))
    }

    /// "9 out of 10", "nine in ten" of somebody.
    fn ratio(&self, at: usize) -> Option<usize> {
        let over = match () {
            () if self.is(at + 1, &["out"]) && self.is(at + 2, &["of"]) => at + 3,
            () if self.is(at + 1, &["in", "of"]) => at + 2,
            () => return None,
        };
        let whole = self.is(over, &["ten", "five", "four", "three", "twenty"])
            && !self
                .is(over + 1, &["minutes", "hours", "days", "weeks", "months", "years", "seconds", "steps"]);
        // "nine of ten" is a share where people are counted; a place in a row ("two in three") is none.
        let folk = (over + 1..over + 4).any(|at| self.is(at, FOLK) || self.is(at, PACKED));
        let of = self.is(over + 1, &["of"]);
        (whole && (folk || of)).then_some(over + 1)
    }

    /// "half of all riders", "two thirds of parents", "the majority of shops".
    fn part_of(&self, at: usize) -> Option<usize> {
        let of = at + 1;
        let first = of + usize::from(self.is(of, &["of"]));
        let folk = (first..first + 3).find(|at| self.is(*at, FOLK) || self.is(*at, PACKED))?;
        let between = (first..folk).all(|at| self.is(at, BETWEEN));
        (between && folk > of).then_some(folk + 1)
    }

    fn finding(&self, from: usize, end: usize) -> Option<Finding> {
        let (first, last) = (self.words.get(from)?, self.words.get(end - 1)?);
        let span = first.start as usize..last.end as usize;
        let message =
            format!("\"{}\": of how many, and who says so?", slice(&self.block.prose.text, span.clone()));
        Some(
            Finding::new(span, message)
                .rewrite("give the base and the source: \"61% of the 412 riders we asked\""),
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    fn found(source: &str) -> Vec<String> {
        rule_finds("bare-share", source)
    }

    #[test]
    fn a_share_wants_its_base_or_its_source() {
        for (source, share) in [
            ("Indeed, 95% of time is lost.", "95% of"),
            ("# FAQ\n\n## Why?\n\n70 percent of time is lost.", "70 percent of"),
            ("70 per cent of parents wait.", "70 per cent of"),
            ("The box keeps 95% of customers.", "95% of"),
            ("Nine out of ten customers came back.", "Nine out of ten"),
            ("Nine in ten riders wait.", "Nine in ten"),
            ("Half of all riders wait.", "Half of all riders"),
            ("Three quarters of the parents wait.", "quarters of the parents"),
            ("The majority of shops close.", "majority of shops"),
            ("Most families wait.", "Most families"),
        ] {
            assert_eq!(found(source), [share], "{source}");
        }
    }

    #[test]
    fn shares_that_can_be_checked_are_let_be() {
        for fine in [
            "95% of 1,200 people lost time.",
            "95% of people lost time, says a [report](https://a.example).",
            "95% of people lost time. We asked them in May.",
            "# FAQ\n\n## Can I pay in cash?\n\nNo. 6% of trips are paid in cash. We decide by 3 May.",
            "Nine of the ten largest shops of the town have one.",
        ] {
            assert!(found(fine).is_empty(), "{fine}");
        }
    }

    #[test]
    fn what_is_no_share_is_let_be() {
        for fine in [
            "You get half of your fare back.",
            "Half an hour later it opens.",
            "It takes two in three minutes.",
            "We pay 50% of the price.",
            "The most visitors came in May.",
            "It is one of ten steps.",
            "A third person opens it.",
            "Do most families wait?",
            "Most important, it opens.",
            "The box samples 1% of requests.",
            "The box keeps 5% of all your traces.",
        ] {
            assert!(found(fine).is_empty(), "{fine} {:?}", found(fine));
        }
    }
}
