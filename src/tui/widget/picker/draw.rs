//! How the picker is laid out and drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::{Line, Pick, Picker, Row};
use crate::tui::theme::Theme;
use crate::tui::widget::paint;

/// From this width there is room for a preview.
const PREVIEW_FROM: u16 = 90;
/// From this height there is room for air and the hint.
const ROOMY_FROM: u16 = 8;
/// The widest that titles get before their descriptions.
const TITLES: usize = 28;

/// Where its pieces stand; empty ones are not drawn.
pub(super) struct Areas {
    title: Rect,
    pub(super) list: Rect,
    preview: Rect,
    hint: Rect,
}

impl Picker {
    /// Draws it over all of `area`.
    pub fn render(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        Clear.render(area, buffer);
        let areas = self.areas(area);
        let title = paint::fit(&self.title, usize::from(areas.title.width), theme.glyphs.ellipsis);
        paint::put(buffer, areas.title, 0, 0, &title, theme.title);
        self.draw_list(areas.list, areas.preview.is_empty(), buffer, theme);
        self.draw_preview(areas.preview, buffer, theme);
        for (row, line) in paint::wrap(&self.hint, usize::from(areas.hint.width)).iter().enumerate() {
            paint::put(buffer, areas.hint, 0, row as u16, line, theme.dim);
        }
    }

    pub(super) fn areas(&self, area: Rect) -> Areas {
        let is_roomy = area.height >= ROOMY_FROM;
        let margin = if is_roomy && area.width > 20 { 2 } else { 0 };
        let area = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
        let rows = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
        if !is_roomy {
            return Areas { title: rows(0, 0), list: area, preview: rows(0, 0), hint: rows(0, 0) };
        }
        let hint = if self.hint.is_empty() {
            0
        } else {
            paint::wrap(&self.hint, usize::from(area.width)).len().min(2)
        };
        let hint = hint as u16;
        let body = rows(3, area.height - 4 - hint);
        let (list, preview) = self.divided(body);
        Areas { title: rows(1, 1), list, preview, hint: rows(area.height - hint, hint) }
    }

    fn divided(&self, body: Rect) -> (Rect, Rect) {
        let has_preview = self.groups.iter().flat_map(|group| &group.rows).any(|row| row.preview.is_some());
        if body.width < PREVIEW_FROM || !has_preview {
            return (body, Rect { width: 0, ..body });
        }
        let left = body.width / 2 - 2;
        (Rect { width: left, ..body }, Rect { x: body.x + left + 1, width: body.width - left - 1, ..body })
    }

    /// `is_alone` is whether there is no preview beside it.
    fn draw_list(&self, list: Rect, is_alone: bool, buffer: &mut Buffer, theme: &Theme) {
        let lines = self.lines();
        if lines.is_empty() {
            paint::put(buffer, list, 0, 0, "There is nothing to choose from.", theme.dim);
        }
        let titles = self.title_width().min(usize::from(list.width) / 2);
        // The preview begins with the description: rather none in the list than half of each.
        let has_docs = is_alone || self.doc_width() + titles + 4 <= usize::from(list.width);
        let selected = self.selected();
        let shown = lines.get(self.window(&lines, list)).unwrap_or_default();
        for (row, line) in shown.iter().enumerate() {
            let row = row as u16;
            match line {
                Line::Blank => {}
                Line::Title(group) => {
                    let title = self.groups.get(*group).map_or("", |group| &group.title);
                    paint::put(buffer, list, 0, row, title, theme.title);
                }
                Line::Row(pick) => {
                    let area = Rect { y: list.y + row, height: 1, ..list };
                    let is_told = has_docs || self.row(*pick).is_some_and(|row| row.preview.is_none());
                    let titles = Some(titles).filter(|_| is_told);
                    self.draw_row(*pick, Some(*pick) == selected, titles, area, buffer, theme);
                }
            }
        }
    }

    fn draw_row(
        &self,
        pick: Pick,
        is_selected: bool,
        titles: Option<usize>,
        area: Rect,
        buffer: &mut Buffer,
        theme: &Theme,
    ) {
        let Some(Row { title, doc, .. }) = self.row(pick) else { return };
        let ellipsis = theme.glyphs.ellipsis;
        if is_selected {
            paint::put(buffer, area, 0, 0, theme.glyphs.pointer, theme.key);
        }
        let room = usize::from(area.width).saturating_sub(2);
        let behind = titles.map_or(0, |titles| room.saturating_sub(titles + 2));
        let titles = titles.filter(|_| behind >= 12 && !doc.is_empty());
        let title = paint::fit_end(title, titles.unwrap_or(room), ellipsis);
        paint::put(buffer, area, 2, 0, &title, theme.text);
        if let Some(titles) = titles {
            paint::put(buffer, area, titles as u16 + 4, 0, &paint::fit(doc, behind, ellipsis), theme.dim);
        }
        if is_selected {
            paint::style_row(buffer, area, 0, theme.selection);
        }
    }

    fn draw_preview(&self, preview: Rect, buffer: &mut Buffer, theme: &Theme) {
        if preview.is_empty() {
            return;
        }
        for row in 0..preview.height {
            paint::put(buffer, preview, 0, row, theme.glyphs.divider, theme.border);
        }
        let text = self.selected().and_then(|pick| self.row(pick)).and_then(|row| row.preview.as_deref());
        let width = usize::from(preview.width.saturating_sub(2));
        let height = usize::from(preview.height);
        // A preview may be a whole document; what lies below the last row need not be wrapped.
        let seen = text.unwrap_or_default().chars().take((width + 1) * height).collect::<String>();
        for (row, line) in paint::wrap(&seen, width).iter().take(height).enumerate() {
            paint::put(buffer, preview, 2, row as u16, line, theme.dim);
        }
    }

    /// The widest description of what has a preview.
    fn doc_width(&self) -> usize {
        let rows = self.groups.iter().flat_map(|group| &group.rows).filter(|row| row.preview.is_some());
        rows.map(|row| paint::width(&row.doc)).max().unwrap_or(0)
    }

    fn title_width(&self) -> usize {
        let rows = self.groups.iter().flat_map(|group| &group.rows);
        rows.map(|row| paint::width(&row.title)).max().unwrap_or(0).min(TITLES)
    }
}
