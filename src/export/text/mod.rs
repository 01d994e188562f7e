//! Plain text, wrapped for a mail: no markup but what a typewriter has.
//!
//! Headings are underlined, lists and quotations have their signs, addresses stand in `<>` behind the words, notes at
//! the end. Raw HTML is shown as it is written, comments are left out, pictures are their description.

mod page;
mod table;
#[cfg(test)]
mod tests;
mod writer;

use super::html::foot::waiver_line;
use super::{Manuscript, Selection};

/// The longest line, in cells, where its words allow it: what mails have had since RFC 2822 leaves room for `> `.
const WIDTH: usize = 72;

/// The parts of `manuscript` that `selection` names, as plain text. Waivers that lifted the gate stand at the end, unless
/// anybody may read it.
pub fn text(manuscript: &Manuscript<'_>, selection: &Selection) -> String {
    let mut writer = writer::Writer::default();
    for (event, _) in selection.events(manuscript.source, manuscript.document) {
        writer.event(event);
    }
    let mut out = writer.finish();
    let waivers = manuscript.verdict.waivers.iter().filter(|_| !selection.is_public());
    let lines: Vec<String> = waivers.map(|waiver| page::wrapped(&waiver_line(waiver), "", "")).collect();
    if !lines.is_empty() {
        // What stands below these two hyphens is no part of a mail's text.
        out.push_str("\n-- \n");
        out.push_str(&lines.concat());
    }
    out
}
