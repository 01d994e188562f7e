//! Every construct of Markdown as Word knows it.

use super::walk::{View, texts};
use super::*;
use crate::export::Chosen;

/// The XML of the paragraph with `words` in it.
fn paragraph<'x>(body: &'x str, words: &str) -> &'x str {
    let at = body.find(words).unwrap_or_else(|| panic!("{words} in {body}"));
    let start = slice(body, 0..at).rfind("<w:p ").unwrap();
    slice(body, start..at + slice(body, at..body.len()).find("</w:p>").unwrap())
}

#[test]
fn headings_have_real_styles_and_every_paragraph_its_text() {
    let body = Desk::of("# One *two*\n\nThree\nfour.\n\nFive  \nsix.\n\n###### Deep ##\n").body();
    assert!(paragraph(&body, "One ").contains("<w:pStyle w:val=\"Heading1\" />"));
    assert!(paragraph(&body, "Deep").contains("<w:pStyle w:val=\"Heading6\" />"));
    assert!(!paragraph(&body, "Three").contains("pStyle"));
    assert_eq!(texts(&body, View::Accepted), ["One two", "Three four.", "Five\nsix.", "Deep"]);
    assert_eq!(texts(&body, View::Rejected), texts(&body, View::Accepted));
}

#[test]
fn emphasis_code_and_links_are_set() {
    let body =
        Desk::of("a **b *c*** ~~d~~ `e  f` [g **h**](https://x.y/?a=1&b=\"2\") <me@x.y> [i](javascript:x)\n");
    let parts = body.parts();
    let body = &parts["word/document.xml"];
    assert!(
        body.contains("<w:rPr><w:b /><w:bCs /><w:i /><w:iCs /></w:rPr><w:t xml:space=\"preserve\">c</w:t>")
    );
    assert!(body.contains("<w:rPr><w:strike /></w:rPr><w:t xml:space=\"preserve\">d</w:t>"));
    assert!(
        body.contains("<w:rStyle w:val=\"VerbatimChar\" /></w:rPr><w:t xml:space=\"preserve\">e  f</w:t>")
    );
    assert!(body.contains(
        "<w:hyperlink r:id=\"rIdLink1\" w:history=\"1\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\" />"
    ));
    let relations = &parts["word/_rels/document.xml.rels"];
    assert!(
        relations.contains("Target=\"https://x.y/?a=1&amp;b=%222%22\" TargetMode=\"External\""),
        "{relations}"
    );
    assert!(relations.contains("Target=\"mailto:me@x.y\""));
    assert!(!relations.contains("javascript"));
    assert_eq!(texts(body, View::Accepted), ["a b c d e  f g h me@x.y i"]);
}

#[test]
fn links_within_the_document_lead_to_their_heading() {
    let body = Desk::of("[there](#the-end) and [nowhere](#x)\n\n## The end\n").body();
    assert!(body.contains("<w:hyperlink w:anchor=\"_heading1\""));
    assert!(paragraph(&body, "The end").contains("<w:bookmarkStart w:id=\"1\" w:name=\"_heading1\" />"));
    assert_eq!(body.matches("<w:hyperlink").count(), 1);
}

#[test]
fn lists_nest_and_count_from_where_they_begin() {
    let source = "1. a\n2. b\n   - c\n     1. d\n\n   e\n\nText.\n\n7. f\n\n- g\n-\n";
    let parts = Desk::of(source).parts();
    let body = &parts["word/document.xml"];
    let number = |words: &str| {
        let paragraph = paragraph(body, words);
        let value = |name: &str| {
            let at = paragraph.find(&format!("<w:{name} w:val=\"")).unwrap() + name.len() + 11;
            slice(paragraph, at..paragraph.len()).split('"').next().unwrap().parse::<usize>().unwrap()
        };
        (value("numId"), value("ilvl"))
    };
    assert_eq!(
        [number(">a<"), number(">b<"), number(">c<"), number(">g<")],
        [(11, 0), (11, 0), (10, 1), (10, 0)]
    );
    let (d, f) = (number(">d<"), number(">f<"));
    assert!(d.1 == 2 && f.1 == 0 && d.0 != f.0 && d.0 > 11 && f.0 > 11);
    assert!(!paragraph(body, ">e<").contains("numPr") && paragraph(body, ">e<").contains("w:left=\"720\""));
    let numbering = &parts["word/numbering.xml"];
    assert!(numbering.contains(&format!("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"11\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/>", f.0)));
    assert!(body.find("<w:ilvl").unwrap() < body.find("<w:numId").unwrap(), "as the schema wants it");
}

#[test]
fn tables_have_a_grid_a_head_and_an_end() {
    let body = Desk::of("| A | B |\n| - | -: |\n| c | d **e** |\n| f |\n\n| G |\n| - |\n").body();
    assert_eq!(body.matches("<w:tbl>").count(), 2);
    assert_eq!(body.matches("<w:gridCol w:w=").count(), 3);
    assert_eq!(body.matches("<w:tblHeader/>").count(), 2);
    assert!(paragraph(&body, ">d <").contains("<w:jc w:val=\"right\" />"));
    assert!(body.contains("</w:tbl><w:p "), "a document cannot end with a table, nor can two stand together");
    assert_eq!(body.matches("</w:tbl><w:tbl>").count(), 0);
    assert_eq!(texts(&body, View::Accepted), ["A", "B", "c", "d e", "f", "G"]);
}

#[test]
fn quotes_code_rules_and_raw_html_have_styles() {
    let source = "> a\n>\n> > b\n\n```rs\nlet c;\n\n\td\n```\n\n***\n\n<div>e</div>\n\n<!-- f -->\n\n- [x] g\n\n![h](https://x.y/i.png)\n";
    let body = Desk::of(source).body();
    assert!(paragraph(&body, ">a<").contains("\"Quote\""));
    assert!(paragraph(&body, ">b<").contains("w:left=\"1134\""));
    assert!(paragraph(&body, "let c;").contains("\"SourceCode\""));
    assert!(body.contains("\"HorizontalLine\""));
    let texts = texts(&body, View::Accepted);
    assert_eq!(texts, ["a", "b", "let c;\n\n\td", "<div>e</div>", "☑ g", "Picture: h"]);
}

#[test]
fn footnotes_are_notes_of_the_page() {
    let source =
        "One.[^b] Two.[^a] Three.[^b]\n\n[^a]: Note *a*.\n[^b]: Note [b](https://x.y).\n\n    More.\n";
    let parts = Desk::of(source).parts();
    assert_eq!(texts(&parts["word/document.xml"], View::Accepted), ["One.† Two.† Three.†"]);
    let notes = &parts["word/footnotes.xml"];
    assert!(
        notes.contains("w:type=\"separator\" w:id=\"-1\"")
            && notes.contains("w:type=\"continuationSeparator\" w:id=\"0\"")
    );
    assert_eq!(texts(notes, View::Accepted), [" Note b.", "More.", " Note a."]);
    assert_eq!(notes.matches("<w:footnoteRef/>").count(), 2);
    assert!(parts["word/_rels/footnotes.xml.rels"].contains("https://x.y"));
    assert!(parts["word/settings.xml"].contains("<w:footnotePr>"));
    assert!(!Desk::of("Text.\n").parts().contains_key("word/footnotes.xml"));
}

#[test]
fn what_is_not_for_readers_stays_behind() {
    let source = "---\ncustomer: Ann\n---\n\n# Head\n\n<!-- prfaq-ignore -->\n\nText <!-- not this --> here.\n\n## Internal FAQ\n\n### Why?\n\nSecret.\n";
    let mut desk = Desk::of(source);
    assert_eq!(
        texts(&desk.body(), View::Accepted),
        ["Head", "Text  here.", "Internal FAQ", "Why?", "Secret."]
    );
    let ids = Document::parse(source, &[])
        .parts
        .into_iter()
        .map(|part| part.id)
        .filter(|id| !id.contains("internal"));
    desk.selection = Selection::Parts(ids.collect());
    let parts = desk.parts();
    assert_eq!(texts(&parts["word/document.xml"], View::Accepted), ["Head", "Text  here."]);
    assert!(parts.values().all(|part| !part.contains("Secret") && !part.contains("prfaq-ignore")));
}

#[test]
fn pages_begin_before_what_is_asked() {
    let source = "# Head\n\nText.\n\n# FAQ\n\n## External FAQ\n\n### Why?\n\nSo.\n\n## Internal FAQ\n\n### What?\n\nThis.\n";
    let body = Desk::of(source).body();
    let breaks = |words: &str| paragraph(&body, words).contains("<w:pageBreakBefore />");
    assert!(breaks(">FAQ<") && !breaks(">External FAQ<"), "headings stay together");
    assert!(breaks(">Internal FAQ<") && !breaks(">What?<") && !breaks(">Head<"));
    assert!(!Desk::of("## External FAQ\n\n### Why?\n\nSo.\n").body().contains("pageBreakBefore"));
}

#[test]
fn who_wrote_it_and_who_let_it_go_is_known() {
    let mut desk = Desk::of("# Tea & <more>\n\nText.\n");
    let text = str::to_owned;
    desk.verdict.waivers = vec![crate::document::Waiver {
        waive: text("all"),
        by: text("Ann <Lee>"),
        reason: text("\"why\""),
        date: text("2027-01-02"),
        at: None,
    }];
    let parts = desk.parts();
    let core = &parts["docProps/core.xml"];
    assert!(core.contains("<dc:title>Tea &amp; &lt;more&gt;</dc:title><dc:creator>Bo &quot;Author&quot; &amp; &lt;Co&gt;</dc:creator>"));
    let custom = &parts["docProps/custom.xml"];
    assert!(custom.contains("name=\"prfaq score\"") && custom.contains("name=\"prfaq gate\""));
    assert!(custom.contains("Ann &lt;Lee&gt; waived every check on 2027-01-02: &quot;why&quot;"), "{custom}");
    desk.selection = Selection::Chosen(Chosen { is_public: true, ..Chosen::default() });
    assert!(!desk.parts().contains_key("docProps/custom.xml"), "who lifted the gate is the house's own");
    assert!(parts["word/footer1.xml"].contains("Ann &lt;Lee&gt; waived every check on 2027-01-02"));
    assert!(!desk.parts()["word/footer1.xml"].contains("Ann"));
    assert!(parts["word/footer1.xml"].contains(" PAGE ") && parts["word/footer1.xml"].contains(" NUMPAGES "));
    assert!(parts["word/document.xml"].contains("<w:footerReference w:type=\"default\" r:id=\"rId"));
    assert!(!parts["word/settings.xml"].contains("trackRevisions"), "nothing is tracked");
}

#[test]
fn markdown_travels_along_where_it_is_wanted() {
    let mut desk = Desk::of("Text.\n");
    assert!(!desk.parts().keys().any(|path| path.starts_with("customXml")));
    desk.embedded = Some(crate::word::Embedded { markdown: "a\u{1}\n".to_owned() }.to_xml());
    let parts = desk.parts();
    let back = crate::word::Embedded::from_xml(&parts[crate::word::Embedded::PATH]).unwrap();
    assert_eq!(back.markdown, "a\u{1}\n");
    assert!(parts["word/_rels/document.xml.rels"].contains("../customXml/item1.xml"));
}

#[test]
fn a_house_lends_its_styles_and_its_page() {
    let mut house = Desk::of("# A\n");
    let bytes = house.bytes();
    let reference = Reference::read(&bytes).unwrap();
    assert_eq!(reference.styles.xml(), include_str!("../styles.xml"), "nothing of ours is missing there");
    assert_eq!(reference.sheet, super::super::reference::Sheet::default());
    house.reference = Some(reference);
    assert_eq!(house.bytes(), bytes);
    for (bytes, problem) in
        [(&b"no zip"[..], "no Word document (.docx)"), (&b""[..], "no Word document (.docx)")]
    {
        assert_eq!(Reference::read(bytes).map(|_| ()), Err(problem.to_owned()));
    }
}
