//! The price of the product, stated in the release and in the answer to "What does it cost?".
//!
//! `mismatch` compares numbers whose words agree. An answer that is nothing but a price ("£14 for one") has no words; what
//! it is the price of, its question says.

use super::numbers::{Unit, measure};
use super::stems::{Stem, of, stem};
use crate::document::{Block, Document, Entry, PartKind, Role, Sentence, Word, Zone};
use crate::lint::rules::claims::evidence::is_one_of;
use crate::lint::{Facts, Finding};
use crate::text::Span;

/// Prices further apart than this, as a factor, are of different things: a month and a year.
const APART: f64 = 3.0;
/// Words that ask for a price, or say nothing of what is priced.
const ASKS: &[Stem] = &[
    of("much"),
    of("cost"),
    of("price"),
    of("pay"),
    of("charge"),
    of("will"),
    of("should"),
    of("have"),
    of("need"),
    of("expect"),
];
/// What is priced where the product is not named.
const IT: &[&str] = &["it", "this", "they", "these", "one"];
/// How many words before the price say what is priced.
const REACH: usize = 4;

/// A price.
struct Price {
    value: f64,
    currency: char,
    span: Span,
    written: String,
}

/// Finds answers on the price of the product that leave out the price which the release states.
pub(super) fn check(document: &Document, facts: &Facts, out: &mut Vec<Finding>) {
    let product = &names(facts);
    let Some(stated) = stated(document, product) else { return };
    let asked = document.entries.iter().filter(|entry| asks(document, entry, product));
    for entry in asked {
        let answers = document.blocks.get(entry.answer.clone()).unwrap_or(&[]);
        let prices: Vec<Price> = answers.iter().flat_map(all_prices).collect();
        let Some(first) = prices.first() else { continue };
        let alike = |price: &Price| {
            price.currency == stated.currency
                && price.value.max(stated.value) <= APART * price.value.min(stated.value)
        };
        let same = |price: &&Price| (price.value - stated.value).abs() <= f64::EPSILON * stated.value.abs();
        let said = out.iter().any(|finding| finding.span == first.span);
        if !said && alike(first) && !prices.iter().any(|price| same(&price)) {
            let message = format!("\"{}\" here, \"{}\" in the release", first.written, stated.written);
            let finding =
                Finding::new(first.span, message).see(stated.span, format!("\"{}\"", stated.written));
            out.push(finding.rewrite("find out which is right, and write it in both places"));
        }
    }
}

/// What the product is called, word by word.
fn names(facts: &Facts) -> Vec<Stem> {
    let name = facts.product.as_deref().unwrap_or_default().split_whitespace();
    name.chain(facts.kinds.iter().map(String::as_str)).map(of).collect()
}

/// The one price of the product in the release; none where it has several, or none.
fn stated(document: &Document, product: &[Stem]) -> Option<Price> {
    let mut found: Option<Price> = None;
    for block in document.blocks.iter().filter(|block| is_release(document, block)) {
        for sentence in &block.sentences {
            let words = block.words_of(sentence);
            for price in prices(block, words, |at| is_of_product(block, words, at, product)) {
                match &found {
                    Some(known) if (known.value - price.value).abs() > f64::EPSILON => return None,
                    Some(_) => {}
                    None => found = Some(price),
                }
            }
        }
    }
    found
}

fn is_release(document: &Document, block: &Block) -> bool {
    let kind = document.part_of(block).map(|part| &part.kind);
    block.role == Role::Prose
        && matches!(block.zone, Zone::Lead | Zone::Release | Zone::Body)
        && kind != Some(&PartKind::Problem)
}

/// Whether the price at word `at` is what the product costs: "it costs £12", "buy it for £12".
fn is_of_product(block: &Block, words: &[Word], at: usize, product: &[Stem]) -> bool {
    let before = words.get(at.saturating_sub(REACH)..at).unwrap_or(&[]);
    let text = |word: &Word| block.word(word);
    let named = before.iter().any(|word| is_one_of(text(word), IT) || product.contains(&of(text(word))));
    let last = before.last().map(text);
    let verb = before.iter().rev().take(2).any(|word| is_one_of(text(word), &["costs", "cost", "sells"]));
    let bought = before.iter().any(|word| is_one_of(text(word), &["buy", "order", "get"]));
    let plain = !before.iter().any(|word| is_one_of(text(word), &["not", "us", "than", "save", "if"]));
    named && plain && (verb || (bought && last == Some("for")))
}

/// Whether `entry` asks customers' question after the price of the product.
fn asks(document: &Document, entry: &Entry, product: &[Stem]) -> bool {
    let Some(question) = document.blocks.get(entry.question) else { return false };
    let external = document.parts.get(entry.part).is_some_and(|part| part.kind == PartKind::ExternalFaq);
    let words: Vec<&str> = question.words.iter().map(|word| question.word(word)).collect();
    let first = words.first().copied().unwrap_or_default();
    let priced = words.iter().any(|word| [of("cost"), of("price"), of("pay")].contains(&of(word)));
    let opens = first.eq_ignore_ascii_case("what") || first.eq_ignore_ascii_case("how");
    let nothing_else = words
        .iter()
        .filter_map(|word| stem(word))
        .all(|stem| ASKS.contains(&stem) || product.contains(&stem));
    external && opens && priced && nothing_else
}

fn all_prices(block: &Block) -> Vec<Price> {
    let of_sentence = |sentence: &Sentence| prices(block, block.words_of(sentence), |_| true);
    block.sentences.iter().flat_map(of_sentence).collect()
}

/// The money among `words` of `block` that is `wanted`, given where it begins.
fn prices(block: &Block, words: &[Word], wanted: impl Fn(usize) -> bool) -> Vec<Price> {
    let price = |at: usize| {
        let found = measure(block, words, at)?;
        let Unit::Money(currency, _) = found.unit else { return None };
        let word = words.get(at)?;
        let span = block.source_span(word.start as usize, word.end as usize);
        wanted(at).then(|| Price { value: found.value, currency, span, written: block.word(word).to_owned() })
    };
    (0..words.len()).filter_map(price).collect()
}
