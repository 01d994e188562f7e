//! The line a finding stands in, as the pen leaves it.

use unicode_width::UnicodeWidthStr;

use super::{Paint, Tone};
use crate::fix::Words;
use crate::lint::{Action, Diagnostic};
use crate::text::{Positions, Span, printable, slice};

/// Widest snippet, in characters of the document before and after the struck words.
const BEFORE: usize = 48;
const AFTER: usize = 40;
/// Longest stretch of struck words that is shown whole, in characters.
const LONGEST: usize = 120;

/// The snippet of `diagnostic` in `source`, and under it, for a rewrite without colour, a line of carets. Empty where
/// the finding has no words.
pub(super) fn lines(
    diagnostic: &Diagnostic,
    source: &str,
    positions: &Positions<'_>,
    paint: &dyn Paint,
) -> Vec<String> {
    if diagnostic.span.is_empty() {
        return Vec::new();
    }
    let line = positions.line_around(diagnostic.span.start);
    let change = change(diagnostic, source);
    let struck = change.as_ref().map_or(diagnostic.span, |change| change.span);
    let before = tail(slice(source, line.start.min(struck.start)..struck.start), BEFORE);
    let rest = slice(source, struck.end..struck.end.max(line.end));
    let near = rest.char_indices().nth(AFTER + 1).map_or(rest, |(at, _)| slice(rest, 0..at));
    let after = head(near.lines().next().unwrap_or(""), AFTER);
    let words = middle(slice(source, struck), LONGEST);
    let (before, words, after) = (flat(&before), flat(&words), flat(&after));
    let struck = pen(diagnostic, &words, change.as_ref().map_or("", |change| &change.put), paint);
    let mut lines =
        vec![format!("{}{struck}{}", paint.paint(Tone::Dim, &before), paint.paint(Tone::Dim, &after))];
    if action(diagnostic) == Action::Rewrite && !paint.is_on() {
        lines.push(format!("{}{}", " ".repeat(before.width()), "^".repeat(words.width().max(1))));
    }
    lines
}

fn action(diagnostic: &Diagnostic) -> Action {
    diagnostic.fix.as_ref().map_or(Action::Rewrite, |fix| fix.action)
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
fn pen(diagnostic: &Diagnostic, words: &str, new: &str, paint: &dyn Paint) -> String {
    if action(diagnostic) == Action::Rewrite {
        return paint.paint(diagnostic.severity.into(), words);
    }
    let marks = |open: &str, text: &str, close: &str, tone| match (text.is_empty(), paint.is_on()) {
        (true, _) => String::new(),
        (false, true) => paint.paint(tone, text),
        (false, false) => format!("{open}{}{close}", printable(text)),
    };
    let gap = if paint.is_on() && !new.is_empty() { " " } else { "" };
    format!("{}{gap}{}", marks("[-", words, "-]", Tone::Strike), marks("{+", new, "+}", Tone::Insert))
}

/// The words that take the place of the struck ones; the edit may reach further back, to an article.
fn inserted(edit: Span, text: &str, struck: Span, source: &str) -> String {
    let article = slice(source, edit.start..struck.start.max(edit.start));
    let same = text.get(..article.len()).is_some_and(|head| head == article);
    if same { text.get(article.len()..).unwrap_or(text).to_owned() } else { text.to_owned() }
}

/// One line: breaks and the marks of quotes and lists behind them become one space.
fn flat(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        out.push_str(if at > 0 { line.trim_start_matches([' ', '\t', '>']) } else { line });
    }
    printable(&out.replace('\t', " ")).into_owned()
}

/// The last words of `text`, at most `most` characters.
fn tail(text: &str, most: usize) -> String {
    let Some((start, _)) = text.char_indices().rev().nth(most) else { return text.trim_start().to_owned() };
    let cut = slice(text, start..text.len());
    let word = cut.find(' ').map_or(0, |at| at + 1);
    format!("…{}", cut.get(word..).unwrap_or(cut))
}

/// The first words of `text`, at most `most` characters.
fn head(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.trim_end().to_owned() };
    let cut = slice(text, 0..end);
    let word = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut.get(..word).unwrap_or(cut))
}

fn middle(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    format!("{} {}", head(text, most / 2), tail(text, most / 2))
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Analyst, Claim, House};
    use crate::report::{FileReport, Human, Plain, Report};

    fn report(source: &str) -> String {
        let analysis = Analyst::new(std::sync::Arc::new(House::default()), Claim::Nothing).analyse(source);
        let mut out = Vec::new();
        let file = FileReport::new("a.md", source, &analysis);
        Human::new(&Plain, true).file(&file, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_the_message_says_is_not_said_again() {
        let said = report("You leverage it. It is a state-of-the-art pot.\n");
        assert!(!said.contains("instead:"), "{said}");
        let advice = "\"state-of-the-art\": cut it, or write \"latest\"; or name the version\n";
        assert!(said.contains(advice), "{said}");
    }
}
