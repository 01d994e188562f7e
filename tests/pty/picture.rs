//! Screens of the real program as pictures for the README, and how they are kept.

use std::fs;
use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use crate::session::Session;

#[path = "../../src/tui/tests/svg.rs"]
mod svg;

/// Waits until `session` shows the picture that is kept as `name`, read out as `title`; with `UPDATE_SCREENS` what it shows
/// once it is quiet is kept from now on.
pub fn keep(session: &mut Session, name: &str, title: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/screens").join(name);
    if std::env::var_os("UPDATE_SCREENS").is_some() {
        session.settle();
        fs::write(&path, drawn(session, title)).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let what = format!("the picture in examples/screens/{name} (UPDATE_SCREENS=1 takes it anew)");
    session.wait(&what, |session| drawn(session, title) == kept);
}

fn drawn(session: &Session, title: &str) -> String {
    let cursor = session.screen.cursor();
    let place = if cursor.visible { (cursor.col, cursor.row) } else { (usize::MAX, 0) };
    let place = (u16::try_from(place.0).unwrap_or(u16::MAX), u16::try_from(place.1).unwrap_or(u16::MAX));
    svg::svg(&cells(&session.screen), Position::from(place), title)
}

fn cells(screen: &avt::Terminal) -> Buffer {
    let (columns, rows) = screen.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns as u16, rows as u16));
    for (row, line) in screen.screen().visible_lines().enumerate() {
        for (column, cell) in line.cells().iter().enumerate().filter(|(_, cell)| cell.width() > 0) {
            let drawn = &mut buffer[(column as u16, row as u16)];
            drawn.set_char(cell.char()).set_style(style(cell.pen()));
        }
    }
    buffer
}

fn style(pen: &avt::Pen) -> Style {
    let colour = match pen.foreground() {
        Some(avt::Color::Indexed(number)) => ansi(number),
        _ => Color::Reset,
    };
    let modifiers = [
        (pen.is_bold(), Modifier::BOLD),
        (pen.is_faint(), Modifier::DIM),
        (pen.is_strikethrough(), Modifier::CROSSED_OUT),
        (pen.is_underline(), Modifier::UNDERLINED),
        (pen.is_inverse(), Modifier::REVERSED),
    ];
    let style = Style::new().fg(colour);
    modifiers.into_iter().filter(|(is_on, _)| *is_on).fold(style, |style, (_, one)| style.add_modifier(one))
}

/// The names that ratatui has for the sixteen colours.
fn ansi(number: u8) -> Color {
    const NAMES: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    NAMES.get(usize::from(number)).copied().unwrap_or(Color::Indexed(number))
}
