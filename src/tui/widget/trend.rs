//! The figures of a document over its drafts, as three small charts on top of the text.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Outcome, banner, list, paint, popup};
use crate::report::trend::{Point, Row, heights, rows};
use crate::text::counted;
use crate::tui::theme::Theme;

const WIDTH: u16 = 66;
/// Rows of each chart, where there is room.
const HEIGHT: u16 = 4;
/// Cells of a bar that tells how far one is.
const PROGRESS: usize = 20;

/// What is known of the drafts.
#[derive(Debug, Clone, PartialEq)]
pub enum Trend {
    /// So many of them are read; how many there are is not known at first.
    Loading {
        /// How many are read.
        done: usize,
        /// How many there are.
        of: usize,
    },
    /// They are read: where they come from, and their figures, the oldest first.
    Known(&'static str, Vec<Point>),
    /// Why they cannot be read.
    Failed(String),
}

impl Trend {
    /// Takes a key: any puts it away.
    pub fn key(&self, key: KeyEvent) -> Outcome<()> {
        if list::pressed(key).is_some() { Outcome::Cancel } else { Outcome::Ignored }
    }

    /// Draws it on top of `screen`.
    pub fn render(&self, screen: Rect, buffer: &mut Buffer, theme: &Theme) {
        let (height, chart) = match self {
            Self::Known(..) if screen.height >= 3 * (HEIGHT + 2) + 3 => (3 * (HEIGHT + 2) + 3, HEIGHT),
            Self::Known(..) => (3 * 2 + 3, 1),
            _ => (4, 0),
        };
        let area = popup::centred(screen, WIDTH.min(screen.width), height);
        let inner = popup::open(buffer, area, "Trend", theme);
        match self {
            Self::Loading { done, of } => {
                let share = if *of == 0 { 0.0 } else { *done as f64 / *of as f64 };
                let text = format!("{} reading draft {done} of {of}", banner::bar(share, PROGRESS, theme));
                paint::put(buffer, inner, 0, 0, &text, theme.text);
            }
            Self::Failed(why) => {
                paint::put(buffer, inner, 0, 0, why, theme.bad);
            }
            Self::Known(source, points) => known(source, points, chart, inner, buffer, theme),
        }
    }
}

fn known(source: &str, points: &[Point], chart: u16, inner: Rect, buffer: &mut Buffer, theme: &Theme) {
    let dates = [points.first(), points.last()].map(|point| point.map_or("", |point| point.date.as_str()));
    let head = format!("{}, {source}: {} to {}", counted(points.len(), "draft"), dates[0], dates[1]);
    paint::put(buffer, inner, 0, 0, &head, theme.dim);
    let mut top = 1;
    for Row { name, values, ends } in rows(points) {
        let column = paint::put(buffer, inner, 0, top, name, theme.title);
        paint::put(buffer, inner, column + 2, top, &format!("{} to {}", ends.0, ends.1), theme.text);
        let area = below(inner, top + 1, chart);
        bars(&values, area, buffer, theme);
        top += chart + if chart > 1 { 2 } else { 1 };
    }
}

fn below(inner: Rect, row: u16, height: u16) -> Rect {
    let y = inner.y.saturating_add(row).min(inner.bottom());
    Rect { y, height: height.min(inner.bottom() - y), ..inner }
}

/// One column a draft, the latest at the right; two cells wide where they fit.
fn bars(values: &[Option<f64>], area: Rect, buffer: &mut Buffer, theme: &Theme) {
    let wide = values.len() * 2 <= usize::from(area.width);
    let cells = usize::from(area.width) / if wide { 2 } else { 1 };
    let last = values.get(values.len().saturating_sub(cells)..).unwrap_or_default();
    for (at, height) in heights(last).into_iter().enumerate() {
        let Some(height) = height else { continue };
        // The lowest is seen too.
        let full = 1 + (height * f64::from(area.height.saturating_sub(1))).round() as u16;
        let column = (at * if wide { 2 } else { 1 }) as u16;
        for row in area.height.saturating_sub(full)..area.height {
            paint::put(buffer, area, column, row, theme.glyphs.bar_full, theme.remark);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::snapshot;
    use crate::tui::widget::testing::{places, stays_inside};

    fn trend(count: usize) -> Trend {
        let point = |at: usize| Point {
            id: format!("s{at}"),
            at: 0,
            date: format!("2026-11-{:02} 10:00", at + 1),
            words: 900 - at * 20,
            strikes_per_100_words: (at != 2).then_some(9.0 - at as f64 * 0.8),
            reading_ease: Some(40.0 + at as f64),
        };
        Trend::Known("git", (0..count).map(point).collect())
    }

    #[test]
    fn screens() {
        for (name, width, height, trend, theme) in [
            ("trend_80", 80, 24, trend(9), Theme::dark()),
            ("trend_small", 40, 12, trend(30), Theme::colourless().with_ascii()),
            ("trend_loading", 60, 8, Trend::Loading { done: 3, of: 12 }, Theme::light()),
        ] {
            let screen = snapshot::draw(width, height, |frame| {
                trend.render(frame.area(), frame.buffer_mut(), &theme);
            });
            insta::assert_snapshot!(name, screen);
        }
    }

    proptest! {
        #[test]
        fn any_size_will_do((screen, area) in places(), count in 0usize..300) {
            let trend = trend(count.min(40));
            prop_assert!(stays_inside(screen, area, |buffer, theme| trend.render(area, buffer, theme)));
        }
    }
}
