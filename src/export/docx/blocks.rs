//! Merged paragraphs and rows as the body of a document.

use std::collections::BTreeSet;

use docx_rs::{
    BookmarkEnd, BookmarkStart, BuildXML, IndentLevel, LineSpacing, NumberingId, Paragraph, ParagraphChild,
};

use super::lists;
use super::merge::{Merged, MergedPara, MergedRow, State};
use super::model::{Kind, Shape};
use super::page::{Bookmarks, Page};
use super::tables;

/// Quotes stand this far in, in twentieths of a point.
const QUOTE: i32 = 567;

/// Between paragraphs, in twentieths of a point.
const GAP: u32 = 140;

impl Page<'_> {
    /// `blocks` as XML; paragraphs that begin at `breaks` begin a page. In a footnote there are neither pages nor comments.
    pub(super) fn blocks(&mut self, blocks: &[Merged], breaks: &BTreeSet<usize>, is_text: bool) -> String {
        let mut out = String::new();
        let mut rest = blocks;
        let mut after_table = false;
        while let Some((block, others)) = rest.split_first() {
            match block {
                Merged::Para(para) => {
                    let breaks = para.start.is_some_and(|start| is_text && breaks.contains(&start));
                    let around = Around { breaks, after_table, next: others.first() };
                    out.push_str(&self.para(para, &around, is_text));
                    (rest, after_table) = (others, false);
                }
                Merged::Row(row) => {
                    let len = tables::len(rest);
                    let (table, others) = rest.split_at(len.max(1));
                    let rows: Vec<&MergedRow> = table
                        .iter()
                        .filter_map(|block| if let Merged::Row(row) = block { Some(row) } else { None })
                        .collect();
                    if after_table {
                        // Two tables with nothing between them are one to Word.
                        out.push_str(&self.empty());
                    }
                    out.push_str(&self.table(&rows, row.row.alignments.as_ref(), is_text));
                    (rest, after_table) = (others, true);
                }
            }
        }
        if after_table || out.is_empty() {
            out.push_str(&self.empty());
        }
        out
    }

    fn empty(&mut self) -> String {
        let id = self.paragraph_id();
        built(&Paragraph::new().id(id))
    }

    fn para(&mut self, para: &MergedPara, around: &Around<'_>, is_text: bool) -> String {
        let mut out = self.shaped(&para.shape, para.mark, is_text);
        if around.breaks {
            out = out.page_break_before(true);
        }
        // Items stand close, a list and a table do not.
        let is_item = |block: &Merged| matches!(block, Merged::Para(para) if para.shape.item.is_some());
        if para.shape.item.is_some() && !around.next.is_some_and(is_item) {
            out = out.line_spacing(LineSpacing::new().after(GAP));
        } else if around.after_table && para.shape.kind == Kind::Body {
            out = out.line_spacing(LineSpacing::new().before(GAP));
        }
        out = self.marked(out, para.mark);
        out.children = self.inline(&para.glyphs, is_text);
        let bookmark = para.start.filter(|_| is_text).and_then(|start| self.bookmarks.at(start));
        if let Some(number) = bookmark.filter(|_| matches!(para.shape.kind, Kind::Heading(_))) {
            let start = BookmarkStart::new(number, Bookmarks::name(number));
            out.children.insert(0, ParagraphChild::BookmarkStart(start));
            out.children.push(ParagraphChild::BookmarkEnd(BookmarkEnd::new(number)));
        }
        built(&out)
    }

    /// A paragraph whose mark has come or gone.
    pub(super) fn marked(&self, paragraph: Paragraph, mark: State) -> Paragraph {
        let (by, date) = self.author(mark);
        match mark {
            State::Same => paragraph,
            State::Inserted(_) => paragraph.insert(by, date),
            State::Deleted(_) => paragraph.delete(by, date),
        }
    }

    fn shaped(&mut self, shape: &Shape, mark: State, is_text: bool) -> Paragraph {
        let id = self.paragraph_id();
        let mut out = Paragraph::new().id(id);
        let style = match shape.kind {
            Kind::Heading(level) => Some(format!("Heading{}", level.clamp(1, 6))),
            Kind::Code => Some("SourceCode".to_owned()),
            Kind::Rule => Some("HorizontalLine".to_owned()),
            Kind::Body if shape.quotes > 0 => Some("Quote".to_owned()),
            Kind::Body if !is_text => Some("FootnoteText".to_owned()),
            Kind::Body if shape.item.is_some() => Some("ListParagraph".to_owned()),
            Kind::Body => None,
        };
        if let Some(style) = style {
            out = out.style(self.styles.id(&style));
        }
        let quotes = i32::try_from(shape.quotes.min(9)).unwrap_or(0);
        let left = QUOTE * quotes + shape.item.map_or(0, |item| lists::indent(item.level));
        match shape.item {
            Some(item) if item.first => {
                let number = self.lists.number(&item, matches!(mark, State::Deleted(_)));
                let level = item.level.min(lists::LEVELS - 1);
                out = out.numbering(NumberingId::new(number), IndentLevel::new(level));
                if shape.quotes > 0 {
                    let hanging = docx_rs::SpecialIndentType::Hanging(lists::HANGING);
                    out = out.indent(Some(left), Some(hanging), None, None);
                }
                out
            }
            None if shape.quotes <= 1 => {
                self.lists.end();
                out
            }
            _ => out.indent(Some(left), None, None, None),
        }
    }
}

/// What stands around a paragraph.
struct Around<'m> {
    /// Whether a page begins with it.
    breaks: bool,
    /// Whether a table stands right before it.
    after_table: bool,
    next: Option<&'m Merged>,
}

/// An element as XML.
pub(super) fn built(element: &impl BuildXML) -> String {
    String::from_utf8(element.build()).unwrap_or_default()
}
