//! Documents written and taken apart again.

mod back;
mod constructs;
mod hostile;
mod said;
mod taken;
mod walk;

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use jiff::Timestamp;
use zip::ZipArchive;

use super::{Author, Reference, Word, docx};
use crate::document::Document;
use crate::export::{Manuscript, Selection};
use crate::lint::Diagnostic;
use crate::review::{Id, Kind, Place, Record, Status, Thread};
use crate::score::Score;
use crate::score::gate::{Gate, Verdict};
use crate::text::{Span, slice};

/// A document and what is to become of it.
#[derive(Default)]
struct Desk {
    source: String,
    before: Option<String>,
    threads: Vec<Thread>,
    embedded: Option<String>,
    selection: Selection,
    reference: Option<Reference>,
    diagnostics: Vec<Diagnostic>,
    verdict: Verdict,
    pen: bool,
}

impl Desk {
    fn of(source: &str) -> Self {
        let document = Document::parse(source, &[]);
        let verdict = Gate::default().judge(&Score::of(&document, &[], &[]), &[], &document);
        Self { source: source.to_owned(), verdict, ..Self::default() }
    }

    fn since(before: &str, source: &str) -> Self {
        Self { before: Some(before.to_owned()), ..Self::of(source) }
    }

    /// Does it with the manuscript.
    fn with<T>(&self, then: impl FnOnce(&Manuscript<'_>) -> T) -> T {
        let document = Document::parse(&self.source, &[]);
        let score = Score::of(&document, &[], &[]);
        then(&Manuscript {
            source: &self.source,
            document: &document,
            score: &score,
            verdict: &self.verdict,
            diagnostics: &self.diagnostics,
        })
    }

    /// What is exported, as Markdown.
    fn markdown(&self) -> String {
        self.with(|manuscript| crate::export::markdown(manuscript, &self.selection))
    }

    fn bytes(&self) -> Vec<u8> {
        let author = author("Ann & <Lee>");
        let word = Word {
            selection: &self.selection,
            author: Some("Bo \"Author\" & <Co>"),
            since: self.before.as_deref().map(|before| (before, &author)),
            pen: self.pen,
            threads: &self.threads,
            embedded: self.embedded.as_deref(),
            reference: self.reference.as_ref(),
            parse: &|text| Document::parse(text, &[]),
        };
        self.with(|manuscript| docx(manuscript, &word)).unwrap()
    }

    fn parts(&self) -> BTreeMap<String, String> {
        unpacked(&self.bytes())
    }

    fn body(&self) -> String {
        self.parts()["word/document.xml"].clone()
    }
}

/// All parts, each of which is well-formed.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(str::to_owned).collect();
    names
        .into_iter()
        .map(|name| {
            let mut text = String::new();
            zip.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
            roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
            (name, text)
        })
        .collect()
}

fn moment() -> Timestamp {
    "2027-02-01T10:30:00Z".parse().unwrap()
}

fn author(name: &str) -> Author {
    Author { by: name.to_owned(), at: Some(moment()) }
}

fn record(by: &str, kind: Kind, text: &str) -> Record {
    Record {
        id: Id::parse("x_1").unwrap(),
        by: by.to_owned(),
        at: moment(),
        kind,
        anchor: None,
        text: text.to_owned(),
        status: None,
        re: None,
    }
}

/// A thread on the bytes `span`.
fn thread(span: Option<Span>, root: Record) -> Thread {
    let place = span.map(|span| Place { span, exact: true });
    Thread { root, replies: Vec::new(), status: Status::Open, place, overdue: None }
}

/// Where `words` stand in `source` for the first time.
fn find(source: &str, words: &str) -> Span {
    let at = source.find(words).unwrap();
    Span::new(at, at + words.len())
}

fn suggestion(source: &str, words: &str, to: &str) -> Thread {
    thread(Some(find(source, words)), record("Ann Lee", Kind::Suggestion { to: to.to_owned() }, ""))
}
