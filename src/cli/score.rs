//! `prfaq score`: readability and the other figures.

use std::collections::HashSet;
use std::path::Path;

use anyhow::bail;

use super::args::{ScoreArgs, ScoreFormat};
use super::desk::Desk;
use super::exit::Exit;
use super::history;
use super::inputs::{self, Read};
use super::out::Out;
use crate::analysis::Analysis;
use crate::report;

pub(super) fn run(args: &ScoreArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    if args.history {
        return history::score(args, config, out);
    }
    let desk = Desk::new(config);
    let style = out.style;
    let mut exit = Exit::Clean;
    let mut said = HashSet::new();
    let order = (args.sentences || args.sort.is_some()).then(|| args.sort.unwrap_or_default().into());
    let json = args.format == ScoreFormat::Json;
    let csv = args.format == ScoreFormat::Csv;
    if csv && (args.all || order.is_some()) {
        bail!("--format csv has one row a document; --all and --sentences are for people and --format json");
    }
    let files = inputs::collect(&args.paths, &desk);
    let mut scores = report::Scores::new(&style, json)
        .with_all(args.all)
        .with_sentences(order)
        .wrapped(Out::wrap())
        .of_several(files.len() > 1);
    if csv {
        report::csv::head(out)?;
    } else {
        scores.begin(out)?;
    }
    if files.is_empty() {
        out.note(inputs::NOTHING);
    }
    for file in files {
        match file.path.and_then(|path| one(&desk, &path)) {
            Ok((read, analysis)) => {
                if analysis.foreign {
                    out.note(&format!("{}: {}", read.shown, inputs::FOREIGN));
                }
                let (path, source) = (read.name.to_string_lossy(), read.source.as_str());
                let file = report::FileReport::new(&path, source, &analysis);
                if csv { report::csv::row(&file, out)? } else { scores.file(&file, out)? }
            }
            Err(message) => {
                if said.insert(message.clone()) {
                    out.error(&message);
                }
                exit = Exit::Trouble;
            }
        }
    }
    if !csv {
        scores.end(out)?;
    }
    desk.say_notes(out);
    out.flush()?;
    Ok(exit)
}

fn one(desk: &Desk, path: &Path) -> Result<(Read, Analysis), String> {
    let read = inputs::read(path, None)?;
    let (mut analyst, _) = desk.analyst(&read.path, None).map_err(|error| error.to_string())?;
    let analysis = analyst.analyse(&read.source);
    Ok((read, analysis))
}
