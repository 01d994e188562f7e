//! The lists behind the syllable counter and how a word is looked up in them.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::rules::Rules;

/// Lines of a count and the words that have it.
const EXCEPTIONS: &str = include_str!("../data/syllable-exceptions.txt");
/// Short words that compounds are made of.
const PARTS: &str = include_str!("../data/compound-parts.txt");

/// Rules and lists, ready to be looked up. Made on the first call of [`Table::get`], in a fraction of a millisecond.
pub(super) struct Table {
    pub(super) rules: Rules,
    exceptions: FxHashMap<&'static [u8], u32>,
    parts: FxHashSet<&'static [u8]>,
}

/// Room for the exceptions and the parts, so that neither grows.
const EXPECTED: (usize, usize) = (4_700, 850);
/// Fewest letters of a part.
const SHORTEST: usize = 2;

impl Table {
    pub(super) fn get() -> &'static Self {
        static TABLE: LazyLock<Table> = LazyLock::new(Table::new);
        &TABLE
    }

    fn new() -> Self {
        let words = EXCEPTIONS.lines().flat_map(|line| {
            let (count, words) = line.split_once(' ').unwrap_or_default();
            let count = count.parse().unwrap_or(1);
            words.split(' ').map(move |word| (word.as_bytes(), count))
        });
        let mut exceptions = FxHashMap::with_capacity_and_hasher(EXPECTED.0, FxBuildHasher);
        exceptions.extend(words);
        let mut parts = FxHashSet::with_capacity_and_hasher(EXPECTED.1, FxBuildHasher);
        parts.extend(PARTS.split_ascii_whitespace().map(str::as_bytes));
        Self { rules: Rules::new(), exceptions, parts }
    }

    /// Syllables of `word`, lower-case letters and apostrophes; at least 1. Endings with an apostrophe, and an `s`
    /// after an exception, are counted apart from their stem; so are the two parts of a compound.
    pub(super) fn count(&self, word: &[u8]) -> u32 {
        let (mut stem, mut endings) = (word, 0);
        loop {
            if let Some(count) = self.listed(stem) {
                return count + endings;
            }
            if let Some(shorter) = stem.strip_suffix(b"'s") {
                endings += u32::from(hisses(shorter));
                stem = shorter;
            } else if let Some(shorter) = stem.strip_suffix(b"'") {
                stem = shorter;
            } else {
                break;
            }
        }
        let part = |part: &[u8]| self.listed(part).unwrap_or_else(|| self.rules.count(part));
        endings + self.compound(stem).map_or_else(|| part(stem), |(first, second)| part(first) + part(second))
    }

    /// The count of an exception, perhaps with an `s` behind it.
    fn listed(&self, stem: &[u8]) -> Option<u32> {
        if let Some(count) = self.exceptions.get(stem) {
            return Some(*count);
        }
        let singular = stem.strip_suffix(b"s")?;
        self.exceptions.get(singular).map(|count| count + u32::from(hisses(singular)))
    }

    /// The two short words that `word` is made of, the first as long as can be; the second may have an `s` behind it.
    pub(super) fn compound<'w>(&self, word: &'w [u8]) -> Option<(&'w [u8], &'w [u8])> {
        let last = word.len().checked_sub(SHORTEST)?;
        (SHORTEST..=last).rev().find_map(|cut| {
            let (first, second) = word.split_at_checked(cut)?;
            let known = |part: &[u8]| self.parts.contains(part);
            let fits = known(first) && (known(second) || second.strip_suffix(b"s").is_some_and(known));
            fits.then_some((first, second))
        })
    }
}

/// Whether an `s` after `stem` is a syllable of its own: "box's".
pub(super) fn hisses(stem: &[u8]) -> bool {
    matches!(stem, [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] | [.., b'c' | b'g' | b's' | b'z', b'e'])
}
