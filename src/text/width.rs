//! How many terminal cells a cluster takes, and what is drawn for one that has no picture of its own.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{is_unsafe, printable};

/// A tab reaches to the next multiple of this many cells, counted from the start of the row.
pub const TAB_WIDTH: usize = 4;

/// The cells that `cluster` takes when it begins at cell `column` of its row; at least 1.
///
/// The width is that of the whole cluster, as ratatui counts it (a family emoji is 2 cells, not 8), with half-width
/// sound marks counted as the cell terminals give them.
pub fn cell_width(cluster: &str, column: usize) -> usize {
    match cluster.as_bytes() {
        [b'\t'] => TAB_WIDTH - column % TAB_WIDTH,
        [b' '..=b'~'] => 1,
        _ if cluster.contains(is_unsafe) => 1,
        _ => (cluster.width() + sound_marks(cluster)).max(1),
    }
}

/// What to draw for `cluster`, in as many cells as [`cell_width`] says: control characters as their pictures (`␛`),
/// invisible characters such as direction overrides as `·`, a lone combining mark on a dotted circle, a tab as one
/// space (the rest of its cells is for the caller to fill). Nothing of it can reach a terminal as a command.
pub fn glyph(cluster: &str) -> Cow<'_, str> {
    if matches!(cluster.as_bytes(), [b' '..=b'~']) {
        return cluster.into();
    }
    match cluster.chars().find(|char| is_unsafe(*char)) {
        Some('\t') => " ".into(),
        Some(control) => picture(control).to_string().into(),
        None if cluster.width() + sound_marks(cluster) > 0 => cluster.into(),
        None if cluster.chars().any(is_mark) => format!("\u{25cc}{cluster}").into(),
        None => "·".into(),
    }
}

/// `text` as it is drawn on one line: control characters and direction marks written out, invisible ones as `·`.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    printable(text).graphemes(true).map(drawn).collect::<String>().into()
}

/// As [`glyph`], but a stand-in is one cluster, so that showing what is shown already changes nothing.
pub fn drawn(cluster: &str) -> Cow<'_, str> {
    let glyph = glyph(cluster);
    if glyph != cluster && glyph.graphemes(true).nth(1).is_some() { "·".into() } else { glyph }
}

/// The cells that [`shown`] text takes.
pub fn width(text: &str) -> usize {
    let shown = shown(text);
    if shown.is_ascii() {
        return shown.len();
    }
    shown.graphemes(true).map(|cluster| cell_width(cluster, 0)).sum()
}

/// Whether [`glyph`] draws something else than the cluster itself (a tab aside), which is worth a dimmer style.
pub fn is_stand_in(cluster: &str) -> bool {
    cluster != "\t" && glyph(cluster) != cluster
}

fn picture(control: char) -> char {
    let code = u32::from(control);
    match code {
        0..=0x1f => char::from_u32(0x2400 + code).unwrap_or('·'),
        0x7f => '\u{2421}',
        _ => '·',
    }
}

// Zero cells and visible all the same: a letter in the eyes of `char`, or one of the combining blocks.
fn is_mark(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
        || char.is_alphabetic()
}

// unicode-width gives these none because they extend the cluster; terminals give them a cell, and ratatui follows.
fn sound_marks(cluster: &str) -> usize {
    cluster.chars().filter(|char| matches!(char, '\u{ff9e}' | '\u{ff9f}')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clusters_are_as_wide_as_they_are_drawn() {
        for (cluster, cells) in [("a", 1), ("e\u{301}", 1), ("한", 2), ("👨‍👩‍👧‍👦", 2), ("❤️", 2), ("—", 1)]
        {
            assert_eq!(cell_width(cluster, 0), cells, "{cluster}");
        }
        assert_eq!([0, 1, 3, 4].map(|column| cell_width("\t", column)), [4, 3, 1, 4]);
    }

    #[test]
    fn what_cannot_be_seen_gets_a_stand_in_of_its_width() {
        let cases = [("\u{1b}", "␛"), ("\u{7f}", "␡"), ("\u{9b}", "·"), ("\u{202e}", "·"), ("\u{2028}", "·")];
        for (cluster, drawn) in cases {
            assert_eq!(glyph(cluster), drawn);
            assert_eq!((cell_width(cluster, 0), glyph(cluster).width()), (1, 1));
            assert!(is_stand_in(cluster));
        }
        assert_eq!(glyph("\u{301}"), "\u{25cc}\u{301}");
        assert!(!is_stand_in("é") && !is_stand_in("\t"));
    }
}
