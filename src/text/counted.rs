//! Numbers of things as people say them.

/// `1 file`, `2 files`, `2 safe fixes`.
pub fn counted(number: usize, noun: &str) -> String {
    let plural = if noun.ends_with('x') { "es" } else { "s" };
    format!("{number} {noun}{}", if number == 1 { "" } else { plural })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_one_and_all_others_are_several() {
        let said = [counted(0, "word"), counted(1, "word"), counted(2, "more note"), counted(3, "safe fix")];
        assert_eq!(said, ["0 words", "1 word", "2 more notes", "3 safe fixes"]);
    }
}
