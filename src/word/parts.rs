//! Which parts of a draft stand in a document that carries no copy of what it was made from.

use std::collections::{BTreeSet, HashSet};

use super::{Docx, Side};
use crate::document::{Block, Document, Role};

/// Words in a row that are looked for.
const ROW: usize = 3;

impl Docx {
    /// The ids of the parts of `document` that this one has something of: a heading as it is, or half of a paragraph.
    pub fn parts_of(&self, document: &Document) -> BTreeSet<String> {
        let mut lines: HashSet<Vec<String>> = HashSet::new();
        let mut rows: HashSet<Vec<String>> = HashSet::new();
        for side in [Side::Before, Side::After] {
            for paragraph in self.paragraphs(side) {
                let words = words(&paragraph.text());
                rows.extend(words.windows(ROW).map(<[String]>::to_vec));
                lines.insert(words);
            }
        }
        let stands = |block: &Block| {
            let words = words(&block.prose.text);
            let count = words.len().saturating_sub(ROW - 1);
            let known = words.windows(ROW).filter(|row| rows.contains(*row)).count();
            let is_heading = block.role == Role::Heading || block.role == Role::Headline;
            (count >= ROW && known * 2 >= count) || (is_heading && lines.contains(&words))
        };
        let found = document.blocks.iter().filter(|block| stands(block));
        found.filter_map(|block| document.part_of(block)).map(|part| part.id.clone()).collect()
    }
}

/// The words of `text` in small letters.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
