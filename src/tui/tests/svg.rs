//! A screen as a picture: SVG from the cells, so that it is small, sharp, and different only where the screen is.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

const CELL_WIDTH: f64 = 8.4;
const CELL_HEIGHT: f64 = 18.0;
const MARGIN: f64 = 14.0;

/// Colours for a light page and a dark one; the names are classes of what is drawn in them.
const COLOURS: [(&str, Color, &str, &str); 7] = [
    ("red", Color::LightRed, "#cf222e", "#ff7b72"),
    ("yellow", Color::Yellow, "#9a6700", "#d8a031"),
    ("green", Color::Green, "#1a7f37", "#56d364"),
    ("cyan", Color::Cyan, "#0a6e8a", "#56c8d8"),
    ("blue", Color::Blue, "#0550ae", "#79b8ff"),
    ("azure", Color::LightBlue, "#0969da", "#79b8ff"),
    ("magenta", Color::Magenta, "#8250df", "#d2a8ff"),
];

/// The picture of `buffer` with the cursor at `cursor`; `title` is what it is read out as.
pub fn svg(buffer: &Buffer, cursor: Position, title: &str) -> String {
    let width = f64::from(buffer.area.width) * CELL_WIDTH + 2.0 * MARGIN;
    let height = f64::from(buffer.area.height) * CELL_HEIGHT + 2.0 * MARGIN;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\" xml:space=\"preserve\">\n\
         <title>{}</title>\n<style>\n{}</style>\n<rect class=\"page\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n",
        escaped(title),
        style()
    );
    let (x, y) = (column(cursor.x), MARGIN + f64::from(cursor.y) * CELL_HEIGHT);
    if buffer.area.contains(cursor) {
        let _ = writeln!(
            out,
            "<rect class=\"cursor\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{CELL_WIDTH}\" height=\"{CELL_HEIGHT}\"/>"
        );
    }
    for (row, cells) in buffer.content().chunks(usize::from(buffer.area.width)).enumerate() {
        draw_row(&mut out, row, cells);
    }
    out.push_str("</svg>\n");
    out
}

fn style() -> String {
    let mut light = String::new();
    let mut dark = String::new();
    for (name, _, on_light, on_dark) in COLOURS {
        let _ = write!(light, "--{name}:{on_light};");
        let _ = write!(dark, "--{name}:{on_dark};");
    }
    let mut css = format!(
        "svg{{--page:#ffffff;--ink:#1f2328;{light}}}\n\
         @media (prefers-color-scheme:dark){{svg{{--page:#16191d;--ink:#d7dce1;{dark}}}}}\n\
         text{{font:14px ui-monospace,'Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;\
         white-space:pre;fill:var(--ink)}}\n\
         .page{{fill:var(--page)}}.cursor{{fill:var(--ink);opacity:.35}}\n\
         .bold{{font-weight:700}}.dim{{opacity:.6}}.struck{{text-decoration:line-through}}\
         .underlined{{text-decoration:underline}}.chosen{{fill:var(--ink)}}text.reversed{{fill:var(--page)}}\n"
    );
    for (name, ..) in COLOURS {
        let _ = writeln!(css, ".{name}{{fill:var(--{name})}}");
    }
    css
}

// One text for each run of cells that look the same; blank ones are left out.
fn draw_row(out: &mut String, row: usize, cells: &[Cell]) {
    let y = MARGIN + row as f64 * CELL_HEIGHT + 13.5;
    let mut at = 0;
    while let Some(first) = cells.get(at) {
        let class = class(first);
        let start = at;
        let mut text = String::new();
        while let Some(cell) = cells.get(at).filter(|cell| self::class(cell) == class) {
            text.push_str(cell.symbol());
            at += cell.symbol().width().max(1);
        }
        if first.modifier.contains(Modifier::REVERSED) {
            let (x, top) = (column(start as u16), MARGIN + row as f64 * CELL_HEIGHT);
            let width = text.width() as f64 * CELL_WIDTH;
            let _ = writeln!(
                out,
                "<rect class=\"chosen\" x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{CELL_HEIGHT}\"/>"
            );
        }
        if !text.trim().is_empty() {
            let trimmed = text.trim();
            let start = start + text.width() - text.trim_start().width();
            let length = trimmed.width() as f64 * CELL_WIDTH;
            let _ = writeln!(
                out,
                "<text x=\"{:.1}\" y=\"{y:.1}\" textLength=\"{length:.1}\"{}>{}</text>",
                column(start as u16),
                if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") },
                escaped(trimmed)
            );
        }
    }
}

fn class(cell: &Cell) -> String {
    let colour = COLOURS.iter().find(|(_, color, ..)| *color == cell.fg).map(|(name, ..)| *name);
    let modifiers = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::CROSSED_OUT, "struck"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ];
    let held =
        modifiers.iter().filter(|(modifier, _)| cell.modifier.contains(*modifier)).map(|(_, name)| *name);
    colour.into_iter().chain(held).collect::<Vec<_>>().join(" ")
}

fn column(cell: u16) -> f64 {
    MARGIN + f64::from(cell) * CELL_WIDTH
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
