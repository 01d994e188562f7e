//! Paragraphs: what they stand for, and the walk over what is in them.

use std::sync::Arc;

use roxmltree::Node;

use super::body::{Around, Body, chosen, revision, tracking, untracked};
use super::fields;
use super::numbering::{Mark, is_taken_out};
use super::script::Shift;
use super::styles::{self, Role};
use super::xml::{attribute, child, name, value};
use crate::word::Problem;
use crate::word::model::{Align, Block, Inline, Kind, Piece, Revision, Tracked};

/// A paragraph as far as it is read.
#[derive(Default)]
pub(super) struct Open<'a, 'i> {
    pub pieces: Vec<Piece>,
    /// Texts in boxes that hang on it.
    pub boxes: Vec<Node<'a, 'i>>,
    /// Whether a line is drawn across the page in it.
    pub rule: bool,
}

impl Body<'_> {
    /// Reads a paragraph, and behind it the texts in boxes that hang on it.
    pub fn paragraph(&mut self, node: Node<'_, '_>, around: &Around) -> Result<(), Problem> {
        let properties = child(node, "pPr");
        let role = self.role(properties);
        let mut open = Open { pieces: self.waiting.drain(..).map(untracked).collect(), ..Open::default() };
        self.inlines(node, around, &mut open)?;
        if role == Some(Role::Contents) {
            self.waiting.extend(open.pieces.into_iter().map(|piece| piece.inline).filter(is_mark));
            return Ok(());
        }
        let kind = match self.kind(properties, role) {
            Kind::Paragraph if open.rule && !open.pieces.iter().any(is_text) => Kind::Rule,
            kind => kind,
        };
        let set = properties.and_then(|properties| child(properties, "pPrChange"));
        let formatted = set.and_then(|change| self.restyled(change, kind));
        let mark = properties.and_then(|properties| child(properties, "rPr"));
        let changes = mark.into_iter().flat_map(|mark| mark.children()).filter(|node| is_change(*node));
        let mark = Tracked { formatted, ..around.tracked.clone() };
        let mark: Tracked = changes.fold(mark, |tracked, change| tracking(&tracked, change));
        let (cell, note) = (around.cell, around.note);
        let align = properties.map(aligned).unwrap_or_default();
        self.blocks.push(Block { kind, cell, note, pieces: open.pieces, align, mark });
        for content in open.boxes {
            self.inside(content, around)?;
        }
        Ok(())
    }

    /// What the properties of a paragraph and its style make of it.
    fn role(&self, properties: Option<Node<'_, '_>>) -> Option<Role> {
        let properties = properties?;
        let style = value(properties, &["pStyle"]).and_then(|style| self.known.styles.role(style));
        match styles::outline(properties) {
            Some(level) if !matches!(style, Some(Role::Title | Role::Contents)) => styles::heading(level),
            _ => style,
        }
    }

    /// Who made a paragraph what it is now, a `kind`, where that was another; other changes of how it is set are counted.
    fn restyled(&mut self, change: Node<'_, '_>, kind: Kind) -> Option<Arc<Revision>> {
        let before = child(change, "pPr");
        let role = self.role(before);
        if self.kind(before, role) == kind {
            self.skip(change);
            return None;
        }
        Some(revision(change))
    }

    fn kind(&self, properties: Option<Node<'_, '_>>, role: Option<Role>) -> Kind {
        match role {
            Some(Role::Title) => return Kind::Title,
            Some(Role::Heading(level)) => return Kind::Heading(level),
            Some(Role::Quote) => return Kind::Quote,
            Some(Role::Code) => return Kind::Code,
            Some(Role::Rule) => return Kind::Rule,
            Some(Role::Contents) | None => {}
        }
        let Some(properties) = properties.filter(|properties| !is_taken_out(*properties)) else {
            return Kind::Paragraph;
        };
        let of_style = || value(properties, &["pStyle"]).and_then(|style| self.known.styles.list(style));
        match styles::list(properties).or_else(of_style) {
            Some((list, level)) if list != "0" => match self.known.numbering.mark(&list, level) {
                Mark::None => Kind::More { level: level.min(8) },
                mark => Kind::Item { level: level.min(8), counted: mark == Mark::Number },
            },
            _ => Kind::Paragraph,
        }
    }

    /// Reads what stands in `node` into `open`.
    pub fn inlines<'a, 'i>(
        &mut self,
        node: Node<'a, 'i>,
        around: &Around,
        open: &mut Open<'a, 'i>,
    ) -> Result<(), Problem> {
        let around = around.deeper()?;
        for child in node.children().filter(Node::is_element) {
            self.inline(child, &around, open)?;
        }
        Ok(())
    }

    fn inline<'a, 'i>(
        &mut self,
        node: Node<'a, 'i>,
        around: &Around,
        open: &mut Open<'a, 'i>,
    ) -> Result<(), Problem> {
        match name(node) {
            "r" => self.run(node, around, open),
            "hyperlink" => {
                let link = self.link(node).or_else(|| around.link.clone());
                self.inlines(node, &Around { link, ..around.clone() }, open)
            }
            "ins" | "del" | "moveFrom" | "moveTo" => self.inlines(node, &around.tracking(node), open),
            "fldSimple" => {
                let instruction = attribute(node, "instr").unwrap_or("");
                if fields::is_made(instruction) {
                    return Ok(());
                }
                let link = fields::target(instruction).or_else(|| around.link.clone());
                self.inlines(node, &Around { link, ..around.clone() }, open)
            }
            "sub" => self.inlines(node, &Around { shift: Some(Shift::Lowered), ..around.clone() }, open),
            "sup" => self.inlines(node, &Around { shift: Some(Shift::Raised), ..around.clone() }, open),
            "sdt" | "sdtContent" | "smartTag" | "customXml" | "dir" | "bdo" | "oMathPara" | "oMath" | "e"
            | "num" | "den" | "f" | "sSub" | "sSup" | "sSubSup" | "rad" | "d" => {
                self.inlines(node, around, open)
            }
            "AlternateContent" => match chosen(node) {
                Some(choice) => self.inlines(choice, around, open),
                None => Ok(()),
            },
            "commentRangeStart" => {
                let at = self.comment(node);
                open.pieces.extend(at.map(Inline::Start).map(untracked));
                Ok(())
            }
            "commentRangeEnd" => {
                let at = self.comment(node);
                open.pieces.extend(at.map(Inline::End).map(untracked));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Where the link `node` leads; a place in the document is none.
    fn link(&self, node: Node<'_, '_>) -> Option<Arc<str>> {
        let target = attribute(node, "id").and_then(|id| self.known.relations.target(id))?;
        let target = target.trim();
        (!target.is_empty() && !target.starts_with('#')).then(|| Arc::from(target))
    }
}

fn is_change(node: Node<'_, '_>) -> bool {
    matches!(name(node), "ins" | "del" | "moveFrom" | "moveTo")
}

fn is_text(piece: &Piece) -> bool {
    matches!(&piece.inline, Inline::Text { text, .. } if !text.trim().is_empty())
}

/// Where the paragraph properties `node` set its lines.
fn aligned(node: Node<'_, '_>) -> Align {
    match value(node, &["jc"]) {
        Some("center") => Align::Centre,
        Some("right" | "end") => Align::Right,
        _ => Align::Left,
    }
}

fn is_mark(inline: &Inline) -> bool {
    matches!(inline, Inline::Start(_) | Inline::End(_))
}
