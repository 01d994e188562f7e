//! What holds, as YAML with comments or as JSON.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::editor::Place;
use super::standing::Standing;
use crate::cli::desk::{PassedOver, near};
use crate::config::{Origin, Setting};
use crate::storage::Shown;
use crate::text::{printable, printable_json};
use crate::yaml;

/// Columns up to which the places of values stand under each other.
const WIDEST: usize = 48;

/// Everything that is told.
pub(super) struct Report<'a> {
    pub path: &'a Path,
    /// The configuration file.
    pub file: Option<&'a Path>,
    /// Whether the command line names it.
    pub named: bool,
    /// The user's own settings of the editor, where there is a file of them.
    pub editor: Option<Place>,
    /// Of a document; folders have none.
    pub standing: Option<Standing>,
    pub settings: Vec<Setting>,
}

impl Report<'_> {
    /// As YAML that could be a `prfaq.yml` itself.
    pub fn yaml(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "# {}", Shown(self.path))?;
        let file = self.file.map_or_else(|| "none; these are the defaults".to_owned(), near);
        writeln!(
            out,
            "# configuration: {file}{}",
            if self.named { ", named on the command line" } else { "" }
        )?;
        if let Some(Place { path, trouble }) = &self.editor {
            let trouble = trouble.as_ref().map(|error| format!(", not used: {error}")).unwrap_or_default();
            writeln!(out, "# editor: {}{trouble}", near(path))?;
        }
        if let Some(standing) = &self.standing {
            writeln!(out, "# read: {}", read(standing))?;
            let judged = match (standing.prfaq, &standing.template) {
                (None, _) => "not known yet".to_owned(),
                (Some(false), _) => "no".to_owned(),
                (Some(true), None) => "yes".to_owned(),
                (Some(true), Some(template)) => format!("yes, a {template}"),
            };
            writeln!(out, "# PR/FAQ: {judged}: {}", printable(&standing.why))?;
        }
        let lines: Vec<(String, String)> = self.lines();
        let width = lines.iter().map(|(text, _)| text.chars().count()).max().unwrap_or(0).min(WIDEST);
        for (text, origin) in lines {
            let line = if origin.is_empty() { text } else { format!("{text:width$}  # {origin}") };
            writeln!(out, "{}", printable(&line))?;
        }
        Ok(())
    }

    /// Each line, and what is said behind it.
    fn lines(&self) -> Vec<(String, String)> {
        let mut lines = Vec::new();
        let mut open: &[String] = &[];
        for setting in &self.settings {
            let (last, above) =
                setting.keys.split_last().map_or((None, &[][..]), |(last, above)| (Some(last), above));
            let heads: &[String] = if setting.entry { &setting.keys } else { above };
            let shared = open.iter().zip(heads).take_while(|(a, b)| a == b).count();
            for (depth, head) in heads.iter().enumerate().skip(shared) {
                lines.push((format!("{}{}:", "  ".repeat(depth), yaml::scalar(head)), String::new()));
            }
            open = heads;
            let indent = "  ".repeat(heads.len());
            let origin = self.origin(setting);
            let line = match (setting.entry, last, &setting.value) {
                (true, _, value) => format!("{indent}- {}", scalar(value)),
                // What holds nowhere is no key.
                (false, Some(key), Value::Null) => format!("#{key}:"),
                (false, Some(key), value) => format!("{indent}{}: {}", yaml::scalar(key), scalar(value)),
                (false, None, _) => continue,
            };
            lines.push((line, origin));
        }
        lines
    }

    fn origin(&self, setting: &Setting) -> String {
        match setting.origin {
            Origin::Default if setting.value.is_null() => "default: none".to_owned(),
            Origin::Default => "default".to_owned(),
            Origin::CommandLine => "command line".to_owned(),
            Origin::File { line, number } => {
                let above = number.map(|number| format!(", override {number}")).unwrap_or_default();
                format!("{}:{line}{above}", self.file.map(near).unwrap_or_default())
            }
        }
    }

    /// As one object for programs.
    pub fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let standing = self.standing.as_ref();
        let passed_over = standing.and_then(|standing| standing.passed_over.as_ref());
        let value = json!({
            "version": 1,
            "path": Shown(self.path).to_string(),
            "configuration": self.file.map(near),
            "editor": self.editor.as_ref().map(|place| json!({
                "path": near(&place.path), "error": place.trouble
            })),
            "read": standing.map(|_| passed_over.is_none()),
            "passed_over": passed_over.map(ToString::to_string),
            "prfaq": standing.map(|standing| json!({
                "taken": standing.prfaq, "why": standing.why, "template": standing.template
            })),
            "settings": self.settings.iter().map(one).collect::<Vec<_>>(),
        });
        writeln!(out, "{}", printable_json(&serde_json::to_string_pretty(&value)?))
    }
}

fn one(setting: &Setting) -> Value {
    let (from, line, number) = match setting.origin {
        Origin::Default => ("default", None, None),
        Origin::CommandLine => ("command line", None, None),
        Origin::File { line, number } => ("file", Some(line), number),
    };
    json!({"key": setting.keys, "value": setting.value, "from": from, "line": line, "override": number})
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) if text == "off" => text.clone(),
        Value::String(text) => yaml::scalar(text),
        Value::Number(number) => match number.as_f64() {
            // Whole numbers are written as such, whatever they are kept as.
            Some(float) if float.fract() == 0.0 => format!("{float:.0}"),
            _ => number.to_string(),
        },
        other => other.to_string(),
    }
}

fn read(standing: &Standing) -> String {
    match &standing.passed_over {
        None => "yes".to_owned(),
        Some(PassedOver::Ending) => format!("only where it is named: it {}", PassedOver::Ending),
        Some(other) if standing.is_git_ignored => format!("not in folders: it {other}"),
        Some(other) => format!("only where it is named: it {other}"),
    }
}
