//! How right the numbers are: every counter measured against texts and words with known counts, with a bar it must not
//! fall under. README.md shows the figures (see [`table`]); `tests/data` has what they are measured on.

mod formulas;
mod published;
mod sentences;
mod syllables;

use std::fmt::Write as _;

/// A share of right answers.
struct Accuracy {
    /// What is measured, for the table.
    what: &'static str,
    /// What on.
    on: &'static str,
    right: usize,
    of: usize,
    /// Least share in per cent.
    bar: f64,
}

impl Accuracy {
    fn new(what: &'static str, on: &'static str, bar: f64) -> Self {
        Self { what, on, right: 0, of: 0, bar }
    }

    /// Counts `weight` answers, which are `right` or not.
    fn add(&mut self, weight: usize, right: bool) {
        self.of += weight;
        self.right += if right { weight } else { 0 };
    }

    fn percent(&self) -> f64 {
        100.0 * self.right as f64 / self.of as f64
    }

    #[track_caller]
    fn holds(&self) {
        assert!(self.of > 0 && self.percent() >= self.bar, "{}: {} of {}", self.what, self.right, self.of);
    }
}

fn all() -> Vec<Accuracy> {
    let mut all = vec![formulas::vectors(), published::counts(), published::scores(), sentences::ends()];
    all.extend([syllables::running_text(), syllables::unlisted(), syllables::patterns()]);
    all
}

#[test]
fn every_counter_is_as_right_as_it_must_be() {
    for accuracy in all() {
        accuracy.holds();
    }
}

/// The table of the README, rounded down so that it never says more than is so.
pub fn table() -> String {
    let mut table = "| what | measured on | right |\n| --- | --- | --- |\n".to_owned();
    for Accuracy { what, on, right, of, .. } in all() {
        let percent = (1000 * right / of) as f64 / 10.0;
        writeln!(table, "| {what} | {on} | {right} of {of}, {percent:.1} % |").unwrap();
    }
    table
}

/// The rows of a table in `tests/data`, its notes and its head left out.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.skip(1).map(|line| line.split('\t').collect())
}
