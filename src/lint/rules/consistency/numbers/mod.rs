//! Numbers as a document states them: what is counted or measured, and about what.
//!
//! Read with care rather than with ambition: a number whose meaning is not plain is left out.

mod calendar;
mod clause;
mod near;
mod quantity;
mod unit;

pub(super) use calendar::{Date, dates};
pub(super) use clause::Actor;
pub(super) use near::Echo;
pub(super) use quantity::{Quantity, quantities};
pub(super) use unit::{Unit, measure};
