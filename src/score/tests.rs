//! The examples, scored and judged from end to end.

use std::sync::Arc;

use super::gate::{Gate, Thresholds, Verdict};
use super::*;
use crate::document::Document;
use crate::lint::phrases::{Matcher, builtin};
use crate::lint::{Input, Linter, Settings};
use crate::template;

const DRAFT: &str = include_str!("../../examples/waitback-draft.md");
const FINISHED: &str = include_str!("../../examples/waitback.md");

fn judge(source: &str) -> (Score, Verdict) {
    let specs = template::find("prfaq").unwrap().part_specs();
    let document = Document::parse(source, &specs);
    let mut linter = Linter::new(Settings::default(), Arc::new(Matcher::new(builtin())));
    let found = linter.lint(Input { source, document: &document, specs: &specs, judged: true });
    let score = Score::of(&document, &specs, &found);
    let verdict = Gate::new(Thresholds::DEFAULT).judge(&score, &found, &document);
    (score, verdict)
}

#[test]
fn the_finished_example_reads_better_than_its_draft() {
    let ((draft, shut), (finished, open)) = (judge(DRAFT), judge(FINISHED));
    assert!(draft.customer_focus() < finished.customer_focus());
    assert!(draft.reading_ease() < finished.reading_ease());
    assert!(draft.strikes_per_100_words() > finished.strikes_per_100_words());
    assert!(!shut.pass);
    assert!(open.pass, "{:?}", open.reasons());
}
