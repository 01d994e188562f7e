//! The status line: where one is; or a message.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::counted;
use crate::tui::notice::ABOVE;
use crate::tui::review::command::Context;
use crate::tui::review::model::Model;
use crate::tui::review::walk;
use crate::tui::widget::paint;

pub(super) fn draw(model: &Model, (area, has_head): (Rect, bool), buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let theme = &model.theme;
    let area = super::inset(area);
    let right = facts(model);
    if let Some(notice) = &model.notice {
        return notice.render(&right, area, ABOVE, buffer, theme);
    }
    let room = usize::from(area.width).saturating_sub(paint::width(&right) + 2);
    let place =
        paint::fit(&place(model, has_head), room.max(usize::from(area.width) / 2), theme.glyphs.ellipsis);
    let end = paint::put(buffer, area, 0, 0, &place, theme.title);
    paint::put_right(buffer, area, end + 2, 0, &right, theme.dim);
}

/// How long one has read, or where in the walk one is.
pub(super) fn far(model: &Model) -> String {
    if model.mode == Context::Walk {
        return match walk::progress(model) {
            (_, 0, _) => "nothing is open:".to_owned(),
            (Some(at), count, open) => format!("{at} of {count}, {open} open:"),
            (None, _, open) => format!("{open} open:"),
        };
    }
    let paused = if model.timer.is_running() { "" } else { " stopped" };
    format!("{}{paused}", model.timer.shown(model.now))
}

/// Which part one is in; how far one is, where there is no head to say it.
fn place(model: &Model, has_head: bool) -> String {
    let mut parts = Vec::new();
    if !has_head {
        parts.push(far(model).trim_end_matches(':').to_owned());
    }
    if let Some(stop) = model.stop() {
        parts.push(model.draft.part_name(stop.part));
    }
    if model.draft.is_from_chair() {
        parts.push("from the empty chair".to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts.join(&format!(" {} ", model.theme.glyphs.dot))
}

/// How much was said, and how far down one is.
fn facts(model: &Model) -> String {
    let mut facts = Vec::new();
    if !model.pending.is_empty() {
        facts.push("not kept yet".to_owned());
    }
    if let Some((anchor, head)) = model.chosen {
        let count = anchor.abs_diff(head) + 1;
        facts.push(format!("{} chosen", counted(count, "word")));
    }
    let own = model.threads.iter().filter(|thread| thread.root.by == model.me).count();
    if model.mode == Context::Reading && own > 0 {
        facts.push(format!("{own} said"));
    }
    let count = model.draft.page.stops().len();
    let far = ((model.cursor + 1) * 100).checked_div(count);
    facts.extend(far.map(|far| format!("{far} %")));
    facts.join("  ")
}
