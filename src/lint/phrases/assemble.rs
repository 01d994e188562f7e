//! From a pattern to a program for it. The build script does this for the built-in packs; the program itself needs it
//! in tests only.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind, Repetition};

use super::program::{Program, Step};

/// Most bytes that ways may begin with, for them to be looked up by it.
const MOST_FIRST: usize = 26;

/// The program of a pattern over folded text; `None` where it needs what programs cannot do: characters beyond ASCII in
/// classes, lazy repetitions, loops around nothing.
pub(super) fn assemble(pattern: &str, any_case: bool) -> Option<Program> {
    let mut parser = ParserBuilder::new();
    let hir = parser.unicode(false).case_insensitive(any_case).build().parse(pattern).ok()?;
    let mut assembler = Assembler { any_case, ..Assembler::default() };
    assembler.add(&hir)?;
    assembler.emit(Step::End)?;
    Some(Program {
        any_case,
        steps: assembler.steps.into(),
        text: assembler.text.into(),
        classes: assembler.classes.into(),
        ways: assembler.ways.into(),
    })
}

/// A program while it is made.
#[derive(Default)]
struct Assembler {
    any_case: bool,
    steps: Vec<Step>,
    text: String,
    classes: Vec<u128>,
    ways: Vec<(u8, u16)>,
}

impl Assembler {
    fn add(&mut self, hir: &Hir) -> Option<()> {
        if let Some(text) = self.text_of(hir) {
            return self.add_text(&text);
        }
        match hir.kind() {
            HirKind::Empty => Some(()),
            HirKind::Class(_) => self.add_class(set_of(hir)?, 1, 1),
            HirKind::Repetition(repetition) => self.add_repetition(repetition),
            HirKind::Capture(capture) => self.add(&capture.sub),
            HirKind::Concat(parts) => self.add_all(parts),
            HirKind::Alternation(ways) => self.add_ways(ways),
            HirKind::Literal(_) | HirKind::Look(_) => None,
        }
    }

    /// Adds one part after another, neighbouring letters as one text.
    fn add_all(&mut self, parts: &[Hir]) -> Option<()> {
        let mut run = String::new();
        for part in parts {
            if let Some(text) = self.text_of(part) {
                run.push_str(&text);
            } else {
                self.add_text(&std::mem::take(&mut run))?;
                self.add(part)?;
            }
        }
        self.add_text(&run)
    }

    fn add_text(&mut self, text: &str) -> Option<()> {
        if text.is_empty() {
            return Some(());
        }
        let from = self.text.find(text).unwrap_or(self.text.len());
        if from == self.text.len() {
            self.text.push_str(text);
        }
        self.emit(Step::Text { from: from.try_into().ok()?, to: (from + text.len()).try_into().ok()? })?;
        Some(())
    }

    fn add_class(&mut self, class: u128, least: u32, most: u32) -> Option<()> {
        let known = self.classes.iter().position(|other| *other == class);
        let of = known.unwrap_or(self.classes.len());
        if known.is_none() {
            self.classes.push(class);
        }
        let most = most.min(u16::MAX.into()).try_into().ok()?;
        self.emit(Step::Class { of: of.try_into().ok()?, least: least.try_into().ok()?, most })?;
        Some(())
    }

    fn add_repetition(&mut self, repetition: &Repetition) -> Option<()> {
        let Repetition { min, max, greedy, sub } = repetition;
        if !greedy {
            return None;
        }
        if let Some(class) = set_of(sub) {
            return self.add_class(class, *min, max.unwrap_or(u32::MAX));
        }
        for _ in 0..*min {
            self.add(sub)?;
        }
        let mut forks = Vec::new();
        if let Some(max) = max {
            for _ in *min..*max {
                forks.push(self.emit(Step::Fork(0))?);
                self.add(sub)?;
            }
        } else {
            // A round that took nothing would go on for ever.
            sub.properties().minimum_len().filter(|least| *least > 0)?;
            let fork = self.emit(Step::Fork(0))?;
            self.add(sub)?;
            self.emit(Step::Jump(fork))?;
            forks.push(fork);
        }
        self.lead_here(&forks, Step::Fork)
    }

    fn add_ways(&mut self, ways: &[Hir]) -> Option<()> {
        let Some(firsts) = ways.iter().map(first).collect::<Option<Vec<_>>>() else {
            return self.add_forks(ways);
        };
        let branch = self.emit(Step::Branch { from: 0, to: 0 })?;
        let (mut jumps, mut own) = (Vec::new(), Vec::new());
        for (way, first) in ways.iter().zip(firsts) {
            let start = self.here()?;
            own.extend(first.into_iter().map(|byte| (byte, start)));
            self.add(way)?;
            jumps.push(self.emit(Step::Jump(0))?);
        }
        // Stable: among those with the same byte the order says which is preferred.
        own.sort_by_key(|(byte, _)| *byte);
        let from = self.ways.len().try_into().ok()?;
        self.ways.append(&mut own);
        *self.steps.get_mut(usize::from(branch))? =
            Step::Branch { from, to: self.ways.len().try_into().ok()? };
        self.lead_here(&jumps, Step::Jump)
    }

    /// Adds ways that have to be tried one by one.
    fn add_forks(&mut self, ways: &[Hir]) -> Option<()> {
        let mut jumps = Vec::new();
        let (last, others) = ways.split_last()?;
        for way in others {
            let fork = self.emit(Step::Fork(0))?;
            self.add(way)?;
            jumps.push(self.emit(Step::Jump(0))?);
            self.lead_here(&[fork], Step::Fork)?;
        }
        self.add(last)?;
        self.lead_here(&jumps, Step::Jump)
    }

    /// Lets `steps` lead to the step that comes next.
    fn lead_here(&mut self, steps: &[u16], how: fn(u16) -> Step) -> Option<()> {
        let here = self.here()?;
        for step in steps {
            *self.steps.get_mut(usize::from(*step))? = how(here);
        }
        Some(())
    }

    /// The number of the step that comes next.
    fn here(&self) -> Option<u16> {
        self.steps.len().try_into().ok()
    }

    fn emit(&mut self, step: Step) -> Option<u16> {
        let here = self.here()?;
        self.steps.push(step);
        Some(here)
    }

    /// The letters that `hir` stands for and nothing else, in lower case where capitals make no difference.
    fn text_of(&self, hir: &Hir) -> Option<String> {
        match hir.kind() {
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).ok()?;
                let as_written = self.any_case && text.contains(|c: char| c.is_ascii_alphabetic());
                (!as_written).then(|| text.to_owned())
            }
            HirKind::Class(_) if self.any_case => {
                let class = set_of(hir)?;
                let letter = char::from(class.trailing_zeros() as u8);
                let both = bit(letter as u8) | bit(letter.to_ascii_lowercase() as u8);
                (letter.is_ascii_uppercase() && class == both)
                    .then(|| letter.to_ascii_lowercase().to_string())
            }
            _ => None,
        }
    }
}

/// The ASCII characters that `hir` stands for, where it is a single one.
fn set_of(hir: &Hir) -> Option<u128> {
    let ranges: Vec<(u8, u8)> = match hir.kind() {
        HirKind::Literal(literal) => match *literal.0 {
            [byte] => vec![(byte, byte)],
            _ => return None,
        },
        HirKind::Class(Class::Bytes(class)) => {
            class.ranges().iter().map(|range| (range.start(), range.end())).collect()
        }
        HirKind::Class(Class::Unicode(class)) => class
            .ranges()
            .iter()
            .map(|range| Some((range.start().try_into().ok()?, range.end().try_into().ok()?)))
            .collect::<Option<_>>()?,
        _ => return None,
    };
    let ascii = ranges.iter().all(|(_, end)| end.is_ascii());
    ascii
        .then(|| ranges.into_iter().flat_map(|(start, end)| start..=end).fold(0, |set, byte| set | bit(byte)))
}

fn bit(byte: u8) -> u128 {
    1 << byte
}

/// The bytes, in lower case, with which all that `hir` stands for begins; `None` where they are many or it may be empty.
fn first(hir: &Hir) -> Option<Vec<u8>> {
    hir.properties().minimum_len().filter(|least| *least > 0)?;
    let mut all = Vec::new();
    firsts(hir, &mut all)?;
    all.sort_unstable();
    all.dedup();
    (all.len() <= MOST_FIRST).then_some(all)
}

fn firsts(hir: &Hir, all: &mut Vec<u8>) -> Option<()> {
    match hir.kind() {
        HirKind::Empty => {}
        HirKind::Literal(literal) => all.push(literal.0.first()?.to_ascii_lowercase()),
        HirKind::Class(_) => {
            let class = set_of(hir)?;
            let bytes = (0..128u8).filter(|byte| class & bit(*byte) != 0);
            all.extend(bytes.map(|byte| byte.to_ascii_lowercase()));
        }
        HirKind::Repetition(repetition) => firsts(&repetition.sub, all)?,
        HirKind::Capture(capture) => firsts(&capture.sub, all)?,
        HirKind::Concat(parts) => {
            for part in parts {
                firsts(part, all)?;
                if part.properties().minimum_len() != Some(0) {
                    break;
                }
            }
        }
        HirKind::Alternation(ways) => ways.iter().try_for_each(|way| firsts(way, all))?,
        HirKind::Look(_) => return None,
    }
    Some(())
}
