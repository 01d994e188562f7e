//! Whether a draft got better, as it is told.

use super::*;
use crate::report::Plain;
use crate::report::testing::analysed;
use crate::text::width;

/// A small PR/FAQ with these sentences under Problem, and this price.
fn draft(problem: &str, price: &str) -> String {
    format!(
        "---\ntemplate: prfaq\n---\n# Melinda keeps your parcel safe\n\nSEATTLE — Nov. 5, 2027 — You get your parcel today. \
         It is safe at your door, and you need not wait at home for it. You pay {price} a month, and you can stop each day \
         you like.\n\n## Problem\n\n{problem}\n"
    )
}

const HARD: &str = "We leverage innovative, industry-leading infrastructure to facilitate seamless, frictionless fulfilment of \
    consumer expectations regarding residential deliveries, notwithstanding considerable organisational complexity, which is \
    why our company is proud of our revolutionary ecosystem of synergies.";
const EASY: &str = "You wait at home for your parcel. You sit there from 8:00 to 17:00. The van comes at 16:50, or it does not \
    come. You lose a day of pay, and you lose it once a month. In 2026, this was so for 61% of you.";

fn progress(old: &str, new: &str) -> Progress {
    Progress::of(&analysed(old), &analysed(new))
}

fn written(progress: &Progress, columns: usize) -> String {
    let mut out = Vec::new();
    write_progress(progress, columns, &Plain, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_draft_that_reads_better_is_said_to_and_one_that_reads_worse_too() {
    let better = progress(&draft(HARD, "$5"), &draft(EASY, "$5"));
    assert_eq!(better.verdict(), "Better: easier to read, fewer strikes, more about the customer");
    assert_eq!(better.trend(), Trend::Better);
    let worse = progress(&draft(EASY, "$5"), &draft(HARD, "$5"));
    assert_eq!(worse.verdict(), "Worse: harder to read, more strikes, less about the customer");
    assert_eq!(worse.trend(), Trend::Worse);
    let problem = better.parts.iter().find(|part| part.id == "problem").unwrap();
    assert_eq!((problem.ease.trend(), problem.strikes.trend()), (Trend::Better, Trend::Better));
    assert_eq!(problem.words.trend(), Trend::Same, "more or fewer words are neither");
}

#[test]
fn what_is_shown_the_same_is_the_same() {
    let same = progress(&draft(EASY, "$5"), &draft(EASY, "$6"));
    assert_eq!((same.verdict().as_str(), same.trend()), ("No better and no worse", Trend::Same));
    assert!(same.parts.iter().all(PartProgress::is_same));
    assert_eq!(same.unchanged().as_deref(), Some("Unchanged: Headline, Summary, Problem"));
    assert_eq!(written(&same, 80), "No better and no worse\n");
}

#[test]
fn figures_that_disagree_are_mixed() {
    let figure = |measure, before, after| Figure::new(measure, Some(before), Some(after));
    let total = [
        figure(EASE, 60.0, 40.0),
        figure(GRADE, 8.0, 12.0),
        figure(STRIKES, 5.0, 1.0),
        figure(FOCUS, 0.5, 0.51),
        figure(WORDS, 400.0, 300.0),
    ];
    let mixed = Progress { total, parts: Vec::new() };
    assert_eq!(mixed.verdict(), "Mixed: fewer strikes, but harder to read");
    assert_eq!(mixed.trend(), Trend::Same);
    let trends = mixed.total.map(|figure| figure.trend());
    assert_eq!(trends, [Trend::Worse, Trend::Worse, Trend::Better, Trend::Same, Trend::Same]);
}

#[test]
fn a_part_that_only_one_text_has_is_new_or_gone() {
    let (old, new) =
        (draft(EASY, "$5"), draft(EASY, "$5") + "\n## Solution\n\nYou open the box with your phone.\n");
    let added = progress(&old, &new);
    let solution = added.parts.iter().find(|part| part.id == "solution").unwrap();
    assert_eq!((solution.only(), solution.strikes.trend()), (Some("new"), Trend::Same));
    let text = written(&added, 80);
    assert!(text.contains("  Solution (new)  7      "), "{text}");
    let removed = written(&progress(&new, &old), 80);
    assert!(removed.contains("  Solution (gone)  7      "), "{removed}");
}

#[test]
fn too_few_words_have_no_reading_ease() {
    let progress = progress(&draft(EASY, "$5"), &draft("You wait.", "$5"));
    let problem = progress.parts.iter().find(|part| part.id == "problem").unwrap();
    assert_eq!(problem.ease.after(), "-");
    assert_eq!(problem.ease.trend(), Trend::Same);
    assert!(written(&progress, 80).contains("→ -"));
}

#[test]
fn tables_fit_their_columns_and_say_it_in_words() {
    let progress = progress(&draft(HARD, "$5"), &draft(EASY, "$5"));
    let wide = written(&progress, 80);
    assert!(wide.contains("\n  part     words"), "{wide}");
    let narrow = written(&progress, 40);
    assert!(narrow.contains("\n  Problem\n    words "), "{narrow}");
    for (text, columns) in [(&wide, 80), (&narrow, 40)] {
        assert!(text.lines().all(|line| width(line) <= columns && line == line.trim_end()), "{text}");
        assert_eq!(text.matches(" better").count(), 4 + 2, "four of the document, two of its part\n{text}");
    }
}

#[test]
fn numbers_are_rounded_as_they_are_shown() {
    let figure = |measure, value| Figure::new(measure, Some(value), None).numbers()[0].unwrap();
    assert_eq!(figure(EASE, 49.96).to_string(), "49.9");
    assert_eq!(figure(GRADE, 8.04).to_string(), "8.1");
    assert_eq!(figure(FOCUS, 0.705).to_string(), "0.71");
    assert_eq!(Figure::new(FOCUS, Some(0.705), None).before(), "71 %");
}
