//! What a document can be exported to, and what such a file is called.

use std::path::{Path, PathBuf};

use crate::export::{self, Manuscript, Selection};

/// What a document is exported to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// One self-contained page.
    Html,
    /// Markdown.
    Md,
    /// Markdown of which wikis know all.
    Wiki,
    /// Plain text.
    Txt,
    /// The whole model.
    Json,
    /// A Word document.
    Docx,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Html, Self::Md, Self::Txt, Self::Json, Self::Docx, Self::Wiki];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Md => "md",
            Self::Wiki => "wiki",
            Self::Txt => "txt",
            Self::Json => "json",
            Self::Docx => "docx",
        }
    }

    /// What is made, in a few words.
    pub fn made(self) -> &'static str {
        match self {
            Self::Html => "One self-contained page for screen and paper",
            Self::Md => "Markdown without prompts and comments",
            Self::Wiki => "Markdown for Confluence and Notion",
            Self::Txt => "Plain text, wrapped for a mail",
            Self::Json => "The whole model: parts, findings, score",
            Self::Docx => "A Word document",
        }
    }

    /// The format that the ending of `path` asks for.
    pub fn of_ending(path: &Path) -> Option<Self> {
        let stem = Path::new(path.file_stem()?);
        match path.extension()?.to_string_lossy().to_lowercase().as_str() {
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" if stem.extension().is_some_and(|ending| ending == "wiki") => Some(Self::Wiki),
            "md" | "markdown" => Some(Self::Md),
            "txt" | "text" => Some(Self::Txt),
            "json" => Some(Self::Json),
            "docx" => Some(Self::Docx),
            _ => None,
        }
    }

    /// Whether a file whose name asks for this format may hold `other`.
    pub fn can_be_called(self, other: Self) -> bool {
        self == other || (self, other) == (Self::Md, Self::Wiki)
    }

    /// The file beside `document`, which is never the document itself where that is Markdown or text.
    pub fn beside(self, document: &Path) -> PathBuf {
        document.with_extension(match self {
            Self::Html => "html",
            Self::Md => "export.md",
            Self::Wiki => "wiki.md",
            Self::Txt => "export.txt",
            Self::Json => "json",
            Self::Docx => "docx",
        })
    }

    /// `manuscript` as the text of a file of this format; nothing for a Word document, which [`Docx`](super::Docx) makes.
    pub fn text(self, manuscript: &Manuscript<'_>, selection: &Selection) -> Option<String> {
        match self {
            Self::Html => Some(export::html(manuscript, selection)),
            Self::Md => Some(export::markdown(manuscript, selection)),
            Self::Wiki => Some(export::wiki(manuscript, selection)),
            Self::Txt => Some(export::text(manuscript, selection)),
            Self::Json => Some(export::json(manuscript, selection)),
            Self::Docx => None,
        }
    }
}

/// Whether the file at `path` is called as an export of a document that lies beside it: who reads the folder reads that.
pub fn is_export(path: &Path) -> bool {
    let name = path.to_string_lossy();
    let stem = [".export.md", ".export.txt", ".wiki.md"].iter().find_map(|end| name.strip_suffix(end));
    stem.is_some_and(|stem| {
        ["md", "markdown", "txt"].iter().any(|ending| Path::new(&format!("{stem}.{ending}")).is_file())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_beside_a_document_is_another_file_and_has_its_format() {
        for document in ["plan.md", "plan.markdown", "plan.txt", "plan"].map(Path::new) {
            for format in Format::ALL {
                let file = format.beside(document);
                assert_ne!(file, document);
                assert_eq!(Format::of_ending(&file), Some(format));
            }
        }
        assert_eq!(Format::of_ending(Path::new("a.PDF")), None);
    }
}
