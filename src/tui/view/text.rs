//! The text: wrapped rows, what is struck in them, and the marks beside them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::margin;
use crate::lint::{Action, Severity};
use crate::text::{Cell, Row, Span, glyph, is_stand_in};
use crate::tui::focus;
use crate::tui::geometry::Geometry;
use crate::tui::markdown::heading_level;
use crate::tui::model::Model;
use crate::tui::pen::Found;
use crate::tui::theme::Theme;

/// Draws text and gutter. Gives the place of the cursor, if it is in the window.
pub(super) fn draw(model: &Model, geometry: &Geometry, buffer: &mut Buffer) -> Option<Position> {
    let editor = &model.editor;
    let (cursor_row, cursor_column) = editor.layout().locate(editor.buffer(), editor.place());
    let mut cursor = None;
    let first = geometry.text.y + editor.lead() as u16;
    for (y, row) in (first..geometry.text.bottom()).zip(editor.rows()) {
        let area = Rect { y, height: 1, ..geometry.text };
        let look = Look::of(model, &row);
        let mut end = 0;
        for cell in editor.layout().cells(editor.buffer(), &row) {
            put(buffer, area, &cell, look.style(model, &cell));
            end = cell.column + cell.width;
        }
        margin::draw(model, geometry, &row, (y, end), buffer);
        if let Some((sign, style)) = mark(model, &row) {
            buffer.set_stringn(geometry.gutter.x, y, sign, usize::from(geometry.gutter.width), style);
        }
        if row == cursor_row {
            let column = cursor_column.min(usize::from(area.width.saturating_sub(1)));
            cursor = Some(Position::new(area.x + column as u16, y));
        }
    }
    cursor
}

// How the words of one row look.
struct Look<'a> {
    base: Style,
    /// The signs in front of a heading.
    signs: Span,
    aside: Vec<Span>,
    found: Vec<Found<'a>>,
    matches: Vec<Span>,
    selected: Span,
}

impl<'a> Look<'a> {
    fn of(model: &'a Model, row: &Row) -> Self {
        let text = model.editor.buffer();
        let line = text.line_content(row.line);
        let level = heading_level(text.slice(line));
        // What is said of a part as a whole has its sign in the gutter; its words are not to blame.
        let mut found: Vec<_> = focus::over(model, row.span).filter(|found| !found.is_structure()).collect();
        // Strikes over underlines, worse over milder: the last style wins.
        found.sort_by_key(|found| (is_struck(found), found.diagnostic.severity));
        let aside = model.pen.rest().aside.iter().copied().filter(|span| span.overlaps(row.span)).collect();
        Self {
            base: if level > 0 { model.theme.heading } else { model.theme.text },
            signs: Span::new(line.start, line.start + level),
            aside,
            found,
            matches: matches(model, row),
            selected: model.editor.selection().span(),
        }
    }

    fn style(&self, model: &Model, cell: &Cell<'_>) -> Style {
        let theme = &model.theme;
        if cell.is_virtual {
            return theme.replacement;
        }
        let is_in = |spans: &[Span]| spans.iter().any(|span| span.contains(cell.offset));
        let (is_matched, is_selected) = (is_in(&self.matches), self.selected.contains(cell.offset));
        let is_bright = model.focus.bright().is_none_or(|bright| bright.contains(cell.offset));
        let is_aside = is_in(&self.aside) || self.signs.contains(cell.offset) || is_stand_in(cell.text);
        // What one looks for is seen wherever it is.
        let stands_back = is_aside || !(is_bright || is_matched || is_selected);
        let mut style = if stands_back { theme.dim } else { self.base };
        for found in self.found.iter().filter(|found| is_bright && found.span.contains(cell.offset)) {
            style = style.patch(words(theme, found));
        }
        if is_matched {
            style = style.patch(theme.matched);
        }
        if is_selected {
            style = style.patch(theme.selection);
        }
        style
    }
}

// What is searched for, as far as it begins in this row's line; longer than a line nothing is marked.
fn matches(model: &Model, row: &Row) -> Vec<Span> {
    let Some(search) = model.search.as_ref().filter(|_| model.is_finding()) else { return Vec::new() };
    let text = model.editor.buffer();
    let line = text.line_content(row.line);
    let local = crate::text::Buffer::new(text.slice(line));
    search
        .find_all(&local)
        .map(|span| span.shifted(line.start))
        .filter(|span| span.overlaps(row.span))
        .collect()
}

fn is_struck(found: &Found<'_>) -> bool {
    let action = found.diagnostic.fix.as_ref().map(|fix| fix.action);
    found.diagnostic.is_strike() && matches!(action, Some(Action::Delete | Action::Replace))
}

fn words(theme: &Theme, found: &Found<'_>) -> Style {
    let severity = found.diagnostic.severity;
    if is_struck(found) {
        theme.strike(severity).remove_modifier(Modifier::UNDERLINED)
    } else {
        theme.underline(severity)
    }
}

// The sign in the gutter for what begins in `row`.
fn mark(model: &Model, row: &Row) -> Option<(&'static str, Style)> {
    let begins = |found: &Found<'_>| row.span.contains(found.span.start);
    let points =
        focus::points(model, row.span).filter(|found| row.is_last || found.span.start < row.span.end);
    let found = focus::over(model, row.span).filter(begins).chain(points);
    let worst = found.max_by_key(|found| (is_struck(found), found.diagnostic.severity))?;
    Some((sign(&model.theme, &worst), model.theme.severity(worst.diagnostic.severity)))
}

fn sign(theme: &Theme, found: &Found<'_>) -> &'static str {
    match found.diagnostic.severity {
        _ if found.is_structure() => theme.glyphs.warning,
        Severity::Note => theme.glyphs.note,
        _ if is_struck(found) => theme.glyphs.error,
        _ => "~",
    }
}

fn put(buffer: &mut Buffer, area: Rect, cell: &Cell<'_>, style: Style) {
    let end = cell.column + cell.width;
    if end > usize::from(area.width) {
        return;
    }
    let x = area.x + cell.column as u16;
    if cell.width == 1
        && let Some(place) = buffer.cell_mut((x, area.y))
    {
        place.set_symbol(&glyph(cell.text)).set_style(style);
    } else if cell.text == "\t" {
        buffer.set_stringn(x, area.y, " ".repeat(cell.width), cell.width, style);
    } else {
        buffer.set_stringn(x, area.y, glyph(cell.text), cell.width, style);
    }
}
