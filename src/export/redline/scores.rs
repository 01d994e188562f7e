//! The scores before and after as tables: verdict on top of the page, figures at its foot.

use std::fmt::Write as _;

use crate::export::html::escape::escape;
use crate::report::redline::{Figure, PartProgress, Progress};

/// What the figures mean, for those who do not see them every day.
const HINT: &str = "For reading ease and customer focus more is better, for grade and strikes less.";

/// Whether the draft got better, with a link to the figures.
pub(super) fn verdict(progress: &Progress, scope: &str) -> String {
    format!(
        "<p><strong>{}.</strong> <a href=\"#{scope}scores\">Scores before and after</a></p>\n",
        escape(&progress.verdict())
    )
}

/// The figures of the document, then of each part that differs.
pub(super) fn section(progress: &Progress, scope: &str) -> String {
    let mut out =
        format!("<section class=\"scores\" id=\"{scope}scores\">\n<h2>Did this draft get better?</h2>\n");
    let _ = writeln!(out, "<p>{}. {HINT}</p>", escape(&progress.verdict()));
    let heads = ["", "Before and after"];
    let total = progress.total.iter().map(|figure| (figure.name.to_owned(), vec![both(figure, false)]));
    table(&mut out, "The whole document", &heads, total);
    if progress.changed().next().is_some() {
        let heads = ["Part", "Words", "Reading ease", "Strikes per 100 words"];
        table(&mut out, "Its parts", &heads, progress.changed().map(part));
    }
    if let Some(text) = progress.unchanged() {
        let _ = writeln!(out, "<p>{}</p>", escape(&text));
    }
    out.push_str("</section>\n");
    out
}

/// A table whose rows have a head, too.
fn table(out: &mut String, caption: &str, heads: &[&str], rows: impl Iterator<Item = (String, Vec<String>)>) {
    let _ = writeln!(out, "<table>\n<caption>{caption}</caption>\n<thead>\n<tr>");
    for head in heads {
        let _ = match *head {
            "" => writeln!(out, "<td></td>"),
            head => writeln!(out, "<th scope=\"col\">{head}</th>"),
        };
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for (head, cells) in rows {
        let _ = write!(out, "<tr><th scope=\"row\">{}</th>", escape(&head));
        for cell in cells {
            let _ = write!(out, "<td>{cell}</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn part(part: &PartProgress) -> (String, Vec<String>) {
    let name = part.only().map_or_else(|| part.title.clone(), |only| format!("{} ({only})", part.title));
    let alone = part.only().is_some();
    (name, part.figures().iter().map(|figure| both(figure, alone)).collect())
}

/// `57 → 52`, said as "57, then 52"; `alone` where only one of the texts has the part.
fn both(figure: &Figure, alone: bool) -> String {
    let (before, after) = (figure.before(), figure.after());
    let values = match figure.numbers() {
        [None, None] => return String::new(),
        [Some(_), None] if alone => before,
        _ if alone || figure.is_same() => after,
        _ => format!("{before}<span class=\"vh\">, then</span> <span aria-hidden=\"true\">→</span> {after}"),
    };
    match figure.trend().word() {
        "" => values,
        word => format!("{values} <b class=\"{word}\">{word}</b>"),
    }
}
