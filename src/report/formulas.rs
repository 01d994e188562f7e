//! The formulas beside Flesch's two, for people and for programs: what `prfaq score --all` adds.

use std::io::{self, Write};

use super::{Paint, Tone};
use crate::analysis::Analysis;
use crate::score::formulas::{Formulas, Surface};

/// Said below the formulas, so that nobody takes them for more than they are.
const HONEST: &str =
    "all measure the length of words and sentences: a third of what makes a text hard, not clarity or truth";

/// The formulas' results for a document; nothing for one in another language.
fn of(analysis: &Analysis) -> Formulas {
    if analysis.foreign {
        return Formulas::default();
    }
    Formulas::from(&Surface::of(&analysis.document.blocks))
}

/// The keys that they add to a score.
pub(super) fn keys(analysis: &Analysis) -> serde_json::Map<String, serde_json::Value> {
    match serde_json::to_value(of(analysis)) {
        Ok(serde_json::Value::Object(keys)) => keys,
        // A struct of numbers always makes an object.
        _ => serde_json::Map::new(),
    }
}

/// A line for each formula: name, result, and what it is.
pub(super) fn write(analysis: &Analysis, paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    let results = of(analysis);
    let smog =
        format!("years of school to understand all of it; from {} sentences on", Surface::SMOG_SENTENCES);
    let rows = [
        (
            "Gunning Fog",
            results.gunning_fog,
            "years of school, from sentences and hard words of three syllables",
        ),
        ("SMOG", results.smog, smog.as_str()),
        ("Coleman-Liau", results.coleman_liau, "years of school, from letters instead of syllables"),
        ("automated readability", results.automated_readability, "ARI; years of school, from letters too"),
        ("LIX", results.lix, "from sentences and words of over six letters; 30 is easy, 50 hard"),
    ];
    for (name, result, note) in rows {
        let result = result.map_or_else(|| "n/a".to_owned(), |result| format!("{result:.1}"));
        writeln!(out, "  {name:22} {result:>8}{}", paint.paint(Tone::Dim, &format!("  {note}")))?;
    }
    writeln!(out, "  {}", paint.paint(Tone::Dim, HONEST))
}
