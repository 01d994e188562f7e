//! All literals in one sorted list, searched at every place where a word begins. Shared with the build script, which
//! writes out the index of the built-in packs.
//!
//! Aho-Corasick automata over these 4,000 literals take longer to build than a whole run may last, and tables of one are
//! larger than the program. What is looked for always begins at a word's start, so one binary search there does as well:
//! of all literals that a text begins with, the longest is the text's predecessor in the list or a prefix of it, and each
//! literal knows the next shorter literal that it begins with.

use super::pack::{List, Pack};
use crate::text::Span;

/// The literals of all packs, ready to be looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Index {
    pub(super) slots: List<Slot>,
    /// First slot of each first byte (lower case), and the end.
    pub(super) starts: List<u32>,
    /// One bit for each hash of the first bytes of a literal: most words of a text need no search.
    pub(super) beginnings: List<u64>,
}

/// How many first bytes are hashed for [`Index::beginnings`]: the most of these that the literal has.
const HASHED: [usize; 3] = [6, 3, 1];
/// Bits of that hash.
const HASH_BITS: u32 = 17;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// The first eight bytes, lower case, so that most comparisons need not fetch the text.
    pub(super) key: u64,
    /// The next shorter literal that this one begins with.
    pub(super) shorter: Option<u32>,
    pub(super) at: Target,
}

/// Which literal it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) pack: u16,
    pub(super) literal: u16,
}

impl Index {
    pub(super) fn new(packs: &[Pack]) -> Self {
        let mut slots = Vec::with_capacity(packs.iter().map(|pack| pack.literals.len()).sum());
        for (pack, this) in (0u16..).zip(packs) {
            for (literal, found) in (0u16..).zip(this.literals.iter()) {
                let at = Target { pack, literal };
                slots.push(Slot { key: key(found.text.as_bytes()), shorter: None, at });
            }
        }
        // Stable and quick on the sorted runs that packs are.
        slots.sort_by(|a, b| {
            a.key.cmp(&b.key).then_with(|| lower(text(packs, a.at)).cmp(lower(text(packs, b.at))))
        });
        link(packs, &mut slots);
        let first = |slot: &Slot| (slot.key >> 56) as u8;
        let starts: Vec<u32> = (0..=256)
            .map(|byte| slots.partition_point(|slot| usize::from(first(slot)) < byte) as u32)
            .collect();
        let mut beginnings = vec![0; 1 << (HASH_BITS - 6)];
        for slot in &slots {
            let len = text(packs, slot.at).len();
            let Some(hashed) = HASHED.into_iter().find(|hashed| len >= *hashed) else { continue };
            let bit = hash(slot.key, hashed);
            if let Some(word) = beginnings.get_mut(bit / 64) {
                *word |= 1 << (bit % 64);
            }
        }
        Self { slots: slots.into(), starts: starts.into(), beginnings: beginnings.into() }
    }

    /// Whether some literal may begin as a text with this key does.
    fn may_begin(&self, key: u64) -> bool {
        HASHED.into_iter().any(|hashed| {
            let bit = hash(key, hashed);
            self.beginnings.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
        })
    }

    /// Calls `found` with every literal in `hay` that begins where a word may begin, and its bytes there.
    pub(super) fn find(&self, packs: &[Pack], hay: &str, mut found: impl FnMut(Target, Span)) {
        let bytes = hay.as_bytes();
        let mut inside = false;
        for (start, &byte) in bytes.iter().enumerate() {
            let word = byte.is_ascii_alphanumeric() || byte == b'_';
            let skip = inside && word;
            inside = word;
            if skip {
                continue;
            }
            let rest = bytes.get(start..).unwrap_or_default();
            let key = key(rest);
            if !self.may_begin(key) {
                continue;
            }
            let mut next = self.predecessor(packs, rest, key);
            while let Some(slot) = next.and_then(|next| self.slots.get(next as usize)) {
                let literal = text(packs, slot.at);
                if starts_with(rest, literal) {
                    found(slot.at, Span::new(start, start + literal.len()));
                }
                next = slot.shorter;
            }
        }
    }

    /// The last literal that is not after `rest`, whose key is `wanted`, and begins with the same byte.
    fn predecessor(&self, packs: &[Pack], rest: &[u8], wanted: u64) -> Option<u32> {
        let first = usize::from(rest.first()?.to_ascii_lowercase());
        let (from, to) = (*self.starts.get(first)?, *self.starts.get(first + 1)?);
        if from == to {
            return None;
        }
        let slots = self.slots.get(from as usize..to as usize)?;
        let not_after = |slot: &Slot| match slot.key.cmp(&wanted) {
            std::cmp::Ordering::Equal => {
                let literal = text(packs, slot.at);
                let rest = rest.get(..literal.len()).unwrap_or(rest);
                lower(literal).le(rest.iter().map(u8::to_ascii_lowercase))
            }
            order => order.is_lt(),
        };
        let count = slots.partition_point(not_after) as u32;
        (count > 0).then(|| from + count - 1)
    }
}

/// Links every literal to the next shorter one that it begins with.
fn link(packs: &[Pack], slots: &mut [Slot]) {
    let mut open: Vec<u32> = Vec::new();
    for index in 0..slots.len() {
        let Some(slot) = slots.get(index).copied() else { break };
        let begins_with = |&shorter: &u32| {
            let shorter = slots.get(shorter as usize).map_or(b"".as_slice(), |slot| text(packs, slot.at));
            starts_with(text(packs, slot.at), shorter)
        };
        while open.last().is_some_and(|last| !begins_with(last)) {
            open.pop();
        }
        if let Some(slot) = slots.get_mut(index) {
            slot.shorter = open.last().copied();
        }
        open.push(index as u32);
    }
}

fn text(packs: &[Pack], at: Target) -> &[u8] {
    let literal = packs.get(at.pack as usize).and_then(|pack| pack.literals.get(at.literal as usize));
    literal.map_or(b"", |literal| literal.text.as_bytes())
}

fn lower(text: &[u8]) -> impl Iterator<Item = u8> {
    text.iter().map(u8::to_ascii_lowercase)
}

fn starts_with(text: &[u8], prefix: &[u8]) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// A number of [`HASH_BITS`] bits for the first `hashed` bytes of a key.
fn hash(key: u64, hashed: usize) -> usize {
    let first = key >> (64 - 8 * hashed);
    (first.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - HASH_BITS)) as usize
}

/// The first eight bytes in lower case, the first one highest, padded with zeros.
fn key(text: &[u8]) -> u64 {
    let mut first = [0; 8];
    for (to, byte) in first.iter_mut().zip(text) {
        *to = byte.to_ascii_lowercase();
    }
    u64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every literal at every place where a word may begin, looked for one by one.
    fn naive(literals: &[&str], hay: &str) -> Vec<(usize, usize)> {
        let bytes = hay.as_bytes();
        let word =
            |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        let starts = (0..bytes.len()).filter(|&at| at == 0 || !(word(at - 1) && word(at)));
        let ends = |start: usize| {
            literals.iter().filter(move |l| starts_with(bytes.get(start..).unwrap(), l.as_bytes()))
        };
        let mut all: Vec<_> =
            starts.flat_map(|start| ends(start).map(move |l| (start, start + l.len()))).collect();
        all.sort_unstable();
        all
    }

    fn indexed(literals: &[&str], hay: &str) -> Vec<(usize, usize)> {
        let rules: Vec<_> = literals.iter().map(|l| format!("- {{phrase: '{l}', delete: true}}")).collect();
        let packs =
            [Pack::parse(&format!("pack: p\ncategory: jargon\nrules:\n{}\n", rules.join("\n"))).unwrap()];
        let mut all = Vec::new();
        Index::new(&packs).find(&packs, hay, |_, span| all.push((span.start, span.end)));
        all.sort_unstable();
        all
    }

    const LITERALS: [&str; 12] = [
        "a",
        "a b",
        "a bc",
        "a bcdefghij",
        "a bcdefghik",
        "bcd",
        "b",
        "Ab",
        " b",
        "\u{e9}a",
        "a bcdefghij a",
        "bcdefghijkl",
    ];

    #[test]
    fn literals_of_three_bytes_and_more_are_found_through_their_hash() {
        let long = &LITERALS[2..6];
        assert_eq!(indexed(long, "A bc and a bcdefghij, bcd"), naive(long, "A bc and a bcdefghij, bcd"));
    }

    #[test]
    fn equal_literals_are_all_found() {
        assert_eq!(indexed(&["a b", "A b"], "x a b"), [(2, 5), (2, 5)]);
    }

    proptest::proptest! {
        #[test]
        fn it_finds_what_a_naive_search_finds(hay in "[aAbBcdefghijk \u{e9}-]{0,40}|(a bcdefghij? ?){1,4}") {
            assert_eq!(indexed(&LITERALS, &hay), naive(&LITERALS, &hay));
        }
    }
}
