//! What excuses words about company, technology, rivals or business: a consequence for the customer in the sentence, or
//! the customer's own question.

use rustc_hash::FxHashSet;

use super::phrases::Hit;
use super::{Category, Diagnostic, Severity};
use crate::centre::{self, Cast};
use crate::document::{Block, Document, Zone};
use crate::text::slice;

/// Drops hits about company and technology in sentences that tell the customer what follows ("..., so that you ...").
/// Feelings and what a pack calls an error are struck all the same: no "so you" makes up for "we are thrilled". `cast` is
/// asked for where there is such a hit.
pub(super) fn by_consequence<'c>(block: &Block, cast: impl FnOnce() -> &'c Cast, hits: &mut Vec<Hit<'_>>) {
    let concerns = |hit: &Hit<'_>| match hit.category {
        Category::TechnologyFocus => true,
        Category::CompanyFocus => hit.entry.severity != Some(Severity::Error),
        _ => false,
    };
    let sentence =
        |hit: &Hit<'_>| block.sentences.partition_point(|sentence| sentence.end as usize <= hit.span.start);
    let Some(last) = hits.iter().filter(|hit| concerns(hit)).map(sentence).max() else { return };
    let readings = centre::read_first(block, cast(), last + 1);
    let tells = |hit: &Hit<'_>| {
        readings.get(sentence(hit)).is_some_and(|reading| reading.consequence && !reading.feeling)
    };
    hits.retain(|hit| !concerns(hit) || !tells(hit));
}

/// Drops from `found` what answers a question of the customers' FAQ: the rival or the technology that it names, and
/// business words where it asks for the price. A claim to be the only or the best is struck all the same.
pub(super) fn by_question(document: &Document, source: &str, found: &mut Vec<Diagnostic>) {
    // All that is asked for is taken out at once: a document may have thousands of questions and findings.
    let mut asked: FxHashSet<usize> = FxHashSet::default();
    for entry in &document.entries {
        let blocks = document.blocks.get(entry.answer.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { continue };
        if first.zone != Zone::ExternalFaq {
            continue;
        }
        let from = found.partition_point(|one| one.span.start < first.span.start);
        let to = found.partition_point(|one| one.span.start < last.span.end);
        let concerns = |one: &Diagnostic| {
            use Category::{BusinessFocus, CompetitorFocus, TechnologyFocus};
            matches!(one.category, CompetitorFocus | TechnologyFocus | BusinessFocus)
        };
        let inside = (from..to).zip(found.get(from..to).unwrap_or_default());
        let mut concerned = inside.filter(|(_, one)| concerns(one)).peekable();
        let Some(question) = document.blocks.get(entry.question).filter(|_| concerned.peek().is_some())
        else {
            continue;
        };
        let question = question.prose.text.to_lowercase();
        let is_asked = |one: &Diagnostic| is_asked(one.category, slice(source, one.span), &question);
        asked.extend(concerned.filter(|(_, one)| is_asked(one)).map(|(at, _)| at));
    }
    if !asked.is_empty() {
        let mut at = 0..found.len();
        found.retain(|_| at.next().is_none_or(|at| !asked.contains(&at)));
    }
}

/// Whether `question`, in lower case, asks for what a finding of `category` strikes in `words`.
fn is_asked(category: Category, words: &str, question: &str) -> bool {
    let has = |word: &str| question.split(|c: char| !c.is_alphanumeric()).any(|other| other == word);
    if category == Category::BusinessFocus {
        return ["price", "prices", "pricing", "cost", "costs", "pay", "charge", "fee", "fees"]
            .into_iter()
            .any(has);
    }
    let words = words.to_lowercase();
    let boasts = ["only", "best", "beats", "beat", "unlike"].iter().any(|claim| words.contains(claim));
    // All of it: one word of "multi-series functionality" asks for nothing.
    let asks = |word: &str| has(word) || word.strip_suffix('s').is_some_and(has);
    !boasts && words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1).all(asks)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    #[test]
    fn a_consequence_for_the_customer_excuses_technology_and_history() {
        let found =
            |rule, text: &str| rule_finds(rule, &format!("# Press release\n\n# Solution\n\n{text}\n"));
        assert_eq!(found("technology-focus", "The lock has an algorithm.").len(), 1);
        assert!(found("technology-focus", "The lock has an algorithm, so you need no key.").is_empty());
        assert_eq!(found("company-focus", "As a company, we build locks.").len(), 1);
        assert!(
            found("company-focus", "As a company, we build locks, which means you need no key.").is_empty()
        );
        assert_eq!(found("company-focus", "We are thrilled to build locks, so you need no key.").len(), 1);
    }

    #[test]
    fn what_the_sentence_itself_does_is_no_consequence() {
        let lead = "# Press release\n\n# Solution\n\nBoxly gives you a lock with an algorithm.\n";
        assert_eq!(rule_finds("technology-focus", lead).len(), 1);
    }

    #[test]
    fn an_answer_may_say_what_was_asked() {
        let found = |rule, question: &str, answer: &str| {
            rule_finds(
                rule,
                &format!("# Press release\n\n# A box\n\n# External FAQ\n\n## {question}\n\n{answer}\n"),
            )
        };
        let technology = "Yes. It is an AI-powered door.";
        assert!(found("technology-focus", "Is it AI-powered?", technology).is_empty());
        assert_eq!(found("technology-focus", "Who opens the door?", technology).len(), 1);
        let rivals = "Yes. Competitors charge for each door.";
        assert!(found("competitor-focus", "Do competitors charge?", rivals).is_empty());
        assert_eq!(found("competitor-focus", "Do I pay?", rivals).len(), 1);
        let boast = "It beats the competition.";
        assert_eq!(found("competitor-focus", "How is the competition?", boast).len(), 1);
        let price = "£4. It lowers churn.";
        assert!(found("business-focus", "What does it cost?", price).is_empty());
        assert_eq!(found("business-focus", "How does it open?", price).len(), 1);
    }
}
