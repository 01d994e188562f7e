//! Lists of adjectives or adverbs, and how one item leaves them: "fast, seamless, and cheap" becomes "fast and cheap",
//! "seamless and cheap" becomes "cheap", "a robust, open lock" becomes "an open lock".
//!
//! A list is taken for one only where every other item surely is what the struck one is; in doubt there is none.

use super::plan::{Plan, Stroke};
use super::words::{first_word, is_adjective, is_adverb, is_function, is_in, last_word};
use crate::text::{Span, slice};

/// What stands between two items, the longest first.
const SEPARATORS: &[&str] = &[", and ", ", or ", " and ", " or ", ", "];
/// What stands before an item of a longer list.
const COMMA: &str = ", ";
/// Words before a noun that show its adjectives to be just that.
const DETERMINERS: &[&str] =
    &["a", "an", "the", "our", "its", "their", "your", "his", "her", "my", "this", "any", "every"];
/// Words that grade what follows, and so belong to it: "a more robust and open lock".
const GRADES: &[&str] =
    &["more", "most", "less", "least", "as", "so", "too", "how", "not", "no", "both", "either"];

/// The items of a list and what stands between them, by place.
struct List {
    items: Vec<Span>,
    /// Between each item and the next.
    separators: Vec<&'static str>,
    /// Index of the struck item.
    struck: usize,
}

/// How the words at `span` leave the list they stand in; `None` where they stand in none.
pub(super) fn leave(text: &str, span: Span) -> Option<Plan> {
    // A phrase is no item: "from a broad perspective, open locks".
    let list = List::around(text, span).filter(|_| !slice(text, span).contains(' '))?;
    Some(Plan::new(list.without_struck(text)?, false))
}

/// Whether the words at `span` may be taken out of a list.
pub(in crate::lint) fn is_item(text: &str, span: Span) -> bool {
    leave(text, span).is_some()
}

impl List {
    fn around(text: &str, span: Span) -> Option<Self> {
        let struck = slice(text, span);
        let manner = is_adverb(last_word(struck));
        let mut list = Self { items: vec![span], separators: Vec::new(), struck: 0 };
        let determined = list.grow_left(text, manner);
        if !list.separators.last().is_some_and(|last| is_conjunction(last)) {
            list.grow_right(text, manner, determined);
        }
        list.is_whole(text, determined).then_some(list)
    }

    /// Takes in the items before; tells whether a determiner stands before them all.
    fn grow_left(&mut self, text: &str, manner: bool) -> bool {
        loop {
            let Some(first) = self.items.first().copied() else { return false };
            let before = slice(text, 0..first.start);
            let joined = |separator: &&&str| before.ends_with(**separator);
            let Some(separator) = SEPARATORS.iter().find(joined) else {
                return is_in(DETERMINERS, last_word(before.trim_end()));
            };
            let head = slice(before, 0..before.len() - separator.len());
            let word = last_word(head);
            // Only the last item follows a conjunction.
            let inner = is_conjunction(separator) && !self.separators.is_empty();
            if inner || !fits(word, manner) {
                return false;
            }
            self.items.insert(0, Span::new(head.len() - word.len(), head.len()));
            self.separators.insert(0, separator);
            self.struck += 1;
        }
    }

    fn grow_right(&mut self, text: &str, manner: bool, determined: bool) {
        while let Some(last) = self.items.last().copied() {
            let rest = slice(text, last.end..text.len());
            let Some(separator) = SEPARATORS.iter().find(|separator| rest.starts_with(**separator)) else {
                return;
            };
            let start = last.end + separator.len();
            let tail = slice(text, start..text.len());
            let word = first_word(tail);
            // "a robust and sturdy lock": what follows the determiner and stands before a noun is an adjective.
            let modifies = determined
                && !manner
                && !word.is_empty()
                && !is_function(word)
                && word.starts_with(char::is_lowercase)
                && goes_on(slice(tail, word.len()..tail.len()));
            if !modifies && !fits(word, manner) {
                return;
            }
            self.items.push(Span::new(start, start + word.len()));
            self.separators.push(separator);
            if is_conjunction(separator) {
                return;
            }
        }
    }

    /// Whether it is a list at all: joined by a conjunction, or adjectives with commas before a noun; not graded, and
    /// not the beginning of something else ("cheap, seamless, and we ...").
    fn is_whole(&self, text: &str, determined: bool) -> bool {
        let (Some(first), Some(last)) = (self.items.first(), self.items.last()) else { return false };
        let before = slice(text, 0..first.start).trim_end();
        let rest = slice(text, last.end..text.len());
        let broken =
            SEPARATORS.iter().any(|separator| rest.starts_with(separator) && is_conjunction(separator));
        let conjoined = self.separators.last().is_some_and(|last| is_conjunction(last));
        let graded = is_in(GRADES, last_word(before));
        let praised = goes_on(rest) && (determined || self.items.len() > 1);
        self.items.len() > 1 && !broken && !graded && (conjoined || praised)
    }

    /// The strokes that take the struck item out, the conjunction and the commas of the others seen to.
    fn without_struck(&self, text: &str) -> Option<Vec<Stroke>> {
        let struck = *self.items.get(self.struck)?;
        let mut strokes = match self.struck.checked_sub(1) {
            None => Self::first_leaves(text, struck, *self.items.get(1)?),
            Some(before) => vec![Stroke::delete(self.items.get(before)?.end, struck.end)],
        };
        let conjunction = *self.separators.last()?;
        let left: Vec<Span> = self.items.iter().copied().filter(|item| *item != struck).collect();
        if let [.., one, other] = left.as_slice()
            && is_conjunction(conjunction)
        {
            let wanted = if left.len() == 2 { conjunction.trim_start_matches(',') } else { conjunction };
            self.join(text, (*one, *other), wanted, &mut strokes);
        }
        strokes.sort_by_key(|stroke| stroke.span.start);
        Some(strokes)
    }

    /// The second takes the place of the first, and its capital.
    fn first_leaves(text: &str, first: Span, second: Span) -> Vec<Stroke> {
        let initial = slice(text, second).chars().next().filter(char::is_ascii_lowercase);
        let own = slice(text, second).contains(char::is_uppercase);
        let raised = initial.filter(|_| !own && slice(text, first).starts_with(char::is_uppercase));
        let Some(initial) = raised else { return vec![Stroke::delete(first.start, second.start)] };
        vec![Stroke::new(first.start..second.start + initial.len_utf8(), initial.to_uppercase().to_string())]
    }

    /// Sees to it that `wanted` stands between the last two items that are left.
    fn join(&self, text: &str, (one, other): (Span, Span), wanted: &str, strokes: &mut Vec<Stroke>) {
        let last_left = self.struck + 1 == self.items.len();
        if last_left {
            // The one before last is the last now.
            strokes.push(Stroke::new(one.end..other.start, wanted));
        } else if let Some(at) = strokes.iter().position(|stroke| stroke.span.start == one.end) {
            // The struck one stood between the two.
            if let Some(stroke) = strokes.get_mut(at) {
                *stroke = Stroke::new(one.end..other.start, wanted);
            }
        } else if slice(text, one.end..other.start) != wanted {
            strokes.push(Stroke::new(one.end..other.start, wanted));
        }
    }
}

fn is_conjunction(separator: &str) -> bool {
    separator != COMMA
}

fn fits(word: &str, manner: bool) -> bool {
    if manner { is_adverb(word) } else { is_adjective(word) && !is_adverb(word) }
}

/// Whether `rest` goes on with a word that the adjectives before it can praise.
fn goes_on(rest: &str) -> bool {
    let word = rest.strip_prefix(' ').map_or("", first_word);
    word.starts_with(char::is_alphabetic) && !is_function(word)
}
