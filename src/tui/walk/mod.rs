//! The pen walk: the strikes one by one over the whole screen, like `git add -p`; the sister of `prfaq fix --ask`.
//!
//! How far it has come is known by [`Pen`](super::pen::Pen), whose findings move with the text; here is what the keys do
//! and what is shown. The words change in the editor's own text, as one step for undo each.

mod view;

pub use view::draw;

use super::message::Effect;
use super::model::Model;
use super::pen::{Answer, Found, Steps};
use super::strike;
use crate::document::Document;
use crate::fix::Sides;
use crate::text::{Selection, Span};

/// Struck words of so many bytes are selected when somebody goes to rewrite them, so that typing replaces them; in longer
/// stretches a part is to be changed.
const SHORT: usize = 40;

/// A walk through the strikes.
#[derive(Debug)]
pub struct Walk {
    stage: Stage,
    /// The figures of the text at its start.
    began: Figures,
    /// What is asked about.
    shown: Option<Shown>,
}

/// Where a walk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// A strike is asked about.
    Asking,
    /// The writer is in the text; the depth of its history when he went there.
    Away(usize),
    /// It has ended, and says what came of it.
    Over,
}

/// Figures that a walk changes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Figures {
    strikes_per_100_words: Option<f64>,
    reading_ease: Option<f64>,
    words: usize,
}

/// A strike with its sentence, and the text and the place that this was made of.
#[derive(Debug)]
struct Shown {
    of: (u64, Span, &'static str, bool),
    sides: Sides,
}

impl Model {
    /// Whether the walk is on the screen.
    pub fn is_walking(&self) -> bool {
        self.walk.as_ref().is_some_and(|walk| !matches!(walk.stage, Stage::Away(_)))
    }

    /// Whether the text is on the screen, and neither the walk nor something to be read.
    pub fn is_writing(&self) -> bool {
        self.chair.is_none() && !self.is_walking() && !self.is_previewing()
    }

    /// Whether a strike of the walk is asked about.
    pub fn is_asking(&self) -> bool {
        self.walk.as_ref().is_some_and(|walk| walk.stage == Stage::Asking)
    }
}

fn figures(model: &Model) -> Figures {
    let scores = &model.pen.rest().scores;
    Figures {
        strikes_per_100_words: scores.strikes_per_100_words,
        reading_ease: scores.reading_ease,
        words: scores.all_words,
    }
}

/// Begins a walk, or goes on with the one that was left for the text.
pub fn start(model: &mut Model) -> Vec<Effect> {
    if let Some(Walk { stage: Stage::Away(depth), .. }) = &model.walk {
        come_back(model, *depth);
        return Vec::new();
    }
    if !model.pen.has_read() {
        model.say("still reading; once more, please");
        return Vec::new();
    }
    if model.is_walking() {
        return Vec::new();
    }
    model.pen.begin_steps();
    if model.pen.unanswered().is_none() {
        model.pen.end_steps();
        let (_, left) = model.pen.count(0);
        model.say(match left {
            0 => "nothing is struck".to_owned(),
            _ => format!("no words are struck; {} goes to what is left", model.key("next-strike")),
        });
        return Vec::new();
    }
    model.editor.close_group();
    model.outline.focus(false);
    model.walk = Some(Walk { stage: Stage::Asking, began: figures(model), shown: None });
    Vec::new()
}

// What was written by hand meanwhile is an answer too, which can be taken back.
fn come_back(model: &mut Model, left_at: usize) {
    model.editor.close_group();
    if model.editor.history().depth() > left_at
        && let Some(steps) = model.pen.steps_mut()
    {
        steps.record(Answer::Rewritten, 1, left_at);
    }
    set_stage(model, Stage::Asking);
}

fn set_stage(model: &mut Model, stage: Stage) {
    if let Some(walk) = &mut model.walk {
        walk.stage = stage;
    }
}

/// Answers the strike that is asked about, if one is; to be called before the text is changed by it.
pub fn answer(model: &mut Model, answer: Answer) {
    if !model.is_asking() {
        return;
    }
    model.pen.answer(answer, model.editor.history().depth());
}

/// Takes what the strike says.
pub fn take(model: &mut Model) -> Vec<Effect> {
    let Some(found) = asked(model) else { return not_walking(model) };
    let Some(edit) = found.edit() else {
        let is_late = found.can_be_taken();
        model.say(if is_late {
            "just changed; still reading"
        } else {
            "these words are for you to rewrite; E goes there"
        });
        return Vec::new();
    };
    let end = edit.inserted().end;
    answer(model, Answer::Taken);
    let applied = model.editor.replace(edit, model.now);
    model.pen.edited(&applied);
    if let Some(steps) = model.pen.steps_mut() {
        steps.pass(end);
    }
    Vec::new()
}

/// Leaves the strike as it is.
pub fn skip(model: &mut Model) -> Vec<Effect> {
    if asked(model).is_none() {
        return not_walking(model);
    }
    answer(model, Answer::Left);
    Vec::new()
}

/// Silences the strike by a comment.
pub fn ignore_once(model: &mut Model) -> Vec<Effect> {
    if asked(model).is_some() { strike::ignore::ask(model) } else { not_walking(model) }
}

/// Keeps the struck words as the customer's own.
pub fn keep_word(model: &mut Model) -> Vec<Effect> {
    if asked(model).is_some() { strike::ignore::keep_word(model) } else { not_walking(model) }
}

/// Takes all of the strike's rule, after a look at them.
pub fn take_rule(model: &mut Model) -> Vec<Effect> {
    if asked(model).is_some() { strike::take_all::ask_rule(model) } else { not_walking(model) }
}

/// Goes to the strike in the text; the command that began the walk goes on with it.
pub fn by_hand(model: &mut Model) -> Vec<Effect> {
    let Some(found) = asked(model) else { return not_walking(model) };
    let Span { start, end } = found.span;
    let is_short = found.span.len() <= SHORT && !model.editor.buffer().slice(found.span).contains('\n');
    model.editor.select(if is_short { Selection::new(start, end) } else { Selection::cursor(start) });
    model.editor.close_group();
    let depth = model.editor.history().depth();
    set_stage(model, Stage::Away(depth));
    model.say(format!("yours to write; {} goes on with the walk", model.key("pen-walk")));
    Vec::new()
}

/// Takes the last answer back, and asks about its strike again.
pub fn back(model: &mut Model) -> Vec<Effect> {
    if !model.is_walking() {
        return not_walking(model);
    }
    let Some(depth) = model.pen.steps().and_then(Steps::depth_before) else {
        model.say("this is where the walk began");
        return Vec::new();
    };
    while model.editor.history().depth() > depth
        && let Some(applied) = model.editor.undo()
    {
        for one in &applied {
            model.pen.edited(one);
        }
    }
    if let Some(steps) = model.pen.steps_mut() {
        steps.back();
    }
    set_stage(model, Stage::Asking);
    Vec::new()
}

/// Ends the walk: first it says what came of it, then it goes.
pub fn end(model: &mut Model) -> Vec<Effect> {
    match model.walk.as_ref().map(|walk| walk.stage) {
        Some(Stage::Asking) => set_stage(model, Stage::Over),
        Some(Stage::Over) => {
            model.walk = None;
            model.pen.end_steps();
        }
        Some(Stage::Away(_)) | None => return not_walking(model),
    }
    Vec::new()
}

// The strike that is asked about.
fn asked(model: &Model) -> Option<Found<'_>> {
    model.is_asking().then(|| model.pen.unanswered()).flatten()
}

fn not_walking(model: &mut Model) -> Vec<Effect> {
    if !model.is_walking() {
        model.say(format!("this answers a strike of the pen walk; {} begins one", model.key("pen-walk")));
    }
    Vec::new()
}

/// Brings what is shown in line with the text; called after every message.
pub fn settle(model: &mut Model) {
    if !model.is_asking() {
        return;
    }
    let Some(found) = model.pen.unanswered() else {
        if model.pen.is_current() {
            set_stage(model, Stage::Over);
        }
        return;
    };
    let edit = found.edit();
    let of = (model.pen.generation(), found.span, found.diagnostic.rule, edit.is_some());
    if model.walk.as_ref().and_then(|walk| walk.shown.as_ref()).is_some_and(|shown| shown.of == of) {
        return;
    }
    let source = model.editor.buffer().text();
    let sides = Sides::of(&Document::parse(source, &[]), source, found.span, edit.as_ref());
    let at = found.span.start;
    if let Some(walk) = &mut model.walk {
        walk.shown = Some(Shown { of, sides });
    }
    model.editor.select(Selection::cursor(at));
}
