//! The document as it will be read: the Markdown set, beside the text that is being written, or in its place.
//!
//! Nothing is struck in it, prompts and comments are gone, and nothing is written in it. [`render`] makes rows of Markdown,
//! [`sheet`] those of the whole document as far as they are looked at; here is what is on the screen, and what the keys do.

mod render;
mod sheet;
mod split;
mod view;
mod window;

pub use split::side_by_side;
pub use view::draw;

use ratatui::layout::{Position, Rect};

use super::chair::{self, Scroll};
use super::message::Effect;
use super::model::Model;
use crate::text::Selection;
use render::Signs;
use sheet::{Paper, Sheet, Touched};
use window::Window;

/// The preview while it is open.
#[derive(Debug)]
pub struct Preview {
    sheet: Sheet,
    mode: Mode,
    window: Window,
}

/// Where the preview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Beside the text, as far as there is room.
    Beside,
    /// In place of the text.
    Instead {
        /// The byte in the top row, which stays there.
        at: usize,
        /// Where the cursor was when it took the place of the text.
        from: Selection,
        /// Whether somebody has scrolled since.
        moved: bool,
    },
}

impl Model {
    /// Whether the preview is there in place of the text.
    pub fn is_previewing(&self) -> bool {
        self.preview.as_ref().is_some_and(|preview| preview.mode != Mode::Beside)
    }

    /// Whether the preview is wanted beside the text, where there is room.
    pub(super) fn has_preview_beside(&self) -> bool {
        self.preview.as_ref().is_some_and(|preview| preview.mode == Mode::Beside)
    }
}

impl Preview {
    fn paper<'a>(&'a self, model: &'a Model) -> Paper<'a> {
        self.sheet.on(model.editor.buffer().text())
    }
}

/// Opens the preview beside the text, puts it in the place of the text, puts it away. Where there is no room beside the
/// text it is opened in its place.
pub fn toggle(model: &mut Model) -> Vec<Effect> {
    if model.chair.is_some() || model.is_walking() {
        model.say("the preview is of the text; go back to it first");
    } else if model.is_previewing() {
        return close(model);
    } else if model.has_preview_beside() {
        instead(model);
    } else {
        let sheet = Sheet::of(model.editor.buffer().text(), &signs(model));
        model.preview = Some(Preview { sheet, mode: Mode::Beside, window: Window::default() });
        if model.geometry().preview.width == 0 {
            instead(model);
        }
    }
    Vec::new()
}

/// Puts the preview in the place of the text, what is at hand staying as high as it is.
fn instead(model: &mut Model) {
    let (area, text) = (page(model), model.geometry().text);
    let Some(mut preview) = model.preview.take() else { return };
    model.outline.focus(false);
    preview.sheet.fit(usize::from(area.width), &signs(model));
    let lower = isize::from(text.y.cast_signed()) - isize::from(area.y.cast_signed());
    let paper = preview.sheet.on(model.editor.buffer().text());
    let mut window = Window::beside(&paper, &model.editor, usize::from(area.height), lower);
    window.above = 0;
    let at = window.top.map_or(0, |top| paper.span(top).start);
    preview.window = window;
    preview.mode = Mode::Instead { at, from: model.editor.selection(), moved: false };
    model.preview = Some(preview);
}

/// Goes back to the text, to where one has read.
pub fn close(model: &mut Model) -> Vec<Effect> {
    let (area, text) = (page(model), model.geometry().text);
    let Some(preview) = model.preview.take() else { return Vec::new() };
    let Mode::Instead { moved: true, .. } = preview.mode else { return Vec::new() };
    let paper = preview.sheet.on(model.editor.buffer().text());
    let head = model.editor.selection().head;
    let shown: Vec<_> = preview.window.rows(&paper, usize::from(area.height)).collect();
    let seen = |place| shown.iter().find(|(_, shown)| Some(*shown) == place).copied();
    let first = || shown.iter().find(|(_, place)| paper.row(*place).is_some_and(|row| row.is_start)).copied();
    let cursor = seen(paper.unit_at(head)).map(|found| (head, found));
    let found = cursor.or_else(|| first().map(|found| (paper.span(found.1).start, found)));
    if let Some((at, (y, place))) = found {
        let y = y + usize::from(area.y.saturating_sub(text.y));
        let begins = paper.span(place).start;
        show(model, begins, y, at);
    }
    Vec::new()
}

/// Puts the cursor to byte `at`, and byte `begins` `y` rows under the top of the text.
fn show(model: &mut Model, begins: usize, y: usize, at: usize) {
    if at != model.editor.selection().head {
        model.editor.select(Selection::cursor(at));
    }
    let selection = model.editor.selection();
    model.editor.scroll_to(begins);
    model.editor.scroll(-isize::try_from(y).unwrap_or(0));
    model.editor.select(selection);
}

/// Scrolls the preview that stands in the place of the text.
pub fn scroll(model: &mut Model, by: Scroll) -> Vec<Effect> {
    let height = usize::from(page(model).height);
    let Some(mut preview) = model.preview.take() else { return Vec::new() };
    let paper = preview.sheet.on(model.editor.buffer().text());
    let screen = isize::try_from(height).unwrap_or(1).saturating_sub(2).max(1);
    match by {
        Scroll::Rows(rows) => preview.window.scroll(&paper, rows, height),
        Scroll::Pages(pages) => preview.window.scroll(&paper, pages * screen, height),
        Scroll::End(side) => {
            let end = if side < 0 { paper.first() } else { paper.last() };
            preview.window = Window { top: end, above: 0 };
            preview.window.hold(&paper, height);
        }
    }
    let top = preview.window.top.map(|top| paper.span(top).start);
    if let Mode::Instead { at, moved, .. } = &mut preview.mode {
        *at = top.unwrap_or(*at);
        *moved = true;
    }
    model.preview = Some(preview);
    Vec::new()
}

/// A click at a place of the screen: the cursor goes to the words there. Whether the preview is at that place.
pub fn click(model: &mut Model, at: Position) -> bool {
    let area = area(model);
    let Some(preview) = model.preview.as_ref().filter(|_| area.contains(at)) else { return false };
    let paper = preview.paper(model);
    let y = usize::from(at.y - area.y);
    let place = preview.window.rows(&paper, usize::from(area.height)).find(|(row, _)| *row == y);
    let Some((_, place)) = place else { return true };
    let Some(row) = paper.row(place) else { return true };
    let byte = paper.start(place) + row.byte_at(usize::from(at.x - area.x));
    // What was clicked stays as high as it is.
    let y = usize::from(at.y.saturating_sub(model.geometry().text.y));
    let unit = paper.unit_of(place);
    let rows = paper.from(Some(unit)).take(y + 1).take_while(|row| *row < place).count();
    let (begins, y) = match y.checked_sub(rows) {
        Some(y) => (paper.span(unit).start, y),
        None => (paper.span(place).start, y),
    };
    model.outline.focus(false);
    model.clicked = None;
    model.preview.take_if(|preview| preview.mode != Mode::Beside);
    show(model, begins, y, byte);
    model.editor.pointed();
    true
}

/// Brings the preview in line with text, cursor and screen; called after every message, when the text is.
pub fn settle(model: &mut Model) {
    let (area, text) = (area(model), model.geometry().text);
    let signs = signs(model);
    let Some(mut preview) = model.preview.take() else { return };
    let touched = Touched::by(model.editor.changes());
    if let Some(touched) = touched {
        preview.sheet.follow(model.editor.buffer().text(), touched);
    }
    let is_new = preview.sheet.fit(usize::from(area.width), &signs) || touched.is_some();
    let (height, selection) = (usize::from(area.height), model.editor.selection());
    let paper = preview.sheet.on(model.editor.buffer().text());
    match &mut preview.mode {
        Mode::Beside if area.width > 0 => {
            let lower = isize::from(text.y.cast_signed()) - isize::from(area.y.cast_signed());
            preview.window = Window::beside(&paper, &model.editor, height, lower);
        }
        Mode::Beside => {}
        // Another command went somewhere in the text: there is nothing to read here any more.
        Mode::Instead { from, .. } if *from != selection && touched.is_none() => return,
        Mode::Instead { at, from, .. } => {
            *from = selection;
            if is_new {
                preview.window = Window { top: paper.row_at(*at), above: 0 };
            }
            preview.window.hold(&paper, height);
        }
    }
    model.preview = Some(preview);
}

fn signs(model: &Model) -> Signs {
    Signs { glyphs: model.theme.glyphs, brackets: model.look.has_brackets() }
}

/// Where the preview is drawn; empty where it is not.
fn area(model: &Model) -> Rect {
    if model.is_previewing() { page(model) } else { model.geometry().preview }
}

/// Where it is drawn in place of the text: as the reading view.
fn page(model: &Model) -> Rect {
    let geometry = model.geometry();
    chair::page(geometry.screen, geometry.keys.height + geometry.status.height)
}
