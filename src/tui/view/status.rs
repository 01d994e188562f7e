//! The status line: which file, where in it, how long it is; or a message.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::score::rounded;
use crate::tui::model::Model;
use crate::tui::widget::paint;

pub(super) fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let theme = &model.theme;
    let area = super::inset(area);
    let facts = facts(model, area.width >= 60);
    let room = usize::from(area.width).saturating_sub(paint::width(&facts) + 2);
    if let Some(notice) = &model.notice {
        return notice.render(&facts, area, buffer, theme);
    }
    let modified = if model.is_modified() { " *" } else { "" };
    let name = paint::fit(&model.name(), room.saturating_sub(2), theme.glyphs.ellipsis);
    let end = paint::put(buffer, area, 0, 0, &name, theme.title);
    let end = paint::put(buffer, area, end, 0, modified, theme.caution);
    paint::put_right(buffer, area, end + 1, 0, &facts, theme.dim);
}

fn facts(model: &Model, is_wide: bool) -> String {
    let buffer = model.editor.buffer();
    let position = buffer.position(model.editor.selection().head);
    let mut facts = Vec::new();
    if !model.pen.has_read() {
        facts.push("reading".to_owned());
    }
    let selected = model.editor.selected();
    if selected.is_empty() {
        facts.push(format!("{}:{}", position.line, position.column));
    } else {
        facts.push(counted(selected.split_whitespace().count(), "word") + " selected");
    }
    facts.extend(model.pen.filter().told());
    let scores = &model.pen.rest().scores;
    facts.push(counted(scores.words, "word"));
    if let Some(strikes) = scores.strikes_per_100_words.filter(|_| is_wide) {
        facts.push(format!("{} strikes per 100", rounded(strikes)));
    }
    facts.join("  ")
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
