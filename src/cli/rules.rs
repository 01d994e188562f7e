//! `prfaq rules`: the rules; one rule explained. Everything comes from the rules themselves.

use std::io::Write;

use anyhow::bail;

use super::exit::Exit;
use super::out::Out;
use crate::document::Zone;
use crate::lint::{RULES, Rule};
use crate::text::unknown;

pub(super) fn run(name: Option<&str>, out: &mut Out) -> anyhow::Result<Exit> {
    let Some(name) = name else { return list(out).map(|()| Exit::Clean) };
    let Some(rule) = crate::lint::rule(name) else {
        bail!(unknown("rule", name, RULES.iter().map(|rule| rule.name), "prfaq rules"));
    };
    explain(rule, out).map(|()| Exit::Clean)
}

fn list(out: &mut Out) -> anyhow::Result<()> {
    let style = out.style;
    for rule in RULES {
        writeln!(out, "{}  {}", style.strong(&format!("{:18}", rule.name)), rule.what)?;
    }
    if !out.quiet {
        writeln!(out, "\n{}", style.dim("prfaq rules NAME explains one."))?;
    }
    Ok(())
}

fn explain(rule: &Rule, out: &mut Out) -> anyhow::Result<()> {
    let style = out.style;
    writeln!(out, "{}\n{}\n", style.strong(rule.name), rule.what)?;
    writeln!(out, "{}\n    {}\n", style.strong("Why"), rule.why)?;
    writeln!(out, "{}", style.strong("Bad"))?;
    indented(rule.bad, out)?;
    writeln!(out, "{}", style.strong("Good"))?;
    indented(rule.good, out)?;
    writeln!(out, "{}", style.strong("What it leaves alone"))?;
    for (what, example) in rule.spares {
        writeln!(out, "    {what}:")?;
        for line in example.lines() {
            writeln!(out, "        {line}")?;
        }
    }
    writeln!(out, "\n{}\n    {}\n", style.strong("Source"), rule.source)?;
    writeln!(out, "{}", style.strong("Severity"))?;
    for (zone, name) in Zone::ALL.iter().zip(ZONES) {
        let level = rule.severity.get(*zone).map_or("off", crate::lint::Severity::name);
        writeln!(out, "    {name:20} {level}")?;
    }
    writeln!(out, "\n{}", style.strong("Settings in prfaq.yml"))?;
    writeln!(out, "    rules:\n      {}: error | warning | note | off", rule.name)?;
    for setting in rule.settings {
        writeln!(out, "      {}: {{{}: {}}}   # {}", rule.name, setting.name, setting.default, setting.what)?;
    }
    Ok(())
}

/// The zones by name, in the order of [`Zone::ALL`]; README.md has the same.
const ZONES: [&str; Zone::ALL.len()] = [
    "headline to summary",
    "problem and solution",
    "leader's quote",
    "customer's quote",
    "external FAQ",
    "internal FAQ",
    "about the company",
    "other text",
    "headings, code",
];

fn indented(text: &str, out: &mut Out) -> std::io::Result<()> {
    for line in text.lines() {
        writeln!(out, "    {line}")?;
    }
    writeln!(out)
}
