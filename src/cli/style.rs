//! Colour in printed output: whether there is any, and the one place that writes SGR sequences for it.

use std::ffi::OsString;
use std::fmt;
use std::io::IsTerminal;

use crate::report::Tone;
use crate::text::printable_lines;

/// When printed output is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum ColorChoice {
    /// Where it goes to a terminal and the environment does not forbid it.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How printed output looks; plain where colour is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    on: bool,
}

/// Parameters for SGR: the terminal's own sixteen colours, so that its theme decides. Strikes are red as well, because
/// some terminals draw no line.
fn parameters(tone: Tone) -> &'static str {
    match tone {
        Tone::Error => "1;31",
        Tone::Warning => "33",
        Tone::Note => "36",
        Tone::Strike => "9;31",
        Tone::Insert | Tone::Good => "32",
        // Orange and blue, which most people tell apart, with a line through and a line under for the others.
        Tone::Gone => "9;33",
        Tone::New => "4;94",
        Tone::Marked => "4;35",
        Tone::Strong => "1",
        Tone::Dim => "2",
    }
}

impl Style {
    /// No colour.
    pub const PLAIN: Self = Self { on: false };

    /// The style for standard output.
    pub fn stdout(choice: ColorChoice) -> Self {
        Self::choose(choice, std::io::stdout().is_terminal(), |name| std::env::var_os(name))
    }

    /// The style for standard error.
    pub fn stderr(choice: ColorChoice) -> Self {
        Self::choose(choice, std::io::stderr().is_terminal(), |name| std::env::var_os(name))
    }

    /// Decides: the command line first, then `NO_COLOR` (<https://no-color.org>: set to anything but nothing), then
    /// `CLICOLOR_FORCE`, then whether it is a terminal that knows colours.
    fn choose(choice: ColorChoice, terminal: bool, variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let on = match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto if set("NO_COLOR") => false,
            ColorChoice::Auto if set("CLICOLOR_FORCE") => {
                variable("CLICOLOR_FORCE").is_none_or(|value| value != "0")
            }
            ColorChoice::Auto => terminal && variable("TERM").is_none_or(|value| value != "dumb"),
        };
        Self { on }
    }

    /// Whether there is colour.
    pub fn is_on(self) -> bool {
        self.on
    }

    /// `text` in `tone`. Control characters in it are written out, so that any text may be given; it can therefore
    /// not be painted twice.
    pub fn paint(self, tone: Tone, text: &str) -> Painted<'_> {
        Painted { text, tone: self.on.then_some(tone) }
    }

    /// `words`, which are painted, as a link to `address`, which is ASCII without blanks and control characters (OSC 8:
    /// <https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>).
    pub fn link(self, words: &str, address: &str) -> String {
        format!("\x1b]8;;{address}\x1b\\{words}\x1b]8;;\x1b\\")
    }

    /// As an error.
    pub fn error(self, text: &str) -> Painted<'_> {
        self.paint(Tone::Error, text)
    }

    /// As a warning.
    pub fn warning(self, text: &str) -> Painted<'_> {
        self.paint(Tone::Warning, text)
    }

    /// Struck out.
    pub fn strike(self, text: &str) -> Painted<'_> {
        self.paint(Tone::Strike, text)
    }

    /// Put in.
    pub fn insert(self, text: &str) -> Painted<'_> {
        self.paint(Tone::Insert, text)
    }

    /// Strong.
    pub fn strong(self, text: &str) -> Painted<'_> {
        self.paint(Tone::Strong, text)
    }

    /// Dimmed.
    pub fn dim(self, text: &str) -> Painted<'_> {
        self.paint(Tone::Dim, text)
    }
}

/// Text in a tone, to be written with `{}`.
#[derive(Debug, Clone, Copy)]
pub struct Painted<'a> {
    text: &'a str,
    tone: Option<Tone>,
}

impl fmt::Display for Painted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = printable_lines(self.text);
        match self.tone {
            Some(tone) if !text.is_empty() => write!(f, "\x1b[{}m{text}\x1b[0m", parameters(tone)),
            _ => f.write_str(&text),
        }
    }
}

/// Lines of at most `columns` cells, `text` broken at spaces, with `indent` before the first and more before the others. A
/// tone that goes over a break ends there and begins again behind the indent.
pub(super) fn wrapped(text: &str, indent: &str, columns: usize) -> Vec<String> {
    let options = textwrap::Options::new(columns.saturating_sub(indent.len() + MORE.len()).max(20))
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    let mut open = String::new();
    let mut lines = Vec::new();
    for line in textwrap::wrap(text, options) {
        let more = if lines.is_empty() { "" } else { MORE };
        let begun = format!("{open}{line}");
        if let Some((_, behind)) = begun.rsplit_once(START) {
            let parameters = behind.split_once('m').map_or("", |(parameters, _)| parameters);
            open = if parameters == "0" { String::new() } else { format!("{START}{parameters}m") };
        }
        let end = if open.is_empty() { String::new() } else { format!("{START}0m") };
        lines.push(format!("{indent}{more}{begun}{end}"));
    }
    lines
}

/// Before the second line of what is wrapped and all behind it.
const MORE: &str = "  ";
/// How an SGR sequence begins.
const START: &str = "\x1b[";

#[cfg(test)]
mod tests {
    use super::*;

    fn is_on(choice: ColorChoice, terminal: bool, variables: &[(&str, &str)]) -> bool {
        let find = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into());
        Style::choose(choice, terminal, find).is_on()
    }

    #[test]
    fn the_command_line_wins_then_the_environment_then_the_terminal() {
        use ColorChoice::{Always, Auto, Never};
        assert!(is_on(Auto, true, &[]));
        assert!(!is_on(Auto, false, &[]));
        assert!(!is_on(Auto, true, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
        assert!(is_on(Auto, true, &[("NO_COLOR", "")]));
        assert!(is_on(Auto, false, &[("CLICOLOR_FORCE", "1")]));
        assert!(!is_on(Auto, true, &[("CLICOLOR_FORCE", "0")]));
        assert!(!is_on(Auto, true, &[("TERM", "dumb")]));
        assert!(is_on(Always, false, &[("NO_COLOR", "1")]));
        assert!(!is_on(Never, true, &[("CLICOLOR_FORCE", "1")]));
    }

    #[test]
    fn plain_is_plain_and_text_cannot_paint_itself() {
        let on = Style { on: true };
        assert_eq!(on.strike("leverage").to_string(), "\x1b[9;31mleverage\x1b[0m");
        assert_eq!(Style::PLAIN.strike("leverage").to_string(), "leverage");
        assert_eq!(on.dim("").to_string(), "");
        assert_eq!(Style::PLAIN.error("a\x1b[2J").to_string(), "a\\u{1b}[2J");
        assert_eq!(on.error("a\x1b[2J").to_string(), "\x1b[1;31ma\\u{1b}[2J\x1b[0m");
    }

    #[test]
    fn wrapped_text_breaks_at_words_and_tones_go_over_breaks() {
        let plain = wrapped("- one two three four five six seven", "  ", 24);
        assert_eq!(plain, ["  - one two three four", "    five six seven"]);
        let coloured = wrapped("a \x1b[31mone two three four five\x1b[0m six", "", 22);
        assert_eq!(coloured, ["a \x1b[31mone two three four\x1b[0m", "  \x1b[31mfive\x1b[0m six"]);
        assert_eq!(wrapped("one two", "  ", usize::MAX), ["  one two"]);
    }
}
