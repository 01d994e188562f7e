//! Finding the marks in the bytes of a text.

use super::code::{Lines, code_span, front_matter};
use crate::text::{Span, slice};

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// All of it, braces included.
    pub span: Span,
    /// What stands in it; of a substitution the old words.
    pub body: Span,
    /// The new words of a substitution.
    pub new: Option<Span>,
    /// The marks in a highlight.
    pub inner: Vec<Mark>,
}

/// The five marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// `{++ ++}`.
    Addition,
    /// `{-- --}`.
    Deletion,
    /// `{~~ ~> ~~}`.
    Substitution,
    /// `{== ==}`.
    Highlight,
    /// `{>> <<}`.
    Comment,
}

/// A mark that begins at this byte and never ends: it is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unclosed(pub usize);

const MARKS: [(MarkKind, &str, &str); 5] = [
    (MarkKind::Addition, "{++", "++}"),
    (MarkKind::Deletion, "{--", "--}"),
    (MarkKind::Substitution, "{~~", "~~}"),
    (MarkKind::Highlight, "{==", "==}"),
    (MarkKind::Comment, "{>>", "<<}"),
];

/// The marks of `source` in order, and what begins like one and is none. Front matter and code hold none. The first end
/// that fits ends a mark; only highlights hold other marks.
pub fn lex(source: &str) -> (Vec<Mark>, Vec<Unclosed>) {
    let mut lexer =
        Lexer { source, unclosed: Vec::new(), depth: 0, lines: Lines::new(), missing: [usize::MAX; 5] };
    let mut marks = Vec::new();
    lexer.run(front_matter(source), None, &mut marks);
    lexer.unclosed.sort_by_key(|unclosed| unclosed.0);
    (marks, lexer.unclosed)
}

struct Lexer<'s> {
    source: &'s str,
    unclosed: Vec<Unclosed>,
    /// Highlights around.
    depth: usize,
    lines: Lines,
    /// Up to where marks of each kind have no end (none: nowhere is known), so that it is not looked for again and again.
    missing: [usize; 5],
}

/// Highlights within one another that are told apart.
const DEEPEST: usize = 16;

impl Lexer<'_> {
    /// Collects marks from byte `at` on, to the end of the text or of the highlight that `until` ends; tells where that
    /// stands.
    fn run(&mut self, mut at: usize, until: Option<&str>, marks: &mut Vec<Mark>) -> Option<usize> {
        while at < self.source.len() {
            let rest = slice(self.source, at..self.source.len());
            let head = at == 0 || self.source.as_bytes().get(at - 1) == Some(&b'\n');
            let code = if head { self.lines.code(rest) } else { 0 };
            if code > 0 {
                at += code;
            } else if until.is_some_and(|end| rest.starts_with(end)) {
                return Some(at);
            } else if rest.starts_with('`') {
                at += code_span(rest);
            } else if let Some((nth, _)) = MARKS.iter().enumerate().find(|(_, mark)| rest.starts_with(mark.1))
            {
                at = self.mark(at, nth, marks);
            } else {
                at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
        None
    }

    /// Collects the mark of the `nth` kind that seems to begin at byte `at`; tells where to go on.
    fn mark(&mut self, at: usize, nth: usize, marks: &mut Vec<Mark>) -> usize {
        let Some((kind, begin, end)) = MARKS.get(nth).copied() else { return at + 1 };
        let from = at + begin.len();
        if kind == MarkKind::Highlight && self.depth < DEEPEST {
            return self.highlight(at, from, end, marks);
        }
        if let Some(mark) = self.plain(kind, nth, from, end) {
            let behind = mark.span.end;
            marks.push(Mark { span: Span::new(at, behind), ..mark });
            return behind;
        }
        self.unclosed.push(Unclosed(at));
        from
    }

    fn plain(&mut self, kind: MarkKind, nth: usize, from: usize, end: &str) -> Option<Mark> {
        let missing = self.missing.get_mut(nth)?;
        if *missing != usize::MAX && from <= *missing {
            return None;
        }
        let rest = slice(self.source, from..self.source.len());
        let Some(length) = rest.find(end) else {
            *missing = self.source.len();
            return None;
        };
        let to = from + length;
        let (mut body, mut new) = (Span::new(from, to), None);
        if kind == MarkKind::Substitution {
            let Some(middle) = slice(rest, 0..length).find("~>") else {
                *missing = to;
                return None;
            };
            body = Span::new(from, from + middle);
            new = Some(Span::new(from + middle + 2, to));
        }
        Some(Mark { kind, span: Span::new(from, to + end.len()), body, new, inner: Vec::new() })
    }

    fn highlight(&mut self, at: usize, from: usize, end: &str, marks: &mut Vec<Mark>) -> usize {
        let mut inner = Vec::new();
        self.depth += 1;
        let to = self.run(from, Some(end), &mut inner);
        self.depth -= 1;
        let Some(to) = to else {
            // The text is over, and what was found in it stays found.
            self.unclosed.push(Unclosed(at));
            marks.append(&mut inner);
            return self.source.len();
        };
        let behind = to + end.len();
        let (kind, span, body) = (MarkKind::Highlight, Span::new(at, behind), Span::new(from, to));
        marks.push(Mark { kind, span, body, new: None, inner });
        behind
    }
}
