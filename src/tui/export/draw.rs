//! Drawing the dialog.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Dialog;
use super::layout::{Areas, Piece, Placed, Stop};
use crate::report::{Line, Tone};
use crate::storage::Shown;
use crate::tui::theme::Theme;
use crate::tui::widget::prose::Prose;
use crate::tui::widget::{paint, popup};

/// What the keys do.
const KEYS: &str = " Enter exports  Space chooses  Tab goes on  Esc goes back ";

impl Dialog {
    /// Draws it on top of `screen`.
    pub fn render(&self, screen: Rect, buffer: &mut Buffer, theme: &Theme) {
        let areas = self.areas(screen);
        popup::open(buffer, areas.all, &self.title(), theme);
        self.draw_verdict(areas.verdict, buffer, theme);
        for placed in &areas.placed {
            self.draw_piece(placed, areas.of(placed), buffer, theme);
        }
        if areas.verdict.x > areas.all.x {
            self.draw_foot(&areas, buffer, theme);
        }
    }

    /// Where the cursor stands.
    pub fn cursor(&self, screen: Rect) -> Option<Position> {
        let areas = self.areas(screen);
        let placed = areas.placed.iter().find(|placed| placed.piece == Piece::Stop(self.stop))?;
        let area = areas.of(placed);
        match self.stop {
            Stop::By => self.by.cursor(area),
            Stop::Reason => self.reason.cursor(area),
            _ => {
                let at = Position::new(area.x + 1, area.y);
                area.contains(at).then_some(at)
            }
        }
    }

    /// How many rows each line of the verdict takes at `width` cells.
    pub(super) fn heights(&self, width: u16) -> Vec<u16> {
        let theme = Theme::default();
        self.lines().iter().map(|line| prose(line, &theme).height(room(line, width))).collect()
    }

    fn title(&self) -> String {
        match &self.judged {
            Some(Ok(judgement)) => format!("Export: the gate is {}", judgement.standing),
            _ => "Export".to_owned(),
        }
    }

    fn lines(&self) -> Vec<Line> {
        let one = |text: &str| vec![Line { indent: 0, pieces: vec![(None, text.to_owned())] }];
        match &self.judged {
            None => one("The gate is asked..."),
            Some(Err(why)) => one(why),
            Some(Ok(judgement)) => judgement.lines.clone(),
        }
    }

    // The first line that is shown: the rest fills the rows, as far as there is so much.
    pub(super) fn first(&self, area: Rect) -> usize {
        let mut left = area.height;
        let heights = self.heights(area.width);
        let fit = heights.iter().rev().take_while(|height| {
            let rest = left.checked_sub(**height);
            left = rest.unwrap_or(left);
            rest.is_some()
        });
        let last = heights.len() - fit.count();
        self.top.min(last.min(heights.len().saturating_sub(1)))
    }

    fn draw_verdict(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let mut y = 0;
        for line in self.lines().iter().skip(self.first(area)) {
            if y >= area.height {
                return;
            }
            let prose = prose(line, theme);
            let width = room(line, area.width);
            let height = prose.height(width).min(area.height - y);
            let here = Rect { x: area.x + (area.width - width), y: area.y + y, width, height };
            prose.render(here, buffer, 0);
            y += height;
        }
    }

    fn draw_piece(&self, placed: &Placed, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        let width = usize::from(area.width);
        let fit = |text: &str| paint::fit(text, width, theme.glyphs.ellipsis);
        match placed.piece {
            Piece::Label(label) => {
                let label = paint::fit(label, width.saturating_sub(1), theme.glyphs.ellipsis);
                paint::put(buffer, area, 0, 0, &label, theme.title);
            }
            Piece::Files => put_all(&self.files(), area, buffer, theme.dim),
            Piece::Said => {
                if let Some((is_complaint, said)) = &self.said {
                    let style = if *is_complaint { theme.caution } else { theme.dim };
                    put_all(said, area, buffer, style);
                }
            }
            Piece::Stop(Stop::By) => self.by.render(area, buffer, theme.text, theme.selection),
            Piece::Stop(Stop::Reason) => self.reason.render(area, buffer, theme.text, theme.selection),
            Piece::Stop(stop) => {
                let text = match (stop, self.is_set(stop)) {
                    (Stop::Go, _) => format!("< {} >", stop.label()),
                    (_, true) => format!("[x] {}", stop.label()),
                    (_, false) => format!("[ ] {}", stop.label()),
                };
                paint::put(buffer, area, 0, 0, &fit(&text), theme.text);
                if stop == self.stop {
                    paint::style_row(buffer, area, 0, theme.selection);
                }
            }
        }
    }

    // What will be written, by name: it lies beside the document.
    pub(super) fn files(&self) -> String {
        let files = self.choice.formats.iter().map(|format| format.beside(&self.path));
        let names: Vec<String> =
            files.filter_map(|file| Some(Shown(file.file_name()?.as_ref()).to_string())).collect();
        if names.is_empty() {
            return "none".to_owned();
        }
        let unsaved = if self.is_unsaved { "; of the unsaved text on the screen" } else { "" };
        format!("{} beside the document{unsaved}", names.join(", "))
    }

    fn draw_foot(&self, areas: &Areas, buffer: &mut Buffer, theme: &Theme) {
        let glyphs = &theme.glyphs;
        let first = self.first(areas.verdict);
        let rows: usize = self.heights(areas.verdict.width).iter().skip(first).map(|h| usize::from(*h)).sum();
        let up = if first > 0 { glyphs.up } else { "" };
        let down = if rows > usize::from(areas.verdict.height) { glyphs.down } else { "" };
        let more = if up.is_empty() && down.is_empty() { "" } else { "PgDn reads on " };
        let foot = format!("{KEYS}{more}{up}{down}");
        let room = usize::from(areas.all.width).saturating_sub(4);
        let foot = paint::fit(&foot, room, glyphs.ellipsis);
        paint::put(buffer, areas.all, 2, areas.all.height - 1, &foot, theme.dim);
    }
}

// `text` in the rows of `area`, as far as it goes.
fn put_all(text: &str, area: Rect, buffer: &mut Buffer, style: Style) {
    for (row, line) in (0..area.height).zip(paint::wrap(text, usize::from(area.width))) {
        paint::put(buffer, area, 0, row, &line, style);
    }
}

// What is left of `width` for `line` beside its indent, which is given up where there is little room.
fn room(line: &Line, width: u16) -> u16 {
    let indent = u16::try_from(line.indent).unwrap_or(u16::MAX);
    if indent > width / 4 { width } else { width - indent }
}

fn prose(line: &Line, theme: &Theme) -> Prose {
    let with = |prose: Prose, (tone, piece): &(Option<Tone>, String)| prose.with(piece, style(*tone, theme));
    line.pieces.iter().fold(Prose::default(), with)
}

fn style(tone: Option<Tone>, theme: &Theme) -> Style {
    match tone {
        Some(Tone::Error) => theme.bad,
        Some(Tone::Warning) => theme.caution,
        Some(Tone::Note) => theme.remark,
        Some(Tone::Good) => theme.good,
        Some(Tone::Dim) => theme.dim,
        _ => theme.text,
    }
}
