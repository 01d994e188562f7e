//! Lines of toned words, broken at spaces where the page ends; colour is put on after the breaking, so that no word and
//! no escape sequence is ever cut.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::{Paint, Tone};
use crate::text::printable;

/// Fewer columns are not wrapped to: one word a line is worse than the terminal's own break.
const NARROWEST: usize = 40;
/// Longer lines are tiring to read, however wide the terminal is.
const WIDEST: usize = 100;

/// What is written on.
#[derive(Clone, Copy)]
pub(super) struct Page<'p> {
    /// What colours it.
    pub paint: &'p dyn Paint,
    /// Its columns; `None` where lines are as long as they come.
    columns: Option<usize>,
}

impl<'p> Page<'p> {
    /// A page of `columns`, painted by `paint`.
    pub fn new(paint: &'p dyn Paint, columns: Option<usize>) -> Self {
        Self { paint, columns: columns.map(|columns| columns.clamp(NARROWEST, WIDEST)) }
    }

    /// Cells for something that should stand on one line.
    pub fn width(&self) -> usize {
        self.columns.unwrap_or(WIDEST)
    }
}

/// Words in one tone.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    tone: Option<Tone>,
    text: String,
    /// The file that it names, where it is a place; places are not broken.
    file: Option<String>,
}

/// A piece of a run without a break in it.
#[derive(Clone, Copy)]
struct Piece<'a> {
    run: &'a Run,
    text: &'a str,
}

/// Toned words, one behind the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Flow {
    runs: Vec<Run>,
}

impl Flow {
    /// `text` behind what is there, in `tone`.
    #[must_use]
    pub fn say(mut self, tone: impl Into<Option<Tone>>, text: &str) -> Self {
        self.push(tone.into(), text, None);
        self
    }

    /// A place in the file at `path`, which opens it where the terminal can.
    #[must_use]
    pub fn place(mut self, text: &str, path: &str) -> Self {
        self.push(Some(Tone::Strong), text, Some(path.to_owned()));
        self
    }

    /// What `other` says behind what is there.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.runs.extend(other.runs);
        self
    }

    fn push(&mut self, tone: Option<Tone>, text: &str, file: Option<String>) {
        if !text.is_empty() {
            self.runs.push(Run { tone, text: printable(text).into_owned(), file });
        }
    }

    /// Cells that it takes on one line.
    pub fn width(&self) -> usize {
        self.runs.iter().map(|run| run.text.width()).sum()
    }

    /// Writes it as lines that begin behind `indent` cells, those behind the first `hang` further in.
    pub fn write(&self, page: &Page<'_>, indent: usize, hang: usize, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{:indent$}", "")?;
        self.lines(page, indent, indent + hang, out)
    }

    /// Writes it behind the first `used` cells of a line, what does not fit under its own beginning.
    pub fn go_on(&self, page: &Page<'_>, used: usize, out: &mut dyn Write) -> io::Result<()> {
        self.lines(page, used, used, out)
    }

    fn lines(&self, page: &Page<'_>, mut used: usize, indent: usize, out: &mut dyn Write) -> io::Result<()> {
        let end = page.columns.unwrap_or(usize::MAX);
        let mut line = Line::default();
        for token in self.tokens() {
            let width: usize = token.iter().map(|piece| piece.text.width()).sum();
            if !line.is_empty() && used + 1 + width > end {
                writeln!(out, "{}", std::mem::take(&mut line).painted(page.paint))?;
                used = indent;
                write!(out, "{:used$}", "")?;
            }
            if !line.is_empty() {
                line.space(token.first());
                used += 1;
            }
            used += width;
            for piece in token {
                line.push(piece);
            }
        }
        writeln!(out, "{}", line.painted(page.paint))
    }

    /// What stands between spaces; its pieces may be of several tones.
    fn tokens(&self) -> Vec<Vec<Piece<'_>>> {
        let mut tokens: Vec<Vec<Piece<'_>>> = vec![Vec::new()];
        for run in &self.runs {
            let whole = run.file.is_some();
            let texts = run.text.split(|character| character == ' ' && !whole);
            for (at, text) in texts.enumerate() {
                if at > 0 {
                    tokens.push(Vec::new());
                }
                if let Some(token) = tokens.last_mut().filter(|_| !text.is_empty()) {
                    token.push(Piece { run, text });
                }
            }
        }
        tokens.retain(|token| !token.is_empty());
        tokens
    }
}

/// A line in the making: stretches of the same run.
#[derive(Default)]
struct Line<'a> {
    stretches: Vec<(Option<&'a Run>, String)>,
}

impl<'a> Line<'a> {
    fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// A space before `next`: of the same tone where the words go on, bare elsewhere.
    fn space(&mut self, next: Option<&Piece<'a>>) {
        let next = next.map(|piece| std::ptr::from_ref(piece.run));
        match self.stretches.last_mut() {
            Some((Some(run), text)) if Some(std::ptr::from_ref(*run)) == next => text.push(' '),
            _ => self.stretches.push((None, " ".to_owned())),
        }
    }

    fn push(&mut self, piece: Piece<'a>) {
        match self.stretches.last_mut() {
            Some((Some(run), text)) if std::ptr::eq(*run, piece.run) => text.push_str(piece.text),
            _ => self.stretches.push((Some(piece.run), piece.text.to_owned())),
        }
    }

    fn painted(self, paint: &dyn Paint) -> String {
        let mut painted = String::new();
        for (run, text) in self.stretches {
            let tone = run.and_then(|run| run.tone);
            let words = tone.map_or_else(|| text.clone(), |tone| paint.paint(tone, &text));
            match run.and_then(|run| run.file.as_deref()) {
                Some(file) => painted.push_str(&paint.link(words, file)),
                None => painted.push_str(&words),
            }
        }
        painted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Plain;

    /// Tones as marks that take no room on a page.
    struct Marks;

    impl Paint for Marks {
        fn paint(&self, tone: Tone, text: &str) -> String {
            let mark = if tone == Tone::Strike { '*' } else { '_' };
            format!("{mark}{text}{mark}")
        }

        fn is_on(&self) -> bool {
            true
        }

        fn link(&self, words: String, file: &str) -> String {
            format!("<{file}|{words}>")
        }
    }

    fn written(flow: &Flow, paint: &dyn Paint, columns: Option<usize>) -> Vec<String> {
        let mut out = Vec::new();
        flow.write(&Page::new(paint, columns), 2, 4, &mut out).unwrap();
        String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_hang() {
        let flow = Flow::default().say(None, "one two three four five six seven eight nine ten eleven");
        assert_eq!(
            written(&flow, &Plain, Some(40)),
            ["  one two three four five six seven", "      eight nine ten eleven"].map(str::to_owned)
        );
        assert_eq!(written(&flow, &Plain, None).len(), 1);
    }

    #[test]
    fn wide_characters_take_two_cells() {
        let flow = Flow::default().say(None, "一二三四五六七八 一二三四五六七八 一二三");
        assert_eq!(
            written(&flow, &Plain, Some(40)),
            ["  一二三四五六七八 一二三四五六七八", "      一二三"].map(str::to_owned)
        );
    }

    #[test]
    fn no_word_is_cut_however_long() {
        let long = "x".repeat(60);
        let flow = Flow::default().say(None, &format!("a {long} b"));
        assert_eq!(
            written(&flow, &Plain, Some(40)),
            ["  a".to_owned(), format!("      {long}"), "      b".to_owned()]
        );
    }

    #[test]
    fn a_tone_ends_before_a_break_and_begins_again_behind_it() {
        let flow = Flow::default()
            .say(Tone::Dim, "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd")
            .say(Tone::Strike, "e f");
        assert_eq!(
            written(&flow, &Marks, Some(40)),
            ["  _aaaaaaaaaa bbbbbbbbbb cccccccccc_", "      _dddddddddd_*e f*"].map(str::to_owned)
        );
    }

    #[test]
    fn a_place_is_one_word_and_names_its_file() {
        let flow = Flow::default().place("my draft.md:1:2", "my draft.md").say(None, ": no");
        assert_eq!(
            written(&flow, &Marks, None),
            ["  <my draft.md|_my draft.md:1:2_>: no"].map(str::to_owned)
        );
    }

    #[test]
    fn control_characters_are_written_out_before_they_are_measured() {
        let flow = Flow::default().say(None, "a\u{1b}[2Jb");
        assert_eq!(flow.width(), "a\\u{1b}[2Jb".len());
        assert_eq!(written(&flow, &Plain, None), ["  a\\u{1b}[2Jb".to_owned()]);
    }
}
