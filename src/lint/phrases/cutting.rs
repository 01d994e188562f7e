//! Whether words that want a fact may just as well be taken out where they stand: "an innovative box" is a box, "easily
//! resend" is resend, but "the box is innovative" would say nothing without them.

use super::{Hit, fold};
use crate::lint::Action;
use crate::text::slice;

/// Words that no adjective or adverb praises; before them it stands alone.
const LONE: &[&str] = &[
    "and", "or", "but", "for", "to", "in", "with", "of", "on", "at", "by", "than", "as", "that", "when",
    "if", "because", "from", "is", "are", "was", "were", "will", "enough", "so", "nor", "yet", "while",
    "across", "over", "into", "the", "a", "an",
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
        let before = slice(text, 0..self.span.start).split_whitespace().next_back().unwrap_or("");
        let joined = ["and", "or", "more", "most", "less", "as", "so", "how", "not"].contains(&before);
        listed
            && !joined
            && !before.ends_with(',')
            && stands_before_word(slice(text, self.span.end..text.len()))
    }
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
            ("An innovative and sturdy box.", Action::Rewrite),
            ("A robust, open lock.", Action::Rewrite),
        ] {
            let document = Document::parse(text, &[]);
            let mut hits = Vec::new();
            matcher.find(&document.blocks[0], &Facts::default(), |_, _| Some(Severity::Warning), &mut hits);
            assert_eq!(hits.first().map(|hit| hit.action(text)), Some(action), "{text}");
        }
    }
}
