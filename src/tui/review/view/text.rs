//! The page: wrapped rows, the sentence at the cursor, what was said of which words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::areas::Areas;
use crate::review::{Kind, Thread};
use crate::text::{Cell, Row, Span, glyph, is_stand_in};
use crate::tui::review::command::Context;
use crate::tui::review::model::Model;
use crate::tui::review::page::{Face, Stop};
use crate::tui::review::proposal;
use crate::tui::widget::paint;

/// What the words of the page look like, beside what they are.
struct Look<'a> {
    model: &'a Model,
    /// Chosen words.
    chosen: Option<Span>,
    /// The sentence at the cursor, or in the walk the words that are talked about.
    here: Option<Span>,
    /// Words that the suggestion looked at would take out.
    gone: Vec<Span>,
    /// Words that something open was said of.
    noted: Vec<Span>,
    matches: Vec<Span>,
}

pub(super) fn draw(model: &Model, areas: &Areas, buffer: &mut Buffer) {
    let look = Look::of(model);
    for (at, row) in model.window.rows(&model.draft.page).enumerate().take(usize::from(areas.text.height)) {
        let y = areas.text.y + at as u16;
        let area = Rect { y, height: 1, ..areas.text };
        let stops = on_row(model, &row);
        for cell in model.window.layout().cells(model.draft.page.buffer(), &row) {
            put(buffer, area, &cell, look.style(stops, &cell));
        }
        beside(model, &look, &row, Rect { y, height: 1, ..areas.gutter }, buffer);
    }
}

/// The stops that `row` shows something of.
fn on_row<'a>(model: &'a Model, row: &Row) -> &'a [Stop] {
    let stops = model.draft.page.stops();
    let first = stops.partition_point(|stop| stop.page.end <= row.span.start);
    let last = stops.partition_point(|stop| stop.page.start < row.span.end);
    stops.get(first..last).unwrap_or_default()
}

impl<'a> Look<'a> {
    fn of(model: &'a Model) -> Self {
        let focused = model.focus.as_ref().and_then(|id| model.place_of(id));
        let is_walk = model.mode == Context::Walk;
        let thread = model.thread().filter(|thread| thread.is_open());
        let gone = thread.map_or_else(Vec::new, |thread| proposal::of(&model.draft, thread));
        let gone = gone.iter().filter_map(|(span, _)| model.draft.page.page_span(*span)).collect();
        let shown = model
            .threads
            .iter()
            .zip(&model.places)
            .filter(|(thread, _)| thread.is_open() && model.shows(thread));
        let seen = model.window.span(&model.draft.page);
        let matches = model.search.as_ref().map_or_else(Vec::new, |(search, _)| {
            search.find_all(model.draft.page.buffer()).filter(|span| span.overlaps(seen)).collect()
        });
        Self {
            model,
            chosen: model.chosen.and_then(|_| model.selection()),
            here: if is_walk { focused } else { model.stop().map(|stop| stop.page) },
            gone,
            noted: shown.filter_map(|(_, place)| *place).collect(),
            matches,
        }
    }

    fn style(&self, stops: &[Stop], cell: &Cell<'_>) -> Style {
        let theme = &self.model.theme;
        if cell.is_virtual {
            return theme.new;
        }
        let at = cell.offset;
        let face = stops.iter().find(|stop| stop.page.contains(at)).map(|stop| stop.face);
        let mut style = match face {
            Some(Face::Heading) => theme.heading,
            Some(Face::Aside) => theme.dim,
            _ if is_stand_in(cell.text) => theme.dim,
            _ => theme.text,
        };
        let is_in = |spans: &[Span]| spans.iter().any(|span| span.contains(at));
        if self.here.is_some_and(|here| here.contains(at)) {
            style = style.add_modifier(Modifier::BOLD);
        }
        if is_in(&self.gone) {
            style = style.patch(theme.gone);
        } else if is_in(&self.noted) {
            style = style.patch(theme.underline_rewrite);
        }
        if is_in(&self.matches) {
            style = style.patch(theme.matched);
        }
        if self.chosen.is_some_and(|chosen| chosen.contains(at)) {
            style = style.patch(theme.selection);
        }
        style
    }
}

/// What stands beside a row: the pointer, and what was said of words that begin in it.
fn beside(model: &Model, look: &Look<'_>, row: &Row, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let is_here = look
        .here
        .is_some_and(|here| here.overlaps(row.span) || (here.is_empty() && row.span.touches(here.start)));
    if is_here {
        paint::put(buffer, area, 0, 0, theme.glyphs.pointer, theme.key);
    }
    let begins = |place: &Option<Span>| {
        place.is_some_and(|place| {
            row.span.contains(place.start) || (row.is_last && place.start == row.span.end)
        })
    };
    let threads = model.threads.iter().zip(&model.places);
    let here: Vec<&Thread> = threads
        .filter(|(thread, place)| model.shows(thread) && begins(place))
        .map(|(thread, _)| thread)
        .collect();
    let open: Vec<&Thread> = here.iter().copied().filter(|thread| thread.is_open()).collect();
    let (sign, style) = match (open.iter().map(|thread| rank(thread)).max(), here.is_empty()) {
        (Some(2), _) => ("?", theme.caution),
        (Some(1), _) => ("~", theme.remark),
        (Some(_), _) => ("\"", theme.remark),
        (None, false) => (theme.glyphs.done, theme.dim),
        (None, true) => return,
    };
    let count = if open.is_empty() { here.len() } else { open.len() };
    let end = paint::put(buffer, area, 1, 0, sign, style);
    match count {
        0 | 1 => {}
        2..=9 => drop(paint::put(buffer, area, end, 0, &count.to_string(), style)),
        _ => drop(paint::put(buffer, area, end, 0, "+", style)),
    }
}

/// How much what was said wants something to be done.
fn rank(thread: &Thread) -> u8 {
    match thread.root.kind {
        Kind::Question => 2,
        Kind::Suggestion { .. } => 1,
        Kind::Comment => 0,
    }
}

/// Draws one cell of a row.
pub(super) fn put(buffer: &mut Buffer, area: Rect, cell: &Cell<'_>, style: Style) {
    if cell.column + cell.width > usize::from(area.width) {
        return;
    }
    let x = area.x + cell.column as u16;
    if cell.text == "\t" {
        buffer.set_stringn(x, area.y, " ".repeat(cell.width), cell.width, style);
    } else {
        buffer.set_stringn(x, area.y, glyph(cell.text), cell.width, style);
    }
}
