//! Why a file is no Word document that can be read, in words that say what to do next.

use std::fmt;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It is no package: not a zip file, or a torn one.
    NoPackage,
    /// The format of Word before 2007, or a document with a password.
    Old,
    /// A package with something else in it: a spreadsheet, an OpenDocument text.
    NoDocument,
    /// A part of it is no XML.
    Part(String),
    /// It unpacks to far more than a document needs: this many MiB and more.
    TooLarge(usize),
    /// It has more parts than a document needs.
    TooMany(usize),
    /// What is in it is nested deeper than a document needs.
    TooDeep,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPackage => f.write_str("this is no Word document (.docx), or the end of it is missing"),
            Self::Old => f.write_str(
                "this is a document of Word before 2007, or one with a password; save it as .docx without one",
            ),
            Self::NoDocument => {
                f.write_str("there is no Word document in this file; save the text as .docx")
            }
            Self::Part(name) => {
                let name = crate::text::printable(name);
                write!(f, "its part {name} cannot be read; open it in Word or LibreOffice and save it again")
            }
            Self::TooLarge(most) => write!(f, "it unpacks to more than {most} MiB; no document is that long"),
            Self::TooMany(most) => write!(f, "there are more than {most} parts in it; no document has as many"),
            Self::TooDeep => f.write_str("what is in it is nested too deep; no document is"),
        }
    }
}

impl std::error::Error for Problem {}
