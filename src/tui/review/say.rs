//! Saying something: remarks, suggestions and questions, replies, and one's own words said otherwise or taken back.

use super::act::Act;
use super::answer;
use super::compose::{Compose, Purpose};
use super::deed::{self, Deed};
use super::model::Model;
use super::overlay::Overlay;
use super::update::Effect;
use super::{close, faq, walk, whole};
use crate::review::{Anchor, Id, Kind, Record, Thread};
use crate::tui::widget::paint;

/// Cells of a quotation in a title.
const QUOTED: usize = 40;

/// What can be done in every box.
pub const DONE: &str = "Enter keeps it, Esc does not, Alt-Enter: new line";

/// Opens a box to type in.
fn ask(model: &mut Model, purpose: Purpose, title: impl Into<String>, hint: &str, text: &str) -> Vec<Effect> {
    let hint = if hint.is_empty() { DONE.to_owned() } else { format!("{hint}; {DONE}") };
    model.overlay = Some(Overlay::Compose(Box::new(Compose::new(purpose, title, hint, text))));
    Vec::new()
}

/// The anchor of what is chosen.
fn anchor(model: &mut Model) -> Option<Anchor> {
    let span = model.selection();
    let Some(span) = span else {
        model.say("there is nothing to read here");
        return None;
    };
    let source = whole::with_marks(model.draft.source(), model.draft.page.source_span(span));
    Some(Anchor::of(model.draft.source(), &model.draft.document, source))
}

/// `anchor`'s words, cut to fit into a title.
fn quoted(model: &Model, anchor: &Anchor) -> String {
    format!("\u{201c}{}\u{201d}", paint::fit(&anchor.quote, QUOTED, model.theme.glyphs.ellipsis))
}

/// Begins a remark on what is chosen.
pub fn comment(model: &mut Model) -> Vec<Effect> {
    let Some(anchor) = anchor(model) else { return Vec::new() };
    let title = format!("Comment on {}", quoted(model, &anchor));
    ask(model, Purpose::Comment(Some(anchor)), title, "", "")
}

/// Begins a remark on the whole document.
pub fn comment_on_all(model: &mut Model) -> Vec<Effect> {
    ask(model, Purpose::Comment(None), "Comment on the whole document", "", "")
}

/// Begins a suggestion: the chosen words are there to be changed.
pub fn suggest(model: &mut Model) -> Vec<Effect> {
    let Some(anchor) = anchor(model) else { return Vec::new() };
    let quote = anchor.quote.clone();
    ask(model, Purpose::Suggest(anchor), "Suggest other words", "Ctrl-U clears it; empty: strike", &quote)
}

/// Suggests that what is chosen goes.
pub fn strike(model: &mut Model) -> Vec<Effect> {
    let Some(anchor) = anchor(model) else { return Vec::new() };
    let is_it = |thread: &&Thread| {
        let to = Kind::Suggestion { to: String::new() };
        let root = &thread.root;
        thread.is_open() && root.by == model.me && root.kind == to && root.anchor.as_ref() == Some(&anchor)
    };
    if let Some(id) = model.threads.iter().find(is_it).map(|thread| thread.root.id.clone()) {
        model.focus = Some(id);
        model.say("you struck it already; Delete takes that back");
        return Vec::new();
    }
    let record = model.reviews.suggest(&model.sign(), anchor, "", "");
    add(model, record, "struck")
}

/// Begins a question about what is chosen.
pub fn question(model: &mut Model) -> Vec<Effect> {
    let Some(anchor) = anchor(model) else { return Vec::new() };
    let title = format!("? {}", quoted(model, &anchor));
    ask(model, Purpose::Ask(Some(anchor)), title, "may stay empty: a bare ?", "")
}

/// Begins a reply to the thread that is looked at.
pub fn reply(model: &mut Model) -> Vec<Effect> {
    let Some(id) = looked_at(model) else { return Vec::new() };
    ask(model, Purpose::Reply(id), "Reply", "", "")
}

/// The thread that is looked at; says so where there is none.
pub fn looked_at(model: &mut Model) -> Option<Id> {
    let id = model.thread().map(|thread| thread.root.id.clone());
    if id.is_none() {
        model.say("nothing is said here; n goes to the next record");
    }
    id
}

/// One's own record in the thread that is looked at, the last one first; where there is none, or somebody has answered to
/// it, it says why it stays.
fn own(model: &mut Model) -> Option<Record> {
    let id = looked_at(model)?;
    let thread = model.threads.iter().find(|thread| thread.root.id == id)?;
    let last = thread.replies.last().unwrap_or(&thread.root);
    if last.by == model.me {
        return Some(last.clone());
    }
    let why = if thread.root.by == model.me {
        "somebody has replied to it; reply in turn"
    } else {
        "only your own words are yours to change; r replies"
    };
    model.say(why);
    None
}

/// Begins to say one's own words otherwise.
pub fn edit(model: &mut Model) -> Vec<Effect> {
    let Some(record) = own(model) else { return Vec::new() };
    if record.status.is_some() {
        model.say("a decision is not edited; u takes it back, or Delete");
        return Vec::new();
    }
    let text = match &record.kind {
        Kind::Suggestion { to } => to.clone(),
        _ => record.text.clone(),
    };
    ask(model, Purpose::Edit(record.id), "Say it otherwise", "", &text)
}

/// Takes one's own words back.
pub fn take_back(model: &mut Model) -> Vec<Effect> {
    let Some(record) = own(model) else { return Vec::new() };
    let about = model.thread().map(|thread| thread.root.id.clone());
    let done = vec![Act::Remove(record.id.clone())];
    let back = vec![Act::Add(record)];
    let deed = Deed { what: "taken back", done, back, about, next: Vec::new(), edited: false };
    model.focus = None;
    model.say("taken back; u brings it again");
    deed::perform(model, deed, None)
}

/// Keeps a new record.
pub fn add(model: &mut Model, record: Record, what: &'static str) -> Vec<Effect> {
    model.chosen = None;
    let replied = model.thread().map(|thread| thread.root.id.clone()).filter(|_| record.re.is_some());
    let about = replied.unwrap_or_else(|| record.id.clone());
    model.focus = Some(about.clone());
    let why = if matches!(record.kind, Kind::Suggestion { .. }) { "y says why, " } else { "" };
    model.tell(crate::tui::widget::banner::Kind::Done, format!("{what}; {why}u takes it back"));
    deed::perform(model, Deed::say(what, record, about), None)
}

/// What was typed is to be said. Where it cannot be, the box stays, and says why.
pub fn said(model: &mut Model, mut compose: Box<Compose>) -> Vec<Effect> {
    let text = compose.text().trim().to_owned();
    let sign = model.sign();
    let refused = match (&compose.purpose, text.is_empty()) {
        (Purpose::Comment(_) | Purpose::Reply(_), true) => Some("nothing is typed yet"),
        (Purpose::Entry(..), true) => Some("an entry needs its question"),
        (Purpose::Suggest(anchor), false) if anchor.quote == text => {
            Some("these are the words that are there")
        }
        _ => None,
    };
    if let Some(why) = refused {
        return stay(model, compose, why.to_owned());
    }
    match compose.purpose.clone() {
        Purpose::Comment(anchor) => {
            let record = model.reviews.comment(&sign, anchor, &text);
            add(model, record, "said")
        }
        Purpose::Suggest(anchor) => {
            let record = model.reviews.suggest(&sign, anchor, &text, "");
            add(model, record, if text.is_empty() { "struck" } else { "suggested" })
        }
        Purpose::Ask(anchor) => {
            let record = model.reviews.ask(&sign, anchor, &text);
            add(model, record, "asked")
        }
        Purpose::Reply(id) => {
            let record = model.reviews.reply(&sign, &id, &text);
            add(model, record, "said")
        }
        Purpose::Edit(id) => edited(model, &id, &text),
        Purpose::Answer(id) => match answer::give(model, &id, &text) {
            Ok(effects) => effects,
            Err(why) => {
                compose.notice = Some(why);
                model.overlay = Some(Overlay::Compose(compose));
                Vec::new()
            }
        },
        Purpose::Entry(id, faq) => faq::make(model, &id, faq, &text),
        Purpose::Reject(id) => walk::reject_with(model, &id, &text),
        Purpose::Why(id) => reasoned(model, &id, &text),
        Purpose::Decide(decision) => close::decide(model, decision, &text),
    }
}

fn stay(model: &mut Model, mut compose: Box<Compose>, why: String) -> Vec<Effect> {
    compose.notice = Some(why);
    model.overlay = Some(Overlay::Compose(compose));
    Vec::new()
}

fn edited(model: &mut Model, id: &Id, text: &str) -> Vec<Effect> {
    let Some(old) = known(model, id) else { return Vec::new() };
    let mut new = old.clone();
    match &mut new.kind {
        Kind::Suggestion { to } => text.clone_into(to),
        Kind::Comment if text.is_empty() => return take_back(model),
        _ => text.clone_into(&mut new.text),
    }
    change(model, old, new)
}

/// Begins to say why one suggests what one does.
pub fn why(model: &mut Model) -> Vec<Effect> {
    let Some(id) = looked_at(model) else { return Vec::new() };
    let is_own = |record: &Record| record.by == model.me && matches!(record.kind, Kind::Suggestion { .. });
    let Some(record) = known(model, &id).filter(is_own) else {
        model.say("only a suggestion of your own has a reason to be given; r replies");
        return Vec::new();
    };
    ask(model, Purpose::Why(id), "Why do you suggest that?", "", &record.text)
}

fn reasoned(model: &mut Model, id: &Id, text: &str) -> Vec<Effect> {
    let Some(old) = known(model, id) else { return Vec::new() };
    let new = Record { text: text.to_owned(), ..old.clone() };
    change(model, old, new)
}

fn known(model: &Model, id: &Id) -> Option<Record> {
    model.reviews.records().find(|record| record.id == *id).cloned()
}

/// Says `new` where one said `old`.
fn change(model: &mut Model, old: Record, new: Record) -> Vec<Effect> {
    if new == old {
        return Vec::new();
    }
    let about = model.thread().map(|thread| thread.root.id.clone());
    let (done, back) = (vec![Act::Change(new)], vec![Act::Change(old)]);
    let deed = Deed { what: "said otherwise", done, back, about, next: Vec::new(), edited: false };
    model.say("said otherwise; u takes it back");
    deed::perform(model, deed, None)
}

/// What `thread` says in one line: what is suggested, or what was said.
pub fn summary(thread: &Thread) -> String {
    let text = thread.root.text.as_str();
    match &thread.root.kind {
        Kind::Suggestion { to } if to.is_empty() => "strike it".to_owned(),
        Kind::Suggestion { to } => to.clone(),
        Kind::Question if text.is_empty() => "?".to_owned(),
        _ => text.to_owned(),
    }
}
