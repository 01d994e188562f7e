//! Words at an edge of a text, and the small classes of words that decide what may stand beside a cut.

/// The word that `text` begins with; empty where it begins with something else.
pub(super) fn first_word(text: &str) -> &str {
    let word = text.split(|c: char| !is_inner(c)).next().unwrap_or("");
    if word.starts_with(char::is_alphanumeric) { word } else { "" }
}

/// The word that `text` ends with; empty where it ends with something else.
pub(super) fn last_word(text: &str) -> &str {
    let word = text.rsplit(|c: char| !is_inner(c)).next().unwrap_or("");
    if word.ends_with(char::is_alphanumeric) { word } else { "" }
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')
}

/// Whether two words are the same, capitals aside.
pub(super) fn same(one: &str, two: &str) -> bool {
    one.eq_ignore_ascii_case(two)
}

/// Whether `word` is in `list`, capitals aside.
pub(super) fn is_in(list: &[&str], word: &str) -> bool {
    list.iter().any(|known| same(known, word))
}

/// After a cut these lean on what is gone: "very and truly", "quickly enough", "rather than".
pub(super) const LEANING: &[&str] = &["and", "or", "but", "nor", "enough", "than", "much", "well"];

/// After a cut these may lean on what is gone.
pub(super) const DOUBTFUL: &[&str] = &["so", "yet", "as", "not", "to", "few", "little", "many"];

/// Before the end of a clause these want something to follow.
pub(super) const DANGLING: &[&str] = &[
    "a", "an", "the", "is", "are", "was", "were", "be", "been", "being", "am", "very", "so", "too", "more",
    "most", "less", "of", "to", "in", "on", "at", "for", "with", "by", "from", "as", "and", "or", "but",
    "nor", "than", "if", "that", "which", "who", "your", "our", "their", "its", "his", "her", "my", "this",
    "these", "those", "can", "will", "would", "could", "should", "must", "may", "might", "not", "no", "has",
    "have", "had", "it's", "it’s", "feels", "feel", "looks", "look", "seems", "seem", "becomes", "become",
    "stays", "stay",
];

/// Words with which nothing is listed: they begin a clause or a phrase of their own.
const FUNCTION: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "it", "you", "we", "they", "he", "she", "i", "there",
    "here", "your", "our", "their", "its", "his", "her", "my", "is", "are", "was", "were", "be", "been",
    "has", "have", "had", "do", "does", "did", "can", "could", "will", "would", "may", "might", "must",
    "should", "to", "in", "on", "at", "for", "with", "by", "from", "of", "as", "if", "when", "while",
    "because", "so", "then", "than", "not", "no", "never", "now", "also", "only", "just", "still", "even",
    "which", "who", "what", "how", "where", "why", "more", "most", "less", "least", "many", "some", "all",
    "both", "each", "every", "and", "or", "but", "nor",
];

/// Whether `word` is a small word that no list of adjectives has.
pub(super) fn is_function(word: &str) -> bool {
    is_in(FUNCTION, word)
}

/// Adjectives that press releases list and that their endings do not show.
const ADJECTIVES: &[&str] = &[
    "fast",
    "cheap",
    "simple",
    "secure",
    "safe",
    "easy",
    "quick",
    "small",
    "open",
    "free",
    "clean",
    "clear",
    "accurate",
    "private",
    "smart",
    "new",
    "modern",
    "robust",
    "smooth",
    "quiet",
    "warm",
    "cold",
    "dry",
    "wet",
    "big",
    "large",
    "light",
    "strong",
    "short",
    "long",
    "fresh",
    "fair",
    "friendly",
    "sturdy",
    "tidy",
    "handy",
    "healthy",
    "early",
    "direct",
    "exact",
    "precise",
    "complete",
    "green",
    "local",
    "lean",
    "slow",
    "calm",
    "plain",
    "low-cost",
    "waterproof",
    "seamless",
    "convenient",
    "unified",
    "integrated",
    "connected",
    "automated",
    "personalised",
    "personalized",
    "customised",
    "customized",
    "trusted",
    "proven",
    "tailored",
    "streamlined",
    "simplified",
    "optimised",
    "optimized",
    "engaging",
    "compelling",
    "lasting",
    "growing",
    "winning",
    "exciting",
    "inspiring",
    "stunning",
    "amazing",
    "outstanding",
    "unprecedented",
    "sophisticated",
    "advanced",
    "better",
    "faster",
    "cheaper",
    "simpler",
    "safer",
    "easier",
    "cleaner",
    "smarter",
    "unmatched",
    "unparalleled",
    "superior",
];

/// Endings of adjectives. "-ed" and "-ing" are left out: verbs end so.
const ENDINGS: &[&str] =
    &["able", "ible", "ful", "less", "ous", "ive", "ical", "ional", "ant", "ent", "ary", "ic", "some"];

/// Nouns and verbs with an adjective's ending that stand in lists.
const NO_ADJECTIVES: &[&str] = &[
    "payment",
    "payments",
    "management",
    "deployment",
    "development",
    "environment",
    "content",
    "event",
    "agent",
    "client",
    "document",
    "component",
    "moment",
    "movement",
    "treatment",
    "government",
    "department",
    "investment",
    "agreement",
    "equipment",
    "employment",
    "engagement",
    "improvement",
    "music",
    "traffic",
    "topic",
    "metric",
    "logic",
    "fabric",
    "public",
    "clinic",
    "library",
    "summary",
    "salary",
    "dictionary",
    "restaurant",
    "tenant",
    "participant",
    "assistant",
    "merchant",
    "table",
    "cable",
    "enable",
    "want",
    "grant",
    "prevent",
    "present",
    "sent",
    "went",
    "spent",
    "rent",
    "patient",
    "student",
    "parent",
    "president",
    "talent",
    "percent",
    "cent",
    "five",
    "drive",
    "give",
    "live",
    "receive",
    "save",
    "archive",
    "initiative",
    "objective",
    "perspective",
    "unless",
    "implement",
    "represent",
    "invent",
    "comment",
];

/// Whether `word` is surely an adjective: a common one, one with the ending of an adjective, or a compound.
pub(super) fn is_adjective(word: &str) -> bool {
    let lower = word.to_lowercase();
    let long = lower.len() > 4;
    let ended = ENDINGS.iter().any(|ending| lower.ends_with(ending)) && long;
    let known = ADJECTIVES.contains(&lower.as_str());
    let compound =
        word.contains('-') && !word.contains(char::is_uppercase) && word.starts_with(char::is_alphabetic);
    known || compound || (ended && !NO_ADJECTIVES.contains(&lower.as_str()) && !lower.ends_with("ment"))
}

/// Whether `word` is surely an adverb of manner or degree.
pub(super) fn is_adverb(word: &str) -> bool {
    const ADJECTIVES_IN_LY: &[&str] = &[
        "friendly", "costly", "daily", "weekly", "monthly", "yearly", "likely", "early", "lovely", "lonely",
        "only",
    ];
    let lower = word.to_lowercase();
    lower.len() > 4
        && lower.ends_with("ly")
        && !lower.ends_with("friendly")
        && !ADJECTIVES_IN_LY.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_at_the_edges() {
        assert_eq!(first_word("state-of-the-art, yes"), "state-of-the-art");
        assert_eq!((first_word("(no"), first_word("")), ("", ""));
        assert_eq!(last_word("he said: it's"), "it's");
        assert_eq!(last_word("he said:"), "");
    }

    #[test]
    fn adjectives_and_adverbs_are_told_by_list_and_ending() {
        for word in ["cheap", "reliable", "easy-to-use", "Dynamic", "powerful", "user-friendly"] {
            assert!(is_adjective(word) && !is_adverb(word), "{word}");
        }
        for word in ["works", "payment", "saves", "table", "ties", "you", "went"] {
            assert!(!is_adjective(word), "{word}");
        }
        assert!(is_adverb("cheaply") && !is_adverb("only") && !is_adverb("fly"));
    }
}
