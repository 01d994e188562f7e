//! What a word is.

use std::ops::Range;

use crate::document::{Prose, WordKind};
use crate::text::slice;

/// Fewest and most capitals of an acronym.
const ACRONYM: std::ops::RangeInclusive<usize> = 2..=5;

/// The kind of `word`, which is no URL or path (see [`object`]).
///
/// Capitals with figures in them (`B2B`, `S3`, `Q3`) are names, not acronyms: nobody spells them out in brackets.
pub(super) fn kind(word: &str) -> WordKind {
    let mut bytes = word.bytes();
    let first = bytes.next().unwrap_or(0);
    let then_figure = bytes.next().is_some_and(|second| second.is_ascii_digit());
    let object = !word.is_ascii() && word.contains(Prose::OBJECT);
    if object || is_version(word) || (then_figure && matches!(first, b'v' | b'V')) {
        WordKind::Object
    } else if first.is_ascii_alphabetic() {
        letters(word)
    } else if first.is_ascii_digit() || word.chars().nth(1).is_some_and(|second| second.is_ascii_digit()) {
        WordKind::Number
    } else {
        WordKind::Plain
    }
}

/// The kind of `word`, which begins with a letter and holds no object and no figure.
pub(super) fn letters(word: &str) -> WordKind {
    let capital = word.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase());
    if capital && is_acronym(word) { WordKind::Acronym } else { WordKind::Plain }
}

/// Two to five capitals, perhaps with a plural or genitive `s`.
fn is_acronym(word: &str) -> bool {
    let stem = word.strip_suffix('s').map_or(word, |stem| stem.trim_end_matches(['\'', '’']));
    ACRONYM.contains(&stem.len()) && stem.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Figures with two dots or more: `2.0.1`, an IP address.
fn is_version(word: &str) -> bool {
    word.bytes().filter(|byte| *byte == b'.').count() > 1
        && word.bytes().next().is_some_and(|b| b.is_ascii_digit())
}

/// The bytes of `chunk` that are a URL, an e-mail address, a path, a file or domain name, or an identifier; `None`
/// where it is prose. Brackets, quotes and stops around it do not belong to it.
pub(super) fn object(chunk: &str) -> Option<Range<usize>> {
    let inner = |byte: &u8| matches!(byte, b'/' | b'@' | b'_' | b'\\' | b'.');
    chunk.as_bytes().iter().find(|byte| inner(byte))?;
    let open = |c: char| !c.is_alphanumeric() && !matches!(c, '/' | '.' | '~' | Prose::OBJECT);
    let close = |c: char| !c.is_alphanumeric() && !matches!(c, '/' | Prose::OBJECT);
    let start = chunk.len() - chunk.trim_start_matches(open).len();
    let end = chunk.trim_end_matches(close).len();
    let core = slice(chunk, start..end.max(start));
    let found =
        is_url(core) || is_address(core) || is_path(core) || is_identifier(core) || is_dotted_name(core);
    found.then_some(start..end)
}

fn is_url(core: &str) -> bool {
    core.contains("://") || core.starts_with("www.") || core.starts_with("mailto:")
}

fn is_address(core: &str) -> bool {
    core.split_once('@').is_some_and(|(name, host)| {
        name.ends_with(|c: char| c.is_alphanumeric()) && host.contains('.') && !host.contains('@')
    })
}

/// `/etc/hosts`, `./x`, `~/x`, `C:\x`, and any with a file or domain name in it: `src/main.rs`, `example.com/help`.
fn is_path(core: &str) -> bool {
    let drive = core.get(1..3) == Some(":\\");
    let rooted = ["/", "./", "../", "~/"].iter().any(|root| {
        core.strip_prefix(root).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()))
    });
    drive || rooted || (core.contains('/') && core.split('/').any(is_dotted_name))
}

/// `snake_case`.
fn is_identifier(core: &str) -> bool {
    core.split('_').count() > 1
        && core.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && core.split('_').all(|piece| !piece.is_empty())
}

/// A file or domain name: `Node.js`, `example.co.uk`, `README.md`; not `U.S`, `Ph.D`, `2.1` or a missed space.
fn is_dotted_name(core: &str) -> bool {
    let Some((stem, ending)) = core.rsplit_once('.') else { return false };
    let sentence = ending.starts_with(|c: char| c.is_ascii_uppercase())
        && ending.bytes().skip(1).any(|byte| byte.is_ascii_lowercase());
    let ending_fits = (2..=10).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && ending.bytes().any(|byte| byte.is_ascii_alphabetic());
    let piece = |piece: &str| {
        !piece.is_empty()
            && piece.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let named =
        stem.split('.').any(|piece| piece.len() > 1 && piece.bytes().any(|b| b.is_ascii_alphabetic()));
    ending_fits && !sentence && named && stem.split('.').all(piece)
}
