//! The window onto the text: which rows are in it, and how it goes along with the cursor.

use super::Editor;
use crate::text::{Affinity, Inline, Place, Row};

/// Rows kept between the cursor and the edge of the window.
const MARGIN: usize = 2;

/// What of the text is seen.
#[derive(Debug)]
pub(super) struct Window {
    /// A byte of the top row.
    pub(super) top: usize,
    /// Blank rows above the first row of the text; none where that is not at the top.
    lead: usize,
    /// Rows there is room for.
    pub(super) height: usize,
    pub(super) follow: Follow,
    /// Whether the row of the cursor stays in the middle.
    is_typewriter: bool,
}

/// How the window goes along with the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follow {
    /// Not at all: the wheel was turned.
    Not,
    /// Only so far that it is seen: the pointer has put it there, and what one points at does not move away.
    Pointer,
    /// As it does for keys.
    Keys,
}

impl Default for Window {
    fn default() -> Self {
        Self { top: 0, lead: 0, height: 1, follow: Follow::Keys, is_typewriter: false }
    }
}

impl Window {
    /// Rows above that of the cursor where it is kept in the middle.
    fn above(&self) -> usize {
        self.height.saturating_sub(1) / 2
    }
}

impl Editor {
    /// The rows in the window.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        let room = self.window.height.saturating_sub(self.window.lead);
        self.layout.rows(&self.buffer, self.window.top).take(room)
    }

    /// The byte offset of the top row.
    pub fn top(&self) -> usize {
        self.window.top
    }

    /// How many rows of the window are blank above the first row of the text.
    pub fn lead(&self) -> usize {
        self.window.lead
    }

    /// Keeps the row of the cursor in the middle of the window while the keys move it, or does so no more.
    ///
    /// As in iA Writer the eye rests at one height from the first word on: near the head of the text the rows above are
    /// blank, and the text begins lower. (The other way, in which the cursor walks down to the middle first, moves it
    /// for just the lines of which a new draft has most.) The wheel turns the text freely, and what the pointer selects
    /// stays where it is; the next key brings the row back to the middle.
    pub fn keep_in_middle(&mut self, is_typewriter: bool) {
        if is_typewriter != self.window.is_typewriter {
            self.window.is_typewriter = is_typewriter;
            self.window.lead = 0;
            self.window.follow = Follow::Keys;
        }
    }

    /// What was selected last was selected by the pointer: the window goes along no more than it has to.
    pub fn pointed(&mut self) {
        self.window.follow = Follow::Pointer;
    }

    /// Turns the wheel: `rows` down, or up where negative. The cursor stays.
    pub fn scroll(&mut self, rows: isize) {
        self.window.follow = Follow::Not;
        for _ in 0..rows.unsigned_abs() {
            self.turn(rows.signum());
        }
    }

    // By one row; blank rows above the text go first and come back last.
    fn turn(&mut self, row: isize) {
        if row > 0 && self.window.lead > 0 {
            self.window.lead -= 1;
            return;
        }
        let top = self.layout.scroll(&self.buffer, self.window.top, row);
        let is_head = row < 0 && self.layout.locate(&self.buffer, self.window.top).0.span.start == top;
        if is_head && self.window.is_typewriter {
            self.window.lead = (self.window.lead + 1).min(self.window.above());
        }
        self.window.top = top;
    }

    /// Puts `offset` in the top row, as far as the window follows the cursor.
    pub fn scroll_to(&mut self, offset: usize) {
        self.window.top = self.buffer.grapheme_floor(offset);
        self.window.lead = 0;
    }

    /// Fits the window to `width` cells and `height` rows, shows `inlines` in the text, and brings the cursor into the
    /// window if it is to follow.
    pub fn settle(&mut self, width: usize, height: usize, inlines: Vec<Inline>) {
        self.window.height = height;
        self.window.lead = self.window.lead.min(self.window.above());
        self.layout.set_width(width);
        self.layout.set_inlines(&self.buffer, inlines);
        if self.layout.inlines().iter().any(|inline| inline.at == self.selection.head) {
            self.affinity = Affinity::Before;
        }
        match self.window.follow {
            Follow::Not => {}
            Follow::Keys if self.window.is_typewriter => {
                (self.window.top, self.window.lead) =
                    self.layout.top_above(&self.buffer, self.place(), self.window.above());
            }
            Follow::Keys | Follow::Pointer => self.reveal(),
        }
    }

    fn reveal(&mut self) {
        let height = self.window.height.saturating_sub(self.window.lead);
        let top = self.layout.reveal(&self.buffer, self.window.top, self.place(), height, MARGIN);
        let has_moved = top > self.window.top;
        self.window.lead = if has_moved { 0 } else { self.window.lead };
        self.window.top = top;
    }

    /// The place under cell (`column`, `row`) of the window; under the last row there is its end, above the first one
    /// that row.
    pub fn place_under(&self, column: usize, row: usize) -> Place {
        let row = row.saturating_sub(self.window.lead);
        let rows = self.rows().take(row + 1).collect::<Vec<_>>();
        match rows.last() {
            Some(last) if rows.len() == row + 1 => self.layout.place_at(&self.buffer, last, column),
            Some(last) => last.end(),
            None => Place::default(),
        }
    }
}
