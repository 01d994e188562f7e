//! The YAML head of a document: what is known there, and what is wrong with it.
//!
//! Keys that are not ours belong to other tools and are left alone, whatever they hold.

mod keep;
mod misplaced;
mod value;
mod waiver;
mod write;

pub use waiver::{Kept, Level, Waiver};

use serde::Deserialize;

use value::{List, Text};

use crate::text::{Span, slice};
use crate::yaml;

/// The front matter of a document. Every field may be absent; unknown keys belong to other tools and are left alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrontMatter {
    /// Its bytes, both `---` lines included; empty where there is none.
    pub span: Span,
    /// The template the document is written from.
    pub template: Option<String>,
    /// The product's name.
    pub product: Option<String>,
    /// The company's name.
    pub company: Option<String>,
    /// Who sits in the empty chair.
    pub customer: Option<String>,
    /// Launch date as written, `2027-11-05`.
    pub launch: Option<String>,
    /// Bytes of the line with the key `launch`; all of the front matter where no line begins with it.
    pub launch_span: Span,
    /// Rivals by name.
    pub competitors: Vec<String>,
    /// Words this customer uses; never jargon.
    pub terms: Vec<String>,
    /// Gate reasons that a named person has lifted.
    pub waivers: Vec<Waiver>,
    /// What is wrong with the YAML, with its place in the document.
    pub problem: Option<crate::yaml::Error>,
    /// Whether that is where it stands, and not what it says.
    pub is_misplaced: bool,
}

/// Where the text begins: behind a byte order mark, if there is one.
fn text_start(source: &str) -> usize {
    source.chars().next().filter(|first| *first == '\u{feff}').map_or(0, char::len_utf8)
}

impl FrontMatter {
    /// An error about the value of `key` in the head of `source`, with its place in the document.
    pub fn wrong_value(source: &str, key: &str, message: impl Into<String>) -> yaml::Error {
        let Some((span, _)) = cut(source, text_start(source)) else {
            return yaml::Error { message: message.into(), at: None };
        };
        let lines = slice(source, 0..span.start).matches('\n').count();
        let problem = yaml::Error::at_value(slice(source, span), &[yaml::Step::Key(key)], message);
        problem.shifted(lines, span.start)
    }

    /// Reads the head of `source`. Where there is none, the span is empty and stands where the text begins.
    pub(super) fn read(source: &str) -> Self {
        let start = text_start(source);
        if let Some((yaml, end)) = cut(source, start) {
            return Self::of(source, yaml, Span::new(start, end));
        }
        let Some(found) = misplaced::find(source, start) else {
            return Self { span: Span::at(start), ..Self::default() };
        };
        // Who and what it is about is known all the same: nothing is taken for right because of a slip before it.
        let read = Self::of(source, found.yaml, Span::new(start, found.end));
        Self { problem: Some(found.problem), is_misplaced: true, ..read }
    }

    fn of(source: &str, yaml: Span, span: Span) -> Self {
        match yaml::from_str::<Option<Fields>>(slice(source, yaml)) {
            Ok(fields) => {
                let launch_span = line_of_key(source, yaml, "launch").unwrap_or(span);
                Self { span, launch_span, ..fields.unwrap_or_default().into() }
            }
            Err(problem) => {
                // A bracket left open explains a value of the wrong form, and not the other way round.
                let broken = yaml::from_str::<serde::de::IgnoredAny>(slice(source, yaml)).err();
                let problem = broken.unwrap_or(problem);
                let lines = slice(source, 0..yaml.start).matches('\n').count();
                Self { span, problem: Some(problem.shifted(lines, yaml.start)), ..Self::default() }
            }
        }
    }
}

/// The YAML between two `---` lines at the head of `source`, and the end of the second line. A thematic break over a
/// paragraph is no front matter: the first line between has to look like a key, a comment or nothing.
fn cut(source: &str, start: usize) -> Option<(Span, usize)> {
    let mut at = start;
    let mut body = None;
    for line in slice(source, start..source.len()).split_inclusive('\n') {
        let text = line.trim_end();
        let end = at + line.len();
        match body {
            None if text == "---" => body = Some(end),
            None => return None,
            Some(from) if text == "---" || text == "..." => return Some((Span::new(from, at), end)),
            Some(from) if at == from && !is_key(text) => return None,
            Some(_) => {}
        }
        at = end;
    }
    None
}

/// The line within `yaml` that begins with `key`, without its break.
fn line_of_key(source: &str, yaml: Span, key: &str) -> Option<Span> {
    let mut at = yaml.start;
    for line in slice(source, yaml).split_inclusive('\n') {
        let text = line.trim_end();
        if text.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':')) {
            return Some(Span::new(at, at + text.len()));
        }
        at += line.len();
    }
    None
}

fn is_key(line: &str) -> bool {
    let key = line.split_once(':').map_or("", |(key, _)| key.trim_matches(['"', '\'']));
    let named = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-. ".contains(c));
    let bracket = line.starts_with(['{', '[', '"', '&', '!', '%']);
    line.is_empty() || line.starts_with('#') || named || bracket
}

/// The keys that are ours.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Fields {
    template: Option<Text>,
    product: Option<Text>,
    company: Option<Text>,
    customer: Option<Text>,
    launch: Option<Text>,
    competitors: List,
    terms: List,
    waivers: Vec<Waiver>,
}

impl From<Fields> for FrontMatter {
    fn from(fields: Fields) -> Self {
        let words = |text: Option<Text>| text.and_then(Text::words);
        Self {
            span: Span::default(),
            template: words(fields.template),
            product: words(fields.product),
            company: words(fields.company),
            customer: words(fields.customer),
            launch: words(fields.launch),
            launch_span: Span::default(),
            competitors: fields.competitors.words(),
            terms: fields.terms.words(),
            waivers: fields.waivers,
            problem: None,
            is_misplaced: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_keys_are_read_and_others_left_alone() {
        let source = "\u{feff}---\r\nproduct: Melinda\r\nlaunch: 2027-11-05\r\nterms: smart lock\r\nauthors:\r\n- name: Bo\r\n---\r\n# Hi";
        let front = FrontMatter::read(source);
        assert_eq!(front.problem, None);
        assert_eq!(front.product.as_deref(), Some("Melinda"));
        assert_eq!(front.launch.as_deref(), Some("2027-11-05"));
        assert_eq!(slice(source, front.launch_span), "launch: 2027-11-05");
        assert_eq!(front.terms, ["smart lock"]);
        assert_eq!(slice(source, front.span.end..source.len()), "# Hi");
    }

    #[test]
    fn bad_yaml_is_kept_with_its_place_in_the_document() {
        let front = FrontMatter::read("---\nproduct: Melinda\nterms: [a, b\n---\n# Hi\n");
        let problem = front.problem.expect("a problem");
        assert!(problem.at.is_some_and(|at| at.line >= 3), "{problem:?}");
        let front = FrontMatter::read("---\ncustomer: {who: me}\n---\n");
        assert!(front.problem.is_some());
    }

    #[test]
    fn a_wrong_value_is_reported_where_it_stands() {
        for (head, place, said) in [
            ("product: Box\ncustomer: [a, b]", (3, 11), "customer: expected text, found a list"),
            ("product: Box\nterms: {a: b}", (3, 8), "terms: expected a list of texts, found a list of keys"),
        ] {
            let problem = FrontMatter::read(&format!("---\n{head}\n---\n# Hi\n")).problem.expect(head);
            assert_eq!(problem.at.map(|at| (at.line, at.column)), Some(place), "{problem:?}");
            assert_eq!(problem.message, said);
        }
        let front = FrontMatter::read("---\ncompany: 42\nterms: [1, two, ]\ncompetitors: Boxly\n---\n");
        assert_eq!((front.company.as_deref(), front.problem), (Some("42"), None));
        assert_eq!(
            (front.terms, front.competitors),
            (vec!["1".into(), "two".into()], vec!["Boxly".to_owned()])
        );
    }

    #[test]
    fn a_thematic_break_is_no_front_matter() {
        for source in [
            "---\n\nSo it ends.\n\n---\n",
            "---\nSo it ends here\n---\n",
            "# Hi\n---\na: b\n---\n",
            "---\na: b\n",
        ] {
            let front = FrontMatter::read(source);
            assert!(front.span.is_empty() || front.problem.is_some(), "{source:?}");
        }
        assert!(FrontMatter::read("---\nSo it ends here\n---\n").span.is_empty());
    }
}
