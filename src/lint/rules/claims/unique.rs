//! Claims to be alone or ahead: "the only", "the first", "the leading", "is the best". Most sentences with these
//! words claim nothing of the kind; every shape here is one of those that do.

use std::ops::Range;

use super::evidence::is_one_of;

/// The indices of the words that claim, and what the reader asks.
pub(super) type Claim = (Range<usize>, &'static str);

/// What the reader asks of "the only" and "the first".
pub(super) const NOBODY_ELSE: &str = "how do you know that no other does?";
const RANKED: &str = "who ranked it?";
const MEASURE: &str = "by whose measure?";

/// What can be first or alone to a reader's interest: things that are sold or made.
const MADE: &[&str] = &[
    "app",
    "application",
    "bakery",
    "bank",
    "box",
    "brand",
    "camera",
    "car",
    "card",
    "clinic",
    "company",
    "council",
    "device",
    "editor",
    "engine",
    "firm",
    "framework",
    "insurer",
    "kit",
    "library",
    "lock",
    "machine",
    "maker",
    "market",
    "marketplace",
    "network",
    "operator",
    "option",
    "parser",
    "platform",
    "product",
    "program",
    "provider",
    "retailer",
    "school",
    "server",
    "service",
    "shop",
    "software",
    "solution",
    "speaker",
    "store",
    "supplier",
    "system",
    "tool",
    "toolkit",
    "vehicle",
    "vendor",
    "watch",
];
/// What the pack's "a leading ..." has.
const PACKED: &[&str] = &[
    "authority",
    "company",
    "developer",
    "manufacturer",
    "platform",
    "provider",
    "providers",
    "supplier",
    "suppliers",
    "vendor",
    "vendors",
];
/// What follows the thing and says how it differs; the second list is a pack's behind "the only".
const DIFFERS: &[&str] = &["with", "for", "where", "whose", "offering", "combining", "of"];
const DOES: &[&str] = &["to", "that", "which"];
const BE: &[&str] =
    &["is", "are", "be", "become", "becomes", "became", "was", "remains", "as", "it's", "it’s"];
/// Words that no name of a thing has inside.
const STOPS: &[&str] = &[
    "a", "an", "and", "are", "at", "by", "can", "ever", "in", "is", "on", "person", "step", "the", "thing",
    "time", "was", "way", "we", "who", "will", "you", "your",
];
/// Whose choice or turn it is, where nobody claims anything of the market.
const PEOPLE: &[&str] = &["you", "your", "she", "he", "they", "i", "we"];
/// "The leading" before these is no rank among sellers.
const NO_RANK: &[&str] = &[
    "actor",
    "article",
    "candidate",
    "cause",
    "causes",
    "edge",
    "indicator",
    "lady",
    "man",
    "nurse",
    "question",
    "role",
    "scorer",
    "singer",
    "slash",
    "space",
    "spaces",
    "to",
    "up",
    "whitespace",
    "woman",
    "zero",
    "zeros",
    "zeroes",
    "digit",
    "letter",
    "teams",
    "a",
    "an",
    "the",
    "into",
    "from",
    "by",
    "with",
];
const DETERMINERS: &[&str] = &["the", "a", "our", "its", "their", "another"];

/// How many words the thing's name may take.
const REACH: usize = 6;

/// The claim at the word `at`, one of the `count` words of a sentence, whose words `text` tells by index ("" outside).
pub(super) fn claim<'a>(text: &impl Fn(usize) -> &'a str, count: usize, at: usize) -> Option<Claim> {
    let word = text(at);
    let before = |back: usize| at.checked_sub(back).map_or("", text);
    if word.eq_ignore_ascii_case("leading") {
        let ranks = is_one_of(before(1), DETERMINERS) && !is_one_of(text(at + 1), NO_RANK);
        // "a leading provider" is a pack's.
        let packed = (at + 1..at + 5).any(|at| is_one_of(text(at), PACKED));
        return (ranks && !packed && thing(text, count, at + 1).is_some()).then_some((at..at + 1, RANKED));
    }
    let article = at - usize::from(before(1).eq_ignore_ascii_case("the"));
    // "the best experience possible", "the highest quality possible"
    if is_one_of(word, &["best", "highest"]) && article < at {
        let possible = (at + 2..at + 4).find(|at| is_one_of(text(*at), &["possible", "imaginable"]));
        if let Some(possible) = possible {
            return Some((article..possible + 1, MEASURE));
        }
        // "the best filter you can buy", "the best filter on the market"
        let bought = |at: usize| {
            let three = [text(at), text(at + 1), text(at + 2)];
            let is =
                |words: [&str; 3]| three.iter().zip(words).all(|(one, two)| one.eq_ignore_ascii_case(two));
            is(["you", "can", "buy"]) || is(["you", "can", "get"]) || is(["on", "the", "market"])
        };
        if (at + 2..at + REACH).any(bought) {
            return Some((article..at + 1, MEASURE));
        }
    }
    if !is_one_of(word, &["only", "first", "best"]) || !is_lead_in(text, at) {
        return None;
    }
    let thing = thing(text, count, at + 1)?;
    let next = text(thing + 1);
    let theirs = is_one_of(text(thing + 2), PEOPLE);
    let differs = is_one_of(next, DIFFERS) && !theirs;
    let does = is_one_of(next, DOES) && !theirs;
    match word.as_bytes().first()?.to_ascii_lowercase() {
        b'b' => (article < at).then_some((article..at + 1, MEASURE)),
        b'f' => (differs || does).then_some((article..at + 1, NOBODY_ELSE)),
        _ => (article < at && differs).then_some((article..at + 1, NOBODY_ELSE)),
    }
}

/// Whether "(the) first" at the word `at` opens the sentence or says what something is: "Box is the first". Nobody is
/// praised who is a person.
fn is_lead_in<'a>(text: &impl Fn(usize) -> &'a str, at: usize) -> bool {
    let article = at.checked_sub(1).is_some_and(|before| text(before).eq_ignore_ascii_case("the"));
    let start = at - usize::from(article);
    let Some(verb) = start.checked_sub(1) else { return true };
    let adverb = is_one_of(text(verb), &["currently", "still", "also", "now", "even"]);
    let verb = verb.saturating_sub(usize::from(adverb));
    let person = verb.checked_sub(1).is_some_and(|subject| is_one_of(text(subject), PEOPLE));
    article && is_one_of(text(verb), BE) && !person
}

/// The index of the first thing that is sold or made, within reach of `from`, no other phrase between.
fn thing<'a>(text: &impl Fn(usize) -> &'a str, count: usize, from: usize) -> Option<usize> {
    let reach = (from..count.min(from + REACH)).take_while(|at| !is_one_of(text(*at), STOPS));
    // "the first box shop" is a shop: the last noun of the name counts.
    reach
        .take_while(|at| !is_one_of(text(*at), DIFFERS) && !is_one_of(text(*at), DOES))
        .filter(|at| is_made(text(*at)))
        .last()
}

fn is_made(word: &str) -> bool {
    is_one_of(word, MADE) || word.strip_suffix('s').is_some_and(|one| is_one_of(one, MADE))
}
