//! The tables behind the syllable counter and how a word is looked up in them.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Patterns and their changes, a line each, separated by a tab.
const RULES: &str = include_str!("../data/syllable-rules.tsv");
/// Lines of a count and the words that have it.
const EXCEPTIONS: &str = include_str!("../data/syllable-exceptions.txt");

/// Rules and exceptions, ready to be looked up. Made on the first call of [`Table::get`], in a fraction of a
/// millisecond.
pub(super) struct Table {
    /// Rules in the order of the first two bytes of their patterns.
    rules: Vec<Rule>,
    /// Where the rules of each pair of bytes begin in `rules`; one more entry than there are pairs.
    starts: Vec<u16>,
    /// The codes of all bytes, each below 32.
    codes: Codes,
    exceptions: FxHashMap<&'static [u8], u32>,
}

/// A code for each byte.
struct Codes([u8; 256]);

/// What a pattern of at most [`WINDOW`] bytes adds to the count.
struct Rule {
    /// Its bytes, the first the lowest, zeros behind them.
    pattern: u64,
    /// Ones where it has bytes.
    mask: u64,
    change: i32,
}

/// Room for the exceptions, so that the map never grows.
const EXPECTED: usize = 5_400;
/// Bytes that are compared at once.
const WINDOW: usize = 8;
/// Codes for pairs of bytes: 32 times 32.
const PAIRS: usize = 1024;
/// What patterns are made of; the code of a byte is its place here.
const SIGNS: &[u8] = b"abcdefghijklmnopqrstuvwxyz'^$";

impl Rule {
    /// Reads `pattern`, a tab and the change.
    fn parse(line: &str) -> Option<Self> {
        let (pattern, change) = line.split_once('\t')?;
        let mut bytes = [0; WINDOW];
        bytes.get_mut(..pattern.len())?.copy_from_slice(pattern.as_bytes());
        let mask = bytes.map(|byte| if byte == 0 { 0 } else { u8::MAX });
        let (pattern, mask) = (u64::from_le_bytes(bytes), u64::from_le_bytes(mask));
        Some(Self { pattern, mask, change: change.parse().ok()? })
    }
}

impl Codes {
    fn new() -> Self {
        let code = |byte| SIGNS.iter().position(|sign| usize::from(*sign) == byte).unwrap_or(SIGNS.len());
        Self(std::array::from_fn(|byte| code(byte) as u8))
    }

    /// The code of the two lowest bytes of `window`, below [`PAIRS`].
    fn pair(&self, window: u64) -> usize {
        let code = |byte: u64| self.0.get(usize::from(byte as u8)).map_or(0, |code| usize::from(*code));
        code(window) * 32 + code(window >> 8)
    }
}

impl Table {
    pub(super) fn get() -> &'static Self {
        static TABLE: LazyLock<Table> = LazyLock::new(Table::new);
        &TABLE
    }

    fn new() -> Self {
        let mut rules: Vec<_> = RULES.lines().filter_map(Rule::parse).collect();
        let codes = Codes::new();
        rules.sort_by_key(|rule| codes.pair(rule.pattern));
        let starts =
            (0..=PAIRS).map(|code| rules.partition_point(|rule| codes.pair(rule.pattern) < code) as u16);
        let starts = starts.collect();
        let words = EXCEPTIONS.lines().flat_map(|line| {
            let (count, words) = line.split_once(' ').unwrap_or_default();
            let count = count.parse().unwrap_or(1);
            words.split(' ').map(move |word| (word.as_bytes(), count))
        });
        let mut exceptions = FxHashMap::with_capacity_and_hasher(EXPECTED, FxBuildHasher);
        exceptions.extend(words);
        Self { rules, starts, codes, exceptions }
    }

    /// Syllables of `word`, lower-case letters and apostrophes; at least 1. Endings with an apostrophe, and an `s`
    /// after an exception, are counted apart from their stem.
    pub(super) fn count(&self, word: &[u8]) -> u32 {
        let (mut stem, mut endings) = (word, 0);
        loop {
            if let Some(count) = self.exceptions.get(stem) {
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
        let singular =
            stem.strip_suffix(b"s").and_then(|singular| Some((singular, self.exceptions.get(singular)?)));
        match singular {
            Some((singular, count)) => count + u32::from(hisses(singular)) + endings,
            None => self.by_rules(stem) + endings,
        }
    }

    /// Vowel groups, changed by every occurrence of a pattern in the word between `^` and `$`; at least 1.
    fn by_rules(&self, word: &[u8]) -> u32 {
        let mut framed = [0; super::LONGEST + 1 + WINDOW];
        let length = word.len().min(super::LONGEST);
        let [first, rest @ ..] = &mut framed;
        *first = b'^';
        rest.iter_mut().zip(word).for_each(|(to, from)| *to = *from);
        rest.iter_mut().skip(length).take(1).for_each(|end| *end = b'$');
        let windows = framed.windows(WINDOW).take(length + 1);
        let changes: i32 = windows.map(|window| self.change_at(window)).sum();
        vowel_groups(word).saturating_add_signed(changes).max(1)
    }

    /// What the patterns change that stand at the start of `window`.
    fn change_at(&self, window: &[u8]) -> i32 {
        let Some(window) = window.first_chunk().map(|bytes| u64::from_le_bytes(*bytes)) else { return 0 };
        let code = self.codes.pair(window);
        let bounds = (self.starts.get(code), self.starts.get(code + 1));
        let (Some(start), Some(end)) = bounds else { return 0 };
        let rules = self.rules.get(usize::from(*start)..usize::from(*end)).unwrap_or(&[]);
        rules.iter().filter(|rule| window & rule.mask == rule.pattern).map(|rule| rule.change).sum()
    }
}

/// Groups of adjacent vowels, `y` among them.
pub(super) fn vowel_groups(word: &[u8]) -> u32 {
    let vowel = |byte: u8| matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let mut before = false;
    let mut groups = 0;
    for byte in word {
        let now = vowel(*byte);
        groups += u32::from(now && !before);
        before = now;
    }
    groups
}

/// Whether an `s` after `stem` is a syllable of its own: "box's".
fn hisses(stem: &[u8]) -> bool {
    matches!(stem, [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] | [.., b'c' | b'g' | b's' | b'z', b'e'])
}
