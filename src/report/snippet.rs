//! The sentence a finding stands in, as the pen leaves it, cut to one line around the struck words.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::flow::{Flow, Page};
use super::shorten::{flat, middle, near_end, near_start, share};
use super::{FileReport, Tone};
use crate::fix::Words;
use crate::lint::{Action, Diagnostic};
use crate::text::{Positions, Span, slice};

/// Cells before a snippet.
const INDENT: usize = 4;
/// Widest struck words that are shown with what stands around them; whoever strikes more means the sentence.
const LONGEST: usize = 60;
/// Fewest cells for what stands around.
const AROUND: usize = 24;

/// Writes the snippet of `diagnostic` and under it, for a rewrite without colour, carets; nothing where it has no
/// words.
pub(super) fn write(
    diagnostic: &Diagnostic,
    file: &FileReport<'_>,
    positions: &Positions<'_>,
    page: &Page<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if diagnostic.span.is_empty() {
        return Ok(());
    }
    let source = file.source;
    let room = page.width().saturating_sub(INDENT);
    let is_on = page.paint.is_on();
    let rewrite = action(diagnostic) == Action::Rewrite;
    let change = change(diagnostic, source);
    let struck = change.as_ref().map_or(diagnostic.span, |change| change.span);
    let words = flat(near_start(slice(source, struck), room.max(LONGEST)));
    if rewrite && words.width() > LONGEST {
        let tone = is_on.then_some(Tone::from(diagnostic.severity));
        return Flow::default().say(tone, &middle(slice(source, struck), room)).write(page, INDENT, 0, out);
    }
    let words = if rewrite { words } else { flat(slice(source, struck)) };
    let pen = pen(diagnostic, &words, change.as_ref().map_or("", |change| &change.put), is_on);
    let around = around(diagnostic.span.start, file, positions);
    let before = flat(near_end(slice(source, around.start.min(struck.start)..struck.start), room));
    let after = flat(near_start(slice(source, struck.end..struck.end.max(around.end)), room));
    let (before, after) = share(&before, after.trim_end(), room.saturating_sub(pen.width()).max(AROUND));
    let flow = Flow::default().say(Tone::Dim, &before).then(pen).say(Tone::Dim, &after);
    flow.write(page, INDENT, 0, out)?;
    if rewrite && !is_on && flow.width() <= room {
        let indent = INDENT + before.width();
        writeln!(out, "{:indent$}{}", "", "^".repeat(words.width().max(1)))?;
    }
    Ok(())
}

fn action(diagnostic: &Diagnostic) -> Action {
    diagnostic.fix.as_ref().map_or(Action::Rewrite, |fix| fix.action)
}

/// The sentence that holds the byte `offset`, or its line where there is none.
fn around(offset: usize, file: &FileReport<'_>, positions: &Positions<'_>) -> Span {
    let document = &file.analysis.document;
    let block = document.block_at(offset).and_then(|at| document.blocks.get(at));
    let sentence = block.and_then(|block| {
        let span = |start: u32, end: u32| block.source_span(start as usize, end as usize);
        let behind = block.sentences.partition_point(|one| span(one.start, one.end).start <= offset);
        let sentence = block.sentences.get(behind.checked_sub(1)?)?;
        Some(span(sentence.start, sentence.end)).filter(|span| offset < span.end)
    });
    sentence.unwrap_or_else(|| {
        let line = positions.line_around(offset);
        Span::new(line.start, line.end)
    })
}

/// What a replacement changes: the struck words, and those around that the edit reaches to.
fn change(diagnostic: &Diagnostic, source: &str) -> Option<Words> {
    let fix = diagnostic.fix.as_ref().filter(|fix| fix.action == Action::Replace)?;
    let (edit, text) = fix.edit.as_deref()?;
    let struck = diagnostic.span;
    // A verb behind the struck words changes with them, so those between stand in the edit as well.
    if edit.end > struck.end {
        return Some(Words::of(source, *edit, text));
    }
    Some(Words { span: struck, put: inserted(*edit, text, struck, source) })
}

/// `words` as the pen leaves them, with the `new` ones that take their place.
fn pen(diagnostic: &Diagnostic, words: &str, new: &str, is_on: bool) -> Flow {
    if action(diagnostic) == Action::Rewrite {
        return Flow::default().say(is_on.then_some(Tone::from(diagnostic.severity)), words);
    }
    if is_on {
        let gap = if new.is_empty() { "" } else { " " };
        return Flow::default().say(Tone::Strike, words).say(None, gap).say(Tone::Insert, new);
    }
    let put = if new.is_empty() { String::new() } else { format!("{{+{new}+}}") };
    Flow::default().say(None, &format!("[-{words}-]{put}"))
}

/// The words that take the place of the struck ones; the edit may reach further back, to an article.
fn inserted(edit: Span, text: &str, struck: Span, source: &str) -> String {
    let article = slice(source, edit.start..struck.start.max(edit.start));
    let same = text.get(..article.len()).is_some_and(|head| head == article);
    if same { text.get(article.len()..).unwrap_or(text).to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Analyst, Claim, House};
    use crate::report::{FileReport, Human, Plain, Report};

    fn report(source: &str, columns: Option<usize>) -> String {
        let analysis = Analyst::new(std::sync::Arc::new(House::default()), Claim::Nothing).analyse(source);
        let mut out = Vec::new();
        let file = FileReport::new("a.md", source, &analysis);
        Human::new(&Plain, true).wrapped(columns).file(&file, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_the_message_says_is_not_said_again() {
        let said = report("You leverage it. It is a state-of-the-art pot.\n", None);
        assert!(!said.contains("instead:"), "{said}");
        let advice = "\"state-of-the-art\": cut it, or write \"latest\"; or name the version\n";
        assert!(said.contains(advice), "{said}");
    }

    #[test]
    fn the_sentence_is_shown_and_no_other() {
        let said = report("It rains. You leverage\nthe pot. It dries.\n", None);
        assert!(said.contains("\n    You [-leverage-]{+use+} the pot.\n"), "{said}");
    }

    #[test]
    fn a_snippet_is_one_line_of_the_page_cut_at_words() {
        let words = "over the hill and down to the sea ".repeat(5);
        let source = format!("The {words}is innovative and {words}ends.\n");
        for columns in [40, 60, 80] {
            let said = report(&source, Some(columns));
            let line =
                said.lines().find(|line| line.starts_with("    ") && line.contains("innovative")).unwrap();
            assert!(line.chars().count() <= columns, "{line}");
            assert!(line.starts_with("    …") && line.ends_with('…'), "{line}");
        }
    }

    #[test]
    fn carets_stand_under_the_words_behind_wide_ones() {
        let said = report("# Pot\n\nThe 一二 pot is\tsignificantly  better here.\n", None);
        let lines: Vec<&str> = said.lines().collect();
        let at = lines.iter().position(|line| line.contains('^')).unwrap();
        let (above, carets) = (lines[at - 1], lines[at]);
        let cells = |text: &str| unicode_width::UnicodeWidthStr::width(text);
        let (before, _) = above.split_once("significantly").unwrap();
        assert_eq!(cells(before), carets.len() - carets.trim_start().len(), "{said}");
    }
}
