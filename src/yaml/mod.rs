//! The one door to `serde_yaml`: a size cap, a budget against alias bombs, errors in words with a place, snippets.
//!
//! Configuration, packs, templates, reviews and front matter all come in through [`from_str`]; whatever the bytes, it
//! answers quickly, in little memory, and says line and column of what is wrong. What the keys mean is known by those
//! who call; nothing here reads a file.

mod budget;
mod error;
mod place;
mod scalar;
mod snippet;
mod words;

#[cfg(test)]
mod tests;

use serde::de::DeserializeOwned;

pub use error::Error;
pub use place::Step;
pub use scalar::scalar;
pub use snippet::snippet;

use budget::{Bounded, Budget};

/// The longest YAML that is read, in bytes. A pack of 500 phrases takes about 40 KiB.
pub const MAX_BYTES: usize = 64 * 1024;

/// The longest YAML that [`from_long_str`] reads, in bytes: some 1,500 records of a review.
pub const MAX_LONG_BYTES: usize = 1024 * 1024;

/// Reads `text` as one YAML document.
///
/// # Errors
///
/// Text over [`MAX_BYTES`], characters YAML forbids, bad syntax, a key given twice, values of the wrong form, and
/// aliases that would unfold to more than 20,000 values or 1 MiB of text.
pub fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    read(text, MAX_BYTES)
}

/// As [`from_str`], for files that grow as they are used: up to [`MAX_LONG_BYTES`].
///
/// # Errors
///
/// As [`from_str`].
pub fn from_long_str<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    read(text, MAX_LONG_BYTES)
}

fn read<T: DeserializeOwned>(text: &str, most: usize) -> Result<T, Error> {
    if text.len() > most {
        let (have, most) = (text.len().div_ceil(1024), most / 1024);
        let message = format!("{have} KiB of YAML is too much; the limit is {most} KiB");
        return Err(Error { message, at: None });
    }
    if let Some(error) = error::forbidden_character(text).or_else(|| error::open_brackets(text)) {
        return Err(error);
    }
    let (mark, body) = without_mark(text);
    let budget = Budget::default();
    T::deserialize(Bounded::new(serde_yaml::Deserializer::from_str(body), &budget))
        .map_err(|problem| Error::from_parser(text, mark, &problem))
}

/// The length of the byte order mark in `text`, and the text after it: libyaml skips it without counting it, which
/// would put every place one character off.
fn without_mark(text: &str) -> (usize, &str) {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    (text.len() - body.len(), body)
}
