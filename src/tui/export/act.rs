//! What keys, clicks and answers mean to the editor while the dialog is open.

use std::path::{Path, PathBuf};

use crossterm::event::KeyEvent;
use ratatui::layout::Position;

use super::order::{Judgement, Outcome};
use super::{Dialog, Order};
use crate::document::Waiver;
use crate::publish;
use crate::storage::Shown;
use crate::text::Change;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::overlay::{Overlay, Question};
use crate::tui::widget::Outcome as Pressed;
use crate::tui::widget::banner::Kind;
use crate::tui::widget::confirm::{Choice, Confirm};

/// Opens the dialog, and asks the gate. A text without a name has nothing that files could lie beside.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let Some(path) = model.path.clone() else {
        let save = model.key("save");
        model
            .say(format!("files are written beside the document: give it a name first, {save} asks for one"));
        return Vec::new();
    };
    let generation = model.pen.generation();
    let dialog = Dialog::new(path.clone(), generation, model.exported.clone());
    stay(model, Box::new(Dialog { is_unsaved: model.is_modified(), ..dialog }));
    vec![Effect::Judge { generation, text: model.editor.buffer().text().to_owned(), path }]
}

fn stay(model: &mut Model, dialog: Box<Dialog>) -> Vec<Effect> {
    model.overlay = Some(Overlay::Export(dialog));
    Vec::new()
}

/// Takes a key.
pub fn key(model: &mut Model, mut dialog: Box<Dialog>, key: KeyEvent) -> Vec<Effect> {
    let pressed = dialog.key(key, model.geometry().screen);
    carry_out(model, dialog, pressed)
}

/// Takes a click.
pub fn click(model: &mut Model, mut dialog: Box<Dialog>, at: Position) -> Vec<Effect> {
    let pressed = dialog.hit(at, model.geometry().screen).map_or(Pressed::Stay, |stop| dialog.press(stop));
    carry_out(model, dialog, pressed)
}

fn carry_out(model: &mut Model, mut dialog: Box<Dialog>, pressed: Pressed<()>) -> Vec<Effect> {
    match pressed {
        Pressed::Cancel => Vec::new(),
        Pressed::Chosen(()) => {
            let order = dialog.order(model.editor.buffer().text());
            give(model, dialog, order)
        }
        _ => stay(model, dialog),
    }
}

fn give(model: &mut Model, mut dialog: Box<Dialog>, order: Option<Order>) -> Vec<Effect> {
    if order.is_some() {
        model.exported = dialog.choice.clone();
        dialog.is_busy = true;
        dialog.said = Some((false, "writing...".to_owned()));
    }
    stay(model, dialog);
    order.map(|order| Effect::Export(Box::new(order))).into_iter().collect()
}

/// Writes over what is there already, as somebody has said; the dialog lies beneath.
pub fn overwrite(model: &mut Model, replaced: Vec<PathBuf>) -> Vec<Effect> {
    let Some(Overlay::Export(mut dialog)) = model.beneath.take() else { return Vec::new() };
    let order = dialog.order(model.editor.buffer().text());
    give(model, dialog, order.map(|order| Order { replaced, ..order }))
}

/// The gate has answered.
pub fn judged(model: &mut Model, generation: u64, result: Result<Judgement, String>) {
    if let Some(Overlay::Export(dialog)) = &mut model.overlay
        && dialog.generation == generation
    {
        dialog.judged = Some(result);
    }
}

/// An export came to its end.
pub fn finished(model: &mut Model, outcome: Outcome) {
    let dialog = match model.overlay.take() {
        Some(Overlay::Export(mut dialog)) => {
            dialog.is_busy = false;
            dialog.said = None;
            Some(dialog)
        }
        other => {
            model.overlay = other;
            None
        }
    };
    match (outcome, dialog) {
        (Outcome::Written { document, paths, left_out, waivers }, _) => {
            let unsaved = if model.is_modified() { "; the text itself is not saved" } else { "" };
            let kept = keep(model, &document, &waivers);
            let left_out = match left_out.join(", ") {
                none if none.is_empty() => none,
                parts => format!("; left out: {parts}"),
            };
            model.tell(Kind::Done, format!("written: {}{kept}{unsaved}{left_out}", named(&paths)));
        }
        (Outcome::Exists(paths), Some(dialog)) => ask(model, dialog, paths),
        (Outcome::Exists(paths), None) => {
            model.complain(format!("not exported: {} already there", is_or_are(&paths)));
        }
        (Outcome::Closed(judgement), dialog) => {
            let dialog = dialog.map(|dialog| Box::new(Dialog { judged: Some(Ok(judgement)), ..*dialog }));
            complain(model, dialog, "not exported: the gate is closed".to_owned());
        }
        (Outcome::Failed { paths, why, is_place }, dialog) => {
            let before =
                if paths.is_empty() { String::new() } else { format!("; written before: {}", named(&paths)) };
            let elsewhere = if is_place {
                format!(" ({} saves the document elsewhere, and exports go with it)", model.key("save-as"))
            } else {
                String::new()
            };
            complain(model, dialog, format!("not exported: {why}{elsewhere}{before}"));
        }
    }
}

fn complain(model: &mut Model, dialog: Option<Box<Dialog>>, said: String) {
    if let Some(mut dialog) = dialog {
        dialog.said = Some((true, said.clone()));
        stay(model, dialog);
    }
    model.complain(said);
}

fn ask(model: &mut Model, dialog: Box<Dialog>, paths: Vec<PathBuf>) {
    let choices = vec![
        Choice::new('o', if paths.len() == 1 { "Overwrite it" } else { "Overwrite them" }),
        Choice::new('c', "Cancel: keep what is there"),
    ];
    let confirm = Confirm::new("Export", format!("{} already there.", is_or_are(&paths)), choices, 1);
    model.beneath = Some(Overlay::Export(dialog));
    model.overlay = Some(Overlay::Confirm(confirm, Question::Export(paths)));
}

fn is_or_are(paths: &[PathBuf]) -> String {
    format!("{} {}", named(paths), if paths.len() == 1 { "is" } else { "are" })
}

fn named(paths: &[PathBuf]) -> String {
    let name = |path: &PathBuf| Shown(Path::new(path.file_name().unwrap_or_default())).to_string();
    paths.iter().map(name).collect::<Vec<_>>().join(", ")
}

// Keeps what lifted the gate in the front matter, as one step for undo; what is to be said of that.
fn keep(model: &mut Model, document: &Path, waivers: &[Waiver]) -> String {
    if model.path.as_deref() != Some(document) && !waivers.is_empty() {
        return "; the waiver is not kept in the front matter: another document is open".to_owned();
    }
    let before = model.editor.buffer().text();
    let (after, problem) = publish::with_waivers(before, waivers);
    if let Some(why) = problem {
        return format!("; the waiver is not kept in the front matter: {why}");
    }
    if before == after {
        return String::new();
    }
    if model.held.is_some() {
        return "; the waiver is not kept in the front matter: the document is edited elsewhere".to_owned();
    }
    let change = Change::between(before, &after);
    let applied = model.editor.make(change, model.now);
    model.pen.edited(&applied);
    format!("; the waiver is in the front matter ({} takes it out)", model.key("undo"))
}
