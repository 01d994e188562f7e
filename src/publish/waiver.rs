//! Keeping the waivers of an export in the front matter of its document.

use crate::document::{FrontMatter, Waiver};
use crate::text::Change;

/// `source` with `waivers` in its front matter, those that it has left as they are; and why there is one, if so, that
/// cannot be put there.
pub fn with_waivers(source: &str, waivers: &[Waiver]) -> (String, Option<&'static str>) {
    let (mut text, mut problem) = (source.to_owned(), None);
    for waiver in waivers {
        match FrontMatter::with_waiver(&text, waiver) {
            Ok(Some(edit)) => text = Change::from(edit).applied(&text),
            Ok(None) => {}
            Err(why) => problem = Some(why),
        }
    }
    (text, problem)
}
