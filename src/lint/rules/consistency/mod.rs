//! What a document says twice: numbers that differ, and claims that no answer takes up.

mod launch;
pub(super) mod mismatch;
#[cfg(test)]
mod mismatch_tests;
mod numbers;
mod promise;
mod stems;
mod tag;
pub(super) mod unanswered;
