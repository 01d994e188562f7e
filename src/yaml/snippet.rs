//! The line an error is in, with a caret under the place.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::{LineIndex, Position, printable, slice};

/// Cells shown before and after the place on a long line.
const BEFORE: usize = 60;
const AFTER: usize = 30;

/// Line `at.line` of `text` with its number, and a caret under column `at.column`; each line ends with `\n`.
///
/// ```text
///   4 | fail-on: eror
///     |          ^
/// ```
///
/// Control characters are written out, tabs shown as one space, and a long line is cut around the place.
pub fn snippet(text: &str, at: Position) -> String {
    let index = LineIndex::new(text);
    let line = slice(text, index.line_range(text, at.line)).trim_end_matches(['\n', '\r']);
    let split = line.char_indices().nth(at.column.saturating_sub(1)).map_or(line.len(), |(byte, _)| byte);
    let (before, after) = line.split_at_checked(split).unwrap_or((line, ""));
    let before = last_cells(&shown(before));
    let after = first_cells(&shown(after));
    let caret = " ".repeat(before.width());
    let number = at.line.to_string();
    let margin = " ".repeat(number.len());
    format!("  {number} | {before}{after}\n  {margin} | {caret}^\n")
}

fn shown(text: &str) -> String {
    printable(&text.replace('\t', " ").replace('\u{feff}', "")).into_owned()
}

fn last_cells(text: &str) -> String {
    let mut cells = text.width();
    if cells <= BEFORE {
        return text.to_owned();
    }
    let tail = text.chars().skip_while(|character| {
        let skip = cells >= BEFORE;
        cells -= character.width().unwrap_or(0).min(cells);
        skip
    });
    std::iter::once('…').chain(tail).collect()
}

fn first_cells(text: &str) -> String {
    if text.width() <= AFTER {
        return text.to_owned();
    }
    let mut cells = 0;
    let head = text.chars().take_while(|character| {
        cells += character.width().unwrap_or(0);
        cells < AFTER
    });
    head.chain(std::iter::once('…')).collect()
}
