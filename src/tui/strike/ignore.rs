//! Silencing a strike in the document: by a comment with a reason, or by making its words the customer's own.

use crossterm::event::KeyEvent;

use super::{carry_out, none_here, target};
use crate::document::{Document, FrontMatter};
use crate::lint::{Category, silence};
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::overlay::{Asked, Overlay};
use crate::tui::pen::{Answer, Found};
use crate::tui::widget::Outcome;
use crate::tui::widget::prompt::Prompt;

/// More words than this are no term.
const LONGEST_TERM: usize = 6;

/// Asks why the strike may stand, to write that into the document.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let Some(found) = target(model) else {
        none_here(model);
        return Vec::new();
    };
    if found.span.is_empty() {
        model.say("this is about what is missing; there is no line that a comment could stand above");
        return Vec::new();
    }
    let (rule, at) = (found.diagnostic.rule, found.span.start);
    let hint = "Enter writes a comment that silences it here, Esc does not; the reason may be left out";
    let prompt = Prompt::new(format!("Why may {rule} stand"), "").with_hint(hint);
    model.overlay = Some(Overlay::Ask(prompt, Asked::Reason { rule, at }));
    Vec::new()
}

/// Gives a key to the reason being typed, for the strike of `rule` at byte `at`.
pub fn key(
    model: &mut Model,
    mut prompt: Prompt,
    (rule, at): (&'static str, usize),
    key: KeyEvent,
) -> Vec<Effect> {
    match prompt.key(key) {
        Outcome::Chosen(reason) => write(model, rule, at, &reason),
        Outcome::Cancel => {}
        _ => model.overlay = Some(Overlay::Ask(prompt, Asked::Reason { rule, at })),
    }
    Vec::new()
}

fn write(model: &mut Model, rule: &'static str, at: usize, reason: &str) {
    match silence(model.editor.buffer().text(), at, rule, reason) {
        Some(edit) => {
            carry_out(model, edit, Answer::Silenced);
            model.say(format!("{rule} is silenced here by a comment; {} takes it out", model.key("undo")));
        }
        None => model.say("no comment can stand here; prfaq.yml can turn the rule off"),
    }
}

/// Makes the struck words the customer's own: they go to the `terms` of the front matter.
pub fn keep_word(model: &mut Model) -> Vec<Effect> {
    let Some(found) = target(model) else {
        none_here(model);
        return Vec::new();
    };
    let Some(term) = term(model, &found) else {
        model.say("a term is a word or two; this is about more than its words");
        return Vec::new();
    };
    let source = model.editor.buffer().text();
    match FrontMatter::with_term(source, &term) {
        Some(edit) => {
            carry_out(model, edit, Answer::Silenced);
            model.say(format!("\"{term}\" is a word this customer uses: terms, in the front matter"));
        }
        None if Document::front_matter(source)
            .terms
            .iter()
            .any(|known| known.eq_ignore_ascii_case(&term)) =>
        {
            model.say(format!("\"{term}\" is among the terms already"));
        }
        None => {
            model.complain("the front matter is not written so that a term could be added; add it by hand");
        }
    }
    Vec::new()
}

/// The struck words, where a term can cover them: phrases and acronyms, not sentences.
fn term(model: &Model, found: &Found<'_>) -> Option<String> {
    let is_word = match found.diagnostic.category {
        Category::Jargon
        | Category::Weasel
        | Category::Hype
        | Category::Filler
        | Category::CompanyFocus
        | Category::CompetitorFocus
        | Category::TechnologyFocus
        | Category::BusinessFocus => found.diagnostic.rule != "noun-stack",
        _ => false,
    };
    let words: Vec<&str> = model.editor.buffer().slice(found.span).split_whitespace().collect();
    (is_word && (1..=LONGEST_TERM).contains(&words.len())).then(|| words.join(" "))
}
