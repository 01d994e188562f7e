//! Where a widget lies on top of the text, and the frame around it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Block, Clear, Widget};

use super::paint;
use crate::tui::theme::Theme;

/// Under this width or height there is no room for a frame.
const FRAME_WIDTH: u16 = 12;
const FRAME_HEIGHT: u16 = 5;

/// A box of at most `width` by `height` cells, frame included, in the middle of `screen` and a little above it.
pub fn centred(screen: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (screen.height - height) / 3,
        width,
        height,
    }
}

/// What is left of `area` inside its frame: all but the edge and a cell of air at both sides; `area` itself where it
/// is too small for a frame.
pub fn inside(area: Rect) -> Rect {
    if !has_frame(area) {
        return area;
    }
    Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
}

/// Clears `area` and draws the frame with its title. Gives [`inside`] of it.
pub fn open(buffer: &mut Buffer, area: Rect, title: &str, theme: &Theme) -> Rect {
    Clear.render(area, buffer);
    if has_frame(area) {
        let frame = Block::bordered().border_set(theme.glyphs.border).border_style(theme.border);
        frame.render(area, buffer);
        if !title.is_empty() {
            let title = paint::fit(title, usize::from(area.width) - 6, theme.glyphs.ellipsis);
            // The title does not stand back as the frame under it does.
            let style = Style::reset().patch(theme.title);
            paint::put(buffer, area, 2, 0, &format!(" {title} "), style);
        }
    }
    inside(area)
}

fn has_frame(area: Rect) -> bool {
    area.width >= FRAME_WIDTH && area.height >= FRAME_HEIGHT
}
