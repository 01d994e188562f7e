//! Runs: text of one look, and what else stands among it.

use std::sync::Arc;

use roxmltree::Node;

use super::body::{Around, Body, chosen, revision, untracked};
use super::paragraph::Open;
use super::script::Shift;
use super::styles;
use super::xml::{attribute, child, name, switch, value};
use crate::word::Problem;
use crate::word::model::{Inline, Look, Piece};

/// What holds for all of a run.
struct Run<'r> {
    around: &'r Around,
    look: Look,
    /// Whether it is set as the mark of a note.
    is_note: bool,
}

impl Body<'_> {
    /// Reads the run `node` into `open`.
    pub fn run<'a, 'i>(
        &mut self,
        node: Node<'a, 'i>,
        around: &Around,
        open: &mut Open<'a, 'i>,
    ) -> Result<(), Problem> {
        let properties = child(node, "rPr");
        if properties.and_then(|properties| switch(properties, "vanish")) == Some(true) {
            return Ok(());
        }
        let look = properties.map(|properties| self.look(properties)).unwrap_or_default();
        let mut around = around.deeper()?;
        around.shift = properties.and_then(Shift::of).or(around.shift);
        if let Some(change) = properties.and_then(|properties| child(properties, "rPrChange")) {
            let before = child(change, "rPr").map(|before| self.look(before)).unwrap_or_default();
            if before == look {
                self.skip(change);
            } else {
                around.tracked.formatted = Some(revision(change));
            }
        }
        let style = properties.and_then(|properties| value(properties, &["rStyle"]));
        let is_note = style.is_some_and(|style| self.known.styles.is_note(style));
        self.in_run(node, &Run { around: &around, look, is_note }, open)
    }

    fn look(&self, properties: Node<'_, '_>) -> Look {
        let style = value(properties, &["rStyle"]).map(|style| self.known.styles.look(style));
        let own = styles::look(properties);
        let all = style.unwrap_or_default().with(own);
        // What a run says itself holds against its style.
        let is_off = |name: &str| switch(properties, name) == Some(false);
        Look { bold: all.bold && !is_off("b"), italic: all.italic && !is_off("i"), ..all }
    }

    fn in_run<'a, 'i>(
        &mut self,
        node: Node<'a, 'i>,
        run: &Run<'_>,
        open: &mut Open<'a, 'i>,
    ) -> Result<(), Problem> {
        for child in node.children().filter(Node::is_element) {
            match name(child) {
                "t" | "delText" if run.is_note && is_number(child) => {
                    self.note_again(child.text().unwrap_or(""), run, open);
                }
                "t" | "delText" => self.text(child.text().unwrap_or(""), run, open),
                "tab" | "ptab" => self.text(" ", run, open),
                "noBreakHyphen" => self.text("\u{2011}", run, open),
                "sym" => self.text(&symbol(child), run, open),
                "br" | "cr" if is_line(child) => self.push(Inline::Break, run, open),
                "fldChar" => self.fields.mark(attribute(child, "fldCharType").unwrap_or("")),
                "instrText" | "delInstrText" => self.fields.instruct(child.text().unwrap_or("")),
                "footnoteReference" => self.note("footnote", child, run, open),
                "endnoteReference" => self.note("endnote", child, run, open),
                "commentReference" => self.reference(child, open),
                "pict" if is_rule(child) => open.rule = true,
                "drawing" | "pict" | "object" => self.drawing(child, run, open)?,
                "AlternateContent" => {
                    if let Some(choice) = chosen(child) {
                        self.in_run(choice, &Run { around: &run.around.deeper()?, ..*run }, open)?;
                    }
                }
                "r" => self.run(child, run.around, open)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str, run: &Run<'_>, open: &mut Open<'_, '_>) {
        if text.is_empty() {
            return;
        }
        // Not shown: where a word may be parted. Line breaks in XML are spaces.
        let text = text.replace('\u{ad}', "").replace(['\n', '\r', '\t'], " ");
        let text = self.shifted(text, run.around.shift);
        let link = self.fields.link().or(run.around.link.as_ref()).map(Arc::clone);
        self.push(Inline::Text { text, look: run.look, link }, run, open);
    }

    /// `text` in raised or lowered letters; what there are none for is counted, and stays.
    fn shifted(&mut self, text: String, shift: Option<Shift>) -> String {
        let Some(shift) = shift.filter(|_| !text.trim().is_empty() && self.fields.shows()) else {
            return text;
        };
        shift.write(&text).unwrap_or_else(|| {
            self.lowered += 1;
            text
        })
    }

    fn push(&mut self, inline: Inline, run: &Run<'_>, open: &mut Open<'_, '_>) {
        if self.fields.shows() {
            let piece = Piece { inline, tracked: run.around.tracked.clone() };
            if !joined(&piece, open.pieces.last_mut()) {
                open.pieces.push(piece);
            }
        }
    }

    fn note(&mut self, kind: &'static str, node: Node<'_, '_>, run: &Run<'_>, open: &mut Open<'_, '_>) {
        if let Some(id) = attribute(node, "id") {
            let next = self.notes.len();
            let at = *self.notes.entry((kind, id.to_owned())).or_insert(next);
            self.push(Inline::Note(at), run, open);
        }
    }

    /// The number of a note that was referred to before, as `export` writes it: Word knows one mark of each.
    fn note_again(&mut self, number: &str, run: &Run<'_>, open: &mut Open<'_, '_>) {
        let next = self.notes.len();
        let at = *self.notes.entry(("footnote", number.to_owned())).or_insert(next);
        self.push(Inline::Note(at), run, open);
    }

    /// A comment that has no range is about the place where its mark stands.
    fn reference(&mut self, node: Node<'_, '_>, open: &mut Open<'_, '_>) {
        let found = attribute(node, "id").and_then(|id| self.known.comments.find(id));
        let Some(at) = found.filter(|at| self.placed.get(*at) == Some(&false)) else { return };
        if let Some(placed) = self.placed.get_mut(at) {
            *placed = true;
        }
        open.pieces.extend([Inline::Start(at), Inline::End(at)].map(untracked));
    }

    /// Finds the texts in boxes in `node`; a drawing without one is a picture, of which its description is read.
    fn drawing<'a, 'i>(
        &mut self,
        node: Node<'a, 'i>,
        run: &Run<'_>,
        open: &mut Open<'a, 'i>,
    ) -> Result<(), Problem> {
        let before = open.boxes.len();
        boxes(node, run.around, &mut open.boxes)?;
        if open.boxes.len() == before {
            self.pictures += 1;
            if let Some(said) = description(node) {
                self.described += 1;
                self.text(&format!("[Picture: {said}]"), run, open);
            }
        }
        Ok(())
    }
}

/// What the picture `node` is said to show.
fn description(node: Node<'_, '_>) -> Option<String> {
    let said = node.descendants().filter(Node::is_element).find_map(|inner| match name(inner) {
        "docPr" => attribute(inner, "descr"),
        "shape" | "rect" | "imagedata" => attribute(inner, "alt"),
        _ => None,
    })?;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ").replace(['[', ']'], "");
    (!said.is_empty()).then_some(said)
}

/// Whether `node` is drawn as a line across the page.
fn is_rule(node: Node<'_, '_>) -> bool {
    node.descendants().any(|inner| matches!(attribute(inner, "hr"), Some("t" | "true")))
}

/// Puts `piece` into the one before it, where they are of one kind.
fn joined(piece: &Piece, before: Option<&mut Piece>) -> bool {
    let Some(before) = before.filter(|before| before.tracked == piece.tracked) else { return false };
    match (&mut before.inline, &piece.inline) {
        (
            Inline::Text { text, look, link },
            Inline::Text { text: more, look: other_look, link: other_link },
        ) if look == other_look && link == other_link => {
            text.push_str(more);
            true
        }
        _ => false,
    }
}

/// The texts in boxes in `node`, each once: a box is written twice, for newer and older programs.
fn boxes<'a, 'i>(node: Node<'a, 'i>, around: &Around, out: &mut Vec<Node<'a, 'i>>) -> Result<(), Problem> {
    let around = around.deeper()?;
    for child in node.children().filter(Node::is_element) {
        match name(child) {
            "txbxContent" => out.push(child),
            "AlternateContent" => {
                if let Some(choice) = chosen(child) {
                    boxes(choice, &around, out)?;
                }
            }
            _ => boxes(child, &around, out)?,
        }
    }
    Ok(())
}

/// Whether `node` holds nothing but a number.
fn is_number(node: Node<'_, '_>) -> bool {
    node.text().is_some_and(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a break ends a line, not a page or a column.
fn is_line(node: Node<'_, '_>) -> bool {
    matches!(attribute(node, "type"), None | Some("textWrapping"))
}

/// The character that `w:sym` shows; those of symbol fonts are in no alphabet.
fn symbol(node: Node<'_, '_>) -> String {
    let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
    let own = |code: &u32| !(0xe000..=0xf8ff).contains(code);
    code.filter(own)
        .and_then(char::from_u32)
        .filter(|c| !c.is_control())
        .map(String::from)
        .unwrap_or_default()
}
