//! Tables as Markdown has them: one line a row, the first row its head.

use super::super::model::Align;
use super::super::side::Paragraph;
use super::inline::Place;
use super::prose;

/// A table has no more columns than this; Word allows 63.
const MOST_COLUMNS: usize = 63;

/// The table whose cells are `paragraphs`.
pub(super) fn table(paragraphs: &[Paragraph<'_>]) -> String {
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    for paragraph in paragraphs {
        let Some(cell) = paragraph.cell else { continue };
        if rows.last().is_none_or(|(row, _)| *row != cell.row) {
            rows.push((cell.row, Vec::new()));
        }
        let Some((_, cells)) = rows.last_mut() else { continue };
        let column = cell.column.min(MOST_COLUMNS - 1);
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        let text = prose(paragraph, Place { cell: true, inner: true, ..Place::default() });
        if let Some(shown) = cells.get_mut(column) {
            if !shown.is_empty() && !text.is_empty() {
                shown.push(' ');
            }
            shown.push_str(&text);
        }
    }
    let columns = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0).max(1);
    let mut lines: Vec<String> = rows.iter().map(|(_, cells)| line(cells, columns)).collect();
    let aligned: String = (0..columns).map(|column| aligned(paragraphs, column)).collect();
    lines.insert(lines.len().min(1), format!("|{aligned}"));
    lines.join("\n")
}

/// The cell below the head of column number `column`, which says where its text stands: there where all of it does.
fn aligned(paragraphs: &[Paragraph<'_>], column: usize) -> &'static str {
    let is_own = |own: &&Paragraph<'_>| own.cell.is_some_and(|cell| cell.column == column) && !own.is_empty();
    let is_below = |own: &&Paragraph<'_>| own.cell.is_some_and(|cell| cell.row > 0);
    let all = || paragraphs.iter().filter(is_own);
    let below = all().any(|own| is_below(&own));
    let mut aligns = all().filter(|own| !below || is_below(own)).map(|own| own.align);
    let first = aligns.next().unwrap_or_default();
    match first {
        Align::Centre if aligns.all(|own| own == first) => " :---: |",
        Align::Right if aligns.all(|own| own == first) => " ---: |",
        _ => " --- |",
    }
}

fn line(cells: &[String], columns: usize) -> String {
    let cell = |at: usize| match cells.get(at).map_or("", String::as_str) {
        "" => "  |".to_owned(),
        text => format!(" {text} |"),
    };
    let cells: String = (0..columns).map(cell).collect();
    format!("|{cells}")
}
