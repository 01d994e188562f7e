//! `prfaq new`: a document from a template.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::{Context, bail};

use super::args::New;
use super::exit::Exit;
use super::out::Out;
use super::templates;
use crate::storage::{self, Shown};
use crate::template;

pub(super) fn run(args: &New, out: &mut Out) -> anyhow::Result<Exit> {
    let Some(name) = &args.template else {
        if args.output.is_some() || !args.answers.is_empty() {
            bail!("which template? `prfaq templates` lists them");
        }
        return templates::list(out).map(|()| Exit::Clean);
    };
    let template = template::find(name)?;
    let answers = answers(&args.answers, &template)?;
    let text = template.render(&answers);
    match &args.output {
        None => out.write_all(text.as_bytes())?,
        Some(path) => {
            storage::write_new(path, text.as_bytes(), args.overwrite)?;
            if !out.quiet {
                writeln!(out, "{}: written from the template {name}; open it with `prfaq {0}`", Shown(path))?;
            }
        }
    }
    Ok(Exit::Clean)
}

fn answers(given: &[String], template: &template::Template) -> anyhow::Result<BTreeMap<String, String>> {
    let known: Vec<String> =
        template.placeholders().into_iter().map(|placeholder| placeholder.name).collect();
    given
        .iter()
        .map(|answer| {
            let (name, text) =
                answer.split_once('=').with_context(|| format!("--set {answer}: write NAME=TEXT"))?;
            if !known.iter().any(|known| known == name) {
                bail!("--set {name}: there is no such placeholder; there are {}", known.join(", "));
            }
            Ok((name.to_owned(), text.to_owned()))
        })
        .collect()
}
