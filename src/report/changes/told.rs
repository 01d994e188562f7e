//! One change told in a sentence that reads well aloud.

use super::Both;
use super::places::{Places, one_line};
use crate::analysis::Analysis;
use crate::redline::{Change, ChangeKind, Redline, Row};
use crate::text::{Span, slice};

/// Tells the changes of a redline.
#[derive(Debug)]
pub struct Teller<'r> {
    redline: &'r Redline<'r>,
    old: Places<'r, 'r>,
    new: Places<'r, 'r>,
}

impl<'r> Teller<'r> {
    /// For `redline`; `both` are its texts as they were read, where one of them is a PR/FAQ.
    pub fn new(redline: &'r Redline<'r>, both: Option<&Both>) -> Self {
        let parts = |analysis: &'_ Analysis| analysis.judged && !analysis.foreign;
        let old = both.map(|both| &both.old).filter(|old| parts(old)).map(|old| &old.document);
        let new = both.map(|both| &both.new).filter(|new| parts(new)).map(|new| &new.document);
        Self { redline, old: Places::of(&redline.old, old, "old "), new: Places::of(&redline.new, new, "") }
    }

    /// Where `change` is and what it does: `Price, paragraph 1: replaced "£4.50" with "£4.90"`. Without a full stop, on
    /// one line, safe to show.
    pub fn tell(&self, change: &Change) -> String {
        let row = self.redline.rows.get(change.row);
        let (old, new) = (self.before(change.old), self.after(change.new));
        let what = match (change.kind, row) {
            (ChangeKind::Deleted, Some(Row::Deleted(at))) => {
                format!("deleted {}", whole(&self.old, *at))
            }
            (ChangeKind::Inserted, Some(Row::Inserted(at))) => {
                format!("inserted {}", whole(&self.new, *at))
            }
            (ChangeKind::Moved, _) => self.moved(change, row),
            (ChangeKind::Deleted, _) => format!("deleted \"{old}\"{}", at_place(&self.old, change.old)),
            (ChangeKind::Inserted, _) => format!("inserted \"{new}\"{}", at_place(&self.new, change.new)),
            (ChangeKind::Replaced, _) => format!("replaced \"{old}\" with \"{new}\""),
            (ChangeKind::Marked, _) if old == new => format!("changed the formatting of \"{new}\""),
            (ChangeKind::Marked, _) => format!("changed the formatting: was \"{old}\", is \"{new}\""),
        };
        format!("{}: {what}", self.place(change))
    }

    /// Where `change` is: in the text after, or, where it is gone, in the one before. In a PR/FAQ that is its part, else
    /// the heading above it.
    pub fn place(&self, change: &Change) -> String {
        self.at(change).map_or_else(String::new, |(places, at)| places.place(at))
    }

    /// The headings that `change` stands under, the outermost first.
    pub fn headings(&self, change: &Change) -> Vec<String> {
        self.at(change).map_or_else(Vec::new, |(places, at)| places.headings(at))
    }

    /// The id of the part that `change` is in, and the number of the question there that it is about.
    pub fn part(&self, change: &Change) -> (Option<&str>, Option<usize>) {
        let spot = self.at(change).and_then(|(places, at)| places.spot(at));
        (spot.map(|spot| spot.id.as_str()), spot.and_then(|spot| spot.question))
    }

    /// The block that `change` is in.
    fn at(&self, change: &Change) -> Option<(&Places<'r, 'r>, usize)> {
        match self.redline.rows.get(change.row)? {
            Row::Deleted(at) | Row::MovedFrom { old: at, .. } => Some((&self.old, *at)),
            row => Some((&self.new, row.block_after()?)),
        }
    }

    /// Where the blocks of move `moved` went or came from, seen from its other end: `the summary`, `"Price"`, `further up`.
    pub fn whence(&self, moved: usize, to: bool) -> String {
        let Some(place) = self.redline.moves.get(moved) else { return String::new() };
        if let (Some(was), Some(is)) = (self.old.spot(place.old.start), self.new.spot(place.new.start))
            && was.part != is.part
        {
            return if to { is.whereabouts("") } else { was.whereabouts("old ") };
        }
        let (was, is) = (self.old.headings(place.old.start).pop(), self.new.headings(place.new.start).pop());
        if was != is {
            let other = if to { is } else { was };
            return other.map_or_else(|| "the beginning".to_owned(), |heading| format!("\"{heading}\""));
        }
        if self.went_down(moved) == to { "further down".to_owned() } else { "further up".to_owned() }
    }

    /// Whether the blocks of move `moved` stand below where they stood.
    fn went_down(&self, moved: usize) -> bool {
        let mut ends = self.redline.rows.iter().filter_map(|row| match row {
            Row::MovedFrom { moved: at, .. } if *at == moved => Some(true),
            Row::MovedTo { moved: at, .. } if *at == moved => Some(false),
            _ => None,
        });
        ends.next().unwrap_or(true)
    }

    fn moved(&self, change: &Change, row: Option<&Row>) -> String {
        let Some(Row::MovedTo { moved, new, .. }) = row else { return "moved".to_owned() };
        let count = self.redline.moves.get(*moved).map_or(1, |place| place.new.len());
        let more = match count.saturating_sub(1) {
            0 => String::new(),
            1 => " and the paragraph behind it".to_owned(),
            more => format!(" and the {more} paragraphs behind it"),
        };
        let noun = self.new.noun(*new);
        let words = beginning(&self.new.words(*new));
        let whence = self.whence(*moved, false);
        let whence = if whence.starts_with("further") {
            if self.went_down(*moved) { "down".to_owned() } else { "up".to_owned() }
        } else {
            format!("here from {whence}")
        };
        let behind = self.new.behind(*new);
        debug_assert_eq!(change.kind, ChangeKind::Moved);
        format!("moved {noun} \"{words}\"{more} {whence}, {behind}")
    }

    fn before(&self, span: Span) -> String {
        one_line(slice(self.redline.old.source, span))
    }

    fn after(&self, span: Span) -> String {
        one_line(slice(self.redline.new.source, span))
    }
}

/// Behind which words the change at `span` is.
fn at_place(places: &Places<'_, '_>, span: Span) -> String {
    let before = places.before(span.start);
    if before.is_empty() { " at the beginning".to_owned() } else { format!(" after \"{before}\"") }
}

/// Block `at`, which is new or gone as a whole; of a heading, behind which other.
fn whole(places: &Places<'_, '_>, at: usize) -> String {
    let noun = places.noun(at);
    let behind = if noun == "heading" { format!(" {}", places.behind(at)) } else { String::new() };
    format!("{} \"{}\"{behind}", article(noun), places.words(at))
}

fn article(noun: &str) -> String {
    let article = if noun == "item" { "an" } else { "a" };
    format!("{article} {noun}")
}

/// So much of `words` that a reader knows what is meant.
pub(super) fn beginning(words: &str) -> String {
    const WORDS: usize = 8;
    let mut kept: Vec<&str> = words.split(' ').take(WORDS + 1).collect();
    if kept.len() <= WORDS {
        return words.to_owned();
    }
    kept.pop();
    format!("{} …", kept.join(" "))
}
