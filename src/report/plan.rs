//! Which findings of a file are told, and which are told with another: repeats, missing parts, the many notes.

use std::collections::HashMap;

use super::repeats::Repeats;
use crate::lint::{Diagnostic, Severity};
use crate::text::counted;

/// Notes of one file that are all told.
const FEW_NOTES: usize = 10;
/// Of more notes, how many of each rule are told.
const NOTES_OF_A_RULE: usize = 2;
/// Findings of this rule are told together: all of them are one piece of work.
const TOGETHER: &str = "missing-part";

/// A finding that is told, and those that are told with it.
#[derive(Debug)]
pub(super) struct Told<'a> {
    /// What is told.
    pub finding: &'a Diagnostic,
    /// Repeats of it.
    pub again: Vec<&'a Diagnostic>,
    /// Others of its rule that are one list with it.
    pub others: Vec<&'a Diagnostic>,
}

/// What is told of a file, by place, and the rules of the notes that are only counted.
#[derive(Debug, Default)]
pub(super) struct Plan<'a> {
    /// What is told.
    pub told: Vec<Told<'a>>,
    /// Rules of the notes that are not, with their numbers, in the order of their first.
    pub counted: Vec<(&'static str, usize)>,
}

impl<'a> Plan<'a> {
    /// What to tell of `all`, found in `source`; every note where they are wanted.
    pub fn of(all: &'a [Diagnostic], source: &str, every_note: bool) -> Self {
        let repeats = Repeats::of(all, source);
        let mut plan = Self::default();
        let mut lists: HashMap<Severity, usize> = HashMap::new();
        for (at, finding) in all.iter().enumerate().filter(|(at, _)| !repeats.is_repeat(*at)) {
            let listed = finding.rule == TOGETHER && finding.span.is_empty();
            let list = lists.get(&finding.severity).filter(|_| listed);
            if let Some(list) = list.and_then(|list| plan.told.get_mut(*list)) {
                list.others.push(finding);
                continue;
            }
            if listed {
                lists.insert(finding.severity, plan.told.len());
            }
            let again = repeats.of_finding(at).iter().filter_map(|at| all.get(*at)).collect();
            plan.told.push(Told { finding, again, others: Vec::new() });
        }
        let notes = plan.told.iter().filter(|told| told.finding.severity == Severity::Note).count();
        if notes > FEW_NOTES && !every_note {
            plan.count_notes();
        }
        plan
    }

    /// Takes out all but the first notes of each rule, and counts them.
    fn count_notes(&mut self) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let counted = &mut self.counted;
        self.told.retain(|told| {
            if told.finding.severity != Severity::Note {
                return true;
            }
            let rule = told.finding.rule;
            let seen = seen.entry(rule).or_default();
            *seen += 1;
            if *seen <= NOTES_OF_A_RULE {
                return true;
            }
            let number = 1 + told.again.len() + told.others.len();
            match counted.iter_mut().find(|(name, _)| *name == rule) {
                Some((_, count)) => *count += number,
                None => counted.push((rule, number)),
            }
            false
        });
    }

    /// `9 more notes: weasel 7, jargon 2`, where there are some.
    pub fn more_notes(&self) -> Option<String> {
        let all: usize = self.counted.iter().map(|(_, count)| count).sum();
        let rules: Vec<String> = self.counted.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
        (all > 0).then(|| format!("{}: {}", counted(all, "more note"), rules.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::lint::{Category, Fix};
    use crate::text::Span;

    fn finding(rule: &'static str, severity: Severity, span: Span) -> Diagnostic {
        Diagnostic {
            rule,
            category: Category::Jargon,
            severity,
            span,
            part: 0,
            message: Cow::Borrowed("no"),
            why: Cow::Borrowed(""),
            fix: None::<Fix>,
            related: Vec::new(),
            also: Vec::new(),
        }
    }

    /// A text of words that differ, and a finding on each of them.
    fn notes(rules: &[(&'static str, usize)]) -> (String, Vec<Diagnostic>) {
        let (mut text, mut all) = (String::new(), Vec::new());
        for (rule, count) in rules {
            for at in 0..*count {
                let start = text.len();
                text = [text, format!("{rule}{at} ")].concat();
                let span = Span { start, end: text.len() - 1 };
                all.push(finding(rule, Severity::Note, span));
            }
        }
        (text, all)
    }

    #[test]
    fn of_many_notes_the_first_of_each_rule_are_told_and_the_others_counted() {
        let (text, mut all) = notes(&[("weasel", 8), ("hype", 1), ("jargon", 3)]);
        all.push(finding("weasel", Severity::Warning, Span { start: 0, end: 3 }));
        let plan = Plan::of(&all, &text, false);
        let told: Vec<&str> = plan.told.iter().map(|told| told.finding.rule).collect();
        assert_eq!(told, ["weasel", "weasel", "hype", "jargon", "jargon", "weasel"]);
        assert_eq!(plan.more_notes().unwrap(), "7 more notes: weasel 6, jargon 1");
        assert_eq!(Plan::of(&all, &text, true).told.len(), all.len());
    }

    #[test]
    fn a_few_notes_are_all_told() {
        let (text, all) = notes(&[("weasel", FEW_NOTES)]);
        let plan = Plan::of(&all, &text, false);
        assert_eq!((plan.told.len(), plan.more_notes()), (FEW_NOTES, None));
    }

    #[test]
    fn missing_parts_of_one_severity_are_one_list() {
        let missing = |severity, at| finding(TOGETHER, severity, Span::at(at));
        let all = [missing(Severity::Error, 0), missing(Severity::Warning, 0), missing(Severity::Error, 4)];
        let plan = Plan::of(&all, "text", false);
        let sizes: Vec<usize> = plan.told.iter().map(|told| told.others.len()).collect();
        assert_eq!(sizes, [1, 0]);
    }
}
