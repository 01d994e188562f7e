//! The status line: which file, where in it, how long it is; or a message, and beside it what there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::focus::{facts, folded};
use crate::tui::model::Model;
use crate::tui::widget::paint;

/// The name of the file gets so many cells before anything else does.
const NAME: usize = 16;

/// Draws it into `area`; a message that is longer lies on up to `above` rows over it.
pub(super) fn draw(model: &Model, area: Rect, above: u16, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let theme = &model.theme;
    let area = super::inset(area);
    let facts = |beside: usize| folded(facts(model), usize::from(area.width).saturating_sub(beside + 2));
    if let Some(notice) = &model.notice {
        return notice.render(&facts(notice.banner.width(theme)), area, above, buffer, theme);
    }
    let modified = if model.is_modified() { " *" } else { "" };
    let name = model.name();
    let facts = facts(paint::width(&name).min(NAME) + 2);
    let room = usize::from(area.width).saturating_sub(paint::width(&facts) + 4);
    let name = paint::fit(&name, room, theme.glyphs.ellipsis);
    let end = paint::put(buffer, area, 0, 0, &name, theme.title);
    let end = paint::put(buffer, area, end, 0, modified, theme.caution);
    paint::put_right(buffer, area, end + 1, 0, &facts, theme.dim);
}
