//! What was said of the words at the cursor; in the walk, with the sentence before and after.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::areas::Areas;
use super::rule;
use crate::review::{Kind, Thread};
use crate::tui::review::command::Context;
use crate::tui::review::model::Model;
use crate::tui::review::proposal::{self, Stretch};
use crate::tui::review::say::summary;
use crate::tui::review::threads::{heading, unplaced, words};
use crate::tui::theme::Theme;
use crate::tui::widget::paint;

pub(super) fn draw(model: &Model, areas: &Areas, buffer: &mut Buffer) {
    if areas.card.height == 0 {
        return;
    }
    let (theme, area) = (&model.theme, areas.said);
    let Some(thread) = model.thread() else {
        rule(buffer, areas.card, "", theme);
        return nothing(model, area, buffer);
    };
    rule(buffer, areas.card, &title(model, thread), theme);
    let width = usize::from(area.width).max(1);
    let lines = lines(model, thread, width);
    let room = usize::from(area.height);
    for (row, line) in lines.iter().take(room).enumerate() {
        paint::put_line(buffer, area, 0, row as u16, line);
    }
    if lines.len() > room && room > 0 {
        let more = format!(" {} Enter ", theme.glyphs.down);
        paint::put_right(buffer, area, 0, area.height - 1, &more, theme.dim);
    }
}

fn title(model: &Model, thread: &Thread) -> String {
    let here = if model.mode == Context::Walk { 1 } else { model.here().count() };
    let more = if here > 1 { format!(" ({here} here, n goes on)") } else { String::new() };
    let own = thread.root.by == model.me;
    if own {
        format!("your {}, {}{more}", thread.root.kind.name(), thread.standing())
    } else {
        heading(thread) + &more
    }
}

/// What there is to do where nothing was said.
fn nothing(model: &Model, area: Rect, buffer: &mut Buffer) {
    let count = model.threads.iter().filter(|thread| model.shows(thread) && thread.is_open()).count();
    let text = match (model.mode, count) {
        (Context::Walk, 0) => "Nothing is open. q ends the walk.".to_owned(),
        (Context::Walk, _) => "n goes to the next open record.".to_owned(),
        (_, 0) => "c comments on this sentence, s suggests, ? asks, x strikes; v chooses words.".to_owned(),
        (_, count) => format!("{count} open; n goes to the next"),
    };
    for (row, line) in paint::wrap(&text, usize::from(area.width).max(1)).iter().enumerate() {
        paint::put(buffer, area, 0, row as u16, line, model.theme.dim);
    }
}

fn lines(model: &Model, thread: &Thread, width: usize) -> Vec<Line<'static>> {
    let theme = &model.theme;
    let mut lines = Vec::new();
    if let Some(why) = unplaced(thread) {
        let quote = thread.root.anchor.as_ref().map_or("", |anchor| anchor.quote.as_str());
        lines.extend(told("on", &[(format!("{quote} ({why})"), theme.caution)], width, theme));
    } else if thread.root.anchor.is_none() {
        lines.extend(told("on", &[("the whole document".to_owned(), theme.dim)], width, theme));
    }
    let pair = proposal::before_and_after(&model.draft, thread).filter(|_| thread.is_open());
    if let Some([before, after]) = pair {
        lines.extend(told("now", &styled(before, model), width, theme));
        let is_gone = after.iter().all(|(_, text)| text.trim().is_empty());
        let after = if is_gone { vec![("nothing".to_owned(), theme.dim)] } else { styled(after, model) };
        lines.extend(told("then", &after, width, theme));
        if !thread.root.text.is_empty() {
            lines.extend(told("why", &[(thread.root.text.clone(), theme.text)], width, theme));
        }
    } else {
        let lead = if matches!(thread.root.kind, Kind::Suggestion { .. }) { "then" } else { "says" };
        lines.extend(told(lead, &[(summary(thread), theme.text)], width, theme));
    }
    for reply in &thread.replies {
        let by = if reply.by == model.me { "you" } else { &reply.by };
        lines.extend(told(by, &[(words(reply), theme.text)], width, theme));
    }
    lines
}

/// Stretches as they look; words come and go in brackets where there is no colour.
fn styled(stretches: Vec<(Stretch, String)>, model: &Model) -> Vec<(String, Style)> {
    let (theme, brackets) = (&model.theme, model.look.has_brackets());
    let style = |(stretch, text): (Stretch, String)| match stretch {
        Stretch::Gone if brackets && !text.is_empty() => (format!("[-{text}-]"), theme.gone),
        Stretch::New if brackets && !text.is_empty() => (format!("{{+{text}+}}"), theme.new),
        Stretch::Same => (text, theme.text),
        Stretch::Gone => (text, theme.gone),
        Stretch::New => (text, theme.new),
    };
    stretches.into_iter().map(style).collect()
}

/// Cells in which it stands who says something, or which side it is.
const LEAD: usize = 6;

/// `pieces` wrapped, with `lead` before the first line.
fn told(lead: &str, pieces: &[(String, Style)], width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let lead = paint::fit(lead, width / 3, theme.glyphs.ellipsis);
    let gap = (LEAD.min(width / 3)).max(paint::width(&lead) + 1);
    let rows = wrapped(pieces, width.saturating_sub(gap).max(1));
    let first = format!("{lead}{}", " ".repeat(gap - paint::width(&lead)));
    let leads = std::iter::once(first).chain(std::iter::repeat(" ".repeat(gap)));
    let line = |(lead, row): (String, Vec<Span<'static>>)| {
        let mut spans = vec![Span::styled(lead, theme.dim)];
        spans.extend(row);
        Line::from(spans)
    };
    leads.zip(rows).map(line).collect()
}

/// `pieces` as one text in rows of `width` cells, broken between words; white space is folded.
fn wrapped(pieces: &[(String, Style)], width: usize) -> Vec<Vec<Span<'static>>> {
    let mut rows: Vec<Vec<Span<'static>>> = vec![Vec::new()];
    let (mut column, mut gap) = (0, None);
    for (text, style) in pieces {
        for piece in split(text) {
            if piece.trim().is_empty() {
                gap = gap.or(Some(*style));
                continue;
            }
            let cells = paint::width(piece);
            let space = usize::from(gap.is_some() && column > 0);
            if column > 0 && gap.is_some() && column + space + cells > width {
                rows.push(Vec::new());
                column = 0;
            } else if let Some(style) = gap.filter(|_| space == 1) {
                push(&mut rows, " ", style);
                column += 1;
            }
            gap = None;
            push(&mut rows, piece, *style);
            column += cells;
        }
    }
    rows
}

fn push(rows: &mut [Vec<Span<'static>>], text: &str, style: Style) {
    if let Some(row) = rows.last_mut() {
        row.push(Span::styled(text.to_owned(), style));
    }
}

/// Words and the white space between them.
fn split(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_space = first.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != is_space).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        pieces.push(piece);
        rest = behind;
    }
    pieces
}
