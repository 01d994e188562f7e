//! "Did you mean": the known name nearest to a mistyped one.

/// What to say of a `name` that no `what` has: the one probably meant, else `list`, the command that lists them.
pub fn unknown<'a>(what: &str, name: &str, known: impl IntoIterator<Item = &'a str>, list: &str) -> String {
    match nearest(name, known) {
        Some(guess) => format!("unknown {what} `{name}`; did you mean `{guess}`?"),
        None => format!("unknown {what} `{name}`; `{list}` lists what there is"),
    }
}

/// The candidate that takes the fewest typing mistakes (letters left out, added, changed or swapped) to become `name`;
/// `None` where even the best takes more than a third of its letters.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const MAX_CHARS: usize = 64;
    if name.chars().count() > MAX_CHARS {
        return None;
    }
    let distances =
        candidates.into_iter().map(|candidate| (strsim::osa_distance(name, candidate), candidate));
    let (distance, candidate) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance * 3 <= candidate.chars().count().max(3)).then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_mistakes_are_guessed_and_wild_ones_are_not() {
        let names = ["jargon", "hype", "long-sentence"];
        assert_eq!(nearest("jargn", names), Some("jargon"));
        assert_eq!(nearest("hpye", names), Some("hype"));
        assert_eq!(nearest("long_sentences", names), Some("long-sentence"));
        assert_eq!(nearest("spelling", names), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(nearest(&"x".repeat(100_000), names), None);
    }
}
