//! Markdown for wikis: Confluence and Notion take the plain part of Markdown over when it is pasted or imported, and show
//! the rest as it is written.
//!
//! What they do not know is put in other words: no front matter, no comments, notes in a list at the end, the address
//! of a link where the link is, no heading below the third level. Who lifted the gate stands at the end.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::super::html::foot::waiver_line;
use super::super::{Manuscript, Selection};
use super::comments;
use super::cut::{self, Cut};
use crate::document::markdown_options;
use crate::text::{Span, slice};

/// The deepest heading that Notion has.
const DEEPEST: usize = 3;
/// What lines of a quotation begin with.
const QUOTE: [char; 3] = ['>', ' ', '\t'];

/// The parts of `manuscript` that `selection` names, as Markdown that wikis read. Line ends are those of the source.
pub fn wiki(manuscript: &Manuscript<'_>, selection: &Selection) -> String {
    let Manuscript { source, document, .. } = *manuscript;
    let eol = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let from = document.front_matter.span.end;
    let (left_out, mark) = selection.left_out(source, document);
    let page = Page::of(source, eol, &selection.events(source, document));
    let mut cuts = page.cuts;
    cuts.extend(left_out.into_iter().map(Cut::block));
    cuts.extend(definitions(source, from).into_iter().map(Cut::block));
    let mut notes: Vec<(usize, String)> = Vec::new();
    for Note { span, text, number } in page.notes {
        let inside = cuts.iter().filter(|cut| cut.is_in(span)).cloned().collect();
        let note = cut::apply(slice(source, 0..span.end), text, inside, eol);
        notes.push((number, format!("{number}. {}{eol}", note.trim_end())));
        cuts.push(Cut::block(span));
    }
    notes.sort();
    cuts.extend(mark.map(Cut::end_mark));
    let mut out = cut::apply(source, from, cuts, eol).trim_end().to_owned();
    out.push_str(eol);
    if !notes.is_empty() {
        out.extend([eol, "**Notes**", eol, eol]);
        out.extend(notes.into_iter().map(|(_, note)| note));
    }
    for waiver in manuscript.verdict.waivers.iter().filter(|_| !selection.is_public()) {
        out.extend([eol, &plain(&waiver_line(waiver)), eol]);
    }
    out
}

/// Where the addresses of links are kept apart from them.
fn definitions(source: &str, from: usize) -> Vec<Span> {
    let parser = Parser::new_ext(slice(source, from..source.len()), markdown_options());
    let spans = parser.reference_definitions().iter().map(|(_, found)| Span::from(found.span.clone()));
    spans.map(|span| span.shifted(from)).collect()
}

/// A note: where it stands, where its text begins, and the number it is called by.
struct Note {
    span: Span,
    text: usize,
    number: usize,
}

/// What is to be put in other words on a page.
struct Page<'a> {
    source: &'a str,
    eol: &'static str,
    cuts: Vec<Cut>,
    notes: Vec<Note>,
    /// The numbers of notes, by name, as they are referred to.
    numbers: BTreeMap<String, usize>,
    /// The headings and links around a place, with the ends of the first and the last thing in them.
    open: Vec<Open>,
}

/// A heading or link that is not closed yet.
struct Open {
    span: Span,
    inner: Option<Span>,
    swap: Swap,
}

/// What becomes of a thing that has text in it.
enum Swap {
    /// It stays.
    None,
    /// A heading too deep becomes a bold line; a plain one where it has bold words.
    Bold { is_bold: bool },
    /// The address of a link, in place of the name of its definition.
    Address { text: String, is_collapsed: bool },
    /// The text of this note.
    Note(String),
}

impl<'a> Page<'a> {
    fn of(source: &'a str, eol: &'static str, events: &[(Event<'_>, Span)]) -> Self {
        let cuts = comments::all_cuts(source, events).into_iter().map(Cut::without_trace).collect();
        let mut page =
            Self { source, eol, cuts, notes: Vec::new(), numbers: BTreeMap::new(), open: Vec::new() };
        for (event, span) in events {
            page.event(event, *span);
        }
        page
    }

    fn event(&mut self, event: &Event<'_>, span: Span) {
        let closes = matches!(
            event,
            Event::End(TagEnd::Heading(_) | TagEnd::Link | TagEnd::Image | TagEnd::FootnoteDefinition)
        );
        if let Some(open) = closes.then(|| self.open.pop()).flatten() {
            self.close(open);
        }
        for open in &mut self.open {
            let inner = open.inner.get_or_insert(span);
            inner.end = inner.end.max(span.end);
        }
        match event {
            Event::Start(tag) if is_swapped(tag) => {
                let swap = swap(tag);
                self.open.push(Open { span, inner: None, swap });
            }
            Event::Start(Tag::Strong) => self.open.iter_mut().for_each(Open::has_bold),
            Event::FootnoteReference(name) => {
                let number = self.number(name);
                self.cuts.push(Cut::swap(span, format!("[{number}]")));
            }
            _ => {}
        }
    }

    /// The number that the note `name` is called by.
    fn number(&mut self, name: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(name.to_owned()).or_insert(next)
    }

    fn close(&mut self, Open { span, inner, swap }: Open) {
        let whole = slice(self.source, span);
        let end = span.start + whole.trim_end().len();
        let inner = inner.unwrap_or(Span::at(end));
        match swap {
            Swap::None => {}
            Swap::Bold { is_bold } => {
                let stars = if is_bold { "" } else { "**" };
                let (above, below) = self.gaps(Span::new(span.start, end));
                self.cuts.push(Cut::swap(Span::new(span.start, inner.start), format!("{above}{stars}")));
                self.cuts.push(Cut::swap(Span::new(inner.end.min(end), end), format!("{stars}{below}")));
            }
            Swap::Address { text, is_collapsed } => {
                // The parser does not count the empty brackets of `[words][]` to the link.
                let rest = slice(self.source, span.end..self.source.len());
                let brackets = if is_collapsed && rest.starts_with("[]") { 2 } else { 0 };
                self.cuts.push(Cut::swap(Span::new(inner.end, span.end + brackets), text));
            }
            Swap::Note(name) => {
                let number = self.number(&name);
                self.notes.push(Note { span, text: inner.start, number });
            }
        }
    }
}

impl Page<'_> {
    /// What has to stand before and behind a line that was a heading, to part it from the lines around it as that did.
    fn gaps(&self, heading: Span) -> (String, String) {
        let before = slice(self.source, 0..heading.start);
        let lead = before.rsplit('\n').next().unwrap_or("");
        let above = slice(before, 0..before.len() - lead.len());
        let below = slice(self.source, heading.end..self.source.len()).lines().nth(1);
        let is_said = |line: &str| !line.trim_matches(QUOTE).is_empty();
        let margin: String = lead.chars().map(|c| if c == '>' { c } else { ' ' }).collect();
        let is_first = !lead.trim_matches(QUOTE).is_empty();
        let parts_above = !is_first && above.lines().next_back().is_some_and(is_said);
        let above = if parts_above { format!("{}{margin}", self.eol) } else { String::new() };
        let parts_below = below.is_some_and(is_said);
        let below = if parts_below { format!("{}{}", self.eol, margin.trim_end()) } else { String::new() };
        (above, below)
    }
}

impl Open {
    fn has_bold(&mut self) {
        if let Swap::Bold { is_bold } = &mut self.swap {
            *is_bold = true;
        }
    }
}

/// Whether `tag` is one whose end is waited for.
fn is_swapped(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Heading { .. } | Tag::Link { .. } | Tag::Image { .. } | Tag::FootnoteDefinition(_))
}

fn swap(tag: &Tag<'_>) -> Swap {
    match tag {
        Tag::Heading { level, .. } if *level as usize > DEEPEST => Swap::Bold { is_bold: false },
        Tag::Link { link_type, dest_url, title, .. } | Tag::Image { link_type, dest_url, title, .. }
            if matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut) =>
        {
            let is_collapsed = *link_type == LinkType::Collapsed;
            Swap::Address { text: address(dest_url, title), is_collapsed }
        }
        Tag::FootnoteDefinition(name) => Swap::Note(name.to_string()),
        _ => Swap::None,
    }
}

/// What follows the words of a link in place.
fn address(url: &str, title: &str) -> String {
    let bare =
        !url.is_empty() && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "()<>".contains(c));
    let url =
        if bare { url.to_owned() } else { format!("<{}>", url.replace('<', "%3C").replace('>', "%3E")) };
    match title {
        "" => format!("]({url})"),
        title => format!("]({url} \"{}\")", title.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// `text` with what Markdown would take for a sign kept from it.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#|~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
