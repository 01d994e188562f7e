//! `{{placeholder}}`s in a skeleton, and the question behind each.

use std::collections::BTreeSet;

use super::{Name, Template};
use crate::text::{Span, slice};

/// Something a writer has to fill in: a front-matter key or a `{{name}}` of the skeleton.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// Its name, as it stands between the braces.
    pub name: String,
    /// The question to ask.
    pub ask: String,
}

/// A `{{name}}` where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark<'a> {
    /// Its bytes, braces included.
    pub(super) span: Span,
    /// Its name, trimmed.
    pub(super) name: &'a str,
}

/// Most bytes between the braces; longer is somebody's code.
const MAX_NAME: usize = 80;

/// The placeholders of `body` in order. Comments are left alone.
pub(super) fn marks(body: &str) -> Vec<Mark<'_>> {
    let comments = comments(body);
    let mut found: Vec<Mark<'_>> = Vec::new();
    for (start, _) in body.match_indices("{{") {
        let Some((inner, _)) = slice(body, start + 2..body.len()).split_once("}}") else { break };
        let free = found.last().is_none_or(|last| last.span.end <= start)
            && !comments.iter().any(|(span, _)| span.contains(start));
        let name = inner.trim();
        if free && !name.is_empty() && inner.len() <= MAX_NAME && !inner.contains(['{', '}', '\n']) {
            found.push(Mark { span: Span::new(start, start + inner.len() + 4), name });
        }
    }
    found
}

/// The HTML comments of `body`: their bytes and what they say.
fn comments(body: &str) -> Vec<(Span, &str)> {
    let mut found: Vec<(Span, &str)> = Vec::new();
    for (start, open) in body.match_indices("<!--") {
        if found.last().is_some_and(|(last, _)| start < last.end) {
            continue;
        }
        let Some((inner, _)) = slice(body, start + open.len()..body.len()).split_once("-->") else { break };
        found.push((Span::new(start, start + open.len() + inner.len() + 3), inner.trim()));
    }
    found
}

/// The headings of `body`, with the byte after each.
fn headings(body: &str) -> Vec<(usize, &str)> {
    let mut end = 0;
    let lines = body.split_inclusive('\n').map(|line| {
        end += line.len();
        (end, line)
    });
    lines
        .filter(|(_, line)| line.starts_with('#'))
        .map(|(end, line)| (end, line.trim_matches(['#', ' ', '\n'])))
        .collect()
}

/// What is asked for a front-matter key that every document may have.
pub(super) fn ask_for_key(key: &str) -> Option<&'static str> {
    Some(match key {
        "product" => "What is the product called?",
        "company" => "Who makes it?",
        "customer" => "Who sits in the empty chair: one kind of person, in one situation?",
        "launch" => "On which day can the first customer have it (YYYY-MM-DD)?",
        "effective" => "From which day does it hold (YYYY-MM-DD)?",
        "competitors" => "What do these customers use today (names, with commas)?",
        "terms" => "Which special words does this customer use every day (with commas)?",
        _ => return None,
    })
}

impl Template {
    /// All that a writer can fill in, each once: front-matter keys first, then the skeleton's in order.
    ///
    /// The question of a placeholder is that of the part with its name or of the front-matter key; else the nearest
    /// comment or heading before it (a part's heading stands for the part's question).
    pub fn placeholders(&self) -> Vec<Placeholder> {
        let (comments, headings) = (comments(&self.body), headings(&self.body));
        let keys = self.front_matter.iter().map(|key| (0, key.as_str()));
        let marks = marks(&self.body).into_iter().map(|mark| (mark.span.start, mark.name));
        let mut seen = BTreeSet::new();
        keys.chain(marks)
            .filter(|(_, name)| seen.insert(*name))
            .map(|(at, name)| {
                let comment =
                    comments.iter().map(|(span, text)| (span.end, *text)).rfind(|(end, _)| *end <= at);
                let heading = headings.iter().copied().rfind(|(end, _)| *end <= at);
                let near = comment.max(heading).map(|(_, text)| self.ask_of_heading(text).unwrap_or(text));
                let own =
                    self.parts.iter().find(|part| part.id.as_str() == name).map(|part| part.ask.as_str());
                let ask = own.or_else(|| ask_for_key(name)).or(near).filter(|ask| !ask.is_empty());
                let ask = ask.map_or_else(|| format!("{}?", Name::label(name)), one_line);
                Placeholder { name: name.to_owned(), ask }
            })
            .collect()
    }

    fn ask_of_heading(&self, heading: &str) -> Option<&str> {
        let lower = heading.to_lowercase();
        let announces = |other: &String| other.to_lowercase() == lower;
        self.parts.iter().find(|part| part.headings.iter().any(announces)).map(|part| part.ask.as_str())
    }
}

/// `text` with every run of blanks and line breaks as one space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
