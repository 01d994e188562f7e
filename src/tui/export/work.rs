//! Judging and writing, away from the keys. Nothing is written before everything that is to be written is made.

use std::path::{Path, PathBuf};

use super::order::{Judgement, Order, Outcome};
use crate::analysis::Analysis;
use crate::document::{Document, Waiver};
use crate::export::{Manuscript, Selection};
use crate::publish::{self, Docx, Format, Paper};
use crate::report::{self, Line, Tone};
use crate::score::gate::{State, Verdict};
use crate::storage::{self, SaveError, SaveProblem, Shown};
use crate::text::printable;
use crate::tui::message::Msg;
use crate::tui::pen::Reader;

/// What the gate says of `text`, which belongs to the document at `path`; the text was `generation`.
pub fn judge(reader: &mut dyn Reader, generation: u64, text: &str, path: &Path) -> Msg {
    let judgement = judged(reader, text, path, Vec::new());
    Msg::Judged { generation, result: judgement.map(|(judgement, ..)| judgement) }
}

/// Does what is ordered.
pub fn carry_out(reader: &mut dyn Reader, order: &Order) -> Msg {
    Msg::Exported(Box::new(written(reader, order).unwrap_or_else(|outcome| outcome)))
}

fn judged(
    reader: &mut dyn Reader,
    text: &str,
    path: &Path,
    waivers: Vec<Waiver>,
) -> Result<(Judgement, Analysis, Verdict), String> {
    if let Some(problem) = Document::front_matter(text).problem {
        let line = problem.at.map(|at| format!(" (line {})", at.line)).unwrap_or_default();
        return Err(format!("the front matter cannot be read{line}: {problem}; mend it first"));
    }
    let shown = Shown(Path::new(path.file_name().unwrap_or_default())).to_string();
    let paper = Paper { path: Some(path), shown: &shown, source: text };
    let analysis = reader.analyse(text, Some(path));
    let open = publish::open_questions(&paper, &analysis.document)?;
    let verdict = publish::judge(&analysis, open, waivers);
    let mut lines = report::verdict_lines(&publish::told(&paper, &analysis, &verdict));
    if let Some(why) = report::unjudged(&analysis) {
        lines.insert(0, Line { indent: 2, pieces: vec![(Some(Tone::Warning), why.to_owned())] });
    }
    let judgement = Judgement {
        lines,
        standing: report::standing(&verdict).1,
        closed: verdict.in_state(State::Closed).map(|line| line.name.clone()).collect(),
    };
    Ok((judgement, analysis, verdict))
}

fn written(reader: &mut dyn Reader, order: &Order) -> Result<Outcome, Outcome> {
    let targets = targets(order)?;
    let date = jiff::Zoned::now().date().to_string();
    let waivers = order.lift.iter().map(|lift| Waiver {
        waive: lift.what.clone(),
        by: lift.by.clone(),
        reason: lift.reason.clone(),
        date: date.clone(),
        at: None,
    });
    let (judgement, analysis, verdict) =
        judged(reader, &order.text, &order.path, waivers.collect()).map_err(|why| failed(&why))?;
    if !verdict.pass {
        return Err(Outcome::Closed(judgement));
    }
    let choice = &order.choice;
    let selection = Selection::of(&analysis.document, None, choice.is_public, choice.is_release)
        .ok_or_else(|| failed("all of its parts are for colleagues: nothing is left for the public"))?;
    let made = made(order, &targets, (&analysis, &verdict), &selection).map_err(|why| failed(&why))?;
    let left_out = selection.parts_left_out(&analysis.document).into_iter().map(str::to_owned).collect();
    let mut paths = Vec::new();
    for (path, bytes) in made {
        match storage::write_new(&path, &bytes, order.replaced.contains(&path)) {
            Ok(()) => paths.push(path),
            // Somebody wrote it since we looked.
            Err(error) if matches!(error.problem, SaveProblem::Exists) && paths.is_empty() => {
                return Err(Outcome::Exists(order.replaced.iter().cloned().chain([path]).collect()));
            }
            Err(SaveError { problem: SaveProblem::Exists, .. }) => {
                let why = format!("{}: somebody wrote it in this moment; export again", Shown(&path));
                return Err(Outcome::Failed { paths, why, is_place: false });
            }
            Err(error) => {
                return Err(Outcome::Failed { paths, why: error.to_string(), is_place: true });
            }
        }
    }
    Ok(Outcome::Written { document: order.path.clone(), paths, left_out, waivers: verdict.fresh })
}

fn failed(why: &str) -> Outcome {
    Outcome::Failed { paths: Vec::new(), why: printable(why).into_owned(), is_place: false }
}

/// What is written where, if a file can be there.
fn targets(order: &Order) -> Result<Vec<(Format, PathBuf)>, Outcome> {
    let mut exist = Vec::new();
    let mut targets = Vec::new();
    for format in order.choice.formats.iter().copied() {
        let path = format.beside(&order.path);
        match publish::obstacle(&path, &order.path) {
            None => {}
            Some(obstacle) if obstacle.can_be_replaced() => exist.push(path.clone()),
            Some(obstacle) => {
                let why = obstacle.to_string();
                return Err(Outcome::Failed { paths: Vec::new(), why, is_place: true });
            }
        }
        targets.push((format, path));
    }
    // All of them are asked about again where one is new: an answer is about what it was asked for.
    let is_known = exist.iter().all(|path| order.replaced.contains(path));
    if is_known { Ok(targets) } else { Err(Outcome::Exists(exist)) }
}

/// The bytes of every file.
fn made(
    order: &Order,
    targets: &[(Format, PathBuf)],
    (analysis, verdict): (&Analysis, &Verdict),
    selection: &Selection,
) -> Result<Vec<(PathBuf, Vec<u8>)>, String> {
    let manuscript = Manuscript { verdict, ..Manuscript::of(&order.text, analysis) };
    let shown = Shown(&order.path).to_string();
    let paper = Paper { path: Some(&order.path), shown: &shown, source: &order.text };
    let by = order.lift.as_ref().map(|lift| lift.by.as_str());
    let bytes = |format: Format| {
        if let Some(text) = format.text(&manuscript, selection) {
            return Ok(text.into_bytes());
        }
        let docx = Docx { by, ..Docx::default() };
        let written = docx.written(&paper, analysis, &manuscript, selection);
        written.map_err(|error| error.to_string())
    };
    targets.iter().map(|(format, path)| Ok((path.clone(), bytes(*format)?))).collect()
}
