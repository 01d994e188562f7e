//! XML as Word writes it: without document types, with a limit to its nodes; names are compared without their namespace,
//! since the strict and the transitional form of the standard differ in nothing else.

use roxmltree::{Document, Node, ParsingOptions};

use crate::word::Problem;

/// More nodes than 32 MiB of honest XML have.
const MOST_NODES: u32 = 2_000_000;

/// How deep elements are read. Tables in tables in text boxes are some forty deep.
pub(super) const MOST_DEPTH: usize = 120;

/// The tree of `text`, which is the part called `name`. No entity is ever expanded but XML's own five.
pub(super) fn parse<'a>(text: &'a str, name: &str) -> Result<Document<'a>, Problem> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|_| Problem::Part(name.to_owned()))
}

/// The name of `node` without its namespace; empty for text.
pub(super) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The first child of `node` that is called `wanted`.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.is_element() && name(*child) == wanted)
}

/// The children of `node` that are called `wanted`.
pub(super) fn children<'a, 'i>(
    node: Node<'a, 'i>,
    wanted: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.is_element() && name(*child) == wanted)
}

/// What stands at the end of `path`, from child to child.
pub(super) fn at<'a, 'i>(node: Node<'a, 'i>, path: &[&str]) -> Option<Node<'a, 'i>> {
    path.iter().try_fold(node, |node, wanted| child(node, wanted))
}

/// The attribute `wanted` of `node`, whatever its namespace.
pub(super) fn attribute<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == wanted).map(|attribute| attribute.value())
}

/// The value of what stands at the end of `path`.
pub(super) fn value<'a>(node: Node<'a, '_>, path: &[&str]) -> Option<&'a str> {
    at(node, path).and_then(|found| attribute(found, "val"))
}

/// Whether the switch `wanted` of the properties `node` is on; nothing where it is not there.
pub(super) fn switch(node: Node<'_, '_>, wanted: &str) -> Option<bool> {
    let found = child(node, wanted)?;
    Some(!matches!(attribute(found, "val"), Some("0" | "false" | "off" | "none")))
}
