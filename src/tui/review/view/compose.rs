//! The box to type in.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::areas::Areas;
use super::{rule, text};
use crate::tui::review::compose::Compose;
use crate::tui::theme::Theme;
use crate::tui::widget::paint;

/// Draws it; the place of the cursor.
pub(super) fn draw(compose: &Compose, areas: &Areas, buffer: &mut Buffer, theme: &Theme) -> Option<Position> {
    Clear.render(areas.compose, buffer);
    rule(buffer, areas.compose, &compose.title, theme);
    let editor = compose.editor();
    let (here, column) = editor.layout().locate(editor.buffer(), editor.place());
    let mut cursor = None;
    for (at, row) in editor.rows().enumerate().take(usize::from(areas.typing.height)) {
        let area = Rect { y: areas.typing.y + at as u16, height: 1, ..areas.typing };
        for cell in editor.layout().cells(editor.buffer(), &row) {
            let is_chosen = editor.selection().span().contains(cell.offset);
            text::put(
                buffer,
                area,
                &cell,
                if is_chosen { theme.text.patch(theme.selection) } else { theme.text },
            );
        }
        if row == here {
            let column = column.min(usize::from(area.width.saturating_sub(1)));
            cursor = Some(Position::new(area.x + column as u16, area.y));
        }
    }
    foot(compose, areas, buffer, theme);
    cursor
}

/// What there is to say about the box; what is wrong is said whole, over the last lines if need be.
fn foot(compose: &Compose, areas: &Areas, buffer: &mut Buffer, theme: &Theme) {
    let width = usize::from(areas.typing.width).max(1);
    let (rows, style) = match &compose.notice {
        Some(notice) => (paint::wrap(&format!("{} {notice}", theme.glyphs.error), width), theme.bad),
        None => (vec![paint::fit(&compose.hint, width, theme.glyphs.ellipsis)], theme.dim),
    };
    let height = areas.compose.height.min(u16::try_from(rows.len()).unwrap_or(u16::MAX));
    let area = Rect { y: areas.compose.bottom() - height, height, ..areas.typing };
    if rows.len() > 1 {
        Clear.render(area, buffer);
    }
    for (row, text) in rows.iter().take(usize::from(height)).enumerate() {
        paint::put(buffer, area, 0, row as u16, text, style);
    }
}
