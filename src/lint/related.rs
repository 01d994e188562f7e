//! The other place of a finding, in words.

use super::Related;
use crate::text::slice;

impl Related {
    /// The words that stand there, in `source`, and what they are: `"How much is it?" (where it is asked first)`.
    pub fn quoted(&self, source: &str) -> String {
        const LONGEST: usize = 60;
        let line = slice(source, self.span).lines().next().unwrap_or("").trim();
        let end = line.char_indices().nth(LONGEST).map(|(at, _)| at);
        let words = end.map_or(line, |end| slice(line, 0..end));
        if words.is_empty() || self.message.contains(words) {
            return self.message.to_string();
        }
        format!("\"{words}{}\" ({})", if end.is_some() { "…" } else { "" }, self.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn the_words_are_quoted_once() {
        let source = "## How much is it?\n\nIt costs £49.\n";
        let at = |words: &str| Span::at(source.find(words).unwrap()).start;
        let related = |words: &str, message: &'static str| {
            let span = Span::new(at(words), at(words) + words.len());
            Related { span, message: message.into() }.quoted(source)
        };
        let asked = "\"How much is it?\" (where it is asked first)";
        assert_eq!(related("How much is it?", "where it is asked first"), asked);
        assert_eq!(related("£49", "\"£49\""), "\"£49\"");
    }
}
