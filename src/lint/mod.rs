//! The red pen: rules, phrase packs, and the engine that runs them over a document.
//!
//! Rules are data with a plain `fn` each; the engine decides severity by zone, honours suppressions and settings, and
//! caches findings per block. Nothing here prints or knows a file.

mod diagnostic;
mod edit;
mod engine;
mod excuse;
mod facts;
mod finding;
mod fingerprint;
mod known;
mod order;
pub mod phrases;
mod readers;
mod record;
mod related;
mod rule;
mod rules;
mod settings;
mod settle;
mod silence;
mod site;
mod stretches;
mod suppression;

#[cfg(test)]
mod tests;

pub use diagnostic::{Action, Category, Diagnostic, Fix, Related, Severity};
pub use edit::own_words;
pub use engine::{Input, Linter, Override};
pub use facts::Facts;
pub use finding::Finding;
pub use fingerprint::Fingerprint;
pub use known::{Touched, are_old};
pub use record::Record;
pub use rule::{BlockContext, Check, DocumentContext, Rule, Setting, Severities};
pub use rules::{RULES, phrase_rule, rule};
pub use settings::{RuleSettings, Settings};
pub use silence::silence;
pub use site::Site;
