//! `unsupported-claim`: superlatives, "the leading", "the only", "the first", and proofs without a name, with nothing
//! in sight that supports them. Comparatives and shares are rules of their own.

use std::ops::Range;

use super::evidence::{has_source, is_one_of, is_question, with_next};
use super::figure::{ANY, ANY_OR_PRICE, SHARES, has_figure, is_priced, proof_of};
use super::unique::{self, Claim, NOBODY_ELSE};
use crate::document::{Block, Role, Word};
use crate::lint::{BlockContext, Category, Check, Finding, Rule, Severities, Severity};
use crate::text::slice;

const N: Option<Severity> = Some(Severity::Note);
const W: Option<Severity> = Some(Severity::Warning);
const E: Option<Severity> = Some(Severity::Error);

pub(in crate::lint::rules) const RULE: Rule = Rule {
    name: "unsupported-claim",
    category: Category::UnsupportedClaim,
    // As praise without proof; where customers ask, "the only" and "the best" weigh as much as in the release. A
    // customer may say what she likes of what she bought.
    severity: Severities([E, E, W, None, E, N, W, W, None]),
    what: "Superlatives, \"the leading\", \"the only\", \"the first\" without a figure or a source",
    why: "A claim that a reader cannot check is a claim she will not believe.",
    bad: "The leading lock maker has the most reliable lock.",
    good: "The lock opened 99,998 times in 100,000, says [the test](https://a.example).",
    spares: &[
        ("a figure in the sentence", "It is the fastest box: 3 seconds."),
        ("a source in the next", "It is the safest box. The city tested forty."),
        ("what is first in a row", "In the first step, press the button; the first bus goes at 5:00."),
        ("what is yours alone", "Only you can open it, and it only takes a code."),
        ("what leads to something", "The steps leading up to the door are lit."),
        ("the highest of its own", "We ship the oldest order first, at the lowest price you chose."),
    ],
    source: "Amazon writing guidance: data for adjectives; David Meerman Scott: \"leading provider\" in 33,101 releases of 2008",
    settings: &[],
    check: Check::Block(check),
};

/// Superlatives of praise. "most recent", "at least", "first responders" praise nobody.
const SUPERLATIVES: &[&str] = &[
    "biggest",
    "boldest",
    "brightest",
    "broadest",
    "cheapest",
    "cleanest",
    "clearest",
    "comfiest",
    "coolest",
    "cosiest",
    "crispest",
    "deepest",
    "easiest",
    "fastest",
    "finest",
    "foremost",
    "freshest",
    "friendliest",
    "greatest",
    "greenest",
    "happiest",
    "healthiest",
    "highest-rated",
    "hottest",
    "largest",
    "leanest",
    "lightest",
    "longest-lasting",
    "nicest",
    "peerless",
    "preeminent",
    "purest",
    "quickest",
    "quietest",
    "richest",
    "safest",
    "sharpest",
    "simplest",
    "sleekest",
    "slickest",
    "slimmest",
    "smartest",
    "smoothest",
    "strongest",
    "sturdiest",
    "tastiest",
    "thinnest",
    "toughest",
    "unbeatable",
    "unequalled",
    "unrivaled",
    "warmest",
    "widest",
];
/// "most popular" and the like.
const MOST: &[&str] = &[
    "acclaimed",
    "accurate",
    "advanced",
    "affordable",
    "ambitious",
    "anticipated",
    "authentic",
    "authoritative",
    "awaited",
    "beautiful",
    "beloved",
    "capable",
    "celebrated",
    "comfortable",
    "compact",
    "compelling",
    "complete",
    "comprehensive",
    "convenient",
    "cost-effective",
    "critically",
    "customizable",
    "cutting-edge",
    "delicious",
    "dependable",
    "desirable",
    "detailed",
    "durable",
    "economical",
    "effective",
    "efficient",
    "elegant",
    "energy-efficient",
    "engaging",
    "environmentally",
    "ethical",
    "exciting",
    "exclusive",
    "experienced",
    "extensive",
    "flexible",
    "fuel-efficient",
    "functional",
    "helpful",
    "highly",
    "immersive",
    "impressive",
    "influential",
    "innovative",
    "intuitive",
    "lightweight",
    "loved",
    "luxurious",
    "mature",
    "modern",
    "natural",
    "performant",
    "popular",
    "portable",
    "powerful",
    "practical",
    "precise",
    "prestigious",
    "productive",
    "profitable",
    "promising",
    "realistic",
    "relevant",
    "reliable",
    "respected",
    "responsive",
    "rewarding",
    "rigorous",
    "robust",
    "scalable",
    "seamless",
    "secure",
    "significant",
    "sophisticated",
    "spectacular",
    "stunning",
    "stylish",
    "successful",
    "sustainable",
    "talented",
    "technologically",
    "thorough",
    "transparent",
    "trusted",
    "unique",
    "up-to-date",
    "user-friendly",
    "valuable",
    "versatile",
    "vibrant",
    "welcoming",
    "widely",
];
/// The product picks among these by a measure that it names: "the cheapest option first".
const CHOICES: &[&str] = &[
    "available",
    "bus",
    "delivery",
    "first",
    "method",
    "one",
    "option",
    "options",
    "order",
    "path",
    "route",
    "way",
];
const CHOOSE: &[&str] = &[
    "choose", "chooses", "find", "finds", "identify", "pick", "picks", "select", "selects", "sort", "sorts",
    "which", "what", "whose",
];
/// What stands before "most" where it praises.
const PRAISED: &[&str] = &["the", "our", "your", "its", "their", "world's", "world’s", "is", "are", "be"];
/// Who is said to have shown it, where nobody is named.
const AUTHORITIES: &[&str] = &["studies", "research", "experts", "science", "scientists", "evidence"];
const SHOW: &[&str] =
    &["show", "shows", "prove", "proves", "agree", "say", "says", "suggest", "suggests", "confirm"];

fn check(context: &BlockContext<'_>, out: &mut Vec<Finding>) {
    let block = context.block;
    if !matches!(block.role, Role::Prose | Role::Headline) {
        return;
    }
    for (at, sentence) in block.sentences.iter().enumerate() {
        let words = block.words_of(sentence);
        for from in 0..words.len() {
            let Some((claimed, asks)) = claim(block, words, from) else { continue };
            // Few sentences claim anything; only those are searched for what supports it.
            let supported = if asks == WHO {
                is_linked(block, sentence.start, sentence.end)
            } else {
                with_next(block, at).any(|near| has_source(block, near))
                    || is_measured(block, at, words, claimed.clone(), asks)
            };
            if !supported && !is_question(block, sentence) {
                out.extend(finding(block, words, claimed, asks));
            }
        }
    }
}

const MEASURE: &str = "by whose measure?";
const WHO: &str = "who found it? name them";

/// The claim at the word `at`: the indices of its words, and what the reader asks.
fn claim(block: &Block, words: &[Word], at: usize) -> Option<Claim> {
    let text = |at: usize| words.get(at).map_or("", |word| block.word(word));
    let word = text(at);
    // The shortest word that claims has four letters.
    if word.len() < 4 {
        return None;
    }
    let before = at.checked_sub(1).map_or("", text);
    if word.eq_ignore_ascii_case("most") {
        // "Most mature shops" are many shops; "the Most Innovative prize" is a name; who selects does not claim.
        let superlative = is_one_of(before, PRAISED) && !word.starts_with('M');
        let claims = superlative && is_one_of(text(at + 1), MOST) && !is_chosen(&text, at);
        return claims.then_some((at..at + 2, MEASURE));
    }
    if is_one_of(word, AUTHORITIES) {
        let bare = at == 0 || is_one_of(before, &["as", "that", "many", "some"]);
        return (bare && is_one_of(text(at + 1), SHOW)).then_some((at..at + 2, WHO));
    }
    // "-est", "peerless", "unrivaled", "highest-rated": few words have to be looked up.
    let shaped = word.ends_with('t') || word.starts_with(['p', 'P', 'u', 'U']) || word.contains('-');
    if shaped && word.len() >= 6 && is_one_of(word, SUPERLATIVES) {
        let latest = [before, text(at + 1)].iter().any(|near| near.eq_ignore_ascii_case("and"));
        let chosen = latest
            || is_one_of(before, &["next"])
            || is_one_of(text(at + 1), CHOICES)
            || is_chosen(&text, at);
        return (!chosen).then_some((at..at + 1, MEASURE));
    }
    unique::claim(&text, words.len(), at)
}

/// Whether somebody picks by the measure: "select the most effective", "find the cheapest".
fn is_chosen<'a>(text: &impl Fn(usize) -> &'a str, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|before| is_one_of(text(before), CHOOSE))
}

/// Whether a figure in the sentence with the index `at`, or in the next, is evidence for what its words `claimed` say.
fn is_measured(block: &Block, at: usize, words: &[Word], claimed: Range<usize>, asks: &str) -> bool {
    // How fast the only lock is says nothing of other locks.
    if asks == NOBODY_ELSE {
        return with_next(block, at).any(|near| has_figure(block, block.words_of(near), 0..0, SHARES));
    }
    let text = |word: &Word| block.word(word);
    let said = words.get(claimed.clone()).unwrap_or(&[]);
    let proof =
        said.iter().map(|word| proof_of(text(word))).find(|proof| !proof.is_empty()).unwrap_or(SHARES);
    let priced = words.iter().skip(claimed.start).take(3).any(|word| is_priced(text(word)));
    let next = block.sentences.get(at + 1).map_or(&[][..], |next| block.words_of(next));
    // In its own sentence the writer has tied the figure to the claim.
    has_figure(block, words, claimed, if priced { ANY_OR_PRICE } else { ANY })
        || has_figure(block, next, 0..0, if priced { ANY_OR_PRICE } else { proof })
}

fn is_linked(block: &Block, start: u32, end: u32) -> bool {
    block.prose.links.iter().any(|link| link.0 <= end && link.1 >= start)
}

fn finding(block: &Block, words: &[Word], claimed: Range<usize>, asks: &str) -> Option<Finding> {
    let (first, last) = (words.get(claimed.start)?, words.get(claimed.end - 1)?);
    let span = first.start as usize..last.end as usize;
    let message = format!("\"{}\": {asks}", slice(&block.prose.text, span.clone()));
    Some(Finding::new(span, message).rewrite("give the number and where it comes from"))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    fn found(source: &str) -> Vec<String> {
        rule_finds("unsupported-claim", source)
    }

    #[test]
    fn praise_wants_a_figure() {
        for (source, claim) in [
            ("It is the most powerful box.", "most powerful"),
            ("It is the quietest box.", "quietest"),
            ("The leading jobs marketplace opens.", "leading"),
            ("It is the only local lock with a bell.", "the only"),
            ("Box is the first lock to ring.", "the first"),
            ("The first lock with a bell.", "The first"),
            ("Studies show that it works.", "Studies show"),
            ("As experts agree, it works.", "experts agree"),
        ] {
            assert_eq!(found(source), [claim], "{source}");
        }
    }

    #[test]
    fn a_figure_that_is_not_about_the_claim_proves_nothing() {
        for (source, claim) in [
            ("The best camera you can buy. It costs £49.", "The best"),
            ("It is the quietest box for £49.", "quietest"),
            ("They sell the best water filter you can get.", "the best"),
            ("It is the safest box. It ships on 5 May 2027.", "safest"),
            ("It is the simplest box. It weighs 2 kg.", "simplest"),
            ("It is the only lock with a bell. It rings for 3 seconds.", "the only"),
            ("Studies show that 70% of riders wait.", "Studies show"),
        ] {
            assert_eq!(found(source), [claim], "{source}");
        }
    }

    #[test]
    fn what_can_be_checked_is_let_be() {
        for fine in [
            "It is the fastest box: 3 seconds.",
            "It is the quietest box. It hums at 20 dB.",
            "Box is the first lock to ring, according to the city.",
            "It is the cheapest box. It costs £4.",
            "It is the leading lock maker. It has 400 shops.",
            "It is the best camera: 9 of 10 testers kept it.",
            "[Studies show](https://a.example) that it works.",
            "Is it the only lock with a bell?",
        ] {
            assert!(found(fine).is_empty(), "{fine}");
        }
    }

    #[test]
    fn what_claims_nothing_is_let_be() {
        for fine in [
            "The first step is to press.",
            "First, press the button.",
            "It works from the first bus to the last.",
            "The first eight members decided on it.",
            "You are the first person to see it.",
            "Trained neighbours act as first responders.",
            "Only you can open it.",
            "It only takes a code.",
            "It is the only way to open it.",
            "Not only the lock rings.",
            "It rained, leading to delays.",
            "In the year leading up to it, prices fell.",
            "She is the leading nurse of the ward.",
            "We deploy your first app with it.",
            "At least one of the latest locks is open.",
            "The best way to open it is a key.",
            "Our research shows it.",
        ] {
            assert!(found(fine).is_empty(), "{fine} {:?}", found(fine));
        }
    }
}
