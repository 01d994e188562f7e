//! One document, read, linted, scored and judged: what the command line, the editor and every export start from.
//!
//! Which template a document follows, and whether it is taken for a PR/FAQ at all, is decided here and nowhere else.
//! Nothing here reads a file; the house's settings and what the file's name claims are handed in.

mod claim;
mod house;
mod language;
mod named;
mod standard;

#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use claim::Claim;
pub use house::House;
use named::Named;

use crate::document::{Document, Draft, FrontMatter, PartSpec};
use crate::lint::{Diagnostic, Facts, Input, Linter, Severity};
use crate::score::Score;
use crate::score::gate::{Gate, Thresholds, Verdict};
use crate::template::{self, Template};

/// Everything that is known of one text.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// The parsed document.
    pub document: Document,
    /// The parts its template asks for; empty where it follows none.
    pub specs: Arc<[PartSpec]>,
    /// The template it follows, by name.
    pub template: Option<String>,
    /// That template; `None` where it follows none, or one that nobody has.
    pub form: Option<Arc<Template>>,
    /// Whether nobody named that template: the shape of the text called for it.
    pub guessed: bool,
    /// Whether it is taken for a PR/FAQ.
    pub judged: bool,
    /// Whether it is in another language than English: nothing in it is judged, and its figures mean nothing.
    pub foreign: bool,
    /// Who and what it is about.
    pub facts: Facts,
    /// What the red pen found, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// Its figures.
    pub score: Score,
    /// What the gate asks of it.
    pub thresholds: Thresholds,
    /// Whether it may be exported.
    pub verdict: Verdict,
}

/// Analyses texts by the rules of one house, with what it knows from one text to the next.
pub struct Analyst {
    house: Arc<House>,
    claim: Claim,
    incremental: bool,
    desk: Option<Desk>,
}

/// A text read by the template it follows.
struct Followed {
    document: Document,
    template: Option<String>,
    /// Whether only its shape called for that template.
    guessed: bool,
    /// Whether it names one that is there and cannot be used.
    broken: bool,
}

/// What is set up for one template.
struct Desk {
    name: Option<String>,
    template: Option<Arc<Template>>,
    specs: Arc<[PartSpec]>,
    linter: Linter,
}

impl Analyst {
    /// An analyst for documents of `house` whose name or folder claims `claim`.
    pub fn new(house: Arc<House>, claim: Claim) -> Self {
        Self { house, claim, incremental: false, desk: None }
    }

    /// The same analyst, for a text that changes little from call to call: findings are kept by block.
    #[must_use]
    pub fn incremental(mut self) -> Self {
        self.incremental = true;
        self.desk = None;
        self
    }

    /// Reads, lints, scores and judges `source`. Never fails.
    pub fn analyse(&mut self, source: &str) -> Analysis {
        let Followed { document, template, guessed, broken } = self.read(source);
        let judged = template.is_some() || broken;
        let house = self.house.thresholds;
        let desk = self.desk_for(template);
        let (specs, template) = (Arc::clone(&desk.specs), desk.name.clone());
        let facts = Facts::of(&document, &desk.linter.settings().terms);
        let form = desk.template.clone();
        let thresholds = standard::thresholds(house, form.as_deref());
        let foreign = language::is_foreign(&document);
        let diagnostics = if foreign {
            Vec::new()
        } else {
            desk.linter.lint_knowing(Input { source, document: &document, specs: &specs, judged }, &facts)
        };
        // Its headings are in its own language too, so that parts would be missed that are there.
        let asked: &[PartSpec] = if foreign { &[] } else { &specs };
        let score = Score { foreign, ..Score::knowing(&document, asked, &facts, &diagnostics) };
        let verdict = Gate::new(thresholds).judge(&score, &diagnostics, &document);
        Analysis {
            document,
            specs,
            template,
            form,
            guessed,
            judged,
            foreign,
            facts,
            diagnostics,
            score,
            thresholds,
            verdict,
        }
    }

    /// Whether `source` is taken for a PR/FAQ, which is known long before it is analysed.
    pub fn judges(&mut self, source: &str) -> bool {
        self.read(source).template.is_some()
    }

    /// Parses `source` by the template it follows. One that it names and nobody has is a problem of its front matter,
    /// where it is taken for a PR/FAQ; elsewhere the name belongs to another tool.
    fn read(&mut self, source: &str) -> Followed {
        let named = Named::of(Document::front_matter(source).template, &self.house.templates);
        let mut followed = self.follow(source, named.followed());
        followed.broken = matches!(named, Named::Broken(_));
        let judged = followed.broken || followed.template.is_some();
        if let Some(message) = named.problem().filter(|_| judged) {
            followed.document.front_matter.problem =
                Some(FrontMatter::wrong_value(source, "template", message));
        }
        followed
    }

    /// Parses `source` by the template `named`, else the one its file name or folder claims, else the one its shape
    /// calls for.
    fn follow(&mut self, source: &str, named: Option<String>) -> Followed {
        let claimed = named.or_else(|| self.claim.template(self.house.template.as_deref()));
        if let Some(name) = claimed {
            let specs = Arc::clone(&self.desk_for(Some(name.clone())).specs);
            return Followed {
                document: Document::parse(source, &specs),
                template: Some(name),
                guessed: false,
                broken: false,
            };
        }
        let draft = Draft::read(source);
        if !draft.evidence().convinces() {
            return Followed { document: draft.plain(), template: None, guessed: false, broken: false };
        }
        let shape = if draft.has_faq() { "prfaq" } else { "press-release" };
        let name = self.house.template.clone().unwrap_or_else(|| shape.to_owned());
        let specs = Arc::clone(&self.desk_for(Some(name.clone())).specs);
        Followed { document: draft.by(&specs), template: Some(name), guessed: true, broken: false }
    }

    fn desk_for(&mut self, template: Option<String>) -> &mut Desk {
        let fits = self.desk.as_ref().is_some_and(|desk| desk.name == template);
        let kept = self.desk.take().filter(|_| fits);
        let desk = kept.unwrap_or_else(|| Desk::set_up(template, &self.house, self.incremental));
        self.desk.insert(desk)
    }
}

impl Desk {
    fn set_up(name: Option<String>, house: &House, incremental: bool) -> Self {
        let found = name.as_deref().and_then(|name| house.templates.find(name).ok());
        let specs: Arc<[PartSpec]> = found.as_deref().map(Template::part_specs).unwrap_or_default().into();
        let settings = standard::settings(&house.settings, found.as_deref());
        let mut linter = Linter::new(settings, Arc::clone(&house.matcher)).on_day(house.today);
        if let Some(template) = found.clone() {
            linter = linter.with_words(template.words);
            linter =
                linter.with_overrides(Arc::new(move |rule, zone| template.level(rule, zone).map(severity)));
        }
        if incremental {
            linter = linter.incremental();
        }
        Self { name, template: found, specs, linter }
    }
}

fn severity(level: template::Level) -> Option<Severity> {
    match level {
        template::Level::Off => None,
        template::Level::Note => Some(Severity::Note),
        template::Level::Warning => Some(Severity::Warning),
        template::Level::Error => Some(Severity::Error),
    }
}
