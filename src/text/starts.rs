//! Where one of many phrases may begin in a text: one look at every word instead of a search for every phrase.

use super::slice;

/// The first bytes of some phrases, capitals aside.
#[derive(Debug, Clone)]
pub struct Firsts([bool; 256]);

impl Firsts {
    /// Those of `phrases`.
    pub fn of<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Self {
        let mut firsts = [false; 256];
        for byte in phrases.into_iter().filter_map(|phrase| phrase.bytes().next()) {
            for byte in [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()] {
                if let Some(first) = firsts.get_mut(usize::from(byte)) {
                    *first = true;
                }
            }
        }
        Self(firsts)
    }

    /// Whether `text` begins as one of the phrases does.
    pub fn begin(&self, text: &str) -> bool {
        text.bytes().next().is_some_and(|byte| self.has(byte))
    }

    fn has(&self, byte: u8) -> bool {
        self.0.get(usize::from(byte)).copied().unwrap_or(false)
    }

    /// The bytes of `text` that begin as one of the phrases does, where no letter or figure stands right before.
    pub fn starts<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let bytes = text.as_bytes();
        let begins = move |at: usize| match at.checked_sub(1).and_then(|before| bytes.get(before)) {
            None => true,
            Some(before) if before.is_ascii() => !before.is_ascii_alphanumeric(),
            Some(_) => !slice(text, 0..at).chars().next_back().is_some_and(char::is_alphanumeric),
        };
        bytes.iter().enumerate().filter(move |(at, byte)| self.has(**byte) && begins(*at)).map(|(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_a_known_first_letter_are_starts() {
        let firsts = Firsts::of(["box", "", "Ärger", "%"]);
        let starts = |text| firsts.starts(text).collect::<Vec<_>>();
        // "\u{e9}" begins with the same byte as "\u{c4}".
        assert_eq!(starts("a box, Boxes; 4b \u{e9}b \u{2014}b"), [2, 7, 17, 24]);
        assert_eq!(starts("\u{c4}rger 5% %"), [0, 10]);
        assert_eq!(starts(""), [0; 0]);
        assert!(firsts.begin("Boxes") && !firsts.begin("a box") && !firsts.begin(""));
    }
}
