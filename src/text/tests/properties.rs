//! Edits, lines and undo against a plain `String`.

use std::time::Duration;

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::unicode::text;
use crate::text::{Bias, Buffer, Change, Edit, History, LineIndex, Motion, Selection, Span, slice, typing};

#[derive(Debug, Clone)]
enum Op {
    Type(String),
    Paste(String),
    Delete(Motion),
    Move(Motion, bool),
    Click(usize),
    Undo,
    Redo,
}

fn motion() -> impl Strategy<Value = Motion> {
    use Motion as M;
    let all = [
        M::Left,
        M::Right,
        M::WordLeft,
        M::WordRight,
        M::LineStart,
        M::LineEnd,
        M::ParagraphUp,
        M::ParagraphDown,
        M::TextStart,
        M::TextEnd,
    ];
    prop::sample::select(all.to_vec())
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let op = prop_oneof![
        4 => text().prop_map(Op::Type),
        1 => text().prop_map(Op::Paste),
        3 => motion().prop_map(Op::Delete),
        3 => (motion(), any::<bool>()).prop_map(|(motion, extend)| Op::Move(motion, extend)),
        1 => any::<usize>().prop_map(Op::Click),
        2 => Just(Op::Undo),
        1 => Just(Op::Redo),
    ];
    prop::collection::vec(op, 0..40)
}

fn change(len: usize) -> impl Strategy<Value = Change> {
    let edit =
        (0..=len, 0..=len, text()).prop_map(|(a, b, insert)| Edit::replace(a.min(b)..a.max(b), insert));
    prop::collection::vec(edit, 0..5).prop_map(Change::new)
}

fn text_and_change() -> impl Strategy<Value = (String, Change)> {
    text().prop_flat_map(|text| (Just(text.clone()), change(text.len())))
}

/// The change made in the dullest way: from the last edit to the first.
fn naive(text: &str, change: &Change) -> String {
    let mut out = text.to_owned();
    change.edits().iter().rev().for_each(|edit| out.replace_range(edit.span.range(), &edit.insert));
    out
}

fn boundaries(text: &str) -> Vec<usize> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let all = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]);
    all.filter(|at| *at >= start).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_change_and_its_inverse((text, change) in text_and_change()) {
        let mut buffer = Buffer::new(text.as_str());
        let applied = buffer.apply(change);
        prop_assert_eq!(buffer.text(), naive(&text, &applied.change));
        let fresh = Buffer::new(buffer.text());
        prop_assert!((0..=fresh.line_count()).all(|line| fresh.line_span(line) == buffer.line_span(line)));
        prop_assert_eq!(buffer.line_count(), LineIndex::new(buffer.text()).line_count());
        let back = buffer.apply(applied.inverse);
        prop_assert_eq!(buffer.text(), text);
        prop_assert_eq!(back.lines.inserted, applied.lines.removed);
    }

    #[test]
    fn mapping_keeps_order_and_untouched_text((text, change) in text_and_change(), at in any::<(usize, usize)>()) {
        let mut buffer = Buffer::new(text.as_str());
        let change = buffer.apply(change).change;
        let span = Span::from(at.0.min(at.1) % (text.len() + 1)..at.0.max(at.1) % (text.len() + 1));
        for bias in [Bias::Before, Bias::After] {
            let mapped: Vec<_> = (0..=text.len()).map(|at| change.map(at, bias)).collect();
            prop_assert!(mapped.is_sorted());
            prop_assert!(mapped.iter().all(|at| *at <= buffer.len()));
        }
        prop_assert!((0..=text.len()).all(|at| change.map(at, Bias::Before) <= change.map(at, Bias::After)));
        let mapped = change.map_span(span);
        prop_assert!(mapped.start <= mapped.end && mapped.end <= buffer.len());
        let touches = |edit: &Edit| edit.span.overlaps(span) || (edit.span.is_empty() && span.touches(edit.span.start));
        if !span.is_empty() && !change.edits().iter().any(touches) {
            prop_assert_eq!(buffer.slice(mapped), slice(&text, span));
        }
    }

    #[test]
    fn cluster_steps_are_the_clusters_of_the_whole_text(text in text()) {
        let buffer = Buffer::new(text.as_str());
        let expected = boundaries(&text);
        let is_boundary = |at: &usize| buffer.is_grapheme_boundary(*at);
        prop_assert_eq!((0..=text.len()).filter(is_boundary).collect::<Vec<_>>(), expected.clone());
        for pair in expected.windows(2) {
            prop_assert_eq!(buffer.next_grapheme(pair[0]), pair[1]);
            prop_assert_eq!(buffer.previous_grapheme(pair[1]), pair[0]);
            prop_assert_eq!(buffer.grapheme_floor(pair[1] - 1), pair[0]);
            let word = buffer.word_at(pair[0]);
            prop_assert!(word.is_empty() || word.contains(pair[0]));
        }
    }

    #[test]
    fn undo_and_redo_walk_the_same_texts(start in text(), ops in ops()) {
        let mut buffer = Buffer::new(start.as_str());
        let mut model = vec![start.clone()];
        let mut history = History::new();
        let mut selection = Selection::cursor(buffer.start());
        for (at, op) in ops.into_iter().enumerate() {
            let at = Duration::from_millis(at as u64 * 90);
            let step = match op {
                Op::Type(text) => Some(typing::insert(&buffer, selection, &text, at)),
                Op::Paste(text) => Some(typing::paste(&buffer, selection, &text, at)),
                Op::Delete(motion) => Some(typing::delete(&buffer, selection, motion, at)),
                Op::Move(motion, extend) => { selection = motion.apply(&buffer, selection, extend); None }
                Op::Click(at) => { selection = Selection::cursor(buffer.grapheme_floor(at % (buffer.len() + 1))); None }
                Op::Undo => { selection = history.undo(&mut buffer).map_or(selection, |done| done.selection); None }
                Op::Redo => { selection = history.redo(&mut buffer).map_or(selection, |done| done.selection); None }
            };
            if let Some(step) = step {
                let expected = naive(buffer.text(), &step.change);
                selection = step.after;
                history.commit(&mut buffer, &step);
                prop_assert_eq!(buffer.text(), expected);
            }
            prop_assert!(buffer.is_grapheme_boundary(selection.head), "{:?} in {:?}", selection, buffer.text());
            prop_assert!(buffer.is_grapheme_boundary(selection.anchor));
            model.push(buffer.text().to_owned());
        }
        let last = { while history.redo(&mut buffer).is_some() {} buffer.text().to_owned() };
        while let Some(done) = history.undo(&mut buffer) {
            prop_assert!(buffer.is_grapheme_boundary(done.selection.head));
            prop_assert!(model.iter().any(|text| text == buffer.text()));
        }
        prop_assert_eq!(buffer.text(), start);
        prop_assert!(history.is_saved());
        while history.redo(&mut buffer).is_some() {}
        prop_assert_eq!(buffer.text(), last);
    }
}
