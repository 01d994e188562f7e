//! Which strikes are to be taken, all at once.

use super::{Found, Pen};
use crate::fix;
use crate::lint::{Diagnostic, Severity};
use crate::text::{Buffer, Span};

/// What is to be taken, as far as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Of this rule alone; `None` for all that can be taken without a look at it.
    pub rule: Option<&'static str>,
    /// The mildest severity that is shown.
    pub least: Severity,
    /// What the writer does not want to hear: the rule, and the words, or none for all of the rule.
    pub passed_over: Vec<(&'static str, Option<String>)>,
}

impl Wanted {
    /// Whether `found`, which strikes `words`, is to be taken.
    pub fn takes(&self, found: &Diagnostic, words: &str) -> bool {
        let is_meant = match self.rule {
            Some(rule) => found.rule == rule && found.fix.as_ref().is_some_and(|fix| fix.edit.is_some()),
            None => fix::is_safe(found),
        };
        let is_passed = |(rule, text): &(&'static str, Option<String>)| {
            *rule == found.rule && text.as_deref().is_none_or(|text| text == words)
        };
        is_meant && found.severity >= self.least && !self.passed_over.iter().any(is_passed)
    }
}

impl Pen {
    /// What is wanted by who asks for all of `rule`, or all that is safe.
    pub fn wanted(&self, rule: Option<&'static str>) -> Wanted {
        let hidden = self.filter.hidden().iter().map(|rule| (*rule, None));
        Wanted { rule, least: self.filter.least(), passed_over: self.ignored.words().chain(hidden).collect() }
    }

    /// What is shown and wanted, by place.
    pub fn all_wanted<'a>(
        &'a self,
        wanted: &'a Wanted,
        buffer: &'a Buffer,
    ) -> impl Iterator<Item = Found<'a>> {
        let all = Span::new(0, buffer.len());
        self.over(all).filter(|found| wanted.takes(found.diagnostic, buffer.slice(found.span)))
    }
}
