//! What counts, and where sentences are cut.

use super::line::Line;
use super::split::advice;
use crate::document::Document;
use crate::lint::tests::rule_finds;

const THIRTY: &str = "one two three four five six seven eight nine ten one two three four five six seven eight nine ten \
                      one two three four five six seven eight nine ten";

/// How many long sentences `text` has.
fn found(text: &str) -> usize {
    rule_finds("long-sentence", &text.replace("{30}", THIRTY)).len()
}

#[test]
fn what_is_not_said_does_not_count() {
    for text in [
        "{30}.",
        "# FAQ\n\n**Q: Why?**\n\nA: {30}.",
        "**Leeds, UK — May 2, 2027** — {30}.",
        "- {30}.",
        "7. {30}.",
        "• {30}.",
        "\"{30},\" said Ann Lee, head of kettles at Blue Corp.",
        "Ann Lee, head of kettles at Blue Corp., said: \"{30}.\"",
        "[{30}](https://example.com/a/very/long/way/to/go).",
        "<a href=\"https://example.com/the box opens\">{30}</a>.",
        "{30}.[^1]\n\n[^1]: See there.",
        "# Box\n\n## {30} and more",
    ] {
        assert_eq!(found(text), 0, "{text}");
    }
    for text in ["It {30}.", "A: It {30}.", "- It {30}.", "\"It {30},\" said Ann Lee.", "> It {30}."] {
        assert_eq!(found(text), 1, "{text}");
    }
}

#[test]
fn a_sentence_can_begin_with_a_figure_or_a_name_in_lower_case() {
    for text in [
        "It opens for every parcel. 42 drivers {30}.",
        "It opens for every parcel. iPhone users {30}.",
        "It opens for every parcel. cmark-gfm {30}.",
    ] {
        assert_eq!(found(text), 1, "{text}");
        assert_eq!(found(&text.replace("{30}", "one two three")), 0, "{text}");
    }
}

/// The advice for the first sentence of `text`, whatever its length.
fn advice_for(text: &str) -> String {
    let document = Document::parse(text, &[]);
    let block = document.blocks.iter().find(|block| !block.sentences.is_empty()).unwrap();
    let sentence = block.sentences.first().unwrap();
    let words = block.spoken_words(sentence);
    advice(&Line::new(&block.prose.text, &words, sentence.start as usize..sentence.end as usize))
}

/// A sentence, the last words of its first half, and how its second half begins.
const PLACES: &[(&str, &str, &str)] = &[
    (
        "The box opens for every parcel that you ordered, and it closes again when the driver has put the parcel in.",
        "parcel that you ordered",
        "It closes again when",
    ),
    (
        "The box locks as soon as the driver has put a parcel in and then it tells you on your phone.",
        "put a parcel in",
        "Then it tells you",
    ),
    (
        "You tap your card as you always do, but the machine checks the time of the bus first.",
        "as you always do",
        "But the machine checks the",
    ),
    (
        "Your bus is late by more than ten minutes, so half of the fare comes back to your card.",
        "more than ten minutes",
        "So half of the fare",
    ),
    (
        "Nurses lose a quarter of an hour of pay every week, which is more than the fare costs them.",
        "of pay every week",
        "It is more than",
    ),
    (
        "The bus sends its place to the depot every minute, which means that you never have to ask.",
        "the depot every minute",
        "This means that you",
    ),
    (
        "You get the late notes that employers asked us for, which are accepted by 31 of them today.",
        "employers asked us for",
        "They are accepted by",
    ),
    (
        "We pay half of the fare back the same night because nobody should have to fill in a form.",
        "back the same night",
        "This is because nobody should",
    ),
    (
        "The refund is on your card by the next morning; you do not have to ask for it at all.",
        "by the next morning",
        "You do not have",
    ),
    (
        "The refund is on your card by the next morning; but the late note needs another working day.",
        "by the next morning",
        "But the late note needs",
    ),
    (
        "It works without a form or a phone call — you tap your card as you did before.",
        "or a phone call",
        "You tap your card",
    ),
    (
        "The rule is simple enough for a poster: you get half of the fare back after ten minutes.",
        "enough for a poster",
        "You get half of",
    ),
    (
        "The driver scans the label at the door, where the box asks for the code of the day.",
        "label at the door",
        "There the box asks for",
    ),
    (
        "Riders pay £2.40 for a ticket on the day, while the pass for a month costs £58.",
        "ticket on the day",
        "Meanwhile, the pass for a",
    ),
    (
        "The team made great progress on the voice last week and the company now has a clear way ahead.",
        "the voice last week",
        "The company now has",
    ),
    (
        "We want to thank all who helped us in the spring, however, the work is not done yet.",
        "us in the spring",
        "However, the work is not",
    ),
    (
        "Start with an empty server from any of the large providers, then copy the three files over to it.",
        "of the large providers",
        "Then copy the three files",
    ),
    (
        "We pay for every hour that you waited, but if you ask for cash we need two more days.",
        "hour that you waited",
        "But if you ask for",
    ),
    (
        "“The bus was late again and I lost my pay, but the money came back that night,” said Bo.",
        "lost my pay",
        "But the money came back",
    ),
    (
        "The app shows where your bus is (within ten metres), and iPhone users will see it on the lock screen.",
        "(within ten metres)",
        "iPhone users will see",
    ),
    (
        "Drivers need the code of the day to open the box, and it changes every night at twelve.",
        "to open the box",
        "It changes every night",
    ),
];

#[test]
fn the_cut_leaves_two_sentences() {
    let wrong = PLACES.iter().filter_map(|(text, before, after)| {
        let said = advice_for(text);
        let right = said.split_once("\": \"").is_some_and(|(first, second)| {
            first.starts_with("split after") && first.ends_with(before) && second.starts_with(after)
        });
        (!right).then(|| format!("{text}\n    {said}\n"))
    });
    assert_eq!(wrong.collect::<String>(), "");
}

#[test]
fn a_concession_at_the_head_becomes_a_sentence_of_its_own() {
    assert_eq!(
        advice_for(
            "While the first release was light on new things, the team is hard at work on the next one."
        ),
        "drop \"While\" and split after \"…light on new things\": \"But the team is hard …\""
    );
}

#[test]
fn things_in_a_row_become_a_list() {
    assert_eq!(
        advice_for(
            "The kit comes with four mounting screws, a steel plate for the wall, two spare keys in a pouch, and a card \
             with the code."
        ),
        "make a list of the 4: …; \"a steel plate for …\"; \"two spare keys in …\"; \"a card with the …\""
    );
    assert_eq!(
        advice_for(
            "It is for three groups: (1) nurses who work at night, (2) cleaners who start at five, and (3) bakers."
        ),
        "make a list of the 3: …; \"cleaners who start at …\"; \"bakers\""
    );
}

/// Sentences that no cut makes better, and what is said of them.
const UNCUT: &[(&str, &str)] = &[
    (
        "Will the store send my order in one parcel if I buy two things, but one of them is sold out?",
        "question",
    ),
    ("We keep a copy of the key in a safe at the depot so that the police can open the box.", "cut words"),
    (
        "The form by which riders claimed their fares and the counter at the depot are both gone for good.",
        "hang on each other",
    ),
    (
        "We ask the large workplaces of the region and the council of the city for their written consent.",
        "cut words",
    ),
    (
        "The door opens (you hear a click, and the lamp turns green for a while) for the driver of the van.",
        "brackets",
    ),
    ("If you tap your card at the stop and you get on the next bus then we know how late it was.", "\"If\""),
    (
        "She said “the bus is late, and I lose my pay, and nobody tells me why” to the driver.",
        "quotation marks",
    ),
];

#[test]
fn no_cut_is_proposed_where_none_is_good() {
    for (text, reason) in UNCUT {
        let said = advice_for(text);
        assert!(said.starts_with("no good place to split") && said.contains(reason), "{text}\n{said}");
    }
}
