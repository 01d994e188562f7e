//! Saving, opening and ending without losing anything.

use std::path::{Path, PathBuf};

use super::differing;
use super::message::{Effect, Hold, Over, Unsaved};
use super::model::Model;
use super::overlay::{Asked, Overlay, Question};
use super::widget::banner::Kind;
use super::widget::confirm::{Choice, Confirm};
use super::widget::prompt::Prompt;
use crate::storage::{File, InPlace, ReadError, ReadProblem, Rescued, SaveError, SaveProblem, Saved, Shown};
use crate::text::printable;

/// Saves under the name the document has, or asks for one.
pub fn save(model: &mut Model) -> Vec<Effect> {
    if let Some(holder) = model.held {
        model.after_save = None;
        differing::held(model, holder);
        return Vec::new();
    }
    let Some(path) = model.path.clone() else { return ask_name(model) };
    let over = model.identity.clone().map_or(Over::Nothing, Over::Known);
    write(model, path, over)
}

pub(super) fn write(model: &Model, path: PathBuf, over: Over) -> Vec<Effect> {
    vec![Effect::Save { path, text: model.editor.buffer().text().to_owned(), over }]
}

/// Asks for a name to save under.
pub fn ask_name(model: &mut Model) -> Vec<Effect> {
    let name = model.path.as_deref().unwrap_or(Path::new("draft.md")).to_string_lossy().into_owned();
    let prompt = Prompt::new("Save as", &name).with_hint("Enter saves, Esc does not").selected();
    model.overlay = Some(Overlay::Ask(prompt, Asked::SaveAs));
    Vec::new()
}

/// Saves under `name`; a file that is there already is asked about.
pub fn save_as(model: &mut Model, name: &str) -> Vec<Effect> {
    let path = PathBuf::from(name);
    if model.path.as_ref() == Some(&path) {
        return save(model);
    }
    write(model, path, Over::Nothing)
}

/// Asks for a file to open.
pub fn ask_open(model: &mut Model) -> Vec<Effect> {
    let folder = model.path.as_deref().and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    let begin = folder.map(|folder| format!("{}/", folder.display())).unwrap_or_default();
    let prompt = Prompt::new("Open", &begin).with_hint("Enter opens, Esc does not").selected();
    model.overlay = Some(Overlay::Ask(prompt, Asked::Open));
    Vec::new()
}

/// Opens `path`, after asking about what is not saved.
pub fn open(model: &mut Model, path: PathBuf) -> Vec<Effect> {
    if !model.is_modified() {
        return vec![Effect::Open(path)];
    }
    ask_to_save(model, "Open another document", Question::Leave(path))
}

/// Shows the start screen, after asking about what is not saved: what is chosen there takes the place of the text.
pub fn start(model: &mut Model) -> Vec<Effect> {
    if !model.is_modified() {
        return vec![Effect::Start];
    }
    ask_to_save(model, "Begin another document", Question::Start)
}

/// Ends, after asking about what is not saved.
pub fn quit(model: &mut Model) -> Vec<Effect> {
    if !model.is_modified() {
        return vec![Effect::Quit];
    }
    ask_to_save(model, "Quit", Question::Quit)
}

fn ask_to_save(model: &mut Model, title: &str, question: Question) -> Vec<Effect> {
    let text = format!("{} has changes that are not saved.", model.name());
    let choices = vec![
        Choice::new('s', "Save them"),
        Choice::new('d', "Discard them"),
        Choice::new('c', "Cancel: keep writing"),
    ];
    model.overlay = Some(Overlay::Confirm(Confirm::new(title, text, choices, 2), question));
    Vec::new()
}

/// What was decided: the index of the choice in the order in which they were offered.
pub fn answer(model: &mut Model, question: &Question, answer: usize) -> Vec<Effect> {
    match (question, answer) {
        (Question::Quit, 0) => {
            model.after_save = Some(Effect::Quit);
            save(model)
        }
        (Question::Quit, 1) => discarded(model, Effect::Quit),
        (Question::Start, 0) => {
            model.after_save = Some(Effect::Start);
            save(model)
        }
        (Question::Start, 1) => discarded(model, Effect::Start),
        (Question::Leave(path), 0) => {
            model.after_save = Some(Effect::Open(path.clone()));
            save(model)
        }
        (Question::Leave(path), 1) => discarded(model, Effect::Open(path.clone())),
        (Question::Changed { theirs, is_saving, .. }, answer) => {
            differing::answer_changed(model, theirs, *is_saving, answer)
        }
        (Question::Unsaved(unsaved), answer) => differing::answer_unsaved(model, unsaved, answer),
        (Question::Replace(path), 0) => write(model, path.clone(), Over::Anything),
        _ => {
            model.after_save = None;
            Vec::new()
        }
    }
}

// A rescued text that is not wanted is not offered again.
fn discarded(model: &mut Model, then: Effect) -> Vec<Effect> {
    model.rescued.take().map(Effect::Forget).into_iter().chain([then]).collect()
}

/// A save came to its end.
pub fn saved(
    model: &mut Model,
    path: PathBuf,
    result: Result<Saved, SaveError>,
    theirs: Option<File>,
) -> Vec<Effect> {
    match result {
        Ok(saved) => {
            model.hold(None);
            model.asked = None;
            model.editor.mark_saved();
            model.is_new = false;
            model.identity = Some(saved.identity);
            model.path = Some(path.clone());
            let how = saved.in_place.map_or("", in_place);
            model.tell(Kind::Done, format!("saved {}{how}", model.name()));
            let rescued = model.rescued.take().map(Effect::Forget);
            return rescued
                .into_iter()
                .chain([Effect::Remember(path)])
                .chain(model.after_save.take())
                .collect();
        }
        Err(error) => failed(model, path, &error, theirs),
    }
    Vec::new()
}

fn in_place(why: InPlace) -> &'static str {
    match why {
        InPlace::HardLinks => ", in place because it has other names",
        InPlace::Owner => ", in place because it is somebody else's",
        InPlace::Folder => ", in place because its folder takes no new files",
    }
}

fn failed(model: &mut Model, path: PathBuf, error: &SaveError, theirs: Option<File>) {
    match (&error.problem, theirs) {
        (SaveProblem::Changed, Some(theirs)) => differing::ask_about_change(model, theirs, true),
        (SaveProblem::Exists, _) => {
            let text = format!("{} exists already.", Shown(&path));
            let choices =
                vec![Choice::new('o', "Overwrite it"), Choice::new('c', "Cancel: keep it, and keep writing")];
            let confirm = Confirm::new("Save as", text, choices, 1);
            model.overlay = Some(Overlay::Confirm(confirm, Question::Replace(path)));
        }
        _ => {
            model.after_save = None;
            model.complain(format!("not saved: {}", reason(error)));
        }
    }
}

// What went wrong without the file's name in front of it: the end of a line may be cut away, its start never is.
fn reason(error: &SaveError) -> String {
    if let SaveProblem::NoFolder = error.problem {
        let folder = error.path.parent().unwrap_or(Path::new("."));
        return format!("there is no folder {}", Shown(folder));
    }
    let said = error.to_string();
    let named = format!("{}: ", Shown(&error.path));
    said.strip_prefix(&named).unwrap_or(&said).to_owned()
}

/// A text that was put in safety was read: it is to be saved where it comes from.
pub fn recovered(model: &mut Model, rescued: Rescued, result: Result<File, ReadError>) {
    match result {
        Ok(file) => {
            model.begin(file.text, rescued.document.clone());
            model.is_new = true;
            model.rescued = Some(rescued);
            let said =
                format!("this was not saved when the program was ended; {} saves it", model.key("save"));
            model.tell(Kind::Warning, said);
        }
        Err(error) => model.complain(printable(&error.to_string()).into_owned()),
    }
}

/// A file was read to be edited.
pub fn opened(
    model: &mut Model,
    path: PathBuf,
    result: Result<File, ReadError>,
    hold: &Hold,
    unsaved: Option<Unsaved>,
) -> Vec<Effect> {
    match result {
        Ok(file) if model.path.as_ref() == Some(&path) && model.identity.is_some() => {
            let was_held = model.held.take().is_some();
            model.reload(file);
            model.say(if was_held { "nobody else edits it now: write on" } else { "read again" });
        }
        Ok(file) => model.open(path.clone(), file),
        Err(error) if matches!(error.problem, ReadProblem::Missing) && model.path.as_ref() == Some(&path) => {
            model.say("a new document; it is written when it is saved");
        }
        Err(error) => {
            model.complain(printable(&error.to_string()).into_owned());
            return Vec::new();
        }
    }
    let remember = model.identity.is_some().then_some(Effect::Remember(path));
    match hold {
        Hold::Held(holder) => {
            model.hold(Some(*holder));
            differing::held(model, *holder);
            return remember.into_iter().collect();
        }
        Hold::Unkept(why) => model.complain(format!("no copy of the unsaved text is kept: {why}")),
        Hold::Ours => model.hold(None),
    }
    if let Some(unsaved) = unsaved {
        differing::ask_about_unsaved(model, unsaved);
    }
    remember.into_iter().collect()
}
