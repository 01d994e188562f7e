//! How many changes of which kind there are.

use crate::redline::{Change, ChangeKind};

/// How many changes of which kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    kinds: [(ChangeKind, usize); 5],
}

impl Tally {
    /// Of `changes`.
    pub fn of(changes: &[Change]) -> Self {
        use ChangeKind::{Deleted, Inserted, Marked, Moved, Replaced};
        let count = |kind| (kind, changes.iter().filter(|change| change.kind == kind).count());
        Self { kinds: [Replaced, Inserted, Deleted, Moved, Marked].map(count) }
    }

    /// The kinds, each with how many there are.
    pub fn kinds(&self) -> impl Iterator<Item = (ChangeKind, usize)> {
        self.kinds.into_iter()
    }

    /// All of them.
    pub fn all(&self) -> usize {
        self.kinds.iter().map(|(_, count)| count).sum()
    }

    /// `3 changes: 2 replaced, 1 moved`; `Nothing changed`.
    pub fn sentence(&self) -> String {
        let kinds = self.kinds.iter().filter(|(_, count)| *count > 0);
        let kinds: Vec<String> =
            kinds.map(|(kind, count)| format!("{count} {}", participle(*kind))).collect();
        match self.all() {
            0 => "Nothing changed".to_owned(),
            1 => format!("1 change: {}", kinds.join(", ")),
            all => format!("{all} changes: {}", kinds.join(", ")),
        }
    }
}

fn participle(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Marked => "in formatting only",
        kind => kind.name(),
    }
}
