//! Screens as text, for snapshot tests: what is drawn, and how it looks.
//!
//! The first grid is the text. The second has a letter for each cell's style (`.` for the terminal's own), explained
//! below it, since a strike is nothing but a style.

use std::fmt::Write as _;

use ratatui::Frame;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// What `render` draws on a screen of `width` by `height` cells.
pub fn draw(width: u16, height: u16, render: impl FnOnce(&mut Frame<'_>)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(render).unwrap();
    let mut out = describe(terminal.backend().buffer());
    if terminal.backend().cursor_visible() {
        let cursor = terminal.backend().cursor_position();
        let _ = writeln!(out, "cursor: column {}, row {}", cursor.x, cursor.y);
    }
    out
}

/// The two grids and the legend of `buffer`.
pub fn describe(buffer: &Buffer) -> String {
    let mut legend: Vec<String> = Vec::new();
    let mut text = String::new();
    let mut styles = String::new();
    for row in buffer.content().chunks(usize::from(buffer.area.width).max(1)) {
        push_line(&mut text, &row_text(row));
        let letters: String = row.iter().map(|cell| letter(&mut legend, cell)).collect();
        push_line(&mut styles, &letters);
    }
    let mut out = text;
    if !legend.is_empty() {
        out.push_str("--- styles\n");
        out.push_str(&styles);
    }
    for (at, style) in legend.iter().enumerate() {
        let _ = writeln!(out, "{} = {style}", name(at));
    }
    out
}

// Bars at both sides keep blank rows and trailing space visible.
fn push_line(out: &mut String, line: &str) {
    let _ = writeln!(out, "|{line}|");
}

fn row_text(row: &[Cell]) -> String {
    let mut out = String::new();
    let mut cells = row.iter();
    while let Some(cell) = cells.next() {
        out.push_str(cell.symbol());
        // The cells a wide cluster covers hold nothing of their own.
        for _ in 1..cell.symbol().width() {
            cells.next();
        }
    }
    out
}

fn letter(legend: &mut Vec<String>, cell: &Cell) -> char {
    let style = style_name(cell);
    if style.is_empty() {
        return '.';
    }
    let at = legend.iter().position(|known| *known == style).unwrap_or_else(|| {
        legend.push(style);
        legend.len() - 1
    });
    name(at)
}

fn name(at: usize) -> char {
    ('a'..='z').chain('A'..='Z').nth(at).unwrap_or('#')
}

fn style_name(cell: &Cell) -> String {
    let mut words = Vec::new();
    if cell.fg != Color::Reset {
        words.push(format!("{:?}", cell.fg).to_lowercase());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {:?}", cell.bg).to_lowercase());
    }
    let modifiers = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::CROSSED_OUT, "struck"),
    ];
    for (modifier, word) in modifiers {
        if cell.modifier.contains(modifier) {
            words.push(word.to_owned());
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn text_and_styles_stand_cell_by_cell() {
        let screen = draw(6, 2, |frame| {
            let buffer = frame.buffer_mut();
            buffer.set_string(0, 0, "a한b", Style::new().fg(Color::Red).add_modifier(Modifier::CROSSED_OUT));
            buffer.set_string(4, 1, "x", Modifier::BOLD);
            frame.set_cursor_position((5, 1));
        });
        let expected = "|a한b  |\n|    x |\n--- styles\n|aa.a..|\n|....b.|\na = red struck\nb = bold\n\
                        cursor: column 5, row 1\n";
        assert_eq!(screen, expected);
    }
}
