//! What the red pen says: a diagnostic, its severity, its category, its fix.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth a look.
    Note,
    /// To be mended.
    Warning,
    /// Not fit to be read.
    Error,
}

impl Severity {
    /// Its name, lower-case.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// What a finding is about. The names are part of the JSON contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Category {
    Jargon,
    Weasel,
    Hype,
    Filler,
    LongSentence,
    Passive,
    CompanyFocus,
    CompetitorFocus,
    TechnologyFocus,
    BusinessFocus,
    UnsupportedClaim,
    Placeholder,
    Structure,
    Readability,
    Consistency,
    Suppression,
}

impl Category {
    /// Its name in the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Category::Jargon => "jargon",
            Category::Weasel => "weasel",
            Category::Hype => "hype",
            Category::Filler => "filler",
            Category::LongSentence => "long-sentence",
            Category::Passive => "passive",
            Category::CompanyFocus => "company-focus",
            Category::CompetitorFocus => "competitor-focus",
            Category::TechnologyFocus => "technology-focus",
            Category::BusinessFocus => "business-focus",
            Category::UnsupportedClaim => "unsupported-claim",
            Category::Placeholder => "placeholder",
            Category::Structure => "structure",
            Category::Readability => "readability",
            Category::Consistency => "consistency",
            Category::Suppression => "suppression",
        }
    }

    /// Whether its findings strike prose, and so count in strikes per 100 words.
    pub fn is_prose(self) -> bool {
        !matches!(
            self,
            Category::Structure | Category::Readability | Category::Consistency | Category::Suppression
        )
    }
}

/// What to do about a strike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Take the words out.
    Delete,
    /// Put other words in.
    Replace,
    /// A person has to find the words.
    Rewrite,
}

/// How a finding can be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What to do.
    pub action: Action,
    /// The words to put in (`replace`), or advice (`rewrite`); empty for `delete`.
    pub replacement: Cow<'static, str>,
    /// Whether the sentence still reads as English and says no less afterwards.
    pub safe: bool,
    /// The bytes to replace and what to put there, spaces and capitals seen to; `None` for `rewrite`. In a box, as few
    /// findings have one and there may be a hundred thousand.
    pub edit: Option<Box<(Span, String)>>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name.
    pub rule: &'static str,
    /// What it is about.
    pub category: Category,
    /// How bad it is here.
    pub severity: Severity,
    /// Where, in bytes of the source.
    pub span: Span,
    /// Index of the part it stands in.
    pub part: usize,
    /// What was found, in one line.
    pub message: Cow<'static, str>,
    /// Why it matters to the customer.
    pub why: Cow<'static, str>,
    /// How to mend it.
    pub fix: Option<Fix>,
    /// Other places that it is about: the other of two numbers, the first of two equal questions.
    pub related: Vec<Related>,
    /// Other rules that struck the same words and are told in this finding.
    pub also: Vec<&'static str>,
}

/// Another place that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where: bytes of the source in a [`Diagnostic`] and in findings of document rules, visible bytes of the block in
    /// findings of block rules.
    pub span: Span,
    /// What stands there, in one line.
    pub message: Cow<'static, str>,
}

impl Diagnostic {
    /// Whether it is a strike: a warning or error on the prose.
    pub fn is_strike(&self) -> bool {
        self.category.is_prose() && self.severity >= Severity::Warning
    }

    /// Whether the message itself says how to mend it, so that nobody has to be told twice.
    pub fn says_what_to_do(&self) -> bool {
        let Some(fix) = &self.fix else { return true };
        match fix.action {
            Action::Delete => self.message.starts_with("cut ") || self.message.contains(": cut it"),
            Action::Replace => self.message.ends_with(&format!("write \"{}\"", fix.replacement)),
            Action::Rewrite => self.message.contains(fix.replacement.as_ref()),
        }
    }
}
