//! The few signs the editor draws beside words: gutter marks, arrows, check marks, frames. Nothing here has a colour.

use ratatui::symbols::border;

use crate::lint::Severity;

/// One set of signs. Each is one cell wide, but for the arrow, the margin and the ellipsis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// In front of an error.
    pub error: &'static str,
    /// In front of a warning.
    pub warning: &'static str,
    /// In front of a note.
    pub note: &'static str,
    /// What is there, done, allowed.
    pub done: &'static str,
    /// What is missing.
    pub missing: &'static str,
    /// What still has a placeholder in it.
    pub unfilled: &'static str,
    /// What is there but has no words.
    pub empty: &'static str,
    /// In front of the row that is chosen.
    pub pointer: &'static str,
    /// In front of rows that can be shown.
    pub folded: &'static str,
    /// From old words to new ones.
    pub arrow: &'static str,
    /// More above.
    pub up: &'static str,
    /// More below.
    pub down: &'static str,
    /// Before how far off a figure may be.
    pub margin: &'static str,
    /// What was cut off.
    pub ellipsis: &'static str,
    /// The part of a bar that is reached.
    pub bar_full: &'static str,
    /// The rest of a bar.
    pub bar_rest: &'static str,
    /// Between two panes, and left of quotations.
    pub divider: &'static str,
    /// Where a divider meets a line across.
    pub cross: &'static str,
    /// The line under a headline.
    pub double: &'static str,
    /// In front of an item.
    pub bullet: &'static str,
    /// Between two things on one line.
    pub dot: &'static str,
    /// Around what lies on top.
    pub border: border::Set<'static>,
}

/// Signs of Unicode that every terminal font has.
pub const UNICODE: Glyphs = Glyphs {
    error: "✗",
    warning: "!",
    note: "·",
    done: "✓",
    missing: "✗",
    unfilled: "?",
    empty: "○",
    pointer: "▸",
    folded: "▹",
    arrow: "→",
    up: "↑",
    down: "↓",
    margin: "±",
    ellipsis: "…",
    bar_full: "█",
    bar_rest: "░",
    divider: "│",
    cross: "┼",
    double: "═",
    bullet: "•",
    dot: "·",
    border: border::ROUNDED,
};

/// Signs for terminals and fonts that have ASCII only.
pub const ASCII: Glyphs = Glyphs {
    error: "x",
    warning: "!",
    note: ".",
    done: "+",
    missing: "x",
    unfilled: "?",
    empty: "o",
    pointer: ">",
    folded: ">",
    arrow: "->",
    up: "^",
    down: "v",
    margin: "+-",
    ellipsis: "...",
    bar_full: "#",
    bar_rest: "-",
    divider: "|",
    cross: "+",
    double: "=",
    bullet: "*",
    dot: "-",
    border: border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    },
};

impl Glyphs {
    /// The mark for a finding, in the gutter and in front of its message.
    pub fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Note => self.note,
        }
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    fn marks(set: &Glyphs) -> [&'static str; 18] {
        [
            set.error,
            set.warning,
            set.note,
            set.done,
            set.missing,
            set.unfilled,
            set.empty,
            set.pointer,
            set.folded,
            set.up,
            set.down,
            set.bar_full,
            set.bar_rest,
            set.divider,
            set.cross,
            set.double,
            set.bullet,
            set.dot,
        ]
    }

    #[test]
    fn marks_are_one_cell_wide_and_severities_differ_without_colour() {
        for set in [UNICODE, ASCII] {
            assert!(marks(&set).iter().all(|mark| mark.width() == 1));
            let [error, warning, note] =
                [Severity::Error, Severity::Warning, Severity::Note].map(|severity| set.severity(severity));
            assert!(error != warning && warning != note && note != error);
        }
        assert!(marks(&ASCII).iter().all(|mark| mark.is_ascii()));
        assert!(ASCII.arrow.is_ascii() && ASCII.margin.is_ascii() && ASCII.ellipsis.is_ascii());
    }
}
