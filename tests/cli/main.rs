//! What the command line promises, run as a user runs it: the built program, files in a folder of its own, exit codes,
//! standard output and standard error.

// Helpers of tests may fail loudly; clippy knows that of the tests themselves only.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod accuracy;
mod baseline;
mod changed;
mod configuration;
mod desk;
mod exits;
mod export;
mod fix;
mod formats;
mod git_tools;
mod golden;
mod hook;
mod hostile;
mod human;
mod import;
mod json;
mod limits;
mod lint;
mod lists;
mod new;
mod pages;
mod paths;
mod programs;
mod readme;
mod redline;
mod redline_pages;
mod repo;
mod review;
mod review_edited;
mod revisions;
mod safe;
mod score;
mod settings;
mod snapshots;
mod staged;
mod targets;
mod waivers;
mod word;
