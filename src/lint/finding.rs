//! What a rule found, before the engine knows severity and source place.

use std::borrow::Cow;

use super::{Action, Related, Severity};
use crate::text::Span;

/// A finding of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Visible bytes of the block for a block rule; source bytes for a document rule.
    pub span: Span,
    /// What was found, in one line.
    pub message: Cow<'static, str>,
    /// Why it matters, where it differs from the rule's own reason.
    pub why: Option<Cow<'static, str>>,
    /// What to do, and the words to put in or the advice.
    pub fix: Option<(Action, Cow<'static, str>)>,
    /// Whether that can be done without asking.
    pub safe: bool,
    /// The part's index, where a document rule knows it.
    pub part: Option<usize>,
    /// The most severe it may be, where that is less than the rule's table says.
    pub at_most: Option<Severity>,
    /// Other places that it is about, in the bytes that `span` counts.
    pub related: Vec<Related>,
}

impl Finding {
    /// A finding at `span` without a fix.
    pub fn new(span: impl Into<Span>, message: impl Into<Cow<'static, str>>) -> Self {
        let (span, message) = (span.into(), message.into());
        Self {
            span,
            message,
            why: None,
            fix: None,
            safe: false,
            part: None,
            at_most: None,
            related: Vec::new(),
        }
    }

    /// With advice for a person to find the words.
    #[must_use]
    pub fn rewrite(mut self, advice: impl Into<Cow<'static, str>>) -> Self {
        self.fix = Some((Action::Rewrite, advice.into()));
        self
    }

    /// With a reason of its own.
    #[must_use]
    pub fn because(mut self, why: impl Into<Cow<'static, str>>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// With another place that it is about, and what stands there.
    #[must_use]
    pub fn see(mut self, span: impl Into<Span>, message: impl Into<Cow<'static, str>>) -> Self {
        // Mostly it is the only one, and there may be thousands of findings.
        self.related.reserve_exact(1);
        self.related.push(Related { span: span.into(), message: message.into() });
        self
    }

    /// In the part with this index.
    #[must_use]
    pub fn in_part(mut self, part: usize) -> Self {
        self.part = Some(part);
        self
    }

    /// Never more severe than `severity`.
    #[must_use]
    pub fn at_most(mut self, severity: Severity) -> Self {
        self.at_most = Some(severity);
        self
    }
}
