//! What a user settles in `editor.yml`, as far as it is seen and felt.

use std::collections::BTreeMap;

use super::driver::Driver;
use crate::config::editor::{self, Settings};
use crate::tui::focus::Lit;
use crate::tui::keymap::Keymap;
use crate::tui::look::Look;
use crate::tui::message::{Effect, Msg};
use crate::tui::model::Model;
use crate::tui::start::Starts;
use crate::tui::update::update;
use crate::tui::widget::testing;

/// The editor of a user who wrote `text` into `editor.yml`.
fn driver(text: &str) -> Driver {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(editor::FILE_NAME);
    std::fs::write(&path, text).unwrap();
    let file = editor::read(&path).unwrap();
    let keymap = Keymap::of(&file).unwrap();
    let document = "# Ferry\n\nA boat that people leverage to be very late.\n";
    Driver::of(Model::new(document, None, Look::default()).with(&file.settings, keymap), 120, 40)
}

#[test]
fn own_keys_do_what_they_are_for_and_are_shown_wherever_keys_are() {
    let mut driver =
        driver("keys:\n  next-strike: F11\n  undo: Shift-F11\n  take-strike: []\n  help: Shift-F1\n");
    let bar = |driver: &Driver| driver.screen().lines().nth(39).unwrap().to_owned();
    assert!(driver.screen().contains("2 to look at; F11 goes to the next"), "{}", driver.screen());
    assert!(bar(&driver).contains("F11 Next") && bar(&driver).contains("Shift-F1 Help"), "{}", bar(&driver));

    driver.press("<f8>");
    assert_eq!(driver.struck().len(), 2);
    assert!(driver.model.found().is_none());
    driver.press("<f11>");
    assert!(driver.model.found().is_some());
    assert!(!bar(&driver).contains("Take"), "a command without a key is not in the bar: {}", bar(&driver));
    driver.press("<f3>");
    assert!(driver.notice().ends_with("Shift-F11 brings it back"), "{}", driver.notice());
    driver.press("<s-f11>");
    assert_eq!(driver.notice(), "not ignored any more");

    driver.press("<c-p>next strike");
    assert!(driver.screen().contains("F11"), "{}", driver.screen());
    driver.press("<esc><s-f1>");
    let help = driver.screen();
    assert!(help.contains("Ctrl-P take strike") && help.contains("  F11"), "{help}");
    driver.press("<s-f1>");
    assert!(driver.model.overlay.is_none());
}

#[test]
fn a_key_whose_command_was_moved_says_where_it_is_now() {
    let mut driver = driver("keys:\n  quit: F11\n  save: []\n  walk-take: t\n");
    driver.press("<c-q>");
    assert_eq!(driver.notice(), "Ctrl-Q: quit is on F11");
    driver.press("<c-s>");
    assert_eq!(driver.notice(), "Ctrl-S: save is on Ctrl-P save");
    driver.press("<f10>y");
    assert_eq!(driver.notice(), "Y: walk take is on T");
    assert!(!driver.has_quit);
    driver.press("q").press("q").press("<home>y");
    assert!(driver.model.editor.buffer().text().contains('y'), "typed in the text, it is a letter");
}

#[test]
fn keys_count_in_what_lies_on_top_too() {
    let mut driver = driver(
        "keys:\n  paste: Shift-F10\n  find: Alt-F\n  word-right: Ctrl-Right\n  help: Shift-F1\n  quit: Shift-F12\n",
    );
    driver.clipboard = Some("late".to_owned());
    driver.press("<a-f><s-f10>");
    assert_eq!(driver.model.needle, "late");
    driver.press("<a-f>boat");
    assert_eq!(driver.model.needle, "boat", "the key that opens it selects what is in it");
    driver.press("<esc>");
    driver.tell(Msg::Start { starts: Starts::default(), is_first: true });
    assert!(driver.screen().contains("Shift-F1 helps"), "{}", driver.screen());
    assert!(driver.press("<s-f12>").has_quit);
}

#[test]
fn measure_margin_and_mouse_are_as_settled() {
    let settled = driver("measure: 50\nmargin: false\nmouse: false\n");
    let usual = driver("");
    assert_eq!([&settled, &usual].map(|driver| driver.model.geometry().measure()), [50, 72]);
    assert_eq!([&settled, &usual].map(|driver| driver.screen().contains("→ use")), [false, true]);
    assert_eq!([&settled, &usual].map(|driver| driver.model.mouse), [false, true]);

    let mut settled = settled;
    settled.model.begin("Another document.\n", None);
    assert_eq!(settled.model.geometry().measure(), 50);
    for key in testing::keys("<c-p>mouse") {
        update(&mut settled.model, Msg::Key(key));
    }
    let effects: Vec<Effect> = testing::keys("<enter>")
        .into_iter()
        .flat_map(|key| update(&mut settled.model, Msg::Key(key)))
        .collect();
    assert!(effects.contains(&Effect::Mouse(true)), "{effects:?}");
}

#[test]
fn one_begins_to_write_as_one_has_settled() {
    let driver = driver("pen: false\nfocus: sentence\ntypewriter: true\n");
    let focus = driver.model.focus;
    assert_eq!((focus.lit, focus.is_typewriter, focus.is_pen_away), (Lit::Sentence, true, true));
    assert!(!driver.screen().contains("struck"), "{}", driver.screen());
}

#[test]
fn what_is_wrong_with_the_file_is_said_also_over_the_start_screen() {
    let said = "not used: editor.yml:2:8: theme: unknown value `blue`";
    let mut model = Model::new("", None, Look::default()).with(&Settings::default(), Keymap::default());
    model.keymap = Keymap::default();
    let mut driver = Driver::of(model, 80, 24);
    driver.tell(Msg::Start { starts: Starts::default(), is_first: true });
    driver.tell(Msg::Trouble(said.to_owned()));
    assert!(driver.screen().contains(said), "{}", driver.screen());
    assert_eq!(driver.notice(), said);
}

#[test]
fn the_command_goes_through_all_themes_and_names_them() {
    let mut driver = driver("");
    let mut told = BTreeMap::new();
    for _ in 0..4 {
        driver.press("<c-p>theme<enter>");
        let name = driver.model.look.tone.name();
        assert!(driver.notice().starts_with(&format!("the {name} theme; ")), "{}", driver.notice());
        told.insert(name, driver.screen());
    }
    assert_eq!(told.keys().copied().collect::<Vec<_>>(), ["colourless", "dark", "high-contrast", "light"]);
    assert_eq!(driver.model.look, Look::default());
}
