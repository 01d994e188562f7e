//! `prfaq lint`: the red pen without the editor.

mod sources;

use std::collections::HashSet;
use std::path::Path;

use anyhow::bail;
use rayon::prelude::*;

use sources::{Source, Sources};

use crate::analysis::Analysis;
use crate::cli::args::{FailOn, Format, Lint};
use crate::cli::desk::{Desk, fails};
use crate::cli::exit::Exit;
use crate::cli::inputs::{FOREIGN, Read};
use crate::cli::out::Out;
use crate::lint::Severity;
use crate::report::{FileReport, Human, Json, Report};
use crate::template;

/// How many files are worked on before their findings are written: enough for every core, little in memory.
const BATCH: usize = 32;

pub(super) fn run(args: &Lint, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    if let Some(name) = &args.template {
        template::find(name)?;
    }
    if args.stdin_name.is_some() && !args.paths.iter().any(|path| path == Path::new("-")) {
        bail!("--stdin-name names standard input, which is not read; add `-` to the paths");
    }
    let style = out.style;
    let mut report: Box<dyn Report> = match args.format {
        Format::Human => Box::new(Human::new(&style, out.quiet)),
        Format::Json => Box::new(Json::default()),
    };
    lint(args, config, &mut *report, out)
}

/// Lints `args` into `report`; files that cannot be read are said on standard error and the others still done.
pub(super) fn lint(
    args: &Lint,
    config: Option<&Path>,
    report: &mut dyn Report,
    out: &mut Out,
) -> anyhow::Result<Exit> {
    let Sources { files, index, notes } = Sources::of(args)?;
    let desk = match index {
        Some(index) => Desk::among(index, config),
        None => Desk::new(config),
    };
    let total = files.len();
    let mut exit = Exit::Clean;
    let mut done = 0;
    let mut said = HashSet::new();
    if files.is_empty() {
        out.note(sources::nothing(args));
    }
    for note in notes {
        out.note(&note);
    }
    report.begin(out)?;
    for batch in files.chunks(BATCH) {
        let linted: Vec<Result<Option<Linted>, String>> = batch
            .par_iter()
            .map(|file| file.as_ref().map_err(String::clone).and_then(|file| one(args, &desk, file)))
            .collect();
        for linted in linted {
            match linted {
                Ok(None) => {}
                Ok(Some(linted)) => {
                    if linted.analysis.foreign {
                        out.note(&format!("{}: {FOREIGN}", linted.read.shown));
                    }
                    let file = FileReport {
                        path: &linted.read.shown,
                        source: &linted.read.source,
                        analysis: &linted.analysis,
                    };
                    report.file(&file, out)?;
                    let failed = fails(&linted.analysis.diagnostics, linted.fail_on);
                    exit = exit.max(if failed { Exit::Findings } else { Exit::Clean });
                }
                Err(message) => {
                    report.unread();
                    // What is wrong with a configuration is the same for every document under it.
                    if said.insert(message.clone()) {
                        out.error(&message);
                    }
                    exit = Exit::Trouble;
                }
            }
        }
        done += batch.len();
        out.progress(&format!("{done} of {total} files"));
    }
    report.end(out)?;
    desk.say_notes(out);
    Ok(exit)
}

struct Linted {
    read: Read,
    analysis: Analysis,
    fail_on: Option<Severity>,
}

/// Reads and lints one document; nothing where it is passed over.
fn one(args: &Lint, desk: &Desk, source: &Source) -> Result<Option<Linted>, String> {
    let read = match source.read(args) {
        Err(_) if args.only_prfaqs && !desk.claims(source.path()) => return Ok(None),
        read => read?,
    };
    if !args.only_prfaqs {
        read.check_front_matter()?;
    }
    let (mut analyst, settled) =
        desk.analyst(&read.path, args.template.as_deref()).map_err(|error| error.to_string())?;
    let analysis = analyst.analyse(&read.source);
    if args.only_prfaqs {
        if !analysis.judged {
            return Ok(None);
        }
        read.check_front_matter()?;
    }
    let fail_on = match args.fail_on {
        _ if !analysis.judged && !source.counts_whatever_it_is() => None,
        None => settled.config.fail_on,
        Some(FailOn::Error) => Some(Severity::Error),
        Some(FailOn::Warning) => Some(Severity::Warning),
        Some(FailOn::Note) => Some(Severity::Note),
        Some(FailOn::Never) => None,
    };
    Ok(Some(Linted { read, analysis, fail_on }))
}
