//! A document with its reviews, opened to be worked with.

use std::path::Path;
use std::sync::Arc;

use anyhow::anyhow;

use crate::analysis::Analysis;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::inputs::{self, Read};
use crate::cli::out::Out;
use crate::document::{Document, PartSpec};
use crate::review::{Anchor, Found, Ground, Thread};
use crate::sidecars::Sidecars;
use crate::storage;
use crate::text::{Change, Edit, Positions, Span, printable};

/// A document and what was said of it.
pub(super) struct Opened {
    pub read: Read,
    pub document: Document,
    /// The parts that its template asks for.
    pub specs: Arc<[PartSpec]>,
    pub sidecars: Sidecars,
}

impl Opened {
    /// Opens the document at `path` and the reviews beside it.
    pub fn new(path: &Path, config: Option<&Path>) -> anyhow::Result<Self> {
        if path == Path::new("-") {
            return Err(anyhow!("reviews stand beside a file; standard input has no folder"));
        }
        let read = inputs::read(path, None).map_err(anyhow::Error::msg)?;
        let Analysis { document, specs, .. } = analysed(&read.path, &read.source, config)?;
        let sidecars = Sidecars::open(&read.path);
        Ok(Self { read, document, specs, sidecars })
    }

    /// Who reviews: `named`, else git's user, else the system's; spelt as in their file, where they have one.
    pub fn reviewer(&self, named: Option<&str>) -> anyhow::Result<String> {
        let name = crate::sidecars::reviewer(named).map_err(anyhow::Error::msg)?;
        self.sidecars.spelt(&name).map_err(anyhow::Error::msg)
    }

    /// All threads, in the order of the document.
    pub fn threads(&self) -> Vec<Thread> {
        self.sidecars.reviews().threads_on(&self.ground(), jiff::Zoned::now().date())
    }

    fn ground(&self) -> Ground<'_> {
        Ground::new(&self.read.source, &self.document)
    }

    /// The thread of the record that `id` means.
    pub fn thread(&self, id: &str) -> anyhow::Result<Thread> {
        let found = match self.sidecars.reviews().find(id) {
            Found::One(record) => record.id.clone(),
            Found::None => {
                let list = "prfaq review FILE --list shows what there is";
                return Err(anyhow!("there is no record `{}` in {}; {list}", printable(id), self.read.shown));
            }
            Found::Several(ids) => {
                let ids: Vec<&str> = ids.into_iter().map(crate::review::Id::as_str).collect();
                return Err(anyhow!("`{}` may be any of {}; give more of it", printable(id), ids.join(", ")));
            }
        };
        let is_it =
            |thread: &Thread| thread.root.id == found || thread.replies.iter().any(|reply| reply.id == found);
        self.threads().into_iter().find(is_it).ok_or_else(|| anyhow!("there is no record `{found}`"))
    }

    /// The anchor of the words `quote`, where they stand once, or begin in `line`.
    pub fn anchor(&self, quote: &str, line: Option<usize>) -> anyhow::Result<Anchor> {
        let positions = Positions::new(&self.read.source);
        let line_of = |span: &Span| positions.of(span.start).line;
        let head = self.document.front_matter.span;
        let found: Vec<Span> =
            self.ground().quoted(quote).into_iter().filter(|span| span.start >= head.end).collect();
        let meant: Vec<&Span> =
            found.iter().filter(|span| line.is_none_or(|line| line_of(span) == line)).collect();
        match (meant.as_slice(), found.is_empty()) {
            ([span], _) => Ok(Anchor::of(&self.read.source, &self.document, **span)),
            ([], true) => Err(anyhow!(
                "{}: these words are not there: \"{}\"; quote the document as it is written",
                self.read.shown,
                printable(quote)
            )),
            _ => {
                let mut lines: Vec<String> = found.iter().map(|span| line_of(span).to_string()).collect();
                lines.dedup();
                let (lines, shown) = (lines.into_iter().take(8).collect::<Vec<_>>(), &self.read.shown);
                Err(match line {
                    Some(line) if meant.len() > 1 => {
                        anyhow!(
                            "{shown}: these words stand {} times in line {line}; quote more of them",
                            meant.len()
                        )
                    }
                    Some(line) => {
                        anyhow!(
                            "{shown}: these words do not begin in line {line}, but in {}",
                            lines.join(", ")
                        )
                    }
                    None if lines.len() == 1 => {
                        anyhow!(
                            "{shown}: these words stand {} times in line {}; quote more of them",
                            found.len(),
                            lines.join("")
                        )
                    }
                    None => anyhow!(
                        "{shown}: these words stand in lines {}; quote more of them, or add --line N",
                        lines.join(", ")
                    ),
                })
            }
        }
    }

    /// Edits the document and saves it.
    pub fn edit(&mut self, edit: Edit) -> anyhow::Result<()> {
        self.replace(Change::from(edit).applied(&self.read.source))
    }

    /// Saves the document with another text.
    pub fn replace(&mut self, text: String) -> anyhow::Result<()> {
        let saved = storage::save(&self.read.path, &text, self.read.identity.as_ref())?;
        self.read.source = text;
        self.read.identity = Some(saved.identity);
        Ok(())
    }

    /// Says what could not be read.
    pub fn complain(&self, out: &mut Out) -> Exit {
        for problem in self.sidecars.problems() {
            out.error(problem);
        }
        if self.sidecars.problems().is_empty() { Exit::Clean } else { Exit::Trouble }
    }
}

/// What is known of `source`, the text of the file at `path`.
pub(in crate::cli) fn analysed(path: &Path, source: &str, config: Option<&Path>) -> anyhow::Result<Analysis> {
    let (mut analyst, _) = Desk::new(config).analyst(path, None)?;
    Ok(analyst.analyse(source))
}
