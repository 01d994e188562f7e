//! The empty chair: who the customer is, and the document as that customer would read it.
//!
//! The reading view holds the release and the customers' questions, with everything that is struck carried out and no
//! markup, at the measure of print. It is a copy: nothing is written in it, and it is made again whenever the text is read
//! again.

mod name;
mod view;

pub use name::{ask, key};
pub use view::{draw, line, page};

use super::message::Effect;
use super::model::Model;
use super::preview;
use super::review::page::{Page, is_for_customer};
use super::review::window::Window;
use crate::centre::Centre;
use crate::document::{Document, PartSpec};
use crate::lint::Facts;
use crate::score::focus::Eye;
use crate::template::Template;
use crate::text::{Change, Edit, Span};

/// What the customer reads, and how much of it is on the screen.
#[derive(Debug)]
pub struct Chair {
    page: Page,
    window: Window,
    /// The sentences of the page that speak of somebody or something else than the customer.
    others: Vec<Span>,
    /// Whether those are dimmed.
    dims: bool,
    /// The reading that the page was made after.
    heard: Option<u64>,
}

/// Opens the reading view; dims in it what speaks of somebody else, or lets it be seen again.
pub fn toggle(model: &mut Model) -> Vec<Effect> {
    match &mut model.chair {
        Some(chair) => {
            chair.dims = !chair.dims;
            let (count, dims) = (chair.others.len(), chair.dims);
            model.say(match (dims, count) {
                (false, _) => "everything this customer would read".to_owned(),
                (true, 0) => "every sentence is about the customer, or a plain fact".to_owned(),
                (true, 1) => "dimmed: 1 sentence that speaks of somebody else".to_owned(),
                (true, count) => format!("dimmed: {count} sentences that speak of somebody else"),
            });
        }
        None if !model.pen.has_read() => model.say("still reading; once more, please"),
        None => {
            let (page, others) = read(model);
            if page.stops().is_empty() {
                model.say("there is nothing here that a customer would read");
                return Vec::new();
            }
            let window = Window::new(&page);
            model.outline.focus(false);
            model.chair = Some(Chair { window, page, others, dims: false, heard: model.pen.heard() });
        }
    }
    Vec::new()
}

/// Goes back to the text, or from the preview to it.
pub fn close(model: &mut Model) -> Vec<Effect> {
    if model.chair.take().is_none() { preview::close(model) } else { Vec::new() }
}

/// How far to scroll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scroll {
    /// By rows, down if positive.
    Rows(isize),
    /// By the height of the window, down if positive.
    Pages(isize),
    /// To the head, or to the end if positive.
    End(isize),
}

/// Scrolls the reading view, or the preview where that is open.
pub fn scroll(model: &mut Model, by: Scroll) -> Vec<Effect> {
    let Some(chair) = &mut model.chair else { return preview::scroll(model, by) };
    let page = isize::try_from(chair.window.height()).unwrap_or(1).saturating_sub(2).max(1);
    chair.window.scroll(
        &chair.page,
        match by {
            Scroll::Rows(rows) => rows,
            Scroll::Pages(pages) => pages * page,
            Scroll::End(side) => side * isize::try_from(chair.page.buffer().len()).unwrap_or(isize::MAX),
        },
    );
    Vec::new()
}

/// Fits the reading view to the screen and to the text; called after every message.
pub fn settle(model: &mut Model) {
    let Some(mut chair) = model.chair.take() else { return };
    if chair.heard != model.pen.heard() {
        (chair.page, chair.others) = read(model);
        chair.window.turn(&chair.page);
        chair.heard = model.pen.heard();
    }
    let area = page(model.geometry().screen, model.geometry().keys.height + model.geometry().status.height);
    let size = (usize::from(area.width.max(1)), usize::from(area.height));
    chair.window.settle(&chair.page, size, Vec::new(), None);
    model.chair = Some(chair);
}

/// The page of the text with its strikes carried out, and the sentences on it that are about somebody else.
fn read(model: &Model) -> (Page, Vec<Span>) {
    let text = model.editor.buffer();
    let strikes = model.pen.over(Span::new(0, text.len())).filter(|found| found.diagnostic.is_strike());
    let edits: Vec<Edit> = strikes.filter_map(|found| found.edit()).collect();
    let source = Change::new(edits).applied(text.text());
    let template = model.pen.rest().template.as_deref();
    let specs: Vec<PartSpec> = template.map(Template::part_specs).unwrap_or_default();
    let document = Document::parse(&source, &specs);
    let page = Page::of(&source, &document, |block| is_for_customer(&document, block));
    let others = others(&document).into_iter().filter_map(|span| page.page_span(span)).collect();
    (page, others)
}

/// The sentences that are about somebody or something else than the customer, plain facts aside.
fn others(document: &Document) -> Vec<Span> {
    let eye = Eye::new(&Facts::of(document, &[]), &[]);
    let mut others = Vec::new();
    for block in document.blocks.iter().filter(|block| block.is_judged()) {
        for (sentence, reading) in block.sentences.iter().zip(eye.read(block)) {
            if !matches!(reading.centre, Centre::Customer | Centre::None) {
                others.push(block.source_span(sentence.start as usize, sentence.end as usize));
            }
        }
    }
    others
}
