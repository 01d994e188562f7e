//! `prfaq export`: score, gate, then write; and `prfaq gate`, which only asks.

mod docx;

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::{Export, ExportFormat, GateArgs};
use super::desk::Desk;
use super::exit::Exit;
use super::inputs::{self, Read};
use super::out::Out;
use super::questions;
use crate::analysis::Analysis;
use crate::document::Waiver;
use crate::export::{self, Manuscript, Selection};
use crate::lint::RULES;
use crate::report;
use crate::score::gate::{self, Gate, Verdict};
use crate::storage::{self, Shown};
use crate::text::unknown;

/// `prfaq gate`: may it be exported?
pub(super) fn gate(args: &GateArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let (read, _, verdict) = judged(&args.file, Vec::new(), config, out)?;
    let style = out.style;
    if !out.quiet {
        report::verdict(&read.shown, &verdict, &style, out)?;
    }
    Ok(if verdict.pass { Exit::Clean } else { Exit::Findings })
}

/// `prfaq export`.
pub(super) fn run(args: &Export, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let targets = targets(args)?;
    for (_, path) in &targets {
        check(path.as_deref(), args.overwrite)?;
    }
    let (read, analysis, verdict) = judged(&args.file, waivers(args)?, config, out)?;
    let to_stdout = targets.iter().any(|(_, path)| path.is_none());
    say(&read.shown, &verdict, to_stdout, out)?;
    if !verdict.pass {
        out.error(&format!(
            "{}: nothing is written while the gate is closed. Mend what it names, or lift it with \
             --waive all --by NAME --reason TEXT",
            read.shown
        ));
        return Ok(Exit::Findings);
    }
    let manuscript = Manuscript {
        source: &read.source,
        document: &analysis.document,
        score: &analysis.score,
        verdict: &verdict,
        diagnostics: &analysis.diagnostics,
    };
    for (format, path) in targets {
        let text = match format {
            ExportFormat::Html => export::html(&manuscript, &Selection::All),
            ExportFormat::Md => export::markdown(&manuscript, &Selection::All),
            ExportFormat::Json => export::json(&manuscript, &Selection::All),
            ExportFormat::Docx => {
                let by = args.by.as_deref();
                let bytes = docx::written(&read, &analysis, &manuscript, &args.word, by, out)?;
                write_bytes(&bytes, path.as_deref(), args.overwrite, out)?;
                continue;
            }
        };
        write(&text, path.as_deref(), args.overwrite, out)?;
    }
    Ok(Exit::Clean)
}

/// The document at `path`, what is known of it, and what the gate says when `waivers` are counted.
fn judged(
    path: &Path,
    waivers: Vec<Waiver>,
    config: Option<&Path>,
    out: &mut Out,
) -> anyhow::Result<(Read, Analysis, Verdict)> {
    let read = inputs::read(path, None).map_err(anyhow::Error::msg)?;
    let desk = Desk::new(config);
    let (mut analyst, settled) = desk.analyst(&read.path, None)?;
    desk.say_notes(out);
    let analysis = analyst.analyse(&read.source);
    if analysis.foreign {
        out.note(&format!("{}: {}", read.shown, inputs::FOREIGN));
    }
    let mut gate = Gate::new(settled.house.thresholds).with_waivers(waivers);
    match questions::open(&read, &analysis.document)? {
        Some(open) => gate = gate.with_open_questions(open),
        None => questions::note_left_behind(&read.path, out),
    }
    let verdict = gate.judge(&analysis.score, &analysis.diagnostics, &analysis.document);
    Ok((read, analysis, verdict))
}

/// The verdict goes to standard output, or beside it where the document itself goes there.
fn say(shown: &str, verdict: &Verdict, to_stdout: bool, out: &mut Out) -> io::Result<()> {
    if out.quiet {
        return Ok(());
    }
    let style = out.style;
    if to_stdout {
        report::verdict(shown, verdict, &report::Plain, &mut io::stderr().lock())
    } else {
        report::verdict(shown, verdict, &style, out)
    }
}

/// What is lifted, by whom and why. A name that lifts nothing, or nobody's name, is an error: a waiver that silently
/// does not count would be taken for a gate that stays shut for another reason.
fn waivers(args: &Export) -> anyhow::Result<Vec<Waiver>> {
    let (Some(by), Some(reason)) = (&args.by, &args.reason) else { return Ok(Vec::new()) };
    let date = jiff::Zoned::now().date().to_string();
    let names = || [gate::ALL].into_iter().chain(gate::CHECKS).chain(RULES.iter().map(|rule| rule.name));
    let mut waivers = Vec::new();
    for waive in &args.waive {
        let stem = waive.strip_prefix("min-").or_else(|| waive.strip_prefix("max-")).unwrap_or(waive);
        if !names().any(|name| name == stem) {
            let known = gate::CHECKS.join(", ");
            let said = unknown("check", waive, names(), "prfaq rules");
            let stop = if said.ends_with('?') { "" } else { "." };
            bail!("--waive: {said}{stop} The checks are {}, {known} and every rule.", gate::ALL);
        }
        let waiver =
            Waiver { waive: waive.clone(), by: by.clone(), reason: reason.clone(), date: date.clone() };
        if !gate::is_signed(&waiver) {
            bail!("a gate is lifted by a named person for a reason: --by and --reason must say who and why");
        }
        waivers.push(waiver);
    }
    Ok(waivers)
}

/// What is to be written, and where; `None` is standard output.
fn targets(args: &Export) -> anyhow::Result<Vec<(ExportFormat, Option<PathBuf>)>> {
    let targets = all_targets(args)?;
    match args.word.given() {
        Some(option) if !targets.iter().any(|(format, _)| *format == ExportFormat::Docx) => {
            bail!("{option} is for Word documents: add --to docx")
        }
        _ => Ok(targets),
    }
}

fn all_targets(args: &Export) -> anyhow::Result<Vec<(ExportFormat, Option<PathBuf>)>> {
    if args.to.is_empty() && args.output.is_none() && args.word.given().is_some() {
        return Ok(vec![(ExportFormat::Docx, Some(args.file.with_extension(ending(ExportFormat::Docx))))]);
    }
    let formats = if args.to.is_empty() { vec![by_ending(args.output.as_deref())?] } else { args.to.clone() };
    if let Some(output) = &args.output {
        let [format] = formats.as_slice() else {
            bail!("--output takes one format; leave it out to write several")
        };
        let path = (output != Path::new("-")).then(|| output.clone());
        return Ok(vec![(*format, path)]);
    }
    if args.file == Path::new("-") {
        let [format] = formats.as_slice() else {
            bail!("standard input can be written to standard output in one format")
        };
        return Ok(vec![(*format, None)]);
    }
    Ok(formats.into_iter().map(|format| (format, Some(args.file.with_extension(ending(format))))).collect())
}

fn by_ending(output: Option<&Path>) -> anyhow::Result<ExportFormat> {
    let ending = output.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm") => Ok(ExportFormat::Html),
        Some("md" | "markdown") => Ok(ExportFormat::Md),
        Some("json") => Ok(ExportFormat::Json),
        Some("docx") => Ok(ExportFormat::Docx),
        _ => bail!("which format? Add --to docx, --to html, --to md or --to json"),
    }
}

/// The ending of what is written beside the document, which must not be the document itself.
fn ending(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Html => "html",
        ExportFormat::Md => "export.md",
        ExportFormat::Json => "json",
        ExportFormat::Docx => "docx",
    }
}

/// Whether there can be a file at `path`: known before anything is said of the gate.
fn check(path: Option<&Path>, overwrite: bool) -> anyhow::Result<()> {
    let Some(path) = path else { return Ok(()) };
    match path.symlink_metadata() {
        Ok(_) if path.is_dir() => bail!("{}: this is a folder; name a file in it", Shown(path)),
        Ok(_) if !overwrite => {
            bail!("{}: exists already; choose another name, or add --overwrite", Shown(path))
        }
        _ => match path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
            Some(folder) => bail!("{}: there is no such folder", Shown(folder)),
            None => Ok(()),
        },
    }
}

/// As [`write`], of what is no text.
fn write_bytes(bytes: &[u8], path: Option<&Path>, overwrite: bool, out: &mut Out) -> anyhow::Result<()> {
    let Some(path) = path else {
        if io::stdout().is_terminal() {
            bail!("a Word document is no text for a terminal; name a file with -o");
        }
        return Ok(out.write_all(bytes)?);
    };
    storage::write_new(path, bytes, overwrite)?;
    if !out.quiet {
        writeln!(out, "{}: written", Shown(path))?;
    }
    Ok(())
}

fn write(text: &str, path: Option<&Path>, overwrite: bool, out: &mut Out) -> anyhow::Result<()> {
    match path {
        Some(_) => write_bytes(text.as_bytes(), path, overwrite, out),
        None => Ok(out.document(text)?),
    }
}
