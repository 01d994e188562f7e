//! What Word does with a document: it takes all tracked changes, or refuses them, and saves.

use roxmltree::{Document, Node};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::unpacked;
use crate::text::slice;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    Takes,
    Refuses,
}

impl Word {
    /// The change that goes with all that is in it.
    fn gone(self) -> &'static str {
        if self == Word::Takes { "del" } else { "ins" }
    }

    /// The change of which all that is in it stays.
    fn stays(self) -> &'static str {
        if self == Word::Takes { "ins" } else { "del" }
    }
}

/// The document `bytes` with nothing tracked any more.
pub fn saved(bytes: &[u8], word: Word) -> Vec<u8> {
    let is_text = |name: &str| ["word/document.xml", "word/footnotes.xml"].contains(&name);
    edited(bytes, |name, xml| if is_text(name) { settled(&xml, word) } else { xml })
}

/// The document `bytes` with each part, by its name, made what `edit` makes of it.
pub fn edited(bytes: &[u8], edit: impl Fn(&str, String) -> String) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, xml) in unpacked(bytes) {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(edit(&name, xml).as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn settled(xml: &str, word: Word) -> String {
    let tree = Document::parse(xml).unwrap();
    let mut out = String::new();
    element(xml, tree.root_element(), word, "", &mut out);
    out
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// Whether the properties `within` of `node` hold what is called `name`.
fn holds(node: Node<'_, '_>, within: &[&str], name: &str) -> bool {
    let inner = within.iter().try_fold(node, |node, within| node.children().find(|child| is(*child, within)));
    inner.is_some_and(|inner| inner.children().any(|child| is(child, name)))
}

/// Writes `node`, with `lead` as the first of its content behind its properties.
fn element(xml: &str, node: Node<'_, '_>, word: Word, lead: &str, out: &mut String) {
    let (first, last) = (node.first_child(), node.last_child());
    let (Some(first), Some(last)) = (first, last) else {
        out.push_str(slice(xml, node.range()));
        return;
    };
    let end = if is(first, "pPr") || lead.is_empty() { None } else { Some(()) };
    out.push_str(slice(xml, node.range().start..first.range().start));
    if end.is_some() {
        out.push_str(lead);
    }
    children(xml, node, word, if end.is_some() { "" } else { lead }, out);
    out.push_str(slice(xml, last.range().end..node.range().end));
}

fn children(xml: &str, node: Node<'_, '_>, word: Word, lead: &str, out: &mut String) {
    let is_properties = is(node, "rPr") || is(node, "trPr");
    // The content of paragraphs whose end is gone.
    let mut open = String::new();
    for child in node.children() {
        let change = [word.gone(), word.stays()].into_iter().find(|name| is(child, name));
        if is_properties && change.is_some() || is(child, "tr") && holds(child, &["trPr"], word.gone()) {
            continue;
        }
        match change {
            Some(name) if name == word.gone() => {}
            Some(_) => children(xml, child, word, "", out),
            None if is(child, "p") => {
                let is_open = holds(child, &["pPr", "rPr"], word.gone());
                let next = child.next_sibling_element().is_some_and(|next| is(next, "p"));
                if is_open && next {
                    let inner = child.children().filter(|inner| !is(*inner, "pPr"));
                    let mut written = String::new();
                    for inner in inner {
                        single(xml, inner, word, &mut written);
                    }
                    open.push_str(&written);
                } else {
                    element(xml, child, word, &std::mem::take(&mut open), out);
                }
            }
            None => single(xml, child, word, out),
        }
        if is(child, "pPr") {
            out.push_str(lead);
        }
    }
}

/// Writes `node` on its own.
fn single(xml: &str, node: Node<'_, '_>, word: Word, out: &mut String) {
    if is(node, word.gone()) {
        return;
    }
    if is(node, word.stays()) {
        return children(xml, node, word, "", out);
    }
    if is(node, "delText") {
        out.push_str(&slice(xml, node.range()).replace("delText", "t"));
        return;
    }
    if node.is_element() {
        element(xml, node, word, "", out);
    } else {
        out.push_str(slice(xml, node.range()));
    }
}
