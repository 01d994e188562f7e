//! How many steps a comparison may take. Counted, not timed, so that the same texts give the same redline everywhere.

/// How finely two texts were compared, coarsest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Detail {
    /// Some blocks were only told apart as a whole.
    Blocks,
    /// Some sentences were only told apart as a whole.
    Sentences,
    /// Words everywhere.
    #[default]
    Words,
}

/// Steps that are left. One step compares two words; the default is about a second's worth.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    left: usize,
    detail: Detail,
}

impl Default for Effort {
    fn default() -> Self {
        Self::steps(300_000_000)
    }
}

impl Effort {
    /// At most `steps`.
    pub fn steps(steps: usize) -> Self {
        Self { left: steps, detail: Detail::Words }
    }

    /// Takes `steps` where that many are left; otherwise no finer than `instead` is compared here.
    pub(super) fn take(&mut self, steps: usize, instead: Detail) -> bool {
        if let Some(left) = self.left.checked_sub(steps) {
            self.left = left;
            return true;
        }
        self.detail = self.detail.min(instead);
        false
    }

    /// The coarsest comparison so far.
    pub(super) fn detail(&self) -> Detail {
        self.detail
    }
}
