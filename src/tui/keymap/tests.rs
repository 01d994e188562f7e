use std::fs;

use super::*;
use crate::config::editor;

/// The keys that the `editor.yml` with `keys` under `keys:` gives.
fn keymap(keys: &str) -> Result<Keymap, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(editor::FILE_NAME);
    fs::write(&path, format!("keys:\n{keys}\n")).unwrap();
    let shown = format!("{}/", folder.path().display());
    Keymap::of(&editor::read(&path).unwrap()).map_err(|errors| {
        let told: Vec<String> = errors.iter().map(|error| error.to_string().replace(&shown, "")).collect();
        told.join("\n")
    })
}

fn bound(keymap: &Keymap, key: &str, context: Context) -> Option<(&'static str, bool)> {
    keymap.bound(key.parse().unwrap(), context).map(|(command, extend)| (command.name, extend))
}

#[test]
fn the_key_of_every_command_is_written_so_that_it_can_be_read() {
    for command in command::all() {
        for key in command.keys {
            assert_eq!(key.to_string().parse(), Ok(*key), "{}", command.name);
        }
    }
}

#[test]
fn every_command_may_have_the_keys_it_has() {
    let line = |command: &Command| format!("  {}: [{}]\n", command.name, Keymap::default().quoted(command));
    let written: String = command::all().map(line).collect();
    let same = keymap(&written).unwrap();
    assert!(command::all().all(|command| same.keys(command) == command.keys));
}

#[test]
fn own_keys_stand_in_place_of_those_that_were_there() {
    let keymap = keymap(
        "  save: [F11, Alt-S]\n  save-as: []\n  walk-take: t\n  left: Alt-Left\n  word-left: Ctrl-Left",
    )
    .unwrap();
    assert_eq!(bound(&keymap, "F11", Context::Text), Some(("save", false)));
    assert_eq!(bound(&keymap, "Alt-S", Context::Walk), Some(("save", false)));
    assert_eq!(bound(&keymap, "Ctrl-S", Context::Text), None);
    assert_eq!(bound(&keymap, "F12", Context::Text), None);
    assert_eq!(bound(&keymap, "T", Context::Walk), Some(("walk-take", false)));
    assert_eq!(bound(&keymap, "Y", Context::Walk), None);
    assert_eq!(bound(&keymap, "Shift-Alt-Left", Context::Text), Some(("left", true)));
    assert_eq!(keymap.hint("save"), "F11");
    assert_eq!(keymap.hint("save-as"), "Ctrl-P save as");
    assert_eq!(keymap.all(command::named("save").unwrap()), "F11, Alt-S");
    assert!(keymap.is("F8".parse::<Key>().unwrap(), "next-strike"));
}

#[test]
fn shift_with_a_movement_selects() {
    let keymap = Keymap::default();
    assert_eq!(bound(&keymap, "Left", Context::Text), Some(("left", false)));
    assert_eq!(bound(&keymap, "Shift-Left", Context::Text), Some(("left", true)));
    assert_eq!(bound(&keymap, "Shift-Left", Context::Walk), None);
}

#[test]
fn two_commands_may_change_their_keys() {
    let keymap = keymap("  next-strike: F3\n  ignore-strike: F8").unwrap();
    assert_eq!(bound(&keymap, "F3", Context::Text), Some(("next-strike", false)));
    assert_eq!(bound(&keymap, "F8", Context::Text), Some(("ignore-strike", false)));
    assert_eq!(bound(&keymap, "F8", Context::Walk), Some(("walk-skip", false)));
}

#[test]
fn what_cannot_be_is_refused_where_it_stands() {
    for (keys, expected) in [
        (
            "  sav: F2",
            "editor.yml:2:3: unknown command `sav`; did you mean `save`?\n  2 |   sav: F2\n    |   ^",
        ),
        ("  make-coffee: F2", "editor.yml:2:3: unknown command `make-coffee`; `prfaq config --editor` lists"),
        ("  save: Ctl-S", "editor.yml:2:9: `Ctl-S` is no key; keys are written as `Ctrl-S`, `Alt-Enter`"),
        ("  save: [F11, F99]", "editor.yml:2:15: `F99` is no key"),
        (
            "  save: F8",
            "editor.yml:2:9: `F8` does `next-strike` already; give that another key, or none: `next-strike: []`",
        ),
        ("  save: F11\n  score: f11", "editor.yml:3:10: `F11` does `save` already"),
        ("  save: [F11, f11]", "editor.yml:2:15: `F11` is there twice"),
        ("  read-on: Ctrl-S", "editor.yml:2:12: `Ctrl-S` does `save` already"),
        ("  save: s", "editor.yml:2:9: `S` types a character; use a key that types nothing, such as `Alt-S`"),
        ("  undo: '?'", "editor.yml:2:9: `?` types a character"),
        ("  save: Ctrl-Alt-Q", "editor.yml:2:9: `Ctrl-Alt-Q` is how AltGr types"),
        ("  save: Ctrl-I", "editor.yml:2:9: terminals send `Tab` where `Ctrl-I` is pressed; use another key"),
        (
            "  save: Ctrl-Shift-S",
            "editor.yml:2:9: terminals send no Shift with Ctrl and a letter; `Ctrl-S` is a key",
        ),
        ("  palette: []", "editor.yml:2:3: the palette has to have a key"),
    ] {
        let error = keymap(keys).unwrap_err();
        assert!(error.starts_with(expected), "{keys}\n{error}");
    }
}

#[test]
fn a_letter_may_answer_where_nothing_is_typed() {
    assert!(keymap("  walk-take: t\n  leave-reading-view: [x, Esc]\n  open-part: o").is_ok());
}
