//! Regular English forms of a verb or noun. Irregular words are listed in the pack instead.

use super::source::Inflection;

/// The forms of `phrase` beside itself, in the order third person, past, participle; or the plural.
pub(super) fn forms(phrase: &str, how: Inflection) -> Vec<String> {
    match how {
        Inflection::Verb => verb(phrase),
        Inflection::Noun => vec![with_s(phrase)],
    }
}

/// The first word is the verb; what follows ("find out") stays.
fn verb(phrase: &str) -> Vec<String> {
    let (head, tail) = phrase.split_at(phrase.find(' ').unwrap_or(phrase.len()));
    let stem = head.strip_suffix('e').unwrap_or(head);
    let past = if let Some(stem) = consonant_y(head) { format!("{stem}ied") } else { format!("{stem}ed") };
    [with_s(head), past, format!("{stem}ing")].map(|form| form + tail).into()
}

fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return format!("{stem}ies");
    }
    let hiss = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if hiss { "es" } else { "s" })
}

/// The stem of a word in consonant + y.
fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_follow_the_regular_pattern() {
        assert_eq!(forms("use", Inflection::Verb), ["uses", "used", "using"]);
        assert_eq!(forms("start", Inflection::Verb), ["starts", "started", "starting"]);
        assert_eq!(forms("rely on", Inflection::Verb), ["relies on", "relied on", "relying on"]);
        assert_eq!(forms("reach", Inflection::Verb), ["reaches", "reached", "reaching"]);
        assert_eq!(forms("play", Inflection::Verb), ["plays", "played", "playing"]);
    }

    #[test]
    fn plurals_follow_the_regular_pattern() {
        assert_eq!(forms("touch point", Inflection::Noun), ["touch points"]);
        assert_eq!(forms("capability", Inflection::Noun), ["capabilities"]);
    }
}
