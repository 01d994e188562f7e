//! A document as written beside what is left when every strike that knows its words is taken.

use std::io::Write;
use std::path::Path;

use super::pair::{Pair, Side};
use crate::cli::desk::Desk;
use crate::cli::inputs;
use crate::cli::out::Out;
use crate::fix;
use crate::lint::Diagnostic;
use crate::report::redline as page;

/// The document at `path`, with what a person has to rewrite as remarks and the scores above.
pub(super) fn pair(path: &Path, config: Option<&Path>, out: &mut Out) -> Result<Pair, String> {
    let desk = Desk::new(config);
    let read = inputs::read(path, None)?;
    let (mut analyst, _) = desk.analyst(&read.path, None).map_err(|error| error.to_string())?;
    let before = analyst.analyse(&read.source);
    if before.foreign {
        out.note(&format!("{}: {}", read.shown, inputs::FOREIGN));
    }
    // The first lint of the text is the one that is known already.
    let mut known = Some(before.diagnostics.clone());
    let lint = |text: &str| known.take().unwrap_or_else(|| analyst.analyse(text).diagnostics);
    let struck = fix::fix(&read.source, lint, Diagnostic::is_strike);
    let after = analyst.analyse(&struck.text);
    let remarks = page::remarks(&before.diagnostics);
    let style = out.style;
    let mut above = Vec::new();
    let written = writeln!(above, "{}", style.strong(&read.shown)).and_then(|()| {
        page::write_scores(
            (&before.score, &after.score),
            (struck.taken.len(), remarks.len()),
            &style,
            &mut above,
        )
    });
    written.map_err(|error| error.to_string())?;
    desk.say_notes(out);
    let old = Side { head: "as written".to_owned(), text: read.source };
    let new = Side { head: "as struck".to_owned(), text: struck.text };
    Ok(Pair { remarks, above, file: Some(path.to_owned()), ..Pair::new(read.shown, old, new) })
}
