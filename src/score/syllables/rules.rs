//! Counting by letter patterns alone, which is how words that no list has are counted.

/// Patterns and their changes, a line each, separated by a tab.
const RULES: &str = include_str!("../data/syllable-rules.tsv");

/// The patterns, ready to be looked up.
pub(super) struct Rules {
    /// In the order of the first two bytes of their patterns.
    sorted: Vec<Rule>,
    /// Where the rules of each pair of bytes begin in `sorted`; one more entry than there are pairs.
    starts: Vec<u16>,
    /// The codes of all bytes, each below 32.
    codes: Codes,
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

impl Rules {
    pub(super) fn new() -> Self {
        let mut sorted: Vec<_> = RULES.lines().filter_map(Rule::parse).collect();
        let codes = Codes::new();
        sorted.sort_by_key(|rule| codes.pair(rule.pattern));
        let starts =
            (0..=PAIRS).map(|code| sorted.partition_point(|rule| codes.pair(rule.pattern) < code) as u16);
        let starts = starts.collect();
        Self { sorted, starts, codes }
    }

    /// Vowel groups, changed by every occurrence of a pattern in the word between `^` and `$`; at least 1.
    pub(super) fn count(&self, word: &[u8]) -> u32 {
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
        let rules = self.sorted.get(usize::from(*start)..usize::from(*end)).unwrap_or(&[]);
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
