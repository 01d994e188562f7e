//! Exports of real documents, of hostile ones and of any text.

mod hostile;
mod page;
mod payloads;
mod round_trip;

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::document::{PartSpec, Waiver};
use crate::lint::phrases::{Matcher, builtin};
use crate::lint::{Input, Linter, Settings};
use crate::score::gate::Gate;
use crate::template;

const DRAFT: &str = include_str!("../../../examples/waitback-draft.md");

/// A document and all that is known of it, for as long as a test lasts.
pub(super) struct Desk {
    source: String,
    document: Document,
    score: Score,
    verdict: Verdict,
    diagnostics: Vec<Diagnostic>,
}

impl Desk {
    /// Parsed without a template and without the red pen.
    pub(super) fn bare(source: &str) -> Self {
        let document = Document::parse(source, &[]);
        let score = Score::of(&document, &[], &[]);
        let verdict = Gate::default().judge(&score, &[], &document);
        Self { source: source.to_owned(), document, score, verdict, diagnostics: Vec::new() }
    }

    /// Read, linted, scored and judged; the gate lifted where there is a waiver.
    pub(super) fn whole(source: &str, waiver: Option<Waiver>) -> Self {
        let specs = specs();
        let document = Document::parse(source, &specs);
        let mut linter = Linter::new(Settings::default(), Arc::new(Matcher::new(builtin())));
        let diagnostics = linter.lint(Input { source, document: &document, specs: &specs, judged: true });
        let score = Score::of(&document, &specs, &diagnostics);
        let verdict = Gate::default().with_waivers(waiver).judge(&score, &diagnostics, &document);
        Self { source: source.to_owned(), document, score, verdict, diagnostics }
    }

    /// With the parts of `specs` missing and `waiver` for it, without the red pen.
    fn waived(source: &str, specs: &[PartSpec], waiver: Waiver) -> Self {
        let document = Document::parse(source, specs);
        let score = Score::of(&document, specs, &[]);
        let verdict = Gate::default().with_waivers([waiver]).judge(&score, &[], &document);
        Self { source: source.to_owned(), document, score, verdict, diagnostics: Vec::new() }
    }

    pub(super) fn manuscript(&self) -> Manuscript<'_> {
        Manuscript {
            source: &self.source,
            document: &self.document,
            score: &self.score,
            verdict: &self.verdict,
            diagnostics: &self.diagnostics,
        }
    }

    fn html(&self) -> String {
        html(&self.manuscript(), &Selection::All)
    }

    fn markdown(&self) -> String {
        markdown(&self.manuscript(), &Selection::All)
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&json(&self.manuscript(), &Selection::All)).unwrap()
    }
}

fn specs() -> Vec<PartSpec> {
    template::find("prfaq").unwrap().part_specs()
}

fn waiver() -> Waiver {
    let text = str::to_owned;
    Waiver {
        waive: text("all"),
        by: text("Ann <Lee>"),
        reason: text("pilot: \"only\""),
        date: text("2027-01-02"),
        at: None,
    }
}

/// Marks of Markdown that meet each other in every order.
const MARKS: [&str; 12] = ["\n", "\n\n", "    ", "> ", "- ", "1. ", "# ", "*", "**", "`", "```\n", "~~"];

/// One of the marks of Markdown, or of the pieces `own` that stand among them.
pub(in crate::export) fn piece(own: &[&'static str]) -> impl Strategy<Value = &'static str> + use<> {
    prop::sample::select([&MARKS[..], own].concat())
}

/// What stands among the marks.
const PIECES: &[&str] = &[
    "## Problem\n\n",
    "text ",
    "|a|b|\n|-|:-:|\n|",
    "<!--",
    "-->",
    "<!-- note -->",
    "\n<!-- note -->\n",
    "<!---->",
    "<",
    ">",
    "<b>",
    "</script>",
    "<div>\n",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](https://a.b/)",
    "](javascript:x)",
    "[a]: ",
    "[^1]",
    "[^1]: ",
    "https://a.b",
    "<javascript:x>",
    "&lt;",
    "&#60;",
    "\\",
    "\"",
    "'",
    "\r\n",
    "\t",
    "- [ ] ",
    "---\n",
    "===\n",
    "a: b\n",
    "é",
    "\u{202e}",
    "\0",
    "A: ",
    "**Q: Why?**\n",
];

fn markdown_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => piece(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    prop::collection::vec(piece, 0..28).prop_map(|pieces| pieces.concat())
}

#[test]
fn json_holds_the_whole_model_under_the_names_of_the_contract() {
    let desk = Desk::whole(DRAFT, Some(waiver()));
    let json = desk.json();
    assert_eq!(json["version"], 1);
    assert_eq!(json["front_matter"]["company"], "Northmoor Buses");
    assert_eq!(json["parts"].as_array().unwrap().len(), desk.score.parts.len());
    assert_eq!(json["blocks"][0]["role"], "headline");
    assert_eq!(json["blocks"][0]["sentences"][0]["words"], 15);
    let question = json["entries"][0]["question"].as_u64().unwrap() as usize;
    assert_eq!(json["blocks"][question]["text"], "How does it work?");
    assert_eq!(json["dateline"]["date"], "6 September 2027");
    assert_eq!(json["score"]["strikes"], desk.score.strikes);
    assert_eq!(json["gate"]["pass"], true);
    assert_eq!(json["gate"]["waivers"][0]["by"], "Ann <Lee>");
    let found = &json["diagnostics"][0];
    assert_eq!((found["category"].as_str(), found["part"].as_str()), (Some("structure"), Some("headline")));
    assert_eq!(found["span"]["start"]["line"], 10);
}

#[test]
fn a_selection_takes_its_parts_alone() {
    let desk = Desk::whole(DRAFT, None);
    let manuscript = desk.manuscript();
    let selection = Selection::Parts(["problem".to_owned(), "internal-faq".to_owned()].into());
    let page = html(&manuscript, &selection);
    let text = markdown(&manuscript, &selection);
    for words in ["If you clock in", "How big is the market?"] {
        assert!(page.contains(words) && text.contains(words), "{words}");
    }
    for words in ["When a passenger boards", "How does it work?", "runs 212 buses"] {
        assert!(!page.contains(words) && !text.contains(words), "{words}");
    }
    let json: serde_json::Value = serde_json::from_str(&json(&manuscript, &selection)).unwrap();
    let parts: Vec<_> = json["parts"].as_array().unwrap().iter().map(|part| part["id"].as_str()).collect();
    assert_eq!(parts, [Some("problem"), Some("internal-faq")]);
}

proptest! {
    #[test]
    fn any_text_can_be_exported(source in markdown_text()) {
        let desk = Desk::bare(&source);
        hostile::assert_safe(&desk.html());
        desk.json();
        round_trip::assert_same_text(&desk.source, &desk.markdown());
    }
}
