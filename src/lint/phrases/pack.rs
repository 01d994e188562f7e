//! A pack ready to be matched: entries, the literals that find them, and the conditions that excuse them. Shared with
//! the build script, which writes the built-in packs out as static tables of these types.

use std::borrow::Cow;

use super::condition::Condition;
use super::expand::{Expansion, expand};
use super::fold;
use super::inflect;
use super::source::{EntrySource, Forms, PackSource, Words};
use crate::document::Zone;
use crate::lint::{Action, Category, Severity};

/// Text that is static in built-in packs.
pub(super) type Text = Cow<'static, str>;
/// A list that is static in built-in packs.
pub(super) type List<T> = Cow<'static, [T]>;

/// A list of phrases of one category.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Its name, for messages.
    pub name: Text,
    /// What its findings are about.
    pub category: Category,
    /// Severities by zone where they differ from the rule's; `None` is off.
    pub severity: List<(Zone, Option<Severity>)>,
    /// Its entries, in the order of the file.
    pub entries: List<Entry>,
    /// What is looked for, in order of the text.
    pub literals: List<Literal>,
    /// The expressions of entries with gaps.
    pub gaps: List<Gap>,
}

/// One thing to strike.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The phrase or pattern as it stands in the pack.
    pub name: Text,
    /// What to do.
    pub action: Action,
    /// For `replace` one text, or one a form; for `rewrite` the advice; empty for `delete`.
    pub words: List<Text>,
    /// Forms, folded, that may just as well be taken out where they stand before the word they praise or hedge.
    pub cut: List<Text>,
    /// Whether it may be done without asking.
    pub safe: bool,
    /// Whether capitals count.
    pub case_sensitive: bool,
    /// The entry's own level, where it has one.
    pub severity: Option<Severity>,
    /// What excuses it.
    pub not_when: List<Condition>,
    /// Why the customer would not miss it.
    pub why: Text,
    /// Where the advice comes from.
    pub source: Text,
    /// A sentence with the fault.
    pub bad: Text,
    /// A sentence without.
    pub good: Text,
}

/// A literal that finds an entry, or where a gapped one may begin.
#[derive(Debug, Clone)]
pub struct Literal {
    /// The text to find, folded.
    pub text: Text,
    /// Index of its entry.
    pub entry: u16,
    /// Which form of the phrase it is; chooses among the entry's `words`.
    pub form: u16,
    /// Index of the expression that has to match from its start, where it is only a beginning.
    pub gap: Option<u16>,
}

/// A pattern that is not finite.
#[derive(Debug, Clone)]
pub struct Gap {
    /// The expression over folded text.
    pub regex: Text,
    /// Index of its entry.
    pub entry: u16,
    /// Whether no literal begins it, so that it has to be tried everywhere.
    pub loose: bool,
}

impl Pack {
    /// Makes a pack of what was written. The error names the entry.
    pub fn compile(source: PackSource) -> Result<Self, String> {
        let mut parts = Parts::default();
        for entry in source.rules {
            parts.add(entry)?;
        }
        if parts.literals.len() > usize::from(u16::MAX) {
            return Err("its patterns stand for more than 65,535 phrases".into());
        }
        parts.literals.sort_by_cached_key(|literal| literal.text.to_ascii_lowercase());
        Ok(Self {
            name: Cow::Owned(source.pack),
            category: source.category,
            severity: source.severity.into_iter().map(|(zone, level)| (zone, level.severity())).collect(),
            entries: Cow::Owned(parts.entries),
            literals: Cow::Owned(parts.literals),
            gaps: Cow::Owned(parts.gaps),
        })
    }
}

/// The lists of a pack while it is made.
#[derive(Default)]
struct Parts {
    entries: Vec<Entry>,
    literals: Vec<Literal>,
    gaps: Vec<Gap>,
}

impl Parts {
    fn add(&mut self, source: EntrySource) -> Result<(), String> {
        let name = match (&source.phrase, &source.pattern) {
            (Some(phrase), None) => phrase.clone(),
            (None, Some(pattern)) => pattern.clone(),
            _ => return Err("an entry has either a phrase or a pattern".into()),
        };
        let fail = |error: String| format!("{name}: {error}");
        let entry = u16::try_from(self.entries.len()).map_err(|_| fail("too many entries".into()))?;
        let forms = phrases(&source).map_err(fail)?;
        if source.phrase.is_some() {
            for (form, text) in (0u16..).zip(&forms) {
                self.literals.push(Literal { text: Cow::Owned(fold::literal(text)), entry, form, gap: None });
            }
        } else {
            self.add_pattern(&name, entry).map_err(fail)?;
        }
        let (action, words) = action(&source, forms.len()).map_err(fail)?;
        self.entries.push(Entry {
            action,
            words: words.into_iter().map(Cow::Owned).collect(),
            cut: source.cut.iter().map(|form| Cow::Owned(fold::literal(&form.to_lowercase()))).collect(),
            safe: source.safe,
            case_sensitive: source.case_sensitive,
            severity: source.severity,
            not_when: source.not_when.iter().map(|text| Condition::parse(text)).collect(),
            why: Cow::Owned(source.why),
            source: Cow::Owned(source.source),
            bad: Cow::Owned(source.bad),
            good: Cow::Owned(source.good),
            name: Cow::Owned(name),
        });
        Ok(())
    }

    fn add_pattern(&mut self, pattern: &str, entry: u16) -> Result<(), String> {
        let (texts, gap) = match expand(pattern)? {
            Expansion::Finite(literals) => (literals, None),
            Expansion::Gapped { prefixes, regex } => {
                let gap = u16::try_from(self.gaps.len()).map_err(|_| "too many patterns with gaps")?;
                let loose = prefixes.is_empty();
                self.gaps.push(Gap { regex: Cow::Owned(regex), entry, loose });
                (prefixes, Some(gap))
            }
        };
        let texts = texts.into_iter().map(Cow::Owned);
        self.literals.extend(texts.map(|text| Literal { text, entry, form: 0, gap }));
        Ok(())
    }
}

/// The phrase and its forms; nothing for a pattern.
fn phrases(source: &EntrySource) -> Result<Vec<String>, String> {
    let Some(phrase) = &source.phrase else {
        return if source.forms.is_some() { Err("forms go with a phrase".into()) } else { Ok(Vec::new()) };
    };
    let mut all = vec![phrase.clone()];
    match &source.forms {
        None => {}
        Some(Forms::Listed(forms)) => all.extend(forms.iter().cloned()),
        Some(Forms::Inflected(how)) => all.extend(inflect::forms(phrase, *how)),
    }
    if all.iter().any(|form| form.trim().is_empty()) {
        return Err("a phrase or form is empty".into());
    }
    Ok(all)
}

/// What to do and with which words.
fn action(source: &EntrySource, forms: usize) -> Result<(Action, Vec<String>), String> {
    match (&source.replace, source.delete, &source.rewrite) {
        (None, true, None) => Ok((Action::Delete, Vec::new())),
        (None, false, Some(advice)) if source.safe => Err(format!("advice is never safe: {advice}")),
        (None, false, Some(advice)) => Ok((Action::Rewrite, vec![advice.clone()])),
        (Some(Words::Each(words)), false, None) if words.len() == forms => {
            Ok((Action::Replace, words.clone()))
        }
        (Some(Words::Each(words)), false, None) => {
            Err(format!("{} replacements for {forms} forms", words.len()))
        }
        (Some(Words::One(word)), false, None) => {
            let mut words = vec![word.clone()];
            if let Some(Forms::Inflected(how)) = &source.forms {
                words.extend(inflect::forms(word, *how));
            }
            Ok((Action::Replace, words))
        }
        _ => Err("an entry has one of replace, delete and rewrite".into()),
    }
}
