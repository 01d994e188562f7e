//! Saying something, and what can be done with what was said.

use crossterm::event::KeyCode;

use super::{Command, Context, key};
use crate::tui::key::Key;
use crate::tui::review::{deed, say, threads, walk};

pub(super) const COMMANDS: &[Command] = &[
    Command {
        name: "comment",
        doc: "Comment on the sentence, or on the words that are chosen",
        keys: &[key('c')],
        context: Context::Reading,
        label: "Comment",
        run: say::comment,
    },
    Command {
        name: "suggest",
        doc: "Suggest other words",
        keys: &[key('s')],
        context: Context::Reading,
        label: "Suggest",
        run: say::suggest,
    },
    Command {
        name: "question",
        doc: "Ask: yes, no, a number, or \"I don't know, by DATE\" is the answer; export waits for it",
        keys: &[key('?')],
        context: Context::Reading,
        label: "Ask",
        run: say::question,
    },
    Command {
        name: "strike",
        doc: "Suggest that it goes",
        keys: &[key('x')],
        context: Context::Reading,
        label: "Strike",
        run: say::strike,
    },
    Command {
        name: "why",
        doc: "Say why you suggest what you do",
        keys: &[key('y')],
        context: Context::Reading,
        label: "",
        run: say::why,
    },
    Command {
        name: "comment-on-all",
        doc: "Comment on the whole document",
        keys: &[key('C')],
        context: Context::Reading,
        label: "",
        run: say::comment_on_all,
    },
];

pub(super) const RECORDS: &[Command] = &[
    Command {
        name: "next-record",
        doc: "Go to the next record",
        keys: &[key('n'), Key::f(8)],
        context: Context::Always,
        label: "Next",
        run: |model| walk::step(model, true),
    },
    Command {
        name: "previous-record",
        doc: "Go to the record before",
        keys: &[key('p'), Key::with_shift(KeyCode::F(8)), Key::f(7)],
        context: Context::Always,
        label: "Before",
        run: |model| walk::step(model, false),
    },
    Command {
        name: "thread",
        doc: "Show everything that was said here",
        keys: &[Key::plain(KeyCode::Enter)],
        context: Context::Always,
        label: "Thread",
        run: threads::show,
    },
    Command {
        name: "reply",
        doc: "Reply to it",
        keys: &[key('r')],
        context: Context::Always,
        label: "Reply",
        run: say::reply,
    },
    Command {
        name: "edit",
        doc: "Say your own words otherwise",
        keys: &[key('e')],
        context: Context::Always,
        label: "",
        run: say::edit,
    },
    Command {
        name: "take-back",
        doc: "Take your own words back",
        keys: &[Key::plain(KeyCode::Delete), Key::plain(KeyCode::Backspace)],
        context: Context::Always,
        label: "",
        run: say::take_back,
    },
    Command {
        name: "undo",
        doc: "Take back what you did last, in the document too",
        keys: &[key('u'), Key::ctrl('z')],
        context: Context::Always,
        label: "Undo",
        run: deed::undo,
    },
    Command {
        name: "redo",
        doc: "Do again what was taken back",
        keys: &[key('U'), Key::ctrl('y')],
        context: Context::Always,
        label: "",
        run: deed::redo,
    },
];
