//! The rows of the outline and how they are drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{FEW, Item, Outline, State};
use crate::tui::theme::Theme;
use crate::tui::widget::paint;

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// A part.
    Part(usize),
    /// A question of a part.
    Question(usize, usize),
    /// The questions of a part, so many that they are only counted.
    Folded(usize),
}

impl Row {
    pub(super) fn part(self) -> usize {
        match self {
            Row::Part(part) | Row::Question(part, _) | Row::Folded(part) => part,
        }
    }
}

impl Outline {
    /// Draws it into `area`: a title, then a row a part, scrolled to the one that matters.
    pub fn render(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let done = self.items.iter().filter(|item| item.state == State::Filled).count();
        let end = paint::put(buffer, area, 0, 0, "Parts", theme.title);
        let (done, all) = self.required.unwrap_or((done, self.items.len()));
        let count = format!("{done} of {all}");
        paint::put_right(buffer, area, end + 1, 0, &count, theme.dim);
        let list = Self::list(area);
        let rows = self.rows();
        let window = self.window(rows.len(), list);
        let first = window.start;
        for (at, row) in rows.iter().enumerate().take(window.end).skip(first) {
            self.draw_row(*row, (at - first) as u16, list, buffer, theme);
            if self.is_focused && at == self.selected {
                paint::style_row(buffer, list, (at - first) as u16, theme.selection);
            }
        }
    }

    pub(super) fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for (part, item) in self.items.iter().enumerate() {
            rows.push(Row::Part(part));
            let count = item.questions.len();
            if count <= FEW || self.unfolded == Some(part) {
                rows.extend((0..count).map(|question| Row::Question(part, question)));
            } else {
                rows.push(Row::Folded(part));
            }
        }
        rows
    }

    fn draw_row(&self, row: Row, at: u16, list: Rect, buffer: &mut Buffer, theme: &Theme) {
        let Some(item) = self.items.get(row.part()) else { return };
        let glyphs = &theme.glyphs;
        match row {
            Row::Part(part) => {
                let is_current = self.current == Some(part);
                if is_current {
                    paint::put(buffer, list, 0, at, glyphs.pointer, theme.key);
                }
                let strikes = if self.is_pen_away { 0 } else { item.strikes };
                draw_part((item, strikes), is_current, at, list, buffer, theme);
            }
            Row::Question(_, question) => {
                let text = item.questions.get(question).map_or("", String::as_str);
                let text = paint::fit(text, usize::from(list.width.saturating_sub(4)), glyphs.ellipsis);
                paint::put(buffer, list, 4, at, &text, theme.dim);
            }
            Row::Folded(_) => {
                let text = format!("{} {} questions", glyphs.folded, item.questions.len());
                paint::put(buffer, list, 4, at, &text, theme.dim);
            }
        }
    }
}

// Sign, name, and at the right what there is to say: words against the budget and strikes, or what is wrong.
fn draw_part(
    (item, strikes): (&Item, usize),
    is_current: bool,
    at: u16,
    list: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) {
    let glyphs = &theme.glyphs;
    let (mark, style) = sign(item, theme);
    paint::put(buffer, list, 1, at, mark, style);
    let strikes = if strikes > 0 { format!(" {strikes}{}", glyphs.error) } else { String::new() };
    let room = usize::from(list.width.saturating_sub(3));
    // The name is read in full if it can be; then what is wrong, then how long the part is.
    let beside = room.saturating_sub(paint::width(&item.title) + paint::width(&strikes) + 1);
    let (said, said_style) = said(item, beside, theme);
    let right = paint::width(&said) + paint::width(&strikes);
    let is_roomy = room > right + 3;
    let title = paint::fit(&item.title, if is_roomy { room - right - 1 } else { room }, glyphs.ellipsis);
    paint::put(buffer, list, 3, at, &title, if is_current { theme.title } else { theme.text });
    if is_roomy {
        let column = list.width.saturating_sub(right as u16);
        let column = paint::put(buffer, list, column, at, &said, said_style);
        paint::put(buffer, list, column, at, &strikes, theme.bad);
    }
}

fn sign(item: &Item, theme: &Theme) -> (&'static str, Style) {
    match item.state {
        State::Filled if item.is_over() => (theme.glyphs.warning, theme.caution),
        State::Filled => (theme.glyphs.done, theme.good),
        State::Missing => (theme.glyphs.missing, theme.bad),
        State::Empty => (theme.glyphs.empty, theme.caution),
        State::Placeholder => (theme.glyphs.unfilled, theme.caution),
    }
}

// The longest of what there is to say that fits into `room` cells, or the shortest.
fn said(item: &Item, room: usize, theme: &Theme) -> (String, Style) {
    let (ways, style) = ways(item, theme);
    let fits = ways.iter().find(|way| paint::width(way) <= room).or(ways.last());
    (fits.cloned().unwrap_or_default(), style)
}

fn ways(item: &Item, theme: &Theme) -> (Vec<String>, Style) {
    let words = item.words;
    match (item.state, words) {
        (State::Missing, _) => (vec!["missing".to_owned(), String::new()], theme.bad),
        (State::Empty, _) => (vec!["empty".to_owned(), String::new()], theme.caution),
        // The sign says that something is to be filled in; words there is room for say it again.
        (State::Placeholder, 0) => {
            (vec!["to fill in".to_owned(), "fill in".to_owned(), String::new()], theme.caution)
        }
        (State::Placeholder, _) => {
            let figures = figures(item);
            let both = figures.first().map(|figures| format!("fill in {figures}"));
            (both.into_iter().chain(figures).collect(), theme.caution)
        }
        (State::Filled, _) => (figures(item), if item.is_over() { theme.caution } else { theme.dim }),
    }
}

// How many words there are, and how many there should be at most, the longest way first.
fn figures(item: &Item) -> Vec<String> {
    let words = item.words;
    match item.budget {
        Some(budget) if item.is_over() => {
            vec![format!("{words}/{budget}!"), format!("{words}!"), "!".to_owned()]
        }
        Some(budget) => vec![format!("{words}/{budget}"), words.to_string(), String::new()],
        None => vec![words.to_string(), String::new()],
    }
}
