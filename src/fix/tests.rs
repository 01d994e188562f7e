//! What every fix keeps to, over documents made of the packs' bad sentences, the examples and random words.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

mod english;

use super::*;
use crate::document::{BlockKind, Document, Role, Zone};
use crate::lint::phrases::{Matcher, builtin};
use crate::lint::{Action, Input, Linter, RULES, Settings};
use crate::text::{Edit, Span, slice};

fn lint(source: &str) -> Vec<Diagnostic> {
    lint_with(&Matcher::builtin(), source)
}

fn lint_with(matcher: &Arc<Matcher>, source: &str) -> Vec<Diagnostic> {
    let document = Document::parse(source, &[]);
    let input = Input { source, document: &document, specs: &[], judged: true };
    Linter::new(Settings::default(), Arc::clone(matcher)).lint(input)
}

fn safely(source: &str) -> String {
    safe(source, lint).text
}

#[test]
fn neighbours_are_fixed_one_after_the_other() {
    for (source, after) in [
        ("It is a truly very open pot.", "It is an open pot."),
        ("Very truly, it works.", "It works."),
        ("We utilize it in order to utilize you prior to use.", "We use it to use you before use."),
        ("We utilize and\nutilise it in\norder to learn.", "We use and\nuse it\nto learn."),
        (
            "\u{feff}It is **very** good.\r\n\r\nIt is truly  bad.\r\n",
            "\u{feff}It is good.\r\n\r\nIt is bad.\r\n",
        ),
        ("Ann said: \"We utilize it.\"", "Ann said: \"We utilize it.\""),
    ] {
        assert_eq!(safely(source), after, "{source}");
    }
}

#[test]
fn what_is_chosen_is_fixed_and_nothing_else() {
    let source = "We leverage it in order to utilize you.";
    let fixed = fix(source, lint, |found| found.rule == "jargon");
    assert_eq!(fixed.text, "We use it in order to use you.");
    let taken: Vec<_> = fixed.taken.iter().map(|taken| (taken.rule, taken.struck.as_str())).collect();
    assert_eq!(taken, [("jargon", "leverage"), ("jargon", "utilize")]);
    let left: Vec<_> = fixed.left.iter().filter(|found| found.is_strike()).map(|found| found.rule).collect();
    assert_eq!(left, ["filler"]);
    assert!(fixed.settled && fixed.is_changed());
    assert!(!fix(source, lint, |_| false).is_changed());
}

#[test]
fn a_pack_that_chases_its_own_tail_is_stopped() {
    let pack = "pack: tail\ncategory: jargon\nrules:\n- {phrase: ping, replace: pong, safe: true, why: x}\n\
        - {phrase: pong, replace: ping, safe: true, why: x}\n";
    let matcher = Arc::new(Matcher::new(vec![crate::lint::phrases::Pack::parse(pack).unwrap()]));
    let fixed = safe("We ping it.", |source| lint_with(&matcher, source));
    assert!(!fixed.settled);
    assert_eq!(fixed.taken.len(), MAX_ROUNDS);
}

/// Every bad example of the packs and of the rules.
fn sentences() -> Vec<String> {
    let entries = builtin().iter().flat_map(|pack| pack.entries.iter()).map(|entry| entry.bad.to_string());
    entries.chain(RULES.iter().map(|rule| rule.bad.to_owned())).filter(|bad| !bad.contains('\n')).collect()
}

const WORDS: &[&str] = &[
    "very",
    "truly",
    "Very",
    "very,",
    "(very)",
    "**very**",
    "*truly*",
    "a",
    "an",
    "honest",
    "open",
    "box",
    "and",
    "or",
    ",",
    "seamless",
    "seamless,",
    "**seamless**",
    "robust",
    "cheap",
    "cheap,",
    "It",
    "is",
    "in order to",
    "in\norder to",
    "utilize",
    "utilizes",
    "prior to",
    "of course,",
    "clearly",
    "Clearly,",
    "it should be noted that",
    "\"very good\"",
    "“truly”",
    "`code`",
    "[very](a.md)",
    "[truly good](a.md)",
    "iPhones",
    "riders",
    "has the ability to",
    "--",
    "—",
    "-",
    "#",
    ">",
    "\n",
    "very\n",
    "  ",
    "&amp;",
    "<b>very</b>",
    "e\u{301}",
    "ß",
    "'very'",
    "really",
];

const FRAMES: &[&str] = &["", "# ", "## ", "- ", "1. ", "> ", "**Q: ", "A: ", "\u{feff}", "| ", "[^1]: "];

fn paragraph() -> impl Strategy<Value = String> {
    let words = prop::collection::vec(prop::sample::select(WORDS), 1..12).prop_map(|words| words.join(" "));
    let text = prop_oneof![words, prop::sample::select(sentences())];
    (prop::sample::select(FRAMES), text).prop_map(|(frame, text)| format!("{frame}{text}"))
}

fn document() -> impl Strategy<Value = String> {
    let ends = prop::sample::select(&["\n\n", "\r\n\r\n", "\n", ".\n\n"][..]);
    prop::collection::vec((paragraph(), ends), 1..5)
        .prop_map(|pieces| pieces.into_iter().map(|(text, end)| text + end).collect())
}

fn counts(found: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for found in found {
        *counts.entry(found.rule).or_default() += 1;
    }
    counts
}

/// What Markdown makes of every block.
fn shape(source: &str) -> Vec<BlockKind> {
    Document::parse(source, &[]).blocks.iter().map(|block| block.kind).collect()
}

/// What every block is for, and who reads it.
fn roles(source: &str) -> Vec<(Role, Zone)> {
    Document::parse(source, &[]).blocks.iter().map(|block| (block.role, block.zone)).collect()
}

/// The words that `edit` takes away and brings beside the struck ones and their replacement.
fn repairs(source: &str, found: &Diagnostic, edit: &Edit) -> Vec<String> {
    let around = [
        slice(source, edit.span.start..found.span.start.max(edit.span.start)),
        slice(source, found.span.end.min(edit.span.end)..edit.span.end),
    ];
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
        words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let fix = found.fix.as_ref().unwrap();
    let mut kept = words(&edit.insert);
    if fix.action == Action::Replace {
        for word in words(&fix.replacement) {
            let at = kept.iter().position(|kept| *kept == word).expect("the words are put in");
            kept.remove(at);
        }
    }
    let mut gone = Vec::new();
    for word in around.iter().flat_map(|text| words(text)) {
        match kept.iter().position(|kept| *kept == word) {
            Some(at) => drop(kept.remove(at)),
            None => gone.push(word),
        }
    }
    gone.extend(kept);
    gone
}

/// Words a repair may take away or bring: articles, conjunctions, the "of" of "most of", and verbs that agree.
const REPAIR: &[&str] = &[
    "a", "an", "and", "or", "of", "is", "are", "was", "were", "has", "have", "does", "do", "isn't", "aren't",
    "wasn't", "weren't", "hasn't", "haven't", "doesn't", "don't",
];

fn holds_for_each(source: &str) -> Result<(), TestCaseError> {
    let found = lint(source);
    let before = counts(&found);
    for one in &found {
        let Some((span, text)) = one.fix.as_ref().and_then(|fix| fix.edit.as_deref()) else { continue };
        let edit = Edit::replace(*span, text.as_str());
        let after = crate::text::Change::new(vec![edit.clone()]).applied(source);
        let what = format!("{}: {:?} {edit:?}\n{source:?}\n{after:?}", one.rule, slice(source, one.span));
        // The repair is bounded: a letter is let go and brought back with another case.
        let repairs = repairs(source, one, &edit);
        let struck = slice(source, one.span).to_lowercase();
        // Of two alike, the second may go for the first.
        let known = |word: &String| {
            word.chars().count() == 1 || REPAIR.contains(&word.as_str()) || struck.contains(word.as_str())
        };
        let twin =
            slice(source, edit.span).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase() == struck;
        prop_assert!(twin || repairs.iter().all(known), "{repairs:?} in {what}");
        let meets = edit.span.start <= one.span.end && one.span.start <= edit.span.end;
        prop_assert!(meets || twin, "{}", what);
        prop_assert_eq!(shape(&after), shape(source), "{}", what);
        let now = counts(&lint(&after));
        for rule in [one.rule, "placeholder"] {
            let count = |counts: &BTreeMap<_, usize>| counts.get(rule).copied().unwrap_or(0);
            let added = count(&now) > count(&before).saturating_sub(usize::from(rule == one.rule));
            prop_assert!(!added, "adds {rule}: {what}\n{:#?}", lint(&after));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_edit_keeps_to_its_place(source in document()) {
        holds_for_each(&source)?;
    }

    #[test]
    fn twice_is_once(source in document()) {
        let once = safe(&source, lint);
        prop_assert!(once.settled);
        let twice = safe(&once.text, lint);
        prop_assert!(!twice.is_changed(), "{:?}\n{:?}\n{:?}", source, once.text, twice.taken);
        prop_assert_eq!(shape(&once.text), shape(&source), "{:?}\n{:?}", source, once.text);
        prop_assert_eq!(once.text.matches('\r').count() > 0, source.matches('\r').count() > 0);
        prop_assert_eq!(once.text.starts_with('\u{feff}'), source.starts_with('\u{feff}'));
    }

    #[test]
    fn rounds_do_what_single_fixes_do(sentences in prop::collection::vec(prop::sample::select(sentences()), 1..6)) {
        let source = sentences.join(" ");
        let mut one_by_one = source.clone();
        for _ in 0..MAX_ROUNDS {
            let Some(first) = lint(&one_by_one).into_iter().find(is_safe) else { break };
            one_by_one = round(&one_by_one, [&first]).text;
        }
        prop_assert_eq!(safely(&source), one_by_one);
    }
}

#[test]
fn the_examples_keep_to_it_too() {
    let examples: [&str; 3] = [
        include_str!("../../examples/waitback.md"),
        include_str!("../../examples/waitback-draft.md"),
        include_str!("../../examples/fivescrew.md"),
    ];
    for example in examples {
        holds_for_each(example).unwrap();
        let fixed = safe(example, lint);
        assert!(!safe(&fixed.text, lint).is_changed());
        assert_eq!(roles(&fixed.text), roles(example));
    }
}

#[test]
fn every_pack_entry_keeps_to_it() {
    for bad in sentences() {
        for source in [bad.clone(), format!("- {bad}\n"), format!("> {bad}\n"), bad.replacen(' ', "\n", 3)] {
            holds_for_each(&source).unwrap();
            assert_eq!(roles(&safely(&source)), roles(&source), "{source}");
        }
    }
}

#[test]
fn bytes_outside_the_edits_stay() {
    let source = "\u{feff}---\r\ntitle: in order to\r\n---\r\n\r\nIt is very good.\t \r\n```\r\nin order to\r\n```\r\nIn order\r\nto win.";
    let found = lint(source);
    let Round { text, taken } = round(source, found.iter().filter(|found| is_safe(found)));
    let (mut rebuilt, mut at) = (String::new(), 0);
    for taken in &taken {
        rebuilt.push_str(slice(source, Span::new(at, taken.span.start)));
        rebuilt.push_str(&taken.after);
        at = taken.span.end;
    }
    rebuilt.push_str(slice(source, at..source.len()));
    assert_eq!(rebuilt, text);
    assert_eq!(text, source.replace("very ", "").replace("In order\r\nto", "To"));
}
