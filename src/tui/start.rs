//! Where to begin: a template, a file opened before, an example, a text that was put in safety.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::message::Effect;
use super::model::Model;
use super::overlay::Overlay;
use super::widget::picker::{Group, Pick, Picker, Row};
use crate::storage::{Rescued, Shown};
use crate::template;

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
    /// Files opened before, the last one first.
    pub recent: Vec<PathBuf>,
    /// Texts that were put in safety, the latest first.
    pub rescued: Vec<Rescued>,
    /// The unsaved text that goes if Delete is pressed again.
    pub doomed: Option<usize>,
}

/// The start screen over `starts`.
pub fn picker(starts: &Starts) -> Picker {
    let group = |title: &str, rows| Group { title: title.to_owned(), rows };
    let groups = vec![
        group("Not saved when the program was ended", starts.rescued.iter().map(rescued_row).collect()),
        group("New from a template", template::builtin().iter().map(template_row).collect()),
        group("Recent", starts.recent.iter().map(|path| recent_row(path)).collect()),
        group("Examples", EXAMPLES.iter().map(example_row).collect()),
    ];
    Picker::new(
        "prfaq: write the press release first",
        groups,
        if starts.rescued.is_empty() {
            "Enter opens, Tab to the next group, F1 helps, Esc leaves"
        } else {
            "Enter opens, Delete removes what was not saved, Tab to the next group, F1 helps, Esc leaves"
        },
    )
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
fn moment(when: SystemTime) -> String {
    let Ok(when) = jiff::Timestamp::try_from(when) else { return "some day".to_owned() };
    when.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

fn size(bytes: u64) -> String {
    if bytes < 1000 { format!("{bytes} bytes") } else { format!("{:.1} KB", bytes as f64 / 1000.0) }
}

/// Removes the unsaved text that is chosen, the second time this is asked for; the effect does so on the disk.
pub fn remove(picker: &mut Picker, starts: &mut Starts) -> Vec<Effect> {
    let Some(Pick { group: 0, row }) = picker.selected() else {
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
    let mut rest = self::picker(starts);
    rest.choose(row);
    *picker = rest;
    gone.map(Effect::Forget).into_iter().collect()
}

fn template_row(builtin: &template::Builtin) -> Row {
    let parsed = builtin.parse().ok();
    Row {
        title: parsed.as_ref().map_or_else(|| builtin.name.to_owned(), |template| template.title.clone()),
        doc: parsed.as_ref().map(|template| template.summary.clone()).unwrap_or_default(),
        preview: parsed.map(|template| template.body),
    }
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
        0 => starts.rescued.get(pick.row).cloned().map(Effect::Recover).into_iter().collect(),
        1 => new_document(model, pick.row),
        2 => starts
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

fn new_document(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(builtin) = template::builtin().get(index) else { return Vec::new() };
    match builtin.parse() {
        Ok(template) => {
            model.begin(template.render(&BTreeMap::new()), None);
            model.is_new = true;
            model.say("F8 goes to the next thing to fill in");
        }
        Err(error) => model.complain(error.to_string()),
    }
    Vec::new()
}

/// Shows the start screen. `is_first` is whether there is no document behind it.
pub fn show(model: &mut Model, starts: Starts, is_first: bool) {
    model.overlay = Some(Overlay::Start { picker: picker(&starts), starts, is_first });
}
