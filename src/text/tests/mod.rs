//! Tests of the editing core as a whole: behaviours in cursor notation, and properties against naive models.

mod editing;
pub(crate) mod notation;
mod properties;
pub(in crate::text) mod unicode;
