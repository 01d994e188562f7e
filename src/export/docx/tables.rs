//! Tables: their grid, rows that have come or gone, cells.

use std::fmt::Write as _;

use docx_rs::{AlignmentType, Paragraph};
use pulldown_cmark::Alignment;

use super::blocks::built;
use super::merge::{Merged, MergedRow, Placed, State};
use super::page::Page;
use super::xml::escape;

/// A column is never narrower than this many characters, and never gets more room than for these.
const NARROW: usize = 6;
const WIDE: usize = 40;

/// How many of `blocks`, the first of which is a row, are one table. Rows that are gone belong to the table that still
/// stands.
pub(super) fn len(blocks: &[Merged]) -> usize {
    let differ = |one: Option<usize>, two: Option<usize>| one.is_some() && two.is_some() && one != two;
    let (mut old_table, mut new_table) = (None, None);
    let mut len = 0;
    for block in blocks {
        let Merged::Row(row) = block else { break };
        let now = (!matches!(row.state, State::Deleted(_))).then_some(row.row.table);
        // A table that is all gone and one that is all new share nothing.
        let begins = row.row.head && row.state != State::Same && len > 0;
        if begins || differ(old_table, row.old_table) || differ(new_table, now) {
            break;
        }
        (old_table, new_table) = (old_table.or(row.old_table), new_table.or(now));
        len += 1;
    }
    len
}

impl Page<'_> {
    pub(super) fn table(&mut self, rows: &[&MergedRow], alignments: &[Alignment], is_text: bool) -> String {
        let widths = self.widths(rows);
        let mut out = "<w:tbl><w:tblPr>".to_owned();
        let _ = write!(
            out,
            "<w:tblStyle w:val=\"{}\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" \
             w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>",
            escape(self.styles.id("TableGrid")),
            widths.iter().sum::<usize>()
        );
        for width in &widths {
            let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
        }
        out.push_str("</w:tblGrid>");
        for row in rows {
            self.row(row, &widths, alignments, is_text, &mut out);
        }
        out.push_str("</w:tbl>");
        out
    }

    /// What every column gets of the width of the page: more where there is more to read.
    fn widths(&self, rows: &[&MergedRow]) -> Vec<usize> {
        let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(1).max(1);
        let widest = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.cells.get(column)).map(Vec::len);
            cells.max().unwrap_or(0).clamp(NARROW, WIDE)
        };
        let wanted: Vec<usize> = (0..columns).map(widest).collect();
        let total: usize = wanted.iter().sum();
        wanted.into_iter().map(|one| (self.width * one / total.max(1)).max(1)).collect()
    }

    fn row(
        &mut self,
        row: &MergedRow,
        widths: &[usize],
        alignments: &[Alignment],
        is_text: bool,
        out: &mut String,
    ) {
        out.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if row.row.head {
            out.push_str("<w:tblHeader/>");
        }
        let (by, date) = self.author(row.state);
        let by = escape(&by);
        let _ = match row.state {
            State::Same => Ok(()),
            State::Inserted(_) => write!(out, "<w:ins w:id=\"0\" w:author=\"{by}\" w:date=\"{date}\"/>"),
            State::Deleted(_) => write!(out, "<w:del w:id=\"0\" w:author=\"{by}\" w:date=\"{date}\"/>"),
        };
        out.push_str("</w:trPr>");
        for (column, width) in widths.iter().enumerate() {
            let _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
            let cell = row.cells.get(column).map_or(&[][..], Vec::as_slice);
            let alignment = alignments.get(column).copied().unwrap_or(Alignment::None);
            out.push_str(&self.cell(cell, row, alignment, is_text));
            out.push_str("</w:tc>");
        }
        out.push_str("</w:tr>");
    }

    fn cell(&mut self, glyphs: &[Placed], row: &MergedRow, alignment: Alignment, is_text: bool) -> String {
        let id = self.paragraph_id();
        let style = if row.row.head { "TableHeading" } else { "TableContents" };
        let mut out = Paragraph::new().id(id).style(self.styles.id(style));
        out = match alignment {
            Alignment::Right => out.align(AlignmentType::Right),
            Alignment::Center => out.align(AlignmentType::Center),
            _ => out,
        };
        out = self.marked(out, row.state);
        out.children = self.inline(glyphs, is_text);
        built(&out)
    }
}
