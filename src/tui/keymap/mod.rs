//! Which keys do what: those of the commands, with the user's own in their place.
//!
//! Whoever looks up a key or shows one asks here, never [`Command::keys`], which are the keys it has where the user says
//! nothing.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crossterm::event::{KeyCode, KeyModifiers};

use super::command::{self, Command, Context, Run};
use super::key::Key;
use crate::config::Error;
use crate::config::editor::{File, Keys};
use crate::text::unknown;
use crate::yaml;

/// The command that lists the keys, for messages.
const LIST: &str = "prfaq config --editor";

/// The keys of every command.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    /// Of those commands only to which the user gave others.
    own: BTreeMap<&'static str, Vec<Key>>,
}

/// What is wrong with the keys that a user wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mistake {
    command: String,
    /// Which of its keys, from 0; `None` where it is the name.
    key: Option<usize>,
    message: String,
}

impl Keymap {
    /// The keys that `file` gives.
    ///
    /// # Errors
    ///
    /// All the commands that are not there, keys that cannot be, and commands that would share one.
    pub fn of(file: &File) -> Result<Self, Vec<Error>> {
        let mut written = file.settings.keys.clone();
        let mut errors = Vec::new();
        loop {
            let mistake = match Self::with(&written) {
                Ok(keymap) if errors.is_empty() => return Ok(keymap),
                Ok(_) => return Err(errors),
                Err(mistake) => mistake,
            };
            errors.push(file.wrong_key(&mistake.command, mistake.key, mistake.message));
            // What else is wrong is told too: nobody mends a file one line a day.
            if written.remove(&mistake.command).is_none() {
                return Err(errors);
            }
        }
    }

    fn with(written: &BTreeMap<String, Keys>) -> Result<Self, Mistake> {
        let mut own = BTreeMap::new();
        for (name, Keys(keys)) in written {
            let known = || command::all().map(|command| command.name);
            let command = command::named(name).ok_or_else(|| Mistake {
                command: name.clone(),
                key: None,
                message: unknown("command", name, known(), LIST),
            })?;
            let read = |(at, key): (usize, &String)| {
                usable(key, command).map_err(|message| Mistake {
                    command: name.clone(),
                    key: Some(at),
                    message,
                })
            };
            own.insert(command.name, keys.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?);
        }
        let keymap = Self { own };
        keymap.check()?;
        Ok(keymap)
    }

    /// The keys of `command`, the one to be shown first.
    pub fn keys(&self, command: &Command) -> &[Key] {
        self.own.get(command.name).map_or(command.keys, Vec::as_slice)
    }

    /// Its first key, as it is written; empty where it has none.
    pub fn first(&self, command: &Command) -> String {
        self.keys(command).first().map(ToString::to_string).unwrap_or_default()
    }

    /// All of its keys, separated by commas.
    pub fn all(&self, command: &Command) -> String {
        self.keys(command).iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    /// The same as they are written in `editor.yml`.
    pub fn quoted(&self, command: &Command) -> String {
        let quoted = |key: &Key| yaml::scalar(&key.to_string());
        self.keys(command).iter().map(quoted).collect::<Vec<_>>().join(", ")
    }

    /// How it is done: its keys, or where it has none, that of the palette and its name there.
    pub fn how(&self, command: &Command) -> String {
        let keys = self.all(command);
        if keys.is_empty() { self.by_name(command) } else { keys }
    }

    /// How the command called `name` is done in the shortest way, for hints.
    pub fn hint(&self, name: &str) -> String {
        let Some(command) = command::named(name) else { return String::new() };
        let first = self.first(command);
        if first.is_empty() { self.by_name(command) } else { first }
    }

    fn by_name(&self, command: &Command) -> String {
        let palette = command::named("palette").map_or_else(String::new, |palette| self.first(palette));
        format!("{palette} {}", command.name.replace('-', " "))
    }

    /// Whether `key` is one of the command called `name`.
    pub fn is(&self, key: impl Into<Key>, name: &str) -> bool {
        let key = key.into();
        command::named(name).is_some_and(|command| self.keys(command).contains(&key))
    }

    /// The command that `key` is bound to in `context`, and whether Shift is held with a key that moves the cursor.
    pub fn bound(&self, key: Key, context: Context) -> Option<(&'static Command, bool)> {
        let counts = |command: &&Command| command.counts_in(context);
        let exact = command::all().filter(counts).find(|command| self.keys(command).contains(&key));
        if let Some(command) = exact {
            return Some((command, false));
        }
        let (bare, shifted) = key.without_shift();
        let moves =
            |command: &&Command| matches!(command.run, Run::Go(_)) && self.keys(command).contains(&bare);
        command::all().filter(counts).find(moves).filter(|_| shifted).map(|command| (command, true))
    }

    /// The command of `context` that `key` did until the user gave it other keys, where nothing is done by it now.
    pub fn moved(&self, key: Key, context: Context) -> Option<&'static Command> {
        let had = |command: &&Command| self.own.contains_key(command.name) && command.keys.contains(&key);
        command::all().filter(|command| command.counts_in(context)).find(had)
    }

    // The user's key is at fault where it meets one of those that were there.
    fn check(&self) -> Result<(), Mistake> {
        if let Some([]) = self.own.get("palette").map(Vec::as_slice) {
            return Err(Mistake {
                command: "palette".to_owned(),
                key: None,
                message: "the palette has to have a key: without one there is no way to what has none"
                    .to_owned(),
            });
        }
        if self.own.is_empty() {
            return Ok(());
        }
        Context::PLACES.into_iter().try_for_each(|context| self.check_in(context))
    }

    fn check_in(&self, context: Context) -> Result<(), Mistake> {
        let all = command::all().filter(|command| command.counts_in(context));
        let (own, others): (Vec<&Command>, Vec<&Command>) =
            all.partition(|command| self.own.contains_key(command.name));
        let mut taken = BTreeMap::new();
        for command in others {
            taken.extend(command.keys.iter().map(|key| (key.to_string(), command.name)));
        }
        for command in own {
            let mut seen = BTreeSet::new();
            for (at, key) in self.keys(command).iter().map(ToString::to_string).enumerate() {
                let clash = taken.get(&key).map(|other| {
                    format!("`{key}` does `{other}` already; give that another key, or none: `{other}: []`")
                });
                let twice = (!seen.insert(key.clone())).then(|| format!("`{key}` is there twice"));
                if let Some(message) = clash.or(twice) {
                    return Err(Mistake { command: command.name.to_owned(), key: Some(at), message });
                }
            }
            taken.extend(seen.into_iter().map(|key| (key, command.name)));
        }
        Ok(())
    }
}

// The key that is `written`, if `command` can have it.
fn usable(written: &str, command: &Command) -> Result<Key, String> {
    let key: Key = written.parse().map_err(|reason| format!("`{written}` is {reason}"))?;
    let KeyCode::Char(char) = key.code else { return Ok(key) };
    let is_in_text = command.counts_in(Context::Text);
    if key.text().is_some() && is_in_text {
        return Err(format!("`{key}` types a character; use a key that types nothing, such as `Alt-{key}`"));
    }
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    if key.modifiers.contains(alt_gr) && is_in_text {
        return Err(format!("`{key}` is how AltGr types on some keyboards; use Ctrl or Alt alone"));
    }
    if !key.modifiers.contains(KeyModifiers::CONTROL) {
        return Ok(key);
    }
    let sent = match char {
        'i' => "Tab",
        'm' => "Enter",
        '[' => "Esc",
        letter if key.modifiers.contains(KeyModifiers::SHIFT) => {
            return Err(format!(
                "terminals send no Shift with Ctrl and a letter; `Ctrl-{}` is a key",
                letter.to_uppercase()
            ));
        }
        _ => return Ok(key),
    };
    Err(format!("terminals send `{sent}` where `{key}` is pressed; use another key"))
}
