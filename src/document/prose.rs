//! Visible text and the way back to the source.

use crate::text::Span;

/// The visible text of a block and the way back to the source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The text as a reader sees it.
    pub text: String,
    /// Runs of the text and where they come from, in order; together they tile the text.
    pub segments: Vec<Segment>,
    /// Links and footnote marks as visible bytes, in order; a footnote mark shows nothing and is empty.
    pub links: Vec<(u32, u32)>,
}

/// A run of visible text. A *literal* run stands byte for byte in the source; any other (a line break shown as a
/// space, an entity, code shown as [`Prose::OBJECT`]) maps as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// First visible byte.
    pub visible: u32,
    /// First source byte.
    pub source: u32,
    /// Bytes it takes in the source.
    pub source_len: u32,
    /// Whether it stands byte for byte in the source.
    pub literal: bool,
}

impl Segment {
    fn source_end(&self) -> usize {
        (self.source + self.source_len) as usize
    }
}

impl Prose {
    /// Stands in the visible text for inline code, an image or a URL: one word that is never prose.
    pub const OBJECT: char = '\u{FFFC}';

    /// The source bytes of the visible bytes `start..end`. A range that touches a run which is not literal takes
    /// all of that run.
    pub fn source_span(&self, start: usize, end: usize) -> Span {
        let (Some(first), Some(last)) = (self.at(start), self.at(end.max(start + 1) - 1)) else {
            return Span::at(self.segments.last().map_or(0, Segment::source_end));
        };
        let from = if first.literal {
            first.source as usize + (start - first.visible as usize)
        } else {
            first.source as usize
        };
        let to = if start == end {
            from
        } else if last.literal {
            (last.source as usize + (end - last.visible as usize)).min(last.source_end())
        } else {
            last.source_end()
        };
        Span::new(from, to)
    }

    /// Whether the visible bytes `start..end` can be replaced in the source without tearing markup: they stand there
    /// in one piece, line breaks aside.
    pub fn is_plain(&self, start: usize, end: usize) -> bool {
        let first = self.index(start);
        let last = self.index(end.max(start + 1) - 1);
        let Some(run) = self.segments.get(first..=last) else { return false };
        let whole = run.iter().all(|segment| segment.literal || segment.source_len <= 2);
        let joined = run.windows(2).all(|pair| match pair {
            [one, two] => one.source_end() == two.source as usize,
            _ => true,
        });
        whole && joined
    }

    /// The visible byte that shows source byte `offset`, where it is shown.
    pub fn visible_of(&self, offset: usize) -> Option<usize> {
        let at = self.segments.partition_point(|segment| segment.source as usize <= offset).checked_sub(1)?;
        let segment = self.segments.get(at)?;
        let within = offset - segment.source as usize;
        (within <= segment.source_len as usize)
            .then(|| segment.visible as usize + if segment.literal { within } else { 0 })
    }

    /// Appends a run; a literal run that continues the last one in the source is joined to it.
    pub(super) fn push(&mut self, segment: Segment, shown: &str) {
        self.text.push_str(shown);
        match self.segments.last_mut() {
            Some(last) if last.literal && segment.literal && last.source_end() == segment.source as usize => {
                last.source_len += segment.source_len;
            }
            _ => self.segments.push(segment),
        }
    }

    /// Gives back what was reserved and not used.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.segments.shrink_to_fit();
        self.links.shrink_to_fit();
    }

    /// Cuts white space off both ends.
    pub(super) fn trim(&mut self) {
        let end = self.text.trim_end().len();
        self.cut_tail(end);
        let start = self.text.len() - self.text.trim_start().len();
        if start > 0 {
            *self = self.piece(start, self.text.len());
        }
    }

    /// Shows each of `ranges` (visible bytes, in order, apart) as one [`Prose::OBJECT`].
    pub(super) fn hide(&mut self, ranges: &[(usize, usize)]) {
        let mut out = Prose::default();
        let mut done = 0;
        for (start, end) in ranges {
            out.append(&self.piece(done, *start));
            out.append(&Self::object(self.source_span(*start, *end)));
            done = *end;
        }
        out.append(&self.piece(done, self.text.len()));
        *self = out;
    }

    /// One [`Prose::OBJECT`] that stands for `span`, as a link.
    fn object(span: Span) -> Self {
        let segment =
            Segment { visible: 0, source: span.start as u32, source_len: span.len() as u32, literal: false };
        let links = vec![(0, Self::OBJECT.len_utf8() as u32)];
        Self { text: Self::OBJECT.to_string(), segments: vec![segment], links }
    }

    /// The visible bytes `start..end` as a text of their own.
    fn piece(&self, start: usize, end: usize) -> Prose {
        let text = crate::text::slice(&self.text, start..end).to_owned();
        let mut piece =
            Prose { text, links: self.links_within(start as u32, end as u32), ..Prose::default() };
        let first = self.index(start);
        for (at, segment) in self.segments.iter().enumerate().skip(first) {
            let from = segment.visible as usize;
            if from >= end {
                break;
            }
            let to = self.segments.get(at + 1).map_or(self.text.len(), |next| next.visible as usize);
            let (head, tail) = (start.max(from), end.min(to));
            let mut part = *segment;
            part.visible = (head - start) as u32;
            if segment.literal {
                part.source += (head - from) as u32;
                part.source_len = (tail - head) as u32;
            }
            piece.segments.push(part);
        }
        piece
    }

    /// The links that touch `low..high`, cut to it and counted from `low`. Links are in the order of their ends.
    fn links_within(&self, low: u32, high: u32) -> Vec<(u32, u32)> {
        let first = self.links.partition_point(|link| link.1 < low);
        let within = self.links.iter().skip(first).take_while(|link| link.0 <= high);
        within.map(|link| (link.0.max(low) - low, link.1.min(high).max(low) - low)).collect()
    }

    fn append(&mut self, tail: &Prose) {
        let base = self.text.len() as u32;
        self.links.extend(tail.links.iter().map(|link| (link.0 + base, link.1 + base)));
        self.segments.extend(tail.segments.iter().map(|s| Segment { visible: s.visible + base, ..*s }));
        self.text.push_str(&tail.text);
    }

    fn cut_tail(&mut self, end: usize) {
        if end < self.text.len() {
            *self = self.piece(0, end);
        }
    }

    fn index(&self, visible: usize) -> usize {
        self.segments.partition_point(|segment| segment.visible as usize <= visible).saturating_sub(1)
    }

    fn at(&self, visible: usize) -> Option<&Segment> {
        self.segments.get(self.index(visible))
    }
}
