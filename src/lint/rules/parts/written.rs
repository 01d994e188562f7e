//! A part of a template as it stands in a document.

use std::borrow::Cow;

use super::super::placeholder;
use crate::document::{Block, PartKind, PartSpec, Role, Sentence, WordKind};
use crate::lint::{BlockContext, Check, DocumentContext, Finding, RuleSettings};
use crate::text::Span;

/// A part that somebody has begun to write: it has prose, and no `{{placeholder}}` of a template.
#[derive(Clone)]
pub(super) struct Written<'a> {
    /// The document around it.
    pub context: &'a DocumentContext<'a>,
    /// What its template asks of it.
    pub spec: &'a PartSpec,
    /// Its index in the document.
    pub part: usize,
    /// All its blocks, headings and attributions too.
    pub blocks: Vec<&'a Block>,
}

impl<'a> Written<'a> {
    /// Words of a part that are looked up one by one; ten times what any part may have.
    pub const SAMPLE: usize = 1000;

    /// The parts of the kinds that are `wanted` and somebody has begun to write, in the template's order.
    pub fn all(
        context: &'a DocumentContext<'a>,
        wanted: impl Fn(&PartKind) -> bool,
    ) -> impl Iterator<Item = Self> {
        let specs = context.specs.iter().filter(move |spec| wanted(&spec.kind));
        specs.filter_map(|spec| Self::of(context, spec))
    }

    /// The part of this kind.
    pub fn find(context: &'a DocumentContext<'a>, kind: &PartKind) -> Option<Self> {
        Self::all(context, |wanted| wanted == kind).next()
    }

    /// The part that `spec` asks for.
    pub fn of(context: &'a DocumentContext<'a>, spec: &'a PartSpec) -> Option<Self> {
        let document = context.document;
        let part = document.parts.iter().position(|part| part.kind == spec.kind && part.id == spec.id)?;
        let blocks: Vec<&Block> = document.blocks_of(part).collect();
        let gap = blocks.iter().any(|block| block.prose.text.contains("{{"));
        let written = blocks.iter().any(|block| block.is_judged());
        (written && !gap).then_some(Self { context, spec, part, blocks })
    }

    /// Whether its template puts this test to it.
    pub fn asks(&self, test: &str) -> bool {
        self.spec.tests.iter().any(|name| name == test)
    }

    /// Its prose, or its headlines.
    pub fn prose(&self) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().copied().filter(|block| block.is_judged())
    }

    /// Its sentences, each with its block.
    pub fn sentences(&self) -> impl Iterator<Item = (&'a Block, &'a Sentence)> {
        self.prose().flat_map(|block| block.sentences.iter().map(move |sentence| (block, sentence)))
    }

    /// Its words.
    pub fn words(&self) -> impl Iterator<Item = (&'a str, WordKind)> {
        self.prose().flat_map(|block| block.words.iter().map(|word| (block.word(word), word.kind)))
    }

    /// How many words somebody has to read, questions included.
    pub fn length(&self) -> usize {
        let read = |block: &&&Block| block.is_judged() || block.role == Role::Question;
        self.blocks.iter().filter(read).map(|block| block.words.len()).sum()
    }

    /// Whether a heading or a label in the text says that this is the part; shape alone may be wrong.
    pub fn is_named(&self) -> bool {
        let heading = |block: &&Block| block.role == Role::Heading;
        let labelled = |block: &&Block| block.lead > 0 && self.spec.kind != PartKind::Summary;
        self.blocks.iter().any(|block| heading(block) || labelled(block))
    }

    /// Whether something in it is still to be filled in, so that nothing can be said of what it lacks.
    pub fn has_gap(&self) -> bool {
        let Check::Block(check) = placeholder::RULE.check else { return false };
        let (facts, settings) = (self.context.facts, &RuleSettings::default());
        let mut gaps = Vec::new();
        for block in self.prose() {
            check(&BlockContext { block, facts, rule: &placeholder::RULE, settings }, &mut gaps);
        }
        !gaps.is_empty()
    }

    /// The place of what it lacks: its first sentence.
    pub fn place(&self) -> Span {
        let first = self.sentences().next();
        let sentence = first.map(|(block, sentence)| place_of(block, sentence));
        sentence.or_else(|| self.prose().next().map(|block| block.span)).unwrap_or_default()
    }

    /// Something that it lacks; `None` where it is not all written yet.
    pub fn lacks(
        &self,
        message: impl Into<Cow<'static, str>>,
        advice: impl Into<Cow<'static, str>>,
    ) -> Option<Finding> {
        (!self.has_gap()).then(|| self.fault(self.place(), message, advice))
    }

    /// A fault at `span`. Without `advice` the question of the template is asked again.
    pub fn fault(
        &self,
        span: Span,
        message: impl Into<Cow<'static, str>>,
        advice: impl Into<Cow<'static, str>>,
    ) -> Finding {
        let advice: Cow<'static, str> = advice.into();
        let advice = if advice.is_empty() { Cow::Owned(self.spec.ask.clone()) } else { advice };
        Finding::new(span, message).rewrite(advice).in_part(self.part)
    }
}

/// What people call the part that `spec` asks for.
pub(super) fn name_of(spec: &PartSpec) -> String {
    spec.id.replace('-', " ").replace("faq", "FAQ")
}

/// The source bytes of `sentence`, one of `block`'s.
pub(super) fn place_of(block: &Block, sentence: &Sentence) -> Span {
    block.source_span(sentence.start as usize, sentence.end as usize)
}
