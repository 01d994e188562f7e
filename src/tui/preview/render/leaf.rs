//! A block of text with the signs in front of it, laid out once its rows are asked for.

use std::cell::OnceCell;

use super::flow::Flow;
use super::table::Table;
use super::{Face, Piece, Row, Signs};
use crate::text::{Span, width};
use crate::tui::widget::paint;

/// Code is framed where its words have so many cells; else it stands bare.
const FRAMED_FROM: usize = 12;

/// What is laid out by itself: a paragraph, the text of an item, a table, code.
#[derive(Debug, Clone)]
pub struct Leaf {
    /// Its bytes.
    pub span: Span,
    lead: Lead,
    body: Body,
    rows: OnceCell<Box<[Row]>>,
}

/// What stands in front of the first row, and of the others: bars of quotations, marks of items, and the room they take.
#[derive(Debug, Clone, Default)]
pub(super) struct Lead {
    pub(super) first: String,
    pub(super) rest: String,
}

/// What a leaf holds.
#[derive(Debug, Clone)]
pub(super) enum Body {
    /// The room between two others.
    Gap,
    /// Words.
    Text(Flow),
    /// A heading of the first or second level: words with a line under them, which takes the place of the room below.
    Ruled(Flow, u8),
    /// Lines of code, framed or not, and what it is written in.
    Code { lines: Flow, name: String, is_framed: bool },
    /// A line across.
    Rule,
    /// A table.
    Table(Table),
}

impl Leaf {
    pub(super) fn new(span: Span, lead: Lead, body: Body) -> Self {
        Self { span, lead, body, rows: OnceCell::new() }
    }

    /// Whether it is nothing but room between two others.
    pub fn is_gap(&self) -> bool {
        matches!(self.body, Body::Gap)
    }

    /// Its rows, at least one. They are laid out for the `width` that is asked for first.
    pub fn rows(&self, width: usize, signs: &Signs) -> &[Row] {
        self.rows.get_or_init(|| self.lay_out(width.max(1), signs).into())
    }

    fn lay_out(&self, cells: usize, signs: &Signs) -> Vec<Row> {
        // However deep the words stand, half of the row is left for them.
        let lead = width(&self.lead.first).max(width(&self.lead.rest)).min(cells / 2);
        let mut rows = self.body.rows(self.span, cells - lead, signs);
        let mut floor = self.span.start;
        for (at, row) in rows.iter_mut().enumerate() {
            row.is_start &= at == 0 || row.span.start > floor;
            // A row without words does not know where it stands.
            floor = floor.max(row.span.start);
            row.span = Span::new(floor, row.span.end);
            row.shift(lead);
            let mark = if at == 0 { &self.lead.first } else { &self.lead.rest };
            let text = paint::fit(mark, lead, "");
            if !text.trim().is_empty() {
                let source = Span::at(row.span.start);
                row.pieces.insert(0, Piece { column: 0, text, face: Face::QUIET, source, literal: false });
            }
        }
        rows
    }
}

impl Body {
    fn rows(&self, span: Span, width: usize, signs: &Signs) -> Vec<Row> {
        let glyphs = &signs.glyphs;
        let line = glyphs.border.horizontal_top;
        match self {
            Self::Gap => vec![Row { span: Span::at(span.start), ..Row::default() }],
            Self::Text(flow) => starting_at(span, flow.rows(width)),
            Self::Ruled(flow, level) => {
                let mut rows = starting_at(span, flow.rows(width));
                let cells = rows.iter().map(Row::cells).max().unwrap_or(1);
                let sign = if *level == 1 { glyphs.double } else { line };
                rows.push(Row::quiet(sign.repeat(cells), span.end));
                rows
            }
            Self::Code { lines, name, is_framed } if *is_framed && width >= FRAMED_FROM => {
                framed(lines, name, span, width, signs)
            }
            Self::Code { lines, .. } => starting_at(span, lines.rows(width)),
            Self::Rule => vec![Row { is_start: true, ..Row::quiet(line.repeat(width), span.start) }],
            Self::Table(table) => table.rows(width, signs),
        }
    }
}

/// The first of `rows` begins where what they show does.
fn starting_at(span: Span, mut rows: Vec<Row>) -> Vec<Row> {
    if let Some(first) = rows.first_mut() {
        first.span = Span::new(span.start.min(first.span.start), first.span.end);
    }
    rows
}

fn framed(lines: &Flow, name: &str, span: Span, width: usize, signs: &Signs) -> Vec<Row> {
    let border = &signs.glyphs.border;
    let inside = lines.rows(width - 4);
    let name = paint::fit(name, width / 2, signs.glyphs.ellipsis);
    let label = if name.is_empty() { String::new() } else { format!(" {name} ") };
    let rest = (width - 3).saturating_sub(paint::width(&label));
    let line = border.horizontal_top;
    let top = format!("{}{line}{label}{}{}", border.top_left, line.repeat(rest), border.top_right);
    let bottom = format!(
        "{}{}{}",
        border.bottom_left,
        border.horizontal_bottom.repeat(width - 2),
        border.bottom_right
    );
    let mut rows = vec![Row { is_start: true, ..Row::quiet(top, span.start) }];
    for mut row in inside {
        row.shift(2);
        for (column, sign) in [(0, border.vertical_left), (width - 1, border.vertical_right)] {
            let source = Span::at(row.span.start);
            row.pieces.push(Piece {
                column,
                text: sign.to_owned(),
                face: Face::QUIET,
                source,
                literal: false,
            });
        }
        rows.push(row);
    }
    rows.push(Row::quiet(bottom, span.end));
    rows
}
