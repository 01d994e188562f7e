//! Nouns for the customer and for the product, where no front matter and no list of common words has them.

use crate::centre;
use crate::document::{Document, PartKind, name};
use crate::text::slice;

/// Most places that are looked at in one text, and characters of each.
const PLACES: usize = 6;
const CLAUSE: usize = 120;

/// Nouns for the customer: those of the front matter's `customer:`, else those behind "for" in the lines at the head
/// ("for people who ride at night", "for store associates").
pub(super) fn customers(document: &Document) -> Vec<String> {
    if let Some(customer) = &document.front_matter.customer {
        return name::people(customer);
    }
    let mut nouns = Vec::new();
    for text in head(document) {
        for (at, _) in text.match_indices(" for ").take(PLACES) {
            let rest = slice(text, at + " for ".len()..text.len());
            let near = rest.char_indices().nth(CLAUSE).map_or(rest, |(end, _)| slice(rest, 0..end));
            let clause = near.split(['.', '!', '?', ';', ':', '—']).next().unwrap_or("");
            nouns.extend(name::people(clause).into_iter().take(2).filter(|noun| is_people(noun, clause)));
        }
    }
    nouns
}

/// Whether `noun` of `clause` names people: as everybody knows, or because "who" follows.
fn is_people(noun: &str, clause: &str) -> bool {
    let known = centre::is_people(noun);
    let who = || clause.to_lowercase().contains(&format!("{noun} who "));
    // "hackers", "organists", "librarians": whoever does something. Machines do too, and are known as such.
    let doers = ["ers", "ists", "ians"].iter().any(|end| noun.ends_with(end)) && noun.len() > 6;
    let many = noun.ends_with('s') || name::number_forms(noun).first().is_none_or(|one| one != noun);
    many && (known || (!centre::is_thing(noun) && !MACHINES.contains(&noun) && (doers || who())))
}

/// What does something and is nobody.
const MACHINES: &[&str] = &[
    "browsers",
    "computers",
    "covers",
    "folders",
    "headers",
    "helpers",
    "letters",
    "numbers",
    "others",
    "papers",
    "printers",
    "routers",
    "scanners",
    "speakers",
    "stickers",
    "timers",
    "towers",
    "trackers",
    "trailers",
    "wrappers",
];

/// What the product is: `mailbox` of "Melinda, the smart mailbox" and of "Melinda is a mailbox that ...".
pub(super) fn kinds(document: &Document, product: &str) -> Vec<String> {
    let mut kinds: Vec<String> = head(document).filter_map(|text| kind(text, product)).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

fn kind(text: &str, product: &str) -> Option<String> {
    text.match_indices(product).take(PLACES).find_map(|(at, _)| {
        let rest = slice(text, at + product.len()..text.len());
        let rest = rest.char_indices().nth(CLAUSE).map_or(rest, |(end, _)| slice(rest, 0..end));
        let rest = [", ", " is ", " — ", ": ", " - "].iter().find_map(|link| rest.strip_prefix(link))?;
        let rest = ["a ", "an ", "the "].iter().find_map(|article| {
            let first = slice(rest, 0..article.len().min(rest.len()));
            first.eq_ignore_ascii_case(article).then(|| slice(rest, article.len()..rest.len()))
        })?;
        let clause = rest.split([',', '.', ';', '—', '(', '!']).next()?;
        // The head of "smart mailbox that opens" stands where a person's would.
        let noun = name::people(clause).into_iter().next()?;
        (noun.len() > 2 && !centre::is_people(&noun) && noun.chars().all(char::is_alphabetic)).then_some(noun)
    })
}

/// The text of headline, subheading and summary.
fn head(document: &Document) -> impl Iterator<Item = &str> {
    [PartKind::Headline, PartKind::Subheading, PartKind::Summary].into_iter().filter_map(|kind| {
        let part = document.filled_part(&kind)?;
        let block = document.blocks_of(part).find(|block| block.is_judged())?;
        Some(block.prose.text.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_says_for_whom_it_is() {
        let of =
            |head: &str| customers(&Document::parse(&format!("# Press release\n\n# A box\n\n{head}\n"), &[]));
        assert_eq!(of("The box keeps parcels dry for people who are out."), ["people"]);
        assert_eq!(of("A box for store clerks and their suppliers."), ["suppliers"]);
        assert_eq!(of("A box for indie hackers."), ["hackers"]);
        assert!(of("A box for months of rain, for servers and for computers.").is_empty());
    }

    #[test]
    fn a_name_says_what_it_is() {
        assert_eq!(kind("Melinda, the smart mailbox, opens.", "Melinda").as_deref(), Some("mailbox"));
        assert_eq!(kind("Melinda is a mailbox that opens.", "Melinda").as_deref(), Some("mailbox"));
        assert_eq!(kind("Melinda is late.", "Melinda"), None);
    }
}
