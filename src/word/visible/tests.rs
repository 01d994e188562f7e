use super::*;
use crate::text::slice;

/// The text of `source`, and each of its blocks as it stands in the source.
fn shown(source: &str) -> (String, Vec<&str>) {
    let visible = Visible::of_document(source);
    let blocks = visible.blocks.iter().map(|block| slice(source, block.span)).collect();
    (visible.text, blocks)
}

#[test]
fn every_block_is_a_line_and_knows_its_source() {
    let source = "---\ntitle: x\n---\n# A **head** #\n\nOne\ntwo, `co|de` [a link](https://a.example).\n\n- item\n  - [x] done\n\n> said\n\n| a | b\\|c |\n|---|---|\n| *d* | |\n\n```\nx\n y\n```\n<!-- gone -->\n![alt](p.png)\n";
    let (text, blocks) = shown(source);
    assert_eq!(text, "A head\nOne two, co|de a link.\nitem\n☑ done\nsaid\na\nb|c\nd\nx\n y\nPicture: alt\n");
    assert_eq!(blocks[..2], ["A **head**", "One\ntwo, `co|de` [a link](https://a.example)."]);
    assert_eq!(blocks[5..8], ["a", "b\\|c", "*d*"]);
}

#[test]
fn notes_stand_behind_the_text_in_the_order_of_their_marks() {
    let source = "One[^b] two[^a] three[^b].\n\n[^a]: Note a.\n[^b]: Note b.\n[^c]: Nobody names it.\n";
    assert_eq!(shown(source).0, "One\u{fffc} two\u{fffc} three\u{fffc}.\nNote b.\nNote a.\n");
}

#[test]
fn elements_and_bytes_find_their_source() {
    let source = "A \\*b\\* **bold *both*** &amp; end\n";
    let visible = Visible::of_document(source);
    assert_eq!(visible.text, "A *b* bold both & end\n");
    let span = |words: &str| {
        let at = visible.text.find(words).unwrap();
        slice(source, visible.prose.source_span(at, at + words.len()))
    };
    assert_eq!([span("*b*"), span("both"), span("& end")], ["\\*b\\*", "both", "&amp; end"]);
    let outer: Vec<&str> = visible.elements.iter().map(|element| slice(source, element.outer)).collect();
    assert_eq!(outer, ["**bold *both***", "*both*"]);
    let inner: Vec<&str> =
        visible.elements.iter().map(|element| slice(&visible.text, element.shown.clone())).collect();
    assert_eq!(inner, ["bold both", "both"]);
}
