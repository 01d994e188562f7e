//! A table as lines of cells.

use crate::text::width;

/// The rows of a table, its head first.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub fn cell(&mut self, text: &str) {
        if let Some(row) = self.rows.last_mut() {
            row.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    /// Its lines: side by side where they fit `room` cells, else one cell a line behind the name of its column.
    pub fn lines(&self, room: usize) -> String {
        let count = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |at: usize| self.rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max();
        let columns: Vec<usize> = (0..count).map(|at| widest(at).unwrap_or(0)).collect();
        if columns.iter().sum::<usize>() + 3 * count.saturating_sub(1) > room {
            return self.under_each_other();
        }
        let mut out = String::new();
        for (at, row) in self.rows.iter().enumerate() {
            let padded = |(cell, column): (&String, &usize)| {
                format!("{cell}{}", " ".repeat(column.saturating_sub(width(cell))))
            };
            let cells: Vec<String> = row.iter().zip(&columns).map(padded).collect();
            out.push_str(cells.join(" | ").trim_end());
            out.push('\n');
            if at == 0 {
                let lines: Vec<String> = columns.iter().map(|column| "-".repeat(*column)).collect();
                out.push_str(&lines.join("-+-"));
                out.push('\n');
            }
        }
        out
    }

    fn under_each_other(&self) -> String {
        let Some((head, rows)) = self.rows.split_first() else { return String::new() };
        let told = |row: &Vec<String>| -> String {
            let cells = head.iter().zip(row);
            cells.flat_map(|(name, cell)| [name.as_str(), ": ", cell.as_str(), "\n"]).collect()
        };
        rows.iter().map(told).collect::<Vec<_>>().join("\n")
    }
}
