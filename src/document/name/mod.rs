//! Names: what the product and the company are called, read from the headline and the summary where no front matter
//! says so.

mod nouns;

pub use nouns::{number_forms, people};

use crate::text::slice;

/// Verbs between a company and its product in a headline.
const ANNOUNCING: &[&str] = &[
    "announces",
    "announced",
    "announce",
    "launches",
    "launched",
    "launch",
    "introduces",
    "introduced",
    "introduce",
    "unveils",
    "unveiled",
    "releases",
    "released",
    "presents",
    "debuts",
    "introducing",
    "announcing",
    "launching",
    "meet",
];

/// Product and company as a headline names them, each where it can be told: "Blue Corp announces Melinda, the smart
/// mailbox", "Introducing Melinda: ...", "Melinda - never miss a parcel".
pub fn of_headline(headline: &str) -> (Option<String>, Option<String>) {
    let words: Vec<&str> = headline.split_whitespace().collect();
    let verb = words.iter().position(|word| ANNOUNCING.contains(&word.to_lowercase().as_str()));
    if let Some(verb) = verb {
        let company = linked(words.iter().take(verb).copied());
        let product = name(words.iter().skip(verb + 1).copied().skip_while(|word| is_article(word)));
        return (product, company.filter(|_| verb > 0));
    }
    let cut = [":", " — ", " – ", " - "].iter().filter_map(|mark| headline.find(mark)).min();
    let before = cut.map(|at| slice(headline, 0..at)).unwrap_or_default();
    let short = before.split_whitespace().count() <= 4;
    (name(before.split_whitespace()).filter(|_| short), None)
}

/// Product and company as the first sentences of a release name them: "Blue Corp today announced the release of
/// Melinda, a mailbox".
pub fn of_summary(summary: &str) -> (Option<String>, Option<String>) {
    let sentence = summary.split_inclusive(". ").next().unwrap_or(summary);
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let says = |word: &&str| ANNOUNCING.contains(&word.to_lowercase().as_str());
    let Some(verb) = words.iter().position(says) else { return (None, None) };
    let mut before: Vec<&str> = words.iter().take(verb).copied().collect();
    while before.last().is_some_and(|word| is_between(word)) {
        before.pop();
    }
    // The company is the capitalised words right before the verb: "On 5 May, the Blue Corp".
    let names =
        before.iter().rev().take_while(|word| !word.ends_with(',') && (is_capital(word) || is_link(word)));
    let start = before.len() - names.count();
    let company = linked(before.get(start..).unwrap_or_default().iter().copied());
    let after = words.get(verb + 1..).unwrap_or_default();
    // "the team behind Melinda", "the Melinda project": who announces is the product.
    let project = before.last().is_some_and(|word| ["project", "team", "community"].contains(word));
    let own = before.get(..before.len().saturating_sub(1)).unwrap_or_default();
    let own = own.iter().rev().take_while(|word| is_capital(word)).count();
    let project = project.then(|| before.get(before.len() - 1 - own..before.len() - 1)).flatten();
    let project = project.and_then(|words| linked(words.iter().copied()));
    (project.or_else(|| announced(after)), company.filter(|name| !name.starts_with("Today")))
}

/// The name in the words behind "announced": behind "the release of", or the first one before a comma.
fn announced(after: &[&str]) -> Option<String> {
    const NEWS: &[&str] = &["release", "launch", "availability", "start", "arrival"];
    let near = after.get(..after.len().min(9)).unwrap_or_default();
    let of = near.windows(2).position(|pair| matches!(pair, [news, "of"] if NEWS.contains(news)));
    if let Some(of) = of {
        let mut rest = after.iter().skip(of + 2).copied().skip_while(|word| is_article(word));
        let first = rest.clone().next()?;
        // "the availability of photocopier, a service": a name without a capital, with a description.
        return first.strip_suffix(',').map(str::to_owned).or_else(|| name(rest.by_ref()));
    }
    let comma = near.iter().position(|word| word.ends_with([',', '.', ':'])).unwrap_or(near.len());
    let first = near.iter().position(|word| is_capital(word)).filter(|first| *first <= comma)?;
    let placed = near.get(..first)?.iter().any(|word| matches!(*word, "on" | "at" | "in" | "for" | "with"));
    (!placed).then(|| name(near.iter().skip(first).copied())).flatten()
}

/// The name that a sentence opens with: the capitalised words at its start.
pub fn opening(text: &str) -> Option<String> {
    let words = || text.split_whitespace().skip_while(|word| is_article(word));
    let found = name(words())?;
    // "The State of the Union", "Shopify's webhook": the name of something else.
    let next = words().nth(found.split(' ').count());
    let genitive = found.ends_with("'s") || found.ends_with("’s");
    (!genitive && next != Some("of")).then_some(found)
}

/// `text` as a name, where all of it is one, an article aside.
pub fn whole(text: &str) -> Option<String> {
    let words = || text.split_whitespace().skip_while(|word| is_article(word));
    let found = linked(words())?;
    (found.split(' ').count() == words().count()).then_some(found)
}

/// Words between a company and the verb of its announcement.
fn is_between(word: &str) -> bool {
    [
        "today",
        "is",
        "are",
        "has",
        "proudly",
        "officially",
        "to",
        "pleased",
        "proud",
        "excited",
        "happy",
        "thrilled",
    ]
    .contains(&word.trim_end_matches(',').to_lowercase().as_str())
}

/// Small words inside a name: "City of Arden", "Trial and Error".
fn is_link(word: &str) -> bool {
    matches!(word, "of" | "and" | "&" | "for" | "the" | "de")
}

/// Whether `word` may stand in a name: a capital, at its start or inside ("gRPC"), and no placeholder.
fn is_capital(word: &str) -> bool {
    !word.starts_with(['[', '<', '{']) && !word.contains([']', '}']) && word.contains(char::is_uppercase)
}

/// As [`name`], with small words inside it.
fn linked<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut taken: Vec<&str> = Vec::new();
    for word in words.skip_while(|word| is_article(word)).take(6) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&');
        if word.starts_with('[')
            || !(is_capital(bare)
                || bare.starts_with(|c: char| c.is_ascii_digit())
                || (is_link(bare) && !taken.is_empty()))
        {
            break;
        }
        taken.push(bare);
        if word.ends_with([',', ':', ';', '.', ')']) {
            break;
        }
    }
    while taken.last().is_some_and(|word| is_link(word)) {
        taken.pop();
    }
    (!taken.is_empty()).then(|| taken.join(" "))
}

/// The capitalised words at the head of `words`, up to four, cut at punctuation.
fn name<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut taken: Vec<&str> = Vec::new();
    for word in words.take(4) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let named = is_capital(word) || (!taken.is_empty() && bare.starts_with(|c: char| c.is_ascii_digit()));
        if !named || word.starts_with('(') {
            break;
        }
        taken.push(bare);
        if word.ends_with([',', ':', ';', '.', ')']) {
            break;
        }
    }
    (!taken.is_empty()).then(|| taken.join(" "))
}

fn is_article(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "a" | "an" | "the" | "its" | "new" | "their" | "general" | "availability" | "of"
    )
}

/// Whether `text` announces something today: "Acme today announced Melinda".
pub fn announces(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let mut today = false;
    words.any(|word| {
        let says = today && ANNOUNCING.iter().any(|verb| word.eq_ignore_ascii_case(verb));
        today = word.eq_ignore_ascii_case("today");
        says
    })
}

/// The short form of a name with an explanation behind it: "Kettlewatch" of "Kettlewatch: The Morning Text".
pub fn short(name: &str) -> Option<&str> {
    let cut = [": ", " — ", " – ", " - "].iter().filter_map(|mark| name.find(mark)).min()?;
    Some(slice(name, 0..cut).trim()).filter(|short| short.chars().any(char::is_alphanumeric))
}

/// Whether `text` names `name` or its short form; see [`mentions`].
pub fn calls(text: &str, name: &str) -> bool {
    mentions(text, name) || short(name).is_some_and(|short| mentions(text, short))
}

/// Whether `text` names `name`, as whole words, whatever the case.
pub fn mentions(text: &str, name: &str) -> bool {
    if name.is_empty() {
        return false;
    }
    let (text, name) = (text.to_lowercase(), name.to_lowercase());
    text.match_indices(&name).any(|(at, found)| {
        let before = slice(&text, 0..at).chars().next_back();
        let after = slice(&text, at + found.len()..text.len()).chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_name_product_and_company() {
        let check = |headline, product: Option<&str>, company: Option<&str>| {
            let found = of_headline(headline);
            assert_eq!((found.0.as_deref(), found.1.as_deref()), (product, company), "{headline}");
        };
        check("Blue Corp announces Melinda, the smart mailbox", Some("Melinda"), Some("Blue Corp"));
        check("Introducing SSH Tunnel Proxy: Your Personal VPN", Some("SSH Tunnel Proxy"), None);
        check("TaxLens — Understand Your Tax History", Some("TaxLens"), None);
        check("A kettle that you can mend", None, None);
        assert!(announces("Blue Corp today announced Melinda."));
        assert!(!announces("What was announced today is old."));
        assert!(mentions("Why Melinda's box?", "melinda"));
        assert!(!mentions("Melindas", "Melinda"));
        let long = "Kettlewatch: The Morning Text";
        assert!(calls("Kettlewatch tells you that she is up", long) && calls("Why KETTLEWATCH?", long));
        assert!(!calls("The morning text", long) && !calls("A text", ": The Morning Text"));
    }
}
