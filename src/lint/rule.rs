//! What a rule is: a constant with a name, severities by zone, documentation that is executed as a test, and a
//! function that finds.

use super::{Category, Finding, RuleSettings, Severity};
use crate::document::{Block, Date, Document, PartSpec, WordBudget, Zone};

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
    /// A document that it finds fault with.
    pub bad: &'static str,
    /// The same, mended: it finds nothing.
    pub good: &'static str,
    /// What it does not flag though it looks alike: in words, and as a document in which it finds nothing.
    pub spares: &'static [(&'static str, &'static str)],
    /// Where the rule comes from.
    pub source: &'static str,
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

impl Rule {
    /// The value of the setting `name`: the house's, else the default, else 0.
    pub fn number(&self, name: &str, settings: &RuleSettings) -> f64 {
        let default =
            || self.settings.iter().find(|setting| setting.name == name).map(|setting| setting.default);
        settings.numbers.get(name).copied().or_else(default).unwrap_or(0.0)
    }
}

/// Severity by zone, in the order of [`Zone::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Severities(pub [Option<Severity>; Zone::ALL.len()]);

const N: Option<Severity> = Some(Severity::Note);
const W: Option<Severity> = Some(Severity::Warning);
const E: Option<Severity> = Some(Severity::Error);
const OFF: Option<Severity> = None;

impl Severities {
    // domain.md, section 3: lead, release, leader quote, customer quote, external FAQ, internal, boilerplate, body, none.
    /// Words nobody would say to a customer.
    pub const JARGON: Self = Self([E, W, W, N, W, W, N, W, OFF]);
    /// Words that hide a number.
    pub const WEASEL: Self = Self([E, W, W, OFF, W, W, N, W, OFF]);
    /// Praise without proof.
    pub const HYPE: Self = Self([E, E, W, OFF, W, W, W, W, OFF]);
    /// Sentences that are too long.
    pub const LONG: Self = Self([E, W, W, W, W, W, N, W, OFF]);
    /// The company in the middle.
    pub const COMPANY: Self = Self([E, E, W, W, W, OFF, N, W, OFF]);
    /// A rival in the middle.
    pub const COMPETITOR: Self = Self([E, W, W, W, W, OFF, N, W, OFF]);
    /// Technology in the middle.
    pub const TECHNOLOGY: Self = Self([E, W, W, W, N, OFF, N, W, OFF]);
    /// Business in the middle.
    pub const BUSINESS: Self = Self([E, E, W, W, W, OFF, N, W, OFF]);
    /// Nouns in a row: what colleagues and customers say among themselves stays as they said it.
    pub const NOUN_STACK: Self = Self([E, W, W, OFF, W, OFF, N, W, OFF]);
    /// Nobody acts.
    pub const PASSIVE: Self = Self([W, W, N, OFF, N, N, OFF, N, OFF]);

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
    /// Phrases from the packs of the rule's category; the matcher finds them.
    Phrases,
    /// Phrases, and a look at the document as a whole.
    Mixed(fn(&DocumentContext<'_>, &mut Vec<Finding>)),
    /// The engine itself: unused suppressions, which are known only when everything else is.
    Engine,
}

/// What a block rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct BlockContext<'a> {
    /// The block.
    pub block: &'a Block,
    /// What the whole document tells.
    pub facts: &'a super::Facts,
    /// The rule itself.
    pub rule: &'static Rule,
    /// The rule's own settings.
    pub settings: &'a RuleSettings,
}

impl BlockContext<'_> {
    /// The value of one of the rule's settings.
    pub fn number(&self, name: &str) -> f64 {
        self.rule.number(name, self.settings)
    }
}

/// What a document rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct DocumentContext<'a> {
    /// The parsed document.
    pub document: &'a Document,
    /// The template's parts.
    pub specs: &'a [PartSpec],
    /// How long the template lets the whole document be.
    pub words: Option<WordBudget>,
    /// The day of the writing, where the caller knows it.
    pub today: Option<Date>,
    /// What the whole document tells.
    pub facts: &'a super::Facts,
    /// Whether it is taken for a PR/FAQ.
    pub judged: bool,
    /// The rule itself.
    pub rule: &'static Rule,
    /// The rule's own settings.
    pub settings: &'a RuleSettings,
}

impl DocumentContext<'_> {
    /// The value of one of the rule's settings.
    pub fn number(&self, name: &str) -> f64 {
        self.rule.number(name, self.settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule;

    /// domain.md, section 3: jargon, weasel, hype, long, company, competitor, technology, business.
    const TABLE: &[(Zone, &str)] = &[
        (Zone::Lead, "error error error error error error error error"),
        (Zone::Release, "warning warning error warning error warning warning error"),
        (Zone::LeaderQuote, "warning warning warning warning warning warning warning warning"),
        (Zone::CustomerQuote, "note off off warning warning warning warning warning"),
        (Zone::ExternalFaq, "warning warning warning warning warning warning note warning"),
        (Zone::Internal, "warning warning warning warning off off off off"),
        (Zone::Body, "warning warning warning warning warning warning warning warning"),
        (Zone::Boilerplate, "note note warning note note note note note"),
        (Zone::None, "off off off off off off off off"),
    ];

    #[test]
    fn parts_decide_how_bad_the_same_words_are() {
        let names = [
            "jargon",
            "weasel",
            "hype",
            "long-sentence",
            "company-focus",
            "competitor-focus",
            "technology-focus",
            "business-focus",
        ];
        for (zone, levels) in TABLE {
            let has = names.map(|name| rule(name).unwrap().severity.get(*zone).map_or("off", Severity::name));
            assert_eq!(has.join(" "), *levels, "{zone:?}");
        }
    }
}
