//! The cells of a table.

use pulldown_cmark::Alignment;

/// Where the writer is in a table.
#[derive(Debug, Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

impl Table {
    pub fn new(alignments: Vec<Alignment>) -> Self {
        Self { alignments, column: 0, in_head: false }
    }

    pub fn row(&mut self, in_head: bool) -> &'static str {
        self.column = 0;
        self.in_head = in_head;
        if in_head { "<thead>\n<tr>" } else { "<tr>" }
    }

    pub fn cell(&mut self) -> String {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        self.column += 1;
        format!("<{}{class}>", self.element())
    }

    pub fn cell_end(&self) -> String {
        format!("</{}>", self.element())
    }

    fn element(&self) -> &'static str {
        if self.in_head { "th" } else { "td" }
    }
}
