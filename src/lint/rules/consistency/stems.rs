//! Stems: what is left of a word without its ending, as a number, so that words compare without a copy of any.
//!
//! Endings go as far as "refund", "refunds" and "refunded" meet; "rider" and "ride" stay apart, since a number of the
//! one is none of the other. Words without a meaning of their own have no stem.

use crate::text::WordSet;

/// A stem, hashed.
pub(super) type Stem = u64;

/// Words that say nothing of what a sentence is about.
static SMALL: WordSet = WordSet::new(
    "\
    a about after all also am an and any are as at be been before being but by can did do does down each \
    every for from get gets give gives go goes had has have he her him his how i if in into is it its \
    just let lets made make makes many may me more most much my no not now of off on one only or our out \
    over own per she so some such take takes than that the their them then there these they this those \
    to too up us use used uses very was we were what when where which while who why will with within \
    without would you your yours yes i'm it's we're you're don't doesn't can't",
);

/// The stem of `word`; none for small words, figures and what has fewer than three letters.
pub(super) fn stem(word: &str) -> Option<Stem> {
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let lettered = bare.len() >= 3 && bare.starts_with(char::is_alphabetic);
    (lettered && !SMALL.has(word)).then(|| of(bare))
}

/// The stem of `word`, whatever it is.
pub(super) const fn of(word: &str) -> Stem {
    let bytes = word.as_bytes();
    hash(bytes, root(bytes))
}

/// How many bytes of `word` are left without its ending; three at least.
const fn root(word: &[u8]) -> usize {
    let len = word.len();
    let plain = match () {
        () if ends(word, b"ies") || ends(word, b"ied") => len - 3,
        () if ends(word, b"ing") => len - 3,
        () if ends(word, b"ings") => len - 4,
        () if ends(word, b"ed") || ends(word, b"es") || ends(word, b"ly") => len - 2,
        () if ends(word, b"ss") => len,
        () if ends(word, b"s") || ends(word, b"y") || ends(word, b"e") => len - 1,
        () => len,
    };
    if plain < 3 {
        return len;
    }
    // "shipped" is "ship"; "bill" loses its second l as well, and so does "billing".
    let twice = plain > 3
        && same(word, plain - 1, plain - 2)
        && !matches!(lower(word, plain - 1), b's' | b'e' | b'o');
    if twice { plain - 1 } else { plain }
}

const fn lower(word: &[u8], at: usize) -> u8 {
    if at < word.len() { byte(word, at).to_ascii_lowercase() } else { 0 }
}

const fn same(word: &[u8], one: usize, two: usize) -> bool {
    lower(word, one) == lower(word, two)
}

const fn byte(word: &[u8], at: usize) -> u8 {
    match word.split_at_checked(at) {
        Some((_, [first, ..])) => *first,
        _ => 0,
    }
}

const fn ends(word: &[u8], ending: &[u8]) -> bool {
    let mut at = 0;
    while at < ending.len() {
        if word.len() < ending.len() || lower(word, word.len() - ending.len() + at) != byte(ending, at) {
            return false;
        }
        at += 1;
    }
    true
}

/// FNV-1a over the first `len` bytes, capitals aside: small, and known when the program is built.
const fn hash(word: &[u8], len: usize) -> Stem {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut at = 0;
    while at < len {
        hash = (hash ^ lower(word, at) as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_go_and_meanings_stay() {
        for words in [
            &["refund", "refunds", "refunded", "Refunding"][..],
            &["deliver", "delivers", "delivery", "deliveries", "delivered"],
            &["ship", "ships", "shipped", "shipping"],
            &["cost", "costs", "cost's"],
            &["cancel", "cancelled", "cancels"],
            &["box", "boxes"],
            &["price", "prices", "priced"],
        ] {
            let stems: Vec<_> = words.iter().map(|word| stem(word)).collect();
            assert!(stems.iter().all(|stem| *stem == stems[0] && stem.is_some()), "{words:?}");
        }
        for (one, two) in [("rider", "ride"), ("trip", "tray"), ("access", "acces"), ("user", "use")] {
            assert_ne!(of(one), of(two), "{one} {two}");
        }
        for small in ["the", "It", "12", "a", "us"] {
            assert_eq!(stem(small), None, "{small}");
        }
    }
}
