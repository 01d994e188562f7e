//! What a file's name or folder claims it to be.

use std::path::Path;

/// Why a file is taken for a PR/FAQ before anybody reads it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Claim {
    /// Its name and folder say nothing.
    #[default]
    Nothing,
    /// Its name says so: `prfaq`, `pr-faq`.
    PrFaq,
    /// Its name says so: `press-release`.
    PressRelease,
    /// Its folder is configured so, or the user named a template.
    Template(String),
    /// Its folder is configured so, without a template.
    Configured,
}

impl Claim {
    /// What the name of the file at `path` claims.
    pub fn of_name(path: &Path) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let bare: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let words: Vec<&str> = bare.split_whitespace().collect();
        let pair = |one: &str, two: &str| words.windows(2).any(|pair| pair == [one, two]);
        if words.contains(&"prfaq") || words.contains(&"prfaqs") || pair("pr", "faq") {
            Self::PrFaq
        } else if words.contains(&"pressrelease") || pair("press", "release") {
            Self::PressRelease
        } else {
            Self::Nothing
        }
    }

    /// The template claimed; `house` is the one of the configuration.
    pub(super) fn template(&self, house: Option<&str>) -> Option<String> {
        let or_house = |own: &str| house.unwrap_or(own).to_owned();
        match self {
            Self::Nothing => None,
            Self::PrFaq | Self::Configured => Some(or_house("prfaq")),
            Self::PressRelease => Some("press-release".to_owned()),
            Self::Template(name) => Some(name.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_claim_what_they_say() {
        let claim = |name: &str| Claim::of_name(Path::new(name));
        assert_eq!(claim("docs/PRFAQ.md"), Claim::PrFaq);
        assert_eq!(claim("kettle.pr-faq.md"), Claim::PrFaq);
        assert_eq!(claim("2027_press_release.md"), Claim::PressRelease);
        assert_eq!(claim("README.md"), Claim::Nothing);
        assert_eq!(claim("express-release.md"), Claim::Nothing);
        assert_eq!(claim("prfaq/README.md"), Claim::Nothing);
    }
}
