//! Lines of a redline as text, painted.

use std::io::{self, Write};

use super::lines::{BETWEEN, Body, Form, Line, room};
use super::piece::{Mark, Piece};
use crate::report::{Paint, Tone};

/// Beside the text: for a move, for more than one change, for comments.
const SIGNS: [&str; 3] = ["↕", "+", "\""];

/// Writes `line`.
pub(super) fn line(line: &Line<'_>, form: &Form, paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    let gutter = form.beside(&line.gutter, SIGNS);
    let (body, is_empty) = match &line.body {
        Body::Across(pieces) => (painted(pieces, paint), pieces.is_empty()),
        Body::Columns(old, new) => {
            let between = if new.is_empty() { BETWEEN.trim_end() } else { BETWEEN };
            let between = paint.paint(Tone::Dim, between);
            let room = room(old, form.column());
            (format!("{}{room}{between}{}", painted(old, paint), painted(new, paint)), false)
        }
    };
    match gutter.trim_end() {
        "" if is_empty => writeln!(out),
        "" => writeln!(out, "{gutter}{body}"),
        gutter_text => {
            let blank = " ".repeat(gutter.chars().count() - gutter_text.chars().count());
            writeln!(out, "{}{blank}{body}", paint.paint(Tone::Strong, gutter_text))
        }
    }
}

/// Writes `line`, which goes across the page, with no room beside it.
pub(super) fn bare(line: &Line<'_>, paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    let pieces: Vec<Piece<'_>> = line.pieces().cloned().collect();
    writeln!(out, "{}", painted(&pieces, paint))
}

/// Painted pieces of one line: neighbours of one mark together, with the space between.
fn painted(line: &[Piece<'_>], paint: &dyn Paint) -> String {
    let mut out = String::new();
    let mut run = String::new();
    let mut mark = None;
    let flush = |run: &mut String, mark: Option<Mark>, out: &mut String| {
        match mark.and_then(Mark::tone) {
            Some(tone) => out.push_str(&paint.paint(tone, run)),
            None => out.push_str(run),
        }
        run.clear();
    };
    for (at, piece) in line.iter().enumerate() {
        let space = if piece.spaced && at > 0 { " " } else { "" };
        if mark == Some(piece.mark) {
            run.push_str(space);
        } else {
            flush(&mut run, mark, &mut out);
            out.push_str(space);
            mark = Some(piece.mark);
        }
        for part in [piece.open(), &piece.text, piece.close()] {
            run.push_str(part);
        }
    }
    flush(&mut run, mark, &mut out);
    out
}
