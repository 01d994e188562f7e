//! What a number is about: the clause around it, as stems; and what makes two sentences be of different things.

use std::ops::Range;

use super::near::Near;
use crate::document::{Block, Sentence, Word, WordKind};
use crate::lint::Facts;
use crate::lint::rules::claims::evidence::is_one_of;
use crate::lint::rules::consistency::stems::{Stem, of, stem};
use crate::text::{WordSet, slice};

/// Which of two parties acts: "you have 30 days" is another time than "we pay within 5 days".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lint::rules::consistency) enum Actor {
    /// Nobody is named.
    Nobody,
    /// The reader.
    You,
    /// The company.
    We,
}

/// Words that tell one thing from another of its kind: sizes, tiers, turns, times.
static TELLING: WordSet = WordSet::new(
    "\
    additional adult adults afterwards annual another average basic before business child children \
    deposit discount early enterprise estimated existing expected express extra family final first free \
    full gift half initial large last late later maximum median medium minimum monthly new next night \
    old optional other overnight planned premium previous pro renewal repair replacement second setup \
    single small spare standard student team third total trial upgrade used weekend whole yearly",
);

/// Words of a clause in which a number states no plain present fact: a change, a wish, a case, an example.
const LOOSE: &[&str] = &[
    "ago",
    "between",
    "could",
    "down",
    "example",
    "fell",
    "grew",
    "hope",
    "if",
    "imagine",
    "instead",
    "might",
    "not",
    "previously",
    "rose",
    "say",
    "suppose",
    "target",
    "up",
    "want",
    "when",
    "would",
];

/// Bounds: "under 10 minutes" is compared with another "under" alone.
const BOUNDS: &[&str] = &[
    "about",
    "almost",
    "approximately",
    "around",
    "below",
    "fewer",
    "least",
    "less",
    "more",
    "most",
    "nearly",
    "only",
    "over",
    "roughly",
    "some",
    "than",
    "under",
    "until",
];

/// What a price and a time must not stand beside: then is not now.
const PAST: &[&str] =
    &["was", "were", "had", "took", "waited", "paid", "used", "asked", "spent", "lost", "today"];

/// A clause with a number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clause {
    /// Stems of what it is about, in order of their hashes, without those of the number itself.
    pub stems: Vec<Stem>,
    /// Hash of what tells its sentence from others: names, years, sizes. Equal where nothing does.
    pub telling: u64,
    /// Who acts.
    pub actor: Actor,
    /// The names alone.
    pub names: u64,
    /// The years of its sentence, and the bounds and sizes of the clause itself.
    pub bounds: u64,
    /// The words beside the number.
    pub near: Near,
    /// Whether it tells of the past.
    pub past: bool,
    /// Whether it goes from one to another: no plain statement, but for a distance ("6 minutes from box to table").
    pub spans: bool,
}

impl Clause {
    /// The clause of `sentence` around `measure`, the indices of the words of a number; `None` where that is no plain
    /// statement.
    pub(super) fn of(
        block: &Block,
        sentence: &Sentence,
        measure: &Range<usize>,
        names: &Names,
    ) -> Option<Self> {
        let words = block.words_of(sentence);
        let range = around(block, words, measure);
        let inside = words.get(range.clone()).unwrap_or(&[]);
        let is = |list: &[&str]| inside.iter().any(|word| is_one_of(block.word(word), list));
        if is(LOOSE) {
            return None;
        }
        let mut stems: Vec<Stem> = (range.start..range.end)
            .filter(|at| !measure.contains(at))
            .filter_map(|at| words.get(at))
            .filter(|word| word.kind != WordKind::Number)
            .filter_map(|word| names.product(block.word(word)).or_else(|| stem(block.word(word))))
            .collect();
        stems.sort_unstable();
        stems.dedup();
        let actor = match () {
            () if is(&["we"]) => Actor::We,
            () if is(&["you"]) => Actor::You,
            () => Actor::Nobody,
        };
        let bounds = inside.iter().filter(|word| is_one_of(block.word(word), BOUNDS));
        let bounds = bounds.fold(0, |sum, word| sum ^ of(block.word(word)));
        let told = Told::of(block, words, names);
        let sizes = Told::of(block, inside, names).sizes;
        Some(Self {
            stems,
            telling: told.names ^ told.years ^ told.sizes ^ bounds,
            names: told.names,
            bounds: told.years ^ sizes ^ bounds,
            near: Near::of(block, words, &range, measure),
            actor,
            past: is(PAST),
            spans: is(&["from"]),
        })
    }
}

/// The product's own stem: "it" and the words of its name mean the same.
pub(super) const IT: Stem = of("it");

/// What the document calls its own, word by word.
#[derive(Debug, Default)]
pub(super) struct Names {
    product: Vec<String>,
    company: Vec<String>,
}

impl Names {
    pub(super) fn of(facts: &Facts) -> Self {
        let words = |name: &Option<String>| {
            name.iter().flat_map(|name| name.split_whitespace()).map(str::to_owned).collect()
        };
        Self { product: words(&facts.product), company: words(&facts.company) }
    }

    /// The product's stem where `word` is of its name, or is "it".
    fn product(&self, word: &str) -> Option<Stem> {
        (is_in(&self.product, word) || word.eq_ignore_ascii_case("it")).then_some(IT)
    }
}

fn is_in(names: &[String], word: &str) -> bool {
    names.iter().any(|name| name.eq_ignore_ascii_case(word))
}

/// The indices of the words around `measure` up to the next punctuation mark or dash on both sides, or to "and" before
/// a new subject.
fn around(block: &Block, words: &[Word], measure: &Range<usize>) -> Range<usize> {
    let cut = |at: usize| {
        let (Some(one), Some(two)) = (words.get(at), words.get(at + 1)) else { return true };
        let gap = slice(&block.prose.text, one.end as usize..two.start as usize);
        let turn = is_one_of(block.word(one), &["and", "but", "then"])
            && is_one_of(block.word(two), &["we", "you", "it", "they"]);
        turn || gap.contains([',', ';', ':', '—', '–', '(', ')', '"', '“', '”'])
    };
    let start = (0..measure.start).rev().find(|at| cut(*at)).map_or(0, |at| at + 1);
    let end =
        (measure.end.saturating_sub(1)..words.len()).find(|at| cut(*at)).map_or(words.len(), |at| at + 1);
    start..end
}

/// Whether `word`, the first of its sentence, is somebody's name before `verb`: "Anna pays". A plural is many.
fn is_person(block: &Block, word: &Word, verb: &Word) -> bool {
    const ACTS: &[&str] = &[
        "bought", "buys", "earned", "earns", "got", "ordered", "orders", "paid", "pays", "saved", "saves",
        "spends", "spent", "waited", "waits", "walked", "walks", "wants",
    ];
    const NOBODY: &[&str] = &[
        "anyone",
        "each",
        "everybody",
        "everyone",
        "he",
        "it",
        "nobody",
        "one",
        "she",
        "someone",
        "that",
        "they",
        "this",
        "we",
        "who",
        "you",
    ];
    is_one_of(block.word(verb), ACTS)
        && !is_one_of(block.word(word), NOBODY)
        && !block.word(word).ends_with('s')
}

/// What tells some words from others, as hashes; the order of the words does not matter.
#[derive(Default)]
struct Told {
    /// Capitalised names but the product's own.
    names: u64,
    years: u64,
    /// Tell-tale words.
    sizes: u64,
}

impl Told {
    fn of(block: &Block, words: &[Word], names: &Names) -> Self {
        words.iter().enumerate().fold(Self::default(), |mut told, (at, word)| {
            let text = block.word(word);
            let year = word.kind == WordKind::Number
                && text.len() == 4
                && text.bytes().all(|byte| byte.is_ascii_digit());
            let own = is_in(&names.product, text) || is_in(&names.company, text);
            // Every sentence begins with a capital; before a verb of people's it may be a name.
            let named = at > 0 || words.get(1).is_some_and(|verb| is_person(block, word, verb));
            let name = named && text.starts_with(char::is_uppercase) && text != "I" && !own;
            match () {
                () if year => told.years ^= of(text),
                () if TELLING.has(text) => told.sizes ^= of(text),
                () if name => told.names ^= of(text),
                () => {}
            }
            told
        })
    }
}
