use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::review::{Kind, Reviews, Status};
use crate::word::model::{Align, Block, Inline, Kind as BlockKind, Look, Piece, Revision, Tracked};
use crate::word::tests::file;
use crate::word::{Side, fresh};

fn sign() -> Signature {
    Signature { by: "Importer".to_owned(), at: Timestamp::UNIX_EPOCH }
}

fn parsed(text: &str) -> Document {
    Document::parse(text, &[])
}

/// What came back, as lines: `who: quote -> to (why)`.
fn told(docx: &Docx, base: &str) -> Vec<String> {
    let returned = docx.returned(base, &parsed(base), &sign());
    let line = |record: &Record| {
        let quote = record.anchor.as_ref().map_or("", |anchor| anchor.quote.as_str());
        let text = if record.text.is_empty() { String::new() } else { format!(" ({})", record.text) };
        match (&record.kind, &record.re) {
            (Kind::Suggestion { to }, _) => format!("{}: {quote} -> {to}{text}", record.by),
            (_, Some(_)) => {
                format!("{}: re {}{text}", record.by, record.status.as_ref().map_or("", Status::name))
            }
            (kind, None) => format!("{}: {} on {quote}{text}", record.by, kind.name()),
        }
    };
    returned.records.iter().map(line).collect()
}

/// A document of paragraphs: `[-gone-]`, `[+new+]` by Ann, `**bold**`; a line that begins with `#` is a heading, with `-` an
/// item; `¶+` and `¶-` at its end say that the end came or went.
fn docx(lines: &[&str]) -> Docx {
    Docx { blocks: lines.iter().map(|line| block(line)).collect(), ..Docx::default() }
}

fn ann() -> std::sync::Arc<Revision> {
    let at = "2026-11-09T10:30:00Z".parse().ok();
    std::sync::Arc::new(Revision { by: "Ann Lee".to_owned(), at, moved: false })
}

fn block(line: &str) -> Block {
    let mut mark = Tracked::default();
    let mut line = line;
    if let Some(rest) = line.strip_suffix("¶+") {
        (mark.inserted, line) = (Some(ann()), rest);
    } else if let Some(rest) = line.strip_suffix("¶-") {
        (mark.deleted, line) = (Some(ann()), rest);
    }
    let (kind, mut rest) = match line.split_once(' ') {
        Some(("#", rest)) => (BlockKind::Heading(1), rest),
        Some(("##", rest)) => (BlockKind::Heading(2), rest),
        Some(("-", rest)) => (BlockKind::Item { level: 0, counted: false }, rest),
        Some((">", rest)) => (BlockKind::Quote, rest),
        _ => (BlockKind::Paragraph, line),
    };
    let mut pieces = Vec::new();
    let mut tracked = Tracked::default();
    let mut look = Look::default();
    while !rest.is_empty() {
        let next =
            ["[-", "-]", "[+", "+]", "**"].iter().filter_map(|mark| Some((rest.find(mark)?, *mark))).min();
        let (at, found) = next.unwrap_or((rest.len(), ""));
        if at > 0 {
            let inline = Inline::Text { text: crate::text::slice(rest, 0..at).to_owned(), look, link: None };
            pieces.push(Piece { inline, tracked: tracked.clone() });
        }
        match found {
            "[-" => tracked.deleted = Some(ann()),
            "-]" => tracked.deleted = None,
            "[+" => tracked.inserted = Some(ann()),
            "+]" => tracked.inserted = None,
            "**" => look.bold = !look.bold,
            _ => {}
        }
        rest = crate::text::slice(rest, at + found.len()..rest.len());
    }
    Block { kind, cell: None, note: None, pieces, align: Align::Left, mark }
}

const BASE: &str = "---\nproduct: Box\n---\n# The box\n\n<!-- keep -->\nIt costs **little** money. You\nopen it.\n\n- One thing\n- Two things\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nThe [end][e].\n\n[e]: https://a.example\n";

const SENT: [&str; 9] = [
    "# The box",
    "It costs **little** money. You open it.",
    "- One thing",
    "- Two things",
    "A",
    "B",
    "1",
    "2",
    "The end.",
];

fn changed(changes: &[(usize, &str)]) -> Docx {
    let mut lines: Vec<String> = SENT.iter().map(|line| (*line).to_owned()).collect();
    for (at, line) in changes {
        lines[*at] = (*line).to_owned();
    }
    docx(&lines.iter().flat_map(|line| line.split('\n')).collect::<Vec<_>>())
}

#[test]
fn what_comes_back_as_it_went_out_is_nothing() {
    assert_eq!(told(&changed(&[]), BASE), Vec::<String>::new());
    let curly = "---\n---\nIt's \"so\"  wide.\n";
    assert_eq!(told(&docx(&["It’s “so” wide."]), curly), Vec::<String>::new());
    assert_eq!(changed(&[]).applied_to(BASE), BASE);
}

#[test]
fn tracked_words_are_suggestions_in_the_markdown() {
    for (line, said, text) in [
        (
            "It costs **[-little-]**[+£4+] money. You open it.",
            "**little** -> £4",
            "It costs £4 money. You\nopen it.",
        ),
        (
            "It costs **[-little-][+no+]** money. You open it.",
            "little -> no",
            "It costs **no** money. You\nopen it.",
        ),
        (
            "It costs **little**[+ or no+] money. You open it.",
            "**little** -> **little** or no",
            "It costs **little** or no money. You\nopen it.",
        ),
        (
            "It costs **[+very +]little** money. You open it.",
            "little -> very little",
            "It costs **very little** money. You\nopen it.",
        ),
        (
            "It [-costs -]**[-lit-]tle** money. You open it.",
            "costs **little -> **tle",
            "It **tle** money. You\nopen it.",
        ),
        (
            "It costs **little** money.[- You open it.-]",
            "money. You open it. -> money.",
            "It costs **little** money.",
        ),
        (
            "[+Now: +]It costs **little** money. You open it.",
            "It -> Now: It",
            "Now: It costs **little** money. You\nopen it.",
        ),
        (
            "It costs **little** money. You open [+*this* +]it.",
            "it -> \\*this\\* it",
            "It costs **little** money. You\nopen \\*this\\* it.",
        ),
    ] {
        let docx = changed(&[(1, line)]);
        assert_eq!(told(&docx, BASE), [format!("Ann Lee: {said}")], "{line}");
        let wanted = BASE.replace("It costs **little** money. You\nopen it.", text);
        assert_eq!(docx.applied_to(BASE), wanted, "{line}");
    }
}

#[test]
fn blocks_come_go_part_and_join() {
    for (changes, from, to) in [
        (
            vec![(1, "It costs **little** money. You open it.\n[+New & *so*.+]¶+")],
            "open it.\n",
            "open it.\n\nNew & \\*so\\*.\n",
        ),
        (
            vec![(1, "It costs **little** money. You open it.¶+\n[+New.+]")],
            "open it.\n",
            "open it.\n\nNew.\n",
        ),
        (vec![(2, "- One thing\n- [+And this+]¶+")], "One thing\n", "One thing\n- And this\n"),
        (vec![(8, "The end.¶+\n## [+FAQ+]")], "[end][e].", "[end][e].\n\n## FAQ"),
        (
            vec![(1, "[-It costs **little** money. You open it.-]¶-")],
            "It costs **little** money. You\nopen it.\n",
            "",
        ),
        (
            vec![(1, "It costs **little** money.¶+\n[- -]You open it.")],
            "money. You\nopen",
            "money.\n\nYou\nopen",
        ),
        (vec![(0, "# The box¶+\n[+First.+]")], "# The box\n", "# The box\n\nFirst.\n"),
        (vec![(2, "- One thing¶-"), (3, "- [+, +]Two things")], "One thing\n- Two", "One thing, Two"),
    ] {
        let docx = changed(&changes);
        assert_eq!(docx.applied_to(BASE), BASE.replace(from, to), "{changes:?}");
        let said = told(&docx, BASE);
        assert!(said.len() == 1 && said[0].starts_with("Ann Lee: "), "{said:?}");
    }
}

#[test]
fn no_space_is_left_at_an_end_of_emphasis() {
    let base = "See **one of two** now.\n";
    for (line, wanted) in [
        ("See **one of [-two-]** now.", "See **one of** now.\n"),
        ("See **[-one-] of two** now.", "See **of two** now.\n"),
        ("See **one [-of-] two** now.", "See **one  two** now.\n"),
    ] {
        assert_eq!(docx(&[line]).applied_to(base), wanted);
    }
}

#[test]
fn what_comes_into_an_empty_paragraph_is_one() {
    let base = "One.\n\nTwo of it.\n";
    assert_eq!(docx(&["One.", "[+New.+]", "Two of it."]).applied_to(base), "One.\n\nNew.\n\nTwo of it.\n");
    assert_eq!(docx(&["One.", "Two [+all+] of it."]).applied_to(base), "One.\n\nTwo all of it.\n");
}

#[test]
fn words_set_otherwise_are_suggestions_and_what_markdown_cannot_say_is_counted() {
    let who = |mut docx: Docx, by: Option<std::sync::Arc<Revision>>| {
        docx.properties.modified_by = Some("Bo Berg".to_owned());
        docx.blocks.iter_mut().flat_map(|block| &mut block.pieces).for_each(|piece| {
            if matches!(&piece.inline, Inline::Text { look, .. } if look.bold) {
                piece.tracked.formatted.clone_from(&by);
            }
        });
        docx
    };
    let base = "# The box\n\nIt costs **little** money. You open it.\n";
    for (lines, by, said, text) in [
        (
            ["# The box", "It costs **little money**. You open it."],
            None,
            "Bo Berg: money -> **money** (Changed in Word without tracking. Set otherwise; the words are the same.)",
            "It costs **little** **money**. You open it.\n",
        ),
        (
            ["# The box", "It costs **little** money. **You open** it."],
            Some(ann()),
            "Ann Lee: You open -> **You open** (Set otherwise; the words are the same.)",
            "It costs **little** money. **You open** it.\n",
        ),
        (
            ["# The box", "It costs little money. You open it."],
            None,
            "Bo Berg: **little** -> little (Changed in Word without tracking. Set otherwise; the words are the same.)",
            "It costs little money. You open it.\n",
        ),
    ] {
        let docx = who(docx(&lines), by);
        assert_eq!(told(&docx, base), [said], "{lines:?}");
        assert_eq!(docx.applied_to(base), format!("# The box\n\n{text}"), "{lines:?}");
        assert_eq!(docx.returned(base, &parsed(base), &sign()).unread, 0);
    }
    let docx = docx(&["# The box", "It costs **“little**” money. You open it."]);
    let quoted = "# The box\n\nIt costs “little” money. You open it.\n";
    assert_eq!(docx.applied_to(quoted), quoted.replace("little", "**little**"), "a mark is no word");
}

#[test]
fn headings_get_another_level() {
    for (line, to) in [("## The box", "## The box"), ("The box", "The box")] {
        let docx = changed(&[(0, line)]);
        assert_eq!(docx.applied_to(BASE), BASE.replace("# The box", to));
        assert!(told(&docx, BASE)[0].contains("Set otherwise"), "{:?}", told(&docx, BASE));
    }
    let docx = changed(&[(8, "## The end.")]);
    assert_eq!(docx.applied_to(BASE), BASE.replace("The [end][e].", "## The [end][e]."));
}

#[test]
fn no_change_tears_a_table() {
    let docx = changed(&[(6, "[-1-][+one+]"), (7, "[-2-]")]);
    assert_eq!(docx.applied_to(BASE), BASE.replace("| 1 | 2 |", "| one |  |"));
}

#[test]
fn silent_edits_are_found_beside_tracked_ones() {
    let mut docx =
        changed(&[(1, "It costs [+very +]**little** money. You open it with care."), (8, "The very end.")]);
    docx.properties.modified_by = Some("Bo / Berg".to_owned());
    let said = told(&docx, BASE);
    assert_eq!(
        said,
        [
            "Ann Lee: **little** -> very **little**",
            "Bo Berg: it -> it with care (Changed in Word without tracking.)",
            "Bo Berg: [end][e] -> very [end][e] (Changed in Word without tracking.)",
        ]
    );
    let returned = docx.returned(BASE, &parsed(BASE), &sign());
    assert_eq!((returned.tracked, returned.silent, returned.silent_by.as_str()), (1, 2, "Bo Berg"));
}

#[test]
fn changes_that_the_base_holds_already_are_none() {
    // As it is exported with a redline: the changes lead to the base.
    let docx = changed(&[(1, "It [-was-][+costs+] **little** money. You open it[+.+]"), (8, "[+The end.+]")]);
    assert_eq!(told(&docx, BASE), Vec::<String>::new());
}

#[test]
fn what_libreoffice_saved_is_read_with_threads() {
    let docx = file("libreoffice-tracked.docx");
    let base = docx.markdown(Side::Before);
    assert_eq!(
        told(&docx, &base),
        [
            "Ann Lee: little money -> £29 (Done.)",
            "Bo Berg: cup. -> cup.\n\nAn inserted paragraph by Bo.",
            "Ann Lee: A deleted paragraph. -> ",
            "Ann Lee: half. -> half.\n\n",
            "Bo Berg: This sentence moves away. ->  (The same words stand elsewhere then: take both, or neither.)",
            "Bo Berg: between. -> between.\n\nThis sentence moves away. (The same words stand elsewhere then: take both, or neither.)",
            "Bo Berg: comment on little money (Say how much.)",
            "Bo Berg: question on four minutes (Who counted?)",
            "Bo Berg: re resolved",
        ]
    );
    assert_eq!(docx.applied_to(&base), docx.markdown(Side::After));
}

#[test]
fn what_was_read_once_is_known() {
    let docx = file("libreoffice-tracked.docx");
    let base = docx.markdown(Side::Before);
    let records = docx.returned(&base, &parsed(&base), &sign()).records;
    let draft = format!("<!-- a remark -->\n\n{base}\n\nMore.\n");
    let first = fresh(&records, &Reviews::default(), &draft, &parsed(&draft));
    assert_eq!((first.records.len(), first.known), (records.len(), 0));
    let mut reviews = Reviews::default();
    first.records.iter().for_each(|record| reviews.add(record.clone()));
    let second = fresh(&records, &reviews, &draft, &parsed(&draft));
    assert_eq!((second.records.len(), second.known), (0, records.len()), "{:#?}", second.records);
}

/// Words with marks, of which some are tracked.
fn any_line() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-d]{1,3}".prop_map(|word| word),
        1 => "[a-d]{1,3}".prop_map(|word| format!("**{word}**")),
        1 => "[a-d]{1,3}".prop_map(|word| format!("[-{word}-]")),
        1 => "[a-d]{1,3}".prop_map(|word| format!("[+{word}+]")),
        1 => Just("[+x +]".to_owned()),
    ];
    let head = prop_oneof![4 => Just(""), 1 => Just("# "), 2 => Just("- "), 1 => Just("> ")];
    let tail = prop_oneof![4 => Just(""), 1 => Just("¶+"), 1 => Just("¶-")];
    (head, prop::collection::vec(word, 1..6), tail)
        .prop_map(|(head, words, tail)| format!("{head}{}{tail}", words.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// The draft of the text before, with every suggestion taken, has the words of the text after.
    #[test]
    fn all_taken_is_the_text_after(lines in prop::collection::vec(any_line(), 1..6)) {
        let docx = docx(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let base = docx.markdown(Side::Before);
        let made = docx.applied_to(&base);
        let words = |text: &str| -> String { Visible::of(text, 0).text.chars().filter(|c| !c.is_whitespace()).collect() };
        prop_assert_eq!(words(&made), words(&docx.markdown(Side::After)), "{}\n->\n{}", base, made);
        prop_assert_eq!(docx.returned(&base, &parsed(&base), &sign()).silent, 0, "{}", base);
    }
}
