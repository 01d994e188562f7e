//! Answers to the strike that the pen walk asks about.

use crossterm::event::KeyCode;

use super::{Command, Context, Run};
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::walk;

const fn letter(letter: char) -> Key {
    Key::plain(KeyCode::Char(letter))
}

const fn answer(
    name: &'static str,
    doc: &'static str,
    keys: &'static [Key],
    label: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { name, doc, keys, context: Context::Walk, label, run: Run::Do(run) }
}

pub(super) const COMMANDS: &[Command] = &[
    answer(
        "walk-take",
        "In the walk: do what the strike says",
        &[letter('y'), Key::f(2)],
        "Take",
        walk::take,
    ),
    answer("walk-skip", "In the walk: leave the strike", &[letter('n'), Key::f(8)], "Skip", walk::skip),
    answer(
        "walk-end",
        "End the walk; it says what came of it",
        &[letter('q'), Key::plain(KeyCode::Esc)],
        "End",
        walk::end,
    ),
    answer(
        "walk-back",
        "In the walk: take the last answer back",
        &[letter('b'), Key::f(7), Key::ctrl('z')],
        "Back",
        walk::back,
    ),
    answer(
        "walk-edit",
        "In the walk: rewrite the sentence in the text",
        &[letter('e')],
        "Edit",
        walk::by_hand,
    ),
    answer(
        "walk-ignore",
        "In the walk: silence the strike by a comment with a reason",
        &[letter('i'), Key::f(3)],
        "Ignore",
        walk::ignore_once,
    ),
    answer(
        "walk-rule",
        "In the walk: do what every strike of this rule says",
        &[letter('a')],
        "All of rule",
        walk::take_rule,
    ),
    answer(
        "walk-word",
        "In the walk: add the words to the customer's terms",
        &[letter('w')],
        "Term",
        walk::keep_word,
    ),
];
