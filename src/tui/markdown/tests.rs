//! Text, what is done to it, text; the cursor written into both.

use super::*;
use crate::text::tests::notation::{parse, render};

#[track_caller]
fn check(before: &str, act: impl Fn(&Buffer, Selection) -> Option<Done>, after: &str) {
    let (mut buffer, selection) = parse(before);
    let done = act(&buffer, selection);
    let after_it = done.as_ref().map_or(selection, |done| done.after);
    buffer.apply(done.unwrap_or_default().change);
    assert_eq!(render(&buffer, after_it), after, "from {before:?}");
}

#[test]
fn enter_goes_on_with_items_and_quotes() {
    check("- one|", enter, "- one\n- |");
    check("9. nine|", enter, "9. nine\n10. |");
    check("  * in | the middle", enter, "  * in \n  * | the middle");
    check("> said|", enter, "> said\n> |");
    check("> 1) a|\r\nb\r\n", enter, "> 1) a\r\n> 2) |\r\nb\r\n");
}

#[test]
fn the_next_task_is_not_done() {
    let buffer = Buffer::new("- [x] done");
    let done = enter(&buffer, Selection::cursor(buffer.len())).unwrap();
    assert_eq!(done.change.applied(buffer.text()), "- [x] done\n- [ ] ");
}

#[test]
fn enter_on_an_empty_item_ends_it() {
    check("- one\n- |", enter, "- one\n\n|");
    check("- one\n\n- |", enter, "- one\n\n|");
    check("- |", enter, "|");
    check("1. one\n   - |", enter, "1. one\n2. |");
    check("> said\n> |", enter, "> said\n\n|");
    check("> - one\n> - |", enter, "> - one\n>\n> |");
    check("> > deep\r\n> > |", enter, "> > deep\r\n>\r\n> |");
}

#[test]
fn enter_elsewhere_is_a_line_break() {
    for text in
        ["word|", "|- one", "-| one", "* * *|", "# Head|", "```\n- code|\n```", "- [on|]e", "2027 was|"]
    {
        check(text, enter, text);
    }
}

#[test]
fn items_go_under_the_item_above_and_come_out_again() {
    check("- a\n- b|", indent, "- a\n  - b|");
    check("10. a\n11. b|", indent, "10. a\n    11. b|");
    check("- a\n- b|\n  - c\n- d", indent, "- a\n  - b|\n    - c\n- d");
    check("- a\n- [b\n- c|]\n- d", indent, "- a\n  - [b\n  - c|]\n- d");
    check("> - a\n> - b|", indent, "> - a\n>   - b|");
    check("- a\n  - b|", indent, "- a\n  - b|");
    check("- |a", indent, "- |a");
    check("- a\n  - b|\n    - c", outdent, "- a\n- b|\n  - c");
    check("1. a\n   - b\n     - c|", outdent, "1. a\n   - b\n   - c|");
    check("- a|", outdent, "- a|");
    assert_eq!(indent(&Buffer::new("a word"), Selection::cursor(0)), None);
    assert_eq!(indent(&Buffer::new("```\n- a\n- b\n```"), Selection::cursor(9)), None);
}

fn mark(mark: Mark) -> impl Fn(&Buffer, Selection) -> Option<Done> {
    move |buffer, selection| Some(toggle(buffer, selection, buffer.word_at(selection.head), mark))
}

#[test]
fn bold_and_italic_go_on_and_off() {
    check("so fa|st", mark(Mark::Bold), "so **fa|st**");
    check("so **fa|st**", mark(Mark::Bold), "so fa|st");
    check("so **very fa|st** now", mark(Mark::Bold), "so very fa|st now");
    check("so __fa|st__", mark(Mark::Bold), "so fa|st");
    check("[so fast |]now", mark(Mark::Italic), "*[so fast* |]now");
    check("*[so fast|]*", mark(Mark::Italic), "[so fast|]");
    check("**[so|]**", mark(Mark::Italic), "***[so|]***");
    check("***[so|]***", mark(Mark::Bold), "*[so|]*");
    check("[**so**|]", mark(Mark::Bold), "[so|]");
}

#[test]
fn marks_do_not_cross_paragraphs_and_items() {
    check("[- one\n- two|]", mark(Mark::Bold), "[- **one**\n- **two|]**");
    check("[one\ntwo\n\nthree|]", mark(Mark::Bold), "**[one\ntwo**\n\n**three|]**");
    check("[**one**\n\ntwo|]", mark(Mark::Bold), "[**one**\n\n**two|]**");
}

#[test]
fn without_a_word_the_cursor_stands_between_two_marks() {
    check("a |", mark(Mark::Bold), "a **|**");
    check("a **|**", mark(Mark::Bold), "a |");
}

fn link(address: &'static str) -> impl Fn(&Buffer, Selection) -> Option<Done> {
    move |buffer, selection| {
        let word = if selection.is_empty() { buffer.word_at(selection.head) } else { selection.span() };
        let words = if buffer.slice(word).trim().is_empty() { Span::at(selection.head) } else { word };
        Some(link_to(words, link_at(buffer, selection).as_ref(), selection, address))
    }
}

#[test]
fn words_become_links_and_links_get_another_address() {
    check("see [the page|]", link("u v"), "see [[the page|]](u%20v)");
    check("a b|", link("u(1)"), "a b[|](u%281%29)");
    check("see |", link("u"), "see [|](u)");
    check("see |", link(" "), "see |");
}

#[test]
fn a_link_is_found_changed_and_taken_away() {
    let (buffer, selection) = (Buffer::new("see [the *page*](u) now"), Selection::cursor(7));
    let found = link_at(&buffer, selection).unwrap();
    assert_eq!((buffer.slice(found.words), found.address.as_str()), ("the *page*", "u"));
    let text = |address| link_to(Span::at(7), Some(&found), selection, address).change.applied(buffer.text());
    assert_eq!(text("v"), "see [the *page*](v) now");
    assert_eq!(text(""), "see the *page* now");
    assert_eq!(link_at(&buffer, Selection::cursor(2)), None);
}

#[test]
fn headings_are_made_unmade_and_ranked() {
    let level = |level| move |buffer: &Buffer, selection| Some(set_heading(buffer, selection, level));
    check("Head|", level(2), "## Head|");
    check("### He|ad", level(1), "# He|ad");
    check("## He|ad", level(2), "He|ad");
    let by = |by| move |buffer: &Buffer, selection| shift_heading(buffer, selection, by);
    check("[# a\nb\n## c|]", by(1), "[## a\nb\n### c|]");
    check("[# a\n## c|]", by(-1), "[# a\n## c|]");
    check("te|xt", by(1), "te|xt");
}

#[test]
fn paragraphs_are_joined_and_split() {
    check("one|\n\ntwo\n\nthree", join, "one| two\n\nthree");
    check("- one|\n- two", join, "- one| two");
    check("# one|\n\ntwo", join, "# one|\n\ntwo");
    check("one|", join, "one|");
    check("one. |Two", |buffer, selection| Some(split(buffer, selection)), "one.\n\n|Two");
    check("one|two\r\n", |buffer, selection| Some(split(buffer, selection)), "one\r\n\r\n|two\r\n");
}

#[test]
fn typing_a_mark_puts_it_around_what_is_selected() {
    let typed = |char| move |buffer: &Buffer, selection| wrap(buffer, selection, char);
    check("a [word|] b", typed('"'), "a \"[word|]\" b");
    check("a [|word] b", typed('('), "a ([|word]) b");
    check("*[word|]*", typed('*'), "**[word|]**");
    for text in ["a |b", "[{{name}}|]", "[a\n\nb|]", "[ |]"] {
        check(text, typed('*'), text);
    }
    check("[a|]", typed('x'), "[a|]");
}

fn move_to(direction: Direction) -> impl Fn(&Buffer, Selection) -> Option<Done> {
    move |buffer, selection| shift(buffer, selection, &[], direction)
}

#[test]
fn paragraphs_pass_one_another() {
    let (up, down) = (move_to(Direction::Up), move_to(Direction::Down));
    check("one\n\nt|wo\nlines\n\n\nthree", &up, "t|wo\nlines\n\none\n\n\nthree");
    check("o|ne\n\ntwo", &down, "two\n\no|ne");
    check("# head\none|", &up, "one|\n# head");
    check("one\n- a\n- b\n\ntwo|\n", &up, "one\ntwo|\n\n- a\n- b\n");
    check("[one\n\ntwo|]\n\nthree", &down, "three\n\n[one\n\ntwo|]");
    for text in ["o|ne\n\ntwo", "---\na: b\n---\no|ne", "one\n|\ntwo", "---\na|: b\n---\n\none"] {
        check(text, &up, text);
    }
}

#[test]
fn sections_and_entries_take_all_that_is_under_them() {
    let (up, down) = (move_to(Direction::Up), move_to(Direction::Down));
    check(
        "# P\n\n## a\n\n1\n\n## |b\n\n2\n\n### c\n\n# Q",
        &up,
        "# P\n\n## |b\n\n2\n\n### c\n\n## a\n\n1\n\n# Q",
    );
    check("## |a\n\n```\n# no\n```\n\n## b\n", &down, "## b\n\n## |a\n\n```\n# no\n```\n");
    check("# P\n\n## |a\n", &up, "# P\n\n## |a\n");
    check("## |a\n\n# Q\n", &down, "## |a\n\n# Q\n");
    let (buffer, selection) = parse("# FAQ\n\n**a?**\n\n1\n\n**|b?**\n\n2\n");
    let done = shift(&buffer, selection, &[7, 18], Direction::Up).unwrap();
    assert_eq!(done.change.applied(buffer.text()), "# FAQ\n\n**b?**\n\n2\n\n**a?**\n\n1\n");
}

#[test]
fn items_keep_their_numbers_in_order() {
    let (up, down) = (move_to(Direction::Up), move_to(Direction::Down));
    check("- a\n  - x\n- b|", &up, "- b|\n- a\n  - x");
    check("1. a\n2. b|\n3. c", &up, "1. b|\n2. a\n3. c");
    check("9. a|\n10. b", &down, "9. b\n10. a|");
    check("9. a\n10. b|", &up, "9. b|\n10. a");
    check("- a\n  - x|\n- b", &down, "- a\n  - x|\n- b");
}

#[track_caller]
fn unit(unit: Unit, before: &str, expected: &str) {
    let (buffer, selection) = parse(before);
    assert_eq!(buffer.slice(unit.at(&buffer, selection.head)), expected);
}

#[test]
fn units_are_what_people_call_them() {
    unit(Unit::Sentence, "One two. Thr|ee at 9 a.m. or so.", "Three at 9 a.m. or so.");
    unit(Unit::Sentence, "One two.| Three.", "One two.");
    unit(Unit::Sentence, "- It| goes.\n- On.", "It goes.");
    unit(Unit::Sentence, "## Wh|y?\n", "Why?");
    unit(Unit::Paragraph, "# Head\none\ntw|o\n\nthree", "one\ntwo");
    unit(Unit::Paragraph, "a\n|\nb", "");
    unit(Unit::Section, "# A\n\n## B\n\nb|\n\n### C\n\n## D\n", "## B\n\nb\n\n### C");
    unit(Unit::Section, "---\na: b\n---\n\nin|tro\n\n# A\n", "\nintro");
}

#[test]
fn a_selection_grows_from_word_to_text() {
    let (buffer, selection) = parse("# A\n\nOne two. Th|ree.\n\n# B\n");
    let mut span = selection.span();
    let mut seen = Vec::new();
    for _ in 0..6 {
        span = larger(&buffer, span);
        seen.push(buffer.slice(span));
    }
    let all = buffer.text();
    assert_eq!(seen, ["Three", "Three.", "One two. Three.", "# A\n\nOne two. Three.", all, all]);
}

#[test]
fn what_is_deleted_takes_its_space_along() {
    let deleted = |unit: Unit, before: &str| {
        let (mut buffer, selection) = parse(before);
        let span = unit.to_delete(&buffer, selection.head);
        buffer.apply(Edit::delete(span));
        buffer.text().to_owned()
    };
    assert_eq!(deleted(Unit::Sentence, "One. T|wo. Three."), "One. Three.");
    assert_eq!(deleted(Unit::Sentence, "One. T|wo."), "One.");
    assert_eq!(deleted(Unit::Paragraph, "a\n\nb|\n\n\nc\n"), "a\n\nc\n");
    assert_eq!(deleted(Unit::Paragraph, "a\n\nb|"), "a");
}

#[test]
fn a_sentence_is_found_far_down_in_a_long_paragraph() {
    let buffer = Buffer::new("It is so. Is it? ".repeat(5_000));
    let at = 17 * 4_000;
    assert_eq!(Unit::Sentence.at(&buffer, at + 3), Span::new(at, at + 9));
    assert_eq!(Unit::Sentence.at(&buffer, at + 12), Span::new(at + 10, at + 16));
}
