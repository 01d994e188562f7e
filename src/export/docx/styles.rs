//! Named styles, which a house can have otherwise: its own document gives them, and what it does not know is added.

use std::collections::HashMap;

use roxmltree::{Document, Node};

use crate::text::slice;

/// The styles of a document where no house has its own; a style a line.
const OWN: &str = include_str!("styles.xml");

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The styles of a document.
#[derive(Debug, Clone)]
pub(super) struct Styles {
    xml: String,
    /// By our own ids, those that the document knows the style of that name by, where they differ.
    ids: HashMap<String, String>,
}

impl Default for Styles {
    fn default() -> Self {
        Self { xml: OWN.to_owned(), ids: HashMap::new() }
    }
}

impl Styles {
    /// Those of the part `xml` of a house, with ours where it has none of that name. Nothing where it cannot be read.
    pub fn of_house(xml: &str) -> Option<Self> {
        let house = Document::parse(xml).ok()?;
        let root = house.root_element();
        if !root.has_tag_name((W, "styles")) {
            return None;
        }
        let own = Document::parse(OWN).ok()?;
        let known: Vec<(String, String, String)> = styles(root).filter_map(told).collect();
        let mut ids = HashMap::new();
        let mut missing = Vec::new();
        for style in styles(own.root_element()) {
            let Some((kind, name, id)) = told(style) else { continue };
            let same = known.iter().find(|(other, called, _)| (other, called) == (&kind, &name));
            match same {
                Some((.., theirs)) => {
                    ids.insert(id, theirs.clone());
                }
                None => missing.push((style.range(), id)),
            }
        }
        // An id of the house's that is taken by a style of another name must not become two.
        for (_, id) in &missing {
            if known.iter().any(|(.., theirs)| theirs == id) {
                ids.insert(id.clone(), format!("Prfaq{id}"));
            }
        }
        let added: String = missing.into_iter().map(|(range, _)| renamed(slice(OWN, range), &ids)).collect();
        let end = xml.rfind("</")?;
        let prefixed = root.lookup_prefix(W) == Some("w");
        let xml = if prefixed {
            format!("{}{added}{}", slice(xml, 0..end), slice(xml, end..xml.len()))
        } else {
            xml.to_owned()
        };
        Some(Self { xml, ids })
    }

    /// What the document calls our style `id`.
    pub fn id<'s>(&'s self, id: &'s str) -> &'s str {
        self.ids.get(id).map_or(id, String::as_str)
    }

    /// The part.
    pub fn xml(&self) -> &str {
        &self.xml
    }
}

fn styles<'x>(root: Node<'x, 'x>) -> impl Iterator<Item = Node<'x, 'x>> {
    root.children().filter(|node| node.has_tag_name((W, "style")))
}

/// Type, name in lower case, and id of a style.
fn told(style: Node<'_, '_>) -> Option<(String, String, String)> {
    let name = style.children().find(|node| node.has_tag_name((W, "name")))?.attribute((W, "val"))?;
    let kind = style.attribute((W, "type")).unwrap_or("paragraph");
    Some((kind.to_owned(), name.to_lowercase(), style.attribute((W, "styleId"))?.to_owned()))
}

/// `style` with the ids of the house; no default is given twice.
fn renamed(style: &str, ids: &HashMap<String, String>) -> String {
    let mut out = style.replace(" w:default=\"1\"", "");
    for (own, theirs) in ids {
        for element in ["w:styleId", "w:basedOn w:val", "w:next w:val", "w:link w:val"] {
            out = out.replace(&format!("{element}=\"{own}\""), &format!("{element}=\"{theirs}\""));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_the_names_that_word_knows_and_a_level() {
        let own = Document::parse(OWN).unwrap();
        let heading =
            styles(own.root_element()).find(|style| style.attribute((W, "styleId")) == Some("Heading3"));
        let heading = heading.unwrap();
        assert_eq!(told(heading).unwrap().1, "heading 3");
        let level = heading.descendants().find(|node| node.has_tag_name((W, "outlineLvl"))).unwrap();
        assert_eq!(level.attribute((W, "val")), Some("2"));
        assert_eq!(OWN.matches("w:default=\"1\"").count(), 4, "one of each type");
    }

    #[test]
    fn a_house_keeps_its_styles_and_gets_those_it_lacks() {
        let house = format!(
            "<w:styles xmlns:w=\"{W}\"><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/>\
             </w:style><w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
             <w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Our own\"/></w:style></w:styles>"
        );
        let styles = Styles::of_house(&house).unwrap();
        assert_eq!(styles.id("Heading1"), "berschrift1");
        assert_eq!(styles.id("Heading2"), "Heading2");
        assert_eq!(styles.id("Quote"), "PrfaqQuote");
        let xml = Document::parse(styles.xml()).unwrap();
        let find = |id: &str| {
            let mut all = super::styles(xml.root_element());
            let found: Vec<_> =
                all.by_ref().filter(|style| style.attribute((W, "styleId")) == Some(id)).collect();
            (
                found.len(),
                found
                    .first()
                    .map(|style| style.children().any(|c| c.attribute((W, "val")) == Some("Standard"))),
            )
        };
        assert_eq!(find("berschrift1"), (1, Some(false)));
        assert_eq!(find("Heading2"), (1, Some(true)), "based on the house's Normal");
        assert_eq!(find("PrfaqQuote"), (1, Some(true)));
        assert_eq!(find("Normal"), (0, None));
        assert!(Styles::of_house("<html/>").is_none());
    }
}
