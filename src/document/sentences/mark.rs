//! The punctuation that may end a sentence, read from the text.

use std::ops::Range;

/// What the stops of a mark are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// One full stop.
    Period,
    /// Any run with a question or exclamation mark.
    Loud,
    /// `...`, `…`, `. . .`; with a fourth dot it ends a sentence.
    Ellipsis {
        /// Number of dots; `…` counts three.
        dots: usize,
        /// Whether spaces stand between the dots.
        spaced: bool,
    },
}

/// A run of stops with the closers behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// The stops.
    pub(super) stop: Range<usize>,
    /// What they are.
    pub(super) kind: Stop,
    /// Behind the closers and footnote marks.
    pub(super) end: usize,
    /// Whether a closing quote is among the closers.
    pub(super) quote: bool,
    /// Whether a closing bracket is among them.
    pub(super) bracket: bool,
}

/// The byte at `at`, 0 past the end.
pub(super) fn byte(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at).copied().unwrap_or(0)
}

/// Whether `text` stands at `at`.
pub(super) fn stands(bytes: &[u8], at: usize, text: &str) -> bool {
    bytes.get(at..).is_some_and(|rest| rest.starts_with(text.as_bytes()))
}

impl Mark {
    /// The first mark at or after byte `from`.
    pub(super) fn find(bytes: &[u8], from: usize) -> Option<Self> {
        let mut from = from;
        loop {
            let stop = |byte: &u8| matches!(byte, b'.' | b'!' | b'?' | 0xE2);
            let at = from + bytes.get(from..)?.iter().position(stop)?;
            if byte(bytes, at) != 0xE2 || stands(bytes, at, "…") {
                return Some(Self::read(bytes, at));
            }
            from = at + 1;
        }
    }

    fn read(bytes: &[u8], start: usize) -> Self {
        let (mut at, mut dots, mut loud, mut spaced) = (start, 0, false, false);
        loop {
            match byte(bytes, at) {
                b'.' => (dots, at) = (dots + 1, at + 1),
                b'!' | b'?' => (loud, at) = (true, at + 1),
                0xE2 if stands(bytes, at, "…") => (dots, at) = (dots + 3, at + "…".len()),
                b' ' if dots > 0 && !loud && is_spaced_dot(bytes, at + 1) => {
                    (dots, spaced, at) = (dots + 1, true, at + 2);
                }
                _ => break,
            }
        }
        let kind = match (loud, dots) {
            (true, _) => Stop::Loud,
            (_, 1) => Stop::Period,
            _ => Stop::Ellipsis { dots, spaced },
        };
        let mut mark = Self { stop: start..at, kind, end: at, quote: false, bracket: false };
        mark.read_closers(bytes);
        mark
    }

    fn read_closers(&mut self, bytes: &[u8]) {
        loop {
            let taken = match byte(bytes, self.end) {
                b'"' | b'\'' => {
                    self.quote = true;
                    1
                }
                b')' | b']' | b'}' => {
                    self.bracket = true;
                    1
                }
                b'*' | b'_' => 1,
                b'[' => note(bytes, self.end),
                0xC2.. => self.wide_closer(bytes),
                _ => 0,
            };
            if taken == 0 {
                break;
            }
            self.end += taken;
        }
    }

    fn wide_closer(&mut self, bytes: &[u8]) -> usize {
        const NOTES: [&str; 12] = ["¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰", "†", "‡"];
        let stands = |mark: &&&str| stands(bytes, self.end, mark);
        if let Some(quote) = ["”", "’", "»", "›"].iter().find(stands) {
            self.quote = true;
            return quote.len();
        }
        NOTES.iter().find(stands).map_or(0, |mark| mark.len())
    }
}

/// Whether a dot that goes on with a spaced ellipsis stands at `at`: `.` before a space, a closer or the end, but not
/// the one of `.NET`.
fn is_spaced_dot(bytes: &[u8], at: usize) -> bool {
    byte(bytes, at) == b'.' && !byte(bytes, at + 1).is_ascii_alphanumeric() && byte(bytes, at + 1) != b'.'
}

/// Length of a footnote mark at `at`: `[12]`, `[^1]`, `[a]`; 0 where there is none.
pub(super) fn note(bytes: &[u8], at: usize) -> usize {
    let caret = usize::from(byte(bytes, at + 1) == b'^');
    let label = at + 1 + caret;
    let length = (0..4).take_while(|step| byte(bytes, label + step).is_ascii_alphanumeric()).count();
    let digits = (0..length).all(|step| byte(bytes, label + step).is_ascii_digit());
    let fits = length > 0 && (caret == 1 || digits || length == 1);
    if byte(bytes, at) == b'[' && fits && byte(bytes, label + length) == b']' {
        caret + length + 2
    } else {
        0
    }
}
