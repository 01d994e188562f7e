//! Whether a document is read, and whether it is taken for a PR/FAQ, and why.

use std::path::Path;
use std::sync::Arc;

use crate::analysis::Claim;
use crate::cli::desk::{Desk, Ignores, PassedOver};
use crate::cli::inputs;
use crate::document::Document;
use crate::storage::Disk;

/// What becomes of a document.
pub(super) struct Standing {
    /// Why it is not read in folders, or by hooks.
    pub passed_over: Option<PassedOver>,
    /// Whether git does not track it, so that only folders leave it out.
    pub is_git_ignored: bool,
    /// Whether it is taken for a PR/FAQ; `None` where that is not known before there is a text.
    pub prfaq: Option<bool>,
    /// Why.
    pub why: String,
    /// The template it is judged by.
    pub template: Option<String>,
}

impl Standing {
    /// What becomes of the document at `path`, which need not be there.
    pub fn of(path: &Path, template: Option<&str>, desk: &Desk) -> anyhow::Result<Self> {
        let of_git = || Ignores::called(".gitignore", Arc::new(Disk)).find(path);
        let own = desk.passed_over(path);
        let git = if own.is_none() { of_git() } else { None };
        let is_git_ignored = git.is_some();
        let (mut analyst, settled) = desk.analyst(path, template)?;
        let text = path.exists().then(|| inputs::read(path, None)).transpose().map_err(anyhow::Error::msg)?;
        let claim = Claim::of_name(path);
        let source = text.as_ref().map_or("", |read| read.source.as_str());
        let analysis = analyst.analyse(source);
        let named = Document::front_matter(source).template;
        let named = named.filter(|name| settled.house.templates.find(name).is_ok());
        let documents = &settled.file.documents;
        let pattern = documents.find(path).and_then(|index| documents.lines().get(index));
        let (prfaq, why) = if let Some(name) = named {
            (Some(true), format!("its front matter names the template {name}"))
        } else if template.is_some() {
            (Some(true), "the command line says so".to_owned())
        } else if claim != Claim::Nothing {
            (Some(true), "its name says so".to_owned())
        } else if let Some(pattern) = pattern {
            (Some(true), format!("`documents: {pattern}` says so"))
        } else if text.is_none() {
            (None, "its name does not say so; its front matter or its shape may".to_owned())
        } else if analysis.judged {
            (Some(true), "its shape shows it".to_owned())
        } else {
            (Some(false), "neither front matter nor name, `documents:` nor shape says so".to_owned())
        };
        Ok(Self { passed_over: own.or(git), is_git_ignored, prfaq, why, template: analysis.template })
    }
}
