//! Lists and quotes: going on with them, ending them, and how deep an item stands.

use super::blocks::Blocks;
use super::lead::Lead;
use super::{Done, is_blank, lines};
use crate::text::{Buffer, Edit, Selection, Span};

/// Enter within an item or a quote begins the next one, or ends it where it is empty. `None` where Enter is just a line
/// break.
pub fn enter(buffer: &Buffer, selection: Selection) -> Option<Done> {
    let at = selection.head;
    let line = buffer.line_of(at);
    let content = buffer.line_content(line);
    let text = buffer.slice(content);
    let lead = Lead::of(text);
    let words = content.start + lead.len();
    if !selection.is_empty() || lead.len() == 0 || at < words || Blocks::of(buffer).aside(line).is_some() {
        return None;
    }
    if !buffer.slice(words..content.end).trim().is_empty() {
        let text = buffer.line_ending().to_owned() + &lead.next();
        let after = Selection::cursor(at + text.len());
        return Some(Done { change: Edit::insert(at, text).into(), after });
    }
    let less = if lead.indent.is_empty() { None } else { parent(buffer, line, &lead) };
    let marks = match less {
        Some(parent) => parent.next(),
        None if lead.is_item() => ended(buffer, line, lead.quote),
        None => ended(buffer, line, &less_quoted(lead.quote)),
    };
    let after = Selection::cursor(content.start + marks.len());
    Some(Done { change: Edit::replace(content, marks).into(), after })
}

// Without a blank line what is typed next would still be read as part of the item or the quote above.
fn ended(buffer: &Buffer, line: usize, quote: &str) -> String {
    let above = line.checked_sub(1).map_or("", |above| buffer.line(above));
    if above.trim() == quote.trim() {
        return quote.to_owned();
    }
    [quote.trim_end(), buffer.line_ending(), quote].concat()
}

fn less_quoted(quote: &str) -> String {
    let end = quote.rfind('>').unwrap_or(0);
    quote.get(..end).unwrap_or_default().to_owned()
}

/// Puts the items of `selection`, and what is in them, under the item above. `None` where there is no item; an empty
/// change where nothing is above.
pub fn indent(buffer: &Buffer, selection: Selection) -> Option<Done> {
    let (first, lead) = first_item(buffer, selection)?;
    let above = above(buffer, first, &lead, |above| above.indent.len() <= lead.indent.len());
    let depth = above.map_or(0, |above| above.indent.len() + above.item_len());
    let more = " ".repeat(depth.saturating_sub(lead.indent.len()));
    let put = |line| Edit::insert(item_start(buffer, line), more.as_str());
    Some(Done::new(touched(buffer, selection, first).map(put).collect(), selection))
}

/// Takes the items of `selection`, and what is in them, out of the item they stand under. As [`indent`] otherwise.
pub fn outdent(buffer: &Buffer, selection: Selection) -> Option<Done> {
    let (first, lead) = first_item(buffer, selection)?;
    let depth = parent(buffer, first, &lead).map_or(0, |parent| parent.indent.len());
    let less = lead.indent.len() - depth;
    let take = |line| {
        let start = item_start(buffer, line);
        let indent = Lead::of(buffer.line(line)).indent.len();
        Edit::delete(Span::new(start, start + indent.min(less)))
    };
    Some(Done::new(touched(buffer, selection, first).map(take).collect(), selection))
}

fn first_item(buffer: &Buffer, selection: Selection) -> Option<(usize, Lead<'_>)> {
    let first = *lines(buffer, selection).start();
    let lead = Lead::of(buffer.line(first));
    (lead.is_item() && Blocks::of(buffer).aside(first).is_none()).then_some((first, lead))
}

// Behind the marks of the quote.
fn item_start(buffer: &Buffer, line: usize) -> usize {
    buffer.line_content(line).start + Lead::of(buffer.line(line)).quote.len()
}

// The lines selected, and those behind them that belong to the last item.
fn touched(buffer: &Buffer, selection: Selection, first: usize) -> impl Iterator<Item = usize> + '_ {
    let depth = |line| Lead::of(buffer.line(line)).indent.len();
    let last = *lines(buffer, selection).end();
    let belongs = move |line: &usize| !is_blank(buffer, *line) && depth(*line) > depth(first);
    let rest = (last + 1..buffer.line_count()).take_while(belongs);
    (first..=last).filter(|line| !is_blank(buffer, *line)).chain(rest)
}

/// The item that the one at `line` stands under.
fn parent<'a>(buffer: &'a Buffer, line: usize, lead: &Lead<'_>) -> Option<Lead<'a>> {
    above(buffer, line, lead, |above| above.indent.len() < lead.indent.len())
}

// The nearest item of the same list above `line` that `fits`.
fn above<'a>(
    buffer: &'a Buffer,
    line: usize,
    lead: &Lead<'_>,
    fits: impl Fn(&Lead<'_>) -> bool,
) -> Option<Lead<'a>> {
    let depth = lead.quote.trim_end();
    for line in (0..line).rev().filter(|line| !is_blank(buffer, *line)) {
        let above = Lead::of(buffer.line(line));
        let goes_on = above.quote.trim_end() == depth && (above.is_item() || !above.indent.is_empty());
        if !goes_on || (above.is_item() && fits(&above)) {
            return Some(above).filter(|_| goes_on);
        }
    }
    None
}
