//! Addresses left in visible text: URLs and e-mail addresses are never prose.

use super::prose::Prose;

/// Shows every URL and e-mail address in `prose` as one [`Prose::OBJECT`].
pub(super) fn hide_addresses(prose: &mut Prose) {
    if !["://", "www.", "mailto:", "@"].iter().any(|mark| prose.text.contains(mark)) {
        return;
    }
    let addresses: Vec<(usize, usize)> = addresses(&prose.text).collect();
    if !addresses.is_empty() {
        prose.hide(&addresses);
    }
}

/// The addresses in `text` as bytes, in order; brackets, quotes and stops around them do not belong to them.
fn addresses(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.split_whitespace().filter_map(move |word| {
        let inner = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = inner.as_ptr() as usize - text.as_ptr() as usize;
        let address =
            inner.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\'', '”', '’', '}']);
        is_address(address).then(|| (start, start + address.len()))
    })
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
        let found: Vec<_> = addresses("See (https://a.b/c). Then \u{feff}a@b.c,").collect();
        assert_eq!(found, [(5, 18), (29, 34)]);
    }
}
