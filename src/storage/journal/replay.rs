//! What a journal that was left behind holds.

use std::path::PathBuf;

use super::record::{Record, records};
use crate::text::{Change, slice};

/// What a journal says, as far as it can be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Replay {
    /// Who wrote it.
    pub pid: Option<u32>,
    /// The document, absolute; `None` for one without a name.
    pub document: Option<PathBuf>,
    /// The text with everything that was done to it; `None` where nothing was unsaved.
    pub text: Option<String>,
}

/// Reads `bytes`: the last whole text, and every edit after it up to the first that is torn or does not fit.
pub(super) fn replay(bytes: &[u8]) -> Replay {
    let mut found = Replay::default();
    for record in records(bytes) {
        match record {
            Record::Header { pid, document } => {
                found.pid = Some(pid);
                found.document = document;
            }
            Record::Whole(text) => found.text = Some(text),
            Record::Edits(edits) => {
                let Some(text) = &mut found.text else { return found };
                let count = edits.len();
                let change = Change::new(edits);
                if change.edits().len() != count || !fits(&change, text) {
                    return found;
                }
                apply(&change, text);
            }
        }
    }
    found
}

fn fits(change: &Change, text: &str) -> bool {
    let fits = |at: usize| text.is_char_boundary(at);
    change.edits().iter().all(|edit| fits(edit.span.start) && fits(edit.span.end))
}

/// In place: a journal may have a hundred thousand edits, and the text a million bytes.
fn apply(change: &Change, text: &mut String) {
    for edit in change.edits().iter().rev() {
        debug_assert_eq!(slice(text, edit.span).len(), edit.span.len());
        text.replace_range(edit.span.start..edit.span.end, &edit.insert);
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::{edits, header, whole};
    use super::*;
    use crate::text::Edit;

    #[test]
    fn the_longest_prefix_that_makes_sense_is_what_counts() {
        let good = [
            header(1, None),
            whole("one two"),
            edits(&Change::new(vec![Edit::insert(3, "s"), Edit::insert(7, "!"), Edit::delete(0..1)])),
        ];
        let bytes = good.concat();
        assert_eq!(replay(&bytes).text.as_deref(), Some("nes two!"));
        let beyond = [bytes.as_slice(), &edits(&Edit::delete(5..99).into())].concat();
        assert_eq!(replay(&beyond).text.as_deref(), Some("nes two!"));
        let anew = [beyond.as_slice(), &whole("never read")].concat();
        assert_eq!(replay(&anew).text.as_deref(), Some("nes two!"));
        assert_eq!(replay(&header(1, None)).text, None);
        assert_eq!(replay(b"something else"), Replay::default());
    }
}
