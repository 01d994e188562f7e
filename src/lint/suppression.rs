//! Suppressions: comments in the document that silence a rule, with a reason.

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
    used: bool,
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
        self.all.push(Suppression { rules, reach, span, used: false });
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

    /// Whether a finding of `rule` that begins at source byte `at` is silenced. A finding may be silenced by several.
    pub fn silences(&mut self, rule: &str, at: usize) -> bool {
        let mut silenced = false;
        for suppression in &mut self.all {
            let named = suppression.rules.is_empty() || suppression.rules.iter().any(|name| name == rule);
            if named && suppression.reach.touches(at) {
                suppression.used = true;
                silenced = true;
            }
        }
        silenced
    }

    /// Those that silenced nothing.
    pub fn unused(self) -> impl Iterator<Item = Unused> {
        let unused = self.all.into_iter().filter(|suppression| !suppression.used);
        unused.map(|suppression| Unused { span: suppression.span, rules: suppression.rules })
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
