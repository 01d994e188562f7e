//! Whether words that want a fact may just as well be taken out where they stand: "an innovative box" is a box, "easily
//! resend" is resend, but "the box is innovative" would say nothing without them.

use super::{Hit, fold};
use crate::lint::Action;
use crate::lint::edit::is_item;
use crate::text::{Span, slice};

/// Words that no adjective or adverb praises; before them it stands alone.
const LONE: &[&str] = &[
    "and", "or", "but", "for", "to", "in", "with", "of", "on", "at", "by", "than", "as", "that", "when",
    "if", "because", "from", "is", "are", "was", "were", "will", "enough", "so", "nor", "yet", "while",
    "across", "over", "into", "the", "a", "an", "during", "before", "after", "since", "until", "without",
    "within", "through", "whenever", "wherever", "where", "again", "too", "also", "now", "today", "then",
    "here", "there", "it", "they", "we", "you", "he", "she", "this", "these", "those", "has", "have", "had",
    "can", "may", "must", "should", "would", "could", "which", "who", "not", "only",
];

impl Hit<'_> {
    /// What to do in the visible `text` it was found in: what the entry says, or a cut where the entry allows one and
    /// English is left behind.
    pub fn action(&self, text: &str) -> Action {
        let whole = self.entry.action == Action::Rewrite && self.is_cuttable(text);
        if whole { Action::Delete } else { self.entry.action }
    }

    fn is_cuttable(&self, text: &str) -> bool {
        let form = fold::literal(&slice(text, self.span).to_lowercase());
        let listed = self.entry.cut.iter().any(|cut| *cut == form);
        if !listed || is_phrase(text, self.span) {
            return false;
        }
        let before = slice(text, 0..self.span.start).split_whitespace().next_back().unwrap_or("");
        let stands = !JOINED.contains(&before)
            && !before.ends_with(',')
            && stands_before_word(slice(text, self.span.end..text.len()));
        stands || is_item(text, self.span)
    }
}

/// Words that the next one leans on.
const JOINED: &[&str] = &[
    "and",
    "or",
    "more",
    "most",
    "less",
    "as",
    "so",
    "how",
    "not",
    "very",
    "too",
    "quite",
    "really",
    "truly",
    "extremely",
    "incredibly",
    "pretty",
    "rather",
    "fairly",
    "equally",
    "but",
    "never",
];

/// Determiners: what stands between them and a noun is an adjective, hyphens or not.
const DETERMINERS: &[&str] = &["a", "an", "the", "our", "its", "their", "your", "this", "any", "every"];

/// Whether the words at `span` are written apart and no adjective: "it is easy to use tools", "in real time data".
fn is_phrase(text: &str, span: Span) -> bool {
    let before = slice(text, 0..span.start).split_whitespace().next_back().unwrap_or("");
    slice(text, span).contains(' ') && !DETERMINERS.contains(&before.to_lowercase().as_str())
}

/// Whether `rest` goes on with a space and a word that can be praised.
fn stands_before_word(rest: &str) -> bool {
    let Some(next) = rest.strip_prefix(' ') else { return false };
    let word: &str =
        next.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\'')).next().unwrap_or("");
    word.starts_with(char::is_alphabetic) && !LONE.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::lint::phrases::Matcher;
    use crate::lint::{Facts, Severity};

    #[test]
    fn praise_is_cut_before_what_it_praises_and_nowhere_else() {
        let matcher = Matcher::builtin();
        for (text, action) in [
            ("It is an innovative box.", Action::Delete),
            ("You can easily resend it.", Action::Delete),
            ("A state-of-the-art lock.", Action::Delete),
            ("The box is innovative.", Action::Rewrite),
            ("An innovative and sturdy box.", Action::Delete),
            ("A robust, open lock.", Action::Delete),
            ("It is warm, seamless, and dry.", Action::Delete),
            ("It is seamless and works.", Action::Rewrite),
            ("It is a more innovative box.", Action::Rewrite),
            ("It is easy to use tools.", Action::Rewrite),
        ] {
            let document = Document::parse(text, &[]);
            let mut hits = Vec::new();
            matcher.find(&document.blocks[0], &Facts::default(), |_, _| Some(Severity::Warning), &mut hits);
            assert_eq!(hits.first().map(|hit| hit.action(text)), Some(action), "{text}");
        }
    }
}
