//! The arguments of `prfaq config` and `prfaq init`.

use std::path::PathBuf;

use clap::ValueEnum;

use super::Limits;
use crate::cli::known::{any_of, template_names};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq config docs/draft.md\n  prfaq config docs/\n  \
    prfaq config --format json docs/draft.md\n  prfaq config docs/draft.md --fail-on warning\n  \
    prfaq config --editor\n\n\
    Exit codes: 0 shown, 2 wrong usage, an unreadable file or a configuration with a mistake in it.")]
pub(in crate::cli) struct ConfigArgs {
    /// Document, which need not be there, or folder.
    #[arg(value_name = "PATH", default_value = ".")]
    pub path: PathBuf,
    /// How it is written.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: OutputForm,
    #[command(flatten)]
    pub limits: Limits,
    /// Take the document for one of this template.
    #[arg(long, value_name = "NAME", value_parser = any_of(template_names()), hide_possible_values = true)]
    pub template: Option<String>,
    /// Print your own settings of the editor, with every command and its keys.
    #[arg(long, conflicts_with_all = ["path", "format", "template"])]
    pub editor: bool,
}

/// How a configuration is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(in crate::cli) enum OutputForm {
    /// YAML, with the origin of each value behind it.
    #[default]
    Human,
    /// For programs.
    Json,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq init\n  prfaq init --overwrite\n\n\
    Exit codes: 0 written, 2 there is one already.")]
pub(in crate::cli) struct Init {
    /// Replace the file if there is one.
    #[arg(long)]
    pub overwrite: bool,
}
