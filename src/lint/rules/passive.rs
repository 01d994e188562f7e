//! `passive`: sentences in which nobody acts.

use super::claims::evidence::is_one_of;
use crate::document::{Role, Sentence, WordKind, Zone};
use crate::lint::{BlockContext, Category, Check, Finding, Rule, Severities};

pub(super) const RULE: Rule = Rule {
    name: "passive",
    category: Category::Passive,
    severity: Severities::PASSIVE,
    what: "Passive sentences that hide who acts",
    why: "The customer wants to know who does it: she, the product or a person she can call.",
    bad: "An e-mail is automatically triggered.",
    good: "The store sends you an e-mail.",
    spares: &[
        ("an actor behind \"by\"", "The parcel is brought by the driver."),
        ("a state", "The box is closed on Sundays."),
        (
            "what is done for the reader, and how things are at a time or a place",
            "# Box\n\n## Solution\n\nThe label is filled in for you. The door is locked at six.",
        ),
        (
            "how things are, in an answer",
            "# FAQ\n\n## Where are my keys?\n\nThe key is stored in your phone.",
        ),
    ],
    source: "Amazon's Doc Bar Raisers: active voice, actor first",
    settings: &[],
    check: Check::Block(check),
};

const FORMS_OF_BE: &[&str] = &["is", "are", "was", "were", "be", "being"];
/// Participles that are adjectives more often than not, or whose actor nobody asks for.
const STATES: &[&str] = &[
    "based",
    "located",
    "needed",
    "required",
    "allowed",
    "supposed",
    "used",
    "interested",
    "excited",
    "pleased",
    "concerned",
    "tired",
    "limited",
    "closed",
    "opened",
    "married",
    "related",
    "involved",
    "committed",
    "dedicated",
    "designed",
    "called",
    "named",
    "born",
    "done",
    "gone",
    "finished",
    "included",
    "supported",
    "licensed",
    "intended",
    "worried",
    "surprised",
    "satisfied",
    "ashamed",
    "expected",
    "connected",
    "broken",
    "lost",
    "known",
    "written",
    "made",
    "built",
    "left",
    "delighted",
    "thrilled",
    "proud",
    "embarrassed",
    "prepared",
    "qualified",
    "experienced",
    "advanced",
    "unused",
    "crowded",
    "retired",
    "insured",
    "covered",
    "stranded",
    "stuck",
    "sold",
    "priced",
    "listed",
    "paid",
    "bundled",
    "armed",
    "aged",
    "encouraged",
    "invited",
    "welcomed",
    "fixed",
    "mixed",
    "detailed",
    "geared",
    "bored",
    "planned",
    "scheduled",
    "sacred",
    "earned",
    "naked",
];
const IRREGULAR: &[&str] = &[
    "sent",
    "given",
    "taken",
    "seen",
    "held",
    "kept",
    "brought",
    "bought",
    "caught",
    "chosen",
    "driven",
    "drawn",
    "found",
    "hidden",
    "met",
    "put",
    "read",
    "run",
    "set",
    "shown",
    "spent",
    "thrown",
    "understood",
    "worn",
    "begun",
];
/// Words behind which a clause is subordinate: its actor is often beside the point.
const SUBORDINATE: &[&str] = &[
    "when", "if", "that", "which", "who", "once", "after", "before", "because", "since", "as", "while",
    "until", "where", "whose", "unless", "whenever", "how", "what", "whether", "why",
];

/// Verbs before "be" that promise or demand: then it matters who will do it, in an answer too.
const OWING: &[&str] = &["will", "shall", "must", "should", "would"];

/// Verbs that say what is possible: "can be found" asks for no actor, the reader is the one.
const MODAL: &[&str] = &["can", "could", "may", "might", "cannot"];

/// What a time or a place begins with, right behind the participle.
const PLACES: &[&str] =
    &["at", "in", "on", "near", "under", "above", "below", "beside", "behind", "inside", "next", "every"];

/// Words by which what begins like a place says how it is done: "in bulk", "on request", "in the least amount of time".
const MANNERS: &[&str] = &[
    "advance",
    "amount",
    "average",
    "background",
    "bases",
    "basis",
    "batch",
    "batches",
    "behalf",
    "bulk",
    "case",
    "cases",
    "demand",
    "detail",
    "fashion",
    "full",
    "manner",
    "parallel",
    "random",
    "real",
    "request",
    "response",
    "scale",
    "scenes",
    "seconds",
    "speed",
    "way",
    "ways",
];

fn check(context: &BlockContext<'_>, out: &mut Vec<Finding>) {
    if context.block.role != Role::Prose {
        return;
    }
    for sentence in &context.block.sentences {
        if let Some(finding) = passive(context, sentence) {
            out.push(finding);
        }
    }
}

/// The first passive of the main clause, where no "by" names who acts and no figure makes it a plain fact; what is
/// quoted is somebody else's sentence.
fn passive(context: &BlockContext<'_>, sentence: &Sentence) -> Option<Finding> {
    let block = context.block;
    let words = block.words_of(sentence);
    let acts = !words.iter().any(|word| is_one_of(block.word(word), FORMS_OF_BE));
    if acts || words.iter().any(|word| word.kind == WordKind::Number) {
        return None;
    }
    let text = |at: usize| words.get(at).map(|word| block.word(word).to_lowercase());
    let written = block.text_of(sentence);
    if written.contains('?') {
        return None;
    }
    let quote = written.find(['"', '“']).map_or(usize::MAX, |at| sentence.start as usize + at);
    for (at, from) in words.iter().enumerate() {
        if from.start as usize > quote || is_one_of(block.word(from), SUBORDINATE) {
            return None;
        }
        if !is_one_of(block.word(from), FORMS_OF_BE) {
            continue;
        }
        let word = text(at)?;
        let before = at.checked_sub(1).and_then(text).unwrap_or_default();
        if MODAL.contains(&before.as_str()) {
            continue;
        }
        let adverb = text(at + 1)
            .is_some_and(|next| next.ends_with("ly") || matches!(next.as_str(), "then" | "now" | "often"));
        let verb = at + 1 + usize::from(adverb);
        let participle = text(verb)?;
        let acted = (verb + 1..(verb + 8).min(words.len())).filter_map(text).any(|word| word == "by");
        let owed =
            OWING.contains(&before.as_str()) || text(at + 1).is_some_and(|next| next == "automatically");
        let behind: Vec<String> = (verb + 1..(verb + 8).min(words.len())).filter_map(text).collect();
        if !is_participle(&participle)
            || acted
            || is_plain(&behind, owed)
            || !(owed || is_release(block.zone))
        {
            continue;
        }
        let to = words.get(verb)?;
        let message = format!("nobody acts in \"{word} {participle}\"");
        return Some(Finding::new(from.start as usize..to.end as usize, message).rewrite("say who does it"));
    }
    None
}

/// Whether the words `behind` the participle say that it is done for the reader, or that it tells how things are at a time
/// or a place. Who promises that something will be done has to say who does it, wherever that is.
fn is_plain(behind: &[String], owed: bool) -> bool {
    let served = behind.windows(2).any(|two| two == ["for", "you"]);
    let is = |word: &String, list: &[&str]| list.contains(&word.as_str());
    let manner = behind.iter().take(6).any(|word| is(word, MANNERS));
    let beside =
        behind.first().is_none_or(|first| first != "next") || behind.get(1).is_some_and(|to| to == "to");
    let place = !manner && beside && behind.first().is_some_and(|first| is(first, PLACES));
    served || (!owed && (place || behind.iter().any(|word| word == "you")))
}

/// Where a plain "is stored" is struck: answers, questions of colleagues and quotations state how things are.
fn is_release(zone: Zone) -> bool {
    matches!(zone, Zone::Lead | Zone::Release)
}

fn is_participle(word: &str) -> bool {
    // "unlimited", "undocumented": nobody did it.
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !word.starts_with("un");
    !STATES.contains(&word) && !word.contains('-') && (regular || IRREGULAR.contains(&word))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    #[test]
    fn states_facts_and_named_actors_are_let_be() {
        for fine in [
            "It was invented in 2003.",
            "Orders are checked by the driver.",
            "The shop is closed.",
            "We call you when the box is emptied.",
            "Orders that haven't been picked up go back.",
            "The list can be found on our site.",
            "Your data is unlimited.",
            "\"It was stolen,\" she said.",
            "# Box\n\n## Solution\n\nThe clipboard is filled in for you.",
            "# Box\n\n## Solution\n\nThe door is locked at six.",
            "# Box\n\n## Solution\n\nThe key is hidden next to the door.",
            "# Box\n\n## Solution\n\nThe unique ID on the card is printed in large type.",
        ] {
            assert!(rule_finds("passive", fine).is_empty(), "{fine}");
        }
        for (hidden, found) in [
            ("Orders are then processed.", "are then processed"),
            ("Orders are processed in bulk.", "are processed"),
            ("Orders are checked on a regular basis.", "are checked"),
            ("Mails are triggered next.", "are triggered"),
            ("Mails are triggered when a shop marks them as \"ready\".", "are triggered"),
        ] {
            let release = format!("# Box\n\n## Problem\n\n{hidden}");
            assert_eq!(rule_finds("passive", &release), [found], "{hidden}");
            assert!(rule_finds("passive", hidden).is_empty(), "{hidden}");
        }
        assert_eq!(rule_finds("passive", "The key will be stored in the box."), ["be stored"]);
    }
}
