//! The figures as tables in text; better and worse are words, so that colour only repeats them.

use std::io::{self, Write};

use super::{Figure, PartProgress, Progress, Trend};
use crate::report::{Paint, Tone};
use crate::text::width;

/// Cells before every column.
const GAP: usize = 2;

/// Writes `progress` in lines of at most `columns` cells, as far as names are no longer than that. Where the table of
/// parts has no room, each part is a paragraph.
pub fn write_progress(
    progress: &Progress,
    columns: usize,
    paint: &dyn Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    wrapped(&progress.verdict(), "", columns, Tone::Strong, paint, out)?;
    // Figures that all stayed are known from before.
    if progress.total.iter().all(Figure::is_same) && progress.changed().next().is_none() {
        return Ok(());
    }
    writeln!(out)?;
    total(progress, columns, paint, out)?;
    let rows: Vec<[Cell; 4]> = progress.changed().map(row).collect();
    let unchanged = progress.unchanged();
    if !rows.is_empty() || unchanged.is_some() {
        writeln!(out)?;
    }
    let widths = widths(&rows);
    if widths.iter().map(|cells| cells + GAP).sum::<usize>() <= columns {
        table(&rows, widths, paint, out)?;
    } else {
        rows.iter().try_for_each(|row| paragraph(row, columns, paint, out))?;
    }
    unchanged.map_or(Ok(()), |text| wrapped(&text, "  ", columns, Tone::Dim, paint, out))
}

/// Those of the whole document, one a line.
fn total(progress: &Progress, columns: usize, paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    /// Cells behind the names.
    const VALUES: usize = 24;
    let names = progress.total.iter().map(|figure| figure.name.len()).max().unwrap_or(0);
    if GAP + names + VALUES > columns {
        let lines = progress.total.iter().map(|figure| (figure.name, Cell::whole(figure)));
        return lines.into_iter().try_for_each(|(name, cell)| line(name, &cell, 2, columns, paint, out));
    }
    let head = format!("  {:names$}  {:>6}  {:>6}", "", "before", "after");
    writeln!(out, "{}", paint.paint(Tone::Dim, &head))?;
    for figure in &progress.total {
        let trend = figure.trend();
        write!(out, "  {:names$}  {:>6}  {:>6}", figure.name, figure.before(), figure.after())?;
        match trend.word() {
            "" => writeln!(out)?,
            word => writeln!(out, "  {}", paint.paint(trend.tone(), word))?,
        }
    }
    Ok(())
}

/// What the columns of the table of parts are called.
const HEADS: [&str; 4] = ["part", "words", "reading ease", "strikes per 100 words"];

/// One cell of that table.
struct Cell {
    text: String,
    tone: Option<Tone>,
    trend: Trend,
}

impl Cell {
    /// Of the whole document.
    fn whole(figure: &Figure) -> Self {
        let both = format!("{} → {}", figure.before(), figure.after());
        let text = if figure.is_same() { figure.after() } else { both };
        Self { text, tone: None, trend: figure.trend() }
    }

    /// Of `part`; what only one of the texts measures because it lacks the part stands alone.
    fn of(figure: &Figure, part: &PartProgress) -> Self {
        let text = match (figure.numbers(), part.only()) {
            ([None, None], _) => String::new(),
            ([Some(_), None], Some(_)) => figure.before(),
            (_, Some(_)) => figure.after(),
            (_, None) => return Self::whole(figure),
        };
        Self { text, tone: None, trend: figure.trend() }
    }

    fn width(&self) -> usize {
        let word = self.trend.word().len();
        width(&self.text) + if word > 0 { word + 1 } else { 0 }
    }

    fn painted(&self, paint: &dyn Paint) -> String {
        let text = self.tone.map_or_else(|| self.text.clone(), |tone| paint.paint(tone, &self.text));
        match self.trend.word() {
            "" => text,
            word => format!("{text} {}", paint.paint(self.trend.tone(), word)),
        }
    }
}

fn row(part: &PartProgress) -> [Cell; 4] {
    let name = part.only().map_or_else(|| part.title.clone(), |only| format!("{} ({only})", part.title));
    let [words, ease, strikes] = part.figures().map(|figure| Cell::of(&figure, part));
    [Cell { text: name, tone: Some(Tone::Strong), trend: Trend::Same }, words, ease, strikes]
}

/// The cells that each column needs.
fn widths(rows: &[[Cell; 4]]) -> [usize; 4] {
    rows.iter().fold(HEADS.map(str::len), |mut widths, row| {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = cell.width().max(*widest);
        }
        widths
    })
}

fn table(rows: &[[Cell; 4]], widths: [usize; 4], paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let head: Vec<String> =
        HEADS.iter().zip(widths).map(|(name, cells)| format!("  {name:cells$}")).collect();
    writeln!(out, "{}", paint.paint(Tone::Dim, head.concat().trim_end()))?;
    for row in rows {
        // Nothing is blank at the end of a line.
        let mut blank = 0;
        for (cell, cells) in row.iter().zip(widths) {
            let used = cell.width();
            blank += GAP;
            if used > 0 {
                write!(out, "{}{}", " ".repeat(blank), cell.painted(paint))?;
                blank = 0;
            }
            blank += cells.saturating_sub(used);
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A row where the table has no room: the name, then its figures, one a line.
fn paragraph(
    [name, figures @ ..]: &[Cell; 4],
    columns: usize,
    paint: &dyn Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "  {}", name.painted(paint))?;
    let figures = figures.iter().zip(HEADS.iter().skip(1)).filter(|(cell, _)| cell.width() > 0);
    figures.into_iter().try_for_each(|(cell, head)| line(head, cell, 4, columns, paint, out))
}

/// A figure on a line of its own, or on two where its name leaves it no room.
fn line(
    name: &str,
    cell: &Cell,
    indent: usize,
    columns: usize,
    paint: &dyn Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let blank = " ".repeat(indent);
    let narrow = indent + name.len() + 1 + cell.width() > columns;
    let gap = if narrow { format!("\n{blank}  ") } else { " ".to_owned() };
    writeln!(out, "{blank}{name}{gap}{}", cell.painted(paint))
}

fn wrapped(
    text: &str,
    indent: &str,
    columns: usize,
    tone: Tone,
    paint: &dyn Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let options = textwrap::Options::new(columns.max(20)).initial_indent(indent).subsequent_indent(indent);
    textwrap::wrap(text, options).iter().try_for_each(|line| writeln!(out, "{}", paint.paint(tone, line)))
}
