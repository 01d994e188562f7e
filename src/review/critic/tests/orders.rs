//! Marks of other programs, taken one after the other.

use proptest::prelude::*;

use super::*;
use crate::review::{Ground, Reviews};
use crate::text::Change;

/// The text of `marked` after all its suggestions are accepted, the one whose turn it is chosen by `turns`.
fn accepted(marked: &str, turns: &[usize]) -> String {
    let back = read(marked);
    let mut reviews = Reviews::default();
    for record in back.records {
        reviews.add(record);
    }
    let mut text = back.text;
    for turn in 0.. {
        let document = parse(&text);
        let threads = reviews.threads(&Ground::new(&text, &document));
        let open: Vec<_> = threads.iter().filter(|thread| thread.is_open()).collect();
        if open.is_empty() {
            break;
        }
        let thread = open[turns.get(turn).copied().unwrap_or(0) % open.len()];
        let taken = reviews.accept(&sign(), &text, thread, "");
        let (edit, record) = taken.unwrap_or_else(|refusal| panic!("{refusal}: {thread:?} in {text:?}"));
        text = Change::from(edit).applied(&text);
        reviews.add(record);
    }
    text
}

#[test]
fn what_stands_side_by_side_is_one_suggestion() {
    let marked = "There is {--no--}{++a++} form. It costs {~~little~>\u{a3}4~~} money{++ each month++}.\n";
    assert_eq!(read(marked).text, "There is no form. It costs little money.\n");
    assert_eq!(read(marked).records.len(), 3);
    for turns in [[0, 0, 0], [2, 1, 0], [1, 1, 0], [2, 0, 0]] {
        let taken = accepted(marked, &turns);
        assert_eq!(taken, "There is a form. It costs \u{a3}4 money each month.\n");
    }
}

#[test]
fn what_is_said_of_either_stays_said() {
    let records = read("{--no--}{>>@bo: why?<<}{++a++}{>>short<<}{>>yes<<}\n").records;
    let [first, short, yes] = records.as_slice() else { panic!("{records:?}") };
    assert_eq!((first.by.as_str(), first.text.as_str()), ("bo", "why?"));
    assert_eq!((short.text.as_str(), short.re.as_ref()), ("short", Some(&first.id)));
    assert_eq!(yes.text, "yes");
}

/// A piece of a marked text: what stands there, what it is without marks, and with all of them taken.
fn piece(nth: usize, kind: u8) -> [String; 3] {
    let (old, new) = (format!("w{nth}"), format!("n{nth}"));
    let three = |marked: String, old: &str, new: &str| [marked, old.to_owned(), new.to_owned()];
    match kind % 12 {
        0 => three(format!("{{--{old} --}}"), &format!("{old} "), ""),
        1 => three(format!("{{++{new} ++}}"), "", &format!("{new} ")),
        2 => three(format!("{{~~{old}~>{new}~~}} "), &format!("{old} "), &format!("{new} ")),
        3 => three(format!("{{--{old}--}}{{++{new}++}} "), &format!("{old} "), &format!("{new} ")),
        4 => three(format!("{old}{{++{new}++}} "), &format!("{old} "), &format!("{old}{new} ")),
        5 => three(format!("{old}{{++ {new}++}} "), &format!("{old} "), &format!("{old} {new} ")),
        6 => three(format!("{old}.{{++\n\n{new}++}} "), &format!("{old}. "), &format!("{old}.\n\n{new} ")),
        7 => three(format!("{old}{{--x{new}--}}. "), &format!("{old}x{new}. "), &format!("{old}. ")),
        8 => three(format!("{{++{new}++}}"), "", &new),
        _ => three(format!("{old} "), &format!("{old} "), &format!("{old} ")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// In whatever order the marks are taken, the text is the one with all of them taken.
    #[test]
    fn all_accepted_in_any_order_is_the_text_with_all_marks_taken(
        kinds in prop::collection::vec(any::<u8>(), 1..24),
        turns in prop::collection::vec(any::<usize>(), 24),
    ) {
        let pieces: Vec<[String; 3]> = kinds.iter().enumerate().map(|(nth, kind)| piece(nth, *kind)).collect();
        let all = |which: usize| pieces.iter().map(|piece| piece[which].as_str()).collect::<String>();
        let marked = format!("Begin {}end.\n", all(0));
        prop_assert_eq!(read(&marked).text, format!("Begin {}end.\n", all(1)));
        prop_assert_eq!(accepted(&marked, &turns), format!("Begin {}end.\n", all(2)), "{}", marked);
    }
}
