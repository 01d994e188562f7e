//! Where the red pen struck a wrong centre.

use crate::centre::Centre;
use crate::lint::{Category, Diagnostic};
use crate::text::Span;

/// Places of strikes, in order, and the centre each tells of.
#[derive(Debug)]
pub(super) struct Struck(Vec<(usize, Centre)>);

impl Struck {
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let strikes = diagnostics.iter().filter(|diagnostic| diagnostic.is_strike());
        let mut all: Vec<_> =
            strikes.filter_map(|strike| Some((strike.span.start, wrong_centre(strike.category)?))).collect();
        all.sort_by_key(|(at, _)| *at);
        Self(all)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first wrong centre in the source bytes of `span`.
    pub fn within(&self, span: Span) -> Option<Centre> {
        let first = self.0.partition_point(|(at, _)| *at < span.start);
        self.0.get(first).filter(|(at, _)| *at < span.end).map(|(_, centre)| *centre)
    }
}

fn wrong_centre(category: Category) -> Option<Centre> {
    match category {
        Category::CompanyFocus => Some(Centre::Company),
        Category::CompetitorFocus => Some(Centre::Competitor),
        Category::TechnologyFocus => Some(Centre::Technology),
        Category::BusinessFocus => Some(Centre::Business),
        _ => None,
    }
}
