//! The words to put in for a hit: the right form, with the capitals of what was there.

use std::borrow::Cow;

use super::Hit;
use crate::lint::Action;
use crate::text::slice;

impl Hit<'_> {
    /// The words to put in for `replace`, the advice for `rewrite`, nothing for `delete`. `text` is the visible text it
    /// was found in.
    pub fn replacement(&self, text: &str) -> Cow<'static, str> {
        let words = &self.entry.words;
        let Some(word) = words.get(self.form).or_else(|| words.first()) else { return Cow::Borrowed("") };
        if self.entry.action != Action::Replace {
            return word.clone();
        }
        with_capitals_of(slice(text, self.span), word).map_or_else(|| word.clone(), Cow::Owned)
    }
}

/// `word` with a first capital, or all capitals, where `model` has them; `None` where it can stay as it is.
fn with_capitals_of(model: &str, word: &str) -> Option<String> {
    let letters = || model.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        return Some(word.to_uppercase());
    }
    let mut rest = word.chars();
    let first = rest.next().filter(|first| first.is_lowercase())?;
    letters().next().filter(|letter| letter.is_uppercase())?;
    Some(first.to_uppercase().chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_follow_what_was_there() {
        assert_eq!(with_capitals_of("leverages", "uses"), None);
        assert_eq!(with_capitals_of("Leverages", "uses").as_deref(), Some("Uses"));
        assert_eq!(with_capitals_of("LEVERAGES", "uses").as_deref(), Some("USES"));
        assert_eq!(with_capitals_of("Leverages", "GmbH").as_deref(), None);
    }
}
