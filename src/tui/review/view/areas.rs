//! Where things are on the screen. Update needs it to know what was clicked, view to know where to draw.

use ratatui::layout::{Rect, Size};

use super::super::command::Context;
use super::super::overlay::Overlay;
use crate::tui::geometry::MEASURE;

/// Cells left of the text: a pointer, a sign, a number, a space.
pub const GUTTER: u16 = 4;

/// Fewest rows of a box to type in: its title, three lines, what there is to say about it.
const TYPING: u16 = 5;

/// The areas of the screen; empty ones are not drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Areas {
    /// All of it.
    pub screen: Rect,
    /// The document's name, and who sits in the empty chair.
    pub head: Rect,
    /// Signs beside the text.
    pub gutter: Rect,
    /// The text, with one spare cell at its right.
    pub text: Rect,
    /// What was said of the words at the cursor.
    pub card: Rect,
    /// The lines in it: below its rule, under the text.
    pub said: Rect,
    /// The clock, and where one is.
    pub status: Rect,
    /// Keys.
    pub keys: Rect,
    /// The box to type in, where one is open; it lies over card, status and keys.
    pub compose: Rect,
    /// The lines in it.
    pub typing: Rect,
}

impl Areas {
    /// Divides a screen of `size`.
    pub fn new(size: Size, mode: Context, overlay: Option<&Overlay>) -> Self {
        let screen = Rect::new(0, 0, size.width, size.height);
        let (head, status, keys) = match size.height {
            0..=2 => (0, 0, 0),
            3..=5 => (0, 1, 0),
            6..=11 => (0, 1, 1),
            _ => (1, 1, 1),
        };
        let card = match (size.height, mode) {
            (0..=7, _) => 0,
            (8..=15, _) => 3,
            (16..=35, Context::Walk) => 9,
            (_, Context::Walk) => 13,
            (16..=35, _) => 5,
            _ => 7,
        };
        let body = size.height - head - status - keys - card;
        let below = |y: u16, height: u16| Rect { y, height, ..screen };
        let (gutter, text) = column(below(head, body));
        let (beside, lines) = column(below(head + body, card));
        let said = Rect { y: head + body + card.min(1), height: card.saturating_sub(1), ..beside };
        let under = (card + status + keys).max(TYPING).min(size.height);
        let is_typing = matches!(overlay, Some(Overlay::Compose(_) | Overlay::Discard(..)));
        let compose = if is_typing { below(size.height - under, under) } else { Rect::default() };
        let inside = column(compose).1;
        let typing = Rect { y: inside.y + 1, height: inside.height.saturating_sub(2), ..inside };
        Self {
            screen,
            head: below(0, head),
            gutter,
            text,
            card: below(head + body, card),
            said: Rect { width: beside.width + lines.width, ..said },
            status: below(head + body + card, status),
            keys: below(head + body + card + status, keys),
            compose,
            typing,
        }
    }

    /// How many cells wide the prose is, at least 1.
    pub fn measure(&self) -> usize {
        usize::from(self.text.width.saturating_sub(1).max(1))
    }

    /// How many cells wide the lines being typed are, at least 1.
    pub fn typing_width(&self) -> usize {
        usize::from(self.typing.width.saturating_sub(1).max(1))
    }
}

/// The column of the prose in `area`, centred, and the signs beside it.
fn column(area: Rect) -> (Rect, Rect) {
    let gutter = if area.width > 3 * GUTTER { GUTTER } else { 0 };
    let width = (area.width - gutter).min(MEASURE + 1);
    let left = area.x + (area.width - gutter - width) / 2;
    (Rect { x: left, width: gutter, ..area }, Rect { x: left + gutter, width, ..area })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_never_leave_the_screen_or_overlap() {
        for width in 0..100 {
            for height in 0..50 {
                for mode in [Context::Reading, Context::Walk] {
                    let areas = Areas::new(Size::new(width, height), mode, None);
                    let all = [areas.head, areas.gutter, areas.text, areas.card, areas.status, areas.keys];
                    assert!(all.iter().all(|area| area.intersection(areas.screen).area() == area.area()));
                    for (at, area) in all.iter().enumerate() {
                        assert!(all[..at].iter().all(|other| area.intersection(*other).is_empty()));
                    }
                }
            }
        }
    }
}
