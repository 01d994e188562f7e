//! What the gate says, line by line, for people.

use std::io::{self, Write};

use super::{Paint, Tone};
use crate::score::gate::{State, Verdict};

/// Writes `verdict` of the document `path`, which is safe to show: every check, then open or closed.
pub fn verdict(path: &str, verdict: &Verdict, paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    for check in &verdict.checks {
        let (tone, word) = match check.state {
            State::Ok => (Tone::Good, "ok"),
            State::Note => (Tone::Note, "note"),
            State::Waived => (Tone::Warning, "waived"),
            State::Closed => (Tone::Error, "closed"),
        };
        writeln!(
            out,
            "  {} {}",
            paint.paint(tone, &format!("{word:6}")),
            paint.paint(Tone::Dim, &check.message)
        )?;
        for reason in &check.reasons {
            writeln!(out, "         {}", paint.paint(Tone::Dim, reason))?;
        }
    }
    let (tone, word) = match (verdict.pass, verdict.waivers.is_empty()) {
        (true, true) => (Tone::Good, "open"),
        (true, false) => (Tone::Warning, "lifted"),
        (false, _) => (Tone::Error, "closed"),
    };
    writeln!(out, "{path}: the gate is {}", paint.paint(tone, word))
}
