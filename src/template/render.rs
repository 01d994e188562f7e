//! From a template and answers to a document.

use std::collections::BTreeMap;

use super::placeholder::{ask_for_key, marks, one_line};
use super::{Name, Template};
use crate::text::slice;
use crate::yaml;

/// Front-matter keys that hold a list; their answers are cut at commas.
const LISTS: [&str; 2] = ["competitors", "terms"];

impl Template {
    /// The document: front matter, then the skeleton with the `answers` in place.
    ///
    /// A placeholder without an answer stays as it is; a front-matter key without one stays empty, with its question as
    /// a YAML comment. An answer that shares its line with other text is put on one line.
    pub fn render(&self, answers: &BTreeMap<String, String>) -> String {
        let answers: BTreeMap<&str, &str> = answers
            .iter()
            .map(|(name, answer)| (name.as_str(), answer.trim()))
            .filter(|(_, answer)| !answer.is_empty())
            .collect();
        let mut out = format!("---\ntemplate: {}\n", self.name);
        for key in &self.front_matter {
            out.push_str(&front_matter_line(key.as_str(), answers.get(key.as_str()).copied()));
        }
        out.push_str("---\n\n");
        fill(&self.body, &answers, &mut out);
        out
    }
}

pub(super) fn front_matter_line(key: &str, answer: Option<&str>) -> String {
    let Some(answer) = answer else {
        let ask = ask_for_key(key).map_or_else(|| format!("{}?", Name::label(key)), str::to_owned);
        return format!("{key}:  # {ask}\n");
    };
    if LISTS.contains(&key) {
        let items = answer.split([',', '\n']).map(str::trim).filter(|item| !item.is_empty());
        return format!("{key}: [{}]\n", items.map(yaml::scalar).collect::<Vec<_>>().join(", "));
    }
    format!("{key}: {}\n", yaml::scalar(answer))
}

/// Writes `body` to `out` with every placeholder that has an answer replaced, in one pass: braces inside an answer
/// are the writer's own.
pub(super) fn fill(body: &str, answers: &BTreeMap<&str, &str>, out: &mut String) {
    let mut done = 0;
    for mark in marks(body) {
        let Some(answer) = answers.get(mark.name) else { continue };
        let before = slice(body, done..mark.span.start);
        let after = slice(body, mark.span.end..body.len());
        out.push_str(before);
        let alone =
            (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'));
        let answer = if alone { (*answer).to_owned() } else { one_line(answer) };
        out.push_str(without_second_stop(&answer, after));
        done = mark.span.end;
    }
    out.push_str(slice(body, done..body.len()));
}

/// `answer` without its full stop where the skeleton has one of its own behind it.
fn without_second_stop<'a>(answer: &'a str, after: &str) -> &'a str {
    match answer.strip_suffix('.') {
        Some(rest) if after.starts_with('.') && !rest.ends_with('.') => rest,
        _ => answer,
    }
}
