//! Names for headings, so that `[the price](#price)` finds its way.

use std::collections::HashMap;

/// Hands out names, each once.
#[derive(Debug, Default)]
pub(in crate::export) struct Slugs {
    /// The names that are taken, each with the next number to try behind it.
    taken: HashMap<String, usize>,
}

impl Slugs {
    /// The name of a heading: its letters and figures in lower case with hyphens between, as GitHub has them, and a
    /// number where the name is taken. Never has an underscore, so footnotes can have names of their own.
    pub fn name(&mut self, heading: &str) -> String {
        let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let plain: String =
            kept.flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let stem = if plain.is_empty() { "section".to_owned() } else { plain };
        let mut number = self.taken.get(&stem).copied().unwrap_or(0);
        let mut name = if number == 0 { stem.clone() } else { format!("{stem}-{number}") };
        while number > 0 && self.taken.contains_key(&name) {
            number += 1;
            name = format!("{stem}-{number}");
        }
        self.taken.insert(stem, number + 1);
        self.taken.entry(name.clone()).or_insert(1);
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
        assert_eq!(slugs.name("A b 1"), "a-b-1-1");
        assert_eq!(slugs.name("A b"), "a-b-2");
        assert_eq!(slugs.name("???"), "section");
    }
}
