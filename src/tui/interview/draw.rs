//! How a question is laid out: what is asked, why, the box, and what the keys do.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::Screen;
use crate::tui::geometry::MEASURE;
use crate::tui::theme::Theme;
use crate::tui::widget::paint;

/// What the keys do.
const KEYS: &str = "Enter or Tab next  Shift-Tab back  Alt-Enter new line  Esc leaves";
/// Rows of the box where there is room.
const FIELD: u16 = 6;
/// From this height there is air around the pieces.
const ROOMY_FROM: u16 = 14;

/// Where the pieces stand; empty ones are not drawn.
pub(super) struct Areas {
    title: Rect,
    ask: Rect,
    why: Rect,
    rule: Rect,
    pub field: Rect,
    foot: Rect,
}

impl Screen {
    /// The pieces on a `screen`. What has no room goes in this order: air, why it is asked, the keys, the title.
    pub(super) fn areas(&self, screen: Rect) -> Areas {
        let width = screen.width.saturating_sub(2).min(MEASURE).max(screen.width.min(1));
        let column = Rect { x: screen.x + (screen.width - width) / 2, width, ..screen };
        let (ask, why) = self.asked(width);
        let is_roomy = screen.height >= ROOMY_FROM;
        let mut row = screen.y + if is_roomy { screen.height / 8 } else { 0 };
        let end = screen.bottom().saturating_sub(u16::from(screen.height > 3));
        let mut next = |rows: u16, air: u16| {
            let y = row.min(end);
            let height = rows.min(end - y);
            row = y + height + if is_roomy { air } else { 0 };
            Rect { y, height, ..column }
        };
        let title = next(u16::from(screen.height > 4), 1);
        // The answer is typed on one row at least.
        let ask = next((ask.len() as u16).min(screen.height.saturating_sub(3)), 0);
        let why = next(if screen.height > 6 { why.len() as u16 } else { 0 }, 1);
        let rule = next(u16::from(screen.height > 8), 0);
        let field = next(FIELD, 1);
        let foot = Rect { y: end, height: screen.bottom() - end, ..column };
        Areas { title, ask, why, rule, field, foot }
    }

    fn asked(&self, width: u16) -> (Vec<String>, Vec<String>) {
        let Some(question) = self.interview.question() else { return (Vec::new(), Vec::new()) };
        let width = usize::from(width);
        (paint::wrap(question.ask(), width), paint::wrap(self.wanted.unwrap_or(question.why), width))
    }

    /// Draws it over all of `area`; the place of the cursor.
    pub fn render(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) -> Option<Position> {
        Clear.render(area, buffer);
        let areas = self.areas(area);
        let (at, of) = self.interview.progress();
        let end = paint::put(buffer, areas.title, 0, 0, "Interview", theme.title);
        paint::put_right(buffer, areas.title, end, 0, &format!("{at} of {of}"), theme.dim);
        let (ask, why) = self.asked(areas.ask.width);
        for (row, line) in ask.iter().enumerate() {
            paint::put(buffer, areas.ask, 0, row as u16, line, theme.heading);
        }
        for (row, line) in why.iter().enumerate() {
            let style = if self.wanted.is_some() { theme.caution } else { theme.dim };
            paint::put(buffer, areas.why, 0, row as u16, line, style);
        }
        let rule = theme.glyphs.border.horizontal_top.repeat(usize::from(areas.rule.width));
        paint::put(buffer, areas.rule, 0, 0, &rule, theme.border);
        let ellipsis = theme.glyphs.ellipsis;
        let keys = paint::fit(KEYS, usize::from(areas.foot.width), ellipsis);
        paint::put(buffer, areas.foot, 0, 0, &keys, theme.dim);
        let cursor = self.field.render(areas.field, buffer, theme);
        if let Some(confirm) = &self.leaving {
            confirm.render(area, buffer, theme);
            return None;
        }
        cursor
    }
}
