//! Changes as a list to be read aloud, by a person or by a screen reader: one a line, nothing but words.

use std::io::{self, Write};

use super::{Both, Compared, Tally, Teller};
use crate::report::redline::Progress;

/// Writes all changes of `compared`: how many there are first, then, of a PR/FAQ, whether it got better. Lines are
/// wrapped to `columns`, where these are given, and never cut.
pub fn list(compared: &Compared<'_>, columns: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let changes = compared.redline.changes();
    let (old, new) = compared.heads;
    line(&format!("{new} compared with {old}. {}.", Tally::of(&changes).sentence()), columns, out)?;
    if let Some(Both { progress, .. }) = compared.both.filter(|_| !changes.is_empty()) {
        line(&scores(progress), columns, out)?;
    }
    let teller = Teller::new(compared.redline, compared.both);
    for change in &changes {
        let told = teller.tell(change);
        // What is quoted may end the sentence already.
        let ends =
            told.ends_with('"') && told.trim_end_matches(['"', '”', '*', '_']).ends_with(['.', '?', '!']);
        let stop = if ends { "" } else { "." };
        let told = format!("Change {} of {}, {told}{stop}", change.number, changes.len());
        line(&told, columns, out)?;
    }
    Ok(())
}

/// `Better: easier to read. Reading ease 41.2 before, 58.9 after. ...`
fn scores(progress: &Progress) -> String {
    let mut said = format!("{}.", progress.verdict());
    for figure in &progress.total {
        let value = match (figure.before(), figure.after()) {
            (before, after) if before == after => format!("{after} as before"),
            (before, after) => format!("{before} before, {after} after"),
        };
        let mut name = figure.name.chars();
        let first = name.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
        said.extend([" ", &first, name.as_str(), " ", &value, "."]);
    }
    said
}

fn line(text: &str, columns: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    /// Fewer columns are not wrapped to.
    const NARROWEST: usize = 20;
    let Some(columns) = columns else { return writeln!(out, "{text}") };
    let options = textwrap::Options::new(columns.max(NARROWEST))
        .subsequent_indent("  ")
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).iter().try_for_each(|line| writeln!(out, "{line}"))
}
