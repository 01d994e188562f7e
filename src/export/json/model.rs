//! The document as one serialisable value.

use serde::Serialize;

use super::blocks::{self, BlockJson, EntryJson};
use crate::document::{FrontMatter, PartKind, Waiver};
use crate::export::{Manuscript, Selection};
use crate::lint::{Fingerprint, Record};
use crate::score::gate::CheckLine;
use crate::score::readability::Counts;
use crate::score::{Figures, PartScore, tenths_down, tenths_up};
use crate::text::{Positions, slice};

#[derive(Serialize)]
pub(super) struct Model<'a> {
    version: u32,
    front_matter: FrontJson<'a>,
    parts: Vec<PartJson<'a>>,
    blocks: Vec<BlockJson<'a>>,
    entries: Vec<EntryJson<'a>>,
    dateline: Option<DatelineJson<'a>>,
    score: Option<Figures>,
    gate: GateJson<'a>,
    diagnostics: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct FrontJson<'a> {
    template: Option<&'a str>,
    product: Option<&'a str>,
    company: Option<&'a str>,
    customer: Option<&'a str>,
    launch: Option<&'a str>,
    competitors: &'a [String],
    terms: &'a [String],
    waivers: &'a [Waiver],
}

#[derive(Serialize)]
struct PartJson<'a> {
    id: &'a str,
    kind: &'a PartKind,
    required: bool,
    present: bool,
    words: usize,
    max_words: Option<usize>,
    flesch_reading_ease: Option<f64>,
    flesch_kincaid_grade: Option<f64>,
}

#[derive(Serialize)]
struct DatelineJson<'a> {
    text: String,
    date: Option<&'a str>,
}

#[derive(Serialize)]
struct GateJson<'a> {
    pass: bool,
    reasons: Vec<&'a str>,
    checks: &'a [CheckLine],
    waivers: &'a [Waiver],
}

pub(super) fn of<'a>(manuscript: &Manuscript<'a>, selection: &Selection) -> Model<'a> {
    let Manuscript { source, document, score, verdict, diagnostics } = *manuscript;
    let is_public = selection.is_public();
    let has = |part: usize| selection.has(blocks::part_id(document, part));
    let numbered = document.blocks.iter().enumerate().filter(|(_, block)| has(block.part));
    let kept: Vec<usize> = numbered.map(|(at, _)| at).collect();
    let written = kept.iter().filter_map(|at| document.blocks.get(*at));
    let positions = Positions::new(source);
    let prints = Fingerprint::all(diagnostics, source, document);
    // What the pen and the gate say of it is the house's own.
    let found = diagnostics.iter().zip(prints).filter(|(found, _)| !is_public && has(found.part));
    let record = |(found, print)| Record::of(found, print, source, document, &positions);
    Model {
        version: 1,
        front_matter: if is_public { public(&document.front_matter) } else { front(&document.front_matter) },
        parts: score
            .parts
            .iter()
            .filter(|part| selection.has(&part.id))
            .map(|it| part(it, is_public))
            .collect(),
        blocks: written.map(|block| blocks::block(block, document)).collect(),
        entries: blocks::entries(document, &kept),
        dateline: document.dateline.as_ref().map(|dateline| DatelineJson {
            text: plain(slice(source, dateline.span)),
            date: dateline.date.as_deref(),
        }),
        score: (!is_public).then(|| Figures::from(score)),
        gate: GateJson {
            pass: verdict.pass,
            reasons: if is_public { Vec::new() } else { verdict.reasons() },
            checks: if is_public { &[] } else { &verdict.checks },
            waivers: if is_public { &[] } else { &verdict.waivers },
        },
        diagnostics: found.map(record).collect(),
    }
}

fn front(front: &FrontMatter) -> FrontJson<'_> {
    FrontJson {
        template: front.template.as_deref(),
        product: front.product.as_deref(),
        company: front.company.as_deref(),
        customer: front.customer.as_deref(),
        launch: front.launch.as_deref(),
        competitors: &front.competitors,
        terms: &front.terms,
        waivers: &front.waivers,
    }
}

/// What anybody may know.
fn public(front: &FrontMatter) -> FrontJson<'_> {
    FrontJson { customer: None, competitors: &[], terms: &[], waivers: &[], ..self::front(front) }
}

/// The words of a dateline, without the signs that set it off.
fn plain(dateline: &str) -> String {
    let words = dateline.replace(['*', '_'], "");
    words.trim_matches(|c: char| c.is_whitespace() || "-–—:".contains(c)).to_owned()
}

fn part(part: &PartScore, is_public: bool) -> PartJson<'_> {
    let counts = Some(&part.counts).filter(|_| !is_public);
    PartJson {
        id: &part.id,
        kind: &part.kind,
        required: part.required,
        present: part.present,
        words: part.words,
        max_words: part.max_words,
        flesch_reading_ease: counts.and_then(Counts::reading_ease).map(tenths_down),
        flesch_kincaid_grade: counts.and_then(Counts::grade).map(tenths_up),
    }
}
