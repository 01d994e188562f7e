//! Where one of many phrases may begin in a text: one look at every word instead of a search for every phrase.

use super::slice;

/// The first two bytes of some phrases, capitals aside and not quite told apart: whoever looks there still compares.
#[derive(Debug, Clone, Default)]
pub struct Firsts {
    /// One bit for each first byte of a phrase of one.
    alone: [u64; 4],
    /// One bit for each hash of two bytes.
    pairs: [u64; 16],
}

impl Firsts {
    /// Those of `phrases`.
    pub fn of<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Self {
        let mut firsts = Self::default();
        for phrase in phrases {
            match phrase.as_bytes() {
                [one, two, ..] => set(&mut firsts.pairs, pair(*one, *two)),
                [one] => set(&mut firsts.alone, small(*one)),
                [] => {}
            }
        }
        firsts
    }

    /// Whether `text` may begin with one of the phrases.
    pub fn begin(&self, text: &str) -> bool {
        self.begin_at(text.as_bytes(), 0)
    }

    fn begin_at(&self, bytes: &[u8], at: usize) -> bool {
        let Some(one) = bytes.get(at) else { return false };
        let two = bytes.get(at + 1);
        two.is_some_and(|two| has(&self.pairs, pair(*one, *two))) || has(&self.alone, small(*one))
    }

    /// The bytes of `text` where one of the phrases may begin: no letter or figure stands right before.
    pub fn starts<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let bytes = text.as_bytes();
        let is_free = move |at: usize| match at.checked_sub(1).and_then(|before| bytes.get(before)) {
            None => true,
            Some(before) if before.is_ascii() => !before.is_ascii_alphanumeric(),
            Some(_) => !slice(text, 0..at).chars().next_back().is_some_and(char::is_alphanumeric),
        };
        (0..bytes.len()).filter(move |at| is_free(*at) && self.begin_at(bytes, *at))
    }
}

/// A letter in lower case; what that makes of other bytes does not matter.
fn small(byte: u8) -> usize {
    usize::from(byte | 0x20)
}

fn pair(one: u8, two: u8) -> usize {
    (small(one) * 31 + small(two)) % 1024
}

fn set(bits: &mut [u64], at: usize) {
    if let Some(word) = bits.get_mut(at / 64) {
        *word |= 1 << (at % 64);
    }
}

fn has(bits: &[u64], at: usize) -> bool {
    bits.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_known_first_letters_are_starts() {
        let firsts = Firsts::of(["box", "", "Ärger", "%"]);
        let starts = |text| firsts.starts(text).collect::<Vec<_>>();
        assert_eq!(starts("a box, BOxes; 4bo \u{2014}bo"), [2, 7, 21]);
        assert_eq!(starts("\u{c4}rger 5% %"), [0, 10]);
        assert_eq!(starts(""), [0; 0]);
        assert!(firsts.begin("Boxes") && !firsts.begin("a box") && !firsts.begin(""));
    }
}
