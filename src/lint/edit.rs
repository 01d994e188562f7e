//! Turning a fix into bytes: what exactly to replace so that spaces, capitals and articles are right afterwards. Where
//! that is not sure, the fix is not safe; where English would plainly break, it has no edit.

use super::article;
use crate::document::{Block, Zone};
use crate::lint::{Action, Finding, Fix};
use crate::text::{Span, slice};

/// An edit in visible bytes, and whether the sentence surely reads as English afterwards.
#[derive(Debug)]
struct Plan {
    span: Span,
    text: String,
    sure: bool,
}

/// The fix of `finding` in `block`, with its edit in source bytes. Where the words cannot be replaced without tearing
/// markup, a person has to do it.
pub(super) fn of_block(finding: &Finding, block: &Block) -> Option<Fix> {
    let (action, words) = finding.fix.clone()?;
    let plan = match action {
        Action::Rewrite => None,
        Action::Replace => Some(Plan { span: finding.span, text: words.to_string(), sure: true }),
        Action::Delete => delete(block, finding.span),
    };
    let Some(plan) = plan else {
        return Some(Fix { action, replacement: words, safe: false, edit: None });
    };
    let Plan { span, text, sure } = with_article(&block.prose.text, plan);
    if !block.prose.is_plain(span.start, span.end) {
        let advice = if action == Action::Delete { "cut it".into() } else { words };
        return Some(Fix { action: Action::Rewrite, replacement: advice, safe: false, edit: None });
    }
    // Nobody's spoken words are changed without asking.
    let safe = finding.safe && sure && !is_spoken(block, finding.span.start);
    let source = block.prose.source_span(span.start, span.end);
    Some(Fix { action, replacement: words, safe, edit: Some((source, text)) })
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

/// How to take the words at `span` out; `None` where nothing, or a torn sentence, would be left.
fn delete(block: &Block, span: Span) -> Option<Plan> {
    let text = &block.prose.text;
    let (before, rest) = (slice(text, 0..span.start), slice(text, span.end..text.len()));
    if opens(block, span.start) {
        return delete_opening(text, span);
    }
    let spaced = rest.strip_prefix(' ').unwrap_or("");
    let next = first_word(spaced);
    if let Some(twin) = twin(text, span) {
        return Some(Plan { span: Span::new(span.start, twin), text: String::new(), sure: true });
    }
    // "fast, of course, and": both commas go.
    if before.ends_with(", ") && rest.starts_with(',') {
        let span = Span::new(span.start - 2, span.end + 1);
        return Some(Plan { span, text: String::new(), sure: false });
    }
    if !next.is_empty() {
        let sure = !JOINING.contains(&next.to_lowercase().as_str()) && leads_on(before, slice(text, span));
        return Some(Plan { span: Span::new(span.start, span.end + 1), text: String::new(), sure });
    }
    let closes = rest.is_empty() || rest.starts_with(['.', ',', ';', ':', '!', '?', ')', '”', '"']);
    let kept = before.trim_end().trim_end_matches(',');
    // "(very)", "-- very --", "a, very": nothing to lean on.
    let leans = kept.ends_with(char::is_alphanumeric) && before.ends_with(' ');
    (closes && leans).then(|| Plan {
        span: Span::new(kept.len(), span.end),
        text: String::new(),
        sure: false,
    })
}

/// Words that join what is left to what is gone: "very and truly".
const JOINING: &[&str] = &["and", "or", "but", "nor", "enough", "than", "so", "yet", "much", "as", "not"];

/// Whether `before` leads on to what follows without `gone`: no second "very", no adverb that "and" joined to it.
fn leads_on(before: &str, gone: &str) -> bool {
    let spaced = before.ends_with([' ', '(', '"', '“']);
    let head = before.trim_end();
    let mut words = head.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (last, earlier) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let adverb = earlier.ends_with("ly") || earlier.eq_ignore_ascii_case("very");
    let joined = adverb && ["and", "or", "but", "nor"].contains(&last);
    spaced
        && !joined
        && !last.eq_ignore_ascii_case(gone)
        && head.ends_with(|c: char| c.is_alphanumeric() || ",;:)(\"“”’'".contains(c))
}

/// Whether only punctuation stands before `at` in its sentence, or a quotation mark right before it.
fn opens(block: &Block, at: usize) -> bool {
    let starts = block.sentences.iter().map(|sentence| sentence.start as usize);
    let start = starts.take_while(|start| *start <= at).last().unwrap_or(0).max(block.lead.min(at));
    let text = &block.prose.text;
    let capital = slice(text, at..text.len()).starts_with(char::is_uppercase);
    !slice(text, start..at).chars().any(char::is_alphanumeric)
        || (capital && slice(text, start..at).ends_with(['"', '“', '„']))
}

/// At the start of a sentence the next word takes the capital, unless it is written in its own way (`iPhone`).
fn delete_opening(text: &str, span: Span) -> Option<Plan> {
    if let Some(twin) = twin(text, span) {
        // The first stays with its capital, the second goes.
        let span = Span::new(span.end, twin + span.len());
        return Some(Plan { span, text: String::new(), sure: true });
    }
    let rest = slice(text, span.end..text.len());
    let next = rest.trim_start_matches([',', ' ', ';', ':', '—', '–']);
    let word = first_word(next);
    let first = word.chars().next()?;
    let end = text.len() - next.len();
    let sure = !JOINING.contains(&word.to_lowercase().as_str());
    let own =
        word.chars().skip(1).any(char::is_uppercase) || !slice(text, span).starts_with(char::is_uppercase);
    if own || !first.is_lowercase() {
        return Some(Plan { span: Span::new(span.start, end), text: String::new(), sure });
    }
    let capital = first.to_uppercase().collect();
    Some(Plan { span: Span::new(span.start, end + first.len_utf8()), text: capital, sure })
}

/// Where the same words stand again right behind those at `span`: "very, very good", "very -- very".
fn twin(text: &str, span: Span) -> Option<usize> {
    let word = slice(text, span);
    let rest = slice(text, span.end..text.len());
    let next = rest.trim_start_matches([',', ' ', '-', '—', '–']);
    let gap = rest.len() - next.len();
    let again = next.get(..word.len()).is_some_and(|next| next.eq_ignore_ascii_case(word));
    (again && gap > 0 && first_word(next).len() == first_word(word).len()).then_some(span.end + gap)
}

/// The word that `text` begins with; empty where it begins with something else.
fn first_word(text: &str) -> &str {
    let word = text.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or("");
    if word.starts_with(char::is_alphanumeric) { word } else { "" }
}

/// Takes an article before the words along where it no longer fits: "an extremely large" without "extremely".
fn with_article(text: &str, plan: Plan) -> Plan {
    let before = slice(text, 0..plan.span.start);
    let head = before.trim_end();
    let Some(written) = article::at_end(head).filter(|_| before.len() > head.len()) else { return plan };
    let after = slice(text, plan.span.end..text.len());
    let next = if plan.text.trim().is_empty() { after.trim_start() } else { plan.text.as_str() };
    let Some(fitting) = article::fitting(written, next) else { return Plan { sure: false, ..plan } };
    // The next word may be cut as well, and then the article has to fit the one behind it.
    let word = first_word(next).to_lowercase();
    let sure = plan.sure && !word.ends_with("ly") && word != "very";
    if fitting == written {
        return Plan { sure, ..plan };
    }
    let start = head.len() - written.len();
    Plan { span: Span::new(start, plan.span.end), text: format!("{fitting} {}", plan.text), sure }
}

#[cfg(test)]
#[path = "edit_tests.rs"]
mod tests;
