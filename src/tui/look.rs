//! How things look on this terminal, as far as its environment tells.

use std::ffi::OsString;

pub use crate::config::editor::{Strike, Tone};

use super::theme::Theme;
use crate::config::editor::Settings;

/// Colours, signs, and how struck words are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Which colours there are.
    pub tone: Tone,
    /// Whether there is nothing but ASCII to draw signs with.
    pub ascii: bool,
    /// How struck words are told from others; [`Strike::Auto`] where the terminal can cross out.
    pub strike: Strike,
}

impl Look {
    /// The look that the environment and the user ask for; `get` reads a variable. `PRFAQ_THEME` (a theme, or `none`)
    /// decides; else `NO_COLOR` takes the colours away; else it is the theme of `settings`; else the background in
    /// `COLORFGBG` chooses between dark and light.
    pub fn of(get: impl Fn(&str) -> Option<OsString>, settings: &Settings) -> Self {
        let text =
            |name: &str| get(name).map(|value| value.to_string_lossy().into_owned()).unwrap_or_default();
        let asked = text("PRFAQ_THEME");
        let settled = settings.theme.filter(|_| asked != "auto");
        let tone = match Tone::named(&asked) {
            Some(tone) => tone,
            None if asked == "none" || !text("NO_COLOR").is_empty() => Tone::Colourless,
            None => settled.unwrap_or_else(|| of_background(&text("COLORFGBG"))),
        };
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(text).into_iter().find(|locale| !locale.is_empty());
        let is_utf8 = |locale: String| locale.to_lowercase().replace('-', "").contains("utf8");
        // Terminal.app ignores the attribute, the Linux console draws a colour in its place.
        let crosses_out = text("TERM_PROGRAM") != "Apple_Terminal" && text("TERM") != "linux";
        let strike = match settings.strike {
            Strike::Auto if !crosses_out => Strike::Brackets,
            strike => strike,
        };
        Self { tone, ascii: !locale.is_none_or(is_utf8), strike }
    }

    /// What to draw with.
    pub fn theme(self) -> Theme {
        let theme = match self.tone {
            Tone::Dark => Theme::dark(),
            Tone::Light => Theme::light(),
            Tone::HighContrast => Theme::high_contrast(),
            Tone::Colourless => Theme::colourless(),
        };
        if self.ascii { theme.with_ascii() } else { theme }
    }

    /// Whether struck words stand in brackets too: nothing is told by one attribute alone, unless the user says that
    /// the terminal shows it.
    pub fn has_brackets(self) -> bool {
        match self.strike {
            Strike::Auto => self.tone == Tone::Colourless,
            Strike::CrossedOut => false,
            Strike::Brackets => true,
        }
    }

    /// The same with the next theme.
    #[must_use]
    pub fn next(self) -> Self {
        Self { tone: self.tone.next(), ..self }
    }
}

// The last field is the background: 7 and 15 are the light ones.
fn of_background(value: &str) -> Tone {
    if matches!(value.rsplit(';').next(), Some("7" | "15")) { Tone::Light } else { Tone::Dark }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(variables: &[(&str, &str)]) -> Look {
        look_of(variables, &Settings::default())
    }

    fn look_of(variables: &[(&str, &str)], settings: &Settings) -> Look {
        let get =
            |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into());
        Look::of(get, settings)
    }

    #[test]
    fn the_environment_chooses_colours_and_signs() {
        assert_eq!(look(&[]), Look::default());
        assert_eq!(look(&[("NO_COLOR", "1"), ("COLORFGBG", "0;15")]).tone, Tone::Colourless);
        assert_eq!(look(&[("NO_COLOR", ""), ("COLORFGBG", "0;15")]).tone, Tone::Light);
        assert_eq!(look(&[("COLORFGBG", "15;0")]).tone, Tone::Dark);
        assert_eq!(look(&[("NO_COLOR", "1"), ("PRFAQ_THEME", "light")]).tone, Tone::Light);
        assert_eq!(look(&[("PRFAQ_THEME", "none")]).tone, Tone::Colourless);
        assert_eq!(look(&[("PRFAQ_THEME", "high-contrast")]).tone, Tone::HighContrast);
        assert!(look(&[("LANG", "C")]).ascii && !look(&[("LANG", "de_DE.UTF-8")]).ascii);
        assert!(look(&[("LC_ALL", "C"), ("LANG", "en_US.utf8")]).ascii);
    }

    #[test]
    fn the_user_s_theme_stands_below_what_is_said_for_this_session_and_above_what_is_guessed() {
        let settings = Settings { theme: Some(Tone::HighContrast), ..Settings::default() };
        for (variables, tone) in [
            (&[("COLORFGBG", "0;15")][..], Tone::HighContrast),
            (&[("NO_COLOR", "1")], Tone::Colourless),
            (&[("PRFAQ_THEME", "dark"), ("NO_COLOR", "1")], Tone::Dark),
            (&[("PRFAQ_THEME", "auto"), ("COLORFGBG", "0;15")], Tone::Light),
            (&[("PRFAQ_THEME", "auto"), ("NO_COLOR", "1")], Tone::Colourless),
            (&[("PRFAQ_THEME", "blue")], Tone::HighContrast),
        ] {
            assert_eq!(look_of(variables, &settings).tone, tone, "{variables:?}");
        }
    }

    #[test]
    fn brackets_stand_in_where_nothing_is_crossed_out() {
        let apple = &[("TERM_PROGRAM", "Apple_Terminal")][..];
        let (colourless, plain) = (&[("NO_COLOR", "1")][..], &[("TERM", "xterm-256color")][..]);
        for (variables, strike, has_brackets) in [
            (apple, Strike::Auto, true),
            (&[("TERM", "linux")], Strike::Auto, true),
            (colourless, Strike::Auto, true),
            (plain, Strike::Auto, false),
            (plain, Strike::Brackets, true),
            (apple, Strike::CrossedOut, false),
            (colourless, Strike::CrossedOut, false),
        ] {
            let look = look_of(variables, &Settings { strike, ..Settings::default() });
            assert_eq!(look.has_brackets(), has_brackets, "{variables:?} {strike:?}");
        }
    }
}
