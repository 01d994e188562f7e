//! `prfaq score --history` and `prfaq history`: the figures over the drafts of a document, and pruning its snapshots.

use std::io::Write;
use std::path::Path;

use anyhow::bail;

use super::args::{HistoryArgs, HistoryCommand, ScoreArgs, ScoreFormat};
use super::desk::Desk;
use super::exit::Exit;
use super::out::Out;
use crate::drafts::{Draft, Drafts, Kind};
use crate::report::trend::{self, Point, Trend};
use crate::storage::{Shown, State};
use crate::text::counted;

/// Prints how the figures of each document went over its drafts.
pub(super) fn score(args: &ScoreArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    if let Some(path) = args.paths.iter().find(|path| path.is_dir() || *path == Path::new("-")) {
        bail!("--history: {} has no drafts; name a document", Shown(path));
    }
    if args.format == ScoreFormat::Csv {
        bail!("--history is for people and --format json");
    }
    let desk = Desk::new(config);
    let mut exit = Exit::Clean;
    let mut trends = Vec::new();
    for path in &args.paths {
        match of(&desk, path) {
            Ok(trend) => trends.push(trend),
            Err(message) => {
                out.error(&message);
                exit = Exit::Trouble;
            }
        }
    }
    let style = out.style;
    if args.format == ScoreFormat::Json {
        trend::json(&trends, out)?;
    } else {
        for (at, one) in trends.iter().enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            trend::write(one, &style, out)?;
        }
    }
    out.flush()?;
    Ok(exit)
}

fn of(desk: &Desk, path: &Path) -> Result<Trend, String> {
    let mut drafts = Drafts::of(path, State::locate().as_ref())?;
    let (mut analyst, _) = desk.analyst(path, None).map_err(|error| error.to_string())?;
    let mut points = Vec::new();
    for draft in drafts.list.clone() {
        let analysis = analyst.analyse(&drafts.text(&draft)?);
        points.push(point(&draft, &crate::score::Figures::from(&analysis.score)));
    }
    let source = if drafts.kind == Kind::Git { "git" } else { "snapshots" };
    Ok(Trend { name: path.to_string_lossy().into_owned(), source, points })
}

fn point(draft: &Draft, figures: &crate::score::Figures) -> Point {
    Point {
        id: draft.id.clone(),
        at: draft.when,
        date: draft.date(),
        words: figures.words,
        strikes_per_100_words: figures.strikes_per_100_words,
        reading_ease: figures.flesch_reading_ease,
    }
}

/// Prunes snapshots.
pub(super) fn run(args: &HistoryArgs, out: &mut Out) -> anyhow::Result<Exit> {
    let HistoryCommand::Prune(prune) = &args.command;
    let Some(state) = State::locate() else { bail!("there is no home folder, and so no snapshots") };
    let gone = if prune.files.is_empty() {
        state.prune_every_snapshot(prune.keep)
    } else {
        let each = prune.files.iter().map(|file| state.prune_snapshots(file, prune.keep));
        each.sum::<std::io::Result<usize>>()?
    };
    if !out.quiet {
        writeln!(out, "{} removed", counted(gone, "snapshot"))?;
    }
    out.flush()?;
    Ok(Exit::Clean)
}
