//! The pen as far as it may be seen: not while it is put away, and not outside of what is bright.

use crate::text::Span;
use crate::tui::model::Model;
use crate::tui::pen::Found;

/// What is shown of the findings that share a byte with `span`, by where they begin.
pub fn over(model: &Model, span: Span) -> impl Iterator<Item = Found<'_>> {
    model.pen.over(span).filter(|found| is_seen(model, found))
}

/// What is shown of the findings without text in `span`, its end included.
pub fn points(model: &Model, span: Span) -> impl Iterator<Item = Found<'_>> {
    model.pen.points(span).filter(|found| is_seen(model, found))
}

fn is_seen(model: &Model, found: &Found<'_>) -> bool {
    !model.focus.is_pen_away && model.focus.shows(found.span)
}

/// Commands that show what the pen says: they take it up and do what they do.
const SHOWING: [&str; 7] = [
    "next-strike",
    "previous-strike",
    "pen-walk",
    "take-all-safe",
    "show-severity",
    "show-all-rules",
    "margin",
];

/// Commands about a strike that nobody sees: they take the pen up, and do what they do when they are asked again.
const ABOUT_A_STRIKE: [&str; 8] = [
    "take-strike",
    "ignore-strike",
    "other-place",
    "ignore-once",
    "ignore-word",
    "take-all-of-rule",
    "hide-rule",
    "score",
];

/// Takes the pen up for the command called `name`, which answers it or asks for what it says. Whether the command has to
/// wait for another press: nobody answers what was not on the screen.
pub fn is_withheld(model: &mut Model, name: &str) -> bool {
    let waits = ABOUT_A_STRIKE.contains(&name);
    if !model.focus.is_pen_away || !(waits || SHOWING.contains(&name)) {
        return false;
    }
    model.focus.is_pen_away = false;
    model.say("the pen is back");
    // The figures come back with it, where there is room.
    waits && (name != "score" || model.geometry().score.width > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::command;

    #[test]
    fn what_calls_for_the_pen_is_there() {
        let names = SHOWING.iter().chain(&ABOUT_A_STRIKE);
        assert!(names.into_iter().all(|name| command::named(name).is_some()));
    }
}
