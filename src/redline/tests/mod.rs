//! Both sides come out again, and what a person would call one change is one.

mod corpus;
mod moves;
mod properties;
mod takes;

use super::*;

fn redline<'a>(old: &'a str, new: &'a str) -> Redline<'a> {
    Redline::of(old, new, Effort::default())
}

/// The tokens of `range` as they are read: one space where there was any.
fn read(text: &Text<'_>, range: Range<usize>) -> String {
    let mut out = String::new();
    for (at, token) in text.tokens[range].iter().enumerate() {
        if token.spaced && at > 0 {
            out.push(' ');
        }
        out.push_str(text.token(token));
    }
    out
}

/// What stands before a row of ops.
fn sign(row: &Row) -> String {
    if let Row::MovedTo { moved, .. } = row { format!("{moved}>") } else { "~".to_owned() }
}

/// The rows, one a line, changes in brackets, equal words as they are.
fn shown(redline: &Redline<'_>) -> String {
    let lines = redline.rows.iter().map(|row| match row {
        Row::Same { old, .. } => format!("= {}", read(&redline.old, redline.old.tokens_of(*old))),
        Row::Deleted(old) | Row::MovedFrom { old, .. } => {
            format!("- {}", read(&redline.old, redline.old.tokens_of(*old)))
        }
        Row::Inserted(new) => format!("+ {}", read(&redline.new, redline.new.tokens_of(*new))),
        Row::Edited { ops, .. } | Row::MovedTo { ops, .. } => ops.iter().fold(sign(row), |line, op| {
            let (old, new) = (read(&redline.old, op.old.clone()), read(&redline.new, op.new.clone()));
            match (op.class, old.is_empty(), new.is_empty()) {
                (Class::Same, ..) => format!("{line} {old}"),
                (Class::Marked, ..) => format!("{line} <{old}>"),
                (_, false, true) => format!("{line} [-{old}-]"),
                (_, true, false) => format!("{line} {{+{new}+}}"),
                _ => format!("{line} [-{old}-]{{+{new}+}}"),
            }
        }),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Before, after, what is shown.
const CASES: &[(&str, &str, &str)] = &[
    ("One two\nthree.", "One\ntwo three.", "= One two three."),
    ("> One two\n> three.", "> One two three.", "= One two three."),
    ("1. One\n2. Two", "1. Zero\n2. One\n3. Two", "+ Zero\n= One\n= Two"),
    ("It costs £4.50 today.", "It costs £4.90 today.", "~ It costs [-£4.50-]{+£4.90+} today."),
    ("Claims fell by 87%.", "Claims fell by 88%.", "~ Claims fell by [-87%-]{+88%+} ."),
    ("It opens on 2027-09-06.", "It opens on 2027-09-07.", "~ It opens on [-2027-09-06-]{+2027-09-07+} ."),
    ("A peer-to-peer box.", "A face-to-face box.", "~ A [-peer-to-peer-]{+face-to-face+} box."),
    (
        "Box in order to help, and it is very fast at that.",
        "Box to help, and it is fast at that.",
        "~ Box [-in order-] to help, and it is [-very-] fast at that.",
    ),
    (
        "Many customers tell us they forget what they meant to buy. Notes significantly reduces the number of carts.",
        "42% of shoppers tell us they forget what they meant to buy. In our beta, Notes cut abandoned carts by 11%.",
        "~ [-Many customers-]{+42% of shoppers+} tell us they forget what they meant to buy. \
         [-Notes significantly reduces the number of carts.-]{+In our beta, Notes cut abandoned carts by 11%.+}",
    ),
    ("One thing.\n\nTwo things.", "Two things.", "- One thing.\n= Two things."),
    (
        "The box is at the door.",
        "The box is at the door. It opens for you.",
        "~ The box is at the door. {+It opens for you.+}",
    ),
    (
        "## Old head\n\nSame text here.",
        "## New head\n\nSame text here.",
        "~ [-Old-]{+New+} head\n= Same text here.",
    ),
    (
        "We leverage a big team of people to ship it.",
        "We use a small team of experts to ship it.",
        "~ We [-leverage a big team of people-]{+use a small team of experts+} to ship it.",
    ),
    (
        "The parcels are matched with the orders of the day by the system at the depot.",
        "We check each of the parcels, and the driver knows the orders of the day by heart.",
        "~ [-The parcels are matched with-]{+We check each of the parcels, and the driver knows+} the orders of the day by \
         [-the system at the depot-]{+heart+} .",
    ),
    ("", "", ""),
    ("", "New.", "+ New."),
    (
        "```\nlet a = 1;\n  let b = 2;\n```",
        "```\nlet a = 1;\n  let b = 3;\n```",
        "~ ``` let a = 1; [-  let b = 2;-]{+  let b = 3;+} ```",
    ),
    ("~~~\na\n~~~", "```\na\n```", "= ~~~ a ~~~"),
    (
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "| a | b |\n|:--|--:|\n| 1 | 3 |",
        "= | a | b |\n~ | 1 | [-2-]{+3+} |",
    ),
    ("One **two three** four.", "One two three four.", "~ One <two three> four."),
    ("One **two three** four.", "One **two** three four.", "~ One <two three> four."),
    ("See [the form](https://a.b) now.", "See [the form](https://a.c) now.", "~ See <the form> now."),
    ("Run `cargo test` now.", "Run cargo test now.", "~ Run <cargo test> now."),
    ("A **bold name** here today.", "A **bold claim** here today.", "~ A bold [-name-]{+claim+} here today."),
    (
        "Many **custom people** come here.",
        "Many **other** people come here.",
        "~ Many [-custom people-]{+other people+} come here.",
    ),
    (
        "It is un**do**able now, all of it.",
        "It is undoable now, all of it.",
        "~ It is [-undoable-]{+undoable+} now, all of it.",
    ),
    ("Title\n=====\n\nText.", "# Title\n\nText.", "= Title\n= Text."),
    ("## Head of it\n", "### Head of it\n", "~ <Head of it>"),
    ("## Head of it ##\n\nText.", "## Head of it\n\nText.", "= Head of it\n= Text."),
    ("# C# ###\n\n## ##\n\n# F#", "# C#\n\n##\n\n# F#", "= C#\n= \n= F#"),
    (
        "---\ntitle: One\nowner: Ann\n---\n\nA.",
        "---\nowner: Bob Ray\n---\n\nA.",
        "= ---\n- title: One\n~ owner: [-Ann-]{+Bob Ray+}\n= ---\n= A.",
    ),
    (
        "We ship it. It is fast, and it is small today.",
        "We ship it. It is fast. It is small today.",
        "~ We ship it. It is fast [-, and it-]{+. It+} is small today.",
    ),
    (
        "# Waitback pays you back for late trains\n\nNobody waits for nothing.\n\nLONDON — 6 September 2027 — Today it opens.",
        "# Late again? Get money\n\nTwelve million passengers claim in one tap.\n\nLONDON — 6 September 2027 — Today it opens.",
        "~ [-Waitback pays you back for late trains-]{+Late again? Get money+}\n\
         ~ [-Nobody waits for nothing.-]{+Twelve million passengers claim in one tap.+}\n= LONDON — 6 September 2027 — Today it opens.",
    ),
    ("漢字の本を読む。", "漢字の紙を読む。", "~ 漢字の [-本-]{+紙+} を読む。"),
    ("Good 👨‍👩‍👧 here, of course.", "Good 👨‍👩‍👦 here, of course.", "~ Good [-👨‍👩‍👧-]{+👨‍👩‍👦+} here, of course."),
];

#[test]
fn what_a_person_would_call_one_change_is_one() {
    let wrong = CASES.iter().filter_map(|(old, new, wanted)| {
        let found = shown(&redline(old, new));
        (found != *wanted).then(|| format!("{old}\n{new}\n{found}\n\n"))
    });
    assert_eq!(wrong.collect::<String>(), "");
}

#[test]
fn a_new_paragraph_at_the_head_moves_no_other() {
    let paragraphs: Vec<String> =
        (0..40).map(|at| format!("Paragraph {at} tells of the thing number {at}.")).collect();
    let old = paragraphs.join("\n\n");
    let new = format!("Something new.\n\n{}", old.replace("thing number 7", "matter number 7"));
    let counts = redline(&old, &new).counts();
    assert_eq!(counts, Counts { blocks: 41, changed: 2, deleted: 1, inserted: 3 });
}

#[test]
fn what_is_too_much_is_compared_more_coarsely_and_said() {
    let old = "One two three four. Five six seven eight.\n\nNine ten eleven twelve.";
    let new = "One two three nine. Five six seven eight.\n\nNine ten eleven thirteen.";
    let with = |steps| Redline::of(old, new, Effort::steps(steps));
    assert_eq!(with(10_000).detail, Detail::Words);
    let sentences = with(140);
    assert_eq!(sentences.detail, Detail::Sentences);
    assert!(shown(&sentences).contains("[-Nine ten eleven twelve.-]{+Nine ten eleven thirteen.+}"));
    assert_eq!(with(0).detail, Detail::Blocks);
    for steps in [0, 20, 50, 80, 140, 200] {
        assert_sides(&with(steps), old, new);
    }
}

/// Asserts that the rows hold the words of both texts, each once and in order.
#[track_caller]
fn assert_sides(redline: &Redline<'_>, old: &str, new: &str) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for row in &redline.rows {
        match row {
            Row::Same { old, new } => {
                before.extend(redline.old.tokens_of(*old));
                after.extend(redline.new.tokens_of(*new));
                assert!(
                    redline
                        .old
                        .ids(redline.old.tokens_of(*old))
                        .eq(redline.new.ids(redline.new.tokens_of(*new)))
                );
            }
            Row::Deleted(old) => before.extend(redline.old.tokens_of(*old)),
            Row::Inserted(new) => after.extend(redline.new.tokens_of(*new)),
            Row::MovedFrom { .. } => {}
            Row::Edited { ops, .. } | Row::MovedTo { ops, .. } => {
                for op in ops {
                    assert!(
                        op.class == Class::Changed
                            || redline.old.ids(op.old.clone()).eq(redline.new.ids(op.new.clone()))
                    );
                    before.extend(op.old.clone());
                    after.extend(op.new.clone());
                }
            }
        }
    }
    // A block that moved stands where it is now.
    before.sort_unstable();
    assert_eq!(before, (0..redline.old.tokens.len()).collect::<Vec<_>>(), "{old:?}\n{new:?}");
    assert_eq!(after, (0..redline.new.tokens.len()).collect::<Vec<_>>(), "{old:?}\n{new:?}");
}

#[test]
fn marks_of_items_and_the_shape_of_quotation_marks_are_no_change() {
    let old = "- one apple\n- two pears\n\n“It’s late,” said Ann.\n";
    let new = "1. one apple\n2. two pears\n\n\"It's late,\" said Ann.\n";
    let redline = Redline::of(old, new, Effort::default());
    assert_eq!(redline.counts().changed, 0, "{:?}", redline.rows);
    let redline = Redline::of("- one apple", "1. one ripe apple", Effort::default());
    assert_eq!((redline.counts().deleted, redline.counts().inserted), (0, 1));
}
