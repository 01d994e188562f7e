//! Reading a text with the rules of its house.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Reading, Wanted};
use crate::analysis::{Analysis, Analyst, Claim, House};
use crate::fix::{self, Fixed};
use crate::text::slice;

/// Reads texts. It may keep what it learns from one text to the next; it works away from the keys.
pub trait Reader: Send {
    /// Everything there is to say of `text`, which is or will be the file at `path`.
    fn read(&mut self, text: &str, path: Option<&Path>) -> Reading;

    /// All that is known of `text`, for its export; by the built-in rules where nobody has others.
    fn analyse(&mut self, text: &str, path: Option<&Path>) -> Analysis {
        builtin(path).analyse(text)
    }

    /// Takes what is `wanted` in `text`, and what comes within reach by that, until nothing is left to take.
    fn fix(&mut self, text: &str, path: Option<&Path>, wanted: &Wanted) -> Fixed {
        let among = |text: &str| {
            let mut found = self.read(text, path).findings.into_diagnostics();
            found.retain(|found| wanted.takes(found, slice(text, found.span)));
            found
        };
        fix::fix(text, among, |_| true)
    }
}

/// Finds the analyst of a file: its configuration, what its name claims.
pub type Analysts = Box<dyn FnMut(Option<&Path>) -> Analyst + Send>;

/// The red pen of a house: one analyst for as long as the file stays the same.
pub struct RedPen {
    analysts: Analysts,
    analyst: Option<(Option<PathBuf>, Analyst)>,
}

impl RedPen {
    /// A red pen that asks `analysts` for one whenever the text goes to another file.
    pub fn new(analysts: Analysts) -> Self {
        Self { analysts, analyst: None }
    }
}

impl Default for RedPen {
    /// The built-in rules; no configuration is read.
    fn default() -> Self {
        Self::new(Box::new(builtin))
    }
}

fn builtin(path: Option<&Path>) -> Analyst {
    Analyst::new(Arc::new(House::default()), path.map(Claim::of_name).unwrap_or_default())
}

impl Reader for RedPen {
    fn read(&mut self, text: &str, path: Option<&Path>) -> Reading {
        Reading::of(self.analyse(text, path))
    }

    fn analyse(&mut self, text: &str, path: Option<&Path>) -> Analysis {
        let kept = self.analyst.take().filter(|(of, _)| of.as_deref() == path);
        let (_, analyst) = self
            .analyst
            .insert(kept.unwrap_or_else(|| (path.map(Path::to_owned), (self.analysts)(path).incremental())));
        analyst.analyse(text)
    }
}
