//! What a rule is: a constant with a name, severities by zone, documentation that is executed as a test, and a
//! function that finds.

use std::borrow::Cow;

use super::{Action, Category, RuleSettings, Severity};
use crate::document::{Block, Document, Zone};
use crate::text::Span;

/// One check.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case name.
    pub name: &'static str,
    /// What its findings are about.
    pub category: Category,
    /// How bad a finding is, by zone; `None` is off.
    pub severity: Severities,
    /// What it finds, one line.
    pub what: &'static str,
    /// Why the customer would not miss it.
    pub why: &'static str,
    /// A document or sentence that it finds fault with.
    pub bad: &'static str,
    /// The same, mended: it finds nothing.
    pub good: &'static str,
    /// What can be set in `prfaq.yml` beside the severity.
    pub settings: &'static [Setting],
    /// How it finds.
    pub check: Check,
}

/// A number a rule can be given in `prfaq.yml`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// Its key, `max-words`.
    pub name: &'static str,
    /// What it means, with its unit.
    pub what: &'static str,
    /// Its value where nothing is set.
    pub default: f64,
}

/// Severity by zone, in the order of [`Zone::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Severities(pub [Option<Severity>; Zone::ALL.len()]);

impl Severities {
    /// The same severity in every zone, `Zone::None` included.
    pub const fn everywhere(severity: Severity) -> Self {
        Self([Some(severity); Zone::ALL.len()])
    }

    /// The severity in `zone`.
    pub fn get(&self, zone: Zone) -> Option<Severity> {
        self.0.get(zone as usize).copied().flatten()
    }
}

/// How a rule looks at a document.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Block by block; cached by the block's text, zone and settings, so it may look at nothing else.
    Block(fn(&BlockContext<'_>, &mut Vec<Finding>)),
    /// The document as a whole.
    Document(fn(&DocumentContext<'_>, &mut Vec<Finding>)),
    /// Phrases from the packs of the same category; the matcher finds them.
    Phrases,
}

/// What the document as a whole tells a rule that looks at one block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Facts {
    /// The product's name, from the front matter or the headline.
    pub product: Option<String>,
    /// The company's name, from the front matter or the dateline.
    pub company: Option<String>,
    /// Who the customer is, from the front matter.
    pub customer: Option<String>,
    /// Rivals by name.
    pub competitors: Vec<String>,
    /// Words the customer uses, lower-cased: front matter and `prfaq.yml` together.
    pub terms: Vec<String>,
}

/// What a block rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct BlockContext<'a> {
    /// The block.
    pub block: &'a Block,
    /// What the whole document tells.
    pub facts: &'a Facts,
    /// The rule's own settings.
    pub settings: &'a RuleSettings,
}

/// What a document rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct DocumentContext<'a> {
    /// The source text.
    pub source: &'a str,
    /// The parsed document.
    pub document: &'a Document,
    /// The template's parts.
    pub specs: &'a [crate::document::PartSpec],
    /// What the whole document tells.
    pub facts: &'a Facts,
    /// The rule's own settings.
    pub settings: &'a RuleSettings,
}

/// What a rule found, before severity and source places are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Visible bytes of the block for a block rule; source bytes for a document rule.
    pub span: Span,
    /// What was found, in one line.
    pub message: Cow<'static, str>,
    /// Why it matters, where it differs from the rule's own reason.
    pub why: Option<Cow<'static, str>>,
    /// What to do, and the words to put in or the advice.
    pub fix: Option<(Action, Cow<'static, str>)>,
    /// Whether that can be done without asking.
    pub safe: bool,
    /// The part, for a document rule that knows it.
    pub part: Option<usize>,
    /// A severity that stands above the table's (a pack's own), never below.
    pub severity: Option<Severity>,
}
