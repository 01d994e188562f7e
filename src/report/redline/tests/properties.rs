//! What holds of every layout of every text: no word is lost or shown twice, no line is too wide, paragraphs meet again.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::super::*;
use crate::redline::{Effort, Redline, Row, Text};
use crate::text::shown;

/// Words that are hard to lay out among some that are not.
const WORDS: [&str; 18] = [
    "the",
    "bus",
    "goes",
    "late",
    "and",
    "again",
    "today.",
    "-11%",
    "peer-to-peer",
    "**bold**",
    "한국어한국어",
    "e\u{301}e\u{301}",
    "👨‍👩‍👧‍👦",
    "\u{1b}[31m",
    "https://example.com/a/very/long/path/that/has/no/blank/in/it",
    "\u{200b}",
    "(see",
    "above)",
];

fn document() -> impl Strategy<Value = Vec<String>> {
    let lead = select(vec!["", "", "", "## ", "- ", "3. ", "> "]);
    let words = prop::collection::vec(select(WORDS.to_vec()), 1..25);
    let block = (lead, words).prop_map(|(lead, words)| format!("{lead}{}", words.join(" ")));
    prop::collection::vec(block, 1..9)
}

/// A document and another that was made of it: paragraphs moved, taken out and put in, words changed.
fn drafts() -> impl Strategy<Value = (String, String)> {
    let edits = prop::collection::vec((0..5usize, any::<Index>(), any::<Index>()), 0..6);
    (document(), document(), edits).prop_map(|(old, spare, edits)| {
        let mut new = old.clone();
        for (kind, one, two) in edits {
            match kind {
                0 => new.insert(one.index(new.len() + 1), spare[two.index(spare.len())].clone()),
                1 if new.len() > 1 => drop(new.remove(one.index(new.len()))),
                2 => {
                    let (one, two) = (one.index(new.len()), two.index(new.len()));
                    new.swap(one, two);
                }
                _ => {
                    let at = one.index(new.len());
                    let mut words: Vec<_> = new[at].split(' ').map(str::to_owned).collect();
                    let word = two.index(words.len());
                    words[word] = WORDS[two.index(WORDS.len())].to_owned();
                    new[at] = words.join(" ");
                }
            }
        }
        (old.join("\n\n"), new.join("\n\n"))
    })
}

fn layouts() -> impl Strategy<Value = Layout> {
    select(vec![Layout::Side, Layout::Inline, Layout::Old, Layout::New])
}

fn written<'p, 't: 'p>(pieces: impl Iterator<Item = &'p Piece<'t>>) -> String {
    pieces.map(|piece| piece.text.as_ref()).collect()
}

fn tokens(text: &Text<'_>, block: Option<usize>) -> String {
    let tokens = block.map_or(0..0, |at| text.tokens_of(at));
    tokens.map(|at| shown(text.written(at)).into_owned()).collect()
}

// `filter` hands out references to references.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn in_column(piece: &&Piece<'_>) -> bool {
    piece.old.is_some() || piece.new.is_some()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_word_stands_once_in_its_column((old, new) in drafts(), width in 60usize..160) {
        let redline = Redline::of(&old, &new, Effort::default());
        let sheet = Sheet::new(&redline, &[], Vec::new());
        let form = Form::new(Layout::Side, width, sheet.changes().len(), false, false);
        for unit in sheet.units(true, None) {
            let UnitKind::Row(at) = unit.kind else { continue };
            let row = &redline.rows[at];
            let (mut left, mut right) = (String::new(), String::new());
            for line in sheet.lines(&unit, &form) {
                let Body::Columns(one, two) = &line.body else { continue };
                left.push_str(&written(one.iter().filter(in_column)));
                right.push_str(&written(two.iter().filter(in_column)));
            }
            let before = row.block_before().filter(|_| !matches!(row, Row::MovedTo { .. }));
            prop_assert_eq!(left, tokens(&redline.old, before));
            prop_assert_eq!(right, tokens(&redline.new, row.block_after()));
        }
    }

    #[test]
    fn one_text_holds_all_that_stays_goes_and_comes((old, new) in drafts(), width in 20usize..160) {
        let redline = Redline::of(&old, &new, Effort::default());
        let sheet = Sheet::new(&redline, &[], Vec::new());
        let form = Form::new(Layout::Inline, width, sheet.changes().len(), false, false);
        for unit in sheet.units(true, None) {
            let UnitKind::Row(at) = unit.kind else { continue };
            let row = &redline.rows[at];
            let lines = sheet.lines(&unit, &form);
            let of = |keep: fn(&Piece<'_>) -> bool| -> String {
                lines.iter().map(|line| written(line.pieces().filter(in_column).filter(|piece| keep(piece)))).collect()
            };
            if !matches!(row, Row::MovedFrom { .. }) {
                prop_assert_eq!(of(|piece| piece.new.is_some()), tokens(&redline.new, row.block_after()));
            }
            if matches!(row, Row::Deleted(_)) {
                prop_assert_eq!(of(|piece| piece.old.is_some()), tokens(&redline.old, row.block_before()));
            }
        }
    }

    #[test]
    fn no_line_is_wider_than_its_column((old, new) in drafts(), layout in layouts(), brackets: bool, width in 20usize..160) {
        let redline = Redline::of(&old, &new, Effort::default());
        let remarks = [Remark { span: Span::new(0, 1), text: "a remark that is longer than the page is wide".into() }];
        let sheet = Sheet::new(&redline, &remarks, vec![Span::new(0, 1)]);
        let form = Form::new(layout, width, sheet.changes().len(), true, brackets);
        for unit in sheet.units(false, None) {
            for line in sheet.lines(&unit, &form) {
                let (columns, most) = match &line.body {
                    Body::Columns(one, two) => (vec![one, two], form.column()),
                    Body::Across(all) => (vec![all], form.width() - form.gutter()),
                };
                for column in columns {
                    prop_assert!(line_width(column) <= most, "{column:?} in {most}");
                    prop_assert!(column.first().is_none_or(|piece| !piece.spaced));
                    prop_assert!(column.iter().all(|piece| !piece.text.contains(crate::text::is_unsafe)));
                }
            }
        }
    }

    #[test]
    fn paragraphs_that_belong_together_begin_on_one_line((old, new) in drafts(), width in 60usize..160) {
        let redline = Redline::of(&old, &new, Effort::default());
        let sheet = Sheet::new(&redline, &[], Vec::new());
        let form = Form::new(Layout::Side, width, sheet.changes().len(), false, false);
        for unit in sheet.units(true, None) {
            let UnitKind::Row(at) = unit.kind else { continue };
            if !matches!(redline.rows[at], Row::Same { .. } | Row::Edited { .. }) {
                continue;
            }
            let lines = sheet.lines(&unit, &form);
            let Body::Columns(one, two) = &lines[usize::from(unit.gap)].body else { continue };
            prop_assert!(!one.is_empty() && !two.is_empty());
        }
    }

    #[test]
    fn every_change_has_its_number_beside_a_line((old, new) in drafts(), width in 60usize..160) {
        let redline = Redline::of(&old, &new, Effort::default());
        let sheet = Sheet::new(&redline, &[], Vec::new());
        for layout in [Layout::Side, Layout::Inline] {
            let form = Form::new(layout, width, sheet.changes().len(), false, false);
            let units = sheet.units(false, None);
            let lines = || units.iter().flat_map(|unit| sheet.lines(unit, &form));
            for change in sheet.changes() {
                let number = change.number;
                let stands = |line: Line<'_>| line.pieces().any(|piece| piece.change == Some(number));
                prop_assert!(lines().any(stands), "{change:?}");
            }
        }
    }
}
