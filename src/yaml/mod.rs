//! The one door to `serde_yaml`: a size cap, an item budget against alias bombs, errors with line and column.

use crate::text::Position;

/// What is wrong with a piece of YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What happened, in words for people.
    pub message: String,
    /// Where, in the text the YAML was cut from; `None` where the parser does not know.
    pub at: Option<Position>,
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
