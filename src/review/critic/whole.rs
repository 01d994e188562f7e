//! Changes by hand or by marks of other programs as suggestions that can be taken one by one, in any order.
//!
//! A mark may stand within a word, begin with a space or hold nothing but what is to be put in. A quotation is no hold on
//! such a place: spaces fold, and an empty one is gone as soon as a neighbour changes. So a change takes in words beside
//! it that stay, and changes with nothing between them become one.

use crate::review::anchor::is_folded;
use crate::text::{Span, slice};

/// Other words for a stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The stretch; may be empty.
    pub span: Span,
    /// What is to stand there.
    pub to: String,
    /// What it was made of.
    pub of: Vec<usize>,
}

/// `changes` of `text`, in order and not overlapping, so that each quotes whole words and none touches another. All of
/// them together make the same text as before.
pub fn whole(text: &str, changes: Vec<Change>) -> Vec<Change> {
    let mut done: Vec<Change> = Vec::new();
    let mut rest = changes.into_iter().peekable();
    while let Some(mut change) = rest.next() {
        loop {
            let from = done.last().map_or(0, |before| before.span.end);
            let to = rest.peek().map_or(text.len(), |next| next.span.start);
            change = widened(text, change, Span::new(from, to));
            if let Some(next) = rest.next_if(|_| change.span.end == to) {
                change = change.joined(text, next);
            } else if change.span.start == from
                && let Some(before) = done.pop()
            {
                change = before.joined(text, change);
            } else {
                break;
            }
        }
        done.push(change);
    }
    done
}

impl Change {
    /// This change and `next`, with what stands between them.
    #[must_use]
    pub fn joined(mut self, text: &str, next: Self) -> Self {
        self.to.push_str(slice(text, self.span.end..next.span.start));
        self.to.push_str(&next.to);
        self.of.extend(next.of);
        Self { span: Span::new(self.span.start, next.span.end), ..self }
    }
}

/// `change` with the words beside it that it needs to be found again; it stays in `room`.
fn widened(text: &str, change: Change, room: Span) -> Change {
    let Span { mut start, mut end } = change.span;
    let ink_before = |at: usize| before(text, at, room).is_some_and(|(at, c)| !is_folded(text, at, c));
    let ink_behind = |at: usize| behind(text, at, room).is_some_and(|c| !is_folded(text, at, c));
    let is_bare = start == end;
    if is_bare && ink_before(start) {
        start = word_start(text, start, room);
    } else if is_bare && ink_behind(end) {
        end = word_end(text, end, room);
    }
    let floats = is_bare && start == end;
    if floats || behind(text, start, change.span).is_some_and(|c| is_folded(text, start, c)) {
        start = word_start(text, start, room);
    }
    if floats || before(text, end, change.span).is_some_and(|(at, c)| is_folded(text, at, c)) {
        end = word_end(text, end, room);
    }
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let old = slice(text, start..end);
    if is_word(old.chars().next()) {
        let head = slice(text, room.start..start);
        start = room.start + head.trim_end_matches(char::is_alphanumeric).len();
    }
    if is_word(old.chars().next_back()) {
        let tail = slice(text, end..room.end);
        end = room.end - tail.trim_start_matches(char::is_alphanumeric).len();
    }
    let (head, tail) = (slice(text, start..change.span.start), slice(text, change.span.end..end));
    Change { span: Span::new(start, end), to: [head, &change.to, tail].concat(), ..change }
}

/// The character before byte `at`, and where it begins; nothing outside `room`.
fn before(text: &str, at: usize, room: Span) -> Option<(usize, char)> {
    let head = slice(text, room.start..at.max(room.start));
    head.char_indices().next_back().map(|(offset, c)| (room.start + offset, c))
}

/// The character behind byte `at`; nothing outside `room`.
fn behind(text: &str, at: usize, room: Span) -> Option<char> {
    slice(text, at..room.end.max(at)).chars().next()
}

/// Where the word begins that ends at byte `at`, or before the white space there.
fn word_start(text: &str, mut at: usize, room: Span) -> usize {
    for is_space in [true, false] {
        while let Some((start, _)) =
            before(text, at, room).filter(|(at, c)| is_folded(text, *at, *c) == is_space)
        {
            at = start;
        }
    }
    at
}

/// Where the word ends that begins at byte `at`, or behind the white space there; marks behind it are left out.
fn word_end(text: &str, mut at: usize, room: Span) -> usize {
    let mut word = at;
    for is_space in [true, false] {
        word = at;
        while let Some(next) = behind(text, at, room).filter(|c| is_folded(text, at, *c) == is_space) {
            at += next.len_utf8();
        }
    }
    let bare = slice(text, word..at).trim_end_matches(['.', ',', ';', ':', '!', '?']);
    if bare.is_empty() { at } else { word + bare.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The changes that `marked` is made of, `[old|new]` each, as `old -> new`.
    fn told(marked: &str) -> Vec<String> {
        let (mut text, mut changes) = (String::new(), Vec::new());
        for (nth, piece) in marked.split(['[', ']']).enumerate() {
            match piece.split_once('|').filter(|_| nth % 2 == 1) {
                Some((old, to)) => {
                    let span = Span::new(text.len(), text.len() + old.len());
                    changes.push(Change { span, to: to.to_owned(), of: vec![nth] });
                    text.push_str(old);
                }
                None => text.push_str(piece),
            }
        }
        let whole = whole(&text, changes);
        whole.iter().map(|change| format!("{} -> {}", slice(&text, change.span), change.to)).collect()
    }

    #[test]
    fn changes_take_in_the_words_that_hold_them() {
        for (marked, changes) in [
            ("There is [no|][|a] form.", vec!["no -> a"]),
            (
                "It costs [little|\u{a3}4] money[| each month].",
                vec!["little -> \u{a3}4", "money -> money each month"],
            ),
            ("A[| new] b[ old|] c", vec!["A -> A new", "b old -> b"]),
            ("[|New. ]Old text.", vec!["Old -> New. Old"]),
            ("a [|b] c", vec!["a  c -> a b c"]),
            ("box[es|] and un[|r]eal", vec!["boxes -> box", "uneal -> unreal"]),
            ("a[b|]c[d|]e", vec!["abcde -> ace"]),
            ("One.\n\n[Two.\n\n|]Three. x", vec!["Two.\n\nThree -> Three"]),
            ("\"[very|]\"[| x]", vec!["very\" -> \" x"]),
            ("> a\n> [|b ]c", vec!["c -> b c"]),
            ("[|new]", vec![" -> new"]),
            ("[a|] [|b] [c|]", vec!["a  c ->  b "]),
        ] {
            assert_eq!(told(marked), changes, "{marked}");
        }
    }
}
