//! How things look on this terminal, as far as its environment tells.

use std::ffi::OsString;

use super::theme::Theme;

/// Which colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// For light text on a dark background.
    #[default]
    Dark,
    /// For dark text on a light background.
    Light,
    /// None.
    Colourless,
}

/// Colours, signs, and how struck words are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Which colours there are.
    pub tone: Tone,
    /// Whether there is nothing but ASCII to draw signs with.
    pub ascii: bool,
    /// Whether the terminal may cross nothing out, so that struck words stand in brackets too.
    pub brackets: bool,
}

impl Look {
    /// The look that the environment asks for; `get` reads a variable. `PRFAQ_THEME` (`dark`, `light`, `none`) decides;
    /// else `NO_COLOR` takes the colours away, and the background in `COLORFGBG` chooses between dark and light.
    pub fn of(get: impl Fn(&str) -> Option<OsString>) -> Self {
        let text =
            |name: &str| get(name).map(|value| value.to_string_lossy().into_owned()).unwrap_or_default();
        let tone = match text("PRFAQ_THEME").as_str() {
            "dark" => Tone::Dark,
            "light" => Tone::Light,
            "none" => Tone::Colourless,
            _ if !text("NO_COLOR").is_empty() => Tone::Colourless,
            _ if has_light_background(&text("COLORFGBG")) => Tone::Light,
            _ => Tone::Dark,
        };
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(text).into_iter().find(|locale| !locale.is_empty());
        let is_utf8 = |locale: String| locale.to_lowercase().replace('-', "").contains("utf8");
        // Terminal.app ignores the attribute, the Linux console draws a colour in its place.
        let crosses_out = text("TERM_PROGRAM") != "Apple_Terminal" && text("TERM") != "linux";
        Self { tone, ascii: !locale.is_none_or(is_utf8), brackets: !crosses_out }
    }

    /// What to draw with.
    pub fn theme(self) -> Theme {
        let theme = match self.tone {
            Tone::Dark => Theme::dark(),
            Tone::Light => Theme::light(),
            Tone::Colourless => Theme::colourless(),
        };
        if self.ascii { theme.with_ascii() } else { theme }
    }

    /// Whether struck words stand in brackets too: nothing is told by one attribute alone.
    pub fn has_brackets(self) -> bool {
        self.brackets || self.tone == Tone::Colourless
    }

    /// The same with the next of dark, light and colourless.
    #[must_use]
    pub fn next(self) -> Self {
        let tone = match self.tone {
            Tone::Dark => Tone::Light,
            Tone::Light => Tone::Colourless,
            Tone::Colourless => Tone::Dark,
        };
        Self { tone, ..self }
    }
}

// The last field is the background: 7 and 15 are the light ones.
fn has_light_background(value: &str) -> bool {
    matches!(value.rsplit(';').next(), Some("7" | "15"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(variables: &[(&str, &str)]) -> Look {
        Look::of(|name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_environment_chooses_colours_and_signs() {
        assert_eq!(look(&[]), Look::default());
        assert_eq!(look(&[("NO_COLOR", "1"), ("COLORFGBG", "0;15")]).tone, Tone::Colourless);
        assert_eq!(look(&[("NO_COLOR", ""), ("COLORFGBG", "0;15")]).tone, Tone::Light);
        assert_eq!(look(&[("COLORFGBG", "15;0")]).tone, Tone::Dark);
        assert_eq!(look(&[("NO_COLOR", "1"), ("PRFAQ_THEME", "light")]).tone, Tone::Light);
        assert!(look(&[("LANG", "C")]).ascii && !look(&[("LANG", "de_DE.UTF-8")]).ascii);
        assert!(look(&[("LC_ALL", "C"), ("LANG", "en_US.utf8")]).ascii);
    }

    #[test]
    fn brackets_stand_in_where_nothing_is_crossed_out() {
        assert!(look(&[("TERM_PROGRAM", "Apple_Terminal")]).has_brackets());
        assert!(look(&[("NO_COLOR", "1")]).has_brackets());
        assert!(!look(&[("TERM", "xterm-256color")]).has_brackets());
    }
}
