//! Strikes by the dozen, strikes that may stay, and what of them is shown.

use super::{Command, Context};
use crate::lint::Severity;
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::{overlay, strike, walk};

pub(super) const COMMANDS: &[Command] = &[
    Context::Always.command(
        "pen-walk",
        "Go through the strikes one by one over the whole screen, or go on with it",
        &[Key::f(10), Key::alt('w')],
        "Walk",
        walk::start,
    ),
    Context::Always.command(
        "ignore-once",
        "Silence the strike under the cursor by a comment in the document, with a reason",
        &[],
        "",
        strike::ignore::ask,
    ),
    Context::Always.command(
        "ignore-word",
        "Make the struck words the customer's own: add them to the terms of the front matter",
        &[],
        "",
        strike::ignore::keep_word,
    ),
    Context::Always.command(
        "take-all-of-rule",
        "Do what every strike of the same rule says, after a look at them",
        &[Key::alt('t')],
        "",
        strike::take_all::ask_rule,
    ),
    Context::Always.command(
        "take-all-safe",
        "Take all fixes that cannot do harm, after a look at them",
        &[],
        "",
        strike::take_all::ask_safe,
    ),
    Context::Always.command(
        "margin",
        "Show replacements of struck words in the margin, or not",
        &[],
        "",
        margin,
    ),
    Context::Always.command(
        "costly-sentences",
        "List the sentences that add most to the grade, and go to one",
        &[Key::alt('c')],
        "",
        overlay::sentences,
    ),
    Context::Always.command(
        "show-severity",
        "Show all findings, no notes, or errors only",
        &[Key::alt('e')],
        "",
        severity,
    ),
    Context::Always.command(
        "hide-rule",
        "Show nothing of the rule under the cursor in this session",
        &[],
        "",
        hide,
    ),
    Context::Always.command(
        "show-all-rules",
        "Show all findings again, whatever was hidden",
        &[],
        "",
        show_all,
    ),
];

fn margin(model: &mut Model) -> Vec<Effect> {
    model.has_margin = !model.has_margin;
    model.say(if model.has_margin {
        "replacements stand in the margin, where there is room"
    } else {
        "the margin is empty; the strike under the cursor still shows its words"
    });
    Vec::new()
}

fn severity(model: &mut Model) -> Vec<Effect> {
    model.pen.show_next();
    model.say(match model.pen.filter().least() {
        Severity::Note => "all findings are shown",
        Severity::Warning => "errors and warnings are shown, no notes",
        Severity::Error => "errors only are shown",
    });
    Vec::new()
}

fn hide(model: &mut Model) -> Vec<Effect> {
    let Some(rule) = strike::target(model).map(|found| found.diagnostic.rule) else {
        strike::none_here(model);
        return Vec::new();
    };
    model.pen.hide(rule);
    model.say(format!("{rule} is hidden; \"show all rules\" in the palette brings it back"));
    Vec::new()
}

fn show_all(model: &mut Model) -> Vec<Effect> {
    model.pen.show_all();
    model.say("all findings are shown");
    Vec::new()
}
