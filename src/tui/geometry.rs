//! Where things are on the screen. Update needs it to know what was clicked, view to know where to draw.

use ratatui::layout::{Rect, Size};

/// The widest a line of prose gets, in cells: longer ones are hard to read back.
pub const MEASURE: u16 = 72;

/// The measure of a text whose lines are broken by hand at up to so many characters; at less, each would leave a stub.
const HARD_MEASURE: u16 = 80;

/// The cells left of the text: a mark and a space.
pub const GUTTER: u16 = 2;

/// From this width the outline and the score have room beside the text.
const OUTLINE_FROM: u16 = 100;
const SCORE_FROM: u16 = 120;

/// A pane asked for by hand is shown from this width.
const PANE_FROM: u16 = 60;

/// From this height there is room for a line above the text.
const HEAD_FROM: u16 = 16;

/// How wide a pane is, in cells.
const PANE_LEAST: u16 = 22;
/// One pane alone has room for the longest names and what is said beside them.
const LONE_PANE_LEAST: u16 = 31;
const PANE_MOST: u16 = 32;

/// Whether a pane is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// Where there is room.
    #[default]
    Auto,
    /// Never.
    No,
    /// Where it can be at all.
    Yes,
}

impl Shown {
    /// Whether a pane that has room from `from` cells is shown in `width` cells.
    fn in_width(self, width: u16, from: u16) -> bool {
        match self {
            Self::Auto => width >= from,
            Self::No => false,
            Self::Yes => width >= PANE_FROM,
        }
    }
}

/// The measure that suits `text`: [`MEASURE`], or a little more where its lines are broken by hand.
pub fn measure_of(text: &str) -> u16 {
    let (mut lines, mut over, mut long) = (0, 0, 0);
    for line in text.lines().filter(|line| !line.is_empty()) {
        let width = line.chars().take(usize::from(HARD_MEASURE) + 1).count();
        lines += 1;
        over += usize::from(width > usize::from(MEASURE));
        long += usize::from(width > usize::from(HARD_MEASURE));
    }
    // Headings and links may be longer than what a line is broken at; paragraphs on one line are not so few.
    let is_broken_by_hand = over > long && long * 20 <= lines;
    if is_broken_by_hand { HARD_MEASURE } else { MEASURE }
}

/// The areas of the screen; empty ones are not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Geometry {
    /// All of it.
    pub screen: Rect,
    /// Who sits in the empty chair.
    pub head: Rect,
    /// The parts of the document.
    pub outline: Rect,
    /// Marks of the lines.
    pub gutter: Rect,
    /// The text, with one spare cell at its right for a cursor behind a full row.
    pub text: Rect,
    /// The preview beside the text.
    pub preview: Rect,
    /// The figures.
    pub score: Rect,
    /// What the pen says of the words under the cursor.
    pub card: Rect,
    /// File, place, words.
    pub status: Rect,
    /// Keys.
    pub keys: Rect,
}

impl Geometry {
    /// Divides a screen of `size` for a text of `measure` cells at most.
    pub fn new(size: Size, outline: Shown, score: Shown, measure: u16) -> Self {
        let screen = Rect::new(0, 0, size.width, size.height);
        let (card, status, keys) = match size.height {
            0..=2 => (0, 0, 0),
            3..=5 => (0, 1, 0),
            6..=9 => (1, 1, 1),
            10..=19 => (2, 1, 1),
            _ => (4, 1, 1),
        };
        let body = Rect { height: size.height - card - status - keys, ..screen };
        let below = |y: u16, height: u16| Rect { y, height, ..screen };
        let has_outline = outline.in_width(size.width, OUTLINE_FROM);
        let has_score = score.in_width(size.width, SCORE_FROM);
        let beside = size.width.saturating_sub(GUTTER + measure + 2);
        let least = if has_outline && has_score { PANE_LEAST } else { LONE_PANE_LEAST };
        let pane = (beside / (u16::from(has_outline) + u16::from(has_score)).max(1)).clamp(least, PANE_MOST);
        let left = if has_outline { pane } else { 0 };
        let right = if has_score { pane } else { 0 };
        let middle = Rect { x: left, width: body.width.saturating_sub(left + right), ..body };
        let (gutter, text) = centred(middle, measure);
        Self {
            screen,
            head: Rect { height: 0, ..screen },
            outline: Rect { width: left, ..body },
            score: Rect { x: body.width - right.min(body.width), width: right, ..body },
            gutter,
            text,
            preview: Rect::default(),
            card: below(body.height, card),
            status: below(body.height + card, status),
            keys: below(body.height + card + status, keys),
        }
    }

    /// The same with a line above the text, where there is room for one.
    #[must_use]
    pub fn with_head(self) -> Self {
        if self.screen.height < HEAD_FROM {
            return self;
        }
        let lower = |pane: Rect| Rect { y: pane.y + 1, height: pane.height - 1, ..pane };
        Self {
            head: Rect { height: 1, ..self.screen },
            outline: lower(self.outline),
            gutter: lower(self.gutter),
            text: lower(self.text),
            preview: if self.preview.width > 0 { lower(self.preview) } else { self.preview },
            score: lower(self.score),
            ..self
        }
    }

    /// The same without a place for what the pen says; the text has its rows.
    #[must_use]
    pub fn without_card(self) -> Self {
        let taller = |pane: Rect| Rect { height: pane.height + self.card.height, ..pane };
        Self {
            outline: taller(self.outline),
            gutter: taller(self.gutter),
            text: taller(self.text),
            preview: if self.preview.width > 0 { taller(self.preview) } else { self.preview },
            score: taller(self.score),
            card: Rect { height: 0, ..self.card },
            ..self
        }
    }

    /// How many cells wide the prose is: the text without its spare cell, at least 1.
    pub fn measure(&self) -> usize {
        usize::from(self.text.width.saturating_sub(1).max(1))
    }
}

fn centred(area: Rect, measure: u16) -> (Rect, Rect) {
    let gutter = if area.width > 2 * GUTTER { GUTTER } else { 0 };
    let width = (area.width - gutter).min(measure + 1);
    let left = area.x + (area.width - gutter - width) / 2;
    let text = Rect { x: left + gutter, width, ..area };
    (Rect { x: left, width: gutter, ..area }, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_never_leave_the_screen_or_overlap() {
        for width in 0..200 {
            for height in 0..50 {
                for shown in [Shown::Auto, Shown::No, Shown::Yes] {
                    let geometry = Geometry::new(Size::new(width, height), shown, shown, 80);
                    let geometry = if width % 2 == 0 { geometry.with_head() } else { geometry };
                    let geometry = if width % 3 == 0 { geometry.without_card() } else { geometry };
                    let areas = [
                        geometry.head,
                        geometry.outline,
                        geometry.gutter,
                        geometry.text,
                        geometry.score,
                        geometry.card,
                        geometry.status,
                        geometry.keys,
                    ];
                    assert!(
                        areas.iter().all(|area| area.intersection(geometry.screen).area() == area.area())
                    );
                    for (at, area) in areas.iter().enumerate() {
                        assert!(areas[..at].iter().all(|other| area.intersection(*other).is_empty()));
                    }
                }
            }
        }
    }

    #[test]
    fn prose_is_never_wider_than_the_measure_and_centred() {
        let wide = Geometry::new(Size::new(200, 50), Shown::No, Shown::No, MEASURE);
        assert_eq!((wide.measure(), wide.text.x), (72, 64));
        assert_eq!(Geometry::new(Size::new(40, 10), Shown::Auto, Shown::Auto, MEASURE).measure(), 37);
    }

    #[test]
    fn lines_broken_by_hand_are_not_broken_again() {
        let lines = |width: usize| format!("{}\n", "x".repeat(width)).repeat(30);
        assert_eq!([70, 78, 300].map(|width| measure_of(&lines(width))), [72, 80, 72]);
        assert_eq!(measure_of(&(lines(78) + &lines(200))), 72);
    }
}
