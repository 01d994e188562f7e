//! Changes taken one by one leave a text that reads.

use super::*;

/// Before, after, and what each change alone makes of the text before.
const CASES: &[(&str, &str, &[&str])] = &[
    (
        "Box in order to help, and it is very fast.",
        "Box to help, and it is fast.",
        &["Box to help, and it is very fast.", "Box in order to help, and it is fast."],
    ),
    (
        "It is fast at that.\n",
        "It is very fast (now) at that.\n",
        &["It is very fast at that.\n", "It is fast (now) at that.\n"],
    ),
    ("a **b c** d e f", "a b c d e, f", &["a b c d e f", "a **b c** d e, f"]),
    (
        "See [the form](https://a.b) now.",
        "See [the form](https://a.c) now.",
        &["See [the form](https://a.c) now."],
    ),
    (
        "It is **very good** for all of us.",
        "It is **very good indeed** for all of us.",
        &["It is **very good indeed** for all of us."],
    ),
    (
        "It is **very good** for all of us.",
        "It is **good** for all of us.",
        &["It is **good** for all of us."],
    ),
    (
        "It is **good** for all of us.",
        "It is **very good** for all of us.",
        &["It is **very good** for all of us."],
    ),
    ("- one\n- two\n- three\n", "- one\n- three\n", &["- one\n- three\n"]),
    ("One.\n\n- a b\n- c d\n\nTwo.", "One.\n\nTwo.", &["One.\n\n- c d\n\nTwo.", "One.\n\n- a b\n\nTwo."]),
    (
        "# Head\n\nText of it.\n",
        "# Head\n\nNew first.\n\nText of it.\n\nAnd last.\n",
        &["# Head\n\nNew first.\n\nText of it.\n", "# Head\n\nText of it.\n\nAnd last.\n"],
    ),
    ("Text of it.", "# Head\n\nText of it.", &["# Head\n\nText of it."]),
    ("One.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTwo.\n", "One.\n\nTwo.\n", &["One.\n\nTwo.\n"]),
    ("One.\n\nTwo.\n", "---\nowner: Ann\n---\n\nOne.\n\nTwo.\n", &["---\nowner: Ann\n---\n\nOne.\n\nTwo.\n"]),
    (
        "## Head of it\n\nText here.",
        "### Head of it\n\nText there.",
        &["### Head of it\n\nText here.", "## Head of it\n\nText there."],
    ),
    ("##\n\nText of it.", "## Head\n\nText of it.", &["## Head\n\nText of it."]),
    ("## Head ##\n\nText.", "## New head\n\nText.", &["## New head\n\nText."]),
    ("> One quote\n> here today.\n", "> One quote there today.\n", &["> One quote\n> there today.\n"]),
    ("A first thing said here. Rest of it stands.", "Rest of it stands.", &["Rest of it stands."]),
];

#[test]
fn each_change_alone_is_what_it_says() {
    let mut wrong = String::new();
    for (old, new, alone) in CASES {
        let redline = redline(old, new);
        let changes = redline.changes();
        let found: Vec<String> = changes.iter().map(|one| redline.accept_alone(one)).collect();
        if found != *alone {
            wrong.push_str(&[old.to_string(), shown(&redline), found.join("\n")].join("\n"));
        }
    }
    assert_eq!(wrong, "");
}

impl Redline<'_> {
    /// The text before with one change, taken as edits.
    pub(super) fn accept_alone(&self, change: &Change) -> String {
        let mut out = self.old.source.to_owned();
        for (span, text) in self.edit_of(change).into_iter().rev() {
            out.replace_range(span.start..span.end, &text);
        }
        out
    }
}

#[test]
fn layout_is_no_change_and_goes_with_all() {
    let (old, new) = ("* one two\n* three\n\n\nA b\nc.", "1. one\n   two\n2. three\n\nA b c.\n");
    let redline = redline(old, new);
    assert_eq!(redline.changes(), []);
    assert_eq!(redline.accept(|_| true), new);
    assert_eq!(redline.accept(|_| false), old);
}

#[test]
fn ids_outlive_what_is_done_elsewhere() {
    let old = "# Head\n\nThe first of them is here.\n\nThe second of them is here.\n";
    let new = "# Head\n\nThe first of them is there.\n\nThe third of them is here.\n";
    let whole = redline(old, new);
    let first = whole.accept(|change| change.number == 1);
    let rest = redline(&first, new).changes();
    let ids = |changes: &[Change]| changes.iter().map(|change| change.id).collect::<Vec<_>>();
    assert_eq!(ids(&rest), ids(&whole.changes()[1..]));
    assert_eq!(whole.changes()[0].id.to_string().len(), 8);
}
