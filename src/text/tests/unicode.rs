//! Random text that is hard on cursors and widths.

use proptest::prelude::*;

/// Pieces that join, widen, hide or break: letters, spaces, marks, joiners, flags, wide and control characters.
const PIECES: [&str; 37] = [
    "a",
    "word",
    "very unique ",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "-",
    "(",
    ")",
    ".",
    "\"",
    "é",
    "e\u{301}",
    "\u{301}",
    "\u{200d}",
    "\u{fe0f}",
    "👩",
    "👨‍👩‍👧‍👦",
    "👍🏽",
    "🇫",
    "🇫🇷",
    "1️⃣",
    "한",
    "ᄀ",
    "ᅡ",
    "中文",
    "क्ष",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "\u{1b}[31m",
    "\u{1b}]0;",
    "\u{a0}",
    "ｶﾞ",
];

pub(in crate::text) fn text() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![4 => prop::sample::select(&PIECES[..]).prop_map(String::from), 1 => any::<String>()];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

pub(in crate::text) fn line() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.replace('\n', " "))
}
