//! The launch date, stated with two dates: in the front matter, the dateline and "available from".

use super::numbers::{Date, dates};
use crate::document::{Block, Document, Role, Sentence, Zone};
use crate::lint::Finding;
use crate::lint::rules::claims::evidence::is_one_of;
use crate::text::{Span, slice};

/// A place that says when it can be had.
struct Statement {
    span: Span,
    written: String,
    date: Date,
}

/// Words before the date on which something can be had.
const AVAILABLE: &[&str] =
    &["available", "launch", "launches", "live", "open", "opens", "sale", "ships", "starts", "arrives"];
/// Where one of these stands, something else begins, or not for all.
const OTHER: &[&str] = &[
    "alpha",
    "although",
    "apply",
    "beta",
    "council",
    "early",
    "first",
    "later",
    "next",
    "office",
    "order",
    "orders",
    "pilot",
    "preorder",
    "pre-order",
    "pre-orders",
    "registration",
    "second",
    "sign-ups",
    "test",
    "trial",
    "until",
    "voting",
    "waitlist",
    "also",
    "second",
    "version",
    "app",
    "android",
    "ios",
];
/// Words between "available" and its date.
const BETWEEN: &[&str] = &["from", "on", "in", "starting", "the", "as", "of", "for", "since", "sale"];

/// Finds places of `document` that state another launch date than the first place does.
pub(super) fn check(document: &Document, out: &mut Vec<Finding>) {
    let mut stated = document.blocks.iter().filter(|block| is_read(block)).flat_map(availability).peekable();
    let front = launch(document);
    let first = match front {
        Some(front) => front,
        None => match stated.next() {
            Some(first) => first,
            None => return,
        },
    };
    let mut confirmed = false;
    for statement in stated {
        if statement.date.agrees(first.date) {
            confirmed = true;
        } else {
            out.push(finding(&first, &statement));
        }
    }
    // A release may go out before the day that it names; where it names none, its dateline is the launch.
    let dateline = || dateline(document).filter(|dateline| !dateline.date.agrees(first.date));
    if document.front_matter.launch.is_some() && !confirmed {
        out.extend(dateline().map(|dateline| finding(&first, &dateline)));
    }
}

fn finding(first: &Statement, other: &Statement) -> Finding {
    let message = format!("\"{}\" here, \"{}\" elsewhere", other.written, first.written);
    let finding = Finding::new(other.span, message).see(first.span, format!("\"{}\"", first.written));
    finding.rewrite("find out which day is right, and write it in both places")
}

fn launch(document: &Document) -> Option<Statement> {
    let front = &document.front_matter;
    let launch = front.launch.as_deref()?;
    let (_, date) = *dates(launch).first()?;
    Some(Statement { span: front.launch_span, written: format!("launch: {launch}"), date })
}

fn dateline(document: &Document) -> Option<Statement> {
    let dateline = document.dateline.as_ref()?;
    let written = dateline.date.as_deref()?;
    let (_, date) = *dates(written).first()?;
    Some(Statement { span: dateline.span, written: written.to_owned(), date })
}

fn is_read(block: &Block) -> bool {
    let told =
        matches!(block.zone, Zone::Lead | Zone::Release | Zone::Body | Zone::ExternalFaq | Zone::Internal);
    told && block.role == Role::Prose
}

/// The days on which `block` says that it can be had.
fn availability(block: &Block) -> impl Iterator<Item = Statement> {
    block.sentences.iter().filter_map(|sentence| available(block, sentence))
}

fn available(block: &Block, sentence: &Sentence) -> Option<Statement> {
    let words = block.words_of(sentence);
    let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|word| is_one_of(block.word(word), list));
    let said = (0..words.len()).find(|at| is(*at, AVAILABLE))?;
    let text = block.text_of(sentence);
    if (0..words.len()).any(|at| is(at, OTHER)) || text.contains('?') {
        return None;
    }
    let start = (said + 1..said + 5).find(|at| !is(*at, BETWEEN))?;
    // "available from 6 September": the date begins right there.
    let start = words.get(start).filter(|_| start > said + 1)?.start as usize;
    let (span, date) =
        dates(text).into_iter().find(|(span, _)| sentence.start as usize + span.start == start)?;
    let from = sentence.start as usize;
    Some(Statement {
        span: block.source_span(from + span.start, from + span.end),
        written: slice(text, span).to_owned(),
        date,
    })
}
