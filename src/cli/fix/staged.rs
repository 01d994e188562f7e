//! `prfaq fix --staged`: the safe fixes of what the next commit holds.
//!
//! Changing a file that is half staged would stage the rest of it, or lose it. So only where the file is what is staged
//! both are changed, the index first; everywhere else the fix is printed as a patch.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::Path;

use super::{diff, safely, show};
use crate::analysis::Analyst;
use crate::cli::args::FixArgs;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::inputs::FOREIGN;
use crate::cli::out::Out;
use crate::cli::staged::{self, Document, Staged};
use crate::fix::Fixed;
use crate::git::{Entry, Repository};
use crate::storage::{self, Identity};
use crate::text::counted;

pub(super) fn run(args: &FixArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let Staged { repository, desk, documents, notes } =
        staged::documents(&args.paths, config, args.force_exclude)?;
    if documents.is_empty() {
        out.note(staged::NOTHING);
    }
    for note in notes {
        out.note(&note);
    }
    let exit = Exit::Clean;
    let mut work = Work { args, repository, desk, exit, files: 0, changes: Vec::new(), said: HashSet::new() };
    for document in documents {
        if let Err(message) = document.and_then(|document| work.document(&document, out)) {
            work.trouble(&message, out);
        }
    }
    work.write(out)?;
    work.desk.say_notes(out);
    Ok(work.exit)
}

/// A run.
struct Work<'a> {
    args: &'a FixArgs,
    repository: Repository,
    desk: Desk,
    exit: Exit,
    files: usize,
    changes: Vec<Change>,
    said: HashSet<String>,
}

/// A document that is staged as it is on the disk, and what both are to become.
struct Change {
    shown: String,
    /// What is to be staged.
    entry: Entry,
    file: File,
    fixed: Fixed,
}

/// A file on the disk: what it was when it was read, and its new text.
struct File {
    path: std::path::PathBuf,
    identity: Identity,
    text: String,
}

impl Work<'_> {
    /// Fixes one document, prints its patch, or passes it over.
    fn document(&mut self, document: &Document, out: &mut Out) -> Result<(), String> {
        let read = document.read()?;
        read.check_front_matter()?;
        let analyst = self.desk.analyst(&read.path, self.args.template.as_deref());
        let (mut analyst, _) = analyst.map_err(|error| error.to_string())?;
        let analysis = analyst.analyse(&read.source);
        if !document.named && !analysis.judged {
            return Ok(());
        }
        if analysis.foreign {
            return Err(format!("{}: {FOREIGN}", read.shown));
        }
        self.files += 1;
        if !safely(self.args, &mut analyst, &read.source).is_changed() {
            return Ok(());
        }
        let staged = document.raw()?;
        let fixed = safely(self.args, &mut analyst, &staged);
        let held = match self.change(document, &read.shown, &staged, &fixed, &mut analyst)? {
            _ if self.args.diff => None,
            Ok(change) => {
                self.changes.push(change);
                return Ok(());
            }
            Err(why) => Some(why),
        };
        self.exit = self.exit.max(Exit::Findings);
        let patch = diff::write_patch(&document.entry.path, &staged, &fixed.text, out);
        patch.map_err(|error| error.to_string())?;
        if let Some(why) = held {
            out.error(&format!("{}: {why}", read.shown));
        }
        Ok(())
    }

    /// What is to be done about `document`, or why nothing may be.
    fn change(
        &self,
        document: &Document,
        shown: &str,
        staged: &str,
        fixed: &Fixed,
        analyst: &mut Analyst,
    ) -> Result<Result<Change, &'static str>, String> {
        const DIFFERS: &str = "the file differs from what is staged, so nothing is changed; \
            `prfaq fix --staged --diff | git apply --cached` fixes what is staged, `prfaq fix` the file";
        const PASSING: &str = "`git commit PATH` makes an index of its own, in which nothing can be fixed; \
            run `prfaq fix` on the file, then commit again";
        if self.args.diff {
            return Ok(Err(""));
        }
        if self.repository.is_passing() {
            return Ok(Err(PASSING));
        }
        let path = &document.entry.path;
        let git = |error: crate::git::Error| error.to_string();
        let Ok(file) = storage::read(&document.path) else { return Ok(Err(DIFFERS)) };
        if self.repository.id_when_added(file.text.as_bytes(), path).map_err(git)? != document.entry.id {
            return Ok(Err(DIFFERS));
        }
        let text = if file.text == staged {
            fixed.text.clone()
        } else {
            safely(self.args, analyst, &file.text).text
        };
        let id = self.repository.write_blob(fixed.text.as_bytes()).map_err(git)?;
        if self.repository.id_when_added(text.as_bytes(), path).map_err(git)? != id {
            return Ok(Err(DIFFERS));
        }
        let file = File { path: document.path.clone(), identity: file.identity, text };
        let entry = Entry { id, ..document.entry.clone() };
        Ok(Ok(Change { shown: shown.to_owned(), entry, file, fixed: fixed.clone() }))
    }

    /// Stages what is to be changed, then writes the files.
    fn write(&mut self, out: &mut Out) -> anyhow::Result<()> {
        let changes = std::mem::take(&mut self.changes);
        if !changes.is_empty() {
            let entries: Vec<Entry> = changes.iter().map(|change| change.entry.clone()).collect();
            self.repository.stage(&entries)?;
        }
        for Change { file, .. } in &changes {
            if let Err(error) = storage::save(&file.path, &file.text, Some(&file.identity)) {
                self.trouble(&format!("{error}; what is staged is fixed already"), out);
            }
        }
        if !changes.is_empty() {
            self.repository.look_again();
        }
        Ok(self.say(&changes, out)?)
    }

    fn say(&self, changes: &[Change], out: &mut Out) -> io::Result<()> {
        if out.quiet || self.args.diff {
            return Ok(());
        }
        for change in changes {
            show::changes(&change.shown, &change.fixed, out)?;
        }
        let fixes = changes.iter().map(|change| change.fixed.taken.len()).sum();
        match changes.len() {
            _ if self.files == 0 => Ok(()),
            // The patch is all that there is to print.
            0 if self.exit == Exit::Findings => Ok(()),
            0 => writeln!(out, "nothing changed in {}", counted(self.files, "file")),
            count => writeln!(
                out,
                "{} in {}, staged and on the disk",
                counted(fixes, "fix"),
                counted(count, "file")
            ),
        }
    }

    /// Says what is wrong, once: what is wrong with a configuration is the same for every document under it.
    fn trouble(&mut self, message: &str, out: &mut Out) {
        if self.said.insert(message.to_owned()) {
            out.error(message);
        }
        self.exit = Exit::Trouble;
    }
}
