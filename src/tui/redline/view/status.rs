//! The status line: which change, where, of what kind; or a message.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::model::Model;
use crate::redline::ChangeKind;
use crate::report::redline::Layout;
use crate::tui::widget::paint;

/// Most cells of the name of a part.
const SECTION: usize = 32;

pub(super) fn draw(model: &Model<'_>, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let theme = &model.theme;
    let area = super::inset(area);
    let right = facts(model);
    let room = usize::from(area.width).saturating_sub(paint::width(&right) + 2);
    if let Some(notice) = &model.notice {
        let end = notice.banner.width(theme) + 2;
        notice.banner.render(area, buffer, theme);
        if end + paint::width(&right) <= usize::from(area.width) {
            paint::put_right(buffer, area, end as u16, 0, &right, theme.dim);
        }
        return;
    }
    let place = paint::fit(&place(model), room.max(usize::from(area.width) / 2), theme.glyphs.ellipsis);
    let end = paint::put(buffer, area, 0, 0, &place, theme.title);
    paint::put_right(buffer, area, end + 2, 0, &right, theme.dim);
}

/// Which change is looked at, else how many there are and what is on the screen.
fn place(model: &Model<'_>) -> String {
    let count = model.sheet.changes().len();
    let dot = format!(" {} ", model.theme.glyphs.dot);
    let change = model.cursor.and_then(|cursor| cursor.change).and_then(|number| model.change(number));
    let mut parts = match change {
        Some(change) => vec![format!("change {} of {count}", change.number)],
        None if count == 0 => vec!["nothing differs".to_owned()],
        None => vec![format!("{count} change{}", if count == 1 { "" } else { "s" })],
    };
    let row = model.cursor.map_or_else(|| model.top_row(), |cursor| cursor.row);
    let section = model.section_of(row);
    parts.extend(section.map(|name| paint::fit(&name, SECTION, model.theme.glyphs.ellipsis)));
    if let Some(change) = change {
        parts.push(kind(change.kind).to_owned());
    }
    parts.join(&dot)
}

fn kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Replaced => "replaced",
        ChangeKind::Inserted => "put in",
        ChangeKind::Deleted => "taken out",
        ChangeKind::Moved => "moved",
        ChangeKind::Marked => "other emphasis or link",
    }
}

/// What is shown, and how far down.
fn facts(model: &Model<'_>) -> String {
    let layout = match model.roll.form().layout {
        Layout::Side => "side by side",
        Layout::Inline | Layout::Words => "inline",
        Layout::Old => "before only",
        Layout::New => "after only",
    };
    let what = if model.all { "all" } else { "changes" };
    let end = model.roll.last_top(model.height());
    let far = if end.unit == 0 && end.line == 0 {
        "all of it".to_owned()
    } else if model.top >= end {
        "end".to_owned()
    } else {
        format!("{} %", model.top.unit * 100 / (end.unit + 1))
    };
    format!("{layout}  {what}  {far}")
}
