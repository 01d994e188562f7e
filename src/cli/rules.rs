//! `prfaq rules`: the rules; one rule explained; a pack put to its own examples. Everything comes from the rules and
//! the packs themselves.

use std::io::Write;
use std::path::Path;

use anyhow::{anyhow, bail};

use super::args::Rules;
use super::exit::Exit;
use super::out::Out;
use crate::config;
use crate::document::Zone;
use crate::lint::phrases::{self, Entry, Outcome, Pack};
use crate::lint::{Action, RULES, Rule, Severity};
use crate::storage::{self, Shown};
use crate::text::unknown;

/// Columns that explanations fill.
const WIDTH: usize = 80;

pub(super) fn run(args: &Rules, out: &mut Out) -> anyhow::Result<Exit> {
    if let Some(pack) = &args.test {
        return test(pack, out);
    }
    let Some(name) = args.name.as_deref() else { return list(out).map(|()| Exit::Clean) };
    let Some(rule) = crate::lint::rule(name) else {
        bail!(unknown("rule", name, RULES.iter().map(|rule| rule.name), "prfaq rules"));
    };
    if args.phrases {
        list_phrases(rule, out)?;
    } else {
        explain(rule, out)?;
    }
    Ok(Exit::Clean)
}

fn list(out: &mut Out) -> anyhow::Result<()> {
    let style = out.style;
    let widest = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in RULES {
        writeln!(out, "{}  {}", style.strong(&format!("{:widest$}", rule.name)), rule.what)?;
    }
    if !out.quiet {
        writeln!(out, "\n{}", style.dim("prfaq rules NAME explains one."))?;
    }
    Ok(())
}

fn explain(rule: &Rule, out: &mut Out) -> anyhow::Result<()> {
    writeln!(out, "{}\n{}\n", out.style.strong(rule.name), rule.what)?;
    prose("Why", rule.why, out)?;
    example("Bad", rule.bad, out)?;
    example("Good", rule.good, out)?;
    writeln!(out, "{}", out.style.strong("What it leaves alone"))?;
    for (what, example) in rule.spares {
        writeln!(out, "    {what}")?;
        for line in example.lines() {
            writeln!(out, "        {}", out.style.dim(line))?;
        }
    }
    writeln!(out)?;
    prose("Source", rule.source, out)?;
    let entries = entries(rule).count();
    if entries > 0 {
        let said = format!("{entries} entries; `prfaq rules {} --phrases` lists them.", rule.name);
        prose("Phrases", &said, out)?;
    }
    settings(rule, out)
}

fn settings(rule: &Rule, out: &mut Out) -> anyhow::Result<()> {
    writeln!(out, "{}", out.style.strong("Severity"))?;
    for (zone, name) in Zone::ALL.iter().zip(ZONES) {
        let level = rule.severity.get(*zone).map_or("off", Severity::name);
        writeln!(out, "    {name:20} {level:8} {}", out.style.dim(zone.name()))?;
    }
    writeln!(out, "\n{}", out.style.strong("Settings in prfaq.yml"))?;
    writeln!(out, "    rules:\n      {}: error | warning | note | off", rule.name)?;
    writeln!(out, "      {}: {{severity: {{summary: error, internal: off, all: note}}}}", rule.name)?;
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

fn prose(title: &str, text: &str, out: &mut Out) -> std::io::Result<()> {
    let options = textwrap::Options::new(WIDTH).initial_indent("    ").subsequent_indent("    ");
    let title = out.style.strong(title);
    writeln!(out, "{title}\n{}\n", textwrap::fill(text, options))
}

fn example(title: &str, text: &str, out: &mut Out) -> std::io::Result<()> {
    writeln!(out, "{}", out.style.strong(title))?;
    for line in text.lines() {
        writeln!(out, "    {line}")?;
    }
    writeln!(out)
}

/// The entries of the built-in packs that speak through `rule`.
fn entries(rule: &Rule) -> impl Iterator<Item = &'static Entry> {
    let category = rule.category;
    let packs = phrases::builtin().iter().filter(move |pack| pack.category == category);
    // `undefined-acronym` shares the category of `jargon` and has no phrases.
    let speaks = crate::lint::phrase_rule(category).is_some_and(|of| of.name == rule.name);
    packs.filter(move |_| speaks).flat_map(|pack| pack.entries.iter())
}

fn list_phrases(rule: &Rule, out: &mut Out) -> anyhow::Result<()> {
    let (mut any, mut safe) = (false, 0);
    for entry in entries(rule) {
        any = true;
        let instead = match entry.action {
            Action::Delete => "cut it".to_owned(),
            Action::Replace => format!("write \"{}\"", entry.words.first().map_or("", |word| word)),
            Action::Rewrite => entry.words.first().map_or_else(String::new, ToString::to_string),
        };
        safe += usize::from(entry.safe);
        let mark = if entry.safe { " (safe)" } else { "" };
        writeln!(out, "{}  {}{mark}", out.style.strong(&entry.name), out.style.dim(&instead))?;
    }
    if safe > 0 && !out.quiet {
        writeln!(out, "\n{}", out.style.dim("(safe): `prfaq fix` does it without asking"))?;
    }
    if any { Ok(()) } else { Err(anyhow!("{} strikes no phrases; `prfaq rules {0}` explains it", rule.name)) }
}

fn test(path: &Path, out: &mut Out) -> anyhow::Result<Exit> {
    let text = storage::read(path)?.text;
    let pack = Pack::parse(&text).map_err(|error| config::Error::in_text(path, &text, error))?;
    let outcomes = pack.trial();
    for (index, outcome) in outcomes.iter().enumerate() {
        if let Some(said) = pack.complaint(&text, index, *outcome) {
            writeln!(out, "{}", config::Error::in_text(path, &text, said))?;
        }
    }
    let count = |of: &[Outcome]| outcomes.iter().filter(|outcome| of.contains(outcome)).count();
    let failed = count(&[Outcome::Missed, Outcome::Overshot]);
    let all = outcomes.len();
    let (passed, untried) = (count(&[Outcome::Passed]), count(&[Outcome::Untried]));
    let name = crate::text::printable(&pack.name);
    writeln!(
        out,
        "{}: {name}: {passed} of {all} entries passed, {failed} failed, {untried} without examples",
        Shown(path)
    )?;
    Ok(if failed == 0 { Exit::Clean } else { Exit::Findings })
}
