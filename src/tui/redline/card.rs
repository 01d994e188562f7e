//! What reviewers said of the paragraph that is looked at, below the text.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};

use super::model::Model;
use crate::text::{counted, printable};
use crate::tui::widget::paint;

/// Stands before every comment, and beside the line of the text that it is about.
pub const SIGN: &str = "\"";

/// The share of the screen that comments take at most.
const SHARE: u16 = 4;

/// Rows that they take on a screen of `size`; none where nothing was said.
pub fn height(model: &Model<'_>, size: Size) -> u16 {
    let rows = rows(model, inner(Rect::new(0, 0, size.width, size.height)));
    (rows.len() as u16).min(size.height / SHARE)
}

/// Draws them; that there are more than there is room for is said.
pub fn draw(model: &Model<'_>, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let area = inner(area);
    let rows = rows(model, area);
    let over = rows.len() > usize::from(area.height);
    let shown = usize::from(area.height) - usize::from(over);
    for (row, line) in rows.iter().take(shown).enumerate() {
        paint::put_line(buffer, area, 0, row as u16, line);
    }
    if over {
        let left = rows.len() - shown;
        let more =
            format!("{} {}; prfaq review shows all", model.theme.glyphs.down, counted(left, "more line"));
        paint::put(buffer, area, 0, shown as u16, &more, model.theme.dim);
    }
}

fn rows(model: &Model<'_>, area: Rect) -> Vec<Line<'static>> {
    let theme = &model.theme;
    let room = usize::from(area.width).saturating_sub(SIGN.len() + 1).max(1);
    let mut rows = Vec::new();
    for comment in model.said() {
        let by = format!("{}:", printable(&comment.by));
        for (at, row) in paint::wrap(&format!("{by} {}", comment.text), room).iter().enumerate() {
            let lead = if at == 0 { SIGN } else { " " };
            let said = row.strip_prefix(&by).filter(|_| at == 0);
            let name = said.map_or("", |_| &by);
            rows.push(Line::from(vec![
                Span::styled(format!("{lead} {name}"), theme.title),
                Span::styled(said.unwrap_or(row).to_owned(), theme.text),
            ]));
        }
    }
    rows
}

/// A cell of air at both sides, where there is room.
fn inner(area: Rect) -> Rect {
    if area.width < 30 { area } else { Rect { x: area.x + 1, width: area.width - 2, ..area } }
}
