//! Commands as data: one list, from which the keys, the palette, the key bar, the help page and the README's table come.

mod chair;
mod clipboard;
mod draft;
mod edit;
mod file;
mod focus;
mod go;
mod markdown;
mod pen;
mod preview;
mod select;
mod strikes;
pub mod view;
mod walk;

use super::editor::Go;
use super::key::Key;
use super::message::Effect;
use super::model::Model;

/// Something a person can do.
#[derive(Debug)]
pub struct Command {
    /// Its name, kebab-case and unique.
    pub name: &'static str,
    /// What it does, in one line.
    pub doc: &'static str,
    /// The keys that do it where the user wants no others, the one to be shown first; no two commands of a context share
    /// one. What is pressed or shown is known by [`Keymap`](super::keymap::Keymap).
    pub keys: &'static [Key],
    /// Where its keys count.
    pub context: Context,
    /// The word beside its key at the bottom of the screen; empty where it is not shown there.
    pub label: &'static str,
    /// What it does.
    pub run: Run,
}

/// Where a command's keys count. All of them can be run from the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// Wherever the keys go.
    Always,
    /// In the text.
    Text,
    /// In the list of parts.
    Outline,
    /// In the pen walk.
    Walk,
    /// In the reading view, and in the preview where it has taken the place of the text.
    Chair,
}

impl Context {
    /// Where one can be.
    pub const PLACES: [Self; 4] = [Self::Text, Self::Outline, Self::Walk, Self::Chair];
}

/// What a command does.
#[derive(Debug, Clone, Copy)]
pub enum Run {
    /// Anything.
    Do(fn(&mut Model) -> Vec<Effect>),
    /// Moves the cursor; Shift with the same key selects.
    Go(Go),
}

/// What a group of commands is about.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// Its title.
    pub title: &'static str,
    /// Its commands, the commonest first.
    pub commands: &'static [Command],
}

/// Every command, in the order people read them.
pub const GROUPS: [Group; 14] = [
    Group { title: "Red pen", commands: pen::COMMANDS },
    Group { title: "Many strikes", commands: strikes::COMMANDS },
    Group { title: "Pen walk", commands: walk::COMMANDS },
    Group { title: "Empty chair", commands: chair::COMMANDS },
    Group { title: "Writing in peace", commands: focus::COMMANDS },
    Group { title: "Preview", commands: preview::COMMANDS },
    Group { title: "Document", commands: file::COMMANDS },
    Group { title: "Draft", commands: draft::COMMANDS },
    Group { title: "Text", commands: edit::COMMANDS },
    Group { title: "Clipboard", commands: clipboard::COMMANDS },
    Group { title: "Markdown", commands: markdown::COMMANDS },
    Group { title: "Screen", commands: view::COMMANDS },
    Group { title: "Cursor", commands: go::COMMANDS },
    Group { title: "Selection", commands: select::COMMANDS },
];

/// Every command.
pub fn all() -> impl Iterator<Item = &'static Command> {
    GROUPS.iter().flat_map(|group| group.commands)
}

/// The command called `name`.
pub fn named(name: &str) -> Option<&'static Command> {
    all().find(|command| command.name == name)
}

/// A command whose keys count in the text.
const fn text(
    name: &'static str,
    doc: &'static str,
    keys: &'static [Key],
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Context::Text.command(name, doc, keys, "", run)
}

impl Context {
    /// A command whose keys count here.
    const fn command(
        self,
        name: &'static str,
        doc: &'static str,
        keys: &'static [Key],
        label: &'static str,
        run: fn(&mut Model) -> Vec<Effect>,
    ) -> Command {
        Command { name, doc, keys, context: self, label, run: Run::Do(run) }
    }
}

/// What can be done wherever one is, the walk and the reading view included, which have the whole screen and keys of
/// their own.
const EVERYWHERE: [&str; 11] = [
    "help",
    "palette",
    "save",
    "save-as",
    "export",
    "quit",
    "suspend",
    "theme",
    "show-severity",
    "reading-view",
    "preview",
];

impl Command {
    /// Whether its keys count in `context`.
    pub fn counts_in(&self, context: Context) -> bool {
        match self.context {
            Context::Always => {
                !matches!(context, Context::Walk | Context::Chair) || EVERYWHERE.contains(&self.name)
            }
            own => own == context,
        }
    }

    /// Does it. `extend` is whether Shift is held, which only a movement heeds.
    pub fn run(&self, model: &mut Model, extend: bool) -> Vec<Effect> {
        if super::focus::is_withheld(model, self.name) {
            return Vec::new();
        }
        match self.run {
            Run::Do(run) => run(model),
            Run::Go(go) => {
                model.editor.go(go, extend);
                Vec::new()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique_and_kebab_case_and_everything_is_explained() {
        let names: BTreeSet<&str> = all().map(|command| command.name).collect();
        assert_eq!(names.len(), all().count());
        for command in all() {
            let name = command.name;
            assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{name}");
            assert!(command.doc.len() > 10 && !command.doc.ends_with('.'), "{name}: {:?}", command.doc);
            assert!(command.label.is_empty() || !command.keys.is_empty(), "{name}");
        }
    }

    #[test]
    fn no_key_does_two_things_in_one_context() {
        for context in Context::PLACES {
            let counts = |command: &&Command| command.counts_in(context);
            let mut seen = BTreeSet::new();
            for key in all().filter(counts).flat_map(|command| command.keys) {
                assert!(seen.insert(key.to_string()), "{key} twice in {context:?}");
            }
        }
    }

    #[test]
    fn what_can_be_done_everywhere_is_there() {
        assert!(EVERYWHERE.iter().all(|name| named(name).is_some()));
    }
}
