//! Changes to one's own file, as values: made in the model, kept on the disk, taken back.

use crate::review::{Id, Record, Reviews, Sidecar, Verdict};

/// A change to the file of one reviewer. Making it twice is as good as once.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Says something.
    Add(Record),
    /// Says it otherwise: the record with the same id goes.
    Change(Record),
    /// Takes a record back.
    Remove(Id),
    /// Decides; `None` takes the decision back.
    Decide(Option<Verdict>),
}

impl Act {
    /// Makes it in `sidecar`.
    pub fn make(&self, sidecar: &mut Sidecar) {
        match self {
            Self::Add(record) | Self::Change(record) => {
                match sidecar.records.iter_mut().find(|known| known.id == record.id) {
                    Some(known) => *known = record.clone(),
                    None => sidecar.records.push(record.clone()),
                }
            }
            Self::Remove(id) => sidecar.records.retain(|record| record.id != *id),
            Self::Decide(verdict) => sidecar.verdict.clone_from(verdict),
        }
    }

    /// Makes all of `acts` in the file of `reviewer`.
    pub fn make_all(acts: &[Self], reviews: &mut Reviews, reviewer: &str) {
        if !acts.is_empty() {
            reviews.change(reviewer, |sidecar| acts.iter().for_each(|act| act.make(sidecar)));
        }
    }
}
