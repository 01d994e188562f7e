//! The arguments of `prfaq export` that are about Word documents.

use std::path::PathBuf;

#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Word documents (--to docx)")]
pub(in crate::cli) struct Word {
    /// Track what changed since FROM: a revision, a snapshot as `prfaq score --history` lists them, or a file.
    #[arg(long, value_name = "FROM")]
    pub redline: Option<String>,
    /// Track the pen's strikes, each with its reason as a comment.
    #[arg(long)]
    pub pen: bool,
    /// Leave out what reviewers said: their suggestions (tracked) and comments.
    #[arg(long)]
    pub no_reviews: bool,
    /// Leave out the Markdown that travels unseen, by which `prfaq import` finds changes that were not tracked.
    #[arg(long)]
    pub no_embed: bool,
    /// Word document whose styles and page are used.
    #[arg(long, value_name = "FILE")]
    pub reference_doc: Option<PathBuf>,
}

impl Word {
    /// The first option that only a Word document knows, where one was given.
    pub fn given(&self) -> Option<&'static str> {
        let given = [
            (self.redline.is_some(), "--redline"),
            (self.pen, "--pen"),
            (self.no_reviews, "--no-reviews"),
            (self.no_embed, "--no-embed"),
            (self.reference_doc.is_some(), "--reference-doc"),
        ];
        given.into_iter().find(|(is_given, _)| *is_given).map(|(_, name)| name)
    }
}
