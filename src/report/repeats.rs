//! Findings that say the same of the same words: people read one and where the others are.

use std::collections::HashMap;

use crate::lint::{Category, Diagnostic, Severity};
use crate::text::{printable, slice};

/// Most bytes of struck words that are compared; whoever strikes whole sentences does not repeat himself.
const LONGEST: usize = 60;

/// Placeholders of one file that are told one by one; a fresh template has dozens, each with words of its own.
const PLACEHOLDERS: usize = 5;
/// Most places that are listed.
const PLACES: usize = 12;

/// A rule, its severity, and the words it struck, in small letters.
type Key = (&'static str, Severity, String);

/// Which of the findings of one file repeat an earlier one.
#[derive(Debug, Default)]
pub(super) struct Repeats {
    first: HashMap<Key, usize>,
    /// Placeholders that are told so far.
    placeholders: Vec<usize>,
    /// By index of the finding that is told: the indices of its repetitions, in order.
    again: HashMap<usize, Vec<usize>>,
    /// By index: whether it repeats an earlier one.
    is_repeat: Vec<bool>,
}

impl Repeats {
    /// Looks through `diagnostics`, found in `source`.
    pub fn of(diagnostics: &[Diagnostic], source: &str) -> Self {
        let mut repeats = Self::default();
        for (at, diagnostic) in diagnostics.iter().enumerate() {
            let first = repeats.earlier(at, diagnostic, source);
            repeats.is_repeat.push(first.is_some());
            if let Some(first) = first {
                repeats.again.entry(first).or_default().push(at);
            }
        }
        repeats
    }

    fn earlier(&mut self, at: usize, diagnostic: &Diagnostic, source: &str) -> Option<usize> {
        let told = self.earlier_words(at, diagnostic, source);
        if told.is_some() || diagnostic.category != Category::Placeholder {
            return told;
        }
        if self.placeholders.len() < PLACEHOLDERS {
            self.placeholders.push(at);
            return None;
        }
        self.placeholders.last().copied()
    }

    fn earlier_words(&mut self, at: usize, diagnostic: &Diagnostic, source: &str) -> Option<usize> {
        let words = slice(source, diagnostic.span);
        if words.is_empty() || words.len() > LONGEST || !diagnostic.related.is_empty() {
            return None;
        }
        let key = (diagnostic.rule, diagnostic.severity, words.to_lowercase());
        let first = *self.first.entry(key).or_insert(at);
        (first != at).then_some(first)
    }

    /// Whether the finding with index `at` is told with an earlier one.
    pub fn is_repeat(&self, at: usize) -> bool {
        self.is_repeat.get(at).copied().unwrap_or(false)
    }

    /// The indices of those that repeat the finding with index `at`.
    pub fn of_finding(&self, at: usize) -> &[usize] {
        self.again.get(&at).map_or(&[], Vec::as_slice)
    }
}

/// `"seamless" 3 times more: 14:3, 20:7 and 31:1`, of `places` as line and column; `8 more: ...` where the words differ.
pub(super) fn summed_up(words: Option<&str>, places: &[(usize, usize)]) -> String {
    let mut shown: Vec<String> =
        places.iter().take(PLACES).map(|(line, column)| format!("{line}:{column}")).collect();
    if let Some(left) = places.len().checked_sub(PLACES).filter(|left| *left > 0) {
        shown.push(format!("{left} more"));
    }
    let list = match shown.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    };
    match words {
        Some(words) => format!("\"{}\" {} more: {list}", printable(words), times(places.len())),
        None => format!("{} more: {list}", places.len()),
    }
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Analyst, Claim, House};
    use crate::report::{FileReport, Human, Plain, Report};

    fn report(source: &str) -> String {
        let analysis = Analyst::new(std::sync::Arc::new(House::default()), Claim::Nothing).analyse(source);
        let mut out = Vec::new();
        let file = FileReport::new("a.md", source, &analysis);
        Human::new(&Plain, true).file(&file, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_finding_is_told_once_and_where_it_stands_again() {
        let said = report("We leverage it.\n\nYou Leverage it.\n\nThey leverage it. It is revolutionary.\n");
        assert_eq!(said.matches("[jargon]").count(), 1, "{said}");
        assert!(said.contains("  again: \"leverage\" twice more: 3:5 and 5:6\n"), "{said}");
        assert!(said.contains("a.md:5:25: "), "{said}");
    }

    #[test]
    fn the_same_words_of_another_rule_or_severity_are_told_apart() {
        let text = "---\ntemplate: press-release\n---\n# Box\n\nLEEDS, 5 May 2027 — You leverage it.\n\n## Problem\n\nThey leverage it.\n";
        let said = report(text);
        assert!(said.contains("error[jargon]") && said.contains("warning[jargon]"), "{said}");
    }

    #[test]
    fn rules_on_the_same_words_become_one_finding_that_names_the_others() {
        let said = report("Orders will be quickly processed.\n");
        assert_eq!(said.matches("a.md:1:").count(), 1, "{said}");
        assert!(said.contains("[weasel] \"quickly\"") && said.contains(" (also passive)\n"), "{said}");
    }

    #[test]
    fn placeholders_of_a_fresh_template_are_summed_up_behind_the_first() {
        let lines: Vec<String> =
            (0..20).map(|at| format!("Here is {{{{thing {at}}}}} to fill in.\n\n")).collect();
        let said = report(&lines.concat());
        assert_eq!(said.matches("[placeholder]").count(), 5, "{said}");
        assert!(said.contains("  again: 15 more: 11:9, 13:9, "), "{said}");
        assert!(said.contains(", 33:9 and 3 more\n"), "{said}");
    }
}
