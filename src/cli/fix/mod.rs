//! `prfaq fix`: takes the safe fixes, shows them, or goes through all strikes with the writer.

mod ask;
mod diff;
mod show;
mod staged;

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::Path;

use anyhow::bail;

use super::args::FixArgs;
use super::desk::Desk;
use super::exit::Exit;
use super::inputs::{self, FOREIGN, Found, Read};
use super::out::Out;
use super::templates;
use crate::analysis::Analyst;
use crate::fix::{self, Fixed};
use crate::lint::{Diagnostic, RULES};
use crate::storage;
use crate::text::{counted, unknown};

pub(super) fn run(args: &FixArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    check(args)?;
    if args.staged {
        return staged::run(args, config, out);
    }
    let desk = Desk::new(config);
    let (targets, notes) =
        inputs::admitted(&args.paths, args.stdin_filename.as_deref(), args.force_exclude, &desk);
    let mut work = Work { args, desk, exit: Exit::Clean, tally: Tally::default(), said: HashSet::new() };
    if targets.is_empty() {
        out.note(inputs::NOTHING);
    }
    for note in notes {
        out.note(&note);
    }
    // Not locked: a document may come from there instead.
    let mut answers = io::BufReader::new(io::stdin());
    for target in targets {
        let going_on = work.file(target, &mut answers, out)?;
        if !going_on {
            break;
        }
    }
    work.end(out)?;
    Ok(work.exit)
}

fn check(args: &FixArgs) -> anyhow::Result<()> {
    if let Some(name) = &args.template {
        templates::here().find(name)?;
    }
    let names = || RULES.iter().map(|rule| rule.name);
    if let Some(name) = args.rules.iter().find(|name| !names().any(|known| known == *name)) {
        bail!(unknown("rule", name, names(), "prfaq rules"));
    }
    let piped = args.paths.iter().any(|path| path == Path::new("-"));
    if piped && args.ask {
        bail!("--ask reads the answers from standard input, so it cannot be the document");
    }
    if piped && args.force_exclude {
        bail!("--force-exclude is for files; what comes in on standard input has to go out again");
    }
    if args.stdin_filename.is_some() && !piped {
        bail!("--stdin-filename names standard input, which is not read; add `-` to the paths");
    }
    Ok(())
}

/// What was done, for the last line.
#[derive(Default)]
struct Tally {
    files: usize,
    changed: usize,
    fixes: usize,
    strikes: usize,
    passed_over: usize,
}

/// A run.
struct Work<'a> {
    args: &'a FixArgs,
    desk: Desk,
    exit: Exit,
    tally: Tally,
    said: HashSet<String>,
}

impl Work<'_> {
    /// Fixes one file; tells whether to go on with the next. Of folders only PR/FAQs are changed.
    fn file(&mut self, target: Found, answers: &mut dyn io::BufRead, out: &mut Out) -> anyhow::Result<bool> {
        let opened = target.path.and_then(|path| self.open(&path));
        let (read, mut analyst) = match opened {
            Ok(opened) => opened,
            Err(message) => {
                self.trouble(&message, out);
                return Ok(true);
            }
        };
        let analysis = analyst.analyse(&read.source);
        if !target.named && !analysis.judged {
            self.tally.passed_over += 1;
            return Ok(true);
        }
        if analysis.foreign {
            self.trouble(&format!("{}: {FOREIGN}", read.shown), out);
            if is_stdin(&read) {
                out.document(&read.source)?;
            }
            return Ok(true);
        }
        let (fixed, going_on) = if self.args.ask {
            ask::session(&read, &mut analyst, &self.args.rules, answers, out)?
        } else {
            (safely(self.args, &mut analyst, &read.source), true)
        };
        self.finish(&read, &fixed, out)?;
        Ok(going_on)
    }

    fn open(&self, path: &Path) -> Result<(Read, Analyst), String> {
        let read = inputs::read(path, self.args.stdin_filename.as_deref())?;
        let analyst = self.desk.analyst(&read.path, self.args.template.as_deref());
        analyst.map(|(analyst, _)| (read, analyst)).map_err(|error| error.to_string())
    }

    /// Writes what became of a file, where it is wanted.
    fn finish(&mut self, read: &Read, fixed: &Fixed, out: &mut Out) -> anyhow::Result<()> {
        self.tally.files += 1;
        self.tally.strikes +=
            fixed.left.iter().filter(|found| found.is_strike() && is_meant(self.args, found)).count();
        if !fixed.settled && !self.args.ask {
            out.note(&format!(
                "{}: stopped after {} rounds; the fixes bring each other back",
                read.shown,
                fix::MAX_ROUNDS
            ));
        }
        let changed = fixed.text != read.source;
        if self.args.diff {
            if changed {
                diff::write(&read.shown, &read.source, &fixed.text, out)?;
                self.exit = self.exit.max(Exit::Findings);
            }
            return Ok(());
        }
        if is_stdin(read) {
            out.document(&fixed.text)?;
        } else if changed && let Err(error) = storage::save(&read.path, &fixed.text, read.identity.as_ref()) {
            self.trouble(&error.to_string(), out);
            return Ok(());
        }
        if changed {
            self.tally.changed += 1;
            self.tally.fixes += fixed.taken.len();
        }
        if !out.quiet && !is_stdin(read) && !self.args.ask {
            show::changes(&read.shown, fixed, out)?;
        }
        Ok(())
    }

    /// Says what is wrong, once: what is wrong with a configuration is the same for every document under it.
    fn trouble(&mut self, message: &str, out: &mut Out) {
        if self.said.insert(message.to_owned()) {
            out.error(message);
        }
        self.exit = Exit::Trouble;
    }

    fn end(&self, out: &mut Out) -> io::Result<()> {
        self.desk.say_notes(out);
        if self.tally.passed_over > 0 {
            let count = counted(self.tally.passed_over, "document");
            out.note(&format!("{count} left alone: no PR/FAQ; name a file to fix it"));
        }
        let plain = !self.args.diff && !self.args.paths.iter().any(|path| path == Path::new("-"));
        if !out.quiet && plain && self.tally.files > 0 {
            writeln!(out, "{}", self.summary())?;
        }
        Ok(())
    }

    fn summary(&self) -> String {
        let Tally { files, changed, fixes, strikes, .. } = self.tally;
        let done = match changed {
            0 => format!("nothing changed in {}", counted(files, "file")),
            _ if changed == files => format!("{} in {}", counted(fixes, "fix"), counted(files, "file")),
            _ => format!("{} in {changed} of {}", counted(fixes, "fix"), counted(files, "file")),
        };
        match strikes {
            0 => format!("{done}; no strikes left"),
            _ if self.args.ask => format!("{done}; {} left", counted(strikes, "strike")),
            _ => format!("{done}; {} left for you: --ask goes through them", counted(strikes, "strike")),
        }
    }
}

/// `source` after the safe fixes that are meant.
fn safely(args: &FixArgs, analyst: &mut Analyst, source: &str) -> Fixed {
    let lint = |source: &str| analyst.analyse(source).diagnostics;
    fix::fix(source, lint, |found| fix::is_safe(found) && is_meant(args, found))
}

fn is_meant(args: &FixArgs, found: &Diagnostic) -> bool {
    args.rules.is_empty() || args.rules.iter().any(|rule| rule == found.rule)
}

fn is_stdin(read: &Read) -> bool {
    read.identity.is_none()
}
