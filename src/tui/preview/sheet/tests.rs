//! Sheets kept up to date are those made anew; rows stand in order.

use proptest::prelude::*;

use super::*;
use crate::text::{Buffer, Edit, slice};
use crate::tui::glyphs;
use crate::tui::preview::render::{Face, Row};

const SIGNS: Signs = Signs { glyphs: glyphs::UNICODE, brackets: false };

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => Just("words and more of them "),
        2 => Just("\n\n"),
        3 => Just("\n"),
        1 => Just("# "),
        1 => Just("- "),
        1 => Just("12. "),
        1 => Just("    "),
        1 => Just("  "),
        1 => Just("> "),
        1 => Just("```\n"),
        1 => Just("<!-- "),
        1 => Just("-->"),
        1 => Just("| a | b |\n|---|---|\n"),
        1 => Just("***\n"),
        1 => Just("---\n"),
        1 => Just("product: Tea\n"),
        1 => Just("[^a]: note"),
        1 => Just("[^a] "),
        1 => Just("[x]: http://y\n"),
        1 => Just("[x] "),
        1 => Just("**"),
        1 => Just("`"),
        1 => Just("~~"),
        1 => Just("![p](q) [r](s)"),
        1 => Just("<div>\n"),
        1 => Just("한국어\u{301}\t\u{1b}\u{feff}"),
        1 => Just("\r\n"),
        1 => Just("- [ ] "),
        1 => Just("&amp;\\*"),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Everything that decides what the rows are.
fn shape(sheet: &Sheet) -> impl PartialEq + std::fmt::Debug {
    let chunks: Vec<_> = sheet.chunks.iter().map(|chunk| (chunk.start, chunk.known.clone())).collect();
    (chunks, sheet.body, sheet.len, sheet.known.clone())
}

fn rows(sheet: &Sheet, text: &str) -> Vec<(Span, Row)> {
    let paper = sheet.on(text);
    paper.from(paper.first()).map(|place| (paper.span(place), paper.row(place).unwrap().clone())).collect()
}

proptest! {
    #[test]
    fn following_edits_is_reading_anew(
        text in pieces(),
        edits in proptest::collection::vec((0usize..400, 0usize..30, pieces(), any::<bool>()), 1..5),
    ) {
        let mut buffer = Buffer::new(text);
        let mut sheet = Sheet::of(buffer.text(), &SIGNS);
        for (at, gone, put, is_short) in edits {
            let at = at % (buffer.len() + 1);
            let put: String = if is_short { put.chars().take(2).collect() } else { put };
            let applied = buffer.apply(Edit::replace(at..(at + gone).min(buffer.len()), put));
            if let Some(touched) = Touched::by([&applied.change]) {
                sheet.follow(buffer.text(), touched);
            }
            let anew = Sheet::of(buffer.text(), &SIGNS);
            prop_assert_eq!(shape(&sheet), shape(&anew), "{:?}", buffer.text());
        }
    }

    #[test]
    fn rows_come_from_the_text_in_order(text in pieces(), width in 1usize..60, brackets: bool) {
        let mut sheet = Sheet::of(&text, &SIGNS);
        sheet.fit(width, &Signs { brackets, ..SIGNS });
        let rows = rows(&sheet, &text);
        let mut before = 0;
        for (span, _) in &rows {
            prop_assert!(span.start >= before && span.end <= text.len(), "{:?} {:?} {:?}", text, span, rows);
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
            before = span.start;
        }
        let paper = sheet.on(&text);
        for place in paper.from(paper.first()) {
            let row = paper.row(place).unwrap();
            for piece in row.pieces.iter().filter(|piece| piece.literal) {
                let source = piece.source.shifted(paper.start(place));
                let words = slice(&text, source).replace(['\n', '\r'], " ");
                prop_assert_eq!(&words, &piece.text, "{:?}", text);
            }
            if let Some(below) = paper.next(place) {
                prop_assert_eq!(paper.previous(below), Some(place));
            }
        }
        prop_assert_eq!(paper.from(paper.first()).last(), paper.last());
    }

    #[test]
    fn each_block_looks_as_it_does_in_the_whole(text in pieces()) {
        let sheet = Sheet::of(&text, &SIGNS);
        let whole = crate::tui::preview::render::leaves(
            slice(&text, sheet.body..text.len()), &sheet.known, &SIGNS,
        );
        let shown: Vec<String> =
            whole.iter().flat_map(|leaf| leaf.rows(40, &SIGNS)).map(words).filter(|row| !row.is_empty()).collect();
        prop_assume!(sheet.body == 0);
        let mut sheet = sheet;
        sheet.fit(40, &SIGNS);
        let cut: Vec<String> =
            rows(&sheet, &text).iter().map(|(_, row)| words(row)).filter(|row| !row.is_empty()).collect();
        prop_assert_eq!(cut, shown, "{:?}", text);
    }
}

fn words(row: &Row) -> String {
    row.pieces.iter().map(|piece| piece.text.as_str()).collect()
}

#[test]
fn changes_made_one_after_the_other_touch_one_stretch() {
    let text = "one two three four";
    let mut buffer = Buffer::new(text);
    let mut changes = Vec::new();
    for edit in [Edit::replace(4..7, "2"), Edit::insert(0, "0 "), Edit::delete(8..12)] {
        changes.push(buffer.apply(edit).change);
    }
    let touched = Touched::by(&changes).unwrap();
    assert_eq!(slice(text, touched.old..text.len()), buffer.slice(touched.new..buffer.len()));
    assert_eq!((touched.start, slice(text, 0..touched.old)), (0, "one two thre"));
    assert_eq!(Touched::by([]), None);
}

#[test]
fn a_byte_is_found_in_the_row_that_shows_it() {
    let text = "# Tea\n\nOne two three four five six.\n\n<!-- not for you -->\n\n- seven\n- eight\n";
    let mut sheet = Sheet::of(text, &SIGNS);
    sheet.fit(10, &SIGNS);
    let paper = sheet.on(text);
    let at = |words: &str| text.find(words).unwrap();
    let shown = |place: Option<Place>| words(paper.row(place.unwrap()).unwrap());
    assert_eq!(shown(paper.unit_at(at("five"))), "One two ");
    assert_eq!(shown(paper.row_at(at("five"))), "five six.");
    assert_eq!(shown(paper.row_at(at("not"))), "• seven");
    assert_eq!(shown(paper.row_at(at("eight"))), "• eight");
    let (place, missing) = paper.walk(paper.first().unwrap(), -3);
    assert_eq!((Some(place), missing), (paper.first(), 3));
    let row = paper.row(paper.row_at(at("five")).unwrap()).unwrap();
    assert_eq!(row.pieces[0].face, Face::default());
}
