//! The front matter, as far as a reader wants to know it: product, company, date, customer.

use super::flow::Flow;
use super::leaf::{Body, Lead, Leaf};
use super::{Face, Signs};
use crate::document::{Document, FrontMatter};

/// The title block of `head`, which is the front matter of a document; nothing where it names nothing.
pub fn title(head: &str, signs: &Signs) -> Vec<Leaf> {
    let front = Document::front_matter(head);
    let flow = words(&front, signs);
    if flow.is_blank() {
        return Vec::new();
    }
    let leaf = |body| Leaf::new(front.span, Lead::default(), body);
    vec![leaf(Body::Text(flow)), leaf(Body::Gap)]
}

fn words(front: &FrontMatter, signs: &Signs) -> Flow {
    let mut flow = Flow::default();
    let strong = Face { strong: true, ..Face::default() };
    let named = [(&front.product, strong), (&front.company, Face::QUIET), (&front.launch, Face::QUIET)];
    for (words, face) in named {
        let Some(words) = words else { continue };
        if !flow.is_blank() {
            flow.push(&format!(" {} ", signs.glyphs.dot), Face::QUIET, front.span, false);
        }
        flow.push(words, face, front.span, false);
    }
    if let Some(customer) = &front.customer {
        if !flow.is_blank() {
            flow.break_line(front.span);
        }
        flow.push(&format!("for {customer}"), Face::QUIET, front.span, false);
    }
    flow
}
