//! What is on the screen, and leaving it.

use crossterm::event::KeyCode;

use super::{Command, Context, GROUPS, key};
use crate::tui::key::Key;
use crate::tui::review::close;
use crate::tui::review::model::Model;
use crate::tui::review::overlay::Overlay;
use crate::tui::review::update::{self, Effect};
use crate::tui::widget::help::{Block, Help};

const fn screen(
    name: &'static str,
    doc: &'static str,
    keys: &'static [Key],
    label: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { name, doc, keys, context: Context::Always, label, run }
}

pub(super) const COMMANDS: &[Command] = &[
    Command {
        context: Context::Reading,
        ..screen("timer", "Stop the clock, or let it run on", &[key('t')], "", |model| {
            model.timer.toggle(model.now);
            Vec::new()
        })
    },
    Command {
        context: Context::Reading,
        ..screen("others", "Show what others said, too, or only your own", &[key('O')], "", |model| {
            model.others = !model.others;
            let said = model.threads.iter().filter(|thread| thread.root.by != model.me).count();
            model.say(match (model.others, said) {
                (_, 0) => "nobody else has said anything".to_owned(),
                (true, said) => format!("{said} of others are shown, too"),
                (false, _) => "only what concerns you is shown".to_owned(),
            });
            Vec::new()
        })
    },
    screen(
        "empty-chair",
        "Sit in the empty chair: only what the customer reads, or all of it",
        &[key('E')],
        "",
        |model| {
            let sits = !model.draft.is_from_chair();
            model.draft.sit_in_chair(sits);
            model.is_stale = true;
            model.chosen = None;
            model.say(if sits {
                "what colleagues read among themselves is hidden; E shows it"
            } else {
                "the whole document"
            });
            Vec::new()
        },
    ),
    screen(
        "theme",
        "Go on to the next of dark, light, high-contrast and colourless",
        &[key('T')],
        "",
        |model| {
            model.look = model.look.next();
            model.theme = model.look.theme();
            Vec::new()
        },
    ),
    screen("help", "Show every command and its keys", &[Key::f(1), key('h')], "Help", help),
    screen("quit", "Close the reading, or end the walk", &[key('q'), Key::ctrl('q')], "Quit", close::begin),
    screen("leave", "Leave at once; what you said is kept", &[Key::ctrl('c')], "", update::quit),
    screen(
        "escape",
        "Choose the whole sentence again, and forget what was searched for",
        &[Key::plain(KeyCode::Esc)],
        "",
        |model| {
            model.chosen = None;
            model.search = None;
            if model.mode == Context::Reading {
                model.focus = None;
            }
            Vec::new()
        },
    ),
];

fn help(model: &mut Model) -> Vec<Effect> {
    let mut blocks = vec![Block::Text(
        "Read in silence, and say what you think of it: everything is kept in your own file beside the document as soon as you \
         said it, and the document stays as it is. In the walk the author goes through what everybody said, and decides. A click \
         goes to a sentence, dragging chooses words."
            .to_owned(),
    )];
    for (title, commands) in GROUPS {
        let mut keys = commands.iter().filter(|command| command.counts_in(model.mode)).peekable();
        if keys.peek().is_some() {
            blocks.push(Block::Heading(title.to_owned()));
        }
        blocks.extend(keys.map(|command| Block::Key(command.how(), command.doc.to_owned())));
    }
    blocks.push(Block::Heading("Signs beside the text".to_owned()));
    let done = model.theme.glyphs.done;
    for (sign, means) in [
        ("?", "A question"),
        ("~", "A suggestion"),
        ("\"", "A comment"),
        (done, "Nothing is open here any more"),
    ] {
        blocks.push(Block::Key(sign.to_owned(), means.to_owned()));
    }
    blocks.push(Block::Text("A number beside a sign: so many records begin on this line.".to_owned()));
    model.overlay = Some(Overlay::Page(Help::new("Help", blocks)));
    Vec::new()
}
