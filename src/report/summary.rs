//! What was found in all files, in one line.

use std::fmt;

use crate::analysis::Analysis;
use crate::lint::Severity;
use crate::score::rounded;
use crate::text::counted;

/// Counts over all files of a report.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Summary {
    /// Files.
    pub files: usize,
    /// Files that could not be read.
    pub unread: usize,
    /// Words of prose.
    pub words: usize,
    /// Findings of severity `error`.
    pub errors: usize,
    /// Findings of severity `warning`.
    pub warnings: usize,
    /// Findings of severity `note`.
    pub notes: usize,
    /// Warnings and errors on the prose, those that are held back included.
    pub strikes: usize,
    /// Those of them that are reported.
    pub reported: usize,
    /// Fixes that may be applied without asking.
    pub safe: usize,
    /// Files whose shape told which template they follow.
    pub guessed: usize,
    /// The template of the first of them.
    template: Option<String>,
}

/// What to write so that nothing has to be guessed.
pub(super) const NAME_IT: &str = "`template:` in the front matter says so for sure";

impl Summary {
    /// Adds one file.
    pub fn add(&mut self, analysis: &Analysis) {
        self.files += 1;
        self.words += analysis.score.counts.words;
        self.strikes += analysis.score.strikes;
        if analysis.guessed {
            self.guessed += 1;
            self.template = self.template.take().or_else(|| analysis.template.clone());
        }
        for diagnostic in &analysis.diagnostics {
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
            self.reported += usize::from(diagnostic.is_strike());
            self.safe += usize::from(diagnostic.fix.as_ref().is_some_and(|fix| fix.safe));
        }
    }

    /// What was guessed, where something was: a wrong guess explains findings that make no sense.
    pub fn guess(&self) -> Option<String> {
        let name = self.template.as_deref()?;
        let taken = match (self.files, self.guessed) {
            (1, _) => format!("taken for a {name} by its shape"),
            (_, 1) => format!("one file taken for a {name} by its shape"),
            (_, number) => format!("{number} files taken for a press release or FAQ by their shape"),
        };
        Some(format!("{taken}; {NAME_IT}"))
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let files = counted(self.files, "file");
        let words = counted(self.words, "word");
        let unread = match self.unread {
            0 => String::new(),
            number => format!("; {} not read", counted(number, "file")),
        };
        let rate = rounded(self.strikes as f64 * 100.0 / self.words.max(1) as f64);
        if self.errors + self.warnings + self.notes == 0 {
            write!(f, "nothing to strike in {files}, {words}")?;
        } else {
            let found = counts(self.errors, self.warnings, self.notes);
            write!(f, "{found} in {files}, {words}; {rate} strikes per 100 words")?;
        }
        if self.strikes > self.reported {
            let held = self.strikes - self.reported;
            let all =
                if self.reported == 0 { format!("; {rate} strikes per 100 words") } else { String::new() };
            write!(f, "{all} with the {held} held back")?;
        }
        if self.safe > 0 {
            write!(f, "; {}", counted(self.safe, "safe fix"))?;
        }
        f.write_str(&unread)
    }
}

/// `2 errors, 1 note`: those that there are.
pub(super) fn counts(errors: usize, warnings: usize, notes: usize) -> String {
    let all = [(errors, "error"), (warnings, "warning"), (notes, "note")];
    let some = all.iter().filter(|(number, _)| *number > 0);
    some.map(|(number, noun)| counted(*number, noun)).collect::<Vec<_>>().join(", ")
}
