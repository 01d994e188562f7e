//! The places of one finding, as a round.

/// A finding and the other places that it is about; whoever goes on from the last comes back to the finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    /// The text that the places are offsets in.
    pub generation: u64,
    /// Byte offsets: the finding, then the other places.
    pub places: Vec<usize>,
}

impl Trail {
    /// Whether `offset` of the text as it was at `generation` is one of the places.
    pub fn leads_on(&self, generation: u64, offset: usize) -> bool {
        self.generation == generation && self.places.contains(&offset)
    }

    /// The place behind `offset`, which is one of them.
    pub fn next(&self, offset: usize) -> Option<usize> {
        let at = self.places.iter().position(|place| *place == offset)?;
        self.places.get(at + 1).or(self.places.first()).copied()
    }
}
