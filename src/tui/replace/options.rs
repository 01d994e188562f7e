//! How to look, and what the keys go to.

/// How to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Capitals and small letters differ.
    pub case: bool,
    /// Whole words only.
    pub words: bool,
    /// What is looked for is a regular expression.
    pub regex: bool,
    /// Only what was selected.
    pub selection: bool,
    /// Front matter and code as well.
    pub code: bool,
}

/// The names of the options; the letter that sets one with Alt is the first of its kind in the name.
pub(super) const NAMES: [(&str, char); 5] =
    [("Case", 'c'), ("Words", 'w'), ("Regex", 'r'), ("Selection", 's'), ("Code too", 'd')];

impl Options {
    /// The option at `index` of [`NAMES`].
    pub(super) fn flag(&mut self, index: usize) -> Option<&mut bool> {
        match index {
            0 => Some(&mut self.case),
            1 => Some(&mut self.words),
            2 => Some(&mut self.regex),
            3 => Some(&mut self.selection),
            4 => Some(&mut self.code),
            _ => None,
        }
    }
}

/// What the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// What to look for.
    Find,
    /// What to put in its place.
    With,
    /// An option, by its index.
    Option(usize),
    /// Replacing all.
    All,
}

impl Stop {
    fn index(self) -> usize {
        match self {
            Self::Find => 0,
            Self::With => 1,
            Self::Option(index) => 2 + index,
            Self::All => 2 + NAMES.len(),
        }
    }

    fn at(index: usize) -> Self {
        match index {
            0 => Self::Find,
            1 => Self::With,
            index if index < 2 + NAMES.len() => Self::Option(index - 2),
            _ => Self::All,
        }
    }

    /// The next one, or the one before; round at the ends.
    pub(super) fn step(self, forward: bool) -> Self {
        let count = NAMES.len() + 3;
        Self::at((self.index() + if forward { 1 } else { count - 1 }) % count)
    }
}
