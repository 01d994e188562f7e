//! Reviewers' names, and the files that are called after them.

use std::fmt;

use crate::text::printable;

/// Longest name of a reviewer, in characters.
const MAX_CHARS: usize = 60;

/// A name that no file can be called after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadName {
    /// There is no letter and no digit in it.
    Empty,
    /// It has a `/`, a `\` or a control character in it.
    Path(String),
    /// It is longer than 60 characters.
    Long,
}

/// The file of the reviewer `name` in the folder of reviews: `ann-lee.yml` for `Ann Lee`.
///
/// # Errors
///
/// The name is a path, or no name.
pub fn file_name(name: &str) -> Result<String, BadName> {
    if name.contains(['/', '\\']) || name.contains(char::is_control) {
        return Err(BadName::Path(name.to_owned()));
    }
    if name.chars().count() > MAX_CHARS {
        return Err(BadName::Long);
    }
    let lower = name.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { Err(BadName::Empty) } else { Ok(format!("{}.yml", words.join("-"))) }
}

/// Whether two names are spellings of one: they differ by case, spaces, hyphens and dots only.
pub fn is_same_name(one: &str, two: &str) -> bool {
    let folded = |name: &str| {
        let lower = name.to_lowercase();
        let words = lower.split(|c: char| c.is_whitespace() || "-.".contains(c));
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    folded(one) == folded(two)
}

impl fmt::Display for BadName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("a reviewer needs a name with a letter or a digit in it"),
            Self::Path(name) => {
                write!(f, "`{}` is no reviewer's name: a name has no `/` and no `\\` in it", printable(name))
            }
            Self::Long => write!(f, "a reviewer's name has at most {MAX_CHARS} characters"),
        }
    }
}

impl std::error::Error for BadName {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_after_its_reviewer_and_stays_in_its_folder() {
        for (name, file) in [
            ("Ann Lee", "ann-lee.yml"),
            ("Ana & Bob <pm@blue.example>", "ana-bob-pm-blue-example.yml"),
            ("..hidden", "hidden.yml"),
            ("Zoë 李", "zoë-李.yml"),
        ] {
            assert_eq!(file_name(name).as_deref(), Ok(file));
        }
        assert!(
            ["ANN LEE", "ann-lee", "Ann.Lee", " Ann  Lee"].iter().all(|name| is_same_name(name, "Ann Lee"))
        );
        assert!(["AnnLee", "Ann & Lee", "Ann"].iter().all(|name| !is_same_name(name, "Ann Lee")));
        for name in ["../ann", "a\\b", "a\nb", "", "..", "--", &"x".repeat(61)] {
            assert!(file_name(name).is_err(), "{name}");
        }
    }
}
