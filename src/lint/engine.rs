//! The engine: runs every rule over a document, block by block, and makes diagnostics of what they find.
//!
//! Findings of block rules depend on the block's text, zone and role and on the settings alone, so they are cached by
//! those (see [`Linter::incremental`]); a keystroke re-lints one paragraph and a full lint equals an incremental one.

use std::cell::OnceCell;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::phrases::{self, Hit, Matcher, combine};
use super::settle::{settle, settle_late};
use super::suppression::{Suppressions, Unused};
use super::{
    BlockContext, Category, Check, Diagnostic, DocumentContext, Facts, Finding, Fix, RULES, Rule, Settings,
    Severity, Site, edit, excuse, order,
};
use crate::centre::Cast;
use crate::document::{Block, Date, Document, PartSpec, WordBudget, Zone};
use crate::text::Span;

/// What is linted, and as what.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The source text.
    pub source: &'a str,
    /// The document parsed from it.
    pub document: &'a Document,
    /// The parts its template asks for.
    pub specs: &'a [PartSpec],
    /// Whether it is taken for a PR/FAQ. Other prose gets no structure rules and nothing above `warning`.
    pub judged: bool,
}

/// What a template or a house says of a rule in a zone, before the rule's own table.
pub type Override = dyn Fn(&str, Zone) -> Option<Option<Severity>> + Send + Sync;

/// Runs the rules.
pub struct Linter {
    settings: Settings,
    matcher: Arc<Matcher>,
    overrides: Option<Arc<Override>>,
    words: Option<WordBudget>,
    today: Option<Date>,
    cache: Option<Cache>,
}

/// Findings of block rules, relative to their block; entries that a lint did not need are dropped after it.
#[derive(Default)]
struct Cache {
    blocks: FxHashMap<(u64, usize), Arc<[Found]>>,
    fresh: FxHashMap<(u64, usize), Arc<[Found]>>,
}

/// What is known of the document while its blocks are linted.
struct Known<'a> {
    facts: &'a Facts,
    /// Who is who; made when a block first asks for it.
    cast: OnceCell<Cast>,
    judged: bool,
    /// Hash of the rest.
    salt: u64,
}

/// A finding in a block with the severity it has there.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub rule: &'static Rule,
    pub severity: Severity,
    pub finding: Finding,
    /// Other rules that struck the same words.
    pub also: Vec<&'static str>,
}

impl Linter {
    /// A linter with the packs of `matcher`.
    pub fn new(settings: Settings, matcher: Arc<Matcher>) -> Self {
        Self { settings, matcher, overrides: None, words: None, today: None, cache: None }
    }

    /// The same linter, where `overrides` (a template's severities) stand above the rules' tables; settings of the
    /// house stand above both.
    #[must_use]
    pub fn with_overrides(mut self, overrides: Arc<Override>) -> Self {
        self.overrides = Some(overrides);
        self
    }

    /// The same linter, for documents that may have as many `words` as their template says.
    #[must_use]
    pub fn with_words(mut self, words: Option<WordBudget>) -> Self {
        self.words = words;
        self
    }

    /// The same linter on a known day. Without one, no date is too early.
    #[must_use]
    pub fn on_day(mut self, today: Option<Date>) -> Self {
        self.today = today;
        self
    }

    /// The same linter, keeping findings by block from one lint to the next. For an editor.
    #[must_use]
    pub fn incremental(mut self) -> Self {
        self.cache = Some(Cache::default());
        self
    }

    /// Its settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// All findings, by place. Never fails.
    pub fn lint(&mut self, input: Input<'_>) -> Vec<Diagnostic> {
        let facts = Facts::of(input.document, &self.settings.terms);
        self.lint_knowing(input, &facts)
    }

    /// As [`Linter::lint`], with the facts of the document.
    pub fn lint_knowing(&mut self, input: Input<'_>, facts: &Facts) -> Vec<Diagnostic> {
        let salt = hash_of(&(facts, input.judged));
        let known = Known { facts, cast: OnceCell::new(), judged: input.judged, salt };
        let mut out = Vec::new();
        for block in &input.document.blocks {
            let site = Site::of(block, input.document);
            let from = out.len();
            if self.cache.is_some() {
                let found = self.cached(block, site, &known);
                out.extend(found.iter().cloned().map(|found| place(found, block, input.source)));
            } else {
                let found = self.look(block, site, &known);
                out.extend(found.into_iter().map(|found| place(found, block, input.source)));
            }
            // Block after block is nearly in order: to sort all of it at once would take half as much memory again.
            out.get_mut(from..).unwrap_or_default().sort_by(order::by_place);
        }
        if let Some(cache) = &mut self.cache {
            cache.blocks = std::mem::take(&mut cache.fresh);
        }
        settle_late(&mut out, self.whole(input, facts));
        order::sort(&mut out);
        excuse::by_question(input.document, input.source, &mut out);
        let unused = Suppressions::of(input.document, input.source).apply(&mut out);
        if !unused.is_empty() {
            out.extend(self.unused(unused, input));
            order::sort(&mut out);
        }
        out
    }

    /// What the block rules and the packs find in `block`, from the cache where it is known.
    fn cached(&mut self, block: &Block, site: Site<'_>, document: &Known<'_>) -> Arc<[Found]> {
        let part = site.part.map(|part| (&part.id, &part.kind));
        let shape = (block.role, block.zone, part, block.kind, block.quoted, block.lead);
        let key =
            (hash_of(&(document.salt, &block.prose.text, &block.prose.links, shape)), block.prose.text.len());
        let known =
            self.cache.as_ref().and_then(|cache| cache.fresh.get(&key).or_else(|| cache.blocks.get(&key)));
        let found = known.cloned();
        let found = found.unwrap_or_else(|| self.look(block, site, document).into());
        if let Some(cache) = &mut self.cache {
            cache.fresh.insert(key, Arc::clone(&found));
        }
        found
    }

    fn look(&self, block: &Block, site: Site<'_>, document: &Known<'_>) -> Vec<Found> {
        let &Known { facts, judged, .. } = document;
        let mut found = self.phrases(block, site, document);
        let mut findings = Vec::new();
        for rule in RULES {
            let Check::Block(check) = rule.check else { continue };
            let Some(severity) = self.severity(rule, site, judged) else { continue };
            check(&BlockContext { block, facts, rule, settings: self.settings.of(rule.name) }, &mut findings);
            found.extend(findings.drain(..).map(|finding| Found {
                rule,
                severity: cap(severity, &finding),
                finding,
                also: Vec::new(),
            }));
        }
        settle(&mut found);
        found
    }

    fn phrases(&self, block: &Block, site: Site<'_>, document: &Known<'_>) -> Vec<Found> {
        let &Known { facts, judged, .. } = document;
        if !block.is_judged() {
            return Vec::new();
        }
        let mut hits: Vec<Hit<'_>> = Vec::new();
        let severity = |pack: &phrases::Pack, entry: &phrases::Entry| {
            let rule = super::phrase_rule(pack.category)?;
            combine(self.severity(rule, site, judged), pack, entry, site)
        };
        self.matcher.find(block, facts, severity, &mut hits);
        excuse::by_consequence(block, || document.cast.get_or_init(|| facts.cast()), &mut hits);
        hits.iter().filter_map(|hit| phrase(hit, block, judged)).collect()
    }

    /// How bad a finding of `rule` is at `site`: the house's word for the part, else for the rule, else the template's,
    /// else the rule's table.
    fn severity(&self, rule: &Rule, site: Site<'_>, judged: bool) -> Option<Severity> {
        let table = rule.severity.get(site.zone);
        // Headings and code stay unread, whatever part they stand in.
        let is_unread = site.zone == Zone::None && table.is_none();
        if is_unread || (!judged && rule.category == Category::Structure) {
            return None;
        }
        let house = self.settings.of(rule.name);
        let of_part = site.level(|name| house.by_part.get(name).copied());
        let of_rule = || house.severity.map(|severity| table.and(severity));
        let of_template = || self.overrides.as_ref().and_then(|overrides| overrides(rule.name, site.zone));
        let base = of_part.or_else(of_rule).or_else(of_template).unwrap_or(table);
        base.map(|severity| if judged { severity } else { severity.min(Severity::Warning) })
    }

    fn whole<'a>(&'a self, input: Input<'a>, facts: &'a Facts) -> impl Iterator<Item = Diagnostic> + 'a {
        RULES.iter().flat_map(move |rule| {
            let mut findings = Vec::new();
            if let Check::Document(check) | Check::Mixed(check) = rule.check {
                let settings = self.settings.of(rule.name);
                let Input { document, specs, judged, .. } = input;
                let (words, today) = (self.words, self.today);
                let context =
                    DocumentContext { document, specs, words, today, facts, judged, rule, settings };
                check(&context, &mut findings);
            }
            findings.into_iter().filter_map(move |finding| self.of_document(rule, finding, input))
        })
    }

    fn of_document(&self, rule: &'static Rule, finding: Finding, input: Input<'_>) -> Option<Diagnostic> {
        let at = input.document.block_at(finding.span.start);
        let block = at.and_then(|at| input.document.blocks.get(at));
        let zone = block
            .filter(|block| block.span.touches(finding.span.start))
            .map_or(Zone::None, |block| block.zone);
        let part = finding.part.or(block.map(|block| block.part)).unwrap_or(0);
        let site = Site { zone, part: input.document.parts.get(part) };
        let severity = cap(self.severity(rule, site, input.judged)?, &finding);
        let advice = finding.fix.clone();
        let fix = advice.map(|(action, replacement)| Fix { action, replacement, safe: false, edit: None });
        Some(diagnostic(rule, severity, part, finding, fix))
    }

    fn unused(&self, unused: Vec<Unused>, input: Input<'_>) -> Vec<Diagnostic> {
        let Some(rule) = RULES.iter().find(|rule| rule.name == "unused-suppression") else {
            return Vec::new();
        };
        let Some(severity) = self.severity(rule, Site::in_zone(Zone::None), input.judged) else {
            return Vec::new();
        };
        let of = |unused: Unused| {
            let unknown = unused.rules.iter().find(|name| !RULES.iter().any(|rule| rule.name == *name));
            let message = match (unused.problem, unknown) {
                (Some(problem), _) => problem,
                (None, Some(name)) => format!("there is no rule {name:?} to silence"),
                (None, None) if unused.rules.is_empty() => "this comment silences nothing".to_owned(),
                (None, None) => format!("this comment silences nothing: no {} here", unused.rules.join(", ")),
            };
            let part =
                input.document.block_at(unused.span.start).and_then(|at| input.document.blocks.get(at));
            let part = part.map_or(0, |block| block.part);
            diagnostic(rule, severity, part, Finding::new(unused.span, message), None)
        };
        unused.into_iter().map(of).collect()
    }
}

/// What to do where words that may be cut are all there is of a sentence.
const NOTHING_LEFT: &str = "say how much, how many or by when";

/// A pack's hit as a finding of its rule.
fn phrase(hit: &Hit<'_>, block: &Block, judged: bool) -> Option<Found> {
    let rule = super::phrase_rule(hit.category)?;
    let text = &block.prose.text;
    let words = crate::text::slice(text, hit.span);
    let mut replacement = hit.replacement(text);
    let advice = advice(&hit.entry.why);
    let mut action = hit.action(text);
    if action == super::Action::Delete && edit::is_all(block, hit.span) {
        // "Very." would leave nothing.
        action = super::Action::Rewrite;
        replacement = if replacement.is_empty() { NOTHING_LEFT.into() } else { replacement };
    }
    let message = match action {
        // Taking praise out is one way; what the pen would rather have is said as well.
        super::Action::Delete if hit.entry.action != action => {
            format!("\"{words}\": cut it{}", or_else(advice.as_deref().unwrap_or(&replacement)))
        }
        super::Action::Delete => format!("cut \"{words}\""),
        super::Action::Replace => format!("\"{words}\": write \"{replacement}\""),
        super::Action::Rewrite => format!("\"{words}\": {}", advice.as_deref().unwrap_or(&replacement)),
    };
    let mut finding = Finding::new(hit.span, message);
    // An entry that only says what to do leaves the reason to the rule.
    finding.why = advice.is_none().then(|| hit.entry.why.clone()).filter(|why| !why.is_empty());
    let fixed = if action == super::Action::Delete { std::borrow::Cow::Borrowed("") } else { replacement };
    finding.fix = Some((action, fixed));
    finding.safe = hit.entry.safe;
    let severity = if judged { hit.severity } else { hit.severity.min(Severity::Warning) };
    Some(Found { rule, severity, finding, also: Vec::new() })
}

/// What the reason of an entry says to do, where it is advice: "Say by how much." as "say by how much".
fn advice(why: &str) -> Option<String> {
    const VERBS: &[&str] =
        &["Say", "Give", "Count", "Name", "List", "Show", "Cite", "Put", "Measure", "Start", "Tell"];
    let (verb, rest) = why.split_once(' ')?;
    VERBS.contains(&verb).then(|| format!("{} {}", verb.to_lowercase(), rest.trim_end_matches('.')))
}

/// What can be done instead of a cut, where `advice` says more than that.
fn or_else(advice: &str) -> String {
    const VERBS: &[&str] =
        &["say", "give", "count", "name", "list", "show", "cite", "put", "measure", "tell", "let"];
    let advice = ["leave it out; ", "leave it out, or "]
        .iter()
        .find_map(|cut| advice.strip_prefix(cut))
        .unwrap_or(advice);
    let verb = advice.split(' ').next().unwrap_or("");
    if advice == "leave it out" {
        String::new()
    } else if let Some((words, more)) = advice.split_once("; ") {
        format!("{}; {more}", or_else(words))
    } else if advice.contains('?') {
        format!("; or {advice}")
    } else if advice.contains('[') {
        format!(", or write: {advice}")
    } else if VERBS.contains(&verb) {
        format!(", or {advice}")
    } else {
        format!(", or write \"{}\"", advice.replace(", or ", "\" or \""))
    }
}

/// A finding of a block as a diagnostic of its document.
fn place(found: Found, block: &Block, source: &str) -> Diagnostic {
    let Found { rule, severity, mut finding, also } = found;
    let fix = edit::of_block(&finding, block, source);
    let source = |span: Span| block.source_span(span.start, span.end);
    finding.span = source(finding.span);
    for related in &mut finding.related {
        related.span = source(related.span);
    }
    if let std::borrow::Cow::Owned(message) = &mut finding.message {
        // What was written piece by piece has room for half as much again.
        message.shrink_to_fit();
    }
    Diagnostic { also, ..diagnostic(rule, severity, block.part, finding, fix) }
}

/// A finding, its spans in source bytes, as a diagnostic.
fn diagnostic(
    rule: &'static Rule,
    severity: Severity,
    part: usize,
    finding: Finding,
    fix: Option<Fix>,
) -> Diagnostic {
    let Finding { span, message, why, related, .. } = finding;
    let why = why.unwrap_or(std::borrow::Cow::Borrowed(rule.why));
    let (name, category) = (rule.name, rule.category);
    Diagnostic { rule: name, category, severity, span, part, message, why, fix, related, also: Vec::new() }
}

fn cap(severity: Severity, finding: &Finding) -> Severity {
    finding.at_most.map_or(severity, |most| severity.min(most))
}

fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
