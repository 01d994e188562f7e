//! Where findings go: standard output in one format, and files in others, all written as the findings come.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::sources::Source;
use crate::cli::args::{FailOn, Lint, Target};
use crate::cli::inputs;
use crate::cli::out::Out;
use crate::report::{
    Checkstyle, FileReport, Format, Github, Gitlab, Human, Json, JsonLines, Junit, Markdown, Paint, Plain,
    Rdjson, Report, Sarif, Short,
};
use crate::storage::{Growing, Shown};

/// The reports of one run.
pub(super) struct Outputs<'p> {
    standard: Box<dyn Report + 'p>,
    /// Nobody reads standard output any more; the files and the exit code are still wanted.
    closed: bool,
    files: Vec<(Box<dyn Report>, Growing)>,
}

impl<'p> Outputs<'p> {
    /// What `args` ask for, of the documents `sources`. The files are begun, under names of their own.
    ///
    /// # Errors
    ///
    /// Two formats for one place, a report that would take the place of a document, a file that cannot be written.
    pub fn open(
        args: &Lint,
        sources: &[Result<Source, String>],
        paint: &'p dyn Paint,
        quiet: bool,
    ) -> anyhow::Result<Self> {
        let (standard, files): (Vec<&Target>, Vec<&Target>) =
            args.outputs.iter().partition(|target| target.is_standard_output());
        let format = match (args.format, standard.as_slice()) {
            (None, [target]) => target.format,
            (format, []) => format.unwrap_or(Format::Human),
            _ => bail!("standard output takes one format; give the others a file: --output FORMAT=FILE"),
        };
        refuse_clashes(&files, sources)?;
        // Whoever fails on notes has to see them.
        let every_note = args.verbose || matches!(args.limits.fail_on, Some(FailOn::Note));
        let several = sources.len() > 1;
        let begin = |target: &&Target| {
            let human = Human::new(&Plain, quiet).with_every_note(every_note).of_several(several);
            Ok((report(target.format, human), Growing::create(&target.path)?))
        };
        let files = files.iter().map(begin).collect::<anyhow::Result<_>>()?;
        let human = Human::new(paint, quiet).wrapped(Out::wrap());
        let human = human.with_every_note(every_note).of_several(several);
        Ok(Self { standard: report(format, human), closed: false, files })
    }

    /// Gives the files their names.
    ///
    /// # Errors
    ///
    /// The first one that cannot be written; the others are.
    pub fn finish(self) -> anyhow::Result<()> {
        let ends: Vec<_> = self.files.into_iter().map(|(_, file)| file.finish()).collect();
        Ok(ends.into_iter().collect::<Result<(), _>>()?)
    }

    /// Has each report write to where it goes.
    fn each(
        &mut self,
        out: &mut dyn Write,
        write: impl Fn(&mut dyn Report, &mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        if !self.closed {
            match write(&mut *self.standard, out) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                    self.closed = true;
                }
                done => done?,
            }
        }
        self.files.iter_mut().try_for_each(|(report, file)| write(&mut **report, file))
    }
}

impl Report for Outputs<'_> {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.each(out, |report, out| report.begin(out))
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.each(out, |report, out| report.file(file, out))
    }

    fn unread(&mut self, message: &str) {
        self.standard.unread(message);
        self.files.iter_mut().for_each(|(report, _)| report.unread(message));
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.each(out, |report, out| report.end(out))
    }
}

/// The report that writes `format`; `human` is the one for people.
fn report<'p>(format: Format, human: Human<'p>) -> Box<dyn Report + 'p> {
    match format {
        Format::Human => Box::new(human),
        Format::Short => Box::new(Short),
        Format::Json => Box::new(Json::default()),
        Format::JsonLines => Box::new(JsonLines),
        Format::Sarif => Box::new(Sarif::default()),
        Format::Github => Box::new(Github::default()),
        Format::Gitlab => Box::new(Gitlab::default()),
        Format::Checkstyle => Box::new(Checkstyle),
        Format::Junit => Box::new(Junit::default()),
        Format::Rdjson => Box::new(Rdjson::default()),
        Format::Markdown => Box::new(Markdown::default()),
    }
}

/// A file on the disk, by whatever name.
#[derive(PartialEq, Eq)]
enum Known {
    /// Device and inode.
    Here(u64, u64),
    /// It is not there yet.
    Named(PathBuf),
}

impl Known {
    fn of(path: &Path) -> Self {
        if let Ok(found) = fs::metadata(path) {
            return Self::Here(found.dev(), found.ino());
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        Self::Named(folder.join(path.file_name().unwrap_or_default()))
    }
}

fn refuse_clashes(targets: &[&Target], sources: &[Result<Source, String>]) -> anyhow::Result<()> {
    let known: Vec<Known> = targets.iter().map(|target| Known::of(&target.path)).collect();
    for (at, (target, file)) in targets.iter().zip(&known).enumerate() {
        if known.iter().take(at).any(|other| other == file) {
            bail!("{}: takes one format; give the other another file", Shown(&target.path));
        }
    }
    for (target, _) in targets.iter().zip(&known).filter(|(_, file)| matches!(file, Known::Here(..))) {
        let is_text = matches!(target.format, Format::Human | Format::Short | Format::Markdown);
        if !is_text && inputs::is_document(&target.path) {
            bail!("{}: there is a document of that name; choose another", Shown(&target.path));
        }
    }
    if !known.iter().any(|file| matches!(file, Known::Here(..))) {
        return Ok(());
    }
    for source in sources.iter().flatten() {
        let document = Known::of(source.path());
        if let Some((target, _)) = targets.iter().zip(&known).find(|(_, file)| **file == document) {
            let path = Shown(&target.path);
            bail!("{path}: the report would take the place of a document; choose another name");
        }
    }
    Ok(())
}
