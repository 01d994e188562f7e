//! The questions of a document's reviews that keep its gate shut.

use std::path::Path;

use super::inputs::Read;
use super::out::Out;
use crate::document::Document;
use crate::review::{Ground, Thread};
use crate::sidecars::{self, Sidecars};
use crate::storage::Shown;
use crate::text::{Positions, printable};

/// The questions about the document `read` that want an answer today, each as a reason of the gate: its part, who asks,
/// what and where. Nothing where nobody reviews it.
///
/// # Errors
///
/// A review cannot be read: there may be a question in it.
pub(super) fn open(read: &Read, document: &Document) -> anyhow::Result<Option<Vec<String>>> {
    if read.path == Path::new("-") {
        return Ok(None);
    }
    let sidecars = Sidecars::open(&read.path);
    if let Some(problem) = sidecars.problems().first() {
        anyhow::bail!("{problem}");
    }
    if sidecars.reviews().sidecars().is_empty() {
        return Ok(None);
    }
    let today = jiff::Zoned::now().date();
    let positions = Positions::new(&read.source);
    let open = sidecars.reviews().open_questions(&Ground::new(&read.source, document), today);
    Ok(Some(open.iter().map(|thread| reason(thread, read, document, &positions)).collect()))
}

/// Says so where the reviews of `document` may have been left behind when it was renamed: its open questions are there.
pub(super) fn note_left_behind(document: &Path, out: &mut Out) {
    for folder in sidecars::left_behind(document).iter().take(3) {
        out.note(&format!(
            "{}: reviews of a document that is not here; if it was renamed to {}, rename them to {}",
            Shown(folder),
            Shown(document),
            Shown(&sidecars::folder(document))
        ));
    }
}

fn reason(thread: &Thread, read: &Read, document: &Document, positions: &Positions<'_>) -> String {
    let root = &thread.root;
    let block = thread.place.and_then(|place| document.blocks.get(document.block_at(place.span.start)?));
    let part = block.and_then(|block| document.part_of(block)).map_or("document", |part| part.id.as_str());
    let quote = root.anchor.as_ref().map_or("", |anchor| anchor.quote.as_str());
    let asked = match (root.text.trim(), quote) {
        ("", "") => "?".to_owned(),
        ("", quote) => format!("? \"{quote}\""),
        (text, _) => text.split_whitespace().collect::<Vec<_>>().join(" "),
    };
    let place = thread.place.map(|place| positions.of(place.span.start));
    let place = place.map(|at| format!("{}:{}:{}, ", read.shown, at.line, at.column)).unwrap_or_default();
    let due = thread.overdue.map(|by| format!("; the answer was due by {by}")).unwrap_or_default();
    printable(&format!("{part}: {} asks: {asked} ({place}{}){due}", root.by, root.id)).into_owned()
}
