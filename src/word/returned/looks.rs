//! Words that stay and are set otherwise: bold, italic, struck through; headings of another level.

use std::ops::Range;

use super::changes::{Change, Who};
use super::edit::Base;
use super::flow::{Atom, Flow, What};
use super::same::{Place, Same};
use super::words;
use crate::text::{Span, slice};
use crate::word::draft::escape::{Care, escaped};
use crate::word::model::{Inline, Kind, Look};
use crate::word::visible::{self, Mark, Shape, Visible};

/// A change of how words are set, and the edit of the base that it is; nothing where Markdown cannot say it there.
pub(super) type Restyled = (Change, Option<(Span, String)>);

/// What is set otherwise, in the order of the base; by authors whom `is_left_out` names nothing is.
pub(super) fn restyled(
    base: Base<'_>,
    flow: &Flow<'_>,
    same: &Same,
    is_left_out: impl Fn(usize) -> bool,
) -> Vec<Restyled> {
    let looks = looks(base.visible);
    let mut finder = Finder { runs: Vec::new(), blanks: Vec::new() };
    for (at, atom) in flow.atoms.iter().enumerate() {
        let stays = atom.deleted.is_none_or(&is_left_out) && atom.is_in(&same.taken);
        match same.places.get(at) {
            Some(Place::At(shown)) if stays && atom.what != What::End => {
                finder.atom(at, atom, shown, &looks, &is_left_out);
            }
            _ => finder.end(),
        }
    }
    let mut out: Vec<Restyled> = finder.runs.into_iter().map(|run| run.restyled(base, flow)).collect();
    out.extend(headings(base, flow, same));
    out
}

/// How each byte of the text of the base is set; nothing where marks say otherwise than looks: in headings and code.
fn looks(visible: &Visible) -> Vec<Option<Look>> {
    let mut looks = vec![Some(Look::default()); visible.text.len()];
    for element in &visible.elements {
        for look in looks.get_mut(element.shown.clone()).unwrap_or(&mut []) {
            match (&element.mark, look.as_mut()) {
                (Mark::Bold, Some(look)) => look.bold = true,
                (Mark::Italic, Some(look)) => look.italic = true,
                (Mark::Struck, Some(look)) => look.struck = true,
                (Mark::Code | Mark::Picture, _) => *look = None,
                (Mark::Link(_), _) | (_, None) => {}
            }
        }
    }
    for block in visible.blocks.iter().filter(|block| matches!(block.shape, Shape::Heading(_) | Shape::Code))
    {
        looks.get_mut(block.shown.clone()).unwrap_or(&mut []).fill(None);
    }
    looks
}

/// Atoms in a row that one person set in one way.
struct Run {
    shown: Range<usize>,
    atoms: Vec<usize>,
    who: Who,
    look: Look,
    block: usize,
}

struct Finder {
    runs: Vec<Run>,
    /// White space and marks behind the last run, which belong to it where it goes on.
    blanks: Vec<usize>,
}

impl Finder {
    fn end(&mut self) {
        // What is not of a block ends every run.
        if let Some(run) = self.runs.last_mut() {
            run.block = usize::MAX;
        }
        self.blanks.clear();
    }

    fn atom(
        &mut self,
        at: usize,
        atom: &Atom<'_>,
        shown: &Range<usize>,
        looks: &[Option<Look>],
        is_left_out: impl Fn(usize) -> bool,
    ) {
        let is_word = matches!(atom.what, What::Char(character) if character.is_alphanumeric());
        if !is_word {
            self.blanks.push(at);
            return;
        }
        let look = match atom.piece.map(|piece| &piece.inline) {
            Some(Inline::Text { look, .. }) => *look,
            _ => Look::default(),
        };
        let was = looks.get(shown.start).copied().flatten();
        let differs = was.is_some_and(|was| Look { code: false, ..was } != Look { code: false, ..look });
        if !differs || look.code || atom.formatted.is_some_and(is_left_out) {
            return self.end();
        }
        let who = atom.formatted.map_or(Who::Silent, Who::Tracked);
        let blanks = std::mem::take(&mut self.blanks);
        match self.runs.last_mut() {
            Some(run) if run.block == atom.block && run.who == who && run.look == look => {
                run.shown.end = shown.end;
                run.atoms.extend(blanks);
                run.atoms.push(at);
            }
            _ => {
                let (block, atoms) = (atom.block, vec![at]);
                self.runs.push(Run { shown: shown.clone(), atoms, who, look, block });
            }
        }
    }
}

impl Run {
    fn restyled(self, base: Base<'_>, flow: &Flow<'_>) -> Restyled {
        let edit = words::edit(base, flow, self.shown.clone(), &self.atoms);
        let edit = edit.filter(|(span, to)| is_sound(base, &self.shown, *span, to));
        let atoms = self.atoms.first().copied().zip(self.atoms.last().copied());
        let change = Change { atoms, is_set: true, ..Change::new(self.shown, self.who) };
        (change, edit)
    }
}

/// Whether `to` for `span` leaves the words of its block as they are, and sets them otherwise.
fn is_sound(base: Base<'_>, shown: &Range<usize>, span: Span, to: &str) -> bool {
    let own = |block: &&visible::Place| block.shown.start <= shown.start && shown.end <= block.shown.end;
    let Some(block) = base.visible.blocks.iter().find(own) else { return false };
    let around = Span::new(block.span.start.min(span.start), block.span.end.max(span.end));
    let (head, tail) =
        (slice(base.source, around.start..span.start), slice(base.source, span.end..around.end));
    let before = Visible::of(slice(base.source, around), 0);
    let after = Visible::of(&[head, to, tail].concat(), 0);
    let words = |visible: &Visible| visible.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let marks = |visible: &Visible| -> Vec<(Range<usize>, Mark)> {
        visible.elements.iter().map(|element| (element.shown.clone(), element.mark.clone())).collect()
    };
    words(&before) == words(&after) && marks(&before) != marks(&after)
}

/// Headings that have another level, that are text, or that were text.
fn headings(base: Base<'_>, flow: &Flow<'_>, same: &Same) -> Vec<Restyled> {
    // A title takes a level of its own: those below it are not what they are here.
    if flow.docx.blocks.iter().any(|block| block.kind == Kind::Title) {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut blocks = base.visible.blocks.iter().peekable();
    for (at, atom) in flow.atoms.iter().enumerate() {
        let Some(Place::At(shown)) = same.places.get(at) else { continue };
        while blocks
            .next_if(|block| block.shown.end <= shown.start && block.shown.start < shown.start)
            .is_some()
        {}
        let Some(place) = blocks.next_if(|block| block.shown.start == shown.start) else { continue };
        let Some(block) = flow.docx.blocks.get(atom.block).filter(|block| block.cell.is_none()) else {
            continue;
        };
        let level = match (place.shape, block.kind) {
            (Shape::Heading(was), Kind::Heading(is)) if was != is => Some(is),
            (Shape::Heading(_), Kind::Paragraph) => None,
            (Shape::Paragraph { quoted: false }, Kind::Heading(is)) => Some(is),
            _ => continue,
        };
        let who = block.mark.formatted.as_deref();
        let author = who.and_then(|who| flow.author(who));
        let who = author.map_or(Who::Silent, Who::Tracked);
        let atoms = Some((at, at + place.shown.len()));
        let change = Change { atoms, is_set: true, ..Change::new(place.shown.clone(), who) };
        out.push((change, releveled(base, place, level)));
    }
    out
}

/// The block `place` as a heading of this level, or as text; nothing where it is written in several lines.
fn releveled(base: Base<'_>, place: &visible::Place, level: Option<u8>) -> Option<(Span, String)> {
    let head = slice(base.source, 0..place.span.start);
    let start = head.rfind('\n').map_or(0, |at| at + 1);
    let mark = slice(base.source, start..place.span.start);
    let text = slice(base.source, place.span);
    let is_plain = mark.trim_matches(['#', ' ']).is_empty() && !text.contains('\n');
    let behind = slice(base.source, place.span.end..base.source.len()).lines();
    let is_underlined = matches!(place.shape, Shape::Heading(_)) && !mark.contains('#');
    let line = behind.into_iter().next().unwrap_or("").trim();
    if !is_plain || is_underlined || !line.trim_matches('#').is_empty() {
        return None;
    }
    let to = match level {
        Some(level) => format!("{} {text}", "#".repeat(usize::from(level))),
        None if escaped(text, false, true, Care::Usual).starts_with('\\') => return None,
        None => text.to_owned(),
    };
    Some((Span::new(start, place.span.end + line.len()), to))
}
