//! Selecting more than the cursor passes: words, sentences, paragraphs.

use super::{Editor, blank};
use crate::text::{Affinity, Place, Selection, Span};
use crate::tui::markdown::{Unit, larger};

impl Editor {
    /// The word at the cursor, or the one that ends there; a placeholder is one. Empty where there is none.
    pub fn word(&self) -> Span {
        let (buffer, at) = (&self.buffer, self.selection.head);
        let here = [at, buffer.previous_grapheme(at)].map(|at| buffer.word_at(at));
        let is_word = |span: &Span| span.touches(at) && buffer.slice(*span).contains(char::is_alphanumeric);
        blank::whole(buffer, here.into_iter().find(is_word).unwrap_or(Span::at(at)))
    }

    /// Selects the unit at the cursor.
    pub fn select_unit(&mut self, unit: Unit) {
        let span = unit.at(&self.buffer, self.selection.head);
        self.select(Selection::new(span.start, span.end));
    }

    /// Selects the smallest unit around what is selected that is larger.
    pub fn expand(&mut self) {
        let span = larger(&self.buffer, self.selection.span());
        self.select(Selection::new(span.start, span.end));
    }

    /// Selects from `origin`, where a drag began, to the unit at `place`, both as a whole; by clusters without a unit.
    pub fn drag(&mut self, unit: Option<Unit>, origin: Span, place: Place) {
        let Some(unit) = unit else { return self.click(place, true) };
        let here = unit.at(&self.buffer, place.offset);
        let selection = if here.start < origin.start {
            Selection::new(origin.end, here.start)
        } else {
            Selection::new(origin.start, here.end.max(origin.end))
        };
        self.select(selection);
        self.affinity = Affinity::Before;
    }
}
