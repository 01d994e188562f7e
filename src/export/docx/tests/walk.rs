//! A reader of its own: the paragraphs of a body with all changes accepted, or all rejected.

use roxmltree::{Document, Node};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    Accepted,
    Rejected,
}

impl View {
    /// The element whose content is not there.
    fn hidden(self) -> &'static str {
        if self == View::Accepted { "del" } else { "ins" }
    }
}

/// The texts of the paragraphs of `xml`, in order; those without text are left out.
pub(super) fn texts(xml: &str, view: View) -> Vec<String> {
    let tree = Document::parse(xml).unwrap();
    let mut out = Vec::new();
    let mut open = String::new();
    for paragraph in tree.descendants().filter(|node| is(*node, "p")) {
        let row = paragraph.ancestors().find(|node| is(*node, "tr"));
        if row.is_some_and(|row| has(row, "trPr", view.hidden())) {
            continue;
        }
        for piece in paragraph.descendants() {
            let is_hidden = piece
                .ancestors()
                .any(|node| is(node, view.hidden()) && !node.ancestors().any(|up| is(up, "pPr")));
            if !is_hidden {
                open.push_str(&text(piece));
            }
        }
        let joins = paragraph.children().any(|node| is(node, "pPr") && has(node, "rPr", view.hidden()));
        if !joins || row.is_some() {
            out.push(std::mem::take(&mut open));
        }
    }
    out.push(open);
    out.retain(|text| !text.is_empty());
    out
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// Whether a child of `node` called `within` has one called `name`.
fn has(node: Node<'_, '_>, within: &str, name: &str) -> bool {
    node.children().any(|child| is(child, within) && child.children().any(|node| is(node, name)))
}

fn text(node: Node<'_, '_>) -> String {
    match node.tag_name().name() {
        // A note that is referred to again.
        "t" | "delText" if node.parent().is_some_and(|run| has(run, "rPr", "vertAlign")) => "†".to_owned(),
        "t" | "delText" => node.text().unwrap_or("").to_owned(),
        "tab" if is(node.parent().unwrap(), "r") => "\t".to_owned(),
        "br" => "\n".to_owned(),
        "footnoteReference" => "†".to_owned(),
        _ => String::new(),
    }
}
