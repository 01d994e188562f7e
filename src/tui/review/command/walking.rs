//! The author's walk.

use super::{Command, Context, key};
use crate::tui::review::{faq, walk};

pub(super) const COMMANDS: &[Command] = &[
    Command {
        name: "accept",
        doc: "Accept the suggestion, or answer the question",
        keys: &[key('a')],
        context: Context::Walk,
        label: "Accept",
        run: walk::accept,
    },
    Command {
        name: "reject",
        doc: "Reject the suggestion",
        keys: &[key('x')],
        context: Context::Walk,
        label: "Reject",
        run: walk::reject,
    },
    Command {
        name: "reject-and-say-why",
        doc: "Reject the suggestion, and say why",
        keys: &[key('X')],
        context: Context::Walk,
        label: "",
        run: walk::ask_why_not,
    },
    Command {
        name: "resolve",
        doc: "Done: close the thread, or open it again",
        keys: &[key('d')],
        context: Context::Walk,
        label: "Done",
        run: walk::resolve,
    },
    Command {
        name: "faq-entry",
        doc: "Make a FAQ entry of the answered question",
        keys: &[key('f')],
        context: Context::Walk,
        label: "FAQ entry",
        run: |model| faq::ask(model, false),
    },
    Command {
        name: "other-faq-entry",
        doc: "The same, in the other FAQ: the colleagues', or the customers'",
        keys: &[key('F')],
        context: Context::Walk,
        label: "",
        run: |model| faq::ask(model, true),
    },
    Command {
        name: "walk",
        doc: "Walk through everybody's open records, or go back to reading",
        keys: &[key('w')],
        context: Context::Always,
        label: "Walk",
        run: |model| {
            if model.mode == Context::Walk {
                walk::end(model);
            } else {
                walk::begin(model);
            }
            Vec::new()
        },
    },
];
