//! Claims that a reader cannot check: superlatives and firsts, comparisons with nothing, shares of nobody. What counts
//! as evidence stands in `evidence` and `figure`, for all of them.

pub(super) mod comparative;
mod comparison;
pub(super) mod evidence;
mod figure;
pub(super) mod share;
mod sight;
mod unique;
pub(super) mod unsupported;
