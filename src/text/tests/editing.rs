//! What keys do, as triples: before, key, after.

use std::time::Duration;

use super::notation::{parse, render};
use crate::text::{Buffer, History, Motion, Restored, Selection, Step, typing};

#[derive(Clone, Copy)]
enum Op<'a> {
    Type(&'a str),
    Paste(&'a str),
    Enter,
    Delete(Motion),
    Move(Motion),
    Extend(Motion),
}

use Motion::{Left, LineEnd, LineStart, ParagraphDown, ParagraphUp, Right, TextStart, WordLeft, WordRight};
use Op::{Delete, Enter, Extend, Move, Paste, Type};

fn step(buffer: &Buffer, selection: Selection, op: Op<'_>, at: Duration) -> Result<Step, Selection> {
    match op {
        Type(text) => Ok(typing::insert(buffer, selection, text, at)),
        Paste(text) => Ok(typing::paste(buffer, selection, text, at)),
        Enter => Ok(typing::newline(buffer, selection, at)),
        Delete(motion) => Ok(typing::delete(buffer, selection, motion, at)),
        Move(motion) => Err(motion.apply(buffer, selection, false)),
        Extend(motion) => Err(motion.apply(buffer, selection, true)),
    }
}

#[track_caller]
fn check(before: &str, op: Op<'_>, after: &str) {
    let (mut buffer, selection) = parse(before);
    let selection = match step(&buffer, selection, op, Duration::ZERO) {
        Ok(step) => {
            let after = step.after;
            History::new().commit(&mut buffer, &step);
            after
        }
        Err(selection) => selection,
    };
    assert_eq!(render(&buffer, selection), after);
}

#[test]
fn typing_replaces_what_is_selected() {
    check("Hel[lo|] world", Type("p"), "Help| world");
    check("Hel[|lo] world", Delete(Left), "Hel| world");
    check("[a\nb|]", Enter, "\n|");
    check("|", Type("한"), "한|");
}

#[test]
fn one_backspace_takes_one_cluster() {
    check("cafe\u{301}|", Delete(Left), "caf|");
    check("x👨‍👩‍👧‍👦|y", Delete(Left), "x|y");
    check("🇫🇷🇩🇪|", Delete(Left), "🇫🇷|");
    check("a\r\n|b", Delete(Left), "a|b");
    check("a|\r\nb", Delete(Right), "a|b");
    check("|a", Delete(Left), "|a");
}

#[test]
fn the_byte_order_mark_is_out_of_reach() {
    check("\u{feff}|a", Delete(Left), "\u{feff}|a");
    check("\u{feff}|a", Move(Left), "\u{feff}|a");
    check("\u{feff}ab|", Move(TextStart), "\u{feff}|ab");
    check("\u{feff}ab|", Delete(WordLeft), "\u{feff}|");
}

#[test]
fn enter_and_paste_use_the_line_ending_of_the_text() {
    check("a\r\nb|", Enter, "a\r\nb\r\n|");
    check("a\r\n|", Paste("x\ny\rz\r\n"), "a\r\nx\r\ny\r\nz\r\n|");
    check("|", Paste("a\u{1b}\tb\r\n"), "a\tb\n|");
}

#[test]
fn text_that_joins_a_cluster_leaves_the_cursor_behind_it() {
    check("e|x", Type("\u{301}"), "e\u{301}|x");
    check("|\u{301}x", Type("e"), "e\u{301}|x");
    check("🇫|🇷", Type("🇩"), "🇫🇩|🇷");
}

#[test]
fn words_are_unicode_words() {
    check("say don't| go", Move(WordLeft), "say |don't go");
    check("|say don't", Move(WordRight), "say| don't");
    check("say|, don't", Move(WordRight), "say, don't|");
    check("one\r\n\r\n|two", Move(WordLeft), "|one\r\n\r\ntwo");
    check("one|\n\n  two", Delete(WordRight), "one|");
    check("one — |", Delete(WordLeft), "|");
}

#[test]
fn motions_drop_or_extend_the_selection() {
    check("a[bc|]d", Move(Left), "a|bcd");
    check("a[|bc]d", Move(Right), "abc|d");
    check("a[bc|]d", Extend(Right), "a[bcd|]");
    check("ab|c\r\nd", Extend(LineEnd), "ab[c|]\r\nd");
    check("ab\r\ncd|", Move(LineStart), "ab\r\n|cd");
    check("a|\nb\n\n\nc", Move(ParagraphDown), "a\nb\n|\n\nc");
    check("a\n\n\nb\nc|", Move(ParagraphUp), "a\n\n|\nb\nc");
    check("a|\n\nb\n\nc", Move(ParagraphDown), "a\n|\nb\n\nc");
    check("a\n|\nb\n\nc", Move(ParagraphDown), "a\n\nb\n|\nc");
    check("a\n\nb|", Move(ParagraphUp), "a\n|\nb");
}

/// Types keys one by one, `pause` apart, then undoes until nothing is left; every text on the way.
fn undone(start: &str, ops: &[(Op<'_>, u64)]) -> Vec<String> {
    let (mut buffer, mut selection) = parse(start);
    let mut history = History::new();
    for (op, at) in ops {
        match step(&buffer, selection, *op, Duration::from_millis(*at)) {
            Ok(step) => {
                selection = step.after;
                history.commit(&mut buffer, &step);
            }
            Err(moved) => selection = moved,
        }
    }
    let mut seen = vec![render(&buffer, selection)];
    while let Some(Restored { selection, .. }) = history.undo(&mut buffer) {
        seen.push(render(&buffer, selection));
    }
    seen
}

#[test]
fn words_are_undone_one_by_one() {
    let keys: Vec<_> = ["o", "n", "e", " ", " ", "t", "w", "o"].iter().map(|key| (Type(key), 0)).collect();
    assert_eq!(undone("|", &keys), ["one  two|", "one |", "|"]);
}

#[test]
fn a_pause_a_jump_and_a_paste_each_end_a_group() {
    assert_eq!(undone("|", &[(Type("a"), 0), (Type("b"), 700), (Type("c"), 1401)]), ["abc|", "ab|", "|"]);
    let jump = [(Type("a"), 0), (Move(Left), 1), (Type("b"), 2)];
    assert_eq!(undone("|", &jump), ["b|a", "|a", "|"]);
    let paste = [(Type("a"), 0), (Paste("b"), 1), (Type("c"), 2), (Delete(Left), 3), (Delete(Left), 4)];
    assert_eq!(undone("|", &paste), ["a|", "abc|", "ab|", "a|", "|"]);
}

#[test]
fn undo_brings_the_selection_back() {
    assert_eq!(undone("a[bc|]d", &[(Type("x"), 0), (Type("y"), 1)]), ["axy|d", "a[bc|]d"]);
    assert_eq!(undone("ab|cd", &[(Delete(Left), 0), (Delete(Left), 1)]), ["|cd", "ab|cd"]);
    assert_eq!(undone("ab|cd", &[(Delete(Right), 0), (Delete(Right), 1)]), ["ab|", "ab|cd"]);
}
