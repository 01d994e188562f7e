//! What of the screen stands back while one writes: all but a sentence or a paragraph, the pen, the rows that move.
//!
//! Three things that go together as one likes:
//!
//! - *Focus*: all but the sentence or the paragraph at the cursor is dim. It is found in the text as it is now, so it
//!   never waits for the pen. What is struck outside of it is not shown there at all: the calm choice, since somebody
//!   who asks for one sentence does not ask for the faults of the others. They come back as the cursor gets there.
//! - *Typewriter*: the row of the cursor keeps its place on the screen, see [`Editor::keep_in_middle`].
//! - *Write mode*: the pen is put away. Nothing is struck, marked or proposed, and parts, figures and counts are gone. It
//!   reads on out of sight, so that everything is there at once when it is taken up again.
//!
//! They belong to the writer and not to the document: another document is opened with them as they are.
//!
//! [`Editor::keep_in_middle`]: super::editor::Editor::keep_in_middle

mod count;
mod pen;

pub use count::{Fact, facts, folded};
pub use pen::{is_withheld, over, points};

use super::markdown::Unit;
use crate::config::editor;
pub use crate::config::editor::Lit;
use crate::text::{Buffer, Span};

impl Lit {
    /// The next, in the order in which one command goes through them.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Off => Self::Sentence,
            Self::Sentence => Self::Paragraph,
            Self::Paragraph => Self::Off,
        }
    }

    /// What of `buffer` it leaves bright around `head`; nothing on a blank line, and `None` where nothing is dimmed.
    fn span(self, buffer: &Buffer, head: usize) -> Option<Span> {
        match self {
            Self::Off => None,
            Self::Sentence => Some(Unit::Sentence.at(buffer, head)),
            Self::Paragraph => Some(Unit::Paragraph.at(buffer, head)),
        }
    }
}

/// What stands back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Focus {
    /// What is not dimmed.
    pub lit: Lit,
    /// Whether the row of the cursor stays in the middle of the window.
    pub is_typewriter: bool,
    /// Whether the pen is put away.
    pub is_pen_away: bool,
    bright: Option<Bright>,
}

/// What is bright, and what that was found for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bright {
    span: Span,
    of: (Lit, u64, usize),
}

impl Focus {
    /// What stands back as long as the user says nothing else.
    pub fn settled(settings: &editor::Settings) -> Self {
        Self::new(settings.focus, settings.typewriter, !settings.pen)
    }

    /// Begins with these three.
    pub fn new(lit: Lit, is_typewriter: bool, is_pen_away: bool) -> Self {
        Self { lit, is_typewriter, is_pen_away, bright: None }
    }

    /// The same for another text.
    #[must_use]
    pub fn fresh(self) -> Self {
        Self { bright: None, ..self }
    }

    /// The bytes that are not dimmed; `None` where nothing is.
    pub fn bright(&self) -> Option<Span> {
        self.bright.map(|bright| bright.span)
    }

    /// Whether what stands at `span`, empty or not, has a part in what is bright.
    pub fn shows(&self, span: Span) -> bool {
        self.bright().is_none_or(|bright| {
            if span.is_empty() { bright.touches(span.start) } else { bright.overlaps(span) }
        })
    }

    /// Finds what is bright in `buffer`, which was changed `generation` times, around the cursor at `head`.
    pub fn settle(&mut self, buffer: &Buffer, generation: u64, head: usize) {
        let of = (self.lit, generation, head);
        if self.bright.is_none_or(|bright| bright.of != of) {
            self.bright = self.lit.span(buffer, head).map(|span| Bright { span, of });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tests::notation;

    fn bright(lit: Lit, notation: &str) -> Option<String> {
        let (buffer, selection) = notation::parse(notation);
        let mut focus = Focus::new(lit, false, false);
        focus.settle(&buffer, 0, selection.head);
        focus.bright().map(|span| buffer.slice(span).to_owned())
    }

    #[test]
    fn the_sentence_or_the_paragraph_at_the_cursor_is_bright() {
        let text = "# Head\n\nOne costs £2.50. T|wo\ngoes on. Three.\n\nFour.";
        assert_eq!(bright(Lit::Sentence, text).as_deref(), Some("Two\ngoes on."));
        let paragraph = "One costs £2.50. Two\ngoes on. Three.";
        assert_eq!(bright(Lit::Paragraph, text).as_deref(), Some(paragraph));
        assert_eq!(bright(Lit::Off, text), None);
        assert_eq!(bright(Lit::Sentence, "One.\n|\nTwo.").as_deref(), Some(""));
        assert_eq!(bright(Lit::Sentence, "# He|ad\n\nOne.").as_deref(), Some("Head"));
        assert_eq!(bright(Lit::Paragraph, "- a\n- b|\n  c").as_deref(), Some("- b\n  c"));
    }

    #[test]
    fn it_goes_along_with_the_cursor_and_the_text() {
        let mut buffer = Buffer::new("One. Two.");
        let mut focus = Focus::new(Lit::Sentence, false, false);
        focus.settle(&buffer, 0, 1);
        assert_eq!(focus.bright(), Some(Span::new(0, 4)));
        focus.settle(&buffer, 0, 6);
        assert_eq!(focus.bright(), Some(Span::new(5, 9)));
        buffer.apply(crate::text::Edit::insert(8, "s"));
        focus.settle(&buffer, 1, 6);
        assert_eq!(focus.bright(), Some(Span::new(5, 10)));
        assert!(focus.shows(Span::at(10)) && !focus.shows(Span::new(0, 4)));
        focus.lit = Lit::Off;
        focus.settle(&buffer, 1, 6);
        assert_eq!(focus.bright(), None);
    }
}
