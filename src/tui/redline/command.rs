//! What a reader can do, as data: the keys, the key bar, the page of help and the README's table come from this list.

use crossterm::event::KeyCode;

use super::model::{Figures, Model, Overlay};
use super::roll::Place;
use super::{find, update::Effect};
use crate::report::redline::{Layout, Unit};
use crate::tui::key::Key;
use crate::tui::widget::help::{Block, Help};

/// Something a reader can do.
#[derive(Clone, Copy)]
pub struct Command {
    /// Its name, kebab-case and unique.
    pub name: &'static str,
    /// What it does, in one line.
    pub doc: &'static str,
    /// The keys that do it, the one to be shown first.
    pub keys: &'static [Key],
    /// The word beside its key at the bottom of the screen; empty where it is not shown there.
    pub label: &'static str,
    /// Whether it begins anew at the other end where it is asked a second time.
    pub goes_round: bool,
    /// Does it.
    pub run: fn(&mut Model<'_>) -> Option<Effect>,
}

/// What a group of commands is about, and its commands, the commonest first.
pub type Group = (&'static str, &'static [Command]);

const fn key(char: char) -> Key {
    Key::plain(KeyCode::Char(char))
}

const fn command(
    name: &'static str,
    doc: &'static str,
    keys: &'static [Key],
    label: &'static str,
    run: fn(&mut Model<'_>) -> Option<Effect>,
) -> Command {
    Command { name, doc, keys, label, goes_round: false, run }
}

/// The same, going round.
const fn round(command: Command) -> Command {
    Command { goes_round: true, ..command }
}

/// Every command, in the order people read them.
pub const GROUPS: [Group; 4] =
    [("Changes", CHANGES), ("Layout", LAYOUT), ("Moving", MOVING), ("Viewer", VIEWER)];

const CHANGES: &[Command] = &[
    round(command(
        "next-change",
        "Go to the next change",
        &[key('n'), Key::f(8), Key::alt('n')],
        "Next",
        |model| step(model, true),
    )),
    round(command(
        "previous-change",
        "Go to the change before",
        &[key('p'), Key::with_shift(KeyCode::F(8)), Key::f(7), Key::alt('p')],
        "Before",
        |model| step(model, false),
    )),
    command(
        "next-document",
        "Go to the next document, where there are several",
        &[key(']')],
        "Document",
        |model| another(model, true),
    ),
    command("previous-document", "Go to the document before", &[key('[')], "", |model| another(model, false)),
    command("find", "Find words in either text", &[key('/'), Key::ctrl('f')], "Find", |model| {
        find::ask(model);
        None
    }),
    command("next-match", "Go to the next match", &[key('m'), Key::f(3)], "", |model| {
        find::again(model, true);
        None
    }),
    command(
        "previous-match",
        "Go to the match before",
        &[key(','), Key::with_shift(KeyCode::F(3))],
        "",
        |model| {
            find::again(model, false);
            None
        },
    ),
];

const LAYOUT: &[Command] = &[
    command("all", "Show the whole document, or only what changed", &[key('a'), Key::f(4)], "All", |model| {
        model.show_all(!model.all);
        None
    }),
    command("layout", "Go on to the next layout", &[Key::plain(KeyCode::Tab)], "Layout", |model| {
        let next = match model.shown_layout() {
            Layout::Side => Layout::Inline,
            Layout::Inline | Layout::Words => Layout::Old,
            Layout::Old => Layout::New,
            Layout::New => Layout::Side,
        };
        lay_out(model, next)
    }),
    command("side", "Before at the left, after at the right", &[key('1')], "", |model| {
        lay_out(model, Layout::Side)
    }),
    command("inline", "Both in one text", &[key('2')], "", |model| lay_out(model, Layout::Inline)),
    command("old", "The text before, with what is gone", &[key('3')], "", |model| {
        lay_out(model, Layout::Old)
    }),
    command("new", "The text after, with what is new", &[key('4')], "", |model| lay_out(model, Layout::New)),
    command("comments", "Show or hide what reviewers say", &[key('c')], "Comments", comments),
    command("score", "Show the figures before and after", &[key('s'), Key::f(6)], "Score", score),
    command(
        "theme",
        "Go on to the next of dark, light, high-contrast and colourless",
        &[key('t')],
        "",
        |model| {
            model.look = model.look.next();
            model.theme = model.look.theme();
            None
        },
    ),
];

const MOVING: &[Command] = &[
    command("down", "One line down", &[Key::plain(KeyCode::Down), key('j')], "", |model| scroll(model, 1)),
    command("up", "One line up", &[Key::plain(KeyCode::Up), key('k')], "", |model| scroll(model, -1)),
    command("page-down", "One screen down", &[Key::plain(KeyCode::PageDown), key(' ')], "", |model| {
        let page = model.height().saturating_sub(2).max(1);
        scroll(model, page.cast_signed())
    }),
    command("page-up", "One screen up", &[Key::plain(KeyCode::PageUp), key('b')], "", |model| {
        let page = model.height().saturating_sub(2).max(1);
        scroll(model, -page.cast_signed())
    }),
    command(
        "top",
        "To the top",
        &[Key::plain(KeyCode::Home), Key::with_ctrl(KeyCode::Home), key('<')],
        "",
        |model| {
            model.top = Place::default();
            None
        },
    ),
    command(
        "end",
        "To the end",
        &[Key::plain(KeyCode::End), Key::with_ctrl(KeyCode::End), key('>')],
        "",
        |model| {
            model.top = model.roll.last_top(model.height());
            None
        },
    ),
];

const VIEWER: &[Command] = &[
    command("help", "Show every command and its keys", &[Key::f(1), key('?')], "Help", help),
    command("quit", "Close the viewer", &[key('q'), Key::ctrl('q'), Key::ctrl('c')], "Quit", |_| {
        Some(Effect::Quit)
    }),
    command(
        "escape",
        "Forget what was searched for, else close the viewer",
        &[Key::plain(KeyCode::Esc)],
        "",
        |model| {
            if model.find.is_none() {
                return Some(Effect::Quit);
            }
            find::forget(model);
            None
        },
    ),
    command("suspend", "Back to the shell until `fg`", &[Key::ctrl('z')], "", |_| Some(Effect::Suspend)),
];

/// Every command.
pub fn all() -> impl Iterator<Item = &'static Command> {
    GROUPS.iter().flat_map(|(_, commands)| commands.iter())
}

/// The command that `key` is bound to.
pub fn bound(key: Key) -> Option<&'static Command> {
    all().find(|command| command.keys.contains(&key))
}

impl Command {
    /// Its keys, for people.
    pub fn how(&self) -> String {
        self.keys.iter().map(|key| lower(*key)).collect::<Vec<_>>().join(", ")
    }

    /// The first of its keys, for people.
    pub fn first_key(&self) -> String {
        self.keys.first().map(|key| lower(*key)).unwrap_or_default()
    }
}

/// A letter by itself is pressed without Shift, and so it is written.
fn lower(key: Key) -> String {
    key.text().filter(|char| *char != ' ').map_or_else(|| key.to_string(), |char| char.to_string())
}

/// Goes to the change before or behind the one looked at; where that is not on the screen, behind what is.
fn step(model: &mut Model<'_>, forward: bool) -> Option<Effect> {
    let count = model.sheet.changes().len();
    if count == 0 {
        model.say("nothing differs");
        return None;
    }
    let seen = model.cursor.and_then(|cursor| cursor.change).filter(|number| model.is_visible(*number));
    let next = match (seen, forward) {
        (Some(number), true) => number + 1,
        (Some(number), false) => number - 1,
        (None, true) => first_from(model, model.top),
        (None, false) => first_from(model, model.top) - 1,
    };
    if (1..=count).contains(&next) {
        model.edge = None;
        model.select(next);
        return None;
    }
    // Only who asks twice goes round.
    if model.edge == Some(forward) {
        model.edge = None;
        model.say(if forward { "from the first change again" } else { "from the last change again" });
        model.select(if forward { 1 } else { count });
        return None;
    }
    model.edge = Some(forward);
    let (at, documents) = model.document;
    model.say(match (forward, at + 1 < documents) {
        (true, true) => "that was the last change: ] next document, n again the first change",
        (true, false) => "that was the last change: n again goes to the first",
        (false, _) => "that was the first change: p again goes to the last",
    });
    None
}

/// Goes to the next document or the one before.
fn another(model: &mut Model<'_>, forward: bool) -> Option<Effect> {
    let (at, documents) = model.document;
    let next = if forward { Some(at + 1).filter(|next| *next < documents) } else { at.checked_sub(1) };
    if next.is_none() {
        model.say(match (documents, forward) {
            (..=1, _) => "there is one document only",
            (_, true) => "this is the last document",
            (_, false) => "this is the first document",
        });
    }
    next.map(Effect::Document)
}

fn comments(model: &mut Model<'_>) -> Option<Effect> {
    if model.comments.is_empty() {
        model.say("nobody said anything of this document");
        return None;
    }
    model.bare = !model.bare;
    model.say(if model.bare { "comments are hidden" } else { "comments are shown" });
    None
}

/// The first change that begins at `place` or below; one past the last where there is none.
fn first_from(model: &Model<'_>, place: Place) -> usize {
    let row = model.roll.unit(place.unit).map_or(0, Unit::row);
    let changes = model.sheet.changes();
    let near = changes.partition_point(|change| change.row < row);
    let behind = changes.iter().skip(near).find(|change| model.lines_of(change.number).start >= place);
    behind.map_or(changes.len() + 1, |change| change.number)
}

fn lay_out(model: &mut Model<'_>, layout: Layout) -> Option<Effect> {
    model.layout = Some(layout);
    model.settle();
    if model.roll.form().layout != layout {
        model.say("the screen is too narrow for two columns");
    }
    None
}

/// Scrolls by `lines`, down if positive.
pub fn scroll(model: &mut Model<'_>, lines: isize) -> Option<Effect> {
    let count = lines.unsigned_abs();
    model.top =
        if lines < 0 { model.roll.above(model.top, count) } else { model.roll.below(model.top, count) };
    None
}

fn score(model: &mut Model<'_>) -> Option<Effect> {
    match model.figures {
        Figures::None => model.say("there are no figures for these texts"),
        Figures::Awaited => model.say("the figures are still being computed"),
        Figures::Known(_) => model.overlay = Some(Overlay::Score(0)),
    }
    None
}

fn help(model: &mut Model<'_>) -> Option<Effect> {
    let moved = if model.look.ascii { "m" } else { "↕" };
    let mut blocks = vec![Block::Text(format!(
        "What is gone is struck through, what is new is underlined; without colours they stand in [-brackets-]{{+of their own+}}. \
         What only moved stands back, and so do words with other emphasis or another link: {{~these~}}. The number at the left is \
         that of the change that begins on the line; + says that more than one does, {moved} that it is a move. \"2 counts the comments \
         on words of the line; they are shown below while the paragraph is looked at. A click on a number, or on words, looks at it."
    ))];
    for (title, commands) in GROUPS {
        blocks.push(Block::Heading(title.to_owned()));
        blocks.extend(commands.iter().map(|command| Block::Key(command.how(), command.doc.to_owned())));
    }
    model.overlay = Some(Overlay::Help(Help::new("Help", blocks)));
    None
}
