//! Which abbreviations end in a full stop, what may follow them, and which words open a sentence.
//!
//! The lists are our own, put together from general knowledge of English usage and sorted by hand into classes; no
//! other program's list was copied. They decide nothing alone: `sentences` reads the context.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a full stop after an abbreviation can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Something always follows: `Mr.`, `vs.`, `e.g.`, `approx.`.
    Never,
    /// A figure follows, or it is an ordinary word: `No. 1`, `Fig. 3`, but "The answer is no. We ...".
    Numbered,
    /// Ends a sentence only where a sentence starter follows: `U.S.`, `Jr.`, `Wash.`, `Nov.`, `St.`.
    Maybe,
    /// The same, or where a capital and a verb follow: `Inc.`, `Corp.`.
    Company,
    /// A time of day: a zone, a day or a month may follow: `6 p.m. PST`.
    Clock,
    /// Ends a sentence wherever a capital follows: `etc.`.
    Ending,
}

/// Always followed by something; matched in any case.
const NEVER: &[&str] = &[
    "adm", "approx", "asst", "avail", "brig", "c.f", "ca", "capt", "cf", "cmdr", "cont", "dr", "e.g", "excl",
    "fr", "i.e", "incl", "lt", "maj", "messrs", "mme", "mr", "mrs", "mt", "mx", "orig", "prev", "prof",
    "resp", "sgt", "v", "viz", "vs",
];

/// Titles and the like that are words too, or too short to be sure of, when they are not capitalised.
const NEVER_CAPITAL: &[&str] =
    &["Col", "Ft", "Gen", "Gov", "Hon", "Insp", "Ms", "Pres", "Rep", "Rev", "Sen", "Ste", "Supt"];

/// Followed by a figure; matched in any case.
const NUMBERED: &[&str] = &[
    "appx", "ch", "chap", "cl", "eq", "eqn", "est", "ext", "fig", "figs", "hr", "hrs", "lb", "lbs", "max",
    "min", "mins", "no", "nos", "nr", "n°", "oz", "p", "para", "pg", "pp", "pt", "sec", "sect", "tel", "ver",
    "vol", "vols", "yr", "yrs",
];

/// The same, but ordinary words when they are not capitalised.
const NUMBERED_CAPITAL: &[&str] = &["Art", "Ref", "Tab"];

/// May end a sentence; matched in any case.
const MAYBE: &[&str] = &[
    "a.k.a", "aka", "al", "apr", "assn", "assoc", "attn", "aug", "ave", "b.a", "bldg", "blvd", "ct", "dec",
    "dept", "esp", "esq", "exec", "feb", "govt", "hosp", "hwy", "inst", "intl", "jan", "jr", "m.b.a", "m.d",
    "mfg", "mgmt", "mgr", "misc", "natl", "nov", "oct", "ph.d", "pkg", "pl", "rd", "sep", "sept", "sq", "sr",
    "st", "temp", "univ",
];

/// States, months, days and others that are words when they are not capitalised.
const MAYBE_CAPITAL: &[&str] = &[
    "Ala", "Apt", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Fri", "Ga", "Ill", "Ind", "Jul",
    "Jun", "Kan", "Ky", "La", "Mar", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mon", "Mont", "Neb", "Nev",
    "Okla", "Ont", "Ore", "Pa", "Penn", "Que", "Sat", "Sun", "Tenn", "Tex", "Thu", "Thur", "Thurs", "Tue",
    "Tues", "Va", "Vt", "Wash", "Wed", "Wis", "Wyo",
];

const COMPANY: &[&str] = &["bros", "co", "corp", "inc", "l.l.c", "ltd", "plc", "pty"];

const CLOCK: &[&str] = &["a.m", "p.m"];

/// Words that open a sentence and hardly ever follow an abbreviation in capitals within one.
#[rustfmt::skip] // one word a line otherwise
const STARTERS: &[&str] = &[
    "a", "about", "after", "all", "also", "although", "an", "and", "another", "any", "anyone", "are",
    "as", "at", "because", "before", "both", "but", "by", "can", "could", "did", "do", "does", "during",
    "each", "either", "even", "every", "everyone", "few", "finally", "first", "for", "from", "had",
    "has", "have", "he", "her", "here", "his", "how", "however", "i", "if", "in", "instead", "is", "it",
    "its", "just", "last", "later", "let", "like", "many", "maybe", "meanwhile", "more", "most", "much",
    "my", "neither", "next", "no", "nobody", "none", "nor", "not", "nothing", "now", "of", "on", "once",
    "one", "only", "or", "other", "our", "over", "people", "perhaps", "please", "several", "she",
    "should", "since", "so", "some", "someone", "soon", "still", "such", "take", "than", "thank",
    "that", "the", "their", "them", "then", "there", "therefore", "these", "they", "this", "those",
    "though", "three", "through", "thus", "to", "today", "together", "tomorrow", "too", "two", "under",
    "unless", "until", "up", "use", "was", "we", "well", "were", "what", "when", "where", "whether",
    "which", "while", "who", "whose", "why", "will", "with", "within", "without", "would", "yes",
    "yesterday", "yet", "you", "your",
];

/// Verbs and adverbs that follow a subject, seen two words after a company: "Acme Inc. Customers can ...".
const AFTER_SUBJECT: &[&str] = &[
    "are", "can", "could", "did", "do", "does", "get", "had", "has", "have", "is", "may", "might", "must",
    "need", "now", "should", "want", "was", "were", "who", "will", "would",
];

/// Verbs of speech: `"It works." Tom said.` is one sentence.
#[rustfmt::skip] // one word a line otherwise
const SPEECH: &[&str] = &[
    "added", "adds", "admitted", "agreed", "announced", "answered", "argued", "argues", "asked", "asks",
    "commented", "comments", "concluded", "continued", "explained", "explains", "noted", "notes",
    "observed", "recalled", "recalls", "remarked", "replied", "replies", "reported", "said", "says",
    "stated", "states", "told", "writes", "wrote",
];

/// Nouns whose name is a single capital: after "Series A." a sentence may begin.
const LETTERED: &[&str] = &[
    "and", "annex", "appendix", "class", "exhibit", "grade", "group", "option", "or", "phase", "plan",
    "series", "team", "tier", "type", "variant", "vitamin",
];

/// What follows a time of day without ending the sentence.
#[rustfmt::skip] // one word a line otherwise
const AFTER_CLOCK: &[&str] = &[
    "april", "august", "central", "december", "eastern", "february", "friday", "greenwich", "january",
    "july", "june", "london", "march", "may", "monday", "mountain", "november", "october", "pacific",
    "saturday", "september", "sunday", "thursday", "tuesday", "wednesday",
];

/// Names that carry their exclamation mark with them.
const BANG_NAMES: &[&str] = &["jeopardy", "joomla", "kahoot", "oklahoma", "yahoo", "yum"];

/// Longest entry of the lists, in bytes.
const LONGEST: usize = 10;

/// The lists of abbreviations, whether only their capitalised form is one, and their class.
const LISTS: &[(&[&str], bool, Class)] = &[
    (NEVER, false, Class::Never),
    (NEVER_CAPITAL, true, Class::Never),
    (NUMBERED, false, Class::Numbered),
    (NUMBERED_CAPITAL, true, Class::Numbered),
    (MAYBE, false, Class::Maybe),
    (MAYBE_CAPITAL, true, Class::Maybe),
    (COMPANY, false, Class::Company),
    (CLOCK, false, Class::Clock),
    (&["etc"], false, Class::Ending),
];

/// All lists by entry, for one look-up instead of nine; entries are looked up in lower case.
static KNOWN: LazyLock<FxHashMap<String, (bool, Class)>> = LazyLock::new(|| {
    let entry = |(list, capital, class): &(&[&str], bool, Class)| {
        let value = (*capital, *class);
        list.iter().map(|word| (word.to_ascii_lowercase(), value)).collect::<Vec<_>>()
    };
    LISTS.iter().flat_map(entry).collect()
});

/// The class of `token`, an abbreviation without its last full stop; `None` for ordinary words.
pub(crate) fn class(token: &str) -> Option<Class> {
    let mut folded = [0; LONGEST];
    let known = KNOWN.get(fold(token, &mut folded)?);
    let capital = token.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase());
    known
        .filter(|(only_capital, _)| capital || !only_capital)
        .map(|(_, class)| *class)
        .or_else(|| (is_dotted(token) || is_contracted(token)).then_some(Class::Maybe))
}

/// Whether `token` is pieces of one to three letters between dots, at least one of them a single letter: `U.S`,
/// `Ph.D`, `B.Sc`.
fn is_dotted(token: &str) -> bool {
    let piece =
        |piece: &str| (1..=3).contains(&piece.len()) && piece.bytes().all(|byte| byte.is_ascii_alphabetic());
    token.contains('.') && token.split('.').all(piece) && token.split('.').any(|piece| piece.len() == 1)
}

/// Whether `token` is two to five letters with no vowel, so hardly a word: `mgmt`, `Blvd`. Units of measure and
/// words in capitals (`SDK`) are not meant.
fn is_contracted(token: &str) -> bool {
    const UNITS: &[&str] = &["cm", "ft", "gb", "kb", "kg", "km", "mb", "mm", "ms", "ns", "pm", "tb"];
    let vowel = |byte: u8| matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    (2..=5).contains(&token.len())
        && token.bytes().all(|byte| byte.is_ascii_alphabetic() && !vowel(byte))
        && token.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
        && !has(UNITS, token)
}

/// Whether `word` opens a sentence.
pub(crate) fn is_starter(word: &str) -> bool {
    listed(STARTERS, word)
}

/// Whether `word` follows a subject.
pub(crate) fn follows_subject(word: &str) -> bool {
    has(AFTER_SUBJECT, word)
}

/// Whether `word` is a verb of speech.
pub(crate) fn is_speech(word: &str) -> bool {
    has(SPEECH, word)
}

/// Whether single capitals are names of a `word`: "Series A".
pub(crate) fn is_lettered(word: &str) -> bool {
    listed(LETTERED, word)
}

/// Whether `word` goes on with a time of day: a day, a month, a time zone.
pub(crate) fn continues_clock(word: &str) -> bool {
    let zone = (2..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    zone || listed(AFTER_CLOCK, word)
}

/// Whether `word` is a name written with an exclamation mark.
pub(crate) fn is_bang_name(word: &str) -> bool {
    listed(BANG_NAMES, word)
}

fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

fn listed(list: &[&str], word: &str) -> bool {
    let mut folded = [0; LONGEST];
    fold(word, &mut folded).is_some_and(|lower| has(list, lower))
}

/// `word` in lower case, written into `room`; `None` where it is longer than any entry.
fn fold<'a>(word: &str, room: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    let room = room.get_mut(..word.len())?;
    room.copy_from_slice(word.as_bytes());
    room.make_ascii_lowercase();
    std::str::from_utf8(room).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_binary_search_and_fit_the_buffer() {
        let words = [STARTERS, AFTER_SUBJECT, SPEECH, LETTERED, AFTER_CLOCK, BANG_NAMES];
        for list in LISTS.iter().map(|(list, ..)| *list).chain(words) {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
            assert!(list.iter().all(|entry| entry.len() <= LONGEST), "{list:?}");
        }
    }

    #[test]
    fn no_abbreviation_stands_in_two_lists() {
        assert_eq!(KNOWN.len(), LISTS.iter().map(|(list, ..)| list.len()).sum::<usize>());
    }

    #[test]
    fn capitals_tell_a_state_from_a_word() {
        assert_eq!(class("Wash"), Some(Class::Maybe));
        assert_eq!(class("wash"), None);
        assert_eq!(class("sec"), Some(Class::Numbered));
    }

    #[test]
    fn shape_gives_away_abbreviations_no_list_knows() {
        assert_eq!(class("B.Sc"), Some(Class::Maybe));
        assert_eq!(class("hdqrs"), Some(Class::Maybe));
        assert_eq!(class("Node.js"), None);
        assert_eq!(class("SDK"), None);
        assert_eq!((class("Ms"), class("ms")), (Some(Class::Never), None), "a title, a unit");
    }
}
