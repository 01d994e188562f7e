//! Building one leaf: the visible text of a block as its inline events arrive, and where each byte came from.
//!
//! No roles and no parts here: those need the whole document.

use super::prose::{Prose, Segment};
use super::{BlockKind, link};
use crate::text::{Span, slice};

/// A block of text before its role and part are known.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    /// What Markdown makes of it.
    pub kind: BlockKind,
    /// Whether it stands in a block quote.
    pub quoted: bool,
    /// Its bytes, markers excluded.
    pub span: Span,
    /// Its visible text.
    pub prose: Prose,
    /// Visible end of the bold run it begins with; 0 where it begins otherwise.
    pub bold_lead: usize,
    /// Whether all of it is bold.
    pub bold: bool,
    /// Whether all of it is bold or emphasised.
    pub emphasised: bool,
    /// Whether it is a footnote: a source, no prose.
    pub note: bool,
}

impl Leaf {
    /// A leaf without text, such as a code block.
    pub fn bare(kind: BlockKind, quoted: bool, span: Span) -> Self {
        let prose = Prose::default();
        Self { kind, quoted, span, prose, bold_lead: 0, bold: false, emphasised: false, note: false }
    }
}

/// Collects the inline events of one leaf.
#[derive(Debug)]
pub(super) struct LeafBuilder<'a> {
    source: &'a str,
    kind: BlockKind,
    quoted: bool,
    prose: Prose,
    bold_depth: usize,
    emphasis_depth: usize,
    bold_lead: usize,
    plain_seen: bool,
    unstressed_seen: bool,
    unbold_seen: bool,
    link: Option<usize>,
}

impl<'a> LeafBuilder<'a> {
    pub fn new(source: &'a str, kind: BlockKind, quoted: bool) -> Self {
        Self {
            source,
            kind,
            quoted,
            prose: Prose::default(),
            bold_depth: 0,
            emphasis_depth: 0,
            bold_lead: 0,
            plain_seen: false,
            unstressed_seen: false,
            unbold_seen: false,
            link: None,
        }
    }

    /// A new builder for the text that follows a split, inside the same bold and emphasis.
    pub fn continued(&self) -> Self {
        let mut next = Self::new(self.source, self.kind, self.quoted);
        next.bold_depth = self.bold_depth;
        next.emphasis_depth = self.emphasis_depth;
        next
    }

    pub fn bold(&mut self, opens: bool) {
        self.bold_depth = step(self.bold_depth, opens);
    }

    pub fn emphasis(&mut self, opens: bool) {
        self.emphasis_depth = step(self.emphasis_depth, opens);
    }

    /// A link opens or closes.
    pub fn link(&mut self, opens: bool) {
        let here = self.prose.text.len();
        if opens {
            self.link = Some(here);
        } else if let Some(start) = self.link.take() {
            self.prose.links.push((start as u32, here as u32));
        }
    }

    /// A footnote mark stands here.
    pub fn footnote(&mut self) {
        let here = self.prose.text.len() as u32;
        self.prose.links.push((here, here));
    }

    /// Text as shown; `span` is where it stands.
    pub fn text(&mut self, shown: &str, span: Span) {
        self.note_stress(shown);
        let literal = slice(self.source, span) == shown;
        self.push(shown, span, literal);
    }

    /// Inline code, an image: one object.
    pub fn object(&mut self, span: Span) {
        let mut buffer = [0; 4];
        let shown = Prose::OBJECT.encode_utf8(&mut buffer);
        self.note_stress(shown);
        self.push(shown, span, false);
    }

    /// A line break, shown as one space.
    pub fn line_break(&mut self, span: Span) {
        self.push(" ", span, false);
    }

    /// The visible text so far.
    pub fn shown(&self) -> &str {
        &self.prose.text
    }

    /// Whether all text so far is bold.
    pub fn all_bold(&self) -> bool {
        !self.unbold_seen && !self.prose.text.trim().is_empty()
    }

    /// Whether text follows a bold run that ended with a question mark.
    pub fn at_answer(&self, shown: &str) -> bool {
        self.bold_depth == 0
            && self.bold_lead > 0
            && self.bold_lead == self.prose.text.trim_end().len()
            && self.prose.text.trim_end().ends_with('?')
            && shown.chars().any(char::is_alphanumeric)
    }

    /// The finished leaf, or `None` where it shows nothing.
    pub fn finish(mut self) -> Option<Leaf> {
        self.prose.trim();
        link::hide_addresses(&mut self.prose);
        self.prose.shrink();
        let whole = self.prose.source_span(0, self.prose.text.len());
        let shows = !self.prose.text.is_empty();
        shows.then_some(Leaf {
            kind: self.kind,
            quoted: self.quoted,
            span: whole,
            bold_lead: self.bold_lead.min(self.prose.text.len()),
            bold: !self.unbold_seen,
            emphasised: !self.unstressed_seen,
            note: false,
            prose: self.prose,
        })
    }

    fn note_stress(&mut self, shown: &str) {
        if shown.trim().is_empty() {
            return;
        }
        let end = self.prose.text.len() + shown.trim_end().len();
        if self.bold_depth == 0 {
            self.plain_seen = true;
            self.unbold_seen = true;
        } else if !self.plain_seen {
            self.bold_lead = end;
        }
        self.unstressed_seen |= self.bold_depth == 0 && self.emphasis_depth == 0;
    }

    fn push(&mut self, shown: &str, span: Span, literal: bool) {
        if shown.is_empty() {
            return;
        }
        let segment = Segment {
            visible: self.prose.text.len() as u32,
            source: span.start as u32,
            source_len: span.len() as u32,
            literal,
        };
        self.prose.push(segment, shown);
    }
}

fn step(depth: usize, opens: bool) -> usize {
    if opens { depth + 1 } else { depth.saturating_sub(1) }
}
