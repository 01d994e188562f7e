//! `prfaq templates`: the templates; one template shown.

use std::io::Write;

use super::exit::Exit;
use super::out::Out;
use crate::template::{self, Template};

pub(super) fn run(name: Option<&str>, out: &mut Out) -> anyhow::Result<Exit> {
    match name {
        None => list(out)?,
        Some(name) => show(&template::find(name)?, out)?,
    }
    Ok(Exit::Clean)
}

/// The templates, a line each.
pub(super) fn list(out: &mut Out) -> anyhow::Result<()> {
    let style = out.style;
    for builtin in template::builtin() {
        let template = builtin.parse()?;
        writeln!(out, "{:16}  {}", style.strong(&format!("{:16}", builtin.name)), template.summary)?;
    }
    if !out.quiet {
        writeln!(
            out,
            "\n{}",
            style.dim("prfaq new NAME -o FILE writes a document; prfaq templates NAME shows one.")
        )?;
    }
    Ok(())
}

fn show(template: &Template, out: &mut Out) -> anyhow::Result<()> {
    let style = out.style;
    writeln!(out, "{}\n{}\n", style.strong(&template.title), template.summary)?;
    if let Some(budget) = template.words {
        writeln!(out, "Words: {} are a warning, {} an error.\n", budget.warn, budget.error)?;
    }
    for spec in template.part_specs() {
        let required = if spec.required { "required" } else { "optional" };
        let budget = spec.max_words.map(|most| format!(", at most {most} words")).unwrap_or_default();
        writeln!(out, "{} {}", style.strong(&spec.id), style.dim(&format!("({required}{budget})")))?;
        if !spec.ask.is_empty() {
            writeln!(out, "    {}", spec.ask)?;
        }
    }
    Ok(())
}
