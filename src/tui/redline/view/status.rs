//! The status line: which change, where, of what kind; or a message.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::model::Model;
use crate::redline::ChangeKind;
use crate::report::redline::Layout;
use crate::text::counted;
use crate::tui::notice::ABOVE;
use crate::tui::widget::paint;

/// Fewest cells that the name of a part is worth.
const SECTION: usize = 10;

pub(super) fn draw(model: &Model<'_>, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let theme = &model.theme;
    let area = super::inset(area);
    let right = facts(model);
    if let Some(notice) = &model.notice {
        return notice.render(&right, area, ABOVE, buffer, theme);
    }
    let dot = format!(" {} ", theme.glyphs.dot);
    let mut parts = place(model);
    // Half a word says nothing.
    while parts.len() > 1 && paint::width(&parts.join(&dot)) > usize::from(area.width) {
        parts.pop();
    }
    let mut place = parts.join(&dot);
    let row = model.cursor.map_or_else(|| model.top_row(), |cursor| cursor.row);
    // Which change it is comes first, then what is shown; the name of the part takes what is left.
    let used = paint::width(&place) + paint::width(&right) + 2;
    let room = usize::from(area.width).saturating_sub(used + dot.chars().count());
    if let Some(section) = model.section_of(row).filter(|section| room >= SECTION.min(paint::width(section)))
    {
        place = [place, paint::fit(&section, room, theme.glyphs.ellipsis)].join(&dot);
    }
    let place = paint::fit(&place, usize::from(area.width), theme.glyphs.ellipsis);
    let end = paint::put(buffer, area, 0, 0, &place, theme.title);
    paint::put_right(buffer, area, end + 2, 0, &right, theme.dim);
}

/// Which document and change is looked at, else how much there is.
fn place(model: &Model<'_>) -> Vec<String> {
    let count = model.sheet.changes().len();
    let mut parts = Vec::new();
    if let (at, all @ 2..) = model.document {
        parts.push(format!("document {} of {all}", at + 1));
    }
    let found = model.find.as_ref().and_then(|find| Some((find.at?, find.stops.len())));
    let change = model.cursor.and_then(|cursor| cursor.change).and_then(|number| model.change(number));
    match (change, found) {
        (Some(change), _) => {
            parts.extend([format!("change {} of {count}", change.number), kind(change.kind).to_owned()]);
        }
        (None, Some((at, all))) => parts.push(format!("match {} of {all}", at + 1)),
        (None, None) => {
            parts.push(if count == 0 { "nothing differs".to_owned() } else { counted(count, "change") });
            if !model.comments.is_empty() && !model.bare {
                parts.push(counted(model.comments.len(), "comment"));
            }
        }
    }
    parts
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
