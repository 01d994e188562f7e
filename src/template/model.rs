//! A template as the rest of the program sees it.

use super::strictness::{Level, Limits, Overrides};
use super::{Name, PartTest};
use crate::document::{PartKind, PartSpec, WordBudget, Zone};

/// A template: what a kind of document consists of.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// What it is called on the command line and in front matter.
    pub name: Name,
    /// Its title, a few words.
    pub title: String,
    /// What it is for, one line.
    pub summary: String,
    /// How long the whole document may be.
    pub words: Option<WordBudget>,
    /// Its parts, in the order a reader meets them; ids are unique.
    pub parts: Vec<TemplatePart>,
    /// Where it is stricter or milder than the rules are by themselves.
    pub severities: Overrides,
    /// Numbers of rules that are others for such documents, by rule and key.
    pub limits: Limits,
    /// Words that the readers of such documents use; never jargon.
    pub terms: Vec<String>,
    /// Highest Flesch-Kincaid grade with which such a document may be exported, in years of school.
    pub max_grade: Option<f64>,
    /// Keys of the front matter, in the order they are written; `template` comes first and is not listed.
    pub front_matter: Vec<Name>,
    /// The skeleton: Markdown with `{{placeholder}}`s and prompts in comments.
    pub body: String,
}

/// A part as its template names it.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplatePart {
    /// Its id, as it stands in findings.
    pub id: Name,
    /// What it is.
    pub kind: PartKind,
    /// Who reads it: as the template says, or as its kind has it.
    pub zone: Zone,
    /// Headings that announce it, as written; the first is the skeleton's. Empty where its shape tells (a headline).
    pub headings: Vec<String>,
    /// Whether a document without it is unfinished.
    pub required: bool,
    /// The question its author has to answer.
    pub ask: String,
    /// Most words it should have.
    pub max_words: Option<usize>,
    /// The tests it has to pass.
    pub tests: Vec<PartTest>,
}

impl Template {
    /// Its parts as the document parser and the rules want them, headings lower-cased.
    pub fn part_specs(&self) -> Vec<PartSpec> {
        self.parts.iter().map(TemplatePart::spec).collect()
    }

    /// How strict `rule` is in `zone` where this template has a say.
    pub fn level(&self, rule: &str, zone: Zone) -> Option<Level> {
        self.severities.get(rule)?.get(zone)
    }
}

impl TemplatePart {
    fn spec(&self) -> PartSpec {
        PartSpec {
            id: self.id.to_string(),
            kind: self.kind.clone(),
            zone: self.zone,
            headings: self.headings.iter().map(|heading| heading.to_lowercase()).collect(),
            required: self.required,
            max_words: self.max_words,
            tests: self.tests.iter().map(|test| test.name().to_owned()).collect(),
            ask: self.ask.clone(),
        }
    }
}
