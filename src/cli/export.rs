//! `prfaq export`: score, gate, then write; and `prfaq gate`, which only asks.

mod docx;
mod waiver;

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::{Export, GateArgs};
use super::desk::Desk;
use super::exit::Exit;
use super::inputs::{self, Read};
use super::left_behind;
use super::out::Out;
use crate::analysis::Analysis;
use crate::document::{Document, Part, Waiver};
use crate::export::{self, Manuscript, Selection};
use crate::lint::RULES;
use crate::publish::{self, Format, Paper};
use crate::report;
use crate::score::gate::{self, Verdict};
use crate::storage::{self, Shown};
use crate::text::{nearest, unknown};

/// What stands for all parts of the press release.
const RELEASE: &str = "release";

/// `prfaq gate`: may it be exported?
pub(super) fn gate(args: &GateArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let (read, analysis, verdict) = judged(&args.file, Vec::new(), config, out)?;
    let style = out.style;
    if !out.quiet {
        report::verdict(&publish::told(&paper(&read), &analysis, &verdict), &style, out)?;
    }
    Ok(if verdict.pass { Exit::Clean } else { Exit::Findings })
}

/// `prfaq export`.
pub(super) fn run(args: &Export, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let targets = targets(args)?;
    for (_, path) in &targets {
        check(path.as_deref(), args)?;
    }
    let (read, analysis, verdict) = judged(&args.file, waivers(args)?, config, out)?;
    let selection = selection(args, &analysis.document)?;
    let to_stdout = targets.iter().any(|(_, path)| path.is_none());
    say(&read, &analysis, &verdict, to_stdout, out)?;
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
    say_left_out(&selection, &analysis.document, to_stdout, out)?;
    for (format, path) in targets {
        let Some(text) = format.text(&manuscript, &selection) else {
            let by = args.by.as_deref();
            let bytes = docx::written(&read, &analysis, &manuscript, (&args.word, &selection), by, out)?;
            write_bytes(&bytes, path.as_deref(), args.overwrite, out)?;
            continue;
        };
        write(&text, path.as_deref(), args.overwrite, out)?;
    }
    if !args.no_record && args.file != Path::new("-") {
        waiver::keep(&read, &verdict.fresh, to_stdout, out)?;
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
    let (mut analyst, _) = desk.analyst(&read.path, None)?;
    desk.say_notes(out);
    let analysis = analyst.analyse(&read.source);
    if let Some(why) = report::unjudged(&analysis) {
        out.note(&format!("{}: {why}", read.shown));
    }
    let open = publish::open_questions(&paper(&read), &analysis.document).map_err(anyhow::Error::msg)?;
    if open.is_none() {
        left_behind::note(&read.path, out);
    }
    let verdict = publish::judge(&analysis, open, waivers);
    Ok((read, analysis, verdict))
}

/// The verdict goes to standard output, or beside it where the document itself goes there.
fn say(
    read: &Read,
    analysis: &Analysis,
    verdict: &Verdict,
    to_stdout: bool,
    out: &mut Out,
) -> io::Result<()> {
    if out.quiet {
        return Ok(());
    }
    let (style, told) = (out.style, publish::told(&paper(read), analysis, verdict));
    if to_stdout {
        report::verdict(&told, &report::Plain, &mut io::stderr().lock())
    } else {
        report::verdict(&told, &style, out)
    }
}

/// What was read, as it is exported.
fn paper(read: &Read) -> Paper<'_> {
    let path = Some(read.path.as_path()).filter(|path| *path != Path::new("-"));
    Paper { path, shown: &read.shown, source: &read.source }
}

/// Which parts leave, for whom, and as what.
fn selection(args: &Export, document: &Document) -> anyhow::Result<Selection> {
    let present = || document.blocks.iter().filter_map(|block| document.part_of(block));
    let mut wanted = BTreeSet::new();
    for name in args.parts.iter().map(|name| name.trim()) {
        let found: Vec<&Part> = if name == RELEASE {
            present().filter(|part| export::is_of_release(part)).collect()
        } else {
            present().filter(|part| part.id == name).collect()
        };
        if found.is_empty() {
            let known: BTreeSet<&str> = present().map(|part| part.id.as_str()).chain([RELEASE]).collect();
            let hint = nearest(name, known.iter().copied()).map_or_else(
                || format!("there are {}", known.iter().copied().collect::<Vec<_>>().join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            bail!("--parts: the document has no part `{name}`; {hint}");
        }
        wanted.extend(found.into_iter().map(|part| part.id.clone()));
    }
    let wanted = (!args.parts.is_empty()).then_some(wanted);
    match Selection::of(document, wanted, args.public, args.press_release) {
        Some(selection) => Ok(selection),
        None => bail!("--public: all of these parts are for colleagues; nothing is left to export"),
    }
}

/// What does not leave, by name, so that nobody has to look for it.
fn say_left_out(
    selection: &Selection,
    document: &Document,
    to_stdout: bool,
    out: &mut Out,
) -> io::Result<()> {
    let left_out = selection.parts_left_out(document);
    if out.quiet || left_out.is_empty() {
        return Ok(());
    }
    let line = format!("left out: {}", left_out.into_iter().collect::<Vec<_>>().join(", "));
    if to_stdout { writeln!(io::stderr().lock(), "{line}") } else { writeln!(out, "{line}") }
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
        let waiver = Waiver {
            waive: waive.clone(),
            by: by.clone(),
            reason: reason.clone(),
            date: date.clone(),
            at: None,
        };
        if !gate::is_signed(&waiver) {
            bail!("a gate is lifted by a named person for a reason: --by and --reason must say who and why");
        }
        waivers.push(waiver);
    }
    Ok(waivers)
}

/// What is to be written, and where; `None` is standard output.
fn targets(args: &Export) -> anyhow::Result<Vec<(Format, Option<PathBuf>)>> {
    let targets = all_targets(args)?;
    match args.word.given() {
        Some(option) if !targets.iter().any(|(format, _)| *format == Format::Docx) => {
            bail!("{option} is for Word documents: add --to docx")
        }
        _ => Ok(targets),
    }
}

fn all_targets(args: &Export) -> anyhow::Result<Vec<(Format, Option<PathBuf>)>> {
    if args.to.is_empty() && args.output.is_none() && args.word.given().is_some() {
        return Ok(vec![(Format::Docx, Some(Format::Docx.beside(&args.file)))]);
    }
    let formats = if args.to.is_empty() { vec![by_ending(args.output.as_deref())?] } else { args.to.clone() };
    if let Some(output) = &args.output {
        let [format] = formats.as_slice() else {
            bail!("--output takes one format; leave it out to write several")
        };
        let path = (output != Path::new("-")).then(|| output.clone());
        if let Some(named) = Format::of_ending(output).filter(|named| !named.can_be_called(*format)) {
            bail!("{}: the name says {}, --to says {}", Shown(output), named.name(), format.name());
        }
        return Ok(vec![(*format, path)]);
    }
    if args.file == Path::new("-") {
        let [format] = formats.as_slice() else {
            bail!("standard input can be written to standard output in one format")
        };
        return Ok(vec![(*format, None)]);
    }
    Ok(formats.into_iter().map(|format| (format, Some(format.beside(&args.file)))).collect())
}

fn by_ending(output: Option<&Path>) -> anyhow::Result<Format> {
    const KNOWN: &str = "docx, html, md, wiki, txt or json";
    let Some(output) = output else { bail!("which format? Add --to with {KNOWN}") };
    match Format::of_ending(output) {
        Some(format) => Ok(format),
        None if output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) => {
            bail!("{}: PDF is not written here; write html or docx, and print that", Shown(output))
        }
        None => bail!("{}: its ending names no format; add --to with {KNOWN}", Shown(output)),
    }
}

/// Whether there can be a file at `path`: known before anything is said of the gate.
fn check(path: Option<&Path>, args: &Export) -> anyhow::Result<()> {
    let Some(path) = path else { return Ok(()) };
    match publish::obstacle(path, &args.file) {
        Some(obstacle) if !(args.overwrite && obstacle.can_be_replaced()) => bail!("{obstacle}"),
        _ => Ok(()),
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
