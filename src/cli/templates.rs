//! `prfaq templates`: the templates; one template shown.

use std::io::Write;
use std::path::Path;

use super::exit::Exit;
use super::out::Out;
use crate::config;
use crate::storage::Disk;
use crate::template::{Catalogue, Listed, Origin, Template};

/// The templates of documents in the current folder.
pub(super) fn here() -> Catalogue {
    config::templates(&config::template_folders(Path::new("."), &Disk), &Disk)
}

pub(super) fn run(name: Option<&str>, out: &mut Out) -> anyhow::Result<Exit> {
    let Some(name) = name else { return list(out) };
    show(&*here().find(name)?, out)?;
    Ok(Exit::Clean)
}

/// The templates, a line each. Own ones that cannot be used are said on standard error.
pub(super) fn list(out: &mut Out) -> anyhow::Result<Exit> {
    let style = out.style;
    let templates = here();
    let wide = templates.names().map(str::len).max().unwrap_or(0);
    for Listed { name, origin, file, read } in templates.list() {
        let Ok(template) = read else { continue };
        let from = match origin {
            Origin::Builtin => String::new(),
            Origin::User | Origin::Project => {
                style.dim(&format!("  ({}: {file})", origin.name())).to_string()
            }
        };
        writeln!(out, "{}  {}{from}", style.strong(&format!("{name:wide$}")), template.summary)?;
    }
    if !out.quiet {
        writeln!(
            out,
            "\n{}",
            style.dim("prfaq new NAME -o FILE writes a document; prfaq templates NAME shows one.")
        )?;
    }
    let mut exit = Exit::Clean;
    for error in templates.broken() {
        out.error(&error.to_string());
        exit = Exit::Trouble;
    }
    Ok(exit)
}

fn show(template: &Template, out: &mut Out) -> anyhow::Result<()> {
    let style = out.style;
    writeln!(out, "{}\n{}\n", style.strong(&template.title), template.summary)?;
    if let Some(budget) = template.words {
        writeln!(out, "Words: {} are a warning, {} an error.\n", budget.warn, budget.error)?;
    }
    for part in &template.parts {
        let required = if part.required { "required" } else { "optional" };
        let budget = part.max_words.map(|most| format!(", at most {most} words")).unwrap_or_default();
        writeln!(out, "{} {}", style.strong(part.id.as_str()), style.dim(&format!("({required}{budget})")))?;
        if !part.ask.is_empty() {
            writeln!(out, "    {}", part.ask)?;
        }
        let tests: Vec<&str> = part.tests.iter().map(|test| test.asks_for()).collect();
        if !tests.is_empty() {
            writeln!(out, "    {}", style.dim(&format!("has to have: {}", tests.join("; "))))?;
        }
    }
    Ok(())
}
