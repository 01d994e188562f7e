//! Which atoms of a document stand in the Markdown that it was made from, and which changes it holds already.
//!
//! White space of any length is one, line breaks and the empty blocks between two blocks too; quotation marks may be
//! straight here and curly there.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::flow::{Flow, What};
use super::notes::Notes;
use crate::text::slice;
use crate::word::visible::{Element, Mark, Visible};

/// The base and the document, side by side.
#[derive(Debug)]
pub(super) struct Same {
    /// Whose changes the base holds already: the document shows how it came to be.
    pub taken: Vec<bool>,
    /// Of each atom: where it stands in the text of the base.
    pub places: Vec<Place>,
}

/// Where an atom stands in the text of the base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// Here.
    At(Range<usize>),
    /// Nowhere.
    None,
    /// White space that is more than one here and one there.
    Layout,
    /// White space before all words or behind them.
    Outside,
}

/// A token: what it is compared by, and its symbols.
struct Token {
    key: u32,
    symbols: Range<usize>,
}

/// A character of a text and its number there.
#[derive(Clone, Copy)]
struct Symbol {
    character: char,
    is_end: bool,
    /// Its first byte in the base, or its number among the atoms.
    at: usize,
    /// Which note it is the mark of, where that is in both.
    note: Option<usize>,
}

/// More authors than this are not tried one by one.
const MOST_AUTHORS: usize = 24;

/// Nor are they in longer texts, in characters.
const MOST_TRIED: usize = 400_000;

impl Same {
    /// The atoms of `flow` in the text of `base`.
    pub fn of(base: &Visible, flow: &Flow<'_>, notes: &Notes) -> Self {
        let mut keys = HashMap::new();
        let old = symbols_of(base, notes);
        let old_tokens = tokens(&old, &mut keys);
        let mut attempt = |taken| Attempt::new(&old_tokens, (flow, notes), taken, &mut keys);
        let mut best = attempt(vec![false; flow.authors.len()]);
        let few = flow.authors.len() <= MOST_AUTHORS && flow.atoms.len() <= MOST_TRIED;
        if best.missed > 0 && few {
            for author in 0..flow.authors.len() {
                let mut taken = best.taken.clone();
                if let Some(own) = taken.get_mut(author) {
                    *own = true;
                }
                let next = attempt(taken);
                if next.missed < best.missed {
                    best = next;
                }
            }
        } else if best.missed > 0 {
            let all = attempt(vec![true; flow.authors.len()]);
            if all.missed < best.missed {
                best = all;
            }
        }
        let mut places = best.places(base, &old, &old_tokens, flow.atoms.len());
        whole_elements(base, &mut places);
        Self { taken: best.taken, places }
    }
}

/// A picture stays as a whole or not at all, and code that is not all gone does not begin or end with a word that only
/// happens to stand there again.
fn whole_elements(base: &Visible, places: &mut [Place]) {
    let is_whole = |element: &&Element| matches!(element.mark, Mark::Picture | Mark::Code);
    let mut elements = base.elements.iter().filter(is_whole).peekable();
    let mut own: Vec<usize> = Vec::new();
    let mut torn: Vec<usize> = Vec::new();
    let mut ends: usize = 0;
    for (at, place) in places.iter().enumerate() {
        let Place::At(shown) = place else { continue };
        while let Some(element) = elements.next_if(|element| element.shown.end <= shown.start) {
            settle(base, element, &mut own, &mut ends, &mut torn);
        }
        if elements.peek().is_some_and(|element| element.shown.start <= shown.start) {
            own.push(at);
            ends += shown.len();
        }
    }
    if let Some(element) = elements.next() {
        settle(base, element, &mut own, &mut ends, &mut torn);
    }
    for at in torn {
        if let Some(place) = places.get_mut(at) {
            *place = Place::None;
        }
    }
}

/// Tears off what stays of `element`, where too little does.
fn settle(base: &Visible, element: &Element, own: &mut Vec<usize>, kept: &mut usize, torn: &mut Vec<usize>) {
    let len = element.shown.len();
    let is_torn = match element.mark {
        Mark::Picture => *kept < len,
        _ => *kept * 2 < slice(&base.text, element.shown.clone()).trim().len(),
    };
    let own = std::mem::take(own);
    if is_torn {
        torn.extend(own);
    }
    *kept = 0;
}

/// The base compared with the document for some changes taken.
struct Attempt {
    taken: Vec<bool>,
    new: Vec<Symbol>,
    tokens: Vec<Token>,
    ops: Vec<DiffOp>,
    /// How many tokens of either have no counterpart.
    missed: usize,
}

impl Attempt {
    fn new(
        old: &[Token],
        (flow, notes): (&Flow<'_>, &Notes),
        taken: Vec<bool>,
        keys: &mut HashMap<String, u32>,
    ) -> Self {
        let symbol = |(at, atom): (usize, &super::flow::Atom<'_>)| Symbol {
            character: atom.what.character(),
            is_end: atom.what == What::End,
            at,
            note: if let What::Note(note) = atom.what { notes.key(note) } else { None },
        };
        let new: Vec<Symbol> =
            flow.atoms.iter().enumerate().filter(|(_, atom)| atom.is_in(&taken)).map(symbol).collect();
        let tokens = tokens(&new, keys);
        let [one, two] =
            [old, &tokens].map(|tokens| tokens.iter().map(|token| token.key).collect::<Vec<_>>());
        let ops = without_islands(&capture_diff_slices(Algorithm::Myers, &one, &two), &two, keys);
        let same: usize =
            ops.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum();
        let missed = one.len() + two.len() - 2 * same;
        Self { taken, new, tokens, ops, missed }
    }

    fn places(&self, base: &Visible, old: &[Symbol], old_tokens: &[Token], atoms: usize) -> Vec<Place> {
        let mut places = vec![Place::None; atoms];
        for op in &self.ops {
            let DiffOp::Equal { old_index, new_index, len } = *op else { continue };
            let pairs = old_tokens.iter().skip(old_index).zip(self.tokens.iter().skip(new_index)).take(len);
            for (one, two) in pairs {
                self.place(base, old, (one, two), &mut places);
            }
        }
        // White space before the first word and behind the last one is nothing.
        let first = self.tokens.first().map_or(self.new.len(), |token| token.symbols.start);
        let last = self.tokens.last().map_or(0, |token| token.symbols.end);
        let outside = self.new.iter().take(first).chain(self.new.iter().skip(last));
        for symbol in outside {
            if let Some(place) = places.get_mut(symbol.at) {
                *place = Place::Outside;
            }
        }
        places
    }

    fn place(&self, base: &Visible, old: &[Symbol], (one, two): (&Token, &Token), places: &mut [Place]) {
        let end = |symbol: &Symbol| symbol.at + symbol.character.len_utf8().min(base.text.len());
        let symbols = |all: &[Symbol], token: &Token| all.get(token.symbols.clone()).unwrap_or(&[]).to_vec();
        let (one, two) = (symbols(old, one), symbols(&self.new, two));
        let is_space = one.first().is_some_and(|first| first.character.is_whitespace() || first.is_end);
        let main = two.iter().position(|symbol| symbol.is_end).unwrap_or(0);
        for (at, symbol) in two.iter().enumerate() {
            let found = match (is_space, one.get(at)) {
                (false, Some(own)) => Place::At(own.at..end(own)),
                // All of the white space goes with the end of the block in it, else with the first of it.
                (true, _) if at == main => match (one.first(), one.last()) {
                    (Some(first), Some(last)) => Place::At(first.at..end(last)),
                    _ => Place::None,
                },
                _ => Place::Layout,
            };
            if let Some(place) = places.get_mut(symbol.at) {
                *place = found;
            }
        }
    }
}

/// `ops` without single spaces and marks that are the same between two changes: words that give way to others do so as one. The keys
/// of the new text are `keys`, by what they stand for in `known`.
fn without_islands(ops: &[DiffOp], keys: &[u32], known: &HashMap<String, u32>) -> Vec<DiffOp> {
    let is_blank = |text: &str| text != "\n" && !text.contains(char::is_alphanumeric);
    let blank: HashSet<u32> = known.iter().filter(|(text, _)| is_blank(text)).map(|(_, key)| *key).collect();
    let is_island = |op: &DiffOp| match op {
        DiffOp::Equal { new_index, len: 1..=2, .. } => {
            keys.iter().skip(*new_index).take(op.new_range().len()).all(|key| blank.contains(key))
        }
        _ => false,
    };
    let replaces = |op: Option<&DiffOp>| matches!(op, Some(DiffOp::Replace { .. }));
    let is_kept = |(at, op): &(usize, &DiffOp)| {
        let before = at.checked_sub(1).and_then(|before| ops.get(before));
        !(is_island(op) && replaces(before) && replaces(ops.get(at + 1)))
    };
    ops.iter().enumerate().filter(is_kept).map(|(_, op)| *op).collect()
}

fn symbols_of(base: &Visible, notes: &Notes) -> Vec<Symbol> {
    let mut ends = base.blocks.iter().map(|block| block.shown.end).peekable();
    let mut marks = base.notes.iter().peekable();
    let mut symbol = |(at, character)| {
        let is_end = ends.next_if_eq(&at).is_some();
        let note = marks.next_if(|(mark, _)| *mark == at).and_then(|(_, name)| notes.key_of(name));
        Symbol { character, is_end, at, note }
    };
    base.text.char_indices().map(&mut symbol).collect()
}

/// Words, marks, white space and ends of blocks, without white space at either end.
fn tokens(symbols: &[Symbol], keys: &mut HashMap<String, u32>) -> Vec<Token> {
    #[derive(PartialEq, Clone, Copy)]
    enum Class {
        Space,
        Word,
        Mark,
    }
    let class = |symbol: &Symbol| match symbol.character {
        _ if symbol.is_end => Class::Space,
        c if c.is_whitespace() => Class::Space,
        c if c.is_alphanumeric() => Class::Word,
        _ => Class::Mark,
    };
    let mut out: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(first) = symbols.get(at) {
        let kind = class(first);
        let rest = symbols.get(at..).unwrap_or(&[]);
        let len = match kind {
            Class::Mark => 1,
            _ => rest.iter().take_while(|symbol| class(symbol) == kind).count(),
        };
        let own = rest.get(..len).unwrap_or(&[]);
        let text = match kind {
            Class::Space if own.iter().any(|symbol| symbol.is_end) => "\n".to_owned(),
            Class::Space => " ".to_owned(),
            // No other token has several characters of which one is no letter.
            Class::Mark if first.note.is_some() => format!("[^{}]", first.note.unwrap_or_default()),
            _ => own.iter().map(|symbol| straight(symbol.character)).collect(),
        };
        let next = keys.len() as u32;
        let key = *keys.entry(text).or_insert(next);
        if kind != Class::Space || !out.is_empty() {
            out.push(Token { key, symbols: at..at + len });
        }
        at += len;
    }
    let is_space =
        |token: &Token| symbols.get(token.symbols.start).is_some_and(|first| class(first) == Class::Space);
    if out.last().is_some_and(is_space) {
        out.pop();
    }
    out
}

fn straight(character: char) -> char {
    match character {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        other => other,
    }
}
