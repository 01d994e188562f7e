//! Random edits, each made to the editor and to a naive text: what they hold is the same, what the journal would note
//! leads to the same, everything can be undone and redone, and the cursor never stands inside a character.
//!
//! `cargo test` makes 20,000 of them; `PRFAQ_EDITS=1000000 cargo test --release --test edits` makes a million.

// Helpers of tests may fail loudly; clippy knows that of the tests themselves only.
#![allow(clippy::indexing_slicing, clippy::string_slice)]

use std::time::Duration;

use prfaq::text::{Motion, Selection};
use prfaq::tui::editor::Editor;
use unicode_segmentation::UnicodeSegmentation;

const PIECES: [&str; 12] =
    ["a", "Wort ", "\n", "é", "e\u{301}", "한국어", "👩‍👩‍👧‍👦", "🇩🇪", "\r\n", "\t", "{{x}} ", "- one\n"];

const MOTIONS: [Motion; 4] = [Motion::Left, Motion::Right, Motion::WordLeft, Motion::WordRight];

/// Numbers that look random and are the same every time (xorshift, 64 bits).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// How many edits to make.
fn wanted() -> usize {
    std::env::var("PRFAQ_EDITS").ok().and_then(|count| count.parse().ok()).unwrap_or(20_000)
}

#[test]
fn the_editor_agrees_with_a_naive_text() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let mut made = 0;
    while made < wanted() {
        made += session(&mut dice, 2_000.min(wanted() - made));
    }
}

/// Makes `count` edits to a text of its own, then takes all back and makes them again. How many there were.
fn session(dice: &mut Dice, count: usize) -> usize {
    let original = "# One\n\nTwo e\u{301} 한.\n";
    let mut editor = Editor::new(original);
    let mut noted = original.to_owned();
    for at in 0..count {
        let now = Duration::from_millis(at as u64 * 97);
        step(&mut editor, dice, now);
        for change in editor.take_changes() {
            noted = change.applied(&noted);
        }
        assert_eq!(editor.buffer().text(), noted);
        let head = editor.selection().head;
        let text = editor.buffer().text();
        let mut places = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]);
        assert!(places.any(|place| place == head), "{head} in {text:?}");
    }
    // What was undone last counts as well: redoing goes to its end.
    while editor.redo().is_some() {}
    let last = editor.buffer().text().to_owned();
    while editor.undo().is_some() {}
    assert_eq!(editor.buffer().text(), original);
    while editor.redo().is_some() {}
    assert_eq!(editor.buffer().text(), last);
    count
}

fn step(editor: &mut Editor, dice: &mut Dice, now: Duration) {
    let before = editor.buffer().text().to_owned();
    if before.len() > 600 {
        editor.select(Selection::new(0, before.len() / 2));
    } else if dice.below(3) > 0 {
        let place = |dice: &mut Dice| dice.below(before.len() + 1);
        let head = place(dice);
        let anchor = if dice.below(3) == 0 { place(dice) } else { head };
        editor.select(Selection::new(anchor, head));
    }
    let selected = editor.selection().span();
    let replaced = |text: &str| [&before[..selected.start], text, &before[selected.end..]].concat();
    match dice.below(8) {
        0..=3 => {
            let text = PIECES[dice.below(PIECES.len())];
            // The end of a line and a list are continued by rules of their own.
            if text.contains(['\n', '\r']) {
                editor.paste(text, now);
                let ending = text.replace("\r\n", "\n");
                let found = editor.buffer().text().replace("\r\n", "\n");
                assert_eq!(found, replaced(&ending).replace("\r\n", "\n"));
            } else {
                editor.type_text(text, now);
                assert_eq!(editor.buffer().text(), replaced(text));
            }
        }
        4 | 5 => {
            let motion = MOTIONS[dice.below(MOTIONS.len())];
            let applied = editor.delete(motion, now);
            if !selected.is_empty() {
                assert_eq!(editor.buffer().text(), replaced(""));
            }
            assert!(applied.change.edits().iter().all(|edit| edit.insert.is_empty()));
        }
        6 => {
            editor.undo();
        }
        _ => {
            editor.redo();
        }
    }
}
