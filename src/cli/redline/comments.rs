//! What reviewers say of the text after, set beside it.

use std::path::Path;

use super::pair::Pair;
use crate::document::Document;
use crate::report::changes::Note;
use crate::review::{Ground, Kind, Thread};
use crate::sidecars::Sidecars;

/// Adds to `pair` what stands in the reviews of the document at `path`. A file of reviews that cannot be read is left to
/// `prfaq review`, which says what is wrong with it.
pub(super) fn add(pair: &mut Pair, path: &Path) {
    let sidecars = Sidecars::open(path);
    if sidecars.reviews().sidecars().is_empty() {
        return;
    }
    let document = Document::parse(&pair.new.text, &[]);
    let ground = Ground::new(&pair.new.text, &document);
    let threads = sidecars.reviews().threads(&ground);
    pair.comments = threads.iter().filter(|thread| thread.is_open()).filter_map(note).collect();
}

fn note(thread: &Thread) -> Option<Note> {
    let root = &thread.root;
    let said = match &root.kind {
        Kind::Suggestion { to } if to.is_empty() => "strike it".to_owned(),
        Kind::Suggestion { to } => format!("write \"{to}\""),
        Kind::Comment | Kind::Question => String::new(),
    };
    let words: Vec<&str> = [said.as_str(), &root.text].into_iter().filter(|text| !text.is_empty()).collect();
    let text = if words.is_empty() { "?".to_owned() } else { words.join(": ") };
    let head = format!("{}, {}, {}", root.by, root.kind.name(), thread.status.name());
    Some(Note { after: true, span: thread.place?.span, head, text })
}
