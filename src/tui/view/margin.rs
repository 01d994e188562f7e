//! The words that would replace struck ones, in the margin of their row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::lint::Action;
use crate::text::Row;
use crate::tui::focus;
use crate::tui::geometry::Geometry;
use crate::tui::model::Model;
use crate::tui::pen::Found;
use crate::tui::widget::paint;

/// A margin narrower than this is none: the words go behind the end of the row, where they fit.
const LEAST: u16 = 10;

/// Writes beside `row`, which is drawn at `y` and ends at cell `end` of the text. What is struck under the cursor has its
/// words in the text.
pub(super) fn draw(
    model: &Model,
    geometry: &Geometry,
    row: &Row,
    (y, end): (u16, usize),
    buffer: &mut Buffer,
) {
    if !model.has_margin {
        return;
    }
    let words = words(model, row);
    if words.is_empty() {
        return;
    }
    let glyphs = &model.theme.glyphs;
    let said = format!("{} {}", glyphs.arrow, words.join(", "));
    let (text, dim) = (geometry.text, model.theme.dim);
    let right = match (geometry.preview, geometry.score) {
        (preview, _) if preview.width > 0 => preview.x.saturating_sub(2),
        (_, score) if score.width > 0 => score.x,
        _ => geometry.screen.right(),
    };
    let area = Rect { y, height: 1, width: right.saturating_sub(text.x + 1), ..text };
    let margin = area.width.saturating_sub(text.width);
    if margin >= LEAST {
        let said = paint::fit(&said, usize::from(margin), glyphs.ellipsis);
        paint::put(buffer, area, text.width, 0, &said, dim);
    } else {
        let after = u16::try_from(end + 2).unwrap_or(u16::MAX);
        paint::put_right(buffer, area, after, 0, &said, dim);
    }
}

fn words(model: &Model, row: &Row) -> Vec<String> {
    let here = model.found().map(|found| (found.span, found.diagnostic.rule));
    let is_elsewhere = |found: &Found<'_>| here != Some((found.span, found.diagnostic.rule));
    let begins = |found: &Found<'_>| row.span.contains(found.span.start) && !found.is_structure();
    let replacement = |found: Found<'_>| {
        let fix = found.diagnostic.fix.as_ref().filter(|fix| fix.action == Action::Replace)?;
        Some(fix.replacement.to_string())
    };
    focus::over(model, row.span).filter(begins).filter(is_elsewhere).filter_map(replacement).collect()
}
