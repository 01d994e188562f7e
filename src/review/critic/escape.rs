//! Keeping the end of a mark out of the text in it.
//!
//! A `\` goes between the two halves of what would end a mark: `<<}` becomes `<\<}`. Where there are such backslashes
//! already, one more; so the way back is exact. Only what this program wrote is unescaped.

/// The ends of marks, each as its two halves: of `{++ ++}`, `{-- --}`, `{~~ ~~}`, `{== ==}`, `{>> <<}`, and the middle of
/// `{~~ ~> ~~}`.
const ENDS: [(char, &str); 6] = [('+', "+}"), ('-', "-}"), ('~', "~}"), ('=', "=}"), ('<', "<}"), ('~', ">")];

/// `text` so that no mark ends in it.
pub fn escaped(text: &str) -> String {
    rewritten(text, |out, backslashes| out.extend(std::iter::repeat_n('\\', backslashes + 1)))
}

/// What `text` was before it was [`escaped`].
pub fn unescaped(text: &str) -> String {
    rewritten(text, |out, backslashes| out.extend(std::iter::repeat_n('\\', backslashes.saturating_sub(1))))
}

/// Copies `text`, with other backslashes wherever any number of them stands between two halves of an end.
fn rewritten(text: &str, between: impl Fn(&mut String, usize)) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        out.push(first);
        rest = rest.get(first.len_utf8()..).unwrap_or("");
        let bare = rest.trim_start_matches('\\');
        if ENDS.iter().any(|(head, tail)| *head == first && bare.starts_with(tail)) {
            between(&mut out, rest.len() - bare.len());
            rest = bare;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_way_back_is_exact_and_nothing_ends_a_mark(text in "[-+~=<>}\\\\a]{0,16}") {
            let safe = escaped(&text);
            prop_assert_eq!(unescaped(&safe), text);
            for end in ["++}", "--}", "~~}", "==}", "<<}", "~>"] {
                prop_assert!(!safe.contains(end), "{}", safe);
            }
        }
    }
}
