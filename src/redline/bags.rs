//! The words of every block as a sorted list, to tell how alike blocks are.

use std::ops::Range;

use super::Text;

/// The ids of the words of every block, sorted.
pub(super) struct Bags {
    ids: Vec<u32>,
    ranges: Vec<Range<u32>>,
}

impl Bags {
    /// Those of the blocks in `range`; of all others there are none.
    pub(super) fn new(text: &Text<'_>, range: &Range<usize>) -> Self {
        let mut bags = Self { ids: Vec::new(), ranges: Vec::with_capacity(text.blocks.len()) };
        for (at, block) in text.blocks.iter().enumerate() {
            let start = bags.ids.len();
            if range.contains(&at) {
                let tokens = text.tokens.get(block.tokens.clone()).unwrap_or(&[]);
                bags.ids.extend(tokens.iter().filter(|token| token.word).map(|token| token.id));
                bags.ids.get_mut(start..).unwrap_or(&mut []).sort_unstable();
            }
            bags.ranges.push(start as u32..bags.ids.len() as u32);
        }
        bags
    }

    /// Those of block `at`.
    pub(super) fn of(&self, at: usize) -> &[u32] {
        let range = self.ranges.get(at).map_or(0..0, |range| range.start as usize..range.end as usize);
        self.ids.get(range).unwrap_or(&[])
    }
}
