//! Quotations: how many, whose, and what is in them.

use super::super::Written;
use super::super::lexicon::{is_detail, is_feeling, is_number, is_person};
use super::super::written::place_of;
use crate::document::{Block, PartKind, Role, Sentence, WordKind};
use crate::lint::{Finding, Severity};
use crate::text::slice;

const OPEN: [char; 3] = ['"', '“', '„'];
const CLOSE: [char; 2] = ['"', '”'];

/// How many quotations a part of this kind may hold: two kinds of customers may speak.
pub fn most(kind: &PartKind) -> usize {
    if *kind == PartKind::CustomerQuote { 2 } else { 1 }
}

/// Paragraphs that begin a quotation. One that goes on in the next paragraph is not closed in its first.
pub fn quotations<'a>(part: &Written<'a>) -> Vec<&'a Block> {
    let mut open = false;
    let mut found = Vec::new();
    for block in part.prose().filter(|block| block.prose.text.contains(OPEN)) {
        if !open && !goes_on(block) {
            found.push(block);
        }
        let marks = |marks: &[char]| block.prose.text.chars().filter(|c| marks.contains(c)).count();
        open = marks(&['“']) > marks(&['”']) || marks(&['"']) % 2 == 1;
    }
    found
}

/// Whether the speaker of the paragraph before adds something.
fn goes_on(block: &Block) -> bool {
    let mut around = String::new();
    outside(&block.prose.text, &mut around);
    let mut words = around.split_whitespace();
    let adds = words.any(|word| ["added", "adds", "continued", "continues"].contains(&word));
    // A name with a title is somebody new.
    adds && !around.contains(',')
}

pub(super) fn one_quote(part: &Written<'_>) -> Option<Finding> {
    let (found, most) = (quotations(part), most(&part.spec.kind));
    let more = found.get(most)?;
    let message =
        format!("{} quotations; {most} {} enough", found.len(), if most == 1 { "is" } else { "are" });
    Some(part.fault(more.span, message, "keep the one with the most in it"))
}

/// What is said around the quotation: the words outside its marks, and the lines under it.
fn around(part: &Written<'_>) -> String {
    let mut out = String::new();
    for block in &part.blocks {
        let marked = block.prose.text.contains(OPEN);
        match block.role {
            Role::Attribution => out.push_str(&block.prose.text),
            // Without quotation marks, only a line behind a dash can name anybody.
            Role::Prose if !marked => out.push_str(behind_dash(&block.prose.text)),
            Role::Prose => outside(slice(&block.prose.text, block.lead..block.prose.text.len()), &mut out),
            _ => {}
        }
        out.push(' ');
    }
    out
}

/// "Jo Pick, a nurse" of "It is dry. — Jo Pick, a nurse".
fn behind_dash(text: &str) -> &str {
    let dash = ["—", "–", " - ", "--"].iter().filter_map(|dash| Some(text.rfind(dash)? + dash.len())).max();
    let tail = dash.map_or("", |at| slice(text, at..text.len()));
    if tail.split_whitespace().nth(12).is_none() { tail } else { "" }
}

fn outside(text: &str, out: &mut String) {
    let mut inside = false;
    for ch in text.chars() {
        if !inside && OPEN.contains(&ch) {
            inside = true;
        } else if inside && CLOSE.contains(&ch) {
            inside = false;
            // What stood on both sides of the quotation is not one name.
            out.push_str(" | ");
        } else if !inside {
            out.push(ch);
        }
    }
}

const SAYING: &[&str] = &[
    "said",
    "says",
    "added",
    "adds",
    "explained",
    "explains",
    "according",
    "to",
    "wrote",
    "writes",
    "asked",
    "asks",
    "noted",
    "notes",
    "recalled",
    "recalls",
];

/// Whether somebody with a name and a role says it.
pub(super) fn has_speaker(part: &Written<'_>) -> Option<Finding> {
    let around = around(part);
    let said: Vec<&str> =
        around.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
    let name = said.iter().find(|word| is_name(word));
    let advice = "say who: name, and what they do";
    if said.is_empty() {
        return part.lacks("nobody says it", advice);
    }
    let Some(name) = name else { return part.lacks("the speaker has no name", advice) };
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    if !has_role(&said) {
        return part.lacks(format!("{name} has no title and no role"), advice);
    }
    if let Some(role) = empty_role(&said) {
        let advice = "say what they do all day, and where: \"a nurse from Otley\"";
        return part.lacks(format!("\"{role}\" is no role: every reader is one"), advice);
    }
    let first = first_name_alone(&said)?;
    part.lacks(
        format!("{first} has no family name"),
        "give the family name as well: nobody can ask \"Sarah\"",
    )
}

/// "a customer" of "said Jo Pick, a customer.": what says no more than that somebody bought it. With a place or a time
/// behind it, it does.
fn empty_role(said: &[&str]) -> Option<String> {
    const CUSTOMERS: &[&str] =
        &["adopter", "buyer", "client", "consumer", "customer", "person", "shopper", "tester", "user"];
    const VAGUE: &[&str] = &[
        "a",
        "an",
        "one",
        "our",
        "the",
        "happy",
        "satisfied",
        "delighted",
        "early",
        "beta",
        "first",
        "loyal",
        "new",
        "existing",
        "long-time",
        "real",
        "current",
        "pleased",
    ];
    let role = said.split(|word| word.ends_with(',')).nth(1)?;
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let (last, before) = role.split_last()?;
    let empty = CUSTOMERS.contains(&bare(last).as_str())
        && before.iter().all(|word| VAGUE.contains(&bare(word).as_str()))
        && said.iter().filter(|word| word.ends_with(',')).count() == 1;
    empty.then(|| role.join(" ").trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned())
}

/// "Sarah" of "said Sarah, a nurse": the only name behind the verb, or at the head of a line of attribution. "Mr Fox" and
/// "Maria S." are two.
fn first_name_alone(said: &[&str]) -> Option<String> {
    let verbs = ["said", "says", "added", "adds", "explained", "explains", "wrote", "writes"];
    let verb = said.iter().position(|word| verbs.contains(word));
    let from = verb.map_or(0, |verb| verb + 1);
    let (first, rest) = said.get(from..)?.split_first()?;
    let name = first.trim_matches(|c: char| !c.is_alphanumeric());
    // A title behind a comma: without it, a name may go on ("Ana de Souza").
    let alone = first.ends_with(',') && !rest.is_empty();
    (alone && is_name(first) && !is_person(name)).then(|| name.to_owned())
}

fn is_name(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    word.starts_with(char::is_uppercase) && !["The", "A", "An", "CEO", "CTO", "I"].contains(&word)
}

/// Whether there is more than verb and name: "Bo Ek, a nurse", "Bo from Leeds", "plumber Bo Ek".
fn has_role(said: &[&str]) -> bool {
    said.iter().any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let small =
            bare.starts_with(char::is_lowercase) || ["CEO", "CTO", "CFO", "COO", "CPO", "VP"].contains(&bare);
        (small || is_person(bare)) && !SAYING.contains(&bare.to_lowercase().as_str())
    }) || said.iter().any(|word| word.ends_with(',') && is_name(word)) && said.len() > 2
}

/// Feelings where a fact should be.
pub(super) fn no_feelings(part: &Written<'_>) -> Option<Finding> {
    let quote = matches!(part.spec.kind, PartKind::LeaderQuote | PartKind::CustomerQuote);
    if !quote || part.words().any(|(word, kind)| is_number(word, kind)) {
        // Elsewhere `company-focus` strikes the words.
        return None;
    }
    let feels = |(block, sentence): &(&Block, &Sentence)| {
        block.words_of(sentence).iter().any(|word| is_feeling(block.word(word)))
    };
    let (block, sentence) = part.sentences().find(feels)?;
    let message = "a feeling, and no number beside it";
    Some(part.fault(
        place_of(block, sentence),
        message,
        "say what you saw, counted or heard that made you start",
    ))
}

/// Whether something in the quotation could only be known by somebody who was there.
pub(super) fn has_detail(part: &Written<'_>) -> Option<Finding> {
    let telling = |block: &Block| {
        block.words.iter().any(|word| {
            let written = block.word(word);
            is_number(written, word.kind) || is_detail(written)
        })
    };
    if part.prose().any(|block| telling(block) || names_place(block)) {
        return None;
    }
    part.lacks(
        "no detail: no number, day or place",
        "put in one detail nobody would invent: which day, how long, what it cost before",
    )
}

/// A capital within a sentence of the quotation: a place, a day, a person.
fn names_place(block: &Block) -> bool {
    let text = block.prose.text.as_str();
    let end = text.rfind(CLOSE).unwrap_or(text.len()) as u32;
    block.sentences.iter().any(|sentence| {
        let words = block.words_of(sentence).iter().skip(1).filter(|word| word.end <= end);
        words.filter(|word| word.kind == WordKind::Plain).any(|word| {
            let word = block.word(word);
            word.starts_with(char::is_uppercase)
                && word.len() > 3
                && !word.starts_with("I'")
                && !word.starts_with("I’")
        })
    })
}

/// How customers ask for what is not there.
const REQUESTS: &[&str] = &[
    "i wish",
    "we wish",
    "would like to",
    "would like you",
    "is it possible",
    "can you",
    "could you",
    "please add",
    "it would be nice",
    "it would be great",
];

/// A customer who asks for something has no benefit yet.
pub(super) fn no_request(part: &Written<'_>) -> Option<Finding> {
    let asks = |(block, sentence): &(&Block, &Sentence)| {
        let text = block.text_of(sentence).to_lowercase();
        REQUESTS.iter().any(|request| text.contains(request)) || asks_maker(block, sentence)
    };
    let (block, sentence) = part.sentences().find(asks)?;
    let found = part.fault(
        place_of(block, sentence),
        "asks for something; a customer who has it would say what changed",
        "tell what was bad, then what changed, as if it were there",
    );
    Some(found.at_most(Severity::Warning))
}

/// "Can Blue Corp provide a bigger box?"
fn asks_maker(block: &Block, sentence: &Sentence) -> bool {
    let text = block.text_of(sentence);
    let said = slice(text, 0..text.rfind(CLOSE).unwrap_or(text.len()));
    let said = said.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?');
    let words: Vec<&str> = block.words_of(sentence).iter().map(|word| block.word(word)).collect();
    let modal =
        |word: &&str| ["can", "could", "will", "would"].iter().any(|modal| word.eq_ignore_ascii_case(modal));
    let named = |word: &str| word.starts_with(char::is_uppercase) && word.len() > 1;
    said.ends_with('?')
        && words
            .windows(2)
            .any(|pair| pair.first().is_some_and(modal) && pair.last().is_some_and(|next| named(next)))
}
