//! Where a document spells letters out: by a definition, or by words that begin with them.

use super::singular;
use crate::text::slice;

/// Words that a name keeps small, and that its letters leave out: "Bureau of the Census".
const SMALL: &[&str] = &["of", "and", "the", "for", "to", "in", "on", "a", "&"];
/// Most words that letters stand for.
const MOST: usize = 5;

/// The letters that `text` spells out: `the words (ABC)`, `ABC (the words)`, `"ABC" means`.
pub(super) fn definitions(text: &str) -> impl Iterator<Item = &str> {
    // Few texts have two capitals in a row at all.
    let mut pairs = text.as_bytes().windows(2);
    let may = pairs.any(|pair| pair.iter().all(u8::is_ascii_uppercase));
    let text = if may { text } else { "" };
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter_map(move |word| {
        let letters = singular(word);
        let capitals = letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let before = slice(text, 0..start);
        let after = slice(text, start + letters.len()..text.len());
        (capitals && (is_bracketed(before, after) || is_explained(letters, after))).then_some(letters)
    })
}

/// `(ABC)`, `(ABCs)`, `(ABC, for short)`.
fn is_bracketed(before: &str, after: &str) -> bool {
    before.ends_with('(') && after.strip_prefix('s').unwrap_or(after).starts_with([')', ',', ';'])
}

/// ` (the words)` or ` means` behind the letters.
fn is_explained(letters: &str, after: &str) -> bool {
    /// No acronym needs more bytes than this to be spelled out.
    const LONGEST: usize = 120;
    let rest = after.trim_start_matches(['"', '”', '\'', '’', 's']);
    let told = [" means ", " stands for ", ", short for ", " is short for "];
    let inner = rest.strip_prefix(" (").and_then(|inner| {
        let close = inner.char_indices().take_while(|(at, _)| *at <= LONGEST).find(|(_, c)| *c == ')')?.0;
        inner.get(..close)
    });
    inner.is_some_and(|words| {
        words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
            >= letters.len().min(2)
    }) || told.iter().any(|verb| rest.starts_with(verb))
}

/// Calls `found` with the initials of every two to five words in a row that `text` writes with capitals: "the Green
/// Goods Fund". Small words between them count and do not count.
pub(super) fn initials(text: &str, mut found: impl FnMut(&str)) {
    let mut run = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c == '-') {
        // Most words neither begin a run nor end one.
        if run.is_empty() && !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            continue;
        }
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let capital = bare.bytes().next().filter(u8::is_ascii_uppercase);
        // Letters that are capitals all through are what is spelled out, not what spells.
        let name = bare.len() > 1 && bare.bytes().any(|byte| byte.is_ascii_lowercase());
        match capital {
            Some(first) if name => {
                run.push(first as char);
                for length in 2..=MOST.min(run.len()) {
                    found(slice(&run, run.len() - length..run.len()));
                }
            }
            _ if !SMALL.contains(&bare) => run.clear(),
            _ => {}
        }
        if word.ends_with(['.', ',', ';', ':', '!', '?', ')']) {
            run.clear();
        }
    }
}

/// Whether words in a row in `sentence` begin with `letters`, three or more: "on-time performance, or OTP". Two letters
/// begin words in a row by chance.
pub(super) fn spells(sentence: &str, letters: &str) -> bool {
    letters.len() > 2 && in_a_row(sentence, letters)
}

/// Whether words in a row somewhere in `text` begin with `letters`.
pub(super) fn in_a_row(text: &str, letters: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let firsts: Vec<u8> = words
        .filter(|word| !word.is_empty() && singular(word) != letters)
        .filter_map(|word| word.bytes().next())
        .map(|first| first.to_ascii_uppercase())
        .collect();
    firsts.windows(letters.len().max(1)).any(|run| run == letters.as_bytes())
}
