//! Text as the editor and the parser see it: spans, positions, and the editing core.
//!
//! Every position is a byte offset into the source. Nothing here knows Markdown, rules or the screen.
//!
//! An edit goes round like this: a [`Motion`] or a command of [`typing`] makes a [`Step`], [`History::commit`] makes it
//! in the [`Buffer`] and hands back [`Applied`], and everything that follows the text ([`Layout`],
//! [`Decorations`], journal) is brought up to date from that.

mod after;
mod buffer;
mod change;
mod clusters;
mod counted;
mod decoration;
mod difference;
mod edit;
mod grapheme;
mod history;
mod layout;
mod motion;
mod nearest;
mod position;
mod positions;
mod printable;
mod query;
mod search;
mod selection;
mod span;
mod starts;
#[cfg(test)]
pub(crate) mod tests;
pub mod typing;
mod width;
mod word_count;
mod word_set;

pub use after::After;
pub use buffer::{Applied, Buffer, LineSplice};
pub use change::Change;
pub use clusters::{Clusters, clusters};
pub use counted::counted;
pub use decoration::{Decoration, Decorations, Mark};
pub use edit::{Bias, Edit};
pub use history::{History, PAUSE, Restored, Step, StepKind};
pub use layout::{Affinity, Cell, Inline, Layout, Place, Row};
pub use motion::Motion;
pub use nearest::{nearest, unknown};
pub use position::{LineIndex, Position};
pub use positions::Positions;
pub use printable::{is_unsafe, printable, printable_json, printable_lines};
pub use query::Query;
pub use search::Search;
pub use selection::Selection;
pub use span::{Span, slice};
pub use starts::Firsts;
pub use width::{TAB_WIDTH, cell_width, drawn, glyph, is_stand_in, shown, width};
pub use word_count::word_count;
pub use word_set::WordSet;
