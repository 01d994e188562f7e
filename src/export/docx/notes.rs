//! Footnotes as a part of the package.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write as _;

use super::merge::{Merged, Placed, Sides, State, merged, plain};
use super::model::{Flow, Ink};
use super::package::HEAD;
use super::page::Page;
use crate::text::slice;

/// The footnotes of both texts, in one.
pub(super) fn merged_notes(old: &Flow, new: &Flow, sides: &Sides<'_>) -> BTreeMap<usize, Vec<Merged>> {
    let names: BTreeSet<usize> = old.notes.keys().chain(new.notes.keys()).copied().collect();
    let both = |note: usize| match (old.notes.get(&note), new.notes.get(&note)) {
        (Some(one), Some(two)) => merged(one, two, sides),
        // A note that came or went does so with its reference.
        (one, two) => plain(one.or(two).map_or(&[], Vec::as_slice)),
    };
    names.into_iter().map(|note| (note, both(note))).collect()
}

/// The notes that a reference in the text `body` stays of.
pub(super) fn kept(body: &[Merged]) -> HashSet<usize> {
    let of = |placed: &Placed| match placed.glyph.ink {
        Ink::Note(note) if placed.state == State::Same => Some(note),
        _ => None,
    };
    let mut out = HashSet::new();
    for block in body {
        match block {
            Merged::Para(para) => out.extend(para.glyphs.iter().filter_map(of)),
            Merged::Row(row) => out.extend(row.cells.iter().flatten().filter_map(of)),
        }
    }
    out
}

impl Page<'_> {
    /// The part; nothing where nobody referred to a note.
    pub(super) fn footnotes(&mut self, texts: &BTreeMap<usize, Vec<Merged>>) -> Option<String> {
        if self.notes.order.is_empty() {
            return None;
        }
        let mut out = format!(
            "{HEAD}<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
             xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\">\
             <w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
             <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>\
             </w:footnote>"
        );
        // A note may refer to another one, which is found on the way.
        let mut at = 0;
        while let Some((note, _)) = self.notes.order.get(at).copied() {
            at += 1;
            let blocks = texts.get(&note).map_or(&[][..], Vec::as_slice);
            let text = self.blocks(blocks, &BTreeSet::new(), false);
            let mark = format!(
                "<w:r><w:rPr><w:rStyle w:val=\"{}\"/></w:rPr><w:footnoteRef/></w:r>\
                 <w:r><w:t xml:space=\"preserve\"> </w:t></w:r>",
                self.styles.id("FootnoteReference")
            );
            let _ = write!(out, "<w:footnote w:id=\"{at}\">{}</w:footnote>", with_mark(&text, &mark));
        }
        out.push_str("</w:footnotes>");
        Some(out)
    }
}

/// `xml` with `mark` as the first thing of its first paragraph.
fn with_mark(xml: &str, mark: &str) -> String {
    const END: &str = "</w:pPr>";
    match xml.find(END) {
        Some(at) => {
            let at = at + END.len();
            format!("{}{mark}{}", slice(xml, 0..at), slice(xml, at..xml.len()))
        }
        None => format!("<w:p>{mark}</w:p>{xml}"),
    }
}
