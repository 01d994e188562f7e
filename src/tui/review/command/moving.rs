//! Moving by sentences, parts and screens, and choosing words.

use crossterm::event::KeyCode;

use super::{Command, Context, key};
use crate::tui::key::Key;
use crate::tui::review::find;
use crate::tui::review::model::Model;
use crate::tui::review::update::Effect;

const fn moving(
    name: &'static str,
    doc: &'static str,
    keys: &'static [Key],
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { name, doc, keys, context: Context::Always, label: "", run }
}

const fn choosing(
    name: &'static str,
    doc: &'static str,
    keys: &'static [Key],
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { context: Context::Reading, ..moving(name, doc, keys, run) }
}

pub(super) const COMMANDS: &[Command] = &[
    moving("down", "To the next sentence", &[Key::plain(KeyCode::Down), key('j')], |model| by(model, 1)),
    moving("up", "To the sentence before", &[Key::plain(KeyCode::Up), key('k')], |model| by(model, -1)),
    moving("next-part", "To the next part", &[key(']'), Key::with_ctrl(KeyCode::Down)], |model| {
        part(model, true)
    }),
    moving("previous-part", "To the part before", &[key('['), Key::with_ctrl(KeyCode::Up)], |model| {
        part(model, false)
    }),
    moving("page-down", "One screen down", &[Key::plain(KeyCode::PageDown), key(' ')], |model| {
        page(model, 1)
    }),
    moving("page-up", "One screen up", &[Key::plain(KeyCode::PageUp), key('b')], |model| page(model, -1)),
    moving(
        "top",
        "To the top",
        &[Key::plain(KeyCode::Home), Key::with_ctrl(KeyCode::Home), key('<')],
        |model| {
            model.go(0);
            Vec::new()
        },
    ),
    moving(
        "end",
        "To the end",
        &[Key::plain(KeyCode::End), Key::with_ctrl(KeyCode::End), key('>')],
        |model| {
            model.go(usize::MAX);
            Vec::new()
        },
    ),
    Command {
        label: "Words",
        ..choosing("choose", "Choose words of the sentence, or all of it again", &[key('v')], |model| {
            model.chosen = if model.chosen.is_some() {
                None
            } else {
                words_of_sentence(model).map(|(first, _)| (first, first))
            };
            Vec::new()
        })
    },
    choosing("word-right", "Choose the next word", &[Key::plain(KeyCode::Right), key('l')], |model| {
        word(model, 1)
    }),
    choosing("word-left", "Choose the word before", &[Key::plain(KeyCode::Left)], |model| word(model, -1)),
    choosing("more", "Choose one word more", &[Key::with_shift(KeyCode::Right), key('L')], |model| {
        widen(model, 1)
    }),
    choosing("less", "Choose one word less", &[Key::with_shift(KeyCode::Left), key('H')], |model| {
        widen(model, -1)
    }),
    choosing(
        "more-sentences",
        "Choose up to the end of the next sentence",
        &[Key::with_shift(KeyCode::Down), key('J')],
        |model| widen_by_sentence(model, true),
    ),
    choosing(
        "less-sentences",
        "Choose a sentence less",
        &[Key::with_shift(KeyCode::Up), key('K')],
        |model| widen_by_sentence(model, false),
    ),
    choosing("other-end", "Go on at the other end of what is chosen", &[key('o')], |model| {
        model.chosen = model.chosen.or_else(|| words_of_sentence(model)).map(|(anchor, head)| (head, anchor));
        Vec::new()
    }),
    Command {
        label: "Find",
        ..moving("find", "Find words", &[key('/'), Key::ctrl('f')], |model| {
            find::ask(model);
            Vec::new()
        })
    },
    moving("next-match", "To the next match", &[key('m'), Key::f(3)], |model| {
        find::again(model, true);
        Vec::new()
    }),
    moving("previous-match", "To the match before", &[key(','), Key::with_shift(KeyCode::F(3))], |model| {
        find::again(model, false);
        Vec::new()
    }),
];

fn by(model: &mut Model, sentences: isize) -> Vec<Effect> {
    model.go(model.cursor.saturating_add_signed(sentences));
    Vec::new()
}

/// Goes to the first sentence of the next part, or of this one, or of the one before.
fn part(model: &mut Model, forward: bool) -> Vec<Effect> {
    let stops = model.draft.page.stops();
    let start = |at: &usize| {
        *at == 0 || stops.get(*at).map(|stop| stop.part) != stops.get(at - 1).map(|stop| stop.part)
    };
    let next = if forward {
        (model.cursor + 1..stops.len()).find(start)
    } else {
        (0..model.cursor).rev().find(start)
    };
    match next {
        Some(next) => model.go(next),
        None => model.say(if forward { "this is the last part" } else { "this is the first part" }),
    }
    Vec::new()
}

/// Scrolls by a screen; the cursor goes along to the first sentence that begins on it.
fn page(model: &mut Model, pages: isize) -> Vec<Effect> {
    let before = model.cursor;
    let rows = isize::try_from(model.window.height().saturating_sub(2).max(1)).unwrap_or(1);
    model.window.scroll(&model.draft.page, pages * rows);
    let seen = model.window.span(&model.draft.page);
    let stops = model.draft.page.stops();
    let first = stops.partition_point(|stop| stop.page.start < seen.start);
    let last = stops.partition_point(|stop| stop.page.start < seen.end).saturating_sub(1);
    let next = if pages > 0 { first.max(before).min(last.max(first)) } else { first.min(before) };
    // At the ends the cursor goes where the window cannot.
    let next = if next == before && pages > 0 { last.max(before) } else { next };
    model.go(next);
    Vec::new()
}

/// The first and the last word of the sentence at the cursor.
fn words_of_sentence(model: &Model) -> Option<(usize, usize)> {
    let stop = model.stop()?;
    let words = model.draft.page.words();
    let first = words.partition_point(|word| word.start < stop.page.start);
    let last = words.partition_point(|word| word.start < stop.page.end).checked_sub(1)?;
    (first <= last).then_some((first, last))
}

/// Chooses the words from `anchor` to `head`; the cursor stays with the sentence of the anchor.
pub fn choose(model: &mut Model, anchor: usize, head: usize) {
    let words = model.draft.page.words();
    let last = words.len().saturating_sub(1);
    let (anchor, head) = (anchor.min(last), head.min(last));
    let Some(first) = words.get(anchor.min(head)) else { return };
    model.go(model.draft.page.stop_at(first.start));
    model.chosen = Some((anchor, head));
}

/// Chooses the word beside the one at the head of what is chosen.
fn word(model: &mut Model, step: isize) -> Vec<Effect> {
    let next = match (model.chosen, words_of_sentence(model)) {
        (Some((_, head)), _) => head.saturating_add_signed(step),
        (None, Some((first, _))) if step > 0 => first,
        (None, Some((_, last))) => last,
        (None, None) => return Vec::new(),
    };
    choose(model, next, next);
    Vec::new()
}

/// Moves the head of what is chosen by words; where nothing is, it begins with the first word of the sentence, or with all
/// but the last.
fn widen(model: &mut Model, words: isize) -> Vec<Effect> {
    match (model.chosen, words_of_sentence(model)) {
        (Some((anchor, head)), _) => choose(model, anchor, head.saturating_add_signed(words)),
        (None, Some((first, _))) if words > 0 => choose(model, first, first),
        (None, Some((first, last))) => choose(model, first, last.saturating_sub(1).max(first)),
        (None, None) => {}
    }
    Vec::new()
}

/// Moves the head of what is chosen to the end of a sentence.
fn widen_by_sentence(model: &mut Model, forward: bool) -> Vec<Effect> {
    let Some((anchor, head)) = model.chosen.or_else(|| words_of_sentence(model)) else { return Vec::new() };
    let page = &model.draft.page;
    let ends = page
        .stops()
        .iter()
        .filter_map(|stop| page.words().partition_point(|word| word.start < stop.page.end).checked_sub(1));
    let ends: Vec<usize> = ends.collect();
    let next =
        if forward { ends.iter().find(|end| **end > head) } else { ends.iter().rfind(|end| **end < head) };
    if let Some(next) = next.filter(|next| forward || **next >= anchor) {
        choose(model, anchor, *next);
    }
    Vec::new()
}
