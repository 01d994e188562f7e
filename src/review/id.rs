//! Names of records: short enough to type.

use std::fmt;
use std::hash::Hasher;

use fnv::FnvHasher;

use super::{Kind, Signature};

/// The name of a record: a letter for its kind and six hexadecimal digits (`q_08f3a1`); other programs may give others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(String);

/// Longest name that is read.
const MAX_LEN: usize = 40;

impl Id {
    /// `text` as a name: letters, digits, `_` and `-`, at most 40.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (1..=MAX_LEN).contains(&text.len());
        let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
        (fits && plain && !text.starts_with('-')).then(|| Self(text.to_owned()))
    }

    /// A name made of what its record says, who says it and when, so that records of two branches do not meet: in 200
    /// records one pair in some 800 documents does. `is_taken` tells of names that are given already.
    pub(super) fn new(kind: &Kind, sign: &Signature, said: &[&str], is_taken: impl Fn(&Id) -> bool) -> Self {
        let mut hasher = FnvHasher::default();
        for text in [sign.by.as_str(), &sign.at.to_string()].iter().chain(said) {
            hasher.write(text.as_bytes());
            hasher.write_u8(0xff);
        }
        loop {
            let hash = hasher.finish();
            let id = Self(format!("{}_{:06x}", kind.letter(), (hash ^ hash >> 32) & 0xff_ffff));
            if !is_taken(&id) {
                return id;
            }
            hasher.write_u8(0);
        }
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
