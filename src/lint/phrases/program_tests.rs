//! Programs against the regular expressions that they were made of.

use proptest::prelude::*;
use proptest::sample::select;

use super::super::assemble::assemble;
use super::super::{Gap, builtin};
use super::*;

fn run(program: &Program, text: &str) -> Option<usize> {
    program.run(text.as_bytes(), &mut Vec::new())
}

/// Where the expression's match ends.
fn end_of(regex: &regex::Regex, text: &str) -> Option<usize> {
    regex.find(text).map(|found| found.end())
}

fn regex_of(pattern: &str, any_case: bool) -> regex::Regex {
    let anchored = format!("^(?:{pattern})");
    regex::RegexBuilder::new(&anchored).unicode(false).case_insensitive(any_case).build().unwrap()
}

/// The gaps of built-in packs.
fn gaps() -> Vec<&'static Gap> {
    builtin().iter().flat_map(|pack| pack.gaps.iter()).collect()
}

#[test]
fn every_built_in_pattern_has_a_program() {
    let without: Vec<_> = gaps().into_iter().filter(|gap| gap.program.is_none()).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn what_programs_cannot_do_is_left_to_expressions() {
    for pattern in ["a+? b", "(?:a?)* b", "[^x]+ y", "caf[\u{e9}e]"] {
        assert_eq!(assemble(pattern, true), None, "{pattern}");
    }
}

#[test]
fn ways_are_tried_in_the_order_that_expressions_prefer() {
    for pattern in ["(?:a|ab|abc)(?:c|cd)?", r"(?:\w+ |to )?to", r"[ab]{2,3}b", "(?:x |y )*x y", "b?a*ab"] {
        let program = assemble(pattern, true).unwrap();
        for text in ["ab", "ABCD", "abcd", "to to to", "to", "aabb", "abb", "x y x y", "y x x y", "aaab", ""]
        {
            assert_eq!(run(&program, text), end_of(&regex_of(pattern, true), text), "{pattern} {text}");
        }
    }
}

#[test]
fn capitals_count_where_they_are_asked_for() {
    let program = assemble("[Aa]lternative to [A-Z]x", false).unwrap();
    assert_eq!(run(&program, "Alternative to Xx"), Some(17));
    assert_eq!(run(&program, "alternative to xx"), None);
    assert_eq!(run(&program, "ALTERNATIVE to Xx"), None);
}

/// A text that a built-in pattern matches or nearly matches: what the pattern was made of, some words changed.
fn near_matches() -> impl Strategy<Value = (usize, String)> {
    let word = || {
        let odd =
            vec!["x", "the", "9_9", "WORLD", "caf\u{e9}", "", "\u{2014}", ",", "-", "n't", " ", "quickly"];
        prop_oneof![4 => Just(None), 1 => select(odd).prop_map(Some)]
    };
    let gap = 0..gaps().len();
    gap.prop_flat_map(move |at| {
        let gap = gaps().into_iter().nth(at).unwrap();
        let text = proptest::string::string_regex(&ascii(&gap.regex)).unwrap();
        let changes = proptest::collection::vec(word(), 12);
        (Just(at), text, changes, any::<bool>()).prop_map(|(at, text, changes, upper)| {
            let words = text.split(' ').zip(changes.into_iter().chain(std::iter::repeat(None)));
            let words: Vec<&str> = words.map(|(word, change)| change.unwrap_or(word)).collect();
            let text = words.join(" ") + " and so on";
            (at, if upper { text.to_uppercase() } else { text })
        })
    })
}

/// The pattern with the classes of ASCII characters that it is matched with.
fn ascii(pattern: &str) -> String {
    pattern.replace(r"[ \w]", "[ a-zA-Z0-9_]").replace(r"\w", "[a-zA-Z0-9_]").replace(r"\d", "[0-9]")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn programs_match_what_their_expressions_match((at, text) in near_matches()) {
        let gap = gaps().into_iter().nth(at).unwrap();
        let program = gap.program.as_ref().unwrap();
        let regex = regex_of(&gap.regex, program.any_case);
        prop_assert_eq!(run(program, &text), end_of(&regex, &text), "{} {:?}", &gap.regex, &text);
    }
}
