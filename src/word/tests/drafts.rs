use proptest::prelude::*;

use super::*;
use crate::document::{Document, PartKind};
use crate::word::model::{Align, Kind, Look, Piece, Tracked};
use crate::word::side::Paragraph;
use crate::word::visible::Visible;

const PLAIN: &str = "---
title: \"Kettle One\"
---

# Kettle One

Ann Lee

## Kettle One boils a cup in forty seconds

**LEEDS, UK — 5 May 2027** — Kettle One heats one *cup* of water, and nothing else. It costs £29.

### Problem

People who live alone boil a litre to drink a quarter[^1]. See [our count](https://example.org/count?a=1&b=2).

> \"I boiled it twice a day,\" says Bo Berg.
>
> \"Now I boil a cup.\"

### FAQ

1. First step
2. Second step
   - Nested point with `code_word`
   - Another

- A bullet with **bold text** in it
- 5 * 4 < 21 & a_b_

| Cup | Seconds |
| --- | --- |
| Small | 30 |
| Large | 40 \\| 45 |

```
kettle --cup 1
kettle --off
```

A last line\\
with a break in it.

[^1]: Counted in 40 homes in *May*.
";

#[test]
fn what_pandoc_wrote_is_a_clean_draft_through_libreoffice_too() {
    let curly =
        |text: &str| text.replace(['“', '”'], "\"").replace("a_b_\n", "a_b\\_\n").replace("a_b\\_", "a_b_");
    let wanted = PLAIN.to_owned();
    for name in ["pandoc-plain.docx", "libreoffice-plain.docx"] {
        let draft = file(name).markdown(Side::After);
        pretty(&curly(&draft), &wanted, name);
    }
}

fn pretty(found: &str, wanted: &str, name: &str) {
    assert!(found == wanted, "{name}:\n{found}");
}

#[test]
fn a_page_of_another_hand_is_recognised_part_by_part() {
    let draft = file("libreoffice-page.docx").markdown(Side::After);
    let wanted = "# Kettle Two\n\nA **bold** and *thin* word, [a link](https://example.org/a).\n\n- One\n- Two\n  - Inner\n\n1. First\n2. Second\n\n\
        > Somebody said so.\n\n```\ncode line 1\ncode line 2\n```\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n## FAQ\n\nQ: Why?\n\nA: Because.\n";
    pretty(&draft, wanted, "page");
    let parts: Vec<PartKind> = Document::parse(&draft, &[]).parts.into_iter().map(|part| part.kind).collect();
    assert!(parts.contains(&PartKind::ExternalFaq), "{parts:?}");
}

#[test]
fn the_two_sides_of_tracked_changes() {
    let docx = file("libreoffice-tracked.docx");
    assert_eq!(
        docx.markdown(Side::Before),
        "# Kettle One\n\nIt costs little money and boils a cup.\n\nPeople wait four minutes for a litre.\n\nA deleted paragraph.\n\n\
         First half.Second half.\n\nThis sentence moves away.\n\nA plain paragraph between.\n\nThe end.\n"
    );
    assert_eq!(
        docx.markdown(Side::After),
        "# Kettle One\n\nIt costs £29 and boils a cup.\n\nAn inserted paragraph by Bo.\n\nPeople wait four minutes for a litre.\n\n\
         First half.\n\nSecond half.\n\nA plain paragraph between.\n\nThis sentence moves away.\n\nThe end.\n"
    );
}

fn block(kind: Kind, runs: Vec<(String, Look)>) -> Block {
    let pieces = runs
        .into_iter()
        .map(|(text, look)| Piece {
            inline: Inline::Text { text, look, link: None },
            tracked: Tracked::default(),
        })
        .collect();
    Block { kind, cell: None, note: None, pieces, align: Align::Left, mark: Tracked::default() }
}

fn any_look() -> impl Strategy<Value = Look> {
    (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>())
        .prop_map(|(bold, italic, struck, code)| Look { bold, italic, struck, code })
}

fn any_kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Paragraph),
        (1_u8..7).prop_map(Kind::Heading),
        (0_u8..4, any::<bool>()).prop_map(|(level, counted)| Kind::Item { level, counted }),
        Just(Kind::Quote),
    ]
}

/// What Markdown has marks for.
const MARKS: &str = "[-#>*_`~+=|!&<;:.)(\\[\\]{}^\"'$\\\\ a1é]{1,12}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_draft_has_the_words_of_the_document(
        blocks in prop::collection::vec((any_kind(), prop::collection::vec((MARKS, any_look()), 1..4)), 1..5)
    ) {
        let docx = Docx {
            blocks: blocks.into_iter().map(|(kind, runs)| block(kind, runs)).collect(),
            ..Docx::default()
        };
        let wanted: Vec<String> = docx.paragraphs(Side::After).iter().map(Paragraph::text).collect();
        let draft = docx.markdown(Side::After);
        let shown = Visible::of_document(&draft).text;
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(words(&shown), words(&wanted.join("\n")), "{}", draft);
    }
}

#[test]
fn what_markdown_has_no_mark_for_is_written_in_other_ways() {
    let raised = |how: &str, text: &str| {
        format!("<w:r><w:rPr><w:vertAlign w:val=\"{how}\"/></w:rPr><w:t>{text}</w:t></w:r>")
    };
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let item = |list: u8, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
            run(text)
        )
    };
    let cell = |side: &str, text: &str| {
        format!("<w:tc><w:p><w:pPr><w:jc w:val=\"{side}\"/></w:pPr>{}</w:p></w:tc>", run(text))
    };
    let row = |one: &str, two: &str, three: &str| {
        format!("<w:tr>{}{}{}</w:tr>", cell("left", one), cell("center", two), cell("right", three))
    };
    let body = [
        format!(
            "<w:p>{}{}{}<m:oMath xmlns:m=\"urn:m\"><m:r><m:t>a</m:t></m:r><m:sSup><m:e><m:r><m:t>b</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>{}{}</w:p>",
            run("H"),
            raised("subscript", "2"),
            run("O and "),
            run(" by Kettle"),
            raised("superscript", "TM"),
        ),
        "<w:p><w:r><w:pict><v:rect xmlns:v=\"urn:v\" xmlns:o=\"urn:o\" o:hr=\"t\"/></w:pict></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:drawing><w:inline><w:docPr id=\"1\" name=\"x\" descr=\"A kettle\"/></w:inline></w:drawing></w:r></w:p>".to_owned(),
        item(1, "One"),
        item(2, "more of it"),
        item(1, "Two"),
        format!("<w:tbl>{}{}</w:tbl>", row("A", "B", "C"), row("1", "2", "3")),
    ]
    .concat();
    let level = |id: u8, text: &str| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{id}\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"{text}\"/></w:lvl></w:abstractNum>\
             <w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>"
        )
    };
    let numbering = format!("{}{}", level(1, "•"), level(2, " "));
    let docx = Docx::read(&with_parts(&body, &[("numbering", &numbering)])).unwrap();
    assert_eq!(
        docx.markdown(Side::After),
        "H₂O and ab² by KettleTM\n\n---\n\n[Picture: A kettle]\n\n- One\n\n  more of it\n- Two\n\n\
         | A | B | C |\n| --- | :---: | ---: |\n| 1 | 2 | 3 |\n"
    );
    assert_eq!((docx.pictures, docx.described, docx.lowered), (1, 1, 1));
    // What was read from it is no change of it.
    let draft = docx.markdown(Side::Before);
    let sign = crate::review::Signature { by: "A".to_owned(), at: jiff::Timestamp::UNIX_EPOCH };
    assert_eq!(docx.returned(&draft, &Document::parse(&draft, &[]), &sign).records, []);
}
