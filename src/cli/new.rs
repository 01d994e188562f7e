//! `prfaq new`: a document from a template.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, bail};

use super::args::New;
use super::exit::Exit;
use super::out::Out;
use super::{interview, templates};
use crate::storage::{self, Shown};
use crate::template::{Interview, Template};
use crate::text::nearest;

/// The template of an interview where none is named.
const USUAL: &str = "prfaq";

pub(super) fn run(args: &New, out: &mut Out) -> anyhow::Result<Exit> {
    let Some(name) = args.template.as_deref().or(args.ask.then_some(USUAL)) else {
        if args.output.is_some() || !args.answers.is_empty() {
            bail!("which template? `prfaq templates` lists them");
        }
        return templates::list(out);
    };
    let template = templates::here().find(name)?;
    let answers = answers(&args.answers, &template)?;
    if !args.ask {
        return write(args, name, &template.render(&answers), out);
    }
    if let Some(path) = args.output.as_deref().filter(|path| path.exists() && !args.overwrite) {
        bail!("{}: exists already; choose another name, or add --overwrite", Shown(path));
    }
    let mut interview = Interview::new(template.render(&answers));
    out.aside(&format!("{}: {}\n", template.title, template.summary));
    interview::ask(&mut interview, &mut io::stdin().lock(), out);
    let text = interview.document();
    write(args, name, &text, out).inspect_err(|_| {
        // Nobody answers all that twice.
        _ = out.document(&text);
    })
}

fn write(args: &New, name: &str, text: &str, out: &mut Out) -> anyhow::Result<Exit> {
    match &args.output {
        None => out.document(text)?,
        Some(path) => {
            storage::write_new(path, text.as_bytes(), args.overwrite)?;
            say(path, name, out)?;
        }
    }
    Ok(Exit::Clean)
}

fn say(path: &Path, name: &str, out: &mut Out) -> io::Result<()> {
    if out.quiet {
        return Ok(());
    }
    writeln!(out, "{}: written from the template {name}; open it with `prfaq {0}`", Shown(path))
}

fn answers(given: &[String], template: &Template) -> anyhow::Result<BTreeMap<String, String>> {
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
