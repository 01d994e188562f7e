//! The numbers of a document that state a plain fact, each with what it is about.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::clause::{Actor, Clause, IT, Names};
use super::near::Near;
use super::unit::{Unit, measure};
use crate::document::{Block, BlockKind, Document, PartKind, Role, Sentence, WordKind, Zone};
use crate::lint::Facts;
use crate::lint::rules::consistency::stems::{Stem, of, stem};
use crate::text::Span;

/// A number that is stated.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::lint::rules::consistency) struct Quantity {
    /// Its value, in units of `unit`.
    pub value: f64,
    /// What it counts or measures.
    pub unit: Unit,
    /// Its visible bytes in its block.
    pub visible: Range<usize>,
    /// Its bytes in the source.
    pub span: Span,
    /// Index of its block.
    pub block: usize,
    /// The part whose list it stands in: the items of one list are of different things.
    pub list: Option<usize>,
    /// Whether it stands in the problem: what is true there is true without the product.
    pub problem: bool,
    /// Whether colleagues alone read it: what a thing costs to make is no price.
    pub internal: bool,
    /// What it is about: sorted stems.
    pub stems: Vec<Stem>,
    /// Hash of what tells its sentence from others.
    pub telling: u64,
    /// Hash of the names in its sentence.
    pub names: u64,
    /// Hash of the years in its sentence, and of the bounds and sizes right around it.
    pub bounds: u64,
    /// The words beside it.
    pub near: Near,
    /// Whether it goes from one to another: only the words beside it can say what it is about.
    pub spans: bool,
    /// Who acts.
    pub actor: Actor,
}

/// Fewest words of an answer's first sentence that says what it is about without its question.
const TELLS: usize = 8;
/// A block with more numbers than this is a list or a sum, not a statement.
const MOST: usize = 6;

/// What a price is called: a sentence with one of these is about what it costs.
pub(in crate::lint::rules::consistency) const PRICE: Stem = of("cost");
const PRICES: &[Stem] = &[of("cost"), of("price"), of("charge"), of("sell"), of("buy"), of("pay")];
/// Where one of these stands, money is no price.
const NO_PRICE: &[Stem] = &[
    of("save"),
    of("saving"),
    of("refund"),
    of("back"),
    of("lose"),
    of("lost"),
    of("earn"),
    of("fine"),
    of("wage"),
    of("deposit"),
    of("fee"),
    of("discount"),
    of("spend"),
    of("spent"),
    of("budget"),
    of("raise"),
    of("revenue"),
    of("margin"),
    of("left"),
    of("credit"),
    of("prize"),
    of("grant"),
    of("donate"),
];

/// The quantities of a document by their unit.
pub(in crate::lint::rules::consistency) type ByUnit = FxHashMap<Unit, Vec<Quantity>>;

/// The first `most` quantities of each unit in `document`, in order. Customers' quotes tell of one case, tables of many:
/// neither is read.
pub(in crate::lint::rules::consistency) fn quantities(
    document: &Document,
    facts: &Facts,
    most: usize,
) -> ByUnit {
    let names = Names::of(facts);
    let mut found = ByUnit::default();
    let questions = document
        .entries
        .iter()
        .filter_map(|entry| Some((entry.answer.start, document.blocks.get(entry.question)?)));
    let questions: FxHashMap<usize, &Block> = questions.collect();
    for (at, block) in document.blocks.iter().enumerate() {
        let figures = block.words.iter().filter(|word| word.kind == WordKind::Number).count();
        let read = matches!(block.role, Role::Prose | Role::Headline)
            && !matches!(block.zone, Zone::CustomerQuote | Zone::None)
            && block.kind != BlockKind::Cell
            && figures <= MOST;
        if !read {
            continue;
        }
        let problem = document.part_of(block).is_some_and(|part| part.kind == PartKind::Problem);
        let question = questions.get(&at).copied();
        for (nth, sentence) in block.sentences.iter().enumerate() {
            let question = question.filter(|_| nth == 0 && block.words_of(sentence).len() < TELLS);
            of_sentence(&Place { block, at, problem, question, names: &names, most }, sentence, &mut found);
        }
    }
    found
}

/// Where a sentence stands.
struct Place<'a> {
    block: &'a Block,
    at: usize,
    problem: bool,
    /// The question that a short sentence answers.
    question: Option<&'a Block>,
    names: &'a Names,
    /// Quantities of a unit that are kept.
    most: usize,
}

fn of_sentence(place: &Place<'_>, sentence: &Sentence, out: &mut ByUnit) {
    let block = place.block;
    let words = block.words_of(sentence);
    let mut at = 0;
    while at < words.len() {
        let Some(measure) = measure(block, words, at) else {
            at += 1;
            continue;
        };
        let range = at..measure.end;
        at = measure.end;
        let out = out.entry(measure.unit).or_default();
        if out.len() >= place.most {
            continue;
        }
        let Some(mut clause) = Clause::of(block, sentence, &range, place.names) else { continue };
        if let Some(question) = place.question {
            let asked = question.prose.text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
            clause.stems.extend(
                asked.filter_map(|word| if word.eq_ignore_ascii_case("it") { Some(IT) } else { stem(word) }),
            );
            clause.stems.sort_unstable();
            clause.stems.dedup();
        }
        let priced = matches!(measure.unit, Unit::Money(..)) && price(&mut clause);
        let then = clause.past && matches!(measure.unit, Unit::Money(..) | Unit::Time);
        let plain = !then && (priced || !matches!(measure.unit, Unit::Money(..)));
        let (Some(first), Some(last)) = (words.get(range.start), words.get(range.end - 1)) else { continue };
        if plain && !clause.stems.is_empty() {
            let visible = first.start as usize..last.end as usize;
            out.push(Quantity {
                span: block.source_span(visible.start, visible.end),
                visible,
                value: measure.value,
                unit: measure.unit,
                block: place.at,
                list: (block.kind == BlockKind::Item).then_some(block.part),
                problem: place.problem,
                internal: block.zone == Zone::Internal,
                stems: clause.stems,
                telling: clause.telling,
                names: clause.names,
                bounds: clause.bounds,
                near: clause.near,
                spans: clause.spans,
                actor: clause.actor,
            });
        }
    }
}

/// Whether the money in `clause` is what something costs; then its stems say so in one word.
fn price(clause: &mut Clause) -> bool {
    if clause.stems.iter().any(|stem| NO_PRICE.contains(stem)) {
        return false;
    }
    clause.stems.retain(|stem| !PRICES.contains(stem));
    clause.stems.push(PRICE);
    clause.stems.sort_unstable();
    true
}
