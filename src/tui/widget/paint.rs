//! Putting text into cells: made safe, measured by grapheme clusters, cut where the area ends.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{self, Layout, cell_width, drawn, printable_lines};
pub use crate::text::{shown, width};

/// `text` as shown, cut to `cells` cells at its end; what was cut leaves the ellipsis.
pub fn fit(text: &str, cells: usize, ellipsis: &str) -> String {
    let shown = shown(text);
    if width(&shown) <= cells {
        return shown.into_owned();
    }
    let mut out = head(&shown, cells.saturating_sub(width(ellipsis))).to_owned();
    out.push_str(head(ellipsis, cells));
    out
}

/// As [`fit`], but the start is cut: for paths, whose end tells more.
pub fn fit_end(text: &str, cells: usize, ellipsis: &str) -> String {
    let shown = shown(text);
    if width(&shown) <= cells {
        return shown.into_owned();
    }
    let keep = cells.saturating_sub(width(ellipsis));
    let mut left = keep;
    let tail = shown.grapheme_indices(true).rev().take_while(|(_, cluster)| {
        let fits = left.checked_sub(cell_width(cluster, 0));
        left = fits.unwrap_or(left);
        fits.is_some()
    });
    let start = tail.last().map_or(shown.len(), |(at, _)| at);
    format!("{}{}", head(ellipsis, cells), text::slice(&shown, start..shown.len()))
}

// The clusters of `shown` that fit into `cells`.
fn head(shown: &str, cells: usize) -> &str {
    let mut used = 0;
    let over = shown.grapheme_indices(true).find(|(_, cluster)| {
        used += cell_width(cluster, 0);
        used > cells
    });
    text::slice(shown, 0..over.map_or(shown.len(), |(at, _)| at))
}

/// `text` in rows of at most `cells` cells, broken at words and at its own line breaks; at least one row.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let lines = printable_lines(text);
    let clean: Vec<String> =
        lines.split('\n').map(|line| line.graphemes(true).map(drawn).collect::<String>()).collect();
    let buffer = text::Buffer::new(clean.join("\n"));
    let layout = Layout::new(&buffer, cells);
    layout.rows(&buffer, 0).map(|row| buffer.slice(row.span).trim_end().to_owned()).collect()
}

/// Draws `text` from cell `column` of row `row` of `area`, cut at the area's edge. Gives the column behind it.
pub fn put(buffer: &mut Buffer, area: Rect, column: u16, row: u16, text: &str, style: Style) -> u16 {
    let clip = area.intersection(buffer.area);
    let (x, y) = (area.x.saturating_add(column), area.y.saturating_add(row));
    if row >= area.height || column >= area.width || !clip.contains((x, y).into()) {
        return column;
    }
    let (end, _) = buffer.set_stringn(x, y, shown(text), usize::from(clip.right() - x), style);
    end - area.x
}

/// Draws the spans of `line` one behind the other from cell `column` of row `row`, as [`put`] does.
pub fn put_line(buffer: &mut Buffer, area: Rect, column: u16, row: u16, line: &Line<'_>) -> u16 {
    line.spans.iter().fold(column, |column, span| {
        put(buffer, area, column, row, &span.content, line.style.patch(span.style))
    })
}

/// Draws `text` so that it ends with row `row` of `area`, if all of it fits behind cell `after`.
pub fn put_right(buffer: &mut Buffer, area: Rect, after: u16, row: u16, text: &str, style: Style) {
    let column =
        usize::from(area.width).checked_sub(width(text)).and_then(|column| u16::try_from(column).ok());
    if let Some(column) = column.filter(|column| *column >= after) {
        put(buffer, area, column, row, text, style);
    }
}

/// Lets a whole row of `area` take on `style`, such as the reversed one of a chosen row.
pub fn style_row(buffer: &mut Buffer, area: Rect, row: u16, style: Style) {
    if row < area.height {
        buffer.set_style(Rect { y: area.y.saturating_add(row), height: 1, ..area }, style);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_cut_between_clusters_and_the_cut_is_seen() {
        for (text, cells, expected) in [
            ("palette", 7, "palette"),
            ("palette", 6, "palet…"),
            ("한국어", 5, "한국…"),
            ("한국어", 4, "한…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("a\x1bb", 9, "a\\u{1b}b"),
            ("ab", 1, "…"),
            ("ab", 0, ""),
        ] {
            assert_eq!(fit(text, cells, "…"), expected, "{text} in {cells}");
        }
        assert_eq!(fit_end("/home/ann/draft.md", 9, "…"), "…draft.md");
        assert_eq!(fit_end("한국어", 4, "..."), "...");
        assert_eq!(fit("palette", 2, "..."), "..");
    }

    #[test]
    fn wrapping_breaks_at_words_and_shows_what_is_hidden() {
        assert_eq!(wrap("Say what you do", 8), ["Say what", "you do"]);
        assert_eq!(wrap("one\ntwo\u{7}", 20), ["one", "two\\u{7}"]);
        assert_eq!(wrap("", 5), [""]);
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside_its_area(
            text in "\\PC{0,12}|[a-z\u{7}\u{200b}한é👍 ]{0,20}",
            area in (0u16..12, 0u16..6, 0u16..20, 0u16..6),
            at in (0u16..25, 0u16..8),
            cells in 0usize..15,
        ) {
            let mut buffer = Buffer::empty(Rect::new(2, 1, 8, 3));
            let area = Rect::new(area.0, area.1, area.2, area.3);
            put(&mut buffer, area, at.0, at.1, &text, Style::new());
            put_right(&mut buffer, area, at.0, at.1, &text, Style::new());
            for position in buffer.area.positions().filter(|position| !area.contains(*position)) {
                prop_assert_eq!(buffer[position].symbol(), " ");
            }
            let once = shown(&text).into_owned();
            prop_assert_eq!(shown(&once), once.as_str());
            prop_assert!(width(&fit(&text, cells, "…")) <= cells);
            prop_assert!(width(&fit_end(&text, cells, "...")) <= cells);
            // A cluster that is wider than the row stands alone in it.
            let fits = |row: &String| width(row) <= cells + 2 || row.graphemes(true).count() == 1;
            prop_assert!(wrap(&text, cells + 2).iter().all(fits));
        }
    }
}
