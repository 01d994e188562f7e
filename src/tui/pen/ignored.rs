//! What the writer does not want to hear again in this session.

use super::{Findings, Found, Pen};
use crate::text::{Buffer, Span};

/// The findings that were ignored, and those of them that undo has brought back.
///
/// They take their place in the order of undo by the depth of the text's history at which they were made: what was
/// ignored at a depth came after the edit that led there and before the next.
#[derive(Debug, Default)]
pub struct Ignored {
    done: Vec<Ignore>,
    undone: Vec<Ignore>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Ignore {
    rule: &'static str,
    text: String,
    depth: usize,
}

impl Ignored {
    /// What was undone can no longer be redone: the text was changed.
    pub(super) fn forget_undone(&mut self) {
        self.undone.clear();
    }

    /// The rule and the words of each.
    pub(super) fn words(&self) -> impl Iterator<Item = (&'static str, Option<String>)> {
        self.done.iter().map(|one| (one.rule, Some(one.text.clone())))
    }

    fn holds(&self, rule: &str, text: &str) -> bool {
        self.done.iter().any(|one| one.rule == rule && one.text == text)
    }
}

impl Pen {
    /// Ignores what `found` says of these words, here and wherever it says so again. `depth` is that of the history.
    pub fn ignore(&mut self, rule: &'static str, text: &str, depth: usize, buffer: &Buffer) {
        self.ignored.undone.clear();
        self.ignored.done.push(Ignore { rule, text: text.to_owned(), depth });
        self.ignore_again(buffer);
    }

    /// Takes back the last thing ignored if it came after the last edit.
    pub fn undo_ignore(&mut self, depth: usize, buffer: &Buffer) -> bool {
        let last = self.ignored.done.pop_if(|last| last.depth >= depth);
        let done = last.is_some();
        self.ignored.undone.extend(last);
        if done {
            self.ignore_again(buffer);
        }
        done
    }

    /// Ignores again what was last taken back, if that comes before the next edit.
    pub fn redo_ignore(&mut self, depth: usize, buffer: &Buffer) -> bool {
        let last = self.ignored.undone.pop_if(|last| last.depth <= depth);
        let done = last.is_some();
        self.ignored.done.extend(last);
        if done {
            self.ignore_again(buffer);
        }
        done
    }

    pub(super) fn ignore_again(&mut self, buffer: &Buffer) {
        if self.ignored.done.is_empty() && self.ignored.undone.is_empty() {
            return;
        }
        let Findings { diagnostics, states, marks, points, .. } = &mut self.found;
        let points = points.iter().map(|(at, index)| (Span::at(*at), *index));
        let places = marks.as_slice().iter().map(|mark| (mark.span, mark.mark)).chain(points);
        for (span, index) in places {
            let (Some(diagnostic), Some(state)) = (diagnostics.get(index), states.get_mut(index)) else {
                continue;
            };
            let text = ignored_text(&diagnostic.message, buffer.slice(span));
            state.ignored = self.ignored.holds(diagnostic.rule, text);
        }
    }
}

impl Found<'_> {
    /// What the words are known by once they are ignored; the message, where there are no words.
    pub fn ignored_text<'a>(&'a self, buffer: &'a Buffer) -> &'a str {
        ignored_text(&self.diagnostic.message, buffer.slice(self.span))
    }
}

fn ignored_text<'a>(message: &'a str, text: &'a str) -> &'a str {
    if text.is_empty() { message } else { text }
}
