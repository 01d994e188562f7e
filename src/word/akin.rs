//! Whether a draft can be what a document was made from.

use std::collections::HashSet;

use super::parts::words;

/// Words in a row that two texts have in common by accident once in a while, not often.
const RUN: usize = 3;
/// Too few runs to tell by.
const FEW: usize = 30;
/// The share of its runs, in percent, that a text keeps through many rewritings, and that another has not.
const SHARE: usize = 5;

/// Whether enough of `sent` stands in `draft` for one to have come of the other. A short text always may have.
pub fn is_akin(sent: &str, draft: &str) -> bool {
    let (sent, draft) = (words(sent), words(draft));
    let there: HashSet<&[String]> = draft.windows(RUN).collect();
    let runs: HashSet<&[String]> = sent.windows(RUN).collect();
    let common = runs.iter().filter(|run| there.contains(*run)).count();
    runs.len() < FEW || common * 100 >= runs.len() * SHARE
}

#[cfg(test)]
mod tests {
    use super::*;

    const WAITBACK: &str = include_str!("../../examples/waitback.md");

    #[test]
    fn a_rewritten_draft_is_akin_and_another_product_is_not() {
        let early = include_str!("../../examples/waitback-draft.md");
        let other = include_str!("../../examples/fivescrew.md");
        assert!(is_akin(WAITBACK, WAITBACK));
        let half = WAITBACK.get(..WAITBACK.len() / 4).unwrap();
        assert!(is_akin(WAITBACK, half), "a draft that lost most of its text");
        assert!(!is_akin(WAITBACK, other) && !is_akin(early, other) && !is_akin(other, WAITBACK));
        assert!(is_akin("# Box\n\nOne line.\n", other), "too short to tell");
    }
}
