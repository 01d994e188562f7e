//! Addresses left in visible text: URLs and e-mail addresses are never prose.

use super::prose::Prose;

/// Shows every URL and e-mail address in `prose` as one [`Prose::OBJECT`].
pub(super) fn hide_addresses(prose: &mut Prose) {
    if !["://", "www.", "mailto:", "@"].iter().any(|mark| prose.text.contains(mark)) {
        return;
    }
    let mut from = 0;
    while let Some((start, end)) = next_address(&prose.text, from) {
        prose.hide(start, end);
        from = start + Prose::OBJECT.len_utf8();
    }
}

fn next_address(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    for token in crate::text::slice(text, from..text.len()).split_inclusive(char::is_whitespace) {
        let word = token.trim_end();
        let inner = word.trim_start_matches(['(', '[', '<', '"', '\'', '“', '‘', '{']);
        let start = at + word.len() - inner.len();
        let address =
            inner.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\'', '”', '’', '}']);
        if is_address(address) {
            return Some((start, start + address.len()));
        }
        at += token.len();
    }
    None
}

fn is_address(word: &str) -> bool {
    let scheme = word.split_once("://").is_some_and(|(scheme, rest)| {
        !scheme.is_empty()
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+')
            && !rest.is_empty()
    });
    let mail = word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-')
    });
    scheme
        || mail
        || word.strip_prefix("www.").is_some_and(|rest| rest.contains('.'))
        || word.starts_with("mailto:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_words() {
        for address in
            ["https://a.example/pulse-platform", "www.example.com/x", "ann@example.com", "mailto:a"]
        {
            assert!(is_address(address), "{address}");
        }
        for word in ["www", "@ann", "e.g.", "://", "a://", "10@night"] {
            assert!(!is_address(word), "{word}");
        }
        assert_eq!(next_address("See (https://a.b/c). Then", 0), Some((5, 18)));
    }
}
