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
use crate::text::nearest;

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
        None => out.document(&text)?,
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
                let hint = nearest(name, known.iter().map(String::as_str)).map_or_else(
                    || format!("there are {}", known.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                bail!("--set {name}: there is no such placeholder; {hint}");
            }
            Ok((name.to_owned(), text.to_owned()))
        })
        .collect()
}
