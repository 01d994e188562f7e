//! Comments: where they stand in the text, and the parts of the package that hold them.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use super::merge::{Merged, Placed, State};
use super::model::Ink;
use super::package::HEAD;
use super::page::Ranges;
use super::tracked::Remark;
use super::xml::escape;
use crate::text::Span;
use crate::word::replies::{Replies, key};

/// Ids of their paragraphs begin here, far from those of the text.
const PARAGRAPHS: usize = 0x4000_0000;

/// The comments of a document.
#[derive(Debug, Default)]
pub(super) struct Comments {
    pub ranges: Ranges,
    said: String,
    extended: String,
    count: usize,
    paragraphs: usize,
    replies: Replies,
}

impl Comments {
    /// `remarks` on the text `blocks` and its `notes`: what is about words of a note is about its mark, since few programs
    /// know comments in notes. What stands nowhere in it goes to its first paragraph where `all` of the document is
    /// exported, and is left out where it may be about what was left out.
    pub fn of(
        remarks: &[Remark],
        blocks: &[Merged],
        notes: &BTreeMap<usize, Vec<Merged>>,
        all: bool,
    ) -> Self {
        let glyphs = glyphs(blocks);
        let places = Places::of(&glyphs);
        let notes: Vec<(usize, Places)> =
            notes.iter().map(|(note, blocks)| (*note, Places::of(&self::glyphs(blocks)))).collect();
        let mut out = Self::default();
        for remark in remarks {
            let on_note = |span| {
                let is_there = |(_, own): &&(usize, Places)| own.find(span, remark.change).is_some();
                mark_of(&glyphs, notes.iter().find(is_there)?.0)
            };
            let in_text = |span: Span| {
                let found = places.find(span, remark.change);
                found.or_else(|| word_at(&glyphs, span.start).filter(|_| span.is_empty()))
            };
            let place = remark.span.and_then(|span| on_note(span).or_else(|| in_text(span)));
            let title = || first_paragraph(blocks).filter(|_| all && remark.is_of_reader);
            if let Some((first, last)) = place.or_else(title) {
                out.remark(remark, first, last);
            }
        }
        out
    }

    fn remark(&mut self, remark: &Remark, first: usize, last: usize) {
        let mut parent = None;
        let mut root: Option<String> = None;
        for (author, text) in &remark.said {
            let own = key(&author.by, author.at, text);
            self.replies.add(own.clone(), root.clone());
            root.get_or_insert(own);
            let id = self.count;
            self.count += 1;
            self.ranges.add(id, first, last);
            let _ = write!(
                self.said,
                "<w:comment w:id=\"{id}\" w:author=\"{}\" w:date=\"{}\" w:initials=\"{}\">",
                escape(&author.by),
                author.date(),
                escape(&author.initials())
            );
            let mut paragraph = String::new();
            for line in text.split('\n') {
                paragraph = format!("{:08X}", PARAGRAPHS + self.paragraphs);
                self.paragraphs += 1;
                let _ = write!(
                    self.said,
                    "<w:p w14:paraId=\"{paragraph}\"><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr><w:r>\
                     <w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                    escape(line)
                );
            }
            self.said.push_str("</w:comment>");
            let done = u8::from(remark.done);
            let of = parent.as_ref().map(|of| format!(" w15:paraIdParent=\"{of}\"")).unwrap_or_default();
            let _ =
                write!(self.extended, "<w15:commentEx w15:paraId=\"{paragraph}\"{of} w15:done=\"{done}\"/>");
            parent.get_or_insert(paragraph);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The part with what is said.
    pub fn xml(&self) -> String {
        format!(
            "{HEAD}<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\">{}</w:comments>",
            self.said
        )
    }

    /// The part that tells what answers what to programs that do not know Word's; nothing where nobody answers.
    pub fn replies_xml(&self) -> Option<String> {
        self.replies.to_xml()
    }

    /// The part with what answers what, and what is done.
    pub fn extended_xml(&self) -> String {
        format!(
            "{HEAD}<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w15\">{}</w15:commentsEx>",
            self.extended
        )
    }
}

/// The glyphs of `blocks` in the order they are written, each with the number of its paragraph.
fn glyphs(blocks: &[Merged]) -> Vec<(usize, Placed)> {
    let mut paragraphs: Vec<&[Placed]> = Vec::new();
    for block in blocks {
        match block {
            Merged::Para(para) => paragraphs.push(&para.glyphs),
            Merged::Row(row) => paragraphs.extend(row.cells.iter().map(Vec::as_slice)),
        }
    }
    let numbered = paragraphs.into_iter().enumerate();
    numbered.flat_map(|(at, glyphs)| glyphs.iter().map(move |placed| (at, *placed))).collect()
}

/// Where glyphs stand, by their bytes in the text that reviewers read and by the change that they are of: found without
/// looking at all of them for every remark.
struct Places {
    /// Bytes and number of each glyph, by the first byte.
    by_byte: Vec<(Span, usize)>,
    /// The first and last glyph of each change.
    by_change: HashMap<usize, (usize, usize)>,
    /// The most bytes that a glyph has.
    longest: usize,
}

impl Places {
    fn of(glyphs: &[(usize, Placed)]) -> Self {
        let mut out = Self { by_byte: Vec::new(), by_change: HashMap::new(), longest: 0 };
        for (at, (_, placed)) in glyphs.iter().enumerate() {
            if let State::Deleted(who) | State::Inserted(who) = placed.state {
                out.by_change.entry(who).or_insert((at, at)).1 = at;
            }
            if let Some(mid) = placed.mid {
                out.by_byte.push((mid, at));
                out.longest = out.longest.max(mid.len());
            }
        }
        out.by_byte.sort_by_key(|(mid, _)| mid.start);
        out
    }

    /// The first and last glyph of `span`, and of change number `change`.
    fn find(&self, span: Span, change: Option<usize>) -> Option<(usize, usize)> {
        let own = change.and_then(|change| self.by_change.get(&change)).copied();
        let from = span.start.saturating_sub(self.longest);
        let first = self.by_byte.partition_point(|(mid, _)| mid.start < from);
        let near = self.by_byte.iter().skip(first).take_while(|(mid, _)| mid.start < span.end);
        let found = near.filter(|(mid, _)| mid.overlaps(span)).map(|(_, at)| (*at, *at)).chain(own);
        found.reduce(|one, two| (one.0.min(two.0), one.1.max(two.1)))
    }
}

/// The mark of `note`; rather one that stays.
fn mark_of(glyphs: &[(usize, Placed)], note: usize) -> Option<(usize, usize)> {
    let is_mark = |(_, placed): &(usize, Placed)| placed.glyph.ink == Ink::Note(note);
    let stays = |own: &(usize, Placed)| is_mark(own) && own.1.state == State::Same;
    let at = glyphs.iter().position(stays).or_else(|| glyphs.iter().position(is_mark))?;
    Some((at, at))
}

/// The word that ends at byte `at` or before it; the first one where there is none.
fn word_at(glyphs: &[(usize, Placed)], at: usize) -> Option<(usize, usize)> {
    let is_ink = |placed: &Placed| {
        placed.mid.is_some() && matches!(placed.glyph.ink, Ink::Char(c) if !c.is_whitespace())
    };
    let ends = |placed: &Placed| placed.mid.is_some_and(|mid| mid.end <= at);
    let before = glyphs.iter().rposition(|(_, placed)| is_ink(placed) && ends(placed));
    let found = before.or_else(|| glyphs.iter().position(|(_, placed)| is_ink(placed)))?;
    let paragraph = glyphs.get(found).map(|(paragraph, _)| *paragraph)?;
    let is_of_word = |(own, placed): &&(usize, Placed)| *own == paragraph && is_ink(placed);
    let head = glyphs.get(..found)?.iter().rev().take_while(is_of_word).count();
    let tail = glyphs.get(found + 1..)?.iter().take_while(is_of_word);
    // What stands behind the place is not of it.
    let tail = tail.take_while(|(_, placed)| before.is_none() || ends(placed)).count();
    Some((found - head, found + tail))
}

fn first_paragraph(blocks: &[Merged]) -> Option<(usize, usize)> {
    let mut at = 0;
    for block in blocks {
        let len = match block {
            Merged::Para(para) => para.glyphs.len(),
            Merged::Row(row) => row.cells.iter().map(Vec::len).sum(),
        };
        if len > 0 {
            return Some((at, at + len - 1));
        }
        at += len;
    }
    None
}
