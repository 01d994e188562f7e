use proptest::prelude::*;

use super::*;
use crate::text::tests::unicode;
use crate::text::{Edit, cell_width};

fn rows(text: &str, width: usize) -> Vec<String> {
    let buffer = Buffer::new(text);
    let layout = Layout::new(&buffer, width);
    layout.rows(&buffer, 0).map(|row| buffer.slice(row.span).to_owned()).collect()
}

fn place(offset: usize, affinity: Affinity) -> Place {
    Place { offset, affinity }
}

#[test]
fn rows_break_between_words_and_spaces_hang() {
    assert_eq!(rows("one two three", 7), ["one two ", "three"]);
    assert_eq!(rows("one      \r\ntwo", 4), ["one      ", "two"]);
    assert_eq!(rows("", 4), [""]);
    assert_eq!(rows("a\n\nb\n", 4), ["a", "", "b", ""]);
    assert_eq!(rows("         ", 4), ["         "]);
    assert_eq!(rows("well-known (sic) — so", 10), ["well-known ", "(sic) — so"]);
}

#[test]
fn long_words_break_between_clusters() {
    assert_eq!(rows("see abcdefghij", 4), ["see ", "abcd", "efgh", "ij"]);
    assert_eq!(rows("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
    assert_eq!(rows("한국어", 3), ["한", "국", "어"]);
    assert_eq!(rows("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 1), ["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]);
}

#[test]
fn a_wrap_point_is_two_places() {
    let buffer = Buffer::new("one two");
    let layout = Layout::new(&buffer, 4);
    let at = |affinity| {
        let (row, column) = layout.locate(&buffer, place(4, affinity));
        (row.index, column)
    };
    assert_eq!((at(Affinity::Before), at(Affinity::After)), ((0, 4), (1, 0)));
    let row = layout.row(&buffer, 0, 0);
    assert_eq!((row.start(), row.end()), (place(0, Affinity::After), place(4, Affinity::Before)));
}

#[test]
fn vertical_moves_keep_the_column_in_cells() {
    let buffer = Buffer::new("한국어 text\nab\n\n\tlonger line");
    let layout = Layout::new(&buffer, 80);
    let (_, goal) = layout.locate(&buffer, "한국".len());
    assert_eq!(goal, 4);
    let down = |rows| buffer.position(layout.vertical(&buffer, "한국".len(), goal, rows).offset);
    assert_eq!((down(1).line, down(1).column), (2, 3));
    assert_eq!((down(3).line, down(3).column), (4, 2));
    assert_eq!(down(99), down(3));
    assert_eq!(layout.vertical(&buffer, 0, 5, -1).offset, 0);
}

#[test]
fn the_window_follows_the_cursor_and_no_more() {
    let buffer = Buffer::new("a line\n".repeat(100));
    let layout = Layout::new(&buffer, 80);
    let start = |line| buffer.line_span(line).start;
    let reveal = |top, line| buffer.line_of(layout.reveal(&buffer, start(top), start(line), 10, 2));
    assert_eq!(
        [reveal(0, 0), reveal(0, 7), reveal(0, 8), reveal(20, 12), reveal(50, 100)],
        [0, 0, 1, 10, 91]
    );
    assert_eq!(buffer.line_of(layout.scroll(&buffer, start(50), -7)), 43);
    assert_eq!(buffer.line_of(layout.scroll(&buffer, start(50), 999)), 100);
    assert_eq!(layout.reveal(&buffer, 3, 3, 0, 5), 0);
}

#[test]
fn only_what_is_asked_for_is_wrapped() {
    let buffer = Buffer::new("some words\n".repeat(1000));
    let mut layout = Layout::new(&buffer, 4);
    let top = buffer.line_span(500).start;
    assert_eq!(layout.rows(&buffer, top).take(40).count(), 40);
    let wrapped = |layout: &Layout| layout.lines.iter().filter(|line| line.starts.get().is_some()).count();
    assert!(wrapped(&layout) <= 21);
    let before = wrapped(&layout);
    let mut buffer = buffer;
    layout.edited(&buffer.apply(Edit::insert(top, "x")));
    assert_eq!(wrapped(&layout), before - 1);
    layout.set_width(5);
    assert_eq!(wrapped(&layout), 0);
}

fn inline(at: usize, text: &str) -> Inline {
    Inline { at, text: text.into() }
}

/// A row as it is drawn, virtual text in braces.
fn drawn(buffer: &Buffer, layout: &Layout, row: &Row) -> String {
    let cell =
        |cell: Cell<'_>| if cell.is_virtual { format!("{{{}}}", cell.text) } else { cell.text.to_owned() };
    layout.cells(buffer, row).map(cell).collect::<String>().replace("}{", "")
}

fn all_drawn(buffer: &Buffer, layout: &Layout) -> Vec<String> {
    layout.rows(buffer, 0).map(|row| drawn(buffer, layout, &row)).collect()
}

#[test]
fn virtual_text_flows_with_its_line_only() {
    let mut buffer = Buffer::new("we leverage it\nother words");
    let mut layout = Layout::new(&buffer, 14);
    assert_eq!(all_drawn(&buffer, &layout), ["we leverage it", "other words"]);
    layout.set_inlines(&buffer, vec![inline(11, " use")]);
    assert!(layout.lines[0].starts.get().is_none() && layout.lines[1].starts.get().is_some());
    assert_eq!(all_drawn(&buffer, &layout), ["we leverage{ }", "{use} it", "other words"]);
    layout.edited(&buffer.apply(Edit::insert(0, "If ")));
    assert_eq!(all_drawn(&buffer, &layout), ["If we leverage{ }", "{use} it", "other words"]);
    layout.set_inlines(&buffer, Vec::new());
    assert_eq!(all_drawn(&buffer, &layout), ["If we leverage ", "it", "other words"]);
}

#[test]
fn the_cursor_stands_before_or_behind_virtual_text_and_never_in_it() {
    let buffer = Buffer::new("ab cd");
    let mut layout = Layout::new(&buffer, 40);
    layout.set_inlines(&buffer, vec![inline(2, "xyz"), inline(5, "end")]);
    let column = |offset, affinity| layout.locate(&buffer, place(offset, affinity)).1;
    assert_eq!((column(2, Affinity::Before), column(2, Affinity::After)), (2, 5));
    assert_eq!((column(5, Affinity::Before), column(5, Affinity::After)), (8, 11));
    let row = layout.row(&buffer, 0, 0);
    let at = |column| layout.place_at(&buffer, &row, column).offset;
    assert_eq!([1, 2, 4, 5, 7, 9, 99].map(at), [1, 2, 2, 2, 4, 5, 5]);
}

#[test]
fn up_and_down_pass_rows_of_virtual_text_by() {
    let buffer = Buffer::new("ab cd\nef");
    let mut layout = Layout::new(&buffer, 4);
    layout.set_inlines(&buffer, vec![inline(3, "long virtual text ")]);
    assert_eq!(all_drawn(&buffer, &layout), ["ab ", "{long }", "{virt}", "{ual }", "{text }", "cd", "ef"]);
    let down = |from, rows| layout.vertical(&buffer, from, 1, rows).offset;
    assert_eq!([down(1, 1), down(1, 2), down(7, -1), down(7, -2)], [4, 7, 4, 1]);
    assert_eq!(
        [layout.scroll(&buffer, 0, 1), layout.scroll(&buffer, 6, -1), layout.scroll(&buffer, 6, -2)],
        [3, 3, 0]
    );
}

/// The cells a row takes without its hanging space, and how many clusters these are.
fn visible(buffer: &Buffer, layout: &Layout, row: &Row) -> (usize, usize) {
    let cells: Vec<_> = layout.cells(buffer, row).collect();
    let count = cells.iter().rposition(|cell| !matches!(cell.text, " " | "\t")).map_or(0, |last| last + 1);
    (cells[..count].last().map_or(0, |cell| cell.column + cell.width), count)
}

/// A word as in prose, most often with a space; sometimes a whole line of harder text.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![12 => "[a-z0-9]{1,9} ", 2 => "[a-z]{1,30}[.,!?)—-]? ?", 1 => unicode::line()]
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let inline = (0..60usize, unicode::line()).prop_map(|(at, text)| Inline { at, text });
    prop::collection::vec(inline, 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn virtual_text_leaves_the_text_whole_and_within_reach(
        text in unicode::text(), inlines in inlines(), width in 1..30usize,
    ) {
        let buffer = Buffer::new(text);
        let mut layout = Layout::new(&buffer, width);
        layout.set_inlines(&buffer, inlines);
        for line in 0..buffer.line_count() {
            let rows: Vec<_> = (0..layout.row_count(&buffer, line)).map(|at| layout.row(&buffer, line, at)).collect();
            let cells = rows.iter().flat_map(|row| layout.cells(&buffer, row)).filter(|cell| !cell.is_virtual);
            prop_assert_eq!(cells.map(|cell| cell.text).collect::<String>(), buffer.line(line));
            prop_assert_eq!(rows.iter().map(|row| buffer.slice(row.span)).collect::<String>(), buffer.line(line));
        }
        let places = (0..=buffer.len()).filter(|at| buffer.is_grapheme_boundary(*at));
        for at in places.flat_map(|at| [place(at, Affinity::Before), place(at, Affinity::After)]) {
            let (row, column) = layout.locate(&buffer, at);
            prop_assert_eq!(layout.place_at(&buffer, &row, column).offset, at.offset);
        }
        let mut row = layout.locate(&buffer, buffer.start()).0;
        let mut at = row.start();
        loop {
            at = layout.vertical(&buffer, at, 3, 1);
            let next = layout.locate(&buffer, at).0;
            if next == row {
                break;
            }
            prop_assert!((next.line, next.index) > (row.line, row.index));
            row = next;
        }
        prop_assert_eq!(row.line, buffer.line_count() - 1);
    }

    #[test]
    fn rows_partition_the_line_and_fit(line in unicode::line(), width in 1..60usize) {
        let buffer = Buffer::new(line);
        let layout = Layout::new(&buffer, width);
        let content = buffer.line_content(0);
        let rows: Vec<_> = layout.rows(&buffer, 0).collect();
        prop_assert_eq!(rows[0].span.start, content.start);
        prop_assert_eq!(rows[rows.len() - 1].span.end, content.end);
        prop_assert!(rows.windows(2).all(|pair| pair[0].span.end == pair[1].span.start));
        for row in &rows {
            prop_assert!(buffer.is_grapheme_boundary(row.span.start));
            prop_assert!(rows.len() == 1 || !row.span.is_empty());
            let (cells, clusters) = visible(&buffer, &layout, row);
            prop_assert!(cells <= width || clusters == 1, "{cells} > {width}: {:?}", buffer.slice(row.span));
            let shown: String = layout.cells(&buffer, row).map(|cell| cell.text).collect();
            prop_assert_eq!(shown.as_str(), buffer.slice(row.span));
        }
    }

    #[test]
    fn every_place_is_found_again(text in unicode::text(), width in 1..30usize) {
        let buffer = Buffer::new(text);
        let layout = Layout::new(&buffer, width);
        let places = (0..=buffer.len()).filter(|at| buffer.is_grapheme_boundary(*at));
        for at in places.flat_map(|at| [place(at, Affinity::Before), place(at, Affinity::After)]) {
            let (row, column) = layout.locate(&buffer, at);
            let found = layout.place_at(&buffer, &row, column);
            prop_assert_eq!(found.offset, at.offset);
            prop_assert_eq!(layout.locate(&buffer, found), (row, column));
        }
    }

    #[test]
    fn an_edited_layout_is_a_fresh_one(
        text in unicode::text(), edits in prop::collection::vec((any::<(usize, usize)>(), unicode::text()), 1..6),
        width in 1..30usize,
    ) {
        let mut buffer = Buffer::new(text);
        let mut layout = Layout::new(&buffer, width);
        for ((a, b), insert) in edits {
            prop_assert!(layout.rows(&buffer, 0).count() >= buffer.line_count());
            let (a, b) = (a % (buffer.len() + 1), b % (buffer.len() + 1));
            layout.edited(&buffer.apply(Edit::replace(a.min(b)..a.max(b), insert)));
            let fresh = Layout::new(&buffer, width);
            prop_assert!(layout.rows(&buffer, 0).eq(fresh.rows(&buffer, 0)));
        }
    }

    #[test]
    fn a_long_line_is_wrapped_again_as_if_anew(
        words in prop::collection::vec(word(), 30..80),
        edits in prop::collection::vec((any::<(usize, u8)>(), prop_oneof![word(), unicode::line()]), 1..6),
        width in 1..30usize,
    ) {
        let mut buffer = Buffer::new(words.concat());
        let mut layout = Layout::new(&buffer, width);
        layout.row_count(&buffer, 0);
        for ((at, removed), insert) in edits {
            let at = at % (buffer.len() + 1);
            layout.edited(&buffer.apply(Edit::replace(at..at + usize::from(removed) / 8, insert)));
            let fresh = Layout::new(&buffer, width);
            prop_assert!(layout.rows(&buffer, 0).eq(fresh.rows(&buffer, 0)), "{:?}", buffer.text());
        }
    }

    #[test]
    fn what_is_drawn_is_as_wide_as_it_is_counted(text in unicode::text()) {
        use unicode_segmentation::UnicodeSegmentation;
        for cluster in text.graphemes(true).filter(|cluster| !cluster.contains('\n') && *cluster != "\t") {
            let glyph = crate::text::glyph(cluster);
            prop_assert!(!glyph.contains(crate::text::is_unsafe));
            prop_assert_eq!(cell_width(&glyph, 0), cell_width(cluster, 0), "{:?}", cluster);
        }
    }
}
