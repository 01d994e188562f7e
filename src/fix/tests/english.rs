//! That what is fixed without asking is English in every sentence, and says no less.

use super::safely;
use crate::lint::phrases::builtin;

/// Each looks like a wordy phrase, and the short words would tear it or say something else.
const LEFT_ALONE: &[&str] = &[
    "Please keep in mind that it jams.",
    "You must bear in mind that it jams.",
    "You must take steps to help.",
    "Please take action to stop it.",
    "It is imperative that he wait.",
    "We make a decision that stands.",
    "They reach a decision the board shares.",
    "Both come to an agreement to pay.",
    "We opened it with a view to selling it.",
    "As a means of opening it, we use a code.",
    "The station is busy at all times of day.",
    "It is small as well as being cheap.",
    "The town is in the process of reform.",
    "We are in the process of renewal.",
    "The food provided that day was cold.",
    "Everything on the grounds that we own is shut.",
    "The price set forth in May holds.",
    "You should plan ahead.",
    "We lost money in the amount of a year's rent.",
    "It was the year prior to last.",
    "The desk is small in relation to the room.",
    "The firm has an intake in excess of demand.",
    "Thieves take advantage of strangers.",
    "She has the option to wait.",
    "She has the ability to sing, and so has he.",
    "She has the ability to sing and the wish to act.",
    "She is able to sing and ready to dance.",
    "You must still have the ability to leave.",
    "Ann is totally blind.",
    "It is absolutely free.",
    "Last but not least, it rings.",
    "We have data as to whether it opens.",
    "Seats go on the basis of first come.",
    "We saw a change in the course of the ship.",
    "We met in the event that raised $9.",
    "Profit is seen as a result of care.",
    "As of yet, nobody came.",
    "Buses arrive at this time each day.",
    "Attached please find the keys.",
    "It opens by means of a code.",
    "It is not exactly the same.",
    "It lists past and future plans.",
    "It was an unpleasant and unexpected surprise.",
    "Fees at the end result in delays.",
    "We repeat again and again.",
    "We can move it when the first began to sing.",
    "The company added bonus pay.",
    "It comes with free gift wrapping.",
    "He was arrested in connection with a theft.",
    "We named it Rex in reference to its teeth.",
    "The trouble lies in the absence of keys.",
    "They put an end to it.",
    "With that being said, we left.",
    "After having said that, she left.",
    "This raises the question as to whether it opens.",
    "We pay for the reason that I gave.",
    "We provide support for 30 days.",
    "Please note that address.",
    "Make sure it is clear that refunds are free.",
    "We knew in the manner in which she spoke.",
    "Everything is in order to start.",
    "Get your papers in order to travel.",
    "The ascertained value is $9.",
];

#[test]
fn what_would_tear_or_say_less_is_left_alone() {
    for source in LEFT_ALONE {
        assert_eq!(safely(source), *source);
    }
}

#[test]
fn what_is_sure_is_still_fixed() {
    for (source, after) in [
        ("Press it in order to open it.", "Press it to open it."),
        ("It jams due to the fact that it is cold.", "It jams because it is cold."),
        ("Charge it prior to use.", "Charge it before use."),
        ("The courier has the ability to open it.", "The courier can open it."),
        ("It gives you the ability to leave.", "It lets you leave."),
        ("It is able to ring.", "It can ring."),
        ("Please note that we close at noon.", "We close at noon."),
        ("It is clear that parcels wait.", "Parcels wait."),
        ("All keys with the exception of one.", "All keys except for one."),
        ("It rang during the course of a meeting.", "It rang during a meeting."),
        ("The end result is a key.", "The result is a key."),
    ] {
        assert_eq!(safely(source), after, "{source}");
    }
}

/// What no fix may leave: a bare verb that is none, or a small word twice.
const TORN: &[&str] = &[
    " to can ",
    " must can ",
    " please can ",
    " to could ",
    " to to ",
    " that that ",
    " a an ",
    " the the ",
];

#[test]
fn safe_entries_tear_no_frame() {
    let entries = builtin().iter().flat_map(|pack| pack.entries.iter());
    let phrases = entries.filter(|entry| entry.safe && !entry.name.contains(['(', '?']));
    for phrase in phrases.map(|entry| &entry.name) {
        for frame in [
            "Please @ open it.",
            "You must @ open it.",
            "We want to @ open it.",
            "It is clear to us that @ open it.",
        ] {
            let source = frame.replace('@', phrase);
            let after = safely(&source).to_lowercase();
            for torn in TORN {
                assert!(source.contains(torn) || !after.contains(torn), "{source}: {after}");
            }
        }
    }
}
