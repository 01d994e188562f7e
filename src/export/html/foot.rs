//! What stands at the foot of a page: the score, the gate's verdict, and who has lifted it.

use std::fmt::Write as _;

use super::escape::escape;
use crate::document::Waiver;
use crate::export::{Manuscript, Selection};
use crate::score::gate::Verdict;
use crate::score::{Score, hundredths, rounded, rounded_down, rounded_up};

/// Score, verdict and waivers for programs that read the head of a page.
pub(super) fn metas(manuscript: &Manuscript<'_>) -> String {
    let mut out = meta("prfaq:score", &score_line(manuscript.score));
    out.push_str(&meta("prfaq:gate", state(manuscript.verdict)));
    for waiver in &manuscript.verdict.waivers {
        out.push_str(&meta("prfaq:waiver", &waiver_line(waiver)));
    }
    out
}

fn meta(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{}\">\n", escape(content))
}

/// The same for people. The figures are those of the whole document, which is said where not all of it is on the page.
pub(super) fn footer(manuscript: &Manuscript<'_>, selection: &Selection) -> String {
    let mut out = "<footer>\n".to_owned();
    let is_whole = selection.parts_left_out(manuscript.document).is_empty();
    let whose = if is_whole { "" } else { "The whole document: " };
    let _ = writeln!(out, "<p>{whose}{}</p>", escape(&score_line(manuscript.score)));
    let _ = writeln!(out, "<p>Gate: {}</p>", state(manuscript.verdict));
    for waiver in &manuscript.verdict.waivers {
        let _ = writeln!(out, "<p>{}</p>", escape(&waiver_line(waiver)));
    }
    out.push_str("</footer>\n");
    out
}

pub(in crate::export) fn state(verdict: &Verdict) -> &'static str {
    match (verdict.pass, verdict.waivers.is_empty()) {
        (true, true) => "open",
        (true, false) => "waived",
        (false, _) => "closed",
    }
}

pub(in crate::export) fn waiver_line(waiver: &Waiver) -> String {
    let what = if waiver.waive == crate::score::gate::ALL { "every check" } else { &waiver.waive };
    let Waiver { by, date, reason, .. } = waiver;
    format!("{by} waived {what} on {date}: {reason}")
}

/// "Reading ease 58.2 · Grade 8.4 · 412 words · ...", what cannot be measured left out.
pub(in crate::export) fn score_line(score: &Score) -> String {
    let margin =
        score.grade_uncertainty().map(|margin| format!(" ± {}", rounded(margin))).unwrap_or_default();
    let minutes = score.minutes().ceil();
    let figures = [
        score.reading_ease().map(|ease| format!("Reading ease {}", rounded_down(ease))),
        score.grade().map(|grade| format!("Grade {}{margin}", rounded_up(grade))),
        score.words_per_sentence().map(|words| format!("{} words a sentence", rounded(words))),
        score.strikes_per_100_words().map(|strikes| format!("{} strikes per 100 words", rounded(strikes))),
        score.customer_focus().map(|share| format!("Customer focus {:.0} %", hundredths(share) * 100.0)),
        Some(format!("{} words, {minutes} min to read", score.all_words)),
    ];
    figures.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
