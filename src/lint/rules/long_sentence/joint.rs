//! The places where a sentence can be cut: semicolons, dashes, colons, conjunctions and relative pronouns.

use super::clause::{DETERMINERS, SUBORDINATORS, is_imperative, stands, verb_of};
use super::line::Line;
use super::split::LEAST;

/// A place to cut.
#[derive(Debug)]
pub(super) struct Joint {
    /// First word that is no longer in the first half.
    pub end: usize,
    /// First word of the second half that is kept.
    pub start: usize,
    /// What the second half begins with instead of what was dropped.
    pub opening: &'static str,
    /// A word at the sentence's start that has to go.
    pub dropped: Option<usize>,
    /// Words by which it may be less even than a plainer place.
    pub cost: usize,
}

impl Joint {
    fn new(end: usize, start: usize, opening: &'static str, cost: usize) -> Self {
        Self { end, start, opening, dropped: None, cost }
    }
}

/// The place before word `at`, if it is a good one.
pub(super) fn joint(line: &Line<'_>, at: usize) -> Option<Joint> {
    let found = opened(line, at).or_else(|| {
        let gap = line.gap(at);
        if gap.contains(';') {
            semicolon(line, at)
        } else if gap.contains(':') && at + LEAST <= line.len() {
            verb_of(line, at).map(|_| Joint::new(at, at, "", 2))
        } else if line.dash(at) {
            dash(line, at)
        } else {
            conjunction(line, at)
        }
    });
    let sure = |joint: &Joint| joint.dropped.is_some() || line.gap(joint.end).contains(';');
    found.filter(|joint| sure(joint) || stands(line, joint.end))
}

/// A lone semicolon stands between two sentences; several may stand between the things of a list.
fn semicolon(line: &Line<'_>, at: usize) -> Option<Joint> {
    let lone = (1..line.len()).filter(|at| line.gap(*at).contains(';')).count() == 1;
    let (start, opening) = match line.word(at).to_ascii_lowercase().as_str() {
        "and" => (at + 1, ""),
        "but" => (at + 1, "But"),
        "so" => (at + 1, "So"),
        _ => (at, ""),
    };
    let verb = (start..line.len()).any(|at| line.is_finite(at));
    (clause(line, start).is_some() || (lone && verb)).then_some(())?;
    Some(Joint::new(at, start, opening, 0))
}

/// A single dash before a clause; a pair of them holds an aside.
fn dash(line: &Line<'_>, at: usize) -> Option<Joint> {
    let dashes = (1..line.len()).filter(|at| line.dash(*at)).count();
    if dashes > 1 {
        return None;
    }
    let and = usize::from(line.is(at, &["and"]));
    if verb_of(line, at + and).is_some() {
        return Some(Joint::new(at, at + and, "", 2));
    }
    conjunction(line, at)
}

const CONJUNCTIONS: &[&str] =
    &["and", "but", "yet", "so", "then", "which", "who", "where", "while", "whereas", "however", "because"];

/// A conjunction or relative pronoun at word `at`.
fn conjunction(line: &Line<'_>, at: usize) -> Option<Joint> {
    let pause = line.comma(at) || line.dash(at);
    if !line.is(at, CONJUNCTIONS) {
        return if line.comma(at) { spliced(line, at) } else { None };
    }
    match line.word(at).to_ascii_lowercase().as_str() {
        "and" => and(line, at, pause),
        "but" | "yet" => clause(line, at + 1)
            .or_else(|| conditional(line, at + 1))
            .map(|()| Joint::new(at, at + 1, "But", 0)),
        "so" if pause && !line.is(at + 1, &["that"]) => {
            clause(line, at + 1).map(|()| Joint::new(at, at + 1, "So", 0))
        }
        "then" if pause && is_order(line, at, at + 1) => Some(Joint::new(at, at + 1, "Then", 1)),
        "which" if pause => which(line, at),
        "who" if pause && line.is(at + 1, &["are", "have", "were", "will", "can"]) && is_last(line, at) => {
            Some(Joint::new(at, at + 1, "They", 3))
        }
        "where" if pause => clause(line, at + 1).map(|()| Joint::new(at, at + 1, "There", 3)),
        "while" | "whereas" if pause => {
            clause(line, at + 1).map(|()| Joint::new(at, at + 1, "Meanwhile,", 3))
        }
        "however" if pause && (line.comma(at + 1) || clause(line, at + 1).is_some()) => {
            Some(Joint::new(at, at + 1, "However,", 0))
        }
        "because"
            if !line.is(at + 1, &["of"])
                && !line.is(at - 1, &["not", "just", "only", "simply", "and", "but"]) =>
        {
            clause(line, at + 1).map(|()| Joint::new(at, at + 1, "This is because", 4))
        }
        _ => None,
    }
}

/// "and" before a clause of its own: a comma, a pronoun or a verb on both sides tells it from one that joins nouns.
fn and(line: &Line<'_>, at: usize, pause: bool) -> Option<Joint> {
    let opening = if line.is(at + 1, &["then"]) { "Then" } else { "" };
    let start = at + 1 + usize::from(!opening.is_empty());
    if !opening.is_empty() && is_order(line, at, start) {
        return Some(Joint::new(at, start, opening, 0));
    }
    let verb = verb_of(line, start)?;
    let pronoun = line.is(start, &["it", "we", "they", "you", "he", "she", "i", "there"]);
    let fits = pronoun || if pause { !ends_list(line, at) } else { parts_clauses(line, at, start, verb) };
    fits.then(|| Joint::new(at, start, opening, 0))
}

/// Whether the sentence gives orders up to word `at`, and another from word `start` on.
fn is_order(line: &Line<'_>, at: usize, start: usize) -> bool {
    clause(line, start).is_some() || ((0..at).any(|at| is_imperative(line, at)) && !line.is_finite(start))
}

/// Whether the comma before word `at` is the last of an enumeration: what stands before it is short and has no verb.
fn ends_list(line: &Line<'_>, at: usize) -> bool {
    let before = (1..at).rev().find(|at| line.comma(*at) && line.is_level(*at));
    before.is_some_and(|before| at - before < 6 && !(before..at).any(|at| line.is_finite(at)))
}

/// Whether an "and" without a comma joins clauses: the subject behind it has a singular's verb, and the last clause
/// before it has one as well ("We think that the box and the lid is ..." has not).
fn parts_clauses(line: &Line<'_>, at: usize, start: usize, verb: usize) -> bool {
    let singular =
        !line.is(verb, &["are", "were", "have", "do"]) && line.is_finite(verb) && line.is(start, DETERMINERS);
    let from =
        (0..at).rev().find(|at| line.is(*at, SUBORDINATORS) || line.is(*at, &["which", "who"])).unwrap_or(0);
    singular && verb <= start + 4 && (from..at).any(|at| line.is_finite(at))
}

/// "but when a request comes, ...": a condition with its own verb, and a clause behind its comma.
fn conditional(line: &Line<'_>, at: usize) -> Option<()> {
    line.is(at, &["if", "when", "while", "once", "as", "because"]).then_some(())?;
    let comma = (at + 1..line.len()).find(|at| line.comma(*at) && clause(line, *at).is_some());
    clause(line, at + 1).or(comma.map(|_| ()))
}

fn clause(line: &Line<'_>, at: usize) -> Option<()> {
    verb_of(line, at).map(|_| ())
}

/// ", which pays": the new sentence needs a subject. Only at the sentence's end, or the main clause would be torn.
fn which(line: &Line<'_>, at: usize) -> Option<Joint> {
    let adverb =
        |at: usize| line.word(at).ends_with("ly") || line.is(at, &["also", "in", "turn", "often", "not"]);
    let verb = (at + 1..line.len().min(at + 4)).find(|word| !adverb(*word))?;
    let subject = ["i", "we", "they", "you", "he", "she", "it", "the", "a", "our", "your", "of"];
    if !is_last(line, at) || line.is(verb, &subject) {
        return None;
    }
    let opening = if line.is(verb, &["are", "have", "were", "do"]) {
        "They"
    } else if line.is(verb, ABOUT_FACTS) || verb > at + 1 {
        "This"
    } else {
        "It"
    };
    Some(Joint::new(at, at + 1, opening, 1))
}

/// Verbs whose "which" stands for all that was said.
const ABOUT_FACTS: &[&str] =
    &["means", "makes", "lets", "allows", "enables", "leads", "gives", "helps", "provides", "saves"];

/// Whether no comma behind word `at` goes back to the main clause: what follows each goes on, or lists.
fn is_last(line: &Line<'_>, at: usize) -> bool {
    let on = ["and", "or", "but", "so", "which", "because", "where", "while", "who"];
    let commas: Vec<usize> =
        (at + 1..line.len()).filter(|at| line.comma(*at) && line.is_level(*at)).collect();
    let lists = commas.len() > 1 && commas.last().is_some_and(|last| line.is(*last, &["and", "or"]));
    !(at + 1..line.len()).any(|at| line.dash(at)) && (lists || commas.iter().all(|at| line.is(*at, &on)))
}

/// Two sentences with nothing but a comma between: "We want to thank you, we are glad".
fn spliced(line: &Line<'_>, at: usize) -> Option<Joint> {
    let subject = line.is(at, &["we", "they", "it", "he", "she", "you"]);
    let plain = !(0..at).any(|at| line.is(at, SUBORDINATORS) || line.is(at, &["to"]));
    (subject && plain && verb_of(line, at).is_some_and(|verb| verb <= at + 2)).then_some(())?;
    Some(Joint::new(at, at, "", 5))
}

/// "While this is small, the team ...": without "while", the main clause begins a sentence.
fn opened(line: &Line<'_>, at: usize) -> Option<Joint> {
    let opening = if line.is(0, &["while", "although", "though", "whereas"]) {
        "But"
    } else if line.is(0, &["because", "since"]) {
        "So"
    } else {
        return None;
    };
    let first = (1..=at).find(|at| line.comma(*at) && line.is_level(*at) && verb_of(line, *at).is_some())?;
    let whole = first == at && verb_of(line, 1).is_some_and(|verb| verb < at) && !line.is(1, &["of"]);
    whole.then_some(Joint { end: at, start: at, opening, dropped: Some(0), cost: 3 })
}
