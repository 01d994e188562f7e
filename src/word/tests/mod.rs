//! Documents written by hand, by pandoc and by LibreOffice, read.

mod drafts;
mod hostile;
mod reading;

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::model::{Block, Inline};
use super::*;

const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
    xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"";

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A package of these parts.
pub(super) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A document with this body, and parts of these kinds beside it.
pub(super) fn with_parts(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let relation =
        |kind: &str| format!("<Relationship Id=\"{kind}\" Type=\"{OFFICE}/{kind}\" Target=\"{kind}.xml\"/>");
    let relations: String = parts.iter().map(|(kind, _)| relation(kind)).collect();
    let link = format!(
        "<Relationship Id=\"rId9\" Type=\"{OFFICE}/hyperlink\" Target=\"https://a.example/x\" TargetMode=\"External\"/>"
    );
    let relations = format!("<Relationships>{relations}{link}</Relationships>");
    let main = format!(
        "<Relationships>{}</Relationships>",
        relation("officeDocument").replace("officeDocument.xml", "word/main.xml")
    );
    let body = format!("<w:document {NAMES}><w:body>{body}</w:body></w:document>");
    let mut all: Vec<(String, String)> = vec![
        ("_rels/.rels".to_owned(), main),
        ("word/main.xml".to_owned(), body),
        ("word/_rels/main.xml.rels".to_owned(), relations),
    ];
    for (kind, inner) in parts {
        all.push((format!("word/{kind}.xml"), format!("<w:{kind} {NAMES}>{inner}</w:{kind}>")));
    }
    let all: Vec<(&str, &str)> = all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    package(&all)
}

/// A document with this body.
pub(super) fn document(body: &str) -> Docx {
    Docx::read(&with_parts(body, &[])).unwrap()
}

/// The file that another program wrote.
pub(super) fn file(name: &str) -> Docx {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/word").join(name);
    Docx::read(&std::fs::read(path).unwrap()).unwrap()
}

/// What stands in `block`: `[-gone-]`, `[+new+]`, `{0:` and `:0}` around what a comment is about.
pub(super) fn told(block: &Block) -> String {
    let mut out = String::new();
    for piece in &block.pieces {
        let text = match &piece.inline {
            Inline::Text { text, .. } => text.clone(),
            Inline::Break => "/".to_owned(),
            Inline::Note(at) => format!("^{at}"),
            Inline::Start(at) => format!("{{{at}:"),
            Inline::End(at) => format!(":{at}}}"),
        };
        let by = |revision: &model::Revision| revision.by.clone();
        match (&piece.tracked.inserted, &piece.tracked.deleted) {
            (None, None) => out.push_str(&text),
            (Some(who), None) => _ = write!(out, "[+{text}+{}]", by(who)),
            (None, Some(who)) => _ = write!(out, "[-{text}-{}]", by(who)),
            (Some(_), Some(_)) => _ = write!(out, "[±{text}±]"),
        }
    }
    let mark = match (&block.mark.inserted, &block.mark.deleted) {
        (None, None) => "",
        (Some(_), None) => "[+¶]",
        _ => "[-¶]",
    };
    format!("{out}{mark}")
}

pub(super) fn all_told(docx: &Docx) -> Vec<String> {
    docx.blocks.iter().map(told).collect()
}
