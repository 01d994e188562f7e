//! A pack ready to be matched: entries, the literals that find them, and the conditions that excuse them. Shared with
//! the build script, which writes the built-in packs out as static tables of these types.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::condition::Condition;
use super::expand::{Expansion, expand_all};
use super::fold;
use super::inflect;
use super::program::Program;
use super::source::{EntrySource, Forms, Level, PackSource, Words};
use crate::document::{PartKind, Zone};
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
    /// Severities by the name of a zone or a kind of part where they differ from the rule's; `None` is off.
    pub severity: List<(Text, Option<Severity>)>,
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
    /// The same as a program, in built-in packs.
    pub program: Option<Program>,
}

/// What is wrong with a pack that can be read as YAML, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Index of the entry; `None` where it is the pack as a whole.
    pub entry: Option<usize>,
    /// The key of the entry that is wrong; `None` where it is the entry as a whole.
    pub key: Option<&'static str>,
    /// What is wrong, in words for people.
    pub message: String,
}

impl Fault {
    /// A fault of the entry as a whole.
    fn of_entry(message: impl Into<String>) -> Self {
        Self { entry: None, key: None, message: message.into() }
    }

    /// A fault of what stands under `key`.
    fn of_key(key: &'static str, message: impl Into<String>) -> Self {
        Self { key: Some(key), ..Self::of_entry(message) }
    }
}

impl Pack {
    /// Makes a pack of what was written.
    pub fn compile(source: PackSource) -> Result<Self, Fault> {
        let mut parts = Parts::default();
        for (index, entry) in source.rules.into_iter().enumerate() {
            parts.add(entry).map_err(|fault| Fault { entry: Some(index), ..fault })?;
        }
        if parts.literals.len() > usize::from(u16::MAX) {
            return Err(Fault::of_entry("its patterns stand for more than 65,535 phrases"));
        }
        parts.literals.sort_by_cached_key(|literal| literal.text.to_ascii_lowercase());
        Ok(Self {
            name: Cow::Owned(source.pack),
            category: source.category,
            severity: levels(source.severity)?,
            entries: Cow::Owned(parts.entries),
            literals: Cow::Owned(parts.literals),
            gaps: Cow::Owned(parts.gaps),
        })
    }
}

/// The pack's own severities; what they are for has to be a zone or a kind of part that there is.
fn levels(written: BTreeMap<String, Level>) -> Result<List<(Text, Option<Severity>)>, Fault> {
    let places = || Zone::ALL.iter().map(|zone| zone.name());
    let parts = PartKind::KNOWN.map(|kind| kind.name().to_owned());
    let mut all = Vec::with_capacity(written.len());
    for (name, level) in written {
        if !places().any(|place| place == name) && !parts.contains(&name) {
            let zones: Vec<&str> = places().collect();
            let message = format!("there is no part or zone `{name}`; the zones are {}", zones.join(", "));
            return Err(Fault::of_key("severity", message));
        }
        all.push((Cow::Owned(name), level.severity()));
    }
    Ok(Cow::Owned(all))
}

/// The lists of a pack while it is made.
#[derive(Default)]
struct Parts {
    entries: Vec<Entry>,
    literals: Vec<Literal>,
    gaps: Vec<Gap>,
}

impl Parts {
    fn add(&mut self, source: EntrySource) -> Result<(), Fault> {
        let name = match (&source.phrase, &source.pattern) {
            (Some(phrase), None) => phrase.clone(),
            (None, Some(pattern)) => pattern.clone(),
            _ => return Err(Fault::of_entry("an entry has either a phrase or a pattern")),
        };
        let entry = u16::try_from(self.entries.len()).map_err(|_| Fault::of_entry("too many entries"))?;
        let forms = phrases(&source)?;
        if source.phrase.is_some() {
            for (form, text) in (0u16..).zip(&forms) {
                self.literals.push(Literal { text: Cow::Owned(fold::literal(text)), entry, form, gap: None });
            }
        } else {
            self.add_pattern(&name, entry).map_err(|said| Fault::of_key("pattern", said))?;
        }
        let (action, words) = action(&source, forms.len())?;
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
        let mut known = BTreeSet::new();
        for expansion in expand_all(pattern)? {
            let (mut texts, gap) = match expansion {
                Expansion::Finite(literals) => (literals, None),
                Expansion::Gapped { prefixes, regex } => {
                    let gap = u16::try_from(self.gaps.len()).map_err(|_| "too many patterns with gaps")?;
                    let loose = prefixes.is_empty();
                    self.gaps.push(Gap { regex: Cow::Owned(regex), entry, loose, program: None });
                    (prefixes, Some(gap))
                }
            };
            texts.retain(|text| gap.is_some() || known.insert(text.clone()));
            let texts = texts.into_iter().map(Cow::Owned);
            self.literals.extend(texts.map(|text| Literal { text, entry, form: 0, gap }));
        }
        Ok(())
    }
}

/// The phrase and its forms; nothing for a pattern.
fn phrases(source: &EntrySource) -> Result<Vec<String>, Fault> {
    let Some(phrase) = &source.phrase else {
        return match &source.forms {
            Some(_) => Err(Fault::of_key("forms", "forms go with a phrase")),
            None => Ok(Vec::new()),
        };
    };
    if phrase.trim().is_empty() {
        return Err(Fault::of_key("phrase", "the phrase is empty"));
    }
    let mut all = vec![phrase.clone()];
    match &source.forms {
        None => {}
        Some(Forms::Listed(forms)) => all.extend(forms.iter().cloned()),
        Some(Forms::Inflected(how)) => all.extend(inflect::forms(phrase, *how)),
    }
    if all.iter().any(|form| form.trim().is_empty()) {
        return Err(Fault::of_key("forms", "a form is empty"));
    }
    Ok(all)
}

/// What to do and with which words.
fn action(source: &EntrySource, forms: usize) -> Result<(Action, Vec<String>), Fault> {
    match (&source.replace, source.delete, &source.rewrite) {
        (None, true, None) => Ok((Action::Delete, Vec::new())),
        (None, false, Some(advice)) => advise(advice, source.safe),
        (Some(words), false, None) => {
            replacements(words, source, forms).map(|words| (Action::Replace, words))
        }
        _ => Err(Fault::of_entry("an entry has one of replace, delete and rewrite")),
    }
}

fn advise(advice: &str, safe: bool) -> Result<(Action, Vec<String>), Fault> {
    match (advice.trim().is_empty(), safe) {
        (true, _) => Err(Fault::of_key("rewrite", "say what to write instead")),
        (_, true) => Err(Fault::of_key("safe", "advice is never safe: a person has to find the words")),
        (false, false) => Ok((Action::Rewrite, vec![advice.to_owned()])),
    }
}

/// One text to put in for all forms, or one a form.
fn replacements(words: &Words, source: &EntrySource, forms: usize) -> Result<Vec<String>, Fault> {
    let words = match (words, &source.forms) {
        (Words::Each(words), _) if words.len() != forms => {
            let said =
                format!("{} replacements for {forms} forms; the phrase itself is the first", words.len());
            return Err(Fault::of_key("replace", said));
        }
        (Words::Each(words), _) => words.clone(),
        (Words::One(word), Some(Forms::Inflected(how))) if !word.trim().is_empty() => {
            [vec![word.clone()], inflect::forms(word, *how)].concat()
        }
        (Words::One(word), _) => vec![word.clone()],
    };
    if words.iter().any(|word| word.trim().is_empty()) {
        return Err(Fault::of_key("replace", "a replacement is empty; `delete: true` takes words out"));
    }
    Ok(words)
}
