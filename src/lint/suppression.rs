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
    /// Comments that were meant to be one, or to end one, and are not.
    idle: Vec<Unused>,
}

/// What a suppression that did nothing has wrong.
#[derive(Debug)]
pub(super) struct Unused {
    /// The comment.
    pub span: Span,
    /// The rules it names, as written.
    pub rules: Vec<String>,
    /// What else is wrong with it.
    pub problem: Option<String>,
}

enum Kind {
    NextLine,
    Disable,
    Enable,
    File,
    /// Nearly one of these.
    Unknown(String),
}

impl Suppressions {
    /// Reads the comments of `document`.
    pub fn of(document: &Document, source: &str) -> Self {
        let mut found = Self::default();
        if !document.comments.iter().any(|comment| directive(&comment.text).is_some()) {
            return found;
        }
        let lines = next_lines(source, &document.comments);
        for (comment, next_line) in document.comments.iter().zip(lines) {
            if let Some((kind, rules)) = read(comment) {
                let reach = match kind {
                    Kind::NextLine => next_line,
                    Kind::Disable => Span::new(comment.span.end, source.len()),
                    Kind::File => Span::new(0, source.len()),
                    Kind::Enable => {
                        if !found.close(&rules, comment.span.start) {
                            let problem = "there is no prfaq-disable before it that this ends".to_owned();
                            found.idle.push(Unused { span: comment.span, rules, problem: Some(problem) });
                        }
                        continue;
                    }
                    Kind::Unknown(name) => {
                        let problem = Some(format!("there is no {name}; write {KINDS}"));
                        found.idle.push(Unused { span: comment.span, rules, problem });
                        continue;
                    }
                };
                found.all.push(Suppression { rules, reach, span: comment.span });
            }
        }
        found
    }

    /// Ends the open `prfaq-disable` of these rules; without rules, of all. Whether there was one.
    fn close(&mut self, rules: &[String], at: usize) -> bool {
        let mut closed = false;
        for open in self.all.iter_mut().filter(|open| open.reach.start < at && open.reach.end > at) {
            let file = open.reach.start == 0;
            if !file && (rules.is_empty() || open.rules == rules) {
                open.reach.end = at;
                closed = true;
            }
        }
        closed
    }

    /// Takes what is silenced out of `diagnostics`, which are in order of their places; gives back the comments that
    /// silenced nothing. A finding may be silenced by several.
    pub fn apply(self, diagnostics: &mut Vec<Diagnostic>) -> Vec<Unused> {
        if self.all.is_empty() {
            return self.idle;
        }
        let mut places: FxHashMap<&'static str, Vec<usize>> = FxHashMap::default();
        for diagnostic in diagnostics.iter() {
            for rule in std::iter::once(&diagnostic.rule).chain(&diagnostic.also) {
                places.entry(rule).or_default().push(diagnostic.span.start);
            }
        }
        let silent: FxHashMap<&'static str, Stretches> =
            places.keys().map(|rule| (*rule, self.silent_for(rule))).collect();
        let is_silent = |rule: &str, at: usize| silent.get(rule).is_some_and(|it| it.touch(at));
        // One place, one strike: silencing the rule that speaks there silences the place.
        diagnostics.retain_mut(|found| {
            let at = found.span.start;
            found.also.retain(|rule| !is_silent(rule, at));
            !is_silent(found.rule, at)
        });
        let unused = self
            .all
            .into_iter()
            .filter(|one| !places.iter().any(|(rule, places)| one.names(rule) && one.reaches_any(places)));
        let unused = unused.map(|one| Unused { span: one.span, rules: one.rules, problem: None });
        unused.chain(self.idle).collect()
    }

    /// Where `rule` is silent.
    pub(super) fn silent_for(&self, rule: &str) -> Stretches {
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

/// What may be written.
const KINDS: &str = "prfaq-disable-next-line, prfaq-disable, prfaq-enable or prfaq-disable-file";

/// What follows `prfaq-`, in whatever case that is written.
fn directive(text: &str) -> Option<&str> {
    let (head, rest) = text.split_at_checked("prfaq-".len())?;
    head.eq_ignore_ascii_case("prfaq-").then_some(rest)
}

/// The kind and the rules of a suppression comment; `--` begins the reason.
fn read(comment: &Comment) -> Option<(Kind, Vec<String>)> {
    let rest = directive(&comment.text)?;
    let is_lower = comment.text.starts_with("prfaq-");
    let (name, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let kind = match name {
        _ if !is_lower => Kind::Unknown(comment.text.split_whitespace().next().unwrap_or("").to_owned()),
        "disable-next-line" => Kind::NextLine,
        "disable" => Kind::Disable,
        "enable" => Kind::Enable,
        "disable-file" => Kind::File,
        other => Kind::Unknown(format!("prfaq-{other}")),
    };
    let names = rest.split("--").next().unwrap_or("");
    let rules = names.split([',', ' ', '\t', '\n', '\r']).filter(|name| !name.is_empty()).map(str::to_owned);
    Some((kind, rules.collect()))
}

/// For each of `comments` the first line with text behind it. Lines that hold only comments are passed over, so that
/// several may stand above the same line.
fn next_lines(source: &str, comments: &[Comment]) -> Vec<Span> {
    let lines = LineIndex::new(source);
    let mut found: Vec<Span> = Vec::with_capacity(comments.len());
    let mut behind: Option<&Comment> = None;
    for comment in comments.iter().rev() {
        let mut line = lines.position(source, comment.span.end).line + 1;
        let mut reach = Span::at(source.len());
        while line <= lines.line_count() {
            let range = lines.line_range(source, line);
            let text = slice(source, range.clone());
            let start = range.end - text.trim_start_matches(|c: char| c.is_whitespace() || c == '>').len();
            if behind.is_some_and(|next| next.span.start == start && is_alone(source, next)) {
                reach = found.last().copied().unwrap_or(reach);
                break;
            }
            if text.contains(char::is_alphanumeric) {
                reach = Span::new(range.start, range.end.saturating_sub(1));
                break;
            }
            line += 1;
        }
        found.push(reach);
        behind = Some(comment);
    }
    found.reverse();
    found
}

/// Whether no text follows `comment` in its last line.
fn is_alone(source: &str, comment: &Comment) -> bool {
    let rest = slice(source, comment.span.end..source.len());
    !rest.lines().next().unwrap_or("").contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    const NEXT: &str = "<!-- prfaq-disable-next-line jargon -- a quotation -->";

    /// How many times `jargon` strikes, and how many comments silence nothing.
    fn left(source: &str) -> (usize, usize) {
        (rule_finds("jargon", source).len(), rule_finds("unused-suppression", source).len())
    }

    #[test]
    fn the_next_line_is_the_first_one_with_text() {
        assert_eq!(left(&format!("{NEXT}\nWe leverage it.")), (0, 0));
        assert_eq!(left(&format!("{NEXT}\n\n\nWe leverage it.")), (0, 0));
        assert_eq!(left(&format!("{NEXT}\r\n\r\nWe leverage it.\r\n\r\nWe leverage it.\r\n")), (1, 0));
        assert_eq!(left(&format!("# Press release\n\n{NEXT}\n# We leverage it")), (0, 0));
    }

    #[test]
    fn several_comments_may_stand_above_one_line() {
        let weasel = "<!-- prfaq-disable-next-line weasel\n     -- measured -->";
        let source = format!("{NEXT}\n{weasel}\nWe often leverage it.");
        assert_eq!(left(&source), (0, 0));
        assert_eq!(rule_finds("weasel", &source), [""; 0]);
    }

    #[test]
    fn of_a_wrapped_paragraph_only_the_next_line_is_silent() {
        assert_eq!(left(&format!("{NEXT}\nWe leverage it, and\nwe leverage that.")), (1, 0));
        assert_eq!(left(&format!("We leverage it,\n{NEXT}\nwe leverage that.")), (1, 0));
    }

    #[test]
    fn lists_and_quotes_hold_comments_too() {
        assert_eq!(left(&format!("- One.\n\n  {NEXT}\n- We leverage it.\n- We leverage that.")), (1, 0));
        assert_eq!(left(&format!("- {NEXT}\n  We leverage it.")), (0, 0));
        assert_eq!(left(&format!("> {NEXT}\n> We leverage it.\n>\n> We leverage that.")), (1, 0));
        assert_eq!(left(&format!("> {NEXT}\n>\n> We leverage it.")), (0, 0));
        assert_eq!(
            left(
                "> <!-- prfaq-disable jargon -->\n> We leverage it.\n\n<!-- prfaq-enable -->\n\nWe leverage it."
            ),
            (1, 0)
        );
    }

    #[test]
    fn a_comment_may_name_several_rules_or_none_and_run_over_lines() {
        assert_eq!(
            left(
                "<!-- prfaq-disable-next-line\n     weasel, jargon\n     -- the customer's word -->\nWe leverage it often."
            ),
            (0, 0)
        );
        assert_eq!(left("<!-- prfaq-disable-next-line -->\nWe leverage it."), (0, 0));
        assert_eq!(left(&format!("{NEXT}\nWe use it.")), (0, 1));
        assert_eq!(left(NEXT), (0, 1));
    }

    #[test]
    fn comments_that_overlap_are_all_used() {
        let file = "<!-- prfaq-disable-file jargon -->";
        assert_eq!(left(&format!("{file}\n\n{NEXT}\nWe leverage it.")), (0, 0));
        assert_eq!(left(&format!("{NEXT}\nWe use it.\n\nWe leverage it.\n\n{file}")), (0, 1));
    }

    #[test]
    fn what_is_nearly_a_suppression_is_told() {
        let all = |text: &str| left(&format!("{text}\nWe leverage it."));
        assert_eq!(all("<!-- prfaq-disable-line jargon -->"), (1, 1));
        assert_eq!(all("<!-- PRFAQ-DISABLE jargon -->"), (1, 1));
        assert_eq!(all("<!-- prfaq-enable jargon -->"), (1, 1));
        assert_eq!(all("<!-- prfaq is the name of a tool -->"), (1, 0));
    }

    #[test]
    fn code_shows_comments_and_obeys_none() {
        assert_eq!(left(&format!("```\n{NEXT}\n```\n\nWe leverage it.")), (1, 0));
        assert_eq!(left(&format!("`{NEXT}`\nWe leverage it.")), (1, 0));
    }
}
