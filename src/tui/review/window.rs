//! What of the page is on the screen: its wrapped rows, and which of them is at the top.

use super::page::Page;
use crate::text::{Inline, Layout, Place, Row, Span};

/// The part of the window's rows that is kept between what is read and its edge.
const MARGIN: usize = 4;

/// The rows of a page and the window onto them.
#[derive(Debug)]
pub struct Window {
    layout: Layout,
    /// A byte of the top row.
    top: usize,
    height: usize,
}

impl Window {
    /// A window at the head of `page`.
    pub fn new(page: &Page) -> Self {
        Self { layout: layout(page, 72), top: 0, height: 1 }
    }

    /// Another page: what was at the top stays there, as far as it can.
    pub fn turn(&mut self, page: &Page) {
        self.layout = layout(page, self.layout.width());
        self.top = page.buffer().grapheme_floor(self.top.min(page.buffer().len()));
    }

    /// The wrapped rows.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The rows in the window.
    pub fn rows<'a>(&'a self, page: &'a Page) -> impl Iterator<Item = Row> + 'a {
        self.layout.rows(page.buffer(), self.top).take(self.height)
    }

    /// Rows in the window; at least 1.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Fits it to `width` cells and `height` rows and shows `inlines`; `seen` is brought into it.
    pub fn settle(
        &mut self,
        page: &Page,
        (width, height): (usize, usize),
        inlines: Vec<Inline>,
        seen: Option<Span>,
    ) {
        self.height = height.max(1);
        self.layout.set_width(width);
        self.layout.set_inlines(page.buffer(), inlines);
        if let Some(seen) = seen {
            for offset in [seen.end, seen.start] {
                self.top =
                    self.layout.reveal(page.buffer(), self.top, offset, self.height, self.height / MARGIN);
            }
        }
        self.top = self.top.min(self.last_top(page));
    }

    /// Scrolls by `rows`, down if positive.
    pub fn scroll(&mut self, page: &Page, rows: isize) {
        self.top = self.layout.scroll(page.buffer(), self.top, rows).min(self.last_top(page));
    }

    fn last_top(&self, page: &Page) -> usize {
        let up = isize::try_from(self.height - 1).unwrap_or(0);
        self.layout.scroll(page.buffer(), page.buffer().len(), -up)
    }

    /// The bytes of the page that are on the screen.
    pub fn span(&self, page: &Page) -> Span {
        let mut rows = self.rows(page);
        let Some(first) = rows.next() else { return Span::default() };
        let last = rows.last().unwrap_or(first);
        Span::new(first.span.start, last.span.end)
    }

    /// The place under cell (`column`, `row`) of the window; under the last row there is its end.
    pub fn place_under(&self, page: &Page, column: usize, row: usize) -> Place {
        let rows = self.rows(page).take(row + 1).collect::<Vec<_>>();
        match rows.last() {
            Some(last) if rows.len() == row + 1 => self.layout.place_at(page.buffer(), last, column),
            Some(last) => last.end(),
            None => Place::default(),
        }
    }
}

/// The rows of `page`, items and quotations hanging behind their marks.
fn layout(page: &Page, width: usize) -> Layout {
    let mut layout = Layout::new(page.buffer(), width);
    page.hangs().iter().for_each(|(line, cells)| layout.hang(*line, *cells));
    layout
}
