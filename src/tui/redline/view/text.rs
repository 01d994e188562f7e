//! The lines: numbers beside them, words in their columns, what is looked at and what was searched for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::super::card;
use super::super::find::{self, Find};
use super::super::model::{Areas, Model, columns};
use super::super::roll::Place;
use crate::report::redline::{BETWEEN, Body, Form, Gutter, Line, Mark, Piece, UnitKind};
use crate::text::{Span, slice};
use crate::tui::theme::Theme;
use crate::tui::widget::paint;

pub(super) fn draw(model: &Model<'_>, areas: &Areas, buffer: &mut Buffer) {
    let form = *model.roll.form();
    if areas.heads.height > 0 {
        line(model, &form.heads(model.heads), areas.heads, 0, buffer);
    }
    for (row, (place, laid)) in model.visible().take(usize::from(areas.body.height)).enumerate() {
        let row = row as u16;
        beside(model, place, &laid.gutter, areas.body, row, buffer);
        line(model, laid, areas.body, row, buffer);
    }
}

/// What stands beside a line: the pointer, numbers, comments.
fn beside(model: &Model<'_>, place: Place, gutter: &Gutter, area: Rect, row: u16, buffer: &mut Buffer) {
    let (form, theme) = (model.roll.form(), &model.theme);
    let glyphs = &theme.glyphs;
    let moved = if glyphs.up.is_ascii() { "m" } else { "↕" };
    let text = form.beside(gutter, [moved, "+", card::SIGN]);
    let is_here = is_here(model, place, gutter);
    let style = if is_here { theme.title } else { theme.gutter };
    if is_here {
        paint::put(buffer, area, 0, row, glyphs.pointer, theme.key);
    }
    paint::put(buffer, area, 1, row, &text, style);
}

/// Whether what is looked at begins on this line.
fn is_here(model: &Model<'_>, place: Place, gutter: &Gutter) -> bool {
    let Some(cursor) = model.cursor else { return false };
    match cursor.change {
        Some(number) if gutter.number == Some(number) => true,
        Some(number) => model.lines_of(number).start == place,
        None => {
            let is_row =
                model.roll.unit(place.unit).is_some_and(|unit| unit.kind == UnitKind::Row(cursor.row));
            let words = |line: &Line<'_>| line.pieces().next().is_some();
            let lines = model.roll.lines(place.unit);
            let stop = find::here(model).filter(|stop| stop.row == cursor.row);
            let found = stop.and_then(|stop| lines.iter().position(|line| find::holds(line, stop)));
            is_row && found.or_else(|| lines.iter().position(words)) == Some(place.line)
        }
    }
}

fn line(model: &Model<'_>, laid: &Line<'_>, area: Rect, row: u16, buffer: &mut Buffer) {
    let form = *model.roll.form();
    let theme = &model.theme;
    for (left, pieces) in columns(laid, &form) {
        let mut at = left as u16 + 1;
        let mut before: Option<Style> = None;
        for (index, piece) in pieces.iter().enumerate() {
            let style = style(model, piece);
            if piece.spaced && index > 0 {
                // A line through or under words goes on between them.
                let between = if before == Some(style) { style } else { theme.text };
                at = paint::put(buffer, area, at, row, " ", between);
            }
            at = words(model, piece, style, area, (at, row), buffer);
            before = Some(style);
        }
    }
    if matches!(laid.body, Body::Columns(..)) {
        let divider = BETWEEN.replace('│', theme.glyphs.divider);
        paint::put(buffer, area, divider_at(&form), row, &divider, theme.border);
    }
}

fn divider_at(form: &Form) -> u16 {
    (form.gutter() + form.column()) as u16 + 1
}

/// Draws a piece, and over it what was searched for. Gives the column behind it.
fn words(
    model: &Model<'_>,
    piece: &Piece<'_>,
    style: Style,
    area: Rect,
    (at, row): (u16, u16),
    buffer: &mut Buffer,
) -> u16 {
    let text = [piece.open(), &piece.text, piece.close()].concat();
    let text = if piece.mark == Mark::Aside && model.look.ascii { ascii(&text) } else { text };
    let end = paint::put(buffer, area, at, row, &text, style);
    let Some(find) = &model.find else { return end };
    let mut at = at + piece.open().len() as u16;
    for (part, found) in parts(piece, find) {
        let style = match found {
            Found::Not => style,
            Found::Match => style.add_modifier(Modifier::REVERSED),
            Found::Here => style.add_modifier(Modifier::REVERSED | Modifier::BOLD),
        };
        at = paint::put(buffer, area, at, row, part, style);
    }
    end
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Not,
    Match,
    Here,
}

/// The text of `piece` in parts that are searched for and parts that are not.
fn parts<'p>(piece: &'p Piece<'_>, find: &Find) -> Vec<(&'p str, Found)> {
    let mut cuts: Vec<(Span, Found)> = Vec::new();
    for (own, matches) in [(piece.new, &find.new), (piece.old, &find.old)] {
        let Some(own) = own else { continue };
        let from = matches.partition_point(|span| span.end <= own.start);
        for span in matches.iter().skip(from).take_while(|span| span.start < own.end) {
            let is_here = find.at.and_then(|at| find.stops.get(at)).is_some_and(|stop| stop.span == *span);
            let found = if is_here { Found::Here } else { Found::Match };
            // Where what is shown is not what is written, all of it stands for it.
            let exact = own.end - own.start == piece.text.len();
            let start = if exact { span.start.saturating_sub(own.start) } else { 0 };
            let end = if exact { (span.end - own.start).min(piece.text.len()) } else { piece.text.len() };
            cuts.push((Span::new(start, end), found));
        }
        if !cuts.is_empty() {
            break;
        }
    }
    let mut out = Vec::new();
    let mut at = 0;
    for (cut, found) in cuts {
        out.push((slice(&piece.text, at..cut.start.max(at)), Found::Not));
        out.push((slice(&piece.text, cut.start.max(at)..cut.end), found));
        at = cut.end;
    }
    out.push((slice(&piece.text, at..piece.text.len()), Found::Not));
    out.retain(|(part, _)| !part.is_empty());
    out
}

fn style(model: &Model<'_>, piece: &Piece<'_>) -> Style {
    let style = of_mark(&model.theme, piece.mark);
    let seen = model.cursor.and_then(|cursor| cursor.change);
    if seen.is_some() && piece.change == seen { style.add_modifier(Modifier::BOLD) } else { style }
}

fn of_mark(theme: &Theme, mark: Mark) -> Style {
    match mark {
        Mark::Same => theme.text,
        Mark::Gone => theme.gone,
        Mark::New => theme.new,
        Mark::Moved | Mark::Restyled | Mark::Aside => theme.dim,
        Mark::Noted => theme.remark.patch(theme.underline_rewrite),
        Mark::Number | Mark::Title => theme.title,
    }
}

/// Lines and arrows of the page itself where there is ASCII only.
fn ascii(text: &str) -> String {
    text.replace('─', "-").replace('┼', "+").replace('…', "...").replace('→', "->")
}
