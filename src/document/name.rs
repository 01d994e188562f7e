//! Names: what the product and the company are called, read from the headline and the summary where no front matter
//! says so.

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
        let company = name(words.iter().take(verb).copied());
        let product = name(words.iter().skip(verb + 1).copied().skip_while(|word| is_article(word)));
        return (product, company.filter(|_| verb > 0));
    }
    let cut = [":", " — ", " – ", " - "].iter().filter_map(|mark| headline.find(mark)).min();
    let before = cut.map(|at| slice(headline, 0..at)).unwrap_or_default();
    let short = before.split_whitespace().count() <= 4;
    (name(before.split_whitespace()).filter(|_| short), None)
}

/// The capitalised words at the head of `words`, up to four, cut at punctuation.
fn name<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut taken: Vec<&str> = Vec::new();
    for word in words.take(4) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || bare.is_empty() {
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
    }
}
