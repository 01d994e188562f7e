//! Words within a block: how they are stressed, links, pictures, code.

use pulldown_cmark::{Tag, TagEnd};

use super::Writer;
use crate::text::{Span, slice};
use crate::tui::preview::render::Face;
use crate::tui::widget::paint;

/// The most cells that an address takes.
const ADDRESS: usize = 48;

/// How the words that come next are stressed.
#[derive(Debug, Default)]
pub(super) struct Stress {
    /// The level of the open heading; 0 where there is none.
    pub(super) heading: u8,
    /// Whether the head of a table is written.
    pub(super) in_head: bool,
    strong: usize,
    emphasis: usize,
    struck: usize,
    pictures: usize,
    /// The open links: where each leads, and its bytes of the flow before it.
    links: Vec<(String, usize)>,
}

impl Stress {
    pub(super) fn face(&self) -> Face {
        Face {
            heading: self.heading,
            strong: self.strong > 0 || self.in_head,
            emphasis: self.emphasis > 0 || self.pictures > 0,
            struck: self.struck > 0,
            link: !self.links.is_empty(),
            code: false,
            quiet: self.pictures > 0,
        }
    }
}

/// Whether `words` are `address`, however much of it people leave out.
fn is_same(words: &str, address: &str) -> bool {
    let bare = |text: &str| {
        let text = text.trim();
        let text = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
        text.trim_start_matches("www.").trim_end_matches('/').to_lowercase()
    };
    bare(words) == bare(address)
}

impl Writer<'_> {
    /// Words of the writer.
    pub(super) fn words(&mut self, words: &str, span: Span) {
        let literal = slice(self.source, span) == words;
        self.put(words, self.stress.face(), span, literal);
    }

    pub(super) fn inline_code(&mut self, code: &str, span: Span) {
        let face = Face { code: true, ..self.stress.face() };
        let at = slice(self.source, span).find(code).filter(|_| !code.is_empty());
        let inner = at.map(|at| Span::new(span.start + at, span.start + at + code.len()));
        let mark = if self.signs.brackets { "`" } else { "" };
        self.put(mark, face, Span::at(span.start), false);
        self.put(code, face, inner.unwrap_or(span), inner.is_some());
        self.put(mark, face, Span::at(span.end), false);
    }

    pub(super) fn inline_start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Emphasis => self.stress.emphasis += 1,
            Tag::Strong => self.stress.strong += 1,
            Tag::Strikethrough => {
                self.bracket("[-", span.start);
                self.stress.struck += 1;
            }
            Tag::Link { dest_url, .. } => {
                let at = self.flow(span).text().len();
                self.stress.links.push((dest_url.into_string(), at));
            }
            Tag::Image { .. } => {
                self.stress.pictures += 1;
                self.put("Picture: ", self.stress.face(), Span::at(span.start), false);
            }
            _ => {}
        }
    }

    pub(super) fn inline_end(&mut self, tag: TagEnd, span: Span) {
        let stress = &mut self.stress;
        match tag {
            TagEnd::Emphasis => stress.emphasis = stress.emphasis.saturating_sub(1),
            TagEnd::Strong => stress.strong = stress.strong.saturating_sub(1),
            TagEnd::Strikethrough => {
                stress.struck = stress.struck.saturating_sub(1);
                self.bracket("-]", span.end);
            }
            TagEnd::Link => self.link_end(span),
            TagEnd::Image => stress.pictures = stress.pictures.saturating_sub(1),
            _ => {}
        }
    }

    fn bracket(&mut self, sign: &str, at: usize) {
        if self.signs.brackets {
            self.put(sign, self.stress.face(), Span::at(at), false);
        }
    }

    /// Behind the words of a link stands where it leads, unless they say it themselves.
    fn link_end(&mut self, span: Span) {
        let Some((target, from)) = self.stress.links.pop() else { return };
        let flow = self.flow(span);
        let words = slice(flow.text(), from..flow.text().len());
        let address = target.strip_prefix("mailto:").unwrap_or(&target);
        if address.is_empty() || address.starts_with('#') || is_same(words, address) {
            return;
        }
        let start = flow.end().unwrap_or(span.start).min(span.end);
        let shown = paint::fit(address, ADDRESS, self.signs.glyphs.ellipsis);
        self.put(&format!(" ({shown})"), Face::QUIET, Span::new(start, span.end), false);
    }
}
