//! What makes `prfaq lint` fail.

use clap::ValueEnum;

use crate::score::Metric;

/// The limits that a lint may be given; those of `prfaq.yml` hold where the command line is silent.
#[derive(Debug, Default, clap::Args)]
pub(in crate::cli) struct Limits {
    /// Mildest severity that makes the exit code 1; `prfaq.yml` may set it, otherwise `error`. `never` puts the limits
    /// of `prfaq.yml` aside too.
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub fail_on: Option<FailOn>,
    /// Fail on more than N warnings, all documents together; `prfaq.yml` may set it for those under it.
    #[arg(long, value_name = "N")]
    pub max_warnings: Option<usize>,
    /// Fail on a PR/FAQ whose figure misses VALUE: the least flesch-reading-ease or customer-focus (0 to 1), the most
    /// of what should be low (flesch-kincaid-grade, words-per-sentence, strikes-per-100-words, strikes, long-sentences,
    /// longest-sentence, minutes-to-read). `off` takes one of `prfaq.yml` away. Readability fails nothing under 200
    /// words. May be given several times.
    #[arg(long, value_name = "METRIC=VALUE", value_parser = Threshold::read)]
    pub min_score: Vec<Threshold>,
}

/// Mildest severity that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FailOn {
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Anything.
    Note,
    /// Nothing: the exit code is 0 whatever is found.
    Never,
}

/// What of the findings is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Show {
    /// What makes the exit code 1; warnings too where their number is limited.
    Failing,
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Everything.
    Note,
}

impl FailOn {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Never => "never",
        }
    }
}

/// A figure and what it must meet; `None` is nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::cli) struct Threshold {
    pub metric: Metric,
    pub value: Option<f64>,
}

impl Threshold {
    fn read(written: &str) -> Result<Self, String> {
        let (name, value) = written.split_once('=').ok_or("write METRIC=VALUE")?;
        let metric = Metric::find(name)?;
        if value == "off" {
            return Ok(Self { metric, value: None });
        }
        let number = value.parse().map_err(|_| format!("expected a number or `off`, found `{value}`"))?;
        metric.check(number).map(|number| Self { metric, value: Some(number) })
    }
}
