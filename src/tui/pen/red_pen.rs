//! Reading a text with the red pen: parse, lint, score.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::{Figures, PartState, Reading};
use crate::document::{Block, Document, PartKind, PartSpec, Role};
use crate::lint::phrases::{self, Matcher};
use crate::lint::{Diagnostic, Input, Linter, Settings, Severity};
use crate::score::readability;
use crate::template::{self, Level, Template};
use crate::text::Span;

/// Reads texts. It may keep what it learns from one text to the next; it works away from the keys.
pub trait Reader: Send {
    /// Everything there is to say of `text`, which is or will be the file at `path`.
    fn read(&mut self, text: &str, path: Option<&Path>) -> Reading;
}

/// The built-in rules and templates.
pub struct RedPen {
    settings: Settings,
    matcher: Arc<Matcher>,
    template: Option<Template>,
    specs: Vec<PartSpec>,
    linter: Linter,
}

impl RedPen {
    /// With these settings of the house.
    pub fn new(settings: Settings, matcher: Arc<Matcher>) -> Self {
        let linter = Linter::new(settings.clone(), Arc::clone(&matcher)).incremental();
        Self { settings, matcher, template: None, specs: Vec::new(), linter }
    }

    // The template that the front matter names decides which parts there are and how strict the rules are.
    fn follow_template(&mut self, name: &str) {
        if self.template.as_ref().is_some_and(|template| template.name.as_str() == name) {
            return;
        }
        self.template = template::find(name).ok();
        self.specs = self.template.as_ref().map(Template::part_specs).unwrap_or_default();
        self.linter = Linter::new(self.settings.clone(), Arc::clone(&self.matcher)).incremental();
        if let Some(template) = self.template.clone() {
            let severity = move |rule: &str, zone| {
                template.level(rule, zone).map(|level| match level {
                    Level::Off => None,
                    Level::Note => Some(Severity::Note),
                    Level::Warning => Some(Severity::Warning),
                    Level::Error => Some(Severity::Error),
                })
            };
            let linter = Linter::new(self.settings.clone(), Arc::clone(&self.matcher));
            self.linter = linter.with_overrides(Arc::new(severity)).incremental();
        }
    }
}

impl Default for RedPen {
    fn default() -> Self {
        Self::new(Settings::default(), Arc::new(Matcher::new(phrases::builtin())))
    }
}

impl Reader for RedPen {
    fn read(&mut self, text: &str, path: Option<&Path>) -> Reading {
        let mut document = Document::parse(text, &self.specs);
        let name = document.front_matter.template.clone();
        let judged = name.is_some() || document.evidence.convinces() || path.is_some_and(is_named_so);
        let known = self.template.as_ref().map(|template| template.name.as_str().to_owned());
        let wanted = name.or_else(|| judged.then(|| "prfaq".to_owned()));
        if let Some(wanted) = wanted.filter(|wanted| known.as_ref() != Some(wanted)) {
            self.follow_template(&wanted);
            document = Document::parse(text, &self.specs);
        }
        let specs = if judged { self.specs.as_slice() } else { &[] };
        let diagnostics = self.linter.lint(Input { source: text, document: &document, specs, judged });
        let counts = readability::count_all(&document.blocks);
        let strikes = diagnostics.iter().filter(|diagnostic| diagnostic.is_strike()).count();
        let figures = Figures {
            words: counts.words,
            sentences: counts.sentences,
            reading_ease: counts.reading_ease(),
            grade: counts.grade(),
            strikes,
            customer_focus: None,
            verdict: None,
        };
        Reading {
            parts: parts(&document, specs, &diagnostics),
            aside: aside(&document),
            figures,
            diagnostics,
        }
    }
}

fn is_named_so(path: &Path) -> bool {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    ["prfaq", "pr-faq", "press-release"].iter().any(|part| name.contains(part))
}

fn aside(document: &Document) -> Vec<Span> {
    let mut spans: Vec<Span> = document.comments.iter().map(|comment| comment.span).collect();
    spans.push(document.front_matter.span);
    spans.retain(|span| !span.is_empty());
    spans.sort();
    spans
}

// What was found, in the order of the document, with what is missing where it would stand.
fn parts(document: &Document, specs: &[PartSpec], diagnostics: &[Diagnostic]) -> Vec<PartState> {
    let mut tally: BTreeMap<usize, PartState> = BTreeMap::new();
    for block in &document.blocks {
        let Some(part) = document.part_of(block).filter(|part| part.kind != PartKind::Body) else { continue };
        let spec = specs.iter().find(|spec| spec.id == part.id);
        let state = tally.entry(block.part).or_insert_with(|| PartState {
            title: title(&part.id),
            at: block.span.start,
            is_missing: false,
            words: 0,
            max_words: spec.and_then(|spec| spec.max_words),
            strikes: 0,
        });
        state.words += words(block);
    }
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.is_strike()) {
        if let Some(state) = tally.get_mut(&diagnostic.part) {
            state.strikes += 1;
        }
    }
    let mut parts: Vec<PartState> = tally.into_values().collect();
    parts.sort_by_key(|part| part.at);
    for missing in diagnostics.iter().filter(|diagnostic| diagnostic.rule == "missing-part") {
        insert_missing(&mut parts, missing);
    }
    parts
}

fn insert_missing(parts: &mut Vec<PartState>, missing: &Diagnostic) {
    let name = missing.message.trim_start_matches("the ").trim_end_matches(" is missing");
    let part = PartState {
        title: title(name),
        at: missing.span.start,
        is_missing: true,
        words: 0,
        max_words: None,
        strikes: 0,
    };
    let index = parts.partition_point(|other| other.at <= part.at);
    parts.insert(index, part);
}

fn words(block: &Block) -> usize {
    if matches!(block.role, Role::Prose | Role::Headline | Role::Question) { block.words.len() } else { 0 }
}

// "leader-quote" as people read it: "Leader quote", "External FAQ".
fn title(id: &str) -> String {
    let words = id.replace('-', " ").replace("faq", "FAQ");
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
