//! Changes as a list to be read aloud, by a person or by a screen reader: one a line, nothing but words.

use std::io::{self, Write};

use super::{Compared, Tally, Teller};

/// Writes all changes of `compared`, how many there are first. Lines are wrapped to `columns`, where these are given, and
/// never cut.
pub fn list(compared: &Compared<'_>, columns: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let changes = compared.redline.changes();
    let (old, new) = compared.heads;
    line(&format!("{new} compared with {old}. {}.", Tally::of(&changes).sentence()), columns, out)?;
    let teller = Teller::new(compared.redline);
    for change in &changes {
        let told = teller.tell(change);
        // What is quoted may end the sentence already.
        let stop = if [".\"", "?\"", "!\""].iter().any(|end| told.ends_with(end)) { "" } else { "." };
        let told = format!("Change {} of {}, {told}{stop}", change.number, changes.len());
        line(&told, columns, out)?;
    }
    Ok(())
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
