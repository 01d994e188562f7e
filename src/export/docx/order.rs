//! What docx-rs writes, put in order: properties as the schema wants them (ECMA-376 part 1, 17.3.1.26 and 17.3.2.28; it
//! writes them as it likes), ids from 1 (its own count up for as long as the program runs), no date where none is known.

use std::fmt::Write as _;

use crate::text::slice;

/// The children of `w:pPr` that are written here, in the order of the schema.
const PARAGRAPH: [&str; 12] = [
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:numPr",
    "w:pBdr",
    "w:shd",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:outlineLvl",
    "w:rPr",
];

/// The same of `w:rPr`.
const RUN: [&str; 11] = [
    "w:ins",
    "w:del",
    "w:rStyle",
    "w:rFonts",
    "w:b",
    "w:bCs",
    "w:i",
    "w:iCs",
    "w:strike",
    "w:dstrike",
    "w:vertAlign",
];

/// `xml`, a sequence of paragraphs and tables, in order. Change ids begin behind `ids`, which counts on.
pub(super) fn tidy(xml: &str, ids: &mut usize) -> String {
    let mut out = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        out.push_str(slice(rest, 0..at));
        let element = slice(rest, at..rest.len());
        let name = name(element);
        let ranks: &[&str] = match name {
            "w:pPr" => &PARAGRAPH,
            "w:rPr" => &RUN,
            "w:numPr" => &["w:ilvl", "w:numId"],
            _ => &[],
        };
        let len = if ranks.is_empty() {
            let tag = tag(element);
            renumbered(tag, name, ids, &mut out);
            tag.len()
        } else {
            let whole = whole(element, name);
            out.push_str(&sorted(whole, name, ranks, ids));
            whole.len()
        };
        rest = slice(element, len..element.len());
    }
    out.push_str(rest);
    out
}

/// The properties `whole` with their children in the order of `ranks`; nothing where there are none.
fn sorted(whole: &str, name: &str, ranks: &[&str], ids: &mut usize) -> String {
    let inner = slice(whole, tag(whole).len()..whole.len().saturating_sub(name.len() + 3));
    let mut children = Vec::new();
    let mut rest = if tag(whole).ends_with("/>") { "" } else { inner };
    while rest.starts_with('<') {
        let child = self::whole(rest, self::name(rest));
        let rank = ranks.iter().position(|name| *name == self::name(child)).unwrap_or(ranks.len());
        children.push((rank, tidy(child, ids)));
        rest = slice(rest, child.len()..rest.len());
    }
    children.sort_by_key(|(rank, _)| *rank);
    let inner: String = children.into_iter().map(|(_, child)| child).collect();
    if inner.is_empty() { inner } else { format!("<{name}>{inner}</{name}>") }
}

/// Writes `tag`, with the next id where it is that of a change.
fn renumbered(tag: &str, name: &str, ids: &mut usize, out: &mut String) {
    const ID: &str = " w:id=\"";
    let tag = tag.replace(" w:date=\"\"", "");
    let place = tag.find(ID).filter(|_| matches!(name, "w:ins" | "w:del"));
    let after = place.map(|at| slice(&tag, at + ID.len()..tag.len()));
    let (Some(at), Some(end)) = (place, after.and_then(|after| after.find('"'))) else {
        out.push_str(&tag);
        return;
    };
    *ids += 1;
    let _ =
        write!(out, "{}{ids}{}", slice(&tag, 0..at + ID.len()), slice(&tag, at + ID.len() + end..tag.len()));
}

/// The name of the element that `xml` begins with; of an end tag with its `/`.
fn name(xml: &str) -> &str {
    let inner = xml.get(1..).unwrap_or("");
    let end = inner.find([' ', '>']).unwrap_or(inner.len());
    slice(inner, 0..end).trim_end_matches('/')
}

/// The tag that `xml` begins with: attributes have every `>` escaped.
fn tag(xml: &str) -> &str {
    xml.find('>').map_or(xml, |at| slice(xml, 0..at + 1))
}

/// The element called `name` that `xml` begins with, to its end.
fn whole<'x>(xml: &'x str, name: &str) -> &'x str {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(found) = slice(xml, at..xml.len()).find('<') {
        let here = slice(xml, at + found..xml.len());
        let tag = tag(here);
        at += found + tag.len();
        if tag.starts_with("</") {
            depth = depth.saturating_sub(usize::from(slice(tag, 2..tag.len() - 1) == name));
        } else if self::name(here) == name && !tag.ends_with("/>") {
            depth += 1;
        }
        if depth == 0 {
            return slice(xml, 0..at);
        }
    }
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_stand_in_the_order_of_the_schema() {
        let xml = "<w:p w14:paraId=\"1\"><w:pPr><w:rPr><w:ins w:id=\"77\" w:author=\"A &gt; B\" w:date=\"\" /></w:rPr>\
            <w:pStyle w:val=\"Quote\" /><w:ind w:left=\"5\" /><w:pageBreakBefore /></w:pPr>\
            <w:del w:id=\"3\" w:author=\"x\" w:date=\"d\"><w:r><w:rPr /><w:delText>a &lt;b&gt;</w:delText></w:r></w:del>\
            <w:r><w:rPr><w:b /><w:strike /><w:rStyle w:val=\"Code\" /></w:rPr><w:t>c</w:t></w:r></w:p>";
        let tidied = "<w:p w14:paraId=\"1\"><w:pPr><w:pStyle w:val=\"Quote\" /><w:pageBreakBefore /><w:ind w:left=\"5\" />\
            <w:rPr><w:ins w:id=\"1\" w:author=\"A &gt; B\" /></w:rPr></w:pPr>\
            <w:del w:id=\"2\" w:author=\"x\" w:date=\"d\"><w:r><w:delText>a &lt;b&gt;</w:delText></w:r></w:del>\
            <w:r><w:rPr><w:rStyle w:val=\"Code\" /><w:b /><w:strike /></w:rPr><w:t>c</w:t></w:r></w:p>";
        assert_eq!(tidy(xml, &mut 0), tidied);
        assert_eq!(tidy(&format!("{xml}{xml}"), &mut 0).matches("w:id=\"4\"").count(), 1);
    }

    #[test]
    fn no_properties_are_none() {
        assert_eq!(tidy("<w:p><w:pPr><w:rPr /></w:pPr></w:p>", &mut 0), "<w:p></w:p>");
        assert_eq!(tidy("text < unclosed", &mut 0), "text < unclosed");
    }
}
