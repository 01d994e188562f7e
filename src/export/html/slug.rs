//! Names for headings, so that `[the price](#price)` finds its way.

use std::collections::HashSet;

/// Hands out names, each once.
#[derive(Debug, Default)]
pub(super) struct Slugs(HashSet<String>);

impl Slugs {
    /// The name of a heading: its letters and figures in lower case with hyphens between, as GitHub has them, and a
    /// number where the name is taken. Never has an underscore, so footnotes can have names of their own.
    pub fn name(&mut self, heading: &str) -> String {
        let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let plain: String =
            kept.flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let stem = if plain.is_empty() { "section".to_owned() } else { plain };
        let mut name = stem.clone();
        let mut number = 1;
        while !self.0.insert(name.clone()) {
            name = format!("{stem}-{number}");
            number += 1;
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_github_and_unique() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.name("What do I pay, all in?"), "what-do-i-pay-all-in");
        assert_eq!(slugs.name("Über \"x\" <b>"), "über-x-b");
        assert_eq!(slugs.name("a_b"), "a-b");
        assert_eq!(slugs.name("A b"), "a-b-1");
        assert_eq!(slugs.name("???"), "section");
    }
}
