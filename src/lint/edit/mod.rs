//! Turning a fix into bytes: what exactly to replace so that spaces, commas, capitals, articles, verbs and emphasis are
//! right afterwards. Where that is not sure, the fix is not safe; where English would plainly break, it has no edit.
//!
//! # How far an edit reaches
//!
//! It lies inside the struck words and the repair around them: an article right before; spaces, commas, brackets and
//! quotation marks around; emphasis marks that would be left empty; the first letter of the next word; the commas and the
//! conjunction of the list that the words leave; and the verb up to four words behind, where the number changes.

mod article;
mod delete;
mod doubt;
mod list;
mod plan;
mod replace;
mod source;
mod words;

use plan::Plan;

use super::{Action, Finding, Fix};
use crate::document::{Block, Document, Zone};
use crate::text::{Span, slice};

pub(super) use list::is_item;

/// The fix of `finding` in `block`, with its edit in the bytes of `source`. Where the words cannot be replaced without
/// tearing markup, a person has to do it.
pub(super) fn of_block(finding: &Finding, block: &Block, source: &str) -> Option<Fix> {
    let (action, words) = finding.fix.clone()?;
    let plan = match action {
        Action::Rewrite => None,
        Action::Replace => replace::plan(block, finding.span, &words),
        Action::Delete => delete::plan(block, finding.span),
    };
    let Some(plan) = plan else {
        return Some(Fix { action, replacement: words, safe: false, edit: None });
    };
    let Some(edit) = source::edit(block, source, &plan) else {
        let advice = if action == Action::Delete { "cut it".into() } else { words };
        return Some(Fix { action: Action::Rewrite, replacement: advice, safe: false, edit: None });
    };
    // Nobody's spoken words are changed without asking.
    let safe = finding.safe && plan.sure && !is_spoken(block, finding.span.start);
    Some(Fix { action, replacement: words, safe, edit: Some(Box::new(edit)) })
}

/// Whether `span` holds all words of its sentence: "Very." There is nothing to take out of it.
pub(super) fn is_all(block: &Block, span: Span) -> bool {
    let at = block.sentences.partition_point(|sentence| sentence.end as usize <= span.start);
    block.sentences.get(at).is_some_and(|sentence| {
        let words = block.words_of(sentence);
        !words.is_empty()
            && words.iter().all(|word| word.start as usize >= span.start && word.end as usize <= span.end)
    })
}

/// The edit that puts a person's own `words` where `struck` stands in `source`, or takes that out where there are none:
/// with the same repairs as any fix where it lies in one block of `document`, as it is elsewhere.
pub fn own_words(document: &Document, source: &str, struck: Span, words: &str) -> (Span, String) {
    let as_it_is = || (struck, words.to_owned());
    let Some(block) = document.block_at(struck.start).and_then(|at| document.blocks.get(at)) else {
        return as_it_is();
    };
    let visible = |offset| block.prose.visible_of(offset);
    let (Some(start), Some(end)) = (visible(struck.start), visible(struck.end)) else { return as_it_is() };
    let span = Span::new(start, end);
    let plan =
        if words.trim().is_empty() { delete::plan(block, span) } else { replace::plan(block, span, words) };
    let whole = |plan: Plan| source::edit(block, source, &plan);
    plan.filter(|_| !span.is_empty()).and_then(whole).unwrap_or_else(as_it_is)
}

/// Whether somebody says what stands at `at`: in a part that quotes, or between quotation marks.
fn is_spoken(block: &Block, at: usize) -> bool {
    if block.quoted || matches!(block.zone, Zone::LeaderQuote | Zone::CustomerQuote) {
        return true;
    }
    let (mut open, mut straight) = (false, false);
    for c in slice(&block.prose.text, 0..at).chars() {
        match c {
            '"' => straight = !straight,
            '“' | '„' | '«' => open = true,
            '”' | '»' => open = false,
            _ => {}
        }
    }
    open || straight
}

#[cfg(test)]
mod tests;
