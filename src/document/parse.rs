//! From a source to a document: front matter, leaves, outline, sentences, put together.

use super::leaf::Leaf;
use super::markdown::Markdown;
use super::outline::{self, Outline, Place};
use super::{
    Block, Document, Evidence, FrontMatter, Part, PartKind, PartSpec, Role, Sentence, Word, Zone, markdown,
    sentences, words,
};
use crate::text::slice;

/// A text of which blocks and shape are known, and not yet by which template it is to be read.
#[derive(Debug)]
pub struct Draft {
    front_matter: FrontMatter,
    markdown: Markdown,
    /// The parts as they are without a template.
    outline: Outline,
}

impl Draft {
    /// Reads `source`. Never fails.
    pub fn read(source: &str) -> Self {
        let front_matter = FrontMatter::read(source);
        let markdown = markdown::read(source, front_matter.span.end);
        let outline = outline::walk(&markdown.leaves, &front_matter, &[]);
        Self { front_matter, markdown, outline }
    }

    /// How much its shape speaks for a press release and FAQ.
    pub fn evidence(&self) -> Evidence {
        self.outline.evidence
    }

    /// Whether it has questions and answers.
    pub fn has_faq(&self) -> bool {
        let says = |role| matches!(role, Role::Prose | Role::Headline | Role::Question);
        self.outline.places.iter().filter(|place| says(place.role)).any(|place| {
            let kind = self.outline.parts.get(place.part).map(|part| &part.kind);
            matches!(kind, Some(PartKind::ExternalFaq | PartKind::InternalFaq))
        })
    }

    /// The document without a template.
    pub fn plain(self) -> Document {
        document(self.front_matter, self.markdown, self.outline, &[])
    }

    /// The document by the template of `specs`.
    pub fn by(self, specs: &[PartSpec]) -> Document {
        let outline = outline::walk(&self.markdown.leaves, &self.front_matter, specs);
        document(self.front_matter, self.markdown, outline, specs)
    }
}

pub(super) fn parse(source: &str, specs: &[PartSpec]) -> Document {
    let front_matter = FrontMatter::read(source);
    let markdown = markdown::read(source, front_matter.span.end);
    let outline = outline::walk(&markdown.leaves, &front_matter, specs);
    document(front_matter, markdown, outline, specs)
}

fn document(front_matter: FrontMatter, markdown: Markdown, outline: Outline, specs: &[PartSpec]) -> Document {
    let placed = markdown.leaves.into_iter().zip(&outline.places);
    let mut room = Room::default();
    let blocks = placed.map(|(leaf, place)| block(leaf, place, &outline.parts, &mut room)).collect();
    let mut parts = outline.parts;
    parts.extend(absent(specs, &parts));
    Document {
        front_matter,
        blocks,
        parts,
        entries: outline.entries,
        comments: markdown.comments,
        dateline: outline.dateline,
        evidence: outline.evidence,
    }
}

/// The parts that the template asks for and no block belongs to, so that what is said of them can name them.
fn absent(specs: &[PartSpec], found: &[Part]) -> Vec<Part> {
    let is_absent = |spec: &&PartSpec| spec.required && !found.iter().any(|part| part.id == spec.id);
    let part = |spec: &PartSpec| Part { id: spec.id.clone(), kind: spec.kind.clone(), zone: spec.zone };
    specs.iter().filter(is_absent).map(part).collect()
}

/// Room for the sentences and words of one block; each block is given as much of its own as it needs.
type Room = (Vec<Sentence>, Vec<Word>);

fn block(leaf: Leaf, place: &Place, parts: &[Part], room: &mut Room) -> Block {
    let read = matches!(place.role, Role::Prose | Role::Headline | Role::Question);
    let zone = parts.get(place.part).map_or(Zone::Body, |part| part.zone);
    room.0.clear();
    room.1.clear();
    if read {
        find_sentences(&leaf, place.lead, room);
    }
    Block {
        kind: leaf.kind,
        role: place.role,
        span: leaf.span,
        part: place.part,
        zone: if read { zone } else { Zone::None },
        quoted: leaf.quoted,
        prose: leaf.prose,
        lead: place.lead,
        sentences: room.0.clone(),
        words: room.1.clone(),
    }
}

/// The sentences behind the label or dateline. A bold label with a colon or a dash behind it, as list items have, is a
/// sentence of its own.
fn find_sentences(leaf: &Leaf, lead: usize, found: &mut Room) {
    let text = leaf.prose.text.as_str();
    let body = match bold_label(leaf, lead) {
        Some((end, next)) => {
            push(text, lead, end, found);
            next
        }
        None => lead,
    };
    for range in sentences::split(slice(text, body..text.len())) {
        push(text, body + range.start, body + range.end, found);
    }
}

fn push(text: &str, start: usize, end: usize, (sentences, all): &mut Room) {
    let first = all.len() as u32;
    all.extend(words::words(text, start..end));
    let terminated = sentences::is_terminated(slice(text, start..end));
    sentences.push(Sentence {
        start: start as u32,
        end: end as u32,
        words: (first, all.len() as u32),
        terminated,
    });
}

/// Where a bold label ends and the text behind it begins.
fn bold_label(leaf: &Leaf, lead: usize) -> Option<(usize, usize)> {
    let text = leaf.prose.text.as_str();
    let end = leaf.bold_lead;
    if leaf.bold || end <= lead {
        return None;
    }
    let rest = slice(text, end..text.len());
    let behind = rest.trim_start().trim_start_matches([':', '—', '–', '-', '.']).trim_start();
    let marked = behind.len() < rest.trim_start().len() || slice(text, lead..end).ends_with([':', '.']);
    (marked && !behind.is_empty()).then(|| (end, text.len() - behind.len()))
}
