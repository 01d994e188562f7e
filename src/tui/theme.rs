//! How things look: named roles, each a style of the 16 ANSI colours and modifiers.
//!
//! No role fills a background (a terminal's own may be anything); what is selected is shown reversed. Colour never
//! tells anything alone: severities have glyphs and words, strikes are crossed out, rewrites underlined.

use ratatui::style::{Color, Modifier, Style};

use super::glyphs::{self, Glyphs};
use crate::lint::Severity;

/// What the editor draws with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Prose.
    pub text: Style,
    /// What stands back: hints, details, what is out of focus, Markdown's own signs.
    pub dim: Style,
    /// Headings in the document.
    pub heading: Style,
    /// Words struck by an error.
    pub strike_error: Style,
    /// Words struck by a warning.
    pub strike_warning: Style,
    /// Words struck by a note.
    pub strike_note: Style,
    /// Words that a person has to find others for; [`Theme::underline`] adds the colour of the severity.
    pub underline_rewrite: Style,
    /// Words proposed in place of struck ones.
    pub replacement: Style,
    /// Words of the text before that are gone in the text after.
    pub gone: Style,
    /// Words of the text after that are new.
    pub new: Style,
    /// What is selected, or the row that is chosen.
    pub selection: Style,
    /// What was searched for.
    pub matched: Style,
    /// Line marks left of the text.
    pub gutter: Style,
    /// The status line.
    pub status: Style,
    /// The name of a key.
    pub key: Style,
    /// Frames and dividers.
    pub border: Style,
    /// Titles of frames and groups.
    pub title: Style,
    /// What is as it should be; the glyph `done` goes with it.
    pub good: Style,
    /// What needs care; the glyph or word of a warning goes with it.
    pub caution: Style,
    /// What is wrong; the glyph or word of an error goes with it.
    pub bad: Style,
    /// Words of a note.
    pub remark: Style,
    /// The signs that go with the roles.
    pub glyphs: Glyphs,
}

/// The colours in which the themes differ.
struct Palette {
    bad: Color,
    caution: Color,
    remark: Color,
    good: Color,
    key: Color,
    /// Orange and blue are told apart by nearly everybody; sixteen colours have no orange, yellow is the nearest.
    gone: Color,
    new: Color,
}

impl Theme {
    /// For light text on a dark background.
    pub fn dark() -> Self {
        Self::new(&Palette {
            bad: Color::LightRed,
            caution: Color::Yellow,
            remark: Color::Cyan,
            good: Color::Green,
            key: Color::Cyan,
            gone: Color::Yellow,
            new: Color::LightBlue,
        })
    }

    /// For dark text on a light background, where yellow and cyan cannot be read.
    pub fn light() -> Self {
        Self::new(&Palette {
            bad: Color::Red,
            caution: Color::Magenta,
            remark: Color::Blue,
            good: Color::Green,
            key: Color::Blue,
            gone: Color::Red,
            new: Color::Blue,
        })
    }

    /// No colour at all, as `NO_COLOR` asks; crossed out, underlined, bold and reversed stay.
    pub fn colourless() -> Self {
        let none = Color::Reset;
        Self::new(&Palette {
            bad: none,
            caution: none,
            remark: none,
            good: none,
            key: none,
            gone: none,
            new: none,
        })
    }

    /// For eyes that need it: bold where others are plain, plain where others are faint, and the three bright colours
    /// that stand out from a black and from a white background alike (contrast 3 or more in xterm's colours).
    pub fn high_contrast() -> Self {
        let plain = Style::new().fg(Color::Reset).bg(Color::Reset);
        let bold = plain.add_modifier(Modifier::BOLD);
        let underlined = bold.add_modifier(Modifier::UNDERLINED);
        let theme = Self::new(&Palette {
            bad: Color::LightRed,
            caution: Color::LightMagenta,
            remark: Color::LightBlue,
            good: Color::Reset,
            key: Color::LightBlue,
            gone: Color::LightRed,
            new: Color::LightBlue,
        });
        let firm = |role: Style| role.remove_modifier(Modifier::DIM).add_modifier(Modifier::BOLD);
        Self {
            text: bold,
            dim: plain,
            heading: underlined,
            strike_warning: firm(theme.strike_warning),
            strike_note: firm(theme.strike_note),
            replacement: underlined,
            gone: firm(theme.gone),
            new: firm(theme.new),
            // Prose is bold already; and one match is selected, which has to be told from the others.
            selection: theme.selection.remove_modifier(Modifier::UNDERLINED),
            matched: Style::new().add_modifier(Modifier::REVERSED | Modifier::UNDERLINED),
            gutter: bold,
            status: bold,
            border: plain,
            good: bold,
            caution: firm(theme.caution),
            remark: firm(theme.remark),
            ..theme
        }
    }

    /// The same with signs of ASCII only.
    #[must_use]
    pub fn with_ascii(self) -> Self {
        Self { glyphs: glyphs::ASCII, ..self }
    }

    /// For the words and the mark of a finding, where they are not struck.
    pub fn severity(&self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.bad,
            Severity::Warning => self.caution,
            Severity::Note => self.remark,
        }
    }

    /// For words to be taken out or replaced.
    pub fn strike(&self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.strike_error,
            Severity::Warning => self.strike_warning,
            Severity::Note => self.strike_note,
        }
    }

    /// For words that a person has to rewrite.
    pub fn underline(&self, severity: Severity) -> Style {
        self.severity(severity).patch(self.underline_rewrite)
    }

    fn new(palette: &Palette) -> Self {
        let plain = Style::new().fg(Color::Reset).bg(Color::Reset);
        let bold = plain.add_modifier(Modifier::BOLD);
        let struck = |color| plain.fg(color).add_modifier(Modifier::CROSSED_OUT);
        Self {
            text: plain,
            dim: plain.add_modifier(Modifier::DIM),
            heading: bold,
            strike_error: struck(palette.bad).add_modifier(Modifier::BOLD),
            strike_warning: struck(palette.caution),
            strike_note: struck(palette.remark).add_modifier(Modifier::DIM),
            underline_rewrite: Style::new().add_modifier(Modifier::UNDERLINED),
            replacement: plain.fg(palette.good).add_modifier(Modifier::BOLD),
            gone: struck(palette.gone),
            new: plain.fg(palette.new).add_modifier(Modifier::UNDERLINED),
            selection: Style::new().add_modifier(Modifier::REVERSED),
            matched: Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            gutter: plain.add_modifier(Modifier::DIM),
            status: plain,
            key: bold.fg(palette.key),
            border: plain.add_modifier(Modifier::DIM),
            title: bold,
            good: plain.fg(palette.good),
            caution: plain.fg(palette.caution),
            bad: bold.fg(palette.bad),
            remark: plain.fg(palette.remark),
            glyphs: glyphs::UNICODE,
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::dark()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(theme: &Theme) -> Vec<Style> {
        let mut roles =
            vec![theme.text, theme.dim, theme.heading, theme.replacement, theme.matched, theme.gutter];
        roles.extend([theme.status, theme.key, theme.border, theme.title, theme.selection]);
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            roles.extend([theme.severity(severity), theme.strike(severity), theme.underline(severity)]);
        }
        roles.extend([theme.good, theme.caution, theme.bad, theme.remark, theme.gone, theme.new]);
        roles
    }

    #[test]
    fn no_role_fills_a_background_or_leaves_the_ansi_colours() {
        for theme in [Theme::dark(), Theme::light(), Theme::high_contrast(), Theme::colourless()] {
            for role in roles(&theme) {
                assert!(role.bg.is_none_or(|color| color == Color::Reset));
                assert!(!matches!(role.fg, Some(Color::Rgb(..) | Color::Indexed(_))));
                assert_eq!(role.underline_color, None, "Terminal.app paints it as a background");
            }
        }
    }

    #[test]
    fn nothing_is_faint_in_high_contrast_and_what_stands_back_still_differs_from_prose() {
        let theme = Theme::high_contrast();
        for role in roles(&theme) {
            assert!(!role.add_modifier.contains(Modifier::DIM), "{role:?}");
        }
        assert_ne!(theme.dim, theme.text);
        assert_ne!(theme.text.patch(theme.matched), theme.text.patch(theme.matched).patch(theme.selection));
    }

    #[test]
    fn without_colours_strikes_rewrites_and_selections_still_show() {
        let theme = Theme::colourless();
        assert!(roles(&theme).iter().all(|role| role.fg.is_none_or(|color| color == Color::Reset)));
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            assert!(theme.strike(severity).add_modifier.contains(Modifier::CROSSED_OUT));
            assert!(theme.underline(severity).add_modifier.contains(Modifier::UNDERLINED));
        }
        assert!(theme.gone.add_modifier.contains(Modifier::CROSSED_OUT));
        assert!(theme.new.add_modifier.contains(Modifier::UNDERLINED));
        assert!(theme.selection.add_modifier.contains(Modifier::REVERSED));
        assert_ne!(theme.matched, theme.underline_rewrite);
    }
}
