//! Putting in what would else be typed by rote: the date, a question of the FAQ; and going to a line by its number.

use jiff::civil::Date;

use super::message::Effect;
use super::model::Model;
use super::overlay::{Asked, Overlay};
use super::update;
use super::widget::prompt::Prompt;
use crate::document::{self, Document, PartKind};
use crate::lint::Severity;
use crate::text::{Buffer, Edit, Selection, Span, StepKind};

/// Puts in `date`: as `2026-11-22` in front matter, else in words, the day first unless the document has it second.
pub fn date(model: &mut Model, date: Date) -> Vec<Effect> {
    let buffer = model.editor.buffer();
    let front = Document::front_matter(buffer.text()).span;
    let format = match model.editor.selection().head {
        at if at < front.end => "%Y-%m-%d",
        _ if has_month_first(buffer.text()) => "%B %-d, %Y",
        _ => "%-d %B %Y",
    };
    update::type_text(model, &date.strftime(format).to_string())
}

// Whether the first date in words that is found has its day behind the month: `November 22, 2026`.
fn has_month_first(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_day = |word: &str| {
        let digits = word.trim_end_matches([',', '.']);
        (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut dates = words.windows(3).filter_map(|three| match three {
        [first, second, third] if is_month(second) && is_day(first) && is_year(third) => Some(false),
        [first, second, third] if is_month(first) && is_day(second) && is_year(third) => Some(true),
        _ => None,
    });
    dates.next().unwrap_or(false)
}

fn is_month(word: &str) -> bool {
    document::month(word.trim_matches(|char: char| !char.is_alphabetic())).is_some()
}

fn is_year(word: &str) -> bool {
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    digits.len() == 4
}

/// Puts in a question and its answer, to be filled in: behind the entry of the cursor, else at the end of the first FAQ.
pub fn question(model: &mut Model) -> Vec<Effect> {
    if !model.pen.is_current() {
        model.say("still reading; once more, please");
        return Vec::new();
    }
    let buffer = model.editor.buffer();
    let Some((gap, sibling)) = place(model) else {
        model.say("there is no FAQ yet; go to part puts one in");
        return Vec::new();
    };
    let before = if gap.start > buffer.start() { "\n\n" } else { "" };
    let behind = if gap.end < buffer.len() { "\n\n" } else { "\n" };
    let ask = "{{question}}";
    let (open, close) = sibling;
    let breaks = buffer.line_ending();
    let before = before.replace('\n', breaks) + &open;
    let behind = format!("{close}\n\n{{{{answer}}}}{behind}").replace('\n', breaks);
    let start = gap.start + before.len();
    let after = Selection::new(start, start + ask.len());
    let change = Edit::replace(gap, [before.as_str(), ask, &behind].concat()).into();
    let applied = model.editor.change(change, after, StepKind::Alone, model.now);
    let next = model.key("next-strike");
    model.say(format!("type the question; {next} then goes to what is to be filled in next"));
    update::typed(model, &applied)
}

// The blank lines to put an entry in, and what stands before and behind the questions there.
fn place(model: &Model) -> Option<(Span, (String, &'static str))> {
    let (buffer, reading) = (model.editor.buffer(), model.pen.rest());
    let head = model.editor.selection().head;
    let line = buffer.line_of(head);
    let parts = || reading.parts.iter().enumerate().filter(|(_, part)| !part.is_missing());
    let is_faq =
        |id: &str| [PartKind::ExternalFaq, PartKind::InternalFaq].iter().any(|kind| kind.name() == id);
    let here = reading.part_at(head);
    let (index, part) = parts()
        .find(|(index, part)| Some(*index) == here && (is_faq(&part.id) || !part.questions.is_empty()))
        .or_else(|| parts().find(|(_, part)| is_faq(&part.id) || !part.questions.is_empty()))?;
    let next = part.questions.iter().copied().find(|at| here == Some(index) && buffer.line_of(*at) > line);
    let other = || parts().map(|(_, other)| other.at).filter(|at| *at > part.at).min();
    let end = next.or_else(other).map_or(buffer.len(), |at| buffer.line_span(buffer.line_of(at)).start);
    let start = buffer.slice(0..end).trim_end().len();
    let sibling = part.questions.first().map(|at| buffer.line(buffer.line_of(*at)));
    let own = buffer.line(buffer.line_of(part.at));
    Some((Span::new(start.max(buffer.start()), end), around_question(sibling, own)))
}

// As the questions beside it are written; without one, as a heading under that of the part.
fn around_question(sibling: Option<&str>, part: &str) -> (String, &'static str) {
    let marks = |line: &str| line.len() - line.trim_start_matches('#').len();
    match sibling.unwrap_or_default() {
        line if line.starts_with('#') => ("#".repeat(marks(line)) + " ", ""),
        line if line.starts_with("**Q: ") => ("**Q: ".to_owned(), "**"),
        line if line.starts_with("**") => ("**".to_owned(), "**"),
        line if line.starts_with("Q: ") => ("Q: ".to_owned(), ""),
        _ => ("#".repeat((marks(part) + 1).clamp(2, 6)) + " ", ""),
    }
}

/// Asks for a line.
pub fn ask_line(model: &mut Model) -> Vec<Effect> {
    let lines = model.editor.buffer().line_count();
    let prompt = Prompt::new("Go to line", "").with_hint(format!("1 to {lines}; Enter goes there"));
    model.overlay = Some(Overlay::Ask(prompt, Asked::Line));
    Vec::new()
}

/// Goes to the line typed; one past the last is the last.
pub fn go_to_line(model: &mut Model, mut prompt: Prompt, typed: &str) -> Vec<Effect> {
    let Some(line) = typed.trim().parse::<usize>().ok().and_then(|line| line.checked_sub(1)) else {
        prompt.notice = Some((Severity::Error, "a number is wanted, from 1".to_owned()));
        model.overlay = Some(Overlay::Ask(prompt, Asked::Line));
        return Vec::new();
    };
    let buffer: &Buffer = model.editor.buffer();
    let start = buffer.line_content(line.min(buffer.line_count() - 1)).start;
    model.editor.select(Selection::cursor(start));
    Vec::new()
}
