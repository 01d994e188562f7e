//! What common words can be: the closed classes of English, common verbs with their forms, and the nouns that tell a
//! centre. Names and nouns of one document are the cast's.

mod nouns;
mod small;
mod verbs;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::tags::Tags;

/// Longest word that is looked up, in bytes; longer ones are no common words.
const LONGEST: usize = 24;

static WORDS: LazyLock<FxHashMap<Box<[u8]>, Tags>> = LazyLock::new(|| {
    let mut words: FxHashMap<Box<[u8]>, Tags> = FxHashMap::default();
    let mut add = |word: &str, tags: Tags| {
        let known = words.entry(word.as_bytes().into()).or_default();
        *known = *known | tags;
    };
    for (list, tags) in small::LISTS.iter().chain(nouns::LISTS) {
        list.split_whitespace().for_each(|word| add(word, *tags));
    }
    for (list, tags) in verbs::LISTS {
        for base in list.split_whitespace() {
            for (form, of) in verbs::forms(base) {
                add(&form, *tags | of);
            }
        }
    }
    for (list, tags) in verbs::IRREGULAR {
        list.split_whitespace().for_each(|word| add(word, *tags));
    }
    words
});

/// A word in lower case with plain apostrophes, on the stack.
pub(super) struct Lower {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Lower {
    /// `word` in lower case; `None` where it is too long or has letters outside ASCII, apostrophes aside.
    pub fn of(word: &str) -> Option<Self> {
        let mut lower = Self { bytes: [0; LONGEST], len: 0 };
        for c in word.chars() {
            let byte = match c {
                '’' => b'\'',
                c if c.is_ascii() => (c as u8).to_ascii_lowercase(),
                _ => return None,
            };
            *lower.bytes.get_mut(lower.len)? = byte;
            lower.len += 1;
        }
        Some(lower)
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// What the word with these lower-case bytes can be.
pub(super) fn tags(lower: &[u8]) -> Tags {
    WORDS.get(lower).copied().unwrap_or_default()
}
