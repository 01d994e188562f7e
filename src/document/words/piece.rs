//! Where a word ends within a run of characters without white space.

use std::ops::Range;

use crate::document::Prose;

/// Bytes of `text` up to white space or a dash between words; at least one character.
pub(super) fn chunk_length(text: &str) -> usize {
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, next)| *next);
        let range = c == '–' && before.is_ascii_digit() && after.is_ascii_digit();
        if c.is_whitespace() || (matches!(c, '—' | '–' | '―' | '…') && !range) {
            return if at == 0 { c.len_utf8() } else { at };
        }
        before = c;
    }
    text.len()
}

/// Whether `chunk` is one sign that is read aloud.
pub(super) fn is_lone_sign(chunk: &str) -> bool {
    matches!(chunk, "&" | "%" | "+" | "=" | "<" | ">" | "×" | "§" | "$" | "€" | "£" | "¥")
}

/// The first word in `chunk`.
pub(super) fn next(chunk: &str) -> Option<Range<usize>> {
    let start = start(chunk)?;
    let mut around = Around { chunk, before: ' ', digits_only: true };
    let mut skip_to = start;
    for (at, c) in chunk.char_indices().skip_while(|(at, _)| *at < start) {
        if at < skip_to {
            continue;
        }
        match around.step(at, c, at == start) {
            0 => return Some(start..at),
            taken => skip_to = at + taken,
        }
        around.before = c;
    }
    Some(start..chunk.len())
}

/// Where the first word begins: at a letter, a figure, an object, or a currency or number sign before a figure.
fn start(chunk: &str) -> Option<usize> {
    let mut chars = chunk.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let figure = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if is_letter(c) || (figure && matches!(c, '$' | '€' | '£' | '¥' | '#')) {
            return Some(at);
        }
    }
    None
}

struct Around<'a> {
    chunk: &'a str,
    before: char,
    digits_only: bool,
}

impl Around<'_> {
    /// Bytes that belong to the word at `at`, where `c` stands; 0 where the word ended before it.
    fn step(&mut self, at: usize, c: char, first: bool) -> usize {
        let rest = self.chunk.get(at + c.len_utf8()..).unwrap_or("");
        let after = rest.chars().next().unwrap_or(' ');
        let between_figures = self.before.is_ascii_digit() && after.is_ascii_digit();
        let joins = match c {
            Prose::OBJECT => first || self.before != Prose::OBJECT,
            _ if first || is_letter(c) => true,
            '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '&' => is_letter(self.before) && is_letter(after),
            '.' => is_letter(self.before) && is_letter(after) && !self.is_missed_space(rest),
            ',' | ':' => between_figures,
            '/' | '–' => between_figures && self.digits_only,
            '$' | '€' | '£' => after.is_ascii_digit(),
            '%' | '+' | '#' | '°' => is_letter(self.before) || matches!(self.before, '+' | '%'),
            '(' => return tail_in_brackets(rest).map_or(0, |length| length + 1),
            _ => false,
        };
        self.digits_only &= !c.is_alphabetic();
        if joins { c.len_utf8() } else { 0 }
    }

    /// Whether the full stop before `rest` ends a sentence with no space behind: "world.Today".
    fn is_missed_space(&self, rest: &str) -> bool {
        let mut chars = rest.chars();
        self.before.is_lowercase()
            && chars.next().is_some_and(char::is_uppercase)
            && chars.next().is_some_and(char::is_lowercase)
    }
}

/// Bytes of a plural in brackets behind the opening one: `s)` of "user(s)".
fn tail_in_brackets(rest: &str) -> Option<usize> {
    let small = |byte: &u8| byte.is_ascii_lowercase();
    match rest.as_bytes() {
        [a, b')', ..] if small(a) => Some(2),
        [a, b, b')', ..] if small(a) && small(b) => Some(3),
        _ => None,
    }
}

/// Letters, figures and what combines with them; objects too.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, Prose::OBJECT | '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{AD}')
}
