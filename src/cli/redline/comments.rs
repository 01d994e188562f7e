//! What reviewers say of the text after, set beside it.

use super::pair::Pair;
use crate::document::Document;
use crate::report::changes::Note;
use crate::review::{Ground, Kind, Thread};
use crate::sidecars::Sidecars;
use crate::text::slice;

/// Adds to `pair` what stands in the reviews of the file that its text after was read from. A file of reviews that cannot
/// be read is left to `prfaq review`, which says what is wrong with it.
pub(super) fn add(pair: &mut Pair) {
    let Some(file) = &pair.file else { return };
    let sidecars = Sidecars::open(file);
    if sidecars.reviews().sidecars().is_empty() {
        return;
    }
    let document = Document::parse(&pair.new.text, &[]);
    let ground = Ground::new(&pair.new.text, &document);
    let threads = sidecars.reviews().threads_on(&ground, jiff::Zoned::now().date());
    let open = threads.iter().filter(|thread| thread.is_open());
    pair.comments = open.filter_map(|thread| note(thread, &pair.new.text)).collect();
}

fn note(thread: &Thread, text: &str) -> Option<Note> {
    let (root, span) = (&thread.root, thread.place?.span);
    let quote = quoted(slice(text, span));
    let said = match &root.kind {
        Kind::Suggestion { to } if to.is_empty() => format!("strike {quote}"),
        Kind::Suggestion { to } if span.is_empty() => format!("put in {}", quoted(to)),
        Kind::Suggestion { to } => format!("write {} in place of {quote}", quoted(to)),
        Kind::Comment | Kind::Question if span.is_empty() => String::new(),
        Kind::Comment | Kind::Question => format!("on {quote}"),
    };
    let words: Vec<&str> = [said.as_str(), &root.text].into_iter().filter(|text| !text.is_empty()).collect();
    let head = format!("{}, {}, {}", root.by, root.kind.name(), thread.status.name());
    Some(Note { after: true, span, head, text: words.join(": ") })
}

/// The words of `text` in quotation marks; of many the first and the last.
fn quoted(text: &str) -> String {
    const ENDS: usize = 5;
    let words: Vec<&str> = text.split_whitespace().collect();
    let said = match (words.get(..ENDS), words.len().checked_sub(ENDS).and_then(|from| words.get(from..))) {
        (Some(first), Some(last)) if words.len() > 2 * ENDS => {
            format!("{} … {}", first.join(" "), last.join(" "))
        }
        _ => words.join(" "),
    };
    format!("\"{said}\"")
}
