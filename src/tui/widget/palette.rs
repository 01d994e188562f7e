//! The command palette: type a few letters of what you want, press Enter.

use std::cmp::Reverse;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::input::{Input, Typed};
use super::{Outcome, fuzzy, list, paint, popup};
use crate::tui::theme::Theme;

const WIDTH: u16 = 76;
const HEIGHT: u16 = 18;
/// From here on there is room for what a command does beside its name.
const DOC_WIDTH: u16 = 48;

/// Something the palette can run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// What it does, in a few words.
    pub doc: String,
    /// The keys that run it without the palette, such as `Ctrl-S`; may be empty.
    pub keys: String,
}

/// A searchable list of commands. What is chosen is an index into the entries it was made of.
#[derive(Debug, Clone)]
pub struct Palette {
    title: String,
    entries: Vec<Entry>,
    input: Input,
    /// Indices of the entries that fit, best first.
    found: Vec<usize>,
    /// Index into `found`.
    selected: usize,
}

impl Palette {
    /// Shows `entries` in their order until something is typed.
    pub fn new(title: impl Into<String>, entries: Vec<Entry>) -> Self {
        let found = (0..entries.len()).collect();
        Self { title: title.into(), entries, input: Input::new(""), found, selected: 0 }
    }

    /// The entry that Enter would choose, as an index.
    pub fn selected(&self) -> Option<usize> {
        self.found.get(self.selected).copied()
    }

    /// Takes a key. Chosen is the index of the entry to run.
    pub fn key(&mut self, key: KeyEvent) -> Outcome<usize> {
        let Some(key) = list::pressed(key) else { return Outcome::Ignored };
        if let Some(selected) = list::step(key, self.selected, self.found.len()) {
            self.selected = selected;
            return Outcome::Stay;
        }
        match key.code {
            KeyCode::Esc => Outcome::Cancel,
            KeyCode::Enter => self.selected().map_or(Outcome::Stay, Outcome::Chosen),
            _ => match self.input.key(key) {
                Typed::Ignored => Outcome::Ignored,
                Typed::Moved => Outcome::Stay,
                Typed::Changed => self.search(),
            },
        }
    }

    /// Takes pasted text into the search.
    pub fn paste(&mut self, text: &str) -> Outcome<usize> {
        self.input.paste(text);
        self.search()
    }

    /// A click at a place of the screen: on an entry it chooses it, beside the palette it closes it.
    pub fn click(&mut self, column: u16, row: u16, screen: Rect) -> Outcome<usize> {
        let area = Self::area(screen);
        let rows = Self::rows(popup::inside(area));
        let at = Position::new(column, row);
        if !area.contains(at) {
            return Outcome::Cancel;
        }
        let clicked = rows.contains(at).then(|| self.window(rows).nth(usize::from(row - rows.y))).flatten();
        clicked.and_then(|at| self.found.get(at)).map_or(Outcome::Stay, |entry| Outcome::Chosen(*entry))
    }

    /// Draws it on top of `screen`.
    pub fn render(&self, screen: Rect, buffer: &mut Buffer, theme: &Theme) {
        let inner = popup::open(buffer, Self::area(screen), &self.title, theme);
        paint::put(buffer, inner, 0, 0, theme.glyphs.pointer, theme.key);
        self.input.render(Self::line(inner), buffer, theme.text, theme.selection);
        let count = format!("{} of {}", self.found.len(), self.entries.len());
        let after = paint::width(self.input.text()) as u16 + 4;
        paint::put_right(buffer, inner, after, 0, &count, theme.dim);
        let rows = Self::rows(inner);
        if self.found.is_empty() {
            paint::put(buffer, rows, 2, 0, "Nothing is called that.", theme.dim);
        }
        for (row, at) in self.window(rows).enumerate() {
            if let Some(entry) = self.found.get(at).and_then(|entry| self.entries.get(*entry)) {
                self.draw_entry(buffer, rows, row as u16, entry, at == self.selected, theme);
            }
        }
    }

    /// Where the cursor stands.
    pub fn cursor(&self, screen: Rect) -> Option<Position> {
        self.input.cursor(Self::line(popup::inside(Self::area(screen))))
    }

    fn draw_entry(
        &self,
        buffer: &mut Buffer,
        rows: Rect,
        row: u16,
        entry: &Entry,
        is_selected: bool,
        theme: &Theme,
    ) {
        let glyphs = &theme.glyphs;
        if is_selected {
            paint::put(buffer, rows, 0, row, glyphs.pointer, theme.key);
        }
        let keys = paint::width(&entry.keys) as u16;
        let room = rows.width.saturating_sub(keys + 3);
        let name = paint::fit(&entry.name, usize::from(room), glyphs.ellipsis);
        let end = paint::put(buffer, rows, 2, row, &name, theme.text);
        if rows.width >= DOC_WIDTH {
            let start = self.name_width() + 4;
            let doc = paint::fit(&entry.doc, usize::from((room + 1).saturating_sub(start)), glyphs.ellipsis);
            paint::put(buffer, rows, start.max(end + 1), row, &doc, theme.dim);
        }
        paint::put_right(buffer, rows, end + 1, row, &entry.keys, theme.key);
        if is_selected {
            paint::style_row(buffer, rows, row, theme.selection);
        }
    }

    fn name_width(&self) -> u16 {
        self.entries.iter().map(|entry| paint::width(&entry.name)).max().unwrap_or(0).min(26) as u16
    }

    fn search(&mut self) -> Outcome<usize> {
        let query = self.input.text();
        let scored = self.entries.iter().enumerate();
        let mut found: Vec<_> = scored.filter_map(|(at, entry)| Some((fitness(query, entry)?, at))).collect();
        found.sort_by_key(|(score, at)| (Reverse(*score), *at));
        self.found = found.into_iter().map(|(_, at)| at).collect();
        self.selected = 0;
        Outcome::Changed
    }

    fn window(&self, rows: Rect) -> std::ops::Range<usize> {
        list::window(self.selected, self.found.len(), rows.height)
    }

    fn area(screen: Rect) -> Rect {
        popup::centred(screen, WIDTH, HEIGHT)
    }

    // The line being typed.
    fn line(inner: Rect) -> Rect {
        let margin = inner.width.min(2);
        Rect { x: inner.x + margin, width: inner.width - margin, height: inner.height.min(1), ..inner }
    }

    fn rows(inner: Rect) -> Rect {
        let top = inner.height.min(2);
        Rect { y: inner.y + top, height: inner.height - top, ..inner }
    }
}

/// Whatever is found by name comes before what only says the words in its description.
fn fitness(query: &str, entry: &Entry) -> Option<i32> {
    let said = || {
        let (doc, query) = (entry.doc.to_lowercase(), query.trim().to_lowercase());
        doc.contains(&query).then_some(i32::MIN)
    };
    fuzzy::score(query, &entry.name).or_else(said)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::snapshot;
    use crate::tui::widget::testing::{keys, places, stays_inside};

    fn palette() -> Palette {
        let entry = |(name, doc, keys): (&str, &str, &str)| Entry {
            name: name.to_owned(),
            doc: doc.to_owned(),
            keys: keys.to_owned(),
        };
        let entries = [
            ("Save", "write the document to its file", "Ctrl-S"),
            ("Save as", "write it to another file", ""),
            ("Next strike", "go to the next thing the pen struck", "F8"),
            ("Take strike", "make the change the pen proposes", "Alt-Enter"),
            ("Quit", "leave; asks if something is unsaved", "Ctrl-Q"),
        ];
        Palette::new("Commands", entries.into_iter().map(entry).collect())
    }

    fn run(script: &str) -> Outcome<usize> {
        let mut palette = palette();
        keys(script).into_iter().map(|key| palette.key(key)).last().unwrap()
    }

    #[test]
    fn keys_search_move_and_choose() {
        for (script, expected) in [
            ("<enter>", Outcome::Chosen(0)),
            ("<down><down><enter>", Outcome::Chosen(2)),
            ("<up><enter>", Outcome::Chosen(4)),
            ("<end><pgup><enter>", Outcome::Chosen(0)),
            ("ns<enter>", Outcome::Chosen(2)),
            ("sa<down><enter>", Outcome::Chosen(1)),
            ("unsaved<enter>", Outcome::Chosen(4)),
            ("unsavedd<backspace><enter>", Outcome::Chosen(4)),
            ("zzz<enter>", Outcome::Stay),
            ("sa", Outcome::Changed),
            ("sa<esc>", Outcome::Cancel),
            ("<c-s>", Outcome::Ignored),
        ] {
            assert_eq!(run(script), expected, "{script}");
        }
    }

    #[test]
    fn a_click_runs_what_it_hits() {
        let screen = Rect::new(0, 0, 80, 24);
        let top = Palette::rows(popup::inside(Palette::area(screen)));
        assert_eq!(palette().click(top.x + 5, top.y + 3, screen), Outcome::Chosen(3));
        assert_eq!(palette().click(top.x + 5, top.y + 9, screen), Outcome::Stay);
        assert_eq!(palette().click(0, 23, screen), Outcome::Cancel);
    }

    #[test]
    fn screens() {
        let mut typed = palette();
        for key in keys("st<down>") {
            typed.key(key);
        }
        for (name, width, height, theme) in [
            ("palette_80", 80, 12, Theme::dark()),
            ("palette_40", 40, 10, Theme::light()),
            ("palette_plain", 60, 10, Theme::colourless().with_ascii()),
        ] {
            let screen = snapshot::draw(width, height, |frame| {
                let area = frame.area();
                typed.render(area, frame.buffer_mut(), &theme);
                frame.set_cursor_position(typed.cursor(area).unwrap());
            });
            insta::assert_snapshot!(name, screen);
        }
    }

    proptest! {
        #[test]
        fn any_size_will_do((screen, area) in places(), at in (0u16..200, 0u16..200), script in "[a-z]{0,3}") {
            let mut palette = palette();
            for key in keys(&script) {
                palette.key(key);
            }
            prop_assert!(stays_inside(screen, area, |buffer, theme| palette.render(area, buffer, theme)));
            prop_assert!(palette.cursor(area).is_none_or(|cursor| area.contains(cursor)));
            palette.click(at.0, at.1, area);
        }
    }
}
