//! Names of templates, parts and front-matter keys: never a path, never a surprise in YAML.

use serde::Deserialize;

/// A name that matches `^[a-z0-9][a-z0-9-]{0,63}$`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Name(String);

impl Name {
    /// Most characters of a name.
    pub const MAX: usize = 64;

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as a person would say it: `leader-name` is "Leader name".
    pub fn label(name: &str) -> String {
        let words = name.replace(['-', '_'], " ");
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

impl TryFrom<String> for Name {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let good =
            text.chars().all(allowed) && !text.starts_with('-') && (1..=Self::MAX).contains(&text.len());
        if good {
            return Ok(Self(text));
        }
        let shown: String = text.chars().take(Self::MAX).collect();
        Err(format!(
            "`{}` is no name: use lower-case letters, digits and hyphens, at most {}, no hyphen first",
            shown.escape_debug(),
            Self::MAX
        ))
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_path() {
        let longest = "a".repeat(64);
        for good in ["prfaq", "five-questions", "6-pager", longest.as_str()] {
            assert_eq!(Name::try_from(good.to_owned()).unwrap().as_str(), good);
        }
        let too_long = "a".repeat(65);
        for bad in ["", "-a", "A", "a b", "../a", "a/b", "a.md", "é", "a\u{1b}[2J", too_long.as_str()] {
            let message = Name::try_from(bad.to_owned()).unwrap_err();
            assert!(!message.contains('\u{1b}'), "{message}");
        }
    }

    #[test]
    fn labels_read_as_words() {
        assert_eq!(Name::label("leader-name"), "Leader name");
        assert_eq!(Name::label(""), "");
    }
}
