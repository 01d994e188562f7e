//! Parts: what the pieces of a document are, who reads them, and how a template says they are found.

use serde::{Deserialize, Serialize};

/// Who reads a part, and so how strict the pen is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Zone {
    /// Headline to summary: what everybody reads.
    Lead,
    /// Problem and solution.
    Release,
    /// A quotation of somebody from the company.
    LeaderQuote,
    /// A quotation of a customer.
    CustomerQuote,
    /// Questions customers ask.
    ExternalFaq,
    /// Internal FAQ and appendix.
    Internal,
    /// "About the company".
    Boilerplate,
    /// Known to be prose, not known to be a part; also getting started and closing.
    Body,
    /// Headings, code, link targets, comments: never judged as prose.
    None,
}

impl Zone {
    /// Every zone, in the order of the enum.
    pub const ALL: [Zone; 9] = [
        Zone::Lead,
        Zone::Release,
        Zone::LeaderQuote,
        Zone::CustomerQuote,
        Zone::ExternalFaq,
        Zone::Internal,
        Zone::Boilerplate,
        Zone::Body,
        Zone::None,
    ];

    /// Its name in templates, packs and `prfaq.yml`.
    pub fn name(self) -> &'static str {
        match self {
            Zone::Lead => "lead",
            Zone::Release => "release",
            Zone::LeaderQuote => "leader-quote",
            Zone::CustomerQuote => "customer-quote",
            Zone::ExternalFaq => "external-faq",
            Zone::Internal => "internal",
            Zone::Boilerplate => "boilerplate",
            Zone::Body => "body",
            Zone::None => "none",
        }
    }
}

/// What a part is. Templates may name kinds of their own, which are judged by their zone alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// One line that names the product.
    Headline,
    /// One sentence: who the customer is and what they get.
    Subheading,
    /// Dateline, product and benefit.
    Summary,
    /// What goes wrong for the customer today.
    Problem,
    /// How the product mends it.
    Solution,
    /// Somebody from the company says why.
    LeaderQuote,
    /// A customer says what changed.
    CustomerQuote,
    /// How to begin, and the price.
    GettingStarted,
    /// Where to go next.
    Closing,
    /// "About the company".
    Boilerplate,
    /// Questions customers ask.
    ExternalFaq,
    /// Questions colleagues ask.
    InternalFaq,
    /// Visuals, tables, notes.
    Appendix,
    /// No part known.
    Body,
    /// A kind only its template knows.
    #[serde(untagged)]
    Other(String),
}

impl PartKind {
    /// Every kind that any press release may have; templates name others.
    pub const KNOWN: [PartKind; 14] = [
        PartKind::Headline,
        PartKind::Subheading,
        PartKind::Summary,
        PartKind::Problem,
        PartKind::Solution,
        PartKind::LeaderQuote,
        PartKind::CustomerQuote,
        PartKind::GettingStarted,
        PartKind::Closing,
        PartKind::Boilerplate,
        PartKind::ExternalFaq,
        PartKind::InternalFaq,
        PartKind::Appendix,
        PartKind::Body,
    ];

    /// Its name, as it stands in findings and templates.
    pub fn name(&self) -> &str {
        match self {
            PartKind::Headline => "headline",
            PartKind::Subheading => "subheading",
            PartKind::Summary => "summary",
            PartKind::Problem => "problem",
            PartKind::Solution => "solution",
            PartKind::LeaderQuote => "leader-quote",
            PartKind::CustomerQuote => "customer-quote",
            PartKind::GettingStarted => "getting-started",
            PartKind::Closing => "closing",
            PartKind::Boilerplate => "boilerplate",
            PartKind::ExternalFaq => "external-faq",
            PartKind::InternalFaq => "internal-faq",
            PartKind::Appendix => "appendix",
            PartKind::Body => "body",
            PartKind::Other(name) => name,
        }
    }

    /// The zone a part of this kind is read in, unless its template says otherwise.
    pub fn zone(&self) -> Zone {
        match self {
            PartKind::Headline | PartKind::Subheading | PartKind::Summary => Zone::Lead,
            PartKind::Problem | PartKind::Solution => Zone::Release,
            PartKind::LeaderQuote => Zone::LeaderQuote,
            PartKind::CustomerQuote => Zone::CustomerQuote,
            PartKind::ExternalFaq => Zone::ExternalFaq,
            PartKind::InternalFaq | PartKind::Appendix => Zone::Internal,
            PartKind::Boilerplate => Zone::Boilerplate,
            PartKind::GettingStarted | PartKind::Closing | PartKind::Body | PartKind::Other(_) => Zone::Body,
        }
    }
}

/// How a template names a part and how it is found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PartSpec {
    /// Its id, as it stands in findings.
    pub id: String,
    /// What it is.
    pub kind: PartKind,
    /// Who reads it.
    pub zone: Zone,
    /// Headings that announce it, lower-cased, beside the ones every press release uses.
    pub headings: Vec<String>,
    /// Whether a document without it is unfinished.
    pub required: bool,
    /// Most words it should have, where the template sets a budget.
    pub max_words: Option<usize>,
    /// Names of the tests it has to pass (`no-product`, `has-number`, ...), as the template lists them.
    pub tests: Vec<String>,
    /// The question that its author has to answer.
    pub ask: String,
}

/// How many words a document may have, comments and front matter aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordBudget {
    /// More than this is a warning.
    pub warn: usize,
    /// More than this is an error; never less than `warn`.
    pub error: usize,
}

/// A part that was found in a document. A part may come in several runs of blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its id: the template's, or its kind's name.
    pub id: String,
    /// What it is.
    pub kind: PartKind,
    /// Who reads it.
    pub zone: Zone,
}

impl Part {
    /// Its id in words: `customer-quote` is "customer quote", `external-faq` "external FAQ".
    pub fn words(&self) -> String {
        self.id.replace('-', " ").replace("faq", "FAQ")
    }
}
