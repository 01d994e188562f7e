//! `prfaq export --to docx`: what a Word document needs from the disk, from git and from reviewers.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context, anyhow, bail};

use crate::analysis::Analysis;
use crate::cli::args::Word as Args;
use crate::cli::inputs::Read;
use crate::cli::out::Out;
use crate::cli::redline;
use crate::document::Document;
use crate::drafts::{self, Drafts, NOW};
use crate::export::docx::{Author, Reference, Word, docx};
use crate::export::{self, Manuscript, Selection};
use crate::git::Repository;
use crate::review::{Ground, Thread};
use crate::sidecars::{Sidecars, reviewer};
use crate::storage::{Shown, State};
use crate::word::Embedded;

/// A house's document is not larger than this.
const MOST: u64 = 64 << 20;

/// The document as the bytes of a Word document; `by` is whose changes are that nobody else signed.
///
/// # Errors
///
/// There is no such revision or house document, or nobody to sign the changes.
pub(super) fn written(
    read: &Read,
    analysis: &Analysis,
    manuscript: &Manuscript<'_>,
    (args, selection): (&Args, &Selection),
    by: Option<&str>,
    out: &mut Out,
) -> anyhow::Result<Vec<u8>> {
    let is_public = selection.is_public();
    if is_public && (args.pen || args.redline.is_some()) {
        bail!("--public: what was changed, and what the pen says, is for colleagues");
    }
    // Who lifted the gate may be known, what for is the house's own.
    let mut verdict = manuscript.verdict.clone();
    if is_public {
        verdict.waivers.iter_mut().for_each(|waiver| "for the house to know".clone_into(&mut waiver.reason));
    }
    let manuscript = &Manuscript { verdict: &verdict, ..*manuscript };
    let parse = |text: &str| Document::parse(text, &analysis.specs);
    let since = args.redline.as_ref().map(|from| since(read, from, by, out)).transpose()?;
    let embedded = (!args.no_embed).then(|| {
        // What is left when every change is rejected.
        let base = since.as_ref().map(|(text, _)| (text.as_str(), parse(text)));
        let markdown = match &base {
            Some((source, document)) => {
                export::markdown(&Manuscript { source, document, ..*manuscript }, selection)
            }
            None => export::markdown(manuscript, selection),
        };
        Embedded { markdown }.to_xml()
    });
    let reference = args.reference_doc.as_deref().map(house).transpose()?;
    let threads = if args.no_reviews || is_public { Vec::new() } else { threads(read, &analysis.document)? };
    let author = reviewer(by).ok();
    let word = Word {
        selection,
        author: author.as_deref(),
        since: since.as_ref().map(|(text, author)| (text.as_str(), author)),
        pen: args.pen,
        threads: &threads,
        embedded: embedded.as_deref(),
        reference: reference.as_ref(),
        parse: &parse,
    };
    Ok(docx(manuscript, &word)?)
}

/// What the document was, and who changed it since.
fn since(read: &Read, from: &str, by: Option<&str>, out: &mut Out) -> anyhow::Result<(String, Author)> {
    if read.path == Path::new("-") {
        bail!("--redline: standard input was never another; name the file");
    }
    let before = redline::before(&read.path, from, out)?;
    Ok((before, changed_by(&read.path, by)?))
}

/// Who made the last change of the document at `path`, and when: of the commit that made it, where it is committed, else
/// of whoever exports it, when the file was saved.
fn changed_by(path: &Path, by: Option<&str>) -> anyhow::Result<Author> {
    let drafts = Drafts::of(path, State::locate().as_ref()).ok();
    let last = drafts.as_ref().and_then(|drafts| drafts.list.last());
    let at = last.and_then(|last| jiff::Timestamp::from_second(last.when).ok());
    let is_committed = drafts.as_ref().is_some_and(|drafts| drafts.kind == drafts::Kind::Git)
        && last.is_some_and(|last| last.id != NOW);
    let committer = || {
        let repository = Repository::around(path).ok()?;
        repository.last_author(&repository.revision("HEAD").ok()?, &repository.inside(path)?)
    };
    if let (true, Some(by)) = (is_committed, committer()) {
        return Ok(Author { by, at });
    }
    let by = reviewer(by).map_err(|problem| anyhow!("{}", problem.replace("--as", "--by")))?;
    Ok(Author { by, at })
}

fn house(path: &Path) -> anyhow::Result<Reference> {
    let name = || format!("--reference-doc {}", Shown(path));
    let mut bytes = Vec::new();
    let file = File::open(path).with_context(name)?;
    file.take(MOST).read_to_end(&mut bytes).with_context(name)?;
    Reference::read(&bytes).map_err(|problem| anyhow!("{}: {problem}", name()))
}

/// What reviewers said of the document.
fn threads(read: &Read, document: &Document) -> anyhow::Result<Vec<Thread>> {
    if read.path == Path::new("-") {
        return Ok(Vec::new());
    }
    let sidecars = Sidecars::open(&read.path);
    if let Some(problem) = sidecars.problems().first() {
        bail!("{problem}");
    }
    let ground = Ground::new(&read.source, document);
    Ok(sidecars.reviews().threads_on(&ground, jiff::Zoned::now().date()))
}
