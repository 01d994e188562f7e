//! A finding that is shown, and what can be done about it.

use crate::lint::{Category, Diagnostic};
use crate::text::{Edit, Span};

/// A finding that is shown, and where it stands now.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// Its bytes in the text as it is now.
    pub span: Span,
    /// The finding; its own span and its edit are those of the text that was read, its other places those of now.
    pub diagnostic: &'a Diagnostic,
    pub(super) is_stale: bool,
}

impl Found<'_> {
    /// Whether it is about how the document is built.
    pub fn is_structure(&self) -> bool {
        self.diagnostic.category == Category::Structure
    }

    /// The edit that mends it; `None` where a person has to find the words, or the text has changed there and not been
    /// read yet.
    pub fn edit(&self) -> Option<Edit> {
        fix_at(self.diagnostic, self.span).filter(|_| !self.is_stale)
    }

    /// Whether it has words to take, now or once the text is read again.
    pub fn can_be_taken(&self) -> bool {
        self.diagnostic.fix.as_ref().is_some_and(|fix| fix.edit.is_some())
    }
}

/// The fix of a finding that stands at `now`, moved along with it.
pub(super) fn fix_at(diagnostic: &Diagnostic, now: Span) -> Option<Edit> {
    let (span, text) = diagnostic.fix.as_ref()?.edit.as_deref()?;
    let moved = |offset: usize| (offset + now.start).saturating_sub(diagnostic.span.start);
    Some(Edit::replace(moved(span.start)..moved(span.end), text.as_str()))
}
