//! Suppressions: comments in the document that silence a rule, with a reason.

use rustc_hash::FxHashMap;

use super::Diagnostic;
use super::stretches::Stretches;
use crate::document::{Comment, Document};
use crate::text::{LineIndex, Span, slice};

/// One suppression comment and what it covers.
#[derive(Debug)]
struct Suppression {
    /// Rules it names; empty for all.
    rules: Vec<String>,
    /// Source bytes in which a finding has to begin.
    reach: Span,
    /// The comment.
    span: Span,
}

/// All suppressions of a document.
#[derive(Debug, Default)]
pub(super) struct Suppressions {
    all: Vec<Suppression>,
}

/// What a suppression that did nothing has wrong.
#[derive(Debug)]
pub(super) struct Unused {
    /// The comment.
    pub span: Span,
    /// The rules it names, as written.
    pub rules: Vec<String>,
}

enum Kind {
    NextLine,
    Disable,
    Enable,
    File,
}

impl Suppressions {
    /// Reads the comments of `document`.
    pub fn of(document: &Document, source: &str) -> Self {
        let mut found = Self::default();
        if !document.comments.iter().any(|comment| comment.text.starts_with("prfaq-")) {
            return found;
        }
        let lines = LineIndex::new(source);
        for comment in &document.comments {
            if let Some((kind, rules)) = read(comment) {
                found.add(&kind, rules, comment.span, source, &lines);
            }
        }
        found
    }

    fn add(&mut self, kind: &Kind, rules: Vec<String>, span: Span, source: &str, lines: &LineIndex) {
        let reach = match kind {
            Kind::NextLine => next_line(source, span.end, lines),
            Kind::Disable => Span::new(span.end, source.len()),
            Kind::File => Span::new(0, source.len()),
            Kind::Enable => return self.close(&rules, span.start),
        };
        self.all.push(Suppression { rules, reach, span });
    }

    /// Ends the open `prfaq-disable` of these rules; without rules, of all.
    fn close(&mut self, rules: &[String], at: usize) {
        for open in self.all.iter_mut().filter(|open| open.reach.start < at && open.reach.end > at) {
            let file = open.reach.start == 0;
            if !file && (rules.is_empty() || open.rules == rules) {
                open.reach.end = at;
            }
        }
    }

    /// Takes what is silenced out of `diagnostics`, which are in order of their places; gives back the comments that
    /// silenced nothing. A finding may be silenced by several.
    pub fn apply(self, diagnostics: &mut Vec<Diagnostic>) -> Vec<Unused> {
        if self.all.is_empty() {
            return Vec::new();
        }
        let mut places: FxHashMap<&'static str, Vec<usize>> = FxHashMap::default();
        for diagnostic in diagnostics.iter() {
            places.entry(diagnostic.rule).or_default().push(diagnostic.span.start);
        }
        let silent: FxHashMap<&'static str, Stretches> =
            places.keys().map(|rule| (*rule, self.silent_for(rule))).collect();
        diagnostics.retain(|found| !silent.get(found.rule).is_some_and(|it| it.touch(found.span.start)));
        let unused = self
            .all
            .into_iter()
            .filter(|one| !places.iter().any(|(rule, places)| one.names(rule) && one.reaches_any(places)));
        unused.map(|one| Unused { span: one.span, rules: one.rules }).collect()
    }

    /// Where `rule` is silent.
    fn silent_for(&self, rule: &str) -> Stretches {
        self.all.iter().filter(|one| one.names(rule)).map(|one| one.reach).collect()
    }
}

impl Suppression {
    fn names(&self, rule: &str) -> bool {
        self.rules.is_empty() || self.rules.iter().any(|name| name == rule)
    }

    /// Whether one of `places`, which are in order, lies in its reach.
    fn reaches_any(&self, places: &[usize]) -> bool {
        let first = places.partition_point(|place| *place < self.reach.start);
        places.get(first).is_some_and(|place| self.reach.touches(*place))
    }
}

/// The kind and the rules of a suppression comment; `--` begins the reason.
fn read(comment: &Comment) -> Option<(Kind, Vec<String>)> {
    let rest = comment.text.strip_prefix("prfaq-")?;
    let (name, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let kind = match name {
        "disable-next-line" => Kind::NextLine,
        "disable" => Kind::Disable,
        "enable" => Kind::Enable,
        "disable-file" => Kind::File,
        _ => return None,
    };
    let names = rest.split("--").next().unwrap_or("");
    let rules = names.split([',', ' ', '\t', '\n', '\r']).filter(|name| !name.is_empty()).map(str::to_owned);
    Some((kind, rules.collect()))
}

/// The first line with text behind `from`, which stands in a comment's line.
fn next_line(source: &str, from: usize, lines: &LineIndex) -> Span {
    let mut line = lines.position(source, from).line + 1;
    while line <= lines.line_count() {
        let range = lines.line_range(source, line);
        if !slice(source, range.clone()).trim().is_empty() {
            return Span::new(range.start, range.end.saturating_sub(1));
        }
        line += 1;
    }
    Span::at(source.len())
}
