use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

#[test]
fn what_is_no_document_is_refused_in_words() {
    let said = |bytes: &[u8]| Docx::read(bytes).unwrap_err();
    assert_eq!(said(b""), Problem::NoPackage);
    assert_eq!(said(b"# Markdown"), Problem::NoPackage);
    assert_eq!(said(b"PK\x03\x04 torn"), Problem::NoPackage);
    assert_eq!(said(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Problem::Old);
    assert_eq!(said(&package(&[("content.xml", "<x/>")])), Problem::NoDocument);
    assert_eq!(
        said(&package(&[("word/document.xml", "<w>")])),
        Problem::Part("word/document.xml".to_owned())
    );
    assert_eq!(said(&package(&[("word/document.xml", "<w><nobody/></w>")])), Problem::NoDocument);
    let deep = format!("<w:p>{}{}</w:p>", "<w:smartTag>".repeat(5000), "</w:smartTag>".repeat(5000));
    assert_eq!(said(&with_parts(&deep, &[])), Problem::TooDeep);
}

#[test]
fn a_billion_laughs_are_not_heard() {
    let mut entities = "<!ENTITY a0 \"ha\">".to_owned();
    for level in 1..30 {
        _ = write!(entities, "<!ENTITY a{level} \"&a{0};&a{0};&a{0};\">", level - 1);
    }
    let laughs = format!("<!DOCTYPE w [{entities}]><w><body>&a29;</body></w>");
    let problem = Docx::read(&package(&[("word/document.xml", &laughs)])).unwrap_err();
    assert_eq!(problem, Problem::Part("word/document.xml".to_owned()));
    let outside = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w><body>&x;</body></w>";
    assert!(Docx::read(&package(&[("word/document.xml", outside)])).is_err());
}

#[test]
fn bombs_are_not_unpacked() {
    let blank = format!("<w><body>{}</body></w>", " ".repeat(40 << 20));
    let problem = |text: &str| Docx::read(&package(&[("word/document.xml", text)])).err();
    assert_eq!(problem(&blank), Some(Problem::TooLarge(32)));
    let packed = format!("<w><body>{}</body></w>", " ".repeat(8 << 20));
    assert_eq!(problem(&packed), Some(Problem::TooLarge(32)), "packs too well");
    let names: Vec<String> = (0..10_001).map(|at| format!("x{at}")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(Docx::read(&package(&parts)).err(), Some(Problem::TooMany(10_000)));
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/word").join(name))
        .unwrap()
}

/// All that is made of a document.
fn used(docx: &Docx) {
    for side in [Side::Before, Side::After] {
        let _ = docx.markdown(side);
    }
    let sign = crate::review::Signature { by: "A".to_owned(), at: jiff::Timestamp::UNIX_EPOCH };
    for base in ["# One\n\n- a *b* `c`\n", &docx.markdown(Side::Before)] {
        let _ = docx.returned(base, &crate::document::Document::parse(base, &[]), &sign);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        for name in ["libreoffice-tracked.docx", "pandoc-plain.docx"] {
            let mut bytes = bytes(name);
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            if let Ok(docx) = Docx::read(&bytes) {
                used(&docx);
            }
        }
    }

    /// Elements in any order, in and out of place.
    #[test]
    fn no_xml_makes_it_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let mut open: Vec<&str> = Vec::new();
        let mut body = String::new();
        for piece in pieces {
            match piece.strip_prefix('/') {
                Some(_) => body.extend(open.pop().map(|name| format!("</{name}>"))),
                None if piece.starts_with('<') => body.push_str(piece),
                None => {
                    let name = piece.split(' ').next().unwrap();
                    _ = write!(body, "<{piece}>");
                    open.push(name);
                }
            }
        }
        while let Some(name) = open.pop() {
            _ = write!(body, "</{name}>");
        }
        let comments = "<w:comment w:id=\"0\" w:author=\"A\"><w:p w14:paraId=\"1\"/></w:comment>";
        let extended = "<w15:commentEx w15:paraId=\"1\" w15:paraIdParent=\"1\"/>";
        let bytes = with_parts(&body, &[("comments", comments), ("commentsExtended", extended), ("footnotes", "<w:footnote w:id=\"1\"><w:p/></w:footnote>")]);
        used(&Docx::read(&bytes).unwrap());
    }
}

const PIECES: &[&str] = &[
    "/",
    "/",
    "w:p",
    "w:r",
    "w:t",
    "w:ins w:author=\"A\" w:date=\"2026-99-09T10:30:00Z\"",
    "w:del w:author=\"\"",
    "w:moveFrom",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:sdt",
    "w:sdtContent",
    "w:hyperlink r:id=\"none\"",
    "w:pPr",
    "w:rPr",
    "mc:AlternateContent",
    "mc:Fallback",
    "w:drawing",
    "w:txbxContent",
    "<w:r><w:t>| *a* _b `c</w:t></w:r>",
    "<w:r><w:delText>~~~ d</w:delText></w:r>",
    "<w:br/>",
    "<w:u/>",
    "<w:numPr><w:ilvl w:val=\"-1\"/><w:numId w:val=\"x\"/></w:numPr>",
    "<w:outlineLvl w:val=\"300\"/>",
    "<w:gridSpan w:val=\"99999999\"/>",
    "<w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:instrText>HYPERLINK \"</w:instrText>",
    "<w:commentRangeStart w:id=\"0\"/>",
    "<w:commentRangeEnd w:id=\"0\"/>",
    "<w:commentReference w:id=\"0\"/>",
    "<w:footnoteReference w:id=\"1\"/>",
    "<w:sym w:char=\"D800\"/>",
];
