//! `--baseline` and `--write-baseline`: the findings that a house lives with.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::anyhow;

use crate::analysis::Analysis;
use crate::baseline::{Baseline, Entry};
use crate::cli::inputs::Read;
use crate::cli::out::Out;
use crate::lint::Fingerprint;
use crate::storage::{self, Files, ReadProblem, Shown};
use crate::text::counted;

/// Baselines by their file, each read once.
pub(super) struct Known {
    files: Arc<dyn Files>,
    read: Mutex<HashMap<PathBuf, Arc<Baseline>>>,
}

impl Known {
    /// Baselines that are read among `files`.
    pub fn among(files: Arc<dyn Files>) -> Self {
        Self { files, read: Mutex::default() }
    }

    /// What the baseline `file` knows of the document at `path`, by its name, or by the one that it had when what is
    /// found now, with the fingerprints `prints`, was written down.
    ///
    /// # Errors
    ///
    /// There is no such file, or it is no baseline.
    pub fn of(&self, file: &Path, path: &Path, prints: &[Fingerprint]) -> Result<Vec<Entry>, String> {
        let baseline = self.baseline(file)?;
        let name = name_in(file, path);
        let folder = folder_of(file);
        let is_gone = |name: &str| !folder.join(name).exists();
        match baseline.of(&name) {
            [] => {
                Ok(baseline.before_renaming(prints, is_gone).map_or(&[][..], |old| baseline.of(old)).to_vec())
            }
            entries => Ok(entries.to_vec()),
        }
    }

    fn baseline(&self, file: &Path) -> Result<Arc<Baseline>, String> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read.get(file) {
            return Ok(Arc::clone(known));
        }
        let text = self.files.read(file).map_err(|error| match error.problem {
            ReadProblem::Missing => {
                let shown = Shown(file);
                format!("{error}; `prfaq lint --write-baseline {shown}` writes a baseline")
            }
            _ => error.to_string(),
        })?;
        let new = Arc::new(Baseline::parse(&text).map_err(|error| format!("{}:{error}", Shown(file)))?);
        read.insert(file.to_owned(), Arc::clone(&new));
        Ok(new)
    }
}

/// A baseline that is being written.
pub(super) struct Writing<'a> {
    file: &'a Path,
    baseline: Baseline,
}

impl<'a> Writing<'a> {
    /// What will be written to `file`, beginning with what that knows already.
    ///
    /// # Errors
    ///
    /// `file` is there and is no baseline.
    pub fn to(file: &'a Path) -> anyhow::Result<Self> {
        let baseline = match storage::read(file) {
            Ok(old) => Baseline::parse(&old.text).map_err(|error| anyhow!("{}:{error}", Shown(file)))?,
            Err(error) if matches!(error.problem, ReadProblem::Missing) => Baseline::default(),
            Err(error) => return Err(error.into()),
        };
        Ok(Self { file, baseline })
    }

    /// Puts down what was found in a document.
    pub fn add(&mut self, read: &Read, analysis: &Analysis) {
        let name = name_in(self.file, &read.path);
        self.baseline.put(&name, &analysis.diagnostics, &read.source, &analysis.document);
    }

    /// Writes it, without the documents that are no longer there.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn finish(mut self, out: &mut Out) -> anyhow::Result<()> {
        let folder = folder_of(self.file);
        self.baseline.forget(|name| !folder.join(name).exists());
        storage::write_new(self.file, self.baseline.to_text().as_bytes(), true)?;
        let (findings, documents) = (self.baseline.len(), self.baseline.names().count());
        out.note(&format!(
            "wrote {} of {} to {}",
            counted(findings, "finding"),
            counted(documents, "document"),
            Shown(self.file)
        ));
        Ok(())
    }
}

/// What the document at `path` is called in the baseline `file`: its way from the file's folder.
fn name_in(file: &Path, path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let way = pathdiff::diff_paths(&whole, folder_of(file)).unwrap_or(whole);
    way.to_string_lossy().into_owned()
}

fn folder_of(file: &Path) -> PathBuf {
    let whole = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    whole.parent().map(Path::to_owned).unwrap_or_default()
}
