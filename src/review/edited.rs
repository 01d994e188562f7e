//! What somebody made of a text in an editor of their own, as suggestions that can be taken one by one.

use std::collections::HashSet;

use super::critic::{Change, whole};
use super::{Anchor, Kind, Record, Signature};
use crate::document::Document;
use crate::redline::{ChangeKind, Effort, Redline};
use crate::text::{Span, slice};

/// What is said of both halves of a move: it is two suggestions, and one alone would say a thing twice or not at all.
pub(crate) const MOVED: &str = "The same words stand elsewhere then: take both, or neither.";

/// Every change from `text`, parsed as `document`, to `edited` as a suggestion of `sign`, in the order of `text`. All taken
/// together make `edited` but for its layout and front matter: line breaks and list marks are not suggested, and no record
/// stands in front matter.
pub fn suggestions(text: &str, document: &Document, edited: &str, sign: &Signature) -> Vec<Record> {
    let mut taken = HashSet::new();
    let record = |(change, is_moved): (Change, bool)| {
        let said = if is_moved { MOVED } else { "" };
        let anchor = Some(Anchor::of(text, document, change.span));
        let kind = Kind::Suggestion { to: change.to };
        let record = Record::new(sign.clone(), kind, anchor, said.to_owned(), |id| taken.contains(id));
        taken.insert(record.id.clone());
        record
    };
    rewordings(text, document.front_matter.span.end, edited).into_iter().map(record).collect()
}

/// The same as other words for stretches of `text`, whose front matter ends at byte `start`; and whether each is one half of
/// a move.
pub(crate) fn rewordings(text: &str, start: usize, edited: &str) -> Vec<(Change, bool)> {
    let old = slice(text, start..text.len());
    let edited = slice(edited, Document::front_matter(edited).span.end..edited.len());
    let redline = Redline::of(old, edited, Effort::default());
    let changes = redline.changes();
    let edits = redline.all_edits(&changes);
    let moves: Vec<[Span; 2]> = changes
        .iter()
        .filter(|change| change.kind == ChangeKind::Moved)
        .map(|change| [change.old, change.new])
        .collect();
    let is_moved = |at: &usize| {
        edits.get(*at).is_some_and(|(span, to)| {
            moves.iter().any(|[from, now]| {
                let goes = span.overlaps(*from) && to.trim().is_empty();
                goes || to.contains(slice(edited, *now).trim())
            })
        })
    };
    let is_layout = |span: Span, to: &str| slice(old, span).split_whitespace().eq(to.split_whitespace());
    let changes = edits
        .iter()
        .enumerate()
        .filter(|(_, (span, to))| !is_layout(*span, to))
        .map(|(at, (span, to))| Change { span: *span, to: to.clone(), of: vec![at] })
        .collect();
    let placed = |change: Change| {
        let is_moved = change.of.iter().any(is_moved);
        (Change { span: change.span.shifted(start), ..change }, is_moved)
    };
    one_by_one(old, whole(old, changes), |change| change.of.iter().any(is_moved))
        .into_iter()
        .map(placed)
        .collect()
}

/// More words than these between two changes part them.
const NEAR: usize = 3;

/// `changes` of `text` with those joined that have fewer words between them than they change: the pieces of a sentence that
/// was written anew make no sense one by one.
fn one_by_one(text: &str, changes: Vec<Change>, is_moved: impl Fn(&Change) -> bool) -> Vec<Change> {
    let words = |text: &str| text.split_whitespace().count();
    let size = |change: &Change| words(slice(text, change.span)).max(words(&change.to));
    let ends = |text: &str| text.contains(['\n', '.', '?', '!']);
    let is_one = |before: &Change, next: &Change| {
        let between = slice(text, before.span.end..next.span.start);
        let has_break = |change: &Change| change.to.contains('\n') || slice(text, change.span).contains('\n');
        let is_parted = ends(between) || ends(&before.to) || has_break(before) || has_break(next);
        let near = words(between);
        !is_parted
            && near <= NEAR
            && near * 2 < size(before) + size(next)
            && !is_moved(before)
            && !is_moved(next)
    };
    let mut done: Vec<Change> = Vec::new();
    for change in changes {
        match done.pop() {
            Some(before) if is_one(&before, &change) => done.push(before.joined(text, change)),
            before => done.extend(before.into_iter().chain([change])),
        }
    }
    done
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::review::{Ground, Id, Reviews, Sidecar, Status};

    fn sign() -> Signature {
        Signature { by: "Ann Lee".to_owned(), at: jiff::Timestamp::UNIX_EPOCH }
    }

    fn parsed(text: &str) -> Document {
        Document::parse(text, &[])
    }

    /// `old` with all that `new` suggests taken one by one, from the last to the first or the other way round.
    fn taken(old: &str, new: &str, backwards: bool) -> String {
        let mut records = suggestions(old, &parsed(old), new, &sign());
        if backwards {
            records.reverse();
        }
        let ids: Vec<Id> = records.iter().map(|record| record.id.clone()).collect();
        let mut reviews = Reviews::new(vec![Sidecar { records, ..Sidecar::of("Ann Lee") }]);
        let mut text = old.to_owned();
        for id in ids {
            let document = parsed(&text);
            let threads = reviews.threads(&Ground::new(&text, &document));
            let thread = threads.iter().find(|thread| thread.root.id == id).unwrap();
            let (edit, record) = reviews.accept(&sign(), &text, thread, "").unwrap();
            assert_eq!(record.status, Some(Status::Accepted));
            text = crate::text::Change::from(edit).applied(&text);
            reviews.change("Ann Lee", |sidecar| sidecar.records.push(record));
        }
        text
    }

    fn told(old: &str, new: &str) -> Vec<String> {
        let line = |record: &Record| match (&record.kind, &record.anchor) {
            (Kind::Suggestion { to }, Some(anchor)) => format!("{} -> {to}", anchor.quote),
            _ => String::new(),
        };
        suggestions(old, &parsed(old), new, &sign()).iter().map(line).collect()
    }

    #[test]
    fn a_sentence_that_was_written_anew_is_one_suggestion_and_two_lone_words_are_two() {
        for (old, new, count) in [
            (
                "It happens twice a month to each nurse, by our count of 212 nurses in May.\n",
                "Two times a month it hits each of them, as we counted with 212 nurses in the spring.\n",
                1,
            ),
            ("The big old red box is here.\n", "The small old red crate is here.\n", 2),
            ("It rains. We wait here.\n", "It pours. They wait here.\n", 2),
            ("One two.\n\nThree four.\n", "One ten.\n\nSix four.\n", 2),
        ] {
            assert_eq!(suggestions(old, &parsed(old), new, &sign()).len(), count, "{new}");
        }
    }

    #[test]
    fn each_change_is_a_suggestion_and_layout_is_none() {
        let old = "# Box\n\nIt costs little money. You open it\nwith a code.\n\n- One thing\n- Two things\n";
        let new = "# Box\n\nIt costs £4. You open it with\na code.\n\n* One thing\n* Three things\n";
        assert_eq!(told(old, new), ["little money -> £4", "Two -> Three"]);
        assert!(told(old, old).is_empty());
    }

    #[test]
    fn both_halves_of_a_move_say_so() {
        let old = "The first paragraph says what it is.\n\nThe second paragraph says who it is for.\n\nThe last paragraph is about money.\n";
        let new = "The last paragraph is about money.\n\nThe first paragraph says what it is.\n\nThe second paragraph says who it is for.\n";
        let records = suggestions(old, &parsed(old), new, &sign());
        assert_eq!(records.len(), 2, "{records:#?}");
        assert!(records.iter().all(|record| record.text == MOVED));
    }

    #[test]
    fn taken_one_by_one_they_make_the_edited_text() {
        let old = "# Box\n\nOne sentence is here. Another follows it.\n\nWhat is it?\n\nA box. It opens.\n";
        for new in [
            "# Box\n\nOne sentence is here. A third one. Another follows it.\n\nWhat is it?\n\nA box. It opens.\n",
            "# Box\n\nAnother follows it.\n\nA new paragraph.\n\nWhat is it?\n\nA red box. It opens.\n",
            "# The box\n\nOne sentence is here. Another follows it.\n\nA box. It opens.\n",
        ] {
            assert_eq!(taken(old, new, false), new);
            assert_eq!(taken(old, new, true), new);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn any_edit_can_be_taken_one_by_one(
            old in "([a-e]{1,4} ){3,12}[.]( |\n\n)([a-e]{1,4} ){3,12}[.]",
            new in "([a-e]{1,4} ){3,12}[.]( |\n\n)([a-e]{1,4} ){3,12}[.]",
        ) {
            let made = taken(&old, &new, true);
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&made), words(&new));
        }
    }
}
