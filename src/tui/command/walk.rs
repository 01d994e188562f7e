//! Answers to the strike that the pen walk asks about.

use crossterm::event::KeyCode;

use super::{Command, Context};
use crate::tui::key::Key;
use crate::tui::walk;

const fn letter(letter: char) -> Key {
    Key::plain(KeyCode::Char(letter))
}

pub(super) const COMMANDS: &[Command] = &[
    Context::Walk.command(
        "walk-take",
        "In the walk: do what the strike says",
        &[letter('y'), Key::f(2)],
        "Take",
        walk::take,
    ),
    Context::Walk.command(
        "walk-skip",
        "In the walk: leave the strike",
        &[letter('n'), Key::f(8)],
        "Skip",
        walk::skip,
    ),
    Context::Walk.command(
        "walk-end",
        "End the walk; it says what came of it",
        &[letter('q'), Key::plain(KeyCode::Esc)],
        "End",
        walk::end,
    ),
    Context::Walk.command(
        "walk-back",
        "In the walk: take the last answer back",
        &[letter('b'), Key::f(7), Key::ctrl('z')],
        "Back",
        walk::back,
    ),
    Context::Walk.command(
        "walk-edit",
        "In the walk: rewrite the sentence in the text",
        &[letter('e')],
        "Edit",
        walk::by_hand,
    ),
    Context::Walk.command(
        "walk-ignore",
        "In the walk: silence the strike by a comment with a reason",
        &[letter('i'), Key::f(3)],
        "Ignore",
        walk::ignore_once,
    ),
    Context::Walk.command(
        "walk-rule",
        "In the walk: do what every strike of this rule says",
        &[letter('a')],
        "All of rule",
        walk::take_rule,
    ),
    Context::Walk.command(
        "walk-word",
        "In the walk: add the words to the customer's terms",
        &[letter('w')],
        "Term",
        walk::keep_word,
    ),
];
