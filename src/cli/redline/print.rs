//! Redlines put out: on standard output, or into a file.

use std::io::Write;
use std::path::Path;

use anyhow::bail;

use super::pair::Pair;
use super::read;
use crate::cli::args::{RedlineArgs, RedlineFormat};
use crate::cli::exit::Exit;
use crate::cli::out::Out;
use crate::export;
use crate::redline::{Effort, Redline};
use crate::report::changes::{self, Both, Compared, Note};
use crate::report::redline::{self as page, Layout, Page};
use crate::report::{Paint, Plain, Tone};
use crate::storage::{self, Shown};

/// Columns where nobody says how many there are.
const COLUMNS: usize = 100;

/// What to say of texts that differ and read the same.
pub(in crate::cli) const LAYOUT: &str =
    "nothing that is read differs, only line breaks, list marks or blank lines";

/// Prints or writes all `pairs` as `args` ask.
pub(super) fn all(
    pairs: &[Pair],
    args: &RedlineArgs,
    config: Option<&Path>,
    out: &mut Out,
) -> anyhow::Result<Exit> {
    let format = format(args)?;
    let redlines: Vec<Redline<'_>> =
        pairs.iter().map(|pair| Redline::of(&pair.old.text, &pair.new.text, Effort::default())).collect();
    let changed = redlines.iter().any(|redline| redline.counts().changed > 0);
    for redline in &redlines {
        if let Some(note) = page::coarse(redline.detail) {
            out.note(note);
        }
    }
    let silent = args.exit_code && out.quiet && args.format.is_none() && args.output.is_none();
    let read = if silent || !shows_scores(format, out.quiet) {
        pairs.iter().map(|_| None).collect()
    } else {
        read::all(pairs, config, out)
    };
    let compared: Vec<Ready<'_>> = pairs
        .iter()
        .zip(&redlines)
        .zip(&read)
        .map(|((pair, redline), both)| Ready { pair, redline, both: both.as_ref() })
        .collect();
    match &args.output {
        Some(path) if path != Path::new("-") => {
            let mut written = Vec::new();
            let page = page_of(args, format, None);
            Print { format, page, columns: None, quiet: out.quiet }.put(&compared, &Plain, &mut written)?;
            save(path, &written, args.overwrite, out)?;
        }
        None if silent => {}
        _ => {
            let (style, quiet) = (out.style, out.quiet);
            let page = page_of(args, format, Out::columns());
            let columns = args.width.map(usize::from).or_else(Out::wrap);
            Print { format, page, columns, quiet }.put(&compared, &style, out)?;
            if compared.iter().any(Ready::is_layout) {
                out.note(LAYOUT);
            }
        }
    }
    Ok(if changed && args.exit_code { Exit::Findings } else { Exit::Clean })
}

/// Whether `format` has figures or parts in it.
fn shows_scores(format: RedlineFormat, quiet: bool) -> bool {
    match format {
        RedlineFormat::Side | RedlineFormat::Inline => !quiet,
        RedlineFormat::Words => false,
        RedlineFormat::List | RedlineFormat::Html | RedlineFormat::Json => true,
    }
}

/// A pair that was compared.
struct Ready<'a> {
    pair: &'a Pair,
    redline: &'a Redline<'a>,
    both: Option<&'a Both>,
}

impl Ready<'_> {
    /// Whether the texts differ, and nothing that is read does.
    fn is_layout(&self) -> bool {
        self.pair.old.text != self.pair.new.text && self.redline.counts().changed == 0
    }
}

/// The format, which the ending of the file says where nobody does.
fn format(args: &RedlineArgs) -> anyhow::Result<RedlineFormat> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    let Some(output) = &args.output else { return Ok(RedlineFormat::Side) };
    let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm") => Ok(RedlineFormat::Html),
        Some("json") => Ok(RedlineFormat::Json),
        _ => bail!("which format? Add --format html, or another that --help names"),
    }
}

/// How redlines are put out.
struct Print {
    format: RedlineFormat,
    page: Page,
    /// Columns that running text is wrapped to, where it is.
    columns: Option<usize>,
    quiet: bool,
}

impl Print {
    fn put(&self, pairs: &[Ready<'_>], paint: &dyn Paint, out: &mut dyn Write) -> std::io::Result<()> {
        let notes: Vec<Vec<Note>> = pairs.iter().map(|ready| notes(ready.pair)).collect();
        let compared = pairs.iter().zip(&notes).map(|(Ready { pair, redline, both }, notes)| Compared {
            name: &pair.name,
            heads: (&pair.old.head, &pair.new.head),
            redline,
            both: *both,
            notes,
        });
        let compared: Vec<Compared<'_>> = compared.collect();
        match self.format {
            RedlineFormat::Html => return out.write_all(export::redline(&compared).as_bytes()),
            RedlineFormat::Json => return changes::json(&compared, out),
            _ => {}
        }
        for (at, (Ready { pair, redline, both }, compared)) in pairs.iter().zip(&compared).enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            if self.format == RedlineFormat::List {
                changes::list(compared, self.columns, out)?;
            } else {
                one(pair, redline, &self.page, paint, self.quiet, out)?;
                // A page of the pen has both scores on top.
                if let Some(both) = both.filter(|_| redline.counts().changed > 0 && pair.above.is_empty()) {
                    writeln!(out)?;
                    page::write_progress(&both.progress, self.page.width, paint, out)?;
                }
            }
        }
        Ok(())
    }
}

/// What is said beside the texts of `pair`.
fn notes(pair: &Pair) -> Vec<Note> {
    let note = |remark: &page::Remark| Note {
        after: false,
        span: remark.span,
        head: String::new(),
        text: remark.text.clone(),
    };
    pair.remarks.iter().map(note).chain(pair.comments.iter().cloned()).collect()
}

/// Writes one page, for people.
pub(in crate::cli) fn one(
    pair: &Pair,
    redline: &Redline<'_>,
    page: &Page,
    paint: &dyn Paint,
    quiet: bool,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let counts = redline.counts();
    if !pair.above.is_empty() {
        out.write_all(&pair.above)?;
        writeln!(out)?;
    }
    let shown = counts.changed > 0 || !pair.remarks.is_empty() || page.all;
    if shown {
        page::write(redline, (&pair.old.head, &pair.new.head), &pair.remarks, page, paint, out)?;
        if !quiet {
            writeln!(out)?;
        }
    }
    if quiet {
        return Ok(());
    }
    let said = page::summary(redline, !paint.is_on());
    // Where there is no page, nothing else says what was compared.
    let heads = if shown { String::new() } else { format!("{} → {}: ", pair.old.head, pair.new.head) };
    writeln!(out, "{}", paint.paint(Tone::Strong, &format!("{heads}{said}")))
}

fn page_of(args: &RedlineArgs, format: RedlineFormat, columns: Option<usize>) -> Page {
    let width = args.width.map(usize::from).or(columns).unwrap_or(COLUMNS);
    let layout = match format {
        RedlineFormat::Inline => Layout::Inline,
        RedlineFormat::Words => Layout::Words,
        _ => Layout::Side,
    };
    Page { layout, width, all: args.all }
}

fn save(path: &Path, bytes: &[u8], overwrite: bool, out: &mut Out) -> anyhow::Result<()> {
    storage::write_new(path, bytes, overwrite)?;
    if !out.quiet {
        writeln!(out, "{}: written", Shown(path))?;
    }
    Ok(())
}
