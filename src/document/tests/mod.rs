//! The document model as a whole: what is recognised in documents of every shape, and where it stands.

mod notation;
mod properties;
mod questions;
mod shapes;
mod shipped;
