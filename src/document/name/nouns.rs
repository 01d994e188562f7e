//! Nouns by which a description names people, and nouns in singular and plural.

use crate::text::slice;

/// Words that end the head of a description: "people | who shop online", "parents | of toddlers".
const TAILS: &[&str] = &[
    "who", "that", "whose", "which", "with", "without", "of", "in", "on", "at", "for", "from", "to",
    "living", "running", "using", "when", "where", "under", "over", "between", "like", "across", "working",
];

/// The nouns that `description` (the `customer:` of the front matter) names people by, lower-cased: `clinics` and
/// `nurses` of "small clinics and their nurses", `parents` of "parents of toddlers in Leeds".
pub fn people(description: &str) -> Vec<String> {
    let lower = description.to_lowercase();
    let mut nouns: Vec<String> = Vec::new();
    for piece in lower.split([',', ';', '(', ')', '.', ':', '/']) {
        let mut head = None;
        let mut words = piece.split_whitespace();
        let mut ended = false;
        while let Some(word) = words.next() {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            ended |= TAILS.contains(&word);
            if ended && !matches!(word, "and" | "or") {
                continue;
            }
            if matches!(word, "and" | "or" | "&") {
                nouns.extend(head.take());
                // Behind "who" and "of" a list goes on only where it says whose: "... and their nurses".
                ended &= !matches!(words.clone().next(), Some("their" | "the"));
            } else if word.len() > 2 {
                head = Some(word.to_owned());
            }
        }
        nouns.extend(head);
        if ended {
            break;
        }
    }
    nouns.retain(|noun| !TAILS.contains(&noun.as_str()));
    nouns
}

/// `noun`, in lower case, as singular and plural: `family` and `families`, `person` and `people`.
pub fn number_forms(noun: &str) -> [String; 2] {
    const ODD: [(&str, &str); 5] = [
        ("person", "people"),
        ("child", "children"),
        ("woman", "women"),
        ("man", "men"),
        ("shelf", "shelves"),
    ];
    if let Some((one, many)) = ODD.iter().find(|(one, many)| noun == *one || noun == *many) {
        return [(*one).to_owned(), (*many).to_owned()];
    }
    let ends = |ends: &[&str]| ends.iter().any(|end| noun.ends_with(end));
    let cut = |by: usize| slice(noun, 0..noun.len() - by);
    let vowel_y = ends(&["ay", "ey", "oy", "uy"]);
    let singular = match () {
        () if ends(&["ies"]) && noun.len() > 4 => format!("{}y", cut(3)),
        () if ends(&["ches", "shes", "sses", "xes"]) => cut(2).to_owned(),
        () if ends(&["s"]) && !ends(&["ss", "us", "is"]) && noun.len() > 3 => cut(1).to_owned(),
        () => noun.to_owned(),
    };
    if singular != noun {
        return [singular, noun.to_owned()];
    }
    let plural = match () {
        () if ends(&["y"]) && !vowel_y => format!("{}ies", cut(1)),
        () if ends(&["s", "x", "ch", "sh"]) => format!("{noun}es"),
        () => format!("{noun}s"),
    };
    [singular, plural]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_names_people_by_its_heads() {
        for (description, nouns) in [
            ("people who shop online and are not home", vec!["people"]),
            ("nurses", vec!["nurses"]),
            ("parents of toddlers", vec!["parents"]),
            ("small clinics and their nurses", vec!["clinics", "nurses"]),
            ("Families with children, landlords", vec!["families"]),
            (
                "night-shift workers, couriers and their dispatchers",
                vec!["workers", "couriers", "dispatchers"],
            ),
            ("nurses in Leeds and their ward managers", vec!["nurses", "managers"]),
            ("developers/data scientists", vec!["developers", "scientists"]),
            ("who", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(people(description), nouns, "{description}");
        }
    }

    #[test]
    fn nouns_have_two_numbers() {
        for (one, many) in [
            ("clinic", "clinics"),
            ("family", "families"),
            ("person", "people"),
            ("coach", "coaches"),
            ("boss", "bosses"),
            ("box", "boxes"),
            ("essay", "essays"),
            ("child", "children"),
        ] {
            let both = [one.to_owned(), many.to_owned()];
            assert_eq!((number_forms(one), number_forms(many)), (both.clone(), both));
        }
    }
}
