//! What of the findings the writer wants to see at the moment: from which severity on, and which rules not at all.

use super::Pen;
use crate::lint::{Diagnostic, Severity};

/// What is shown. It lasts as long as the session, whatever document is edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    least: Severity,
    hidden: Vec<&'static str>,
}

impl Default for Filter {
    /// Everything.
    fn default() -> Self {
        Self { least: Severity::Note, hidden: Vec::new() }
    }
}

impl Filter {
    /// Whether `found` is to be shown.
    pub fn shows(&self, found: &Diagnostic) -> bool {
        found.severity >= self.least && !self.hidden.contains(&found.rule)
    }

    /// The mildest severity that is shown.
    pub fn least(&self) -> Severity {
        self.least
    }

    /// The rules that are hidden, in the order they were.
    pub fn hidden(&self) -> &[&'static str] {
        &self.hidden
    }

    /// What is not shown, in a few words for the status line; nothing where all is.
    pub fn told(&self) -> Option<String> {
        let severity = match self.least {
            Severity::Note => None,
            Severity::Warning => Some("no notes".to_owned()),
            Severity::Error => Some("errors only".to_owned()),
        };
        let rules = match self.hidden.as_slice() {
            [] => None,
            [rule] => Some(format!("{rule} hidden")),
            rules => Some(format!("{} rules hidden", rules.len())),
        };
        let told: Vec<String> = severity.into_iter().chain(rules).collect();
        (!told.is_empty()).then(|| told.join(", "))
    }
}

impl Pen {
    /// What is shown.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// A pen that has read nothing yet and shows what this one does.
    #[must_use]
    pub fn fresh(&mut self) -> Self {
        Self { filter: std::mem::take(&mut self.filter), ..Self::default() }
    }

    /// Shows less with each call: everything, no notes, errors only, and everything again.
    pub fn show_next(&mut self) {
        self.filter.least = match self.filter.least {
            Severity::Note => Severity::Warning,
            Severity::Warning => Severity::Error,
            Severity::Error => Severity::Note,
        };
        self.filter_again();
    }

    /// Shows nothing of `rule` any more.
    pub fn hide(&mut self, rule: &'static str) {
        if !self.filter.hidden.contains(&rule) {
            self.filter.hidden.push(rule);
        }
        self.filter_again();
    }

    /// Shows everything again.
    pub fn show_all(&mut self) {
        self.filter = Filter::default();
        self.filter_again();
    }

    pub(super) fn filter_again(&mut self) {
        for (state, found) in self.found.states.iter_mut().zip(&self.found.diagnostics) {
            state.filtered = !self.filter.shows(found);
        }
    }
}
