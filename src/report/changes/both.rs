//! Two texts as they were read, where one of them is a PR/FAQ.

use crate::analysis::Analysis;
use crate::report::redline::Progress;

/// Two texts as they were read: their parts and figures. For texts of which one at least is a PR/FAQ.
#[derive(Debug)]
pub struct Both {
    /// The text before.
    pub old: Analysis,
    /// The text after.
    pub new: Analysis,
    /// What their figures say together.
    pub progress: Progress,
}

impl Both {
    /// `old` and `new` as they were read.
    pub fn new(old: Analysis, new: Analysis) -> Self {
        let progress = Progress::of(&old, &new);
        Self { old, new, progress }
    }
}
