//! How well a few typed letters fit a name: the ranking of searchable lists.
//!
//! Letters must come in order, with anything between. Better are letters in one run, at the start of a word, at the
//! start of the name; of two names that fit alike the shorter one wins.

/// How well `query` fits `name`, more is better; `None` if it does not. Case and the query's spaces count for nothing.
///
/// The cost grows with the product of the two lengths, which are those of a name, not of a text.
pub fn score(query: &str, name: &str) -> Option<i32> {
    let query: Vec<char> =
        query.chars().filter(|char| !char.is_whitespace()).flat_map(char::to_lowercase).collect();
    let letters = letters(name);
    // best[at]: the best score with the letters so far matched, the last of them at `at`.
    let mut best: Vec<Option<i32>> = vec![None; letters.len()];
    for (nth, wanted) in query.iter().enumerate() {
        let mut next = vec![None; letters.len()];
        let mut reached: Option<i32> = (nth == 0).then_some(0);
        let mut neighbour: Option<i32> = None;
        for ((letter, slot), before) in letters.iter().zip(&mut next).zip(&best) {
            if letter.char == *wanted {
                let jump = reached.map(|score| score + letter.worth());
                let run = neighbour.map(|score| score + RUN);
                *slot = jump.max(run);
            }
            let passed = if nth > 0 { GAP } else { 0 };
            reached = reached.map(|score| score - passed).max(*before);
            neighbour = *before;
        }
        best = next;
    }
    let length = i32::try_from(letters.len()).unwrap_or(i32::MAX);
    if query.is_empty() { Some(0) } else { best.into_iter().flatten().max().map(|score| score - length) }
}

/// The letter follows the one matched before it.
const RUN: i32 = 40;

/// For each letter passed over, so that near ones are preferred.
const GAP: i32 = 1;

struct Letter {
    char: char,
    is_first: bool,
    begins_word: bool,
}

impl Letter {
    fn worth(&self) -> i32 {
        match (self.is_first, self.begins_word) {
            (true, _) => 56,
            (_, true) => 40,
            _ => 4,
        }
    }
}

fn letters(name: &str) -> Vec<Letter> {
    let mut before = None;
    let mut letters = Vec::new();
    for char in name.chars() {
        let begins_word = before.is_none_or(|before: char| !before.is_alphanumeric());
        let is_first = before.is_none();
        letters.extend(char.to_lowercase().map(|char| Letter { char, is_first, begins_word }));
        before = Some(char);
    }
    letters
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn ranks(query: &str, names: &[&str]) {
        let scores: Vec<_> = names.iter().map(|name| score(query, name).expect("fits")).collect();
        assert!(scores.is_sorted_by(|better, worse| better > worse), "{query}: {names:?} {scores:?}");
    }

    #[test]
    fn prefixes_word_starts_and_runs_come_first() {
        ranks("sa", &["Save", "Save as", "Use as is", "Discard all"]);
        ranks("sa", &["save", "undo save"]);
        ranks("nf", &["Next finding", "Find next from here", "Confirm finding"]);
        ranks("ns", &["next strike", "new file from the start", "unsaved"]);
        ranks("FIND", &["find", "find next", "next finding"]);
        ranks("q", &["quit", "save and quit"]);
    }

    #[test]
    fn letters_have_to_come_in_order() {
        assert_eq!(score("vas", "save"), None);
        assert_eq!(score("saves", "save"), None);
        assert_eq!(score("aa", "a"), None);
        assert_eq!(score("", "anything"), Some(0));
        assert!(score("go to", "gototop").is_some());
    }

    proptest! {
        #[test]
        fn it_fits_exactly_what_has_the_letters_in_order(query in "[abc]{1,4}", name in "[abc -]{0,9}") {
            let mut letters = name.chars();
            let fits = query.chars().all(|wanted| letters.any(|letter| letter == wanted));
            prop_assert_eq!(score(&query, &name).is_some(), fits);
        }
    }
}
