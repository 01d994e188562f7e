//! Drawing the pen walk: where the strike is, its sentence before and after, what is said of it; at the end what came of
//! it all.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::{Figures, Shown, Stage, Walk, figures};
use crate::lint::Action;
use crate::score::{rounded, rounded_down};
use crate::tui::geometry::MEASURE;
use crate::tui::model::Model;
use crate::tui::pen::{Answer, Found};
use crate::tui::widget::card::Card;
use crate::tui::widget::paint;
use crate::tui::widget::prose::Prose;

/// The cells in front of a sentence, for what it is.
const LABELS: u16 = 8;

/// From this width there is room to say what the walk passes over.
const ROOMY: u16 = 60;

/// Draws the walk into `area`, which is the screen above the status line.
pub fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    let Some(walk) = &model.walk else { return };
    let width = area.width.min(MEASURE + LABELS + 2);
    let column = Rect { x: area.x + (area.width - width) / 2, width, ..area };
    let column =
        if column.width > 20 { Rect { x: column.x + 1, width: column.width - 2, ..column } } else { column };
    match walk.stage {
        Stage::Over => over(model, walk, column, buffer),
        _ => asking(model, walk, column, buffer),
    }
}

fn head(model: &Model, right: &str, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let end = paint::put(buffer, area, 0, 0, "Pen walk", theme.title);
    let name = format!("  {}", model.name());
    let room = usize::from(area.width).saturating_sub(usize::from(end) + paint::width(right) + 2);
    let end = paint::put(buffer, area, end, 0, &paint::fit(&name, room, theme.glyphs.ellipsis), theme.dim);
    paint::put_right(buffer, area, end + 1, 0, right, theme.text);
}

fn asking(model: &Model, walk: &Walk, area: Rect, buffer: &mut Buffer) {
    let answered = model.pen.steps().map_or(0, super::Steps::answered);
    let Some((found, shown)) = model.pen.unanswered().zip(walk.shown.as_ref()) else {
        head(model, "reading", area, buffer);
        return;
    };
    let all = answered + model.pen.unanswered_count();
    head(model, &counted(model, (answered + 1, all), area.width), area, buffer);
    paint::put(buffer, area, 0, 1, &place(model, &found), model.theme.dim);
    let air = u16::from(area.height >= 14);
    let rows = sentences(model, shown, &found, below(area, 2 + air), buffer);
    let mut card = Card::new(found.diagnostic);
    card.see =
        found.diagnostic.related.iter().map(|place| place.quoted(model.editor.buffer().text())).collect();
    card.render(below(area, 2 + air + rows + air), buffer, &model.theme);
}

// Which of the strikes it is, and what else there is to look at, so that nobody takes the end of the walk for the end.
fn counted(model: &Model, (at, all): (usize, usize), width: u16) -> String {
    let others = model.pen.others();
    let strikes = format!("strike {at} of {all}");
    if others == 0 || width < ROOMY {
        return strikes;
    }
    format!("{strikes}; {} goes to {others} more", model.key("next-strike"))
}

fn place(model: &Model, found: &Found<'_>) -> String {
    let line = model.editor.buffer().position(found.span.start).line;
    let parts = &model.pen.rest().parts;
    let part = model.pen.rest().part_at(found.span.start).and_then(|at| parts.get(at));
    part.map_or_else(|| format!("line {line}"), |part| format!("{}, line {line}", part.item.title))
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

// The sentence as it is, and as it would be; gives the rows it took. The card needs three.
fn sentences(model: &Model, shown: &Shown, found: &Found<'_>, area: Rect, buffer: &mut Buffer) -> u16 {
    let (now, then) = prose(model, shown, found);
    let air = u16::from(area.height >= 11);
    let width = area.width.saturating_sub(LABELS);
    let room = area.height.saturating_sub(3);
    let sides = u16::from(then.is_some()) + 1;
    let most = |rows: u16, left: u16| rows.min(left);
    let now_rows = most(now.height(width), (room / sides).max(1));
    labelled(model, "now", &now, Rect { height: now_rows, ..area }, buffer);
    let Some(then) = then else { return now_rows };
    let from = now_rows + air;
    let then_rows = most(then.height(width), room.saturating_sub(from).max(1));
    let rest = below(area, from);
    labelled(model, "then", &then, Rect { height: then_rows.min(rest.height), ..rest }, buffer);
    from + then_rows
}

fn labelled(model: &Model, label: &str, prose: &Prose, area: Rect, buffer: &mut Buffer) {
    paint::put(buffer, area, 0, 0, label, model.theme.dim);
    let indent = LABELS.min(area.width);
    prose.render(Rect { x: area.x + indent, width: area.width - indent, ..area }, buffer, 1);
}

fn prose(model: &Model, shown: &Shown, found: &Found<'_>) -> (Prose, Option<Prose>) {
    let theme = &model.theme;
    let sides = &shown.sides;
    let severity = found.diagnostic.severity;
    let action = found.diagnostic.fix.as_ref().map(|fix| fix.action);
    let is_struck = matches!(action, Some(Action::Delete | Action::Replace));
    let gone = if is_struck {
        theme.strike(severity).remove_modifier(Modifier::UNDERLINED)
    } else {
        theme.underline(severity)
    };
    let brackets = model.look.has_brackets();
    let in_marks = |text: &str, [open, close]: [&str; 2]| {
        if brackets && !text.is_empty() { format!("{open}{text}{close}") } else { text.to_owned() }
    };
    let whole = |middle: String, style| {
        Prose::default().with(&sides.head, theme.text).with(&middle, style).with(&sides.tail, theme.text)
    };
    let now = whole(in_marks(&sides.gone, if is_struck { ["[-", "-]"] } else { ["[", "]"] }), gone);
    let then = sides.put.as_ref().map(|put| whole(in_marks(put, ["{+", "+}"]), theme.replacement));
    (now, then)
}

fn over(model: &Model, walk: &Walk, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    head(model, "done", area, buffer);
    let steps = model.pen.steps();
    let told: Vec<String> = Answer::ALL
        .into_iter()
        .map(|answer| (steps.map_or(0, |steps| steps.count(answer)), answer))
        .filter(|(count, _)| *count > 0)
        .map(|(count, answer)| format!("{count} {}", answer.name()))
        .collect();
    let told = if told.is_empty() { "nothing was answered".to_owned() } else { told.join(", ") };
    let left = match model.pen.unanswered_count() {
        0 => told,
        left => format!("{told}; {left} not looked at"),
    };
    let rest = below(area, 2);
    paint::put(
        buffer,
        rest,
        0,
        0,
        &paint::fit(&left, usize::from(area.width), theme.glyphs.ellipsis),
        theme.text,
    );
    table(model, walk.began, below(rest, 2), buffer);
    let hint = "Q goes back to the text, B takes the last answer back";
    paint::put(buffer, below(rest, 7), 0, 0, hint, theme.dim);
}

fn table(model: &Model, began: Figures, area: Rect, buffer: &mut Buffer) {
    const BEFORE: usize = 18;
    let theme = &model.theme;
    let now = figures(model);
    let shown = |value: Option<f64>, rounded: fn(f64) -> String| value.map_or("-".to_owned(), rounded);
    let rows = [
        (
            "Strikes per 100",
            began.strikes_per_100_words,
            now.strikes_per_100_words,
            rounded as fn(f64) -> String,
        ),
        ("Reading ease", began.reading_ease, now.reading_ease, rounded_down),
        ("Words", Some(began.words as f64), Some(now.words as f64), |words| format!("{words:.0}")),
    ];
    for (row, (name, before, after, rounded)) in rows.into_iter().enumerate() {
        let after = if model.pen.is_current() { shown(after, rounded) } else { "reading".to_owned() };
        let column = paint::put(buffer, area, 0, row as u16, &format!("{name:BEFORE$}"), theme.dim);
        let figures = format!("{:>6} {} ", shown(before, rounded), theme.glyphs.arrow);
        let column = paint::put(buffer, area, column, row as u16, &figures, theme.text);
        paint::put(buffer, area, column, row as u16, &after, theme.title);
    }
}
