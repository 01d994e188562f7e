//! Where the documents of a lint come from: the disk, standard input, or what is staged.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::bail;

use super::since::Since;
use crate::cli::args::Lint;
use crate::cli::inputs::{self, Read};
use crate::cli::staged::{self, Document};
use crate::git::Index;

/// The documents that are meant, in the order they are reported.
pub(super) struct Sources {
    /// Each, or why it cannot be found.
    pub files: Vec<Result<Source, String>>,
    /// What configurations are read from where that is not the disk.
    pub index: Option<Arc<Index>>,
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
    /// What `args` ask for; of the folder, only what changed `since`.
    ///
    /// # Errors
    ///
    /// Something staged is asked for where there is no repository.
    pub fn of(args: &Lint, since: Option<&Since>) -> anyhow::Result<Self> {
        if args.staged {
            return Self::staged(&args.paths);
        }
        if let Some(since) = since {
            let changed = |path: PathBuf| {
                let named = args.paths.contains(&path);
                Ok(Source::Changed(path, named))
            };
            let files = since.files().into_iter().map(changed).collect();
            return Ok(Self { files, index: None, notes: Vec::new() });
        }
        let paths = if args.paths.is_empty() { &[PathBuf::from(".")] } else { args.paths.as_slice() };
        let files = inputs::collect(paths).into_iter().map(|path| path.map(Source::File)).collect();
        Ok(Self { files, index: None, notes: Vec::new() })
    }

    fn staged(paths: &[PathBuf]) -> anyhow::Result<Self> {
        if paths.iter().any(|path| path == Path::new("-")) {
            bail!("standard input is never staged; leave `-` or --staged out");
        }
        let staged = staged::documents(paths)?;
        let files = staged.documents.into_iter().map(|document| document.map(Source::Staged)).collect();
        Ok(Self { files, index: Some(staged.index), notes: staged.notes })
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
