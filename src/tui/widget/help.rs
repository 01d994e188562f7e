//! The page of help: keys and what they do, and a few paragraphs, to be scrolled.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Outcome, list, paint, popup};
use crate::tui::theme::Theme;

const WIDTH: u16 = 80;
/// The widest that keys get before what they do.
const KEYS: usize = 22;

/// A piece of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Begins a section.
    Heading(String),
    /// A key, or several, and what they do.
    Key(String, String),
    /// A paragraph.
    Text(String),
}

/// A page that is read and put away.
#[derive(Debug, Clone)]
pub struct Help {
    title: String,
    blocks: Vec<Block>,
    /// The first row shown.
    top: usize,
}

impl Help {
    /// A page of `blocks`, shown from its top.
    pub fn new(title: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { title: title.into(), blocks, top: 0 }
    }

    /// Takes a key, the page lying on `screen`: arrows, page keys, Space, Home and End scroll; Esc, Enter, F1, `q` and
    /// `?` put it away.
    pub fn key(&mut self, key: KeyEvent, screen: Rect) -> Outcome<()> {
        let Some(key) = list::pressed(key) else { return Outcome::Ignored };
        let inner = popup::inside(self.area(screen));
        let page = usize::from(inner.height).saturating_sub(1).max(1);
        let last = self.last_top(inner);
        let top = self.top.min(last);
        self.top = match key.code {
            KeyCode::Esc | KeyCode::Enter | KeyCode::F(1) | KeyCode::Char('q' | '?') => {
                return Outcome::Cancel;
            }
            KeyCode::Up => top.saturating_sub(1),
            KeyCode::Down => top + 1,
            KeyCode::PageUp => top.saturating_sub(page),
            KeyCode::PageDown | KeyCode::Char(' ') => top + page,
            KeyCode::Home => 0,
            KeyCode::End => last,
            _ => return Outcome::Ignored,
        }
        .min(last);
        Outcome::Stay
    }

    /// Scrolls by `rows` (down if positive), as a mouse wheel does.
    pub fn scroll(&mut self, rows: isize, screen: Rect) {
        let last = self.last_top(popup::inside(self.area(screen)));
        self.top = self.top.min(last).saturating_add_signed(rows).min(last);
    }

    /// A click at a place of the screen: beside the page it puts it away.
    pub fn click(&mut self, column: u16, row: u16, screen: Rect) -> Outcome<()> {
        if self.area(screen).contains(Position::new(column, row)) { Outcome::Stay } else { Outcome::Cancel }
    }

    /// Draws it on top of `screen`.
    pub fn render(&self, screen: Rect, buffer: &mut Buffer, theme: &Theme) {
        let area = self.area(screen);
        let inner = popup::open(buffer, area, &self.title, theme);
        let lines = self.lines(usize::from(inner.width), theme);
        let height = usize::from(inner.height);
        let top = self.top.min(lines.len().saturating_sub(height));
        for (row, line) in lines.iter().skip(top).take(height).enumerate() {
            paint::put_line(buffer, inner, 0, row as u16, line);
        }
        if inner != area {
            let up = if top > 0 { theme.glyphs.up } else { "" };
            let down = if top + height < lines.len() { theme.glyphs.down } else { "" };
            let foot = format!(" Esc closes {up}{down}");
            paint::put(buffer, area, 2, area.height - 1, &foot, theme.dim);
        }
    }

    // No higher than its text.
    fn area(&self, screen: Rect) -> Rect {
        let full = popup::centred(screen, WIDTH, screen.height);
        let rows = self.lines(usize::from(popup::inside(full).width), &Theme::default()).len();
        popup::centred(screen, WIDTH, u16::try_from(rows + 2).unwrap_or(u16::MAX))
    }

    fn last_top(&self, inner: Rect) -> usize {
        let rows = self.lines(usize::from(inner.width), &Theme::default()).len();
        rows.saturating_sub(usize::from(inner.height))
    }

    fn lines(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let keys = self.key_width().min(width / 2);
        let mut lines = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Heading(title) => {
                    if !lines.is_empty() {
                        lines.push(Line::default());
                    }
                    lines.push(Line::styled(title.clone(), theme.title));
                }
                Block::Text(text) => {
                    lines.extend(
                        paint::wrap(text, width).into_iter().map(|row| Line::styled(row, theme.text)),
                    );
                }
                Block::Key(key, doc) => lines.extend(key_lines(key, doc, keys, width, theme)),
            }
        }
        lines
    }

    fn key_width(&self) -> usize {
        let keys = self.blocks.iter().filter_map(|block| match block {
            Block::Key(key, _) => Some(paint::width(key)),
            _ => None,
        });
        keys.max().unwrap_or(0).min(KEYS)
    }
}

// The keys in a column of their own, what they do beside them.
fn key_lines(key: &str, doc: &str, keys: usize, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let room = width.saturating_sub(keys + 4);
    let mut left = paint::wrap(key, keys).into_iter();
    let mut right = paint::wrap(doc, room).into_iter();
    let mut lines = Vec::new();
    loop {
        let (key, doc) = (left.next(), right.next());
        if key.is_none() && doc.is_none() {
            return lines;
        }
        let key = key.unwrap_or_default();
        let gap = " ".repeat(2 + keys.saturating_sub(paint::width(&key)));
        lines.push(Line::from(vec![
            Span::raw("  "),
            Span::styled(key, theme.key),
            Span::raw(gap),
            Span::styled(doc.unwrap_or_default(), theme.text),
        ]));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::snapshot;
    use crate::tui::widget::testing::{keys, places, stays_inside};

    fn help() -> Help {
        let key = |key: &str, doc: &str| Block::Key(key.to_owned(), doc.to_owned());
        Help::new(
            "Help",
            vec![
                Block::Text(
                    "What the pen strikes is crossed out; what it cannot replace is underlined.".to_owned(),
                ),
                Block::Heading("Red pen".to_owned()),
                key("F8", "go to the next strike"),
                key("Alt-Enter", "make the change the pen proposes, and go to the next strike"),
                Block::Heading("Document".to_owned()),
                key("Ctrl-S", "save"),
                key("Ctrl-Z, Ctrl-Shift-Z", "undo and redo"),
            ],
        )
    }

    fn after(script: &str, screen: Rect) -> (Help, Outcome<()>) {
        let mut help = help();
        let outcome = keys(script).into_iter().map(|key| help.key(key, screen)).last().unwrap();
        (help, outcome)
    }

    #[test]
    fn scrolling_stops_at_both_ends() {
        let screen = Rect::new(0, 0, 60, 8);
        let last = help().last_top(popup::inside(help().area(screen)));
        assert!(last > 2);
        for (script, top) in [
            ("<down>", 1),
            ("<down><up><up>", 0),
            ("<end>", last),
            ("<end><down><up>", last - 1),
            (" ", 5.min(last)),
            ("<pgdn><pgdn><pgdn><home>", 0),
        ] {
            assert_eq!(after(script, screen).0.top, top, "{script}");
        }
        let mut help = help();
        help.scroll(99, screen);
        assert_eq!(help.top, last);
        help.scroll(-1, screen);
        assert_eq!(help.top, last - 1);
    }

    #[test]
    fn any_key_that_may_mean_close_closes() {
        let screen = Rect::new(0, 0, 60, 8);
        for script in ["<esc>", "<enter>", "q", "?"] {
            assert_eq!(after(script, screen).1, Outcome::Cancel, "{script}");
        }
        assert_eq!(after("<c-s>", screen).1, Outcome::Ignored);
    }

    #[test]
    fn screens() {
        for (name, width, height, theme) in
            [("help_80", 84, 14, Theme::dark()), ("help_plain", 40, 10, Theme::colourless().with_ascii())]
        {
            let (help, _) = after("<down>", Rect::new(0, 0, width, height));
            let screen =
                snapshot::draw(width, height, |frame| help.render(frame.area(), frame.buffer_mut(), &theme));
            insta::assert_snapshot!(name, screen);
        }
    }

    proptest! {
        #[test]
        fn any_size_will_do((screen, area) in places(), script in "[ q]{0,3}") {
            let mut help = help();
            for key in keys(&script) {
                help.key(key, area);
            }
            prop_assert!(stays_inside(screen, area, |buffer, theme| help.render(area, buffer, theme)));
        }
    }
}
