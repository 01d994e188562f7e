//! Closing a reading: the asks once more, and a verdict.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::act::Act;
use super::command::Context;
use super::compose::{Compose, Purpose};
use super::model::Model;
use super::overlay::Overlay;
use super::say::summary;
use super::threads::asks;
use super::update::{self, Effect};
use super::walk;
use crate::review::{Decision, Kind, Thread, Verdict};
use crate::text::counted;
use crate::tui::theme::Theme;
use crate::tui::widget::{paint, popup};

/// The widest it gets, in cells.
const WIDTH: u16 = 76;

/// What can be chosen: letter, words, and what is decided, if the reading is closed with a decision.
const CHOICES: [(char, &str, Option<Decision>); 5] = [
    ('a', "Approve: it may go", Some(Decision::Approve)),
    ('i', "Iterate: work on it, and I read it again", Some(Decision::Iterate)),
    ('r', "Reject: it should not be built", Some(Decision::Reject)),
    ('n', "No verdict: I have read it", None),
    ('l', "Leave for now: I have not read it to the end", None),
];

/// The choice that only leaves.
const LEAVE: usize = CHOICES.len() - 1;

/// The list of asks and what can be chosen.
#[derive(Debug, Clone)]
pub struct Closing {
    /// One's open questions and suggestions: where, and what.
    asks: Vec<(String, String)>,
    /// How many remarks there are beside them.
    remarks: usize,
    /// The first row of the list that is shown.
    top: usize,
}

/// Ends: a walk goes back to where it came from, a reading asks for the verdict.
pub fn begin(model: &mut Model) -> Vec<Effect> {
    if model.mode == Context::Walk {
        if model.first == Context::Walk {
            return update::quit(model);
        }
        walk::end(model);
        return Vec::new();
    }
    let sign = |thread: &Thread| if thread.root.kind == Kind::Question { "?" } else { "~" };
    let part = |thread: &Thread| match &thread.root.anchor {
        Some(anchor) if !anchor.part.is_empty() => {
            format!("{} {}", sign(thread), anchor.part.replace('-', " "))
        }
        _ => sign(thread).to_owned(),
    };
    let line = |thread: &&Thread| {
        let quote = thread.root.anchor.as_ref().map_or("", |anchor| anchor.quote.as_str());
        let said = summary(thread);
        (part(thread), if said == "?" || said == "strike it" { format!("{said}: {quote}") } else { said })
    };
    let is_remark = |thread: &&Thread| thread.root.by == model.me && thread.root.kind == Kind::Comment;
    let closing = Closing {
        asks: asks(model).iter().map(line).collect(),
        remarks: model.threads.iter().filter(is_remark).count(),
        top: 0,
    };
    model.overlay = Some(Overlay::Closing(closing));
    Vec::new()
}

/// Gives a key to it: a letter chooses, arrows scroll, Esc reads on.
pub fn key(model: &mut Model, mut closing: Closing, event: KeyEvent) -> Vec<Effect> {
    let size = model.size.unwrap_or_default();
    let screen = Rect::new(0, 0, size.width, size.height);
    let last = closing.last_top(screen, &model.theme);
    closing.top = match event.code {
        KeyCode::Esc => return Vec::new(),
        KeyCode::Char(letter) if event.modifiers.is_empty() => {
            let index = CHOICES.iter().position(|(own, ..)| *own == letter.to_ascii_lowercase());
            if let Some(index) = index {
                return choose(model, index);
            }
            closing.top
        }
        KeyCode::Up => closing.top.saturating_sub(1),
        KeyCode::Down => closing.top + 1,
        KeyCode::PageUp => closing.top.saturating_sub(10),
        KeyCode::PageDown => closing.top + 10,
        _ => closing.top,
    }
    .min(last);
    model.overlay = Some(Overlay::Closing(closing));
    Vec::new()
}

/// A click at a place of the screen: on a choice it chooses it, beside the box it puts it away.
pub fn click(model: &mut Model, closing: Closing, at: Position) -> Vec<Effect> {
    let size = model.size.unwrap_or_default();
    let screen = Rect::new(0, 0, size.width, size.height);
    let area = closing.area(screen, &model.theme);
    let choices = choices(popup::inside(area));
    if choices.contains(at) {
        return choose(model, usize::from(at.y - choices.y));
    }
    if area.contains(at) {
        model.overlay = Some(Overlay::Closing(closing));
    }
    Vec::new()
}

fn choose(model: &mut Model, index: usize) -> Vec<Effect> {
    if index == LEAVE {
        return update::quit(model);
    }
    match CHOICES.get(index) {
        Some((_, label, Some(decision))) => {
            let hint = "why; may stay empty; Enter closes the reading, Esc reads on";
            let asks = asks(model).len();
            let title = match asks {
                0 => (*label).to_owned(),
                1 => format!("{label} (1 thing that you ask for is open)"),
                _ => format!("{label} ({asks} things that you ask for are open)"),
            };
            let compose = Compose::new(Purpose::Decide(*decision), title, hint, "");
            model.overlay = Some(Overlay::Compose(Box::new(compose)));
            Vec::new()
        }
        _ => vec![close(model)],
    }
}

fn close(model: &Model) -> Effect {
    Effect::Close(model.draft.source().to_owned())
}

/// Closes the reading with `decision` and what there is to say about it.
pub fn decide(model: &mut Model, decision: Decision, text: &str) -> Vec<Effect> {
    let verdict = Verdict { decision, at: model.sign().at, text: text.to_owned() };
    let mut effects = model.keep(vec![Act::Decide(Some(verdict))]);
    effects.push(close(model));
    effects
}

/// Where the choices are in a box with this inside.
fn choices(inner: Rect) -> Rect {
    let height = (CHOICES.len() as u16).min(inner.height);
    Rect { y: inner.y + inner.height - height, height, ..inner }
}

impl Closing {
    /// Draws it on top of `screen`.
    pub fn render(&self, screen: Rect, buffer: &mut Buffer, theme: &Theme) {
        let area = self.area(screen, theme);
        let inner = popup::open(buffer, area, "Close the reading", theme);
        let choices = choices(inner);
        let list = Rect { height: inner.height - choices.height, ..inner };
        let lines = self.lines(usize::from(inner.width), theme);
        for (row, line) in lines.iter().skip(self.top).take(usize::from(list.height)).enumerate() {
            paint::put_line(buffer, list, 0, row as u16, line);
        }
        for (row, (letter, label, _)) in CHOICES.iter().enumerate() {
            let end = paint::put(buffer, choices, 0, row as u16, &letter.to_string(), theme.key);
            paint::put(buffer, choices, end + 2, row as u16, label, theme.text);
        }
        if inner != area {
            let up = if self.top > 0 { theme.glyphs.up } else { "" };
            let down = if self.top + usize::from(list.height) < lines.len() { theme.glyphs.down } else { "" };
            paint::put(buffer, area, 2, area.height - 1, &format!(" Esc reads on {up}{down}"), theme.dim);
        }
    }

    fn area(&self, screen: Rect, theme: &Theme) -> Rect {
        let full = popup::centred(screen, WIDTH, screen.height);
        let rows = self.lines(usize::from(popup::inside(full).width), theme).len() + CHOICES.len() + 2;
        popup::centred(screen, WIDTH, u16::try_from(rows).unwrap_or(u16::MAX))
    }

    fn last_top(&self, screen: Rect, theme: &Theme) -> usize {
        let inner = popup::inside(self.area(screen, theme));
        let room = usize::from(inner.height).saturating_sub(CHOICES.len());
        self.lines(usize::from(inner.width), theme).len().saturating_sub(room)
    }

    fn lines(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let count = self.asks.len();
        let title = match count {
            0 => "You ask for nothing.".to_owned(),
            1 => "You ask for this:".to_owned(),
            _ => format!("You ask for these {count}:"),
        };
        let mut lines = vec![Line::styled(title, theme.title)];
        for (part, text) in &self.asks {
            let lead = format!("{part}  ");
            let room = width.saturating_sub(paint::width(&lead)).max(1);
            for (row, text) in paint::wrap(text, room).into_iter().enumerate() {
                let lead = if row == 0 { lead.clone() } else { " ".repeat(paint::width(&lead)) };
                lines.push(Line::from(vec![
                    Span::styled(lead, theme.caution),
                    Span::styled(text, theme.text),
                ]));
            }
        }
        if self.remarks > 0 {
            let more = format!("and say {} more", counted(self.remarks, "thing"));
            lines.push(Line::styled(more, theme.dim));
        }
        lines.push(Line::default());
        lines
    }
}
