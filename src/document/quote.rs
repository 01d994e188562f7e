//! Quotations: whether a paragraph is one, and who speaks.

use std::ops::Range;

use crate::text::slice;

/// Who speaks in a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaker {
    /// Somebody from the company.
    Leader,
    /// A customer.
    Customer,
    /// Nobody can tell.
    Unknown,
}

const OPEN: [char; 3] = ['"', '“', '„'];
const CLOSE: [char; 2] = ['"', '”'];
/// Titles that somebody has who speaks for a company.
const HEADS: &[&str] = &[
    "ceo",
    "cto",
    "cfo",
    "coo",
    "cpo",
    "chief",
    "founder",
    "co-founder",
    "cofounder",
    "president",
    "vice president",
    "chair",
    "chairperson",
    "chairman",
    "spokesperson",
    "minister",
];
/// Titles that people inside a company have; a customer at work may have one too.
const TITLES: &[&str] =
    &["vp", "head of", "director", "product manager", "general manager", "lead", "creator"];
const CUSTOMER_WORDS: &[&str] = &[
    "customer",
    "user",
    "shopper",
    "client",
    "parent",
    "early tester",
    "adopter",
    "beta tester",
    "resident",
];

/// Who speaks, where the visible `text` is a quotation: it begins with a quotation mark, or somebody "said" what most of
/// it is. `company` helps to tell a leader from a customer.
pub(super) fn speaker(text: &str, company: Option<&str>) -> Option<Speaker> {
    let text = text.trim_start();
    if !may_quote(text) {
        return None;
    }
    let (opens, mostly) = (text.starts_with(OPEN), quoted_share(text) >= 0.5);
    let outside = (opens || mostly).then(|| attribution(text))?;
    let said = || SAYING.iter().any(|verb| contains_word(outside, verb));
    ((opens && mostly) || said()).then(|| of_attribution(outside, company))
}

/// Whether `text` may hold a quotation mark: most hold none, and their bytes tell. All curly marks begin with 0xE2.
fn may_quote(text: &str) -> bool {
    text.as_bytes().contains(&b'"') || text.as_bytes().contains(&0xE2)
}

/// Who the words of an attribution name.
pub(super) fn of_attribution(words: &str, company: Option<&str>) -> Speaker {
    let lower = words.to_lowercase();
    let has = |list: &[&str]| list.iter().any(|word| contains_word(&lower, word));
    let ours = company.is_some_and(|name| !name.is_empty() && lower.contains(&name.to_lowercase()));
    if lower.trim().is_empty() {
        Speaker::Unknown
    } else if ours {
        Speaker::Leader
    } else if has(CUSTOMER_WORDS)
        || [", a ", ", an "].iter().any(|mark| lower.contains(mark)) && !has(TITLES) && !has(HEADS)
        || (company.is_some() && contains_word(&lower, "at"))
    {
        Speaker::Customer
    } else if has(HEADS) && company.is_none() {
        Speaker::Leader
    } else {
        Speaker::Unknown
    }
}

/// Verbs between a quotation and its speaker.
const SAYING: [&str; 4] = ["said", "says", "added", "adds"];

/// What is said outside the quotation marks: behind the last one, or between two halves of a quotation.
fn attribution(text: &str) -> &str {
    let behind = text.rfind(CLOSE).and_then(|at| text.get(at..)).unwrap_or("").trim_start_matches(CLOSE);
    if behind.chars().any(char::is_alphanumeric) {
        return behind;
    }
    // Between straight marks, every second piece is outside.
    let outside = text.split(['"', '“', '”', '„']).step_by(2);
    outside.into_iter().find(|piece| SAYING.iter().any(|verb| contains_word(piece, verb))).unwrap_or(behind)
}

/// The last capitalised word of the name behind the quotation `text`: "Lee" of "..., added Ann Lee."
pub(super) fn name_of_speaker(text: &str) -> Option<&str> {
    let mut words = attribution(text).split_whitespace().skip_while(|word| !SAYING.contains(word)).skip(1);
    let bare = |word: &'_ str| word.ends_with([',', '.', ';', ':']);
    let mut name = None;
    for word in words.by_ref() {
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        name = Some(word.trim_end_matches(|c: char| !c.is_alphanumeric()));
        if bare(word) {
            break;
        }
    }
    name
}

/// Whether somebody is named outside the quotation marks.
pub(super) fn is_attributed(text: &str) -> bool {
    attribution(text).split_whitespace().count() >= 2
}

/// The share of `text`, by bytes, that stands between quotation marks.
fn quoted_share(text: &str) -> f64 {
    let mut inside = 0;
    let mut open = None;
    for (at, ch) in text.char_indices() {
        match open {
            None if OPEN.contains(&ch) => open = Some(at),
            Some(start) if CLOSE.contains(&ch) && at > start => {
                inside += at - start;
                open = None;
            }
            _ => {}
        }
    }
    // A quotation that goes on in the next paragraph has no closing mark.
    inside += open.map_or(0, |start| text.len() - start);
    inside as f64 / text.len().max(1) as f64
}

/// Who says a quotation, as byte ranges of the sentence `text`: "..., said Ann Lee, head of kettles", before it, behind
/// it or within it. Empty where the sentence quotes less than a third.
pub(super) fn attributions(text: &str) -> Vec<Range<usize>> {
    if !may_quote(text) {
        return Vec::new();
    }
    let marks = marks(text);
    let (Some((first, opens)), Some((last, last_opens))) = (marks.first(), marks.last()) else {
        return Vec::new();
    };
    if *opens && quoted_share(text) < 0.33 {
        return Vec::new();
    }
    let head =
        opens.then_some(0..*first).filter(|head| slice(text, head.clone()).trim_end().ends_with([',', ':']));
    let inner = marks.windows(2).filter_map(|pair| match pair {
        [(close, false), (open, true)] => Some(*close..*open),
        _ => None,
    });
    let tail = (!last_opens).then_some(*last..text.len());
    let tells = |range: &Range<usize>| {
        ["said", "says", "added", "adds", "according"]
            .iter()
            .any(|verb| contains_word(slice(text, range.clone()), verb))
    };
    head.into_iter().chain(inner).chain(tail).filter(tells).collect()
}

/// The quotation marks of `text`, and whether each opens: a straight one does at the start and behind white space.
fn marks(text: &str) -> Vec<(usize, bool)> {
    let opens = |at: usize, c: char| match c {
        '"' => !slice(text, 0..at).ends_with(|c: char| !c.is_whitespace() && !"([—–".contains(c)),
        _ => OPEN.contains(&c),
    };
    let marks = text.char_indices().filter(|(_, c)| matches!(c, '"' | '“' | '”' | '„'));
    marks.map(|(at, c)| (at, opens(at, c))).collect()
}

fn contains_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|tail| tail.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(|c| c.is_alphabetic() && c != 's')
    })
}

/// Whether `text` is an attribution line: a dash, then a name and perhaps a title.
pub(super) fn is_attribution(text: &str) -> bool {
    let Some(rest) = text
        .strip_prefix(['—', '–', '―'])
        .or_else(|| text.strip_prefix("--"))
        .or_else(|| text.strip_prefix("- "))
    else {
        return false;
    };
    let rest = rest.trim();
    let words = rest.split_whitespace().count();
    rest.starts_with(|c: char| c.is_uppercase() || c == '[')
        && words <= 18
        && !rest.ends_with(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speakers_are_told_by_their_titles() {
        let who = |text| speaker(text, Some("Blue Corp"));
        assert_eq!(who("“It works,” said Ann Lee, CEO of Blue Corp."), Some(Speaker::Leader));
        assert_eq!(who("\"I sleep again,\" said Bo, a customer in Leeds."), Some(Speaker::Customer));
        assert_eq!(who("\"I sleep again,\" said Jo Pick, a nurse from Otley."), Some(Speaker::Customer));
        assert_eq!(who("\"I sleep again.\""), Some(Speaker::Unknown));
        assert_eq!(
            who("Ann tried it. \"I sleep the whole night, and so does he,\" said Ann Ek."),
            Some(Speaker::Unknown)
        );
        assert_eq!(who("\"I sleep,\" said Jo Pick, a nurse. \"And so does he.\""), Some(Speaker::Customer));
        assert_eq!(name_of_speaker("\"So do I,\" added Ann Lee."), Some("Lee"));
        assert_eq!(name_of_speaker("\"So do I,\" said a nurse."), None);
        assert_eq!(who("The word \"smart\" is not a promise of anything at all."), None);
    }

    #[test]
    fn attributions_are_found_on_either_side_and_within() {
        let told = |text| attributions(text).into_iter().map(|range| slice(text, range)).collect::<Vec<_>>();
        assert_eq!(told("\"It works,\" said Ann Lee."), ["\" said Ann Lee."]);
        assert_eq!(
            told("Ann Lee of Blue Corp. said: “It works, and it works well.”"),
            ["Ann Lee of Blue Corp. said: "]
        );
        assert_eq!(told("\"It works,\" said Ann Lee, \"and well.\""), ["\" said Ann Lee, "]);
        assert_eq!(told("and it works,” says Ann Lee."), ["” says Ann Lee."]);
        assert_eq!(told("Press \"go\" and the driver is said to come within the hour."), [""; 0]);
        assert_eq!(told("\"It works.\""), [""; 0]);
    }

    #[test]
    fn attributions_are_short_lines_behind_a_dash() {
        assert!(is_attribution("— Ann Lee, Head of Kettles, Blue Corp"));
        assert!(!is_attribution("- a thing that we did."));
    }
}
