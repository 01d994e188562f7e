//! Find and replace as it is drawn at the bottom of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::Replace;
use super::options::{NAMES, Stop};
use crate::lint::Severity;
use crate::text::Edit;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widget::paint;

/// The cells of `Replace: `.
const LABEL: u16 = 9;
/// The cells kept for the count behind the first line.
const COUNT: u16 = 30;
/// Cells between two options.
const GAP: u16 = 2;
/// Rows beside the previews: two lines, the options, what there is to say.
const ROWS: u16 = 4;

/// How many replacements are shown, on a screen of so many rows.
fn previews(height: u16) -> u16 {
    match height {
        0..30 => 1,
        30..40 => 2,
        _ => 3,
    }
}

/// Where it is drawn: at the bottom of `screen`, over no more than what leaves three rows of the text.
pub(super) fn area(screen: Rect) -> Rect {
    let wanted = ROWS + 2 * previews(screen.height);
    let height = wanted.min(screen.height.saturating_sub(3).max(2)).min(screen.height);
    Rect { y: screen.bottom() - height, height, ..screen }
}

/// What is at a place of the screen.
pub(super) fn hit(area: Rect, at: Position) -> Option<Stop> {
    if !area.contains(at) {
        return None;
    }
    match at.y - area.y {
        0 => Some(Stop::Find),
        1 => Some(Stop::With),
        2 => buttons()
            .find(|(_, column, width)| (*column..column + width).contains(&(at.x - area.x)))
            .map(|it| it.0),
        _ => None,
    }
}

// The options and the way to replace all, each with its column and its width.
fn buttons() -> impl Iterator<Item = (Stop, u16, u16)> {
    let options =
        NAMES.iter().enumerate().map(|(index, (name, _))| (Stop::Option(index), 4 + name.len() as u16));
    let mut column = 0;
    options.chain([(Stop::All, 5)]).map(move |(stop, width)| {
        let start = column;
        column += width + GAP;
        (stop, start, width)
    })
}

impl Replace {
    /// How many rows of a `screen` it covers.
    pub fn height(screen: Rect) -> u16 {
        area(screen).height
    }

    /// Draws it.
    pub fn render(&self, model: &Model, screen: Rect, buffer: &mut Buffer) {
        let theme = &model.theme;
        let area = area(screen);
        Clear.render(area, buffer);
        paint::put(buffer, area, 0, 0, "Find:", theme.title);
        paint::put(buffer, area, 0, 1, "Replace:", theme.title);
        let count = self.count(model);
        let mut lines = lines(area);
        if paint::width(&count) + usize::from(LABEL) + 8 > usize::from(area.width) {
            lines.0.width = area.width.saturating_sub(LABEL);
        }
        self.find.render(lines.0, buffer, theme.text, theme.selection);
        self.with.render(lines.1, buffer, theme.text, theme.selection);
        paint::put_right(buffer, area, lines.0.right().saturating_sub(area.x), 0, &count, theme.dim);
        self.draw_options(area, buffer, theme);
        if let Some(problem) = &self.problem {
            let text = format!("{} no such pattern: {problem}", theme.glyphs.severity(Severity::Error));
            paint::put(
                buffer,
                area,
                0,
                3,
                &paint::fit(&text, usize::from(area.width), theme.glyphs.ellipsis),
                theme.bad,
            );
        } else {
            self.draw_previews(model, area, buffer);
        }
        let hint = match self.stop {
            Stop::Find => "Enter goes to the next, Tab to the replacement, Alt-A replaces all, Esc closes",
            _ => "Enter replaces, Down skips, Alt-A all, Tab goes to the options, Esc closes",
        };
        let (said, style) = match &self.said {
            Some(said) => (said.as_str(), theme.text),
            None => (hint, theme.dim),
        };
        let said = paint::fit(said, usize::from(area.width), theme.glyphs.ellipsis);
        paint::put(buffer, area, 0, area.height.saturating_sub(1).max(3), &said, style);
    }

    /// Where the cursor stands.
    pub fn cursor(&self, screen: Rect) -> Option<Position> {
        let area = area(screen);
        let lines = lines(area);
        match self.stop {
            Stop::Find => self.find.cursor(lines.0),
            Stop::With => self.with.cursor(lines.1),
            stop => {
                let (_, column, _) = buttons().find(|button| button.0 == stop)?;
                let at = Position::new(area.x + column + 1, area.y + 2);
                area.contains(at).then_some(at)
            }
        }
    }

    fn draw_options(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let mut options = self.options;
        for (stop, column, width) in buttons() {
            let (name, letter, sign) = match stop {
                Stop::Option(index) => {
                    let is_set = options.flag(index).is_some_and(|flag| *flag);
                    let (name, letter) = NAMES.get(index).copied().unwrap_or_default();
                    (name, letter, if is_set { "[x] " } else { "[ ] " })
                }
                _ => ("All", 'a', "<"),
            };
            let mut at = paint::put(buffer, area, column, 2, sign, theme.text);
            let mut is_marked = false;
            for char in name.chars() {
                let is_key = !is_marked && char.eq_ignore_ascii_case(&letter);
                is_marked |= is_key;
                let style = if is_key { theme.key } else { theme.text };
                at = paint::put(buffer, area, at, 2, char.encode_utf8(&mut [0; 4]), style);
            }
            if stop == Stop::All {
                paint::put(buffer, area, at, 2, ">", theme.text);
            }
            if stop == self.stop {
                let end = (column + width).min(area.width);
                let here = Rect { x: area.x + column.min(end), width: end.saturating_sub(column), ..area };
                paint::style_row(buffer, here, 2, theme.selection);
            }
        }
    }

    // The replacement that is next and those behind it, as they would be.
    fn draw_previews(&self, model: &Model, area: Rect, buffer: &mut Buffer) {
        let here = model.editor.selection().span();
        let last = area.height.saturating_sub(1);
        for (index, edit) in self.plan.from(here).enumerate() {
            let row = 3 + 2 * index as u16;
            if row + 2 > last.max(3) {
                break;
            }
            draw_preview(
                model,
                edit,
                Rect { y: area.y + row, height: 2.min(area.height - row), ..area },
                buffer,
            );
        }
    }
}

fn lines(area: Rect) -> (Rect, Rect) {
    let label = LABEL.min(area.width);
    let room = area.width - label;
    let find = if room > 2 * COUNT { room - COUNT } else { room.saturating_sub(COUNT / 2) };
    let line = |row: u16, width: u16| Rect {
        x: area.x + label,
        y: area.y + row.min(area.height),
        width,
        height: 1.min(area.height.saturating_sub(row)),
    };
    (line(0, find), line(1, room))
}

fn draw_preview(model: &Model, edit: &Edit, area: Rect, buffer: &mut Buffer) {
    let (text, theme) = (model.editor.buffer(), &model.theme);
    let number = text.line_of(edit.span.start);
    let end = text.line_content(text.line_of(edit.span.end)).end;
    let head = text.slice(text.line_content(number).start..edit.span.start);
    let tail = text.slice(edit.span.end..end);
    let old = text.slice(edit.span);
    let number = format!("{:>5} ", number + 1);
    let words = |row: u16, mark: &str, words: &str, style: Style, buffer: &mut Buffer| {
        let room = usize::from(area.width).saturating_sub(number.len() + 2);
        let ellipsis = theme.glyphs.ellipsis;
        let words = words.replace("\r\n", "\n").replace('\n', " / ");
        let words = paint::fit(&words, room / 2, ellipsis);
        let head = paint::fit_end(head, (room / 3).min(room - paint::width(&words)), ellipsis);
        let rest = room.saturating_sub(paint::width(&words) + paint::width(&head));
        let at = paint::put(buffer, area, number.len() as u16, row, mark, style);
        let at = paint::put(buffer, area, at + 1, row, &head, theme.dim);
        let at = paint::put(buffer, area, at, row, &words, style);
        paint::put(buffer, area, at, row, &paint::fit(tail, rest, ellipsis), theme.dim);
    };
    paint::put(buffer, area, 0, 0, &number, theme.gutter);
    words(0, "-", old, theme.gone, buffer);
    words(1, "+", &edit.insert, theme.new, buffer);
}
