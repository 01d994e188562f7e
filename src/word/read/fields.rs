//! Fields: what a program puts in place of an instruction, such as a link, a page number, a table of contents.
//!
//! A field is written as a run that begins it, its instruction, a run that separates, what is shown, and a run that ends
//! it; fields stand in fields, and a table of contents goes over many paragraphs.

use std::sync::Arc;

/// The fields that are open.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
}

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    /// Whether what is shown has begun.
    shown: bool,
    /// Where the instruction leads.
    link: Option<Arc<str>>,
    /// Whether what is shown is no text of the document.
    made: bool,
}

/// A document with more open fields than this is not worth the memory.
const MOST: usize = 200;

impl Fields {
    /// Takes the mark of a field of this kind.
    pub fn mark(&mut self, kind: &str) {
        match kind {
            "begin" if self.open.len() < MOST => self.open.push(Field::default()),
            "separate" => {
                if let Some(field) = self.open.last_mut() {
                    (field.link, field.made) = (target(&field.instruction), is_made(&field.instruction));
                    field.shown = true;
                }
            }
            "end" => {
                self.open.pop();
            }
            _ => {}
        }
    }

    /// Takes a piece of an instruction.
    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut() {
            field.instruction.push_str(text);
        }
    }

    /// Whether what stands here is text of the document.
    pub fn shows(&self) -> bool {
        self.open.iter().all(|field| field.shown && !field.made)
    }

    /// Where what stands here leads.
    pub fn link(&self) -> Option<&Arc<str>> {
        self.open.iter().rev().find_map(|field| field.link.as_ref())
    }
}

/// Whether the program makes the words itself from the rest of the document.
pub(super) fn is_made(instruction: &str) -> bool {
    let word = instruction.split_whitespace().next().unwrap_or("");
    matches!(word.to_ascii_uppercase().as_str(), "TOC" | "INDEX" | "PAGE" | "NUMPAGES" | "TC" | "XE")
}

/// Where `HYPERLINK "https://…"` leads.
pub(super) fn target(instruction: &str) -> Option<Arc<str>> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?.trim_start();
    let quoted = rest.strip_prefix('"')?;
    let address = quoted.split('"').next().unwrap_or(quoted).trim();
    (!address.is_empty()).then(|| Arc::from(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_where_its_instruction_says() {
        let mut fields = Fields::default();
        fields.mark("begin");
        assert!(!fields.shows());
        fields.instruct(" HYPERLINK \"https://");
        fields.instruct("a.example/?q=1\" \\o \"tip\" ");
        fields.mark("separate");
        assert!(fields.shows());
        assert_eq!(fields.link().map(AsRef::as_ref), Some("https://a.example/?q=1"));
        fields.mark("end");
        assert!(fields.shows() && fields.link().is_none());
        assert_eq!(target("HYPERLINK \\l \"part\""), None);
    }

    #[test]
    fn a_table_of_contents_is_no_text() {
        let mut fields = Fields::default();
        for (kind, instruction) in
            [("begin", "TOC \\o \"1-3\""), ("separate", ""), ("begin", "PAGEREF x"), ("separate", "")]
        {
            fields.mark(kind);
            fields.instruct(instruction);
        }
        assert!(!fields.shows());
        for _ in 0..4 {
            fields.mark("end");
        }
        assert!(fields.shows());
    }
}
