//! Answering a question: one of the four answers, and what else there is to say beside it.

use super::deed::{self, Deed};
use super::model::Model;
use super::update::Effect;
use super::walk;
use crate::review::{Answer, Id};

/// Answers the question `id` with `text`.
///
/// # Errors
///
/// It is no answer; in words for people.
pub fn give(model: &mut Model, id: &Id, text: &str) -> Result<Vec<Effect>, String> {
    let (answer, beside) = Answer::said(text, model.today()).map_err(|none| none.to_string())?;
    let thread = model.threads.iter().find(|thread| thread.root.id == *id).ok_or("the question is gone")?;
    let record = model
        .reviews
        .answer(&model.sign(), thread, answer, &beside)
        .map_err(|refusal| refusal.to_string())?;
    let deed = Deed::say("answered", record, id.clone());
    walk::handled(model, id);
    model.say("answered; f makes a FAQ entry of it, n goes on, u takes it back");
    Ok(deed::perform(model, deed, None))
}
