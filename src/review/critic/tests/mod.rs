//! What CriticMarkup says, what it must not break, and that a round trip is exact.

mod orders;
mod pitfalls;
mod round_trip;

use super::*;
use crate::document::Document;
use crate::review::Signature;

pub fn parse(text: &str) -> Document {
    Document::parse(text, &[])
}

pub fn sign() -> Signature {
    Signature { by: "Ann".to_owned(), at: "2026-11-09T10:30:00Z".parse().unwrap() }
}

pub fn read(text: &str) -> Imported {
    import(text, &sign(), parse)
}
