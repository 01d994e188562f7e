//! `prfaq export --to docx`: what a Word document needs from the disk and from git beside the document itself.

use std::path::Path;

use anyhow::{anyhow, bail};

use crate::analysis::Analysis;
use crate::cli::args::Word as Args;
use crate::cli::inputs::Read;
use crate::cli::out::Out;
use crate::cli::redline;
use crate::drafts::{self, Drafts, NOW};
use crate::export::docx::{Author, Reference};
use crate::export::{Manuscript, Selection};
use crate::git::Repository;
use crate::publish::Docx;
use crate::sidecars::reviewer;
use crate::storage::{self, Shown, State};

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
    if selection.is_public() && (args.pen || args.redline.is_some()) {
        bail!("--public: what was changed, and what the pen says, is for colleagues");
    }
    let since = args.redline.as_ref().map(|from| since(read, from, by, out)).transpose()?;
    let reference = args.reference_doc.as_deref().map(house).transpose()?;
    let docx = Docx {
        since: since.as_ref().map(|(text, author)| (text.as_str(), author)),
        pen: args.pen,
        has_reviews: !args.no_reviews,
        is_embedded: !args.no_embed,
        reference: reference.as_ref(),
        by,
    };
    docx.written(&super::paper(read), analysis, manuscript, selection)
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
    let bytes = storage::read_bytes(path).map_err(|error| anyhow!("--reference-doc {error}"))?;
    Reference::read(&bytes).map_err(|problem| anyhow!("--reference-doc {}: {problem}", Shown(path)))
}
