//! Answering the red pen.

use crossterm::event::KeyCode;

use super::{Command, Context};
use crate::lint::Category;
use crate::text::{Selection, Span};
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::pen::{Found, Trail};
use crate::tui::strike;

pub(super) const COMMANDS: &[Command] = &[
    Context::Always.command(
        "next-strike",
        "Go to the next strike",
        &[Key::f(8), Key::alt('n')],
        "Next",
        |model| step(model, true),
    ),
    Context::Always.command(
        "previous-strike",
        "Go to the strike before",
        &[Key::f(7), Key::with_shift(KeyCode::F(8)), Key::alt('p')],
        "",
        |model| step(model, false),
    ),
    Context::Always.command(
        "next-gap",
        "Go to the next gap: a placeholder that is to be filled in",
        &[Key::alt('j')],
        "",
        gap,
    ),
    Context::Always.command(
        "take-strike",
        "Do what the strike under the cursor says",
        &[Key::f(2), Key::with_alt(KeyCode::Enter)],
        "Take",
        take,
    ),
    Context::Always.command(
        "ignore-strike",
        "Hear no more of the strike under the cursor in this session",
        &[Key::f(3), Key::alt('i')],
        "Ignore",
        ignore,
    ),
    Context::Always.command(
        "other-place",
        "Go to the other place that the finding under the cursor is about, and back",
        &[Key::f(9), Key::alt('l')],
        "Other place",
        other_place,
    ),
];

fn step(model: &mut Model, forward: bool) -> Vec<Effect> {
    let here = model.editor.selection().span().start;
    let found = if forward { model.pen.next(here) } else { model.pen.previous(here) };
    go(model, found.map(|found| stop(&found)), forward, "nothing is struck")
}

fn gap(model: &mut Model) -> Vec<Effect> {
    let here = model.editor.selection().span().start;
    let found = model.pen.next_gap(here).map(|found| stop(&found));
    go(model, found, true, "nothing is left to be filled in")
}

// What is to be filled in is selected, so that typing fills it in.
fn stop(found: &Found<'_>) -> Span {
    let is_blank = found.diagnostic.category == Category::Placeholder;
    if is_blank { found.span } else { Span::at(found.span.start) }
}

fn go(model: &mut Model, to: Option<Span>, forward: bool, none: &str) -> Vec<Effect> {
    let here = model.editor.selection().span().start;
    let Some(Span { start, end }) = to else {
        model.say(if model.pen.has_read() { none } else { "still reading" });
        return Vec::new();
    };
    if (start <= here) == forward {
        model.say(if forward { "from the start again" } else { "from the end again" });
    }
    model.outline.focus(false);
    model.editor.select(Selection::new(start, end));
    Vec::new()
}

// From the last of the other places the way leads back to the finding.
fn other_place(model: &mut Model) -> Vec<Effect> {
    let here = model.editor.selection().head;
    let generation = model.pen.generation();
    let known = model.trail.take().filter(|trail| trail.leads_on(generation, here));
    let fresh = || {
        let found = model.found()?;
        let others = found.diagnostic.related.iter().map(|place| place.span.start);
        Some(Trail { generation, places: std::iter::once(here).chain(others).collect() })
    };
    let trail = known.or_else(fresh).filter(|trail| trail.places.len() > 1);
    let Some(trail) = trail else {
        model.say("no finding here that is about another place");
        return Vec::new();
    };
    if let Some(next) = trail.next(here) {
        model.outline.focus(false);
        model.editor.select(Selection::new(next, next));
    }
    model.trail = Some(trail);
    Vec::new()
}

fn take(model: &mut Model) -> Vec<Effect> {
    let Some(found) = model.found() else {
        strike::none_here(model);
        return Vec::new();
    };
    let Some(edit) = found.edit() else {
        let is_late = found.can_be_taken();
        model.say(if is_late { "just changed; still reading" } else { "these words are for you to rewrite" });
        return Vec::new();
    };
    let applied = model.editor.replace(edit, model.now);
    model.pen.edited(&applied);
    Vec::new()
}

fn ignore(model: &mut Model) -> Vec<Effect> {
    let Some(found) = model.found() else {
        strike::none_here(model);
        return Vec::new();
    };
    let rule = found.diagnostic.rule;
    let text = found.ignored_text(model.editor.buffer()).to_owned();
    model.editor.close_group();
    let depth = model.editor.history().depth();
    model.pen.ignore(rule, &text, depth, model.editor.buffer());
    model.say(format!("{rule} ignored here for now; {} brings it back", model.key("undo")));
    Vec::new()
}
