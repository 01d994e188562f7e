//! What makes a lint fail beside single findings: warnings in all, and figures.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::analysis::Analysis;
use crate::cli::args::{self, FailOn, Show};
use crate::cli::desk::Settled;
use crate::config::Config;
use crate::lint::Severity;
use crate::score::Metric;
use crate::storage::Shown;
use crate::text::counted;

/// The limits of a run, and the warnings so far.
pub(super) struct Limits<'a> {
    args: &'a args::Limits,
    /// By the configuration that sets the limit; without one where the command line does.
    warnings: BTreeMap<Option<PathBuf>, Warnings>,
}

/// Warnings, and how many there may be.
struct Warnings {
    most: usize,
    found: usize,
}

impl<'a> Limits<'a> {
    /// Those of `args`, and of configurations where `args` are silent.
    pub fn new(args: &'a args::Limits) -> Self {
        Self { args, warnings: BTreeMap::new() }
    }

    /// The mildest severity that fails where `config` holds; `None` is never.
    pub fn fail_on(&self, config: &Config) -> Option<Severity> {
        match self.args.fail_on {
            None => config.fail_on,
            Some(FailOn::Error) => Some(Severity::Error),
            Some(FailOn::Warning) => Some(Severity::Warning),
            Some(FailOn::Note) => Some(Severity::Note),
            Some(FailOn::Never) => None,
        }
    }

    /// The mildest severity of which anything is written, in a document whose findings fail from `fail_on` on; `None` is
    /// nothing.
    pub fn shown(&self, show: Show, fail_on: Option<Severity>, settled: &Settled) -> Option<Severity> {
        match show {
            Show::Error => Some(Severity::Error),
            Show::Warning => Some(Severity::Warning),
            Show::Note => Some(Severity::Note),
            Show::Failing => {
                let counted = self.most(settled).map(|_| Severity::Warning);
                fail_on.into_iter().chain(counted).min()
            }
        }
    }

    /// How many warnings there may be with those of other documents, and which configuration says so; the command line
    /// where it is `None`.
    fn most(&self, settled: &Settled) -> Option<(Option<PathBuf>, usize)> {
        match (self.args.max_warnings, settled.file.max_warnings) {
            (Some(most), _) => Some((None, most)),
            (None, Some(most)) if !self.puts_aside() => Some((settled.file.path.clone(), most)),
            _ => None,
        }
    }

    /// Whether only what the command line says counts.
    fn puts_aside(&self) -> bool {
        self.args.fail_on == Some(FailOn::Never)
    }

    /// Counts the warnings of a document.
    pub fn count(&mut self, analysis: &Analysis, settled: &Settled) {
        let Some((by, most)) = self.most(settled) else { return };
        let found = analysis.diagnostics.iter().filter(|found| found.severity == Severity::Warning).count();
        self.warnings.entry(by).or_insert(Warnings { most, found: 0 }).found += found;
    }

    /// What to say of the figures of a document that miss a threshold. One that is no PR/FAQ, or not judged, has none.
    pub fn missed(&self, analysis: &Analysis, config: &Config) -> Vec<String> {
        if !analysis.judged || analysis.foreign {
            return Vec::new();
        }
        let missed = thresholds(self.args, config).into_iter();
        let missed = missed.filter_map(|(metric, threshold)| metric.missed(threshold, &analysis.score));
        missed.map(|missed| format!("min-score: {missed}")).collect()
    }

    /// What to say where there were too many warnings.
    pub fn exceeded(&self) -> Vec<String> {
        let exceeded = self.warnings.iter().filter(|(_, warnings)| warnings.found > warnings.most);
        let say = |(by, warnings): (&Option<PathBuf>, &Warnings)| {
            let found = counted(warnings.found, "warning");
            match by {
                None => format!("{found}; --max-warnings allows {}", warnings.most),
                Some(path) => format!("{found}; max-warnings in {} allows {}", Shown(path), warnings.most),
            }
        };
        exceeded.map(say).collect()
    }
}

/// The thresholds of `args` above those of `config`.
pub(in crate::cli) fn thresholds(args: &args::Limits, config: &Config) -> BTreeMap<Metric, f64> {
    let aside = args.fail_on == Some(FailOn::Never);
    let mut thresholds = if aside { BTreeMap::new() } else { config.min_score.clone() };
    for own in &args.min_score {
        match own.value {
            Some(value) => thresholds.insert(own.metric, value),
            None => thresholds.remove(&own.metric),
        };
    }
    thresholds
}
