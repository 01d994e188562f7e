//! Drawing the pinned line and the reading view.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Chair;
use crate::text::{Cell, glyph, is_stand_in};
use crate::tui::model::Model;
use crate::tui::review::page::Face;
use crate::tui::widget::paint;

/// The widest line, in cells: the measure of print.
const MEASURE: u16 = 66;

/// The pinned line: who sits in the empty chair.
pub fn line(model: &Model, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let key = model.key("name-customer");
    let nobody = format!("nobody sits in the empty chair; {key} names the customer");
    let (lead, name, style) = match &model.pen.rest().customer {
        Some(customer) => ("in the empty chair: ", customer.as_str(), theme.text),
        None => ("", nobody.as_str(), theme.caution),
    };
    let column = paint::put(buffer, area, 0, 0, lead, theme.dim);
    let room = usize::from(area.width.saturating_sub(column));
    paint::put(buffer, area, column, 0, &paint::fit(name, room, theme.glyphs.ellipsis), style);
}

/// Where a text to be read stands on `screen`, of which so many rows at the bottom are others'.
pub fn page(screen: Rect, bottom: u16) -> Rect {
    let top = if screen.height >= 12 { 2 } else { 0 };
    let width = MEASURE.min(screen.width.saturating_sub(if screen.width > 20 { 2 } else { 0 }));
    let height = screen.height.saturating_sub(top + bottom);
    Rect { x: screen.x + (screen.width - width) / 2, y: screen.y + top, width, height }
}

/// Draws the reading view over the screen above the `bottom` rows.
pub fn draw(model: &Model, screen: Rect, bottom: u16, buffer: &mut Buffer) {
    let Some(chair) = &model.chair else { return };
    let area = page(screen, bottom);
    if area.y > screen.y {
        line(model, Rect { height: 1, ..screen }, buffer);
    }
    let page = chair.page.buffer();
    let mut seen = 0;
    for (y, row) in chair.window.rows(&chair.page).enumerate().take(usize::from(area.height)) {
        let row_area = Rect { y: area.y + y as u16, height: 1, ..area };
        for cell in chair.window.layout().cells(page, &row) {
            put(buffer, row_area, &cell, style(model, chair, &cell));
        }
        seen = row.span.end;
    }
    if seen < page.len() && area.height > 0 {
        let foot = Rect { y: area.bottom() - 1, height: 1, ..screen };
        let after = area.right() - screen.x;
        paint::put_right(buffer, foot, after, 0, model.theme.glyphs.down, model.theme.dim);
    }
}

fn put(buffer: &mut Buffer, area: Rect, cell: &Cell<'_>, style: Style) {
    // White space may hang past the edge.
    if cell.column + cell.width <= usize::from(area.width) {
        paint::put(buffer, area, cell.column as u16, 0, &glyph(cell.text), style);
    }
}

fn style(model: &Model, chair: &Chair, cell: &Cell<'_>) -> Style {
    let theme = &model.theme;
    if chair.dims && chair.others.iter().any(|span| span.contains(cell.offset)) {
        return theme.dim;
    }
    let stops = chair.page.stops();
    let stop = stops.get(stops.partition_point(|stop| stop.page.end <= cell.offset));
    match stop.filter(|stop| stop.page.contains(cell.offset)).map(|stop| stop.face) {
        Some(Face::Heading) => theme.heading,
        Some(Face::Aside) => theme.dim,
        _ if is_stand_in(cell.text) => theme.dim,
        _ => theme.text,
    }
}
