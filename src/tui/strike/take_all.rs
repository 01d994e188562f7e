//! Taking many strikes at once, after a look at how many and which.

use super::{none_here, target};
use crate::fix;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::overlay::{Overlay, Question};
use crate::tui::pen::{Answer, Found, Wanted};
use crate::tui::widget::confirm::{Choice, Confirm};
use crate::tui::widget::paint;

/// How many are quoted before they are taken.
const QUOTED: usize = 3;

/// Asks whether to take all of the rule of the strike under the cursor.
pub fn ask_rule(model: &mut Model) -> Vec<Effect> {
    let Some(rule) = target(model).map(|found| found.diagnostic.rule) else {
        none_here(model);
        return Vec::new();
    };
    ask(model, Some(rule))
}

/// Asks whether to take all that can be taken without a look at each.
pub fn ask_safe(model: &mut Model) -> Vec<Effect> {
    ask(model, None)
}

fn ask(model: &mut Model, rule: Option<&'static str>) -> Vec<Effect> {
    if !model.pen.is_current() {
        model.say("still reading; once more, please");
        return Vec::new();
    }
    let wanted = model.pen.wanted(rule);
    let found: Vec<Found<'_>> = model.pen.all_wanted(&wanted, model.editor.buffer()).collect();
    let (what, none) = match rule {
        Some(rule) => (format!("of {rule}"), format!("no strike of {rule} has words to take")),
        None => ("that are safe".to_owned(), "no fix is safe to take without a look".to_owned()),
    };
    if found.is_empty() {
        model.say(none);
        return Vec::new();
    }
    let quoted: Vec<String> = found.iter().take(QUOTED).filter_map(|found| quote(model, found)).collect();
    let more = match found.len().saturating_sub(QUOTED) {
        0 => String::new(),
        more => format!("\nand {more} more"),
    };
    let text = format!("{}{more}\nOne undo brings them all back.", quoted.join("\n"));
    let title = match found.len() {
        1 => format!("Take the one {what}?"),
        count => format!("Take all {count} {what}?"),
    };
    let choices = vec![Choice::new('y', "Yes, take them"), Choice::new('n', "No, leave them")];
    model.overlay = Some(Overlay::Confirm(Confirm::new(title, text, choices, 1), Question::TakeAll(wanted)));
    Vec::new()
}

/// A line that shows what goes and what comes.
fn quote(model: &Model, found: &Found<'_>) -> Option<String> {
    const WORDS: usize = 24;
    let edit = found.edit()?;
    let words = fix::Words::of(model.editor.buffer().text(), edit.span, &edit.insert);
    let glyphs = &model.theme.glyphs;
    let fit = |text: &str| paint::fit(&fix::flat(text), WORDS, glyphs.ellipsis);
    let gone = fit(words.gone(model.editor.buffer().text()).trim());
    Some(match words.put.trim() {
        "" => format!("{} \"{gone}\" {} cut", glyphs.dot, glyphs.arrow),
        put => format!("{} \"{gone}\" {} \"{}\"", glyphs.dot, glyphs.arrow, fit(put)),
    })
}

/// Takes what is wanted, away from the keys.
pub fn go(model: &mut Model, wanted: Wanted) -> Vec<Effect> {
    vec![Effect::Fix {
        generation: model.pen.generation(),
        text: model.editor.buffer().text().to_owned(),
        path: model.path.clone(),
        wanted,
    }]
}

/// What was wanted is taken: `text` is what the text of `generation` became by `count` fixes.
pub fn taken(model: &mut Model, generation: u64, text: &str, count: usize) {
    if generation != model.pen.generation() {
        model.complain("the text was changed meanwhile, so nothing was taken; once more, please");
        return;
    }
    let change = fix::between(model.editor.buffer().text(), text);
    let depth = model.editor.history().depth();
    if let Some(steps) = model.pen.steps_mut() {
        steps.record(Answer::Taken, count, depth);
    }
    let applied = model.editor.make(change, model.now);
    model.pen.edited(&applied);
    let undo = model.key("undo");
    model.say(match count {
        1 => format!("1 strike taken; {undo} brings it back"),
        count => format!("{count} strikes taken; {undo} brings them all back"),
    });
}
