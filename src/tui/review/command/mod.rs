//! What a reviewer can do, as data: the keys, the key bar and the page of help come from this list.

mod moving;
mod saying;
mod screen;
mod walking;

use crossterm::event::KeyCode;

use super::model::Model;
use super::update::Effect;
use crate::tui::key::Key;

pub use moving::choose;

/// Something a reviewer can do.
pub struct Command {
    /// Its name, kebab-case and unique.
    pub name: &'static str,
    /// What it does, in one line.
    pub doc: &'static str,
    /// The keys that do it, the one to be shown first; no two commands of a context share one.
    pub keys: &'static [Key],
    /// Where its keys count.
    pub context: Context,
    /// The word beside its key at the bottom of the screen; empty where it is not shown there.
    pub label: &'static str,
    /// Does it.
    pub run: fn(&mut Model) -> Vec<Effect>,
}

/// Where a command's keys count; a review is in one of the first two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// While one reads.
    Reading,
    /// In the author's walk.
    Walk,
    /// In both.
    Always,
}

/// What a group of commands is about, and its commands, the commonest first.
pub type Group = (&'static str, &'static [Command]);

/// Every command, in the order people read them.
pub const GROUPS: [Group; 5] = [
    ("Saying something", saying::COMMANDS),
    ("The walk through what is open", walking::COMMANDS),
    ("Records", saying::RECORDS),
    ("Moving", moving::COMMANDS),
    ("Screen", screen::COMMANDS),
];

/// Every command.
pub fn all() -> impl Iterator<Item = &'static Command> {
    GROUPS.iter().flat_map(|(_, commands)| commands.iter())
}

impl Command {
    /// Whether its keys count in `context`.
    pub fn counts_in(&self, context: Context) -> bool {
        self.context == Context::Always || self.context == context
    }

    /// Its keys, for people.
    pub fn how(&self) -> String {
        self.keys.iter().map(|key| written(*key)).collect::<Vec<_>>().join(", ")
    }

    /// The first of its keys, for people.
    pub fn first_key(&self) -> String {
        self.keys.first().map(|key| written(*key)).unwrap_or_default()
    }
}

/// Letters by themselves are written as they are typed: `c` without Shift, `C` with it.
fn written(key: Key) -> String {
    key.text().filter(|char| *char != ' ').map_or_else(|| key.to_string(), |char| char.to_string())
}

/// A key that types `char`.
const fn key(char: char) -> Key {
    Key::plain(KeyCode::Char(char))
}

/// The command that `key` is bound to in `context`.
pub fn bound(key: Key, context: Context) -> Option<&'static Command> {
    all().filter(|command| command.counts_in(context)).find(|command| command.keys.contains(&key))
}

/// Does what `key` is bound to.
pub fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    bound(key, model.mode).map_or_else(Vec::new, |command| (command.run)(model))
}
