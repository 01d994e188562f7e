//! `prfaq lint`: the red pen without the editor.

mod held;
mod known;
mod limits;
mod outputs;
mod shown;
mod since;
mod sources;

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use anyhow::bail;
use rayon::prelude::*;

use held::{Held, Holder, Tally};
use known::Writing;
use limits::Limits;
use outputs::Outputs;
use since::Since;
use sources::{Source, Sources};

use crate::analysis::Analysis;
use crate::cli::args::Lint;
use crate::cli::desk::{Desk, Settled, fails};
use crate::cli::exit::Exit;
use crate::cli::inputs::{FOREIGN, Read};
use crate::cli::out::Out;
use crate::cli::templates;
use crate::report::{FileReport, Human, Paint, Report};
use crate::text::counted;

/// How many files are worked on before their findings are written: enough for every core, little in memory.
const BATCH: usize = 32;

pub(super) fn run(args: &Lint, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    if let Some(name) = &args.template {
        templates::here().find(name)?;
    }
    if args.stdin_filename.is_some() && !args.paths.iter().any(|path| path == Path::new("-")) {
        bail!("--stdin-filename names standard input, which is not read; add `-` to the paths");
    }
    let run = Run::new(args, config)?;
    let paint = out.linking();
    let mut outputs = Outputs::open(args, &run.sources, &paint, out.quiet)?;
    let exit = run.all(&mut outputs, out)?;
    outputs.finish()?;
    Ok(exit)
}

/// The report that people read at a terminal, of one document.
pub(super) fn human<'p>(paint: &'p dyn Paint, out: &Out) -> Human<'p> {
    Human::new(paint, out.quiet).wrapped(Out::wrap())
}

/// Lints `args` into `report`; files that cannot be read are said on standard error and the others still done.
pub(super) fn lint(
    args: &Lint,
    config: Option<&Path>,
    report: &mut dyn Report,
    out: &mut Out,
) -> anyhow::Result<Exit> {
    Run::new(args, config)?.all(report, out)
}

/// A lint of many documents.
struct Run<'a> {
    args: &'a Lint,
    desk: Desk,
    holder: Holder,
    sources: Vec<Result<Source, String>>,
    /// What is said before the work begins.
    notes: Vec<String>,
    writing: Option<Writing<'a>>,
    held: Tally,
    limits: Limits<'a>,
    /// Findings that are milder than what is wanted.
    hidden: usize,
    exit: Exit,
    /// What was said of files that cannot be read.
    said: HashSet<String>,
}

/// A document and what was found in it.
struct Linted {
    read: Read,
    analysis: Analysis,
    settled: Arc<Settled>,
    /// Whether it may fail the run.
    counts: bool,
    held: Held,
}

impl<'a> Run<'a> {
    fn new(args: &'a Lint, config: Option<&Path>) -> anyhow::Result<Self> {
        let since = Since::of(args)?;
        let Sources { files, desk, notes } = Sources::of(args, since.as_ref(), config)?;
        Ok(Self {
            args,
            notes: files
                .is_empty()
                .then(|| sources::nothing(args, since.as_ref()))
                .into_iter()
                .chain(notes)
                .collect(),
            holder: Holder::new(since, desk.files()),
            desk,
            sources: files,
            writing: args.write_baseline.as_deref().map(Writing::to).transpose()?,
            held: Tally::default(),
            limits: Limits::new(&args.limits),
            hidden: 0,
            exit: Exit::Clean,
            said: HashSet::new(),
        })
    }

    /// Lints every document into `report`.
    fn all(mut self, report: &mut dyn Report, out: &mut Out) -> anyhow::Result<Exit> {
        for note in &self.notes {
            out.note(note);
        }
        let files = std::mem::take(&mut self.sources);
        report.begin(out)?;
        let mut done = 0;
        for batch in files.chunks(BATCH) {
            let linted: Vec<Result<Option<Linted>, String>> = batch
                .par_iter()
                .map(|file| file.as_ref().map_err(String::clone).and_then(|file| self.one(file)))
                .collect();
            for linted in linted {
                match linted {
                    Ok(None) => {}
                    Ok(Some(linted)) => self.report(linted, report, out)?,
                    Err(message) => {
                        report.unread(&message);
                        self.trouble(message, out);
                    }
                }
            }
            done += batch.len();
            out.progress(&format!("{done} of {} files", files.len()));
        }
        report.end(out)?;
        self.finish(out)
    }

    /// Reads and lints one document; nothing where it is passed over.
    fn one(&self, source: &Source) -> Result<Option<Linted>, String> {
        let args = self.args;
        let read = match source.read(args) {
            Err(_) if args.only_prfaqs && source.is_there() && !self.desk.claims(source.path()) => {
                return Ok(None);
            }
            read => read?,
        };
        if !args.only_prfaqs {
            read.check_front_matter()?;
        }
        let (mut analyst, settled) =
            self.desk.analyst(&read.path, args.template.as_deref()).map_err(|error| error.to_string())?;
        let mut analysis = analyst.analyse(&read.source);
        if args.only_prfaqs {
            if !analysis.judged {
                return Ok(None);
            }
            read.check_front_matter()?;
        }
        let baseline = match &args.write_baseline {
            Some(_) => None,
            None => args.baseline.as_deref().or(settled.config.baseline.as_deref()),
        };
        let held = self.holder.hold(&read, baseline, &mut analyst, &mut analysis)?;
        let counts = analysis.judged || source.counts_whatever_it_is();
        Ok(Some(Linted { read, analysis, settled, counts, held }))
    }

    fn report(&mut self, linted: Linted, report: &mut dyn Report, out: &mut Out) -> anyhow::Result<()> {
        let Linted { read, mut analysis, settled, counts, mut held } = linted;
        if analysis.foreign {
            out.note(&format!("{}: {FOREIGN}", read.shown));
        }
        if let Some(writing) = &mut self.writing {
            writing.add(&read, &analysis);
            return Ok(());
        }
        let fail_on = self.limits.fail_on(&settled.config).filter(|_| counts);
        let mut missed = Vec::new();
        if counts {
            if fails(&analysis.diagnostics, fail_on) {
                self.found();
            }
            self.limits.count(&analysis, &settled);
            missed = self.limits.missed(&analysis, &settled.config);
        }
        if let Some(show) = self.args.show {
            let least = self.limits.shown(show, fail_on, &settled);
            self.hidden += shown::keep(least, &read.source, &mut analysis, &mut held.kept);
        }
        let path = read.name.to_string_lossy();
        let fingerprints = held.kept.as_deref();
        let file = FileReport { fail_on, fingerprints, ..FileReport::new(&path, &read.source, &analysis) };
        report.file(&file, out)?;
        self.held.add(&read.shown, held);
        for missed in missed {
            out.error(&format!("{}: {missed}", read.shown));
            self.found();
        }
        Ok(())
    }

    fn found(&mut self) {
        self.exit = self.exit.max(Exit::Findings);
    }

    /// Says what is wrong, once: what is wrong with a configuration is the same for every document under it.
    fn trouble(&mut self, message: String, out: &mut Out) {
        if !self.said.contains(&message) {
            out.error(&message);
            self.said.insert(message);
        }
        self.exit = Exit::Trouble;
    }

    fn finish(mut self, out: &mut Out) -> anyhow::Result<Exit> {
        for exceeded in self.limits.exceeded() {
            out.error(&exceeded);
            self.found();
        }
        self.holder.say(&self.held, out);
        if self.hidden > 0 {
            out.note(&format!("{} milder than --show asks for", counted(self.hidden, "finding")));
        }
        self.desk.say_notes(out);
        if let Some(writing) = self.writing {
            writing.finish(out)?;
        }
        Ok(self.exit)
    }
}
