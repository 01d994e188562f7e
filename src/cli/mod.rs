//! The command line: one file a subcommand.
//!
//! [`style`] is the one place that colours printed output.

pub mod style;
