//! The questions of a document's reviews that keep its gate shut.

use super::Paper;
use crate::document::Document;
use crate::review::{Ground, Thread};
use crate::sidecars::Sidecars;
use crate::text::{Positions, printable};

/// The questions about `paper`, which was read as `document`, that want an answer today, each as a reason of the gate: its
/// part, who asks, what and where. Nothing where nobody reviews it.
///
/// # Errors
///
/// A review cannot be read: there may be a question in it. In words for people.
pub fn open_questions(paper: &Paper<'_>, document: &Document) -> Result<Option<Vec<String>>, String> {
    let Some(path) = paper.path else { return Ok(None) };
    let sidecars = Sidecars::open(path);
    if let Some(problem) = sidecars.problems().first() {
        return Err(problem.clone());
    }
    if sidecars.reviews().sidecars().is_empty() {
        return Ok(None);
    }
    let today = jiff::Zoned::now().date();
    let positions = Positions::new(paper.source);
    let open = sidecars.reviews().open_questions(&Ground::new(paper.source, document), today);
    Ok(Some(open.iter().map(|thread| reason(thread, paper, document, &positions)).collect()))
}

fn reason(thread: &Thread, paper: &Paper<'_>, document: &Document, positions: &Positions<'_>) -> String {
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
    let place = place.map(|at| format!("{}:{}:{}, ", paper.shown, at.line, at.column)).unwrap_or_default();
    let due = thread.overdue.map(|by| format!("; the answer was due by {by}")).unwrap_or_default();
    printable(&format!("{part}: {} asks: {asked} ({place}{}){due}", root.by, root.id)).into_owned()
}
