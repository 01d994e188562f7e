//! What a page looks like, and what the pen leaves behind.

use std::borrow::Cow;

use super::*;
use crate::report::Tone;

mod properties;
use crate::lint::{Action, Category, Diagnostic, Fix, Severity};
use crate::redline::Effort;
use crate::report::Plain;
use crate::text::Span;

/// Shows tones as angle brackets.
struct Angles;

impl Paint for Angles {
    fn paint(&self, tone: Tone, text: &str) -> String {
        match tone {
            Tone::Gone => format!("<{text}>"),
            Tone::New => format!("«{text}»"),
            Tone::Marked => format!("_{text}_"),
            _ => text.to_owned(),
        }
    }

    fn is_on(&self) -> bool {
        true
    }
}

fn page(old: &str, new: &str, remarks: &[Remark], page: &Page, paint: &dyn Paint) -> String {
    let mut out = Vec::new();
    write(&Redline::of(old, new, Effort::default()), ("old", "new"), remarks, page, paint, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

const SIDE: Page = Page { layout: Layout::Side, width: 60, all: false };
const INLINE: Page = Page { layout: Layout::Inline, width: 60, all: false };

#[test]
fn columns_wrap_apart_and_meet_again_at_every_paragraph() {
    let old =
        "## Head\n\n- One item that is long enough to be wrapped in a column.\n- Two.\n\nThe end is near.";
    let new = "## Head\n\n- One item that is wrapped in a column.\n- Two.\n\nThe end is here.\n\nA new end.";
    let wanted = [
        "    old                        │ new",
        "    ───────────────────────────┼────────────────────────────",
        "    ── Head ───────────────────┼────────────────────────────",
        " 1  - One item that is [-long  │ - One item that is wrapped",
        "      enough to be-] wrapped   │   in a column.",
        "      in a column.             │",
        "                               │",
        "    … 1 unchanged paragraph    │",
        "                               │",
        " 2  The end is [-near-].       │ The end is {+here+}.",
        "                               │",
        " 3                             │ {+A new end.+}",
    ];
    assert_eq!(page(old, new, &[], &SIDE, &Plain).lines().collect::<Vec<_>>(), wanted);
}

#[test]
fn colours_replace_brackets_and_keep_words_apart() {
    let (old, new) = ("We leverage the bus, of course, today.", "We use the bus today.");
    assert_eq!(
        page(old, new, &[], &INLINE, &Plain).lines().nth(1),
        Some(" 1+ We [-leverage-]{+use+} the bus[-, of course,-] today.")
    );
    assert_eq!(
        page(old, new, &[], &INLINE, &Angles).lines().nth(1),
        Some(" 1+ We <leverage> «use» the bus<, of course,> today.")
    );
    let words = Page { layout: Layout::Words, ..INLINE };
    assert_eq!(
        page(old, new, &[], &words, &Angles).lines().nth(1),
        Some("We <[-leverage-]>«{+use+}» the bus<[-, of course,-]> today.")
    );
}

#[test]
fn marks_of_blocks_are_shown_and_their_change_is_one() {
    let shown = |old, new| page(old, new, &[], &INLINE, &Plain).lines().nth(1).map(str::to_owned);
    assert_eq!(shown("## One head", "### One head"), Some(" 1  [-##-]{+###+} One head".to_owned()));
    assert_eq!(shown("- One item here", "One item here"), Some(" 1  [---] One item here".to_owned()));
    assert_eq!(
        shown("> One quote here", "> One quote there"),
        Some(" 1  > One quote [-here-]{+there+}".to_owned())
    );
}

#[test]
fn lines_of_code_stay_lines() {
    let old = "```\nlet a = 1;\nlet b = 2;\n```";
    let shown = page(old, &old.replace('2', "3"), &[], &INLINE, &Plain);
    let lines: Vec<&str> = shown.lines().skip(1).map(str::trim).collect();
    assert_eq!(lines, ["```", "let a = 1;", "1  [-let b = 2;-]", "{+let b = 3;+}", "```"], "{shown}");
}

#[test]
fn remarks_stand_under_their_paragraph_and_mark_its_words() {
    let text = "The bus is often late today.";
    let remarks = [
        Remark { span: Span::new(11, 16), text: "weasel: say how often".to_owned() },
        Remark { span: Span::new(11, 21), text: "jargon: other words".to_owned() },
    ];
    let found = page(text, text, &remarks, &INLINE, &Angles);
    let wanted =
        ["The bus is _often_[1] _late_[2] today.", "[1] weasel: say how often", "[2] jargon: other words"];
    assert_eq!(found.lines().skip(1).collect::<Vec<_>>(), wanted);
    let side = page(text, text, &remarks, &SIDE, &Plain);
    assert!(side.contains("The bus is often[1] late[2]  │ The bus is often late today."), "{side}");
}

#[test]
fn a_word_wider_than_the_column_is_cut_and_wide_letters_count_twice() {
    let page = page("x", &"한국어".repeat(20), &[], &Page { width: 60, ..SIDE }, &Plain);
    for line in page.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 60, "{line}");
    }
    assert_eq!(page.matches('한').count(), 20);
}

fn strike(span: (usize, usize), words: Option<&str>, severity: Severity) -> Diagnostic {
    let span = Span::new(span.0, span.1);
    let edit = words.map(|words| Box::new((span, words.to_owned())));
    let action = if edit.is_some() { Action::Replace } else { Action::Rewrite };
    Diagnostic {
        rule: "jargon",
        category: Category::Jargon,
        severity,
        span,
        part: 0,
        message: Cow::Borrowed("these words"),
        why: Cow::Borrowed(""),
        fix: Some(Fix { action, replacement: Cow::Borrowed("say it"), safe: false, edit }),
        related: Vec::new(),
        also: Vec::new(),
    }
}

#[test]
fn what_is_left_to_a_person_are_strikes_without_an_edit() {
    use Severity::{Note, Warning};
    let found =
        [strike((0, 3), Some("A"), Warning), strike((9, 12), None, Warning), strike((13, 16), None, Note)];
    let remark = Remark { span: Span::new(9, 12), text: "jargon: these words; say it".to_owned() };
    assert_eq!(remarks(&found), [remark]);
}

#[test]
fn remarks_are_numbered_by_where_their_words_end() {
    let old = "All of this stands in one sentence.";
    let remark = |span: std::ops::Range<usize>, text: &str| Remark { span: span.into(), text: text.into() };
    let remarks = [remark(0..35, "too long"), remark(4..11, "of what?")];
    let page = page(old, old, &remarks, &INLINE, &Plain);
    let lines: Vec<&str> = page.lines().skip(1).collect();
    assert_eq!(
        lines,
        ["All of this[1] stands in one sentence.[2]", "[1] of what?", "[2] too long"],
        "{page}"
    );
}
