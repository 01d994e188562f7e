use std::fs;

use super::*;

fn read_text(text: &str) -> Result<File, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    fs::write(&path, text).unwrap();
    let shown = format!("{}/", folder.path().display());
    read(&path).map_err(|error| error.to_string().replace(&shown, ""))
}

#[test]
fn every_key_is_read() {
    let text = "theme: high-contrast\nstrike: brackets\nmouse: false\nmeasure: 66\nmargin: false\npen: false\nfocus: paragraph\ntypewriter: true\nkeys:\n  \
                save: F2\n  redo: [Ctrl-Y, Alt-Z]\n  score: []\n";
    let settings = read_text(text).unwrap().settings;
    let keys: Vec<_> = settings.keys.iter().map(|(name, keys)| (name.as_str(), keys.0.join(" "))).collect();
    assert_eq!(keys, [("redo", "Ctrl-Y Alt-Z".into()), ("save", "F2".into()), ("score", String::new())]);
    let rest = Settings { keys: BTreeMap::new(), ..settings };
    let expected = Settings {
        theme: Some(Tone::HighContrast),
        strike: Strike::Brackets,
        mouse: false,
        measure: Some(66),
        margin: false,
        pen: false,
        focus: Lit::Paragraph,
        typewriter: true,
        keys: BTreeMap::new(),
    };
    assert_eq!(rest, expected);
}

#[test]
fn a_file_that_says_nothing_or_is_not_there_changes_nothing() {
    for text in ["", "# to come\n", "theme: auto\nstrike: auto\nkeys: {}\n", "keys:\n  # save: F2\n"] {
        assert_eq!(read_text(text).unwrap().settings, Settings::default(), "{text:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(read(&folder.path().join(FILE_NAME)).unwrap().settings, Settings::default());
    assert!(read(folder.path()).unwrap_err().to_string().contains("folder"));
}

#[test]
fn what_is_wrong_is_shown_where_it_stands() {
    for (text, expected) in [
        ("colours: red\n", "editor.yml:1:1: unknown key `colours`; the keys here are `theme`, `strike`"),
        (
            "mouse: true\ntheme: blue",
            "editor.yml:2:8: theme: unknown value `blue`; it can be `auto`, `dark`, `light`, `high-contrast`, `colourless`\n  \
             2 | theme: blue\n    |        ^",
        ),
        (
            "theme: 3",
            "editor.yml:1:8: theme: expected `auto`, `dark`, `light`, `high-contrast`, `colourless`, found `3`",
        ),
        (
            "strike: off",
            "editor.yml:1:9: strike: unknown value `off`; it can be `auto`, `crossed-out`, `brackets`",
        ),
        (
            "focus: word",
            "editor.yml:1:8: focus: unknown value `word`; it can be `off`, `sentence`, `paragraph`",
        ),
        ("mouse: off", "editor.yml:1:8: mouse: expected true or false, found \"off\""),
        ("measure: 20", "editor.yml:1:10: measure: expected a whole number from 40 to 120, found `20`"),
        ("measure: -1", "editor.yml:1:10: measure: expected a whole number from 40 to 120, found `-1`"),
        ("measure: 70.5", "editor.yml:1:10: measure: expected a whole number from 40 to 120, found `70.5`"),
        ("keys: [save]", "editor.yml:1:7: keys: expected a list of keys, found a list"),
        (
            "keys:\n  save: 3",
            "editor.yml:2:9: keys.save: expected a key such as `Ctrl-S` or a list of keys, `[]` for none, found `3`",
        ),
        ("keys:\n  save: [F2, 3]", "editor.yml:2:14: keys.save[1]: expected text"),
        ("keys:\n  save: F2\n  save: F3", "editor.yml:3:3: keys: the key `save` is given twice"),
        ("theme: 'dark", "editor.yml:1:13: a quotation mark is never closed"),
    ] {
        let error = read_text(text).unwrap_err();
        assert!(error.starts_with(expected), "{text}\n{error}");
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let text = "theme: blue\nmeasure: 66\nmouse: off\ncolours: red\nkeys:\n  save: F2\n  redo:\n  - F3\n  - 3\n  undo: F4\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    fs::write(&path, text).unwrap();
    let mistakes = read(&path).unwrap_err();
    assert_eq!(mistakes.errors.iter().map(Error::line).collect::<Vec<_>>(), [1, 3, 4, 9]);
    assert_eq!(mistakes.file.settings.measure, Some(66));
    assert!(
        mistakes.file.settings.keys.contains_key("save") && mistakes.file.settings.keys.contains_key("undo")
    );
    let line = mistakes.in_one_line();
    assert!(line.starts_with(&format!("{}:1:8: theme: ", path.display())), "{line}");
    assert!(line.contains("; 3:8: mouse: ") && line.matches("editor.yml").count() == 1, "{line}");
    assert!(mistakes.to_string().contains("\n  3 | mouse: off\n"), "{mistakes}");
    // Where it is no YAML, only that can be told.
    assert_eq!(read_text("theme: [dark\nmouse: off\n").unwrap_err().matches("editor.yml:").count(), 1);
}

#[test]
fn what_the_editor_finds_wrong_with_a_key_is_shown_at_that_key() {
    let file = read_text("keys:\n  save: Ctl-S\n  redo: [F2, Strg-Y]\n").unwrap();
    let place = |error: Error| match error {
        Error::Wrong { error, .. } => error.at.map(|at| (at.line, at.column)),
        Error::Read(_) => None,
    };
    assert_eq!(place(file.wrong_key("redo", None, "")), Some((3, 3)));
    assert_eq!(place(file.wrong_key("save", Some(0), "")), Some((2, 9)));
    assert_eq!(place(file.wrong_key("redo", Some(1), "")), Some((3, 14)));
}

#[test]
fn one_goes_through_every_theme_and_comes_back() {
    let round: Vec<_> = std::iter::successors(Some(Tone::Dark), |tone| Some(tone.next())).take(5).collect();
    assert_eq!(
        round.iter().map(|tone| tone.name()).collect::<Vec<_>>(),
        ["dark", "light", "high-contrast", "colourless", "dark"]
    );
    assert!(round.iter().all(|tone| Tone::named(tone.name()) == Some(*tone)));
}
