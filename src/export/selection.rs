//! What of a document is exported: which parts, for whom, and with which of its headings.

use std::collections::BTreeSet;

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd};

use crate::document::{Block, Document, Part, Role, Zone, markdown_options};
use crate::text::{Span, slice};

/// What ends a press release: editors know by it that nothing is missing.
const END_MARK: &str = "###";
/// What a release may end with already.
const END_MARKS: [&str; 5] = ["###", "# # #", "***", "-30-", "- 30 -"];

/// What is exported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
    /// All of it.
    #[default]
    All,
    /// The parts with these ids; text between belongs to the part before it.
    Parts(BTreeSet<String>),
    /// More than that.
    Chosen(Chosen),
}

/// Which parts, for whom, and as what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// The parts by id; `None` is all of them.
    pub parts: Option<BTreeSet<String>>,
    /// Whether anybody may read it: nothing that the house says of the document leaves with it.
    pub is_public: bool,
    /// Whether the release reads as a press release: without its working headings, and with an end mark.
    pub is_release: bool,
}

/// Whether `part` is read by colleagues only.
pub fn is_internal(part: &Part) -> bool {
    part.zone == Zone::Internal
}

/// Whether `part` belongs to the press release.
pub fn is_of_release(part: &Part) -> bool {
    !matches!(part.zone, Zone::Internal | Zone::ExternalFaq | Zone::None)
}

/// Where an end mark goes.
type Mark = Option<usize>;

impl Selection {
    /// What leaves of `document`: the parts `wanted`; where nobody chose all of them, of a press release that alone; without
    /// those for colleagues where anybody may read it. `None` where nothing is left then.
    pub fn of(
        document: &Document,
        wanted: Option<BTreeSet<String>>,
        is_public: bool,
        is_release: bool,
    ) -> Option<Self> {
        if wanted.is_none() && !is_public && !is_release {
            return Some(Self::All);
        }
        let present = || document.blocks.iter().filter_map(|block| document.part_of(block));
        let mut wanted = wanted.unwrap_or_else(|| {
            let all = present().filter(|part| !is_release || is_of_release(part));
            all.map(|part| part.id.clone()).collect()
        });
        if is_public {
            let internal = |id: &String| present().any(|part| part.id == *id && is_internal(part));
            wanted.retain(|id| !internal(id));
            if wanted.is_empty() {
                return None;
            }
        }
        Some(Self::Chosen(Chosen { parts: Some(wanted), is_public, is_release }))
    }

    /// Whether the part with this id is exported.
    pub fn has(&self, id: &str) -> bool {
        match self {
            Selection::All | Selection::Chosen(Chosen { parts: None, .. }) => true,
            Selection::Parts(ids) | Selection::Chosen(Chosen { parts: Some(ids), .. }) => ids.contains(id),
        }
    }

    /// The ids of the parts of `document` that stay behind.
    pub fn parts_left_out<'d>(&self, document: &'d Document) -> BTreeSet<&'d str> {
        let parts = document.blocks.iter().filter_map(|block| document.part_of(block));
        parts.map(|part| part.id.as_str()).filter(|id| !self.has(id)).collect()
    }

    /// Whether anybody may read it.
    pub fn is_public(&self) -> bool {
        matches!(self, Selection::Chosen(Chosen { is_public: true, .. }))
    }

    fn is_release(&self) -> bool {
        matches!(self, Selection::Chosen(Chosen { is_release: true, .. }))
    }

    /// Whether the Markdown block at the source bytes `span` is exported: its first text decides.
    fn keeps(&self, document: &Document, span: Span) -> bool {
        let found = first_in(document, span);
        let Some(part) = found.and_then(|block| document.part_of(block)) else { return self.has_all() };
        let is_working = |block: &Block| block.role == Role::Heading && span.contains(block.span.start);
        let drops = self.is_release() && is_of_release(part) && found.is_some_and(is_working);
        self.has(&part.id) && !drops
    }

    fn has_all(&self) -> bool {
        matches!(self, Selection::All | Selection::Chosen(Chosen { parts: None, .. }))
    }

    /// What Markdown makes of the body of `source`, by place, with the blocks that are not exported left out and the end
    /// mark of a release in its place.
    pub(super) fn events<'a>(&self, source: &'a str, document: &Document) -> Vec<(Event<'a>, Span)> {
        let Split { mut kept, mark, .. } = self.split(source, document);
        if let Some(at) = mark {
            let next = kept.iter().position(|(_, span)| span.start >= at).unwrap_or(kept.len());
            let end = Span::at(at);
            let text = CowStr::Borrowed(END_MARK);
            let marked = [Event::Start(Tag::Paragraph), Event::Text(text), Event::End(TagEnd::Paragraph)];
            kept.splice(next..next, marked.map(|event| (event, end)));
        }
        kept
    }

    /// The source bytes of the blocks that are not exported, by place; and where the end mark of a release goes.
    pub(super) fn left_out(&self, source: &str, document: &Document) -> (Vec<Span>, Mark) {
        let Split { left_out, mark, .. } = self.split(source, document);
        (left_out, mark)
    }

    fn split<'a>(&self, source: &'a str, document: &Document) -> Split<'a> {
        let from = document.front_matter.span.end;
        let body = slice(source, from..source.len());
        let parser = Parser::new_ext(body, markdown_options());
        let definitions: Vec<(String, Span)> = parser
            .reference_definitions()
            .iter()
            .map(|(label, definition)| {
                (label.to_lowercase(), Span::from(definition.span.clone()).shifted(from))
            })
            .collect();
        let mut blocks = top_level(
            parser.into_offset_iter().map(|(event, range)| (event, Span::from(range).shifted(from))),
        );
        if *self == Selection::All {
            return Split { kept: blocks.into_iter().flatten().collect(), left_out: Vec::new(), mark: None };
        }
        let whole = |block: &[(Event<'_>, Span)]| block.first().map_or(Span::at(from), |(_, span)| *span);
        let is_kept =
            |block: &Vec<(Event<'_>, Span)>| note_of(block).is_none() && self.keeps(document, whole(block));
        let mut used = Used::default();
        for block in blocks.iter().filter(|block| is_kept(block)) {
            used.add(block);
        }
        // A note leaves with the text that refers to it, wherever it stands, and never without.
        let mut notes = used.notes.clone();
        while let Some(name) = notes.pop_first() {
            for block in blocks.iter().filter(|block| note_of(block) == Some(&name)) {
                notes.extend(used.add(block));
            }
        }
        let mut split = Split::default();
        for block in blocks.drain(..) {
            let keeps = note_of(&block).map_or_else(|| is_kept(&block), |name| used.notes.contains(name));
            if keeps {
                split.kept.extend(block);
            } else {
                split.left_out.push(whole(&block));
            }
        }
        // The address of a link that stays behind stays behind.
        let unused = definitions.into_iter().filter(|(label, _)| !used.links.contains(label));
        split.left_out.extend(unused.map(|(_, span)| span));
        split.left_out.sort_unstable();
        split.mark = if self.is_release() { self.end_of_release(document) } else { None };
        split
    }

    /// Where the release ends, where it is exported and does not say so itself.
    fn end_of_release(&self, document: &Document) -> Mark {
        let of = |block: &&Block| {
            let part = document.part_of(block);
            part.is_some_and(|part| is_of_release(part) && self.has(&part.id)) && block.role != Role::Heading
        };
        let last = document.blocks.iter().rfind(of)?;
        let has_lead = document.blocks.iter().any(|block| of(&block) && block.role == Role::Headline);
        let is_marked = END_MARKS.contains(&last.prose.text.trim());
        (has_lead && !is_marked).then_some(last.span.end)
    }
}

/// What is exported, and what is not.
#[derive(Debug, Default)]
struct Split<'a> {
    kept: Vec<(Event<'a>, Span)>,
    left_out: Vec<Span>,
    mark: Mark,
}

/// The events of each block that stands in no other.
fn top_level<'a>(events: impl Iterator<Item = (Event<'a>, Span)>) -> Vec<Vec<(Event<'a>, Span)>> {
    let mut blocks: Vec<Vec<(Event<'a>, Span)>> = Vec::new();
    let mut depth = 0_usize;
    for (event, span) in events {
        if depth == 0 {
            blocks.push(Vec::new());
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let Some(block) = blocks.last_mut() {
            block.push((event, span));
        }
    }
    blocks
}

/// The name of the note that `block` is.
fn note_of<'b>(block: &'b [(Event<'_>, Span)]) -> Option<&'b str> {
    match block.first() {
        Some((Event::Start(Tag::FootnoteDefinition(name)), _)) => Some(name.as_ref()),
        _ => None,
    }
}

/// The first block of the document in `span`, or the last before it.
fn first_in(document: &Document, span: Span) -> Option<&Block> {
    let next = document.blocks.partition_point(|block| block.span.start < span.start);
    let inside = document.blocks.get(next).filter(|block| block.span.start < span.end);
    inside.or_else(|| next.checked_sub(1).and_then(|at| document.blocks.get(at)))
}

/// What the exported text refers to.
#[derive(Debug, Default)]
struct Used {
    /// Names of notes.
    notes: BTreeSet<String>,
    /// Labels of links, in small letters.
    links: BTreeSet<String>,
}

impl Used {
    /// Adds what `block` refers to; the notes that are new.
    fn add(&mut self, block: &[(Event<'_>, Span)]) -> Vec<String> {
        let mut fresh = Vec::new();
        for (event, _) in block {
            match event {
                Event::FootnoteReference(name) if self.notes.insert(name.to_string()) => {
                    fresh.push(name.to_string());
                }
                Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. })
                    if !matches!(link_type, LinkType::Inline | LinkType::Autolink | LinkType::Email) =>
                {
                    self.links.insert(id.to_lowercase());
                }
                _ => {}
            }
        }
        fresh
    }
}
