//! What stays the same of a finding while the text around it moves: its name in baselines and in code hosts' lists of
//! open findings.
//!
//! A finding on the prose is known by its rule, the struck words and the sentence around them; one on how the document
//! is built by its rule, the part, the question it stands under and the message without its figures. White space and
//! line numbers play no part. Two that cannot be told apart are counted.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hasher;

use fnv::FnvHasher;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Category, Diagnostic};
use crate::document::Document;
use crate::text::slice;

/// The fingerprint of a finding, 64 bits: FNV-1a, which is the same in every version on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

/// Sixteen hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl std::str::FromStr for Fingerprint {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(Self)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| D::Error::custom("a fingerprint is sixteen hexadecimal digits"))
    }
}

impl Fingerprint {
    /// The fingerprints of `diagnostics`, which were found in `document` and its `source`, in their order.
    pub fn all(diagnostics: &[Diagnostic], source: &str, document: &Document) -> Vec<Self> {
        let mut seen: HashMap<u64, u32> = HashMap::new();
        let one = |diagnostic| {
            let mut hasher = hashed(diagnostic, source, document);
            let again = seen.entry(hasher.finish()).or_default();
            if *again > 0 {
                hasher.write_u32(*again);
            }
            *again += 1;
            Self(hasher.finish())
        };
        diagnostics.iter().map(one).collect()
    }
}

fn hashed(diagnostic: &Diagnostic, source: &str, document: &Document) -> FnvHasher {
    let mut hasher = FnvHasher::default();
    words(&mut hasher, diagnostic.rule);
    if diagnostic.category == Category::Structure || diagnostic.span.is_empty() {
        words(&mut hasher, document.parts.get(diagnostic.part).map_or("", |part| part.id.as_str()));
        words(&mut hasher, question(diagnostic, document));
        words(&mut hasher, &diagnostic.message.replace(|c: char| c.is_ascii_digit(), ""));
    } else {
        words(&mut hasher, slice(source, diagnostic.span));
        words(&mut hasher, sentence(diagnostic, document));
    }
    hasher
}

/// Hashes the words of `text`, and that it ends here.
fn words(hasher: &mut FnvHasher, text: &str) {
    for word in text.split_whitespace() {
        hasher.write(word.as_bytes());
        hasher.write_u8(b' ');
    }
    hasher.write_u8(0);
}

/// The visible text of the sentence that the finding begins in; empty where it is in none.
fn sentence<'a>(diagnostic: &Diagnostic, document: &'a Document) -> &'a str {
    let block = document.block_at(diagnostic.span.start).and_then(|at| document.blocks.get(at));
    let Some(block) = block else { return "" };
    let start = block.prose.visible_of(diagnostic.span.start);
    let holds = |end: u32| start.is_none_or(|start| start < end as usize);
    block
        .sentences
        .iter()
        .find(|sentence| holds(sentence.end))
        .map_or(block.prose.text.as_str(), |sentence| block.text_of(sentence))
}

/// The question whose answer, or which itself, the finding is about; empty outside an FAQ.
fn question<'a>(diagnostic: &Diagnostic, document: &'a Document) -> &'a str {
    let Some(at) = document.block_at(diagnostic.span.start) else { return "" };
    let holds = |entry: &&crate::document::Entry| entry.question == at || entry.answer.contains(&at);
    let block = document.entries.iter().find(holds).and_then(|entry| document.blocks.get(entry.question));
    block.map_or("", |block| block.prose.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::phrases::Matcher;
    use crate::lint::{Input, Linter, Settings};

    fn of(source: &str) -> Vec<(String, Fingerprint)> {
        let document = Document::parse(source, &[]);
        let mut linter = Linter::new(Settings::default(), Matcher::builtin());
        let found = linter.lint(Input { source, document: &document, specs: &[], judged: true });
        let prints = Fingerprint::all(&found, source, &document);
        let name = |one: &Diagnostic| format!("{} {}", one.rule, slice(source, one.span));
        found.iter().map(name).zip(prints).collect()
    }

    fn print(source: &str, name: &str) -> Fingerprint {
        of(source).iter().find(|(found, _)| found == name).unwrap().1
    }

    #[test]
    fn a_finding_that_moves_or_is_wrapped_anew_stays_the_same() {
        let one = print("We leverage the cloud for you.\n", "jargon leverage");
        let moved = "# A title\n\nFirst this.\nWe leverage\nthe cloud  for you. Then that.\n";
        assert_eq!(print(moved, "jargon leverage"), one);
        assert_ne!(print("We leverage the sky for you.\n", "jargon leverage"), one);
    }

    #[test]
    fn equal_findings_are_counted() {
        let found = of("We leverage the cloud.\n\nWe leverage the cloud.\n");
        let prints: Vec<_> = found.iter().filter(|(name, _)| name == "jargon leverage").collect();
        assert_eq!(prints.len(), 2);
        assert_ne!(prints[0].1, prints[1].1);
    }

    #[test]
    fn a_fingerprint_is_written_and_read_back() {
        let print = Fingerprint(0x00ab_cdef_0123_4567);
        assert_eq!(print.to_string(), "00abcdef01234567");
        assert_eq!("00abcdef01234567".parse(), Ok(print));
        // Known values of FNV-1a: a baseline written today is read by every later version.
        let mut hasher = FnvHasher::default();
        hasher.write(b"foobar");
        assert_eq!(hasher.finish(), 0x8594_4171_f739_67e8);
    }
}
