//! A paragraph whose words look different from each other, wrapped at words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paint;
use crate::text::{self, Layout, Row, glyph};

/// A paragraph, put together from pieces.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    text: String,
    /// Where each piece ends, and how it looks.
    pieces: Vec<(usize, Style)>,
}

impl Prose {
    /// With `piece` behind what there is; it may hold no line break.
    #[must_use]
    pub fn with(mut self, piece: &str, style: Style) -> Self {
        self.text.push_str(&paint::shown(piece));
        self.pieces.push((self.text.len(), style));
        self
    }

    /// The rows it takes at `width` cells; at least 1.
    pub fn height(&self, width: u16) -> u16 {
        let (buffer, layout) = self.layout(width);
        u16::try_from(layout.rows(&buffer, 0).count()).unwrap_or(u16::MAX)
    }

    /// Draws it into `area`. Where that is too low, the rows are shown in which piece `seen` begins.
    pub fn render(&self, area: Rect, screen: &mut Buffer, seen: usize) {
        let (buffer, layout) = self.layout(area.width);
        let rows: Vec<Row> = layout.rows(&buffer, 0).collect();
        let at = seen.checked_sub(1).and_then(|before| self.pieces.get(before)).map_or(0, |(end, _)| *end);
        let first = rows.iter().position(|row| at < row.span.end).unwrap_or(0);
        let height = usize::from(area.height);
        let top = first.saturating_sub(height / 3).min(rows.len().saturating_sub(height));
        for (y, row) in rows.iter().skip(top).take(height).enumerate() {
            for cell in layout.cells(&buffer, row) {
                let style = self.pieces.iter().find(|(end, _)| cell.offset < *end).map(|(_, style)| *style);
                let column = u16::try_from(cell.column).unwrap_or(u16::MAX);
                // White space may hang past the edge.
                if cell.column + cell.width <= usize::from(area.width) {
                    paint::put(screen, area, column, y as u16, &glyph(cell.text), style.unwrap_or_default());
                }
            }
        }
    }

    fn layout(&self, width: u16) -> (text::Buffer, Layout) {
        let buffer = text::Buffer::new(self.text.as_str());
        let layout = Layout::new(&buffer, usize::from(width));
        (buffer, layout)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::snapshot;
    use crate::tui::theme::Theme;
    use crate::tui::widget::testing::{places, stays_inside};

    fn prose(theme: &Theme) -> Prose {
        Prose::default()
            .with("It is a ", theme.text)
            .with("truly very", theme.strike_error)
            .with(" open pot for everybody who likes tea.", theme.text)
    }

    #[test]
    fn the_piece_that_matters_is_seen_where_there_is_little_room() {
        let theme = Theme::dark();
        for height in 1..4 {
            let screen = snapshot::draw(11, height, |frame| {
                prose(&theme).render(frame.area(), frame.buffer_mut(), 1);
            });
            assert!(screen.contains("truly"), "{screen}");
        }
        assert_eq!(prose(&theme).height(11), 7);
        let screen = snapshot::draw(24, 3, |frame| {
            prose(&theme).render(frame.area(), frame.buffer_mut(), 1);
        });
        insta::assert_snapshot!("prose", screen);
    }

    proptest! {
        #[test]
        fn any_size_will_do((screen, area) in places(), piece in "\\PC{0,40}", seen in 0usize..4) {
            let draw = |buffer: &mut Buffer, theme: &Theme| {
                prose(theme).with(&piece, theme.dim).render(area, buffer, seen);
            };
            prop_assert!(stays_inside(screen, area, draw));
        }
    }
}
