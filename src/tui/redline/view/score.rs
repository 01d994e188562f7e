//! The figures before and after: beside the text where there is room, on top of it elsewhere.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::super::model::{Figures, Model};
use crate::report::redline::{Figure, Progress, Trend};
use crate::text::counted;
use crate::tui::theme::Theme;
use crate::tui::widget::{paint, popup};

/// What they are called.
const TITLE: &str = "Before and after";
/// The column that holds the names.
const NAMES: usize = 16;
/// The widest the figures get on top of the text.
const WIDEST: u16 = 60;

/// Draws them beside the text.
pub(super) fn pane(model: &Model<'_>, area: Rect, buffer: &mut Buffer) {
    if area.width < 4 {
        return;
    }
    let theme = &model.theme;
    for row in 0..area.height {
        paint::put(buffer, area, 0, row, theme.glyphs.divider, theme.border);
    }
    let inside = Rect { x: area.x + 2, width: area.width - 3, ..area };
    match &model.figures {
        Figures::None => {}
        Figures::Awaited => {
            paint::put(buffer, inside, 0, 0, "reading both texts", theme.dim);
        }
        Figures::Known(progress) => {
            let lines = lines(progress, usize::from(inside.width), theme);
            paint::put(buffer, inside, 0, 0, TITLE, theme.title);
            let below = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
            draw(&lines, 0, below, buffer);
            if lines.len() > usize::from(below.height) && below.height > 0 {
                let more = format!("{} s shows all", theme.glyphs.down);
                let last = inside.height - 1;
                paint::put(buffer, inside, 0, last, &" ".repeat(usize::from(inside.width)), theme.text);
                paint::put(buffer, inside, 0, last, &more, theme.dim);
            }
        }
    }
}

/// Draws them on top of the text, from line `top` on.
pub(super) fn overlay(model: &Model<'_>, top: usize, screen: Rect, buffer: &mut Buffer) {
    let Figures::Known(progress) = &model.figures else { return };
    let theme = &model.theme;
    let (area, lines) = page(progress, screen, theme);
    let inner = popup::open(buffer, area, TITLE, theme);
    draw(&lines, top, inner, buffer);
    if inner != area {
        let up = if top > 0 { theme.glyphs.up } else { "" };
        let down = if top + usize::from(inner.height) < lines.len() { theme.glyphs.down } else { "" };
        paint::put(buffer, area, 2, area.height - 1, &format!(" Esc closes {up}{down} "), theme.dim);
    }
}

/// The last line that the figures on top of the text can begin with, and how many are seen at once.
pub fn rows(model: &Model<'_>) -> (usize, usize) {
    let Figures::Known(progress) = &model.figures else { return (0, 1) };
    let (area, lines) = page(progress, model.areas().screen, &model.theme);
    let height = usize::from(popup::inside(area).height);
    (lines.len().saturating_sub(height), height.max(1))
}

fn page(progress: &Progress, screen: Rect, theme: &Theme) -> (Rect, Vec<Line<'static>>) {
    let full = popup::centred(screen, WIDEST, screen.height);
    let lines = lines(progress, usize::from(popup::inside(full).width), theme);
    (popup::centred(screen, WIDEST, u16::try_from(lines.len() + 2).unwrap_or(u16::MAX)), lines)
}

fn draw(lines: &[Line<'static>], top: usize, area: Rect, buffer: &mut Buffer) {
    for (row, line) in lines.iter().skip(top).take(usize::from(area.height)).enumerate() {
        paint::put_line(buffer, area, 0, row as u16, line);
    }
}

fn lines(progress: &Progress, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for row in paint::wrap(&progress.verdict(), width.max(1)) {
        lines.push(Line::styled(row, of_trend(theme, progress.trend())));
    }
    lines.push(Line::default());
    lines.extend(progress.total.iter().map(|figure| row("", figure, width, theme)));
    let same = progress.parts.iter().filter(|part| part.is_same()).count();
    for part in progress.parts.iter().filter(|part| !part.is_same()) {
        lines.push(Line::default());
        lines.push(Line::styled(paint::fit(&part.title, width, theme.glyphs.ellipsis), theme.title));
        let moved = part.figures().into_iter().filter(|figure| !figure.is_same());
        lines.extend(moved.map(|figure| row("  ", &figure, width, theme)));
    }
    if same > 0 {
        lines.push(Line::default());
        let text = format!("{} unchanged", counted(same, "part"));
        lines.push(Line::styled(text, theme.dim));
    }
    lines
}

/// "reading ease  41.2 → 58.9 better"
fn row(indent: &str, figure: &Figure, width: usize, theme: &Theme) -> Line<'static> {
    let name = paint::fit(short(figure.name), NAMES.min(width), theme.glyphs.ellipsis);
    let gap = " ".repeat((NAMES + 1).saturating_sub(paint::width(&name) + indent.len()));
    let arrow = theme.glyphs.arrow;
    let values = if figure.is_same() {
        format!("{:>6}", figure.after())
    } else {
        format!("{:>6} {arrow} {}", figure.before(), figure.after())
    };
    let trend = figure.trend();
    let mut spans =
        vec![Span::styled(format!("{indent}{name}{gap}"), theme.dim), Span::styled(values, theme.text)];
    if trend != Trend::Same {
        spans.push(Span::styled(format!(" {}", trend.word()), of_trend(theme, trend)));
    }
    Line::from(spans)
}

/// The name where there is little room.
fn short(name: &'static str) -> &'static str {
    if name == "strikes per 100 words" { "strikes per 100" } else { name }
}

fn of_trend(theme: &Theme, trend: Trend) -> Style {
    match trend {
        Trend::Better => theme.good,
        Trend::Worse => theme.caution,
        Trend::Same => theme.text,
    }
}
