//! `prfaq redline`: two documents compared, or one as written and as struck.

use std::io::Write;
use std::path::Path;

use super::args::{RedlineArgs, RedlineFormat};
use super::desk::Desk;
use super::exit::Exit;
use super::inputs;
use super::out::Out;
use crate::fix;
use crate::lint::Diagnostic;
use crate::redline::{Effort, Redline};
use crate::report::redline::{self as page, Layout, Page, Remark};

/// Columns where nobody says how many there are.
const COLUMNS: usize = 100;

pub(super) fn run(args: &RedlineArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let shown = match &args.new {
        Some(new) => two(args, new, out),
        None => pen(args, config, out),
    };
    let exit = match shown {
        Ok(done) => {
            done?;
            Exit::Clean
        }
        Err(message) => {
            out.error(&message);
            Exit::Trouble
        }
    };
    out.flush()?;
    Ok(exit)
}

/// Done, or what a person should read.
type Shown = Result<std::io::Result<()>, String>;

fn two(args: &RedlineArgs, new: &Path, out: &mut Out) -> Shown {
    // Any text can be compared: front matter that cannot be read is text as well.
    let (old, new) = match (inputs::read_text(&args.old, None), inputs::read_text(new, None)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(one), Err(two)) if one != two => {
            out.error(&one);
            return Err(two);
        }
        (Err(message), _) | (_, Err(message)) => return Err(message),
    };
    Ok(show(args, (&old.source, &new.source), (&old.shown, &new.shown), &[], out))
}

fn pen(args: &RedlineArgs, config: Option<&Path>, out: &mut Out) -> Shown {
    let desk = Desk::new(config);
    let read = inputs::read(&args.old, None)?;
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
    let scores = (|| {
        writeln!(out, "{}", style.strong(&read.shown))?;
        page::write_scores((&before.score, &after.score), (struck.taken.len(), remarks.len()), &style, out)?;
        writeln!(out)
    })();
    desk.say_notes(out);
    let texts = (read.source.as_str(), struck.text.as_str());
    Ok(scores.and_then(|()| show(args, texts, ("as written", "as struck"), &remarks, out)))
}

fn show(
    args: &RedlineArgs,
    (old, new): (&str, &str),
    heads: (&str, &str),
    remarks: &[Remark],
    out: &mut Out,
) -> std::io::Result<()> {
    let redline = Redline::of(old, new, Effort::default());
    let counts = redline.counts();
    let style = out.style;
    if let Some(note) = page::coarse(redline.detail) {
        out.note(note);
    }
    if counts.changed > 0 || !remarks.is_empty() || args.all {
        page::write(&redline, heads, remarks, &page_of(args, Out::columns()), &style, out)?;
        if !out.quiet {
            writeln!(out)?;
        }
    }
    if !out.quiet {
        writeln!(out, "{}", style.strong(&page::summary(counts)))?;
    }
    Ok(())
}

fn page_of(args: &RedlineArgs, columns: Option<usize>) -> Page {
    let width = args.width.map(usize::from).or(columns).unwrap_or(COLUMNS);
    let layout = match args.format {
        Some(RedlineFormat::Inline) => Layout::Inline,
        Some(RedlineFormat::Words) => Layout::Words,
        Some(RedlineFormat::Side) | None => Layout::Side,
    };
    Page { layout, width, all: args.all }
}
