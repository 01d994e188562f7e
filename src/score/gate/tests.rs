//! Which documents pass, what closes the gate, and who can lift it.

use super::*;
use crate::document::{PartKind, PartSpec, Zone};
use crate::lint::{Category, Severity};
use crate::score::readability::Counts;
use crate::text::Span;

/// Where the problem stands among the parts of the document in [`judge`], behind the body.
const PROBLEM: usize = 1;

fn error(rule: &'static str, category: Category, part: usize) -> Diagnostic {
    Diagnostic {
        rule,
        category,
        severity: Severity::Error,
        span: Span::at(0),
        part,
        message: "no number".into(),
        why: "".into(),
        fix: None,
        related: Vec::new(),
        also: Vec::new(),
    }
}

fn waiver(waive: &str) -> Waiver {
    let text = str::to_owned;
    Waiver {
        waive: text(waive),
        by: text("Ann Lee"),
        reason: text("pilot only"),
        date: text("2027-01-01"),
        at: None,
    }
}

fn spec(id: &str, required: bool) -> PartSpec {
    PartSpec {
        id: id.to_owned(),
        kind: PartKind::Other(id.to_owned()),
        zone: Zone::Body,
        headings: vec![id.to_owned()],
        required,
        max_words: Some(1),
        tests: Vec::new(),
        ask: String::new(),
    }
}

/// A score of `words` words in sentences of ten, with so many syllables to 100 words.
fn score(words: usize, syllables_per_100: usize) -> Score {
    let counts = Counts { words, sentences: words / 10, syllables: words * syllables_per_100 / 100 };
    Score { counts, longest_sentence: 10, ..Score::default() }
}

fn judge(score: &Score, diagnostics: &[Diagnostic], thresholds: Thresholds, waivers: &[&str]) -> Verdict {
    let document = Document::parse("# Problem\n\nIt rains.\n", &[spec("problem", true)]);
    let waivers = waivers.iter().map(|name| waiver(name));
    Gate::new(thresholds).with_waivers(waivers).judge(score, diagnostics, &document)
}

fn state_of(verdict: &Verdict, name: &str) -> Option<State> {
    verdict.checks.iter().find(|line| line.name == name).map(|line| line.state)
}

#[test]
fn the_default_gate_notes_before_it_closes() {
    let state = |syllables| {
        let verdict = judge(&score(1000, syllables), &[], Thresholds::DEFAULT, &[]);
        (state_of(&verdict, "flesch-kincaid-grade").unwrap(), verdict.pass)
    };
    // Grades 3.7, 8.4 and 14.3.
    assert_eq!(state(130), (State::Ok, true));
    assert_eq!(state(170), (State::Note, true));
    assert_eq!(state(220), (State::Closed, false));
}

#[test]
fn presets_are_as_hard_as_they_say() {
    let hard = score(1000, 170);
    let closed = |thresholds| {
        let verdict = judge(&hard, &[], thresholds, &[]);
        verdict.in_state(State::Closed).map(|line| line.name.clone()).collect::<Vec<_>>()
    };
    // Reading ease 52.9, grade 8.4.
    assert_eq!(closed(Thresholds::AMAZON), ["flesch-kincaid-grade"]);
    assert!(closed(Thresholds::PUBLIC).is_empty());
    assert_eq!(
        closed(Thresholds::own(Some(53.0), None, Some(9), None)),
        ["flesch-reading-ease", "sentence-words"]
    );
    assert!(closed(Thresholds::own(None, None, None, None)).is_empty());
}

#[test]
fn a_figure_on_its_mark_is_met_and_one_over_it_is_printed_over_it() {
    // 0.39 * 10 + 11.8 * 1.67 - 15.59 = 8.016
    let over = score(1000, 167);
    let grade = over.grade().unwrap();
    assert!(judge(&over, &[], Thresholds::own(None, Some(grade), None, None), &[]).pass);
    let verdict = judge(&over, &[], Thresholds::own(None, Some(8.0), None, None), &[]);
    assert_eq!(verdict.reasons(), ["flesch-kincaid-grade: grade 8.1 (at most 8)"]);
}

#[test]
fn under_200_words_readability_closes_nothing_and_shows_its_margin() {
    let verdict = judge(&score(100, 220), &[], Thresholds::AMAZON, &[]);
    assert!(verdict.pass);
    let grade = verdict.checks.iter().find(|line| line.name == "flesch-kincaid-grade").unwrap();
    assert_eq!((grade.state, grade.measured.as_str()), (State::Note, "14.3 ± 2.6"));
    assert!(grade.message.contains("100 words"), "{}", grade.message);
    assert!(!judge(&score(200, 220), &[], Thresholds::AMAZON, &[]).pass);
}

#[test]
fn nothing_to_measure_is_no_number_and_passes() {
    let verdict = judge(&Score::default(), &[], Thresholds::DEFAULT, &[]);
    assert!(verdict.pass);
    assert!(verdict.checks.iter().any(|line| line.measured == "n/a"));
}

#[test]
fn errors_close_it_with_one_reason_for_each_rule_and_part() {
    let found = [
        error("claims", Category::UnsupportedClaim, PROBLEM),
        error("jargon", Category::Jargon, PROBLEM),
        error("jargon", Category::Jargon, PROBLEM),
    ];
    let verdict = judge(&score(1000, 130), &found, Thresholds::DEFAULT, &[]);
    assert_eq!(verdict.reasons(), ["problem: no number", "problem: 2 errors of jargon"]);
    assert!(judge(&score(1000, 130), &found, Thresholds::own(None, None, None, Some(3)), &[]).pass);
    assert!(judge(&score(1000, 130), &found, Thresholds::own(None, None, None, None), &[]).pass);
}

#[test]
fn placeholders_close_it_whatever_their_severity() {
    let mut found = error("placeholder", Category::Placeholder, PROBLEM);
    found.severity = Severity::Note;
    let verdict = judge(&score(1000, 130), &[found], Thresholds::own(None, None, None, None), &[]);
    assert_eq!(verdict.reasons(), ["problem: 1 placeholder to be filled in"]);
}

#[test]
fn a_missing_part_closes_it() {
    let specs = [spec("tenets", true), spec("costs", true), spec("notes", false)];
    let document = Document::parse("# Tenets\n\nIt is dry.\n", &specs);
    let score = Score::of(&document, &specs, &[]);
    let verdict = Gate::default().judge(&score, &[], &document);
    assert_eq!(verdict.reasons(), ["costs: missing"]);
    assert!(score.parts.iter().any(|part| part.id == "tenets" && part.present && part.is_over_budget()));
}

#[test]
fn a_signed_waiver_lifts_what_it_names_and_is_kept() {
    let found =
        [error("jargon", Category::Jargon, PROBLEM), error("claims", Category::UnsupportedClaim, PROBLEM)];
    let score = score(1000, 220);
    let pass = |names: &[&str]| judge(&score, &found, Thresholds::DEFAULT, names).pass;
    assert!(!pass(&[]));
    assert!(pass(&["all"]));
    assert!(!pass(&["errors"]));
    assert!(pass(&["max-errors", "flesch-kincaid-grade", "min-flesch-reading-ease"]));
    let verdict = judge(&score, &found, Thresholds::DEFAULT, &["jargon", "sentence-words"]);
    assert_eq!(state_of(&verdict, "jargon"), Some(State::Waived));
    assert_eq!(verdict.waivers, [waiver("jargon")]);
    assert!(verdict.reasons().contains(&"problem: no number"));
}

#[test]
fn an_unsigned_waiver_lifts_nothing() {
    let document =
        Document::parse("---\nwaivers:\n- {waive: all, by: ' ', reason: r, date: d}\n---\nHi.", &[]);
    let hard = score(1000, 220);
    assert!(!Gate::default().judge(&hard, &[], &document).pass);
    let signed = Document::parse("---\nwaivers:\n- {waive: all, by: Bo, reason: r, date: d}\n---\nHi.", &[]);
    assert_eq!(signed.front_matter.waivers.len(), 1);
    let verdict = Gate::default().judge(&hard, &[], &signed);
    assert!(verdict.pass);
    assert_eq!(verdict.waivers, signed.front_matter.waivers);
}

#[test]
fn an_open_question_closes_it_and_can_be_waived() {
    let document = Document::parse("# Problem\n\nIt rains.\n", &[]);
    let judge = |questions: &[&str], waivers: &[&str]| {
        let questions = questions.iter().map(|text| (*text).to_owned()).collect();
        let gate = Gate::default()
            .with_open_questions(questions)
            .with_waivers(waivers.iter().map(|name| waiver(name)));
        gate.judge(&score(1000, 130), &[], &document)
    };
    assert_eq!(judge(&["problem: Ann asks: Who? (q_1)"], &[]).reasons(), ["problem: Ann asks: Who? (q_1)"]);
    assert!(judge(&["problem: Ann asks: Who? (q_1)"], &["open-question"]).pass);
    assert!(judge(&[], &[]).pass);
}

/// The states of `errors`, a rule that is waived by name or not, and placeholders, of a text with these waivers kept.
fn kept(jargon: usize, claims: usize, placeholders: usize, waivers: &[(&str, &str, Option<f64>)]) -> Verdict {
    let one = |(waive, by, at): &(&str, &str, Option<f64>)| {
        let at = at.map(|at| format!(", at: {at}")).unwrap_or_default();
        format!("- {{waive: {waive}, by: {by}, reason: r, date: \"2026-11-22\"{at}}}\n")
    };
    let head = format!("---\nwaivers:\n{}", waivers.iter().map(one).collect::<String>());
    let document = Document::parse(&format!("{head}---\n# Problem\n\nIt rains.\n"), &[]);
    assert_eq!(document.front_matter.waivers.len(), waivers.len(), "{:?}", document.front_matter.problem);
    let found = [
        vec![error("jargon", Category::Jargon, PROBLEM); jargon],
        vec![error("claims", Category::UnsupportedClaim, PROBLEM); claims],
        vec![error("placeholder", Category::Placeholder, PROBLEM); placeholders],
    ];
    Gate::default().judge(&score(1000, 130), &found.concat(), &document)
}

fn outgrown(verdict: &Verdict, name: &str) -> Vec<String> {
    let line = verdict.checks.iter().find(|line| line.name == name).unwrap();
    line.outgrown
        .iter()
        .map(|waiver| format!("{} {} {}", waiver.by, waiver.waive, waiver.at.unwrap()))
        .collect()
}

#[test]
fn a_kept_waiver_lifts_what_was_there_and_no_more() {
    let waivers = [("errors", "Pia", Some(3.0)), ("placeholder", "Pia", Some(1.0))];
    for (jargon, placeholders, pass) in
        [(3, 1, true), (2, 1, true), (0, 0, true), (4, 1, false), (3, 2, false)]
    {
        assert_eq!(kept(jargon, 0, placeholders, &waivers).pass, pass, "{jargon} {placeholders}");
    }
    let verdict = kept(4, 0, 1, &waivers);
    assert_eq!(outgrown(&verdict, "errors"), ["Pia errors 3"]);
    assert_eq!(verdict.reasons(), ["problem: 4 errors of jargon"]);
    assert_eq!(state_of(&verdict, "placeholder"), Some(State::Waived));
    assert!(verdict.fresh.is_empty(), "what is kept is not kept again");
}

#[test]
fn of_several_that_lift_the_same_one_that_covers_is_enough() {
    let (early, late) = (("errors", "Pia", Some(5.0)), ("errors", "Bo", Some(3.0)));
    for waivers in [[early, late], [late, early]] {
        assert!(kept(5, 0, 0, &waivers).pass);
        assert!(!kept(6, 0, 0, &waivers).pass);
    }
    assert_eq!(outgrown(&kept(6, 0, 0, &[early, late]), "errors"), ["Bo errors 3"], "the last one is told");
    assert!(kept(6, 0, 0, &[early, ("errors", "Cy", None)]).pass, "one without a level is for good");
    assert!(kept(6, 0, 9, &[("all", "Cy", None)]).pass);
}

#[test]
fn errors_of_a_rule_that_outgrew_its_waiver_are_among_the_others() {
    let waivers = [("jargon", "Pia", Some(2.0))];
    let verdict = kept(2, 1, 0, &waivers);
    assert_eq!(verdict.reasons(), ["problem: no number"]);
    assert_eq!(
        (state_of(&verdict, "jargon"), outgrown(&verdict, "errors")),
        (Some(State::Waived), Vec::new())
    );
    let verdict = kept(3, 0, 0, &waivers);
    assert_eq!(verdict.reasons(), ["problem: 3 errors of jargon"]);
    assert_eq!(outgrown(&verdict, "errors"), ["Pia jargon 2"]);
    assert!(outgrown(&kept(3, 0, 0, &[waivers[0], ("errors", "Bo", Some(3.0))]), "errors").is_empty());
}

#[test]
fn what_is_to_be_kept_of_all_is_each_check_with_where_it_stood() {
    let found = [error("jargon", Category::Jargon, PROBLEM), error("jargon", Category::Jargon, PROBLEM)];
    let score = score(1000, 220);
    let verdict = judge(&score, &found, Thresholds::DEFAULT, &["all"]);
    assert_eq!(verdict.waivers, [waiver("all")]);
    let fresh = verdict.fresh.iter().map(|one| (one.waive.as_str(), one.at.unwrap().to_string()));
    let shown = |name: &str| {
        let line = verdict.checks.iter().find(|line| line.name == name);
        line.unwrap().measured.trim_end_matches(".0").to_owned()
    };
    assert_eq!(
        fresh.collect::<Vec<_>>(),
        ["flesch-reading-ease", "flesch-kincaid-grade", "errors"].map(|name| (name, shown(name)))
    );
    let again = |score: &Score| {
        let document = Document {
            front_matter: crate::document::FrontMatter {
                waivers: verdict.fresh.clone(),
                ..Default::default()
            },
            ..Document::parse("# Hi\n", &[])
        };
        Gate::default().judge(score, &found, &document).pass
    };
    assert!(again(&score) && again(&self::score(1000, 200)));
    assert!(!again(&self::score(1000, 221)), "harder to read than then");
}

#[test]
fn given_now_it_lifts_whatever_was_kept_before() {
    let document = Document::parse(
        "---\nwaivers:\n- {waive: errors, by: Pia, reason: r, date: d, at: 1}\n---\n# Hi\n",
        &[],
    );
    let found = vec![error("jargon", Category::Jargon, PROBLEM); 3];
    let verdict =
        Gate::default().with_waivers([waiver("max-errors")]).judge(&score(1000, 130), &found, &document);
    assert!(verdict.pass && outgrown(&verdict, "errors").is_empty());
    assert_eq!(
        (verdict.fresh[0].waive.as_str(), verdict.fresh[0].at.unwrap().to_string()),
        ("errors", "3".into())
    );
}
