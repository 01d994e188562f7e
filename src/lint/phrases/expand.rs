//! From a pattern to the literals it stands for, so that one index can look for all of them at once.
//!
//! `commenc(?:e|es|ed|ing)` is four literals. A pattern with a gap (`drive \w+ growth`) is not finite: it is kept as a
//! regular expression, and the index has the literals it must begin with.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::literal::{ExtractKind, Extractor, Seq};

use super::fold;

/// Most literals one pattern may stand for.
const MOST_LITERALS: usize = 1024;
/// Most characters of a class that are spelled out: `[sz]`, `\d`, but not `[A-Z]`.
const MOST_OF_CLASS: usize = 10;
/// Fewest bytes a pattern with gaps has to begin with, so that the expression is not tried at every letter.
const SHORTEST_PREFIX: usize = 3;

/// What a pattern stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Expansion {
    /// Exactly these literals.
    Finite(Vec<String>),
    /// A regular expression that begins with one of these literals; where there are none it has to be tried everywhere.
    Gapped {
        /// What it begins with.
        prefixes: Vec<String>,
        /// The expression, to be matched against folded text.
        regex: String,
    },
}

/// Expands `pattern`, its alternatives each on their own where it has gaps: a small expression is compiled in a fraction of
/// the time, and only when a text holds its beginning. The error says what is wrong with it.
pub(super) fn expand_all(pattern: &str) -> Result<Vec<Expansion>, String> {
    let whole = expand(pattern)?;
    if matches!(whole, Expansion::Finite(_)) {
        return Ok(vec![whole]);
    }
    alternatives(pattern).into_iter().map(expand).collect()
}

/// The alternatives of `pattern`, with or without a group around all of them.
fn alternatives(pattern: &str) -> Vec<&str> {
    let inner = pattern.strip_prefix("(?:").and_then(|rest| rest.strip_suffix(')'));
    inner.and_then(bars).or_else(|| bars(pattern)).unwrap_or_else(|| vec![pattern])
}

/// The pieces of `text` between bars that stand in no group and no class; `None` where its brackets do not match.
fn bars(text: &str) -> Option<Vec<&str>> {
    let (mut pieces, mut start) = (Vec::new(), 0);
    let (mut depth, mut in_class, mut escaped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        let plain = !std::mem::take(&mut escaped);
        match c {
            '\\' if plain => escaped = true,
            '[' if plain => in_class = true,
            ']' if plain => in_class = false,
            '(' if plain && !in_class => depth += 1,
            ')' if plain && !in_class => depth = depth.checked_sub(1)?,
            '|' if plain && !in_class && depth == 0 => {
                pieces.push(text.get(start..at)?);
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(text.get(start..)?);
    (depth == 0).then_some(pieces)
}

/// Expands `pattern` as one.
fn expand(pattern: &str) -> Result<Expansion, String> {
    let hir = ParserBuilder::new().build().parse(pattern).map_err(|error| in_words(&error))?;
    if !hir.properties().look_set().is_empty() {
        return Err("anchors and \\b are implied and not written".into());
    }
    if hir.properties().minimum_len() == Some(0) {
        return Err("this pattern matches nothing at all as well; write what has to be there".into());
    }
    let mut extractor = Extractor::new();
    extractor
        .kind(ExtractKind::Prefix)
        .limit_class(MOST_OF_CLASS)
        .limit_literal_len(200)
        .limit_total(MOST_LITERALS);
    let seq = extractor.extract(&hir);
    let literals = folded(&seq)?;
    if seq.is_exact() {
        return Ok(Expansion::Finite(literals));
    }
    let prefixes = shortest(literals);
    let long_enough = prefixes.iter().all(|literal| literal.len() >= SHORTEST_PREFIX);
    Ok(Expansion::Gapped {
        prefixes: if long_enough { prefixes } else { Vec::new() },
        regex: spaced(pattern),
    })
}

/// What is wrong with a pattern, on one line; the parser's own words draw the pattern on several.
fn in_words(error: &regex_syntax::Error) -> String {
    match error {
        regex_syntax::Error::Parse(error) => format!("bad pattern: {}", error.kind()),
        regex_syntax::Error::Translate(error) => format!("bad pattern: {}", error.kind()),
        _ => "bad pattern".to_owned(),
    }
}

/// The literals of `seq`, folded, each once.
fn folded(seq: &Seq) -> Result<Vec<String>, String> {
    let mut all = Vec::new();
    for literal in seq.literals().unwrap_or(&[]) {
        let text = std::str::from_utf8(literal.as_bytes()).map_err(|error| error.to_string())?;
        all.push(fold::literal(text));
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// The sorted `literals` that begin with no other of them: where "drive " is looked for, "drive the " finds nothing
/// more.
fn shortest(literals: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for literal in literals {
        if !kept.last().is_some_and(|shorter| literal.starts_with(shorter.as_str())) {
            kept.push(literal);
        }
    }
    kept
}

/// The pattern with its hyphens as spaces and its quotation marks straight, as folded text has them; classes and escapes
/// stay.
fn spaced(pattern: &str) -> String {
    let mut in_class = false;
    let mut escaped = false;
    pattern
        .chars()
        .map(|c| {
            let plain = !std::mem::take(&mut escaped);
            match c {
                '\\' if plain => escaped = true,
                '[' if plain => in_class = true,
                ']' if plain => in_class = false,
                '-' if plain && !in_class => return ' ',
                '\u{2019}' => return '\'',
                _ => {}
            }
            c
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finite(pattern: &str) -> Vec<String> {
        match expand(pattern) {
            Ok(Expansion::Finite(literals)) => literals,
            other => panic!("{pattern}: {other:?}"),
        }
    }

    #[test]
    fn alternations_options_and_small_classes_are_spelled_out() {
        assert_eq!(finite("utili[sz]e[sd]?").len(), 6);
        assert_eq!(finite("low[- ]hanging fruit"), ["low hanging fruit"]);
        assert_eq!(finite("better|improved?"), ["better", "improve", "improved"]);
    }

    #[test]
    fn a_gap_keeps_the_expression_and_its_beginnings() {
        let Ok(Expansion::Gapped { prefixes, regex }) = expand(r"(?:drive|drove) (?:\w+ ){0,2}cost-growth")
        else {
            panic!("not gapped");
        };
        assert_eq!(prefixes, ["drive ", "drove "]);
        assert_eq!(regex, r"(?:drive|drove) (?:\w+ ){0,2}cost growth");
    }

    #[test]
    fn of_two_beginnings_the_shorter_is_enough() {
        let Ok(Expansion::Gapped { prefixes, .. }) = expand(r"drive (?:the )?(?:\w+ )?growth") else {
            panic!("not gapped");
        };
        assert_eq!(prefixes, ["drive "]);
    }

    #[test]
    fn alternatives_are_split_outside_groups_and_classes() {
        assert_eq!(alternatives(r"a(?:b|c)|d[|]|e\|f"), ["a(?:b|c)", "d[|]", r"e\|f"]);
        assert_eq!(alternatives("(?:a|b(?:c|d))"), ["a", "b(?:c|d)"]);
        assert_eq!(alternatives("(?:a|b) (?:c|d)"), ["(?:a|b) (?:c|d)"]);
    }

    #[test]
    fn alternatives_without_gaps_need_no_expression() {
        let all = expand_all(r"(?:grow|drive \w+ home)").unwrap();
        assert!(matches!(all.first(), Some(Expansion::Finite(literals)) if *literals == ["grow"]));
        assert!(matches!(all.get(1), Some(Expansion::Gapped { .. })));
    }

    #[test]
    fn a_pattern_that_begins_with_a_gap_has_no_beginnings() {
        assert!(
            matches!(expand(r"\w+ killer"), Ok(Expansion::Gapped { prefixes, .. }) if prefixes.is_empty())
        );
    }

    #[test]
    fn anchors_empty_patterns_and_bad_syntax_are_refused() {
        assert!(expand(r"\bTAM\b").is_err());
        assert!(expand("(?:very )?").is_err());
        assert!(expand("(very").is_err());
    }
}
