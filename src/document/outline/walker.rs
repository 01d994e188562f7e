//! The walk over the blocks: one state, one block at a time.

use super::super::heading::{Announces, Headings};
use super::super::leaf::Leaf;
use super::super::{BlockKind, Dateline, Entry, Evidence, FrontMatter, Part, PartKind, PartSpec, Role};
use super::super::{dateline, label};
use super::evidence::is_short;
use super::{faq, release};

/// Where a block belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Place {
    /// Index of its part.
    pub part: usize,
    /// What it is for.
    pub role: Role,
    /// Visible bytes before its first sentence.
    pub lead: usize,
}

/// The parts of a document and the place of every block.
#[derive(Debug, Default)]
pub(in super::super) struct Outline {
    pub parts: Vec<Part>,
    pub places: Vec<Place>,
    pub entries: Vec<Entry>,
    pub dateline: Option<Dateline>,
    pub evidence: Evidence,
}

/// Which stretch of the document the walk is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Region {
    /// Before anything that speaks for a press release, or in a document that is none.
    Body,
    /// In the press release.
    Release,
    /// In a list of questions, under a heading of this level (7 for a bare line).
    Faq(u8),
}

/// State of the walk.
pub(super) struct Walker<'a> {
    pub specs: &'a [PartSpec],
    pub leaves: &'a [Leaf],
    /// What each leaf that may stand for a heading announces.
    said: &'a [Option<Announces>],
    headings: &'a Headings,
    pub out: Outline,
    pub region: Region,
    /// The part the next block belongs to.
    pub part: usize,
    /// Whether a heading named that part, so that shape does not decide.
    pub named: bool,
    /// The product's name, once it is known.
    pub product: Option<String>,
    /// The company's name, once it is known.
    pub company: Option<String>,
    /// Whether most paragraphs stand in block quotes, so that a block quote means nothing.
    pub all_quoted: bool,
    /// Index of the heading that opens the press release; what stands before it is a preamble.
    pub release_at: Option<usize>,
    /// Whether a headline may be looked for by shape.
    pub by_shape: bool,
    /// Whether a heading announces the headline, so that the first heading is only a title.
    pub names_headline: bool,
    /// Index of the first block with a dateline.
    pub dateline_at: Option<usize>,
}

/// Finds the parts of `leaves`.
pub(in super::super) fn walk(leaves: &[Leaf], front: &FrontMatter, specs: &[PartSpec]) -> Outline {
    let headings = Headings::of(specs);
    let said: Vec<_> = leaves.iter().map(|leaf| said(leaf, &headings)).collect();
    let evidence = Evidence::of(leaves, &said, specs);
    let by_shape = evidence.suggests() || !specs.is_empty();
    let quoted = leaves.iter().filter(|leaf| leaf.quoted).count();
    let release_at = release_at(leaves, &said);
    let names_headline = |(leaf, said): (&Leaf, &Option<Announces>)| {
        said.as_ref().is_some_and(|said| is_headline(said, specs)) && heading_level(leaf).is_some()
    };
    let mut walker = Walker {
        specs,
        leaves,
        said: &said,
        headings: &headings,
        release_at,
        out: Outline { evidence, ..Outline::default() },
        region: if by_shape && release_at.is_none() { Region::Release } else { Region::Body },
        part: 0,
        named: false,
        product: front.product.clone(),
        company: front.company.clone(),
        all_quoted: quoted * 2 > leaves.len(),
        by_shape,
        names_headline: leaves.iter().zip(&said).any(names_headline),
        dateline_at: leaves
            .iter()
            .position(|leaf| leaf.kind == BlockKind::Paragraph && dateline::find(&leaf.prose.text).is_some()),
    };
    walker.part = walker.part_of(&PartKind::Body);
    for (at, leaf) in leaves.iter().enumerate() {
        let place = walker.place(at, leaf);
        walker.out.places.push(place);
    }
    faq::pair(&mut walker.out, leaves);
    walker.out
}

impl Walker<'_> {
    fn place(&mut self, at: usize, leaf: &Leaf) -> Place {
        let text = leaf.prose.text.as_str();
        if leaf.note
            || leaf.kind == BlockKind::Code
            || !text.chars().any(char::is_alphanumeric)
            || release::is_label(text)
        {
            return self.here(Role::Label);
        }
        let asked = match self.region {
            Region::Faq(level) => faq::question(self, at, leaf, level),
            _ => None,
        };
        if let Some(place) = asked {
            return place;
        }
        let dated = self.dateline_at == Some(at) && self.region == Region::Release;
        if let Some(place) = if dated { None } else { self.heading(at, leaf) } {
            return place;
        }
        match self.region {
            Region::Release if !self.named || release::may_hold_quotes(self) => {
                release::place(self, at, leaf)
            }
            _ => self.prose(text),
        }
    }

    /// The place of a heading, or of a line that stands for one; `None` where `leaf` is running text.
    fn heading(&mut self, at: usize, leaf: &Leaf) -> Option<Place> {
        let text = leaf.prose.text.as_str();
        let level = heading_level(leaf)?;
        match self.said.get(at).cloned().flatten() {
            Some(Announces::Release | Announces::Document) if self.release_at > Some(at) => {
                Some(self.here(Role::Heading))
            }
            Some(Announces::Release | Announces::Document) => {
                self.enter(Region::Release, &PartKind::Body, false);
                self.by_shape = true;
                Some(self.here(Role::Heading))
            }
            // "Getting started" among the questions is a group of them.
            Some(Announces::Part(kind)) if self.groups_questions(&kind, level) => {
                Some(self.here(Role::Heading))
            }
            Some(Announces::Part(kind)) if level < 8 || stands_bare(&kind, text) => {
                Some(self.announced(&kind, level))
            }
            Some(Announces::Spec(spec)) => {
                let spec = self.specs.get(spec)?;
                if self.groups_questions(&spec.kind, level) {
                    return Some(self.here(Role::Heading));
                }
                Some(self.announced(&spec.kind.clone(), level))
            }
            _ if level == 8 && !release::is_about(text) => None,
            _ => Some(self.unknown_heading(at, leaf, level)),
        }
    }

    /// Whether `text` is what a part is called.
    pub fn names_part(&self, text: &str) -> bool {
        matches!(self.headings.announces(text), Some(Announces::Part(_) | Announces::Spec(_)))
    }

    /// Whether a heading of this level that names a part only groups questions: it stands below the FAQ's own.
    fn groups_questions(&self, kind: &PartKind, level: u8) -> bool {
        let below = matches!(self.region, Region::Faq(faq) if level > faq && level < 7);
        below && !faq::is_faq(kind) && *kind != PartKind::Appendix
    }

    fn announced(&mut self, kind: &PartKind, level: u8) -> Place {
        let region = match kind {
            PartKind::ExternalFaq | PartKind::InternalFaq => Region::Faq(level),
            PartKind::Appendix => Region::Body,
            _ => Region::Release,
        };
        self.enter(region, kind, true);
        self.here(Role::Heading)
    }

    fn unknown_heading(&mut self, at: usize, leaf: &Leaf, level: u8) -> Place {
        let text = leaf.prose.text.as_str();
        match self.region {
            Region::Faq(faq) if level > faq => self.here(Role::Heading),
            Region::Release if self.by_shape => release::unnamed_heading(self, at, leaf),
            _ if release::is_about(text) => {
                self.enter(Region::Release, &PartKind::Boilerplate, true);
                self.here(Role::Heading)
            }
            _ => {
                self.enter(Region::Body, &PartKind::Body, false);
                if level > 1 && is_sentence(text) { self.prose(text) } else { self.here(Role::Heading) }
            }
        }
    }

    /// Running text in the part at hand, its label aside.
    pub fn prose(&self, text: &str) -> Place {
        let lead = label::label_len(text).map_or(0, |(_, len)| len);
        let role = if super::super::quote::is_attribution(text) { Role::Attribution } else { Role::Prose };
        Place { part: self.part, role, lead }
    }

    /// A block of the part at hand, without sentences before it.
    pub fn here(&self, role: Role) -> Place {
        Place { part: self.part, role, lead: 0 }
    }

    /// Moves to another stretch and part.
    pub fn enter(&mut self, region: Region, kind: &PartKind, named: bool) {
        self.region = region;
        self.part = self.part_of(kind);
        self.named = named;
    }

    /// Whether a part of this kind has a block already.
    pub fn has(&self, kind: &PartKind) -> bool {
        self.out.parts.iter().any(|part| part.kind == *kind)
    }

    /// The index of the part of this kind, made where it is new.
    pub fn part_of(&mut self, kind: &PartKind) -> usize {
        if let Some(at) = self.out.parts.iter().position(|part| part.kind == *kind) {
            return at;
        }
        let spec = self.specs.iter().find(|spec| spec.kind == *kind);
        let part = spec.map_or_else(
            || Part { id: kind.name().to_owned(), kind: kind.clone(), zone: kind.zone() },
            |spec| Part { id: spec.id.clone(), kind: kind.clone(), zone: spec.zone },
        );
        self.out.parts.push(part);
        self.out.parts.len() - 1
    }
}

/// Whether a heading is a sentence that somebody reads, as subtitles are: "It opens when the driver rings."
fn is_sentence(text: &str) -> bool {
    text.ends_with('.') && text.split_whitespace().nth(4).is_some()
}

fn is_headline(found: &Announces, specs: &[PartSpec]) -> bool {
    match found {
        Announces::Part(kind) => *kind == PartKind::Headline,
        Announces::Spec(at) => specs.get(*at).is_some_and(|spec| spec.kind == PartKind::Headline),
        _ => false,
    }
}

/// 1 to 6 for a heading, 7 for a bold line, 8 for a plain line short enough to be one; `None` for running text.
fn heading_level(leaf: &Leaf) -> Option<u8> {
    let text = leaf.prose.text.trim();
    let closed = text.ends_with(['.', '!', '?', ',', ';', '”', '"']);
    let at_most = |words: usize| text.split_whitespace().nth(words).is_none();
    match leaf.kind {
        BlockKind::Heading(level) => Some(level),
        BlockKind::Paragraph if leaf.bold && !closed && at_most(25) => Some(7),
        BlockKind::Paragraph if !closed && at_most(5) => Some(8),
        _ => None,
    }
}

/// Whether a plain line of this `text` announces a part: where it ends in a colon, or where the name stands alone often
/// enough to be trusted.
fn stands_bare(kind: &PartKind, text: &str) -> bool {
    let trusted = matches!(
        kind,
        PartKind::ExternalFaq
            | PartKind::InternalFaq
            | PartKind::Appendix
            | PartKind::LeaderQuote
            | PartKind::CustomerQuote
    );
    trusted || text.trim_end().ends_with(':')
}

/// What `leaf` announces, where it may stand for a heading.
fn said(leaf: &Leaf, headings: &Headings) -> Option<Announces> {
    let may = is_short(leaf) || heading_level(leaf).is_some();
    may.then(|| headings.announces(&leaf.prose.text)).flatten()
}

/// Index of the heading that opens the press release: the first "Press release", else the first "PR/FAQ" under another
/// heading.
fn release_at(leaves: &[Leaf], said: &[Option<Announces>]) -> Option<usize> {
    let is_heading = |at: &usize| leaves.get(*at).is_some_and(|leaf| heading_level(leaf).is_some());
    let first_of = |what: &Announces| {
        let mut places = said.iter().enumerate().filter(|(_, said)| said.as_ref() == Some(what));
        places.find_map(|(at, _)| is_heading(&at).then_some(at))
    };
    let first = || (0..leaves.len()).find(is_heading);
    first_of(&Announces::Release).or_else(|| first_of(&Announces::Document).filter(|at| Some(*at) != first()))
}
