//! What can lie on top of the text, and what its answers lead to.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent};

use super::chair;
use super::command::{self, Command, view};
use super::differing;
use super::export;
use super::finding;
use super::interview;
use super::message::{Effect, Unsaved};
use super::model::Model;
use super::pen::{Part, Wanted};
use super::replace::{self, Replace};
use super::start::{self, Starts};
use super::strike;
use super::widget::Outcome;
use super::widget::confirm::Confirm;
use super::widget::help::{Block, Help};
use super::widget::outline::Pick;
use super::widget::palette::{Entry, Palette};
use super::widget::picker::Picker;
use super::widget::prompt::Prompt;
use super::widget::trend::Trend;
use super::{insert, link, saving, update};
use crate::score::dearest::Dear;
use crate::storage::File;
use crate::text::{Selection, counted};

/// Something on top of the text that takes the keys.
#[derive(Debug)]
pub enum Overlay {
    /// The start screen.
    Start {
        /// As it is shown.
        picker: Picker,
        /// What it shows.
        starts: Starts,
        /// Whether there is no document behind it.
        is_first: bool,
    },
    /// Questions before the first draft.
    Interview(Box<interview::Screen>),
    /// The page of help.
    Help(Help),
    /// The list of commands.
    Commands(Palette),
    /// The list of parts.
    Parts(Palette),
    /// Find and replace.
    Replace(Box<Replace>),
    /// The sentences that cost most.
    Sentences(Palette),
    /// The figures over the drafts.
    Trend(Trend),
    /// The way out: gate, formats, waiver.
    Export(Box<export::Dialog>),
    /// A line to type, and what for.
    Ask(Prompt, Asked),
    /// A question, and what it is about.
    Confirm(Confirm, Question),
}

/// What a typed line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Text to find, from where the cursor stood.
    Find {
        /// The byte offset the search begins at.
        from: usize,
    },
    /// Why the strike of `rule` at byte `at` may stand.
    Reason {
        /// The rule.
        rule: &'static str,
        /// Where the strike begins.
        at: usize,
    },
    /// Who the customer is.
    Customer,
    /// A name to save under.
    SaveAs,
    /// A file to open.
    Open,
    /// The address of a link.
    Link,
    /// A line to go to.
    Line,
}

/// What is to be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Save before quitting?
    Quit,
    /// Save before the start screen, from which another document is begun?
    Start,
    /// Save before another file is opened?
    Leave(std::path::PathBuf),
    /// The file was changed by somebody else: save over it, or take theirs?
    Changed {
        /// What it is now.
        theirs: Box<File>,
        /// Whether it was found when it was to be saved.
        is_saving: bool,
        /// When the writer last typed, where it came up by itself under their keys.
        typed: Option<Duration>,
    },
    /// There is a text of it that was not saved: take it up?
    Unsaved(Box<Unsaved>),
    /// There is such a file already: save over it?
    Replace(std::path::PathBuf),
    /// There are such files already: export over them?
    Export(Vec<std::path::PathBuf>),
    /// A long text: paste it?
    Paste(String),
    /// Take so many strikes at once?
    TakeAll(Wanted),
}

/// Opens the list of commands.
pub fn palette(model: &mut Model) -> Vec<Effect> {
    let entry = |command: &Command| Entry {
        name: command.name.replace('-', " "),
        doc: command.doc.to_owned(),
        keys: model.keymap.first(command),
    };
    model.overlay = Some(Overlay::Commands(Palette::new("Commands", command::all().map(entry).collect())));
    Vec::new()
}

/// Opens the page of help.
pub fn help(model: &mut Model) -> Vec<Effect> {
    let mut blocks = vec![Block::Text(
        "Write the press release before the product exists. What the red pen strikes is nothing the customer needs: take it \
         out, or say it better."
            .to_owned(),
    )];
    for group in command::GROUPS {
        blocks.push(Block::Heading(group.title.to_owned()));
        let key = |command: &Command| Block::Key(model.keymap.how(command), command.doc.to_owned());
        blocks.extend(group.commands.iter().map(key));
    }
    blocks.push(Block::Text(format!(
        "Every command can also be found by name with {}. Shift with a key that moves the cursor selects. Where the \
         mouse is ours, Shift with it selects as the terminal does. The keys can be changed: prfaq config --editor says how.",
        model.key("palette")
    )));
    blocks.extend(legend(model));
    model.overlay = Some(Overlay::Help(Help::new("Help", blocks)));
    Vec::new()
}

// What the signs mean that stand beside the text and in the list of parts.
fn legend(model: &Model) -> Vec<Block> {
    let glyphs = &model.theme.glyphs;
    let row = |sign: &str, means: &str| Block::Key(sign.to_owned(), means.to_owned());
    vec![
        Block::Heading("Signs beside the text".to_owned()),
        row(glyphs.error, "Words to cut or to replace"),
        row("~", "Words to say better"),
        row(glyphs.note, &format!("A note: worth a thought; {} passes over it", model.key("next-strike"))),
        row(glyphs.warning, "Something about the part as a whole"),
        Block::Heading("Signs in the list of parts".to_owned()),
        row(glyphs.done, "It has words, and no more than it should"),
        row(glyphs.missing, "It is missing; Enter puts it in. Behind a number: so many strikes"),
        row(glyphs.unfilled, "It still has something to fill in"),
        row(glyphs.empty, "Its heading is there and nothing else"),
        row(glyphs.warning, "Longer than it should be"),
    ]
}

/// Opens the list of parts.
pub fn parts(model: &mut Model) -> Vec<Effect> {
    let parts = &model.pen.rest().parts;
    if parts.is_empty() {
        model.say("no parts were found in this text");
        return Vec::new();
    }
    let entry = |part: &Part| Entry {
        name: part.item.title.clone(),
        doc: if part.is_missing() { "missing".to_owned() } else { counted(part.item.words, "word") },
        keys: String::new(),
    };
    model.overlay = Some(Overlay::Parts(Palette::new("Go to part", parts.iter().map(entry).collect())));
    Vec::new()
}

/// Opens the list of the sentences that cost most.
pub fn sentences(model: &mut Model) -> Vec<Effect> {
    let dear = &model.pen.rest().scores.dear;
    if dear.is_empty() {
        let is_late = !model.pen.has_read();
        model.say(if is_late {
            "still reading"
        } else {
            "no sentence makes this text harder than it is without"
        });
        return Vec::new();
    }
    let entry = |dear: &Dear| Entry {
        name: dear.text.clone(),
        doc: format!("{} words, adds {:+.2} to the grade", dear.words, dear.adds),
        keys: String::new(),
    };
    let entries = dear.iter().map(entry).collect();
    model.overlay = Some(Overlay::Sentences(Palette::new("Sentences that cost most", entries)));
    Vec::new()
}

/// Goes to one of them, by index.
pub fn go_to_sentence(model: &mut Model, index: usize) -> Vec<Effect> {
    if let Some(dear) = model.pen.rest().scores.dear.get(index) {
        let at = dear.span.start;
        model.outline.focus(false);
        model.editor.select(Selection::cursor(at));
    }
    Vec::new()
}

/// Gives a key to what lies on top. It is put away unless it stays.
pub fn key(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    if let Some(effects) = differing::typed_on(model, key) {
        return effects;
    }
    let screen = model.geometry().screen;
    match model.overlay.take() {
        Some(Overlay::Start { picker, starts, is_first }) => {
            key_at_start(model, (picker, starts, is_first), key)
        }
        Some(Overlay::Interview(screen)) => interview::key(model, screen, key),
        Some(Overlay::Help(_)) if model.keymap.is(key, "help") => Vec::new(),
        Some(Overlay::Help(mut help)) => match help.key(key, screen) {
            Outcome::Cancel => Vec::new(),
            _ => stay(model, Overlay::Help(help)),
        },
        Some(Overlay::Commands(mut palette)) => match palette.key(key) {
            Outcome::Chosen(index) => {
                command::all().nth(index).map_or_else(Vec::new, |command| command.run(model, false))
            }
            Outcome::Cancel => Vec::new(),
            _ => stay(model, Overlay::Commands(palette)),
        },
        Some(Overlay::Parts(mut palette)) => match palette.key(key) {
            Outcome::Chosen(part) => {
                view::go_to(model, Pick { part, question: None });
                Vec::new()
            }
            Outcome::Cancel => Vec::new(),
            _ => stay(model, Overlay::Parts(palette)),
        },
        Some(Overlay::Replace(replace)) => replace::key(model, replace, key),
        Some(Overlay::Sentences(mut palette)) => match palette.key(key) {
            Outcome::Chosen(sentence) => go_to_sentence(model, sentence),
            Outcome::Cancel => Vec::new(),
            _ => stay(model, Overlay::Sentences(palette)),
        },
        Some(Overlay::Trend(trend)) => match trend.key(key) {
            Outcome::Cancel => Vec::new(),
            _ => stay(model, Overlay::Trend(trend)),
        },
        Some(Overlay::Export(dialog)) => export::key(model, dialog, key),
        Some(Overlay::Ask(prompt, asked)) => ask(model, prompt, asked, key),
        Some(Overlay::Confirm(mut confirm, question)) => match confirm.key(key) {
            Outcome::Chosen(chosen) => answer(model, question, chosen),
            Outcome::Cancel => Vec::new(),
            _ => stay(model, Overlay::Confirm(confirm, question)),
        },
        None => Vec::new(),
    }
}

// Gives a key to the start screen.
fn key_at_start(
    model: &mut Model,
    (mut picker, mut starts, is_first): (Picker, Starts, bool),
    key: KeyEvent,
) -> Vec<Effect> {
    if key.code == KeyCode::Delete {
        let effects = start::remove(&mut picker, &mut starts, &model.keymap);
        model.overlay = Some(Overlay::Start { picker, starts, is_first });
        return effects;
    }
    if model.keymap.is(key, "help") {
        model.beneath = Some(Overlay::Start { picker, starts, is_first });
        return help(model);
    }
    match picker.key(key) {
        Outcome::Chosen(pick) => start::begin(model, &starts, pick),
        Outcome::Cancel => cancel_start(is_first),
        Outcome::Ignored if model.keymap.is(key, "quit") => cancel_start(true),
        Outcome::Ignored if start::is_interview(key) => start::interview(model, &starts, picker.selected()),
        _ => {
            starts.doomed = None;
            stay(model, Overlay::Start { picker, starts, is_first })
        }
    }
}

/// Does what was decided: the choice at index `chosen`.
pub fn answer(model: &mut Model, question: Question, chosen: usize) -> Vec<Effect> {
    match (question, chosen) {
        (Question::TakeAll(wanted), 0) => strike::take_all::go(model, wanted),
        (Question::Paste(text), 0) => update::put(model, &text),
        (Question::Export(paths), 0) => export::overwrite(model, paths),
        (Question::TakeAll(_) | Question::Paste(_) | Question::Export(_), _) => Vec::new(),
        (question, chosen) => saving::answer(model, &question, chosen),
    }
}

// Without a document behind it there is nothing to go back to.
fn cancel_start(is_first: bool) -> Vec<Effect> {
    if is_first { vec![Effect::Quit] } else { Vec::new() }
}

fn stay(model: &mut Model, overlay: Overlay) -> Vec<Effect> {
    model.overlay = Some(overlay);
    Vec::new()
}

fn ask(model: &mut Model, mut prompt: Prompt, asked: Asked, key: KeyEvent) -> Vec<Effect> {
    if let Asked::Find { from } = asked {
        return finding::key(model, prompt, from, key);
    }
    match asked {
        Asked::Reason { rule, at } => return strike::ignore::key(model, prompt, (rule, at), key),
        Asked::Customer => return chair::key(model, prompt, key),
        _ => {}
    }
    match prompt.key(key) {
        Outcome::Chosen(address) if asked == Asked::Link => link::make(model, &address),
        Outcome::Chosen(text) if text.trim().is_empty() => Vec::new(),
        Outcome::Chosen(text) if asked == Asked::SaveAs => saving::save_as(model, text.trim()),
        Outcome::Chosen(text) if asked == Asked::Line => insert::go_to_line(model, prompt, &text),
        Outcome::Chosen(text) => saving::open(model, text.trim().into()),
        Outcome::Cancel => {
            model.after_save = None;
            Vec::new()
        }
        _ => stay(model, Overlay::Ask(prompt, asked)),
    }
}

/// Gives pasted text to what lies on top.
pub fn paste(model: &mut Model, text: &str) {
    if matches!(model.overlay, Some(Overlay::Replace(_))) {
        if let Some(Overlay::Replace(replace)) = model.overlay.take() {
            replace::paste(model, replace, text);
        }
        return;
    }
    match &mut model.overlay {
        Some(Overlay::Commands(palette) | Overlay::Parts(palette) | Overlay::Sentences(palette)) => {
            palette.paste(text);
        }
        Some(Overlay::Ask(prompt, asked)) => {
            prompt.paste(text);
            let (asked, typed) = (*asked, prompt.text().to_owned());
            if let Asked::Find { from } = asked {
                finding::follow(model, &typed, from);
                finding::recount(model);
            }
        }
        Some(Overlay::Interview(screen)) => screen.paste(text, model.now),
        Some(Overlay::Export(dialog)) => dialog.paste(text),
        Some(
            Overlay::Confirm(..)
            | Overlay::Help(_)
            | Overlay::Trend(_)
            | Overlay::Start { .. }
            | Overlay::Replace(_),
        )
        | None => {}
    }
}
