//! Find and replace: what is asked for at the bottom of the screen, how many places that is, and what becomes of them.
//!
//! The places are counted and the first replacements shown while one types; nothing is changed before Enter. Front
//! matter and code are left out unless they are asked for.

mod act;
mod options;
mod panel;
mod plan;
#[cfg(test)]
mod tests;

pub use act::{click, key, open, open_with, paste};
pub use options::Options;

use options::Stop;
use plan::Plan;

use super::model::Model;
use super::widget::input::Input;
use crate::document::{Document, MarkedAs, marked};
use crate::text::{Buffer, Query, Search, Selection, Span, slice};

/// What is remembered from one time to the next.
#[derive(Debug, Clone, Default)]
pub struct Last {
    with: String,
    options: Options,
}

/// Find and replace while it is open.
#[derive(Debug)]
pub struct Replace {
    find: Input,
    with: Input,
    options: Options,
    /// What the keys go to.
    stop: Stop,
    /// What was selected when it was opened, as far as that is still there.
    selected: Option<Span>,
    /// Where the cursor stood then.
    from: usize,
    plan: Plan,
    /// What is wrong with the pattern.
    problem: Option<String>,
    /// What happened last.
    said: Option<String>,
    /// Front matter and code, and the generation of the text they are of.
    asides: (u64, Vec<Span>),
    /// How many were replaced one by one.
    replaced: usize,
}

impl Replace {
    fn new(model: &Model, needle: &str) -> Self {
        let selection = model.editor.selection();
        let last = &model.replaced;
        let is_long = model.editor.selected().contains('\n');
        let mut find = Input::new(needle);
        find.select();
        Self {
            find,
            with: Input::new(&last.with),
            options: Options { selection: is_long, ..last.options },
            stop: Stop::Find,
            selected: Some(selection.span()).filter(|span| !span.is_empty()),
            from: selection.span().start,
            plan: Plan::default(),
            problem: None,
            said: None,
            asides: (u64::MAX, Vec::new()),
            replaced: 0,
        }
    }

    /// Looks for the places anew: what is asked for has changed, or the text has.
    fn refresh(&mut self, model: &mut Model) {
        let query = Query {
            needle: self.find.text().to_owned(),
            match_case: self.options.case,
            whole_word: self.options.words,
            is_regex: self.options.regex,
        };
        self.problem = None;
        let search = Search::of(&query).unwrap_or_else(|problem| {
            self.problem = Some(problem);
            None
        });
        if self.asides.0 != model.pen.generation() {
            self.asides = (model.pen.generation(), asides(model.editor.buffer()));
        }
        let none = Vec::new();
        let asides = if self.options.code { &none } else { &self.asides.1 };
        let within = self.selected.filter(|_| self.options.selection);
        let plan = search
            .as_ref()
            .map(|search| Plan::new(model.editor.buffer(), search, self.with.text(), within, asides));
        self.plan = plan.unwrap_or_default();
        model.search = search;
        model.needle = query.needle;
    }

    /// As [`Replace::refresh`]; the first place from where the cursor stood is selected.
    fn follow(&mut self, model: &mut Model) {
        self.said = None;
        self.refresh(model);
        if let Some(span) = self.plan.next(self.from) {
            model.editor.select(Selection::new(span.start, span.end));
        }
    }

    /// How many places there are, and which of them is selected.
    fn count(&self, model: &Model) -> String {
        let all = self.plan.edits.len();
        let at = self.plan.position(model.editor.selection().span()).map(|at| format!("{} of ", at + 1));
        let found = match all {
            _ if self.find.text().is_empty() || self.problem.is_some() => return String::new(),
            0 => "not found".to_owned(),
            1 if at.is_none() => "1 match".to_owned(),
            _ if at.is_none() => format!("{all} matches"),
            _ => format!("{}{all}", at.unwrap_or_default()),
        };
        match self.plan.left_out {
            0 => found,
            left => format!("{found}, {left} left out in code"),
        }
    }
}

/// What is no prose, by place.
fn asides(buffer: &Buffer) -> Vec<Span> {
    let front = Document::front_matter(buffer.text()).span;
    let body = slice(buffer.text(), front.end..buffer.len());
    let code = marked(body).into_iter().filter(|one| one.kind == MarkedAs::Code);
    let front = Some(front).filter(|front| !front.is_empty());
    front.into_iter().chain(code.map(|one| one.span.shifted(front.map_or(0, |front| front.end)))).collect()
}
