//! Nouns for the customer: what everybody calls people who buy and use things, and whom the front matter names.

use crate::document::words;
use crate::text::slice;

/// People who buy, use or receive, in the plural; the singular is known too.
const PEOPLE: &[&str] = &[
    "buyers",
    "clients",
    "commuters",
    "consumers",
    "customers",
    "diners",
    "drivers",
    "everyone",
    "families",
    "guests",
    "homeowners",
    "households",
    "listeners",
    "members",
    "neighbours",
    "owners",
    "parents",
    "passengers",
    "patients",
    "people",
    "players",
    "pupils",
    "readers",
    "residents",
    "riders",
    "shoppers",
    "students",
    "subscribers",
    "teachers",
    "tenants",
    "travelers",
    "travellers",
    "users",
    "viewers",
    "visitors",
];

/// Whether `word`, lower-cased, is what everybody calls customers.
pub(super) fn is_people(word: &str) -> bool {
    let first = word.as_bytes().first();
    PEOPLE.iter().filter(|plural| plural.as_bytes().first() == first).any(|plural| is_form_of(word, plural))
}

/// Whether `word` is `plural` or its singular.
pub(super) fn is_form_of(word: &str, plural: &str) -> bool {
    let with_y = || plural.strip_suffix("ies").zip(word.strip_suffix('y'));
    word == plural
        || (word == "person" && plural == "people")
        || plural.strip_suffix('s') == Some(word)
        || with_y().is_some_and(|(plural, singular)| plural == singular)
}

/// Words that end the head of a description: "people | who shop online", "parents | of toddlers".
const TAILS: &[&str] = &[
    "who", "that", "whose", "with", "without", "of", "in", "on", "at", "for", "from", "to", "and", "or",
    "living", "running", "using", "when", "where", "under", "over", "between", "like",
];

/// The noun for the customer in `description`, the `customer:` of the front matter, lower-cased: `shoppers` of "busy
/// shoppers who are not home". `None` where there is no word.
pub(super) fn noun_of(description: &str) -> Option<String> {
    let lower = description.to_lowercase();
    let all = words::words(&lower, 0..lower.len());
    let mut head = all.map(|word| slice(&lower, word.start as usize..word.end as usize));
    let mut noun = None;
    for word in head.by_ref().take_while(|word| !TAILS.contains(word)) {
        noun = Some(word.to_owned());
    }
    noun.filter(|noun| noun.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singular_and_plural_are_one() {
        for word in ["customer", "customers", "family", "families", "person", "people", "everyone"] {
            assert!(is_people(word), "{word}");
        }
        for word in ["custom", "famil", "box", "peoples", "y", ""] {
            assert!(!is_people(word), "{word}");
        }
    }

    #[test]
    fn the_noun_stands_before_its_description() {
        for (description, noun) in [
            ("people who shop online and are not home", Some("people")),
            ("Busy shoppers", Some("shoppers")),
            ("night-shift nurses at small clinics", Some("nurses")),
            ("a plumber with two vans", Some("plumber")),
            ("who knows", None),
            ("", None),
        ] {
            assert_eq!(noun_of(description).as_deref(), noun, "{description}");
        }
    }
}
