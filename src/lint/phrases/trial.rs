//! A pack put to its own examples: every entry has to strike its bad sentence and leave its good one alone.

use super::pack::{Fault, Pack};
use super::{Hit, Matcher, placed};
use crate::document::Document;
use crate::lint::{Facts, Severity};
use crate::yaml;

/// How an entry did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It struck its bad sentence, and left its good one alone where it has one.
    Passed,
    /// It has no bad sentence to try.
    Untried,
    /// It left its bad sentence alone.
    Missed,
    /// It struck its good sentence.
    Overshot,
}

impl Pack {
    /// Tries every entry on its own examples, alone, so that no other entry hides it. In the order of the entries.
    pub fn trial(&self) -> Vec<Outcome> {
        (0..self.entries.len()).map(|index| self.try_entry(index)).collect()
    }

    fn try_entry(&self, index: usize) -> Outcome {
        let Some(entry) = self.entries.get(index) else { return Outcome::Untried };
        let mine = self.literals.iter().filter(|literal| usize::from(literal.entry) == index);
        let mut alone = Self { literals: mine.cloned().collect(), ..self.clone() };
        for gap in alone.gaps.to_mut().iter_mut().filter(|gap| usize::from(gap.entry) != index) {
            gap.loose = false;
        }
        let matcher = Matcher::new(vec![alone]);
        if entry.bad.is_empty() {
            Outcome::Untried
        } else if !strikes(&matcher, &entry.bad) {
            Outcome::Missed
        } else if !entry.good.is_empty() && strikes(&matcher, &entry.good) {
            Outcome::Overshot
        } else {
            Outcome::Passed
        }
    }

    /// What is wrong with the entry `index` of the pack written as `text`, with its place; `None` where it passed.
    pub fn complaint(&self, text: &str, index: usize, outcome: Outcome) -> Option<yaml::Error> {
        let name = &self.entries.get(index)?.name;
        let (key, message) = match outcome {
            Outcome::Passed => return None,
            Outcome::Untried => (None, format!("\"{name}\" has no bad example to try")),
            Outcome::Missed => (Some("bad"), format!("\"{name}\" is not found in its bad example")),
            Outcome::Overshot => (Some("good"), format!("\"{name}\" is found in its good example")),
        };
        Some(placed(text, Fault { entry: Some(index), key, message }))
    }
}

/// Whether `matcher` finds anything in `text`, read as a document.
fn strikes(matcher: &Matcher, text: &str) -> bool {
    let document = Document::parse(text, &[]);
    let facts = Facts::of(&document, &[]);
    let mut hits: Vec<Hit<'_>> = Vec::new();
    for block in &document.blocks {
        matcher.find(block, &facts, |_, _| Some(Severity::Warning), &mut hits);
    }
    !hits.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trial(rules: &str) -> Vec<Outcome> {
        Pack::parse(&format!("pack: p\ncategory: jargon\nrules:\n{rules}")).unwrap().trial()
    }

    #[test]
    fn entries_are_tried_one_by_one() {
        use Outcome::{Missed, Overshot, Passed, Untried};

        let rules = "- {phrase: synergy, delete: true, bad: Pure synergy., good: Pure joy.}\n\
                     - {phrase: synergies, delete: true, bad: Pure synergy.}\n\
                     - {pattern: '\\w+ killer', delete: true, bad: A Boxly killer., good: A killer whale.}\n\
                     - {phrase: leverage, delete: true, not-when: [noun], bad: We leverage it., good: They leverage it.}\n\
                     - {phrase: utilize, delete: true}\n";
        assert_eq!(trial(rules), [Passed, Missed, Overshot, Overshot, Untried]);
    }

    #[test]
    fn a_complaint_stands_at_the_example() {
        let text = "pack: p\ncategory: jargon\nrules:\n- phrase: synergy\n  delete: true\n  bad: Joy.\n";
        let pack = Pack::parse(text).unwrap();
        let said = pack.complaint(text, 0, Outcome::Missed).unwrap();
        assert_eq!(said.at.map(|at| (at.line, at.column)), Some((6, 8)));
        assert_eq!(said.message, "\"synergy\" is not found in its bad example");
    }

    #[test]
    fn the_built_in_packs_pass() {
        for pack in super::super::builtin() {
            for (entry, outcome) in pack.entries.iter().zip(pack.trial()) {
                assert_eq!(outcome, Outcome::Passed, "{}: {}", pack.name, entry.name);
            }
        }
    }
}
