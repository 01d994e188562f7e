//! Turning a fix into bytes: what exactly to replace so that spaces, capitals and articles are right afterwards.

use crate::document::{Block, Prose};
use crate::lint::{Action, Finding, Fix};
use crate::text::{Span, slice};

/// The fix of `finding` in `block`, with its edit in source bytes. Where the words cannot be replaced without tearing
/// markup, a person has to do it.
pub(super) fn of_block(finding: &Finding, block: &Block) -> Option<Fix> {
    let (action, words) = finding.fix.clone()?;
    let prose = &block.prose;
    let planned = match action {
        Action::Rewrite => None,
        Action::Replace => Some((finding.span, words.to_string())),
        Action::Delete => Some(delete(block, finding.span)),
    };
    let Some((visible, text)) = planned else {
        return Some(Fix { action, replacement: words, safe: false, edit: None });
    };
    let (visible, text) = with_article(prose, visible, text);
    if !prose.is_plain(visible.start, visible.end) {
        let advice = if action == Action::Delete { "cut it".into() } else { words };
        return Some(Fix { action: Action::Rewrite, replacement: advice, safe: false, edit: None });
    }
    let span = prose.source_span(visible.start, visible.end);
    Some(Fix { action, replacement: words, safe: finding.safe, edit: Some((span, text)) })
}

/// The visible bytes to take out with the words at `span`, and what stays in their place.
fn delete(block: &Block, span: Span) -> (Span, String) {
    let text = &block.prose.text;
    let rest = slice(text, span.end..text.len());
    let opens = span.start == block.lead
        || block.sentences.iter().any(|sentence| sentence.start as usize == span.start);
    if opens {
        let next = rest.trim_start_matches([',', ' ', ';', ':', '—', '–']);
        let end = text.len() - next.len();
        return match next.chars().next() {
            Some(first) => (Span::new(span.start, end + first.len_utf8()), first.to_uppercase().collect()),
            None => (Span::new(span.start, end), String::new()),
        };
    }
    let closes = rest.is_empty() || rest.starts_with(['.', ',', ';', ':', '!', '?', ')', '”', '"']);
    let before = slice(text, 0..span.start);
    // "fast, of course, and": both commas go.
    let paired = before.ends_with(", ") && rest.starts_with(',');
    if paired {
        (Span::new(span.start - 2, span.end + 1), String::new())
    } else if closes {
        (Span::new(before.trim_end().trim_end_matches(',').len(), span.end), String::new())
    } else {
        (Span::new(span.start, span.end + (rest.len() - rest.trim_start().len())), String::new())
    }
}

/// Takes an article before the words along where it no longer fits: "an extremely large" without "extremely".
fn with_article(prose: &Prose, span: Span, text: String) -> (Span, String) {
    let before = slice(&prose.text, 0..span.start);
    let article = before.trim_end();
    let (is_an, word_len) = if ends_with_word(article, "an") {
        (true, 2)
    } else if ends_with_word(article, "a") {
        (false, 1)
    } else {
        return (span, text);
    };
    let after = slice(&prose.text, span.end..prose.text.len());
    let next = if text.trim().is_empty() { after.trim_start() } else { text.as_str() };
    let wants_an = next.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    let consonant = next.starts_with(|c: char| c.is_alphabetic()) && !next.starts_with(['u', 'U', 'h', 'H']);
    if wants_an == is_an || !(wants_an || consonant) || before.len() == article.len() {
        return (span, text);
    }
    let start = article.len() - word_len;
    let written = slice(article, start..article.len());
    let capital = written.starts_with('A');
    let fitting = match (wants_an, capital) {
        (true, true) => "An",
        (true, false) => "an",
        (false, true) => "A",
        (false, false) => "a",
    };
    (Span::new(start, span.end), format!("{fitting} {text}"))
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let Some(head) = text.len().checked_sub(word.len()) else { return false };
    slice(text, head..text.len()).eq_ignore_ascii_case(word)
        && !slice(text, 0..head).ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '\'')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn mended(source: &str, words: &str, action: Action, with: &'static str) -> String {
        let document = Document::parse(source, &[]);
        let block = &document.blocks[0];
        let start = block.prose.text.find(words).unwrap();
        let mut finding = Finding::new(start..start + words.len(), "");
        finding.fix = Some((action, with.into()));
        let fix = of_block(&finding, block).unwrap();
        let Some((span, text)) = fix.edit else { return format!("{:?}", fix.action) };
        format!("{}{}{}", slice(source, 0..span.start), text, slice(source, span.end..source.len()))
    }

    #[test]
    fn deleting_leaves_english_behind() {
        let check = |source: &str, words: &str, expected: &str| {
            assert_eq!(mended(source, words, Action::Delete, ""), expected, "{source}");
        };
        check("It is very small.", "very", "It is small.");
        check("Clearly, it works.", "Clearly", "It works.");
        check("It works, of course, and lasts.", "of course", "It works and lasts.");
        check("It works, of course.", "of course", "It works.");
        check("An extremely large pot.", "extremely", "A large pot.");
        check("This is a truly open pot.", "truly", "This is an open pot.");
        check("So. Really it works.", "Really", "So. It works.");
    }

    #[test]
    fn replacing_keeps_articles_and_markup_whole() {
        assert_eq!(
            mended("Make a utilization plan.", "utilization", Action::Replace, "use"),
            "Make a use plan."
        );
        assert_eq!(mended("Make a robust plan.", "robust", Action::Replace, "open"), "Make an open plan.");
        assert_eq!(mended("We *really use* it.", "really use it", Action::Replace, "x"), "Rewrite");
        assert_eq!(mended("We prior\nto it.", "prior to", Action::Replace, "before"), "We before it.");
    }
}
