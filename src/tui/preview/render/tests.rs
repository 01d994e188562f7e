//! What Markdown looks like.

use std::fmt::Write as _;

use super::*;
use crate::text::slice;
use crate::tui::glyphs;
use crate::tui::preview::sheet::Sheet;

const SIGNS: Signs = Signs { glyphs: glyphs::UNICODE, brackets: false };

/// The rows of `source` at `width` cells; marks for the looks: `_` link, `*` strong, `/` emphasis, `~` struck, `` ` `` code.
fn shown(source: &str, width: usize) -> Vec<String> {
    shown_with(source, width, &SIGNS)
}

fn shown_with(source: &str, width: usize, signs: &Signs) -> Vec<String> {
    let mut sheet = Sheet::of(source, signs);
    sheet.fit(width, signs);
    let paper = sheet.on(source);
    paper.from(paper.first()).map(|place| line(paper.row(place).unwrap())).collect()
}

fn line(row: &Row) -> String {
    let mut out = String::new();
    let mut pieces = row.pieces.clone();
    pieces.sort_by_key(|piece| piece.column);
    let mut column = 0;
    for piece in pieces {
        out.push_str(&" ".repeat(piece.column - column));
        let face = piece.face;
        let marks = [
            (face.strong, '*'),
            (face.emphasis, '/'),
            (face.struck, '~'),
            (face.link, '_'),
            (face.code, '`'),
        ];
        let mark: String = marks.iter().filter(|(is_so, _)| *is_so).map(|(_, mark)| *mark).collect();
        let close: String = mark.chars().rev().collect();
        let _ = write!(out, "{mark}{}{close}", piece.text);
        column = piece.end();
    }
    out.trim_end().to_owned()
}

#[test]
fn paragraphs_flow_and_marks_are_looks() {
    assert_eq!(
        shown("One **two**\nthree *four* ~~five~~ `six`\nseven.\n", 16),
        ["One *two* three", "/four/ ~five~ `six`", "seven.", ""]
    );
    assert_eq!(shown("one  \ntwo\\\nthree &amp; \\*four\\*", 40), ["one", "two", "three & *four*", ""]);
    assert_eq!(shown("***a*** _b_", 40), ["*/a/* /b/", ""]);
}

#[test]
fn headings_have_lines_in_the_place_of_room() {
    assert_eq!(
        shown("# Big news\n\ntext\n\n## Part\n\n### Small\n\nx", 40),
        ["Big news", "════════", "text", "", "Part", "────", "Small", "", "x", ""]
    );
    let sheet = Sheet::of("#### a", &SIGNS);
    let paper = sheet.on("#### a");
    let row = paper.first().and_then(|place| paper.row(place)).unwrap();
    assert_eq!(row.pieces[0].face.heading, 4);
}

#[test]
fn lists_hang_behind_their_marks() {
    assert_eq!(
        shown("- one two three\n- four\n  1. five\n  2. six\n- [x] seven\n- [ ] eight\n-\n", 12),
        ["• one two", "  three", "• four", "  1. five", "  2. six", "[x] seven", "[ ] eight", "•", ""]
    );
    assert_eq!(shown("9. one\n\n10. two\n\n    more\n", 20), ["9. one", "", "10. two", "", "    more", ""]);
}

#[test]
fn quotations_have_a_bar() {
    assert_eq!(
        shown("> \"We walk,\" said Ann.\n>\n> - never\n>\n> > deep\n\nx", 16),
        ["│ \"We walk,\"", "│ said Ann.", "│", "│ • never", "│", "│ │ deep", "", "x", ""]
    );
}

#[test]
fn code_is_framed_and_keeps_its_lines() {
    assert_eq!(
        shown("```sh -x\ncd /tmp\n\tls  *\n```\n\n    bare\n", 20),
        [
            "╭─ sh ─────────────╮",
            "│ `cd /tmp`          │",
            "│ `    ``ls  *`        │",
            "╰──────────────────╯",
            "",
            "`bare`",
            ""
        ]
    );
    let narrow = shown("```\na very long line\n```", 8);
    assert_eq!(narrow, ["`a very `", "`long `", "`line`", ""]);
}

#[test]
fn tables_have_columns() {
    let table = "| what | price |\n| :-- | --: |\n| small pot | 9 |\n| 한국 | **12** |\n";
    assert_eq!(
        shown(table, 40),
        ["*what*      │ *price*", "──────────┼──────", "small pot │     9", "한국      │    *12*", ""]
    );
    let narrow = shown(table, 11);
    assert_eq!(narrow.first().map(String::as_str), Some("*what* │ *pric*"));
    assert!(
        narrow.contains(&"small│    9".to_owned()) || narrow.iter().any(|row| row.starts_with("smal")),
        "{narrow:?}"
    );
    assert!(shown(table, 1).len() > 4);
}

#[test]
fn links_say_where_they_lead_and_pictures_what_they_show() {
    assert_eq!(
        shown(
            "[the price](https://a.b/c), [ref][r], [x.y/z](https://www.x.y/z/), <https://x.y>\n\n[r]: http://z \"t\"",
            70
        ),
        ["_the price_ (https://a.b/c), _ref_ (http://z), _x.y/z_, _https://x.y_", ""]
    );
    assert_eq!(shown("![a *pot*](p.png)", 40), ["/Picture: //a //pot/", ""]);
}

#[test]
fn what_no_reader_sees_is_not_shown() {
    assert_eq!(
        shown(
            "one <!-- x --> two\n\n<!-- prfaq-disable jargon -- y -->\n\n<!-- a\n\nb -->\nthree <b>four</b>",
            40
        ),
        ["one  two", "", "three <b>four</b>", ""]
    );
    assert_eq!(shown("<div>\nraw <!-- not this -->\n</div>\n", 40), ["<div>", "raw", "</div>", ""]);
}

#[test]
fn the_front_matter_is_a_title() {
    let head =
        "---\nproduct: Tea\ncompany: Blue\nlaunch: 2027-11-05\ncustomer: people who wait\nterms: [x]\n---\n";
    assert_eq!(
        shown(&format!("{head}# Hi"), 60),
        ["*Tea* · Blue · 2027-11-05", "for people who wait", "", "Hi", "══"]
    );
    assert_eq!(shown("---\ntemplate: prfaq\n---\n# Hi", 60), ["Hi", "══"]);
}

#[test]
fn notes_are_numbered_where_they_are_used() {
    assert_eq!(
        shown("a[^x] b[^y] c[^none]\n\n[^y]: why\n[^x]: *ex*\n", 40),
        ["a[1] b[2] c[^none]", "", "[2] why", "", "[1] /ex/", ""]
    );
}

#[test]
fn without_attributes_what_is_struck_and_code_has_brackets() {
    let signs = Signs { glyphs: glyphs::ASCII, brackets: true };
    let rows =
        shown_with("~~gone~~ `code`\n\n- item\n\n> q\n\n| a | b |\n|---|---|\n| c | d |\n", 40, &signs);
    assert_eq!(
        rows,
        ["[-~gone~-] ````code````", "", "* item", "", "| q", "", "*a* | *b*", "--+--", "c | d", ""]
    );
}

#[test]
fn controls_and_wide_letters_take_the_cells_they_are_drawn_in() {
    let rows = shown("한국어 e\u{301}\u{1b}[31m and 👨‍👩‍👧‍👦 wide", 8);
    assert_eq!(rows.first().map(String::as_str), Some("한국어"));
}

#[test]
fn a_cell_of_the_screen_is_a_byte_of_the_text() {
    let source = "- a **한국** b [c](http://d)\n";
    let sheet = Sheet::of(source, &SIGNS);
    let paper = sheet.on(source);
    let row = paper.row(paper.first().unwrap()).unwrap();
    let at = |column| slice(source, row.byte_at(column)..source.len());
    assert_eq!(Some(at(0)), source.get(2..));
    assert_eq!(at(5), "한국** b [c](http://d)\n");
    assert_eq!(at(6), "국** b [c](http://d)\n");
    assert_eq!(at(9), "b [c](http://d)\n");
    assert_eq!(at(99), "\n");
}
