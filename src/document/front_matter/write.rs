//! Writing into the head of a document: one value more, everything else as it was written.

use super::{FrontMatter, cut, text_start};
use crate::text::{Change, Edit, Span, slice};
use crate::yaml;

impl FrontMatter {
    /// The edit of `source` that adds `term` to its `terms`, or sets them up; `None` where it is one already, where the
    /// front matter cannot be read, and where it is written in a form that takes no more (a mapping in braces).
    pub fn with_term(source: &str, term: &str) -> Option<Edit> {
        let mut wanted = Self::read(source);
        if wanted.terms.iter().any(|known| known.eq_ignore_ascii_case(term)) {
            return None;
        }
        wanted.terms.push(term.to_owned());
        let word = yaml::scalar(term);
        let edit = match Head::of(source) {
            None => new_head(source, &format!("terms: [{word}]")),
            Some(head) => match head.value("terms") {
                None => head.with_line(&format!("terms: [{word}]")),
                Some(value) => head.with_item(value, &word),
            },
        };
        wanted.if_said_by(source, edit)
    }

    /// The edit of `source` that says who the customer is, where nobody is named yet; `None` else, and where the front
    /// matter cannot be read.
    pub fn with_customer(source: &str, customer: &str) -> Option<Edit> {
        let mut wanted = Self::read(source);
        if wanted.customer.is_some() {
            return None;
        }
        wanted.customer = Some(customer.to_owned());
        let text = yaml::scalar(customer);
        let edit = match Head::of(source) {
            None => new_head(source, &format!("customer: {text}")),
            Some(head) => match head.value("customer") {
                None => head.with_line(&format!("customer: {text}")),
                Some(value) => Edit::replace(value.bare(source), format!(" {text}")),
            },
        };
        wanted.if_said_by(source, edit)
    }

    /// `edit`, if `source` says this and nothing else after it.
    pub(super) fn if_said_by(self, source: &str, edit: Edit) -> Option<Edit> {
        let said = |front: Self| Self { span: Span::default(), launch_span: Span::default(), ..front };
        let read = Self::read(&Change::from(edit.clone()).applied(source));
        (self.problem.is_none() && said(read) == said(self)).then_some(edit)
    }
}

/// A head that says `line`, where there is none.
pub(super) fn new_head(source: &str, line: &str) -> Edit {
    let ending = ending(source);
    Edit::insert(text_start(source), format!("---{ending}{line}{ending}---{ending}"))
}

/// How the lines of `source` end.
pub(super) fn ending(source: &str) -> &'static str {
    let first = source.split_inclusive('\n').next().unwrap_or("");
    if first.ends_with("\r\n") { "\r\n" } else { "\n" }
}

/// The YAML between the two lines of a head.
#[derive(Clone, Copy)]
pub(super) struct Head<'a> {
    source: &'a str,
    yaml: Span,
}

/// What stands behind a key: the rest of its line, and the lines below up to the next key.
#[derive(Clone, Copy)]
pub(super) struct Value {
    line: Span,
    pub below: Span,
}

impl<'a> Head<'a> {
    pub fn of(source: &'a str) -> Option<Self> {
        let (yaml, _) = cut(source, text_start(source))?;
        Some(Self { source, yaml })
    }

    /// What the line that begins with `key` holds behind the colon.
    pub fn value(self, key: &str) -> Option<Value> {
        let mut found: Option<Value> = None;
        let mut at = self.yaml.start;
        for line in slice(self.source, self.yaml).split_inclusive('\n') {
            let (text, end) = (line.trim_end(), at + line.len());
            match &mut found {
                Some(value) if goes_on(text) => value.below.end = end,
                Some(_) => break,
                None => {
                    let rest =
                        text.strip_prefix(key).map(str::trim_start).and_then(|it| it.strip_prefix(':'));
                    found = rest.map(|rest| Value {
                        line: Span::new(at + text.len() - rest.len(), at + text.len()),
                        below: Span::at(end),
                    });
                }
            }
            at = end;
        }
        found
    }

    pub fn with_line(self, line: &str) -> Edit {
        Edit::insert(self.yaml.end, format!("{line}{}", ending(self.source)))
    }

    /// One item more in the list of `value`, however that is written.
    pub fn with_item(self, value: Value, word: &str) -> Edit {
        let rest = slice(self.source, value.line);
        let inline = rest.trim_start();
        if inline.starts_with('[') {
            return self.in_brackets(Span::new(value.line.start, value.below.end), word);
        }
        if !inline.is_empty() && !inline.starts_with('#') {
            return Edit::replace(value.line, format!(" [{}, {word}]", inline.trim_end()));
        }
        let (items, indent) = self.items(value.below);
        match items.last() {
            Some(last) => Edit::insert(last.end, format!("{}{indent}- {word}", ending(self.source))),
            None => Edit::insert(value.line.start, format!(" [{word}]")),
        }
    }

    fn in_brackets(self, list: Span, word: &str) -> Edit {
        let text = slice(self.source, list);
        let inside = slice(text, 0..text.rfind(']').unwrap_or(text.len())).trim_end();
        let between = match inside.chars().next_back() {
            Some('[') => "",
            Some(',') => " ",
            _ => ", ",
        };
        Edit::insert(list.start + inside.len(), format!("{between}{word}"))
    }

    /// The items of a list in lines of their own, each from its dash to the end of what it says, and what stands before
    /// the dashes.
    pub fn items(self, below: Span) -> (Vec<Span>, &'a str) {
        let (mut items, mut first, mut at) = (Vec::<Span>::new(), "", below.start);
        for line in slice(self.source, below).split_inclusive('\n') {
            let text = line.trim_end();
            let item = text.trim_start();
            let indent = slice(text, 0..text.len() - item.len());
            let begins = (item.starts_with("- ") || item == "-") && (items.is_empty() || indent == first);
            let (start, end) = (at + indent.len(), at + text.len());
            match items.last_mut() {
                _ if item.is_empty() || item.starts_with('#') => {}
                _ if begins => {
                    first = indent;
                    items.push(Span::new(start, end));
                }
                Some(last) => last.end = end,
                None => {}
            }
            at += line.len();
        }
        (items, first)
    }
}

impl Value {
    /// The value without a comment behind it.
    fn bare(self, source: &str) -> Span {
        let text = slice(source, self.line);
        let end = if text.trim_start().starts_with('#') { 0 } else { text.find(" #").unwrap_or(text.len()) };
        Span::new(self.line.start, self.line.start + end)
    }
}

/// Whether a line belongs to the key above it.
fn goes_on(line: &str) -> bool {
    line.is_empty() || line.starts_with([' ', '\t', '-', '#', ']'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_term(source: &str, term: &str) -> Option<String> {
        FrontMatter::with_term(source, term).map(|edit| Change::from(edit).applied(source))
    }

    #[test]
    fn a_term_is_added_and_the_rest_stays_as_it_is_written() {
        for (source, after) in [
            ("# Hi\n", "---\nterms: [stop]\n---\n# Hi\n"),
            ("\u{feff}# Hi\r\n", "\u{feff}---\r\nterms: [stop]\r\n---\r\n# Hi\r\n"),
            ("---\n# why\nproduct: 'Box'\n---\n", "---\n# why\nproduct: 'Box'\nterms: [stop]\n---\n"),
            ("---\nterms: [ shift ] # hers\n---\n", "---\nterms: [ shift, stop ] # hers\n---\n"),
            ("---\nterms: []\n---\n", "---\nterms: [stop]\n---\n"),
            ("---\nterms:\n---\n", "---\nterms: [stop]\n---\n"),
            ("---\nterms: # none yet\n---\n", "---\nterms: [stop] # none yet\n---\n"),
            ("---\nterms: bus lane\n---\n", "---\nterms: [bus lane, stop]\n---\n"),
            ("---\nterms: [a,\n  b,\n]\nx: 1\n---\n", "---\nterms: [a,\n  b, stop\n]\nx: 1\n---\n"),
            ("---\nterms:\n  - a # A\n\nx: 1\n---\n", "---\nterms:\n  - a # A\n  - stop\n\nx: 1\n---\n"),
            ("---\r\nterms:\r\n- a\r\nx: 1\r\n---\r\n", "---\r\nterms:\r\n- a\r\n- stop\r\nx: 1\r\n---\r\n"),
        ] {
            assert_eq!(with_term(source, "stop").as_deref(), Some(after), "{source}");
        }
        assert_eq!(
            with_term("---\nterms: [a]\n---\n", "R&D: on").as_deref(),
            Some("---\nterms: [a, \"R&D: on\"]\n---\n")
        );
    }

    #[test]
    fn what_cannot_be_written_is_left_alone() {
        for source in ["---\nterms: [Stop]\n---\n", "---\n{product: Box}\n---\n", "---\nterms: [a\n---\n"] {
            assert_eq!(with_term(source, "stop"), None, "{source}");
        }
    }

    #[test]
    fn the_customer_is_named_where_nobody_is() {
        let with = |source: &str| {
            let edit = FrontMatter::with_customer(source, "people who wait");
            edit.map(|edit| Change::from(edit).applied(source))
        };
        assert_eq!(with("# Hi\n").as_deref(), Some("---\ncustomer: people who wait\n---\n# Hi\n"));
        assert_eq!(
            with("---\ncustomer:\nx: 1\n---\n").as_deref(),
            Some("---\ncustomer: people who wait\nx: 1\n---\n")
        );
        assert_eq!(
            with("---\ncustomer: # who?\n---\n").as_deref(),
            Some("---\ncustomer: people who wait # who?\n---\n")
        );
        assert_eq!(with("---\ncustomer: you\n---\n"), None);
    }
}
