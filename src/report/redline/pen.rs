//! A document as written and as struck: which strikes are taken, which are left to a person, and both scores.

use std::io::{self, Write};

use super::Remark;
use crate::lint::{Action, Diagnostic};
use crate::report::{Paint, Tone};
use crate::score::{Score, rounded, rounded_down, rounded_up};
use crate::text::counted;

/// What is left for a person: the strikes among `diagnostics` (which are by place) that have no edit.
pub fn remarks(diagnostics: &[Diagnostic]) -> Vec<Remark> {
    let strikes = diagnostics.iter().filter(|diagnostic| diagnostic.is_strike());
    strikes.filter(|strike| strike.fix.as_ref().is_none_or(|fix| fix.edit.is_none())).map(remark).collect()
}

fn remark(strike: &Diagnostic) -> Remark {
    let fix = strike.fix.as_ref().filter(|fix| fix.action == Action::Rewrite || fix.edit.is_none());
    let advice = fix.map(|fix| fix.replacement.as_ref()).filter(|advice| !advice.is_empty());
    let said = strike.message.as_ref();
    let text = match advice {
        // What is said of most phrases is the advice: "often": say how often.
        Some(advice) if !said.contains(": ") && !said.contains(advice) => {
            format!("{}: {said}; {advice}", strike.rule)
        }
        _ => format!("{}: {said}", strike.rule),
    };
    Remark { span: strike.span, text }
}

/// Both scores, before and after `taken` strikes were taken, and how many are `left` to a person.
pub fn write_scores(
    (before, after): (&Score, &Score),
    (taken, left): (usize, usize),
    paint: &dyn Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let none = || "n/a".to_owned();
    let both = |figure: &dyn Fn(&Score) -> String| [figure(before), figure(after)];
    let rows = [
        ("reading ease", both(&|score| score.reading_ease().map_or_else(none, rounded_down))),
        ("grade", both(&|score| score.grade().map_or_else(none, rounded_up))),
        ("strikes per 100 words", both(&|score| score.strikes_per_100_words().map_or_else(none, rounded))),
        ("words", both(&|score| score.counts.words.to_string())),
    ];
    let head = format!("  {:21}  {:>10}      {:<10}", "", "as written", "as struck");
    writeln!(out, "{}", paint.paint(Tone::Dim, head.trim_end()))?;
    for (name, [before, after]) in rows {
        let after = paint.paint(Tone::Strong, &after);
        writeln!(out, "  {name:21}  {before:>10}  →   {after}")?;
    }
    writeln!(
        out,
        "  {}",
        paint.paint(Tone::Dim, &format!("{} taken, {left} to rewrite", counted(taken, "strike")))
    )
}
