//! Whether a mark ends the sentence: reads what stands before and behind it.

use super::mark::{Mark, Stop, byte, note};
use crate::document::Prose;
use crate::document::abbreviations::{
    Class, class, continues_clock, follows_subject, is_bang_name, is_lettered, is_speech, is_starter,
};
use crate::text::slice;

/// What the next sentence would begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// A capital, also within the word: `iPhone`.
    Capital,
    /// A figure, an amount.
    Figure,
    /// Code, an image, a URL.
    Object,
    /// A small letter.
    Small,
}

/// What follows a mark.
struct Follow<'a> {
    next: Next,
    /// From its first letter to the end of the text.
    rest: &'a str,
    /// Its letters.
    word: &'a str,
}

/// Decides about the marks of one sentence.
pub(super) struct Judge<'a> {
    /// The whole text.
    text: &'a str,
    /// Where the sentence starts.
    start: usize,
    /// Where its first letter, figure or object stands.
    content: usize,
}

/// How many characters are looked at before and behind a mark: more than any abbreviation, URLs aside, and few enough
/// that a page of full stops takes no longer than a page of prose.
const REACH: usize = 64;

impl<'a> Judge<'a> {
    /// For the sentence of `text` that starts at `start`.
    pub(super) fn new(text: &'a str, start: usize) -> Self {
        let rest = slice(text, start..text.len());
        Self { text, start, content: start + rest.find(is_content).unwrap_or(rest.len()) }
    }

    /// The end of the sentence if `mark` ends it.
    pub(super) fn end(&self, mark: &Mark) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let behind = self.text.get(mark.end..)?;
        let gap = behind.len() - behind.trim_start().len();
        if gap == 0 || gap == behind.len() {
            return if behind.is_empty() { Some(mark.end) } else { self.glued(mark) };
        }
        let late_note = note(bytes, mark.end + gap);
        let end = if late_note > 0 { mark.end + gap + late_note } else { mark.end };
        let follow = Follow::read(slice(self.text, end..self.text.len()))?;
        if mark.stop.start <= self.content {
            return None;
        }
        match mark.kind {
            Stop::Period => self.period(mark, &follow).then_some(end),
            Stop::Loud => self.loud(mark, &follow).then_some(end),
            Stop::Ellipsis { dots, spaced } => self.ellipsis(mark, &follow, dots, spaced, end),
        }
    }

    /// A mark with no space behind it ends a sentence where a space was plainly forgotten: "world.Today is".
    fn glued(&self, mark: &Mark) -> Option<usize> {
        let behind = self.text.get(mark.end..)?;
        let token = self.token(mark);
        let word = letters(behind);
        let capital = word.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase());
        let after = byte(behind.as_bytes(), word.len());
        let opens = word.len() > 1 && is_starter(word) && after == b' ';
        let title = after == b'.' && class(word) == Some(Class::Never);
        let plain = !token.contains(['.', '/', '@', ':', '_']) && token.len() > 2 && class(token).is_none();
        let small =
            token.bytes().last().is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        (mark.kind == Stop::Period && capital && (opens || title) && plain && small).then_some(mark.end)
    }

    fn period(&self, mark: &Mark, follow: &Follow) -> bool {
        let token = self.token(mark);
        if self.is_list_mark(mark, token) || self.is_inner_bracket(mark, follow) || follow.is_speaker_of(mark)
        {
            return false;
        }
        let Some(class) = class(token.trim_start_matches(|c: char| c.is_ascii_digit())) else {
            return if is_single_capital(token) {
                self.after_single_capital(mark, token, follow)
            } else {
                follow.next != Next::Small || (!mark.quote && !mark.bracket && follow.is_small_name(token))
            };
        };
        match class {
            Class::Never => false,
            Class::Numbered => follow.next == Next::Capital && (follow.word.len() > 1 || follow.is_starter()),
            Class::Maybe => follow.is_starter(),
            Class::Company => follow.is_starter() || follow.is_subject(),
            Class::Clock => {
                follow.next == Next::Capital && !continues_clock(follow.word) && !self.is_bare_time(mark)
            }
            Class::Ending => follow.next == Next::Capital,
        }
    }

    fn loud(&self, mark: &Mark, follow: &Follow) -> bool {
        if follow.next == Next::Small || self.is_inner_bracket(mark, follow) || follow.is_speaker_of(mark) {
            return false;
        }
        !is_bang_name(self.token(mark)) || follow.is_starter()
    }

    /// Four dots end a sentence before any capital, three only before a sentence starter (but "I ... I" stammers).
    fn ellipsis(&self, mark: &Mark, follow: &Follow, dots: usize, spaced: bool, end: usize) -> Option<usize> {
        if follow.next != Next::Capital || follow.is_speaker_of(mark) {
            return None;
        }
        let attached = !slice(self.text, self.start..mark.stop.start).ends_with(char::is_whitespace);
        if dots > 3 {
            // "compounds. . . . The": the first dot is the full stop, the others belong to what follows.
            return Some(if spaced && attached { mark.stop.start + 1 } else { end });
        }
        (attached && follow.is_starter() && follow.word != "I").then_some(end)
    }

    /// The run of characters before the stops, without what opens it.
    fn token(&self, mark: &Mark) -> &str {
        let before = slice(self.text, self.start..mark.stop.start);
        let edge =
            |c: char| c.is_whitespace() || matches!(c, '/' | '—' | '–' | '(' | '[' | '"' | '“' | '‘' | '\'');
        let back = before.char_indices().rev().take(REACH);
        let start = back.take_while(|(_, c)| !edge(*c)).last().map_or(before.len(), |(at, _)| at);
        slice(before, start..before.len())
    }

    /// "1." or "a." at the start of a sentence, bullets and brackets aside.
    fn is_list_mark(&self, mark: &Mark, token: &str) -> bool {
        let token = token.trim_start_matches(|c: char| !is_content(c));
        let figure = token.len() <= 2 && token.bytes().all(|byte| byte.is_ascii_digit());
        let letter = token.len() == 1 && token.bytes().all(|byte| byte.is_ascii_alphabetic());
        let alone = mark.stop.start - token.len() <= self.content;
        alone && (figure || letter)
    }

    /// Whether a bracket closes here that opened inside the sentence; only a sentence starter begins anew then.
    fn is_inner_bracket(&self, mark: &Mark, follow: &Follow) -> bool {
        mark.bracket
            && !slice(self.text, self.start..mark.stop.start).starts_with(['(', '['])
            && !follow.is_starter()
    }

    /// "you and I. Did", "Series A. Investors"; otherwise an initial: "Jonas E. Smith".
    fn after_single_capital(&self, mark: &Mark, token: &str, follow: &Follow) -> bool {
        let before = slice(self.text, self.start..mark.stop.start - token.len());
        let previous = before.split_whitespace().next_back().unwrap_or("");
        follow.is_starter() || (follow.next == Next::Capital && token != "I" && is_lettered(previous))
    }

    /// "At 5 p.m." alone is no sentence.
    fn is_bare_time(&self, mark: &Mark) -> bool {
        slice(self.text, self.start..mark.stop.start).split_whitespace().take(4).count() < 4
    }
}

impl<'a> Follow<'a> {
    /// Skips quotes, brackets, dashes and signs; `None` where nothing more is said.
    fn read(behind: &'a str) -> Option<Self> {
        let (at, _) = behind.char_indices().take(REACH).find(|(_, c)| is_content(*c))?;
        let rest = slice(behind, at..behind.len());
        let first = rest.chars().next()?;
        let word = letters(rest);
        let next = if first == Prose::OBJECT {
            Next::Object
        } else if first.is_numeric() {
            Next::Figure
        } else if first.is_lowercase() && !word.contains(char::is_uppercase) {
            Next::Small
        } else {
            Next::Capital
        };
        Some(Self { next, rest, word })
    }

    /// A starter in capitals, as a word of its own: not "In." nor "A.".
    fn is_starter(&self) -> bool {
        let behind = byte(self.rest.as_bytes(), self.word.len());
        self.next == Next::Capital && is_starter(self.word) && !matches!(behind, b'.' | b'-' | b'&')
    }

    /// A capital whose next word is a verb that follows subjects.
    fn is_subject(&self) -> bool {
        self.next == Next::Capital
            && self.rest.split_ascii_whitespace().nth(1).is_some_and(|word| follows_subject(letters(word)))
    }

    /// Whether it is the speaker of the quotation that `mark` closes: `" Tom Smith said`.
    fn is_speaker_of(&self, mark: &Mark) -> bool {
        mark.quote
            && self.next == Next::Capital
            && !self.is_starter()
            && self.rest.split_whitespace().skip(1).take(4).map(letters).any(is_speech)
    }

    /// Whether a name in lower case may begin a sentence after `token`. Little words ("of", "the") are no names: they
    /// go on after an abbreviation no list knows.
    fn is_small_name(&self, token: &str) -> bool {
        let written = self.rest.split_whitespace().next().unwrap_or("");
        let odd = written.contains(|c: char| c.is_ascii_digit() || c == '-' || c == '_')
            || !self.word.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        let token = token.trim_end_matches([')', ']', '"', '”', '\'', '’']);
        let plain = token.bytes().all(|byte| byte.is_ascii_alphabetic());
        let sure =
            token.ends_with(Prose::OBJECT) || (plain && (token.len() > 3 || (odd && token.len() == 3)));
        sure && !is_starter(self.word)
    }
}

/// Whether `c` belongs to what is said: a letter, a figure, an object.
fn is_content(c: char) -> bool {
    c.is_alphanumeric() || c == Prose::OBJECT
}

fn is_single_capital(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// The letters at the start of `text`.
fn letters(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    slice(text, 0..end)
}
