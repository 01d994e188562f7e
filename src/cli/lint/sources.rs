//! Where the documents of a lint come from: the disk, standard input, or what is staged.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::since::Since;
use crate::cli::args::Lint;
use crate::cli::desk::{Admitted, Desk};
use crate::cli::inputs::{self, Read};
use crate::cli::staged::{self, Document};

/// The documents that are meant, in the order they are reported.
pub(super) struct Sources {
    /// Each, or why it cannot be found.
    pub files: Vec<Result<Source, String>>,
    /// Where they are worked on.
    pub desk: Desk,
    /// What is not checked, and why.
    pub notes: Vec<String>,
}

/// A document that is not read yet.
pub(super) enum Source {
    /// On the disk, or `-` for standard input.
    File(PathBuf),
    /// On the disk, and changed; whether its path was given.
    Changed(PathBuf, bool),
    /// In the index.
    Staged(Document),
}

impl Sources {
    /// What `args` ask for, by the configuration `config` or those that are found; of the folder, only what changed
    /// `since`.
    ///
    /// # Errors
    ///
    /// Something staged is asked for where there is no repository.
    pub fn of(args: &Lint, since: Option<&Since>, config: Option<&Path>) -> anyhow::Result<Self> {
        if args.staged {
            return Self::staged(args, config);
        }
        let desk = Desk::new(config);
        if let Some(since) = since {
            return Ok(Self::changed(args, since, desk));
        }
        let paths = if args.paths.is_empty() { &[PathBuf::from(".")] } else { args.paths.as_slice() };
        let (found, notes) =
            inputs::admitted(paths, args.stdin_filename.as_deref(), args.force_exclude, &desk);
        let files = found.into_iter().map(|one| one.path.map(Source::File)).collect();
        Ok(Self { files, desk, notes })
    }

    fn changed(args: &Lint, since: &Since, desk: Desk) -> Self {
        let mut notes = Vec::new();
        let mut files = Vec::new();
        for path in since.files() {
            let named = args.paths.contains(&path);
            match desk.admits(&path, &path, named, args.force_exclude) {
                Admitted::Yes => {}
                Admitted::No => continue,
                Admitted::Noted(note) => notes.push(note),
            }
            files.push(Ok(Source::Changed(path, named)));
        }
        Self { files, desk, notes }
    }

    fn staged(args: &Lint, config: Option<&Path>) -> anyhow::Result<Self> {
        if args.paths.iter().any(|path| path == Path::new("-")) {
            bail!("standard input is never staged; leave `-` or --staged out");
        }
        let staged = staged::documents(&args.paths, config, args.force_exclude)?;
        let files = staged.documents.into_iter().map(|document| document.map(Source::Staged)).collect();
        Ok(Self { files, desk: staged.desk, notes: staged.notes })
    }
}

/// What to say where there is nothing to do.
pub(super) fn nothing(args: &Lint, since: Option<&Since>) -> String {
    match since {
        _ if args.staged => staged::NOTHING.to_owned(),
        Some(since) => format!("no documents changed since {}", since.name),
        None => inputs::NOTHING.to_owned(),
    }
}

impl Source {
    /// Its text and name.
    ///
    /// # Errors
    ///
    /// What a person should read: no such file, not text.
    pub fn read(&self, args: &Lint) -> Result<Read, String> {
        match self {
            Self::File(path) | Self::Changed(path, _) => {
                inputs::read_text(path, args.stdin_filename.as_deref())
            }
            Self::Staged(document) => document.read(),
        }
    }

    /// What its configuration is looked for by, and its name read from.
    pub fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Changed(path, _) => path,
            Self::Staged(document) => &document.path,
        }
    }

    /// Whether there is anything of that name: a slip of the pen is never passed over.
    pub fn is_there(&self) -> bool {
        match self {
            Self::File(path) => path.symlink_metadata().is_ok(),
            Self::Changed(..) | Self::Staged(_) => true,
        }
    }

    /// Whether findings in it may fail the run though it is not taken for a PR/FAQ: nobody should be kept from a
    /// commit by a README.
    pub fn counts_whatever_it_is(&self) -> bool {
        match self {
            Self::File(_) => true,
            Self::Changed(_, named) => *named,
            Self::Staged(document) => document.named,
        }
    }
}
