//! The YAML head of a document: what is known there, and what is wrong with it.

use crate::text::Span;

/// The front matter of a document. Every field may be absent; unknown keys belong to other tools and are left alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrontMatter {
    /// Its bytes, both `---` lines included; empty where there is none.
    pub span: Span,
    /// The template the document is written from.
    pub template: Option<String>,
    /// The product's name.
    pub product: Option<String>,
    /// The company's name.
    pub company: Option<String>,
    /// Who sits in the empty chair.
    pub customer: Option<String>,
    /// Launch date as written, `2027-11-05`.
    pub launch: Option<String>,
    /// Rivals by name.
    pub competitors: Vec<String>,
    /// Words this customer uses; never jargon.
    pub terms: Vec<String>,
    /// Gate reasons that a named person has lifted.
    pub waivers: Vec<Waiver>,
    /// What is wrong with the YAML, with its place in the document.
    pub problem: Option<crate::yaml::Error>,
}

/// A named person's word that the document may leave with the gate closed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Waiver {
    /// `all`, or the name of a gate check or rule.
    pub waive: String,
    /// Who lifts it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The day, `2026-11-21`.
    pub date: String,
}
