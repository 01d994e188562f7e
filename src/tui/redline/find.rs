//! Finding words in both texts, and going from one match to the next.

use crossterm::event::{KeyCode, KeyEvent};
use regex::{Regex, RegexBuilder, escape};

use super::model::{Cursor, Model, Overlay};
use super::roll::Place;
use crate::lint::Severity;
use crate::redline::{Redline, Row, Text};
use crate::report::redline::{Line, Side};
use crate::text::Span;
use crate::tui::key::Key;
use crate::tui::widget::Outcome;
use crate::tui::widget::prompt::Prompt;

/// A match that one goes to: what stands on both sides is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stop {
    /// The row it stands in.
    pub row: usize,
    /// The text it stands in.
    pub side: Side,
    /// Its bytes there.
    pub span: Span,
}

/// What was searched for, and where it stands.
#[derive(Debug, Clone)]
pub struct Find {
    /// As it was typed.
    pub needle: String,
    /// Where it stands in the text before.
    pub old: Vec<Span>,
    /// Where it stands in the text after.
    pub new: Vec<Span>,
    /// The matches one goes to, in the order of the rows.
    pub stops: Vec<Stop>,
    /// Which of them one is at.
    pub at: Option<usize>,
}

impl Find {
    /// Looks for `needle` in both texts; `None` where it is blank. Small letters find capitals too, unless there is a
    /// capital in it; any white space in it stands for any other, line breaks and marks of quotes among them.
    pub fn new(needle: &str, redline: &Redline<'_>) -> Option<Self> {
        let pattern = pattern(needle)?;
        let matches = |text: &Text<'_>| -> Vec<Span> {
            pattern.find_iter(text.source).map(|found| Span::from(found.range())).collect()
        };
        let (old, new) = (matches(&redline.old), matches(&redline.new));
        let mut stops = Vec::new();
        let rows = Rows::of(redline);
        for span in &new {
            stops.extend(rows.in_new(span.start).map(|row| Stop { row, side: Side::New, span: *span }));
        }
        for span in &old {
            let gone = rows.in_old(span.start).filter(|row| rows.is_gone(*row, *span));
            stops.extend(gone.map(|row| Stop { row, side: Side::Old, span: *span }));
        }
        stops.sort_unstable();
        Some(Self { needle: needle.to_owned(), old, new, stops, at: None })
    }
}

fn pattern(needle: &str) -> Option<Regex> {
    let words: Vec<String> = needle.split_whitespace().map(escape).collect();
    let has_capital = needle.chars().any(char::is_uppercase);
    let pattern = words.join(r"[\s>]+");
    (!words.is_empty()).then_some(())?;
    RegexBuilder::new(&pattern).case_insensitive(!has_capital).build().ok()
}

/// In which row a byte of either text stands.
struct Rows<'r, 'a> {
    redline: &'r Redline<'a>,
    old: Vec<(usize, usize)>,
    new: Vec<(usize, usize)>,
}

impl<'r, 'a> Rows<'r, 'a> {
    fn of(redline: &'r Redline<'a>) -> Self {
        let starts = |text: &Text<'_>, block: fn(&Row) -> Option<usize>| {
            let row = |(at, row): (usize, &Row)| Some((text.blocks.get(block(row)?)?.mark.start, at));
            let mut starts: Vec<_> = redline.rows.iter().enumerate().filter_map(row).collect();
            starts.sort_unstable();
            starts
        };
        let old =
            starts(&redline.old, |row| row.block_before().filter(|_| !matches!(row, Row::MovedTo { .. })));
        Self { redline, old, new: starts(&redline.new, Row::block_after) }
    }

    fn in_old(&self, at: usize) -> Option<usize> {
        last(&self.old, at)
    }

    fn in_new(&self, at: usize) -> Option<usize> {
        last(&self.new, at)
    }

    /// Whether `span` of the text before is not there after, or stands elsewhere.
    fn is_gone(&self, row: usize, span: Span) -> bool {
        match self.redline.rows.get(row) {
            Some(Row::Deleted(_)) => true,
            Some(row @ Row::Edited { .. }) => {
                let changed = row.ops().iter().filter(|op| !op.is_same() && !op.old.is_empty());
                changed.map(|op| self.redline.old.span_of_tokens(&op.old)).any(|gone| gone.overlaps(span))
            }
            _ => false,
        }
    }
}

fn last(starts: &[(usize, usize)], at: usize) -> Option<usize> {
    let behind = starts.partition_point(|(start, _)| *start <= at);
    starts.get(behind.checked_sub(1)?).map(|(_, row)| *row)
}

/// Said below what is typed.
const HINT: &str = "Enter done, Down next, Up before, Esc forgets it";

/// Asks what to find.
pub fn ask(model: &mut Model<'_>) {
    let begin = model.find.as_ref().map_or("", |find| &find.needle);
    let mut prompt = Prompt::new("Find", begin).with_hint(HINT).selected();
    count(model, &mut prompt);
    model.overlay = Some(Overlay::Find(prompt));
}

/// Gives a key to the line being typed.
pub fn key(model: &mut Model<'_>, mut prompt: Prompt, event: KeyEvent) {
    if Key::from(event) == Key::ctrl('f') {
        prompt.select();
        model.overlay = Some(Overlay::Find(prompt));
        return;
    }
    if matches!(event.code, KeyCode::Down | KeyCode::Up) && model.find.is_some() {
        again(model, event.code == KeyCode::Down);
        count(model, &mut prompt);
        model.overlay = Some(Overlay::Find(prompt));
        return;
    }
    match prompt.key(event) {
        Outcome::Cancel => return forget(model),
        Outcome::Chosen(_) => return done(model),
        Outcome::Changed => follow(model, &mut prompt),
        _ => {}
    }
    model.overlay = Some(Overlay::Find(prompt));
}

/// Forgets what was searched for; what was shown for its sake is folded away again.
pub fn forget(model: &mut Model<'_>) {
    model.find = None;
    model.open(None);
}

/// Leaves the line being typed and stays at the match.
fn done(model: &mut Model<'_>) {
    let Some(find) = &model.find else { return };
    let said = match (find.at, find.stops.len()) {
        (Some(at), all) => {
            format!("match {} of {all}: m goes to the next, Esc forgets them", at + 1)
        }
        (None, _) => format!("\"{}\" is in neither text", find.needle),
    };
    model.say(said);
}

/// The match that one is at.
pub fn here(model: &Model<'_>) -> Option<Stop> {
    let find = model.find.as_ref()?;
    find.stops.get(find.at?).copied()
}

/// Pastes into the line being typed.
pub fn paste(model: &mut Model<'_>, text: &str) {
    if let Some(Overlay::Find(mut prompt)) = model.overlay.take() {
        prompt.paste(text);
        follow(model, &mut prompt);
        model.overlay = Some(Overlay::Find(prompt));
    }
}

/// Looks for what was typed, from what is on the screen on.
fn follow(model: &mut Model<'_>, prompt: &mut Prompt) {
    model.find = Find::new(prompt.text(), model.redline());
    if model.find.as_ref().is_none_or(|find| find.stops.is_empty()) {
        model.open(None);
    }
    let row = model.top_row();
    let first = model.find.as_ref().and_then(|find| {
        let below = find.stops.partition_point(|stop| stop.row < row);
        (!find.stops.is_empty()).then(|| below % find.stops.len())
    });
    if let Some(first) = first {
        go(model, first);
    }
    count(model, prompt);
}

/// Says in `prompt` how many matches there are, and at which of them one is.
fn count(model: &Model<'_>, prompt: &mut Prompt) {
    let Some(find) = &model.find else { return };
    let is_same = |stop: &Stop| matches!(model.redline().rows.get(stop.row), Some(Row::Same { .. }));
    let same = if here(model).as_ref().is_some_and(is_same) { ", in what did not change" } else { "" };
    let said = match (find.at, find.stops.len()) {
        (_, 0) => "not found".to_owned(),
        (Some(at), all) => format!("{} of {all}{same}; {}", at + 1, prompt.hint),
        (None, all) => format!("{all} found; {}", prompt.hint),
    };
    prompt.notice = Some((Severity::Note, said));
}

/// Goes to the next match, or the one before.
pub fn again(model: &mut Model<'_>, forward: bool) {
    let Some(find) = &model.find else { return ask(model) };
    let count = find.stops.len();
    if count == 0 {
        return model.say("not found");
    }
    let next = match (find.at, forward) {
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
        (None, true) => 0,
        (None, false) => count - 1,
    };
    if find.at.is_some_and(|at| (next <= at) == forward) {
        model.say(if forward { "from the start again" } else { "from the end again" });
    }
    go(model, next);
}

/// Goes to match `at`; the paragraph it stands in is shown as long as one is there, the rest stays folded away.
fn go(model: &mut Model<'_>, at: usize) {
    let Some(stop) = model.find.as_ref().and_then(|find| find.stops.get(at).copied()) else { return };
    if let Some(find) = &mut model.find {
        find.at = Some(at);
    }
    model.open(Some(stop.row));
    let unit = model.roll.unit_at(stop.row);
    let lines = model.roll.lines(unit);
    let line = lines
        .iter()
        .position(|line| holds(line, stop))
        .or_else(|| lines.iter().position(|line| line.pieces().next().is_some()));
    let place = Place { unit, line: line.unwrap_or(0) };
    model.cursor = Some(Cursor { row: stop.row, change: None });
    model.reveal(place, place);
}

/// Whether something of `stop` stands on `line`.
pub fn holds(line: &Line<'_>, stop: Stop) -> bool {
    line.pieces().any(|piece| {
        let own = if stop.side == Side::New { piece.new } else { piece.old };
        own.is_some_and(|own| own.overlaps(stop.span))
    })
}
