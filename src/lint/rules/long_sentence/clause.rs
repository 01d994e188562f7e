//! Whether words make a clause: a subject and a finite verb. Told by closed lists and by what stands beside a word; in
//! doubt there is none, because a bad place to split is worse than no place.

use std::ops::Range;

use super::line::Line;

/// Verbs that are finite wherever they stand, "to" before them aside.
const AUXILIARIES: &[&str] = &[
    "is", "are", "was", "were", "am", "has", "have", "had", "does", "do", "did", "will", "would", "can",
    "could", "should", "may", "might", "must", "shall", "cannot",
];
/// Third persons and pasts that are hardly ever nouns.
#[rustfmt::skip] // one word a line otherwise
const VERBS: &[&str] = &[
    "accepts", "adds", "allows", "announced", "announces", "appears", "applies", "arrives", "asked", "asks",
    "became", "becomes", "began", "begins", "believes", "belongs", "brings", "builds", "came", "carries",
    "chooses", "closes", "combines", "comes", "connects", "contains", "costs", "creates", "decides", "delivers",
    "depends", "describes", "drives", "enables", "ensures", "exists", "expects", "explains", "fell", "finds",
    "follows", "gets", "gives", "goes", "got", "grew", "happens", "helps", "holds", "improves", "includes",
    "joins", "keeps", "knows", "launched", "leads", "learned", "learns", "lets", "likes", "listens", "locks",
    "looks", "loses", "lost", "made", "makes", "manages", "means", "needed", "needs", "opens", "paid", "pays",
    "prevents", "produces", "protects", "provides", "pulls", "receives", "reduces", "remains", "removes",
    "replaces", "requires", "rose", "said", "saves", "says", "seems", "sees", "sells", "sends", "serves",
    "shows", "sits", "solves", "speaks", "spends", "stays", "takes", "teaches", "tells", "thinks", "told",
    "took", "tries", "turns", "understands", "uses", "waits", "wants", "went", "won", "works", "writes",
];
/// Pronouns that are subjects only.
const NOMINATIVE: &[&str] = &["i", "we", "they", "he", "she"];
/// Words that can stand alone for a subject.
const PRONOUNS: &[&str] = &[
    "i",
    "we",
    "they",
    "he",
    "she",
    "it",
    "you",
    "this",
    "that",
    "these",
    "those",
    "there",
    "nobody",
    "everyone",
    "anyone",
    "someone",
    "nothing",
    "everything",
];
/// Words that open a noun phrase.
pub(super) const DETERMINERS: &[&str] = &[
    "the", "a", "an", "your", "our", "their", "its", "his", "her", "my", "every", "each", "all", "no",
    "most", "many", "some", "both", "this", "that", "these", "those", "any", "more",
];
/// What follows a verb and hardly ever a plural: an object.
const OBJECTS: &[&str] = &[
    "the", "a", "an", "your", "our", "their", "its", "his", "her", "my", "you", "us", "them", "it", "every",
    "each", "this", "these", "how", "what", "no", "any", "some", "more", "one",
];
/// Adverbs that come between subject and verb.
const ADVERBS: &[&str] = &[
    "also", "then", "now", "never", "always", "often", "just", "only", "still", "even", "already", "all",
    "both",
];
/// Words that are no verb behind a pronoun: there it is an object, or the pronoun stands for a noun.
const NO_VERB: &[&str] = &[
    "and", "or", "but", "to", "in", "on", "at", "of", "for", "from", "with", "by", "as", "than", "into",
    "about", "so", "because", "when", "if", "that", "which", "who", "while", "where", "a", "an", "the", "up",
    "out", "off", "over", "without", "until", "before", "after", "through", "during", "between", "under",
    "per",
];
/// Words that make a clause depend on another.
pub(super) const SUBORDINATORS: &[&str] = &[
    "if", "when", "whenever", "once", "while", "although", "though", "because", "as", "since", "after",
    "before", "until", "unless", "where", "whether", "whereas", "even", "given", "that", "what", "how",
    "whoever",
];
/// What ends the subject's own words, so that a verb behind it is another clause's.
const ENDS: &[&str] = &[
    "that", "which", "who", "and", "or", "when", "what", "how", "to", "if", "while", "until", "where", "as",
    "because",
];
/// Verbs that follow a plural as they are.
#[rustfmt::skip] // one word a line otherwise
const PLURAL_VERBS: &[&str] = &[
    "ask", "believe", "bring", "buy", "come", "continue", "expect", "find", "get", "give", "go", "help", "keep", "know",
    "let", "lose", "make", "need", "offer", "pay", "provide", "say", "see", "send", "take", "tell", "think", "use",
    "want",
];
/// Verbs that tell somebody what to do, at the head of a sentence.
#[rustfmt::skip] // one word a line otherwise
const IMPERATIVES: &[&str] = &[
    "add", "ask", "build", "buy", "call", "choose", "click", "create", "download", "enter", "find", "get", "give", "go",
    "install", "invoke", "keep", "let", "list", "make", "open", "order", "pick", "press", "put", "read", "run", "scan",
    "see", "select", "send", "set", "show", "sign", "start", "take", "tap", "tell", "try", "type", "use", "visit",
    "write",
];
/// Farthest that a verb may stand from where its clause begins, in words.
const REACH: usize = 9;

/// Where the subject of a clause that begins at word `at` has its verb: within reach, no comma between.
pub(super) fn verb_of(line: &Line<'_>, at: usize) -> Option<usize> {
    if line.is(at, PRONOUNS) && behind_pronoun(line, at).is_some() {
        return behind_pronoun(line, at);
    }
    if line.word(at).contains(['\'', '’']) && line.is_finite(at) {
        return Some(at);
    }
    if line.is(at, NO_VERB) && !line.is(at, DETERMINERS)
        || line.is(at, SUBORDINATORS) && !line.is(at, DETERMINERS)
    {
        return None;
    }
    let reach = (at + 1..line.len().min(at + REACH)).take_while(|word| !breaks(line, *word));
    let mut reach = reach.take_while(|word| !line.is(*word, ENDS));
    reach.find(|word| line.is_finite(*word))
}

/// The verb behind the pronoun at `at`.
fn behind_pronoun(line: &Line<'_>, at: usize) -> Option<usize> {
    let contracted = line.word(at).contains(['\'', '’']);
    let adverb = |at: usize| line.is(at, ADVERBS) || line.word(at).ends_with("ly");
    let next = (at + 1..line.len()).find(|word| !adverb(*word))?;
    let lone = line.is(at, &["this", "that", "these", "those", "there"]);
    let verb = !breaks(line, at + 1) && !breaks(line, next) && !line.is(next, NO_VERB);
    let plain = line.word(next).starts_with(char::is_lowercase);
    (contracted || verb && plain && (!lone || line.is_finite(next))).then_some(next)
}

/// Whether punctuation that ends a stretch of words stands before word `at`.
fn breaks(line: &Line<'_>, at: usize) -> bool {
    line.gap(at).contains([',', ';', ':', '(', ')']) || line.dash(at)
}

/// Whether word `at` is a finite verb whatever its subject.
pub(super) fn is_finite(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    if line.is(at.wrapping_sub(1), &["to", "not", "the", "a", "an", "of", "in", "for"]) {
        return false;
    }
    line.is(at, AUXILIARIES)
        || line.is(at, VERBS)
        || ["n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve", "'m", "’m"]
            .iter()
            .any(|end| word.ends_with(end))
        || is_contracted_is(word)
        || takes_object(line, at)
        || follows_plural(line, at)
}

/// "riders need": the plain form of a verb behind a plural.
fn follows_plural(line: &Line<'_>, at: usize) -> bool {
    let subject = line.word(at.wrapping_sub(1));
    line.is(at, PLURAL_VERBS) && subject.len() > 3 && subject.ends_with('s') && !breaks(line, at)
}

/// Whether word `at` tells somebody what to do: at the head of the sentence, or behind a colon.
pub(super) fn is_imperative(line: &Line<'_>, at: usize) -> bool {
    (at == 0 || line.gap(at).contains(':')) && line.is(at, IMPERATIVES)
}

fn is_contracted_is(word: &str) -> bool {
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    stem.is_some_and(|stem| {
        ["it", "that", "there", "he", "she", "here", "what"]
            .iter()
            .any(|known| stem.eq_ignore_ascii_case(known))
    })
}

/// "sends you", "combined the", "still exists": a form of a verb with its object right behind it, or an adverb before.
fn takes_object(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let form = word.len() > 4 && (word.ends_with("ed") || (word.ends_with('s') && !word.ends_with("ss")));
    let before = at.wrapping_sub(1);
    let adverb = line.word(before).ends_with("ly")
        || (line.is(before, ADVERBS) && !line.is(before, &["all", "both", "just", "only"]));
    form && word.starts_with(char::is_lowercase)
        && (adverb || (line.is(at + 1, OBJECTS) && !breaks(line, at + 1)))
}

/// Whether the first `end` words stand as a sentence of their own: a finite verb, and where the sentence opens with a
/// condition, one behind the comma that closes it.
pub(super) fn stands(line: &Line<'_>, end: usize) -> bool {
    let start = main_start(line, end);
    start.is_some_and(|start| has_verb(line, start..end))
}

/// Where the main clause begins within the first `end` words; nowhere where they are still in the condition.
fn main_start(line: &Line<'_>, end: usize) -> Option<usize> {
    if !is_condition(line) {
        return Some(0);
    }
    (1..end).filter(|at| line.comma(*at) && line.is_level(*at)).find(|at| verb_of(line, *at).is_some())
}

/// Whether the sentence opens with a clause that hangs on the main one: "When ...", not "That is ..." or "Since May ...".
pub(super) fn is_condition(line: &Line<'_>) -> bool {
    line.is(0, SUBORDINATORS) && !line.is(0, &["that", "how", "what"]) && verb_of(line, 1).is_some()
        || line.is(0, &["when", "if", "once", "while", "to", "even"])
}

/// Whether a main clause's finite verb stands in `words`: one that no relative or subordinate clause owns.
fn has_verb(line: &Line<'_>, words: Range<usize>) -> bool {
    let mut owned = false;
    words.clone().any(|at| {
        if at > words.start && (line.is(at, &["who", "which", "that"]) || line.is(at, SUBORDINATORS)) {
            owned = true;
            return false;
        }
        let verb = line.is_finite(at)
            || (at > 0 && line.is(at - 1, NOMINATIVE) && behind_pronoun(line, at - 1) == Some(at))
            || (at > 0
                && (at - 1 == words.start || breaks(line, at - 1))
                && line.is(at - 1, PRONOUNS)
                && behind_pronoun(line, at - 1) == Some(at))
            || is_imperative(line, at);
        // The relative clause has its verb; the next one is the main clause's.
        let counts = verb && !owned;
        owned &= !verb;
        counts
    })
}
