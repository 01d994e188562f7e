//! Which links a page may have.

use std::fmt::Write as _;

/// The schemes, and the place in the page, that a link may lead to.
const ALLOWED: [&str; 4] = ["http://", "https://", "mailto:", "#"];

/// `target` as it may stand in a link; `None` where it leads anywhere else, or nowhere. Browsers skip white space
/// and controls in an address, so these are gone before it is judged.
pub(in crate::export) fn safe(target: &str) -> Option<String> {
    let visible: String = target.chars().filter(|c| !c.is_control()).collect();
    let address = visible.trim();
    let lower: String = address.chars().take(8).collect::<String>().to_ascii_lowercase();
    let scheme = ALLOWED.into_iter().find(|scheme| lower.starts_with(scheme))?;
    (address.len() > scheme.len()).then(|| encode(address))
}

/// Percent-encodes what has no place in an address; letters of any script stay readable.
fn encode(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for character in address.chars() {
        if character.is_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(character) {
            out.push(character);
        } else {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_mail_and_the_page_itself() {
        for (target, link) in [
            ("https://a.b/c?d=e&f#g", "https://a.b/c?d=e&f#g"),
            (" HTTP://a.b ", "HTTP://a.b"),
            ("mailto:a@b.c", "mailto:a@b.c"),
            ("#price", "#price"),
            ("ht\ttps://a.b/\"x y<z>", "https://a.b/%22x%20y%3Cz%3E"),
            ("https://bücher.example/ö", "https://bücher.example/ö"),
        ] {
            assert_eq!(safe(target).as_deref(), Some(link), "{target}");
        }
        for target in [
            "javascript:alert(1)",
            "JaVa\nScript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "/path",
            "page.html",
            "https:evil",
            "&#106;avascript:x",
            "x https://a.b",
            "http://",
            "#",
            "",
        ] {
            assert_eq!(safe(target), None, "{target}");
        }
    }
}
