//! Where to begin: a template, a file opened before, an example, a text that was put in safety.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::interview;
use super::keymap::Keymap;
use super::message::Effect;
use super::model::Model;
use super::overlay::Overlay;
use super::widget::picker::{Group, Pick, Picker, Row};
use crate::storage::{Rescued, Shown};
use crate::template::{Catalogue, Listed, Origin, Template};

/// The documents a newcomer can try things on: name, what it is, text.
const EXAMPLES: [(&str, &str, &str); 3] = [
    (
        "waitback-draft.md",
        "A draft as flawed as real ones are",
        include_str!("../../examples/waitback-draft.md"),
    ),
    ("waitback.md", "The same, finished", include_str!("../../examples/waitback.md")),
    (
        "fivescrew.md",
        "A bare press release without front matter",
        include_str!("../../examples/fivescrew.md"),
    ),
];

/// What only the disk can tell of where to begin.
#[derive(Debug, Clone, Default)]
pub struct Starts {
    /// The templates there are.
    pub templates: Arc<Catalogue>,
    /// Files opened before, the last one first.
    pub recent: Vec<PathBuf>,
    /// Texts that were put in safety, the latest first.
    pub rescued: Vec<Rescued>,
    /// The unsaved text that goes if Delete is pressed again.
    pub doomed: Option<usize>,
}

/// The groups of the start screen, by index.
const RESCUED: usize = 0;
const TEMPLATES: usize = 1;
const RECENT: usize = 2;

/// The start screen over `starts`.
pub fn picker(starts: &Starts, keymap: &Keymap) -> Picker {
    let group = |title: &str, rows| Group { title: title.to_owned(), rows };
    let listed = starts.templates.list();
    let templates = std::iter::once(interview_row()).chain(listed.iter().map(template_row)).collect();
    let groups = vec![
        group("Not saved when the program was ended", starts.rescued.iter().map(rescued_row).collect()),
        group("New from a template", templates),
        group("Recent", starts.recent.iter().map(|path| recent_row(path)).collect()),
        group("Examples", EXAMPLES.iter().map(example_row).collect()),
    ];
    let removes = if starts.rescued.is_empty() { "" } else { "Delete removes what was not saved, " };
    let help = keymap.hint("help");
    let hint = format!(
        "Enter opens, i interviews for the template, {removes}Tab to the next group, {help} helps, Esc leaves"
    );
    Picker::new("prfaq: write the press release first", groups, &hint)
}

fn interview_row() -> Row {
    Row {
        title: "Interview first".to_owned(),
        doc: "Questions one by one; the answers fill a draft".to_owned(),
        preview: Some(
            "Who is the customer, what do they struggle with, how do we know, what is the one benefit? One question a \
             screen. The answers fill a press release and FAQ; what is not answered stays as a prompt.\n\nFor another \
             template: choose it and press i."
                .to_owned(),
        ),
    }
}

fn rescued_row(rescued: &Rescued) -> Row {
    let document = rescued.document.as_deref();
    Row {
        title: document.map_or_else(|| "untitled".to_owned(), |path| Shown(path).to_string()),
        doc: format!("{}, {}", moment(rescued.when), size(rescued.bytes)),
        preview: None,
    }
}

// By the clock on the writer's wall.
pub(super) fn moment(when: SystemTime) -> String {
    let Ok(when) = jiff::Timestamp::try_from(when) else { return "some day".to_owned() };
    when.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

fn size(bytes: u64) -> String {
    if bytes < 1000 { format!("{bytes} bytes") } else { format!("{:.1} KB", bytes as f64 / 1000.0) }
}

/// Removes the unsaved text that is chosen, the second time this is asked for; the effect does so on the disk.
pub fn remove(picker: &mut Picker, starts: &mut Starts, keymap: &Keymap) -> Vec<Effect> {
    let Some(Pick { group: RESCUED, row }) = picker.selected() else {
        picker.set_hint("Delete removes only what was not saved");
        return Vec::new();
    };
    if starts.doomed != Some(row) {
        starts.doomed = Some(row);
        picker.set_hint("Delete once more removes this unsaved text for good");
        return Vec::new();
    }
    starts.doomed = None;
    let gone = (row < starts.rescued.len()).then(|| starts.rescued.remove(row));
    let mut rest = self::picker(starts, keymap);
    rest.choose(row);
    *picker = rest;
    gone.map(Effect::Forget).into_iter().collect()
}

fn template_row(listed: &Listed) -> Row {
    let from = match listed.origin {
        Origin::Builtin => String::new(),
        origin => format!(" ({})", origin.name()),
    };
    match &listed.read {
        Ok(template) => Row {
            title: template.title.clone(),
            doc: format!("{}{from}", template.summary),
            preview: Some(parts(template)),
        },
        Err(error) => Row {
            title: listed.name.clone(),
            doc: format!("cannot be used{from}"),
            preview: Some(error.to_string()),
        },
    }
}

/// What a template is made of: each part and the question that it answers.
fn parts(template: &Template) -> String {
    let mut out = format!("{}\n\n", template.summary);
    if let Some(words) = template.words {
        let _ = write!(out, "Up to {} words.\n\n", words.warn);
    }
    for part in &template.parts {
        let name =
            part.headings.first().cloned().unwrap_or_else(|| crate::template::Name::label(part.id.as_str()));
        let optional = if part.required { "" } else { " (if any)" };
        let _ = write!(out, "{name}{optional}\n  {}\n", part.ask);
    }
    out
}

fn recent_row(path: &Path) -> Row {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().map(|folder| Shown(folder).to_string()).unwrap_or_default();
    Row { title: name, doc: folder, preview: None }
}

fn example_row((name, doc, text): &(&str, &str, &str)) -> Row {
    Row { title: (*name).to_owned(), doc: (*doc).to_owned(), preview: Some((*text).to_owned()) }
}

/// Begins with what was chosen.
pub fn begin(model: &mut Model, starts: &Starts, pick: Pick) -> Vec<Effect> {
    match pick.group {
        RESCUED => starts.rescued.get(pick.row).cloned().map(Effect::Recover).into_iter().collect(),
        TEMPLATES => match pick.row.checked_sub(1) {
            None => interview(model, starts, None),
            Some(template) => {
                new_document(model, starts, template);
                Vec::new()
            }
        },
        RECENT => starts
            .recent
            .get(pick.row)
            .cloned()
            .map_or_else(Vec::new, |path| super::saving::open(model, path)),
        _ => {
            if let Some((name, _, text)) = EXAMPLES.get(pick.row) {
                model.begin(*text, None);
                model.say(format!("a copy of {name}; the example itself stays as it is"));
            }
            Vec::new()
        }
    }
}

/// Whether `key` asks for the interview.
pub fn is_interview(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('i') && key.modifiers == KeyModifiers::NONE
}

/// Interviews first, for the template that is chosen; for the usual one where something else is.
pub fn interview(model: &mut Model, starts: &Starts, pick: Option<Pick>) -> Vec<Effect> {
    // The first row is the interview's own.
    let row = pick.filter(|pick| pick.group == TEMPLATES).map_or(0, |pick| pick.row.saturating_sub(1));
    if new_document(model, starts, row) { interview::begin(model) } else { Vec::new() }
}

/// Begins a document from the template at `index`; whether it can be used.
fn new_document(model: &mut Model, starts: &Starts, index: usize) -> bool {
    let Some(listed) = starts.templates.list().into_iter().nth(index) else { return false };
    match listed.read {
        Ok(template) => begin_from(model, &template),
        Err(error) => {
            model.complain(error.told());
            return false;
        }
    }
    true
}

/// Begins a document from `template`, with all there is to fill in.
pub fn begin_from(model: &mut Model, template: &Template) {
    model.begin(template.render(&BTreeMap::new()), None);
    model.is_new = true;
    model.go_to_body();
    model.say(format!("{} goes to the next thing to fill in", model.key("next-strike")));
}

/// Shows the start screen. `is_first` is whether there is no document behind it.
pub fn show(model: &mut Model, starts: Starts, is_first: bool) {
    model.overlay = Some(Overlay::Start { picker: picker(&starts, &model.keymap), starts, is_first });
}
