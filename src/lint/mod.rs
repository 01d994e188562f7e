//! The red pen: rules, phrase packs, and the engine that runs them over a document.
//!
//! Rules are data with a plain `fn` each; the engine decides severity by zone, honours suppressions and settings, and
//! caches findings per block. Nothing here prints or knows a file.

mod diagnostic;
pub mod phrases;
mod rule;
mod settings;

pub use diagnostic::{Action, Category, Diagnostic, Fix, Severity};
pub use rule::{BlockContext, Check, DocumentContext, Facts, Finding, Rule, Setting, Severities};
pub use settings::{RuleSettings, Settings};
