//! Where the documents of a lint come from: the disk, standard input, or what is staged.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::args::Lint;
use crate::cli::inputs::{self, Read};
use crate::config;
use crate::git::{Entry, Index, Repository};
use crate::storage::Shown;

/// The documents that are meant, in the order they are reported.
pub(super) struct Sources {
    /// Each, or why it cannot be found.
    pub files: Vec<Result<Source, String>>,
    /// What configurations are read from where that is not the disk.
    pub index: Option<Arc<Index>>,
}

/// A document that is not read yet.
pub(super) enum Source {
    /// On the disk, or `-` for standard input.
    File(PathBuf),
    /// In the index, with the name a person here calls it by.
    Staged(Arc<Index>, Entry, PathBuf),
}

impl Sources {
    /// What `args` ask for.
    ///
    /// # Errors
    ///
    /// Something staged is asked for where there is no repository.
    pub fn of(args: &Lint) -> anyhow::Result<Self> {
        if args.staged {
            return staged(&args.paths);
        }
        let files = inputs::collect(&args.paths).into_iter().map(|path| path.map(Source::File)).collect();
        Ok(Self { files, index: None })
    }
}

fn staged(paths: &[PathBuf]) -> anyhow::Result<Sources> {
    let repository = Repository::here()?;
    let everything = paths == [Path::new(".")];
    let entries = repository.staged(if everything { &[] } else { paths })?;
    let index = Arc::new(Index::new(repository.clone(), config::FILE_NAME));
    let source = |entry: Entry| {
        let name = repository.shown(&entry.path);
        Ok(Source::Staged(Arc::clone(&index), entry, name))
    };
    let documents = entries.into_iter().filter(|entry| inputs::is_document(&entry.path));
    Ok(Sources { files: documents.map(source).collect(), index: Some(index) })
}

/// What to say where there is nothing to do.
pub(super) fn nothing(args: &Lint) -> &'static str {
    if args.staged { "no documents are staged" } else { inputs::NOTHING }
}

impl Source {
    /// Its text and name.
    ///
    /// # Errors
    ///
    /// What a person should read: no such file, not text, front matter that is no YAML, each with its place.
    pub fn read(&self, args: &Lint) -> Result<Read, String> {
        match self {
            Self::File(path) => inputs::read(path, args.stdin_name.as_deref()),
            Self::Staged(index, entry, name) => {
                let source = index.text(entry, name).map_err(|error| error.to_string())?;
                let shown = Shown(name).to_string();
                Read { path: name.clone(), shown, source, identity: None }.with_sound_front_matter()
            }
        }
    }
}
