//! What a suggestion would change, word by word: in the text, and as a sentence before and after.

use super::draft::Draft;
use crate::redline::{ChangeKind, Effort, Redline};
use crate::review::{Kind, Thread};
use crate::text::{Inline, Span, slice};

/// Words that would go, as bytes of the source, and what would stand there.
pub type Change = (Span, String);

/// What `to` instead of `span` of `source` changes.
pub fn changes(source: &str, span: Span, to: &str) -> Vec<Change> {
    let old = slice(source, span);
    let redline = Redline::of(old, to, Effort::default());
    let changes = redline.changes();
    let is_in_place = |kind: ChangeKind| !matches!(kind, ChangeKind::Moved | ChangeKind::Marked);
    if to.trim().is_empty() || changes.is_empty() || !changes.iter().all(|change| is_in_place(change.kind)) {
        return vec![(span, on_a_line(to, Span::new(0, to.len())))];
    }
    let change =
        |change: &crate::redline::Change| (change.old.shifted(span.start), on_a_line(to, change.new));
    changes.iter().map(change).fold(Vec::new(), joined)
}

/// The words `span` of `to`, with a sign where a paragraph or an item begins behind another: line breaks are not shown.
fn on_a_line(to: &str, span: Span) -> String {
    let words = slice(to, span);
    let head = slice(to, 0..span.start).trim_end_matches([' ', '\t', '>', '#', '-', '*']);
    let is_item = |line: &str| {
        let mark = line.trim_start().split(' ').next().unwrap_or("");
        matches!(mark, "-" | "*" | "+")
            || mark.trim_end_matches(['.', ')']).parse::<u32>().is_ok() && mark.ends_with(['.', ')'])
    };
    let begins = head.ends_with("\n\n") || (head.ends_with('\n') && is_item(words));
    if !begins && !words.contains('\n') {
        return words.to_owned();
    }
    let mut out = String::new();
    let mut parted = begins;
    for line in words.lines() {
        let is_parted = parted || (!out.is_empty() && is_item(line));
        if line.trim().is_empty() {
            parted = true;
            continue;
        }
        out.push_str(match (is_parted, out.is_empty()) {
            (true, true) => "¶ ",
            (true, false) => " ¶ ",
            (false, true) => "",
            (false, false) => " ",
        });
        out.push_str(line.trim());
        parted = false;
    }
    out
}

/// `changes` and `next`, which is one with the last where nothing stands between them.
fn joined(mut changes: Vec<Change>, next: Change) -> Vec<Change> {
    match changes.last_mut() {
        Some((span, new)) if span.end == next.0.start => {
            span.end = next.0.end;
            let gap = if new.is_empty() || next.1.is_empty() { "" } else { " " };
            new.push_str(gap);
            new.push_str(&next.1);
        }
        _ => changes.push(next),
    }
    changes
}

/// What the suggestion of `thread` changes, where it can be made.
pub fn of(draft: &Draft, thread: &Thread) -> Vec<Change> {
    match (&thread.root.kind, thread.place) {
        (Kind::Suggestion { to }, Some(place)) if place.exact => changes(draft.source(), place.span, to),
        _ => Vec::new(),
    }
}

/// What would be put in, to be shown behind what would be taken out.
pub fn inlines(draft: &Draft, thread: &Thread, brackets: bool) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for (span, new) in of(draft, thread) {
        let Some(page) = draft.page.page_span(span) else { continue };
        if brackets && !page.is_empty() {
            inlines.push(Inline { at: page.start, text: "[-".into() });
            inlines.push(Inline { at: page.end, text: "-]".into() });
        }
        if !new.is_empty() {
            let text = if brackets { format!("{{+{new}+}}") } else { new };
            let before = draft.page.buffer().slice(0..page.start).chars().next_back();
            let apart = !page.is_empty() || before.is_some_and(|before| !before.is_whitespace());
            inlines.push(Inline {
                at: page.end,
                text: if apart { format!(" {text}") } else { format!("{text} ") },
            });
        }
    }
    inlines
}

/// How a stretch of a sentence stands to the suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// It stays.
    Same,
    /// It would go.
    Gone,
    /// It would come.
    New,
}

/// The sentences around `thread` as they are and as they would be; each in stretches, markup as it is written.
pub fn before_and_after(draft: &Draft, thread: &Thread) -> Option<[Vec<(Stretch, String)>; 2]> {
    let changes = of(draft, thread);
    let (first, last) = (changes.first()?.0, changes.last()?.0);
    let stops = draft.page.stops();
    let touched = |stop: &&super::page::Stop| {
        stop.source.touches(first.start) || stop.source.overlaps(Span::new(first.start, last.end))
    };
    let start = stops.iter().find(touched).map_or(first.start, |stop| stop.source.start.min(first.start));
    let end = stops.iter().rev().find(touched).map_or(last.end, |stop| stop.source.end.max(last.end));
    let (mut before, mut after, mut at) = (Vec::new(), Vec::new(), start);
    for (span, new) in &changes {
        let same = slice(draft.source(), at..span.start).to_owned();
        before.push((Stretch::Same, same.clone()));
        after.push((Stretch::Same, same));
        before.push((Stretch::Gone, slice(draft.source(), *span).to_owned()));
        after.push((Stretch::New, new.clone()));
        at = span.end;
    }
    let rest = slice(draft.source(), at..end).to_owned();
    before.push((Stretch::Same, rest.clone()));
    after.push((Stretch::Same, rest));
    Some([before, after])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str, old: &str, to: &str) -> Vec<(String, String)> {
        let at = source.find(old).unwrap();
        let changes = changes(source, Span::new(at, at + old.len()), to);
        changes.into_iter().map(|(span, new)| (slice(source, span).to_owned(), new)).collect()
    }

    #[test]
    fn only_the_words_that_differ_change() {
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        let text = "One. Many customers wait for a long time at the door. Two.";
        let sentence = "Many customers wait for a long time at the door.";
        assert_eq!(
            told(text, sentence, "Of our customers 42% wait for 9 minutes at the door."),
            [pair("Many", "Of our"), pair("", "42%"), pair("a long time", "9 minutes")]
        );
        assert_eq!(told(text, sentence, ""), [pair(sentence, "")]);
        assert_eq!(told(text, "Many", "42% of"), [pair("Many", "42% of")]);
    }

    #[test]
    fn what_begins_a_paragraph_or_an_item_has_a_sign() {
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        let text = "1. who votes\n2. for your ward,\n\nOne each month.\n";
        assert_eq!(
            told(text, "for your ward,", "for your ward,\n3. who lives here"),
            [pair("", "¶ 3. who lives here")]
        );
        assert_eq!(
            told(text, "month.", "month.\n\nYou need\none.\n\nOr two."),
            [pair("", "¶ You need one. ¶ Or two.")]
        );
    }
}
