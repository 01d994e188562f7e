//! A word on a page with what it is, safe to show, and where it stands in the sources.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::redline::Text;
use crate::report::Tone;
use crate::text::{Span, cell_width, shown, slice, width};

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// On both sides.
    Same,
    /// Only before.
    Gone,
    /// Only after.
    New,
    /// The same words at another place.
    Moved,
    /// The same words with other emphasis, another link, or as code.
    Restyled,
    /// To be rewritten.
    Noted,
    /// The number of a remark.
    Number,
    /// The name of a text.
    Title,
    /// No word of either text: what the page says itself.
    Aside,
}

impl Mark {
    /// What stands around a run of such pieces where colour and attributes cannot be told.
    pub fn brackets(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Gone => Some(("[-", "-]")),
            Self::New => Some(("{+", "+}")),
            Self::Restyled => Some(("{~", "~}")),
            Self::Same | Self::Moved | Self::Noted | Self::Number | Self::Title | Self::Aside => None,
        }
    }

    /// How it is painted.
    pub(super) fn tone(self) -> Option<Tone> {
        match self {
            Self::Same => None,
            Self::Gone => Some(Tone::Gone),
            Self::New => Some(Tone::New),
            Self::Moved | Self::Restyled | Self::Aside => Some(Tone::Dim),
            Self::Noted => Some(Tone::Marked),
            Self::Number | Self::Title => Some(Tone::Strong),
        }
    }
}

/// A word or a sign of punctuation, or as much of one as fits on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'t> {
    /// What is shown, brackets aside; holds nothing that a terminal would take for a command.
    pub text: Cow<'t, str>,
    /// What it is.
    pub mark: Mark,
    /// Whether a space stands before it.
    pub spaced: bool,
    /// Whether the opening bracket of its mark stands before it.
    pub opens: bool,
    /// Whether the closing bracket of its mark stands behind it.
    pub closes: bool,
    /// Its bytes in the text before.
    pub old: Option<Span>,
    /// Its bytes in the text after.
    pub new: Option<Span>,
    /// The number of the change that it is a part of.
    pub change: Option<usize>,
}

impl<'t> Piece<'t> {
    /// A word with a space before it that stands in neither text.
    pub fn new(text: impl Into<Cow<'t, str>>, mark: Mark) -> Self {
        Self {
            text: text.into(),
            mark,
            spaced: true,
            opens: false,
            closes: false,
            old: None,
            new: None,
            change: None,
        }
    }

    /// The same without a space before it.
    #[must_use]
    pub fn tight(self) -> Self {
        Self { spaced: false, ..self }
    }

    /// The words of `text`, which is made safe.
    pub(super) fn words(text: &str, mark: Mark) -> Vec<Piece<'static>> {
        text.split_whitespace().map(|word| Piece::new(shown(word).into_owned(), mark)).collect()
    }

    /// The bracket before its text.
    pub fn open(&self) -> &'static str {
        self.mark.brackets().filter(|_| self.opens).map_or("", |(open, _)| open)
    }

    /// The bracket behind its text.
    pub fn close(&self) -> &'static str {
        self.mark.brackets().filter(|_| self.closes).map_or("", |(_, close)| close)
    }

    /// Cells that it takes with its brackets, the space before it not counted.
    pub fn width(&self) -> usize {
        self.open().len() + width(&self.text) + self.close().len()
    }

    /// The piece cut in two where byte `at` of its text begins; the spans are cut too where the text is the source's.
    pub(super) fn split(self, at: usize) -> (Self, Self) {
        let (head, tail) =
            (slice(&self.text, 0..at).to_owned(), slice(&self.text, at..self.text.len()).to_owned());
        let len = self.text.len();
        let cut = |span: Option<Span>| match span {
            Some(span) if span.end - span.start == len => {
                let middle = span.start + at;
                (Some(Span::new(span.start, middle)), Some(Span::new(middle, span.end)))
            }
            span => (span, span),
        };
        let ((old, old_tail), (new, new_tail)) = (cut(self.old), cut(self.new));
        let rest =
            Self { text: tail.into(), spaced: false, opens: false, old: old_tail, new: new_tail, ..self };
        (
            Self {
                text: head.into(),
                closes: false,
                old,
                new,
                spaced: self.spaced,
                opens: self.opens,
                ..rest.clone()
            },
            rest,
        )
    }

    /// Cells that no cutting saves: its opening bracket and its first cluster.
    pub(super) fn least(&self) -> usize {
        let first = self.text.graphemes(true).next();
        self.open().len() + first.map_or(0, |cluster| cell_width(cluster, 0))
    }

    /// Where its text is to be cut so that the first part takes at most `cells`; at least one cluster stays before.
    pub(super) fn cut_at(&self, cells: usize) -> usize {
        let mut used = self.open().len();
        let over = self.text.grapheme_indices(true).find(|(at, cluster)| {
            used += cell_width(cluster, 0);
            used > cells && *at > 0
        });
        over.map_or(self.text.len(), |(at, _)| at)
    }
}

/// Token `at` of `text` as it is shown, with the delimiters that stand at it. The title of a link may stand on a line of
/// its own.
pub(super) fn word<'t>(text: &Text<'t>, at: usize) -> Cow<'t, str> {
    let written = text.written(at);
    if !written.contains(['\n', '\r']) {
        return shown(written);
    }
    let one: Vec<&str> = written.split_whitespace().collect();
    shown(&one.join(" ")).into_owned().into()
}

/// The cells of a line of pieces.
pub fn line_width(line: &[Piece<'_>]) -> usize {
    let space = |at: usize, piece: &Piece<'_>| usize::from(piece.spaced && at > 0);
    line.iter().enumerate().map(|(at, piece)| piece.width() + space(at, piece)).sum()
}

/// Puts every run of what is gone, new or restyled in brackets.
pub(super) fn bracket(pieces: &mut [Piece<'_>]) {
    for run in pieces.chunk_by_mut(|one, two| one.mark == two.mark && one.change == two.change) {
        if let Some(first) = run.first_mut() {
            first.opens = true;
        }
        if let Some(last) = run.last_mut() {
            last.closes = true;
        }
    }
}
