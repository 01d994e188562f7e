//! Changes as JSON, version 1. New keys may be added; none changes its meaning.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Both, Compared, Tally, Teller};
use crate::redline::{Change, ChangeKind, Detail, Redline, Row};
use crate::report::json::put;
use crate::report::redline::{PartProgress, Trend};
use crate::score::Figures;
use crate::text::{Positions, Span, slice};

/// Writes everything that is known of `files`.
pub fn json(files: &[Compared<'_>], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"version\": 1, \"files\": [")?;
    for (at, file) in files.iter().enumerate() {
        write!(out, "{}\n ", if at == 0 { "" } else { "," })?;
        put(out, &record(file))?;
    }
    writeln!(out, "]}}")
}

fn record(compared: &Compared<'_>) -> Value {
    let redline = compared.redline;
    let changes = redline.changes();
    let record = Record {
        redline,
        old: Positions::new(redline.old.source),
        new: Positions::new(redline.new.source),
        teller: Teller::new(redline, compared.both),
    };
    let counts = redline.counts();
    let mut count = json!({
        "changes": changes.len(), "blocks": counts.blocks, "blocks_changed": counts.changed,
        "words_deleted": counts.deleted, "words_inserted": counts.inserted,
    });
    for (kind, number) in Tally::of(&changes).kinds() {
        if let Some(count) = count.as_object_mut() {
            count.insert(kind.name().to_owned(), number.into());
        }
    }
    json!({
        "name": compared.name,
        "old": {"name": compared.heads.0},
        "new": {"name": compared.heads.1},
        "detail": detail(redline.detail),
        "counts": count,
        "scores": compared.both.map(scores),
        "changes": changes.iter().map(|change| record.change(change)).collect::<Vec<_>>(),
        "moves": record.moves(&changes),
        "rows": redline.rows.iter().enumerate().map(|(at, row)| record.row(at, row, &changes)).collect::<Vec<_>>(),
    })
}

/// Both scores and those of the parts, under the names that they have elsewhere.
fn scores(both: &Both) -> Value {
    let progress = &both.progress;
    let part = |part: &PartProgress| {
        let [words, ease, strikes] = part.figures().map(|figure| figure.numbers());
        let side = |(words, (ease, strikes)): (Option<f64>, (Option<f64>, Option<f64>))| {
            words.map(|words| {
                json!({"words": words as u64, "flesch_reading_ease": ease, "strikes_per_100_words": strikes})
            })
        };
        let [old, new] = pair(words, pair(ease, strikes)).map(side);
        json!({"part": part.id, "old": old, "new": new})
    };
    json!({
        "verdict": progress.verdict(),
        "trend": match progress.trend() {
            Trend::Same => "same",
            trend => trend.word(),
        },
        "old": Figures::from(&both.old.score),
        "new": Figures::from(&both.new.score),
        "parts": progress.parts.iter().map(part).collect::<Vec<_>>(),
    })
}

/// The values before with each other, and those after.
fn pair<A, B>([one, two]: [A; 2], [three, four]: [B; 2]) -> [(A, B); 2] {
    [(one, three), (two, four)]
}

fn detail(detail: Detail) -> &'static str {
    match detail {
        Detail::Words => "words",
        Detail::Sentences => "sentences",
        Detail::Blocks => "blocks",
    }
}

struct Record<'r> {
    redline: &'r Redline<'r>,
    old: Positions<'r>,
    new: Positions<'r>,
    teller: Teller<'r>,
}

impl Record<'_> {
    fn change(&self, change: &Change) -> Value {
        let moved = match (change.kind, self.redline.rows.get(change.row)) {
            (ChangeKind::Moved, Some(Row::MovedTo { moved, .. })) => Some(*moved),
            _ => None,
        };
        let (part, question) = self.teller.part(change);
        json!({
            "id": change.id.to_string(),
            "number": change.number,
            "kind": change.kind.name(),
            "headings": self.teller.headings(change),
            "part": part,
            "question": question,
            "place": self.teller.place(change),
            "row": change.row,
            "move": moved,
            "old": self.before(change.old, true),
            "new": self.after(change.new, true),
            "told": self.teller.tell(change),
        })
    }

    fn moves(&self, changes: &[Change]) -> Vec<Value> {
        let mut moves = vec![Value::Null; self.redline.moves.len()];
        for change in changes.iter().filter(|change| change.kind == ChangeKind::Moved) {
            if let Some(Row::MovedTo { moved, .. }) = self.redline.rows.get(change.row)
                && let Some(place) = moves.get_mut(*moved)
            {
                let (old, new) = (self.before(change.old, false), self.after(change.new, false));
                *place = json!({"change": change.number, "old": old, "new": new});
            }
        }
        moves
    }

    fn row(&self, at: usize, row: &Row, changes: &[Change]) -> Value {
        let old = row.block_before().map(|block| self.before(self.redline.old.span_of(block), false));
        let new = row.block_after().map(|block| self.after(self.redline.new.span_of(block), false));
        let from = changes.partition_point(|change| change.row < at);
        let own = changes.iter().skip(from).take_while(|change| change.row == at);
        let moved = match row {
            Row::MovedFrom { moved, .. } | Row::MovedTo { moved, .. } => Some(*moved),
            _ => None,
        };
        json!({
            "kind": kind(row), "old": old, "new": new, "move": moved,
            "changes": own.map(|change| change.number).collect::<Vec<_>>(),
        })
    }

    fn before(&self, span: Span, text: bool) -> Value {
        side(&self.old, self.redline.old.source, span, text)
    }

    fn after(&self, span: Span, text: bool) -> Value {
        side(&self.new, self.redline.new.source, span, text)
    }
}

fn kind(row: &Row) -> &'static str {
    match row {
        Row::Same { .. } => "same",
        Row::Edited { .. } => "edited",
        Row::Deleted(_) => "deleted",
        Row::Inserted(_) => "inserted",
        Row::MovedFrom { .. } => "moved-from",
        Row::MovedTo { .. } => "moved-to",
    }
}

fn side(positions: &Positions<'_>, source: &str, span: Span, text: bool) -> Value {
    let place = |offset: usize| {
        let at = positions.of(offset);
        json!({"line": at.line, "column": at.column, "byte": offset})
    };
    let mut side = json!({"span": {"start": place(span.start), "end": place(span.end)}});
    if let (true, Some(side)) = (text, side.as_object_mut()) {
        side.insert("text".to_owned(), slice(source, span).into());
    }
    side
}
