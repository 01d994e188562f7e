//! How long the text is, the selection and the part at the cursor, in few words; and which of them go where there is
//! little room.
//!
//! Counts are of the last reading, moved along by what was typed since, so they never stand still under the keys. Time
//! is that of silent reading at [`Score::WORDS_PER_MINUTE`], in whole minutes, begun ones counted.

use crate::document::words::words;
use crate::score::{Score, rounded};
use crate::text::counted;
use crate::tui::model::Model;
use crate::tui::widget::paint;

/// The longest name of a part, in cells.
const TITLE: usize = 20;

/// What to say, the longest way of it first; each with how much that way is missed. What is missed least is said
/// shorter, or not at all, where there is no room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fact(Vec<(u8, String)>);

impl Fact {
    /// With one way to say it.
    fn one(missed: u8, text: impl Into<String>) -> Self {
        Self(vec![(missed, text.into())])
    }
}

/// What there is to say of `model`, in the order in which it is said.
pub fn facts(model: &Model) -> Vec<Fact> {
    if model.focus.is_pen_away {
        // Nothing but the text; what was selected asks to be counted.
        return if model.editor.selected().is_empty() { Vec::new() } else { vec![place(model)] };
    }
    let has_read = model.pen.has_read();
    let reading = Fact::one(7, if has_read { "" } else { "reading" });
    let filter = model.pen.filter().told();
    let mut facts = vec![reading, place(model), Fact::one(5, filter.unwrap_or_default())];
    // Nothing is counted before the text was read once.
    if has_read {
        facts.extend([part(model), total(model), strikes(model)]);
    }
    facts
}

// Where the cursor stands, or how much is selected.
fn place(model: &Model) -> Fact {
    let selected = model.editor.selected();
    if selected.is_empty() {
        let position = model.editor.buffer().position(model.editor.selection().head);
        return Fact::one(6, format!("{}:{}", position.line, position.column));
    }
    let count = words(selected, 0..selected.len()).count();
    // Of a few words nobody asks how long they take.
    let time = if Score::minutes_for(count) < 1.0 { String::new() } else { minutes(count) };
    Fact(vec![
        (3, format!("{}{time} selected", counted(count, "word"))),
        (6, counted(count, "word") + " selected"),
    ])
}

// The part at the cursor against its budget.
fn part(model: &Model) -> Fact {
    let reading = model.pen.rest();
    let part = reading.part_at(model.editor.selection().head).and_then(|index| reading.parts.get(index));
    let Some(item) = part.map(|part| &part.item) else { return Fact::default() };
    let title = paint::fit(&item.title, TITLE, model.theme.glyphs.ellipsis);
    let words = item.words;
    let (long, short) = match item.budget {
        Some(most) if words > most => (
            format!("{title} {words}/{most} words, {} over", words - most),
            format!("{title} {words}/{most}!"),
        ),
        Some(most) => (format!("{title} {words}/{most} words"), format!("{title} {words}/{most}")),
        None => (format!("{title} {}", counted(words, "word")), format!("{title} {words}")),
    };
    Fact(vec![(1, long), (4, short)])
}

fn total(model: &Model) -> Fact {
    let count = model.pen.rest().scores.all_words;
    Fact(vec![(3, counted(count, "word") + &minutes(count)), (9, counted(count, "word"))])
}

fn strikes(model: &Model) -> Fact {
    let strikes = model.pen.rest().scores.strikes_per_100_words;
    strikes
        .map_or_else(Fact::default, |strikes| Fact::one(2, format!("{} strikes per 100", rounded(strikes))))
}

fn minutes(words: usize) -> String {
    match Score::minutes_for(words).ceil() {
        minutes if minutes > 0.0 => format!(", {minutes} min"),
        _ => String::new(),
    }
}

/// `facts` beside each other, two cells apart, as many and as long as `room` cells hold.
pub fn folded(mut facts: Vec<Fact>, room: usize) -> String {
    loop {
        let said = facts.iter().filter_map(|fact| fact.0.first()).map(|(_, text)| text.as_str());
        let line = said.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("  ");
        if paint::width(&line) <= room {
            return line;
        }
        let least_missed = facts.iter_mut().filter(|fact| !fact.0.is_empty());
        let Some(fact) = least_missed.min_by_key(|fact| fact.0.first().map(|(missed, _)| *missed)) else {
            return String::new();
        };
        fact.0.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missed_least_goes_first() {
        let facts = vec![
            Fact::one(6, "12:3"),
            Fact(vec![(1, "Summary 84/120 words".into()), (4, "Summary 84/120".into())]),
            Fact(vec![(3, "412 words, 2 min".into()), (9, "412 words".into())]),
            Fact::one(2, "3.2 strikes per 100"),
        ];
        let at = |room| folded(facts.clone(), room);
        assert_eq!(at(80), "12:3  Summary 84/120 words  412 words, 2 min  3.2 strikes per 100");
        assert_eq!(at(60), "12:3  Summary 84/120  412 words, 2 min  3.2 strikes per 100");
        assert_eq!(at(58), "12:3  Summary 84/120  412 words, 2 min");
        assert_eq!(at(31), "12:3  Summary 84/120  412 words");
        assert_eq!(at(30), "12:3  412 words");
        assert_eq!(at(14), "412 words");
        assert_eq!(at(8), "");
    }

    #[test]
    fn a_begun_minute_counts() {
        assert_eq!([0, 1, 238, 239].map(minutes), ["", ", 1 min", ", 1 min", ", 2 min"]);
    }
}
