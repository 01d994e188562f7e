//! When a copy of the unsaved text is to be written, and when it is to go.

use std::time::Duration;

use super::message::Effect;
use super::model::Model;

/// A copy is written at most so often.
const EVERY: Duration = Duration::from_secs(5);

/// What is known of the copy.
#[derive(Debug, Default)]
pub(super) struct Keeper {
    /// The text it is of, by the pen's generation; `None` where there is no copy.
    of: Option<u64>,
    /// When it was written last.
    at: Option<Duration>,
    /// When it is to be written again.
    due: Option<Duration>,
}

impl Keeper {
    /// Another text is edited from now on: a copy there is belongs to the one before.
    pub(super) fn outdate(&mut self) {
        self.of = self.of.map(|_| u64::MAX);
    }

    /// When it is to be written again.
    pub(super) fn deadline(&self) -> Option<Duration> {
        self.due
    }
}

/// What is to be done about the copy now.
pub(super) fn settle(model: &mut Model) -> Option<Effect> {
    let generation = model.pen.generation();
    let now = model.now;
    if !model.is_modified() {
        model.copy.due = None;
        return model.copy.of.take().map(|_| Effect::Release);
    }
    if model.copy.of == Some(generation) {
        model.copy.due = None;
        return None;
    }
    let due = model.copy.at.map_or(now, |at| at + EVERY);
    if due > now {
        model.copy.due = Some(due);
        return None;
    }
    model.copy = Keeper { of: Some(generation), at: Some(now), due: None };
    Some(Effect::Keep { path: model.path.clone(), text: model.editor.buffer().text().to_owned() })
}
