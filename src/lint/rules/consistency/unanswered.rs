//! `unanswered-claim`: what the release promises and no answer of the FAQ takes up.
//!
//! Which sentences claim something stands in `promise`; here they are held against every question and answer. One pass
//! over the FAQ, whatever its length: a word is looked up among the few stems of the claims.

use rustc_hash::FxHashMap;

use super::promise::{Kind, Promise, promises};
use super::stems::{Stem, of};
use crate::document::{Block, Document, PartKind, Role, WordKind};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};
use crate::text::slice;

const N: Option<Severity> = Some(Severity::Note);
const W: Option<Severity> = Some(Severity::Warning);

pub(in crate::lint::rules) const RULE: Rule = Rule {
    name: "unanswered-claim",
    category: Category::Consistency,
    // The release alone claims; what everybody reads weighs more.
    severity: Severities([W, N, None, None, None, None, None, N, None]),
    what: "Prices, figures and promises of the release that no answer in the FAQ takes up",
    why: "Whoever believes the promise asks how, for whom and until when; the FAQ is where the answer stands.",
    bad: "# Press release\n\n# Lidd keeps tea hot\n\nLEEDS, 5 May 2027 — Lidd keeps tea hot for 9 hours.\n\n\
          # FAQ\n\n## Where can I buy it?\n\nIn 40 shops in Leeds.",
    good: "# Press release\n\n# Lidd keeps tea hot\n\nLEEDS, 5 May 2027 — Lidd keeps tea hot for 9 hours.\n\n\
           # FAQ\n\n## How long does tea stay hot?\n\n9 hours at 20 °C, 6 hours in frost.",
    spares: &[
        (
            "a release without an FAQ",
            "# Press release\n\n# Lidd\n\nLEEDS, 5 May 2027 — Lidd keeps tea hot for 9 hours.",
        ),
        (
            "a price that the FAQ has a question on",
            "# Press release\n\n# Lidd\n\nLEEDS, 5 May 2027 — Lidd costs £9.\n\n# FAQ\n\n## How much is it?\n\nNine pounds.",
        ),
    ],
    source: "Bryar and Carr: the FAQ answers what the release makes its readers ask",
    settings: &[],
    check: Check::Document(check),
};

/// More than this many in a document would be a list that nobody reads.
const MOST: usize = 3;
/// A figure as large as this is the same wherever it stands; a smaller one needs a word in common as well.
const TELLING: f64 = 100.0;
/// A question with one of these answers whatever the release says of the price.
const PRICES: &[Stem] = &[
    of("cost"),
    of("price"),
    of("pay"),
    of("free"),
    of("much"),
    of("fee"),
    of("charge"),
    of("pricing"),
    of("subscription"),
];

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let document = context.document;
    if !context.judged || document.entries.iter().all(|entry| entry.answer.is_empty()) {
        return;
    }
    let claims = promises(document, context.facts);
    if claims.is_empty() {
        return;
    }
    let index = Index::of(&claims);
    let mut standing: Vec<Standing> = claims.iter().map(|_| Standing::default()).collect();
    for answer in answers(document) {
        index.hold(&claims, &answer, &mut standing);
    }
    let open = claims.iter().zip(&standing).filter(|(_, standing)| !standing.answered);
    let mut open: Vec<(&Promise, &Standing)> = open.collect();
    open.sort_by_key(|(claim, _)| (claim.rank(), claim.span));
    open.truncate(MOST);
    open.sort_by_key(|(claim, _)| claim.span);
    out.extend(open.into_iter().filter_map(|(claim, standing)| finding(document, claim, standing)));
}

/// A question with its answer, or a block of the appendix, as blocks.
struct Answer<'a> {
    question: Option<usize>,
    blocks: Vec<&'a Block>,
}

fn answers(document: &Document) -> impl Iterator<Item = Answer<'_>> {
    let entries = document.entries.iter().map(|entry| {
        let question = document.blocks.get(entry.question);
        let answer = document.blocks.get(entry.answer.clone()).unwrap_or(&[]);
        Answer { question: Some(entry.question), blocks: question.into_iter().chain(answer).collect() }
    });
    let appendix =
        |block: &&Block| document.part_of(block).is_some_and(|part| part.kind == PartKind::Appendix);
    let notes =
        document.blocks.iter().filter(appendix).map(|block| Answer { question: None, blocks: vec![block] });
    entries.chain(notes)
}

/// How a claim stands after the answers held against it.
#[derive(Debug, Clone, Default)]
struct Standing {
    answered: bool,
    /// The question with the most words in common, and how many.
    nearest: Option<(usize, usize)>,
}

/// The stems and figures of all claims, each with the indices of those that have it.
struct Index {
    stems: FxHashMap<Stem, Vec<usize>>,
    figures: FxHashMap<u64, Vec<usize>>,
}

impl Index {
    fn of(claims: &[Promise]) -> Self {
        let mut index = Self { stems: FxHashMap::default(), figures: FxHashMap::default() };
        for (at, claim) in claims.iter().enumerate() {
            for stem in &claim.stems {
                index.stems.entry(*stem).or_default().push(at);
            }
            for figure in &claim.figures {
                index.figures.entry(figure.to_bits()).or_default().push(at);
            }
        }
        index
    }

    /// Holds every claim against one answer.
    fn hold(&self, claims: &[Promise], answer: &Answer<'_>, standing: &mut [Standing]) {
        let mut hits: Vec<(usize, Stem)> = Vec::new();
        let mut figures: Vec<usize> = Vec::new();
        let mut priced = false;
        for block in &answer.blocks {
            let asks = block.role == Role::Question;
            each_word(block, |word, figure| {
                if let Some(value) = figure {
                    figures.extend(self.figures.get(&value.to_bits()).into_iter().flatten());
                } else if word.len() >= 3 {
                    let stem = of(word);
                    hits.extend(self.stems.get(&stem).into_iter().flatten().map(|claim| (*claim, stem)));
                    priced |= asks && PRICES.contains(&stem);
                }
            });
        }
        hits.sort_unstable();
        hits.dedup();
        for (at, (claim, standing)) in claims.iter().zip(standing).enumerate() {
            let shared = hits.iter().filter(|(of, _)| *of == at).count();
            let figure = figures.contains(&at);
            standing.answered |= claim.is_answered(shared, figure, priced);
            if let Some(question) =
                answer.question.filter(|_| shared > standing.nearest.map_or(0, |(_, most)| most))
            {
                standing.nearest = Some((question, shared));
            }
        }
    }
}

impl Promise {
    fn is_answered(&self, shared: usize, figure: bool, priced: bool) -> bool {
        let all = self.stems.len();
        let most = shared * 5 >= all * 3 && shared >= all.min(3);
        let large = self.figures.iter().any(|figure| *figure >= TELLING);
        match self.kind {
            Kind::Price => priced || (figure && (shared >= 1 || large)) || most,
            Kind::Figure => (figure && (shared >= 1 || large)) || most,
            Kind::Word => shared * 3 >= all && shared >= all.min(2),
        }
    }

    /// What is worth a question first: prices, then figures that everybody reads, then the rest.
    fn rank(&self) -> usize {
        let kind = match self.kind {
            Kind::Price => 0,
            Kind::Figure => 1,
            Kind::Word => 3,
        };
        kind + usize::from(!self.lead)
    }
}

/// Calls `found` with every word of `block`, and its value where it is a figure. Headings and questions have no words
/// of their own, so their text is cut.
fn each_word(block: &Block, mut found: impl FnMut(&str, Option<f64>)) {
    if block.words.is_empty() {
        let cut = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '\'' | '’');
        for word in block.prose.text.split(cut).map(|word| word.trim_matches(['.', ','])) {
            found(word, value(word));
        }
    }
    for word in &block.words {
        let text = block.word(word);
        found(text, if word.kind == WordKind::Number { value(text) } else { None });
    }
}

/// The figure's value, its sign and unit aside.
fn value(word: &str) -> Option<f64> {
    let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
    if bare.is_empty() {
        return None;
    }
    if bare.contains(',') { bare.replace(',', "").parse().ok() } else { bare.parse().ok() }
}

fn finding(document: &Document, claim: &Promise, standing: &Standing) -> Option<Finding> {
    let block = document.blocks.get(claim.block)?;
    let said = slice(&block.prose.text, claim.visible.clone());
    let finding = Finding::new(claim.span, format!("no answer in the FAQ takes up \"{said}\""))
        .rewrite("answer in the FAQ what it rests on, for whom it holds and what it leaves out");
    // One word in common is chance.
    let nearest = standing
        .nearest
        .filter(|(_, shared)| *shared > 1)
        .map(|(question, _)| (question, "the nearest question"));
    let first =
        document.entries.first().map(|entry| (entry.question, "no question comes near; this is the first"));
    let (question, message) = nearest.or(first)?;
    let question = document.blocks.get(question)?;
    let finding = finding.see(question.span, message);
    Some(if claim.kind == Kind::Word { finding.at_most(Severity::Note) } else { finding })
}

#[cfg(test)]
#[path = "unanswered_tests.rs"]
mod tests;
