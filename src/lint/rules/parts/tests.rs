//! Every test that templates may list is carried out by a rule; what the rules say.

use super::check::CHECKS;
use crate::template::PartTest;

/// Tests that are carried out elsewhere, each with the rule that does.
const ELSEWHERE: [(&str, &str); 5] = [
    ("no-hype", "hype"),
    ("no-technology", "technology-focus"),
    ("has-dateline", "dateline"),
    ("has-questions", "missing-part"),
    ("straight-answers", "faq-answer"),
];

#[test]
fn every_test_of_the_templates_is_carried_out_once() {
    for test in PartTest::ALL {
        let here = CHECKS.iter().filter(|(name, _)| *name == test.name()).count();
        let elsewhere = ELSEWHERE.iter().filter(|(name, _)| *name == test.name()).count();
        assert_eq!(here + elsewhere, 1, "{}", test.name());
    }
    assert_eq!(CHECKS.len() + ELSEWHERE.len(), PartTest::ALL.len());
    for (_, rule) in ELSEWHERE {
        assert!(crate::lint::rule(rule).is_some(), "{rule}");
    }
}
