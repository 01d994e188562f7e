//! Where text and preview stand side by side.

use ratatui::layout::{Rect, Size};

use crate::tui::geometry::{GUTTER, Geometry, MEASURE, Shown};

/// Neither column is narrower, in cells; where they would be, there is only one.
const LEAST: u16 = 44;

/// Cells between the two: a line with air at both sides.
const BETWEEN: u16 = 3;

/// As [`Geometry::new`], with room for the preview right of the text; `None` where the screen is too narrow. Panes that are
/// shown only where there is room fold away until both columns have their full measure.
pub fn side_by_side(size: Size, outline: Shown, score: Shown, measure: u16) -> Option<Geometry> {
    for (outline, score) in [(outline, score), (outline, Shown::No), (Shown::No, Shown::No)] {
        // Panes are as narrow as they can be before a column is.
        let geometry = Geometry::new(size, outline, score, measure + 1 + BETWEEN + MEASURE);
        let is_kept = |pane: Rect, shown| pane.width == 0 || shown == Shown::Yes;
        let is_wanted = is_kept(geometry.outline, outline) && is_kept(geometry.score, score);
        let least = if is_wanted { 2 * LEAST } else { measure + MEASURE };
        let left = geometry.outline.right();
        let right = if geometry.score.width > 0 { geometry.score.x } else { geometry.screen.right() };
        let middle = Rect { x: left, width: right.saturating_sub(left), ..geometry.text };
        let spare = GUTTER + 1 + BETWEEN;
        if middle.width >= least + spare {
            return Some(divided(geometry, middle, measure, middle.width - spare));
        }
    }
    None
}

/// `geometry` with text and preview in `middle`, which share `cells` cells.
fn divided(geometry: Geometry, middle: Rect, measure: u16, cells: u16) -> Geometry {
    let own = measure.min(cells - (cells / 2).min(MEASURE));
    let other = MEASURE.min(cells - own);
    let left = middle.x + (middle.width - (GUTTER + own + 1 + BETWEEN + other)) / 2;
    let text = Rect { x: left + GUTTER, width: own + 1, ..middle };
    Geometry {
        gutter: Rect { x: left, width: GUTTER, ..middle },
        text,
        preview: Rect { x: text.right() + BETWEEN, width: other, ..middle },
        ..geometry
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_never_leave_the_screen_or_overlap_and_are_wide_enough() {
        for width in 0..260 {
            for (outline, score) in
                [Shown::Auto, Shown::No, Shown::Yes].into_iter().zip([Shown::Yes, Shown::Auto, Shown::No])
            {
                let size = Size::new(width, 40);
                let Some(geometry) = side_by_side(size, outline, score, 80) else {
                    assert!(width < 95, "{width}");
                    continue;
                };
                let geometry = geometry.with_head();
                let areas =
                    [geometry.outline, geometry.gutter, geometry.text, geometry.preview, geometry.score];
                let shown: Vec<Rect> = areas.into_iter().filter(|area| area.width > 0).collect();
                assert!(shown.windows(2).all(|pair| pair[0].right() <= pair[1].x), "{width} {geometry:?}");
                assert!(shown.iter().all(|area| area.right() <= width && (area.y, area.height) == (1, 33)));
                assert!(geometry.text.width > LEAST && geometry.preview.width >= LEAST);
            }
        }
    }

    #[test]
    fn panes_fold_away_as_needed() {
        let panes = |width, outline, score| {
            let geometry = side_by_side(Size::new(width, 40), outline, score, MEASURE)?;
            Some((geometry.outline.width > 0, geometry.score.width > 0))
        };
        assert_eq!(panes(80, Shown::Auto, Shown::Auto), None);
        assert_eq!(panes(120, Shown::Auto, Shown::Auto), Some((false, false)));
        assert_eq!(panes(130, Shown::Yes, Shown::Auto), Some((true, false)));
        assert_eq!(panes(185, Shown::Auto, Shown::Auto), Some((true, false)));
        assert_eq!(panes(200, Shown::Auto, Shown::Auto), Some((true, true)));
        assert_eq!(panes(200, Shown::No, Shown::No), Some((false, false)));
    }
}
