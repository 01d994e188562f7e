//! Behaviour of reviews as a whole.

mod acts;
mod places;
mod sidecars;

use super::*;
use crate::document::Document;
use crate::text::Span;

/// A draft with a phrase that comes three times.
pub const DRAFT: &str = "\
# Blue Corp announces Melinda

## Problem

Many customers wait at home for a parcel. They miss work.

## Solution

Melinda is a smart mailbox. Many customers will never wait again.

## External FAQ

### What does it cost?

It costs $15. Many customers pay nothing.
";

pub fn sign(by: &str, minute: u32) -> Signature {
    let at = format!("2026-11-09T10:{minute:02}:00Z").parse().unwrap();
    Signature { by: by.to_owned(), at }
}

/// The nth `quote` in `source`.
pub fn span(source: &str, quote: &str, nth: usize) -> Span {
    let at = source.match_indices(quote).nth(nth).unwrap().0;
    Span::new(at, at + quote.len())
}

pub fn anchor(source: &str, quote: &str, nth: usize) -> Anchor {
    Anchor::of(source, &Document::parse(source, &[]), span(source, quote, nth))
}

pub fn threads(reviews: &Reviews, source: &str) -> Vec<Thread> {
    let document = Document::parse(source, &[]);
    reviews.threads(&Ground::new(source, &document))
}
