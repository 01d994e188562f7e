use super::*;
use crate::word::model::{Kind, Look};

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

#[test]
fn what_is_wrapped_is_read_once_wherever_it_stands() {
    let docx = document(&format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>\
         <w:sdtContent><w:p>{toc}</w:p></w:sdtContent></w:sdt>\
         <w:sdt><w:sdtContent><w:p><w:smartTag>{a}</w:smartTag><w:sdt><w:sdtContent>{b}</w:sdtContent></w:sdt>\
         <w:hyperlink r:id=\"rId9\">{c}</w:hyperlink><w:fldSimple w:instr=\"HYPERLINK &quot;https://b.example&quot;\">{d}</w:fldSimple>\
         <w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p>{e}</w:p></w:txbxContent></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><w:txbxContent><w:p>{e}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:drawing/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>\
         <w:r><w:t>x</w:t><w:tab/><w:noBreakHyphen/><w:br/><w:br w:type=\"page\"/><w:t>y</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        toc = run("Contents 3"),
        a = run("a"),
        b = run("b"),
        c = run("c"),
        d = run("d"),
        e = run("box"),
    ));
    assert_eq!(all_told(&docx), ["abcdx \u{2011}/y", "box"]);
    assert_eq!(docx.pictures, 1);
    let links: Vec<&str> = docx.blocks[0]
        .pieces
        .iter()
        .filter_map(|piece| match &piece.inline {
            Inline::Text { link, .. } => link.as_deref(),
            _ => None,
        })
        .collect();
    assert_eq!(links, ["https://a.example/x", "https://b.example"]);
}

#[test]
fn changes_and_comments_are_read_at_every_level() {
    let who = "w:author=\"Ann\" w:date=\"2026-11-09T10:30:00\"";
    let comment = |id: u8, text: &str| {
        format!(
            "<w:comment w:id=\"{id}\" w:author=\"Bo\" w:initials=\"B\" w:date=\"2026-11-09T10:31:00Z\"><w:p w14:paraId=\"0{id}\">\
             <w:r><w:t>{text}</w:t></w:r></w:p><w:p w14:paraId=\"1{id}\"><w:r><w:t>More.</w:t></w:r></w:p></w:comment>"
        )
    };
    let body = format!(
        "<w:p><w:pPr><w:rPr><w:ins {who}/></w:rPr></w:pPr>{one}<w:del {who}><w:commentRangeStart w:id=\"7\"/><w:r><w:delText>old</w:delText></w:r></w:del>\
         <w:ins {who}><w:hyperlink r:id=\"rId9\">{new}</w:hyperlink><w:del w:author=\"Bo\">{both}</w:del></w:ins>\
         <w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r><w:r><w:commentReference w:id=\"8\"/></w:r></w:p>\
         <w:commentRangeStart w:id=\"9\"/><w:p><w:moveFrom {who}>{moved}</w:moveFrom></w:p><w:commentRangeEnd w:id=\"9\"/>",
        one = run("one "),
        new = run("new"),
        both = run("both"),
        moved = run("moved"),
    );
    let comments = format!("{}{}{}", comment(7, "Seven."), comment(8, "Eight."), comment(9, "Nine."));
    let extended = "<w15:commentEx w15:paraId=\"17\" w15:done=\"1\"/><w15:commentEx w15:paraId=\"18\" w15:paraIdParent=\"17\"/>";
    let docx =
        Docx::read(&with_parts(&body, &[("comments", &comments), ("commentsExtended", extended)])).unwrap();
    assert_eq!(
        all_told(&docx),
        ["one [-{0:-Ann][-old-Ann][+new+Ann][±both±]:0}{1::1}[+¶]", "{2:[-moved-Ann]:2}"]
            .map(|text| text.replace("[-{0:-Ann]", "{0:"))
    );
    let said: Vec<(&str, Option<usize>, bool)> =
        docx.comments.iter().map(|comment| (comment.text.as_str(), comment.parent, comment.done)).collect();
    assert_eq!(
        said,
        [("Seven.\nMore.", None, true), ("Eight.\nMore.", Some(0), false), ("Nine.\nMore.", None, false)]
    );
    let revision = docx.blocks[0].mark.inserted.as_ref().unwrap();
    assert_eq!(revision.at.unwrap().to_string(), "2026-11-09T10:30:00Z", "no zone is the universal one");
    assert!(docx.blocks[1].pieces[1].tracked.deleted.as_ref().unwrap().moved);
}

#[test]
fn styles_mean_what_they_are_called_or_based_on_in_any_language() {
    let style = |id: &str, name: &str, more: &str| {
        format!("<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{more}</w:style>")
    };
    let outline = "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>";
    let numbered = "<w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr>";
    let styles = [
        style("berschrift1", "heading 1", ""),
        style("Haus", "House head", "<w:basedOn w:val=\"berschrift1\"/>"),
        style("Kapitel", "Chapter", outline),
        style("Zitat", "Quote", ""),
        style("Liste", "Our list", numbered),
        style("Kreis", "Round", "<w:basedOn w:val=\"Kreis\"/>"),
        style("Verz", "toc 1", ""),
        "<w:style w:type=\"character\" w:styleId=\"Fett\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>".to_owned(),
    ]
    .concat();
    let numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"lowerRoman\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"4\"><w:abstractNumId w:val=\"1\"/></w:num>";
    let paragraph = |properties: &str| format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", run("x"));
    let styled = |id: &str| paragraph(&format!("<w:pStyle w:val=\"{id}\"/>"));
    let body = [
        styled("berschrift1"),
        styled("Haus"),
        styled("Kapitel"),
        styled("Zitat"),
        styled("Liste"),
        styled("Kreis"),
        styled("Verz"),
        styled("Heading2"),
        paragraph("<w:outlineLvl w:val=\"1\"/>"),
        paragraph("<w:pStyle w:val=\"Liste\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
        paragraph("<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"5\"/></w:numPr>"),
        "<w:p><w:r><w:rPr><w:rStyle w:val=\"Fett\"/></w:rPr><w:t>f</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Fett\"/><w:b w:val=\"0\"/></w:rPr><w:t>n</w:t></w:r></w:p>".to_owned(),
    ]
    .concat();
    let docx = Docx::read(&with_parts(&body, &[("styles", &styles), ("numbering", numbering)])).unwrap();
    let kinds: Vec<Kind> = docx.blocks.iter().map(|block| block.kind).collect();
    let item = |level, counted| Kind::Item { level, counted };
    assert_eq!(
        kinds,
        [
            Kind::Heading(1),
            Kind::Heading(1),
            Kind::Heading(3),
            Kind::Quote,
            item(0, true),
            Kind::Paragraph,
            Kind::Heading(2),
            Kind::Heading(2),
            Kind::Paragraph,
            item(1, false),
            Kind::Paragraph,
        ]
    );
    let looks: Vec<Look> = docx.blocks[10]
        .pieces
        .iter()
        .filter_map(|piece| if let Inline::Text { look, .. } = &piece.inline { Some(*look) } else { None })
        .collect();
    assert_eq!(looks, [Look { bold: true, ..Look::default() }, Look::default()]);
}

#[test]
fn fields_show_their_result_and_lead_where_they_say() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let link = "<w:r><w:instrText> HYPERLINK \"https://c.example\" </w:instrText></w:r>";
    let docx = document(&format!(
        "<w:p>{}{link}{}{}{}{}{}</w:p>",
        mark("begin"),
        mark("separate"),
        run("shown"),
        mark("end"),
        run(" plain"),
        mark("begin"),
    ));
    assert_eq!(all_told(&docx), ["shown plain"]);
    let Inline::Text { link, .. } = &docx.blocks[0].pieces[0].inline else { panic!() };
    assert_eq!(link.as_deref(), Some("https://c.example"));
}

#[test]
fn libreoffice_and_pandoc_are_read_with_their_changes_and_comments() {
    let docx = file("libreoffice-tracked.docx");
    assert_eq!(
        all_told(&docx),
        [
            "Kettle One",
            "It costs {1:{0:[-little money-Ann Lee][+£29+Ann Lee]:0}:1} and boils a cup.",
            "[+An inserted paragraph by Bo.+Bo Berg][+¶]",
            "People wait {2:four minutes:2} for a litre.",
            "[-A deleted paragraph.-Ann Lee][-¶]",
            "First half.[+¶]",
            "Second half.",
            "[-This sentence moves away.-Bo Berg][-¶]",
            "A plain paragraph between.",
            "[+This sentence moves away.+Bo Berg][+¶]",
            "The end.",
        ]
    );
    let said: Vec<(&str, &str, bool)> = docx
        .comments
        .iter()
        .map(|comment| (comment.by.as_str(), comment.text.as_str(), comment.done))
        .collect();
    assert_eq!(
        said,
        [
            ("Bo Berg", "Say how much.", false),
            ("Ann Lee", "Done.", false),
            ("Bo Berg", "? Who counted?", true)
        ]
    );
    let docx = file("pandoc-tracked.docx");
    assert_eq!(
        all_told(&docx)[1..3],
        [
            "It costs [-little-Ann Lee][+£29+Ann Lee] and boils {0:a cup:0} of water.",
            "Nothing [-much-Bo Berg] else {1:is hard:1} here.",
        ]
    );
}

/// What a comment is, as a part.
fn comment(id: usize, by: &str, minute: usize, text: &str) -> String {
    format!(
        "<w:comment w:id=\"{id}\" w:author=\"{by}\" w:date=\"2026-11-09T10:{minute}:00Z\"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
    )
}

#[test]
fn replies_that_no_program_tells_are_found_by_their_words() {
    let (start, end) = (
        |id: usize| format!("<w:commentRangeStart w:id=\"{id}\"/>"),
        |id: usize| {
            format!("<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>")
        },
    );
    let body = format!(
        "<w:p>{}{}{}<w:r><w:t>tea</w:t></w:r>{}{}<w:r><w:t> cup</w:t></w:r>{}<w:r><w:commentReference w:id=\"3\"/></w:r></w:p>",
        start(0),
        start(1),
        start(2),
        end(0),
        end(1),
        end(2)
    );
    let comments = [
        comment(0, "Ann", 10, "Which?"),
        comment(1, "Bo", 11, "Green."),
        comment(2, "Cy", 12, "Other words."),
        comment(3, "Ann", 13, "Reply to Cy (09/11/2026, 10:12): Yes."),
    ]
    .concat();
    let docx = Docx::read(&with_parts(&body, &[("comments", &comments)])).unwrap();
    let parents: Vec<Option<usize>> = docx.comments.iter().map(|comment| comment.parent).collect();
    assert_eq!((parents, docx.rejoined), (vec![None, Some(0), None, Some(2)], 2));
}

#[test]
fn changes_of_format_are_read_or_counted() {
    let change = |old: &str| {
        format!(
            "<w:rPrChange w:id=\"1\" w:author=\"Ann\" w:date=\"2026-11-09T10:30:00Z\"><w:rPr>{old}</w:rPr></w:rPrChange>"
        )
    };
    let run = |now: &str, old: &str, text: &str| {
        format!("<w:r><w:rPr>{now}{}</w:rPr><w:t>{text}</w:t></w:r>", change(old))
    };
    let styled = "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/><w:pPrChange w:id=\"2\" w:author=\"Bo\"><w:pPr>\
        <w:pStyle w:val=\"Heading1\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>";
    let set = "<w:p><w:pPr><w:jc w:val=\"right\"/><w:pPrChange w:id=\"2\" w:author=\"Bo\"><w:pPr/></w:pPrChange></w:pPr></w:p>";
    let red = run("<w:color w:val=\"FF0000\"/>", "", "red");
    let body = format!("{styled}{set}<w:p>{}{red}{red}</w:p>", run("<w:b/>", "", "bold"));
    let docx = document(&body);
    assert_eq!(docx.blocks[0].mark.formatted.as_ref().map(|by| by.by.as_str()), Some("Bo"));
    let formatted = |at: usize| docx.blocks[2].pieces[at].tracked.formatted.is_some();
    assert_eq!((formatted(0), formatted(1), docx.unread), (true, false, 2));
}
