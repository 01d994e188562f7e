//! What the keys and clicks do while find and replace is open.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Position;

use super::options::{NAMES, Stop};
use super::{Last, Replace, panel};
use crate::text::{Applied, Bias, Change, Selection, Span, StepKind};
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::overlay::Overlay;
use crate::tui::widget::banner::Kind;
use crate::tui::widget::input::{Input, Typed};

/// Opens find and replace, beginning with what is selected or was searched for last.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let selected = model.editor.selected();
    let is_word = !selected.is_empty() && !selected.contains('\n');
    let needle = if is_word { selected.to_owned() } else { model.needle.clone() };
    open_with(model, &needle)
}

/// Opens find and replace for `needle`.
pub fn open_with(model: &mut Model, needle: &str) -> Vec<Effect> {
    model.outline.focus(false);
    let mut replace = Replace::new(model, needle);
    if replace.options.selection {
        replace.refresh(model);
    } else {
        replace.follow(model);
    }
    stay(model, Box::new(replace))
}

fn stay(model: &mut Model, replace: Box<Replace>) -> Vec<Effect> {
    model.overlay = Some(Overlay::Replace(replace));
    Vec::new()
}

/// Takes a key.
pub fn key(model: &mut Model, mut replace: Box<Replace>, key: KeyEvent) -> Vec<Effect> {
    let bare = Key::from(key);
    if let Some(option) = NAMES.iter().position(|(_, letter)| bare == Key::alt(*letter)) {
        replace.set(model, option);
        return stay(model, replace);
    }
    if bare == Key::ctrl('r') || bare == Key::ctrl('f') {
        replace.stop = Stop::Find;
        replace.find.select();
        return stay(model, replace);
    }
    if bare == Key::ctrl('z') || bare == Key::ctrl('y') {
        replace.undo(model, bare == Key::ctrl('z'));
        return stay(model, replace);
    }
    let is_all = bare == Key::alt('a') || (key.code == KeyCode::Enter && replace.stop == Stop::All);
    if is_all && !replace.plan.edits.is_empty() {
        replace.all(model);
        return Vec::new();
    }
    match key.code {
        KeyCode::Esc => {
            replace.keep(model);
            return Vec::new();
        }
        KeyCode::Tab | KeyCode::BackTab => {
            let forward = key.code == KeyCode::Tab && !key.modifiers.contains(KeyModifiers::SHIFT);
            replace.go_to(replace.stop.step(forward));
        }
        KeyCode::Down | KeyCode::F(4) if !key.modifiers.contains(KeyModifiers::SHIFT) => {
            replace.step(model, true);
        }
        KeyCode::Up | KeyCode::F(4) => replace.step(model, false),
        _ => replace.give(model, key),
    }
    stay(model, replace)
}

/// Takes pasted text into the line that has the keys.
pub fn paste(model: &mut Model, mut replace: Box<Replace>, text: &str) {
    if let Some(input) = replace.input() {
        input.paste(text);
        replace.typed(model);
    }
    stay(model, replace);
}

/// Takes a click.
pub fn click(model: &mut Model, mut replace: Box<Replace>, at: Position) -> Vec<Effect> {
    let area = panel::area(model.geometry().screen);
    match panel::hit(area, at) {
        Some(Stop::All) if !replace.plan.edits.is_empty() => {
            replace.all(model);
            return Vec::new();
        }
        Some(Stop::Option(option)) => replace.set(model, option),
        Some(stop) => replace.go_to(stop),
        None => {}
    }
    stay(model, replace)
}

impl Replace {
    fn input(&mut self) -> Option<&mut Input> {
        match self.stop {
            Stop::Find => Some(&mut self.find),
            Stop::With => Some(&mut self.with),
            Stop::Option(_) | Stop::All => None,
        }
    }

    // What comes into a line from elsewhere finds it selected, as a field of a form.
    fn go_to(&mut self, stop: Stop) {
        self.stop = stop;
        if let Some(input) = self.input() {
            input.select();
        }
    }

    // A key for the line or the option that the keys go to.
    fn give(&mut self, model: &mut Model, key: KeyEvent) {
        match (self.stop, key.code) {
            (Stop::Find, KeyCode::Enter) => self.step(model, true),
            (Stop::With, KeyCode::Enter) => self.one(model),
            (Stop::Option(option), KeyCode::Enter | KeyCode::Char(' ')) => self.set(model, option),
            (Stop::Option(_) | Stop::All, KeyCode::Left | KeyCode::Right) => {
                self.go_to(self.stop.step(key.code == KeyCode::Right));
            }
            _ => {
                if self.input().is_some_and(|input| input.key(key) == Typed::Changed) {
                    self.typed(model);
                }
            }
        }
    }

    fn typed(&mut self, model: &mut Model) {
        self.said = None;
        if self.stop == Stop::Find {
            self.follow(model);
        } else {
            self.refresh(model);
        }
    }

    fn set(&mut self, model: &mut Model, option: usize) {
        if let Some(flag) = self.options.flag(option) {
            *flag = !*flag;
        }
        if self.options.selection && self.selected.is_none() {
            self.options.selection = false;
            self.refresh(model);
            self.said = Some("nothing was selected when this was opened".to_owned());
            return;
        }
        self.follow(model);
    }

    fn step(&mut self, model: &mut Model, forward: bool) {
        let here = model.editor.selection().span();
        let next = if forward {
            self.plan.next(here.end.max(here.start + 1))
        } else {
            self.plan.previous(here.start)
        };
        self.said = None;
        let Some(span) = next else { return };
        if (span.start < here.start) == forward && span != here {
            self.said = Some(if forward { "from the start again" } else { "from the end again" }.to_owned());
        }
        model.editor.select(Selection::new(span.start, span.end));
    }

    // Replaces the place that is selected, and goes on to the next.
    fn one(&mut self, model: &mut Model) {
        let here = model.editor.selection().span();
        let Some(edit) = self.plan.position(here).and_then(|at| self.plan.edits.get(at).cloned()) else {
            return self.step(model, true);
        };
        let end = edit.inserted().end;
        let applied = model.editor.replace(edit, model.now);
        model.pen.edited(&applied);
        self.moved(&applied);
        self.replaced += 1;
        self.refresh(model);
        let next = self.plan.next(end);
        if let Some(span) = next {
            model.editor.select(Selection::new(span.start, span.end));
        }
        let more = if next.is_none() { "; no more" } else { "" };
        let undo = model.key("undo");
        self.said = Some(format!("replaced {}{more}; {undo} takes the last one back", self.replaced));
    }

    fn all(mut self, model: &mut Model) {
        let count = self.plan.edits.len();
        let change = Change::new(std::mem::take(&mut self.plan.edits));
        let after = Selection::cursor(change.map(model.editor.selection().head, Bias::After));
        let applied = model.editor.change(change, after, StepKind::Alone, model.now);
        model.pen.edited(&applied);
        self.keep(model);
        model.tell(Kind::Done, format!("replaced {count}; {} takes it back", model.key("undo")));
    }

    fn undo(&mut self, model: &mut Model, back: bool) {
        let done = if back { model.editor.undo() } else { model.editor.redo() };
        for applied in done.iter().flatten() {
            model.pen.edited(applied);
            self.moved(applied);
        }
        self.replaced = self.replaced.saturating_sub(1);
        self.refresh(model);
        self.said = Some(if done.is_none() { "nothing to take back" } else { "taken back" }.to_owned());
    }

    // What was selected takes in what was put at its edges.
    fn moved(&mut self, applied: &Applied) {
        let change = &applied.change;
        let map =
            |span: Span| Span::new(change.map(span.start, Bias::Before), change.map(span.end, Bias::After));
        self.selected = self.selected.map(map);
        self.from = change.map(self.from, Bias::Before);
    }

    // For the next time.
    fn keep(&self, model: &mut Model) {
        model.replaced = Last { with: self.with.text().to_owned(), options: self.options };
    }
}
