//! Words of a sentence with what they can be, and the punctuation between them.

use super::cast::{Cast, without_genitive};
use super::lexicon::Lower;
use super::tags::Tags;
use crate::document::{Block, Word, WordKind};
use crate::text::slice;

/// What stands between a token and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// White space, a quotation mark.
    Space,
    /// A comma or a bracket.
    Comma,
    /// A colon, a semicolon, a dash.
    Strong,
}

/// A word, or a name of several.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// What it can be.
    pub tags: Tags,
    /// First visible byte.
    pub start: u32,
    /// One past the last visible byte.
    pub end: u32,
    /// What stands before it.
    pub gap: Gap,
    /// "Melinda's", "riders'".
    pub genitive: bool,
    /// "you'll", "it's": a verb is in it.
    pub contracted: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// A figure.
    pub number: bool,
    /// Whether it is a plural, as far as an `s` tells.
    pub plural: bool,
}

/// Words that are read of a sentence. What it is about is said by then, and no sentence takes long.
const READ: usize = 120;

/// Fills `out` with the tokens of `words`, which stand in `block` in order.
pub(super) fn fill(block: &Block, words: &[Word], cast: &Cast, out: &mut Vec<Token>) {
    let words = words.get(..words.len().min(READ)).unwrap_or(words);
    out.clear();
    let mut at = 0;
    let mut before = words.first().map_or(0, |word| word.start);
    while let Some(word) = words.get(at) {
        let mut token = one(block, word, cast);
        let between = slice(&block.prose.text, before as usize..word.start as usize);
        token.gap = gap(between);
        if let Some(last) = out.last_mut().filter(|last| last.plural && between.starts_with(['\'', '’'])) {
            last.genitive = true;
        }
        if token.capital && !cast.is_nameless() {
            at += join_name(block, words.get(at..).unwrap_or_default(), cast, &mut token);
        }
        before = token.end;
        out.push(token);
        at += 1;
    }
}

/// Makes `token`, the first of `words`, the name that begins there; says how many more words it takes.
fn join_name(block: &Block, words: &[Word], cast: &Cast, token: &mut Token) -> usize {
    let Some((first, rest)) = words.split_first() else { return 0 };
    let name = cast.name_at(without_genitive(block.word(first)), || rest.iter().map(|word| block.word(word)));
    let Some((more, tags)) = name else { return 0 };
    let last = more.checked_sub(1).and_then(|index| rest.get(index)).unwrap_or(first);
    token.tags = tags;
    token.end = last.end;
    token.contracted = false;
    token.genitive = without_genitive(block.word(last)).len() < block.word(last).len();
    token.plural = false;
    more
}

fn one(block: &Block, word: &Word, cast: &Cast) -> Token {
    let text = block.word(word);
    let mut token = Token {
        tags: Tags::NONE,
        start: word.start,
        end: word.end,
        gap: Gap::Space,
        genitive: false,
        contracted: false,
        capital: text.starts_with(char::is_uppercase),
        number: word.kind == WordKind::Number,
        plural: false,
    };
    if token.number || word.kind == WordKind::Object {
        return token;
    }
    let Some(lower) = Lower::of(text) else { return token };
    token.tags = cast.tags(&lower);
    if token.tags.has(Tags::PROPER_TECH) && token.capital {
        token.tags = token.tags | Tags::TECH;
    }
    token.plural = lower.bytes().ends_with(b"s") && !lower.bytes().ends_with(b"ss");
    if token.tags == Tags::NONE {
        split(&mut token, text, cast);
    }
    token
}

/// Sees to an apostrophe, or to the second half of a hyphened word.
fn split(token: &mut Token, text: &str, cast: &Cast) {
    let tags = |piece: &str| Lower::of(piece).map(|lower| cast.tags(&lower)).unwrap_or_default();
    if let Some((stem, tail)) = text.split_once(['\'', '’']) {
        token.tags = tags(stem);
        let is = tail.eq_ignore_ascii_case("s");
        token.contracted = !tail.is_empty() && (!is || token.tags.has(Tags::PRONOUN | Tags::WH | Tags::REL));
        token.genitive = !token.contracted && (is || tail.is_empty());
        token.plural = false;
    } else if let Some((head, tail)) = text.rsplit_once('-') {
        // "shift-workers" are workers, "app-based" is built on an app.
        let people = tags(tail).has(Tags::PEOPLE);
        token.tags = if people { Tags::PEOPLE } else { Tags::NONE };
        if tags(head).has(Tags::TECH) && tags(tail).has(Tags::USE) {
            token.tags = Tags::TECH;
        }
    }
}

/// What the text between two words amounts to.
fn gap(between: &str) -> Gap {
    if between == " " {
        return Gap::Space;
    }
    let mut gap = Gap::Space;
    for c in between.chars() {
        let here = match c {
            ',' | '(' | ')' | '[' | ']' => Gap::Comma,
            ':' | ';' | '—' | '–' | '.' | '!' | '?' | '…' => Gap::Strong,
            _ => Gap::Space,
        };
        gap = gap.max(here);
    }
    if between.contains(" - ") || between.contains("--") { Gap::Strong } else { gap }
}
