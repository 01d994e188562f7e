//! The built-in packs, entry by entry, and what the matcher promises as a whole.

use super::*;
use crate::document::{Block, BlockKind, Prose, Role, Segment, Sentence, Zone};
use crate::lint::{Action, Facts};

/// A paragraph of the release; sentences end at `. `, `! ` and `? `.
pub(super) fn block(text: &str) -> Block {
    let mut sentences = Vec::new();
    let mut start = 0;
    for piece in pieces(text) {
        let end = start + piece.trim_end().len();
        sentences.push(Sentence { start: start as u32, end: end as u32, words: (0, 0), terminated: true });
        start += piece.len();
    }
    let segments = vec![Segment { visible: 0, source: 0, source_len: text.len() as u32, literal: true }];
    Block {
        kind: BlockKind::Paragraph,
        role: Role::Prose,
        span: Span::new(0, text.len()),
        part: 0,
        zone: Zone::Release,
        quoted: false,
        prose: Prose { text: text.to_owned(), segments, links: Vec::new() },
        lead: 0,
        sentences,
        words: Vec::new(),
    }
}

/// The sentences of `text`, the spaces after them included.
fn pieces(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        let (piece, tail) = rest.split_at(sentence_end(rest));
        pieces.push(piece);
        rest = tail;
    }
    pieces
}

fn sentence_end(text: &str) -> usize {
    let ends = [". ", "! ", "? "].iter().filter_map(|end| text.find(end));
    ends.min().map_or(text.len(), |at| at + 2)
}

/// What `matcher` finds with every severity a warning.
fn hits<'m>(matcher: &'m Matcher, block: &Block) -> Vec<Hit<'m>> {
    let mut hits = Vec::new();
    matcher.find(block, &Facts::default(), |_, _| Some(Severity::Warning), &mut hits);
    hits
}

/// What a pack of these entries finds in `text`: the matched words and what to put in.
fn found(rules: &str, text: &str) -> Vec<(String, String)> {
    let pack = Pack::parse(&format!("pack: test\ncategory: jargon\nrules:\n{rules}\n")).unwrap();
    let matcher = Matcher::new(vec![pack]);
    let block = block(text);
    let pairs = hits(&matcher, &block);
    pairs
        .iter()
        .map(|hit| (crate::text::slice(text, hit.span).to_owned(), hit.replacement(text).into_owned()))
        .collect()
}

fn matched(rules: &str, text: &str) -> Vec<String> {
    found(rules, text).into_iter().map(|(words, _)| words).collect()
}

#[test]
fn all_forms_and_expressions_of_built_in_packs_are_sound() {
    for pack in builtin() {
        let mut seen = std::collections::HashSet::new();
        let whole = pack.literals.iter().filter(|literal| literal.gap.is_none());
        let twice: Vec<_> = whole.map(|literal| &literal.text).filter(|text| !seen.insert(*text)).collect();
        assert!(twice.is_empty(), "{}: {twice:?} stand in two entries", pack.name);
        for gap in pack.gaps.iter() {
            assert!(regex::RegexBuilder::new(&gap.regex).unicode(false).build().is_ok(), "{}", gap.regex);
        }
        for entry in pack.entries.iter() {
            assert!(entry.why.len() < 120, "{}: too long a reason", entry.name);
            assert!(!entry.safe || entry.action != Action::Rewrite);
        }
    }
}

const LEVERAGE: &str = "- {phrase: leverage, forms: [leverages], replace: [use, uses]}";

#[test]
fn a_word_is_found_between_boundaries_only() {
    assert_eq!(matched(LEVERAGE, "We leverage it."), ["leverage"]);
    assert_eq!(matched(LEVERAGE, "(leverage) \u{201C}leverage\u{201D} leverage's"), ["leverage"; 3]);
    for text in [
        "deleverage",
        "leveraged",
        "leverage_it",
        "leverage-it",
        "re\u{2011}leverage",
        "leverage2",
        "\u{e9}leverage",
    ] {
        assert!(matched(LEVERAGE, text).is_empty(), "{text}");
    }
}

#[test]
fn the_replacement_has_the_form_and_the_capitals_of_what_was_there() {
    let text = "Leverage it. She leverages it. WE LEVERAGE IT.";
    let words: Vec<_> = found(LEVERAGE, text).into_iter().map(|(_, put)| put).collect();
    assert_eq!(words, ["Use", "uses", "USE"]);
}

#[test]
fn hyphens_spaces_and_curly_quotes_are_alike() {
    let rules = "- {phrase: world's best end-to-end tool, delete: true}";
    for text in [
        "world's best end-to-end tool",
        "World\u{2019}s best end\u{2010}to\u{2011}end tool",
        "world's best  end to\u{a0}end tool",
    ] {
        assert_eq!(matched(rules, text), [text], "{text}");
    }
}

#[test]
fn offsets_stay_exact_behind_shortened_characters() {
    assert_eq!(
        matched(LEVERAGE, "It\u{2019}s \u{201C}fast\u{201D}  and \u{fffc} we\u{2019}d leverage\u{2026}"),
        ["leverage"]
    );
}

#[test]
fn capitals_count_only_where_they_are_asked_for() {
    let rules = "- {phrase: SOM, delete: true, case-sensitive: true}\n\
                 - {pattern: 'alternative to [A-Z]\\w+', delete: true, case-sensitive: true}\n- {phrase: tam, delete: true}";
    assert_eq!(matched(rules, "SOM som TAM"), ["SOM", "TAM"]);
    assert_eq!(
        matched(rules, "an alternative to Boxly or an alternative to boxes"),
        ["alternative to Boxly"]
    );
}

#[test]
fn a_gap_is_matched_from_its_beginning() {
    let rules = "- {pattern: 'driv(?:e|es) (?:\\w+ ){0,2}growth', delete: true}";
    assert_eq!(
        matched(rules, "It drives growth. We drive our customer growth."),
        ["drives growth", "drive our customer growth"]
    );
    assert!(matched(rules, "It drives a very long way to growth.").is_empty());
    let loose = "- {pattern: '\\w+ killer', delete: true}";
    assert_eq!(matched(loose, "The Boxly-killer is here."), ["Boxly-killer"]);
}

#[test]
fn a_longer_finding_swallows_a_shorter_one() {
    let rules = "- {phrase: leading, delete: true}\n- {phrase: a leading provider, delete: true}\n- {phrase: provider, delete: true}";
    assert_eq!(matched(rules, "We are a leading provider."), ["a leading provider"]);
}

#[test]
fn a_severe_finding_outlives_a_longer_milder_one() {
    let pack = Pack::parse(
        "pack: p\ncategory: jargon\nrules:\n- {phrase: new synergy, delete: true}\n\
         - {phrase: synergy, delete: true, severity: error}\n",
    )
    .unwrap();
    let matcher = Matcher::new(vec![pack]);
    let mut hits = Vec::new();
    let severity = |_: &Pack, entry: &Entry| Some(entry.severity.unwrap_or(Severity::Warning));
    matcher.find(&block("A new synergy."), &Facts::default(), severity, &mut hits);
    assert_eq!(
        hits.iter().map(|hit| (hit.span.start, hit.severity)).collect::<Vec<_>>(),
        [(6, Severity::Error)]
    );
}

#[test]
fn what_is_off_is_not_found_and_hides_nothing() {
    let matcher = Matcher::builtin();
    let mut hits = Vec::new();
    matcher.find(&block("We leverage synergy."), &Facts::default(), |_, _| None, &mut hits);
    assert!(hits.is_empty());
}

#[test]
fn a_pack_with_a_mistake_says_where() {
    let parse = |rule: &str| Pack::parse(&format!("pack: p\ncategory: jargon\nrules:\n- {rule}\n"));
    for (rule, says) in [
        ("{phrase: x, delete: true, colour: red}", "colour"),
        ("{phrase: x}", "one of replace, delete and rewrite"),
        ("{phrase: x, pattern: y, delete: true}", "either"),
        ("{phrase: x, forms: [y], replace: [a]}", "1 replacements for 2 forms"),
        ("{phrase: x, rewrite: y, safe: true}", "safe"),
        ("{pattern: '(x', delete: true}", "unclosed group"),
        ("{pattern: '\\bx', delete: true}", "implied"),
    ] {
        let error = parse(rule).expect_err(rule).message;
        assert!(error.contains(says), "{rule}: {error}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_searched_without_a_panic_and_hits_lie_between_characters(
        pieces in proptest::collection::vec("\\PC{0,6}|leverage|In order to|\u{2019}|\u{2011}| |  |very|drives the|growth", 0..30),
    ) {
        let text = pieces.concat();
        let matcher = Matcher::builtin();
        for hit in hits(&matcher, &block(&text)) {
            assert!(text.get(hit.span.range()).is_some_and(|words| !words.is_empty()), "{text:?} {:?}", hit.span);
            let _ = hit.replacement(&text);
        }
    }
}
