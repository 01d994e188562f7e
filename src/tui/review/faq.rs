//! A FAQ entry of an answered question, with one key.

use super::compose::{Compose, Purpose};
use super::deed::{self, Deed};
use super::model::Model;
use super::overlay::Overlay;
use super::say::looked_at;
use super::update::Effect;
use super::walk;
use crate::review::{Faq, Id, Kind, Status, faq_entry, has_faq_entry};
use crate::text::Positions;
use crate::tui::widget::banner;

/// Makes an entry of the answered question that is looked at, in the FAQ that it belongs in or in the `other` one; a bare
/// `?` is put into words first.
pub fn ask(model: &mut Model, other: bool) -> Vec<Effect> {
    let Some(id) = looked_at(model) else { return Vec::new() };
    let Some(thread) = model.threads.iter().find(|thread| thread.root.id == id) else { return Vec::new() };
    if thread.root.kind != Kind::Question || !matches!(thread.status, Status::Answered(_)) {
        model.say("an entry is made of an answered question; a answers");
        return Vec::new();
    }
    let faq = Faq::of(thread, &model.draft.document);
    let faq = if other { faq.other() } else { faq };
    let question = thread.root.text.trim().to_owned();
    if question.is_empty() {
        let title = "The question as the reader of the FAQ would ask it";
        let compose = Compose::new(Purpose::Entry(id, faq), title, "Enter makes the entry, Esc does not", "");
        model.overlay = Some(Overlay::Compose(Box::new(compose)));
        return Vec::new();
    }
    make(model, &id, faq, &question)
}

/// Makes an entry of `faq` that asks `question` and gives the answer of thread `id`.
pub fn make(model: &mut Model, id: &Id, faq: Faq, question: &str) -> Vec<Effect> {
    let Some(mut thread) = model.threads.iter().find(|thread| thread.root.id == *id).cloned() else {
        return Vec::new();
    };
    question.clone_into(&mut thread.root.text);
    if let Some(at) = has_faq_entry(&thread, model.draft.source(), &model.draft.document) {
        let line = Positions::new(model.draft.source()).of(at).line;
        model.say(format!("this question is in the FAQ already, line {line}"));
        return Vec::new();
    }
    let Some(edit) = faq_entry(&thread, model.draft.source(), &model.draft.document, faq) else {
        return Vec::new();
    };
    let record = model.reviews.reply(&model.sign(), id, "It is in the FAQ now.");
    walk::handled(model, id);
    let said = format!("it is in the {} now; u takes it out, then F puts it into the other", faq.name());
    model.tell(banner::Kind::Done, said);
    deed::perform(model, Deed::say("put into the FAQ", record, id.clone()), Some(edit))
}
