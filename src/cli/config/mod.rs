//! `prfaq config`: what holds for a path, and where each value comes from.

mod editor;
mod standing;
mod write;

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::ConfigArgs;
use super::desk::Desk;
use super::exit::Exit;
use super::out::Out;
use super::own::Own;
use super::templates;
use crate::cli::args::{FailOn, Limits, OutputForm};
use crate::config::{Origin, Setting};
use standing::Standing;

pub(super) fn run(args: &ConfigArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let own = Own::here();
    if args.editor {
        editor::print(own, out)?;
        return Ok(Exit::Clean);
    }
    if let Some(name) = &args.template {
        templates::here().find(name)?;
    }
    let path = std::path::absolute(&args.path)?;
    let desk = Desk::new(config);
    let folder =
        if path.is_dir() { path.clone() } else { path.parent().map(PathBuf::from).unwrap_or_default() };
    if !folder.is_dir() {
        bail!("{}: no such folder", super::desk::near(&folder));
    }
    let settled = desk.settled_in(&folder, &path)?;
    let mut settings = settled.file.settings(&settled.file.overrides_of(&path));
    of_command_line(args, &mut settings);
    let standing =
        if path.is_dir() { None } else { Some(Standing::of(&path, args.template.as_deref(), &desk)?) };
    let report = write::Report {
        path: &args.path,
        file: settled.file.path.as_deref(),
        named: config.is_some(),
        editor: editor::Place::of(&own),
        standing,
        settings,
    };
    match args.format {
        OutputForm::Human => report.yaml(out)?,
        OutputForm::Json => report.json(out)?,
    }
    desk.say_notes(out);
    Ok(Exit::Clean)
}

/// Puts what the command line says above everything.
fn of_command_line(args: &ConfigArgs, settings: &mut Vec<Setting>) {
    let Limits { fail_on, max_warnings, min_score } = &args.limits;
    if *fail_on == Some(FailOn::Never) {
        settings.retain(|one| one.keys.first().is_none_or(|key| key != "min-score"));
        put(settings, &["max-warnings"], None);
    }
    if let Some(template) = &args.template {
        put(settings, &["template"], Some(template.as_str().into()));
    }
    if let Some(fail_on) = fail_on {
        put(settings, &["fail-on"], Some(fail_on.name().into()));
    }
    if let Some(most) = max_warnings {
        put(settings, &["max-warnings"], Some((*most).into()));
    }
    for own in min_score {
        put(settings, &["min-score", own.metric.name()], own.value.map(Into::into));
    }
}

fn put(settings: &mut Vec<Setting>, keys: &[&str], value: Option<serde_json::Value>) {
    let at = settings.iter().position(|one| one.keys == keys);
    // A threshold has no line where it holds no more, a key of the top always has one.
    if value.is_none() && keys.len() > 1 {
        settings.retain(|one| one.keys != keys);
        return;
    }
    let setting = Setting {
        keys: keys.iter().map(|key| (*key).to_owned()).collect(),
        entry: false,
        value: value.unwrap_or_default(),
        origin: Origin::CommandLine,
    };
    if let Some(old) = at.and_then(|at| settings.get_mut(at)) {
        *old = setting;
        return;
    }
    let last = settings.iter().rposition(|one| one.keys.first() == setting.keys.first());
    let after = last.or_else(|| settings.iter().rposition(|one| one.keys == ["max-warnings"]));
    settings.insert(after.map_or(settings.len(), |at| at + 1), setting);
}
