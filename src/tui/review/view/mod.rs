//! Drawing the review. Reads only; draws nothing before the size is known.

pub mod areas;
mod card;
mod compose;
mod status;
mod text;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::command::{self, Command, Context};
use super::model::Model;
use super::overlay::Overlay;
use crate::review::{Kind, Status};
use crate::tui::theme::Theme;
use crate::tui::widget::Outcome;
use crate::tui::widget::keybar::{Hint, KeyBar};
use crate::tui::widget::paint;
use crate::tui::widget::prompt::Prompt;
use areas::Areas;

/// Draws everything.
pub fn view(model: &Model, frame: &mut Frame<'_>) {
    let Some(size) = model.size else { return };
    let seen = frame.area();
    if size.width == 0 || size.height == 0 || seen.width < size.width || seen.height < size.height {
        return;
    }
    let areas = Areas::new(size, model.mode, model.overlay.as_ref());
    let buffer = frame.buffer_mut();
    head(model, areas.head, buffer);
    text::draw(model, &areas, buffer);
    card::draw(model, &areas, buffer);
    status::draw(model, (areas.status, areas.head.height > 0), buffer);
    bar(model).render(inset(areas.keys), buffer, &model.theme);
    let cursor = overlay(model, &areas, buffer);
    if let Some(cursor) = cursor.filter(|cursor| seen.contains(*cursor)) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws what lies on top; the place of the cursor in it.
fn overlay(model: &Model, areas: &Areas, buffer: &mut Buffer) -> Option<Position> {
    let (screen, theme) = (areas.screen, &model.theme);
    match model.overlay.as_ref()? {
        Overlay::Page(page) => page.render(screen, buffer, theme),
        Overlay::Closing(closing) => closing.render(screen, buffer, theme),
        Overlay::Confirm(confirm, _) => confirm.render(screen, buffer, theme),
        Overlay::Compose(compose) => return compose::draw(compose, areas, buffer, theme),
        Overlay::Discard(confirm, compose) => {
            compose::draw(compose, areas, buffer, theme);
            confirm.render(screen, buffer, theme);
        }
        Overlay::Find(prompt) => {
            let height = Prompt::HEIGHT.min(screen.height);
            let area = Rect { y: screen.height - height, height, ..screen };
            prompt.render(area, buffer, theme);
            return prompt.cursor(area, theme);
        }
    }
    None
}

/// How long one has read, the document's name, and who sits in the empty chair.
fn head(model: &Model, area: Rect, buffer: &mut Buffer) {
    let area = inset(area);
    let theme = &model.theme;
    let doing = if model.mode == Context::Walk { "walk through" } else { "review of" };
    // How far one is stands here, where neither a message nor the box to type in hides it.
    let start = paint::put(buffer, area, 0, 0, &format!("{} ", status::far(model)), theme.title);
    let end =
        paint::put(buffer, area, start, 0, &format!("{doing} {} as {}", model.name, model.me), theme.dim);
    let Some(customer) = model.draft.customer() else { return };
    let room = usize::from(area.width.saturating_sub(end + 3));
    let chair = paint::fit(&format!("for {customer}"), room, theme.glyphs.ellipsis);
    paint::put_right(buffer, area, end + 2, 0, &chair, theme.dim);
}

/// The command whose key is shown at a place of the screen.
pub fn key_at(model: &Model, at: Position) -> Option<&'static Command> {
    let areas = Areas::new(model.size?, model.mode, model.overlay.as_ref());
    match bar(model).click(at.x, at.y, inset(areas.keys)) {
        Outcome::Chosen(index) => shown(model).nth(index),
        _ => None,
    }
}

/// What can be done where one is.
fn shown(model: &Model) -> impl Iterator<Item = &'static Command> {
    let thread = model.thread();
    let is_here = thread.is_some();
    let kind = thread.map(|thread| thread.root.kind.clone());
    let is_open = thread.is_some_and(|thread| model.is_due(thread));
    let is_taken = thread.is_some_and(|thread| thread.status == Status::Accepted);
    let is_said = model.threads.iter().any(|thread| model.shows(thread));
    let can_undo = !model.done.is_empty();
    let fits = move |command: &&Command| match command.name {
        "accept" => is_open && !matches!(kind, Some(Kind::Comment) | None),
        "reject" => is_open && matches!(kind, Some(Kind::Suggestion { .. })),
        "resolve" => is_here && !is_taken && (kind != Some(Kind::Question) || !is_open),
        "faq-entry" => kind == Some(Kind::Question) && !is_open,
        "thread" | "reply" => is_here,
        "next-record" | "previous-record" => is_said,
        "undo" => can_undo,
        _ => true,
    };
    let mode = model.mode;
    command::all().filter(move |command| !command.label.is_empty() && command.counts_in(mode)).filter(fits)
}

/// Where there is little room, what comes first in the list stays longest; and the ways to all the others and out.
fn bar(model: &Model) -> KeyBar {
    let is_open = model.thread().is_some_and(|thread| model.is_due(thread));
    let asks = model.thread().is_some_and(|thread| thread.root.kind == Kind::Question);
    let label = |command: &Command| match command.name {
        "accept" if asks => "Answer",
        "resolve" if !is_open => "Open again",
        "quit" if model.mode == Context::Reading => "Close",
        "walk" if model.mode == Context::Walk => "Read",
        _ => command.label,
    };
    let hint = |(at, command): (usize, &Command)| Hint {
        key: command.first_key(),
        label: label(command).to_owned(),
        priority: if matches!(command.name, "help" | "quit") { u8::MAX } else { 100 - at as u8 },
    };
    KeyBar::new(shown(model).enumerate().map(hint).collect())
}

/// A line across `area`, with `title` in it.
fn rule(buffer: &mut Buffer, area: Rect, title: &str, theme: &Theme) {
    let line = theme.glyphs.border.horizontal_top.repeat(usize::from(area.width));
    paint::put(buffer, area, 0, 0, &line, theme.border);
    if !title.is_empty() {
        let title = paint::fit(title, usize::from(area.width.saturating_sub(6)), theme.glyphs.ellipsis);
        paint::put(
            buffer,
            area,
            2,
            0,
            &format!(" {title} "),
            ratatui::style::Style::reset().patch(theme.title),
        );
    }
}

/// A cell of air at both sides, where there is room.
fn inset(area: Rect) -> Rect {
    if area.width < 30 { area } else { Rect { x: area.x + 1, width: area.width - 2, ..area } }
}
