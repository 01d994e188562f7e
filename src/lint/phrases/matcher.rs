//! Finds the phrases of all packs in a block with one index, and one more where a user has packs.
//!
//! An index knows every literal and every beginning of a gapped pattern. What it finds has to stand between word
//! boundaries, be switched on in this zone, stand in no excusing context and belong to no term of the customer's.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use regex::Regex;

use super::fold::{self, Folded};
use super::index::Index;
use super::pack::{Entry, Fault, Gap, Literal, Pack};
use super::place::Place;
use super::program::Choice;
use super::{Hit, context, overlap, tables, terms};
use crate::document::{Block, Sentence};
use crate::lint::{Facts, Severity};
use crate::text::{Span, slice};

/// All packs, ready to search.
#[derive(Debug)]
pub struct Matcher {
    packs: Cow<'static, [Pack]>,
    /// Indexes over the packs, each with the first of its own, in their order.
    indexes: Vec<(usize, Index)>,
    /// One a gap, in the order of the packs; compiled when first needed, which those with a program never are.
    gaps: Vec<OnceLock<Option<Regex>>>,
    /// First gap of each pack.
    first_gap: Vec<usize>,
}

/// What is the same for all matches in one block.
struct Search<'a, 'm> {
    matcher: &'m Matcher,
    block: &'a Block,
    facts: &'a Facts,
    folded: Folded<'a>,
}

impl Matcher {
    /// The built-in packs; made once.
    pub fn builtin() -> Arc<Self> {
        static MATCHER: OnceLock<Arc<Matcher>> = OnceLock::new();
        Arc::clone(MATCHER.get_or_init(|| {
            Arc::new(Self::with_indexes(Cow::Borrowed(tables::PACKS), vec![(0, tables::INDEX.clone())]))
        }))
    }

    /// The packs given, in this order; of two equal findings the earlier pack's is kept.
    pub fn new(packs: impl Into<Cow<'static, [Pack]>>) -> Self {
        let packs = packs.into();
        let index = Index::new(&packs);
        Self::with_indexes(packs, vec![(0, index)])
    }

    /// The packs of a user before the built-in ones, whose index is there already: to sort 4,000 literals again would
    /// take longer than all the rest of a short lint.
    pub fn with_own(own: Vec<Pack>) -> Self {
        let indexes = vec![(0, Index::new(&own)), (own.len(), tables::INDEX.clone())];
        let mut packs = own;
        packs.extend_from_slice(tables::PACKS);
        Self::with_indexes(packs.into(), indexes)
    }

    fn with_indexes(packs: Cow<'static, [Pack]>, indexes: Vec<(usize, Index)>) -> Self {
        let mut first_gap = Vec::new();
        let mut gaps = 0;
        for pack in packs.iter() {
            first_gap.push(gaps);
            gaps += pack.gaps.len();
        }
        let gaps = std::iter::repeat_with(OnceLock::new).take(gaps).collect();
        Self { packs, indexes, gaps, first_gap }
    }

    /// Its packs.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// Adds what is found in the visible text of `block` to `hits`, in order of place. `severity` says how bad a
    /// finding of an entry of a pack is in this block, `None` is off.
    pub fn find<'m>(
        &'m self,
        block: &Block,
        facts: &Facts,
        severity: impl Fn(&Pack, &Entry) -> Option<Severity>,
        hits: &mut Vec<Hit<'m>>,
    ) {
        let search = Search { matcher: self, block, facts, folded: Folded::new(&block.prose.text) };
        let first = hits.len();
        let mut open = Vec::new();
        for (from, index) in &self.indexes {
            let packs = self.packs.get(*from..).unwrap_or_default();
            index.find(packs, &search.folded.text, |target, at| {
                let literals = packs.get(target.pack as usize).map(|pack| &pack.literals);
                if let Some(literal) = literals.and_then(|literals| literals.get(target.literal as usize)) {
                    search.look_at(from + target.pack as usize, literal, at, &severity, &mut open, hits);
                }
            });
        }
        self.find_loose(&search, &severity, hits);
        overlap::settle(hits, first);
    }

    /// Tries the patterns that no literal begins; only packs of users have them.
    fn find_loose<'m>(
        &'m self,
        search: &Search<'_, 'm>,
        severity: &impl Fn(&Pack, &Entry) -> Option<Severity>,
        hits: &mut Vec<Hit<'m>>,
    ) {
        for (pack, this) in self.packs.iter().enumerate() {
            for (index, gap) in this.gaps.iter().enumerate().filter(|(_, gap)| gap.loose) {
                let Some(regex) = self.regex(pack, index, gap, false) else { continue };
                for found in regex.find_iter(&search.folded.text) {
                    search.judge(pack, gap.entry, 0, Span::new(found.start(), found.end()), severity, hits);
                }
            }
        }
    }

    /// How many bytes at the start of `text` the gap `index` of a pack matches.
    fn match_gap(&self, pack: usize, index: usize, text: &str, open: &mut Vec<Choice>) -> Option<usize> {
        let gap = self.packs.get(pack)?.gaps.get(index)?;
        match &gap.program {
            Some(program) => program.run(text.as_bytes(), open),
            None => self.regex(pack, index, gap, true)?.find(text).map(|found| found.end()),
        }
    }

    /// The expression of a gap, compiled when first asked for. ASCII classes keep that cheap; a pattern that needs
    /// more gets Unicode.
    fn regex(&self, pack: usize, index: usize, gap: &Gap, anchored: bool) -> Option<&Regex> {
        let cell = self.gaps.get(self.first_gap.get(pack)? + index)?;
        cell.get_or_init(|| {
            let any_case = self.entry(pack, gap.entry).is_some_and(|entry| !entry.case_sensitive);
            compiled(gap, any_case, anchored).ok()
        })
        .as_ref()
    }

    fn entry(&self, pack: usize, entry: u16) -> Option<&Entry> {
        self.packs.get(pack)?.entries.get(entry as usize)
    }
}

/// Most memory that one compiled expression may take, in bytes. Its engine is linear in the text, so this bounds its
/// time as well.
const MOST: usize = 1 << 20;

fn compiled(gap: &Gap, any_case: bool, anchored: bool) -> Result<Regex, regex::Error> {
    let pattern = format!("{}(?:{})", if anchored { "^" } else { "" }, gap.regex);
    let build = |unicode| {
        let mut builder = regex::RegexBuilder::new(&pattern);
        builder.case_insensitive(any_case).unicode(unicode).size_limit(MOST).build()
    };
    build(false).or_else(|_| build(true))
}

/// What to say of a pattern that grows too big.
pub(super) fn too_big(gap: &Gap) -> Option<Fault> {
    let grown = matches!(compiled(gap, true, true), Err(regex::Error::CompiledTooBig(_)));
    let message = "this pattern grows too big; write smaller repetitions, or several entries".to_owned();
    grown.then(|| Fault { entry: Some(gap.entry.into()), key: Some("pattern"), message })
}

impl<'m> Search<'_, 'm> {
    /// Follows up what the index found.
    fn look_at(
        &self,
        pack: usize,
        literal: &Literal,
        at: Span,
        severity: &impl Fn(&Pack, &Entry) -> Option<Severity>,
        open: &mut Vec<Choice>,
        hits: &mut Vec<Hit<'m>>,
    ) {
        if !self.free_before(at.start) {
            return;
        }
        let Some(gap) = literal.gap else {
            let entry = self.matcher.entry(pack, literal.entry);
            if entry.is_some_and(|entry| entry.case_sensitive) && slice(&self.folded.text, at) != literal.text
            {
                return;
            }
            return self.judge(pack, literal.entry, literal.form, at, severity, hits);
        };
        let rest = slice(&self.folded.text, at.start..self.folded.text.len());
        if let Some(len) = self.matcher.match_gap(pack, gap as usize, rest, open) {
            let whole = Span::new(at.start, at.start + len);
            self.judge(pack, literal.entry, literal.form, whole, severity, hits);
        }
    }

    /// Keeps a match that nothing excuses.
    fn judge(
        &self,
        pack: usize,
        entry: u16,
        form: u16,
        at: Span,
        severity: &impl Fn(&Pack, &Entry) -> Option<Severity>,
        hits: &mut Vec<Hit<'m>>,
    ) {
        let Some(pack) = self.matcher.packs.get(pack) else { return };
        let Some(entry) = pack.entries.get(entry as usize) else { return };
        if !self.free_before(at.start) || !self.free_after(at.end) {
            return;
        }
        let Some(severity) = severity(pack, entry) else { return };
        let span = Span::new(self.folded.original(at.start), self.folded.original(at.end));
        let place = self.place(at, span);
        if context::excuse(&entry.not_when, &place) {
            return;
        }
        if terms::cover(self.facts, &self.block.prose.text, span, pack.category) {
            return;
        }
        hits.push(Hit { category: pack.category, entry, form: form.into(), span, severity });
    }

    /// Bytes around a match that its contexts look at; a sentence that is longer says nothing more at its far end, and
    /// would be read again for each of its matches.
    const REACH: usize = 600;

    fn place(&self, at: Span, found: Span) -> Place<'_> {
        let original = found.start;
        let index = self.block.sentences.partition_point(|sentence| sentence.end as usize <= original);
        let holds = |sentence: &&Sentence| sentence.start as usize <= original;
        let text = &self.block.prose.text;
        let (start, end) = self
            .block
            .sentences
            .get(index)
            .filter(holds)
            .map_or((0, text.len()), |sentence| (sentence.start as usize, sentence.end as usize));
        let boundary = |at: &usize| text.is_char_boundary(*at);
        let nearest = (start..found.start.saturating_sub(Self::REACH)).rev().find(boundary);
        let furthest = (found.end + Self::REACH..end).find(boundary);
        let visible = Span::new(nearest.unwrap_or(start), furthest.unwrap_or(end));
        let sentence = Span::new(self.folded.folded(visible.start), self.folded.folded(visible.end));
        Place { block: self.block, text: &self.folded.text, sentence, at, visible, found }
    }

    /// Whether a match may begin at the folded byte `at`.
    fn free_before(&self, at: usize) -> bool {
        let first = slice(&self.folded.text, at..self.folded.text.len()).chars().next();
        if !first.is_some_and(fold::is_word) {
            return true;
        }
        let before = slice(&self.block.prose.text, 0..self.folded.original(at)).chars().next_back();
        !before.is_some_and(|c| fold::is_word(c) || fold::is_hyphen(c))
    }

    /// Whether a match may end at the folded byte `at`.
    fn free_after(&self, at: usize) -> bool {
        let last = slice(&self.folded.text, 0..at).chars().next_back();
        if !last.is_some_and(fold::is_word) {
            return true;
        }
        let original = self.folded.original(at);
        let after = slice(&self.block.prose.text, original..self.block.prose.text.len()).chars().next();
        !after.is_some_and(|c| fold::is_word(c) || fold::is_hyphen(c))
    }
}
