//! Drawing the rows of the preview.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::render::{Face, Row};
use crate::text::{glyph, is_stand_in};
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widget::paint;

/// Draws the preview beside the text, or in its place above the `bottom` rows of the screen.
pub fn draw(model: &Model, buffer: &mut Buffer) {
    let area = super::area(model);
    let Some(preview) = model.preview.as_ref().filter(|_| area.width > 0) else { return };
    let (theme, screen) = (&model.theme, model.geometry().screen);
    if !model.is_previewing() {
        let line = Rect { x: area.x.saturating_sub(2), width: 1, ..area };
        for row in 0..area.height {
            paint::put(buffer, line, 0, row, theme.glyphs.divider, theme.border);
        }
    } else if area.y > screen.y {
        let line = Rect { x: screen.x + 1, height: 1, ..screen };
        paint::put(buffer, line, 0, 0, "as it will be read", theme.dim);
    }
    let paper = preview.paper(model);
    let mut last = None;
    for (y, place) in preview.window.rows(&paper, usize::from(area.height)) {
        if let Some(row) = paper.row(place) {
            put(buffer, area, y as u16, row, theme);
        }
        last = Some(place);
    }
    if model.is_previewing() && last.is_some_and(|last| last < paper.last().unwrap_or(last)) {
        let foot = Rect { y: area.bottom() - 1, height: 1, ..screen };
        paint::put_right(buffer, foot, area.right() - screen.x, 0, theme.glyphs.down, theme.dim);
    }
}

fn put(buffer: &mut Buffer, area: Rect, y: u16, row: &Row, theme: &Theme) {
    for piece in &row.pieces {
        let style = style(theme, piece.face);
        for (column, cells, cluster) in piece.cells() {
            if column + cells <= usize::from(area.width) {
                let style = if is_stand_in(cluster) { theme.dim } else { style };
                paint::put(buffer, area, column as u16, y, &glyph(cluster), style);
            }
        }
    }
}

/// Levels of headings differ by their lines and attributes, so that they do without colours too.
fn style(theme: &Theme, face: Face) -> Style {
    let mut style = match face.heading {
        _ if face.code => theme.remark,
        0 if face.quiet => theme.dim,
        0 => theme.text,
        1..=3 => theme.heading,
        4 => theme.heading.add_modifier(Modifier::ITALIC),
        5 => theme.text.add_modifier(Modifier::ITALIC),
        _ => theme.dim.add_modifier(Modifier::ITALIC),
    };
    let modifiers = [
        (face.strong || (face.code && face.heading > 0), Modifier::BOLD),
        (face.emphasis, Modifier::ITALIC),
        (face.struck, Modifier::CROSSED_OUT),
        (face.link, Modifier::UNDERLINED),
        (face.quiet, theme.dim.add_modifier),
    ];
    for (_, modifier) in modifiers.into_iter().filter(|(is_so, _)| *is_so) {
        style = style.add_modifier(modifier);
    }
    style
}
